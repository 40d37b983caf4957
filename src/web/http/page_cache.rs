//! The cache of the shelf's pages: rendered and compressed at the first request of their snapshot,
//! then sent as they are stored. Touches no database.

use std::fmt::Display;

use axum::extract::Request;
use axum::http::header::CACHE_CONTROL;
use axum::http::{HeaderMap, HeaderValue, Method};
use axum::response::Response;

use super::response::{broken, with_page};
use crate::app::App;
use crate::catalogue::Snapshot;
use crate::catalogue::pages::Page;
use crate::l10n::Locale;

/// A minute fresh, and for ten more good enough while a new one is fetched: what a CDN needs to
/// carry a launch.
const SHELF: HeaderValue =
    HeaderValue::from_static("public, max-age=60, stale-while-revalidate=600");

/// A page of the shelf: rendered at the first request of its snapshot, then sent as it is stored.
/// The path is one that has a page.
pub fn get_or_render<E: Display>(
    snapshot: &Snapshot,
    t: Locale,
    path: &str,
    headers: &HeaderMap,
    mime: &'static str,
    render: impl FnOnce() -> Result<String, E>,
) -> Response {
    let pages = snapshot.pages(t);
    if let Some(page) = pages.and_then(|pages| pages.get(path)) {
        return shelved(&page, headers);
    }
    let made = match render() {
        Ok(text) => Page::compress(text.as_bytes(), mime),
        Err(error) => return broken(&error),
    };
    match (made, pages) {
        (Ok(page), Some(pages)) => shelved(&pages.keep(path, page), headers),
        (Ok(page), None) => shelved(&page, headers),
        (Err(error), _) => broken(&error),
    }
}

/// A page of the shelf that somebody has seen before: nothing but its path and language decides
/// what it says, so no handler need be asked.
pub fn get(app: &App, request: &Request) -> Option<Response> {
    if request.method() != Method::GET || request.uri().query().is_some() {
        return None;
    }
    let t = request.extensions().get::<Locale>().copied()?;
    let snapshot = app.catalogue.snapshot();
    let page = snapshot.pages(t)?.get(request.uri().path())?;
    Some(shelved(&page, request.headers()))
}

fn shelved(page: &Page, headers: &HeaderMap) -> Response {
    let mut response = with_page(page, headers);
    response.headers_mut().insert(CACHE_CONTROL, SHELF);
    response
}

#[cfg(test)]
mod tests;
