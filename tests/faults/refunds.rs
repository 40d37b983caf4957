//! Refunds beside refunds: late ones, doubled ones, ones made by hand beside ours, and what a
//! hand-made one was meant for.

use crate::support::{Bought, Browser, PLAN, PRICE, Shop};
use chrono::TimeDelta;
use esim_storefront::db::gauges;
use esim_storefront::flows::refund_order::{self, Ask};
use sandbox::faults::{Fault, Rule};
use sandbox::stripe::Delivery;
use std::time::Duration;

/// An order that the supplier refuses.
async fn refused(shop: &Shop) -> (Browser, Bought, String) {
    let mut sarah = shop.browser();
    shop.sandbox.supplier.faults.push(Rule::once(
        "create_order",
        Fault::Refuse {
            code: 40_400,
            message: "gone".into(),
        },
    ));
    let bought = shop.buy(&mut sarah, PLAN, 1).await;
    let intent = shop.session(&bought.session_id)["payment_intent"]
        .as_str()
        .unwrap()
        .to_owned();
    (sarah, bought, intent)
}

pub fn sent(shop: &Shop) -> Vec<i64> {
    let mut all: Vec<i64> = shop
        .sandbox
        .stripe
        .refunds()
        .iter()
        .map(|r| r["amount"].as_i64().unwrap())
        .collect();
    all.sort_unstable();
    all
}

pub fn ask(lines: &[i32], amount_minor: Option<i64>) -> Ask {
    Ask {
        lines: lines.to_vec(),
        amount_minor,
        keep_esim: false,
        reason: "the traveller asked".to_owned(),
    }
}

pub async fn refund(shop: &Shop, bought: &Bought, ask: &Ask) {
    let plan = refund_order::plan(&shop.app, bought.order_id.parse().unwrap(), ask)
        .await
        .unwrap();
    refund_order::carry_out(&shop.app, &plan, "olga")
        .await
        .unwrap();
    shop.settle().await;
}

#[tokio::test]
async fn a_refund_that_appears_after_a_failure_is_not_sent_again() {
    let shop = Shop::open().await;
    shop.sandbox.stripe.fail_refund_late(Duration::from_secs(4));
    let (mut sarah, bought, _) = refused(&shop).await;
    shop.rest(TimeDelta::hours(1)).await;
    assert_eq!(sent(&shop), [PRICE]);
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "refunded"
    );
    shop.close().await;
}

#[tokio::test]
async fn an_equal_refund_by_hand_stands_for_ours() {
    let shop = Shop::open().await;
    // Ours is decided and cannot be sent yet: Stripe does not answer.
    shop.sandbox.stripe.faults.push(Rule::always(
        "/v1/refunds",
        Fault::Status {
            status: 503,
            body: String::new(),
        },
    ));
    let (mut sarah, bought, intent) = refused(&shop).await;
    shop.settle().await;
    shop.sandbox
        .stripe
        .refund_in_dashboard(&intent, Some(PRICE))
        .unwrap();
    shop.sandbox.stripe.faults.clear();
    shop.rest(TimeDelta::hours(1)).await;
    assert_eq!(sent(&shop), [PRICE]);
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "refunded"
    );
    shop.close().await;
}

#[tokio::test]
async fn when_both_went_a_person_is_called() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    shop.sandbox.supplier.faults.push(Rule::once(
        "create_order",
        Fault::Refuse {
            code: 40_400,
            message: "gone".into(),
        },
    ));
    let bought = shop.buy(&mut sarah, PLAN, 2).await;
    let intent = shop.session(&bought.session_id)["payment_intent"]
        .as_str()
        .unwrap()
        .to_owned();
    // Stripe makes ours some seconds after its failure, and somebody sends the same by hand in
    // between.
    shop.sandbox
        .stripe
        .fail_refund_late(Duration::from_secs(30));
    shop.settle().await;
    shop.sandbox
        .stripe
        .refund_in_dashboard(&intent, Some(PRICE))
        .unwrap();
    shop.settle().await;
    shop.pass(TimeDelta::minutes(1));
    shop.sandbox.stripe.pass_time();
    shop.rest(TimeDelta::hours(1)).await;
    assert_eq!(
        sent(&shop),
        [PRICE, PRICE],
        "the second is beyond our hands"
    );
    assert_eq!(
        shop.one::<i64>(
            "select count(*) from ops.alerts where kind = 'refund_doubled' and resolved_at is null"
        )
        .await,
        1
    );
    assert_eq!(
        shop.one::<i64>("select count(*) from jobs where last_error is not null")
            .await,
        0,
        "no job fails for ever"
    );
}

#[tokio::test]
async fn one_that_failed_and_was_sent_again_by_hand_is_made_good() {
    let shop = Shop::open().await;
    let (mut sarah, bought, intent) = refused(&shop).await;
    shop.settle().await;
    let ours = shop.sandbox.stripe.refunds().pop().unwrap()["id"]
        .as_str()
        .unwrap()
        .to_owned();
    shop.sandbox.stripe.set_delivery(Delivery::Lose);
    shop.sandbox.stripe.fail_refund(&ours).unwrap();
    shop.sandbox
        .stripe
        .refund_in_dashboard(&intent, Some(PRICE))
        .unwrap();
    shop.pass(TimeDelta::minutes(5));
    esim_storefront::flows::reconcile::run(&shop.app)
        .await
        .unwrap();
    shop.settle().await;
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "refunded"
    );
    assert_eq!(
        shop.one::<i64>("select count(*) from ops.stuck_orders")
            .await,
        0
    );
    let figures = gauges::read(&shop.app.db, shop.app.clock.now())
        .await
        .unwrap();
    assert!(
        figures
            .iter()
            .all(|figure| figure.name != "refunds_unsettled"),
        "{figures:?}"
    );
    shop.close().await;
}

