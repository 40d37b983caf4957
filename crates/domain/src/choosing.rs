//! Choosing at a glance: how much data a habit uses, which plan is enough for a stay, and which
//! plans earn a tag. Pure; no words, no pages.

use std::cmp::Reverse;

use super::product::{Data, FairUse};
use super::trip::MOST_DAYS;

/// A plan is “most chosen” only after so many orders of it: one family's purchase says nothing.
pub const LEAST_CHOSEN: i64 = 3;

/// How somebody uses a phone on a trip. Where the figures come from stands at `/help/data`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Habit {
    /// Maps and messages.
    Light,
    /// What a phone is used for at home, away from Wi-Fi.
    Everyday,
    /// Video and calls for hours.
    Heavy,
}

impl Habit {
    /// From the least data to the most.
    pub const ALL: [Self; 3] = [Self::Light, Self::Everyday, Self::Heavy];

    /// Megabytes on each day, 1024 to the gigabyte.
    pub const fn megabytes_a_day(self) -> u64 {
        match self {
            Self::Light => 307,
            Self::Everyday => 1024,
            Self::Heavy => 3072,
        }
    }

    /// As an address says it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Everyday => "everyday",
            Self::Heavy => "heavy",
        }
    }

    /// From an address.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|habit| habit.name() == name)
    }
}

/// How long somebody stays, and how the phone is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stay {
    /// From 1 to [`MOST_DAYS`].
    pub days: u32,
    /// How the phone is used.
    pub habit: Habit,
}

impl Default for Stay {
    /// What is answered before anybody asks.
    fn default() -> Self {
        Self {
            days: 7,
            habit: Habit::Everyday,
        }
    }
}

impl Stay {
    /// From the query of an address, `days=10&use=light`; `None` when it asks for no stay. What
    /// cannot be read counts for nothing.
    pub fn read(query: &str) -> Option<Self> {
        let value = |name: &str| {
            query
                .split('&')
                .filter_map(|pair| pair.split_once('='))
                .find(|(known, _)| *known == name)
                .map(|(_, v)| v)
        };
        let days = value("days")
            .and_then(|days| days.parse().ok())
            .filter(|days| (1..=MOST_DAYS).contains(days));
        let habit = value("use").and_then(Habit::named);
        let usual = Self::default();
        (days.is_some() || habit.is_some()).then(|| Self {
            days: days.unwrap_or(usual.days),
            habit: habit.unwrap_or(usual.habit),
        })
    }

    /// As the query of an address, without a question mark.
    pub fn query(self) -> String {
        format!("days={}&use={}", self.days, self.habit.name())
    }

    /// How much data it takes, in megabytes.
    pub fn megabytes(self) -> u64 {
        self.habit
            .megabytes_a_day()
            .saturating_mul(u64::from(self.days))
    }
}

/// What is asked of a plan here.
#[derive(Debug, Clone, Copy)]
pub struct Candidate<'a> {
    /// The product's id.
    pub id: &'a str,
    /// How long it lasts once started.
    pub days: u32,
    /// How much data it holds.
    pub data: Data,
    /// What an unlimited one holds at full speed.
    pub fair_use: &'a FairUse,
    /// Minor units; all candidates are in one currency.
    pub price: i64,
}

impl<'a> Candidate<'a> {
    /// How much it holds at full speed over these days, in megabytes; an unlimited plan whose
    /// network states no limit holds anything.
    fn holds(&self, days: u32) -> u64 {
        match self.data {
            Data::Megabytes(megabytes) => megabytes,
            Data::Unlimited => self
                .fair_use
                .counted_a_day()
                .map_or(u64::MAX, |a_day| a_day.saturating_mul(u64::from(days))),
        }
    }

    /// The cheapest first, then the one that holds more, lasts longer, and whose id comes first.
    fn rank(&self, stay: Stay) -> (i64, Reverse<u64>, Reverse<u32>, &'a str) {
        (
            self.price,
            Reverse(self.holds(stay.days)),
            Reverse(self.days),
            self.id,
        )
    }
}

/// Which plan to take for a stay: its place among the candidates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// The cheapest that lasts as long and holds as much.
    Enough(usize),
    /// None holds as much: of those that last as long, the one that goes furthest; an unlimited one
    /// slows down but does not end.
    Most(usize),
}

/// The cheapest plan that lasts through the stay and holds its data at full speed; where none does,
/// the one with the most. `None` when no plan lasts as long.
pub fn answer(candidates: &[Candidate<'_>], stay: Stay) -> Option<Answer> {
    let lasting = || {
        candidates
            .iter()
            .enumerate()
            .filter(|(_, plan)| plan.days >= stay.days)
    };
    let enough = lasting()
        .filter(|(_, plan)| plan.holds(stay.days) >= stay.megabytes())
        .min_by_key(|(_, plan)| plan.rank(stay));
    let most = || {
        lasting().min_by_key(|(_, plan)| {
            (
                plan.data != Data::Unlimited,
                Reverse(plan.holds(stay.days)),
                plan.rank(stay),
            )
        })
    };
    enough
        .map(|(at, _)| Answer::Enough(at))
        .or_else(|| most().map(|(at, _)| Answer::Most(at)))
}

/// What is true of one plan of a shelf, and of no other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tag {
    /// More orders than any other lately.
    MostChosen,
    /// The lowest price of a gigabyte.
    LowestPerGigabyte,
    /// It lasts longer than any other.
    Longest,
}

/// What a plan is measured by for its tags.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Orders of it lately.
    pub orders: i64,
    /// The price of a gigabyte as it is shown; `None` where there is none.
    pub per_gigabyte: Option<i64>,
    /// How long it lasts.
    pub days: u32,
}

/// The tags that plans of a shelf earn, each with the plan's place. A tie earns none, and neither
/// does a shelf of one plan.
pub fn tags(shelf: &[Standing]) -> Vec<(usize, Tag)> {
    let most = alone_at_the_top(
        shelf
            .iter()
            .map(|plan| Some(plan.orders).filter(|orders| *orders >= LEAST_CHOSEN)),
    );
    let lowest = alone_at_the_top(shelf.iter().map(|plan| plan.per_gigabyte.map(Reverse)));
    let lowest = lowest.filter(|_| {
        shelf
            .iter()
            .filter(|plan| plan.per_gigabyte.is_some())
            .count()
            > 1
    });
    let longest = alone_at_the_top(shelf.iter().map(|plan| Some(plan.days)));
    let found = [
        (most, Tag::MostChosen),
        (lowest, Tag::LowestPerGigabyte),
        (longest, Tag::Longest),
    ];
    found
        .into_iter()
        .filter_map(|(at, tag)| Some((at?, tag)))
        .filter(|_| shelf.len() > 1)
        .collect()
}

/// The place of the greatest value, if no other equals it.
fn alone_at_the_top<T: Ord>(values: impl Iterator<Item = Option<T>>) -> Option<usize> {
    let mut known: Vec<(usize, T)> = values
        .enumerate()
        .filter_map(|(at, value)| Some((at, value?)))
        .collect();
    known.sort_by(|(_, a), (_, b)| b.cmp(a));
    match known.as_slice() {
        [(_, first), (_, second), ..] if first == second => None,
        [(at, _), ..] => Some(*at),
        [] => None,
    }
}

#[cfg(test)]
mod tests;
