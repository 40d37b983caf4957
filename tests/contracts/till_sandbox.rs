//! The till's door and Stripe in miniature, which share no line of code: what the one asks for, the
//! other serves.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use domain::event::KINDS;
use domain::money::{Currency, Money};
use esim_storefront::config::Stripe as Settings;
use esim_storefront::stripe::{Error, PaymentStatus, Right, SessionRequest, StripeClient};
use sandbox::Clock;
use sandbox::stripe::{HALF_A_LETTER, Stripe, StripeOptions, Trouble};
use serde_json::json;

use crate::till::request;

struct Sandbox {
    stripe: Stripe,
    till: StripeClient,
    clock: Clock,
}

impl Sandbox {
    async fn open() -> Self {
        let clock = Clock::default();
        let stripe = Stripe::start(StripeOptions {
            clock: clock.clone(),
            ..StripeOptions::default()
        })
        .await
        .unwrap();
        let secret_key = stripe.secret_key().to_owned().into();
        let till = StripeClient::new(&Settings {
            api_base: stripe.url().parse().unwrap(),
            secret_key,
            webhook_secrets: Vec::new(),
        })
        .unwrap();
        Self {
            stripe,
            till,
            clock,
        }
    }

    async fn session(&self, key: &str) -> String {
        let expires_at = self.clock.now() + TimeDelta::minutes(31);
        let wish = SessionRequest {
            description: Some("k3v9x2ma E10001".into()),
            expires_at,
            idempotency_key: key.into(),
            ..request()
        };
        self.till.open_session(&wish).await.unwrap().id
    }

    async fn paid(&self, troubles: &[Trouble]) -> (String, String) {
        let session = self.session("cs:1").await;
        self.stripe
            .pay_in_trouble(&session, "ana@example.org", troubles)
            .unwrap();
        let intent = self
            .till
            .session(&session)
            .await
            .unwrap()
            .payment_intent_id
            .unwrap();
        (session, intent)
    }

    fn since(&self) -> DateTime<Utc> {
        self.clock.now() - TimeDelta::hours(1)
    }
}

#[tokio::test]
async fn a_payment_is_found_with_all_that_happened_to_it() {
    let world = Sandbox::open().await;
    let (session, intent) = world
        .paid(&[
            Trouble::Review,
            Trouble::Refund(Some(880)),
            Trouble::Dispute,
        ])
        .await;
    let payment = world.till.payment(&intent).await.unwrap();
    assert_eq!(
        (payment.status.as_str(), payment.received),
        ("succeeded", Some(Money::new(2880, Currency::USD)))
    );
    assert_eq!(
        (payment.description.as_deref(), payment.order_id.as_deref()),
        (Some("k3v9x2ma E10001"), Some(request().order_id.as_str()))
    );
    let charge = payment.charge.unwrap();
    assert_eq!((charge.refunded_minor, charge.disputed), (880, true));
    assert!(payment.review.is_some_and(|review| review.open));
    let fee = world
        .till
        .fee(charge.balance_transaction.as_deref().unwrap())
        .await
        .unwrap();
    assert_eq!(
        (
            fee.fee_minor,
            fee.amount_minor,
            fee.currency.as_str(),
            fee.exchange_rate
        ),
        (113, 2880, "usd", None)
    );
    let disputes = world.till.disputes(&intent).await.unwrap();
    assert!(disputes.len() == 1 && disputes[0].is_open());
    world.stripe.close_dispute(&intent, "won").unwrap();
    world.stripe.review(&intent, Some("disputed")).unwrap();
    assert!(!world.till.dispute(&disputes[0].id).await.unwrap().is_open());
    let payment = world.till.payment(&intent).await.unwrap();
    assert!(
        payment.charge.is_some_and(|charge| charge.disputed),
        "the mark stays"
    );
    assert_eq!(
        payment
            .review
            .and_then(|review| review.closed_reason)
            .as_deref(),
        Some("disputed")
    );
    let found = world.till.sessions_of(&intent).await.unwrap();
    assert_eq!(
        (
            found.len(),
            found[0].id.as_str(),
            found[0].success_url.as_deref()
        ),
        (1, session.as_str(), Some(request().success_url.as_str()))
    );
    assert_eq!(
        world
            .till
            .payments(world.since(), None, None)
            .await
            .unwrap()
            .items[0]
            .id,
        intent
    );
    assert!(
        world
            .till
            .payments(world.since(), Some(world.since()), None)
            .await
            .unwrap()
            .items
            .is_empty()
    );
    let all = world
        .till
        .all_refunds(world.since(), None, None)
        .await
        .unwrap();
    assert_eq!(
        (all.items.len(), all.items[0].payment_intent_id.as_deref()),
        (1, Some(intent.as_str()))
    );
    assert_eq!(all.items, world.till.refunds(&intent).await.unwrap());
}

