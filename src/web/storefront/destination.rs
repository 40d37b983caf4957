//! `GET /esim/{slug}`: the plans of a country, a region or the world.

use std::collections::BTreeSet;
use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde_json::json;

use super::board::{self, BoardRow};
use super::comparison::{self, PlanComparison, Tick};
use super::recommendation::{self, Answered, Pick};
use crate::app::App;
use crate::catalogue::choice::{CHOICES, Choice, ChoiceKind};
use crate::catalogue::snapshot::Shelf;
use crate::catalogue::{Plan, Snapshot, search};
use crate::l10n::{Given, Html, Locale};
use crate::routes::Routes;
use crate::web::http::locale::RequestLocale;
use crate::web::http::page_cache;
use crate::web::http::response;
use crate::web::layout::error_page;
use crate::web::layout::map::Lit;
use crate::web::layout::{Chrome, json_ld};
use domain::choosing::Stay;
use domain::destination::{self, Country, Destination, Region};

/// Plans for several countries that are shown below a country's own.
const ALSO: usize = 6;
/// With fewer plans there is nothing to sort or to leave out.
const WORTH_SORTING: usize = 5;

#[derive(Template)]
#[template(path = "storefront/destination.html")]
struct DestinationPage<'a> {
    t: Locale,
    chrome: Chrome,
    destination: Destination,
    /// Those that were asked for, in the order that was asked for.
    rows: Vec<BoardRow<'a>>,
    /// How many there are in all.
    all: usize,
    /// What all of them share.
    shared: String,
    answer: Option<Answered<'a>>,
    choices: Vec<Filter>,
    also: Vec<BoardRow<'a>>,
    covered: Vec<(&'static Country, Tick)>,
    comparison: Option<PlanComparison>,
    mixed_up: Vec<Destination>,
    lit: Lit,
    structured: String,
}

/// One thing to choose by, as links.
struct Filter {
    label: &'static str,
    /// Its class, for the order.
    kind: &'static str,
    options: Vec<Pick>,
}

/// What was asked of a shelf.
#[derive(Clone, Copy)]
struct DestinationQuery {
    choice: Choice,
    stay: Option<Stay>,
}

impl DestinationQuery {
    fn read(query: &str) -> Self {
        Self {
            choice: Choice::read(query),
            stay: Stay::read(query),
        }
    }

    /// Whether nothing was.
    fn is_nothing(self) -> bool {
        self.choice.is_usual() && self.stay.is_none()
    }
}

/// Orders and filters in one line: each order, and each filter with the way out of it once one is
/// taken.
fn filters(
    t: Locale,
    path: &str,
    DestinationQuery { choice, stay }: DestinationQuery,
) -> Vec<Filter> {
    let filter = |(at, kind): (usize, &ChoiceKind)| {
        let sorts = at == 0;
        let offered = |option: usize| sorts || option > 0 || !choice.takes(at, 0);
        let pick = |(option, (_, label)): (usize, &(&str, &str))| {
            let (label, chosen) = (t.say(label), choice.takes(at, option));
            Pick {
                name: label.clone(),
                label,
                href: recommendation::address(path, choice.with(at, option), stay),
                chosen,
            }
        };
        let options = kind
            .options
            .iter()
            .enumerate()
            .filter(|(option, _)| offered(*option))
            .map(pick)
            .collect();
        Filter {
            label: kind.label,
            kind: if sorts { " sort" } else { "" },
            options,
        }
    };
    CHOICES.iter().enumerate().map(filter).collect()
}

impl<'a> DestinationPage<'a> {
    fn new(
        app: &App,
        here: &RequestLocale,
        snapshot: &'a Snapshot,
        destination: Destination,
        asked: DestinationQuery,
    ) -> Self {
        let t = here.t;
        let shelf = snapshot.shelf(destination.slug());
        let plans = shelf.map(|s| s.plans.as_slice()).unwrap_or_default();
        let mut covered = comparison::covered(plans);
        t.sort_by_name(&mut covered, |(country, _)| country.name_in(t.code()));
        let country = if let Destination::Country(country) = destination {
            Some(country)
        } else {
            None
        };
        // Where a country has plans of its own, the others are compared with them in a table.
        let also = country
            .filter(|_| plans.is_empty())
            .map(|c| cheapest_of_each_place(snapshot.also_covering(c.code)));
        let path = t.path(&destination.path());
        let chrome = chrome(app, here, snapshot, destination, asked);
        let worth_choosing = plans.len() > WORTH_SORTING;
        Self {
            structured: structured(&chrome, t, plans),
            lit: Lit::destination(destination, covered.iter().map(|(country, _)| country.code)),
            mixed_up: destination::confusable_with(destination.slug())
                .into_iter()
                .filter_map(Destination::by_slug)
                .collect(),
            shared: board::shared(t, plans, snapshot.start_by()),
            answer: worth_choosing.then(|| {
                Answered::new(
                    t,
                    &path,
                    asked.choice,
                    asked.stay.unwrap_or_default(),
                    plans,
                )
            }),
            choices: if worth_choosing {
                filters(t, &path, asked)
            } else {
                Vec::new()
            },
            rows: board::rows(t, snapshot, plans, asked.choice.of(plans)),
            all: plans.len(),
            t,
            chrome,
            destination,
            also: board::mixed(t, also.unwrap_or_default()),
            comparison: country
                .filter(|_| !plans.is_empty())
                .and_then(|c| comparison::compare(snapshot, c)),
            covered,
        }
    }

