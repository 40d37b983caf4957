//! When it is day somewhere: the next moment at which a mail disturbs nobody's sleep. It reads no
//! clock.

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use chrono::{DateTime, Days, NaiveTime, TimeDelta, TimeZone, Timelike, Utc};
use chrono_tz::Tz;

/// From this hour on, local time.
const MORNING: u32 = 8;
/// Before this hour, local time.
const NIGHT: u32 = 21;
/// Beyond it there is no moment that would not come again.
const HORIZON: TimeDelta = TimeDelta::hours(24);

static ZONES: LazyLock<HashMap<&'static str, Vec<Tz>>> = LazyLock::new(|| {
    let lines = include_str!("zones.txt")
        .lines()
        .filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| line.split_once(' '))
        .map(|(code, zones)| (code, read_zones(zones)))
        .collect()
});

fn read_zones(names: &str) -> Vec<Tz> {
    names
        .split(' ')
        .filter_map(|name| name.parse().ok())
        .collect()
}

/// The first moment from `at` on when it is day, from 08:00 to 21:00, in every zone of every
/// country (upper-case ISO codes). `at` itself when no country is known, or when no moment within
/// 24 hours is day in all of them.
pub fn next_daytime(at: DateTime<Utc>, countries: &[&str]) -> DateTime<Utc> {
    let zones: BTreeSet<&str> = countries
        .iter()
        .filter_map(|code| ZONES.get(code))
        .flatten()
        .map(|zone| zone.name())
        .collect();
    let zones: Vec<Tz> = zones
        .into_iter()
        .filter_map(|name| name.parse().ok())
        .collect();
    // The first moment that is day everywhere is now, or the morning of one of the zones.
    let mornings: BTreeSet<DateTime<Utc>> = zones
        .iter()
        .flat_map(|zone| next_morning(at, *zone))
        .collect();
    let everywhere = |moment: &DateTime<Utc>| zones.iter().all(|zone| is_day(*moment, *zone));
    std::iter::once(at)
        .chain(mornings)
        .find(everywhere)
        .unwrap_or(at)
}

/// The one zone of these countries (upper-case ISO codes), however many they are; none where there
/// are several, or none is known.
pub fn only_zone(countries: &[String]) -> Option<Tz> {
    let mut zones = countries.iter().map(|code| {
        ZONES
            .get(code.as_str())
            .map(Vec::as_slice)
            .unwrap_or_default()
    });
    let [first] = zones.next()? else { return None };
    zones.all(|more| more == [*first]).then_some(*first)
}

fn is_day(at: DateTime<Utc>, zone: Tz) -> bool {
    (MORNING..NIGHT).contains(&at.with_timezone(&zone).hour())
}

