//! What the supplier can do to an order that is paid, and that it comes to rest all the same: one
//! eSIM or the money back.

use crate::support::{BUYER, Bought, Browser, PLAN, PRICE, Shop};
use chrono::TimeDelta;
use sandbox::faults::{Break, Fault, Rule};
use serde_json::{Value, json};
use std::time::Duration;

/// A paid order that met `rules` at `create_order`, settled for as long as the longest clock.
pub async fn paid_through(rules: Vec<Rule>) -> (Shop, Browser, Bought) {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    for rule in rules {
        shop.sandbox.supplier.faults.push(rule);
    }
    let bought = shop.buy(&mut sarah, PLAN, 1).await;
    shop.rest(TimeDelta::hours(3)).await;
    (shop, sarah, bought)
}

async fn delivered_once(rules: Vec<Rule>) {
    let (shop, mut sarah, bought) = paid_through(rules).await;
    let order = sarah.get_json(&bought.page).await;
    assert_eq!(order["delivery_state"], "delivered", "{order}");
    assert_eq!(
        shop.sandbox.supplier.orders().len(),
        1,
        "bought more than once"
    );
    assert_eq!(
        shop.sandbox.supplier.keys_seen().len(),
        1,
        "more than one key"
    );
    assert_eq!(
        order["lines"][0]["activation_code"],
        shop.sandbox.supplier.esims()[0].esim_qr
    );
    assert!(shop.sandbox.stripe.refunds().is_empty());
    assert_eq!(shop.sandbox.mailbox.messages_to(BUYER).len(), 1);
    shop.close().await;
}

pub fn once(fault: Fault) -> Vec<Rule> {
    vec![Rule::once("create_order", fault)]
}

fn sold_then(broken: Break) -> Vec<Rule> {
    once(Fault::SellThenBreak(broken))
}

#[tokio::test]
async fn a_reset_after_the_sale_is_asked_again_with_the_same_key() {
    delivered_once(sold_then(Break::Reset)).await;
}

#[tokio::test]
async fn a_bad_gateway_after_the_sale_is_asked_again() {
    delivered_once(sold_then(Break::Status {
        status: 502,
        body: "<html>Bad gateway</html>".into(),
    }))
    .await;
}

#[tokio::test]
async fn a_reply_that_is_cut_short_is_asked_again() {
    delivered_once(sold_then(Break::Cut(40))).await;
}

#[tokio::test]
async fn a_reply_that_is_no_json_is_asked_again() {
    delivered_once(sold_then(Break::Malformed)).await;
}

#[tokio::test]
async fn a_reply_without_a_code_is_no_answer() {
    delivered_once(sold_then(Break::MissingField("code".into()))).await;
}

#[tokio::test]
async fn a_reply_that_drips_slower_than_our_patience_is_asked_again() {
    delivered_once(sold_then(Break::SlowDrip {
        bytes: 1,
        every: Duration::from_millis(400),
    }))
    .await;
}

#[tokio::test]
async fn silence_after_the_sale_is_asked_again() {
    delivered_once(sold_then(Break::Hang(Duration::from_secs(25)))).await;
}

#[tokio::test]
async fn an_order_that_arrives_twice_is_one_order() {
    delivered_once(once(Fault::Duplicate)).await;
}

#[tokio::test]
async fn a_server_error_before_the_sale_is_asked_again() {
    delivered_once(vec![
        Rule::once(
            "create_order",
            Fault::Status {
                status: 500,
                body: "oops".into(),
            },
        )
        .times(4),
    ])
    .await;
}

#[tokio::test]
async fn an_unknown_code_is_asked_again_until_it_changes_its_mind() {
    delivered_once(vec![
        Rule::once(
            "create_order",
            Fault::Refuse {
                code: 77_777,
                message: "try later".into(),
            },
        )
        .times(5),
    ])
    .await;
}

#[tokio::test]
async fn a_token_that_is_refused_at_once_is_renewed_and_counts_as_no_attempt() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    let before = shop.sandbox.supplier.tokens_issued();
    shop.sandbox
        .supplier
        .faults
        .push(Rule::once("create_order", Fault::TokenExpired));
    let bought = shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "delivered"
    );
    assert_eq!(shop.sandbox.supplier.tokens_issued(), before + 1);
    assert_eq!(
        shop.one::<i64>("select attempts from ops.order_lines")
            .await,
        1
    );
    assert!(
        !shop
            .one::<bool>("select bool_or(result = 'unclear') from supplier_calls")
            .await
    );
    shop.close().await;
}

#[tokio::test]
async fn a_sale_without_its_code_is_asked_for_the_missing_parts() {
    for field in ["data.esim.esim_qr", "data.esim.iccid", "data.esim"] {
        delivered_once(sold_then(Break::MissingField(field.into()))).await;
    }
}

#[tokio::test]
async fn a_sale_without_an_id_is_asked_again() {
    delivered_once(sold_then(Break::MissingField("data.id".into()))).await;
}

#[tokio::test]
async fn a_final_no_is_refunded_at_once() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    shop.sandbox.supplier.faults.push(Rule::once(
        "create_order",
        Fault::Refuse {
            code: 40_400,
            message: "no such product".into(),
        },
    ));
    let bought = shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "refunded",
        "no clock had to run"
    );
    assert_eq!(shop.sandbox.supplier.calls("create_order").len(), 1);
    assert_eq!(shop.sandbox.stripe.refunds().len(), 1);
    shop.close().await;
}

