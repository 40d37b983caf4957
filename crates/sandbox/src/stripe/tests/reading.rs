//! What the till is asked: lists and filters, expansions and rights, thirty days of events, objects
//! in odd shapes.

use super::*;

fn ids(list: &Value) -> Vec<String> {
    list["data"]
        .as_array()
        .unwrap()
        .iter()
        .map(|object| object["id"].as_str().unwrap().to_owned())
        .collect()
}

#[tokio::test]
async fn payments_refunds_disputes_and_sessions_are_listed_by_time_and_payment() {
    let shop = Shop::new().await;
    let (first_session, first) = shop.paid().await;
    shop.refund("rf:1", &first, "100").await;
    shop.stripe.inner.clock.advance(Duration::from_secs(100));
    let later = shop.stripe.inner.clock.now().timestamp() - 50;
    let (_, second) = shop.paid().await;
    let refund = shop.refund("rf:2", &second, "100").await.2;
    shop.stripe.dispute(&second).unwrap();
    let listed = async |path: String| ids(&shop.get(&path).await);
    assert_eq!(
        listed("/v1/payment_intents".to_owned()).await,
        [second.clone(), first.clone()]
    );
    for (bound, intent) in [("gte", &second), ("lt", &first)] {
        assert_eq!(
            listed(format!("/v1/payment_intents?created[{bound}]={later}")).await,
            std::slice::from_ref(intent)
        );
    }
    let next = format!("/v1/payment_intents?limit=1&starting_after={second}");
    let page = shop.get(&next).await;
    assert_eq!(
        (ids(&page), &page["has_more"]),
        (vec![first.clone()], &json!(false))
    );
    assert_eq!(
        listed(format!("/v1/refunds?created[gte]={later}")).await,
        [refund["id"].as_str().unwrap()]
    );
    assert_eq!(
        (&refund["payment_intent"], &refund["currency"]),
        (&json!(second), &json!("usd"))
    );
    for (kind, intent, count) in [
        ("disputes", &first, 0),
        ("disputes", &second, 1),
        ("charges", &second, 1),
    ] {
        let found = listed(format!("/v1/{kind}?payment_intent={intent}")).await;
        assert_eq!(found.len(), count, "{kind} {intent}");
    }
    assert_eq!(
        listed(format!("/v1/checkout/sessions?payment_intent={first}")).await,
        [first_session]
    );
    for path in [
        "/v1/payment_intents?status=succeeded",
        "/v1/disputes?status=won",
        "/v1/refunds?order=1",
    ] {
        assert_eq!(
            shop.get(path).await["error"]["code"],
            "parameter_unknown",
            "{path}"
        );
    }
    assert_eq!(shop.try_get("/v1/disputes/du_none").await.0, 404);
}

#[tokio::test]
async fn a_key_that_lacks_a_right_is_told_which_in_stripes_words() {
    let shop = Shop::new().await;
    let (session, intent) = shop.paid().await;
    shop.stripe.dispute(&intent).unwrap();
    let charge = shop.stripe.charges()[0]["id"].as_str().unwrap().to_owned();
    let intent_path = format!("/v1/payment_intents/{intent}");
    let needs = [
        ("charge_read", format!("/v1/charges/{charge}")),
        (
            "charge_read",
            format!("{intent_path}?expand[]=latest_charge"),
        ),
        (
            "review_read",
            format!("{intent_path}?expand[]=latest_charge&expand[]=review"),
        ),
        (
            "balance_transaction_source_read",
            format!("{intent_path}?expand[]=latest_charge.balance_transaction"),
        ),
        (
            "balance_transaction_source_read",
            "/v1/balance_transactions".to_owned(),
        ),
        (
            "dispute_read",
            format!("/v1/disputes?payment_intent={intent}"),
        ),
        ("payment_intent_read", intent_path),
        (
            "payment_intent_read",
            format!("/v1/checkout/sessions/{session}?expand[]=payment_intent"),
        ),
        (
            "refund_read",
            format!("/v1/refunds?payment_intent={intent}"),
        ),
        ("event_read", "/v1/events".to_owned()),
        (
            "checkout_session_read",
            format!("/v1/checkout/sessions/{session}"),
        ),
    ];
    for (right, path) in &needs {
        assert_eq!(shop.try_get(path).await.0, 200, "{path}");
        shop.stripe.forbid(right);
        let (status, body) = shop.try_get(path).await;
        let error = &body["error"];
        assert_eq!(
            (status, &error["type"], error.get("code")),
            (403, &json!("invalid_request_error"), None),
            "{path}"
        );
        let said = error["message"].as_str().unwrap();
        let wanted = format!("'rak_{right}' permission would allow this request to continue.");
        assert!(said.ends_with(&wanted), "{said}");
        shop.stripe.allow_all();
    }
}

