//! Who may post: the guard against forms of other sites (cross-site request forgery).

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::request::Parts;
use url::Url;

use super::error::WebError;
use super::security_log::{self, SecurityEvent};
use crate::app::App;

/// Proof that a POST came from a page of ours, or from no browser at all. An extractor for every
/// handler that changes something.
#[derive(Debug, Clone, Copy)]
pub struct SameOrigin;

impl FromRequestParts<App> for SameOrigin {
    type Rejection = WebError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, WebError> {
        if is_same_origin(&parts.headers, &app.config.public_url) {
            return Ok(Self);
        }
        security_log::note(SecurityEvent::OtherOrigin);
        Err(WebError::OtherOrigin)
    }
}

/// `Sec-Fetch-Site` decides where the browser sends it; else `Origin` must be ours; a client that
/// sends neither is no browser.
fn is_same_origin(headers: &HeaderMap, public_url: &Url) -> bool {
    if let Some(site) = headers.get("sec-fetch-site") {
        return site == "same-origin" || site == "none";
    }
    match headers.get("origin") {
        Some(origin) => origin
            .to_str()
            .is_ok_and(|origin| origin == public_url.origin().ascii_serialization()),
        None => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.append(*name, value.parse().unwrap());
        }
        headers
    }

    #[test]
    fn a_post_from_another_site_is_refused() {
        let shop: Url = "https://shop.example/".parse().unwrap();
        let allowed =
            |pairs: &[(&'static str, &'static str)]| is_same_origin(&headers(pairs), &shop);
        assert!(allowed(&[
            ("sec-fetch-site", "same-origin"),
            ("origin", "https://shop.example")
        ]));
        assert!(allowed(&[("sec-fetch-site", "none")]));
        assert!(allowed(&[("origin", "https://shop.example")]));
        assert!(allowed(&[]));
        assert!(!allowed(&[("sec-fetch-site", "cross-site")]));
        assert!(!allowed(&[
            ("sec-fetch-site", "same-site"),
            ("origin", "https://shop.example")
        ]));
        for origin in [
            "https://evil.example",
            "http://shop.example",
            "https://shop.example.evil.example",
            "null",
        ] {
            assert!(!allowed(&[("origin", origin)]), "{origin}");
        }
    }
}
