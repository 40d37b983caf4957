//! How long the supplier has, and what is refunded when it is over.

use super::supplier::paid_through;
use crate::support::{BUYER, PLAN, PRICE, Shop};
use chrono::TimeDelta;
use sandbox::faults::{Break, Fault, Rule};
use serde_json::Value;

async fn refunded_once(rules: Vec<Rule>) -> (Shop, Value) {
    let (shop, mut sarah, bought) = paid_through(rules).await;
    let order = sarah.get_json(&bought.page).await;
    assert_eq!(order["delivery_state"], "refunded", "{order}");
    let refunds = shop.sandbox.stripe.refunds();
    assert_eq!(refunds.len(), 1);
    assert_eq!(refunds[0]["amount"], PRICE);
    assert!(
        shop.sandbox.supplier.keys_seen().len() <= 1,
        "more than one key"
    );
    let told = shop
        .sandbox
        .mailbox
        .messages_to(BUYER)
        .into_iter()
        .filter(|m| m.subject.starts_with("Your refund"));
    assert_eq!(told.count(), 1, "the refund is told once");
    (shop, order)
}

#[tokio::test]
async fn while_nothing_can_have_been_bought_the_shorter_clock_runs() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    let bought = shop.check_out(&mut sarah, PLAN, 1).await;
    shop.sandbox.supplier.stop();
    shop.sandbox.stripe.pay(&bought.session_id, BUYER).unwrap();
    shop.rest(TimeDelta::minutes(29)).await;
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "ordering"
    );
    shop.rest(TimeDelta::minutes(5)).await;
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "refunded"
    );
    assert!(!shop.one::<bool>("select supplier_unknown from lines").await);
    assert_eq!(
        shop.one::<i64>("select count(*) from ops.stuck_orders")
            .await,
        0
    );
    shop.close().await;
}

#[tokio::test]
async fn once_anything_was_unclear_the_longer_clock_runs_and_the_refund_is_flagged() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    shop.sandbox.supplier.faults.push(Rule::always(
        "create_order",
        Fault::SellThenBreak(Break::Reset),
    ));
    let bought = shop.buy(&mut sarah, PLAN, 1).await;
    shop.rest(TimeDelta::minutes(100)).await;
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "ordering",
        "half an hour is not enough when it may have been sold"
    );
    shop.rest(TimeDelta::minutes(30)).await;
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "refunded"
    );
    assert!(shop.one::<bool>("select supplier_unknown from lines").await);
    assert_eq!(
        shop.one::<i64>("select count(*) from ops.stuck_orders where attention is not null")
            .await,
        1
    );
    let calls = shop.sandbox.supplier.calls("create_order").len();
    shop.rest(TimeDelta::hours(10)).await;
    assert_eq!(
        shop.sandbox.supplier.calls("create_order").len(),
        calls,
        "no call after the refund was decided"
    );
    assert_eq!(shop.sandbox.supplier.keys_seen().len(), 1);
    shop.close().await;
}

#[tokio::test]
async fn a_sale_that_never_has_its_code_is_refunded_and_ended_at_the_supplier() {
    let rules = vec![
        Rule::always(
            "create_order",
            Fault::SellThenBreak(Break::MissingField("data.esim.esim_qr".into())),
        ),
        Rule::always(
            "get_esim_status",
            Fault::Status {
                status: 500,
                body: String::new(),
            },
        ),
    ];
    let (shop, _) = refunded_once(rules).await;
    assert_eq!(
        format!("{:?}", shop.sandbox.supplier.orders()[0].status),
        "Terminated"
    );
    shop.close().await;
}