#[tokio::test]
async fn what_the_key_may_not_read_is_named_and_the_rest_is_read() {
    let world = Sandbox::open().await;
    let (_, intent) = world.paid(&[Trouble::Review]).await;
    for (taken, missing) in [
        (&["charge_read"][..], &[Right::Charges][..]),
        (&["review_read"], &[Right::Reviews]),
        (
            &["charge_read", "review_read"],
            &[Right::Charges, Right::Reviews],
        ),
    ] {
        taken.iter().for_each(|right| world.stripe.forbid(right));
        let payment = world.till.payment(&intent).await.unwrap();
        assert_eq!(
            (payment.missing.as_slice(), payment.received_minor),
            (missing, 2880)
        );
        assert_eq!(
            (payment.charge.is_some(), payment.review.is_some()),
            (
                !missing.contains(&Right::Charges),
                !missing.contains(&Right::Reviews)
            )
        );
        assert!(
            world.till.refunds(&intent).await.is_ok()
                && world
                    .till
                    .session(world.stripe.sessions()[0]["id"].as_str().unwrap())
                    .await
                    .is_ok()
        );
        world.stripe.allow_all();
    }
    let charge = world.till.payment(&intent).await.unwrap().charge.unwrap();
    for (right, missing) in [
        ("dispute_read", Right::Disputes),
        (
            "balance_transaction_source_read",
            Right::BalanceTransactions,
        ),
    ] {
        world.stripe.forbid(right);
        let error = match missing {
            Right::Disputes => world.till.disputes(&intent).await.unwrap_err(),
            _ => world.till.fee_of_charge(&charge.id).await.unwrap_err(),
        };
        assert!(error.missing_right());
        assert_eq!(error.rights(), [missing]);
    }
}

#[tokio::test]
async fn events_are_found_behind_thousands_of_others_and_beside_unreadable_ones() {
    let world = Sandbox::open().await;
    let (session, intent) = world.paid(&[Trouble::FraudWarning]).await;
    world
        .stripe
        .plant_events(10_050, "customer.updated", world.clock.now());
    let completed = world
        .stripe
        .events_of("checkout.session.completed")
        .remove(0)["id"]
        .as_str()
        .unwrap()
        .to_owned();
    world
        .stripe
        .tamper(
            &completed,
            "data.object.customer_details.name",
            json!(format!("Sam {HALF_A_LETTER}")),
        )
        .unwrap();
    world
        .stripe
        .plant_event(json!({ "object": "event", "type": 7 }));
    let page = world
        .till
        .events(world.since(), None, None, KINDS)
        .await
        .unwrap();
    assert_eq!((page.unreadable, page.more), (1, false));
    let told: Vec<(&str, Option<&str>)> = page
        .items
        .iter()
        .map(|e| (e.kind.as_str(), e.payment_intent_id.as_deref()))
        .collect();
    let about = Some(intent.as_str());
    let wanted = [
        ("checkout.session.completed", about),
        ("radar.early_fraud_warning.created", about),
        ("payment_intent.succeeded", about),
    ];
    assert_eq!(told, wanted);
    assert_eq!(page.items[0].object_id.as_deref(), Some(session.as_str()));
    assert!(
        page.items.iter().filter(|e| e.order_id.is_some()).count() == 2,
        "session and payment name the order"
    );
    assert_eq!(
        page.items[2].description.as_deref(),
        Some("k3v9x2ma E10001")
    );
    let all = world
        .till
        .events(world.since(), None, None, &[])
        .await
        .unwrap();
    assert!(all.more && all.items.len() == 99);
    assert!(
        world
            .till
            .events(world.since(), None, all.last.as_deref(), &[])
            .await
            .unwrap()
            .more
    );
}

#[tokio::test]
async fn a_session_in_an_odd_shape_and_a_late_refund_are_read_as_they_are() {
    let world = Sandbox::open().await;
    let (session, intent) = world.paid(&[]).await;
    world
        .stripe
        .tamper(
            &session,
            "customer",
            json!({ "id": "cus_1", "object": "customer", "deleted": true }),
        )
        .unwrap();
    world.stripe.strip(&session, "custom_fields").unwrap();
    world
        .stripe
        .tamper(&session, "customer_details.name", json!(HALF_A_LETTER))
        .unwrap();
    assert_eq!(
        world.till.session(&session).await.unwrap().payment,
        PaymentStatus::Paid
    );
    world.stripe.fail_refund_late(Duration::from_secs(4));
    assert!(matches!(
        world.till.refund(&intent, 1440, "rf:1").await,
        Err(Error::Unclear(_))
    ));
    assert!(world.till.refunds(&intent).await.unwrap().is_empty());
    world.clock.advance(Duration::from_secs(5));
    let refunds = world.till.refunds(&intent).await.unwrap();
    assert_eq!(
        (
            refunds.len(),
            refunds[0].refund_key.as_deref(),
            refunds[0].amount_minor
        ),
        (1, Some("rf:1"), 1440)
    );
}
