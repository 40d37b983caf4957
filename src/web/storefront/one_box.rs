//! What the one box answers: an order, a phone, a trip, plans that fit a stay, and what is true of
//! places that are no country. Words and links; reads no database.

use std::cmp::Reverse;
use std::sync::Arc;

use chrono::NaiveDate;

use super::recommendation;
use super::trip_ways::{self as trips, FoundTrip, TripWanted, plan_for};
use crate::app::App;
use crate::catalogue::choice::Choice;
use crate::catalogue::{Plan, Snapshot};
use crate::l10n::Locale;
use domain::choosing::{Habit, Stay};
use domain::destination::nowhere::{self, Truth};
use domain::destination::{Destination, fold};
use domain::phone::{Phone, Takes};
use domain::product::Data;
use domain::question::{Amount, Travel};
use domain::trip::{Miss, Need, Serves, Trip, buy_from};

/// Plans that are shown as an answer.
const PLANS: usize = 3;
/// How long a stay is, and how much data it takes on a day, where nobody says: a week of what a
/// phone is used for at home.
const USUAL: (u32, u64) = (7, 1024);

/// Makers whose exceptions are other families than those that take an eSIM.
const EXCEPT_OTHERS: [&str; 2] = ["google", "small"];

/// What is known of a phone that was asked about.
pub(super) struct PhoneAnswer {
    pub(super) verdict: String,
    /// Which of the family do not.
    pub(super) except: Option<String>,
}

