//! That every place has a name in every language, written in its script.

use std::collections::BTreeSet;

use super::super::{Destination, countries, country, regions};
use super::*;

/// Whether a name is written as the language writes, beside spaces and signs.
fn in_script(language: &str, name: &str) -> bool {
    let letters: Vec<char> = name.chars().filter(|c| c.is_alphabetic()).collect();
    let fits = |c: char| match language {
        "ja" => ('\u{3040}'..='\u{30ff}').contains(&c) || ('\u{4e00}'..='\u{9fff}').contains(&c),
        "zh-Hans" => ('\u{4e00}'..='\u{9fff}').contains(&c),
        "ar" => ('\u{0600}'..='\u{06ff}').contains(&c),
        _ => c < '\u{0250}' || ('\u{02b0}'..='\u{02ff}').contains(&c),
    };
    !letters.is_empty() && letters.into_iter().all(fits)
}

#[test]
fn every_country_has_a_name_and_a_capital_in_every_language() {
    for language in LANGUAGES {
        let names = names(language).unwrap();
        for country in countries() {
            assert!(
                names.territories.contains_key(country.code),
                "no name for {} in {language}",
                country.code
            );
            assert!(
                language == "en" || names.capitals.contains_key(country.code),
                "no capital of {} in {language}",
                country.code
            );
            let (name, capital) = (country.name_in(language), country.capital_in(language));
            assert!(in_script(language, name), "{name} in {language}");
            // The Japanese write the letters of the District of Columbia as they are.
            assert!(
                in_script(language, &capital.replace("D.C.", "")),
                "{capital} in {language}"
            );
        }
    }
}

#[test]
fn every_region_has_a_name_in_every_language() {
    for language in &LANGUAGES[1..] {
        let names = names(language).unwrap();
        assert_eq!(names.regions.len(), regions().len() + 1, "{language}");
        for place in regions()
            .iter()
            .map(Destination::Region)
            .chain([Destination::Global])
        {
            assert!(
                names.regions.contains_key(place.slug()),
                "no name for {} in {language}",
                place.slug()
            );
            assert!(
                in_script(language, place.name_in(language)),
                "{} in {language}",
                place.name_in(language)
            );
        }
    }
}

#[test]
fn no_two_places_share_a_name_in_a_language() {
    for language in LANGUAGES {
        let mut seen = BTreeSet::new();
        for place in Destination::all() {
            assert!(
                seen.insert(place.name_in(language)),
                "{} twice in {language}",
                place.name_in(language)
            );
        }
    }
}

#[test]
fn no_file_names_a_country_that_is_not_ours() {
    for names in NAMES.iter() {
        for code in names
            .territories
            .keys()
            .chain(names.capitals.keys())
            .chain(names.cities.keys())
        {
            assert!(country(code).is_some(), "{code}");
        }
        assert!(names.cities.len() > 60, "towns are read");
    }
}

#[test]
fn towns_are_written_as_the_language_writes() {
    for language in LANGUAGES {
        for town in countries().iter().flat_map(|c| c.cities_in(language)) {
            assert!(in_script(language, town), "{town} in {language}");
        }
    }
}

#[test]
fn names_are_those_of_the_language() {
    let japan = country("JP").unwrap();
    assert_eq!(
        LANGUAGES.map(|l| japan.name_in(l)),
        [
            "Japan",
            "Japón",
            "Japon",
            "Japan",
            "Japão",
            "日本",
            "日本",
            "اليابان"
        ]
    );
    assert_eq!(
        LANGUAGES.map(|l| japan.capital_in(l)),
        [
            "Tokyo",
            "Tokio",
            "Tokyo",
            "Tokio",
            "Tóquio",
            "東京",
            "东京",
            "طوكيو"
        ]
    );
    assert_eq!(country("MO").unwrap().name_in("de"), "Macau");
    assert_eq!(country("TR").unwrap().name_in("es"), "Turquía");
    assert_eq!(
        Destination::by_slug("gulf").unwrap().name_in("fr"),
        "Pays du Golfe"
    );
    assert_eq!(Destination::Global.name_in("ja"), "世界");
}

#[test]
fn no_capital_is_shown_where_it_offends_or_says_the_name_again() {
    let shown = |code: &str, language: &str| {
        country(code)
            .unwrap()
            .shown_capital(language)
            .map(str::to_owned)
    };
    for language in LANGUAGES {
        for code in ["TW", "HK", "MO", "IL", "PS"] {
            assert_eq!(shown(code, language), None, "{code} in {language}");
        }
        assert!(
            countries()
                .iter()
                .all(|c| c.shown_capital(language) != Some(c.name_in(language)))
        );
    }
    assert_eq!(
        (
            shown("SG", "en"),
            shown("LU", "fr"),
            shown("AT", "de").as_deref()
        ),
        (None, None, Some("Wien"))
    );
    assert_eq!(
        country("TW").unwrap().capital_in("en"),
        "Taipei",
        "the search still knows it"
    );
}

#[test]
fn a_language_is_known_by_its_code_in_addresses_too_and_an_unknown_one_is_english() {
    let germany = Destination::by_slug("germany").unwrap();
    assert_eq!(germany.name_in("pt-br"), "Alemanha");
    assert_eq!(germany.name_in("zh-hans"), "德国");
    assert_eq!(germany.name_in("xx"), "Germany");
    assert_eq!(country("DE").unwrap().capital_in("xx"), "Berlin");
    assert_eq!(
        Destination::by_slug("europe").unwrap().name_in(""),
        "Europe"
    );
    assert_eq!(Destination::Global.name_in("en"), "Global");
}
