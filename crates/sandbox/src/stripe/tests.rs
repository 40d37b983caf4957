//! The till keeps Stripe's word: sessions, one answer per key, refunds.

mod events;
mod money;
mod payment_page;
mod reading;

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::*;
use crate::faults::{Break, Fault, Rule};

struct Shop {
    stripe: Stripe,
    http: reqwest::Client,
}

fn order(reference: &str) -> Vec<(String, String)> {
    [
        ("mode", "payment"),
        (
            "success_url",
            "http://127.0.0.1:1/orders/t?session={CHECKOUT_SESSION_ID}",
        ),
        ("cancel_url", "http://127.0.0.1:1/plans/p"),
        ("client_reference_id", reference),
        ("metadata[order_id]", reference),
        ("payment_intent_data[metadata][order_id]", reference),
        ("line_items[0][quantity]", "2"),
        ("line_items[0][price_data][currency]", "usd"),
        ("line_items[0][price_data][unit_amount]", "1299"),
        (
            "line_items[0][price_data][product_data][name]",
            "Japan 10 GB",
        ),
    ]
    .map(|(name, value)| (name.to_owned(), value.to_owned()))
    .to_vec()
}

impl Shop {
    async fn new() -> Self {
        let stripe = Stripe::start(StripeOptions::default()).await.unwrap();
        let http = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .unwrap();
        Self { stripe, http }
    }

    fn request(&self, path: &str, key: &str, form: &[(String, String)]) -> reqwest::RequestBuilder {
        let request = self
            .http
            .post(format!("{}{path}", self.stripe.url()))
            .bearer_auth(self.stripe.secret_key())
            .form(form);
        if key.is_empty() {
            request
        } else {
            request.header("Idempotency-Key", key)
        }
    }

    async fn post(&self, path: &str, key: &str, form: &[(String, String)]) -> (u16, bool, Value) {
        let reply = self.request(path, key, form).send().await.unwrap();
        let (status, replayed) = (
            reply.status().as_u16(),
            reply.headers().contains_key("idempotent-replayed"),
        );
        (status, replayed, reply.json().await.unwrap())
    }

    async fn get(&self, path: &str) -> Value {
        self.try_get(path).await.1
    }

    async fn try_get(&self, path: &str) -> (u16, Value) {
        let reply = self
            .http
            .get(format!("{}{path}", self.stripe.url()))
            .bearer_auth(self.stripe.secret_key())
            .send()
            .await
            .unwrap();
        assert!(reply.headers().contains_key("date"));
        (reply.status().as_u16(), reply.json().await.unwrap())
    }

    async fn get_text(&self, path: &str) -> String {
        let reply = self
            .http
            .get(format!("{}{path}", self.stripe.url()))
            .bearer_auth(self.stripe.secret_key())
            .send()
            .await
            .unwrap();
        reply.text().await.unwrap()
    }

    fn kinds(&self) -> Vec<String> {
        self.stripe
            .events()
            .iter()
            .map(|event| event["type"].as_str().unwrap().to_owned())
            .collect()
    }

    async fn paid(&self) -> (String, String) {
        let session = self
            .post("/v1/checkout/sessions", "", &order("ord_1"))
            .await
            .2["id"]
            .as_str()
            .unwrap()
            .to_owned();
        self.stripe.pay(&session, "ana@example.org").unwrap();
        let intent = self.get(&format!("/v1/checkout/sessions/{session}")).await["payment_intent"]
            .as_str()
            .unwrap()
            .to_owned();
        (session, intent)
    }

    async fn refund(&self, key: &str, intent: &str, amount: &str) -> (u16, bool, Value) {
        let form = [("payment_intent", intent), ("amount", amount)]
            .map(|(n, v)| (n.to_owned(), v.to_owned()));
        self.post("/v1/refunds", key, &form).await
    }
}

#[tokio::test]
async fn a_key_has_one_answer_for_a_day() {
    let shop = Shop::new().await;
    let first = shop
        .post("/v1/checkout/sessions", "k", &order("ord_1"))
        .await;
    let mut turned = order("ord_1");
    turned.reverse();
    let second = shop.post("/v1/checkout/sessions", "k", &turned).await;
    assert_eq!((first.1, second.1), (false, true));
    assert_eq!(first.2["id"], second.2["id"]);
    let other = shop
        .post("/v1/checkout/sessions", "k", &order("ord_2"))
        .await;
    assert_eq!(
        (other.0, other.2["error"]["type"].as_str()),
        (400, Some("idempotency_error"))
    );
    shop.stripe.set_latency(Duration::from_millis(300));
    let form = order("ord_3");
    let both = futures_util::future::join_all(
        (0..2).map(|_| shop.post("/v1/checkout/sessions", "both", &form)),
    )
    .await;
    assert_eq!(
        both.iter().map(|reply| reply.0).collect::<BTreeSet<u16>>(),
        BTreeSet::from([200, 409])
    );
    shop.stripe.set_latency(Duration::ZERO);
    shop.stripe
        .inner
        .clock
        .advance(Duration::from_secs(25 * 3_600));
    let late = shop
        .post("/v1/checkout/sessions", "k", &order("ord_1"))
        .await;
    assert!(!late.1 && late.2["id"] != first.2["id"]);
}

