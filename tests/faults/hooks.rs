//! Webhooks that are refused although they are genuine, that do not come, or that come out of time:
//! counted, logged once, told, and over when one is taken again.

use chrono::TimeDelta;
use esim_storefront::app::App;
use esim_storefront::flows::{alerts, reconcile};
use sandbox::stripe::Delivery;

use crate::support::{PLAN, Shop, logs};

async fn open(app: &App, kind: &str) -> Vec<String> {
    alerts::run(app).await.unwrap();
    sqlx::query_scalar(
        "select what || ' → ' || mend from ops.alerts where kind = $1 and resolved_at is null
         order by 1",
    )
    .bind(kind)
    .fetch_all(&app.db)
    .await
    .unwrap()
}

async fn counted(shop: &Shop) -> Vec<(String, i64, i64, i64)> {
    sqlx::query_as(
        "select sender, sum(accepted)::bigint, sum(refused)::bigint, sum(pulled)::bigint
         from ops.webhooks group by 1 order by 1",
    )
    .fetch_all(&shop.app.db)
    .await
    .unwrap()
}

async fn forged(shop: &Shop, path: &str, body: &str) -> u16 {
    let mut stranger = shop.browser();
    let post = stranger
        .request(reqwest::Method::POST, path)
        .header("stripe-signature", "t=1,v1=00")
        .header("token", "guessed")
        .body(body.to_owned());
    stranger.send(post).await.status
}

#[tokio::test]
async fn a_wrong_signing_secret_is_told_with_its_mend_and_ends_with_the_first_webhook_that_is_taken()
 {
    let shop = Shop::open_as("", |config| {
        config.stripe.webhook_secrets = vec!["whsec_of_another_endpoint".to_owned().into()]
    })
    .await;
    let mut sarah = shop.browser();
    shop.buy(&mut sarah, PLAN, 1).await;
    shop.sandbox.stripe.quiet().await;
    let told = open(&shop.app, "webhook_refused").await;
    assert!(
        matches!(&told[..], [one] if one.contains("webhooks of Stripe are refused") && one.contains(
            "STRIPE_WEBHOOK_SECRET")),
        "{told:?}"
    );
    assert!(counted(&shop).await[0].2 > 0, "{:?}", counted(&shop).await);
    assert!(
        logs::text().contains("a webhook was refused: no signature fits → STRIPE_WEBHOOK_SECRET")
    );
    // The same order is pulled, and so nothing is lost.
    reconcile::run(&shop.app).await.unwrap();
    shop.settle().await;
    assert_eq!(shop.sandbox.supplier.orders().len(), 1);
    shop.app.webhooks.accepted(
        esim_storefront::db::webhooks::Sender::Stripe,
        shop.app.clock.now() + TimeDelta::seconds(1),
    );
    shop.pass(TimeDelta::seconds(2));
    assert_eq!(
        open(&shop.app, "webhook_refused").await,
        Vec::<String>::new()
    );
    shop.close().await;
}

#[tokio::test]
async fn a_stranger_who_makes_webhooks_up_calls_nobody_and_costs_no_write() {
    let shop = Shop::open().await;
    for _ in 0..3 {
        assert_eq!(
            forged(
                &shop,
                "/webhooks/stripe",
                r#"{"id":"evt_madeup","object":"event"}"#
            )
            .await,
            400
        );
        assert_eq!(
            forged(
                &shop,
                "/webhooks/esimfx",
                r#"{"iccid":"8900000000000000001"}"#
            )
            .await,
            401
        );
    }
    assert_eq!(
        shop.one::<i64>("select count(*) from webhook_counts").await,
        0,
        "a forged request was written down by itself"
    );
    assert_eq!(
        open(&shop.app, "webhook_refused").await,
        Vec::<String>::new()
    );
    assert_eq!(
        counted(&shop).await,
        [("esimfx".into(), 0, 3, 0), ("stripe".into(), 0, 3, 0)]
    );
    // Whatever they are, so many of them are told.
    for _ in 0..3 {
        forged(&shop, "/webhooks/esimfx", "{}").await;
    }
    let told = open(&shop.app, "webhook_refused").await;
    assert!(
        matches!(&told[..], [one] if one.contains("webhooks of the supplier are refused: 6 lately") && one.contains(
            "ESIMFX_WEBHOOK_TOKEN")),
        "{told:?}"
    );
    shop.pass(TimeDelta::minutes(61));
    assert_eq!(
        open(&shop.app, "webhook_refused").await,
        Vec::<String>::new(),
        "an hour without any"
    );
    shop.close().await;
}

