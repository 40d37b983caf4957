//! A webhook's signature and what little of its body we believe: an event is only a wake-up. Pure:
//! no network, no clock.

use chrono::{DateTime, Utc};
use secrecy::{ExposeSecret, SecretString};
use stripe_webhook::{Webhook, WebhookError};

use super::json::{Json, flag, mend, parse, time, word};
use super::read;
use domain::event::Event;

/// Why a delivery is not Stripe's, as far as we can tell. The sender learns none of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Forged {
    /// No signature of a scheme we accept, or none that fits.
    Signature,
    /// Signed by Stripe, but more than 300 seconds from now: replayed, or our clock is off.
    Time,
    /// Not UTF-8.
    Bytes,
}

/// Checks a delivery and reads the event.
///
/// The body is verified as raw bytes before anything is parsed. An authentic body that cannot be
/// read is kept under a name made of its hash: it must be answered with 200, or Stripe sends it for
/// three days.
///
/// # Errors
/// [`Forged`]
pub fn verify(
    body: &[u8],
    header: &str,
    secrets: &[SecretString],
    now: DateTime<Utc>,
) -> Result<Event, Forged> {
    let text = std::str::from_utf8(body).map_err(|_| Forged::Bytes)?;
    let header: String = header
        .split(',')
        .map(str::trim)
        .collect::<Vec<_>>()
        .join(",");
    let mut verdict = Err(Forged::Signature);
    for secret in secrets
        .iter()
        .map(ExposeSecret::expose_secret)
        .filter(|secret| !secret.is_empty())
    {
        match Webhook::construct_event_with_timestamp(text, &header, secret, now.timestamp()) {
            Ok(_) | Err(WebhookError::BadParse(_)) => return Ok(read(text, now)),
            Err(WebhookError::BadTimestamp(_)) => verdict = Err(Forged::Time),
            Err(_) => {}
        }
    }
    verdict
}

/// The id of the event that a body claims to be; nothing of it is believed.
#[must_use]
pub fn claimed_id(body: &[u8]) -> Option<String> {
    let json = parse(&mend(std::str::from_utf8(body).ok()?))?;
    word(&json, "id").filter(|id| {
        id.len() < 100
            && id.starts_with("evt_")
            && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
    })
}

/// Of an event that can be read only what the handler needs is kept; one that cannot be read is
/// kept as it came, until it is handled.
fn read(text: &str, now: DateTime<Utc>) -> Event {
    let text = mend(text);
    let json = parse(&text).unwrap_or(Json::Null);
    let id = word(&json, "id").unwrap_or_else(|| read::unreadable_name(&text));
    let kind = word(&json, "type").unwrap_or_else(|| "unreadable".to_owned());
    let about = read::about(&json, &kind);
    let kept = if matches!(json, Json::Object(_)) {
        read::kept(&json, &about)
    } else {
        text.clone().into_owned()
    };
    let (livemode, created_at) = (
        flag(&json, "livemode").unwrap_or(false),
        time(&json, "created").unwrap_or(now),
    );
    read::named(id, kind, about, livemode, created_at, kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str = r#"{"id":"evt_test_webhook","object":"event"}"#;
    const V1: &str = "88a022085c6bdb887b02cb26ff76dd681234d9675c0f22844059f55552a8883a";

    fn at(second: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(second, 0).unwrap()
    }

    fn secrets(all: &[&str]) -> Vec<SecretString> {
        all.iter().map(|s| SecretString::from(*s)).collect()
    }

    fn check(header: &str, now: i64) -> Result<String, Forged> {
        verify(
            BODY.as_bytes(),
            header,
            &secrets(&["whsec_old", "whsec_test_secret"]),
            at(now),
        )
        .map(|e| e.id)
    }

    #[test]
    fn the_published_example_is_authentic() {
        assert_eq!(
            check(&format!("t=1492774577,v1={V1}"), 1_492_774_577),
            Ok("evt_test_webhook".into())
        );
        assert_eq!(
            check(
                &format!("t=1492774577, v0=aa , v1={}, v1={V1}", "0".repeat(64)),
                1_492_774_877
            ),
            Ok("evt_test_webhook".into())
        );
    }

    #[test]
    fn stale_and_future_deliveries_are_refused_at_301_seconds() {
        let header = format!("t=1492774577,v1={V1}");
        assert_eq!(check(&header, 1_492_774_577 + 301), Err(Forged::Time));
        assert_eq!(check(&header, 1_492_774_577 - 301), Err(Forged::Time));
    }

    #[test]
    fn anything_else_is_forged() {
        for header in [
            "",
            "t=1492774577",
            "v1=aa",
            "t=x,v1=aa",
            "t=1492774577,v0=88a0",
            &format!("t=1492774578,v1={V1}"),
        ] {
            assert_eq!(
                check(header, 1_492_774_577),
                Err(Forged::Signature),
                "{header}"
            );
        }
        let header = format!("t=1492774577,v1={V1}");
        assert_eq!(
            verify(
                b"{}",
                &header,
                &secrets(&["whsec_test_secret"]),
                at(1_492_774_577)
            ),
            Err(Forged::Signature)
        );
        assert_eq!(
            verify(
                b"\xff",
                &header,
                &secrets(&["whsec_test_secret"]),
                at(1_492_774_577)
            ),
            Err(Forged::Bytes)
        );
    }

    #[test]
    fn an_empty_secret_opens_nothing() {
        let signed = Webhook::generate_test_header(BODY, "", Some(1_492_774_577));
        assert_eq!(
            verify(
                BODY.as_bytes(),
                &signed,
                &secrets(&["", "whsec_x"]),
                at(1_492_774_577)
            ),
            Err(Forged::Signature)
        );
    }

    #[test]
    fn names_that_no_table_keeps_are_left_out_and_the_event_is_kept() {
        let body = r#"{"id":"evt_\u0000","type":"charge.refunded","created":1492774577,"livemode":false,
            "data":{"object":{"id":"ch_\u0000","payment_intent":"pi_1","client_reference_id":"\u202e1"}}}"#;
        let signed = Webhook::generate_test_header(body, "whsec_x", Some(1_492_774_577));
        let event = verify(
            body.as_bytes(),
            &signed,
            &secrets(&["whsec_x"]),
            at(1_492_774_577),
        )
        .unwrap();
        assert!(event.id.starts_with("unreadable:") && !event.id.contains('\0'));
        assert_eq!(
            (event.kind.as_str(), event.object_id, event.order_id),
            ("charge.refunded", None, None)
        );
        assert_eq!(event.payment_intent_id.as_deref(), Some("pi_1"));
    }

    #[test]
    fn an_authentic_body_that_cannot_be_read_is_kept() {
        let signed = Webhook::generate_test_header("not json", "whsec_x", Some(1_492_774_577));
        let event = verify(
            b"not json",
            &signed,
            &secrets(&["whsec_x"]),
            at(1_492_774_577),
        )
        .unwrap();
        assert!(event.id.starts_with("unreadable:"));
        assert_eq!(
            (event.kind.as_str(), event.payload.as_str()),
            ("unreadable", "not json")
        );
    }
}
