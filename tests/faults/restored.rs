//! After a silence, an outage or a restored backup: what Stripe saw meanwhile is read before
//! anything is bought for it, and no number is given twice.

use crate::support::{BUYER, PLAN, PRICE, Shop};
use chrono::TimeDelta;
use esim_storefront::flows::{alerts, reconcile, recovery};
use esim_storefront::worker;
use sandbox::faults::{Fault, Rule};
use sandbox::stripe::Delivery;
use serde_json::json;

pub const YESTERDAY: &str = "update cursors
                             set value = to_char(now() - interval '1 day',
                               'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') where name like 'stripe%'";

/// A backup of before the first order.
const FORGET: &str =
    "truncate orders, stripe_events, jobs cascade; select setval('order_numbers', 10000)";

pub async fn recovering(shop: &Shop) -> bool {
    shop.one("select exists (select from recovery)").await
}

#[tokio::test]
async fn a_recovery_lasts_until_everything_is_read_and_gates_only_payments_of_before() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    reconcile::run(&shop.app).await.unwrap();
    shop.sandbox.supplier.faults.push(Rule::once(
        "create_order",
        Fault::Status {
            status: 503,
            body: String::new(),
        },
    ));
    let old = shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    shop.run(YESTERDAY).await;
    shop.pass(TimeDelta::minutes(2));
    recovery::begin_if_due(&shop.app).await.unwrap();
    assert!(recovering(&shop).await);
    // Reading fails half way: the events come, the refunds do not.
    shop.sandbox.stripe.faults.push(
        Rule::always(
            "/v1/payment_intents",
            Fault::Status {
                status: 500,
                body: String::new(),
            },
        )
        .method("GET"),
    );
    assert!(reconcile::run(&shop.app).await.is_err());
    assert!(recovering(&shop).await, "it is not over before it is done");
    shop.rest(TimeDelta::minutes(3)).await;
    assert_eq!(shop.sandbox.supplier.orders().len(), 0);
    shop.sandbox.stripe.faults.clear();
    // Another process starts meanwhile: the recovery goes on.
    recovery::begin_if_due(&shop.app).await.unwrap();
    assert!(recovering(&shop).await);
    assert_eq!(
        sarah.get_json(&old.page).await["delivery_state"],
        "ordering"
    );
    reconcile::run(&shop.app).await.unwrap();
    assert!(!recovering(&shop).await);
    shop.rest(TimeDelta::minutes(10)).await;
    assert_eq!(
        sarah.get_json(&old.page).await["delivery_state"],
        "delivered"
    );
    shop.close().await;
}

#[tokio::test]
async fn a_standby_that_takes_over_while_the_shop_runs_is_noticed_within_a_round() {
    let shop = Shop::open().await;
    recovery::begin_if_due(&shop.app).await.unwrap();
    reconcile::run(&shop.app).await.unwrap();
    watch(&shop).await;
    assert!(!recovering(&shop).await, "nothing has changed");
    shop.run("update shop set database_mark = 'of the server that failed'")
        .await;
    watch(&shop).await;
    assert!(recovering(&shop).await);
    reconcile::run(&shop.app).await.unwrap();
    watch(&shop).await;
    assert!(!recovering(&shop).await, "it is noticed once");
    shop.close().await;
}

/// One round of what looks for trouble.
async fn watch(shop: &Shop) {
    shop.run(
        "insert into jobs (kind, subject, lane, run_at, created_at)
         values ('watch', '', 'housekeeping', now() - interval '1 day', now())
              on conflict (kind, subject) do update set run_at = excluded.run_at",
    )
    .await;
    while worker::step(&shop.app).await.unwrap() != Some("watch") {}
}

