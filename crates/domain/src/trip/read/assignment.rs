//! Which of the written dates are those of the whole trip, and which those of one stop.

use chrono::NaiveDate;

use super::{Beside, DateMention, TripDraft};
use crate::trip::MOST_DAYS;
use crate::trip::dates::{When, first_after, meant};

impl TripDraft {
    /// Gives each date to its stop or to the whole; days without a year are the next that come,
    /// from `today`. What makes no sense, or was said already, is named back.
    pub(super) fn assign_dates(&mut self, today: NaiveDate) {
        let mentions = Mentions::count(&self.dates, self.stays.len());
        for date in std::mem::take(&mut self.dates) {
            let stop = mentions.stop_of(&date);
            self.put_date(date, stop, today);
        }
    }

    fn put_date(&mut self, date: DateMention, stop: Option<usize>, today: NaiveDate) {
        let (first, days) = date.when.first_and_length(today);
        let sensible = days.is_none_or(|days| (1..=MOST_DAYS).contains(&days))
            && (first.is_some() || days.is_some());
        let stay = stop.and_then(|at| self.stays.get_mut(at));
        let taken = stay
            .as_ref()
            .map_or((self.reading.first, self.reading.days), |stay| {
                (stay.first, stay.days)
            });
        let twice = (first.is_some() && taken.0.is_some()) || (days.is_some() && taken.1.is_some());
        match stay {
            _ if !sensible || twice => self.reading.unknown.push(date.text),
            Some(stay) => (stay.first, stay.days) = (stay.first.or(first), stay.days.or(days)),
            None => {
                (self.reading.first, self.reading.days) =
                    (self.reading.first.or(first), self.reading.days.or(days))
            }
        }
    }
}

/// How many dates of each kind the text has: a lone one is that of the whole.
struct Mentions {
    lengths: usize,
    lengths_apart: usize,
    ranges: usize,
    dated: usize,
    last_stop: usize,
}

impl Mentions {
    fn count(dates: &[DateMention], stops: usize) -> Self {
        let count = |of: fn(&DateMention) -> bool| dates.iter().filter(|date| of(date)).count();
        Self {
            lengths: count(|date| matches!(date.when, When::Days(_))),
            lengths_apart: count(|date| {
                matches!((date.when, date.beside), (When::Days(_), Beside::Apart(_)))
            }),
            ranges: count(|date| matches!(date.when, When::Range(..))),
            dated: count(|date| !matches!(date.when, When::Days(_))),
            last_stop: stops.saturating_sub(1),
        }
    }

    /// The stop that a date belongs to; none when it is that of the whole.
    fn stop_of(&self, date: &DateMention) -> Option<usize> {
        let last = self.last_stop;
        match (date.when, date.beside) {
            // “Japan and Korea 10 days”: the one length, behind the last of several places, is that
            // of the whole.
            (When::Days(_), Beside::After(at)) => {
                (self.lengths > 1 || at < last || last == 0 || self.ranges > 0).then_some(at)
            }
            (When::Days(_), Beside::Before(at)) => {
                (self.lengths > 1 || at > 0 || last == 0).then_some(at)
            }
            (When::Days(_), Beside::Apart(at)) => at.filter(|_| self.lengths_apart > 1),
            (_, Beside::After(at)) => (self.dated > 1 || at < last).then_some(at),
            (_, Beside::Before(at)) => (self.dated > 1 || at > 0).then_some(at),
            (_, Beside::Apart(at)) => at.filter(|_| self.dated > 1),
        }
    }
}

impl When {
    /// The first day and how many there are, as far as they are said.
    fn first_and_length(self, today: NaiveDate) -> (Option<NaiveDate>, Option<u32>) {
        match self {
            When::Days(days) => (None, Some(days)),
            When::From(point) => (first_after(point, today), None),
            When::Range(from, to) => {
                let days = meant(from, to, today);
                let length = days
                    .and_then(|(first, last)| u32::try_from((last - first).num_days() + 1).ok());
                (days.map(|(first, _)| first), length)
            }
        }
    }
}
