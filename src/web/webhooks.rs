//! POST /webhooks/stripe: signature, one small transaction, 200. Nothing is believed of an event but that it came; no cookie, no page.

use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};

use crate::app::App;
use crate::db::stripe_events::{self, Source};
use crate::db::{self, jobs};
use crate::domain::event::Event;
use crate::domain::job::Job;
use crate::stripe::webhook::{self, Forged};

/// Stripe's events are a few kilobytes.
const MAX_BODY: usize = 256 * 1024;
/// A body that takes longer is not Stripe's.
const MAX_WAIT: Duration = Duration::from_secs(5);
/// Then Stripe is told to come again; it would give up by itself after ten seconds.
const MAX_STORE: Duration = Duration::from_secs(7);

/// 200 stored, 400 not Stripe's, 408 too slow, 413 too large, 503 come again.
pub async fn stripe(State(app): State<App>, headers: HeaderMap, body: Body) -> StatusCode {
    let status = take_in(&app, &headers, body).await;
    metrics::counter!("webhooks_total", "from" => "stripe", "status" => status.as_str().to_owned()).increment(1);
    status
}

async fn take_in(app: &App, headers: &HeaderMap, body: Body) -> StatusCode {
    let body = match tokio::time::timeout(MAX_WAIT, to_bytes(body, MAX_BODY)).await {
        Ok(Ok(body)) => body,
        Ok(Err(_)) => return StatusCode::PAYLOAD_TOO_LARGE,
        Err(_) => return StatusCode::REQUEST_TIMEOUT,
    };
    let signature = headers.get("stripe-signature").and_then(|s| s.to_str().ok()).unwrap_or_default();
    let event = match webhook::verify(&body, signature, &app.config.stripe.webhook_secrets, app.clock.now()) {
        Ok(event) => event,
        Err(forged) => {
            if forged == Forged::Time {
                tracing::error!("an authentic webhook is more than five minutes old or early: check this machine's clock");
            }
            return StatusCode::BAD_REQUEST;
        }
    };
    match tokio::time::timeout(MAX_STORE, store(app, &event)).await {
        Ok(Ok(())) => StatusCode::OK,
        Ok(Err(error)) => {
            tracing::error!(event.id = %event.id, error.message = %error, "a webhook could not be stored; Stripe will send it again");
            StatusCode::SERVICE_UNAVAILABLE
        }
        Err(_) => StatusCode::SERVICE_UNAVAILABLE,
    }
}

/// The event and its wake-up, committed together or not at all.
async fn store(app: &App, event: &Event) -> Result<(), db::Error> {
    let now = app.clock.now();
    crate::fail_at::reach("before_intake_commit");
    let mut tx = app.db.begin().await?;
    if stripe_events::store(&mut tx, event, Source::Push, now).await? {
        jobs::wake(&mut tx, &Job::StripeEvent(event.id.clone()), now, now).await?;
    }
    tx.commit().await?;
    crate::fail_at::reach("after_intake_commit");
    Ok(())
}
