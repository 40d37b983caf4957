//! What Stripe's failures mean to the caller: no to exactly this, or perhaps.

use std::pin::Pin;

use chrono::DateTime;
use esim_storefront::stripe::{Error, StripeClient};
use serde_json::{Value, json};

use crate::fixture;
use crate::partner::{Partner, Say, nobody};
use crate::till::{KEY, request, till};

async fn stripe(say: Say) -> (Partner, StripeClient) {
    let partner = Partner::start(move |_| say.clone()).await;
    let till = till(&partner.url);
    (partner, till)
}

fn no(code: Option<&str>, kind: &str) -> Value {
    let mut error = json!({ "message": "Something about canary-card 4242", "type": kind, "request_log_url": "https://dashboard.stripe.com/x" });
    if let Some(code) = code {
        error["code"] = json!(code);
    }
    json!({ "error": error })
}

/// How many calls the door has.
const CALLS: usize = 14;

/// What became of each call that the shop makes.
async fn all_calls(till: &StripeClient) -> Vec<Error> {
    let since = DateTime::from_timestamp(0, 0).unwrap();
    let request = request();
    let failed: [Pin<Box<dyn Future<Output = Error>>>; CALLS] = [
        Box::pin(async { till.open_session(&request).await.unwrap_err() }),
        Box::pin(async { till.session("cs_1").await.unwrap_err() }),
        Box::pin(async { till.sessions_of("pi_1").await.unwrap_err() }),
        Box::pin(async { till.expire_session("cs_1").await.unwrap_err() }),
        Box::pin(async { till.refund("pi_1", 1, "rf:1").await.unwrap_err() }),
        Box::pin(async { till.refunds("pi_1").await.unwrap_err() }),
        Box::pin(async { till.all_refunds(since, None, None).await.unwrap_err() }),
        Box::pin(async { till.payment("pi_1").await.unwrap_err() }),
        Box::pin(async { till.payments(since, None, None).await.unwrap_err() }),
        Box::pin(async { till.disputes("pi_1").await.unwrap_err() }),
        Box::pin(async { till.dispute("du_1").await.unwrap_err() }),
        Box::pin(async { till.fee("txn_1").await.unwrap_err() }),
        Box::pin(async { till.fee_of_charge("ch_1").await.unwrap_err() }),
        Box::pin(async { till.events(since, None, None, &[]).await.unwrap_err() }),
    ];
    futures_util::future::join_all(failed).await
}

#[tokio::test]
async fn a_no_to_exactly_this_request_is_final_and_keeps_its_code() {
    for (status, code, kind, means) in [
        (
            400,
            Some("charge_already_refunded"),
            "invalid_request_error",
            "charge_already_refunded",
        ),
        (
            400,
            Some("a_code_of_tomorrow"),
            "invalid_request_error",
            "a_code_of_tomorrow",
        ),
        (401, None, "invalid_request_error", "invalid_request_error"),
        (402, Some("card_declined"), "card_error", "card_declined"),
        (403, None, "invalid_request_error", "invalid_request_error"),
        (
            404,
            Some("resource_missing"),
            "invalid_request_error",
            "resource_missing",
        ),
    ] {
        let (_partner, till) = stripe(Say::Json(status, no(code, kind))).await;
        for error in all_calls(&till).await {
            assert_eq!(
                error,
                Error::Refused {
                    status,
                    kind: means.into(),
                    message: None
                }
            );
            assert!(error.is(means) && !error.is("other"));
        }
    }
}

#[tokio::test]
async fn later_and_trouble_are_perhaps() {
    let cases = [
        Say::Json(409, no(Some("idempotency_key_in_use"), "idempotency_error")),
        Say::Json(429, no(Some("rate_limit"), "invalid_request_error")),
        Say::Json(500, no(None, "api_error")),
        Say::Json(503, no(None, "api_error")),
        Say::Html(502, "<html>Bad gateway</html>"),
        Say::Html(403, "<html>Blocked by a proxy</html>"),
        Say::Html(200, "<html>Sign in to the hotel's Wi-Fi</html>"),
        Say::Html(200, ""),
        Say::Json(200, json!({ "id": "half an object" })),
        Say::Cut,
    ];
    for say in cases {
        let (_partner, till) = stripe(say.clone()).await;
        for error in all_calls(&till).await {
            assert!(matches!(error, Error::Unclear(_)), "{say:?}: {error}");
        }
    }
    for error in all_calls(&till(&nobody())).await {
        assert!(matches!(error, Error::Unclear(_)), "{error}");
    }
}

#[tokio::test]
async fn silence_is_perhaps_and_nothing_is_sent_twice_by_itself() {
    let (partner, till) = stripe(Say::Silence).await;
    for error in all_calls(&till).await {
        assert!(matches!(error, Error::Unclear(_)), "{error}");
    }
    assert_eq!(
        partner.asked("").len(),
        CALLS,
        "the crate repeated a call on its own"
    );
}

#[tokio::test]
async fn no_failure_repeats_what_stripe_said_or_who_we_are() {
    let sayings = [
        Say::Json(
            400,
            no(Some("parameter_invalid_empty"), "invalid_request_error"),
        ),
        Say::Json(200, fixture("stripe/refund.json")),
        Say::Cut,
    ];
    for say in sayings {
        let (_partner, till) = stripe(say).await;
        let error = till.session("cs_1").await.unwrap_err();
        let text = format!("{error} {error:?}");
        for secret in [KEY, "canary", "4242", "re_3LayoverBack", "http://"] {
            assert!(!text.contains(secret), "{text}");
        }
    }
}
