//! What the supplier tells the shop, how often, and when it is quiet again.

use axum::{Router, body::Bytes, extract::State, http::HeaderMap, routing::post};

use super::*;
use crate::http::lock;

type Heard = Arc<Mutex<Vec<(String, Value)>>>;

/// A shop that refuses the first `refuse` deliveries and keeps the others.
async fn shop(refuse: usize) -> (String, Heard) {
    let heard = Heard::default();
    let left = Arc::new(Mutex::new(refuse));
    let take = move |State(heard): State<Heard>, headers: HeaderMap, body: Bytes| async move {
        let mut left = lock(&left);
        if *left > 0 {
            *left -= 1;
            return axum::http::StatusCode::SERVICE_UNAVAILABLE;
        }
        let token = headers["token"].to_str().unwrap().to_owned();
        lock(&heard).push((token, serde_json::from_slice(&body).unwrap_or_default()));
        axum::http::StatusCode::OK
    };
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap());
    let router = Router::new()
        .route("/", post(take))
        .with_state(heard.clone());
    tokio::spawn(async move { axum::serve(listener, router).await });
    (url, heard)
}

fn events(heard: &Heard) -> Vec<String> {
    lock(heard)
        .iter()
        .map(|(_, body)| body["event_type"].as_str().unwrap_or("-").to_owned())
        .collect()
}

#[tokio::test]
async fn each_fact_is_told_once_with_the_token_and_then_it_is_quiet() {
    let (url, heard) = shop(1).await;
    let supplier = Supplier::start(SupplierOptions {
        webhook_url: Some(url),
        ..SupplierOptions::default()
    })
    .await
    .unwrap();
    let iccid = supplier.sell_for_a_test(&japan());
    supplier.arrive(&iccid).unwrap();
    supplier.quiet().await;
    supplier.arrive(&iccid).unwrap();
    supplier.use_data(&iccid, 5 << 30).unwrap();
    supplier.quiet().await;
    assert_eq!(events(&heard), ["ACTIVATION", "DATA_USAGE"]);
    assert!(lock(&heard).iter().all(|(token, body)| token == supplier.webhook_token() && body["iccid"] == json!(iccid)));
    assert_eq!(
        supplier
            .webhooks_sent()
            .iter()
            .map(|sent| sent.status)
            .collect::<Vec<_>>(),
        [Some(503), Some(200), Some(200)]
    );
    let sent = supplier.webhooks_sent();
    assert_eq!(
        sent[0].body, sent[1].body,
        "it is the same body when it is tried again"
    );
}

#[tokio::test]
async fn the_last_word_can_be_said_again_in_the_same_words_or_in_others() {
    let (url, heard) = shop(0).await;
    let supplier = Supplier::start(SupplierOptions {
        webhook_url: Some(url),
        ..SupplierOptions::default()
    })
    .await
    .unwrap();
    assert!(!supplier.repeat_webhook() && !supplier.retell_webhook());
    let iccid = supplier.sell_for_a_test(&japan());
    supplier.arrive(&iccid).unwrap();
    assert!(supplier.repeat_webhook() && supplier.retell_webhook() && supplier.retell_webhook());
    supplier.quiet().await;
    assert_eq!(events(&heard), ["ACTIVATION"; 4]);
    let bodies: BTreeSet<String> = supplier
        .webhooks_sent()
        .into_iter()
        .map(|sent| sent.body)
        .collect();
    assert_eq!(bodies.len(), 3, "{bodies:?}");
}

#[tokio::test]
async fn anything_can_be_sent_with_any_token_and_what_is_lost_is_told_to_nobody() {
    let (url, heard) = shop(0).await;
    let supplier = Supplier::start(SupplierOptions::default()).await.unwrap();
    assert_eq!(
        supplier.send_webhook("{}", "x").await,
        None,
        "there is nobody to tell"
    );
    supplier.set_webhook_url(url);
    assert_eq!(
        supplier
            .send_webhook(r#"{"event_type":"ODD"}"#, "guessed")
            .await,
        Some(200)
    );
    assert_eq!(
        lock(&heard)[0],
        ("guessed".to_owned(), json!({ "event_type": "ODD" }))
    );
    let iccid = supplier.sell_for_a_test(&japan());
    supplier.lose_webhooks(true);
    supplier.arrive(&iccid).unwrap();
    supplier.quiet().await;
    supplier.lose_webhooks(false);
    supplier.expire(&iccid).unwrap();
    supplier.quiet().await;
    assert_eq!(events(&heard), ["ODD", "EXPIRATION"]);
}
