//! Holds that nobody ends: what came back elsewhere, and how long a person has.

use super::outside::{holds, waiting};
use crate::support::{Bought, PRICE, Shop};
use chrono::TimeDelta;
use esim_storefront::flows::operator;

#[tokio::test]
async fn a_part_that_went_back_elsewhere_waits_for_a_person_and_after_three_days_goes_back() {
    let (shop, mut sarah, bought, intent) = waiting(2).await;
    shop.sandbox
        .stripe
        .refund_in_dashboard(&intent, Some(500))
        .unwrap();
    shop.settle().await;
    shop.pass(TimeDelta::hours(70));
    shop.settle().await;
    assert_eq!(holds(&shop).await, ["refunded elsewhere"]);
    assert_eq!(
        shop.sandbox.supplier.orders().len(),
        0,
        "which line was meant is not ours to guess"
    );
    assert!(operator_may_not_release(&shop, &bought).await);
    shop.rest(TimeDelta::hours(4)).await;
    let order = sarah.get_json(&bought.page).await;
    assert_eq!(
        order["delivery_state"],
        "refunded",
        "{order} {:?} {}",
        holds(&shop).await,
        shop.one::<String>(
            "select string_agg(event || ' ' || coalesce(detail, ''), E'\n' order by id)
             from order_events"
        )
        .await
    );
    let back: i64 = shop
        .sandbox
        .stripe
        .refunds()
        .iter()
        .map(|r| r["amount"].as_i64().unwrap())
        .sum();
    assert_eq!((back, shop.sandbox.supplier.orders().len()), (2 * PRICE, 0));
    shop.close().await;
}

async fn operator_may_not_release(shop: &Shop, bought: &Bought) -> bool {
    let released = operator::release(&shop.app, bought.order_id.parse().unwrap(), "ada")
        .await
        .unwrap();
    shop.settle().await;
    released.ended.is_empty()
        && released.left.len() == 1
        && shop.sandbox.supplier.orders().is_empty()
}

#[tokio::test]
async fn a_hold_that_lasts_too_long_ends_in_a_refund_and_the_clock_stands_while_it_lasts() {
    let (shop, mut sarah, bought, intent) = waiting(1).await;
    shop.sandbox.stripe.review(&intent, None).unwrap();
    shop.settle().await;
    shop.pass(TimeDelta::hours(60));
    shop.settle().await;
    shop.sandbox
        .stripe
        .review(&intent, Some("approved"))
        .unwrap();
    shop.settle().await;
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "delivered",
        "thirty minutes of its clock were left"
    );
    shop.close().await;

    let (shop, mut sarah, bought, intent) = waiting(1).await;
    shop.sandbox.stripe.review(&intent, None).unwrap();
    shop.rest(TimeDelta::hours(73)).await;
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "needs_attention"
    );
    assert_eq!(
        (
            shop.sandbox.stripe.refunds().len(),
            shop.sandbox.supplier.orders().len()
        ),
        (1, 0)
    );
    shop.sandbox
        .stripe
        .review(&intent, Some("approved"))
        .unwrap();
    shop.rest(TimeDelta::hours(1)).await;
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "refunded"
    );
    assert_eq!(shop.sandbox.supplier.orders().len(), 0);
    shop.close().await;
}
