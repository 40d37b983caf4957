//! What holds a purchase before it is made: a payment that does not fit, a dispute, a review, a
//! fraud warning.

use crate::support::{PLAN, Shop};
use chrono::TimeDelta;
use sandbox::faults::{Fault, Rule};
use sandbox::stripe::Delivery;
use serde_json::json;

#[tokio::test]
async fn a_payment_that_does_not_fit_is_held_for_a_person() {
    for (field, value) in [
        ("amount_total", json!(1)),
        ("currency", json!("eur")),
        ("livemode", json!(true)),
        ("client_reference_id", json!("x")),
        ("payment_status", json!("no_payment_required")),
    ] {
        let shop = Shop::open().await;
        let mut sarah = shop.browser();
        shop.sandbox.stripe.set_delivery(Delivery::Hold);
        let bought = shop.buy(&mut sarah, PLAN, 1).await;
        shop.sandbox
            .stripe
            .tamper(&bought.session_id, field, value)
            .unwrap();
        shop.sandbox.stripe.release_held(false);
        shop.rest(TimeDelta::hours(3)).await;
        assert_eq!(
            shop.sandbox.supplier.calls("create_order").len(),
            0,
            "{field}"
        );
        assert_eq!(
            shop.one::<i64>("select count(*) from captures").await,
            0,
            "{field}"
        );
        assert_eq!(
            shop.one::<i64>("select count(*) from ops.stuck_orders")
                .await,
            1,
            "{field}"
        );
        assert_ne!(
            sarah.get_json(&bought.page).await["payment_state"],
            "paid",
            "{field}"
        );
    }
}

#[tokio::test]
async fn a_dispute_before_the_purchase_stops_it() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    shop.sandbox
        .supplier
        .faults
        .push(Rule::once("create_order", Fault::Reset).times(2));
    let bought = shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    let intent = shop.session(&bought.session_id)["payment_intent"]
        .as_str()
        .unwrap()
        .to_owned();
    shop.sandbox.stripe.dispute(&intent).unwrap();
    shop.rest(TimeDelta::hours(5)).await;
    assert_eq!(shop.sandbox.supplier.orders().len(), 0);
    assert!(shop.sandbox.stripe.refunds().is_empty());
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "needs_attention"
    );
}

#[tokio::test]
async fn a_review_holds_the_purchase_until_it_is_closed() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    shop.sandbox.supplier.faults.push(Rule::once(
        "create_order",
        Fault::Status {
            status: 503,
            body: String::new(),
        },
    ));
    let bought = shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    let intent = shop.session(&bought.session_id)["payment_intent"]
        .as_str()
        .unwrap()
        .to_owned();
    shop.sandbox.stripe.review(&intent, None).unwrap();
    shop.rest(TimeDelta::minutes(10)).await;
    assert_eq!(shop.sandbox.supplier.orders().len(), 0);
    shop.sandbox
        .stripe
        .review(&intent, Some("approved"))
        .unwrap();
    shop.rest(TimeDelta::minutes(10)).await;
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "delivered"
    );
    shop.close().await;
}

#[tokio::test]
async fn a_fraud_warning_before_the_purchase_sends_the_money_back() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    shop.sandbox.supplier.faults.push(Rule::once(
        "create_order",
        Fault::Status {
            status: 503,
            body: String::new(),
        },
    ));
    let bought = shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    let intent = shop.session(&bought.session_id)["payment_intent"]
        .as_str()
        .unwrap()
        .to_owned();
    shop.sandbox.stripe.warn_of_fraud(&intent).unwrap();
    shop.settle().await;
    shop.rest(TimeDelta::hours(3)).await;
    assert_eq!(shop.sandbox.supplier.orders().len(), 0);
    assert_eq!(shop.sandbox.stripe.refunds().len(), 1);
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "refunded"
    );
    assert_eq!(
        shop.one::<String>("select cause from ops.refunds").await,
        "fraud"
    );
    shop.close().await;
}
