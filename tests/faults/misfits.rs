//! Payments that do not fit their order: nothing is bought for them, and all of it goes back once.

use super::outside::{holds, intent};
use crate::support::{PLAN, PRICE, Shop};
use chrono::TimeDelta;
use esim_storefront::flows::reconcile;
use sandbox::stripe::Delivery;
use serde_json::json;

#[tokio::test]
async fn a_payment_intent_that_differs_from_its_page_is_never_bought_for() {
    for (field, value) in [
        ("amount_received", json!(PRICE - 1)),
        ("currency", json!("eur")),
    ] {
        let shop = Shop::open().await;
        let mut sarah = shop.browser();
        shop.sandbox.stripe.set_delivery(Delivery::Hold);
        let bought = shop.buy(&mut sarah, PLAN, 1).await;
        shop.sandbox
            .stripe
            .tamper(&intent(&shop, &bought), field, value)
            .unwrap();
        shop.sandbox.stripe.release_held(false);
        shop.rest(TimeDelta::hours(3)).await;
        assert_eq!(
            shop.sandbox.supplier.calls("create_order").len(),
            0,
            "{field}"
        );
        assert_eq!(holds(&shop).await, ["misfit"], "{field}");
        let reads = shop.sandbox.stripe.calls(&intent(&shop, &bought)).len();
        for _ in 0..3 {
            reconcile::run(&shop.app).await.unwrap();
            shop.settle().await;
        }
        assert_eq!(
            shop.sandbox.stripe.calls(&intent(&shop, &bought)).len(),
            reads,
            "it is not read in each round"
        );
        assert_eq!(
            shop.one::<i64>("select count(*) from order_events where event = 'held'")
                .await,
            1
        );
        esim_storefront::flows::alerts::run(&shop.app)
            .await
            .unwrap();
        assert_eq!(
            shop.one::<i64>(
                "select count(*) from ops.alerts where kind = 'misfit' and resolved_at is null"
            )
            .await,
            1
        );
        shop.rest(TimeDelta::hours(75)).await;
        assert_eq!(
            shop.sandbox.stripe.refunds().len(),
            1,
            "what was received goes back"
        );
        assert_eq!(holds(&shop).await, Vec::<String>::new());
        assert_eq!(
            sarah.get_json(&bought.page).await["payment_state"],
            "failed"
        );
    }
}

#[tokio::test]
async fn what_goes_back_of_a_payment_that_does_not_fit_is_booked_as_soon_as_it_is_told() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    shop.sandbox.stripe.set_delivery(Delivery::Hold);
    let bought = shop.buy(&mut sarah, PLAN, 1).await;
    let payment = intent(&shop, &bought);
    shop.sandbox
        .stripe
        .tamper(&payment, "amount_received", json!(PRICE - 1))
        .unwrap();
    shop.sandbox.stripe.release_held(false);
    shop.settle().await;
    assert_eq!(holds(&shop).await, ["misfit"]);
    shop.sandbox
        .stripe
        .refund_in_dashboard(&payment, Some(PRICE - 1))
        .unwrap();
    shop.sandbox.stripe.release_held(false);
    shop.settle().await;
    assert_eq!(
        shop.one::<i64>("select count(*) from stripe_events where processed_at is null")
            .await,
        0,
        "no event waits"
    );
    assert_eq!(holds(&shop).await, Vec::<String>::new());
    assert_eq!(
        sarah.get_json(&bought.page).await["payment_state"],
        "failed"
    );
}

#[tokio::test]
async fn a_payment_that_does_not_fit_goes_back_once_though_stripe_fails_at_it() {
    for made_late in [false, true] {
        let shop = Shop::open().await;
        let mut sarah = shop.browser();
        shop.sandbox.stripe.set_delivery(Delivery::Hold);
        let bought = shop.buy(&mut sarah, PLAN, 1).await;
        shop.sandbox
            .stripe
            .tamper(&intent(&shop, &bought), "amount_received", json!(PRICE - 1))
            .unwrap();
        shop.sandbox.stripe.release_held(false);
        shop.settle().await;
        if made_late {
            shop.sandbox
                .stripe
                .fail_refund_late(std::time::Duration::from_secs(4));
        } else {
            shop.sandbox.stripe.fail_and_remember("/v1/refunds", false);
        }
        shop.rest(TimeDelta::hours(74)).await;
        assert_eq!(
            shop.sandbox.stripe.refunds().len(),
            1,
            "made late: {made_late}"
        );
        assert_eq!(holds(&shop).await, Vec::<String>::new());
    }
}

/// A payment a cent short, which nobody has looked at yet.
async fn misfit(shop: &Shop) -> String {
    let mut sarah = shop.browser();
    shop.sandbox.stripe.set_delivery(Delivery::Hold);
    let bought = shop.buy(&mut sarah, PLAN, 1).await;
    let payment = intent(shop, &bought);
    shop.sandbox
        .stripe
        .tamper(&payment, "amount_received", json!(PRICE - 1))
        .unwrap();
    shop.sandbox.stripe.release_held(false);
    shop.settle().await;
    assert_eq!(holds(shop).await, ["misfit"]);
    payment
}

#[tokio::test]
async fn the_rest_of_a_payment_that_does_not_fit_goes_back_after_stripes_failure_and_a_hand_in_the_dashboard()
 {
    let shop = Shop::open().await;
    let payment = misfit(&shop).await;
    shop.sandbox.stripe.fail_and_remember("/v1/refunds", false);
    shop.pass(TimeDelta::hours(73));
    shop.settle().await;
    assert_eq!(shop.sandbox.stripe.refunds().len(), 0);
    // The key was sent with the whole amount; the rest is another one.
    shop.sandbox
        .stripe
        .refund_in_dashboard(&payment, Some(400))
        .unwrap();
    shop.rest(TimeDelta::hours(3)).await;
    let back: i64 = shop
        .sandbox
        .stripe
        .refunds()
        .iter()
        .map(|refund| refund["amount"].as_i64().unwrap())
        .sum();
    assert_eq!((back, shop.sandbox.stripe.refunds().len()), (PRICE - 1, 2));
    assert_eq!(holds(&shop).await, Vec::<String>::new());
}

#[tokio::test]
async fn a_payment_that_does_not_fit_waits_for_its_dispute_and_then_ends() {
    for (outcome, sent) in [("won", 1), ("lost", 0)] {
        let shop = Shop::open().await;
        let payment = misfit(&shop).await;
        shop.sandbox.stripe.dispute(&payment).unwrap();
        shop.rest(TimeDelta::hours(80)).await;
        assert_eq!(shop.sandbox.stripe.refunds().len(), 0, "{outcome}");
        assert!(
            holds(&shop).await.contains(&"misfit".to_owned()),
            "{outcome}"
        );
        shop.sandbox
            .stripe
            .close_dispute(&payment, outcome)
            .unwrap();
        shop.sandbox.stripe.release_held(false);
        shop.rest(TimeDelta::hours(8)).await;
        assert_eq!(shop.sandbox.stripe.refunds().len(), sent, "{outcome}");
        assert!(
            !holds(&shop).await.contains(&"misfit".to_owned()),
            "{outcome}: nothing of it is left here"
        );
    }
}
