//! `GET /trip?q=`: one eSIM for a whole trip against one for each country. A plain form; the
//! address holds all that was asked.

use std::collections::HashMap;
use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::NaiveDate;

use super::discount_code::{self, LONGEST_CODE};
use super::one_box;
use super::pay::{Bought, Pay, PayForm};
use super::trip_ways::{FoundTrip, TripWanted, compare, in_the_box, no_trip, places, whole_trip};
use crate::app::App;
use crate::catalogue::search;
use crate::flows::checkout::{MOST_LINES, MOST_OF_A_PLAN};
use crate::l10n::Locale;
use crate::routes::Routes;
use crate::web::http::client_address::ClientAddress;
use crate::web::http::error::WebError;
use crate::web::http::form::{Form, QueryForm};
use crate::web::http::locale::RequestLocale;
use crate::web::http::response;
use crate::web::layout::Chrome;
use domain::choosing::Habit;
use domain::destination::{self, Country};
use domain::question::{Amount, LONGEST, Question, Travel};
use domain::trip::{MOST_DAYS, Need, Reading, Serves, Stop, Trip};

/// What can be wanted: its value in the address, the key of its words, and megabytes a day; the
/// first is usual.
const NEEDS: [(&str, &str, Option<u64>); 4] = [
    (
        "maps",
        "trip-need-maps",
        Some(Habit::Light.megabytes_a_day()),
    ),
    (
        "daily",
        "trip-need-daily",
        Some(Habit::Everyday.megabytes_a_day()),
    ),
    (
        "video",
        "trip-need-video",
        Some(Habit::Heavy.megabytes_a_day()),
    ),
    ("unlimited", "trip-need-unlimited", None),
];
const EXAMPLES: [&str; 3] = [
    "trip-example-asia",
    "trip-example-europe",
    "trip-example-america",
];

/// What was asked, as the address says it.
#[derive(Debug, Default, PartialEq, Eq)]
struct TripQuery {
    text: String,
    first: Option<NaiveDate>,
    last: Option<NaiveDate>,
    /// The place in [`NEEDS`].
    need: usize,
    /// By the number of the stop, from 1.
    days: HashMap<usize, u32>,
    /// A discount code that a link carries.
    code: String,
}

impl TripQuery {
    fn read(query: &Form) -> Self {
        let mut asked = Self::default();
        for (name, value) in query.iter() {
            match name {
                "q" => asked.text = value.chars().take(LONGEST).collect(),
                "from" => asked.first = value.parse().ok(),
                "to" => asked.last = value.parse().ok(),
                "code" => asked.code = value.chars().take(LONGEST_CODE).collect(),
                "need" => {
                    asked.need = NEEDS
                        .iter()
                        .position(|(known, ..)| *known == value)
                        .unwrap_or_default()
                }
                other => {
                    let stop = other.strip_prefix('d').and_then(|n| n.parse().ok());
                    let days = value
                        .parse()
                        .ok()
                        .filter(|days| (1..=MOST_DAYS).contains(days));
                    asked.days.extend(stop.zip(days));
                }
            }
        }
        asked
    }

    fn need(&self) -> Need {
        NEEDS
            .get(self.need)
            .and_then(|(.., megabytes)| *megabytes)
            .map_or(Need::Unlimited, Need::MegabytesPerDay)
    }

    /// What the trip is compared for: the text says it before the fields do.
    fn wanted(&self, travel: Option<&Travel>, today: NaiveDate) -> TripWanted {
        TripWanted {
            need: travel
                .and_then(|travel| travel.amount)
                .map_or_else(|| self.need(), Amount::need),
            people: travel.and_then(|travel| travel.people).unwrap_or(1),
            today,
        }
    }

    /// The first day and the length of the whole, where the fields say them.
    fn whole(&self) -> (Option<NaiveDate>, Option<u32>) {
        let days = self
            .first
            .zip(self.last)
            .and_then(|(first, last)| u32::try_from((last - first).num_days() + 1).ok());
        (
            self.first,
            days.filter(|days| (1..=MOST_DAYS).contains(days)),
        )
    }

    /// The stops as they were read, with the days that were changed since; whoever stays longer
    /// comes later to the next.
    fn stops(&self, reading: &Reading) -> Vec<Stop> {
        let mut shift = 0_i64;
        let mut stops = Vec::new();
        for (at, stop) in reading.stops.iter().enumerate() {
            let days = self.days.get(&(at + 1)).copied().unwrap_or(stop.days);
            let start = u32::try_from(i64::from(stop.start) + shift).unwrap_or_default();
            stops.push(Stop {
                country: stop.country,
                start,
                days,
            });
            shift += i64::from(days) - i64::from(stop.days);
        }
        stops
    }
}

