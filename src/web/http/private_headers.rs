//! What an answer that belongs to one visitor says of itself: kept by no cache, told to no other
//! site, found by no search engine.

use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, REFERRER_POLICY, VARY};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};

/// An answer of this kind, with those headers.
pub fn private_response(
    status: StatusCode,
    kind: &'static str,
    body: impl IntoResponse,
) -> Response {
    let mut response = (status, body).into_response();
    response
        .headers_mut()
        .insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    add_private_headers(&mut response);
    response
}

/// The headers alone, for an answer whose type is set already.
pub fn add_private_headers(response: &mut Response) {
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(
        HeaderName::from_static("x-robots-tag"),
        HeaderValue::from_static("noindex"),
    );
    headers.insert(VARY, HeaderValue::from_static("Accept, Cookie"));
}
