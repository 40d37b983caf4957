//! What is left of a package, as people read it, and what of it is news.

use proptest::prelude::*;
use rust_decimal::Decimal;

use super::*;

fn at(day: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000 + day * 86_400, 0).unwrap()
}

fn usage(allowance: u64, used: u64, unit: &str) -> Usage {
    Usage::new(allowance.into(), used.into(), Unit::parse(unit)).unwrap()
}

fn package(status: &str, used: u64) -> Package {
    Package {
        supplier_order_id: "o".into(),
        status: Some(PackageStatus::parse(status)),
        usage: Some(usage(10 << 30, used << 30, "Byte")),
        started_at: Some(at(0)),
        ends_at: Some(at(7)),
        start_by: None,
        bought_at: None,
    }
}

/// In English; the shop's words are those of its languages.
fn said(amount: &Amount) -> String {
    match amount {
        Amount::UnderOneMegabyte => "under 1 MB".to_owned(),
        Amount::Megabytes(amount) => format!("{amount} MB"),
        Amount::Gigabytes(amount) => format!("{amount} GB"),
        Amount::Days(amount) if *amount == Decimal::ONE => "1 day".to_owned(),
        Amount::Days(amount) => format!("{amount} days"),
        Amount::Other(amount, unit) => format!("{amount} {unit}"),
    }
}

#[test]
fn every_unit_of_the_supplier_is_read_as_people_say_it() {
    let all = |u: &Usage| (said(&u.left()), said(&u.used()), said(&u.allowance()));
    assert_eq!(
        all(&usage(10 << 30, 2_800_000_000, "Byte")),
        ("7.4 GB".into(), "2.6 GB".into(), "10 GB".into())
    );
    assert_eq!(
        all(&usage(500, 1, "MB")),
        ("499 MB".into(), "1 MB".into(), "500 MB".into())
    );
    assert_eq!(
        all(&usage(3, 3, "gb")),
        ("0 MB".into(), "3 GB".into(), "3 GB".into())
    );
    assert_eq!(
        all(&usage(7, 6, "Days")),
        ("1 day".into(), "6 days".into(), "7 days".into())
    );
    assert_eq!(said(&usage(1 << 30, 1, "Byte").used()), "under 1 MB");
    assert_eq!(said(&usage(10, 1, "Credits").left()), "9 Credits");
    assert_eq!(Usage::new(Decimal::ZERO, Decimal::ONE, Unit::Byte), None);
}

#[test]
fn what_is_over_the_allowance_is_used_up_and_no_more() {
    let over = Usage::new(10.into(), 12.into(), Unit::Gigabyte).unwrap();
    assert!(over.is_used_up() && over.percent_used() == 100 && said(&over.left()) == "0 MB");
}

proptest! {
    #[test]
    fn something_left_is_never_shown_as_nothing(allowance in 1u64..1 << 50, used in 0u64..1 << 50) {
        let usage = usage(allowance, used, "Byte");
        prop_assert_eq!(usage.percent_left() == 0, used >= allowance);
        prop_assert!(usage.percent_used() <= 100);
        prop_assert_eq!(said(&usage.left()) == "0 MB", used >= allowance);
    }
}

#[test]
fn a_day_that_has_begun_counts_as_left() {
    let mut package = package("ACTIVE", 1);
    assert_eq!(package.days_left(at(0)), Some(7));
    assert_eq!(package.days_left(at(6) + TimeDelta::hours(1)), Some(1));
    assert_eq!(package.days_left(at(8)), Some(0));
    package.status = Some(PackageStatus::Pending);
    assert_eq!(package.days_left(at(0)), None);
}

#[test]
fn each_state_has_its_news_and_no_other() {
    let told = |status: &str, used: u64| news(&package(status, used), true, &[], at(1));
    assert_eq!(told("PENDING", 0), None);
    assert_eq!(told("ACTIVE", 1), Some(News::Live));
    assert_eq!(told("ACTIVE", 5), Some(News::RunningLow(50)));
    assert_eq!(told("active", 8), Some(News::RunningLow(80)));
    assert_eq!(told("ACTIVE", 9), Some(News::RunningLow(90)));
    assert_eq!(told("TERMINATED", 9), None);
    assert_eq!(told("SUSPENDED", 9), None);
    assert_eq!(
        news(&package("EXPIRED", 10), true, &[], at(8)),
        Some(News::Ended)
    );
}

#[test]
fn an_add_on_that_follows_is_no_end_and_its_start_no_arrival() {
    let next = package("PENDING", 0);
    assert_eq!(news(&package("EXPIRED", 10), true, &[&next], at(8)), None);
    assert_eq!(news(&package("ACTIVE", 1), false, &[], at(1)), None);
}

#[test]
fn of_packages_that_followed_each_other_only_the_last_end_is_told() {
    let first = Package {
        ends_at: Some(at(6)),
        ..package("EXPIRED", 10)
    };
    let last = Package {
        ends_at: Some(at(7)),
        supplier_order_id: "o-2".into(),
        ..package("EXPIRED", 10)
    };
    assert_eq!(news(&first, true, &[&last], at(7)), None);
    assert_eq!(news(&last, false, &[&first], at(7)), Some(News::Ended));
    let twin = Package {
        ends_at: first.ends_at,
        ..last
    };
    let told = [
        news(&first, true, &[&twin], at(7)),
        news(&twin, false, &[&first], at(7)),
    ];
    assert_eq!(
        told,
        [None, Some(News::Ended)],
        "of two that ended in one moment, one is told"
    );
}

#[test]
fn old_news_is_no_news() {
    assert_eq!(news(&package("EXPIRED", 10), true, &[], at(30)), None);
    assert_eq!(news(&package("ACTIVE", 1), true, &[], at(5)), None);
}

#[test]
fn half_of_the_days_is_no_news() {
    let days = |used: u64| Package {
        usage: Some(usage(10, used, "Days")),
        started_at: Some(at(-9)),
        ..package("ACTIVE", 0)
    };
    assert_eq!(news(&days(5), true, &[], at(1)), None);
    assert_eq!(news(&days(8), true, &[], at(1)), Some(News::RunningLow(80)));
}
