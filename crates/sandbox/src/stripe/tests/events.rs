//! The list of events, and webhooks: signed, and tried again.

use axum::{Router, http::HeaderMap, routing::post};
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

use super::*;

#[tokio::test]
async fn events_are_listed_newest_first_by_type_time_and_cursor() {
    let shop = Shop::new().await;
    shop.stripe.set_two_events(true);
    let before = shop.stripe.inner.clock.now().timestamp();
    let (session, _) = shop.paid().await;
    shop.stripe.inner.clock.advance(Duration::from_secs(100));
    shop.paid().await;
    let path = "/v1/events?types[0]=checkout.session.completed&types[1]=charge.refunded";
    let all = shop.get(path).await;
    let all = all["data"].as_array().unwrap();
    assert_eq!(all.len(), 4);
    assert_ne!(all[2]["id"], all[3]["id"]);
    assert_eq!(
        (
            &all[3]["data"]["object"]["id"],
            &all[3]["data"]["object"]["payment_status"]
        ),
        (&json!(session), &json!("paid"))
    );
    assert_eq!(
        shop.get(&format!("{path}&created[gte]={}", before + 90))
            .await["data"]
            .as_array()
            .unwrap()
            .len(),
        2
    );
    let next = shop
        .get(&format!(
            "{path}&starting_after={}&limit=1",
            all[0]["id"].as_str().unwrap()
        ))
        .await;
    assert_eq!(
        (&next["data"][0]["id"], &next["has_more"]),
        (&all[1]["id"], &json!(true))
    );
    let previous = shop
        .get(&format!(
            "{path}&ending_before={}&limit=1",
            all[2]["id"].as_str().unwrap()
        ))
        .await;
    assert_eq!(
        (&previous["data"][0]["id"], &previous["has_more"]),
        (&all[1]["id"], &json!(true))
    );
    assert_eq!(
        shop.get(&format!("/v1/events/{}", all[1]["id"].as_str().unwrap()))
            .await["id"],
        all[1]["id"]
    );
}

/// An endpoint of the shop, with the signature and the body of each event; its first two are
/// answered with 503.
async fn receive_webhooks(shop: &Shop) -> UnboundedReceiver<(String, String)> {
    let (sender, received) = unbounded_channel::<(String, String)>();
    let refusals = Arc::new(Mutex::new(2));
    let hook = move |headers: HeaderMap, body: String| async move {
        let left = std::mem::replace(&mut *lock(&refusals), 0);
        if left > 0 {
            *lock(&refusals) = left - 1;
            return axum::http::StatusCode::SERVICE_UNAVAILABLE;
        }
        sender
            .send((
                headers["stripe-signature"].to_str().unwrap().to_owned(),
                body,
            ))
            .unwrap();
        axum::http::StatusCode::OK
    };
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    shop.stripe.set_webhook_url(format!(
        "http://{}/webhooks/stripe",
        listener.local_addr().unwrap()
    ));
    tokio::spawn(async move {
        axum::serve(
            listener,
            Router::new().route("/webhooks/stripe", post(hook)),
        )
        .await
    });
    received
}

#[tokio::test]
async fn webhooks_are_signed_and_tried_again_until_a_2xx() {
    let shop = Shop::new().await;
    let mut received = receive_webhooks(&shop).await;
    shop.paid().await;
    shop.stripe.quiet().await;
    let mut kinds = BTreeSet::new();
    while let Ok((signature, body)) = received.try_recv() {
        let timestamp = signature
            .split(',')
            .next()
            .unwrap()
            .strip_prefix("t=")
            .unwrap()
            .parse()
            .unwrap();
        assert_eq!(
            sign(shop.stripe.webhook_secret(), timestamp, &body),
            signature
        );
        kinds.insert(
            serde_json::from_str::<Value>(&body).unwrap()["type"]
                .as_str()
                .unwrap()
                .to_owned(),
        );
    }
    assert!(
        kinds.contains("checkout.session.completed") && kinds.contains("payment_intent.succeeded"),
        "{kinds:?}"
    );
    assert_eq!(
        shop.stripe
            .deliveries()
            .iter()
            .filter(|attempt| attempt.status == Some(503))
            .count(),
        2
    );
}

#[test]
fn the_signature_is_the_published_one() {
    let signature = sign(
        "whsec_test_secret",
        1_492_774_577,
        r#"{"id":"evt_test_webhook","object":"event"}"#,
    );
    assert_eq!(
        signature,
        "t=1492774577,v1=88a022085c6bdb887b02cb26ff76dd681234d9675c0f22844059f55552a8883a"
    );
}
