//! `GET /esim/{slug}`: the plans of a country, a region or the world.

use std::collections::BTreeSet;
use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde_json::json;

use super::language::Here;
use super::layout::{Chrome, json_ld};
use super::map::Lit;
use super::respond;
use super::ticks::{self, Comparison, Tick};
use crate::app::App;
use crate::catalogue::choice::{CHOICES, Choice, Kind};
use crate::catalogue::snapshot::Shelf;
use crate::catalogue::{Plan, Snapshot, search};
use crate::domain::destination::{self, Country, Destination, Region};
use crate::domain::money::Money;
use crate::l10n::{Given, Html, Locale};

/// Plans for several countries that are shown below a country's own.
const ALSO: usize = 6;
/// With fewer plans there is nothing to sort or to leave out.
const WORTH_SORTING: usize = 5;

#[derive(Template)]
#[template(path = "destination.html")]
struct DestinationPage<'a> {
    t: Locale,
    chrome: Chrome,
    destination: Destination,
    /// Those that were asked for, in the order that was asked for.
    plans: Vec<&'a Arc<Plan>>,
    /// How many there are in all.
    all: usize,
    from: Option<Money>,
    lowest: Option<&'a str>,
    choices: Vec<Row>,
    also: Vec<&'a Arc<Plan>>,
    covered: Vec<(&'static Country, Tick)>,
    comparison: Option<Comparison>,
    start_by: String,
    mixed_up: Vec<Destination>,
    lit: Lit,
    structured: String,
}

/// One thing to choose by, as links.
struct Row {
    label: &'static str,
    options: Vec<Link>,
}

struct Link {
    label: &'static str,
    href: String,
    chosen: bool,
}

fn rows(path: &str, choice: Choice) -> Vec<Row> {
    let link = |at: usize, option: usize, label| Link {
        label,
        href: format!("{path}{}#plans", choice.with(at, option).query()),
        chosen: choice.takes(at, option),
    };
    let row = |(at, kind): (usize, &Kind)| Row {
        label: kind.label,
        options: kind.options.iter().enumerate().map(|(option, (_, label))| link(at, option, *label)).collect(),
    };
    CHOICES.iter().enumerate().map(row).collect()
}

impl<'a> DestinationPage<'a> {
    fn new(app: &App, here: &Here, snapshot: &'a Snapshot, destination: Destination, choice: Choice) -> Self {
        let t = here.t;
        let shelf = snapshot.shelf(destination.slug());
        let plans = shelf.map(|s| s.plans.as_slice()).unwrap_or_default();
        let mut covered = ticks::covered(plans);
        t.sort_by_name(&mut covered, |(country, _)| country.name_in(t.code()));
        let country = if let Destination::Country(country) = destination { Some(country) } else { None };
        // Where a country has plans of its own, the others are compared with them in a table.
        let also = country.filter(|_| plans.is_empty()).map(|c| cheapest_of_each_place(snapshot.also_covering(c.code)));
        let path = destination.path();
        let title = t.with("place", t.place(destination)).say("destination-title");
        let mut chrome =
            Chrome::new(app, here, title).described(describe(t, destination, shelf)).at(&path).picturing(app, snapshot, destination);
        if !plans.is_empty() {
            chrome = chrome.below(&[(&t.say("nav-destinations"), "/destinations"), (t.place(destination), &path)]);
        }
        chrome.noindex = plans.is_empty() || !choice.is_usual();
        Self {
            structured: structured(&chrome, t, plans),
            lit: Lit::destination(destination, covered.iter().map(|(country, _)| country.code)),
            mixed_up: destination::confusable_with(destination.slug()).into_iter().filter_map(Destination::by_slug).collect(),
            lowest: shelf.and_then(Shelf::lowest_per_gigabyte),
            from: shelf.and_then(Shelf::from),
            choices: if plans.len() > WORTH_SORTING { rows(&t.path(&path), choice) } else { Vec::new() },
            plans: choice.of(plans),
            all: plans.len(),
            t,
            chrome,
            destination,
            also: also.unwrap_or_default(),
            comparison: country.filter(|_| !plans.is_empty()).and_then(|c| ticks::compare(snapshot, c)),
            start_by: t.date(snapshot.start_by()),
            covered,
        }
    }

