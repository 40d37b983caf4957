//! What the supplier's answer says of the sale: only what is sold is handed over, and
//! what cannot be read stays open until it can be.

use crate::support::living::{Sold, TOPUP, TOPUP_PRICE};
use crate::support::{BUYER, Bought, Browser, PLAN, PRICE, Shop};
use chrono::TimeDelta;
use esim_storefront::flows::{alerts, operator, sync};
use sandbox::faults::{Break, Fault, Hold, Rule};
use serde_json::{Value, json};

pub fn says(field: &str, value: impl Into<Value>) -> Fault {
    Fault::SellThenBreak(Break::SetField(field.into(), value.into()))
}

impl Shop {
    pub fn supplier_will(&self, rules: impl IntoIterator<Item = Rule>) {
        for rule in rules {
            self.sandbox.supplier.faults.push(rule);
        }
    }

    /// What the supplier's book says of each order's package, oldest first.
    pub fn packages_at_the_supplier(&self) -> Vec<String> {
        self.sandbox
            .supplier
            .orders()
            .iter()
            .map(|order| format!("{:?}", order.status))
            .collect()
    }

    pub async fn events(&self, event: &'static str) -> i64 {
        sqlx::query_scalar("select count(*) from order_events where event = $1")
            .bind(event)
            .fetch_one(&self.app.db)
            .await
            .unwrap()
    }

    /// Alerts of a kind that stand.
    pub async fn alerts(&self, kind: &'static str) -> i64 {
        alerts::run(&self.app).await.unwrap();
        let sql = "select count(*) from alerts where kind = $1 and resolved_at is null";
        sqlx::query_scalar(sql)
            .bind(kind)
            .fetch_one(&self.app.db)
            .await
            .unwrap()
    }
}

/// A paid order that met `rules`; nothing has passed but the first try.
pub async fn paid(rules: impl IntoIterator<Item = Rule>) -> (Shop, Browser, Bought) {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    shop.supplier_will(rules);
    let bought = shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    (shop, sarah, bought)
}

pub async fn state(browser: &mut Browser, bought: &Bought) -> String {
    browser.get_json(&bought.page).await["delivery_state"]
        .as_str()
        .unwrap()
        .to_owned()
}

#[tokio::test]
async fn what_is_not_sold_yet_is_read_back_until_it_is() {
    for status in ["PROCESSING", "PENDING", "ON_HOLD"] {
        let (shop, mut sarah, bought) = paid([
            Rule::always("create_order", says("data.status", status)),
            Rule::once("get_order", says("data.status", status)).times(3),
        ])
        .await;
        assert_eq!(state(&mut sarah, &bought).await, "ordering", "{status}");
        assert_eq!(shop.sandbox.mailbox.messages_to(BUYER).len(), 0, "{status}");
        shop.rest(TimeDelta::minutes(20)).await;
        let order = sarah.get_json(&bought.page).await;
        assert_eq!(order["delivery_state"], "delivered", "{status}");
        assert_eq!(
            order["lines"][0]["activation_code"],
            shop.sandbox.supplier.esims()[0].esim_qr
        );
        assert_eq!(
            (
                shop.sandbox.supplier.orders().len(),
                shop.sandbox.supplier.keys_seen().len()
            ),
            (1, 1)
        );
        shop.close().await;
    }
}

#[tokio::test]
async fn what_is_never_sold_waits_for_the_longer_clock_and_is_refunded_and_ended() {
    for status in ["PROCESSING", "FAILED", "CANCELLED"] {
        let (shop, mut sarah, bought) = paid([
            Rule::always("create_order", says("data.status", status)),
            Rule::always("get_order", says("data.status", status)),
        ])
        .await;
        assert_eq!(state(&mut sarah, &bought).await, "ordering", "{status}");
        shop.rest(TimeDelta::minutes(100)).await;
        assert_eq!(
            state(&mut sarah, &bought).await,
            "ordering",
            "an answer alone is never final: {status}"
        );
        shop.rest(TimeDelta::minutes(30)).await;
        assert_eq!(state(&mut sarah, &bought).await, "refunded", "{status}");
        assert_eq!(shop.packages_at_the_supplier(), ["Terminated"], "{status}");
        assert_eq!(shop.sent_back(), [PRICE]);
        shop.close().await;
    }
}

