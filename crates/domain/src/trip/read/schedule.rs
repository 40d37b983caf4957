//! The days of each stop: those that were written, and a share of what is left for the others.

use chrono::{Days, NaiveDate};

use super::{Reading, TripDraft, Written};
use crate::trip::MOST_DAYS;

/// Days of a stay when nothing says how long it is.
const ASSUMED: u32 = 7;

impl TripDraft {
    /// Shares the days that are left among the stops that have none of their own; earlier ones get
    /// the remainder.
    pub(super) fn schedule(mut self, whole: (Option<NaiveDate>, Option<u32>)) -> Reading {
        self.end_at_next_arrival();
        let total = self.reading.days.or(whole.1);
        let fixed: u32 = self
            .stays
            .iter()
            .filter_map(|stay| stay.days)
            .fold(0, u32::saturating_add);
        let open = u32::try_from(self.stays.iter().filter(|stay| stay.days.is_none()).count())
            .unwrap_or(u32::MAX);
        let left = total.map(|total| total.saturating_sub(fixed).max(open));
        let mut shared = 0_u32;
        for stay in &mut self.stays {
            stay.days = stay.days.or_else(|| {
                let even = left.and_then(|left| {
                    Some(left.checked_div(open)? + u32::from(shared < left.checked_rem(open)?))
                });
                shared += 1;
                Some(even.unwrap_or(ASSUMED))
            });
        }
        let first = self
            .reading
            .first
            .or_else(|| self.stated_first_day())
            .or(whole.0);
        let mut next = 0_u32;
        for stay in self.stays {
            let days = stay.days.unwrap_or(ASSUMED);
            let dated = stay
                .first
                .zip(first)
                .and_then(|(day, first)| u32::try_from((day - first).num_days()).ok());
            let start = dated.filter(|start| *start <= MOST_DAYS).unwrap_or(next);
            next = start.saturating_add(days);
            self.reading.stops.push(Written {
                text: stay.text,
                country: stay.country,
                sure: stay.sure,
                start,
                days,
            });
        }
        Reading {
            first,
            days: total,
            assumed: left.is_none() && open > 0,
            ..self.reading
        }
    }

    /// The first day of the trip, from the first stop that is dated and the stays before it.
    fn stated_first_day(&self) -> Option<NaiveDate> {
        let at = self.stays.iter().position(|stay| stay.first.is_some())?;
        let before: u32 = self
            .stays
            .iter()
            .take(at)
            .filter_map(|stay| stay.days)
            .fold(0, u32::saturating_add);
        self.stays
            .get(at)?
            .first?
            .checked_sub_days(Days::new(before.into()))
    }

    /// `3 May Tokyo, 8 May Bali`: a stay ends where the next begins.
    fn end_at_next_arrival(&mut self) {
        let firsts: Vec<Option<NaiveDate>> = self.stays.iter().map(|stay| stay.first).collect();
        for (stay, next) in self.stays.iter_mut().zip(firsts.into_iter().skip(1)) {
            let days = stay
                .first
                .zip(next)
                .and_then(|(first, next)| u32::try_from((next - first).num_days()).ok());
            stay.days = stay
                .days
                .or(days.filter(|days| (1..=MOST_DAYS).contains(days)));
        }
    }
}