#[tokio::test]
async fn a_right_that_a_key_lacks_keeps_nothing_else_back() {
    let shop = Shop::new().await;
    let (_, intent) = shop.paid().await;
    shop.stripe.forbid("rak_charge_read");
    shop.stripe.forbid("review_read");
    assert_eq!(
        shop.try_get(&format!("/v1/payment_intents/{intent}"))
            .await
            .0,
        200,
        "the intent itself may be read"
    );
    assert_eq!(
        shop.try_get(&format!("/v1/refunds?payment_intent={intent}"))
            .await
            .0,
        200
    );
    shop.stripe.forbid("refund_write");
    assert_eq!(shop.refund("rf:1", &intent, "1").await.0, 403);
    shop.stripe.forbid("checkout_session_write");
    assert_eq!(
        shop.post("/v1/checkout/sessions", "", &order("o")).await.0,
        403
    );
    assert_eq!(
        (shop.stripe.refunds().len(), shop.stripe.sessions().len()),
        (0, 1)
    );
}

#[tokio::test]
async fn events_are_listed_for_thirty_days_and_by_at_most_twenty_types() {
    let shop = Shop::new().await;
    shop.paid().await;
    let first = shop.stripe.events().remove(0)["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let many: Vec<String> = (0..21).map(|n| format!("types[{n}]=x.y")).collect();
    assert_eq!(
        shop.get(&format!("/v1/events?{}", many.join("&"))).await["error"]["param"],
        "types"
    );
    assert_eq!(
        shop.try_get("/v1/events?type=x.y&types[0]=x.y").await.0,
        400
    );
    assert_eq!(shop.get(&format!("/v1/events/{first}")).await["id"], first);
    shop.stripe
        .inner
        .clock
        .advance(Duration::from_secs(30 * 86_400 + 1));
    assert_eq!(shop.get("/v1/events").await["data"], json!([]));
    assert_eq!(shop.try_get(&format!("/v1/events/{first}")).await.0, 404);
    shop.paid().await;
    assert_eq!(ids(&shop.get("/v1/events").await).len(), 3);
}

#[tokio::test]
async fn thousands_of_other_events_are_planted_at_their_time() {
    let shop = Shop::new().await;
    let (session, _) = shop.paid().await;
    let now = shop.stripe.inner.clock.now();
    shop.stripe
        .plant_events(10_050, "customer.updated", now + TimeDelta::seconds(1));
    shop.stripe
        .plant_events(2, "invoice.paid", now - TimeDelta::hours(1));
    let page = shop.get("/v1/events?limit=100").await;
    assert_eq!(
        (&page["data"][0]["type"], &page["has_more"]),
        (&json!("customer.updated"), &json!(true))
    );
    let page = shop
        .get(&format!(
            "/v1/events?limit=100&created[lte]={}",
            now.timestamp()
        ))
        .await;
    assert_eq!(
        (
            page["data"].as_array().unwrap().len(),
            &page["data"][4]["type"]
        ),
        (5, &json!("invoice.paid"))
    );
    let page = shop
        .get("/v1/events?types[0]=checkout.session.completed")
        .await;
    assert_eq!(page["data"][0]["data"]["object"]["id"], json!(session));
    assert!(shop.stripe.deliveries().is_empty());
}

#[tokio::test]
async fn objects_can_be_given_odd_shapes() {
    let shop = Shop::new().await;
    let (session, intent) = shop.paid().await;
    let path = format!("/v1/checkout/sessions/{session}");
    shop.stripe
        .tamper(
            &session,
            "customer",
            json!({ "id": "cus_1", "object": "customer", "deleted": true }),
        )
        .unwrap();
    shop.stripe.strip(&session, "custom_fields").unwrap();
    let odd = shop.get(&path).await;
    assert_eq!(
        (&odd["customer"]["deleted"], odd.get("custom_fields")),
        (&json!(true), None)
    );
    shop.stripe
        .tamper(
            &session,
            "customer_details.name",
            json!(format!("Sam {HALF_A_LETTER}")),
        )
        .unwrap();
    let text = shop.get_text(&path).await;
    assert!(
        text.contains(r#""name":"Sam \ud83d""#) && serde_json::from_str::<Value>(&text).is_err(),
        "{text}"
    );
    for (field, value) in [
        ("amount_received", json!(2597)),
        ("currency", json!("eur")),
        ("livemode", json!(true)),
    ] {
        shop.stripe.tamper(&intent, field, value.clone()).unwrap();
        assert_eq!(
            shop.get(&format!("/v1/payment_intents/{intent}")).await[field],
            value
        );
    }
    assert!(
        shop.stripe.tamper("cs_none", "x", json!(1)).is_err()
            && shop.stripe.strip(&session, "none").is_err()
    );
}

#[tokio::test]
async fn events_can_be_given_odd_shapes() {
    let shop = Shop::new().await;
    shop.paid().await;
    let event = shop
        .stripe
        .events_of("checkout.session.completed")
        .remove(0)["id"]
        .as_str()
        .unwrap()
        .to_owned();
    shop.stripe
        .tamper(
            &event,
            "data.object.customer_details.name",
            json!(HALF_A_LETTER),
        )
        .unwrap();
    assert!(shop.get_text("/v1/events").await.contains(r#""\ud83d""#));
    shop.stripe
        .strip(&event, "data.object.customer_details")
        .unwrap();
    shop.stripe.strip(&event, "type").unwrap();
    shop.stripe.plant_event(json!({ "object": "event" }));
    let listed = shop
        .get("/v1/events?types[0]=payment_intent.succeeded")
        .await;
    assert_eq!(listed["data"][0], json!({ "object": "event" }));
    assert_eq!(
        listed["data"].as_array().unwrap().len(),
        3,
        "odd ones are in every list"
    );
}
