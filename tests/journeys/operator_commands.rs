//! What an operator does by command: release, refund, try again; each leaves a name.

use super::operators::{command, delivered, printed};
use crate::support::{Bought, Browser, PLAN, PRICE, Shop};
use chrono::TimeDelta;
use esim_storefront::flows::operator;
use sandbox::faults::{Fault, Rule};

async fn timeline(shop: &Shop, event: &'static str) -> Vec<(Option<String>, String)> {
    sqlx::query_as("select detail, actor from ops.order_timeline where event = $1")
        .bind(event)
        .fetch_all(&shop.app.db)
        .await
        .unwrap()
}

/// An order that a review holds before anything was bought.
async fn held() -> (Shop, Browser, Bought) {
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
    shop.rest(TimeDelta::minutes(30)).await;
    (shop, sarah, bought)
}

#[tokio::test]
async fn a_held_order_is_seen_among_the_stuck_ones_until_somebody_releases_it() {
    let (shop, mut sarah, bought) = held().await;
    assert_eq!(
        shop.one::<String>("select delivery_state from ops.stuck_orders")
            .await,
        "needs_attention"
    );
    assert!(
        !shop
            .one::<String>("select attention from ops.stuck_orders")
            .await
            .is_empty()
    );
    let number: String = shop.one("select order_number from ops.orders").await;
    let listed = command(&shop, &["orders", "list", "--stuck"]).await;
    assert!(
        listed.status.success() && printed(&listed).contains(&number),
        "{}",
        printed(&listed)
    );

    operator::release(&shop.app, bought.order_id.parse().unwrap(), "olga")
        .await
        .unwrap();
    shop.rest(TimeDelta::minutes(30)).await;
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "delivered"
    );
    assert_eq!(
        shop.one::<i64>("select count(*) from ops.stuck_orders")
            .await,
        0
    );
    let audit = timeline(&shop, "released").await;
    assert_eq!(audit.len(), 1);
    assert_eq!(audit[0].1, "operator:olga");
    assert!(
        audit[0].0.is_some(),
        "the row does not say what was released"
    );
    shop.close().await;
}

#[tokio::test]
async fn an_operators_refund_goes_back_once_and_says_who_and_why() {
    let (shop, _, bought) = delivered(2).await;
    let id = bought.order_id.parse().unwrap();
    assert_eq!(
        crate::support::refund(&shop.app, id, "the phone was stolen", "olga").await,
        2
    );
    shop.settle().await;
    assert_eq!(
        crate::support::refund(&shop.app, id, "pressed again", "olga").await,
        0
    );
    shop.settle().await;
    let back: Vec<i64> = shop
        .sandbox
        .stripe
        .refunds()
        .iter()
        .map(|r| r["amount"].as_i64().unwrap())
        .collect();
    assert_eq!(back, [PRICE, PRICE]);
    let refunds: (i64, String, String) =
        sqlx::query_as("select sum(amount_minor)::bigint, min(cause), min(state) from ops.refunds")
            .fetch_one(&shop.app.db)
            .await
            .unwrap();
    assert_eq!(refunds, (2 * PRICE, "operator".into(), "succeeded".into()));
    let audit = timeline(&shop, "refund_ordered").await;
    assert_eq!(
        audit[0],
        (Some("the phone was stolen".into()), "operator:olga".into())
    );
    shop.close().await;
}

#[tokio::test]
async fn a_refund_that_came_back_is_tried_again_by_hand() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    shop.sandbox.supplier.faults.push(Rule::once(
        "create_order",
        Fault::Refuse {
            code: 40_400,
            message: "gone".into(),
        },
    ));
    shop.sandbox.stripe.set_refund_outcome("failed");
    let bought = shop.buy(&mut sarah, PLAN, 1).await;
    shop.rest(TimeDelta::days(2)).await;
    assert_eq!(
        shop.one::<i64>("select count(*) from ops.stuck_orders where attention is not null")
            .await,
        1,
        "a person is called"
    );
    let tried = shop.sandbox.stripe.refunds().len();
    shop.sandbox.stripe.set_refund_outcome("succeeded");
    operator::retry(&shop.app, bought.order_id.parse().unwrap(), "olga")
        .await
        .unwrap();
    shop.rest(TimeDelta::hours(1)).await;
    assert_eq!(shop.sandbox.stripe.refunds().len(), tried + 1);
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "refunded"
    );
    assert_eq!(
        timeline(&shop, "retried").await,
        [(None, "operator:olga".to_owned())]
    );
    shop.close().await;
}

#[tokio::test]
async fn the_commands_print_the_story_without_a_code_and_leave_their_name() {
    let (shop, ..) = delivered(1).await;
    let number: String = shop.one("select order_number from ops.orders").await;
    let shown = command(&shop, &["orders", "show", &number.to_lowercase()]).await;
    let text = printed(&shown);
    assert!(
        shown.status.success() && text.contains("delivered") && text.contains("14.40 USD"),
        "{text}"
    );
    let sold = shop.sandbox.supplier.esims().pop().unwrap();
    assert!(!text.contains(sold.esim_qr.rsplit('$').next().unwrap()));
    let unasked = command(
        &shop,
        &["orders", "refund", &number, "--reason", "too slow"],
    )
    .await;
    assert_eq!(
        unasked.status.code(),
        Some(2),
        "without a terminal and without --yes nothing is done"
    );
    assert!(
        String::from_utf8_lossy(&unasked.stderr).contains("--yes")
            && printed(&unasked).contains("$14.40 goes back to the card")
    );
    assert_eq!(shop.one::<i64>("select count(*) from refunds").await, 0);
    let refunded = command(
        &shop,
        &["orders", "refund", &number, "--reason", "too slow", "--yes"],
    )
    .await;
    assert!(
        refunded.status.success(),
        "{}",
        String::from_utf8_lossy(&refunded.stderr)
    );
    shop.settle().await;
    assert_eq!(
        timeline(&shop, "refund_ordered").await,
        [(Some("too slow".into()), "operator:olga".to_owned())]
    );
    assert_eq!(shop.sandbox.stripe.refunds().len(), 1);
    for wrong in [
        &["orders", "show", "E99999"][..],
        &["orders", "refund", &number, "--reason", " "],
        &["orders", "release", "nonsense"],
    ] {
        assert_eq!(
            command(&shop, wrong).await.status.code(),
            Some(1),
            "{wrong:?}"
        );
    }
    shop.close().await;
}
