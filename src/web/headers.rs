//! What every answer wears, whoever gave it: security headers, a request id, a line in the log, an end for panics and slowness.

use std::any::Any;
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::{MatchedPath, Request};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::set_header::SetResponseHeaderLayer;
use uuid::Uuid;

use crate::app::App;

/// Live order pages listen longer; everything else has this long to begin its answer.
const TIMEOUT: Duration = Duration::from_secs(40);

/// Puts it on.
pub fn dress(routes: Router<App>, app: &App) -> Router<App> {
    let mut routes = routes.layer(CatchPanicLayer::custom(on_panic)).layer(from_fn(watch));
    for (name, value) in security(app) {
        routes = routes.layer(SetResponseHeaderLayer::if_not_present(name, value));
    }
    routes
}

fn security(app: &App) -> Vec<(HeaderName, HeaderValue)> {
    // A form's redirect counts as its action. Where Stripe is not Stripe, its page may be anywhere.
    let till = if app.config.stripe.api_base.host_str() == Some("api.stripe.com") { "https://checkout.stripe.com" } else { "http: https:" };
    let policy = format!(
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; \
         form-action 'self' {till}; base-uri 'none'; frame-ancestors 'none'"
    );
    let fixed = |name, value| (name, HeaderValue::from_static(value));
    let mut all = vec![
        fixed(header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        fixed(header::REFERRER_POLICY, "strict-origin-when-cross-origin"),
        fixed(header::X_FRAME_OPTIONS, "DENY"),
        fixed(HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        fixed(HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=(), payment=()"),
    ];
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        all.push((header::CONTENT_SECURITY_POLICY, policy));
    }
    if app.config.public_url.scheme() == "https" {
        all.push(fixed(header::STRICT_TRANSPORT_SECURITY, "max-age=31536000; includeSubDomains"));
    }
    all
}

/// One line a request, by its route: an address can hold an order's token. Whoever sends an id gets it back.
async fn watch(request: Request, next: Next) -> Response {
    let began = Instant::now();
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().map_or_else(|| "no route".to_owned(), |path| path.as_str().to_owned());
    let id = Uuid::now_v7();
    let served = tokio::time::timeout(TIMEOUT, next.run(request)).await;
    let mut response = served.unwrap_or_else(|_| StatusCode::SERVICE_UNAVAILABLE.into_response());
    let status = response.status().as_u16();
    metrics::counter!("http_requests_total", "route" => route.clone(), "status" => status.to_string()).increment(1);
    let took = began.elapsed().as_millis();
    tracing::debug!(request.id = %id, http.method = %method, http.route = %route, http.status = status, took.ms = took, "answered a request");
    if let Ok(id) = HeaderValue::from_str(&id.to_string()) {
        response.headers_mut().insert(HeaderName::from_static("x-request-id"), id);
    }
    response
}

/// A panic's text could hold anything: it stays unread.
fn on_panic(_panic: Box<dyn Any + Send + 'static>) -> Response {
    tracing::error!("a handler panicked");
    (StatusCode::INTERNAL_SERVER_ERROR, "Something went wrong here. Nothing is lost: orders and payments go on by themselves.")
        .into_response()
}
