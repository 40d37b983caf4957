//! The till's door and Stripe's published objects: every field may be there, values may be newer
//! than the crate.

use chrono::DateTime;
use domain::money::{Currency, Money};
use esim_storefront::config::Stripe;
use esim_storefront::stripe::{Item, PaymentStatus, SessionRequest, SessionStatus, StripeClient};
use serde_json::{Value, json};
use url::Url;

use crate::fixture;
use crate::partner::{Asked, Partner, ok};

pub const KEY: &str = "sk_test_canary4567";

pub fn till(base: &Url) -> StripeClient {
    StripeClient::new(&Stripe {
        api_base: base.clone(),
        secret_key: KEY.to_owned().into(),
        webhook_secrets: Vec::new(),
    })
    .unwrap()
}

pub async fn stripe(reply: Value) -> (Partner, StripeClient) {
    let partner = Partner::start(move |_| ok(reply.clone())).await;
    let till = till(&partner.url);
    (partner, till)
}

pub fn request() -> SessionRequest {
    SessionRequest {
        order_id: "01a2095e-b316-7643-b956-6e318cac146c".into(),
        email: Some("sarah@traveller.example".into()),
        items: vec![Item {
            title: "Japan · 3 GB · 15 days".into(),
            unit: Money::new(1440, Currency::USD),
            quantity: 2,
        }],
        description: None,
        locale: "pt-BR",
        success_url: "https://esim.example.com/orders/x?a=1&b=2".into(),
        cancel_url: "https://esim.example.com/plans/y".into(),
        expires_at: DateTime::from_timestamp(1_790_924_400, 0).unwrap(),
        automatic_tax: false,
        idempotency_key: "cs:01a2095e:1".into(),
    }
}

pub fn only(partner: &Partner, endpoint: &str) -> Asked {
    let mut all = partner.asked(endpoint);
    assert_eq!(all.len(), 1);
    all.remove(0)
}

fn fields(asked: &Asked) -> Vec<(String, String)> {
    let mut fields: Vec<_> = url::form_urlencoded::parse(asked.body.as_bytes())
        .into_owned()
        .collect();
    fields.sort();
    fields
}

#[tokio::test]
async fn a_paid_session_is_read_with_all_its_published_fields() {
    let (partner, till) = stripe(fixture("stripe/checkout_session.json")).await;
    let session = till.session("cs_test_b2Layover0001").await.unwrap();
    assert_eq!(
        only(&partner, "/v1/checkout/sessions/cs_test_b2Layover0001").method,
        "GET"
    );
    assert_eq!(
        (session.status, session.payment, session.is_payment),
        (Some(SessionStatus::Complete), PaymentStatus::Paid, true)
    );
    assert_eq!(session.total, Some(Money::new(2880, Currency::USD)));
    assert_eq!(session.payment_intent_id.as_deref(), Some("pi_3LayoverTwo"));
    assert_eq!(
        session.client_reference_id.as_deref(),
        Some("01a2095e-b316-7643-b956-6e318cac146c")
    );
    assert_eq!(
        session.email.as_deref(),
        Some("sarah@traveller.example"),
        "as it is compared and stored"
    );
    assert_eq!(session.country.as_deref(), Some("US"));
    assert!(
        session
            .success_url
            .is_some_and(|url| url.starts_with("https://esim.example.com/orders/"))
    );
    assert_eq!(
        (session.livemode, session.created_at.timestamp()),
        (false, 1_790_922_600)
    );
}

#[tokio::test]
async fn an_address_given_beforehand_counts_when_none_was_typed() {
    let mut body = fixture("stripe/checkout_session.json");
    body["customer_details"]["email"] = Value::Null;
    body["customer_email"] = json!("ada@example.com");
    body["livemode"] = json!(true);
    let (_partner, till) = stripe(body).await;
    let session = till.session("cs_1").await.unwrap();
    assert_eq!(
        (session.email.as_deref(), session.livemode),
        (Some("ada@example.com"), true)
    );
}

#[tokio::test]
async fn a_billing_country_is_two_upper_case_letters_or_unknown() {
    for (told, read) in [
        (json!("jp"), Some("JP")),
        (json!(" gb "), Some("GB")),
        (Value::Null, None),
        (json!(""), None),
        (json!("USA"), None),
        (json!("1A"), None),
        (json!("ÄÖ"), None),
    ] {
        let mut body = fixture("stripe/checkout_session.json");
        body["customer_details"]["address"]["country"] = told.clone();
        let (_partner, till) = stripe(body).await;
        assert_eq!(
            till.session("cs_1").await.unwrap().country.as_deref(),
            read,
            "{told}"
        );
    }
    let mut body = fixture("stripe/checkout_session.json");
    body["customer_details"]["address"] = Value::Null;
    let (_partner, till) = stripe(body).await;
    let session = till.session("cs_1").await.unwrap();
    assert_eq!((session.country, session.email.is_some()), (None, true));
}