    fn country(&self) -> Option<&'static Country> {
        if let Destination::Country(country) = self.destination { Some(country) } else { None }
    }

    fn home(&self) -> Option<&'static Region> {
        self.country()?.home()
    }

    /// How many plans, from what price, and where it is.
    fn lead(&self) -> String {
        let (t, code) = (self.t, self.t.code());
        let plans = match self.from {
            Some(price) => t.with("n", self.all).with("price", price).say("destination-lead"),
            None => t.say("destination-no-plan"),
        };
        let capital = self.country().and_then(|country| country.shown_capital(code));
        let place = match (self.home(), capital) {
            (Some(region), Some(capital)) => {
                t.with("region", region.name_in(code)).with("capital", capital).say("destination-region-capital")
            }
            (Some(region), None) => t.with("region", region.name_in(code)).say("destination-region"),
            (None, Some(capital)) => t.with("capital", capital).say("destination-capital"),
            (None, None) if self.country().is_none() && !self.covered.is_empty() => {
                t.with("n", self.covered.len()).say("destination-covers")
            }
            (None, None) => return plans,
        };
        format!("{plans} {place}")
    }

    /// Whether each plan of the shelf works in all of its countries.
    fn all_alike(&self) -> bool {
        self.covered.iter().all(|(_, tick)| *tick == Tick::All)
    }

    fn is_lowest(&self, plan: &Plan) -> bool {
        self.lowest == Some(plan.product.id.as_str())
    }
}

/// Asks whether it is the right place, where its name is mixed up with others.
#[must_use]
pub fn mixed_up(t: impl Given<Locale>, places: &[Destination]) -> Option<Html> {
    let t = t.plain();
    let link = |place: &Destination| {
        let name = match place {
            Destination::Country(country) => match country.shown_capital(t.code()) {
                Some(capital) => t.with("place", country.name_in(t.code())).with("capital", capital).say("mixed-up-place"),
                None => country.name_in(t.code()).to_owned(),
            },
            other => t.place(*other).to_owned(),
        };
        Html::link(&t.path(&place.path()), &name)
    };
    let links: Vec<String> = places.iter().map(|place| link(place).to_string()).collect();
    (!links.is_empty()).then(|| t.with_html("places", &Html::of(t.one_of(&links))).html("mixed-up"))
}

/// From many plans for several countries, the least-priced of each place, so that six cards show six choices.
fn cheapest_of_each_place(plans: &[Arc<Plan>]) -> Vec<&Arc<Plan>> {
    let mut sorted: Vec<&Arc<Plan>> = plans.iter().collect();
    sorted.sort_by_key(|p| (p.countries(), p.price.minor));
    let mut seen = BTreeSet::new();
    sorted.retain(|p| seen.insert(p.place(Locale::ENGLISH)));
    sorted.truncate(ALSO);
    sorted
}

fn describe(t: Locale, destination: Destination, shelf: Option<&Shelf>) -> String {
    let Some((plans, from)) = shelf.and_then(|s| Some((s.plans.len(), s.from()?))) else { return String::new() };
    t.with("n", plans).with("place", t.place(destination)).with("price", from).say("destination-description")
}

fn structured(chrome: &Chrome, t: Locale, plans: &[Arc<Plan>]) -> String {
    let item = |(at, plan): (usize, &Arc<Plan>)| json!({ "@type": "ListItem", "position": at + 1, "name": plan.title(t), "url": chrome.absolute(&plan.path()) });
    let items: Vec<_> = plans.iter().enumerate().map(item).collect();
    json_ld(&json!({ "@context": "https://schema.org", "@type": "ItemList", "itemListElement": items }))
}

/// The plans of one destination; an old or other name is sent on to the right address. Sorted or filtered by the query, it is made for the request.
pub async fn show(State(app): State<App>, here: Here, Path(slug): Path<String>, request: Request) -> Response {
    let snapshot = app.catalogue.snapshot();
    let Some(destination) = Destination::by_slug(&slug) else {
        return match search::meant_by(&slug) {
            Some(meant) => Redirect::permanent(&here.t.path(&meant.path())).into_response(),
            None => respond::not_found(&app, &here),
        };
    };
    let choice = Choice::read(request.uri().query().unwrap_or_default());
    if !choice.is_usual() {
        let page = DestinationPage::new(&app, &here, &snapshot, destination, choice);
        return respond::asked_for(StatusCode::OK, &page);
    }
    let render = || DestinationPage::new(&app, &here, &snapshot, destination, choice).render();
    respond::from_shelf(&snapshot, here.t, &destination.path(), request.headers(), respond::HTML, render)
        .unwrap_or_else(|| respond::not_found(&app, &here))
}