#[tokio::test]
async fn a_wrong_token_of_the_supplier_is_told_at_the_first_webhook_about_an_esim_of_ours() {
    let shop = Shop::open_as("", |config| {
        config.esimfx.webhook_tokens = vec!["another-token-altogether".to_owned().into()]
    })
    .await;
    let mut sarah = shop.browser();
    shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    let iccid: String = shop.one("select iccid from esims").await;
    assert_eq!(
        forged(
            &shop,
            "/webhooks/esimfx",
            &format!(r#"{{"iccid":"{iccid}"}}"#)
        )
        .await,
        401
    );
    assert_eq!(open(&shop.app, "webhook_refused").await.len(), 1);
    shop.close().await;
}

#[tokio::test]
async fn webhooks_that_do_not_come_are_told_until_one_comes() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    shop.sandbox.stripe.set_delivery(Delivery::Lose);
    shop.buy(&mut sarah, PLAN, 1).await;
    reconcile::run(&shop.app).await.unwrap();
    shop.settle().await;
    assert_eq!(
        open(&shop.app, "webhook_missing").await,
        Vec::<String>::new(),
        "it may be on its way"
    );
    shop.pass(TimeDelta::minutes(2));
    let told = open(&shop.app, "webhook_missing").await;
    assert!(
        matches!(&told[..], [one] if one.contains("Stripe's webhooks do not come") && one.contains(
            "none ever came")),
        "{told:?}"
    );
    shop.sandbox.stripe.set_delivery(Delivery::Normal);
    shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    assert_eq!(
        open(&shop.app, "webhook_missing").await,
        Vec::<String>::new()
    );
    assert!(
        counted(&shop)
            .await
            .iter()
            .any(|(sender, accepted, _, pulled)| sender == "stripe"
                && *accepted > 0
                && *pulled > 0)
    );
    shop.close().await;
}

#[tokio::test]
async fn a_clock_that_is_off_is_told() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    // Only the shop's: Stripe signs by its own.
    shop.app.clock.advance(TimeDelta::minutes(10));
    let bought = shop.check_out(&mut sarah, PLAN, 1).await;
    shop.sandbox
        .stripe
        .pay(&bought.session_id, crate::support::BUYER)
        .unwrap();
    shop.sandbox.stripe.quiet().await;
    let told = open(&shop.app, "clock_off").await;
    assert!(
        matches!(&told[..], [one] if one.contains("more than five minutes") && one.contains("NTP")),
        "{told:?}"
    );
    reconcile::run(&shop.app).await.unwrap();
    shop.settle().await;
    shop.close().await;
}

#[tokio::test]
async fn a_clock_for_which_stripe_opens_no_payment_page_is_told_and_ends_when_it_is_set() {
    let shop = Shop::open().await;
    // Stripe in miniature grants a minute.
    shop.app.clock.advance(-TimeDelta::seconds(150));
    let form = [
        ("product_id", PLAN),
        ("quantity", "1"),
        ("device_ok", "yes"),
    ];
    let mut sarah = shop.browser();
    assert_eq!(sarah.post("/checkout", &form).await.status, 503);
    crate::support::seen("a word on the clock", async || {
        !open(&shop.app, "clock_off").await.is_empty()
    })
    .await;
    let told = open(&shop.app, "clock_off").await;
    assert!(
        matches!(&told[..], [one] if one.contains("seconds behind Stripe's") && one.contains("NTP")),
        "{told:?}"
    );
    shop.app.clock.advance(TimeDelta::seconds(151));
    assert_eq!(open(&shop.app, "clock_off").await, [""; 0]);
    assert_eq!(sarah.post("/checkout", &form).await.status, 303);
    shop.settle().await;
    shop.close().await;
}

#[tokio::test]
async fn an_address_with_a_slash_at_its_end_takes_webhooks_too() {
    let shop = Shop::open().await;
    assert_eq!(forged(&shop, "/webhooks/stripe/", "{}").await, 400);
    assert_eq!(forged(&shop, "/webhooks/esimfx/", "{}").await, 401);
    shop.sandbox
        .stripe
        .set_webhook_url(format!("{}/webhooks/stripe/", shop.url));
    let mut sarah = shop.browser();
    shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    assert_eq!(shop.sandbox.supplier.orders().len(), 1);
    shop.close().await;
}
