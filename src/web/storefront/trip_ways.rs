//! The ways to serve a trip with what is on the shelf: one eSIM for all, one for each country, the
//! cheapest mix, and what almost fits.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{Days, NaiveDate};
use url::form_urlencoded;

use crate::app::App;
use crate::catalogue::{Plan, Snapshot};
use crate::flows;
use crate::flows::advice::Advice;
use crate::l10n::Locale;
use crate::routes::Routes;
use domain::destination;
use domain::money::Money;
use domain::product::Data;
use domain::trip::cover::Near;
use domain::trip::{
    self, Answer, Cover, MOST_DAYS, MOST_STOPS, Miss, Need, Offer, Part, Serves, Stop, Trip,
    TripError,
};

/// Candidates that do not fit are shown so far.
const NEAR: usize = 3;

/// How many eSIMs of a plan one order holds.
const AT_ONCE: u32 = 9;

/// A trip and the ways to serve it.
pub(super) struct FoundTrip {
    pub(super) trip: Trip,
    pub(super) options: Vec<Way>,
    pub(super) near: Vec<(Arc<Plan>, String)>,
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
    pub(super) async fn advised(mut self, app: &App, t: Locale, wanted: TripWanted) -> Self {
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
pub(super) struct TripWanted {
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

pub(super) fn places(t: Locale, trip: &Trip, which: Serves) -> String {
    let mut names: Vec<&str> = which
        .of(trip.stops())
        .filter_map(|s| destination::country(s.country))
        .map(|c| c.name_in(t.code()))
        .collect();
    names.dedup();
    t.all_of(&names)
}

/// The ways to serve a trip with what is on the shelf.
pub(super) fn compare(t: Locale, snapshot: &Snapshot, trip: Trip, wanted: TripWanted) -> FoundTrip {
    let plans = plans(snapshot, trip.stops());
    found_trip(t, trip, &plans, wanted)
}

fn found_trip<'a>(t: Locale, trip: Trip, plans: &'a [Arc<Plan>], wanted: TripWanted) -> FoundTrip {
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

/// The page of a trip as it was written.
pub(super) fn whole_trip(t: Locale, text: &str) -> String {
    with_text(&t.path(Routes::TRIP), text)
}

/// The address at which the one box answers a text.
pub(super) fn in_the_box(t: Locale, text: &str) -> String {
    with_text(&t.path(Routes::SEARCH), text)
}

fn with_text(path: &str, text: &str) -> String {
    let query: String = form_urlencoded::Serializer::new(String::new())
        .append_pair("q", text)
        .finish();
    format!("{path}?{query}")
}
