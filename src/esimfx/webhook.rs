//! The supplier's webhooks: its static token, and what of a body tells which eSIM it is about.
//! Pure: no network, no clock.

use secrecy::{ExposeSecret, SecretString};
use serde_json::Value;
use sha2::{Digest, Sha256};
use subtle::{Choice, ConstantTimeEq};

use super::wire;
use domain::esim::Iccid;

/// A delivery, as far as it is understood. The document shows no payload, so the parts are looked
/// for wherever they may sensibly be.
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

/// Whether the `token` header is one of ours. Hashes are compared, each in constant time, and all
/// of them always.
#[must_use]
pub fn is_ours(token: &str, tokens: &[SecretString]) -> bool {
    let given = Sha256::digest(token);
    let fits = |ours: &SecretString| {
        !ours.expose_secret().is_empty()
            & bool::from(given.ct_eq(&Sha256::digest(ours.expose_secret())))
    };
    bool::from(tokens.iter().fold(Choice::from(0), |any, ours| {
        any | Choice::from(u8::from(fits(ours)))
    }))
}

/// Reads a body; `None` when it is no JSON object.
#[must_use]
pub fn read(body: &[u8]) -> Option<Notice> {
    let payload = std::str::from_utf8(body).ok()?;
    let json = wire::read(body)?;
    json.as_object()?;
    let everywhere = objects(&json);
    let find = |names: &[&str]| {
        everywhere
            .iter()
            .find_map(|(_, place)| names.iter().find_map(|name| named(place, name)))
    };
    let of_order = || {
        everywhere
            .iter()
            .find_map(|(name, place)| named(place, "id").filter(|_| plain(name) == "order"))
    };
    Some(Notice {
        kind: find(&["eventtype", "type", "event", "notificationtype"])
            .map(|kind| kind.to_ascii_uppercase()),
        iccid: find(&["iccid"])
            .and_then(|text| Iccid::parse(&text).ok())
            .map(|iccid| iccid.digits().to_owned()),
        supplier_order_id: find(&["orderid"]).or_else(of_order),
        digest: Sha256::digest(body).into(),
        payload: payload.replace('\0', ""),
    })
}

/// How deep a body is searched, and how many objects of it.
const DEPTH: usize = 6;
const MOST: usize = 200;

/// Every object in a body with the name it stands under, the outer ones first.
fn objects(json: &Value) -> Vec<(&str, &Value)> {
    let mut found: Vec<(&str, &Value)> = Vec::new();
    let mut level = vec![("", json)];
    for _ in 0..DEPTH {
        let mut next = Vec::new();
        for (name, value) in level {
            match value {
                Value::Object(fields) => {
                    found.push((name, value));
                    next.extend(fields.iter().map(|(name, inner)| (name.as_str(), inner)));
                }
                Value::Array(items) => next.extend(items.iter().map(|item| (name, item))),
                _ => {}
            }
        }
        level = next
            .into_iter()
            .filter(|(_, v)| v.is_object() || v.is_array())
            .take(MOST)
            .collect();
    }
    found
}

/// A name without its spelling: `order_id`, `orderId` and `ORDER-ID` are one.
fn plain(name: &str) -> String {
    name.chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_lowercase())
        .collect()
}

/// The text or number under a name of this plain spelling.
fn named(place: &Value, name: &str) -> Option<String> {
    place
        .as_object()?
        .keys()
        .find(|key| plain(key) == name)
        .and_then(|key| wire::text(place, key))
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
        assert!(
            !is_ours("", &[SecretString::from("")]),
            "an empty secret opens nothing"
        );
    }

    #[test]
    fn the_esim_is_found_wherever_it_is_told() {
        let told = |text: &str| {
            let notice = read(text.as_bytes()).unwrap();
            (notice.kind, notice.iccid, notice.supplier_order_id)
        };
        let iccid = Some("8944000000000000001".to_owned());
        assert_eq!(
            told(r#"{"event_type":"DATA_USAGE","iccid":"8944000000000000001"}"#),
            (Some("DATA_USAGE".into()), iccid.clone(), None)
        );
        assert_eq!(
            told(
                r#"{"type":"activation","data":{"iccid":"8944 0000 0000 0000 001F","order_id":"o-1"}}"#
            ),
            (Some("ACTIVATION".into()), iccid.clone(), Some("o-1".into()))
        );
        assert_eq!(
            told(r#"{"event":{"type":"EXPIRATION","esim":{"iccid":8944000000000000001}}}"#),
            (Some("EXPIRATION".into()), iccid, None)
        );
        assert_eq!(
            told(r#"{"eventType":"DATA_USAGE","payload":[{"orderId":"o-2"}]}"#),
            (Some("DATA_USAGE".into()), None, Some("o-2".into()))
        );
        assert_eq!(
            told(r#"{"data":{"order":{"id":"o-3","esim":{"ICCID":"8944000000000000001"}}}}"#).2,
            Some("o-3".into())
        );
        assert_eq!(told("{}"), (None, None, None));
        assert_eq!(
            told(r#"{"iccid":89440000000000000123}"#).1,
            Some("89440000000000000123".into()),
            "a number beyond 64 bits"
        );
        assert_eq!(
            told(r#"{"iccid":"not known","order_id":"o-4"}"#),
            (None, None, Some("o-4".into()))
        );
    }

    #[test]
    fn what_is_no_object_is_malformed() {
        for body in ["", "[]", "\"x\"", "{", "null"] {
            assert_eq!(read(body.as_bytes()), None, "{body}");
        }
        assert_eq!(read(b"\xff{}"), None);
    }
}
