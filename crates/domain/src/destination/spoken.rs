//! What travellers call places beside their names: other names, peoples, airports. Look-up only; no
//! search.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{Country, LANGUAGES, country, lines};

type Lists = HashMap<&'static str, Vec<&'static str>>;

fn read(text: &'static str) -> Lists {
    lines(text)
        .filter_map(|line| line.split_once(" = "))
        .map(|(slug, names)| (slug, names.split(", ").collect()))
        .collect()
}

macro_rules! aliases {
    ($($language:literal),+) => {
        [$(read(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../locales/", $language, "/aliases.txt")))),+]
    };
}

/// In the order of [`LANGUAGES`].
pub(super) static ALIASES: LazyLock<[Lists; 8]> =
    LazyLock::new(|| aliases!("en", "es", "fr", "de", "pt-BR", "ja", "zh-Hans", "ar"));
pub(super) static DEMONYMS: LazyLock<Lists> = LazyLock::new(|| read(include_str!("demonyms.txt")));

/// The other names of a destination, as travellers write them in a language of the shop; none in
/// any other.
pub fn aliases(slug: &str, language: &str) -> &'static [&'static str] {
    let at = LANGUAGES
        .iter()
        .position(|known| known.eq_ignore_ascii_case(language));
    at.and_then(|at| ALIASES.get(at)?.get(slug))
        .map_or(&[], Vec::as_slice)
}

/// Words for the people of a destination, in any language: `Japanese`.
pub fn demonyms(slug: &str) -> &'static [&'static str] {
    DEMONYMS.get(slug).map_or(&[], Vec::as_slice)
}

/// The busiest airports by their IATA codes, upper case, with their countries.
pub fn airports() -> impl Iterator<Item = (&'static str, &'static Country)> {
    let airport = |line: &'static str| {
        line.split_once(' ')
            .and_then(|(iata, code)| Some((iata, country(code)?)))
    };
    lines(include_str!("airports.txt")).filter_map(airport)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::Destination;
    use super::*;

    #[test]
    fn other_names_speak_of_real_destinations() {
        for slug in ALIASES
            .iter()
            .flat_map(HashMap::keys)
            .chain(DEMONYMS.keys())
        {
            assert!(Destination::by_slug(slug).is_some(), "{slug}");
        }
        for language in LANGUAGES {
            assert!(!aliases("united-states", language).is_empty(), "{language}");
        }
        assert!(aliases("united-states", "xx").is_empty());
    }

    #[test]
    fn each_destination_stands_on_one_line_of_a_file() {
        let files = ["en", "es", "fr", "de", "pt-BR", "ja", "zh-Hans", "ar"]
            .map(|l| format!("../../locales/{l}/aliases.txt"));
        for file in files
            .into_iter()
            .chain(["src/destination/demonyms.txt".to_owned()])
        {
            let text = std::fs::read_to_string(
                std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(&file),
            )
            .unwrap();
            let mut seen = BTreeSet::new();
            for (slug, _) in text
                .lines()
                .filter(|l| !l.starts_with('#'))
                .map(|l| l.split_once(" = ").expect(l))
            {
                assert!(seen.insert(slug.to_owned()), "{slug} twice in {file}");
            }
        }
    }

    #[test]
    fn airports_have_three_letters_and_a_country() {
        let all: Vec<_> = airports().collect();
        assert_eq!(
            all.len(),
            include_str!("airports.txt").lines().count() - 1,
            "a line names no country"
        );
        assert!(all.len() >= 120);
        let codes: BTreeSet<_> = all.iter().map(|(code, _)| code).collect();
        assert_eq!(codes.len(), all.len(), "a code twice");
        assert!(
            codes
                .iter()
                .all(|code| code.len() == 3 && code.chars().all(|c| c.is_ascii_uppercase()))
        );
    }
}
