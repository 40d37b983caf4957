//! What a visitor reads when a page cannot be shown. The log reads something else, once, here.

use askama::Template;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::header::InvalidHeaderValue;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::locale::Here;
use super::private;
use crate::app::App;
use crate::db;
use crate::flows::sign_in;
use crate::l10n::Locale;
use crate::web::layout::Chrome;

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

impl Fault {
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

    fn words(&self) -> Words {
        let (title, text) = match self {
            Self::NotFound => ("fault-not-found", "fault-not-found-text"),
            Self::OtherOrigin => ("fault-origin", "fault-origin-text"),
            Self::Db(_) => ("fault-look-up", "fault-nothing-lost"),
            Self::Template(_) | Self::Header(_) | Self::Qr(_) | Self::Invoice(_) => {
                ("fault-show", "fault-nothing-lost")
            }
        };
        Words {
            title,
            text,
            lost: matches!(self, Self::NotFound),
        }
    }
}

/// What the page says, by the keys of its words.
#[derive(Debug, Clone, Copy)]
struct Words {
    title: &'static str,
    text: &'static str,
    /// Whether signing in may help.
    lost: bool,
}

/// The page itself.
#[derive(Template)]
#[template(path = "error.html")]
struct FaultPage {
    t: Locale,
    chrome: Chrome,
    words: Words,
    /// Where a sign-in that begins here leads back to; empty for the list.
    return_to: String,
}

impl IntoResponse for Fault {
    /// In bare words; [`dress`] puts the shop's frame around them.
    fn into_response(self) -> Response {
        if self.status().is_server_error() {
            tracing::error!(error.message = %self, "a page could not be shown");
        }
        let words = self.words();
        // Which language it is to be in is known only to `dress`.
        let (title, text) = (
            Locale::ENGLISH.say(words.title),
            Locale::ENGLISH.say(words.text),
        );
        let mut response = private::html(
            self.status(),
            format!("<!doctype html><title>{title}</title><h1>{title}</h1><p>{text}"),
        );
        response.extensions_mut().insert(words);
        response
    }
}

/// Puts the shop's frame around a fault that a handler or an extractor answered with.
pub async fn dress(State(app): State<App>, here: Here, request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    let Some(words) = response.extensions().get::<Words>().copied() else {
        return response;
    };
    let return_to = sign_in::return_path(&here.path)
        .unwrap_or_default()
        .to_owned();
    let page = FaultPage {
        t: here.t,
        chrome: Chrome::new(&app, &here, here.t.say(words.title)).noindex(),
        words,
        return_to,
    };
    private::page(response.status(), &page).unwrap_or(response)
}