/// The next 08:00 of a zone after `at`, within the horizon.
fn next_morning(at: DateTime<Utc>, zone: Tz) -> Option<DateTime<Utc>> {
    let today = at.with_timezone(&zone).date_naive();
    let eight = NaiveTime::from_hms_opt(MORNING, 0, 0)?;
    let on = |days| {
        zone.from_local_datetime(&today.checked_add_days(Days::new(days))?.and_time(eight))
            .earliest()
    };
    let morning = [on(0), on(1)]
        .into_iter()
        .flatten()
        .map(|m| m.with_timezone(&Utc))
        .find(|m| *m > at)?;
    (morning - at <= HORIZON).then_some(morning)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::destination::countries;

    fn utc(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn every_country_has_zones_and_each_zone_is_known() {
        let named: usize = include_str!("zones.txt")
            .lines()
            .filter(|line| !line.starts_with('#'))
            .map(|line| line.split(' ').count() - 1)
            .sum();
        assert_eq!(
            ZONES.values().map(Vec::len).sum::<usize>(),
            named,
            "a zone was not read"
        );
        for country in countries() {
            assert!(
                ZONES.contains_key(country.code),
                "{} has no zone",
                country.code
            );
        }
    }

    #[test]
    fn a_place_has_a_clock_of_its_own_only_where_it_has_one_zone() {
        let zone = |codes: &[&str]| {
            only_zone(
                &codes
                    .iter()
                    .map(|code| (*code).to_owned())
                    .collect::<Vec<_>>(),
            )
            .map(|zone| zone.name())
        };
        assert_eq!(zone(&["JP"]), Some("Asia/Tokyo"));
        assert_eq!(
            (zone(&["US"]), zone(&["JP", "KR"]), zone(&["ZZ"]), zone(&[])),
            (None, None, None, None)
        );
    }

    #[test]
    fn by_day_it_is_now_and_by_night_it_is_the_morning() {
        assert_eq!(
            next_daytime(utc("2026-11-23T03:00:00Z"), &["JP"]),
            utc("2026-11-23T03:00:00Z"),
            "noon in Tokyo"
        );
        assert_eq!(
            next_daytime(utc("2026-11-23T12:00:00Z"), &["JP"]),
            utc("2026-11-23T23:00:00Z"),
            "21:00 in Tokyo is night"
        );
        assert_eq!(
            next_daytime(utc("2026-11-23T11:59:59Z"), &["JP"]),
            utc("2026-11-23T11:59:59Z"),
            "a second before it is not"
        );
        assert_eq!(
            next_daytime(utc("2026-11-23T22:59:59Z"), &["JP"]),
            utc("2026-11-23T23:00:00Z")
        );
    }

    #[test]
    fn a_wide_country_waits_for_its_last_zone_to_wake() {
        assert_eq!(
            next_daytime(utc("2026-11-23T14:00:00Z"), &["US"]),
            utc("2026-11-23T18:00:00Z"),
            "08:00 in Hawaii"
        );
        assert_eq!(
            next_daytime(utc("2026-11-24T01:59:00Z"), &["US"]),
            utc("2026-11-24T01:59:00Z"),
            "20:59 in New York"
        );
        assert_eq!(
            next_daytime(utc("2026-11-24T02:00:00Z"), &["US"]),
            utc("2026-11-24T18:00:00Z"),
            "21:00 in New York"
        );
    }

    #[test]
    fn several_countries_must_all_be_awake() {
        assert_eq!(
            next_daytime(utc("2026-11-23T00:30:00Z"), &["JP", "FR"]),
            utc("2026-11-23T07:00:00Z"),
            "08:00 in Paris, 16:00 in Tokyo"
        );
    }

    #[test]
    fn the_clocks_of_summer_and_winter_are_followed() {
        assert_eq!(
            next_daytime(utc("2026-03-28T22:00:00Z"), &["DE"]),
            utc("2026-03-29T06:00:00Z"),
            "the night the clocks go forward"
        );
        assert_eq!(
            next_daytime(utc("2026-10-24T22:00:00Z"), &["DE"]),
            utc("2026-10-25T07:00:00Z"),
            "the night they go back"
        );
        assert_eq!(
            next_daytime(utc("2026-10-23T22:00:00Z"), &["DE"]),
            utc("2026-10-24T06:00:00Z"),
            "the night before that"
        );
    }

    #[test]
    fn where_nobody_knows_or_no_hour_is_day_it_is_now() {
        let at = utc("2026-11-23T20:00:00Z");
        assert_eq!(next_daytime(at, &[]), at);
        assert_eq!(next_daytime(at, &["??", "us"]), at);
        assert_eq!(
            next_daytime(at, &["US", "AU", "GB"]),
            at,
            "round the world somebody always sleeps"
        );
        assert_eq!(
            next_daytime(at, &["??", "JP"]),
            utc("2026-11-23T23:00:00Z"),
            "one that is known counts"
        );
    }

    proptest! {
        /// Minute by minute gives the same answer.
        #[test]
        fn no_earlier_moment_would_do(
            minutes in 0_i64..(12 * 365 * 24 * 60),
            codes in proptest::collection::vec(proptest::sample::select(vec!["JP", "US", "FR", "AU", "IN", "BR", "ZA", "NP", "CL", "KI"]), 0..3),
        ) {
            let at = utc("2024-01-01T00:00:00Z") + TimeDelta::minutes(minutes);
            let day = |moment: DateTime<Utc>| codes.iter().flat_map(|code| &ZONES[code]).all(|zone| is_day(moment, *zone));
            let slow = (0..=24 * 60).map(|m| at + TimeDelta::minutes(m)).find(|moment| day(*moment)).unwrap_or(at);
            prop_assert_eq!(next_daytime(at, &codes), slow);
        }
    }
}