    fn country(&self) -> Option<&'static Country> {
        if let Destination::Country(country) = self.destination {
            Some(country)
        } else {
            None
        }
    }

    fn home(&self) -> Option<&'static Region> {
        self.country()?.home()
    }

    /// Where it is, below the map.
    fn place(&self) -> Option<String> {
        let (t, code) = (self.t, self.t.code());
        let capital = self
            .country()
            .and_then(|country| country.shown_capital(code));
        Some(match (self.home(), capital) {
            (Some(region), Some(capital)) => t
                .with("region", region.name_in(code))
                .with("capital", capital)
                .say("destination-region-capital"),
            (Some(region), None) => t
                .with("region", region.name_in(code))
                .say("destination-region"),
            (None, Some(capital)) => t.with("capital", capital).say("destination-capital"),
            (None, None) if self.covered.len() > 1 => {
                t.with("n", self.covered.len()).say("destination-covers")
            }
            (None, None) => return None,
        })
    }

    /// Whether each plan of the shelf works in all of its countries.
    fn all_alike(&self) -> bool {
        self.covered.iter().all(|(_, tick)| *tick == Tick::All)
    }
}

/// Asks whether it is the right place, where its name is mixed up with others.
#[must_use]
pub fn mixed_up(t: impl Given<Locale>, places: &[Destination]) -> Option<Html> {
    let t = t.plain();
    let link = |place: &Destination| {
        let name = match place {
            Destination::Country(country) => match country.shown_capital(t.code()) {
                Some(capital) => t
                    .with("place", country.name_in(t.code()))
                    .with("capital", capital)
                    .say("mixed-up-place"),
                None => country.name_in(t.code()).to_owned(),
            },
            other => t.place(*other).to_owned(),
        };
        Html::link(&t.path(&place.path()), &name)
    };
    let links: Vec<String> = places.iter().map(|place| link(place).to_string()).collect();
    (!links.is_empty()).then(|| {
        t.with_html("places", &Html::of(t.one_of(&links)))
            .html("mixed-up")
    })
}

/// From many plans for several countries, the least-priced of each place, so that six rows show six
/// choices.
fn cheapest_of_each_place(plans: &[Arc<Plan>]) -> Vec<&Arc<Plan>> {
    let mut sorted: Vec<&Arc<Plan>> = plans.iter().collect();
    sorted.sort_by_key(|p| (p.countries(), p.price.minor));
    let mut seen = BTreeSet::new();
    sorted.retain(|p| seen.insert(p.place(Locale::ENGLISH)));
    sorted.truncate(ALSO);
    sorted
}

fn chrome(
    app: &App,
    here: &RequestLocale,
    snapshot: &Snapshot,
    destination: Destination,
    asked: DestinationQuery,
) -> Chrome {
    let (t, path) = (here.t, destination.path());
    let shelf = snapshot.shelf(destination.slug());
    let title = t
        .with("place", t.place(destination))
        .say("destination-title");
    let mut chrome = Chrome::new(app, here, title)
        .described(describe(t, destination, shelf))
        .at(&path)
        .picturing(app, snapshot, destination);
    if shelf.is_some() {
        chrome = chrome.below(&[
            (&t.say("nav-destinations"), Routes::DESTINATIONS),
            (t.place(destination), &path),
        ]);
    }
    chrome.noindex = shelf.is_none() || !asked.is_nothing();
    chrome
}

fn describe(t: Locale, destination: Destination, shelf: Option<&Shelf>) -> String {
    let Some((plans, from)) = shelf.and_then(|s| Some((s.plans.len(), s.from()?))) else {
        return String::new();
    };
    t.with("n", plans)
        .with("place", t.place(destination))
        .with("price", from)
        .say("destination-description")
}

fn structured(chrome: &Chrome, t: Locale, plans: &[Arc<Plan>]) -> String {
    let item = |(at, plan): (usize, &Arc<Plan>)| json!({ "@type": "ListItem", "position": at + 1, "name": plan.title(t), "url": chrome.absolute(&plan.path()) });
    let items: Vec<_> = plans.iter().enumerate().map(item).collect();
    json_ld(
        &json!({ "@context": "https://schema.org", "@type": "ItemList", "itemListElement": items }),
    )
}

/// The plans of one destination; an old or other name is sent on to the right address. Sorted,
/// filtered or with a stay in the query, it is made for the request.
pub async fn show(
    State(app): State<App>,
    here: RequestLocale,
    Path(slug): Path<String>,
    request: Request,
) -> Response {
    let snapshot = app.catalogue.snapshot();
    let Some(destination) = Destination::by_slug(&slug) else {
        return match search::meant_by(&slug) {
            Some(meant) => Redirect::permanent(&here.t.path(&meant.path())).into_response(),
            None => error_page::not_found(&app, &here),
        };
    };
    let asked = DestinationQuery::read(request.uri().query().unwrap_or_default());
    if !asked.is_nothing() {
        let page = DestinationPage::new(&app, &here, &snapshot, destination, asked);
        return response::asked_for(StatusCode::OK, &page);
    }
    let render = || DestinationPage::new(&app, &here, &snapshot, destination, asked).render();
    page_cache::get_or_render(
        &snapshot,
        here.t,
        &destination.path(),
        request.headers(),
        response::HTML,
        render,
    )
}