impl PhoneAnswer {
    pub(super) fn about(t: Locale, model: Option<&(String, &'static Phone)>) -> Self {
        let Some((name, phone)) = model else {
            return Self {
                verdict: t.say("box-phone-any"),
                except: None,
            };
        };
        let words = t.with("phone", name.as_str());
        let verdict = match phone.takes {
            Takes::Yes => words.say("box-phone-yes"),
            Takes::No => words.say("box-phone-no"),
            Takes::Some => words.say("box-phone-some"),
        };
        let not = || {
            format!(
                "{}: {}",
                t.say("devices-not"),
                t.say(&format!("devices-{}-not", phone.maker))
            )
        };
        let told = match phone.takes {
            Takes::Yes => !EXCEPT_OTHERS.contains(&phone.maker),
            Takes::No => false,
            Takes::Some => true,
        };
        Self {
            verdict,
            except: told.then(not),
        }
    }
}

/// What is true of a place that is no country.
pub(super) struct Note {
    /// As it is called here.
    pub(super) place: String,
    pub(super) text: String,
    /// Where the plans are that are meant, if any.
    pub(super) plans: Option<Destination>,
}

/// What is to be said of the places in a text: the owner's words before ours.
pub(super) fn notes(app: &App, t: Locale, text: &str) -> Option<Note> {
    let folded = fold(text);
    let own = app.config.shop.places.note.iter().find_map(|note| {
        let name = note
            .names
            .iter()
            .find(|name| nowhere::says(&folded, &fold(name)))?;
        Some(Note {
            place: name.clone(),
            text: note.text.in_language(t.code())?.to_owned(),
            plans: note.destination(),
        })
    });
    own.or_else(|| {
        let (place, name) = nowhere::named_in(text)?;
        let words = t.with("place", capitalised(name));
        let (text, plans) = match place.truth {
            Truth::Sea => (t.say("note-sea"), None),
            Truth::Air => (t.say("note-air"), None),
            Truth::Divided(country) => (
                words
                    .with("country", country.name_in(t.code()))
                    .say("note-divided"),
                Some(country),
            ),
            Truth::Served(country) => (
                words
                    .with("country", country.name_in(t.code()))
                    .say("note-served"),
                Some(country),
            ),
            Truth::None => (words.say("note-none"), None),
        };
        Some(Note {
            place: capitalised(name),
            text,
            plans: plans.map(Destination::Country),
        })
    })
}

fn capitalised(name: &str) -> String {
    let mut letters = name.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

/// A trip, answered.
pub(super) struct TripAnswer {
    pub(super) href: String,
    pub(super) places: String,
    pub(super) asked: String,
    pub(super) found: Result<FoundTrip, String>,
    /// What was assumed, taken for something else, or not understood.
    pub(super) notes: Vec<String>,
}

impl TripAnswer {
    pub(super) async fn new(app: &App, t: Locale, text: &str, travel: &Travel) -> Self {
        let (snapshot, today) = (
            Arc::clone(&app.catalogue.snapshot()),
            app.clock.now().date_naive(),
        );
        let need = travel
            .amount
            .map_or(Need::MegabytesPerDay(USUAL.1), Amount::need);
        let people = travel.people.unwrap_or(1);
        let wanted = TripWanted {
            need,
            people,
            today,
        };
        let found = match travel.trip() {
            Ok(trip) => Ok(trips::compare(t, &snapshot, trip, wanted)
                .advised(app, t, wanted)
                .await),
            Err(error) => Err(trips::no_trip(t, error)),
        };
        let places = found
            .as_ref()
            .map(|found| found.places(t))
            .unwrap_or_default();
        let mut notes = found
            .as_ref()
            .map(|found| found.notes.clone())
            .unwrap_or_default();
        if travel.reading.assumed {
            notes.push(t.say("trip-assumed"));
        }
        notes.extend(early(t, travel, today).filter(|_| travel.reading.first.is_none()));
        if !travel.reading.unknown.is_empty() {
            notes.push(
                t.with("parts", travel.reading.unknown.join(", "))
                    .say("trip-unknown"),
            );
        }
        let days = found.as_ref().ok().map(|found| found.trip.days());
        let usual = if travel.amount.is_none() {
            "&need=daily"
        } else {
            ""
        };
        Self {
            href: format!("{}{usual}", trips::whole_trip(t, text)),
            asked: asked(t, days, travel),
            places,
            found,
            notes,
        }
    }
}

/// Plans of one place for what was asked.
pub(super) struct Fitting {
    pub(super) place: Destination,
    pub(super) path: String,
    pub(super) asked: String,
    pub(super) rows: Vec<FittingPlan>,
    /// Whether each of them is enough; else the nearest are shown, with what they lack.
    pub(super) enough: bool,
    /// Whether the plans are the answer, rather than the place's page.
    pub(super) plans_first: bool,
    /// That it is too early to buy, and that one order is not enough for all.
    pub(super) notes: Vec<String>,
}

/// One of them.
pub(super) struct FittingPlan {
    pub(super) plan: Arc<Plan>,
    pub(super) path: String,
    /// What it lacks, and what it comes to for all.
    pub(super) about: String,
}

impl Fitting {
    /// `None` where nothing was asked but the place, or nothing is sold for it.
    pub(super) fn new(
        t: Locale,
        snapshot: &Snapshot,
        place: Destination,
        travel: &Travel,
        today: NaiveDate,
    ) -> Option<Self> {
        let plain = travel.amount.is_none() && travel.days().is_none() && travel.people.is_none();
        let plain = plain && travel.reading.first.or(travel.month).is_none();
        if plain {
            return None;
        }
        let need = travel
            .amount
            .map_or(Need::MegabytesPerDay(USUAL.1), Amount::need);
        let people = travel.people.unwrap_or(1);
        let (chosen, enough) = fitting(snapshot, place, travel.days(), need)?;
        let assumed = Some(usual_stay(need)).filter(|_| matches!(need, Need::MegabytesPerDay(_)));
        let row = |(plan, misses): WeighedPlan| FittingPlan {
            path: plan_for(t, &plan, travel.reading.first, people),
            about: misses
                .into_iter()
                .map(|miss| trips::lacking(t, miss))
                .chain(trips::for_all(t, plan.price, people))
                .collect::<Vec<_>>()
                .join(" · "),
            plan,
        };
        Some(Self {
            place,
            path: shelf_path(t, place, travel),
            asked: asked(t, travel.days().or(assumed), travel),
            rows: chosen.into_iter().map(row).collect(),
            enough,
            plans_first: travel.amount.is_some(),
            notes: early(t, travel, today)
                .into_iter()
                .chain(trips::one_order(t, people))
                .collect(),
        })
    }
}

/// The days that are meant where nobody says: an amount in all is asked for whatever the stay, one
/// a day for a usual one.
fn usual_stay(need: Need) -> u32 {
    match need {
        Need::MegabytesPerDay(_) => USUAL.0,
        Need::Megabytes(_) | Need::Unlimited => 1,
    }
}

/// The page of a place; where only a stay was named, with the answer to it.
fn shelf_path(t: Locale, place: Destination, travel: &Travel) -> String {
    let stay = travel
        .days()
        .filter(|_| travel.amount.is_none())
        .map(|days| Stay {
            days,
            habit: Habit::Everyday,
        });
    recommendation::address(&t.path(&place.path()), Choice::default(), stay)
}

/// A plan and what it lacks.
type WeighedPlan = (Arc<Plan>, Vec<Miss>);

/// The cheapest plans that last as long and hold as much; else those that lack least, with what it
/// is.
fn fitting(
    snapshot: &Snapshot,
    place: Destination,
    stay: Option<u32>,
    need: Need,
) -> Option<(Vec<WeighedPlan>, bool)> {
    let own = snapshot
        .shelf(place.slug())
        .map(|shelf| shelf.plans.as_slice())
        .unwrap_or_default();
    let wider = if let Destination::Country(country) = place {
        snapshot.also_covering(country.code)
    } else {
        &[]
    };
    let trip = Trip::of(&[("", stay.unwrap_or_else(|| usual_stay(need)))], None).ok()?;
    let weighed = |plan: &Arc<Plan>| {
        let mut offer = plan.offer();
        if stay.is_none() && matches!(need, Need::Megabytes(_)) {
            // Nobody said over how many days: over all that the plan lasts.
            (offer.data, offer.full_speed) = (offer.counted(need, offer.days.into()), None);
        }
        (Arc::clone(plan), offer.misses(&trip, Serves::all(1), need))
    };
    let mut all: Vec<WeighedPlan> = own.iter().map(weighed).collect();
    if all.iter().all(|(_, misses)| !misses.is_empty()) {
        all.extend(wider.iter().map(weighed));
    }
    let enough = all.iter().any(|(_, misses)| misses.is_empty());
    if enough {
        all.retain(|(_, misses)| misses.is_empty());
        // Who names an amount asks for no flat rate, unless nothing else holds as much.
        let limited = |plan: &Plan| plan.product.data != Data::Unlimited || need == Need::Unlimited;
        all.sort_by_key(|(plan, _)| {
            (
                !limited(plan),
                plan.price.minor,
                Reverse(plan.product.days),
                plan.product.id.clone(),
            )
        });
    } else {
        all.sort_by_key(|(plan, misses)| {
            (
                misses.iter().map(|miss| miss.lacking()).sum::<u64>(),
                plan.price.minor,
                plan.product.id.clone(),
            )
        });
    }
    all.truncate(PLANS);
    (!all.is_empty()).then_some((all, enough))
}

/// `10 days · 10 GB · 4 people`
pub(super) fn asked(t: Locale, days: Option<u32>, travel: &Travel) -> String {
    let data = match travel.amount {
        Some(Amount::Unlimited) => t.say("data-unlimited"),
        Some(Amount::InAll(megabytes)) => t.data(Data::Megabytes(megabytes)),
        Some(Amount::ADay(megabytes)) => t
            .with("data", t.data(Data::Megabytes(megabytes)))
            .say("box-a-day"),
        None => t
            .with("data", t.data(Data::Megabytes(USUAL.1)))
            .say("box-everyday"),
    };
    let people = travel
        .people
        .filter(|people| *people > 1)
        .map(|people| t.with("n", people).say("box-people"));
    days.map(|days| t.days(days))
        .into_iter()
        .chain([data])
        .chain(people)
        .collect::<Vec<_>>()
        .join(" · ")
}

/// That it is too early to buy for these days.
fn early(t: Locale, travel: &Travel, today: NaiveDate) -> Option<String> {
    let day = buy_from(travel.reading.first.or(travel.month)?, today)?;
    Some(t.with("day", t.date(day)).say("trip-early"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_that_slows_down_nobody_knows_when_is_not_said_to_hold_nothing() {
        let miss = Miss::TooSmall {
            data: Data::Megabytes(0),
            needed: Data::Megabytes(7168),
        };
        assert_eq!(
            trips::lacking(Locale::ENGLISH, miss),
            "Slows down, and the network doesn’t say after how much; your trip needs about 7 GB"
        );
    }
}
