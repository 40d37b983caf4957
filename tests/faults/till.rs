//! What can go wrong between Stripe and us: events that are lost, late, doubled or forged, and
//! pages that are read back.

use crate::support::{BUYER, PLAN, Shop};
use chrono::TimeDelta;
use domain::job::Job;
use esim_storefront::flows::{reconcile, recovery};
use reqwest::Method;
use sandbox::faults::{Break, Fault, Rule};
use sandbox::stripe::{Delivery, sign};
use serde_json::json;

#[tokio::test]
async fn a_lost_webhook_is_pulled() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    shop.sandbox.stripe.set_delivery(Delivery::Lose);
    let bought = shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    assert_eq!(
        sarah.get_json(&bought.page).await["payment_state"],
        "awaiting_payment"
    );
    reconcile::run(&shop.app).await.unwrap();
    shop.settle().await;
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "delivered"
    );
    assert_eq!(
        shop.one::<String>(
            "select source from stripe_events e join captures c on c.event_id = e.id"
        )
        .await,
        "poll"
    );
    shop.close().await;
}

#[tokio::test]
async fn an_order_past_its_page_is_read_even_when_nobody_says_a_word() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    shop.sandbox.stripe.set_delivery(Delivery::Lose);
    let bought = shop.buy(&mut sarah, PLAN, 1).await;
    shop.rest(TimeDelta::minutes(40)).await;
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "delivered"
    );
    shop.close().await;
}

#[tokio::test]
async fn reordered_and_late_webhooks_change_nothing() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    shop.sandbox.stripe.set_delivery(Delivery::Hold);
    let bought = shop.buy(&mut sarah, PLAN, 1).await;
    shop.sandbox.stripe.release_held(true);
    shop.settle().await;
    shop.pass(TimeDelta::days(3));
    for event in shop.sandbox.stripe.events() {
        shop.sandbox
            .stripe
            .resend(event["id"].as_str().unwrap())
            .unwrap();
    }
    shop.settle().await;
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "delivered"
    );
    assert_eq!(shop.sandbox.supplier.orders().len(), 1);
    shop.close().await;
}

#[tokio::test]
async fn a_late_expiry_never_undoes_a_payment() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    let bought = shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    let late = json!({"id": "evt_late", "object": "event", "type": "checkout.session.expired", "created": 1_800_000_000, "livemode": false,
        "data": {"object": {"id": bought.session_id, "object": "checkout.session", "client_reference_id": bought.order_id}}});
    assert_eq!(deliver(&shop, &late.to_string()).await, 200);
    shop.settle().await;
    assert_eq!(sarah.get_json(&bought.page).await["payment_state"], "paid");
    shop.close().await;
}

async fn deliver(shop: &Shop, body: &str) -> u16 {
    let now = shop.sandbox.clock.now().timestamp();
    let signature = sign(shop.sandbox.stripe.webhook_secret(), now, body);
    hook(shop, &signature, body.as_bytes().to_vec()).await
}

async fn hook(shop: &Shop, signature: &str, body: Vec<u8>) -> u16 {
    let mut stripe = shop.browser();
    let request = stripe
        .request(Method::POST, "/webhooks/stripe")
        .header("stripe-signature", signature)
        .body(body);
    stripe.send(request).await.status
}

#[tokio::test]
async fn an_event_that_lies_about_a_payment_buys_nothing() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    let bought = shop.check_out(&mut sarah, PLAN, 1).await;
    let lie = json!({"id": "evt_lie", "object": "event", "type": "checkout.session.completed", "created": 1_800_000_000, "livemode": false,
        "data": {"object": {"id": bought.session_id, "client_reference_id": bought.order_id, "payment_status": "paid", "status": "complete"}}});
    assert_eq!(deliver(&shop, &lie.to_string()).await, 200);
    shop.settle().await;
    assert_eq!(
        sarah.get_json(&bought.page).await["payment_state"],
        "awaiting_payment"
    );
    assert_eq!(shop.sandbox.supplier.calls("create_order").len(), 0);
    shop.close().await;
}