#[tokio::test]
async fn stripe_tax_is_asked_for_a_part_of_the_price_and_believed_only_when_it_is_done() {
    let (partner, till) = stripe(fixture("stripe/checkout_session.json")).await;
    till.open_session(&SessionRequest {
        automatic_tax: true,
        ..request()
    })
    .await
    .unwrap();
    let asked = fields(&only(&partner, "/v1/checkout/sessions"));
    for field in [
        ("automatic_tax[enabled]", "true"),
        ("line_items[0][price_data][tax_behavior]", "inclusive"),
    ] {
        assert!(
            asked
                .iter()
                .any(|(name, value)| (name.as_str(), value.as_str()) == field),
            "{field:?} in {asked:?}"
        );
    }
    for (status, tax) in [
        (json!("complete"), Some(460)),
        (json!("requires_location_inputs"), None),
        (json!("failed"), None),
        (Value::Null, None),
    ] {
        let mut body = fixture("stripe/checkout_session.json");
        body["automatic_tax"] = json!({ "enabled": true, "status": status });
        body["total_details"]["amount_tax"] = json!(460);
        let (_partner, till) = stripe(body).await;
        assert_eq!(
            till.session("cs_1").await.unwrap().tax_minor,
            tax,
            "{status}"
        );
    }
}

#[tokio::test]
async fn values_newer_than_the_crate_are_read_and_prove_nothing() {
    for (field, value) in [
        ("status", json!("paused")),
        ("payment_status", json!("partially_paid")),
        ("mode", json!("donation")),
        ("ui_mode", json!("hologram")),
        ("locale", json!("tlh")),
        ("submit_type", json!("adopt")),
        ("currency", json!("xts")),
        ("payment_method_types", json!(["card", "moonbeam"])),
        ("a_field_of_tomorrow", json!({ "deep": [1, 2, 3] })),
    ] {
        let mut body = fixture("stripe/checkout_session.json");
        body[field] = value;
        let (_partner, till) = stripe(body).await;
        let session = till
            .session("cs_1")
            .await
            .unwrap_or_else(|e| panic!("{field}: {e}"));
        match field {
            "status" => assert_eq!(session.status, None),
            "payment_status" => assert_eq!(session.payment, PaymentStatus::Unknown),
            "mode" => assert!(!session.is_payment),
            "currency" => assert!(session.total.is_none_or(|t| t.currency != Currency::USD)),
            _ => assert_eq!(session.payment, PaymentStatus::Paid),
        }
    }
    for (word, means) in [
        ("unpaid", PaymentStatus::Unpaid),
        ("no_payment_required", PaymentStatus::NotRequired),
    ] {
        let mut body = fixture("stripe/checkout_session.json");
        body["payment_status"] = json!(word);
        let (_partner, till) = stripe(body).await;
        assert_eq!(till.session("cs_1").await.unwrap().payment, means);
    }
}

