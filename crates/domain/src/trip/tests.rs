//! That the cheapest cover is the cheapest, whatever the world is like, and that every cover
//! covers.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::cover::Part;
use super::*;

const CODES: [&str; 4] = ["JP", "ID", "GB", "FR"];

/// A small plan: the countries as bits, days, megabytes (none: unlimited), price.
#[derive(Debug, Clone)]
struct Made {
    id: String,
    coverage: Vec<String>,
    days: u32,
    data: Data,
    /// Of an unlimited one, megabytes a day.
    full_speed: Option<u64>,
    price: i64,
}

impl Made {
    fn offer(&self) -> Offer<'_> {
        Offer {
            id: &self.id,
            coverage: &self.coverage,
            days: self.days,
            data: self.data,
            full_speed: self.full_speed,
            price: self.price,
        }
    }
}

fn made(id: &str, coverage: &str, days: u32, gigabytes: u64, price: i64) -> Made {
    let data = if gigabytes == 0 {
        Data::Unlimited
    } else {
        Data::Megabytes(gigabytes * 1024)
    };
    Made {
        id: id.into(),
        coverage: coverage.split(' ').map(str::to_owned).collect(),
        days,
        data,
        full_speed: None,
        price,
    }
}

fn offers(world: &[Made]) -> Vec<Offer<'_>> {
    world.iter().map(Made::offer).collect()
}

/// The lowest price there is, by giving each stop to each plan in turn: one eSIM for all stops that
/// were given the same plan and the same label, so that a plan may be bought twice.
fn brute_force(trip: &Trip, world: &[Made], need: Need) -> Option<i64> {
    fn put(
        at: usize,
        groups: &mut Vec<(usize, Vec<usize>)>,
        trip: &Trip,
        world: &[Made],
        need: Need,
    ) -> Option<i64> {
        let Some(stop) = trip.stops().get(at) else {
            return groups
                .iter()
                .all(|(plan, stops)| enough(&world[*plan], stops, trip, need))
                .then(|| groups.iter().map(|(p, _)| world[*p].price).sum());
        };
        let mut best: Option<i64> = None;
        for group in 0..groups.len() {
            if world[groups[group].0]
                .coverage
                .iter()
                .any(|c| c == stop.country)
            {
                groups[group].1.push(at);
                best = [best, put(at + 1, groups, trip, world, need)]
                    .into_iter()
                    .flatten()
                    .min();
                groups[group].1.pop();
            }
        }
        for plan in 0..world.len() {
            if world[plan].coverage.iter().any(|c| c == stop.country)
                && enough(&world[plan], &[at], trip, need)
            {
                groups.push((plan, vec![at]));
                best = [best, put(at + 1, groups, trip, world, need)]
                    .into_iter()
                    .flatten()
                    .min();
                groups.pop();
            }
        }
        best
    }
    put(0, &mut Vec::new(), trip, world, need)
}

/// The rule in its own words, apart from the code under test.
fn enough(plan: &Made, at: &[usize], trip: &Trip, need: Need) -> bool {
    let stops: Vec<&Stop> = at.iter().map(|at| &trip.stops()[*at]).collect();
    let first = stops.iter().map(|s| s.start).min().unwrap();
    let last = stops.iter().map(|s| s.start + s.days - 1).max().unwrap();
    let wanted: u64 = stops.iter().map(|s| u64::from(s.days)).sum();
    let data = match (plan.data, plan.full_speed) {
        (Data::Unlimited, Some(a_day)) if need != Need::Unlimited => {
            Data::Megabytes(a_day * wanted)
        }
        (data, _) => data,
    };
    let holds = match (data, need) {
        (Data::Unlimited, _) => true,
        (Data::Megabytes(_), Need::Unlimited) => false,
        (Data::Megabytes(held), Need::MegabytesPerDay(per_day)) => held >= wanted * per_day,
        (Data::Megabytes(held), Need::Megabytes(all)) => {
            let days: u64 = trip.stops().iter().map(|s| u64::from(s.days)).sum();
            held >= all * wanted / days
        }
    };
    stops
        .iter()
        .all(|s| plan.coverage.iter().any(|c| c == s.country))
        && plan.days > last - first
        && holds
}

