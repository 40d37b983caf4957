//! What every request and answer passes: the page cache, security headers, a request id, a line in
//! the log, an end for panics and slowness.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::{MatchedPath, Request};
use axum::http::{HeaderName, HeaderValue, Method, StatusCode};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use futures_util::FutureExt;
use tracing::Instrument;
use uuid::{Builder, Uuid};

use super::client_address;
use super::locale::RequestLocale;
use super::page_cache;
use super::page_views;
use super::request_log::{self, RequestRecord};
use super::response;
use super::security_headers::security_headers;
use super::security_log::{self, Scene};
use crate::app::App;
use crate::l10n::Locale;

/// Live order pages listen longer; everything else has this long to begin its answer.
const TIMEOUT: Duration = Duration::from_secs(40);

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// What every answer passes, on its way in and out.
pub struct Middleware {
    app: App,
    security: Vec<(HeaderName, HeaderValue)>,
    /// Whether the rendered pages of the shelf are here, which no route gives.
    pages: bool,
}

impl Middleware {
    /// Of this shop.
    #[must_use]
    pub fn for_shop(app: &App) -> Arc<Self> {
        Arc::new(Self {
            app: app.clone(),
            security: security_headers(app),
            pages: true,
        })
    }

    /// Of the desk on an address of its own, where the shop's pages are not.
    #[must_use]
    pub fn for_desk(app: &App) -> Arc<Self> {
        Arc::new(Self {
            app: app.clone(),
            security: security_headers(app),
            pages: false,
        })
    }

    /// An answer that no route gave.
    #[must_use]
    pub fn finish(&self, mut response: Response) -> Response {
        request_log::count("no route", response.status(), None);
        self.add_headers(&mut response, request_id());
        response
    }

    fn add_headers(&self, response: &mut Response, id: Uuid) {
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

/// Puts it around these routes, all in one layer: each layer costs every request an allocation or
/// two.
pub fn layer(routes: Router<App>, middleware: Arc<Middleware>) -> Router<App> {
    routes.layer(from_fn(move |request, next| {
        answer(Arc::clone(&middleware), request, next)
    }))
}

/// Answers one request. Every answer has an id, which its line in the log names too.
async fn answer(middleware: Arc<Middleware>, request: Request, next: Next) -> Response {
    let began = Instant::now();
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().cloned();
    let route = route.as_ref().map_or("no route", MatchedPath::as_str);
    let id = request_id();
    let opened = page_views::opened(route, &request);
    let t = RequestLocale::of(&middleware.app, &request).t;
    let stored = if middleware.pages {
        page_cache::get(&middleware.app, &request)
    } else {
        None
    };
    let mut response = match stored {
        Some(response) => response,
        None => {
            let address =
                client_address::address(request.extensions(), request.headers(), &middleware.app);
            let work = security_log::during(
                Scene {
                    request: id,
                    address,
                },
                run_handler(request, next, t),
            )
            .instrument(tracing::info_span!("request", request.id = %id, http.route = route));
            // What is written may be something to do; what is only read is not.
            if method == Method::POST {
                middleware.app.bell.after(work).await
            } else {
                work.await
            }
        }
    };
    let status = response.status();
    let took = began.elapsed();
    page_views::count(&middleware.app, opened, status);
    request_log::record(&RequestRecord {
        id,
        method: &method,
        route,
        status,
        took,
    });
    middleware.add_headers(&mut response, id);
    response
}

/// The handler's answer, or why there is none.
async fn run_handler(request: Request, next: Next, t: Locale) -> Response {
    match tokio::time::timeout(TIMEOUT, AssertUnwindSafe(next.run(request)).catch_unwind()).await {
        Ok(Ok(response))
            if response
                .extensions()
                .get::<response::BrokenPage>()
                .is_some() =>
        {
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

/// A panic's text could hold anything: it stays unread.
fn panicked(t: Locale) -> Response {
    tracing::error!("a handler panicked");
    response::sorry(t)
}
