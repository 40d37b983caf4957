//! Pages, files and redirects that belong to one visitor, each with the headers that say so.

use askama::Template;
use axum::body::Body;
use axum::http::header::{
    ACCEPT_ENCODING, CONTENT_DISPOSITION, CONTENT_ENCODING, InvalidHeaderValue, LOCATION, VARY,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::Response;

use super::error::WebError;
use super::private_headers::private_response;
use super::response;
use crate::catalogue::pages::{Answer, Page};
use crate::l10n::Locale;

/// A page of HTML.
#[must_use]
pub fn html(status: StatusCode, body: String) -> Response {
    private_response(status, response::HTML, body)
}

/// A page from its template.
///
/// # Errors
/// When the template fails.
pub fn page(status: StatusCode, template: &impl Template) -> Result<Response, WebError> {
    Ok(html(status, template.render()?))
}

/// The same, compressed for a connection that hardly carries it. Not for a page that holds a secret
/// beside what a visitor can choose.
///
/// # Errors
/// When the template or a compressor fails.
pub fn compressed(
    status: StatusCode,
    template: &impl Template,
    headers: &HeaderMap,
) -> Result<Response, WebError> {
    let body = template.render()?;
    let accept = headers
        .get(ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok());
    let written =
        Page::compress(body.as_bytes(), response::HTML).and_then(|page| page.answer(accept, None));
    let Ok(Answer::Whole {
        body: small,
        encoding,
        ..
    }) = written
    else {
        return Ok(html(status, body));
    };
    let mut response = private_response(status, response::HTML, Body::from(small));
    response.headers_mut().insert(
        VARY,
        HeaderValue::from_static("Accept, Accept-Encoding, Cookie"),
    );
    if let Some(encoding) = encoding.header() {
        response
            .headers_mut()
            .insert(CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    Ok(response)
}

/// A file for the visitor to keep; `disposition` names it (RFC 6266).
#[must_use]
pub fn file(kind: &'static str, disposition: &'static str, body: String) -> Response {
    let mut response = private_response(StatusCode::OK, kind, body);
    response
        .headers_mut()
        .insert(CONTENT_DISPOSITION, HeaderValue::from_static(disposition));
    response
}

/// A PDF for the visitor to keep, under a name of ours.
///
/// # Errors
/// When the name cannot stand in a header.
pub fn pdf(name: &str, bytes: Vec<u8>) -> Result<Response, InvalidHeaderValue> {
    let mut response = private_response(StatusCode::OK, "application/pdf", bytes);
    response.headers_mut().insert(
        CONTENT_DISPOSITION,
        HeaderValue::from_str(&format!("attachment; filename=\"{name}\""))?,
    );
    Ok(response)
}

/// A picture.
#[must_use]
pub fn png(bytes: Vec<u8>) -> Response {
    let mut response = private_response(StatusCode::OK, "image/png", bytes);
    response.headers_mut().insert(
        HeaderName::from_static("cross-origin-resource-policy"),
        HeaderValue::from_static("same-origin"),
    );
    response
}

/// Something for scripts.
#[must_use]
pub fn json(body: &serde_json::Value) -> Response {
    private_response(StatusCode::OK, "application/json", body.to_string())
}

/// On to another page of ours in the same language, after a form.
///
/// # Errors
/// When the path cannot stand in a header.
pub fn see_other(t: Locale, path: &str) -> Result<Response, InvalidHeaderValue> {
    let mut response = private_response(StatusCode::SEE_OTHER, "text/plain; charset=utf-8", "");
    response
        .headers_mut()
        .insert(LOCATION, HeaderValue::from_str(&t.path(path))?);
    Ok(response)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_private_answer_says_so() {
        for response in [
            html(StatusCode::OK, String::new()),
            png(Vec::new()),
            see_other(Locale::ENGLISH, "/my-esims").unwrap(),
        ] {
            let header = |name: &str| {
                response
                    .headers()
                    .get(name)
                    .unwrap()
                    .to_str()
                    .unwrap()
                    .to_owned()
            };
            assert_eq!(header("cache-control"), "no-store");
            assert_eq!(header("referrer-policy"), "no-referrer");
            assert_eq!(header("x-robots-tag"), "noindex");
            assert_eq!(header("vary"), "Accept, Cookie");
        }
    }
}
