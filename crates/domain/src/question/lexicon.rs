//! The phrases of words.txt, laid out to be looked for at any place of a text. Names no place.

use std::cmp::Reverse;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

/// What a phrase says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Gigabytes,
    Megabytes,
    ADay,
    /// The same, where it stands before the amount only.
    ADayBefore,
    Unlimited,
    /// A unit of travellers, counted in all.
    People,
    /// A unit of some of them: adults, children.
    Part,
    PartBefore,
    /// Before a number of travellers.
    Group,
    /// So many travellers.
    Couple(u32),
    /// Before a number that may be of travellers.
    For,
    Today,
    Tomorrow,
    /// Asks whether something works.
    Works,
    /// Asks about phones.
    Phone,
    /// Asks for an order.
    Order,
    /// Says nothing.
    Noise,
}

/// A phrase, its letters as [`plain`] makes them.
#[derive(Debug)]
pub(super) struct Phrase {
    pub kind: Kind,
    pub letters: Vec<char>,
}

/// The longest first.
pub(super) static PHRASES: LazyLock<Vec<Phrase>> = LazyLock::new(|| {
    let lines = include_str!("words.txt")
        .lines()
        .filter(|line| !line.starts_with('#'));
    let lists = lines
        .filter_map(|line| line.split_once(" = "))
        .filter_map(|(name, list)| Some((kind(name)?, list)));
    let phrase = |kind: Kind, text: &str| Phrase {
        kind,
        letters: text.chars().map(plain).collect(),
    };
    let mut all: Vec<Phrase> = lists
        .flat_map(|(kind, list)| list.split(" | ").map(move |text| phrase(kind, text)))
        .collect();
    all.sort_by_key(|phrase| Reverse(phrase.letters.len()));
    all
});

fn kind(name: &str) -> Option<Kind> {
    let (name, number) = name.split_once(' ').unwrap_or((name, "0"));
    Some(match name {
        "gigabytes" => Kind::Gigabytes,
        "megabytes" => Kind::Megabytes,
        "a-day" => Kind::ADay,
        "a-day-before" => Kind::ADayBefore,
        "unlimited" => Kind::Unlimited,
        "people" => number
            .parse()
            .ok()
            .filter(|n| *n > 0)
            .map_or(Kind::People, Kind::Couple),
        "part" => Kind::Part,
        "part-before" => Kind::PartBefore,
        "group" => Kind::Group,
        "for" => Kind::For,
        "today" => Kind::Today,
        "tomorrow" => Kind::Tomorrow,
        "works" => Kind::Works,
        "phone" => Kind::Phone,
        "order" => Kind::Order,
        "noise" => Kind::Noise,
        _ => return None,
    })
}

/// A letter without case and accent. Kana keep their voicing marks: バリ is not パリ.
pub(super) fn plain(c: char) -> char {
    let lower = c.to_lowercase().next().unwrap_or(c);
    if lower < '\u{3000}' {
        std::iter::once(lower).nfd().next().unwrap_or(lower)
    } else {
        lower
    }
}
