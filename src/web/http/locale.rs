//! The language and the path of a request, as `language_prefix` has read them.

use std::convert::Infallible;

use axum::extract::{FromRequestParts, Request};
use axum::http::request::Parts;

use crate::app::App;
use crate::l10n::Locale;

/// Where a visitor is: the language, and the path without it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestLocale {
    /// The language of the answer.
    pub t: Locale,
    /// The path as the routes know it: `/esim/japan`.
    pub path: String,
}

impl RequestLocale {
    /// Of a request that has come past `language_prefix::route`.
    #[must_use]
    pub fn of(app: &App, request: &Request) -> Self {
        let t = request.extensions().get::<Locale>().copied();
        Self {
            t: t.unwrap_or_else(|| app.config.shop.locale()),
            path: request.uri().path().to_owned(),
        }
    }
}

impl FromRequestParts<App> for RequestLocale {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        let t = parts.extensions.get::<Locale>().copied();
        Ok(Self {
            t: t.unwrap_or_else(|| app.config.shop.locale()),
            path: parts.uri.path().to_owned(),
        })
    }
}

impl FromRequestParts<App> for Locale {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        Ok(parts
            .extensions
            .get::<Self>()
            .copied()
            .unwrap_or_else(|| app.config.shop.locale()))
    }
}
