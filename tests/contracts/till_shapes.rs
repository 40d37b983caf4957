//! Sessions in shapes that Stripe may well send: what we do not use cannot break the read, what we
//! do use must be readable.

use domain::money::{Currency, Money};
use esim_storefront::stripe::{Error, PaymentStatus, SessionStatus};
use serde_json::{Value, json};

use crate::fixture;
use crate::partner::{Partner, Say};
use crate::till::{stripe, till};

#[tokio::test]
async fn a_paid_session_is_read_whatever_else_is_in_it() {
    let odd: [(&str, Value); 14] = [
        (
            "customer",
            json!({ "id": "cus_1", "object": "customer", "deleted": true }),
        ),
        (
            "customer",
            json!({ "id": "cus_1", "object": "customer", "email": null, "default_source": [] }),
        ),
        ("custom_fields", Value::Null),
        ("custom_fields", json!([{ "key": "k", "type": "hologram" }])),
        (
            "payment_intent",
            json!({ "id": "pi_3LayoverTwo", "object": "payment_intent", "status": "succeeded" }),
        ),
        ("automatic_tax", Value::Null),
        ("custom_text", json!("none")),
        ("total_details", Value::Null),
        ("payment_method_types", Value::Null),
        ("payment_method_options", json!([])),
        ("shipping_options", Value::Null),
        ("invoice_creation", json!(7)),
        ("metadata", Value::Null),
        ("expires_at", json!("soon")),
    ];
    let mut bodies: Vec<(String, Value)> = Vec::new();
    for (field, value) in odd {
        let mut body = fixture("stripe/checkout_session.json");
        body[field] = value.clone();
        bodies.push((format!("{field}: {value}"), body));
    }
    for field in [
        "customer",
        "custom_fields",
        "custom_text",
        "shipping_options",
        "payment_method_types",
        "url",
        "metadata",
        "object",
    ] {
        let mut body = fixture("stripe/checkout_session.json");
        body.as_object_mut().unwrap().remove(field);
        bodies.push((format!("no {field}"), body));
    }
    for (what, body) in bodies {
        let (_partner, till) = stripe(body).await;
        let session = till
            .session("cs_1")
            .await
            .unwrap_or_else(|e| panic!("{what}: {e}"));
        assert_eq!(
            (session.status, session.payment),
            (Some(SessionStatus::Complete), PaymentStatus::Paid),
            "{what}"
        );
        assert_eq!(
            session.total,
            Some(Money::new(2880, Currency::USD)),
            "{what}"
        );
        assert_eq!(
            session.payment_intent_id.as_deref(),
            Some("pi_3LayoverTwo"),
            "{what}"
        );
        assert_eq!(
            session.email.as_deref(),
            Some("sarah@traveller.example"),
            "{what}"
        );
    }
}

#[tokio::test]
async fn a_buyer_who_cannot_be_read_does_not_hide_the_payment() {
    for (field, value) in [
        ("customer_details", Value::Null),
        (
            "customer_details",
            json!({ "email": 7, "address": "Lisbon" }),
        ),
        (
            "customer_details",
            json!({ "email": " ", "address": { "country": 351 } }),
        ),
    ] {
        let mut body = fixture("stripe/checkout_session.json");
        body[field] = value.clone();
        body["customer_email"] = Value::Null;
        let (_partner, till) = stripe(body).await;
        let session = till.session("cs_1").await.unwrap();
        assert_eq!(
            (session.payment, session.email, session.country),
            (PaymentStatus::Paid, None, None),
            "{value}"
        );
    }
}

#[tokio::test]
async fn half_a_letter_in_a_name_is_no_trouble_of_the_payments() {
    for name in [
        "Sam \\ud83d",
        "\\udE00Sam",
        "\\ud83d\\ud83d\\ude00",
        "\\ud83d\\\\",
    ] {
        let mut body = fixture("stripe/checkout_session.json");
        body["customer_details"]["name"] = json!("HALF");
        let body = body.to_string().replace("HALF", name);
        let partner = Partner::start(move |_| Say::Raw(200, body.clone())).await;
        let session = till(&partner.url)
            .session("cs_1")
            .await
            .unwrap_or_else(|e| panic!("{name}: {e}"));
        assert_eq!(session.payment, PaymentStatus::Paid, "{name}");
    }
}

#[tokio::test]
async fn what_we_act_on_must_be_readable() {
    for field in [
        "id",
        "status",
        "payment_status",
        "mode",
        "client_reference_id",
        "payment_intent",
        "amount_total",
        "currency",
        "livemode",
    ] {
        let mut body = fixture("stripe/checkout_session.json");
        body[field] = json!([true]);
        let (_partner, till) = stripe(body).await;
        assert!(
            matches!(till.session("cs_1").await, Err(Error::Unclear(_))),
            "{field}"
        );
    }
    for field in ["id", "payment_status", "mode", "livemode", "created"] {
        let mut body = fixture("stripe/checkout_session.json");
        body.as_object_mut().unwrap().remove(field);
        let (_partner, till) = stripe(body).await;
        assert!(
            matches!(till.session("cs_1").await, Err(Error::Unclear(_))),
            "no {field}"
        );
    }
    let mut body = fixture("stripe/checkout_session.json");
    body["amount_total"] = json!(2880.5);
    let (_partner, till) = stripe(body).await;
    assert!(matches!(till.session("cs_1").await, Err(Error::Unclear(_))));
}
