//! What the till's door looks up beside sessions and events: payments, disputes, refunds, fees.

use chrono::DateTime;
use domain::money::{Currency, Money};
use esim_storefront::stripe::{Charge, Dispute, Error, Review, StripeClient};
use serde_json::{Value, json};

use crate::fixture;
use crate::partner::{Partner, ok};
use crate::till::{only, stripe, till};

/// A payment as Stripe writes it out, charge and review with it.
pub fn whole() -> Value {
    let mut payment = fixture("stripe/payment_intent.json");
    payment["latest_charge"] = fixture("stripe/charge.json");
    payment["review"] = fixture("stripe/review.json");
    payment
}

fn list(data: &[Value], more: bool) -> Value {
    json!({ "object": "list", "data": data, "has_more": more, "url": "/v1/things" })
}

fn at(second: i64) -> DateTime<chrono::Utc> {
    DateTime::from_timestamp(second, 0).unwrap()
}

#[tokio::test]
async fn a_payment_is_read_with_its_charge_and_review_at_once() {
    let (partner, till) = stripe(whole()).await;
    let payment = till.payment("pi_3LayoverTwo").await.unwrap();
    assert_eq!(
        only(&partner, "/v1/payment_intents/pi_3LayoverTwo").query,
        "expand%5B%5D=latest_charge&expand%5B%5D=review"
    );
    assert_eq!(
        (payment.id.as_str(), payment.status.as_str()),
        ("pi_3LayoverTwo", "succeeded")
    );
    assert_eq!(
        (payment.received, payment.received_minor),
        (Some(Money::new(2880, Currency::USD)), 2880)
    );
    assert_eq!(
        (payment.currency.as_str(), payment.livemode),
        ("usd", false)
    );
    assert_eq!(
        payment.order_id.as_deref(),
        Some("01a2095e-b316-7643-b956-6e318cac146c")
    );
    assert_eq!(
        (payment.description.as_deref(), payment.created_at),
        (Some("k3v9x2ma E10001"), at(1_790_922_650))
    );
    let charge = Charge {
        id: "ch_3LayoverTwo".into(),
        refunded_minor: 0,
        disputed: false,
        created_at: at(1_790_922_690),
        balance_transaction: Some("txn_3LayoverFee".into()),
    };
    assert_eq!(payment.charge, Some(charge));
    assert_eq!(
        payment.review,
        Some(Review {
            id: "prv_1LayoverLook".into(),
            open: true,
            closed_reason: None
        })
    );
    assert!(payment.missing.is_empty());
}

#[tokio::test]
async fn what_does_not_fit_is_told_as_it_is() {
    let mut odd = whole();
    odd["amount_received"] = json!(2879);
    odd["currency"] = json!("bhd");
    odd["livemode"] = json!(true);
    odd["metadata"] = Value::Null;
    odd["description"] = Value::Null;
    odd["latest_charge"] = Value::Null;
    odd["review"]["open"] = json!(false);
    odd["review"]["closed_reason"] = json!("refunded_as_fraud");
    let (_partner, till) = stripe(odd).await;
    let payment = till.payment("pi_1").await.unwrap();
    assert_eq!(
        (
            payment.received,
            payment.received_minor,
            payment.currency.as_str()
        ),
        (None, 2879, "bhd")
    );
    assert_eq!(
        (
            payment.livemode,
            payment.order_id,
            payment.description,
            payment.charge
        ),
        (true, None, None, None)
    );
    assert_eq!(
        payment.review.map(|r| (r.open, r.closed_reason)),
        Some((false, Some("refunded_as_fraud".into())))
    );
    let mut taken_back = whole();
    taken_back["review"] = Value::Null;
    taken_back["latest_charge"]["amount_refunded"] = json!(1440);
    taken_back["latest_charge"]["disputed"] = json!(true);
    taken_back["latest_charge"]["balance_transaction"] = Value::Null;
    let (_partner, till) = stripe(taken_back).await;
    let payment = till.payment("pi_1").await.unwrap();
    let charge = payment.charge.unwrap();
    assert_eq!(
        (
            charge.refunded_minor,
            charge.disputed,
            charge.balance_transaction,
            payment.review
        ),
        (1440, true, None, None)
    );
}