#[tokio::test]
async fn a_payment_page_is_asked_for_under_the_orders_own_key_and_always_in_the_same_words() {
    let mut open = fixture("stripe/checkout_session.json");
    open["status"] = json!("open");
    open["payment_status"] = json!("unpaid");
    open["payment_intent"] = Value::Null;
    open["url"] = json!("https://checkout.stripe.com/c/pay/cs_test_b2Layover0001");
    let (partner, till) = stripe(open).await;
    let session = till.open_session(&request()).await.unwrap();
    assert_eq!(
        session.url.as_deref(),
        Some("https://checkout.stripe.com/c/pay/cs_test_b2Layover0001")
    );
    assert_eq!(
        (session.status, session.payment),
        (Some(SessionStatus::Open), PaymentStatus::Unpaid)
    );
    till.open_session(&request()).await.unwrap();
    let asked = partner.asked("/v1/checkout/sessions");
    assert_eq!(asked.len(), 2);
    assert_eq!(
        asked[0].body, asked[1].body,
        "Stripe compares requests under one key"
    );
    for one in &asked {
        assert_eq!(one.header("idempotency-key"), Some("cs:01a2095e:1"));
        assert_eq!(
            one.header("authorization"),
            Some(format!("Bearer {KEY}").as_str())
        );
        assert!(one.header("stripe-version").is_some());
    }
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    assert_eq!(
        fields(&asked[0]),
        [
            pair("adaptive_pricing[enabled]", "false"),
            pair("cancel_url", "https://esim.example.com/plans/y"),
            pair(
                "client_reference_id",
                "01a2095e-b316-7643-b956-6e318cac146c"
            ),
            pair("customer_email", "sarah@traveller.example"),
            pair("expires_at", "1790924400"),
            pair("line_items[0][price_data][currency]", "usd"),
            pair(
                "line_items[0][price_data][product_data][name]",
                "Japan · 3 GB · 15 days"
            ),
            pair("line_items[0][price_data][unit_amount]", "1440"),
            pair("line_items[0][quantity]", "2"),
            pair("locale", "pt-BR"),
            pair("metadata[order_id]", "01a2095e-b316-7643-b956-6e318cac146c"),
            pair("mode", "payment"),
            pair(
                "payment_intent_data[metadata][order_id]",
                "01a2095e-b316-7643-b956-6e318cac146c"
            ),
            pair("success_url", "https://esim.example.com/orders/x?a=1&b=2"),
        ]
    );
}

#[tokio::test]
async fn a_payment_says_what_it_is_for_when_we_say_so() {
    let (partner, till) = stripe(fixture("stripe/checkout_session.json")).await;
    till.open_session(&SessionRequest {
        description: Some("k3v9x2ma E10001".into()),
        ..request()
    })
    .await
    .unwrap();
    let sent = fields(&only(&partner, "/v1/checkout/sessions"));
    assert!(
        sent.contains(&(
            "payment_intent_data[description]".into(),
            "k3v9x2ma E10001".into()
        )),
        "{sent:?}"
    );
}

#[tokio::test]
async fn a_page_is_closed_where_stripe_closes_it() {
    let mut closed = fixture("stripe/checkout_session.json");
    closed["status"] = json!("expired");
    let (partner, till) = stripe(closed).await;
    assert_eq!(
        till.expire_session("cs_1").await.unwrap().status,
        Some(SessionStatus::Expired)
    );
    assert_eq!(
        only(&partner, "/v1/checkout/sessions/cs_1/expire").method,
        "POST"
    );
}

#[tokio::test]
async fn a_refund_is_made_under_its_key_and_read_with_all_its_published_fields() {
    let (partner, till) = stripe(fixture("stripe/refund.json")).await;
    let refund = till
        .refund("pi_3LayoverTwo", 1440, "rf:line:1")
        .await
        .unwrap();
    let asked = only(&partner, "/v1/refunds");
    assert_eq!(asked.header("idempotency-key"), Some("rf:line:1"));
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let sent = [
        pair("amount", "1440"),
        pair("metadata[refund_key]", "rf:line:1"),
        pair("payment_intent", "pi_3LayoverTwo"),
    ];
    assert_eq!(fields(&asked), sent);
    assert_eq!(
        (
            refund.id.as_str(),
            refund.amount_minor,
            refund.status.as_str()
        ),
        ("re_3LayoverBack", 1440, "pending")
    );
    assert_eq!(
        (refund.refund_key.as_deref(), refund.created_at.timestamp()),
        (Some("rf:line:1"), 1_790_926_200)
    );
}

#[tokio::test]
async fn refunds_made_elsewhere_are_listed_too() {
    let mine = fixture("stripe/refund.json");
    let mut theirs = mine.clone();
    theirs["id"] = json!("re_dashboard");
    theirs["metadata"] = Value::Null;
    theirs["status"] = json!("a_status_of_tomorrow");
    theirs["destination_details"] = json!({ "type": "moonbeam" });
    let (partner, till) = stripe(json!({ "object": "list", "data": [mine, theirs], "has_more": false, "url": "/v1/refunds" })).await;
    let refunds = till.refunds("pi_3LayoverTwo").await.unwrap();
    let asked = only(&partner, "/v1/refunds");
    assert!(
        asked.query.contains("payment_intent=pi_3LayoverTwo") && asked.query.contains("limit=100"),
        "{}",
        asked.query
    );
    assert_eq!(refunds.len(), 2);
    assert_eq!(
        (refunds[1].refund_key.as_deref(), refunds[1].status.as_str()),
        (None, "a_status_of_tomorrow")
    );
}
