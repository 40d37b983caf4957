//! An order's page live: server-sent events, woken by the database and never by polling. It streams states, never a code.

use std::convert::Infallible;
use std::time::Duration;

use axum::extract::{Path, State};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::Stream;
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;
use uuid::Uuid;

use super::fault::Fault;
use super::{order_json, private};
use crate::app::App;
use crate::db::live::Wake;
use crate::db::order_pages;

/// A page that was left open is heard of again after this: browsers reconnect by themselves.
const LONGEST: Duration = Duration::from_secs(15 * 60);

/// `GET /orders/{token}/events`: the state at once and after each change, until the order is at rest.
pub async fn listen(State(app): State<App>, Path(token): Path<String>) -> Result<Response, Fault> {
    // Subscribed before the read, so that a change between the two is heard.
    let wakes = app.live.subscribe();
    let order = order_pages::by_token(&app.db, &token, app.clock.now()).await?.ok_or(Fault::NotFound)?;
    let listener = Listener { app, order: order.id, wakes, told: None, first: true, ended: false };
    let mut response = Sse::new(stream(listener)).keep_alive(KeepAlive::new().interval(Duration::from_secs(15))).into_response();
    private::guard(&mut response);
    // A proxy that collects the stream would make the page wait.
    response.headers_mut().insert("x-accel-buffering", axum::http::HeaderValue::from_static("no"));
    Ok(response)
}

struct Listener {
    app: App,
    order: Uuid,
    wakes: Receiver<Wake>,
    told: Option<String>,
    first: bool,
    ended: bool,
}

fn stream(listener: Listener) -> impl Stream<Item = Result<Event, Infallible>> {
    let until = tokio::time::Instant::now() + LONGEST;
    futures_util::stream::unfold(listener, move |mut listener| async move {
        let live = listener.app.live.clone();
        let event = tokio::select! {
            event = listener.next() => event?,
            () = live.stopped() => return None,
            () = tokio::time::sleep_until(until) => return None,
        };
        Some((Ok(event), listener))
    })
}

impl Listener {
    /// The next state that differs from the one told before; none when the order rests or cannot be read.
    async fn next(&mut self) -> Option<Event> {
        while !self.ended {
            if !std::mem::take(&mut self.first) {
                self.woken().await?;
            }
            let order = order_pages::by_id(&self.app.db, self.order, self.app.clock.now()).await.ok()??;
            self.ended = order.at_rest();
            let state = order_json::state(&order).to_string();
            if self.told.as_ref() != Some(&state) {
                self.told = Some(state.clone());
                return Some(Event::default().data(state));
            }
        }
        None
    }

    async fn woken(&mut self) -> Option<()> {
        loop {
            match self.wakes.recv().await {
                Ok(Wake::Order(order)) if order != self.order => {}
                Ok(_) | Err(RecvError::Lagged(_)) => return Some(()),
                Err(RecvError::Closed) => return None,
            }
        }
    }
}