#[tokio::test]
async fn a_refund_of_the_gap_is_found_whether_or_not_its_order_was_known_as_paid() {
    for known in [true, false] {
        let shop = Shop::open().await;
        let mut sarah = shop.browser();
        reconcile::run(&shop.app).await.unwrap();
        shop.sandbox.supplier.faults.push(Rule::always(
            "create_order",
            Fault::Status {
                status: 503,
                body: String::new(),
            },
        ));
        if !known {
            shop.sandbox.stripe.set_delivery(Delivery::Lose);
        }
        let bought = shop.buy(&mut sarah, PLAN, 1).await;
        shop.settle().await;
        shop.sandbox.stripe.set_delivery(Delivery::Lose);
        let intent = shop.session(&bought.session_id)["payment_intent"]
            .as_str()
            .unwrap()
            .to_owned();
        shop.sandbox
            .stripe
            .refund_in_dashboard(&intent, None)
            .unwrap();
        shop.sandbox.supplier.faults.clear();
        shop.run(YESTERDAY).await;
        recovery::begin_if_due(&shop.app).await.unwrap();
        reconcile::run(&shop.app).await.unwrap();
        shop.rest(TimeDelta::hours(1)).await;
        assert_eq!(shop.sandbox.supplier.orders().len(), 0, "known: {known}");
        assert_eq!(
            sarah.get_json(&bought.page).await["delivery_state"],
            "refunded",
            "known: {known}"
        );
        shop.close().await;
    }
}

#[tokio::test]
async fn after_a_restore_no_number_is_given_twice_and_the_lost_payment_is_told() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    reconcile::run(&shop.app).await.unwrap();
    let kept = shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    let lost = shop.buy(&mut shop.browser(), PLAN, 1).await;
    let lost_intent = shop.session(&lost.session_id)["payment_intent"]
        .as_str()
        .unwrap()
        .to_owned();
    let lost_number = shop.sandbox.stripe.payment_intents().last().unwrap()["description"]
        .as_str()
        .unwrap()[9..]
        .to_owned();
    // The backup was made before the second order.
    shop.run(FORGET).await;
    shop.run("update shop set database_mark = 'of the old server'")
        .await;
    recovery::begin_if_due(&shop.app).await.unwrap();
    reconcile::run(&shop.app).await.unwrap();
    shop.settle().await;
    let next = shop.check_out(&mut shop.browser(), PLAN, 1).await;
    let number: String = sqlx::query_scalar("select order_number from orders where id = $1::uuid")
        .bind(&next.order_id)
        .fetch_one(&shop.app.db)
        .await
        .unwrap();
    assert!(number > lost_number, "{number} follows {lost_number}");
    let unknown: Vec<(String, String)> = sqlx::query_as(
        "select stripe_payment_intent_id, order_reference from ops.unknown_payments
         order by order_reference desc",
    )
    .fetch_all(&shop.app.db)
    .await
    .unwrap();
    assert_eq!(unknown[0], (lost_intent, lost_number));
    assert_eq!(
        unknown.len(),
        2,
        "the first order's payment, {}, is lost as well",
        kept.session_id
    );
    alerts::run(&shop.app).await.unwrap();
    assert_eq!(
        shop.one::<i64>(
            "select count(*) from ops.alerts where kind = 'unknown_payment' and resolved_at is null"
        )
        .await,
        2
    );
    // What goes back by hand is known, and its alert ends.
    shop.sandbox
        .stripe
        .refund_in_dashboard(&unknown[0].0, None)
        .unwrap();
    shop.settle().await;
    alerts::run(&shop.app).await.unwrap();
    assert_eq!(
        shop.one::<i64>(
            "select count(*) from ops.alerts where kind = 'unknown_payment' and resolved_at is null"
        )
        .await,
        1
    );
}

#[tokio::test]
async fn a_payment_of_another_shop_on_the_same_account_is_not_ours() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    let theirs = shop.check_out(&mut sarah, PLAN, 1).await;
    shop.run("update shop set mark = 'anothers'").await;
    shop.sandbox.stripe.set_delivery(Delivery::Hold);
    shop.sandbox.stripe.pay(&theirs.session_id, BUYER).unwrap();
    shop.run(FORGET).await;
    shop.sandbox.stripe.release_held(false);
    shop.settle().await;
    assert_eq!(
        shop.one::<i64>("select count(*) from stray_payments").await,
        0
    );
    assert_eq!(
        shop.one::<i64>("select count(*) from stripe_events where processed_at is null")
            .await,
        0
    );
}

