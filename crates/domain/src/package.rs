//! A package: one subscription on an eSIM, what is left of it, and what about it is worth a mail.
//! It only answers.

use std::fmt;

use chrono::{DateTime, TimeDelta, Utc};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// A package's state, as the supplier's document lists them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PackageStatus {
    /// Not yet started.
    Pending,
    /// In use.
    Active,
    /// Used up, or its time is over.
    Expired,
    /// Given back, or ended by hand.
    Terminated,
    /// Anything else, as it came.
    Other(String),
}

impl PackageStatus {
    /// Reads the supplier's word in any case.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        match text.trim().to_ascii_uppercase().as_str() {
            "PENDING" => Self::Pending,
            "ACTIVE" => Self::Active,
            "EXPIRED" => Self::Expired,
            "TERMINATED" => Self::Terminated,
            _ => Self::Other(text.trim().to_owned()),
        }
    }

    /// Whether it can still give data, now or later.
    #[must_use]
    pub fn is_live(&self) -> bool {
        matches!(self, Self::Pending | Self::Active)
    }
}

/// What an allowance is counted in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unit {
    /// Bytes, 1024³ to the gigabyte.
    Byte,
    /// Megabytes, 1024 to the gigabyte.
    Megabyte,
    /// Gigabytes.
    Gigabyte,
    /// Days, of an unlimited plan.
    Day,
    /// Anything else, as it came.
    Other(String),
}

impl Unit {
    /// Reads the supplier's `amount_unit` in any case.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        match text.trim().to_ascii_lowercase().as_str() {
            "byte" | "bytes" | "b" => Self::Byte,
            "mb" => Self::Megabyte,
            "gb" => Self::Gigabyte,
            "day" | "days" => Self::Day,
            _ => Self::Other(text.trim().to_owned()),
        }
    }

    /// How many bytes one is; none for days and what is unknown.
    fn bytes(&self) -> Option<Decimal> {
        match self {
            Self::Byte => Some(Decimal::ONE),
            Self::Megabyte => Some(Decimal::from(1_u64 << 20)),
            Self::Gigabyte => Some(Decimal::from(1_u64 << 30)),
            Self::Day | Self::Other(_) => None,
        }
    }
}

/// How much of a package has been used. Never more than there was, never less than nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Usage {
    allowance: Decimal,
    used: Decimal,
    unit: Unit,
}

impl Usage {
    /// From the supplier's figures; none when the allowance is not above zero. What is used up is
    /// used up, whatever it says beyond that.
    #[must_use]
    pub fn new(allowance: Decimal, used: Decimal, unit: Unit) -> Option<Self> {
        (allowance > Decimal::ZERO).then(|| Self {
            allowance,
            used: used.clamp(Decimal::ZERO, allowance),
            unit,
        })
    }

    /// What it is counted in.
    #[must_use]
    pub fn unit(&self) -> &Unit {
        &self.unit
    }

    /// The share used, from nought to one.
    #[must_use]
    pub fn share_used(&self) -> Decimal {
        self.used.checked_div(self.allowance).unwrap_or_default()
    }

    /// Per cent used, rounded down: 0 to 100. Only what is used up whole is 100.
    #[must_use]
    pub fn percent_used(&self) -> u8 {
        let share = self
            .used
            .checked_mul(Decimal::ONE_HUNDRED)
            .and_then(|n| n.checked_div(self.allowance))
            .unwrap_or_default();
        share.floor().to_u8().unwrap_or(0).min(100)
    }

    /// Per cent left, rounded up, so that something left is never shown as nothing.
    #[must_use]
    pub fn percent_left(&self) -> u8 {
        100 - self.percent_used()
    }

