//! What the words around places and dates mean, in the eight languages of the shop, from words.txt.
//! Names no place.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::destination::fold;

/// What a word can mean; one word can mean several things.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    Month(u32),
    Number(u32),
    /// So many days; nights are one day more than their number.
    Unit {
        days: u32,
        more: u32,
    },
    /// So many days, without a number in front: a dual.
    Days(u32),
    Until,
    Pair,
    Between,
    Of,
    Ordinal,
    Article,
    Lead,
    Tail,
    Join,
    Filler,
}

static WORDS: LazyLock<HashMap<String, Vec<Meaning>>> = LazyLock::new(|| {
    let mut words: HashMap<String, Vec<Meaning>> = HashMap::new();
    for line in include_str!("words.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
    {
        let Some((kind, list)) = line.split_once(" = ") else {
            continue;
        };
        let Some(meaning) = meaning(kind) else {
            continue;
        };
        for word in list.split(' ') {
            words.entry(key(word)).or_default().push(meaning);
        }
    }
    words
});

/// Units that may be followed by another word without a space, the longest first.
static UNITS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let lines = include_str!("words.txt")
        .lines()
        .filter_map(|line| line.split_once(" = "));
    let named = lines
        .filter(|(kind, _)| ["days", "nights", "weeks", "months"].contains(kind))
        .flat_map(|(_, list)| list.split(' '));
    let mut units: Vec<&str> = named
        .filter(|word| word.chars().all(|c| c > '\u{2fff}'))
        .chain(["年", "月", "日", "号", "號"])
        .collect();
    units.sort_by_key(|unit| std::cmp::Reverse(unit.len()));
    units
});

fn meaning(kind: &str) -> Option<Meaning> {
    let (name, number) = kind.split_once(' ').unwrap_or((kind, "0"));
    let number = number.parse().ok()?;
    Some(match name {
        "month" => Meaning::Month(number),
        "number" => Meaning::Number(number),
        "days" => Meaning::Unit { days: 1, more: 0 },
        "nights" => Meaning::Unit { days: 1, more: 1 },
        "weeks" => Meaning::Unit { days: 7, more: 0 },
        "months" => Meaning::Unit { days: 30, more: 0 },
        "two-days" => Meaning::Days(2),
        "two-weeks" => Meaning::Days(14),
        "until" => Meaning::Until,
        "pair" => Meaning::Pair,
        "between" => Meaning::Between,
        "of" => Meaning::Of,
        "ordinal" => Meaning::Ordinal,
        "article" => Meaning::Article,
        "lead" => Meaning::Lead,
        "tail" => Meaning::Tail,
        "join" => Meaning::Join,
        "filler" => Meaning::Filler,
        _ => return None,
    })
}

/// Folded; a sign that folds to nothing is itself.
fn key(word: &str) -> String {
    let folded = fold(word);
    if folded.is_empty() || word == "&" {
        word.to_owned()
    } else {
        folded
    }
}

/// Everything that the word can mean.
pub(super) fn meanings(word: &str) -> &'static [Meaning] {
    WORDS.get(&key(word)).map_or(&[], Vec::as_slice)
}

/// Whether the word can mean this.
pub(super) fn means(word: &str, meaning: Meaning) -> bool {
    meanings(word).contains(&meaning)
}

/// The month that a word names, in a language of the shop.
pub fn month_meant(word: &str) -> Option<u32> {
    meanings(word).iter().find_map(|meaning| {
        if let Meaning::Month(month) = meaning {
            Some(*month)
        } else {
            None
        }
    })
}

/// The number that a word names: one to ten.
pub fn number_meant(word: &str) -> Option<u32> {
    meanings(word).iter().find_map(|meaning| {
        if let Meaning::Number(number) = meaning {
            Some(*number)
        } else {
            None
        }
    })
}

/// The unit of Japanese or Chinese with which the text begins.
pub(super) fn unit_of(text: &str) -> Option<&'static str> {
    UNITS.iter().copied().find(|unit| text.starts_with(unit))
}