#[tokio::test]
async fn a_failure_that_the_order_itself_does_not_know_is_a_sale() {
    let (shop, mut sarah, bought) =
        paid([Rule::once("create_order", says("data.status", "FAILED"))]).await;
    assert_eq!(state(&mut sarah, &bought).await, "delivered");
    assert_eq!(
        shop.sandbox.supplier.calls("get_order").len(),
        1,
        "read back once"
    );
    shop.close().await;
}

#[tokio::test]
async fn a_top_up_is_ready_when_it_is_sold_and_not_before() {
    let mut sold = Sold::one().await;
    sold.shop.supplier_will([
        Rule::always("create_order", says("data.status", "PROCESSING")),
        Rule::once("get_order", says("data.status", "PROCESSING")).times(2),
    ]);
    let bought = sold.shop.top_up(&sold.iccid).await;
    sold.shop.settle().await;
    assert_eq!(state(&mut sold.sarah, &bought).await, "ordering");
    assert_eq!(
        sold.shop.sandbox.mailbox.messages_to(BUYER).len(),
        1,
        "nothing is ready"
    );
    sold.shop.rest(TimeDelta::minutes(20)).await;
    assert_eq!(state(&mut sold.sarah, &bought).await, "delivered");
    sold.shop.close().await;
}

#[tokio::test]
async fn a_top_up_that_was_taken_on_is_read_back_though_no_more_is_offered() {
    let mut sold = Sold::one().await;
    sold.shop.supplier_will([
        Rule::always("create_order", says("data.status", "PROCESSING")),
        Rule::once("get_order", says("data.status", "PROCESSING")).times(2),
    ]);
    let bought = sold.shop.top_up(&sold.iccid).await;
    sold.shop.settle().await;
    sold.shop.sandbox.supplier.set_tops_up(TOPUP, false);
    sold.shop.rest(TimeDelta::minutes(20)).await;
    assert_eq!(state(&mut sold.sarah, &bought).await, "delivered");
    assert_eq!(
        sold.shop.sandbox.supplier.calls("create_order").len(),
        2,
        "one for the eSIM and one for the top-up"
    );
    sold.shop.close().await;
}

#[tokio::test]
async fn a_top_up_that_came_to_nothing_is_refunded_and_never_called_ready() {
    let mut sold = Sold::one().await;
    sold.shop.supplier_will([
        Rule::always("create_order", says("data.status", "FAILED")),
        Rule::always("get_order", says("data.status", "FAILED")),
    ]);
    let bought = sold.shop.top_up(&sold.iccid).await;
    sold.shop.rest_long().await;
    assert_eq!(state(&mut sold.sarah, &bought).await, "refunded");
    let mails = sold.shop.sandbox.mailbox.messages_to(BUYER);
    assert!(
        mails
            .iter()
            .all(|mail| !mail.subject.contains("top-up is ready")),
        "{mails:?}"
    );
    assert_eq!(sold.shop.sent_back(), [TOPUP_PRICE]);
    // The eSIM's own order is as it was.
    sold.shop.sandbox.supplier.faults.clear();
    sold.shop.close().await;
}

#[tokio::test]
async fn a_no_is_no_answer_to_what_another_worker_has_asked_meanwhile() {
    let shop = Shop::open().await;
    let hold = Hold::default();
    shop.supplier_will([Rule::once("create_order", Fault::Hold(hold.clone()))]);
    shop.buy(&mut shop.browser(), PLAN, 1).await;
    shop.sandbox.stripe.quiet().await;
    let app = shop.app.clone();
    let working = tokio::spawn(async move { esim_storefront::worker::drain(&app).await });
    hold.reached().await;
    shop.sandbox.supplier.set_on_sale(PLAN, false);
    // A second worker took over from one that seemed dead, asked, and was never heard of again.
    shop.run(
        "insert into supplier_calls (order_id, line_id, idempotency_key, started_at)
         select order_id, id, idempotency_key, now() from lines",
    )
    .await;
    hold.release();
    working.await.unwrap().unwrap();
    assert_eq!(
        shop.one::<i64>("select count(*) from lines where outcome is not null")
            .await,
        0,
        "the longer clock runs"
    );
}

