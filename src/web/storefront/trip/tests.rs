//! How a trip's address and its stops are read, in every language.

use super::*;
use domain::trip::{self, Found};

#[test]
fn an_address_is_read_and_nonsense_in_it_counts_for_nothing() {
    let asked = TripQuery::read(&Form::of_query(
        "q=Tokyo%2C+Bali&from=2027-05-03&to=2027-05-19&need=video&d1=5&d2=-5&d3=99999&dx=1&d=2&from2=x",
    ));
    assert_eq!(
        (asked.text.as_str(), asked.need, asked.whole().1),
        ("Tokyo, Bali", 2, Some(17))
    );
    assert_eq!(asked.days, HashMap::from([(1, 5)]));
    let odd = TripQuery::read(&Form::of_query("from=2027-05-19&to=2027-05-03&need=none"));
    assert_eq!((odd.whole().1, odd.need), (None, 0));
    assert_eq!(
        TripQuery::read(&Form::of_query(&format!("q={}", "x".repeat(10_000))))
            .text
            .len(),
        LONGEST
    );
}

#[test]
fn a_longer_stay_moves_what_comes_after_it() {
    let today = "2026-11-23".parse().unwrap();
    let find = |name: &str| {
        search::country_meant(name, "en").map(|(country, sure)| Found {
            country: country.code,
            sure,
        })
    };
    let reading = trip::parse("Tokyo 3 days, London 4 days", today, (None, None), find);
    let asked = TripQuery {
        days: HashMap::from([(1, 5)]),
        ..TripQuery::default()
    };
    let stops: Vec<_> = asked
        .stops(&reading)
        .into_iter()
        .map(|s| (s.country, s.start, s.days))
        .collect();
    assert_eq!(stops, [("JP", 0, 5), ("GB", 5, 4)]);
}

#[test]
fn every_language_understands_its_own_examples() {
    let today = "2026-11-23".parse().unwrap();
    for language in &crate::l10n::LANGUAGES {
        let t = Locale::new(language, false);
        let find = |name: &str| {
            search::country_meant(name, t.code()).map(|(country, sure)| Found {
                country: country.code,
                sure,
            })
        };
        for (key, days) in [
            ("trip-example", 17),
            (EXAMPLES[0], 12),
            (EXAMPLES[1], 14),
            (EXAMPLES[2], 15),
        ] {
            let reading = trip::parse(&t.say(key), today, (None, None), find);
            let boxed = search::ask(&t.say(key), today, (None, None), t.code());
            assert!(
                matches!(boxed, Question::Travel(travel) if travel.reading == reading && travel.is_trip()),
                "the box reads it too"
            );
            let total: u32 = reading.stops.iter().map(|stop| stop.days).sum();
            assert_eq!(
                (reading.stops.len(), total, reading.unknown.len()),
                (3, days, 0),
                "{}: {}: {reading:?}",
                t.code(),
                t.say(key)
            );
        }
    }
}
