//! What travellers write, and the place that must come first.

use super::*;
use domain::destination::nowhere::{self, Truth};
use domain::question::{Amount, Travel};

/// The table, with the language of the page on which each is written.
fn table() -> Vec<(&'static str, &'static str, &'static str)> {
    let mut language = "en";
    let mut rows = Vec::new();
    for line in include_str!("queries.txt")
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
    {
        if let Some(code) = line
            .strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']'))
        {
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
    search(query, language)
        .hits
        .iter()
        .map(|h| h.destination.slug())
        .collect()
}

#[test]
fn what_travellers_write_finds_the_place_they_mean() {
    let table = table();
    assert!(table.len() >= 220);
    for language in LANGUAGES {
        assert!(
            table.iter().filter(|(on, ..)| *on == language).count() >= 20,
            "{language}"
        );
    }
    let wrong: Vec<_> = table
        .iter()
        .filter(|(on, query, slug)| slugs_in(query, on).first() != Some(slug))
        .collect();
    for (on, query, slug) in &wrong {
        println!("[{on}] {query}: not {slug} but {:?}", slugs_in(query, on));
    }
    let right = table.len() - wrong.len();
    println!("{right} of {} queries find their place first", table.len());
    assert!(
        right * 100 >= table.len() * 98,
        "{} of {} are wrong: {wrong:#?}",
        wrong.len(),
        table.len()
    );
}

#[test]
fn several_places_in_one_query_are_all_found() {
    let found = slugs("japan south korea");
    assert!(
        found.contains(&"japan") && found.contains(&"south-korea"),
        "{found:?}"
    );
    assert!(!found.contains(&"north-korea"));
}

#[test]
fn a_name_that_is_mixed_up_shows_the_other() {
    let others = |query| {
        search(query, "en")
            .mixed_up
            .iter()
            .map(|d| d.slug())
            .collect::<Vec<_>>()
    };
    assert_eq!(others("austira"), ["australia"]);
    assert_eq!(
        others("austria"),
        Vec::<&str>::new(),
        "it was called by its own name"
    );
    for own in [
        "usa",
        "Hawaii",
        "uk and ireland",
        "ireland",
        "iceland",
        "cheap esim for austria",
    ] {
        assert_eq!(others(own), Vec::<&str>::new(), "{own}");
    }
    assert_eq!(
        others("niger"),
        Vec::<&str>::new(),
        "nigeria is among the hits already"
    );
    assert!(slugs("niger").contains(&"nigeria"));
    assert_eq!(
        others("georgia"),
        Vec::<&str>::new(),
        "the United States are found by their own Georgia"
    );
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
    assert!(
        search(&"japan ".repeat(10_000), "en")
            .hits
            .iter()
            .any(|h| h.destination.slug() == "japan")
    );
}

