//! What the supplier's answer says of the sale: only what is sold is handed over, nothing of
//! another line is touched, and what cannot be ended or read stays open until it is.

use chrono::TimeDelta;
use esim_storefront::flows::{alerts, operator, sync};
use sandbox::faults::{Break, Fault, Hold, Rule};
use serde_json::{Value, json};

use crate::support::living::{Sold, TOPUP, TOPUP_PRICE};
use crate::support::{BUYER, Bought, Browser, PLAN, PRICE, Shop};

fn says(field: &str, value: impl Into<Value>) -> Fault {
    Fault::SellThenBreak(Break::SetField(field.into(), value.into()))
}

fn lacks(field: &str) -> Fault {
    Fault::SellThenBreak(Break::MissingField(field.into()))
}

impl Shop {
    fn supplier_will(&self, rules: impl IntoIterator<Item = Rule>) {
        for rule in rules {
            self.sandbox.supplier.faults.push(rule);
        }
    }

    /// What the supplier's book says of each order's package, oldest first.
    fn packages_at_the_supplier(&self) -> Vec<String> {
        self.sandbox
            .supplier
            .orders()
            .iter()
            .map(|order| format!("{:?}", order.status))
            .collect()
    }

    async fn events(&self, event: &'static str) -> i64 {
        sqlx::query_scalar("select count(*) from order_events where event = $1")
            .bind(event)
            .fetch_one(&self.app.db)
            .await
            .unwrap()
    }

