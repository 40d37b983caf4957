//! What every answer wears, whoever gave it: security headers, a request id, a line in the log, an
//! end for panics and slowness.

use std::cell::RefCell;
use std::collections::HashMap;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::{MatchedPath, Request};
use axum::http::{HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use futures_util::FutureExt;
use metrics::{Counter, Histogram};
use uuid::{Builder, Uuid};

use super::assets;
use super::client_address;
use super::locale::Here;
use super::page_views;
use super::response;
use super::security_log;
use super::security_log::Scene;
use crate::app::App;
use crate::l10n::Locale;

/// Live order pages listen longer; everything else has this long to begin its answer.
const TIMEOUT: Duration = Duration::from_secs(40);
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// What an answer is given to wear.
pub struct Wardrobe {
    app: App,
    security: Vec<(HeaderName, HeaderValue)>,
    /// Whether the rendered pages of the shelf are here, which no route gives.
    shelf: bool,
}

impl Wardrobe {
    /// Of this shop.
    #[must_use]
    pub fn of(app: &App) -> Arc<Self> {
        Arc::new(Self {
            app: app.clone(),
            security: policies(app),
            shelf: true,
        })
    }

    /// Of the desk on an address of its own, where the shop's pages are not.
    #[must_use]
    pub fn of_desk(app: &App) -> Arc<Self> {
        Arc::new(Self {
            app: app.clone(),
            security: policies(app),
            shelf: false,
        })
    }

    /// An answer that no route gave.
    #[must_use]
    pub fn dress(&self, mut response: Response) -> Response {
        count("no route", response.status(), None);
        self.put_on(&mut response, request_id());
        response
    }

    fn put_on(&self, response: &mut Response, id: Uuid) {
        let headers = response.headers_mut();
        if let Ok(id) =
            HeaderValue::from_str(id.hyphenated().encode_lower(&mut Uuid::encode_buffer()))
        {
            headers.insert(REQUEST_ID, id);
        }
        for (name, value) in &self.security {
            headers.entry(name).or_insert_with(|| value.clone());
        }
    }
}

/// Puts it on, all in one layer: each layer costs every request an allocation or two.
pub fn dress(routes: Router<App>, wardrobe: Arc<Wardrobe>) -> Router<App> {
    routes.layer(from_fn(move |request, next| {
        watch(Arc::clone(&wardrobe), request, next)
    }))
}

fn policies(app: &App) -> Vec<(HeaderName, HeaderValue)> {
    // A form's redirect counts as its action. Where Stripe is not Stripe, its page may be anywhere.
    let till = if app.config.stripe.api_base.host_str() == Some("api.stripe.com") {
        "https://checkout.stripe.com"
    } else {
        "http: https:"
    };
    let policy = format!(
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; \
         form-action 'self' {till}; base-uri 'none'; frame-ancestors 'none'"
    );
    let fixed = |name, value| (name, HeaderValue::from_static(value));
    let mut all = vec![
        fixed(header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        fixed(header::REFERRER_POLICY, "strict-origin-when-cross-origin"),
        fixed(header::X_FRAME_OPTIONS, "DENY"),
        fixed(
            HeaderName::from_static("cross-origin-opener-policy"),
            "same-origin",
        ),
        fixed(
            HeaderName::from_static("permissions-policy"),
            "camera=(), geolocation=(), microphone=(), payment=()",
        ),
    ];
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        all.push((header::CONTENT_SECURITY_POLICY, policy));
    }
    // Pages of the shelf, which hold nobody's own, may be fetched while a finger or pointer rests
    // on their link.
    if let Ok(rules) = HeaderValue::from_str(&format!("\"{}\"", assets::href("speculation.json"))) {
        all.push((HeaderName::from_static("speculation-rules"), rules));
    }
    if app.config.public_url.scheme() == "https" {
        all.push(fixed(
            header::STRICT_TRANSPORT_SECURITY,
            "max-age=31536000; includeSubDomains",
        ));
    }
    all
}

/// One line a request, by its route: an address can hold an order's token. Every answer has an id,
/// which the line names too.
async fn watch(wardrobe: Arc<Wardrobe>, request: Request, next: Next) -> Response {
    let began = Instant::now();
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().cloned();
    let route = route.as_ref().map_or("no route", MatchedPath::as_str);
    let id = request_id();
    let opened = page_views::opened(route, &request);
    let t = Here::of(&wardrobe.app, &request).t;
    let stored = if wardrobe.shelf {
        response::stored(&wardrobe.app, &request)
    } else {
        None
    };
    let mut response = match stored {
        Some(response) => response,
        None => {
            let address =
                client_address::address(request.extensions(), request.headers(), &wardrobe.app);
            let work = security_log::during(
                Scene {
                    request: id,
                    address,
                },
                served(request, next, t),
            );
            // What is written may be something to do; what is only read is not.
            if method == Method::POST {
                wardrobe.app.bell.after(work).await
            } else {
                work.await
            }
        }
    };
    let status = response.status();
    let took = began.elapsed();
    count(route, status, Some(took));
    page_views::count(&wardrobe.app, opened, status);
    let took = took.as_millis();
    tracing::debug!(request.id = %id, http.method = %method, http.route = %route, http.status = status.as_u16(), took.ms = took, "answered a request");
    wardrobe.put_on(&mut response, id);
    response
}

/// The handler's answer, or why there is none.
async fn served(request: Request, next: Next, t: Locale) -> Response {
    match tokio::time::timeout(TIMEOUT, AssertUnwindSafe(next.run(request)).catch_unwind()).await {
        Ok(Ok(response)) if response.extensions().get::<response::Broken>().is_some() => {
            response::sorry(t)
        }
        Ok(Ok(response)) => response,
        Ok(Err(_panic)) => panicked(t),
        Err(_elapsed) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

/// Random, from the thread's own generator: asking the kernel for each request would cost as much
/// as routing it.
fn request_id() -> Uuid {
    Builder::from_random_bytes(rand::random()).into_uuid()
}

/// Counts and measures an answer. What does so is looked up by its labels once a thread: making and
/// hashing them for each request is dear.
fn count(route: &str, status: StatusCode, took: Option<Duration>) {
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
        let counter = metrics::counter!("http_requests_total", "route" => route.to_owned(), "status" => status.as_str().to_owned());
        let histogram = metrics::histogram!("http_request_duration_seconds", "route" => route.to_owned(), "status_class" => class(status));
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

/// A panic's text could hold anything: it stays unread.
fn panicked(t: Locale) -> Response {
    tracing::error!("a handler panicked");
    response::sorry(t)
}