#[tokio::test]
async fn a_session_must_be_asked_for_as_documented() {
    let shop = Shop::new().await;
    let mut unknown = order("o");
    unknown.push(("reference".into(), "x".into()));
    assert_eq!(
        shop.post("/v1/checkout/sessions", "", &unknown).await.2["error"]["code"],
        "parameter_unknown"
    );
    let mut nameless = order("o");
    nameless.retain(|(name, _)| name != "success_url");
    assert_eq!(
        shop.post("/v1/checkout/sessions", "", &nameless).await.2["error"]["param"],
        "success_url"
    );
    let mut soon = order("o");
    soon.push((
        "expires_at".into(),
        (shop.stripe.inner.clock.now().timestamp() + 1_200).to_string(),
    ));
    assert_eq!(
        shop.post("/v1/checkout/sessions", "", &soon).await.2["error"]["param"],
        "expires_at"
    );
    let mut cheap = order("o");
    cheap.iter_mut().for_each(|(name, value)| {
        if name.ends_with("[unit_amount]") {
            *value = "20".into()
        }
    });
    assert_eq!(
        shop.post("/v1/checkout/sessions", "", &cheap).await.2["error"]["code"],
        "amount_too_small"
    );
    let stranger = shop
        .http
        .post(format!("{}/v1/checkout/sessions", shop.stripe.url()))
        .bearer_auth("sk_test_other");
    assert_eq!(
        stranger.form(&order("o")).send().await.unwrap().status(),
        401
    );
    assert!(shop.stripe.sessions().is_empty());
}

#[tokio::test]
async fn money_goes_back_once_and_never_more_than_came() {
    let shop = Shop::new().await;
    let (_, intent) = shop.paid().await;
    let (_, _, part) = shop.refund("rf:1", &intent, "1299").await;
    assert_eq!(
        (part["status"].as_str(), part["amount"].as_i64()),
        (Some("succeeded"), Some(1299))
    );
    assert_eq!(
        shop.refund("rf:2", &intent, "1300").await.2["error"]["param"],
        "amount"
    );
    shop.stripe.fail_and_remember("/v1/refunds", true);
    assert_eq!(shop.refund("rf:3", &intent, "1299").await.0, 500);
    let cached = shop.refund("rf:3", &intent, "1299").await;
    assert_eq!((cached.0, cached.1), (500, true));
    let list = shop
        .get(&format!("/v1/refunds?payment_intent={intent}&limit=1"))
        .await;
    assert_eq!(
        (
            list["data"].as_array().unwrap().len(),
            list["has_more"].as_bool()
        ),
        (1, Some(true))
    );
    let older = shop
        .get(&format!(
            "/v1/refunds?payment_intent={intent}&starting_after={}",
            list["data"][0]["id"].as_str().unwrap()
        ))
        .await;
    assert_eq!(
        (older["data"][0]["id"].clone(), older["has_more"].as_bool()),
        (part["id"].clone(), Some(false))
    );
    assert_eq!(
        shop.refund("rf:4", &intent, "1").await.2["error"]["code"],
        "charge_already_refunded"
    );
    shop.stripe
        .fail_refund(part["id"].as_str().unwrap())
        .unwrap();
    assert_eq!(
        shop.get(&format!("/v1/refunds/{}", part["id"].as_str().unwrap()))
            .await["status"],
        "failed"
    );
    assert_eq!(shop.stripe.charges()[0]["amount_refunded"], 1299);
    let sum: i64 = shop.get("/v1/balance_transactions").await["data"]
        .as_array()
        .unwrap()
        .iter()
        .map(|t| t["amount"].as_i64().unwrap())
        .sum();
    assert_eq!(sum, 2598 - 1299);
}

#[tokio::test]
async fn a_lost_reply_leaves_a_session_that_the_key_finds_again() {
    let shop = Shop::new().await;
    shop.stripe.faults.push(
        Rule::once("/v1/checkout/sessions", Fault::SellThenBreak(Break::Reset)).method("POST"),
    );
    assert!(
        shop.request("/v1/checkout/sessions", "cs:1", &order("ord_1"))
            .send()
            .await
            .is_err()
    );
    let again = shop
        .post("/v1/checkout/sessions", "cs:1", &order("ord_1"))
        .await;
    assert!(again.1 && again.2["id"] == shop.stripe.sessions()[0]["id"]);
    assert_eq!(shop.stripe.sessions().len(), 1);
}
