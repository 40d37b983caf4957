//! What somebody asks of the shop in one line: an order, a phone, or where they go, when, how many,
//! with how much data. Pure; knows no place itself.

use chrono::{Days, NaiveDate};

use super::destination::groups;
use super::phone::{self, Phone};
use super::trip::{self, Found, MOST_DAYS, Need, Reading, Stop, Trip, TripError};

mod lexicon;
mod scan;
mod spelling;

use lexicon::Kind;
use scan::Taken;

/// Longer texts are cut: twelve stops with their dates need far less.
pub const LONGEST: usize = 400;
/// More travellers than this are a figure of something else.
const MOST_PEOPLE: u32 = 99;

/// A question that was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// Nothing was written.
    Nothing,
    /// Where an order is: its number, `E10003`.
    Order(String),
    /// Whether a phone takes an eSIM.
    Phone(AskedPhone),
    /// Which plan to take.
    Travel(Box<Travel>),
}

/// A phone that was asked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskedPhone {
    /// As it was written, with what is known of it; `None` for phones in general.
    pub model: Option<(String, &'static Phone)>,
    /// Where it is to work: countries and towns as they were written.
    pub rest: String,
}

/// How much data, as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amount {
    /// No limit.
    Unlimited,
    /// So many megabytes for the whole trip of one person.
    InAll(u64),
    /// So many megabytes on each day.
    ADay(u64),
}

impl Amount {
    /// As a trip's cover asks for it.
    pub fn need(self) -> Need {
        match self {
            Self::Unlimited => Need::Unlimited,
            Self::InAll(megabytes) => Need::Megabytes(megabytes),
            Self::ADay(megabytes) => Need::MegabytesPerDay(megabytes),
        }
    }
}

/// Where, when, how many, how much.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Travel {
    /// The stops and dates. Regions are not among the stops.
    pub reading: Reading,
    /// The text without dates, amounts, people and what says nothing: the names of places.
    pub places: String,
    /// How much data.
    pub amount: Option<Amount>,
    /// How many travel, when that was said and is sensible.
    pub people: Option<u32>,
    /// The first day of a month that was named without a day.
    pub month: Option<NaiveDate>,
    /// A phone that was named as well.
    pub phone: Option<(String, &'static Phone)>,
}

impl Travel {
    /// Whether it goes to more than one country.
    pub fn is_trip(&self) -> bool {
        let first = self.reading.stops.first().map(|stop| stop.country);
        self.reading
            .stops
            .iter()
            .any(|stop| Some(stop.country) != first)
    }

    /// The trip, to be served by plans; what stays in one country is one stop after the other.
    ///
    /// # Errors
    /// As [`Trip::new`].
    pub fn trip(&self) -> Result<Trip, TripError> {
        let stops = self.reading.stops.iter().map(|stop| Stop {
            country: stop.country,
            start: stop.start,
            days: stop.days,
        });
        Trip::new(stops.collect(), self.reading.first)
    }

    /// How long it is, when that was written.
    pub fn days(&self) -> Option<u32> {
        let stays = self.reading.stops.iter().fold(0_u32, |days, stop| {
            days.max(stop.start.saturating_add(stop.days))
        });
        let written = if self.reading.assumed || self.reading.stops.is_empty() {
            None
        } else {
            Some(stays)
        };
        self.reading
            .days
            .or(written)
            .filter(|days| (1..=MOST_DAYS).contains(days))
    }
}

