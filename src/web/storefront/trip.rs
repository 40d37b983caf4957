//! `GET /trip?q=`: one eSIM for a whole trip against one for each country. A plain form; the
//! address holds all that was asked.

use std::collections::HashMap;
use std::sync::Arc;

use askama::Template;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{Days, NaiveDate};
use url::form_urlencoded;

use super::discount;
use super::one_box;
use super::pay::{Bought, Pay, PayForm};
use crate::app::App;
use crate::catalogue::{Plan, Snapshot, search};
use crate::flows;
use crate::flows::advice::Advice;
use crate::flows::checkout::{MOST_LINES, MOST_OF_A_PLAN};
use crate::l10n::Locale;
use crate::web::http::client_address::ClientAddress;
use crate::web::http::error::WebError;
use crate::web::http::locale::RequestLocale;
use crate::web::http::response;
use crate::web::layout::Chrome;
use domain::choosing::Habit;
use domain::destination::{self, Country};
use domain::money::Money;
use domain::product::Data;
use domain::question::{Amount, LONGEST, Question};
use domain::trip::cover::Near;
use domain::trip::{
    self, Answer, Cover, MOST_DAYS, MOST_STOPS, Miss, Need, Offer, Part, Reading, Serves, Stop,
    Trip, TripError,
};

/// Candidates that do not fit are shown so far.
const NEAR: usize = 3;
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
/// How many eSIMs of a plan one order holds.
const AT_ONCE: u32 = 9;
/// What is read of a code in a link; no code is as long.
const LONGEST_CODE: usize = 40;
const EXAMPLES: [&str; 3] = [
    "trip-example-asia",
    "trip-example-europe",
    "trip-example-america",
];