#[test]
fn two_congos_are_two_congos() {
    let found = slugs("congo");
    assert!(
        found[..2].contains(&"congo-kinshasa") && found[..2].contains(&"congo-brazzaville"),
        "{found:?}"
    );
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

/// A question as the table of asked.txt writes it.
fn said(text: &str, language: &str) -> String {
    match ask(text, "2026-11-28".parse().unwrap(), (None, None), language) {
        Question::Nothing => "nothing".to_owned(),
        Question::Order(number) => format!("order {number}"),
        Question::Phone(asked) => {
            let model = asked.model.map(|(_, phone)| {
                format!(
                    " {} {}",
                    phone.maker,
                    format!("{:?}", phone.takes).to_lowercase()
                )
            });
            let at = Some(first(search(&asked.rest, language))).filter(|at| !at.is_empty());
            format!(
                "phone{}{}",
                model.unwrap_or_default(),
                at.map(|at| format!("; at {at}")).unwrap_or_default()
            )
        }
        Question::Travel(travel) => said_of_travel(&travel, text, language),
    }
}

fn said_of_travel(travel: &Travel, text: &str, language: &str) -> String {
    let mut parts = vec![if travel.is_trip() {
        let codes: Vec<&str> = travel
            .reading
            .stops
            .iter()
            .map(|stop| stop.country)
            .collect();
        format!("trip {}", codes.join(" "))
    } else {
        first(places(travel, language)).to_owned()
    }];
    parts.extend(travel.amount.map(|asked| match asked {
        Amount::Unlimited => "unlimited".to_owned(),
        Amount::InAll(megabytes) => amount(megabytes),
        Amount::ADay(megabytes) => format!("{} a day", amount(megabytes)),
    }));
    parts.extend(travel.people.map(|people| format!("{people} people")));
    parts.extend(travel.days().map(|days| {
        if days == 1 {
            "1 day".to_owned()
        } else {
            format!("{days} days")
        }
    }));
    parts.extend(travel.reading.first.map(|day| format!("from {day}")));
    parts.extend(travel.month.map(|day| format!("in {day}")));
    parts.extend(note(text));
    parts.join("; ")
}

fn first(found: Found) -> &'static str {
    found
        .hits
        .iter()
        .find(|_| !found.guessed)
        .map_or("", |hit| hit.destination.slug())
}

fn amount(megabytes: u64) -> String {
    match megabytes {
        few if few < 1024 => format!("{few} MB"),
        1536 => "1.5 GB".to_owned(),
        more => format!("{} GB", more / 1024),
    }
}

fn note(text: &str) -> Option<String> {
    nowhere::named_in(text).map(|(place, _)| match place.truth {
        Truth::Sea => "sea".to_owned(),
        Truth::Air => "air".to_owned(),
        Truth::Divided(country) => format!("divided {}", country.code),
        Truth::Served(country) => format!("served {}", country.code),
        Truth::None => "none".to_owned(),
    })
}

#[test]
fn what_people_type_into_the_one_box_is_understood() {
    let (mut language, mut rows, mut wrong) = ("en", 0, Vec::new());
    for line in include_str!("asked.txt")
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
    {
        if let Some(code) = line
            .strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']'))
        {
            language = code;
            continue;
        }
        let (text, meant) = line.rsplit_once(" = ").expect(line);
        let understood = said(text, language);
        rows += 1;
        if understood != meant {
            wrong.push(format!(
                "[{language}] {text}\n    meant {meant}\n    read  {understood}"
            ));
        }
    }
    assert!(rows >= 110, "{rows}");
    assert!(
        wrong.is_empty(),
        "{} of {rows}:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn what_names_one_place_is_read_as_no_trip() {
    let row = |(language, query, _): &(&'static str, &'static str, &'static str)| match ask(
        query,
        "2026-11-28".parse().unwrap(),
        (None, None),
        language,
    ) {
        Question::Travel(travel) => !travel.is_trip(),
        _ => false,
    };
    let wrong: Vec<_> = table().into_iter().filter(|one| !row(one)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    let found = |(language, query, slug): &(&'static str, &'static str, &'static str)| match ask(
        query,
        "2026-11-28".parse().unwrap(),
        (None, None),
        language,
    ) {
        Question::Travel(travel) => {
            places(&travel, language)
                .hits
                .first()
                .map(|hit| hit.destination.slug())
                == Some(slug)
        }
        _ => false,
    };
    let all = table();
    let lost: Vec<_> = all.iter().filter(|one| !found(one)).collect();
    assert!(
        (all.len() - lost.len()) * 100 >= all.len() * 98,
        "{lost:#?}"
    );
}

proptest::proptest! {
    #[test]
    fn whatever_is_typed_is_read_without_harm(text in "(\\PC|[0-9 ,./、月日人-]|May|days|Tokyo|gb|for \
                                                       |people|E100){0,60}") {
        let _ = ask(&text, "2026-11-28".parse().unwrap(), (None, None), "en");
    }
}
