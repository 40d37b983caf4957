//! `GET /styleguide`, in the demo only: the pieces that pages are made of, each in its states. For
//! who changes the look; travellers never see it.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::board::{self, BoardRow};
use super::recommendation::Answered;
use crate::app::App;
use crate::catalogue::choice::Choice;
use crate::catalogue::snapshot::Shelf;
use crate::l10n::Locale;
use crate::web::http::locale::RequestLocale;
use crate::web::http::response;
use crate::web::layout::Chrome;
use crate::web::layout::error_page;
use crate::web::layout::map::Lit;
use domain::choosing::Stay;

/// Colours by their name in `static/css/tokens.css`.
const COLOURS: [&str; 12] = [
    "paper",
    "sheet",
    "sunk",
    "line",
    "edge",
    "muted",
    "ink",
    "accent-fill",
    "accent-ink",
    "good",
    "warn",
    "bad",
];

#[derive(Template)]
#[template(path = "sandbox/styleguide.html")]
struct StyleguidePage<'a> {
    t: Locale,
    chrome: Chrome,
    board: Vec<BoardRow<'a>>,
    mixed: Vec<BoardRow<'a>>,
    answer: Option<Answered<'a>>,
    shelves: Vec<&'a Shelf>,
    lit: Lit,
}

/// The pieces, or nothing in a shop that sells.
pub async fn show(State(app): State<App>, here: RequestLocale) -> Response {
    if !app.config.demo {
        return error_page::not_found(&app, &here);
    }
    let snapshot = app.catalogue.snapshot();
    let shelves: Vec<&Shelf> = snapshot.by_sales().into_iter().take(4).collect();
    let plans = shelves
        .first()
        .map(|shelf| shelf.plans.as_slice())
        .unwrap_or_default();
    let board = board::rows(
        here.t,
        &snapshot,
        plans,
        plans.iter().rev().take(6).rev().collect(),
    );
    let mixed = board::mixed(
        here.t,
        shelves.iter().filter_map(|shelf| shelf.plans.first()),
    );
    let answer = Some(Answered::new(
        here.t,
        "/styleguide",
        Choice::default(),
        Stay::default(),
        plans,
    ));
    let lit = shelves
        .first()
        .map(|shelf| Lit::destination(shelf.destination, ["FR", "DE"]))
        .unwrap_or_default();
    let chrome = Chrome::new(&app, &here, "Style guide").noindex();
    response::page(
        StatusCode::OK,
        &StyleguidePage {
            t: here.t,
            chrome,
            board,
            mixed,
            answer,
            shelves,
            lit,
        },
    )
}
