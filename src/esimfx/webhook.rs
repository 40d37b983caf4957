//! The supplier's webhooks: its static token, and what of a body tells which eSIM it is about. Pure: no network, no clock.

use secrecy::{ExposeSecret, SecretString};
use serde_json::Value;
use sha2::{Digest, Sha256};
use subtle::{Choice, ConstantTimeEq};

use super::wire;

/// A delivery, as far as it is understood. The document shows no payload, so the parts are looked for wherever they may sensibly be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// `DATA_USAGE`, `ACTIVATION`, `EXPIRATION`, upper case, or whatever else it is called.
    pub kind: Option<String>,
    /// The eSIM it is about.
    pub iccid: Option<String>,
    /// The supplier's order it is about.
    pub supplier_order_id: Option<String>,
    /// Names this very body.
    pub digest: [u8; 32],
    /// The body as it came.
    pub payload: String,
}

/// Whether the `token` header is one of ours. Hashes are compared, each in constant time, and all of them always.
#[must_use]
pub fn is_ours(token: &str, tokens: &[SecretString]) -> bool {
    let given = Sha256::digest(token);
    let fits = |ours: &SecretString| !ours.expose_secret().is_empty() & bool::from(given.ct_eq(&Sha256::digest(ours.expose_secret())));
    bool::from(tokens.iter().fold(Choice::from(0), |any, ours| any | Choice::from(u8::from(fits(ours)))))
}

/// Reads a body; `None` when it is no JSON object.
#[must_use]
pub fn read(body: &[u8]) -> Option<Notice> {
    let payload = std::str::from_utf8(body).ok()?;
    let json: Value = serde_json::from_str(payload).ok()?;
    json.as_object()?;
    let places: Vec<&Value> =
        ["data", "event", "payload", "esim", "order", "subscription"].iter().filter_map(|part| json.get(part)).collect();
    let nested = places.iter().flat_map(|part| ["esim", "order", "subscription"].iter().filter_map(|inner| part.get(inner)));
    let everywhere: Vec<&Value> = std::iter::once(&json).chain(places.iter().copied()).chain(nested).collect();
    let find = |names: &[&str]| everywhere.iter().find_map(|place| names.iter().find_map(|name| wire::text(place, name)));
    Some(Notice {
        kind: find(&["event_type", "eventType", "type", "event", "notification_type"]).map(|kind| kind.to_ascii_uppercase()),
        iccid: find(&["iccid", "ICCID"]).map(|text| text.chars().filter(char::is_ascii_digit).collect()),
        supplier_order_id: find(&["order_id", "orderId"]),
        digest: Sha256::digest(body).into(),
        payload: payload.replace('\0', ""),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_whole_token_of_ours_opens() {
        let ours: Vec<SecretString> = ["old", "new"].into_iter().map(SecretString::from).collect();
        assert!(is_ours("old", &ours) && is_ours("new", &ours));
        for token in ["", "ol", "old ", "NEW", "oldnew"] {
            assert!(!is_ours(token, &ours), "{token}");
        }
        assert!(!is_ours("", &[SecretString::from("")]), "an empty secret opens nothing");
    }

    #[test]
    fn the_esim_is_found_wherever_it_is_told() {
        let told = |text: &str| {
            let notice = read(text.as_bytes()).unwrap();
            (notice.kind, notice.iccid, notice.supplier_order_id)
        };
        let iccid = Some("8944000000000000001".to_owned());
        assert_eq!(told(r#"{"event_type":"DATA_USAGE","iccid":"8944000000000000001"}"#), (Some("DATA_USAGE".into()), iccid.clone(), None));
        assert_eq!(
            told(r#"{"type":"activation","data":{"iccid":"8944 0000 0000 0000 001F","order_id":"o-1"}}"#),
            (Some("ACTIVATION".into()), iccid.clone(), Some("o-1".into()))
        );
        assert_eq!(
            told(r#"{"event":{"type":"EXPIRATION","esim":{"iccid":8944000000000000001}}}"#),
            (Some("EXPIRATION".into()), iccid, None)
        );
        assert_eq!(told("{}"), (None, None, None));
    }

    #[test]
    fn what_is_no_object_is_malformed() {
        for body in ["", "[]", "\"x\"", "{", "null"] {
            assert_eq!(read(body.as_bytes()), None, "{body}");
        }
        assert_eq!(read(b"\xff{}"), None);
    }
}