#[tokio::test]
async fn a_lost_webhook_is_found_behind_ten_thousand_others_and_behind_one_that_cannot_be_read() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    reconcile::run(&shop.app).await.unwrap();
    shop.sandbox.stripe.set_delivery(Delivery::Lose);
    let bought = shop.buy(&mut sarah, PLAN, 1).await;
    shop.sandbox
        .stripe
        .plant_events(10_050, "customer.updated", shop.sandbox.clock.now());
    shop.sandbox
        .stripe
        .plant_event(json!({"object": "event", "data": 7}));
    reconcile::run(&shop.app).await.unwrap();
    shop.settle().await;
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "delivered"
    );
    shop.close().await;
}

#[tokio::test]
async fn a_clock_that_runs_ahead_hides_no_payment() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    shop.app.clock.advance(TimeDelta::hours(2));
    reconcile::run(&shop.app).await.unwrap();
    shop.sandbox.stripe.set_delivery(Delivery::Lose);
    let bought = shop.buy(&mut sarah, PLAN, 1).await;
    reconcile::run(&shop.app).await.unwrap();
    shop.settle().await;
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "delivered"
    );
    // It is set right, and the next one is found as well.
    shop.app.clock.advance(-TimeDelta::hours(2));
    let next = shop.buy(&mut sarah, PLAN, 1).await;
    reconcile::run(&shop.app).await.unwrap();
    shop.settle().await;
    assert_eq!(
        sarah.get_json(&next.page).await["delivery_state"],
        "delivered"
    );
}

#[tokio::test]
async fn pulled_events_keep_what_pushed_ones_name() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    shop.sandbox.stripe.set_delivery(Delivery::Lose);
    let bought = shop.buy(&mut sarah, PLAN, 1).await;
    reconcile::run(&shop.app).await.unwrap();
    let (reference, payment): (String, String) = sqlx::query_as(
        "select order_reference, payment_intent_id from stripe_events
         where type = 'checkout.session.completed' and source = 'poll'",
    )
    .fetch_one(&shop.app.db)
    .await
    .unwrap();
    assert_eq!(json!(reference), json!(bought.order_id));
    assert_eq!(
        payment,
        shop.session(&bought.session_id)["payment_intent"]
            .as_str()
            .unwrap()
    );
    shop.settle().await;
    shop.close().await;
}

#[tokio::test]
async fn a_payment_of_a_month_ago_that_no_event_tells_of_any_more_goes_back() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    reconcile::run(&shop.app).await.unwrap();
    shop.sandbox.stripe.set_delivery(Delivery::Lose);
    let bought = shop.buy(&mut sarah, PLAN, 1).await;
    shop.pass(TimeDelta::days(31));
    shop.sandbox.stripe.set_delivery(Delivery::Normal);
    recovery::begin_if_due(&shop.app).await.unwrap();
    reconcile::run(&shop.app).await.unwrap();
    shop.settle().await;
    assert_eq!(shop.sandbox.supplier.orders().len(), 0, "the trip is over");
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "refunded"
    );
    assert_eq!(
        shop.one::<String>("select source from stripe_events where id like 'list:%'")
            .await,
        "list"
    );
    shop.close().await;
}

#[tokio::test]
async fn money_of_a_lost_order_that_went_back_unheard_is_found_by_the_next_look() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    reconcile::run(&shop.app).await.unwrap();
    let lost = shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    let intent = shop.session(&lost.session_id)["payment_intent"]
        .as_str()
        .unwrap()
        .to_owned();
    shop.run(FORGET).await;
    shop.run("update shop set database_mark = 'another'").await;
    recovery::begin_if_due(&shop.app).await.unwrap();
    reconcile::run(&shop.app).await.unwrap();
    assert_eq!(
        shop.one::<i64>("select count(*) from ops.unknown_payments")
            .await,
        1
    );
    // Stripe's events of it are lost for good.
    shop.sandbox.stripe.set_delivery(Delivery::Lose);
    shop.sandbox
        .stripe
        .refund_in_dashboard(&intent, None)
        .unwrap();
    shop.run(
        "update cursors
         set value = to_char(now() + interval '2 hours', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')
         where name = 'stripe_events'",
    )
    .await;
    reconcile::run(&shop.app).await.unwrap();
    assert_eq!(
        shop.one::<i64>("select refunded_minor from ops.unknown_payments")
            .await,
        PRICE
    );
}
