//! `GET /styleguide`, in the demo only: the pieces that pages are made of, each in its states. For who changes the look; travellers never see it.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::language::Here;
use super::layout::Chrome;
use super::map::Lit;
use super::respond;
use crate::app::App;
use crate::catalogue::Plan;
use crate::catalogue::snapshot::Shelf;
use crate::l10n::Locale;

/// Colours by their name in shop.css.
const COLOURS: [&str; 12] = ["paper", "sheet", "sunk", "line", "edge", "muted", "ink", "accent-fill", "accent-ink", "good", "warn", "bad"];

#[derive(Template)]
#[template(path = "sandbox/styleguide.html")]
struct StyleguidePage<'a> {
    t: Locale,
    chrome: Chrome,
    plans: Vec<&'a Arc<Plan>>,
    shelves: Vec<&'a Shelf>,
    start_by: String,
    lit: Lit,
}

/// The pieces, or nothing in a shop that sells.
pub async fn show(State(app): State<App>, here: Here) -> Response {
    if !app.config.demo {
        return respond::not_found(&app, &here);
    }
    let snapshot = app.catalogue.snapshot();
    let shelves: Vec<&Shelf> = snapshot.by_sales().into_iter().take(4).collect();
    let plans: Vec<_> = shelves.iter().filter_map(|shelf| shelf.plans.iter().rev().nth(2)).take(3).collect();
    let lit = shelves.first().map(|shelf| Lit::destination(shelf.destination, ["FR", "DE"])).unwrap_or_default();
    let chrome = Chrome::new(&app, &here, "Style guide").noindex();
    respond::page(StatusCode::OK, &StyleguidePage { t: here.t, chrome, plans, shelves, start_by: here.t.date(snapshot.start_by()), lit })
}
