//! Money that comes, is disputed, reviewed, sent back late or twice, and what Stripe keeps of it.

use super::*;

fn disputed_status(shop: &Shop) -> String {
    shop.stripe.disputes().last().unwrap()["status"]
        .as_str()
        .unwrap()
        .to_owned()
}

#[tokio::test]
async fn an_intent_keeps_what_it_is_for_and_its_charge_copies_it() {
    let shop = Shop::new().await;
    let mut form = order("ord_1");
    form.push((
        "payment_intent_data[description]".into(),
        "k3v9x2ma E10001".into(),
    ));
    let session = shop.post("/v1/checkout/sessions", "", &form).await.2;
    assert!(session.get("sandbox_intent").is_none(), "{session}");
    shop.stripe
        .pay(session["id"].as_str().unwrap(), "ana@example.org")
        .unwrap();
    let (intent, charge) = (&shop.stripe.payment_intents()[0], &shop.stripe.charges()[0]);
    for object in [intent, charge] {
        assert_eq!(
            (&object["description"], &object["metadata"]["order_id"]),
            (&json!("k3v9x2ma E10001"), &json!("ord_1"))
        );
    }
    let (other, _) = shop.paid().await;
    assert_eq!(
        shop.stripe.payment_intents()[1]["description"],
        Value::Null,
        "{other}"
    );
}

#[tokio::test]
async fn a_dispute_takes_the_money_until_the_bank_has_decided() {
    for (end, refused) in [("won", false), ("lost", true)] {
        let shop = Shop::new().await;
        let (_, intent) = shop.paid().await;
        let balance = || {
            shop.stripe
                .balance_transactions()
                .iter()
                .map(|t| t["amount"].as_i64().unwrap())
                .sum::<i64>()
        };
        shop.stripe.dispute(&intent).unwrap();
        assert_eq!(
            (balance(), disputed_status(&shop).as_str()),
            (0, "needs_response")
        );
        assert!(shop.stripe.dispute(&intent).is_err(), "one at a time");
        assert_eq!(
            shop.refund("rf:1", &intent, "100").await.2["error"]["code"],
            "charge_disputed"
        );
        assert!(
            shop.stripe
                .close_dispute(&intent, "warning_closed")
                .is_err(),
            "it is no inquiry"
        );
        shop.stripe.answer_dispute(&intent).unwrap();
        assert_eq!(disputed_status(&shop), "under_review");
        shop.stripe.close_dispute(&intent, end).unwrap();
        assert!(
            shop.stripe.close_dispute(&intent, end).is_err(),
            "it is over"
        );
        assert_listed_alone(&shop, &intent, end).await;
        assert_eq!(balance(), if end == "won" { 2_598 } else { 0 });
        assert_eq!(shop.stripe.charges()[0]["disputed"], true, "for ever");
        let again = shop.refund("rf:2", &intent, "100").await;
        assert_eq!(
            again.0 == 400 && again.2["error"]["code"] == "charge_disputed",
            refused,
            "{}",
            again.2
        );
        assert_told_of_dispute(&shop, &intent, end);
    }
}

/// The intent's list of disputes holds one, as it is by itself, which ended so.
async fn assert_listed_alone(shop: &Shop, intent: &str, end: &str) {
    let listed = shop
        .get(&format!("/v1/disputes?payment_intent={intent}"))
        .await["data"]
        .clone();
    let one = shop
        .get(&format!(
            "/v1/disputes/{}",
            listed[0]["id"].as_str().unwrap()
        ))
        .await;
    assert_eq!(
        (
            listed.as_array().unwrap().len(),
            &listed[0],
            one["status"].as_str()
        ),
        (1, &one, Some(end))
    );
}