/// What was asked, as the address says it.
#[derive(Debug, Default, PartialEq, Eq)]
struct Asked {
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

impl Asked {
    fn read(query: &str) -> Self {
        let mut asked = Self::default();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            match name.as_ref() {
                "q" => asked.text = value.trim().chars().take(LONGEST).collect(),
                "from" => asked.first = value.parse().ok(),
                "to" => asked.last = value.parse().ok(),
                "code" => asked.code = value.trim().chars().take(LONGEST_CODE).collect(),
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
    asked: &'a Asked,
    reading: &'a Reading,
    found: Option<FoundTrip>,
    /// How each way is paid at once, if it is of several plans.
    pays: Vec<Pay>,
    /// How much data for how many, where the text says how much: then nothing else is chosen.
    told: Option<String>,
    /// Why there is nothing to compare.
    fault: Option<String>,
}

/// A trip and the ways to serve it.
pub(super) struct FoundTrip {
    pub(super) trip: Trip,
    pub(super) options: Vec<Way>,
    near: Vec<(Arc<Plan>, String)>,
    /// What is to be said beside the ways.
    pub(super) notes: Vec<String>,
    /// What the cheapest way costs one person, where there is one.
    least: Option<i64>,
    /// Whether one eSIM alone serves.
    alone: bool,
    /// One eSIM now with a top-up later.
    pub(super) later: Option<Later>,
}

/// One eSIM now with a top-up later, in words.
pub(super) struct Later {
    pub(super) advice: Advice,
    /// Its page.
    pub(super) path: String,
    /// When the top-up is due.
    pub(super) when: String,
    /// In words, what the two cost for several people.
    pub(super) for_all: Option<String>,
    /// Whether no way costs less.
    pub(super) cheapest: bool,
}

impl FoundTrip {
    /// With a top-up later, where that is cheaper, or one eSIM instead of several.
    pub(super) async fn advised(mut self, app: &App, t: Locale, wanted: Wanted) -> Self {
        let below = self.least.filter(|_| self.alone);
        let Some(advice) = flows::advice::top_up_later(app, &self.trip, wanted.need, below).await
        else {
            return self;
        };
        let path = plan_for(t, &advice.now, self.trip.first, wanted.people);
        let when = t.with("day", advice.day).say("trip-later-then");
        let for_all = for_all(t, advice.price, wanted.people);
        let cheapest = self.least.is_some_and(|least| advice.price.minor < least);
        for way in self.options.iter_mut().filter(|_| cheapest) {
            way.cheapest = false;
        }
        self.later = Some(Later {
            advice,
            path,
            when,
            for_all,
            cheapest,
        });
        self
    }

    /// The countries in the order in which they are visited, each once in a row.
    pub(super) fn places(&self, t: Locale) -> String {
        places(t, &self.trip, Serves::all(self.trip.stops().len()))
    }
}

/// What a trip is compared for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted {
    /// How much data one person wants.
    pub(super) need: Need,
    /// How many travel; 1 when nobody said.
    pub(super) people: u32,
    pub(super) today: NaiveDate,
}

/// One way to serve the whole trip.
pub(super) struct Way {
    pub(super) title: &'static str,
    /// For one person.
    pub(super) total: Money,
    /// In words, what it costs for several people.
    pub(super) for_all: Option<String>,
    pub(super) cheapest: bool,
    pub(super) parts: Vec<Served>,
}

/// A plan of a way.
pub(super) struct Served {
    pub(super) plan: Arc<Plan>,
    /// Its page, which hears of the first day it is for, and for how many.
    pub(super) path: String,
    /// The stops it is for.
    pub(super) stops: String,
    /// When the first of them begins, where that is known.
    pub(super) arrival: Option<NaiveDate>,
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

/// Every plan that works at one of the stops, each once.
fn plans(snapshot: &Snapshot, stops: &[Stop]) -> Vec<Arc<Plan>> {
    let mut found: HashMap<&str, &Arc<Plan>> = HashMap::new();
    for country in stops
        .iter()
        .filter_map(|stop| destination::country(stop.country))
    {
        let own = snapshot
            .shelf(country.slug)
            .map(|shelf| shelf.plans.as_slice())
            .unwrap_or_default();
        found.extend(
            own.iter()
                .chain(snapshot.also_covering(country.code))
                .map(|plan| (plan.product.id.as_str(), plan)),
        );
    }
    found.into_values().cloned().collect()
}

/// The day on which the first of these stops begins, where the trip has dates.
fn arrival(trip: &Trip, which: Serves) -> Option<NaiveDate> {
    let start = which.of(trip.stops()).map(|stop| stop.start).min()?;
    trip.first?.checked_add_days(Days::new(u64::from(start)))
}

fn places(t: Locale, trip: &Trip, which: Serves) -> String {
    let mut names: Vec<&str> = which
        .of(trip.stops())
        .filter_map(|s| destination::country(s.country))
        .map(|c| c.name_in(t.code()))
        .collect();
    names.dedup();
    t.all_of(&names)
}

/// The ways to serve a trip with what is on the shelf.
pub(super) fn compare(t: Locale, snapshot: &Snapshot, trip: Trip, wanted: Wanted) -> FoundTrip {
    let plans = plans(snapshot, trip.stops());
    found_trip(t, trip, &plans, wanted)
}

fn found_trip<'a>(t: Locale, trip: Trip, plans: &'a [Arc<Plan>], wanted: Wanted) -> FoundTrip {
    let offers: Vec<Offer<'a>> = plans.iter().map(|plan| plan.offer()).collect();
    let answer = trip::answer(&trip, &offers, wanted.need);
    let options = ways(t, &trip, plans, &answer, wanted.people);
    let near = answer
        .single_near
        .iter()
        .take(NEAR)
        .filter_map(|near| Some((plans.get(near.offer)?.clone(), why_not(t, near))))
        .collect();
    let mut notes = Vec::new();
    if let Err(trip::Uncovered(missing)) = &answer.cheapest {
        notes.push(
            t.with("places", places(t, &trip, *missing))
                .say("trip-uncovered"),
        );
    } else if answer.single.is_none() && trip.stops().len() > 1 {
        notes.push(t.say("trip-no-single"));
    }
    if !answer.exact {
        notes.push(t.with("stops", trip::EXACT_STOPS).say("trip-not-exact"));
    }
    if let Some(day) = trip.buy_from(wanted.today) {
        notes.push(t.with("day", t.date(day)).say("trip-early"));
    }
    notes.extend(one_order(t, wanted.people));
    let least = answer.cheapest.as_ref().ok().map(|cover| cover.price);
    FoundTrip {
        trip,
        options,
        near,
        notes,
        least,
        alone: answer.single.is_some(),
        later: None,
    }
}

/// The page of a plan, with the form filled in for these travellers.
pub(super) fn plan_for(
    t: Locale,
    plan: &Plan,
    first_day: Option<NaiveDate>,
    people: u32,
) -> String {
    let day = first_day.map(|day| format!("first_day={day}"));
    let quantity = (people > 1).then(|| format!("quantity={}", people.min(AT_ONCE)));
    let query: Vec<String> = day.into_iter().chain(quantity).collect();
    let mark = if query.is_empty() { "" } else { "?" };
    format!("{}{mark}{}", t.path(&plan.path()), query.join("&"))
}

/// That one order does not hold as many eSIMs of a plan.
pub(super) fn one_order(t: Locale, people: u32) -> Option<String> {
    (people > AT_ONCE).then(|| t.with("n", AT_ONCE).say("trip-one-order"))
}

/// What a price comes to for several people, in words.
pub(super) fn for_all(t: Locale, price: Money, people: u32) -> Option<String> {
    let total = price.times(i64::from(people)).filter(|_| people > 1)?;
    Some(t.with("n", people).with("price", total).say("box-for-all"))
}

/// One eSIM for all, one for each country, and the cheapest mix where it is neither.
fn ways(t: Locale, trip: &Trip, plans: &[Arc<Plan>], answer: &Answer, people: u32) -> Vec<Way> {
    let cheapest = answer.cheapest.as_ref().ok();
    let least = cheapest.map(|cover| cover.price);
    let row = |part: &Part| {
        let plan = plans.get(part.offer)?.clone();
        let stops = t
            .with("places", places(t, trip, part.serves))
            .say("trip-for");
        let arrival = arrival(trip, part.serves);
        Some(Served {
            path: plan_for(t, &plan, arrival, people),
            plan,
            stops,
            arrival,
        })
    };
    let way = |title, cover: &Cover| {
        let parts: Vec<Served> = cover.parts.iter().filter_map(row).collect();
        let currency = parts.first()?.plan.price.currency;
        let total = Money::new(cover.price, currency);
        Some(Way {
            title,
            total,
            for_all: for_all(t, total, people),
            cheapest: least == Some(cover.price),
            parts,
        })
    };
    let price = |part: &Part| plans.get(part.offer).map(|plan| plan.price.minor);
    let single = answer.single.and_then(|part| {
        Some(Cover {
            price: price(&part)?,
            parts: vec![part],
        })
    });
    let local =
        Some(&answer.local).filter(|_| answer.local_missing.is_empty() && trip.stops().len() > 1);
    let known = |cover: &&Cover| {
        [single.as_ref(), local]
            .into_iter()
            .flatten()
            .all(|other| other.price != cover.price)
    };
    let mix = cheapest.filter(known);
    let mut ways: Vec<Way> = [
        ("trip-one", single.as_ref()),
        ("trip-local", local),
        ("trip-mix", mix),
    ]
    .into_iter()
    .filter_map(|(title, cover)| way(title, cover?))
    .collect();
    ways.sort_by_key(|way| (way.total.minor, way.parts.len()));
    ways
}

fn why_not(t: Locale, near: &Near) -> String {
    near.misses
        .iter()
        .map(|miss| lacking(t, *miss))
        .collect::<Vec<_>>()
        .join(" · ")
}

/// What keeps a plan from doing.
pub(super) fn lacking(t: Locale, miss: Miss) -> String {
    match miss {
        Miss::TooShort { days, needed } => t
            .with("days", days)
            .with("needed", t.days(needed))
            .say("trip-too-short"),
        // An unlimited plan of which nothing can be counted on.
        Miss::TooSmall {
            data: Data::Megabytes(0),
            needed,
        } => t.with("needed", t.data(needed)).say("trip-slows-down"),
        Miss::TooSmall { data, needed } => t
            .with("data", t.data(data))
            .with("needed", t.data(needed))
            .say("trip-too-small"),
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
    RawQuery(query): RawQuery,
) -> Result<Response, WebError> {
    let (t, today) = (here.t, app.clock.now().date_naive());
    let asked = Asked::read(&query.unwrap_or_default());
    let travel = match search::ask(&asked.text, today, asked.whole(), t.code()) {
        Question::Travel(travel) => Some(travel),
        Question::Nothing => None,
        Question::Order(_) | Question::Phone(_) => {
            return Ok(Redirect::to(&in_the_box(t, &asked.text)).into_response());
        }
    };
    let wanted = Wanted {
        need: travel
            .as_ref()
            .and_then(|travel| travel.amount)
            .map_or_else(|| asked.need(), Amount::need),
        people: travel
            .as_ref()
            .and_then(|travel| travel.people)
            .unwrap_or(1),
        today,
    };
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
    let sent = discount::sent(&app, client, t, asked.code.clone()).await?;
    let ways = found.iter().flat_map(|found| found.options.iter());
    let pays = ways
        .enumerate()
        .map(|(at, way)| Pay::new(&app, t, at, way, wanted.people, &sent))
        .collect();
    let mut chrome = Chrome::new(&app, &here, t.say("trip-title"))
        .described(t.say("trip-description"))
        .at("/trip")
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

/// Why there is nothing to compare.
pub(super) fn no_trip(t: Locale, error: TripError) -> String {
    match error {
        TripError::NoStop => t.say("trip-nothing"),
        _ => t
            .with("stops", MOST_STOPS)
            .with("days", MOST_DAYS)
            .say("trip-too-long"),
    }
}

/// The address at which the one box answers a text.
pub(super) fn in_the_box(t: Locale, text: &str) -> String {
    with_text(&t.path("/search"), text)
}

/// The page of a trip as it was written.
pub(super) fn whole_trip(t: Locale, text: &str) -> String {
    with_text(&t.path("/trip"), text)
}

fn with_text(path: &str, text: &str) -> String {
    let query: String = form_urlencoded::Serializer::new(String::new())
        .append_pair("q", text)
        .finish();
    format!("{path}?{query}")
}

#[cfg(test)]
mod tests;
