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
pub fn get_or_render<E: Display>(
    snapshot: &Snapshot,
    t: Locale,
    path: &str,
    headers: &HeaderMap,
    mime: &'static str,
    render: impl FnOnce() -> Result<String, E>,
) -> Option<Response> {
    let place = snapshot.page(t, path)?;
    let page = match place.get() {
        Some(page) => page,
        None => {
            let made = match render() {
                Ok(html) => Page::compress(html.as_bytes(), mime),
                Err(error) => return Some(broken(&error)),
            };
            match made {
                Ok(page) => place.get_or_init(|| page),
                Err(error) => return Some(broken(&error)),
            }
        }
    };
    Some(shelved(page, headers))
}

/// A page of the shelf that somebody has seen before: nothing but its path and language decides
/// what it says, so no handler need be asked.
pub fn get(app: &App, request: &Request) -> Option<Response> {
    let snapshot = app.catalogue.snapshot();
    let t = request
        .extensions()
        .get::<Locale>()
        .copied()
        .filter(|_| request.uri().query().is_none())?;
    let page = snapshot
        .page(t, request.uri().path())
        .filter(|_| request.method() == Method::GET)?
        .get()?;
    Some(shelved(page, request.headers()))
}

fn shelved(page: &Page, headers: &HeaderMap) -> Response {
    let mut response = with_page(page, headers);
    response.headers_mut().insert(CACHE_CONTROL, SHELF);
    response
}

#[cfg(test)]
mod tests;
