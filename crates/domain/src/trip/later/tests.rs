//! That the cheapest pair is that of brute force: every package drained part by part, every pair
//! tried.

use proptest::prelude::*;

use super::*;

const CODES: [&str; 3] = ["JP", "ID", "GB"];

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

/// The rule in its own words: day by day, stop by stop, sip by sip. `None`: the pair does not do,
/// or needs no top-up.
fn drained(now: &Made, later: &Made, trip: &Trip, need: Need) -> Option<u32> {
    let goes = |plan: &Made| {
        trip.stops()
            .iter()
            .all(|stop| plan.coverage.iter().any(|code| code == stop.country))
    };
    let stop_days: u32 = trip.stops().iter().map(|stop| stop.days).sum();
    let (sip, scale) = match need {
        Need::MegabytesPerDay(a_day) => (a_day, 1),
        Need::Megabytes(all) => (all, u64::from(stop_days)),
        Need::Unlimited => (1, 1),
    };
    let limited = |plan: &Made| match plan.data {
        // Less at full speed than is used on a day, whatever the day.
        Data::Unlimited
            if need != Need::Unlimited
                && plan.full_speed.is_some_and(|full| full * scale < sip) =>
        {
            None
        }
        Data::Unlimited => Some(None),
        Data::Megabytes(_) if need == Need::Unlimited => None,
        Data::Megabytes(megabytes) => Some(Some(megabytes * scale)),
    };
    if !goes(now) || !goes(later) {
        return None;
    }
    let (mut held, more) = (limited(now)?, limited(later)?);
    let start = trip.stops().iter().map(|stop| stop.start).min().unwrap();
    let end = trip
        .stops()
        .iter()
        .map(|stop| stop.start + stop.days)
        .max()
        .unwrap();
    let (mut ends, mut topped_up) = (start + now.days, None);
    for day in start..end {
        for _ in trip
            .stops()
            .iter()
            .filter(|stop| (stop.start..stop.start + stop.days).contains(&day))
        {
            for _ in 0..sip {
                if day >= ends || held == Some(0) {
                    if topped_up.is_some() {
                        return None;
                    }
                    (topped_up, held, ends) = (Some(day - start), more, day + later.days);
                    if held == Some(0) || day >= ends {
                        return None;
                    }
                }
                held = held.map(|left| left - 1);
            }
        }
    }
    // The top-up is on its own until the last day, whether or not anything is used on it.
    topped_up.filter(|_| ends >= end)
}

fn plan() -> impl Strategy<Value = Made> {
    let full_speed = prop_oneof![1 => Just(None), 2 => (0_u64..10).prop_map(Some)];
    let megabytes = prop_oneof![1 => Just(0), 5 => 0_u64..30];
    (1_u8..8, 1_u32..12, megabytes, full_speed, 1_i64..40).prop_map(
        |(bits, days, megabytes, full_speed, price)| Made {
            id: String::new(),
            coverage: CODES
                .iter()
                .enumerate()
                .filter(|(at, _)| bits >> at & 1 == 1)
                .map(|(_, code)| (*code).to_owned())
                .collect(),
            days,
            data: if megabytes == 0 {
                Data::Unlimited
            } else {
                Data::Megabytes(megabytes)
            },
            full_speed: full_speed.filter(|_| megabytes == 0),
            price,
        },
    )
}

fn trip() -> impl Strategy<Value = Trip> {
    prop::collection::vec((0_usize..3, 1_u32..6, 0_u32..3), 1..4).prop_map(|stays| {
        let mut start = 0;
        let stop = |(at, days, gap): (usize, u32, u32)| {
            let from = start + gap;
            start = from + days;
            super::super::Stop {
                country: CODES[at],
                start: from,
                days,
            }
        };
        Trip::new(stays.into_iter().map(stop).collect(), None).unwrap()
    })
}

fn need() -> impl Strategy<Value = Need> {
    prop_oneof![3 => (1_u64..8).prop_map(Need::MegabytesPerDay), 2 => (1_u64..60).prop_map(Need::Megabytes), 1 => Just(Need::Unlimited)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn the_cheapest_pair_is_that_of_brute_force(trip in trip(), mut world in prop::collection::vec(plan(), 0..7), need in need(), not_before in 0_u32..4) {
        world.iter_mut().enumerate().for_each(|(at, plan)| plan.id = format!("p{at}"));
        let made: Vec<(&Made, &Made)> = world.iter().flat_map(|now| world.iter().map(move |later| (now, later))).collect();
        let pairs: Vec<Pair<'_>> = made.iter().map(|(now, later)| Pair { now: now.offer(), later: later.offer() }).collect();
        for (pair, (now, later)) in pairs.iter().zip(&made) {
            prop_assert_eq!(pair.tops_up_on(&trip, need), drained(now, later, &trip, need), "{:?} {:?}", now, later);
        }
        let least = made.iter().filter(|(now, later)| drained(now, later, &trip, need).is_some_and(|day| day >= not_before)).map(|(now, later)| now.price + later.price).min();
        prop_assert_eq!(cheapest(&trip, &pairs, need, not_before).and_then(|(at, _)| pairs[at].price()), least);
    }
}

#[test]
fn five_weeks_of_three_countries_are_a_plan_and_a_top_up() {
    let coverage: Vec<String> = ["TH", "VN", "KH"].map(str::to_owned).into();
    let offer = |days, gigabytes: u64, price| Offer {
        id: "asia",
        coverage: &coverage,
        days,
        data: Data::Megabytes(gigabytes * 1024),
        full_speed: None,
        price,
    };
    let trip = Trip::of(&[("TH", 12), ("VN", 12), ("KH", 11)], None).unwrap();
    let month = Pair {
        now: offer(30, 20, 3000),
        later: offer(7, 3, 700),
    };
    assert_eq!(
        month.tops_up_on(&trip, Need::Megabytes(20 * 1024)),
        Some(30)
    );
    assert_eq!(month.price(), Some(3700));
    let small = Pair {
        now: offer(30, 10, 2000),
        later: offer(30, 10, 2000),
    };
    assert_eq!(
        small.tops_up_on(&trip, Need::Megabytes(20 * 1024)),
        Some(17),
        "it runs out in the middle of the trip"
    );
    assert_eq!(
        Pair {
            now: offer(40, 30, 1),
            later: offer(7, 1, 1)
        }
        .tops_up_on(&trip, Need::Megabytes(20 * 1024)),
        None,
        "it does without"
    );
}

#[test]
fn an_unlimited_plan_that_slows_down_below_the_need_is_no_half_of_a_pair() {
    let coverage = ["JP".to_owned()];
    let limitless = |full_speed, days, price| Offer {
        id: "u",
        coverage: &coverage,
        days,
        data: Data::Unlimited,
        full_speed,
        price,
    };
    let trip = Trip::of(&[("JP", 20)], None).unwrap();
    let begins = |full_speed, need| {
        Pair {
            now: limitless(full_speed, 10, 1),
            later: limitless(full_speed, 10, 1),
        }
        .tops_up_on(&trip, need)
    };
    assert_eq!(begins(Some(512), Need::MegabytesPerDay(3072)), None);
    assert_eq!(begins(Some(512), Need::Megabytes(20 * 512 + 20)), None);
    for (full_speed, need) in [
        (Some(512), Need::Megabytes(20 * 512)),
        (Some(512), Need::Unlimited),
        (None, Need::MegabytesPerDay(3072)),
    ] {
        assert_eq!(
            begins(full_speed, need),
            Some(10),
            "{full_speed:?} {need:?}"
        );
    }
}
