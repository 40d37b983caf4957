//! What travellers write, and the place that must come first.

use super::*;

/// The table, with the language of the page on which each is written.
fn table() -> Vec<(&'static str, &'static str, &'static str)> {
    let mut language = "en";
    let mut rows = Vec::new();
    for line in include_str!("queries.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(code) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            assert!(LANGUAGES.contains(&code), "{code}");
            language = code;
        } else {
            let (query, slug) = line.rsplit_once(" = ").expect(line);
            assert!(Destination::by_slug(slug).is_some(), "{line}");
            rows.push((language, query, slug));
        }
    }
    rows
}

fn slugs(query: &str) -> Vec<&'static str> {
    slugs_in(query, "en")
}

fn slugs_in(query: &str, language: &str) -> Vec<&'static str> {
    search(query, language).hits.iter().map(|h| h.destination.slug()).collect()
}

#[test]
fn what_travellers_write_finds_the_place_they_mean() {
    let table = table();
    assert!(table.len() >= 220);
    for language in LANGUAGES {
        assert!(table.iter().filter(|(on, ..)| *on == language).count() >= 20, "{language}");
    }
    let wrong: Vec<_> = table.iter().filter(|(on, query, slug)| slugs_in(query, on).first() != Some(slug)).collect();
    for (on, query, slug) in &wrong {
        println!("[{on}] {query}: not {slug} but {:?}", slugs_in(query, on));
    }
    let right = table.len() - wrong.len();
    println!("{right} of {} queries find their place first", table.len());
    assert!(right * 100 >= table.len() * 98, "{} of {} are wrong: {wrong:#?}", wrong.len(), table.len());
}

#[test]
fn several_places_in_one_query_are_all_found() {
    let found = slugs("japan south korea");
    assert!(found.contains(&"japan") && found.contains(&"south-korea"), "{found:?}");
    assert!(!found.contains(&"north-korea"));
}

#[test]
fn a_name_that_is_mixed_up_shows_the_other() {
    let others = |query| search(query, "en").mixed_up.iter().map(|d| d.slug()).collect::<Vec<_>>();
    assert_eq!(others("austria"), ["australia"]);
    assert_eq!(others("niger"), Vec::<&str>::new(), "nigeria is among the hits already");
    assert!(slugs("niger").contains(&"nigeria"));
    assert_eq!(others("georgia"), Vec::<&str>::new(), "the United States are found by their own Georgia");
    assert!(others("japan").is_empty());
}

#[test]
fn a_city_says_by_which_name_it_was_found() {
    assert_eq!(search("bali", "en").hits[0].via, Some("Bali"));
    assert_eq!(search("japan", "en").hits[0].via, None);
}

#[test]
fn guesses_say_that_they_are_guesses() {
    assert!(search("thialand", "en").guessed);
    assert!(!search("thailand", "en").guessed);
    assert_eq!(search("xqzwv", "en").hits, []);
    assert_eq!(search("", "en").hits, []);
    assert_eq!(search("esim", "en").hits, []);
}

#[test]
fn a_very_long_query_is_cut() {
    assert!(search(&"japan ".repeat(10_000), "en").hits.iter().any(|h| h.destination.slug() == "japan"));
}

#[test]
fn two_congos_are_two_congos() {
    let found = slugs("congo");
    assert!(found[..2].contains(&"congo-kinshasa") && found[..2].contains(&"congo-brazzaville"), "{found:?}");
}

#[test]
fn other_names_in_addresses_are_understood() {
    let meant = |slug| meant_by(slug).map(|d| d.slug());
    assert_eq!(meant("turkey"), Some("turkiye"));
    assert_eq!(meant("usa"), Some("united-states"));
    assert_eq!(meant("czech-republic"), Some("czechia"));
    assert_eq!(meant("Cote-d-Ivoire"), Some("cote-divoire"));
    assert_eq!(meant("alemania"), Some("germany"));
    assert_eq!(meant("jp"), Some("japan"));
    assert_eq!(meant("congo"), None, "it means two");
}
