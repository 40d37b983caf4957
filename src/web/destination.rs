//! `GET /esim/{slug}`: the plans of a country, a region or the world.

use std::collections::BTreeSet;
use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, Request, State};
use axum::response::{IntoResponse, Redirect, Response};
use serde_json::json;

use super::language::Here;
use super::layout::{Chrome, json_ld};
use super::map::Lit;
use super::respond;
use crate::app::App;
use crate::catalogue::snapshot::{Shelf, plan_path};
use crate::catalogue::{Plan, Snapshot, search};
use crate::domain::destination::{self, Country, Destination};
use crate::domain::money::Money;
use crate::l10n::Locale;

/// Plans for several countries that are shown below a country's own.
const ALSO: usize = 6;

#[derive(Template)]
#[template(path = "destination.html")]
struct DestinationPage<'a> {
    t: Locale,
    chrome: Chrome,
    destination: Destination,
    plans: &'a [Arc<Plan>],
    lowest: Option<&'a str>,
    also: Vec<&'a Arc<Plan>>,
    covered: Vec<&'static Country>,
    mixed_up: Vec<Destination>,
    lit: Lit,
    structured: String,
}

impl<'a> DestinationPage<'a> {
    fn new(app: &App, here: &Here, snapshot: &'a Snapshot, destination: Destination) -> Self {
        let shelf = snapshot.shelf(destination.slug());
        let plans = shelf.map(|s| s.plans.as_slice()).unwrap_or_default();
        let codes: BTreeSet<&str> = plans.iter().flat_map(|p| p.product.coverage.iter().map(String::as_str)).collect();
        let mut covered: Vec<&Country> = codes.iter().filter_map(|code| destination::country(code)).collect();
        covered.sort_by_cached_key(|c| destination::fold(&c.name));
        let also =
            if let Destination::Country(c) = destination { cheapest_of_each_place(snapshot.also_covering(c.code)) } else { Vec::new() };
        let path = format!("/esim/{}", destination.slug());
        let mut chrome =
            Chrome::new(app, here, &format!("eSIM for {}", destination.phrase())).described(describe(destination, shelf)).at(&path);
        chrome.noindex = plans.is_empty();
        Self {
            t: here.t,
            structured: structured(&chrome, plans),
            lit: Lit::destination(destination, codes.iter().copied()),
            mixed_up: destination::confusable_with(destination.slug()).into_iter().filter_map(Destination::by_slug).collect(),
            lowest: shelf.and_then(Shelf::lowest_per_gigabyte),
            chrome,
            destination,
            plans,
            also,
            covered,
        }
    }

    fn country(&self) -> Option<&'static Country> {
        if let Destination::Country(country) = self.destination { Some(country) } else { None }
    }

    fn from(&self) -> Option<Money> {
        self.plans.iter().map(|p| p.price).min_by_key(|m| m.minor)
    }

    /// Filters only help where there is something to leave out.
    fn filters(&self) -> bool {
        let lengths: BTreeSet<_> = self.plans.iter().map(|p| p.length()).collect();
        self.plans.len() > 5 && lengths.len() > 1
    }

    fn has_unlimited(&self) -> bool {
        self.plans.iter().any(|p| p.unlimited())
    }

    fn has(&self, length: &str) -> bool {
        self.plans.iter().any(|p| p.length() == length)
    }

    fn is_lowest(&self, plan: &Plan) -> bool {
        self.lowest == Some(plan.product.id.as_str())
    }
}

/// From many plans for several countries, the least-priced of each place, so that six cards show six choices.
fn cheapest_of_each_place(plans: &[Arc<Plan>]) -> Vec<&Arc<Plan>> {
    let mut sorted: Vec<&Arc<Plan>> = plans.iter().collect();
    sorted.sort_by_key(|p| (p.countries(), p.price.minor));
    let mut seen = BTreeSet::new();
    sorted.retain(|p| seen.insert(p.place.as_str()));
    sorted.truncate(ALSO);
    sorted
}

fn describe(destination: Destination, shelf: Option<&Shelf>) -> String {
    match shelf.and_then(|s| Some((s.plans.len(), s.from()?))) {
        Some((1, from)) => format!("A prepaid data plan for {}: {from}. QR code seconds after you pay.", destination.phrase()),
        Some((n, from)) => format!("{n} prepaid data plans for {}, from {from}. QR code seconds after you pay.", destination.phrase()),
        None => String::new(),
    }
}

fn structured(chrome: &Chrome, plans: &[Arc<Plan>]) -> String {
    let item = |(at, plan): (usize, &Arc<Plan>)| json!({ "@type": "ListItem", "position": at + 1, "name": plan.title, "url": chrome.absolute(&plan_path(&plan.product.id)) });
    let items: Vec<_> = plans.iter().enumerate().map(item).collect();
    json_ld(&json!({ "@context": "https://schema.org", "@type": "ItemList", "itemListElement": items }))
}

/// The plans of one destination; an old or other name is sent on to the right address.
pub async fn show(State(app): State<App>, here: Here, Path(slug): Path<String>, request: Request) -> Response {
    let snapshot = app.catalogue.snapshot();
    let Some(destination) = Destination::by_slug(&slug) else {
        return match search::meant_by(&slug) {
            Some(meant) => Redirect::permanent(&format!("/esim/{}", meant.slug())).into_response(),
            None => respond::not_found(&app, &here),
        };
    };
    let path = format!("/esim/{}", destination.slug());
    let render = || DestinationPage::new(&app, &here, &snapshot, destination).render();
    respond::from_shelf(&snapshot, here.t, &path, request.headers(), respond::HTML, render)
        .unwrap_or_else(|| respond::not_found(&app, &here))
}
