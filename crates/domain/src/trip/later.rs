//! One eSIM now and one top-up later: whether the two serve a whole trip, and the cheapest pair.
//! Pure; which top-ups fit which plan is told.

use super::{Need, Offer, Serves, Trip};
use crate::product::Data;

/// A plan and a top-up that may follow it on the same eSIM.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair<'a> {
    /// What is bought now.
    pub now: Offer<'a>,
    /// What is added when the first ends.
    pub later: Offer<'a>,
}

impl Pair<'_> {
    /// Both together, in minor units; `None` when the sum cannot be counted.
    pub fn price(&self) -> Option<i64> {
        self.now.price.checked_add(self.later.price)
    }

    /// The day of the trip, from 0, on which the top-up begins; `None` when the pair does not serve
    /// the trip, or the plan does without it.
    ///
    /// A package ends by its days or its data, whichever is first. A top-up begins on the day on
    /// which the plan runs out, or the first day after its end on which there is a stop.
    pub fn tops_up_on(&self, trip: &Trip, need: Need) -> Option<u32> {
        let all = Serves::all(trip.stops().len());
        if !trip
            .stops()
            .iter()
            .all(|stop| self.now.covers(stop.country) && self.later.covers(stop.country))
        {
            return None;
        }
        let first = trip.stops().iter().map(|stop| stop.start).min()?;
        let span = trip.span(all);
        let use_of = Use::of(trip, need)?;
        let (held, more) = (use_of.held(&self.now)?, use_of.held(&self.later)?);
        let on = |day: u32| use_of.on(trip, first.saturating_add(day));
        let mut used = 0_u64;
        let mut begins = None;
        for day in 0..span {
            let today = on(day)?;
            let over = today > 0 && (day >= self.now.days || used.checked_add(today)? > held);
            if over {
                begins = Some(day);
                break;
            }
            used = used.checked_add(today)?;
        }
        let begins = begins?;
        let rest = (begins..span).try_fold(0_u64, |sum, day| sum.checked_add(on(day)?))?;
        // What is left of the plan on the day on which it runs out is used up first.
        let left = if begins < self.now.days {
            held.saturating_sub(used)
        } else {
            0
        };
        let lasts = begins.checked_add(self.later.days)? >= span;
        (lasts && rest.saturating_sub(left) <= more).then_some(begins)
    }
}

/// How much is used, in parts of a megabyte that make every share whole.
struct Use {
    /// On one day of one stop.
    a_day: u64,
    /// Parts of a megabyte.
    parts: u64,
    unlimited: bool,
}

impl Use {
    fn of(trip: &Trip, need: Need) -> Option<Self> {
        let days: u64 = trip.stops().iter().map(|stop| u64::from(stop.days)).sum();
        Some(match need {
            Need::MegabytesPerDay(a_day) => Self {
                a_day,
                parts: 1,
                unlimited: false,
            },
            Need::Megabytes(all) => Self {
                a_day: all,
                parts: days,
                unlimited: false,
            },
            Need::Unlimited => Self {
                a_day: 1,
                parts: 1,
                unlimited: true,
            },
        })
    }

    /// What a package holds, in parts; `None` when it is not enough whatever is used.
    fn held(&self, offer: &Offer<'_>) -> Option<u64> {
        let slows_down = |a_day: u64| {
            !self.unlimited
                && a_day
                    .checked_mul(self.parts)
                    .is_some_and(|full| full < self.a_day)
        };
        match offer.data {
            Data::Unlimited if offer.full_speed.is_some_and(slows_down) => None,
            Data::Unlimited => Some(u64::MAX),
            Data::Megabytes(_) if self.unlimited => None,
            Data::Megabytes(megabytes) => megabytes.checked_mul(self.parts),
        }
    }

    fn on(&self, trip: &Trip, day: u32) -> Option<u64> {
        let stops = trip
            .stops()
            .iter()
            .filter(|stop| stop.start <= day && day < stop.end())
            .count();
        self.a_day.checked_mul(u64::try_from(stops).ok()?)
    }
}

/// The cheapest pair that serves the trip, its top-up not before this day: its place among the
/// pairs, and the day on which the top-up begins. Of equals the one whose top-up comes later, then
/// by the ids.
pub fn cheapest(
    trip: &Trip,
    pairs: &[Pair<'_>],
    need: Need,
    not_before: u32,
) -> Option<(usize, u32)> {
    let priced = pairs
        .iter()
        .enumerate()
        .filter(|(_, pair)| pair.now.price > 0 && pair.later.price > 0);
    let serving = priced
        .filter_map(|(at, pair)| Some((at, pair, pair.price()?, pair.tops_up_on(trip, need)?)));
    let best =
        serving
            .filter(|(.., day)| *day >= not_before)
            .min_by_key(|(_, pair, price, day)| {
                (*price, std::cmp::Reverse(*day), pair.now.id, pair.later.id)
            })?;
    Some((best.0, best.3))
}

#[cfg(test)]
mod tests;
