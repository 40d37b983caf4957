//! Changes a seed: JSON in its structure, then anything in its bytes. The same number always makes
//! the same changes.

use serde_json::{Map, Value, json};

/// A small generator of our own (xorshift), so that a found input can be made again from its
/// number.
#[derive(Debug, Clone)]
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        // A number of zeros would stay zero, and near numbers would begin alike.
        let mut chance = Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        chance.next();
        chance
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// Below `end`, which is not 0.
    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(end).unwrap()).unwrap()
    }

    fn one_in(&mut self, many: usize) -> bool {
        self.below(many) == 0
    }

    pub fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}

/// Texts that readers stumble over.
const ODD: [&str; 30] = [
    "",
    " ",
    "\0",
    "\u{1}",
    "\u{7f}",
    "\u{202e}",
    "\u{2066}x\u{2069}",
    "\u{feff}",
    "\u{fffd}",
    "e\u{301}",
    "\u{10ffff}",
    "İ",
    "ß",
    "ﬁ",
    "٣",
    "３",
    "東京",
    "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "'; --",
    "%00",
    "..",
    "<b>",
    "LPA:1$",
    "$",
    "$$1",
    "\\",
    "\"",
    "\r\n",
    "null",
    "-0",
];

/// Numbers as they are written, readable or not.
const NUMBERS: [&str; 22] = [
    "0",
    "-0",
    "-1",
    "1",
    "0.1",
    "0.005",
    "1e2",
    "1e400",
    "-1e400",
    "2147483647",
    "2147483648",
    "4294967295",
    "4294967296",
    "9007199254740993",
    "9223372036854775807",
    "9223372036854775808",
    "18446744073709551616",
    "99999999999999999999999999999",
    "1.7976931348623157e308",
    "5e-324",
    "00",
    "1.",
];

/// How many values there are in this one, itself included.
fn size(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(size).sum(),
        Value::Object(fields) => fields.values().map(size).sum(),
        _ => 0,
    }
}

/// Does this to the `at`th value, counted from the outside in.
fn at(value: &mut Value, place: &mut usize, act: &mut dyn FnMut(&mut Value)) {
    if *place == 0 {
        act(value);
        // Nothing else is met.
        *place = usize::MAX;
        return;
    }
    *place -= 1;
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| at(item, place, act)),
        Value::Object(fields) => fields.values_mut().for_each(|field| at(field, place, act)),
        _ => {}
    }
}

fn odd(chance: &mut Chance) -> Value {
    match chance.below(9) {
        0 => Value::Null,
        1 => json!(chance.one_in(2)),
        2 => json!([]),
        3 => json!({}),
        4 => {
            let written: &str = chance.of::<&str>(&NUMBERS);
            serde_json::from_str(written).unwrap_or_else(|_| json!(written))
        }
        5 => json!(chance.of(&NUMBERS)),
        6 => json!(chance.of(&ODD).repeat(1 + chance.below(400))),
        _ => json!(chance.of(&ODD)),
    }
}

fn change_text(text: &str, chance: &mut Chance) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    let at = chance.below(chars.len() + 1);
    match chance.below(5) {
        0 => chars.truncate(at),
        1 => drop(chars.drain(..at)),
        2 => chars.extend_from_within(at..),
        3 if at < chars.len() => {
            chars[at] = char::from(32 + u8::try_from(chance.below(95)).unwrap())
        }
        _ => drop(chars.splice(at..at, chance.of(&ODD).chars())),
    }
    chars.into_iter().collect()
}

fn change_fields(fields: &mut Map<String, Value>, chance: &mut Chance) {
    let names: Vec<String> = fields.keys().cloned().collect();
    if names.is_empty() {
        return;
    }
    let (one, other) = (chance.of(&names).clone(), chance.of(&names).clone());
    match chance.below(4) {
        0 => drop(fields.remove(&one)),
        1 => drop(
            fields
                .get(&other)
                .cloned()
                .map(|value| fields.insert(one, value)),
        ),
        2 => drop(
            fields
                .remove(&one)
                .map(|value| fields.insert(change_text(&one, chance), value)),
        ),
        _ => drop(fields.remove(&one).map(|value| {
            fields.insert(
                if chance.one_in(2) {
                    one.to_uppercase()
                } else {
                    one.replace('_', "")
                },
                value,
            )
        })),
    }
}

/// One change to one value.
fn change(value: &mut Value, chance: &mut Chance) {
    match value {
        Value::Object(fields) if !chance.one_in(6) => change_fields(fields, chance),
        Value::Array(items) if !items.is_empty() && !chance.one_in(4) => {
            let at = chance.below(items.len());
            if chance.one_in(2) {
                drop(items.remove(at))
            } else {
                items.push(items[at].clone())
            }
        }
        Value::String(text) if chance.one_in(2) => *text = change_text(text, chance),
        _ if chance.one_in(5) => {
            for _ in 0..=chance.below(90) {
                *value = if chance.one_in(2) {
                    json!([value.take()])
                } else {
                    json!({ "data": value.take() })
                };
            }
        }
        _ => *value = odd(chance),
    }
}

/// Bytes, whatever they mean.
fn change_bytes(bytes: &mut Vec<u8>, others: &[Vec<u8>], chance: &mut Chance) {
    let at = chance.below(bytes.len() + 1);
    let to = (at + chance.below(12)).min(bytes.len());
    match chance.below(7) {
        0 => bytes.truncate(at),
        1 => drop(bytes.drain(at..to)),
        2 => drop(bytes.splice(at..at, chance.of(&ODD).bytes())),
        3 => drop(bytes.splice(at..to, chance.of(&NUMBERS).bytes())),
        4 if at < bytes.len() => bytes[at] ^= 1 << chance.below(8),
        5 => {
            let other = chance.of(others);
            let from = chance.below(other.len() + 1);
            bytes.truncate(at);
            bytes.extend_from_slice(&other[from..]);
        }
        _ => drop(bytes.splice(at..at, bytes[at..to].to_vec())),
    }
}

/// The seed, changed a little or a lot.
pub fn mutated(seeds: &[Vec<u8>], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = chance.of(seeds).clone();
    if let Ok(mut json) = serde_json::from_slice::<Value>(&bytes) {
        for _ in 0..chance.below(6) {
            let mut place = chance.below(size(&json));
            at(&mut json, &mut place, &mut |value| change(value, chance));
        }
        bytes = serde_json::to_vec(&json).unwrap();
        if !chance.one_in(3) {
            return bytes;
        }
    }
    for _ in 0..=chance.below(5) {
        change_bytes(&mut bytes, seeds, chance);
    }
    bytes
}

#[test]
fn the_same_number_makes_the_same_changes_and_another_makes_others() {
    let seeds = vec![
        br#"{"id":"evt_1","data":{"object":{"amount":1}}}"#.to_vec(),
        b"LPA:1$a.example$X".to_vec(),
    ];
    let made = |number| mutated(&seeds, &mut Chance::new(number));
    assert_eq!(made(7), made(7));
    let all: std::collections::BTreeSet<Vec<u8>> = (0..500).map(made).collect();
    assert!(all.len() > 350, "only {} of 500 differ", all.len());
}
