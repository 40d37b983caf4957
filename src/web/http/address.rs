//! What can be an address of the shop at all. What cannot is answered before any route or table
//! sees it.

use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::request::Parts;
use percent_encoding::percent_decode_str;

use super::error::WebError;
use crate::app::App;
use domain::outside;

/// Whether a path can be one of the shop's: text, without what no table keeps or what turns a page
/// around, and no second slash, which a browser that is sent there takes for another host.
#[must_use]
pub fn is_one(path: &str) -> bool {
    let text = percent_decode_str(path).decode_utf8();
    path.starts_with('/')
        && !path.contains("//")
        && text.is_ok_and(|text| !text.chars().any(|c| outside::is_unfit(c) || c == '\\'))
}

/// The unguessable part of an order's address. An extractor: what cannot be one is not looked up.
#[derive(Debug)]
pub struct OrderToken(pub String);

impl FromRequestParts<App> for OrderToken {
    type Rejection = WebError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, WebError> {
        let params = RawPathParams::from_request_parts(parts, app)
            .await
            .map_err(|_| WebError::NotFound)?;
        let token = params
            .iter()
            .find(|(name, _)| *name == "token")
            .map(|(_, token)| token.to_owned());
        let fits = |token: &String| {
            token.len() <= 64
                && token
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))
        };
        token.filter(fits).map(Self).ok_or(WebError::NotFound)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_text_with_single_slashes() {
        for path in [
            "/",
            "/esim/japan",
            "/es/esim/japan",
            "/orders/a-b_c",
            "/search",
            "/esim/c%C3%B4te",
            "/plans/a%20b",
            "/esim/",
        ] {
            assert!(is_one(path), "{path}");
        }
        for path in [
            "//host",
            "/es//x",
            "/esim/%ff",
            "/orders/%00",
            "/a%0d%0ab",
            "/%E2%80%AE",
            "/\\host",
            "/%5chost",
            "*",
            "",
        ] {
            assert!(!is_one(path), "{path}");
        }
    }
}
