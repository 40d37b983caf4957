//! What can befall a refund at Stripe: lost, doubled, pending, made by hand.

use crate::support::{PLAN, PRICE, Shop};
use chrono::TimeDelta;
use esim_storefront::flows::reconcile;
use sandbox::faults::{Break, Fault, Rule};
use sandbox::stripe::Delivery;

async fn refused(shop: &Shop) -> (crate::support::Browser, crate::support::Bought) {
    let mut sarah = shop.browser();
    shop.sandbox.supplier.faults.push(Rule::once(
        "create_order",
        Fault::Refuse {
            code: 40_400,
            message: "gone".into(),
        },
    ));
    let bought = shop.buy(&mut sarah, PLAN, 1).await;
    (sarah, bought)
}

#[tokio::test]
async fn a_refund_that_stripe_made_and_did_not_tell_is_not_made_again() {
    let shop = Shop::open().await;
    shop.sandbox
        .stripe
        .faults
        .push(Rule::once("/v1/refunds", Fault::SellThenBreak(Break::Reset)).method("POST"));
    let (mut sarah, bought) = refused(&shop).await;
    shop.rest(TimeDelta::hours(1)).await;
    assert_eq!(shop.sandbox.stripe.refunds().len(), 1);
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "refunded"
    );
    shop.close().await;
}

#[tokio::test]
async fn a_failure_that_stripe_remembers_under_its_key_is_tried_under_a_new_one() {
    let shop = Shop::open().await;
    shop.sandbox.stripe.fail_and_remember("/v1/refunds", false);
    let (mut sarah, bought) = refused(&shop).await;
    shop.rest(TimeDelta::hours(1)).await;
    assert_eq!(shop.sandbox.stripe.refunds().len(), 1);
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "refunded"
    );
    assert_eq!(shop.one::<i64>("select count(*) from refunds").await, 2);
    shop.close().await;
}

#[tokio::test]
async fn a_failure_that_hid_a_refund_is_read_before_anything_is_sent_again() {
    let shop = Shop::open().await;
    shop.sandbox.stripe.fail_and_remember("/v1/refunds", true);
    let (mut sarah, bought) = refused(&shop).await;
    shop.rest(TimeDelta::hours(1)).await;
    assert_eq!(shop.sandbox.stripe.refunds().len(), 1);
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "refunded"
    );
    shop.close().await;
}

#[tokio::test]
async fn a_refund_made_in_the_dashboard_first_is_taken_into_the_books() {
    let shop = Shop::open().await;
    shop.sandbox.stripe.set_delivery(Delivery::Lose);
    let (mut sarah, bought) = refused(&shop).await;
    let intent = shop.session(&bought.session_id)["payment_intent"]
        .as_str()
        .unwrap()
        .to_owned();
    shop.sandbox.stripe.faults.push(
        Rule::once("/v1/refunds", Fault::Reset)
            .method("GET")
            .times(1),
    );
    reconcile::run(&shop.app).await.unwrap();
    shop.settle().await;
    shop.sandbox
        .stripe
        .refund_in_dashboard(&intent, None)
        .unwrap();
    shop.rest(TimeDelta::hours(1)).await;
    assert_eq!(shop.sandbox.stripe.refunds().len(), 1);
    assert_eq!(
        shop.one::<i64>("select sum(amount_minor)::bigint from refunds where state = 'succeeded'")
            .await,
        PRICE
    );
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "refunded"
    );
    shop.close().await;
}

#[tokio::test]
async fn what_went_back_by_hand_before_a_refusal_is_not_sent_twice() {
    for (by_hand, sent) in [(500, vec![500, PRICE - 500]), (PRICE, vec![PRICE])] {
        let shop = Shop::open().await;
        shop.sandbox.supplier.faults.push(Rule::always(
            "create_order",
            Fault::Refuse {
                code: 49_999,
                message: "busy".into(),
            },
        ));
        let mut sarah = shop.browser();
        let bought = shop.buy(&mut sarah, PLAN, 1).await;
        shop.settle().await;
        let intent = shop.session(&bought.session_id)["payment_intent"]
            .as_str()
            .unwrap()
            .to_owned();
        shop.sandbox
            .stripe
            .refund_in_dashboard(&intent, (by_hand < PRICE).then_some(by_hand))
            .unwrap();
        // A part is for a person to look at; after three days the rest goes back by itself.
        shop.rest(TimeDelta::hours(80)).await;
        let mut back: Vec<i64> = shop
            .sandbox
            .stripe
            .refunds()
            .iter()
            .map(|r| r["amount"].as_i64().unwrap())
            .collect();
        back.sort_unstable();
        assert_eq!(back, sent, "all of it, and no more");
        assert_eq!(
            sarah.get_json(&bought.page).await["delivery_state"],
            "refunded"
        );
        shop.close().await;
    }
}

#[tokio::test]
async fn a_pending_refund_is_not_done_and_one_that_comes_back_is_for_a_person() {
    let shop = Shop::open().await;
    shop.sandbox.stripe.set_refund_outcome("pending");
    let (mut sarah, bought) = refused(&shop).await;
    shop.settle().await;
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "refunding"
    );
    let refund = shop.sandbox.stripe.refunds().pop().unwrap()["id"]
        .as_str()
        .unwrap()
        .to_owned();
    shop.sandbox.stripe.fail_refund(&refund).unwrap();
    shop.settle().await;
    assert_eq!(
        shop.one::<i64>("select count(*) from ops.stuck_orders where attention like '%came back%'")
            .await,
        1
    );
}

#[tokio::test]
async fn a_pending_refund_is_read_again_after_a_day() {
    let shop = Shop::open().await;
    shop.sandbox.stripe.set_refund_outcome("pending");
    let (mut sarah, bought) = refused(&shop).await;
    shop.settle().await;
    shop.sandbox.stripe.set_delivery(Delivery::Lose);
    let refund = shop.sandbox.stripe.refunds().pop().unwrap()["id"]
        .as_str()
        .unwrap()
        .to_owned();
    shop.sandbox.stripe.settle_refund(&refund).unwrap();
    shop.pass(TimeDelta::hours(25));
    reconcile::run(&shop.app).await.unwrap();
    shop.settle().await;
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "refunded"
    );
    shop.close().await;
}

#[tokio::test]
async fn a_refund_that_does_not_go_through_keeps_no_other_line_waiting() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    shop.sandbox.supplier.faults.push(Rule::once(
        "create_order",
        Fault::Refuse {
            code: 40_400,
            message: "gone".into(),
        },
    ));
    shop.sandbox.supplier.faults.push(Rule::once(
        "create_order",
        Fault::Status {
            status: 503,
            body: String::new(),
        },
    ));
    shop.sandbox
        .stripe
        .faults
        .push(Rule::always("/v1/refunds", Fault::Reset));
    let bought = shop.buy(&mut sarah, PLAN, 2).await;
    shop.rest(TimeDelta::minutes(5)).await;
    assert_eq!(
        shop.sandbox.supplier.orders().len(),
        1,
        "the second line waited for the first one's refund"
    );
    shop.sandbox.stripe.faults.clear();
    shop.rest(TimeDelta::minutes(5)).await;
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "partly_delivered"
    );
    assert_eq!(shop.sandbox.stripe.refunds().len(), 1);
    shop.close().await;
}