/// Every stop once, by a plan that serves it, at the sum of the prices.
fn really_covers(cover: &Cover, trip: &Trip, world: &[Made], need: Need) -> bool {
    let serves = |part: &Part| {
        (0..trip.stops().len())
            .filter(|at| part.serves.has(*at))
            .collect::<Vec<_>>()
    };
    let mut all: Vec<usize> = cover.parts.iter().flat_map(serves).collect();
    all.sort_unstable();
    all == (0..trip.stops().len()).collect::<Vec<_>>()
        && cover
            .parts
            .iter()
            .all(|part| enough(&world[part.offer], &serves(part), trip, need))
        && cover.price
            == cover
                .parts
                .iter()
                .map(|part| world[part.offer].price)
                .sum::<i64>()
}

fn plan() -> impl Strategy<Value = Made> {
    let coverage = prop_oneof![3 => (0_usize..4).prop_map(|at| 1_u8 << at), 2 => 1_u8..16];
    let full_speed = prop_oneof![1 => Just(None), 2 => (0_u64..2500).prop_map(Some)];
    (coverage, 1_u32..24, 0_u64..20, full_speed, 1_i64..40).prop_map(
        |(bits, days, gigabytes, full_speed, price)| {
            let coverage: Vec<&str> = CODES
                .iter()
                .enumerate()
                .filter(|(at, _)| bits >> at & 1 == 1)
                .map(|(_, code)| *code)
                .collect();
            Made {
                full_speed: full_speed.filter(|_| gigabytes == 0),
                ..made("", &coverage.join(" "), days, gigabytes, price)
            }
        },
    )
}

fn world(most: usize) -> impl Strategy<Value = Vec<Made>> {
    prop::collection::vec(plan(), 0..=most).prop_map(|mut plans| {
        plans
            .iter_mut()
            .enumerate()
            .for_each(|(at, plan)| plan.id = format!("p{at}"));
        plans
    })
}

fn trip(most: usize) -> impl Strategy<Value = Trip> {
    prop::collection::vec((0_usize..4, 1_u32..6), 1..=most).prop_map(|stays| {
        Trip::of(
            &stays
                .into_iter()
                .map(|(at, days)| (CODES[at], days))
                .collect::<Vec<_>>(),
            None,
        )
        .unwrap()
    })
}

