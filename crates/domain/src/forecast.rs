//! How long data lasts at the pace of its use so far. It only answers, and says nothing where there
//! is too little to go by.

use chrono::{DateTime, TimeDelta, Utc};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::package::{Package, Unit};

/// Less use than this says nothing of a pace.
const LEAST_TIME: TimeDelta = TimeDelta::hours(6);
/// Nor does less than this of the allowance, in per cent.
const LEAST_PERCENT: u8 = 3;
/// Nobody plans further ahead.
const FURTHEST: i64 = 400 * 86_400;

/// How long it lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Forecast {
    /// Until about then, before its days are over.
    Until(DateTime<Utc>),
    /// As long as its days.
    Enough,
}

/// The forecast for a package in use whose figures are of `seen`; none of an unlimited one, or when
/// it is too early to tell.
pub fn forecast(package: &Package, seen: DateTime<Utc>) -> Option<Forecast> {
    let usage = package
        .usage
        .as_ref()
        .filter(|usage| *usage.unit() != Unit::Day && !usage.is_used_up())?;
    let elapsed = seen - package.started_at.filter(|_| package.is_active())?;
    if elapsed < LEAST_TIME || usage.percent_used() < LEAST_PERCENT {
        return None;
    }
    let share_used = usage.share_used();
    let left = Decimal::from(elapsed.num_seconds())
        .checked_mul(Decimal::ONE - share_used)?
        .checked_div(share_used)?;
    let seconds = left.floor().to_i64().unwrap_or(FURTHEST).min(FURTHEST);
    let until = seen.checked_add_signed(TimeDelta::seconds(seconds))?;
    Some(if package.ends_at.is_some_and(|end| until >= end) {
        Forecast::Enough
    } else {
        Forecast::Until(until)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::package::{PackageStatus, Usage};

    fn at(hours: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000 + hours * 3600, 0).unwrap()
    }

    /// Ten gigabytes for a week, started at hour 0.
    fn package(used: &str) -> Package {
        Package {
            supplier_order_id: "o".into(),
            status: Some(PackageStatus::Active),
            usage: Usage::new(10.into(), used.parse().unwrap(), Unit::Gigabyte),
            started_at: Some(at(0)),
            ends_at: Some(at(7 * 24)),
            start_by: None,
            bought_at: None,
        }
    }

    #[test]
    fn what_was_used_so_far_tells_how_long_the_rest_lasts() {
        assert_eq!(
            forecast(&package("5"), at(24)),
            Some(Forecast::Until(at(48)))
        );
        assert_eq!(
            forecast(&package("2.5"), at(48)),
            Some(Forecast::Enough),
            "eight days of a week"
        );
        assert_eq!(
            forecast(&package("9"), at(90)),
            Some(Forecast::Until(at(100)))
        );
        let endless = Package {
            ends_at: None,
            ..package("1")
        };
        assert_eq!(forecast(&endless, at(24)), Some(Forecast::Until(at(240))));
    }

    #[test]
    fn too_little_tells_nothing() {
        assert_eq!(
            forecast(&package("5"), at(5)),
            None,
            "a first evening is no pace"
        );
        assert_eq!(forecast(&package("0.2"), at(24)), None);
        assert_eq!(forecast(&package("0"), at(24)), None);
        assert_eq!(forecast(&package("10"), at(24)), None, "used up");
        assert_eq!(
            forecast(
                &Package {
                    started_at: None,
                    ..package("5")
                },
                at(24)
            ),
            None
        );
        assert_eq!(
            forecast(
                &Package {
                    status: Some(PackageStatus::Pending),
                    ..package("5")
                },
                at(24)
            ),
            None
        );
        let days = Package {
            usage: Usage::new(7.into(), 3.into(), Unit::Day),
            ..package("5")
        };
        assert_eq!(forecast(&days, at(24)), None, "days are counted, not used");
        assert_eq!(
            forecast(&package("5"), at(-24)),
            None,
            "figures of before its start"
        );
    }

    #[test]
    fn a_crawl_is_enough_and_no_overflow() {
        let slow = Package {
            usage: Usage::new(
                1_000_000_000_000_u64.into(),
                30_000_000_000_u64.into(),
                Unit::Byte,
            ),
            ..package("1")
        };
        assert_eq!(forecast(&slow, at(24 * 100)), Some(Forecast::Enough));
    }
}
