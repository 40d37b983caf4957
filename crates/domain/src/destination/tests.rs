//! What coverage lists mean, and that the data files hold together.

use super::*;

fn of(codes: &str) -> &'static str {
    let codes: Vec<String> = codes.split(' ').map(str::to_owned).collect();
    Destination::of(&codes).map_or("nowhere", |d| d.slug())
}

#[test]
fn every_line_of_the_data_is_read() {
    assert_eq!(
        countries().len(),
        include_str!("countries.txt").lines().count() - 1
    );
    assert!(countries().len() > 235);
    assert!(
        countries()
            .iter()
            .all(|c| c.home().is_some_and(|r| r.home) && !c.capital.is_empty())
    );
}

#[test]
fn slugs_name_one_destination_each() {
    let mut seen = BTreeSet::new();
    for place in Destination::all() {
        assert!(seen.insert(place.slug()), "{} twice", place.slug());
        assert_eq!(Destination::by_slug(place.slug()), Some(place));
        assert!(
            place
                .slug()
                .chars()
                .all(|c| c.is_ascii_lowercase() || c == '-'),
            "{}",
            place.slug()
        );
    }
}

#[test]
fn confusions_speak_of_real_destinations() {
    for slug in CONFUSABLE.iter().flatten() {
        assert!(Destination::by_slug(slug).is_some(), "{slug}");
    }
    assert_eq!(confusable_with("austria"), ["australia"]);
    assert!(confusable_with("japan").is_empty());
}

#[test]
fn one_country_is_that_country() {
    assert_eq!(of("JP"), "japan");
    assert_eq!(of("XK"), "kosovo");
    assert_eq!(of("JP JP"), "japan");
    assert_eq!(of("JP ZZ"), "japan");
}

#[test]
fn unknown_codes_are_nowhere() {
    assert_eq!(of("ZZ"), "nowhere");
    assert_eq!(Destination::of(&[]), None);
}

#[test]
fn several_countries_are_the_smallest_region_that_holds_them() {
    assert_eq!(of("DE FR IT"), "europe");
    assert_eq!(of("SG MY TH"), "southeast-asia");
    assert_eq!(of("JP KR"), "asia");
    assert_eq!(of("US CA MX"), "north-america");
    assert_eq!(of("DK NO SE"), "nordics");
    assert_eq!(of("AE SA QA"), "gulf");
}

#[test]
fn most_countries_decide_when_none_holds_them_all() {
    assert_eq!(of("DE FR IT ES PT MA"), "europe");
    assert_eq!(of("JP US FR ZA BR AU"), "global");
    let europe: Vec<String> = regions()[0]
        .members
        .iter()
        .map(|c| (*c).to_owned())
        .chain(["MA".into(), "IL".into()])
        .collect();
    assert_eq!(Destination::of(&europe).unwrap().slug(), "europe");
}

#[test]
fn regions_apply_smallest_first() {
    assert_eq!(
        country("SE").unwrap().regions_by_size(),
        ["nordics", "europe"]
    );
}