    /// Alerts of a kind that stand.
    async fn alerts(&self, kind: &'static str) -> i64 {
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
async fn paid(rules: impl IntoIterator<Item = Rule>) -> (Shop, Browser, Bought) {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    shop.supplier_will(rules);
    let bought = shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    (shop, sarah, bought)
}

async fn state(browser: &mut Browser, bought: &Bought) -> String {
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

/// Two travellers: the first has her eSIM; the second's answer meets `rules`, given what the first
/// bought.
async fn a_second_traveller(rules: impl Fn(&str, &str) -> Vec<Rule>) -> (Shop, Browser, Bought) {
    let shop = Shop::open().await;
    shop.buy(&mut shop.browser(), PLAN, 1).await;
    shop.settle().await;
    let theirs = shop.sandbox.supplier.orders().pop().unwrap();
    shop.supplier_will(rules(&theirs.id, &theirs.iccid));
    let mut second = shop.browser();
    let bought = shop.buy(&mut second, PLAN, 1).await;
    shop.rest(TimeDelta::minutes(10)).await;
    (shop, second, bought)
}

#[tokio::test]
async fn an_answer_that_names_anothers_order_holds_this_line_and_touches_nothing_of_the_other() {
    let by_its_id = |id: &str, _: &str| vec![Rule::always("create_order", says("data.id", id))];
    // Its own order is known by then.
    let later = |id: &str, _: &str| {
        vec![
            Rule::once("create_order", lacks("data.esim")),
            Rule::once(
                "get_order",
                Fault::Status {
                    status: 500,
                    body: String::new(),
                },
            ),
            Rule::always("create_order", says("data.id", id)),
        ]
    };
    let its_esim =
        |_: &str, iccid: &str| vec![Rule::always("create_order", says("data.esim.iccid", iccid))];
    type Rules<'a> = &'a dyn Fn(&str, &str) -> Vec<Rule>;
    let cases: [(&str, Rules<'_>); 3] = [
        ("its id", &by_its_id),
        ("its id later", &later),
        ("its eSIM", &its_esim),
    ];
    for (what, rules) in cases {
        let (shop, mut second, bought) = a_second_traveller(rules).await;
        let order = second.get_json(&bought.page).await;
        assert_eq!(
            shop.packages_at_the_supplier()[0],
            "Pending",
            "the first traveller's eSIM was ended: {what}"
        );
        assert_eq!(order["lines"][0]["activation_code"], Value::Null, "{what}");
        assert_eq!(order["delivery_state"], "needs_attention", "{what}");
        let first = "select s.supplier_order_id = $1 and not s.orphan and s.terminated_at is null
                     and l.state = 'delivered' and s.iccid = e.iccid
                             from lines l join esims e on e.line_id = l.id
                             join supplier_orders s on s.line_id = l.id";
        let theirs = shop.sandbox.supplier.orders()[0].id.clone();
        let untouched: bool = sqlx::query_scalar(first)
            .bind(theirs)
            .fetch_one(&shop.app.db)
            .await
            .unwrap();
        assert!(untouched, "{what}");
        assert_eq!(shop.alerts("stuck_order").await, 1, "{what}");
        // Its money goes back, and the first traveller still has her eSIM.
        let id = bought.order_id.parse().unwrap();
        crate::support::refund(&shop.app, id, "looked at the portal", "olga").await;
        shop.rest(TimeDelta::hours(3)).await;
        assert_eq!(state(&mut second, &bought).await, "refunded", "{what}");
        assert_eq!(
            shop.packages_at_the_supplier()[0],
            "Pending",
            "the first traveller's eSIM was ended by the refund: {what}"
        );
        assert_eq!(shop.alerts("stuck_order").await, 0, "{what}");
    }
}

#[tokio::test]
async fn an_answer_that_comes_too_late_and_names_anothers_order_ends_nothing() {
    let shop = Shop::open().await;
    shop.buy(&mut shop.browser(), PLAN, 1).await;
    shop.settle().await;
    let theirs = shop.sandbox.supplier.orders()[0].id.clone();
    let hold = Hold::default();
    let named = Break::SetField("data.id".into(), theirs.into());
    let both = Break::Both(Box::new(named), Box::new(Break::Hold(hold.clone())));
    shop.supplier_will([Rule::once("create_order", Fault::SellThenBreak(both))]);
    let bought = shop.buy(&mut shop.browser(), PLAN, 1).await;
    shop.sandbox.stripe.quiet().await;
    let app = shop.app.clone();
    let working = tokio::spawn(async move { esim_storefront::worker::drain(&app).await });
    hold.reached().await;
    crate::support::refund(
        &shop.app,
        bought.order_id.parse().unwrap(),
        "the traveller asked",
        "olga",
    )
    .await;
    hold.release();
    working.await.unwrap().unwrap();
    shop.rest(TimeDelta::hours(1)).await;
    assert_eq!(shop.packages_at_the_supplier()[0], "Pending");
    assert_eq!(
        shop.sandbox.supplier.calls("terminate_subscription").len(),
        0
    );
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

/// A sale without its code, refunded by the longer clock while its end meets `rule`.
async fn orphaned(rule: Rule) -> Shop {
    let (shop, mut sarah, bought) = paid([
        Rule::always("create_order", lacks("data.esim.esim_qr")),
        Rule::always(
            "get_esim_status",
            Fault::Status {
                status: 500,
                body: String::new(),
            },
        ),
        rule,
    ])
    .await;
    shop.rest(TimeDelta::minutes(130)).await;
    assert_eq!(state(&mut sarah, &bought).await, "refunded");
    shop
}

#[tokio::test]
async fn an_orphan_that_cannot_be_ended_stays_open_and_is_ended_when_it_can_be() {
    let silent = Fault::Status {
        status: 503,
        body: "try later".into(),
    };
    let shop = orphaned(Rule::always("terminate_subscription", silent)).await;
    shop.rest(TimeDelta::days(4)).await;
    assert_eq!(shop.packages_at_the_supplier(), ["Pending"]);
    assert_eq!(
        shop.events("terminated").await,
        0,
        "the history says that it has ended"
    );
    assert_eq!(
        shop.one::<i64>("select count(*) from jobs where kind = 'terminate'")
            .await,
        1,
        "nobody tries any more"
    );
    assert_eq!(shop.alerts("orphan_esim").await, 1);
    let tries = shop.sandbox.supplier.calls("terminate_subscription").len();
    assert!(
        (10..25).contains(&tries),
        "slower and slower: {tries} tries in four days"
    );
    shop.sandbox.supplier.faults.clear();
    shop.rest(TimeDelta::days(3)).await;
    assert_eq!(shop.packages_at_the_supplier(), ["Terminated"]);
    assert_eq!(
        (
            shop.events("terminated").await,
            shop.alerts("orphan_esim").await
        ),
        (1, 0)
    );
    shop.close().await;
}

#[tokio::test]
async fn a_final_no_to_ending_is_told_once_and_the_end_is_noticed_when_it_comes() {
    let no = Fault::Refuse {
        code: 40_400,
        message: "not possible".into(),
    };
    let shop = orphaned(Rule::always("terminate_subscription", no)).await;
    shop.rest(TimeDelta::days(3)).await;
    assert_eq!(
        (
            shop.events("terminated").await,
            shop.events("not_terminated").await
        ),
        (0, 1)
    );
    assert_eq!(shop.alerts("orphan_esim").await, 1);
    let order = shop.sandbox.supplier.orders()[0].id.clone();
    shop.sandbox.supplier.terminate(&order).unwrap();
    shop.rest(TimeDelta::days(3)).await;
    assert_eq!(
        (
            shop.events("terminated").await,
            shop.events("not_terminated").await
        ),
        (1, 1)
    );
    assert_eq!(shop.alerts("orphan_esim").await, 0);
    shop.close().await;
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
