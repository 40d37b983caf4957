//! Stripe's list of events: asked for by type and stretch of time, read one by one, kept like
//! pushed ones.

use chrono::DateTime;
use domain::event::KINDS;
use esim_storefront::stripe::{StripeClient, webhook};
use serde_json::{Value, json};

use crate::fixture;
use crate::partner::{Partner, Say};
use crate::till::{only, stripe, till};

const FROM: i64 = 1_790_900_000;

fn page(data: &[Value], more: bool) -> Value {
    json!({ "object": "list", "data": data, "has_more": more, "url": "/v1/events" })
}

fn event(id: &str, kind: &str, object: Value) -> Value {
    json!({ "id": id, "object": "event", "created": FROM + 60, "livemode": false, "type": kind, "data": { "object": object } })
}

async fn pulled(till: &StripeClient) -> esim_storefront::stripe::EventPage {
    till.events(DateTime::from_timestamp(FROM, 0).unwrap(), None, None, &[])
        .await
        .unwrap()
}

#[tokio::test]
async fn events_are_asked_for_by_type_and_time_and_page_by_page() {
    let moon = event(
        "evt_2",
        "moon.risen",
        json!({ "id": "moon_1", "object": "moon" }),
    );
    let (partner, till) = stripe(page(&[moon, fixture("stripe/event.json")], true)).await;
    let (from, to) = (
        DateTime::from_timestamp(FROM, 0).unwrap(),
        DateTime::from_timestamp(FROM + 3_600, 0),
    );
    let events = till
        .events(
            from,
            to,
            Some("evt_9"),
            &["checkout.session.completed", "charge.dispute.closed"],
        )
        .await
        .unwrap();
    let asked = url::form_urlencoded::parse(only(&partner, "/v1/events").query.as_bytes())
        .into_owned()
        .collect::<Vec<_>>();
    let pair = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
    let wanted = [
        ("created[gte]", "1790900000"),
        ("created[lt]", "1790903600"),
        ("types[0]", "checkout.session.completed"),
        ("types[1]", "charge.dispute.closed"),
        ("limit", "100"),
        ("starting_after", "evt_9"),
    ];
    assert_eq!(asked, wanted.map(pair));
    assert_eq!(
        (events.more, events.last.as_deref(), events.unreadable),
        (true, Some("evt_1LayoverPaid"), 0)
    );
    let moon = &events.items[0];
    assert_eq!(
        (
            moon.kind.as_str(),
            moon.object_id.as_deref(),
            moon.order_id.as_deref()
        ),
        ("moon.risen", Some("moon_1"), None)
    );
    let paid = &events.items[1];
    assert_eq!(
        (paid.id.as_str(), paid.kind.as_str()),
        ("evt_1LayoverPaid", "checkout.session.completed")
    );
    assert_eq!(
        (paid.object_id.as_deref(), paid.payment_intent_id.as_deref()),
        (Some("cs_test_b2Layover0001"), Some("pi_3LayoverTwo"))
    );
    assert_eq!(
        paid.order_id.as_deref(),
        Some("01a2095e-b316-7643-b956-6e318cac146c")
    );
    assert!(
        !paid.payload.to_lowercase().contains("traveller.example"),
        "what is kept needs no address"
    );
    assert!(!format!("{paid:?}").contains("pi_3"));
}

#[tokio::test]
async fn without_types_or_an_end_neither_is_sent() {
    let (partner, till) = stripe(page(&[], false)).await;
    let events = pulled(&till).await;
    assert_eq!(
        (events.items.len(), events.last, events.more),
        (0, None, false)
    );
    assert_eq!(
        only(&partner, "/v1/events").query,
        "created%5Bgte%5D=1790900000&limit=100"
    );
    till.events(
        DateTime::from_timestamp(FROM, 0).unwrap(),
        None,
        None,
        KINDS,
    )
    .await
    .unwrap();
    assert!(
        partner.asked("/v1/events")[1]
            .query
            .contains(&format!("types%5B{}%5D=", KINDS.len() - 1))
    );
}

