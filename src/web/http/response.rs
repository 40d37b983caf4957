//! Answers as headers and bytes: stored pages, pages made for one request, and what broke.

use std::fmt::Display;
use std::io;

use askama::Template;
use axum::body::Body;
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, ETAG,
    IF_NONE_MATCH, VARY,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{Html, IntoResponse, Response};

use crate::catalogue::pages::{Answer, Page};
use crate::l10n::Locale;

/// Type of a page.
pub const HTML: &str = "text/html; charset=utf-8";

/// Headers of a stored page, with all that is put on later.
const ROOM: usize = 16;

/// 200 or 304, in the best encoding that the client takes.
pub fn with_page(page: &Page, headers: &HeaderMap) -> Response {
    let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    match page.answer(text(ACCEPT_ENCODING), text(IF_NONE_MATCH)) {
        Ok(answer) => written(answer, page.mime()),
        Err(error) => broken::<io::Error>(&error),
    }
}

fn written(answer: Answer, mime: &'static str) -> Response {
    let (status, etag, body, encoding) = match answer {
        Answer::Whole {
            body,
            encoding,
            etag,
        } => (StatusCode::OK, etag, body, encoding.header()),
        Answer::Unchanged { etag } => (StatusCode::NOT_MODIFIED, etag, Default::default(), None),
    };
    let length = body.len();
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    // Room for these and for what every answer wears.
    headers.reserve(ROOM);
    headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
    if let Ok(etag) = HeaderValue::from_maybe_shared(etag) {
        headers.insert(ETAG, etag);
    }
    if status == StatusCode::OK {
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(mime));
        headers.insert(CONTENT_LENGTH, HeaderValue::from(length));
        if let Some(encoding) = encoding {
            headers.insert(CONTENT_ENCODING, HeaderValue::from_static(encoding));
        }
    }
    response
}

/// A page made for this request alone, with `Cache-Control: no-store` unless the caller says
/// otherwise.
pub fn page(status: StatusCode, page: &impl Template) -> Response {
    match page.render() {
        Ok(html) => (status, [(CACHE_CONTROL, "no-store")], Html(html)).into_response(),
        Err(error) => broken(&error),
    }
}

/// A page made for what was asked, the same for everybody who asks the same: a minute fresh.
pub fn asked_for(status: StatusCode, page: &impl Template) -> Response {
    let mut response = self::page(status, page);
    response.headers_mut().insert(
        CACHE_CONTROL,
        HeaderValue::from_static("public, max-age=60"),
    );
    response
}

/// That a page could not be made: [`sorry`] is then said in the visitor's language, which is known
/// where every answer passes.
#[derive(Debug, Clone, Copy)]
pub struct BrokenPage;

/// 500; the log has the reason.
pub fn broken<E: Display>(error: &E) -> Response {
    tracing::error!(error = %error, "a page could not be made");
    let mut response = StatusCode::INTERNAL_SERVER_ERROR.into_response();
    response.extensions_mut().insert(BrokenPage);
    response
}

/// 500, in words that tell the visitor nothing of the inside, with a way on. Needs nothing that may
/// be what is broken.
pub fn sorry(t: Locale) -> Response {
    let (title, text, way) = (
        t.html("fault-show"),
        t.html("fault-nothing-lost"),
        t.html("fault-to-shop"),
    );
    let html = format!(
        "<!doctype html><html lang=\"{}\" dir=\"{}\"><meta charset=\"utf-8\"><meta \
         name=\"viewport\" content=\"width=device-width\">\
         <title>{title}</title><h1>{title}</h1><p>{text}</p><p><a href=\"{}\">{way}</a></p></html>",
        t.code(),
        t.language().direction,
        t.path("/")
    );
    (
        StatusCode::INTERNAL_SERVER_ERROR,
        [(CACHE_CONTROL, "no-store")],
        Html(html),
    )
        .into_response()
}