/// The events of a dispute that ended so, in order.
fn assert_told_of_dispute(shop: &Shop, intent: &str, end: &str) {
    let told: Vec<String> = shop
        .kinds()
        .into_iter()
        .filter(|kind| kind.starts_with("charge.dispute."))
        .collect();
    let mut wanted = vec![
        "charge.dispute.created",
        "charge.dispute.funds_withdrawn",
        "charge.dispute.updated",
    ];
    wanted.extend((end == "won").then_some("charge.dispute.funds_reinstated"));
    wanted.push("charge.dispute.closed");
    assert_eq!(told, wanted);
    let closed = shop.stripe.events_of("charge.dispute.closed").remove(0)["data"]["object"].clone();
    assert_eq!(
        (closed["status"].as_str(), closed["payment_intent"].as_str()),
        (Some(end), Some(intent))
    );
}

#[tokio::test]
async fn an_inquiry_takes_no_money_and_can_be_answered_by_a_refund() {
    let shop = Shop::new().await;
    let (_, intent) = shop.paid().await;
    shop.stripe.inquire(&intent).unwrap();
    assert_eq!(
        (
            disputed_status(&shop).as_str(),
            shop.stripe.balance_transactions().len()
        ),
        ("warning_needs_response", 1)
    );
    assert_eq!(shop.refund("rf:1", &intent, "100").await.0, 200);
    assert!(shop.stripe.close_dispute(&intent, "won").is_err());
    shop.stripe
        .close_dispute(&intent, "warning_closed")
        .unwrap();
    assert_eq!(shop.kinds().last().unwrap(), "charge.dispute.closed");
    shop.stripe.dispute(&intent).unwrap();
    assert_eq!(
        shop.refund("rf:2", &intent, "100").await.2["error"]["code"],
        "charge_disputed"
    );
}

#[tokio::test]
async fn a_review_is_an_object_that_says_how_it_closed() {
    let shop = Shop::new().await;
    let (_, intent) = shop.paid().await;
    assert!(
        shop.stripe.review(&intent, Some("approved")).is_err(),
        "none is open"
    );
    shop.stripe.review(&intent, None).unwrap();
    assert!(shop.stripe.review(&intent, None).is_err(), "one is open");
    let path = format!("/v1/payment_intents/{intent}?expand[]=latest_charge&expand[]=review");
    let open = shop.get(&path).await;
    assert_eq!(
        (&open["review"]["open"], &open["review"]["closed_reason"]),
        (&json!(true), &Value::Null)
    );
    assert_eq!(open["latest_charge"]["review"], open["review"]["id"]);
    assert!(shop.stripe.review(&intent, Some("on a whim")).is_err());
    shop.stripe
        .review(&intent, Some("refunded_as_fraud"))
        .unwrap();
    let closed = shop.get(&path).await;
    assert_eq!(
        closed["review"]["id"], open["review"]["id"],
        "it goes on being named"
    );
    assert_eq!(
        (
            &closed["review"]["open"],
            &closed["review"]["closed_reason"]
        ),
        (&json!(false), &json!("refunded_as_fraud"))
    );
    let id = closed["review"]["id"].as_str().unwrap();
    assert_eq!(
        shop.get(&format!("/v1/reviews/{id}")).await,
        closed["review"]
    );
    assert_eq!(shop.get("/v1/reviews").await["data"][0], closed["review"]);
    assert_eq!(
        shop.stripe.events_of("review.closed")[0]["data"]["object"]["reason"],
        "refunded_as_fraud"
    );
    shop.stripe.review(&intent, None).unwrap();
    assert_ne!(
        shop.get(&path).await["review"]["id"],
        closed["review"]["id"],
        "another review"
    );
}

#[tokio::test]
async fn trouble_may_come_before_the_session_is_complete() {
    let shop = Shop::new().await;
    let all = [
        Trouble::Review,
        Trouble::FraudWarning,
        Trouble::Refund(Some(100)),
        Trouble::Dispute,
    ];
    let session = shop
        .post("/v1/checkout/sessions", "", &order("ord_1"))
        .await
        .2["id"]
        .as_str()
        .unwrap()
        .to_owned();
    shop.stripe
        .pay_in_trouble(&session, "ana@example.org", &all)
        .unwrap();
    let kinds = shop.kinds();
    let place = |kind: &str| kinds.iter().position(|k| k == kind).unwrap();
    let wanted = [
        "payment_intent.succeeded",
        "review.opened",
        "radar.early_fraud_warning.created",
        "refund.created",
        "charge.dispute.created",
        "checkout.session.completed",
    ];
    assert!(wanted.map(place).is_sorted(), "{kinds:?}");
    assert_eq!(kinds.last().unwrap(), "checkout.session.completed");
}

