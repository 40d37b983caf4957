//! A trip of several stops, and which plans serve it for how much. Reads what a traveller writes.
//! Pure: today is an argument; no pages.

use chrono::{Days, NaiveDate};

use super::product::Data;

pub mod cover;
mod dates;
pub mod later;
pub mod read;
mod serves;
mod tokens;
mod words;

pub use cover::{Answer, Cover, Part, Uncovered, answer};
pub use read::{Found, Reading, Written, next_month, parse, without_dates};
pub use serves::Serves;
pub use words::{month_meant, number_meant};

/// Up to so many stops the cheapest cover is exact.
pub const EXACT_STOPS: usize = 8;
/// A longer trip is not looked at.
pub const MOST_STOPS: usize = 12;
/// No trip and no stop is longer, in days.
pub const MOST_DAYS: u32 = 365;
/// Plans must be started within so many days of buying.
pub const START_WITHIN: u64 = 60;

/// The last day on which a plan that is bought today can be started.
#[must_use]
pub fn start_by(today: NaiveDate) -> NaiveDate {
    today
        .checked_add_days(Days::new(START_WITHIN))
        .unwrap_or(today)
}

/// The first day on which buying for a trip makes sense, when that is after `today`: a plan that is
/// bought earlier has to be started before the trip begins.
pub fn buy_from(first: NaiveDate, today: NaiveDate) -> Option<NaiveDate> {
    first
        .checked_sub_days(Days::new(START_WITHIN))
        .filter(|day| *day > today)
}

/// A stay in one country.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// ISO 3166-1 alpha-2, upper case.
    pub country: &'static str,
    /// The day of arrival, counted from the trip's first day, which is 0.
    pub start: u32,
    /// How many days, the first and the last included; at least 1.
    pub days: u32,
}

impl Stop {
    /// The day after its last, counted as `start` is.
    pub fn end(&self) -> u32 {
        self.start.saturating_add(self.days)
    }
}

/// Stops in the order in which they are visited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trip {
    stops: Vec<Stop>,
    /// Its first day, when it is known.
    pub first: Option<NaiveDate>,
}

/// Why stops make no trip.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TripError {
    /// None was given.
    #[error("a trip has at least one stop")]
    NoStop,
    /// More than [`MOST_STOPS`].
    #[error("a trip of {0} stops is too long: at most {MOST_STOPS} are compared")]
    TooManyStops(usize),
    /// A stop of no day, or one beyond [`MOST_DAYS`].
    #[error("a stay is from 1 to {MOST_DAYS} days, and so is the trip")]
    Days,
}

impl Trip {
    /// A trip of these stops; they may share a day of travel, or leave days between them.
    ///
    /// # Errors
    /// [`TripError`]
    pub fn new(stops: Vec<Stop>, first: Option<NaiveDate>) -> Result<Self, TripError> {
        match stops.len() {
            0 => return Err(TripError::NoStop),
            n if n > MOST_STOPS => return Err(TripError::TooManyStops(n)),
            _ => {}
        }
        if stops.iter().any(|s| s.days == 0 || s.end() > MOST_DAYS) {
            return Err(TripError::Days);
        }
        Ok(Self { stops, first })
    }

