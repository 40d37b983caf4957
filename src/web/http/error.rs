//! What a visitor reads when a page cannot be shown. The log reads something else, once, here.

use axum::http::StatusCode;
use axum::http::header::InvalidHeaderValue;
use axum::response::{IntoResponse, Response};

use super::private_headers::private_response;
use super::response::HTML;
use crate::db;
use crate::l10n::Locale;

/// A page that cannot be shown.
#[derive(Debug, thiserror::Error)]
pub enum WebError {
    /// There is nothing here, or nothing that is this visitor's: the two look alike.
    #[error("not found")]
    NotFound,
    /// A form was sent from another site's page.
    #[error("a form of another site")]
    OtherOrigin,
    /// The database failed.
    #[error("the database failed: {0}")]
    Db(#[from] db::Error),
    /// A page could not be written.
    #[error("a template failed")]
    Template(#[from] askama::Error),
    /// A header could not be written.
    #[error("a header could not be written")]
    Header(#[from] InvalidHeaderValue),
    /// A QR code could not be drawn.
    #[error(transparent)]
    Qr(#[from] crate::qr::QrError),
    /// An invoice's file could not be made.
    #[error(transparent)]
    Invoice(#[from] crate::flows::invoices::NoFile),
}

impl WebError {
    fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::OtherOrigin => StatusCode::FORBIDDEN,
            Self::Db(_) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Template(_) | Self::Header(_) | Self::Qr(_) | Self::Invoice(_) => {
                StatusCode::INTERNAL_SERVER_ERROR
            }
        }
    }

    fn words(&self) -> ErrorWords {
        let (title, text) = match self {
            Self::NotFound => ("fault-not-found", "fault-not-found-text"),
            Self::OtherOrigin => ("fault-origin", "fault-origin-text"),
            Self::Db(_) => ("fault-look-up", "fault-nothing-lost"),
            Self::Template(_) | Self::Header(_) | Self::Qr(_) | Self::Invoice(_) => {
                ("fault-show", "fault-nothing-lost")
            }
        };
        ErrorWords {
            title,
            text,
            lost: matches!(self, Self::NotFound),
        }
    }
}

/// What the page says, by the keys of its words.
#[derive(Debug, Clone, Copy)]
pub struct ErrorWords {
    /// Above.
    pub title: &'static str,
    /// Below it.
    pub text: &'static str,
    /// Whether signing in may help.
    pub lost: bool,
}

impl IntoResponse for WebError {
    /// In bare words; `layout::error_page::frame` puts the shop's frame around them.
    fn into_response(self) -> Response {
        if self.status().is_server_error() {
            tracing::error!(error.message = %self, "a page could not be shown");
        }
        let words = self.words();
        // Which language it is to be in is known only to `frame`.
        let (title, text) = (
            Locale::ENGLISH.say(words.title),
            Locale::ENGLISH.say(words.text),
        );
        let mut response = private_response(
            self.status(),
            HTML,
            format!("<!doctype html><title>{title}</title><h1>{title}</h1><p>{text}"),
        );
        response.extensions_mut().insert(words);
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_is_a_private_answer() {
        let response = WebError::NotFound.into_response();
        assert_eq!(response.status(), StatusCode::NOT_FOUND);
        assert_eq!(response.headers()["cache-control"], "no-store");
        assert_eq!(response.headers()["vary"], "Accept, Cookie");
    }
}