/// Reads a text. `find` says which one country a name means as a whole; `beside` is the first day
/// and the length of the trip where the text says none. Days without a year are the next that come,
/// from `today`.
pub fn read(
    text: &str,
    today: NaiveDate,
    beside: (Option<NaiveDate>, Option<u32>),
    find: impl Fn(&str) -> Option<Found>,
) -> Question {
    let cut: String = text.chars().take(LONGEST).collect();
    let tidy = spelling::tidy(&cut);
    if tidy.trim().is_empty() {
        return Question::Nothing;
    }
    if let Some(number) = order_number(&tidy) {
        return Question::Order(number);
    }
    let model = phone::named_in(&tidy);
    let without = model.as_ref().map_or_else(
        || tidy.clone(),
        |(name, _)| tidy.replacen(name.as_str(), " ", 1),
    );
    let taken = scan::take(&without);
    let travel = travel(&without, &taken, today, beside, model.clone(), &find);
    let placed = !travel.reading.stops.is_empty();
    let asks =
        taken.has(Kind::Works) && (model.is_some() || !taken.left.contains(char::is_alphanumeric));
    if taken.has(Kind::Phone) || asks || (model.is_some() && !placed) {
        let named: Vec<&str> = travel
            .reading
            .stops
            .iter()
            .map(|stop| stop.text.as_str())
            .collect();
        return Question::Phone(AskedPhone {
            model,
            rest: named.join(", "),
        });
    }
    Question::Travel(Box::new(travel))
}

fn travel(
    text: &str,
    taken: &Taken,
    today: NaiveDate,
    beside: (Option<NaiveDate>, Option<u32>),
    phone: Option<(String, &'static Phone)>,
    find: &impl Fn(&str) -> Option<Found>,
) -> Travel {
    // A text of nothing but small words may still be a name: `IT`, `Sim`.
    let left = if taken.is_bare() {
        text.to_owned()
    } else {
        taken.left.clone()
    };
    let left = groups::spelt_out(&left);
    let first = beside.0.or_else(|| {
        taken
            .in_days
            .and_then(|days| today.checked_add_days(Days::new(days)))
    });
    let beside = (first, beside.1);
    let sure = trip::parse(&left, today, beside, |name| {
        find(name).filter(|found| found.sure)
    });
    let mut reading = if sure.unknown.is_empty() {
        sure
    } else {
        with_guesses(sure, trip::parse(&left, today, beside, find))
    };
    let mut places = trip::without_dates(&left);
    let month = take_month(&mut reading.unknown, &mut places);
    let month = month
        .filter(|_| reading.first.is_none())
        .and_then(|month| trip::next_month(month, today));
    let people = taken
        .people
        .filter(|people| (1..=MOST_PEOPLE).contains(people));
    Travel {
        reading,
        places,
        amount: taken.amount,
        people,
        month,
        phone,
    }
}

/// A guess counts only where the whole is understood by it, or nothing is without.
fn with_guesses(sure: Reading, guessed: Reading) -> Reading {
    let better = guessed.unknown.is_empty() || sure.stops.is_empty();
    if better { guessed } else { sure }
}

/// The month among what was not understood; it is taken out there, and out of the names of places.
fn take_month(unknown: &mut Vec<String>, places: &mut String) -> Option<u32> {
    let mut month = None;
    for words in unknown.iter_mut() {
        let found = words
            .split(' ')
            .find_map(|word| Some((trip::month_meant(word)?, word.to_owned())));
        let Some((named, word)) = found else { continue };
        month = month.or(Some(named));
        let without = |text: &str| {
            text.split(' ')
                .filter(|other| *other != word)
                .collect::<Vec<_>>()
                .join(" ")
        };
        (*places, *words) = (without(places), without(words));
    }
    // “im” of “im Juli” says nothing.
    unknown.retain(|words| month.is_none() || words.chars().count() > 3);
    month
}

/// `E10003`, alone or among words that ask for an order; or its figures beside such a word.
fn order_number(tidy: &str) -> Option<String> {
    let words: Vec<&str> = tidy
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let digits =
        |word: &str| (5..=12).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit());
    let whole = words
        .iter()
        .find_map(|word| word.strip_prefix(['E', 'e']).filter(|rest| digits(rest)));
    if let Some(number) = whole {
        return Some(format!("E{number}"));
    }
    let figures: Vec<&str> = words.iter().copied().filter(|word| digits(word)).collect();
    let [number] = figures.as_slice() else {
        return None;
    };
    let asks = scan::take(tidy).has(Kind::Order)
        || words.len() == 1
        || matches!(words.as_slice(), ["E" | "e", _]);
    asks.then(|| format!("E{number}"))
}
