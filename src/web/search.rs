//! `GET /search?q=`: places that fit what was written; `GET /suggest?q=`: the first of them, while it is being written. Made per request, from memory.

use askama::Template;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;

use super::board::{self, Row};
use super::language::Here;
use super::layout::Chrome;
use super::respond;
use crate::app::App;
use crate::catalogue::Snapshot;
use crate::catalogue::search::{Hit, search};
use crate::catalogue::snapshot::Shelf;
use crate::domain::destination::Destination;
use crate::domain::money::Money;
use crate::l10n::Locale;

/// Plans of the best place that are shown at once.
const PLANS: usize = 3;

/// The query string.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    q: String,
}

#[derive(Template)]
#[template(path = "search.html")]
struct SearchPage<'a> {
    t: Locale,
    chrome: Chrome,
    query: &'a str,
    guessed: bool,
    places: Vec<Place>,
    mixed_up: Vec<Destination>,
    best: Option<Destination>,
    plans: Vec<Row<'a>>,
}

/// A place that fits, with what there is for it.
struct Place {
    hit: Hit,
    plans: usize,
    from: Option<Money>,
    /// Plans for several countries that work there.
    also: usize,
}

impl Place {
    fn new(hit: Hit, snapshot: &Snapshot) -> Self {
        let shelf = snapshot.shelf(hit.destination.slug());
        let also = if let Destination::Country(c) = hit.destination { snapshot.also_covering(c.code).len() } else { 0 };
        Self { plans: shelf.map(|s| s.plans.len()).unwrap_or_default(), from: shelf.and_then(Shelf::from), also, hit }
    }

    /// What is said below its name: by which other name it was found, what there is, and where it is.
    fn about(&self, t: &Locale) -> String {
        let t = *t;
        let stock = match (self.plans, self.also) {
            (0, 0) => t.say("no-plans-now"),
            (0, _) => t.say("in-shared-plans"),
            (plans, _) => t.with("n", plans).say("plans-count"),
        };
        let parts = [self.hit.via.map(str::to_owned), Some(stock), self.whereabouts(t)];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    fn whereabouts(&self, t: Locale) -> Option<String> {
        let Destination::Country(country) = self.hit.destination else { return None };
        let region = country.home()?.name_in(t.code());
        Some(match country.shown_capital(t.code()) {
            Some(capital) => t.with("capital", capital).with("region", region).say("capital-in"),
            None => region.to_owned(),
        })
    }
}

impl<'a> SearchPage<'a> {
    fn new(app: &App, here: &Here, snapshot: &'a Snapshot, query: &'a str) -> Self {
        let found = search(query, here.t.code());
        let best = found.hits.first().map(|h| h.destination);
        let shelf = best.filter(|_| !found.guessed).and_then(|d| snapshot.shelf(d.slug()));
        let t = here.t;
        let title = if query.is_empty() { t.say("search-title") } else { t.with("query", query).say("search-title-for") };
        Self {
            t: here.t,
            chrome: Chrome::new(app, here, title).noindex(),
            query,
            guessed: found.guessed,
            places: found.hits.into_iter().map(|hit| Place::new(hit, snapshot)).collect(),
            mixed_up: found.mixed_up,
            best,
            plans: board::mixed(t, shelf.into_iter().flat_map(|s| s.plans.iter().take(PLANS))),
        }
    }
}

/// Suggestions that a phone has room for above its keyboard.
const SUGGESTED: usize = 6;

/// The options of the search field's list, as the page's script puts them below it.
#[derive(Template)]
#[template(path = "suggestions.html")]
struct Suggestions {
    t: Locale,
    places: Vec<Place>,
}

/// The first that fit; nothing for nothing.
pub async fn suggest(State(app): State<App>, here: Here, asked: Result<Query<Asked>, QueryRejection>) -> Response {
    let Query(asked) = asked.unwrap_or_default();
    let snapshot = app.catalogue.snapshot();
    let hits = search(asked.q.trim(), here.t.code()).hits;
    let mut places: Vec<Place> = hits.into_iter().map(|hit| Place::new(hit, &snapshot)).collect();
    // After three letters “Tokelau” is as good as “Tokyo”: what can be bought goes first.
    places.sort_by_key(|place| place.plans + place.also == 0);
    places.truncate(SUGGESTED);
    respond::asked_for(StatusCode::OK, &Suggestions { t: here.t, places })
}

/// What fits.
pub async fn show(State(app): State<App>, here: Here, asked: Result<Query<Asked>, QueryRejection>) -> Response {
    let Query(asked) = asked.unwrap_or_default();
    let query: String = asked.q.trim().chars().take(80).collect();
    let snapshot = app.catalogue.snapshot();
    respond::asked_for(StatusCode::OK, &SearchPage::new(&app, &here, &snapshot, &query))
}