fn need() -> impl Strategy<Value = Need> {
    prop_oneof![4 => (0_u64..2048).prop_map(Need::MegabytesPerDay), 2 => (0_u64..40_960).prop_map(Need::Megabytes), 1 => Just(Need::Unlimited)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_cheapest_cover_is_that_of_brute_force(trip in trip(6), world in world(12), need in need()) {
        let found = answer(&trip, &offers(&world), need);
        prop_assert!(found.exact);
        prop_assert_eq!(found.cheapest.as_ref().ok().map(|c| c.price), brute_force(&trip, &world, need));
        if let Ok(cover) = &found.cheapest {
            prop_assert!(really_covers(cover, &trip, &world, need), "{cover:?}");
        }
    }

    #[test]
    fn one_more_plan_never_makes_the_trip_dearer(trip in trip(8), world in world(12), more in plan(), need in need()) {
        let before = answer(&trip, &offers(&world), need).cheapest.ok().map(|c| c.price);
        let mut world = world;
        world.push(Made { id: "more".into(), ..more });
        let after = answer(&trip, &offers(&world), need).cheapest.ok().map(|c| c.price);
        prop_assert!(before.is_none_or(|before| after.is_some_and(|after| after <= before)), "{before:?} became {after:?}");
    }

    #[test]
    fn the_order_of_the_plans_changes_nothing(trip in trip(6), world in world(10), need in need()) {
        let ids = |world: &[Made]| answer(&trip, &offers(world), need).cheapest
            .map(|c| c.parts.iter().map(|p| (world[p.offer].id.clone(), p.serves)).collect::<Vec<_>>());
        let turned: Vec<Made> = world.iter().rev().cloned().collect();
        prop_assert_eq!(ids(&world), ids(&turned));
    }

    #[test]
    fn a_long_trip_is_really_covered_too_and_by_no_more_than_one_esim_for_all_costs(
        stays in prop::collection::vec((0_usize..4, 1_u32..6), 9..=12), world in world(12), need in need()
    ) {
        let trip = Trip::of(&stays.into_iter().map(|(at, days)| (CODES[at], days)).collect::<Vec<_>>(), None).unwrap();
        let found = answer(&trip, &offers(&world), need);
        prop_assert!(!found.exact);
        match &found.cheapest {
            Ok(cover) => {
                prop_assert!(really_covers(cover, &trip, &world, need), "{cover:?}");
                prop_assert!(found.single.is_none_or(|single| cover.price <= world[single.offer].price));
            }
            Err(none) => prop_assert!(!none.0.is_empty()),
        }
    }

    #[test]
    fn what_is_greyed_really_fails_and_local_plans_are_of_one_country(trip in trip(6), world in world(12), need in need()) {
        let found = answer(&trip, &offers(&world), need);
        for near in found.single_near.iter().chain(&found.local_near) {
            let stops: Vec<usize> = (0..trip.stops().len()).filter(|at| near.serves.has(*at)).collect();
            prop_assert!(!near.misses.is_empty() && !enough(&world[near.offer], &stops, &trip, need));
        }
        let served: BTreeSet<usize> = found.local.parts.iter().flat_map(|p| (0..trip.stops().len()).filter(|at| p.serves.has(*at))).collect();
        prop_assert!(found.local.parts.iter().all(|p| world[p.offer].coverage.len() == 1));
        prop_assert!((0..trip.stops().len()).all(|at| served.contains(&at) != found.local_missing.has(at)));
    }
}

#[test]
fn a_plan_for_both_ends_must_last_through_the_middle() {
    let trip = Trip::of(&[("JP", 5), ("ID", 7), ("GB", 5)], None).unwrap();
    let world = [
        made("ends-12", "GB JP", 12, 0, 5),
        made("ends-17", "GB JP", 17, 0, 9),
        made("id", "ID", 7, 0, 2),
        made("jp", "JP", 5, 0, 6),
        made("gb", "GB", 5, 0, 6),
    ];
    let cover = answer(&trip, &offers(&world), Need::MegabytesPerDay(300))
        .cheapest
        .unwrap();
    let ids: Vec<&str> = cover
        .parts
        .iter()
        .map(|p| world[p.offer].id.as_str())
        .collect();
    assert_eq!((ids, cover.price), (vec!["ends-17", "id"], 11));
}

#[test]
fn of_two_at_one_price_fewer_esims_then_the_longer_then_the_id_is_taken() {
    let trip = Trip::of(&[("JP", 2), ("ID", 2)], None).unwrap();
    let ids = |world: &[Made]| -> Vec<String> {
        answer(&trip, &offers(world), Need::MegabytesPerDay(1))
            .cheapest
            .unwrap()
            .parts
            .iter()
            .map(|p| world[p.offer].id.clone())
            .collect()
    };
    assert_eq!(
        ids(&[
            made("jp", "JP", 9, 1, 3),
            made("id", "ID", 9, 1, 3),
            made("both", "ID JP", 4, 1, 6)
        ]),
        ["both"]
    );
    assert_eq!(
        ids(&[
            made("short", "ID JP", 4, 1, 6),
            made("long", "ID JP", 5, 1, 6)
        ]),
        ["long"]
    );
    assert_eq!(
        ids(&[made("b", "ID JP", 4, 1, 6), made("a", "ID JP", 4, 1, 6)]),
        ["a"]
    );
}

#[test]
fn prices_that_cannot_be_added_are_no_cover() {
    let trip = Trip::of(&[("JP", 2), ("ID", 2)], None).unwrap();
    let world = [
        made("jp", "JP", 9, 1, i64::MAX),
        made("id", "ID", 9, 1, i64::MAX),
    ];
    assert!(
        answer(&trip, &offers(&world), Need::MegabytesPerDay(1))
            .cheapest
            .is_err()
    );
}

#[test]
fn what_is_too_short_or_too_small_says_by_how_much() {
    let trip = Trip::of(&[("JP", 10), ("ID", 7)], None).unwrap();
    let world = [
        made("short", "ID JP", 12, 30, 5),
        made("small", "ID JP", 30, 10, 4),
        made("good", "ID JP", 30, 20, 9),
    ];
    let found = answer(&trip, &offers(&world), Need::MegabytesPerDay(1024));
    assert_eq!(
        found.single.map(|p| world[p.offer].id.as_str()),
        Some("good")
    );
    let near: Vec<(&str, &[Miss])> = found
        .single_near
        .iter()
        .map(|n| (world[n.offer].id.as_str(), n.misses.as_slice()))
        .collect();
    let small = Miss::TooSmall {
        data: Data::Megabytes(10 * 1024),
        needed: Data::Megabytes(17 * 1024),
    };
    assert_eq!(
        near,
        [
            (
                "short",
                &[Miss::TooShort {
                    days: 12,
                    needed: 17
                }][..]
            ),
            ("small", &[small][..])
        ]
    );
}

#[test]
fn no_stop_too_many_stops_and_too_many_days_are_refused() {
    assert_eq!(Trip::of(&[], None), Err(TripError::NoStop));
    assert_eq!(
        Trip::of(&[("JP", 1); 13], None),
        Err(TripError::TooManyStops(13))
    );
    assert_eq!(Trip::of(&[("JP", 0)], None), Err(TripError::Days));
    assert_eq!(
        Trip::of(&[("JP", 300), ("ID", 66)], None),
        Err(TripError::Days)
    );
    assert_eq!(
        Trip::of(&[("JP", u32::MAX), ("ID", 1)], None),
        Err(TripError::Days)
    );
}

#[test]
fn the_first_sensible_day_to_buy_is_sixty_days_before_the_trip() {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let trip = Trip::of(&[("JP", 17)], Some(day("2027-05-03"))).unwrap();
    assert_eq!(trip.buy_from(day("2026-11-23")), Some(day("2027-03-04")));
    assert_eq!(trip.buy_from(day("2027-03-04")), None);
    assert_eq!(trip.last(), Some(day("2027-05-19")));
}

#[test]
fn an_unlimited_plan_counts_for_what_it_holds_at_full_speed() {
    let coverage = ["JP".to_owned()];
    let offer = |full_speed| Offer {
        id: "u",
        coverage: &coverage,
        days: 30,
        data: Data::Unlimited,
        full_speed,
        price: 1,
    };
    let trip = Trip::of(&[("JP", 7)], None).unwrap();
    let misses = |full_speed, need| offer(full_speed).misses(&trip, Serves::all(1), need);
    let small = |held, needed| {
        vec![Miss::TooSmall {
            data: Data::Megabytes(held),
            needed: Data::Megabytes(needed),
        }]
    };
    assert_eq!(
        misses(Some(512), Need::MegabytesPerDay(3072)),
        small(7 * 512, 7 * 3072),
        "the days of the stay count, not the plan's"
    );
    assert_eq!(
        misses(Some(512), Need::Megabytes(10 * 1024)),
        small(7 * 512, 10 * 1024)
    );
    for (full_speed, need) in [
        (Some(3072), Need::MegabytesPerDay(3072)),
        (Some(512), Need::Unlimited),
        (None, Need::MegabytesPerDay(3072)),
    ] {
        assert_eq!(misses(full_speed, need), [], "{full_speed:?} {need:?}");
    }
}