#[tokio::test]
async fn a_no_after_a_maybe_is_not_final() {
    let rules = vec![
        Rule::once("create_order", Fault::SellThenBreak(Break::Reset)),
        Rule::once(
            "create_order",
            Fault::Refuse {
                code: 40_400,
                message: "no such product".into(),
            },
        ),
    ];
    delivered_once(rules).await;
}

#[tokio::test]
async fn a_low_balance_stops_sales_waits_and_resumes_by_itself() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    let waiting = shop.check_out(&mut sarah, PLAN, 1).await;
    shop.sandbox.supplier.set_balance_cents(0);
    shop.sandbox.stripe.pay(&waiting.session_id, BUYER).unwrap();
    shop.settle().await;
    shop.app
        .catalogue
        .refresh(&shop.app.db, shop.app.clock.now())
        .await
        .unwrap();
    let form = [
        ("product_id", PLAN),
        ("quantity", "2"),
        ("device_ok", "yes"),
    ];
    assert_eq!(
        shop.browser().post("/checkout", &form).await.status,
        503,
        "nothing is sold that cannot be bought"
    );
    shop.sandbox.supplier.set_balance_cents(100_000);
    shop.rest(TimeDelta::minutes(5)).await;
    shop.app
        .catalogue
        .refresh(&shop.app.db, shop.app.clock.now())
        .await
        .unwrap();
    assert_eq!(
        sarah.get_json(&waiting.page).await["delivery_state"],
        "delivered"
    );
    assert_eq!(shop.browser().post("/checkout", &form).await.status, 303);
    shop.close().await;
}

#[tokio::test]
async fn another_order_under_the_same_key_is_shown_to_nobody() {
    let rules = vec![
        Rule::once(
            "create_order",
            Fault::SellThenBreak(Break::MissingField("data.esim".into())),
        ),
        Rule::once(
            "get_order",
            Fault::Status {
                status: 500,
                body: String::new(),
            },
        ),
        Rule::once(
            "create_order",
            Fault::SellThenBreak(Break::SetField("data.id".into(), json!("another-order"))),
        ),
    ];
    let (shop, mut sarah, bought) = paid_through(rules).await;
    let order = sarah.get_json(&bought.page).await;
    assert_eq!(order["lines"][0]["activation_code"], Value::Null);
    assert!(
        shop.one::<String>("select attention from orders")
            .await
            .contains("two orders for one key")
    );
    assert_eq!(
        shop.one::<i64>("select count(*) from ops.stuck_orders")
            .await,
        1
    );
}

#[tokio::test]
async fn an_esim_that_is_somebody_elses_is_never_shown_to_the_second() {
    let shop = Shop::open().await;
    let mut first = shop.browser();
    shop.buy(&mut first, PLAN, 1).await;
    shop.settle().await;
    let taken = shop.sandbox.supplier.esims().pop().unwrap();
    shop.sandbox.supplier.faults.push(Rule::once(
        "create_order",
        Fault::SellThenBreak(Break::SetField(
            "data.esim.iccid".into(),
            json!(taken.iccid),
        )),
    ));
    let mut second = shop.browser();
    let bought = shop.buy(&mut second, PLAN, 1).await;
    shop.settle().await;
    let order = second.get_json(&bought.page).await;
    assert_eq!(order["delivery_state"], "needs_attention");
    assert_eq!(order["lines"][0]["activation_code"], Value::Null);
    assert!(
        shop.one::<String>("select attention from ops.stuck_orders")
            .await
            .contains("somebody else's")
    );
}

#[tokio::test]
async fn one_refused_line_of_three_is_refunded_by_itself() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    shop.sandbox.supplier.faults.push(
        Rule::once(
            "create_order",
            Fault::Refuse {
                code: 40_400,
                message: "gone".into(),
            },
        )
        .after(1),
    );
    let bought = shop.buy(&mut sarah, PLAN, 3).await;
    shop.settle().await;
    let order = sarah.get_json(&bought.page).await;
    assert_eq!(order["delivery_state"], "partly_delivered", "{order}");
    let refunds = shop.sandbox.stripe.refunds();
    assert_eq!(
        (refunds.len(), refunds[0]["amount"].as_i64()),
        (1, Some(PRICE))
    );
    assert_eq!(shop.sandbox.supplier.orders().len(), 2);
    shop.close().await;
}

#[tokio::test]
async fn an_answer_that_comes_after_the_refund_was_decided_is_fenced_and_ended() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    let hold = sandbox::faults::Hold::default();
    shop.sandbox.supplier.faults.push(Rule::once(
        "create_order",
        Fault::SellThenBreak(Break::Hold(hold.clone())),
    ));
    let bought = shop.buy(&mut sarah, PLAN, 1).await;
    shop.sandbox.stripe.quiet().await;
    let app = shop.app.clone();
    let working = tokio::spawn(async move { esim_storefront::worker::drain(&app).await });
    hold.reached().await;
    let id = bought.order_id.parse().unwrap();
    crate::support::refund(&shop.app, id, "the traveller asked", "olga").await;
    hold.release();
    working.await.unwrap().unwrap();
    shop.rest(TimeDelta::hours(1)).await;
    let order = sarah.get_json(&bought.page).await;
    assert_eq!(order["delivery_state"], "refunded");
    assert_eq!(
        format!("{:?}", shop.sandbox.supplier.orders()[0].status),
        "Terminated"
    );
    assert_eq!(shop.sandbox.stripe.refunds().len(), 1);
    shop.close().await;
}
