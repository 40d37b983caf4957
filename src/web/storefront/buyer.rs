//! Who buys, and why nothing can be sold just now.

use axum::http::{HeaderMap, StatusCode};

use crate::app::App;
use crate::flows::checkout::CheckoutError;
use crate::web::http::auth;
use crate::web::http::client_address::ClientAddress;
use crate::web::http::error::WebError;
use crate::web::http::security_log::{self, SecurityEvent};
use domain::email::EmailAddress;
use domain::partner::Partner;
use domain::token::Token;

/// Who buys.
pub struct Buying {
    /// From where.
    pub client: ClientAddress,
    /// Who is signed in.
    pub signed_in: Option<EmailAddress>,
    /// By whose link they came.
    pub via: Option<Partner>,
    /// Of the request.
    pub headers: HeaderMap,
}

impl Buying {
    /// The browser's own key, or a new one.
    ///
    /// # Errors
    /// The database's.
    pub async fn buyer(&self, app: &App) -> Result<Token, WebError> {
        Ok(auth::buyer(app, &self.headers).await?)
    }
}

/// Why nothing at all is sold now: the key of its words.
pub fn not_now(reason: &CheckoutError) -> (StatusCode, &'static str) {
    match reason {
        CheckoutError::Stopped => (StatusCode::SERVICE_UNAVAILABLE, "buy-stopped"),
        CheckoutError::Flood => {
            security_log::note(SecurityEvent::LimitReached(
                "payment pages of the whole shop",
            ));
            (StatusCode::SERVICE_UNAVAILABLE, "buy-flood")
        }
        other => {
            tracing::error!(error.message = %other, "a payment page could not be opened");
            (StatusCode::SERVICE_UNAVAILABLE, "buy-failed")
        }
    }
}