#[tokio::test]
async fn forged_deliveries_are_refused_and_store_nothing() {
    let shop = Shop::open().await;
    let secret = shop.sandbox.stripe.webhook_secret().to_owned();
    let now = shop.sandbox.clock.now().timestamp();
    let text = r#"{"id":"evt_forged","object":"event","type":"checkout.session.completed","livemode":false}"#;
    let body = text.as_bytes().to_vec();
    let good = sign(&secret, now, text);
    let mut altered = body.clone();
    altered.push(b' ');
    assert_eq!(hook(&shop, "", body.clone()).await, 400);
    assert_eq!(
        hook(&shop, &good.replace("v1=", "v0="), body.clone()).await,
        400
    );
    assert_eq!(hook(&shop, &good, altered).await, 400);
    assert_eq!(
        hook(&shop, &sign("whsec_other", now, text), body.clone()).await,
        400
    );
    assert_eq!(hook(&shop, &sign("", now, text), body.clone()).await, 400);
    assert_eq!(
        hook(&shop, &sign(&secret, now - 301, text), body.clone()).await,
        400
    );
    assert_eq!(
        hook(&shop, &sign(&secret, now + 310, text), body.clone()).await,
        400
    );
    assert_eq!(hook(&shop, &good, b"\xff\xfe".to_vec()).await, 400);
    let huge = " ".repeat(300 * 1024);
    assert_eq!(
        hook(&shop, &sign(&secret, now, &huge), huge.clone().into_bytes()).await,
        413
    );
    assert_eq!(
        shop.one::<i64>("select count(*) from stripe_events").await,
        0
    );
    shop.close().await;
}

#[tokio::test]
async fn authentic_but_strange_events_are_kept_and_answered() {
    let shop = Shop::open().await;
    for body in [
        "no json at all",
        "{}",
        r#"{"id":"evt_new","object":"event","type":"brand.new","livemode":false,"data":{"object":{}}}"#,
    ] {
        assert_eq!(deliver(&shop, body).await, 200, "{body}");
        assert_eq!(deliver(&shop, body).await, 200, "{body}, again");
    }
    shop.settle().await;
    assert_eq!(
        shop.one::<i64>("select count(*) from stripe_events where processed_at is not null")
            .await,
        3
    );
    shop.close().await;
}

#[tokio::test]
async fn an_event_of_the_other_mode_is_kept_and_never_acted_on() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    shop.sandbox.stripe.set_delivery(Delivery::Lose);
    let bought = shop.buy(&mut sarah, PLAN, 1).await;
    let live = json!({"id": "evt_live", "object": "event", "type": "checkout.session.completed", "created": 1_800_000_000, "livemode": true,
        "data": {"object": {"id": bought.session_id, "client_reference_id": bought.order_id}}});
    assert_eq!(deliver(&shop, &live.to_string()).await, 200);
    shop.settle().await;
    assert_eq!(
        sarah.get_json(&bought.page).await["payment_state"],
        "awaiting_payment"
    );
    assert_eq!(
        shop.one::<String>("select effect from stripe_events where id = 'evt_live'")
            .await,
        "of the other mode"
    );
}

#[tokio::test]
async fn a_payment_page_whose_address_was_lost_is_the_same_page_when_asked_again() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    shop.sandbox.stripe.faults.push(Rule::once(
        "/v1/checkout/sessions",
        Fault::SellThenBreak(Break::Reset),
    ));
    let form = [
        ("product_id", PLAN),
        ("quantity", "1"),
        ("device_ok", "yes"),
    ];
    let first = sarah.post("/checkout", &form).await;
    assert_eq!(first.status, 503);
    assert!(
        first.words().contains("You haven’t been charged"),
        "{}",
        first.words()
    );
    // The browser got no cookie with that answer: it is a new order, and the first one's page is
    // never heard of again.
    let bought = shop.check_out(&mut sarah, PLAN, 1).await;
    shop.sandbox.stripe.pay(&bought.session_id, BUYER).unwrap();
    shop.rest(TimeDelta::minutes(80)).await;
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "delivered"
    );
    assert_eq!(
        shop.one::<i64>("select count(*) from orders where payment_state = 'awaiting_payment'")
            .await,
        0
    );
    shop.close().await;
}

