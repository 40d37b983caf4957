//! A restricted key that lacks a right: the rest is read all the same, and the right is named.

use esim_storefront::stripe::{Error, Right, StripeClient};
use serde_json::json;

use crate::fixture;
use crate::partner::{Partner, Say, ok};
use crate::till::till;
use crate::till_look::whole;

/// Stripe's own words (a key and an account are in them), naming a right or none.
fn forbidden(right: Option<&str>) -> Say {
    let named = right
        .map(|right| {
            format!(" Having the '{right}' permission would allow this request to continue.")
        })
        .unwrap_or_default();
    let message = format!(
        "The provided key 'rk_live_*****8Kgd' does not have the required permissions for this \
         endpoint on account 'acct_1PJB'.{named}"
    );
    Say::Json(
        403,
        json!({ "error": { "message": message, "type": "invalid_request_error" } }),
    )
}

/// A partner whose key may not read the parts in `barred`; it names the right, or does not.
async fn barred(barred: &'static [Part], naming: bool) -> (Partner, StripeClient) {
    let partner = Partner::start(move |asked| {
        if let Some((_, right)) = barred.iter().find(|(part, _)| asked.query.contains(part)) {
            return forbidden(naming.then_some(right));
        }
        let mut payment = whole();
        for part in ["latest_charge", "review"] {
            if !asked.query.contains(part) {
                payment[part] = fixture("stripe/payment_intent.json")[part].clone();
            }
        }
        ok(payment)
    })
    .await;
    let till = till(&partner.url);
    (partner, till)
}

/// A part of the payment, and the right that it needs.
type Part = (&'static str, &'static str);

const CHARGES: Part = ("latest_charge", "rak_charge_read");
const REVIEWS: Part = ("review", "rak_review_read");

#[tokio::test]
async fn a_payment_is_read_without_what_the_key_may_not_see() {
    let cases: [(&[Part], &[Right], usize); 3] = [
        (&[CHARGES], &[Right::Charges], 2),
        (&[REVIEWS], &[Right::Reviews], 2),
        (&[CHARGES, REVIEWS], &[Right::Charges, Right::Reviews], 4),
    ];
    for (parts, missing, calls) in cases {
        for naming in [true, false] {
            let (partner, till) = barred(parts, naming).await;
            let payment = till.payment("pi_3LayoverTwo").await.unwrap();
            assert_eq!(payment.missing, missing);
            assert_eq!(
                (payment.charge.is_none(), payment.review.is_none()),
                (parts.contains(&CHARGES), parts.contains(&REVIEWS))
            );
            assert_eq!(
                (payment.received_minor, payment.status.as_str()),
                (2880, "succeeded")
            );
            let asked = partner.asked("/v1/payment_intents/pi_3LayoverTwo").len();
            assert!(
                if naming { asked == calls } else { asked <= 4 },
                "{parts:?}: {asked}"
            );
        }
    }
}

#[tokio::test]
async fn a_part_that_stays_a_bare_id_is_a_missing_right_too() {
    let partner = Partner::start(|_| ok(fixture("stripe/payment_intent.json"))).await;
    let payment = till(&partner.url).payment("pi_1").await.unwrap();
    assert_eq!(
        (payment.missing.as_slice(), payment.charge, payment.review),
        (&[Right::Charges, Right::Reviews][..], None, None)
    );
}

#[tokio::test]
async fn a_key_that_may_not_read_payments_at_all_is_refused_at_once() {
    for (right, calls) in [(Some("rak_payment_intent_read"), 1), (None, 4)] {
        let partner = Partner::start(move |_| forbidden(right)).await;
        let error = till(&partner.url).payment("pi_1").await.unwrap_err();
        assert!(error.missing_right());
        assert_eq!(partner.asked("").len(), calls);
    }
}

#[tokio::test]
async fn a_missing_right_is_named_in_stripes_own_sentence_and_nothing_else_is_repeated() {
    for (slug, right) in [
        ("rak_dispute_read", Right::Disputes),
        (
            "rak_balance_transaction_source_read",
            Right::BalanceTransactions,
        ),
        ("rak_checkout_session_write", Right::CheckoutSessions),
        ("rak_event_read", Right::Events),
    ] {
        let partner = Partner::start(move |_| forbidden(Some(slug))).await;
        let error = till(&partner.url).disputes("pi_1").await.unwrap_err();
        assert!(error.missing_right());
        assert_eq!(error.rights(), [right]);
        let text = format!("{error}");
        assert!(
            text.contains(&format!(
                "Having the '{slug}' permission would allow this request to continue."
            )),
            "{text}"
        );
        assert!(
            !text.contains("rk_live") && !text.contains("acct_") && !text.contains("8Kgd"),
            "{text}"
        );
    }
    let other = json!({ "error": { "message": "Having the card 4242 declined.", "type": "card_error", "code": "card_declined" } });
    let partner = Partner::start(move |_| Say::Json(402, other.clone())).await;
    let error = till(&partner.url)
        .refund("pi_1", 1, "rf:1")
        .await
        .unwrap_err();
    assert_eq!(
        error,
        Error::Refused {
            status: 402,
            kind: "card_declined".into(),
            message: None
        }
    );
    assert!(!error.missing_right() && error.rights().is_empty());
}