#[tokio::test]
async fn held_events_can_be_let_go_type_by_type() {
    let shop = Shop::new().await;
    let hook = axum::Router::new().fallback(|| async { "ok" });
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    shop.stripe
        .set_webhook_url(format!("http://{}/", listener.local_addr().unwrap()));
    tokio::spawn(async move { axum::serve(listener, hook).await });
    shop.stripe.set_delivery(Delivery::Hold);
    let (_, intent) = shop.paid().await;
    shop.stripe.review(&intent, None).unwrap();
    let told = || {
        shop.stripe
            .deliveries()
            .into_iter()
            .map(|attempt| attempt.kind)
            .collect::<Vec<_>>()
    };
    shop.stripe.release_kind("review.opened");
    shop.stripe.quiet().await;
    assert_eq!(told(), ["review.opened"]);
    shop.stripe.release_held(false);
    shop.stripe.quiet().await;
    assert_eq!(
        told(),
        [
            "review.opened",
            "charge.succeeded",
            "payment_intent.succeeded",
            "checkout.session.completed"
        ]
    );
}

#[tokio::test]
async fn a_refund_that_failed_may_appear_later_all_the_same() {
    let shop = Shop::new().await;
    let (_, intent) = shop.paid().await;
    shop.stripe.fail_refund_late(Duration::from_secs(4));
    assert_eq!(shop.refund("rf:1", &intent, "1299").await.0, 500);
    let listed = format!("/v1/refunds?payment_intent={intent}");
    assert_eq!(shop.get(&listed).await["data"], json!([]));
    let cached = shop.refund("rf:1", &intent, "1299").await;
    assert_eq!((cached.0, cached.1), (500, true));
    shop.stripe.inner.clock.advance(Duration::from_secs(5));
    let late = shop.get(&listed).await["data"][0].clone();
    assert_eq!(
        (&late["amount"], &late["status"]),
        (&json!(1299), &json!("succeeded"))
    );
    let event = shop.stripe.events_of("refund.created").remove(0);
    assert_eq!(event["request"]["idempotency_key"], "rf:1");
    assert!(
        shop.refund("rf:1", &intent, "1299").await.1,
        "the key keeps its 500"
    );
    assert_eq!(
        shop.refund("rf:2", &intent, "1299").await.0,
        200,
        "and nothing keeps another key from doubling it"
    );
    assert_eq!(
        shop.refund("rf:3", &intent, "1").await.2["error"]["code"],
        "charge_already_refunded"
    );
}

#[tokio::test]
async fn two_refunds_side_by_side_both_go_while_there_is_room() {
    let shop = Shop::new().await;
    let (_, intent) = shop.paid().await;
    shop.stripe.set_latency(Duration::from_millis(50));
    let both = tokio::join!(
        shop.refund("rf:1", &intent, "1000"),
        shop.refund("rf:2", &intent, "1000")
    );
    assert_eq!((both.0.0, both.1.0), (200, 200));
    let more = tokio::join!(
        shop.refund("rf:3", &intent, "598"),
        shop.refund("rf:4", &intent, "598")
    );
    assert_eq!(
        BTreeSet::from([more.0.0, more.1.0]),
        BTreeSet::from([200, 400])
    );
    assert_eq!(shop.stripe.charges()[0]["amount_refunded"], 2_598);
}

