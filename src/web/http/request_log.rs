//! One line and one count for each request, by its route: an address can hold an order's token.

use std::cell::RefCell;
use std::collections::HashMap;
use std::time::Duration;

use axum::http::{Method, StatusCode};
use metrics::{Counter, Histogram};
use uuid::Uuid;

/// What is told of a request that was answered.
pub struct RequestRecord<'a> {
    /// As `x-request-id` tells it.
    pub id: Uuid,
    /// `GET`.
    pub method: &'a Method,
    /// `/orders/{token}`.
    pub route: &'a str,
    /// How it was answered.
    pub status: StatusCode,
    /// How long that took.
    pub took: Duration,
}

/// Counts it, and writes the line.
pub fn record(answered: &RequestRecord<'_>) {
    let (status, took) = (answered.status, answered.took.as_millis());
    count(answered.route, status, Some(answered.took));
    tracing::debug!(
        request.id = %answered.id,
        http.method = %answered.method,
        http.route = %answered.route,
        http.status = status.as_u16(),
        took.ms = took,
        "answered a request"
    );
}

/// Counts and measures an answer. What does so is looked up by its labels once a thread: making and
/// hashing them for each request is dear.
pub fn count(route: &str, status: StatusCode, took: Option<Duration>) {
    type Meters = (Counter, Histogram);
    thread_local! {
        static METERS: RefCell<HashMap<StatusCode, HashMap<Box<str>, Meters>>> = RefCell::default();
    }
    METERS.with_borrow_mut(|meters| {
        let routes = meters.entry(status).or_default();
        if let Some((counter, histogram)) = routes.get(route) {
            counter.increment(1);
            took.into_iter().for_each(|took| histogram.record(took));
            return;
        }
        let counter = metrics::counter!(
            "http_requests_total",
            "route" => route.to_owned(),
            "status" => status.as_str().to_owned()
        );
        let histogram = metrics::histogram!(
            "http_request_duration_seconds",
            "route" => route.to_owned(),
            "status_class" => class(status)
        );
        counter.increment(1);
        took.into_iter().for_each(|took| histogram.record(took));
        routes.insert(route.into(), (counter, histogram));
    });
}

fn class(status: StatusCode) -> &'static str {
    match status.as_u16() / 100 {
        1 => "1xx",
        2 => "2xx",
        3 => "3xx",
        4 => "4xx",
        _ => "5xx",
    }
}
