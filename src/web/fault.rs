//! What a visitor reads when a page cannot be shown. The log reads something else, once, here.

use axum::http::StatusCode;
use axum::http::header::InvalidHeaderValue;
use axum::response::{IntoResponse, Response};

use super::private;
use crate::db;

/// A page that cannot be shown.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// There is nothing here, or nothing that is this visitor's: the two look alike.
    #[error("not found")]
    NotFound,
    /// A form was sent from another site's page.
    #[error("a form of another site")]
    OtherOrigin,
    /// The database failed.
    #[error("the database failed")]
    Db(#[from] db::Error),
    /// A page could not be written.
    #[error("a template failed")]
    Template(#[from] askama::Error),
    /// A header could not be written.
    #[error("a header could not be written")]
    Header(#[from] InvalidHeaderValue),
    /// A QR code could not be drawn.
    #[error(transparent)]
    Qr(#[from] crate::domain::qr::QrError),
}

impl Fault {
    fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::OtherOrigin => StatusCode::FORBIDDEN,
            Self::Db(_) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Template(_) | Self::Header(_) | Self::Qr(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn words(&self) -> (&'static str, &'static str) {
        match self {
            Self::NotFound => {
                ("There is nothing here", "The address may be mistyped, or the page belongs to somebody else. Check the link in your mail.")
            }
            Self::OtherOrigin => ("That did not come from this shop", "Open the page here and press the button again."),
            Self::Db(_) => {
                ("We cannot look this up right now", "Nothing is lost: orders and payments go on by themselves. Try again in a minute.")
            }
            Self::Template(_) | Self::Header(_) | Self::Qr(_) => {
                ("This page could not be shown", "Nothing is lost: orders and payments go on by themselves. Try again in a minute.")
            }
        }
    }
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        if self.status().is_server_error() {
            // A database error can hold values; its kind is enough.
            tracing::error!(error.kind = %self, "a page could not be shown");
        }
        let (title, text) = self.words();
        let page = format!(
            "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{title}</title>\
             <main><h1>{title}</h1><p>{text}</p><p><a href=\"/\">To the shop</a> · <a href=\"/my-esims\">My eSIMs</a></p></main></html>"
        );
        private::html(self.status(), page)
    }
}
