//! What the supplier says and nobody here reads: kept for tomorrow's questions. Never an activation
//! code, an eSIM's number or a token, whatever field it stands in.

use serde_json::{Map, Value};

use domain::outside;

/// Longer texts are no facts.
const LONGEST: usize = 200;
const DEPTH: usize = 4;
/// More than this of one product or order is not kept at all, in bytes.
const MOST: usize = 8 * 1024;
/// As many digits as the shortest ICCID.
const ICCID_DIGITS: usize = 18;

/// Names that hint at what must not be kept, spelt without anything but letters and digits.
const SECRET_PARTS: [&str; 13] = [
    "iccid",
    "qr",
    "lpa",
    "matching",
    "smdp",
    "activationcode",
    "confirmation",
    "token",
    "secret",
    "password",
    "imsi",
    "msisdn",
    "credential",
];
const SECRET_NAMES: [&str; 6] = ["pin", "puk", "eid", "ac", "key", "code"];

/// The fields of `v` but the `known` ones (`esim.apn` is one inside another), without anything that
/// is or holds one of `secrets`. None when nothing is left.
pub(super) fn of(v: &Value, known: &[&str], secrets: &[&str]) -> Option<Value> {
    let secrets: Vec<String> = secrets
        .iter()
        .filter(|s| s.len() > 3)
        .map(|s| s.to_ascii_lowercase())
        .collect();
    let left = object(v.as_object()?, "", known, &secrets, 0);
    let fits = !left.is_empty() && Value::Object(left.clone()).to_string().len() <= MOST;
    fits.then_some(Value::Object(left))
}

fn object(
    fields: &Map<String, Value>,
    path: &str,
    known: &[&str],
    secrets: &[String],
    depth: usize,
) -> Map<String, Value> {
    let mut left = Map::new();
    for (name, value) in fields {
        let at = if path.is_empty() {
            name.clone()
        } else {
            format!("{path}.{name}")
        };
        if known.contains(&at.as_str())
            || is_secret_name(name)
            || outside::line(name, LONGEST).as_ref() != Some(name)
        {
            continue;
        }
        if let Some(value) = kept(value, &at, known, secrets, depth + 1) {
            left.insert(name.clone(), value);
        }
    }
    left
}

fn kept(
    value: &Value,
    path: &str,
    known: &[&str],
    secrets: &[String],
    depth: usize,
) -> Option<Value> {
    match value {
        _ if depth > DEPTH => None,
        Value::Null => None,
        Value::Bool(_) => Some(value.clone()),
        Value::Number(n) => (!is_secret(&n.to_string(), secrets)).then(|| value.clone()),
        Value::String(text) => outside::line(text, LONGEST)
            .filter(|text| !is_secret(text, secrets))
            .map(Value::String),
        Value::Array(items) => {
            let items: Vec<Value> = items
                .iter()
                .filter_map(|item| kept(item, path, known, secrets, depth + 1))
                .collect();
            (!items.is_empty()).then_some(Value::Array(items))
        }
        Value::Object(fields) => {
            let fields = object(fields, path, known, secrets, depth);
            (!fields.is_empty()).then_some(Value::Object(fields))
        }
    }
}

fn is_secret_name(name: &str) -> bool {
    let plain: String = name
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_lowercase())
        .collect();
    SECRET_PARTS.iter().any(|part| plain.contains(part)) || SECRET_NAMES.contains(&plain.as_str())
}

/// A code has a `$`, an eSIM's number many digits, also with blanks between them.
fn is_secret(text: &str, secrets: &[String]) -> bool {
    let plain = text.to_ascii_lowercase();
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    plain.contains('$')
        || plain.contains("lpa:")
        || digits >= ICCID_DIGITS
        || secrets.iter().any(|secret| plain.contains(secret))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_no_column_has_is_kept() {
        let order = json!({
            "id": "o-1", "channel": "api", "esim": { "apn": "internet", "sponsor": "Blue", "batch": 7 },
            "subscription": { "status": "PENDING", "auto_renew": false, "zones": ["A", "B"] }, "nothing": null,
        });
        let known = ["id", "esim.apn", "subscription.status"];
        assert_eq!(
            of(&order, &known, &[]),
            Some(json!({
                "channel": "api", "esim": { "sponsor": "Blue", "batch": 7 }, "subscription": { "auto_renew": false, "zones": ["A", "B"] }
            }))
        );
        assert_eq!(of(&json!({ "id": "o-1" }), &known, &[]), None);
        assert_eq!(of(&json!(["o-1"]), &known, &[]), None);
    }

    #[test]
    fn no_code_and_no_number_is_kept_whatever_field_it_stands_in() {
        let code = "LPA:1$rsp.truphone.com$JQ-2D51JC";
        let hidden = json!({
            "manual": "jq-2d51jc", "note": format!("scan {code}"), "bare": "1$rsp.truphone.com$JQ-2D51JC", "serial": "8944 0000 0000 0000 000",
            "number": 8_944_000_000_000_000_000_u64, "esim": { "ICCID": "x", "qrCode": "x", "sm-dp+": "rsp", "list": [code, [code]] },
            "turned": "\u{202e}x", "nul": "a\0b", "long": "x".repeat(201), "jq-2d51jc\0": 1,
        });
        let left = of(&hidden, &[], &[code, "JQ-2D51JC"]);
        assert_eq!(left, None);
    }

    #[test]
    fn more_than_a_page_is_not_kept() {
        let many: Map<String, Value> = (0..200)
            .map(|n| (format!("f{n}"), "y".repeat(100).into()))
            .collect();
        assert_eq!(of(&Value::Object(many), &[], &[]), None);
    }
}
