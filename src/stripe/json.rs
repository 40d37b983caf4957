//! Stripe's JSON, read field by field: what is not asked for cannot break a read, whatever it looks
//! like. Pure.

use std::borrow::Cow;
use std::str::FromStr;

use chrono::{DateTime, Utc};
use miniserde::json::{Number, Value};
use rust_decimal::Decimal;

use super::Error;

/// An answer of Stripe, or a part of one.
pub type Json = Value;

static NULL: Json = Value::Null;

/// Reads a text; `None` when it is no JSON.
pub fn parse(text: &str) -> Option<Json> {
    miniserde::json::from_str(text).ok()
}

/// The text with each half of a surrogate pair that stands alone (`\ud83d` in a buyer's name) made
/// a `\ufffd`. No parser of ours takes such a half, so that one name would make a whole page of
/// events unreadable.
pub fn mend(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let mut mended: Option<Vec<u8>> = None;
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] != b'\\' {
            at += 1;
            continue;
        }
        let length = match (escaped(bytes, at), escaped(bytes, at + 6)) {
            (Some(0xD800..=0xDBFF), Some(0xDC00..=0xDFFF)) => 12,
            (Some(0xD800..=0xDFFF), _) => {
                mended.get_or_insert_with(|| bytes.to_vec())[at..at + 6]
                    .copy_from_slice(b"\\ufffd");
                6
            }
            (Some(_), _) => 6,
            (None, _) => 2,
        };
        at += length;
    }
    // Only ASCII was put in the place of ASCII.
    mended
        .and_then(|bytes| String::from_utf8(bytes).ok())
        .map_or(Cow::Borrowed(text), Cow::Owned)
}

/// The code unit of the `\uXXXX` that begins here.
fn escaped(bytes: &[u8], at: usize) -> Option<u16> {
    let digits = bytes.get(at..at + 6)?.strip_prefix(b"\\u")?;
    u16::from_str_radix(
        std::str::from_utf8(digits)
            .ok()
            .filter(|d| d.bytes().all(|b| b.is_ascii_hexdigit()))?,
        16,
    )
    .ok()
}

/// The field's value; null when there is none.
pub fn field<'a>(object: &'a Json, name: &str) -> &'a Json {
    match object {
        Value::Object(map) => map.get(name).unwrap_or(&NULL),
        _ => &NULL,
    }
}

/// The text at this field, if it is one. For what may be missing without harm.
pub fn word(object: &Json, name: &str) -> Option<String> {
    match field(object, name) {
        Value::String(text) => Some(text.clone()),
        _ => None,
    }
}

/// The text at this field, or nothing where it is null.
pub fn text_or_null(object: &Json, name: &str) -> Result<Option<String>, Error> {
    match field(object, name) {
        Value::Null => Ok(None),
        Value::String(text) => Ok(Some(text.clone())),
        _ => Err(unreadable(name)),
    }
}

/// The text at this field.
pub fn text(object: &Json, name: &str) -> Result<String, Error> {
    text_or_null(object, name)?.ok_or_else(|| unreadable(name))
}

/// The whole number at this field, or nothing where it is null.
pub fn integer_or_null(object: &Json, name: &str) -> Result<Option<i64>, Error> {
    match field(object, name) {
        Value::Null => Ok(None),
        Value::Number(Number::U64(n)) => i64::try_from(*n).map(Some).map_err(|_| unreadable(name)),
        Value::Number(Number::I64(n)) => Ok(Some(*n)),
        _ => Err(unreadable(name)),
    }
}

/// The whole number at this field.
pub fn integer(object: &Json, name: &str) -> Result<i64, Error> {
    integer_or_null(object, name)?.ok_or_else(|| unreadable(name))
}

/// The number at this field, or nothing where it is null.
pub fn decimal_or_null(object: &Json, name: &str) -> Result<Option<Decimal>, Error> {
    let number = match field(object, name) {
        Value::Null => return Ok(None),
        Value::Number(number) => number.to_string(),
        _ => return Err(unreadable(name)),
    };
    Decimal::from_str(&number)
        .or_else(|_| Decimal::from_scientific(&number))
        .map(Some)
        .map_err(|_| unreadable(name))
}

/// The yes or no at this field.
pub fn flag(object: &Json, name: &str) -> Result<bool, Error> {
    match field(object, name) {
        Value::Bool(yes) => Ok(*yes),
        _ => Err(unreadable(name)),
    }
}

/// The time at this field, which Stripe writes in Unix seconds.
pub fn time(object: &Json, name: &str) -> Result<DateTime<Utc>, Error> {
    DateTime::from_timestamp(integer(object, name)?, 0).ok_or_else(|| unreadable(name))
}

/// The list at this field.
pub fn list<'a>(object: &'a Json, name: &str) -> Result<&'a [Json], Error> {
    match field(object, name) {
        Value::Array(items) => Ok(items),
        _ => Err(unreadable(name)),
    }
}

/// The id of the object at this field, be it written out or not.
pub fn id_or_null(object: &Json, name: &str) -> Result<Option<String>, Error> {
    match field(object, name) {
        inner @ Value::Object(_) => text(inner, "id").map(Some).map_err(|_| unreadable(name)),
        _ => text_or_null(object, name),
    }
}

pub fn unreadable(name: &str) -> Error {
    Error::Unclear(format!("an answer without a readable {name}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lone_half_of_a_pair_is_mended_and_nothing_else_is_touched() {
        for (told, read) in [
            (r#"{"name":"A\ud83d"}"#, "A\u{fffd}"),
            (r#"{"name":"\uDE00 B"}"#, "\u{fffd} B"),
            (r#"{"name":"\ud83d\ude00"}"#, "😀"),
            (r#"{"name":"\ud83d\ud83d\ude00"}"#, "\u{fffd}😀"),
            (r#"{"name":"\ud83d\n"}"#, "\u{fffd}\n"),
            (r#"{"name":"\\ud83d"}"#, "\\ud83d"),
            (r#"{"name":"\u00e9 é 日本"}"#, "é é 日本"),
        ] {
            let json = parse(&mend(told)).unwrap_or(Value::Null);
            assert_eq!(word(&json, "name").as_deref(), Some(read), "{told}");
        }
        for broken in [
            r#"{"name":"\"#,
            r#"{"name":"\u"#,
            r#"{"name":"\ud8"#,
            r#"{"name":"\u+123"}"#,
            "\\",
            "",
        ] {
            assert!(parse(&mend(broken)).is_none(), "{broken}");
        }
    }

    #[test]
    fn numbers_are_read_as_written() {
        let json = parse(
            r#"{"a":-12,"b":0.0068,"c":1.234,"d":1e-7,"e":12.0,"f":18446744073709551615,"g":"1"}"#,
        )
        .unwrap();
        assert_eq!(
            (integer(&json, "a"), integer_or_null(&json, "none")),
            (Ok(-12), Ok(None))
        );
        for (name, value) in [
            ("b", "0.0068"),
            ("c", "1.234"),
            ("d", "0.0000001"),
            ("a", "-12"),
        ] {
            assert_eq!(
                decimal_or_null(&json, name),
                Ok(Some(value.parse().unwrap())),
                "{name}"
            );
        }
        for name in ["e", "f", "g", "none"] {
            assert!(integer(&json, name).is_err(), "{name}");
        }
    }
}
