//! Refunds by an operator, beside those that others make.

use super::refunds::{ask, refund, sent};
use crate::support::{Bought, Browser, PLAN, PRICE, Shop};
use esim_storefront::flows::refund_order::{self, Ask};

async fn delivered(quantity: u32) -> (Shop, Browser, Bought, String) {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    let bought = shop.buy(&mut sarah, PLAN, quantity).await;
    shop.settle().await;
    let intent = shop.session(&bought.session_id)["payment_intent"]
        .as_str()
        .unwrap()
        .to_owned();
    (shop, sarah, bought, intent)
}

#[tokio::test]
async fn what_went_back_by_hand_is_not_sent_again_by_an_operator() {
    let (shop, mut sarah, bought, intent) = delivered(1).await;
    shop.sandbox
        .stripe
        .refund_in_dashboard(&intent, Some(100))
        .unwrap();
    shop.settle().await;
    refund(
        &shop,
        &bought,
        &Ask {
            keep_esim: true,
            ..ask(&[], None)
        },
    )
    .await;
    assert_eq!(sent(&shop), [100, PRICE - 100]);
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "delivered"
    );
    shop.close().await;
}

#[tokio::test]
async fn an_operators_refund_ends_what_nobody_has_used() {
    let (shop, mut sarah, bought, _) = delivered(2).await;
    let plan = refund_order::plan(
        &shop.app,
        bought.order_id.parse().unwrap(),
        &ask(&[2], None),
    )
    .await
    .unwrap();
    assert_eq!(plan.lines.len(), 1);
    assert!(
        plan.lines[0].ends.is_some() && plan.lines[0].sent == PRICE,
        "{plan:?}"
    );
    refund_order::carry_out(&shop.app, &plan, "olga")
        .await
        .unwrap();
    shop.settle().await;
    let ended = shop
        .sandbox
        .supplier
        .orders()
        .iter()
        .filter(|o| format!("{:?}", o.status) == "Terminated")
        .count();
    assert_eq!((ended, sent(&shop)), (1, vec![PRICE]));
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "partly_delivered"
    );
    let states: Vec<String> = sqlx::query_scalar("select state from lines order by position")
        .fetch_all(&shop.app.db)
        .await
        .unwrap();
    assert_eq!(states, ["delivered", "cancelled"]);
    shop.close().await;
}

#[tokio::test]
async fn a_part_ends_nothing_and_lowers_what_is_promised_later() {
    let (shop, _, bought, _) = delivered(1).await;
    refund(&shop, &bought, &ask(&[], Some(500))).await;
    assert_eq!(sent(&shop), [500]);
    assert!(
        shop.sandbox
            .supplier
            .orders()
            .iter()
            .all(|o| format!("{:?}", o.status) != "Terminated")
    );
    let plan = refund_order::plan(&shop.app, bought.order_id.parse().unwrap(), &ask(&[], None))
        .await
        .unwrap();
    assert_eq!(plan.lines[0].sent, PRICE - 500);
    refund_order::carry_out(&shop.app, &plan, "olga")
        .await
        .unwrap();
    shop.settle().await;
    assert_eq!(sent(&shop), [500, PRICE - 500]);
    let too_much = refund_order::plan(
        &shop.app,
        bought.order_id.parse().unwrap(),
        &ask(&[], Some(1)),
    )
    .await
    .unwrap();
    assert!(too_much.lines.is_empty() && !too_much.left_alone.is_empty());
    shop.close().await;
}
