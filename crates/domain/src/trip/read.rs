//! Reading a trip as travellers write it: places, stays, dates. What is not understood is named
//! back. It knows no place itself.

mod assignment;
mod items;
mod places;
mod schedule;

use chrono::{Datelike, NaiveDate};

use super::dates::{When, when};
use super::tokens::{Token, tokens};
use items::split_items;
use places::find_places;

/// What a name means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// ISO 3166-1 alpha-2, upper case.
    pub country: &'static str,
    /// Whether it is spelt so, rather than guessed.
    pub sure: bool,
}

/// A stop as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The words.
    pub text: String,
    /// The country they mean.
    pub country: &'static str,
    /// Whether they are spelt so, rather than guessed.
    pub sure: bool,
    /// The day of arrival, counted from the first day of the trip.
    pub start: u32,
    /// How long the stay is.
    pub days: u32,
}

/// What was understood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// The stops, in order.
    pub stops: Vec<Written>,
    /// The first day, when one was written.
    pub first: Option<NaiveDate>,
    /// How long the whole is, when that was written.
    pub days: Option<u32>,
    /// Whether a stay has no length of its own and none follows from the whole.
    pub assumed: bool,
    /// What was not understood, as it was written.
    pub unknown: Vec<String>,
}

/// A stop while it is being read.
#[derive(Debug, Default)]
struct StayDraft {
    text: String,
    country: &'static str,
    sure: bool,
    first: Option<NaiveDate>,
    days: Option<u32>,
}

/// Where a date stands among the places.
#[derive(Debug, Clone, Copy)]
enum Beside {
    After(usize),
    Before(usize),
    Apart(Option<usize>),
}

/// A date or a length of stay as it was written.
#[derive(Debug)]
struct DateMention {
    when: When,
    beside: Beside,
    text: String,
}

/// A trip while it is being read.
#[derive(Debug, Default)]
struct TripDraft {
    stays: Vec<StayDraft>,
    dates: Vec<DateMention>,
    reading: Reading,
}

/// Reads `text`. `find` says which one country a name means as a whole. Days without a year are the
/// next that come, from `today`. `whole` is the first day and the length of the trip where the text
/// says none.
pub fn parse(
    text: &str,
    today: NaiveDate,
    whole: (Option<NaiveDate>, Option<u32>),
    find: impl Fn(&str) -> Option<Found>,
) -> Reading {
    let chars: Vec<char> = text.chars().collect();
    let mut draft = find_places(&chars, &split_items(&tokens(&chars)), &find);
    draft.assign_dates(today);
    draft.schedule(whole)
}

/// The words of the text without its dates and lengths of stay: what names places, and what names
/// nothing.
pub fn without_dates(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let pieces = tokens(&chars);
    let (mut kept, mut at) = (Vec::new(), 0);
    while let Some(piece) = pieces.get(at) {
        if let Some((_, after)) = when(&pieces, at) {
            at = after.max(at + 1);
            continue;
        }
        if matches!(piece.token, Token::Word(_)) {
            kept.push(
                chars
                    .get(piece.from..piece.to)
                    .unwrap_or_default()
                    .iter()
                    .collect::<String>(),
            );
        }
        at += 1;
    }
    kept.join(" ")
}

/// The first day of this month, the next time that it comes or goes on.
pub fn next_month(month: u32, today: NaiveDate) -> Option<NaiveDate> {
    let year = today.year() + i32::from(month < today.month());
    NaiveDate::from_ymd_opt(year, month, 1)
}

#[cfg(test)]
mod tests;
