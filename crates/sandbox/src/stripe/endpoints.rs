//! `/v1/webhook_endpoints`: made, and listed without their secrets. What is sent goes where the
//! sandbox was told, whatever stands here.

use std::sync::Arc;

use axum::{
    body::Bytes,
    extract::{RawQuery, State},
    http::{HeaderMap, Uri},
    response::Response,
};
use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::{
    Inner,
    api::{Answer, many, write},
    form::{Failure, Params},
    objects::new_id,
    state::Books,
};

const PARAMETERS: &[&str] = &[
    "url",
    "enabled_events[#]",
    "api_version",
    "description",
    "metadata[*",
];
/// The most endpoints that an account has in one mode.
const MOST: usize = 16;

pub async fn create(
    State(app): State<Arc<Inner>>,
    headers: HeaderMap,
    uri: Uri,
    body: Bytes,
) -> Response {
    write(
        app,
        (headers, "webhook_write"),
        uri.path().to_owned(),
        body,
        |books, body, now| books.create_endpoint(body, now),
    )
    .await
}

pub async fn list(
    State(app): State<Arc<Inner>>,
    headers: HeaderMap,
    RawQuery(raw): RawQuery,
) -> Response {
    many(
        &app,
        &headers,
        "webhook_read",
        raw,
        ("/v1/webhook_endpoints", &[]),
        |books| &books.endpoints,
    )
}

impl Books {
    fn create_endpoint(&mut self, body: &[u8], now: DateTime<Utc>) -> Answer {
        let params = Params::read(body, PARAMETERS)?;
        let url = params.need("url")?;
        let valid = url::Url::parse(url)
            .is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
        if !valid {
            return Err(Failure::invalid(
                "url_invalid",
                "url",
                "Invalid URL: An explicit scheme (such as https) must be provided.",
            ));
        }
        let events = params.list("enabled_events");
        if events.is_empty() {
            return Err(Failure::invalid(
                "parameter_missing",
                "enabled_events",
                "Missing required param: enabled_events.",
            ));
        }
        if let Some(odd) = events
            .iter()
            .find(|event| **event != "*" && !event.contains('.'))
        {
            return Err(Failure::invalid(
                "",
                "enabled_events",
                format!("Invalid enabled_events: must be one of … ({odd})"),
            ));
        }
        if self.endpoints.len() >= MOST {
            return Err(Failure::refused(
                "",
                "",
                "You have reached the maximum of 16 test webhook endpoints.",
            ));
        }
        let endpoint = json!({
            "id": new_id("we_1", 23),
            "object": "webhook_endpoint",
            "api_version": params.get("api_version"),
            "application": Value::Null,
            "created": now.timestamp(),
            "description": params.get("description"),
            "enabled_events": events,
            "livemode": false,
            "metadata": params.map("metadata"),
            "status": "enabled",
            "url": url,
        });
        self.endpoints.push(endpoint.clone());
        let mut shown = endpoint;
        // Only the answer to its making tells it.
        shown["secret"] = json!(new_id("whsec_", 32));
        Ok(shown)
    }
}