#[tokio::test]
async fn a_charge_is_booked_with_its_fee_in_the_accounts_own_money() {
    let shop = Shop::new().await;
    let booked = async |intent: &str| {
        let charge = shop.get(&format!("/v1/payment_intents/{intent}")).await["latest_charge"]
            .as_str()
            .unwrap()
            .to_owned();
        shop.get(&format!(
            "/v1/charges/{charge}?expand[]=balance_transaction"
        ))
        .await["balance_transaction"]
            .clone()
    };
    let plain = booked(&shop.paid().await.1).await;
    assert_eq!(
        (&plain["amount"], &plain["fee"], &plain["net"]),
        (&json!(2598), &json!(105), &json!(2493))
    );
    assert_eq!(
        (&plain["currency"], &plain["exchange_rate"]),
        (&json!("usd"), &Value::Null)
    );
    assert_eq!(
        shop.get(&format!(
            "/v1/balance_transactions/{}",
            plain["id"].as_str().unwrap()
        ))
        .await,
        plain
    );
    shop.stripe.settle_in("eur", "0.918403".parse().unwrap());
    let (_, intent) = shop.paid().await;
    let foreign = booked(&intent).await;
    assert_eq!(
        (&foreign["amount"], &foreign["fee"]),
        (&json!(2386), &json!(99))
    );
    assert_eq!(
        (&foreign["currency"], &foreign["exchange_rate"]),
        (&json!("eur"), &json!(0.918403))
    );
    shop.refund("rf:1", &intent, "1299").await;
    let back = shop.stripe.balance_transactions().pop().unwrap();
    assert_eq!(
        (&back["amount"], &back["fee"], &back["currency"]),
        (&json!(-1193), &json!(0), &json!("eur"))
    );
    shop.stripe.settle_in("jpy", "150".parse().unwrap());
    assert_eq!(
        booked(&shop.paid().await.1).await["amount"],
        3_897,
        "25.98 at 150, in whole yen"
    );
}

#[tokio::test]
async fn a_charge_may_be_booked_a_moment_later() {
    let shop = Shop::new().await;
    shop.stripe.book_after(Duration::from_secs(3));
    let (_, intent) = shop.paid().await;
    let path = format!("/v1/payment_intents/{intent}?expand[]=latest_charge.balance_transaction");
    assert_eq!(
        shop.get(&path).await["latest_charge"]["balance_transaction"],
        Value::Null
    );
    shop.stripe.inner.clock.advance(Duration::from_secs(4));
    assert_eq!(
        shop.get(&path).await["latest_charge"]["balance_transaction"]["fee"],
        105
    );
    assert_eq!(shop.kinds().last().unwrap(), "charge.updated");
}

#[tokio::test]
async fn tax_is_a_part_of_the_price_by_the_buyers_country_and_known_once_it_is_paid() {
    let shop = Shop::new().await;
    let mut form = order("ord_1");
    form.push(("automatic_tax[enabled]".into(), "true".into()));
    let refused = shop.post("/v1/checkout/sessions", "", &form).await;
    assert_eq!(
        (refused.0, refused.2["error"]["param"].as_str()),
        (400, Some("line_items[0][price_data][tax_behavior]")),
        "{}",
        refused.2
    );
    form.push((
        "line_items[0][price_data][tax_behavior]".into(),
        "inclusive".into(),
    ));
    let session = shop.post("/v1/checkout/sessions", "", &form).await.2;
    let total = session["amount_total"].as_i64().unwrap();
    assert_eq!(
        session["automatic_tax"]["status"],
        "requires_location_inputs"
    );
    assert_eq!(session["total_details"]["amount_tax"], 0);
    shop.stripe.set_billing_country("DE");
    shop.stripe
        .pay(session["id"].as_str().unwrap(), "ana@example.org")
        .unwrap();
    let paid = shop
        .get(&format!(
            "/v1/checkout/sessions/{}",
            session["id"].as_str().unwrap()
        ))
        .await;
    let tax = paid["total_details"]["amount_tax"].as_i64().unwrap();
    assert_eq!(
        (
            paid["automatic_tax"]["status"].as_str(),
            paid["amount_total"].as_i64()
        ),
        (Some("complete"), Some(total))
    );
    assert!(
        (tax * 119 - total * 19).abs() * 2 <= 119,
        "{tax} of {total}"
    );
}
