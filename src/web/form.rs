//! A form that was posted: a few short fields, read within a limit and a time. It judges no field.

use std::collections::HashMap;
use std::time::Duration;

use axum::body::{Body, HttpBody, to_bytes};
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use url::form_urlencoded;

use crate::app::App;

/// No form of this shop has more than a few short fields.
const MAX_BODY: usize = 16 * 1024;
/// How long a dying connection may take to send it.
const PATIENCE: Duration = Duration::from_secs(10);

/// The fields by name. An extractor: 413 when it is too long, 408 when it does not come.
#[derive(Debug, Default)]
pub struct Form(HashMap<String, String>);

impl Form {
    /// The field, without the spaces around it; empty when it was not sent.
    #[must_use]
    pub fn field(&self, name: &str) -> &str {
        self.0.get(name).map_or("", |value| value.trim())
    }

    /// All of them.
    #[must_use]
    pub fn into_fields(self) -> HashMap<String, String> {
        self.0
    }

    async fn read(body: Body, patience: Duration) -> Result<Self, StatusCode> {
        // What says beforehand that it is too long is not begun.
        if body.size_hint().lower() > MAX_BODY as u64 {
            return Err(StatusCode::PAYLOAD_TOO_LARGE);
        }
        match tokio::time::timeout(patience, to_bytes(body, MAX_BODY)).await {
            // No field of ours holds what no table keeps.
            Ok(Ok(body)) => {
                Ok(Self(form_urlencoded::parse(&body).map(|(name, value)| (name.into_owned(), value.replace('\0', ""))).collect()))
            }
            Ok(Err(_)) => Err(StatusCode::PAYLOAD_TOO_LARGE),
            Err(_) => Err(StatusCode::REQUEST_TIMEOUT),
        }
    }
}

impl FromRequest<App> for Form {
    type Rejection = StatusCode;

    async fn from_request(request: Request, _: &App) -> Result<Self, StatusCode> {
        Self::read(request.into_body(), PATIENCE).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn fields_are_read_and_what_is_missing_is_empty() {
        let form = Form::read(Body::from("product_id=a%20%00b&price_minor=+1440+"), PATIENCE).await.unwrap();
        assert_eq!((form.field("product_id"), form.field("price_minor"), form.field("key")), ("a b", "1440", ""));
    }

    #[tokio::test]
    async fn a_form_that_is_too_long_is_not_read() {
        assert_eq!(Form::read(Body::from(vec![b'a'; MAX_BODY + 1]), PATIENCE).await.unwrap_err(), StatusCode::PAYLOAD_TOO_LARGE);
    }

    #[tokio::test]
    async fn a_form_that_does_not_come_is_not_waited_for() {
        let never = Body::from_stream(futures_util::stream::pending::<Result<Vec<u8>, std::io::Error>>());
        assert_eq!(Form::read(never, Duration::from_millis(10)).await.unwrap_err(), StatusCode::REQUEST_TIMEOUT);
    }
}