#[tokio::test]
async fn the_line_that_a_hand_made_refund_was_meant_for_is_said_and_the_others_are_bought() {
    let shop = Shop::open().await;
    shop.sandbox.supplier.faults.push(
        Rule::once(
            "create_order",
            Fault::Status {
                status: 503,
                body: String::new(),
            },
        )
        .times(2),
    );
    let mut sarah = shop.browser();
    let bought = shop.buy(&mut sarah, PLAN, 2).await;
    shop.settle().await;
    let intent = shop.session(&bought.session_id)["payment_intent"]
        .as_str()
        .unwrap()
        .to_owned();
    shop.sandbox
        .stripe
        .refund_in_dashboard(&intent, Some(500))
        .unwrap();
    shop.settle().await;
    assert_eq!(
        shop.one::<Vec<String>>("select holds from ops.orders")
            .await,
        ["refunded elsewhere"]
    );
    let plan = refund_order::plan(
        &shop.app,
        bought.order_id.parse().unwrap(),
        &ask(&[1], None),
    )
    .await
    .unwrap();
    assert_eq!(
        (
            plan.lines[0].booked,
            plan.lines[0].sent,
            plan.lines[0].not_bought
        ),
        (500, PRICE - 500, true)
    );
    refund_order::carry_out(&shop.app, &plan, "olga")
        .await
        .unwrap();
    shop.rest(TimeDelta::minutes(20)).await;
    assert_eq!(sent(&shop), [500, PRICE - 500]);
    assert_eq!(shop.sandbox.supplier.orders().len(), 1);
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "partly_delivered"
    );
    shop.close().await;
}

#[tokio::test]
async fn the_rest_follows_a_part_that_was_under_way_when_its_line_was_refused() {
    let shop = Shop::open().await;
    shop.sandbox.supplier.faults.push(Rule::once(
        "create_order",
        Fault::Status {
            status: 503,
            body: String::new(),
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
        .refund_in_dashboard(&intent, Some(100))
        .unwrap();
    shop.settle().await;
    refund(&shop, &bought, &ask(&[], Some(300))).await;
    shop.rest(TimeDelta::hours(80)).await;
    assert_eq!(sent(&shop).iter().sum::<i64>(), PRICE, "{:?}", sent(&shop));
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "refunded"
    );
    shop.close().await;
}

#[tokio::test]
async fn what_came_back_of_a_hand_made_refund_is_sent_by_us_when_its_line_was_refused() {
    let shop = Shop::open().await;
    shop.sandbox.stripe.set_delivery(Delivery::Hold);
    let mut sarah = shop.browser();
    let bought = shop.buy(&mut sarah, PLAN, 2).await;
    let intent = shop.session(&bought.session_id)["payment_intent"]
        .as_str()
        .unwrap()
        .to_owned();
    let by_hand = shop
        .sandbox
        .stripe
        .refund_in_dashboard(&intent, Some(500))
        .unwrap();
    shop.sandbox.stripe.warn_of_fraud(&intent).unwrap();
    shop.sandbox.stripe.release_held(false);
    shop.sandbox.stripe.set_delivery(Delivery::Normal);
    shop.settle().await;
    assert_eq!(sent(&shop).iter().sum::<i64>(), 2 * PRICE);
    shop.sandbox
        .stripe
        .fail_refund(by_hand["id"].as_str().unwrap())
        .unwrap();
    shop.rest(TimeDelta::hours(1)).await;
    assert_eq!(
        shop.one::<i64>("select sum(refunded_minor)::bigint from ops.orders")
            .await,
        2 * PRICE
    );
    assert_eq!(
        shop.one::<i64>("select count(*) from ops.stuck_orders where attention like '%came back%'")
            .await,
        1,
        "a person is told all the same"
    );
}

#[tokio::test]
async fn a_dispute_that_nobody_told_of_holds_a_refund_until_it_is_won() {
    let shop = Shop::open().await;
    shop.sandbox.supplier.faults.push(Rule::always(
        "create_order",
        Fault::Status {
            status: 503,
            body: String::new(),
        },
    ));
    let mut sarah = shop.browser();
    let bought = shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    let intent = shop.session(&bought.session_id)["payment_intent"]
        .as_str()
        .unwrap()
        .to_owned();
    shop.sandbox.stripe.set_delivery(Delivery::Lose);
    shop.sandbox.stripe.dispute(&intent).unwrap();
    // The clock decides: nothing is read of the payment before that.
    shop.pass(TimeDelta::hours(3));
    shop.settle().await;
    assert_eq!(
        shop.one::<Vec<String>>("select holds from ops.orders")
            .await,
        ["dispute"]
    );
    assert_eq!(
        shop.one::<String>("select state from refunds").await,
        "intent"
    );
    shop.sandbox.stripe.set_delivery(Delivery::Normal);
    shop.sandbox.stripe.close_dispute(&intent, "won").unwrap();
    shop.rest(TimeDelta::minutes(10)).await;
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "refunded"
    );
    shop.close().await;
}