    /// A trip of stays that follow each other without a gap: `(country, days)`.
    ///
    /// # Errors
    /// [`TripError`]
    pub fn of(stays: &[(&'static str, u32)], first: Option<NaiveDate>) -> Result<Self, TripError> {
        let mut start = 0_u32;
        let mut stops = Vec::with_capacity(stays.len());
        for (country, days) in stays {
            stops.push(Stop {
                country,
                start,
                days: *days,
            });
            start = start.saturating_add(*days);
        }
        Self::new(stops, first)
    }

    /// The stops, in order.
    pub fn stops(&self) -> &[Stop] {
        &self.stops
    }

    /// From the first day of the first stop to the last day of the last.
    pub fn days(&self) -> u32 {
        self.span(Serves::all(self.stops.len()))
    }

    /// How long a plan must last to serve these stops: its clock runs without a pause from the
    /// first connection.
    pub fn span(&self, which: Serves) -> u32 {
        let served = || which.of(&self.stops);
        let (start, end) = (
            served().map(|s| s.start).min(),
            served().map(Stop::end).max(),
        );
        end.unwrap_or_default()
            .saturating_sub(start.unwrap_or_default())
    }

    /// The days of these stops together.
    pub fn days_at(&self, which: Serves) -> u64 {
        which.of(&self.stops).map(|stop| u64::from(stop.days)).sum()
    }

    /// How much data is wanted on the days of these stops, in megabytes; `None` when without limit,
    /// or more than can be counted.
    pub fn data(&self, which: Serves, need: Need) -> Option<u64> {
        match need {
            Need::Unlimited => None,
            Need::MegabytesPerDay(per_day) => per_day.checked_mul(self.days_at(which)),
            // Its share by days; the whole for all stops, to the megabyte.
            Need::Megabytes(all) => all
                .checked_mul(self.days_at(which))?
                .checked_div(self.days_at(Serves::all(self.stops.len()))),
        }
    }

    /// The first day on which buying makes sense, when that is after `today`: a plan must be
    /// started within 60 days of buying.
    pub fn buy_from(&self, today: NaiveDate) -> Option<NaiveDate> {
        buy_from(self.first?, today)
    }

    /// The last day, when the first is known.
    pub fn last(&self) -> Option<NaiveDate> {
        self.first?
            .checked_add_days(Days::new(u64::from(self.days().saturating_sub(1))))
    }
}

/// How much data a traveller wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// So many megabytes on each day, 1024 to the gigabyte.
    MegabytesPerDay(u64),
    /// So many megabytes on the whole trip, each day of it as much as any other.
    Megabytes(u64),
    /// No limit.
    Unlimited,
}

/// What is asked of a plan here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offer<'a> {
    /// The product's id.
    pub id: &'a str,
    /// ISO 3166-1 alpha-2 codes, upper case, none twice.
    pub coverage: &'a [String],
    /// How long it lasts once started.
    pub days: u32,
    /// How much data it holds.
    pub data: Data,
    /// Of an unlimited one: megabytes a day at full speed that can be counted on, as
    /// [`FairUse::counted_a_day`](super::product::FairUse::counted_a_day).
    pub full_speed: Option<u64>,
    /// Minor units; all offers are in one currency.
    pub price: i64,
}

impl Offer<'_> {
    /// Whether it works in this country.
    pub fn covers(&self, country: &str) -> bool {
        self.coverage.iter().any(|code| code == country)
    }

    /// What it holds over so many days: of an unlimited plan what is at full speed, where the
    /// network states it and a figure is wanted.
    pub fn counted(&self, need: Need, days: u64) -> Data {
        match (self.data, self.full_speed) {
            (Data::Unlimited, Some(a_day)) if need != Need::Unlimited => {
                Data::Megabytes(a_day.saturating_mul(days))
            }
            (data, _) => data,
        }
    }

    /// What keeps it from serving these stops, all of whose countries it covers; none when it
    /// serves them.
    pub fn misses(&self, trip: &Trip, which: Serves, need: Need) -> Vec<Miss> {
        let span = trip.span(which);
        let short = (self.days < span).then_some(Miss::TooShort {
            days: self.days,
            needed: span,
        });
        let small = match (
            self.counted(need, trip.days_at(which)),
            trip.data(which, need),
        ) {
            (Data::Unlimited, _) => None,
            (data @ Data::Megabytes(held), Some(needed)) => {
                (held < needed).then_some(Miss::TooSmall {
                    data,
                    needed: Data::Megabytes(needed),
                })
            }
            (data, None) => Some(Miss::TooSmall {
                data,
                needed: Data::Unlimited,
            }),
        };
        short.into_iter().chain(small).collect()
    }
}

/// Why a plan that covers the places does not do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Miss {
    /// It ends before the stay does.
    TooShort {
        /// How long it lasts.
        days: u32,
        /// How long it would have to.
        needed: u32,
    },
    /// It holds less than is wanted.
    TooSmall {
        /// What it holds.
        data: Data,
        /// What it would have to hold.
        needed: Data,
    },
}

impl Miss {
    /// How much is lacking, in thousandths of what is needed.
    pub fn lacking(self) -> u64 {
        let part = |have: u64, needed: u64| {
            needed
                .saturating_sub(have)
                .saturating_mul(1000)
                .checked_div(needed)
                .unwrap_or_default()
        };
        match self {
            Self::TooShort { days, needed } => part(days.into(), needed.into()),
            Self::TooSmall {
                data: Data::Megabytes(have),
                needed: Data::Megabytes(needed),
            } => part(have, needed),
            Self::TooSmall { .. } => 500,
        }
    }
}

#[cfg(test)]
mod tests;
