//! An order's page live: server-sent events, woken by the database and never by polling. It streams
//! states, never a code.

use std::convert::Infallible;
use std::time::Duration;

use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::Stream;

use super::order_json;
use crate::app::App;
use crate::db::live::{Full, Watching};
use crate::db::{order_pages, rate_limits};
use crate::web::http::address::OrderToken;
use crate::web::http::client_address::ClientAddress;
use crate::web::http::error::WebError;
use crate::web::http::private_headers::add_private_headers;
use crate::web::http::security_log::{self, SecurityEvent};

/// A page that was left open is heard of again after this: browsers reconnect by themselves.
const LONGEST: Duration = Duration::from_secs(15 * 60);

/// `GET /orders/{token}/events`: the state at once and after each change, until the order is at
/// rest. 429 and 503 when too many listen: the browser does not come again by itself, and the page
/// has "Check again".
pub async fn listen(
    State(app): State<App>,
    OrderToken(token): OrderToken,
    client: ClientAddress,
) -> Result<Response, WebError> {
    let order = order_pages::id_of(&app.db, &token)
        .await?
        .ok_or(WebError::NotFound)?;
    let watching = match app
        .live
        .watch(&app.db, &app.clock, order, &rate_limits::network(client.0))
    {
        Ok(watching) => watching,
        Err(full) => return Ok(no_more(full)),
    };
    let live = app.live.clone();
    let stream = stream(watching, async move { live.stopped().await });
    let mut response = Sse::new(stream)
        .keep_alive(KeepAlive::new().interval(Duration::from_secs(15)))
        .into_response();
    add_private_headers(&mut response);
    // A proxy that collects the stream would make the page wait.
    response
        .headers_mut()
        .insert("x-accel-buffering", HeaderValue::from_static("no"));
    Ok(response)
}

fn no_more(full: Full) -> Response {
    security_log::note(SecurityEvent::LimitReached("event streams"));
    let status = match full {
        Full::One => StatusCode::TOO_MANY_REQUESTS,
        Full::All => StatusCode::SERVICE_UNAVAILABLE,
    };
    let mut response = status.into_response();
    add_private_headers(&mut response);
    response
        .headers_mut()
        .insert(header::RETRY_AFTER, HeaderValue::from_static("60"));
    response
}

fn stream(
    watching: Watching,
    stopped: impl Future<Output = ()> + Send,
) -> impl Stream<Item = Result<Event, Infallible>> {
    let until = tokio::time::Instant::now() + LONGEST;
    let ends = Box::pin(async move {
        tokio::select! {
            () = stopped => {}
            () = tokio::time::sleep_until(until) => {}
        }
    });
    futures_util::stream::unfold(
        (watching, ends, false),
        |(mut watching, mut ends, ended)| async move {
            if ended {
                return None;
            }
            let seen = tokio::select! {
                seen = watching.next() => seen?,
                () = &mut ends => return None,
            };
            let event = Event::default().data(order_json::state(&seen).to_string());
            Some((Ok(event), (watching, ends, seen.at_rest)))
        },
    )
}