#[derive(Template)]
#[template(path = "storefront/trip.html")]
struct TripPage<'a> {
    t: Locale,
    chrome: Chrome,
    asked: &'a TripQuery,
    reading: &'a Reading,
    found: Option<FoundTrip>,
    /// How each way is paid at once, if it is of several plans.
    pays: Vec<Pay>,
    /// How much data for how many, where the text says how much: then nothing else is chosen.
    told: Option<String>,
    /// Why there is nothing to compare.
    fault: Option<String>,
}

impl TripPage<'_> {
    fn stays(&self) -> Vec<(usize, &'static Country, u32)> {
        let Some(found) = &self.found else {
            return Vec::new();
        };
        let stop = |(at, stop): (usize, &Stop)| {
            Some((at + 1, destination::country(stop.country)?, stop.days))
        };
        found
            .trip
            .stops()
            .iter()
            .enumerate()
            .filter_map(stop)
            .collect()
    }

    fn needs(&self) -> Vec<(&'static str, &'static str, bool)> {
        NEEDS
            .iter()
            .enumerate()
            .map(|(at, (value, label, _))| (*value, *label, at == self.asked.need))
            .collect()
    }

    fn examples(&self) -> Vec<(String, String)> {
        let link = |key: &&str| {
            let text = self.t.say(key);
            (whole_trip(self.t, &text), text)
        };
        EXAMPLES.iter().map(link).collect()
    }

    /// How the way at this place is paid, unless it is on its plan's own page.
    fn at_once(&self, at: &usize) -> Option<(&[Bought], &PayForm)> {
        if let Some(Pay::AtOnce { plans, form }) = self.pays.get(*at) {
            Some((plans, form))
        } else {
            None
        }
    }

    /// That it is paid plan by plan.
    fn apart(&self, at: &usize) -> Option<String> {
        let words = || {
            self.t
                .with("n", MOST_OF_A_PLAN)
                .with("all", MOST_LINES)
                .say("trip-too-many")
        };
        matches!(self.pays.get(*at), Some(Pay::Apart)).then(words)
    }

    fn day(&self, day: &Option<NaiveDate>) -> String {
        day.map(|day| day.to_string()).unwrap_or_default()
    }

    fn route(&self, trip: &Trip) -> String {
        places(self.t, trip, Serves::all(trip.stops().len()))
    }

    fn whole(&self, trip: &Trip) -> String {
        let words = self.t.with("days", trip.days());
        match trip.first.zip(trip.last()) {
            Some((first, last)) => words
                .with("first", self.t.date(first))
                .with("last", self.t.date(last))
                .say("trip-whole-dated"),
            None => words.say("trip-whole"),
        }
    }
}

/// The form, and what it finds. What asks for no trip is answered where everything is.
///
/// # Errors
/// The database's, where there is a code in the query.
pub async fn show(
    State(app): State<App>,
    here: RequestLocale,
    client: ClientAddress,
    QueryForm(query): QueryForm,
) -> Result<Response, WebError> {
    let (t, today) = (here.t, app.clock.now().date_naive());
    let asked = TripQuery::read(&query);
    let travel = match search::ask(&asked.text, today, asked.whole(), t.code()) {
        Question::Travel(travel) => Some(travel),
        Question::Nothing => None,
        Question::Order(_) | Question::Phone(_) => {
            return Ok(Redirect::to(&in_the_box(t, &asked.text)).into_response());
        }
    };
    let wanted = asked.wanted(travel.as_deref(), today);
    let told = travel
        .as_ref()
        .filter(|travel| travel.amount.is_some())
        .map(|travel| one_box::asked(t, None, travel));
    let reading = travel.map(|travel| travel.reading).unwrap_or_default();
    let (mut found, mut fault) = (None, None);
    match Trip::new(asked.stops(&reading), reading.first) {
        _ if asked.text.is_empty() => {}
        Ok(trip) => {
            let ways = compare(t, &Arc::clone(&app.catalogue.snapshot()), trip, wanted);
            found = Some(ways.advised(&app, t, wanted).await);
        }
        Err(error) => fault = Some(no_trip(t, error)),
    }
    let sent = discount_code::sent(&app, client, t, asked.code.clone()).await?;
    let ways = found.iter().flat_map(|found| found.options.iter());
    let pays = ways
        .enumerate()
        .map(|(at, way)| Pay::new(&app, t, at, way, wanted.people, &sent))
        .collect();
    let mut chrome = Chrome::new(&app, &here, t.say("trip-title"))
        .described(t.say("trip-description"))
        .at(Routes::TRIP)
        .shared(&app, &app.catalogue.snapshot());
    chrome.noindex = !asked.text.is_empty();
    Ok(response::asked_for(
        StatusCode::OK,
        &TripPage {
            t,
            chrome,
            asked: &asked,
            reading: &reading,
            found,
            pays,
            told,
            fault,
        },
    ))
}

#[cfg(test)]
mod tests;
