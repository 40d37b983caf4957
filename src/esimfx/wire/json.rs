//! JSON to its last digit and its last odd letter. A number too large for 64 bits would become a
//! float and lose digits, and half a letter in one name would make a whole page unreadable; both
//! are mended here, and nothing else is touched.

use std::collections::BTreeMap;

use serde_json::Value;
use serde_json::value::RawValue;

/// Whole numbers of fewer digits fit 64 bits.
const LONG: usize = 20;
/// Deeper than any reply goes.
const DEPTH: usize = 64;

/// A body's JSON. Whole numbers beyond 64 bits are kept as texts of their digits; a text that is
/// none is `null`.
pub(in crate::esimfx) fn read(body: &[u8]) -> Option<Value> {
    let text = String::from_utf8_lossy(body);
    let text = text.trim_start_matches('\u{feff}');
    let plain = serde_json::from_str(text);
    match plain {
        Ok(value) if !has_long_number(text) => Some(value),
        _ => serde_json::from_str(text).ok().map(|raw| exact(raw, 0)),
    }
}

fn has_long_number(text: &str) -> bool {
    text.as_bytes()
        .split(|b| !b.is_ascii_digit())
        .any(|digits| digits.len() >= LONG)
}

fn exact(raw: &RawValue, depth: usize) -> Value {
    let text = raw.get();
    let first = text.bytes().next().unwrap_or_default();
    match first {
        _ if depth > DEPTH => Value::Null,
        b'{' => {
            let fields: BTreeMap<String, &RawValue> =
                serde_json::from_str(text).unwrap_or_default();
            fields
                .into_iter()
                .map(|(name, value)| (name, exact(value, depth + 1)))
                .collect()
        }
        b'[' => {
            let items: Vec<&RawValue> = serde_json::from_str(text).unwrap_or_default();
            items
                .into_iter()
                .map(|value| exact(value, depth + 1))
                .collect()
        }
        b'-' | b'0'..=b'9' => number(text),
        _ => serde_json::from_str(text).unwrap_or_default(),
    }
}

fn number(text: &str) -> Value {
    let whole = text.bytes().all(|b| b.is_ascii_digit());
    let fits = text.parse::<u64>().is_ok();
    if whole && !fits {
        return text.into();
    }
    serde_json::from_str(text).unwrap_or_else(|_| text.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    #[test]
    fn a_number_larger_than_64_bits_keeps_its_digits() {
        let read =
            read(br#"{"code":0,"data":{"esim":{"iccid":89440000000000000123},"list":[8944000000000000012345,1.5,-7,1e400]}}"#).unwrap();
        assert_eq!(read["data"]["esim"]["iccid"], "89440000000000000123");
        assert_eq!(
            read["data"]["list"],
            json!(["8944000000000000012345", 1.5, -7, "1e400"])
        );
        assert_eq!(read["code"], 0);
    }

    #[test]
    fn half_a_letter_in_one_name_does_not_hide_the_others() {
        let read =
            read(br#"{"products":[{"name":"half \ud83d","id":"a"},{"name":"whole","id":"b"}]}"#)
                .unwrap();
        assert_eq!(
            read,
            json!({ "products": [{ "name": null, "id": "a" }, { "name": "whole", "id": "b" }] })
        );
        assert_eq!(
            super::read(b"{\"name\":\"caf\xe9\"}").unwrap()["name"],
            "caf\u{fffd}"
        );
        assert_eq!(super::read("\u{feff}{}".as_bytes()), Some(json!({})));
    }

    #[test]
    fn what_is_no_json_is_nothing() {
        for body in ["", "{", "<html>", "{\"a\":89440000000000000123", "nul"] {
            assert_eq!(read(body.as_bytes()), None, "{body}");
        }
        let deep = format!("{}89440000000000000123{}", "[".repeat(100), "]".repeat(100));
        assert!(read(deep.as_bytes()).is_some());
    }

    proptest! {
        #[test]
        fn every_digit_of_an_iccid_is_read(digits in "89[0-9]{16,20}") {
            let read = read(format!(r#"{{"iccid":{digits}}}"#).as_bytes()).unwrap();
            prop_assert_eq!(crate::esimfx::wire::text(&read, "iccid"), Some(digits));
        }

        #[test]
        fn what_serde_reads_is_read_the_same(value in any::<i64>(), name in ".{0,12}") {
            let one = json!({ "n": value, "name": name, "list": [value, null, true, { "deep": 1.25 }] });
            prop_assert_eq!(read(one.to_string().as_bytes()), Some(one.clone()));
            let with_long = format!(r#"[{one},89440000000000000123]"#);
            prop_assert_eq!(read(with_long.as_bytes()).unwrap()[0].clone(), one);
        }
    }
}