/// An eSIM whose code comes as a picture's address, so that nobody can read it.
fn unreadable() -> [Rule; 2] {
    let picture = "https://qr.example/8f2c.png";
    [
        Rule::always("create_order", says("data.esim.esim_qr", picture)),
        Rule::always("get_esim_status", says("data.esim_qr", picture)),
    ]
}

#[tokio::test]
async fn a_code_that_cannot_be_read_calls_a_person_before_anything_is_ended() {
    let (shop, mut sarah, bought) = paid(unreadable()).await;
    shop.rest(TimeDelta::minutes(100)).await;
    assert_eq!(state(&mut sarah, &bought).await, "ordering");
    shop.rest(TimeDelta::hours(1)).await;
    shop.pass(TimeDelta::hours(23));
    shop.settle().await;
    assert_eq!(state(&mut sarah, &bought).await, "needs_attention");
    assert_eq!(
        (shop.packages_at_the_supplier(), shop.sent_back()),
        (vec!["Pending".to_owned()], vec![]),
        "nothing is ended or sent back"
    );
    assert_eq!(shop.alerts("stuck_order").await, 1);
    shop.rest(TimeDelta::hours(2)).await;
    assert_eq!(
        state(&mut sarah, &bought).await,
        "refunded",
        "a day without a person"
    );
    assert_eq!(
        (shop.packages_at_the_supplier(), shop.sent_back()),
        (vec!["Terminated".to_owned()], vec![PRICE])
    );
    assert_eq!(shop.alerts("stuck_order").await, 0);
    assert_eq!(
        shop.one::<i64>("select count(*) from ops.stuck_orders")
            .await,
        0,
        "a refund of what is known to have been ended is no riddle"
    );
    shop.close().await;
}

#[tokio::test]
async fn a_code_that_can_be_read_again_is_handed_over() {
    let (shop, mut sarah, bought) = paid(unreadable()).await;
    shop.rest(TimeDelta::minutes(30)).await;
    assert_eq!(state(&mut sarah, &bought).await, "ordering");
    shop.sandbox.supplier.faults.clear();
    shop.rest(TimeDelta::minutes(30)).await;
    assert_eq!(state(&mut sarah, &bought).await, "delivered");
    shop.close().await;
}

#[tokio::test]
async fn a_person_who_lets_it_go_has_it_read_once_more() {
    let (shop, mut sarah, bought) = paid(unreadable()).await;
    shop.rest(TimeDelta::hours(4)).await;
    let id = bought.order_id.parse().unwrap();
    operator::release(&shop.app, id, "olga").await.unwrap();
    shop.settle().await;
    assert_eq!(
        state(&mut sarah, &bought).await,
        "needs_attention",
        "it still cannot be read"
    );
    shop.sandbox.supplier.faults.clear();
    operator::release(&shop.app, id, "olga").await.unwrap();
    shop.settle().await;
    assert_eq!(state(&mut sarah, &bought).await, "delivered");
    assert_eq!(shop.alerts("stuck_order").await, 0);
    shop.close().await;
}

#[tokio::test]
async fn a_key_too_old_to_be_used_ends_in_a_refund() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    let bought = shop.check_out(&mut sarah, PLAN, 1).await;
    shop.run("update lines set created_at = created_at - interval '6 months'")
        .await;
    shop.sandbox.stripe.pay(&bought.session_id, BUYER).unwrap();
    shop.rest(TimeDelta::minutes(40)).await;
    assert_eq!(state(&mut sarah, &bought).await, "refunded");
    assert_eq!(shop.sandbox.supplier.calls("create_order").len(), 0);
    assert_eq!(shop.sent_back(), [PRICE]);
    shop.close().await;
}

#[tokio::test]
async fn one_product_that_no_table_can_hold_does_not_stop_the_others() {
    for (field, value) in [
        ("name", json!("japan\0")),
        ("duration", json!(4_294_967_295_u32)),
        ("coverage", json!(["\0\0"])),
    ] {
        let shop = Shop::open().await;
        shop.supplier_will([Rule::once(
            "get_products",
            says(&format!("data.products.0.{field}"), value),
        )]);
        let report = sync::sync_catalogue(&shop.app.db, &shop.app.supplier, shop.app.clock.now())
            .await
            .unwrap();
        assert_eq!((report.skipped, report.withdrawn), (1, 1), "{field}");
        shop.close().await;
    }
}