#[tokio::test]
async fn a_payment_whose_proof_cannot_be_read_is_unclear() {
    for pointer in [
        "/id",
        "/status",
        "/amount_received",
        "/currency",
        "/livemode",
        "/created",
        "/latest_charge/id",
        "/latest_charge/amount_refunded",
        "/latest_charge/disputed",
        "/latest_charge",
        "/review/open",
        "/review",
    ] {
        let mut odd = whole();
        *odd.pointer_mut(pointer).unwrap() = json!([1]);
        let (_partner, till) = stripe(odd).await;
        assert!(
            matches!(till.payment("pi_1").await, Err(Error::Unclear(_))),
            "{pointer}"
        );
    }
}

#[tokio::test]
async fn payments_of_a_stretch_of_time_come_page_by_page_and_one_by_one() {
    let mut broken = fixture("stripe/payment_intent.json");
    broken["amount_received"] = Value::Null;
    let (partner, till) = stripe(list(
        &[fixture("stripe/payment_intent.json"), broken, json!(3)],
        true,
    ))
    .await;
    let page = till
        .payments(at(100), Some(at(200)), Some("pi_0"))
        .await
        .unwrap();
    let query = only(&partner, "/v1/payment_intents").query;
    assert_eq!(
        query,
        "created%5Bgte%5D=100&created%5Blt%5D=200&limit=100&starting_after=pi_0"
    );
    assert_eq!(
        (
            page.items.len(),
            page.unreadable,
            page.more,
            page.last.as_deref()
        ),
        (1, 2, true, Some("pi_3LayoverTwo"))
    );
    let payment = &page.items[0];
    assert_eq!(
        (
            payment.received_minor,
            payment.charge.as_ref(),
            payment.missing.len()
        ),
        (2880, None, 0)
    );
}

/// A list of `all`, in pages of two.
async fn in_pages(all: Vec<Value>) -> (Partner, StripeClient) {
    let partner = Partner::start(move |asked| {
        let query: Vec<(String, String)> = url::form_urlencoded::parse(asked.query.as_bytes())
            .into_owned()
            .collect();
        let after = query
            .iter()
            .find(|(name, _)| name == "starting_after")
            .map(|(_, id)| id.clone());
        let from = after.map_or(0, |id| {
            all.iter().position(|item| item["id"] == *id).unwrap() + 1
        });
        let to = (from + 2).min(all.len());
        ok(list(&all[from..to], to < all.len()))
    })
    .await;
    let till = till(&partner.url);
    (partner, till)
}

#[tokio::test]
async fn every_refund_of_a_payment_is_listed_also_those_beyond_the_first_page() {
    let refund = |n: i64| {
        let mut refund = fixture("stripe/refund.json");
        refund["id"] = json!(format!("re_{n}"));
        refund["created"] = json!(1_790_926_200 - n);
        refund
    };
    let (partner, till) = in_pages((0..5).map(refund).collect()).await;
    let refunds = till.refunds("pi_3LayoverTwo").await.unwrap();
    assert_eq!(
        refunds.iter().map(|r| r.id.as_str()).collect::<Vec<_>>(),
        ["re_0", "re_1", "re_2", "re_3", "re_4"]
    );
    assert_eq!(
        (
            refunds[4].created_at,
            refunds[4].payment_intent_id.as_deref()
        ),
        (at(1_790_926_196), Some("pi_3LayoverTwo"))
    );
    assert_eq!(
        (refunds[0].currency.as_str(), refunds[0].amount_minor),
        ("usd", 1440)
    );
    let asked = partner.asked("/v1/refunds");
    assert_eq!(asked.len(), 3);
    assert!(
        asked
            .iter()
            .all(|one| one.query.contains("payment_intent=pi_3LayoverTwo"))
    );
    let mut odd = refund(9);
    odd["amount"] = Value::Null;
    let (_partner, till) = in_pages(vec![refund(1), refund(2), odd]).await;
    assert!(
        matches!(till.refunds("pi_1").await, Err(Error::Unclear(_))),
        "a refund passed over would be sent again"
    );
    let (_partner, till) = stripe(list(&[], true)).await;
    assert!(
        matches!(till.refunds("pi_1").await, Err(Error::Unclear(_))),
        "more, but nothing to go on after"
    );
}

