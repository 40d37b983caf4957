//! Answers that belong to one visitor: kept by no cache, told to no other site, found by no search engine.

use askama::Template;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, LOCATION, REFERRER_POLICY, VARY};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};

use super::fault::Fault;

/// A page of HTML.
#[must_use]
pub fn html(status: StatusCode, body: String) -> Response {
    guarded(status, "text/html; charset=utf-8", body)
}

/// A page from its template.
///
/// # Errors
/// When the template fails.
pub fn page(status: StatusCode, template: &impl Template) -> Result<Response, Fault> {
    Ok(html(status, template.render()?))
}

/// A picture.
#[must_use]
pub fn png(bytes: Vec<u8>) -> Response {
    let mut response = guarded(StatusCode::OK, "image/png", bytes);
    response.headers_mut().insert(HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin"));
    response
}

/// Something for scripts.
#[must_use]
pub fn json(body: &serde_json::Value) -> Response {
    guarded(StatusCode::OK, "application/json", body.to_string())
}

/// On to another page of ours, after a form.
#[must_use]
pub fn see_other(path: &'static str) -> Response {
    let mut response = guarded(StatusCode::SEE_OTHER, "text/plain; charset=utf-8", "");
    response.headers_mut().insert(LOCATION, HeaderValue::from_static(path));
    response
}

/// The same answer for a live stream, whose type is set already.
pub fn guard(response: &mut Response) {
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex"));
    headers.insert(VARY, HeaderValue::from_static("Accept, Cookie"));
}

fn guarded(status: StatusCode, kind: &'static str, body: impl IntoResponse) -> Response {
    let mut response = (status, body).into_response();
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    guard(&mut response);
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_private_answer_says_so() {
        for response in [html(StatusCode::OK, String::new()), png(Vec::new()), see_other("/my-esims"), Fault::NotFound.into_response()] {
            let header = |name: &str| response.headers().get(name).unwrap().to_str().unwrap().to_owned();
            assert_eq!(header("cache-control"), "no-store");
            assert_eq!(header("referrer-policy"), "no-referrer");
            assert_eq!(header("x-robots-tag"), "noindex");
            assert_eq!(header("vary"), "Accept, Cookie");
        }
    }
}
