//! Countries by signs that are no names: flags, calling codes; and what they are called in
//! languages that the shop does not speak. Look-up only.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{Country, country, lines};

static CALLING: LazyLock<HashMap<&'static str, &'static Country>> = LazyLock::new(|| {
    let line = |line: &'static str| {
        line.split_once(' ')
            .and_then(|(digits, code)| Some((digits, country(code)?)))
    };
    lines(include_str!("calling.txt"))
        .filter_map(line)
        .collect()
});

/// The flags of nations within a country end so: England, Scotland, Wales.
const SUBDIVISION: char = '\u{1f3f4}';

/// The country that is called by this number, without a plus: `81`.
pub fn called_by_number(digits: &str) -> Option<&'static Country> {
    CALLING.get(digits).copied()
}

/// The text with each flag as the English name of its country: `🇯🇵 10gb` → `Japan 10gb`.
pub fn with_flags_named(text: &str) -> String {
    let letter = |c: char| {
        u32::from(c)
            .checked_sub(0x1f1e6)
            .filter(|at| *at < 26)
            .and_then(|at| char::from_u32(at + u32::from('A')))
    };
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        if c == SUBDIVISION {
            while rest
                .peek()
                .is_some_and(|c| matches!(c, '\u{e0020}'..='\u{e007f}'))
            {
                rest.next();
            }
            out.push_str(" United Kingdom ");
            continue;
        }
        let pair = letter(c).zip(rest.peek().copied().and_then(letter));
        match pair.and_then(|(first, second)| country(&format!("{first}{second}"))) {
            Some(found) => {
                rest.next();
                out.push_str(&format!(" {} ", found.name));
            }
            None => out.push(c),
        }
    }
    out
}

/// What each country is called in languages that the shop does not speak.
pub fn abroad() -> impl Iterator<Item = (&'static Country, &'static str)> {
    let line = |line: &'static str| {
        line.split_once(" = ")
            .and_then(|(code, names)| Some((country(code)?, names)))
    };
    lines(include_str!("abroad.txt"))
        .filter_map(line)
        .flat_map(|(country, names)| names.split(", ").map(move |name| (country, name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_are_names() {
        assert_eq!(with_flags_named("🇯🇵🇰🇷 10gb"), " Japan  South Korea  10gb");
        assert_eq!(with_flags_named("🏴󠁧󠁢󠁥󠁮󠁧󠁿!"), " United Kingdom !");
        assert_eq!(with_flags_named("no flag 🗾"), "no flag 🗾");
    }

    #[test]
    fn numbers_and_foreign_names_are_of_countries() {
        assert_eq!(called_by_number("81").map(|c| c.code), Some("JP"));
        assert_eq!(
            CALLING.len(),
            include_str!("calling.txt").lines().count() - 1,
            "a line names no country, or a number twice"
        );
        for (code, name) in [
            ("JP", "Япония"),
            ("KR", "대한민국"),
            ("CZ", "Česko"),
            ("GR", "Ελλάδα"),
        ] {
            assert!(
                abroad().any(|(country, written)| country.code == code && written == name),
                "{name}"
            );
        }
        assert!(abroad().count() > 3000);
    }
}
