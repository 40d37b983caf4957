//! Payment pages whose address was lost on its way, or whose order a restored backup has lost: what
//! is paid on them is never lost, and nobody pays for what nobody would deliver.

use chrono::TimeDelta;
use esim_storefront::flows::{reconcile, recovery};
use sandbox::faults::{Break, Fault, Rule};
use sandbox::stripe::Delivery;
use serde_json::json;

use crate::support::{BUYER, PLAN, Shop};

/// The database is a backup of before the first order.
const RESTORE: &str =
    "truncate orders, stripe_events, jobs cascade; select setval('order_numbers', 10000);
     update shop set database_mark = 'of the old server'";

/// Stripe opens a page and its answer is lost; it is paid all the same, and nobody is told. The
/// page's id.
async fn paid_on_a_page_that_nobody_knows(shop: &Shop) -> String {
    shop.sandbox.stripe.set_delivery(Delivery::Lose);
    shop.sandbox.stripe.faults.push(
        Rule::once("/v1/checkout/sessions", Fault::SellThenBreak(Break::Reset)).method("POST"),
    );
    let form = [
        ("product_id", PLAN),
        ("quantity", "1"),
        ("device_ok", "yes"),
    ];
    assert_ne!(shop.browser().post("/checkout", &form).await.status, 303);
    let page = shop.sandbox.stripe.sessions()[0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    shop.sandbox.stripe.pay(&page, BUYER).unwrap();
    page
}

async fn tell(shop: &Shop, kind: &str) {
    let event = shop.sandbox.stripe.events_of(kind).remove(0);
    shop.sandbox
        .stripe
        .resend(event["id"].as_str().unwrap())
        .unwrap();
    shop.settle().await;
}

async fn states(shop: &Shop) -> String {
    shop.one("select payment_state || ', ' || delivery_state from ops.orders")
        .await
}

#[tokio::test]
async fn what_was_paid_on_a_page_that_had_been_given_up_is_captured_when_it_is_told() {
    let shop = Shop::open().await;
    paid_on_a_page_that_nobody_knows(&shop).await;
    // Stripe has forgotten the key by now, and refuses to open a page that has ended.
    shop.pass(TimeDelta::hours(30));
    shop.settle().await;
    assert_eq!(
        shop.one::<String>("select payment_state from orders").await,
        "expired"
    );
    tell(&shop, "checkout.session.completed").await;
    assert_eq!(states(&shop).await, "paid, delivered");
    shop.close().await;
}

#[tokio::test]
async fn a_payment_leads_to_its_page_when_nobody_knows_that() {
    let shop = Shop::open().await;
    let page = paid_on_a_page_that_nobody_knows(&shop).await;
    shop.pass(TimeDelta::hours(30));
    shop.settle().await;
    tell(&shop, "payment_intent.succeeded").await;
    // Its own event, the proof of payment, is looked for in Stripe's list.
    assert_eq!(states(&shop).await, "paid, delivered");
    assert_eq!(
        shop.one::<String>("select session_id from checkout_sessions")
            .await,
        page
    );
    shop.close().await;
}

#[tokio::test]
async fn the_first_look_at_stripe_goes_back_to_the_first_order() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    shop.sandbox.stripe.set_delivery(Delivery::Lose);
    let bought = shop.buy(&mut sarah, PLAN, 1).await;
    shop.pass(TimeDelta::hours(50));
    reconcile::run(&shop.app).await.unwrap();
    shop.settle().await;
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "delivered"
    );
    shop.close().await;
}

#[tokio::test]
async fn a_backup_of_before_the_first_look_may_be_of_any_age() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    let lost: String = shop.one("select order_number from orders").await;
    shop.pass(TimeDelta::days(5));
    shop.run(RESTORE).await;
    recovery::begin_if_due(&shop.app).await.unwrap();
    reconcile::run(&shop.app).await.unwrap();
    assert_eq!(
        shop.one::<String>("select order_reference from ops.unknown_payments")
            .await,
        lost
    );
    shop.check_out(&mut shop.browser(), PLAN, 1).await;
    let next: String = shop.one("select order_number from orders").await;
    assert!(next > lost, "{next} follows {lost}");
}

#[tokio::test]
async fn a_page_whose_order_is_lost_is_closed_and_no_other() {
    let shop = Shop::open().await;
    reconcile::run(&shop.app).await.unwrap();
    let lost = shop.check_out(&mut shop.browser(), PLAN, 1).await;
    let theirs = shop.check_out(&mut shop.browser(), PLAN, 2).await;
    shop.sandbox
        .stripe
        .tamper(
            &theirs.session_id,
            "success_url",
            json!("https://another.example/orders/7"),
        )
        .unwrap();
    shop.run(RESTORE).await;
    recovery::begin_if_due(&shop.app).await.unwrap();
    // Before it is known what was lost, nobody is sent to a page.
    let form = [
        ("product_id", PLAN),
        ("quantity", "1"),
        ("device_ok", "yes"),
    ];
    assert_eq!(shop.browser().post("/checkout", &form).await.status, 503);
    reconcile::run(&shop.app).await.unwrap();
    assert_eq!(shop.session(&lost.session_id)["status"], "expired");
    assert_eq!(
        shop.session(&theirs.session_id)["status"],
        "open",
        "another shop's"
    );
    // The recovery is over; a later one leaves pages of orders alone that are here.
    let kept = shop.check_out(&mut shop.browser(), PLAN, 1).await;
    shop.run("update shop set database_mark = 'of the old server'")
        .await;
    recovery::begin_if_due(&shop.app).await.unwrap();
    reconcile::run(&shop.app).await.unwrap();
    assert_eq!(shop.session(&kept.session_id)["status"], "open");
}

#[tokio::test]
async fn a_lost_orders_page_that_stripe_will_not_close_is_tried_again() {
    let shop = Shop::open().await;
    reconcile::run(&shop.app).await.unwrap();
    let lost = shop.check_out(&mut shop.browser(), PLAN, 1).await;
    shop.run(RESTORE).await;
    recovery::begin_if_due(&shop.app).await.unwrap();
    let no = json!({ "error": { "message": "not now", "type": "invalid_request_error" } });
    shop.sandbox.stripe.faults.push(Rule::once(
        "/expire",
        Fault::Json {
            status: 400,
            body: no,
        },
    ));
    reconcile::run(&shop.app).await.unwrap_err();
    assert_eq!(shop.session(&lost.session_id)["status"], "open");
    assert_eq!(
        shop.one::<i64>("select count(*) from recovery").await,
        1,
        "it is not over"
    );
    reconcile::run(&shop.app).await.unwrap();
    assert_eq!(shop.session(&lost.session_id)["status"], "expired");
    assert_eq!(shop.one::<i64>("select count(*) from recovery").await, 0);
}