    /// Whether nothing has been used.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        self.used.is_zero()
    }

    /// Whether nothing is left.
    #[must_use]
    pub fn is_used_up(&self) -> bool {
        self.used == self.allowance
    }

    /// What is left.
    #[must_use]
    pub fn left(&self) -> Amount {
        self.amount(self.allowance - self.used)
    }

    /// What is used.
    #[must_use]
    pub fn used(&self) -> Amount {
        self.amount(self.used)
    }

    /// All there was.
    #[must_use]
    pub fn allowance(&self) -> Amount {
        self.amount(self.allowance)
    }

    /// In English: `7.4 GB`, `3 days`
    #[must_use]
    pub fn left_text(&self) -> String {
        self.left().to_string()
    }

    /// In English: `2.6 GB`, `4 days`
    #[must_use]
    pub fn used_text(&self) -> String {
        self.used().to_string()
    }

    /// In English: `10 GB`, `7 days`
    #[must_use]
    pub fn allowance_text(&self) -> String {
        self.allowance().to_string()
    }

    fn amount(&self, amount: Decimal) -> Amount {
        match (&self.unit, self.unit.bytes()) {
            (_, Some(size)) => data(amount.checked_mul(size).unwrap_or(Decimal::MAX)),
            (Unit::Day, _) => Amount::Days(amount.round_dp(1).normalize()),
            (Unit::Other(word), _) => Amount::Other(amount.normalize(), word.clone()),
            (_, None) => Amount::Other(amount.normalize(), String::new()),
        }
    }
}

/// So much, rounded as people read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Amount {
    /// Something, and less than a megabyte.
    UnderOneMegabyte,
    /// Whole megabytes, below a gigabyte.
    Megabytes(Decimal),
    /// Gigabytes with one decimal.
    Gigabytes(Decimal),
    /// Days, of an unlimited plan.
    Days(Decimal),
    /// In a unit that nobody has explained, as it came.
    Other(Decimal, String),
}

/// In English.
impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnderOneMegabyte => f.write_str("under 1 MB"),
            Self::Megabytes(amount) => write!(f, "{amount} MB"),
            Self::Gigabytes(amount) => write!(f, "{amount} GB"),
            Self::Days(amount) if *amount == Decimal::ONE => f.write_str("1 day"),
            Self::Days(amount) => write!(f, "{amount} days"),
            Self::Other(amount, unit) if unit.is_empty() => write!(f, "{amount}"),
            Self::Other(amount, unit) => write!(f, "{amount} {unit}"),
        }
    }
}

/// Bytes in gigabytes with one decimal, below one in whole megabytes. Rounded half up; something is
/// never nothing.
fn data(bytes: Decimal) -> Amount {
    let (mega, giga) = (Decimal::from(1_u64 << 20), Decimal::from(1_u64 << 30));
    let in_units = |size: Decimal, places: u32| {
        let amount = bytes.checked_div(size).unwrap_or_default();
        amount
            .round_dp_with_strategy(places, rust_decimal::RoundingStrategy::MidpointAwayFromZero)
            .normalize()
    };
    let megabytes = in_units(mega, 0);
    if megabytes.is_zero() && !bytes.is_zero() {
        Amount::UnderOneMegabyte
    } else if megabytes < Decimal::from(1024) {
        Amount::Megabytes(megabytes)
    } else {
        Amount::Gigabytes(in_units(giga, 1))
    }
}

/// A package as the supplier last showed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Package {
    /// The supplier's order.
    pub supplier_order_id: String,
    /// How far it is; none when it has not been told.
    pub status: Option<PackageStatus>,
    /// What is used of it; none when no figures are known.
    pub usage: Option<Usage>,
    /// First connection at the destination; none before.
    pub started_at: Option<DateTime<Utc>>,
    /// The end of its validity; before it has started that is not known.
    pub ends_at: Option<DateTime<Utc>>,
    /// The last day it can be started; none once it has.
    pub start_by: Option<DateTime<Utc>>,
    /// When the supplier made it.
    pub bought_at: Option<DateTime<Utc>>,
}

impl Package {
    /// Whether it waits to be started. One whose state was never told does.
    #[must_use]
    pub fn is_pending(&self) -> bool {
        matches!(self.status, None | Some(PackageStatus::Pending))
    }

    /// Whether it is in use.
    #[must_use]
    pub fn is_active(&self) -> bool {
        self.status == Some(PackageStatus::Active)
    }

    /// Where it stands on its page: what is in use, what comes next, what is over.
    #[must_use]
    pub fn rank(&self) -> u8 {
        match self.status {
            Some(PackageStatus::Active) => 0,
            None | Some(PackageStatus::Pending) => 1,
            Some(PackageStatus::Other(_)) => 2,
            Some(PackageStatus::Expired) => 3,
            Some(PackageStatus::Terminated) => 4,
        }
    }