#[tokio::test]
async fn stripe_out_of_order_when_it_is_read_back_buys_nothing_until_it_answers() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    for status in [500, 429, 503] {
        let body = json!({"error": {"type": "api_error", "message": "no"}});
        shop.sandbox
            .stripe
            .faults
            .push(Rule::once("", Fault::Json { status, body }).method("GET"));
    }
    let bought = shop.buy(&mut sarah, PLAN, 1).await;
    shop.rest(TimeDelta::minutes(5)).await;
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "delivered"
    );
    assert_eq!(shop.sandbox.stripe.faults.fired(), 3);
    shop.close().await;
}

#[tokio::test]
async fn a_restored_backup_does_not_deliver_what_was_sent_back_meanwhile() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    reconcile::run(&shop.app).await.unwrap();
    shop.sandbox.supplier.faults.push(Rule::once(
        "create_order",
        Fault::Refuse {
            code: 40_400,
            message: "gone".into(),
        },
    ));
    let bought = shop.buy(&mut sarah, PLAN, 2).await;
    shop.settle().await;
    assert_eq!(shop.sandbox.stripe.refunds().len(), 1);
    let refunded = shop
        .one::<String>("select idempotency_key::text from lines where outcome = 'refund'")
        .await;
    // Yesterday's backup: both lines paid and not asked for, the refund unknown, the last look a
    // day old.
    shop.run(
        "alter table lines disable trigger guard_lines; delete from refunds; delete
         from packages; delete from esims; delete from supplier_orders; delete from supplier_calls;
              update lines set outcome = null, outcome_at = null, outcome_reason = null,
              state = 'ordering', delivered_at = null;
              alter table lines enable trigger guard_lines;
              insert into jobs (kind, subject, run_at, created_at)
              select 'order', id::text, now(), now() from orders",
    )
    .await;
    shop.pass(TimeDelta::days(1));
    recovery::begin_if_due(&shop.app).await.unwrap();
    reconcile::run(&shop.app).await.unwrap();
    shop.rest(TimeDelta::hours(3)).await;
    let order = sarah.get_json(&bought.page).await;
    assert_eq!(order["delivery_state"], "partly_delivered", "{order}");
    assert_eq!(
        shop.sandbox.supplier.keys_seen()[&refunded],
        1,
        "the line that was refunded is never asked for again"
    );
    assert_eq!(
        (
            shop.sandbox.supplier.orders().len(),
            shop.sandbox.stripe.refunds().len()
        ),
        (1, 1)
    );
    shop.close().await;
}

#[tokio::test]
async fn looking_at_an_unpaid_order_brings_the_search_for_its_payment_forward() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    shop.run(
        "insert into jobs (kind, run_at, created_at)
         values ('reconcile', now() + interval '4 minutes', now())",
    )
    .await;
    shop.sandbox.stripe.set_delivery(Delivery::Lose);
    let bought = shop.buy(&mut sarah, PLAN, 1).await;
    sarah.get(&bought.page).await;
    assert!(
        shop.one::<bool>(
            "select run_at <= now() + interval '1 second' from jobs where kind = 'reconcile'"
        )
        .await
    );
    reconcile::run(&shop.app).await.unwrap();
    shop.settle().await;
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "delivered"
    );
    shop.close().await;
}

#[tokio::test]
async fn a_wake_up_that_comes_while_the_job_runs_is_not_lost() {
    let shop = Shop::open().await;
    let now = shop.app.clock.now();
    let job = Job::Refunds(uuid::Uuid::now_v7());
    let mut db = shop.app.db.acquire().await.unwrap();
    esim_storefront::db::jobs::enqueue(&mut db, &job, now, now)
        .await
        .unwrap();
    let lease = loop {
        let lease = esim_storefront::db::jobs::claim_any(
            &shop.app.db,
            uuid::Uuid::now_v7(),
            now,
            now + TimeDelta::seconds(20),
        )
        .await
        .unwrap()
        .unwrap();
        if lease.job == Some(job.clone()) {
            break lease;
        }
    };
    esim_storefront::db::jobs::enqueue(&mut db, &job, now, now)
        .await
        .unwrap();
    esim_storefront::db::jobs::finish(&shop.app.db, &lease, now)
        .await
        .unwrap();
    assert_eq!(
        shop.one::<i64>("select count(*) from jobs where kind = 'refunds' and lease_token is null")
            .await,
        1
    );
}