#[tokio::test]
async fn refunds_of_the_whole_account_are_listed_with_their_payment() {
    let (partner, till) = stripe(list(
        &[fixture("stripe/refund.json"), json!({ "id": "re_odd" })],
        false,
    ))
    .await;
    let page = till.all_refunds(at(100), None, None).await.unwrap();
    assert_eq!(
        only(&partner, "/v1/refunds").query,
        "created%5Bgte%5D=100&limit=100"
    );
    assert_eq!(
        (page.unreadable, page.more, page.last.as_deref()),
        (1, false, Some("re_odd"))
    );
    assert_eq!(
        page.items[0].payment_intent_id.as_deref(),
        Some("pi_3LayoverTwo")
    );
}

#[tokio::test]
async fn disputes_are_read_with_their_own_status() {
    let (partner, till) = stripe(list(&[fixture("stripe/dispute.json")], false)).await;
    let expected = Dispute {
        id: "du_1LayoverNo".into(),
        status: "needs_response".into(),
        amount_minor: 2880,
        payment_intent_id: Some("pi_3LayoverTwo".into()),
    };
    assert_eq!(till.disputes("pi_3LayoverTwo").await.unwrap(), [expected]);
    assert_eq!(
        only(&partner, "/v1/disputes").query,
        "payment_intent=pi_3LayoverTwo&limit=100"
    );
    let mut won = fixture("stripe/dispute.json");
    won["status"] = json!("won");
    let (partner, till) = stripe(won).await;
    assert!(!till.dispute("du_1LayoverNo").await.unwrap().is_open());
    assert_eq!(only(&partner, "/v1/disputes/du_1LayoverNo").method, "GET");
}

#[tokio::test]
async fn sessions_are_found_by_their_payment() {
    let (partner, till) = stripe(list(&[fixture("stripe/checkout_session.json")], false)).await;
    let sessions = till.sessions_of("pi_3LayoverTwo").await.unwrap();
    assert_eq!(
        only(&partner, "/v1/checkout/sessions").query,
        "payment_intent=pi_3LayoverTwo&limit=100"
    );
    assert_eq!(
        (sessions.len(), sessions[0].id.as_str()),
        (1, "cs_test_b2Layover0001")
    );
}

#[tokio::test]
async fn a_fee_is_read_in_the_accounts_money_with_its_rate() {
    let (partner, till) = stripe(fixture("stripe/balance_transaction.json")).await;
    let fee = till.fee("txn_3LayoverFee").await.unwrap();
    assert_eq!(
        only(&partner, "/v1/balance_transactions/txn_3LayoverFee").method,
        "GET"
    );
    assert_eq!(
        (fee.fee_minor, fee.amount_minor, fee.currency.as_str()),
        (108, 2645, "eur")
    );
    assert_eq!(fee.exchange_rate, Some("0.918403".parse().unwrap()));
    assert_eq!(
        fee.in_money_of(Money::new(2880, Currency::USD)),
        Some(Money::new(118, Currency::USD)),
        "117.6"
    );
    let mut charge = fixture("stripe/charge.json");
    charge["balance_transaction"] = fixture("stripe/balance_transaction.json");
    let (partner, till) = stripe(charge.clone()).await;
    assert_eq!(
        till.fee_of_charge("ch_3LayoverTwo").await.unwrap(),
        Some(fee)
    );
    assert_eq!(
        only(&partner, "/v1/charges/ch_3LayoverTwo").query,
        "expand%5B%5D=balance_transaction"
    );
    charge["balance_transaction"] = Value::Null;
    let (_partner, till) = stripe(charge).await;
    assert_eq!(
        till.fee_of_charge("ch_3LayoverTwo").await.unwrap(),
        None,
        "not booked yet"
    );
}

#[tokio::test]
async fn an_id_that_a_person_typed_leads_nowhere_else() {
    let (partner, till) = stripe(whole()).await;
    for id in ["../charges", "pi_1?expand[]=customer", "pi 1", "pi_1#x"] {
        till.payment(id).await.unwrap();
    }
    let paths: Vec<String> = partner
        .asked("")
        .into_iter()
        .map(|asked| asked.path)
        .collect();
    assert!(
        paths
            .iter()
            .all(|path| path.starts_with("/v1/payment_intents/") && path.matches('/').count() == 3),
        "{paths:?}"
    );
    for error in [
        till.payment("").await.unwrap_err(),
        till.session("").await.unwrap_err(),
        till.expire_session("").await.unwrap_err(),
    ] {
        assert!(matches!(error, Error::Refused { status: 0, .. }), "{error}");
    }
    assert_eq!(
        partner.asked("").len(),
        4,
        "an empty id would ask for the list"
    );
}