    /// Whole days of validity left, the day that has begun included; none unless it is in use and
    /// its end is known.
    #[must_use]
    pub fn days_left(&self, now: DateTime<Utc>) -> Option<i64> {
        let left = self.ends_at.filter(|_| self.is_active())? - now;
        Some(if left <= TimeDelta::zero() {
            0
        } else {
            left.num_seconds().saturating_add(86_399) / 86_400
        })
    }
}

/// Per cent of an allowance whose use is worth a mail.
pub const STEPS: [u8; 3] = [50, 80, 90];
/// News older than this is no news.
const FRESH: TimeDelta = TimeDelta::days(2);

/// Something about a package that its traveller should hear of, once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum News {
    /// The first package of the eSIM is in use.
    Live,
    /// So many per cent are used: one of [`STEPS`].
    RunningLow(u8),
    /// It is over and nothing follows it.
    Ended,
}

/// What is to be told of `package`; `first` is whether it came with its eSIM, `others` are the
/// eSIM's other packages.
#[must_use]
pub fn news(
    package: &Package,
    first: bool,
    others: &[&Package],
    now: DateTime<Utc>,
) -> Option<News> {
    let fresh = |at: Option<DateTime<Utc>>| at.is_none_or(|at| now - at < FRESH);
    match &package.status {
        Some(PackageStatus::Active) => {
            let step = package.usage.as_ref().and_then(step);
            // Data that was never started cannot run low: being live comes first, but is no news
            // beside a low allowance.
            step.map(News::RunningLow)
                .or((first && fresh(package.started_at)).then_some(News::Live))
        }
        Some(PackageStatus::Expired) => {
            // Of packages that followed each other only the last one's end is the eSIM's.
            let place = |p: &Package| (p.ends_at, p.bought_at, p.supplier_order_id.clone());
            let later =
                |o: &Package| o.status == Some(PackageStatus::Expired) && place(o) > place(package);
            let followed = others
                .iter()
                .any(|o| o.is_pending() || o.is_active() || later(o));
            (!followed && fresh(package.ends_at)).then_some(News::Ended)
        }
        _ => None,
    }
}

/// The highest step that has been reached. Of days, half is no news.
fn step(usage: &Usage) -> Option<u8> {
    let least = if *usage.unit() == Unit::Day { 80 } else { 50 };
    let used = usage.percent_used();
    STEPS
        .into_iter()
        .rev()
        .find(|step| *step >= least && used >= *step)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

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

    #[test]
    fn every_unit_of_the_supplier_is_read_as_people_say_it() {
        let said = |u: &Usage| (u.left_text(), u.used_text(), u.allowance_text());
        assert_eq!(
            said(&usage(10 << 30, 2_800_000_000, "Byte")),
            ("7.4 GB".into(), "2.6 GB".into(), "10 GB".into())
        );
        assert_eq!(
            said(&usage(500, 1, "MB")),
            ("499 MB".into(), "1 MB".into(), "500 MB".into())
        );
        assert_eq!(
            said(&usage(3, 3, "gb")),
            ("0 MB".into(), "3 GB".into(), "3 GB".into())
        );
        assert_eq!(
            said(&usage(7, 6, "Days")),
            ("1 day".into(), "6 days".into(), "7 days".into())
        );
        assert_eq!(usage(1 << 30, 1, "Byte").used_text(), "under 1 MB");
        assert_eq!(usage(10, 1, "Credits").left_text(), "9 Credits");
        assert_eq!(Usage::new(Decimal::ZERO, Decimal::ONE, Unit::Byte), None);
    }

    #[test]
    fn what_is_over_the_allowance_is_used_up_and_no_more() {
        let over = Usage::new(10.into(), 12.into(), Unit::Gigabyte).unwrap();
        assert!(over.is_used_up() && over.percent_used() == 100 && over.left_text() == "0 MB");
    }

    proptest! {
        #[test]
        fn something_left_is_never_shown_as_nothing(allowance in 1u64..1 << 50, used in 0u64..1 << 50) {
            let usage = usage(allowance, used, "Byte");
            prop_assert_eq!(usage.percent_left() == 0, used >= allowance);
            prop_assert!(usage.percent_used() <= 100);
            prop_assert_eq!(usage.left_text() == "0 MB", used >= allowance);
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
}
