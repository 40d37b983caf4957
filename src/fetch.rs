//! Plain HTTP for what has no door of its own: the owner's webhook, and what `doctor` looks at from
//! outside. Whom it asks stays unsaid, as such an address may be a secret.

use std::time::Duration;

use chrono::{DateTime, Utc};
use secrecy::{ExposeSecret, SecretString};
use serde_json::Value;
use thiserror::Error;
use url::Url;

/// For a whole question.
const TIMEOUT: Duration = Duration::from_secs(10);
/// More than any answer that is read here has, in bytes.
const MOST: usize = 64 * 1024;

/// Nobody answered, or not well.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum FetchError {
    /// No connection, no encryption, no answer in time.
    #[error("nobody answered: {0}")]
    Silence(String),
    /// An answer that is no yes.
    #[error("the answer was HTTP {0}")]
    Status(u16),
}

/// An answer.
#[derive(Debug, Clone)]
pub struct Seen {
    /// 200 is well.
    pub status: u16,
    /// The other side's clock, to the second.
    pub date: Option<DateTime<Utc>>,
    /// Where it leads instead.
    pub location: Option<String>,
    /// The beginning of its body.
    pub body: String,
}

/// A client that follows no redirect.
#[derive(Debug, Clone)]
pub struct Fetch(reqwest::Client);

impl Fetch {
    /// Nothing is sent yet.
    ///
    /// # Errors
    /// When TLS cannot be set up.
    pub fn new() -> Result<Self, FetchError> {
        reqwest::Client::builder()
            .timeout(TIMEOUT)
            .redirect(reqwest::redirect::Policy::none())
            .user_agent(concat!("esim-storefront/", env!("CARGO_PKG_VERSION")))
            .build()
            .map(Self)
            .map_err(silence)
    }

    /// Sends JSON to an address that is a secret.
    ///
    /// # Errors
    /// [`FetchError`]: anything but 2xx.
    pub async fn post(&self, url: &SecretString, body: &Value) -> Result<(), FetchError> {
        let answer = self
            .0
            .post(url.expose_secret())
            .json(body)
            .send()
            .await
            .map_err(silence)?;
        if answer.status().is_success() {
            Ok(())
        } else {
            Err(FetchError::Status(answer.status().as_u16()))
        }
    }

    /// Looks at an address, whatever its status.
    ///
    /// # Errors
    /// [`FetchError::Silence`].
    pub async fn get(&self, url: &Url) -> Result<Seen, FetchError> {
        let mut answer = self.0.get(url.clone()).send().await.map_err(silence)?;
        let text = |name: &str| {
            answer
                .headers()
                .get(name)
                .and_then(|value| value.to_str().ok())
                .map(str::to_owned)
        };
        let (status, location) = (answer.status().as_u16(), text("location"));
        let date = text("date")
            .and_then(|date| DateTime::parse_from_rfc2822(&date).ok())
            .map(|date| date.to_utc());
        let mut body = Vec::new();
        while body.len() < MOST {
            match answer.chunk().await.map_err(silence)? {
                Some(chunk) => body.extend_from_slice(&chunk),
                None => break,
            }
        }
        body.truncate(MOST);
        Ok(Seen {
            status,
            date,
            location,
            body: String::from_utf8_lossy(&body).into_owned(),
        })
    }
}

/// The innermost cause says most, and the outermost would name the address.
fn silence(error: reqwest::Error) -> FetchError {
    let error = error.without_url();
    let mut cause: &dyn std::error::Error = &error;
    while let Some(inner) = cause.source() {
        cause = inner;
    }
    FetchError::Silence(if error.is_timeout() {
        "no answer in time".to_owned()
    } else {
        cause.to_string()
    })
}
