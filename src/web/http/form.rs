//! The fields of a form that was posted, read within a limit and a time, and those of an address.
//! It judges no field.

use std::collections::HashMap;
use std::convert::Infallible;
use std::time::Duration;

use axum::body::{Body, HttpBody, to_bytes};
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::StatusCode;
use axum::http::request::Parts;
use url::form_urlencoded;

use crate::app::App;

/// No form of this shop has more than a few short fields.
const MAX_BODY: usize = 16 * 1024;
/// How long a dying connection may take to send it.
const PATIENCE: Duration = Duration::from_secs(10);

/// The fields as they were sent. An extractor: 413 when it is too long, 408 when it does not come.
#[derive(Debug, Default)]
pub struct Form(Vec<(String, String)>);

impl Form {
    /// The field, without the spaces around it; empty when it was not sent.
    #[must_use]
    pub fn field(&self, name: &str) -> &str {
        self.0
            .iter()
            .rfind(|(sent, _)| sent == name)
            .map_or("", |(_, value)| value.trim())
    }

    /// The field, if it was sent.
    #[must_use]
    pub fn sent(&self, name: &str) -> Option<&str> {
        let sent = |(sent, value)| (sent == name).then_some(value);
        self.iter().filter_map(sent).last()
    }

    /// Whether it was sent, and not empty.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        !self.field(name).is_empty()
    }

    /// All names and fields, in the order in which they were sent.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(name, value)| (name.as_str(), value.trim()))
    }

    /// All fields of this name, in the order in which they were sent.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0
            .iter()
            .filter(move |(sent, _)| sent == name)
            .map(|(_, value)| value.trim())
    }

    /// All of them by name; of several with one name the last.
    #[must_use]
    pub fn into_fields(self) -> HashMap<String, String> {
        self.0.into_iter().collect()
    }

    /// The fields of an address.
    #[must_use]
    pub fn of_query(query: &str) -> Self {
        Self(fields(query.as_bytes()))
    }

    async fn read(body: Body, patience: Duration) -> Result<Self, StatusCode> {
        // What says beforehand that it is too long is not begun.
        if body.size_hint().lower() > MAX_BODY as u64 {
            return Err(StatusCode::PAYLOAD_TOO_LARGE);
        }
        match tokio::time::timeout(patience, to_bytes(body, MAX_BODY)).await {
            Ok(Ok(body)) => Ok(Self(fields(&body))),
            Ok(Err(_)) => Err(StatusCode::PAYLOAD_TOO_LARGE),
            Err(_) => Err(StatusCode::REQUEST_TIMEOUT),
        }
    }
}

/// No field of ours holds what no table keeps.
fn fields(encoded: &[u8]) -> Vec<(String, String)> {
    form_urlencoded::parse(encoded)
        .map(|(name, value)| (name.into_owned(), value.replace('\0', "")))
        .collect()
}

impl FromRequest<App> for Form {
    type Rejection = StatusCode;

    async fn from_request(request: Request, _: &App) -> Result<Self, StatusCode> {
        Self::read(request.into_body(), PATIENCE).await
    }
}

/// The fields behind the `?` of an address. An extractor that refuses nothing: what is not readable
/// is not there.
#[derive(Debug, Default)]
pub struct QueryForm(pub Form);

impl FromRequestParts<App> for QueryForm {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Infallible> {
        Ok(Self(Form::of_query(parts.uri.query().unwrap_or_default())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn fields_are_read_and_what_is_missing_is_empty() {
        let form = Form::read(
            Body::from("product_id=a%20%00b&price_minor=+1440+"),
            PATIENCE,
        )
        .await
        .unwrap();
        assert_eq!(
            (
                form.field("product_id"),
                form.field("price_minor"),
                form.field("key")
            ),
            ("a b", "1440", "")
        );
    }

    #[tokio::test]
    async fn what_is_sent_several_times_is_read_in_order_and_the_last_counts_alone() {
        let form = Form::read(
            Body::from("product_id=a&quantity=1&product_id=+b+&quantity=2"),
            PATIENCE,
        )
        .await
        .unwrap();
        assert_eq!(form.all("product_id").collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!((form.field("quantity"), form.all("code").count()), ("2", 0));
    }

    #[tokio::test]
    async fn a_form_that_is_too_long_is_not_read() {
        assert_eq!(
            Form::read(Body::from(vec![b'a'; MAX_BODY + 1]), PATIENCE)
                .await
                .unwrap_err(),
            StatusCode::PAYLOAD_TOO_LARGE
        );
    }

    #[tokio::test]
    async fn a_form_that_does_not_come_is_not_waited_for() {
        let never = Body::from_stream(futures_util::stream::pending::<
            Result<Vec<u8>, std::io::Error>,
        >());
        assert_eq!(
            Form::read(never, Duration::from_millis(10))
                .await
                .unwrap_err(),
            StatusCode::REQUEST_TIMEOUT
        );
    }
}