/// What a pushed event and the same one pulled say of order and payment.
#[tokio::test]
async fn a_pulled_event_names_what_the_pushed_one_names() {
    let order = "01a2095e-b316-7643-b956-6e318cac146c";
    let mut intent = fixture("stripe/payment_intent.json");
    intent["payment_intent"] = json!("pi_not_this_one");
    let mut dispute = fixture("stripe/dispute.json");
    dispute["payment_intent"] = json!({ "id": "pi_3LayoverTwo", "object": "payment_intent" });
    let events = [
        event("evt_1", "payment_intent.succeeded", intent),
        event("evt_2", "charge.refunded", fixture("stripe/charge.json")),
        event("evt_3", "charge.dispute.created", dispute),
        event("evt_4", "review.opened", fixture("stripe/review.json")),
        event("evt_5", "refund.created", fixture("stripe/refund.json")),
        fixture("stripe/event.json"),
        event(
            "evt_6",
            "review.closed",
            json!({ "id": "prv_2", "payment_intent": null }),
        ),
    ];
    let (_partner, till) = stripe(page(&events, false)).await;
    let mut named = Vec::new();
    for (pulled, raw) in pulled(&till).await.items.into_iter().zip(&events) {
        let text = raw.to_string();
        let signed = format!(
            "t={FROM},v1={}",
            sandbox::stripe::sign("whsec_x", FROM, &text)
        );
        let now = DateTime::from_timestamp(FROM, 0).unwrap();
        let pushed = webhook::verify(
            text.as_bytes(),
            &signed,
            &["whsec_x".to_owned().into()],
            now,
        )
        .unwrap();
        let facts = |e: &domain::event::Event| {
            (
                e.id.clone(),
                e.kind.clone(),
                e.object_id.clone(),
                e.order_id.clone(),
                e.payment_intent_id.clone(),
                e.description.clone(),
            )
        };
        assert_eq!(facts(&pulled), facts(&pushed));
        assert_eq!(
            (pulled.livemode, pulled.created_at),
            (pushed.livemode, pushed.created_at)
        );
        // What is stored is read again from the payload: it must say the same.
        let kept: Value = serde_json::from_str(&pulled.payload).unwrap();
        let object = &kept["data"]["object"];
        assert_eq!(object["id"].as_str(), pulled.object_id.as_deref());
        assert_eq!(
            object["metadata"]["order_id"].as_str(),
            pulled.order_id.as_deref()
        );
        assert_eq!(
            object["payment_intent"].as_str(),
            pulled.payment_intent_id.as_deref()
        );
        assert_eq!(
            object["description"].as_str(),
            pulled.description.as_deref()
        );
        assert!(
            !pulled.payload.contains("canary") && !pulled.payload.contains("traveller.example")
        );
        named.push((
            pulled.order_id,
            pulled.payment_intent_id,
            pulled.description,
        ));
    }
    let (pi, said) = (
        Some("pi_3LayoverTwo".to_owned()),
        Some("k3v9x2ma E10001".to_owned()),
    );
    let ours = Some(order.to_owned());
    assert_eq!(
        named,
        [
            (ours.clone(), pi.clone(), said),
            (ours.clone(), pi.clone(), None),
            (None, pi.clone(), None),
            (None, pi.clone(), None),
            (None, pi.clone(), None),
            (ours, pi, None),
            (None, None, None)
        ]
    );
}

#[tokio::test]
async fn one_event_that_cannot_be_read_is_counted_and_stepped_over() {
    let good = fixture("stripe/event.json");
    let spoilt = |field: &str, value: Value| {
        let mut event = good.clone();
        event["id"] = json!("evt_spoilt");
        event[field] = value;
        event
    };
    let bad = [
        spoilt("id", json!(7)),
        spoilt("id", Value::Null),
        spoilt("type", Value::Null),
        spoilt("type", json!({})),
        spoilt("created", json!("yesterday")),
        spoilt("livemode", Value::Null),
        spoilt("data", Value::Null),
        json!("evt_no_object"),
        Value::Null,
    ];
    let mut all = bad.to_vec();
    all.insert(4, good.clone());
    let (_partner, till) = stripe(page(&all, true)).await;
    let events = pulled(&till).await;
    assert_eq!((events.items.len(), events.unreadable), (1, bad.len()));
    assert_eq!(
        (events.items[0].id.as_str(), events.last.as_deref()),
        ("evt_1LayoverPaid", Some("evt_spoilt"))
    );
    let (_partner, till) = stripe(page(&[good, json!({ "object": "event" })], true)).await;
    assert_eq!(
        pulled(&till).await.last.as_deref(),
        Some("evt_1LayoverPaid"),
        "the last one that has an id"
    );
    let unheard = event("evt_1", "balance.available", json!({ "object": "balance" }));
    let (_partner, till) = stripe(page(&[unheard], false)).await;
    assert_eq!(
        pulled(&till).await.unreadable,
        0,
        "what means nothing to us need not have an id"
    );
}

#[tokio::test]
async fn half_a_letter_in_a_name_hides_neither_the_page_nor_its_event() {
    let mut odd = fixture("stripe/event.json");
    odd["data"]["object"]["customer_details"]["name"] = json!("HALF");
    let body = page(&[odd.clone(), fixture("stripe/event.json")], false)
        .to_string()
        .replace("HALF", "Sam \\ud83d");
    let partner = Partner::start(move |_| Say::Raw(200, body.clone())).await;
    let events = pulled(&till(&partner.url)).await;
    assert_eq!((events.items.len(), events.unreadable), (2, 0));
    assert_eq!(
        events.items[0].payment_intent_id.as_deref(),
        Some("pi_3LayoverTwo")
    );
    let text = odd.to_string().replace("HALF", "Sam \\ud83d");
    let signed = format!(
        "t={FROM},v1={}",
        sandbox::stripe::sign("whsec_x", FROM, &text)
    );
    let now = DateTime::from_timestamp(FROM, 0).unwrap();
    let pushed = webhook::verify(
        text.as_bytes(),
        &signed,
        &["whsec_x".to_owned().into()],
        now,
    )
    .unwrap();
    assert_eq!(
        (pushed.kind.as_str(), pushed.payment_intent_id.as_deref()),
        ("checkout.session.completed", Some("pi_3LayoverTwo"))
    );
    assert!(
        serde_json::from_str::<Value>(&pushed.payload).is_ok(),
        "what is stored is read again"
    );
}
