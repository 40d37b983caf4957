//! The webhooks of Stripe and of the supplier: proof, one small transaction, 200. Nothing is
//! believed of them but that they came.

use std::time::Duration;

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};

use super::http::security_log::{self, SecurityEvent};
use crate::app::App;
use crate::db::stripe_events::{self, Source};
use crate::db::webhooks::Sender;
use crate::db::{self, jobs, supplier_events};
use crate::esimfx::webhook::{self as notices, Notice};
use crate::stripe::webhook::{self, Forged};
use domain::event::Event;
use domain::job::Job;

/// What both send is a few kilobytes.
const MAX_BODY: usize = 256 * 1024;
/// A body that takes longer is not theirs.
const MAX_WAIT: Duration = Duration::from_secs(5);
/// Then Stripe is told to come again; it would give up by itself after ten seconds.
const MAX_STORE: Duration = Duration::from_secs(7);

/// 200 stored, 400 not Stripe's, 408 too slow, 413 too large, 503 come again.
pub async fn stripe(State(app): State<App>, headers: HeaderMap, body: Body) -> StatusCode {
    let status = take_in(&app, &headers, body).await;
    if status == StatusCode::OK {
        app.webhooks.accepted(Sender::Stripe, app.clock.now());
    }
    metrics::counter!("webhooks_total", "from" => "stripe", "status" => status.as_str().to_owned())
        .increment(1);
    status
}

/// 200 stored, 400 malformed, 401 not the supplier's, 408 too slow, 413 too large, 503 come again.
pub async fn esimfx(State(app): State<App>, headers: HeaderMap, body: Body) -> StatusCode {
    let status = take_in_notice(&app, &headers, body).await;
    if status == StatusCode::OK {
        app.webhooks.accepted(Sender::Esimfx, app.clock.now());
    }
    metrics::counter!("webhooks_total", "from" => "esimfx", "status" => status.as_str().to_owned())
        .increment(1);
    status
}

/// The raw body, or why there is none.
async fn whole(body: Body) -> Result<Bytes, StatusCode> {
    match tokio::time::timeout(MAX_WAIT, to_bytes(body, MAX_BODY)).await {
        Ok(Ok(body)) => Ok(body),
        Ok(Err(_)) => Err(StatusCode::PAYLOAD_TOO_LARGE),
        Err(_) => Err(StatusCode::REQUEST_TIMEOUT),
    }
}

/// Stored is 200; anything else is asked for again.
async fn answer(stored: impl Future<Output = Result<(), db::Error>>) -> StatusCode {
    match tokio::time::timeout(MAX_STORE, stored).await {
        Ok(Ok(())) => StatusCode::OK,
        Ok(Err(error)) => {
            tracing::error!(
                error.message = %error,
                "a webhook could not be stored; it will be sent again"
            );
            StatusCode::SERVICE_UNAVAILABLE
        }
        Err(_) => StatusCode::SERVICE_UNAVAILABLE,
    }
}

async fn take_in_notice(app: &App, headers: &HeaderMap, body: Body) -> StatusCode {
    let token = headers
        .get("token")
        .and_then(|t| t.to_str().ok())
        .unwrap_or_default();
    if !notices::is_ours(token, &app.config.esimfx.webhook_tokens) {
        security_log::note(SecurityEvent::WebhookForged("the supplier"));
        let claimed = whole(body)
            .await
            .ok()
            .and_then(|body| notices::read(&body)?.iccid);
        if app
            .webhooks
            .refused(Sender::Esimfx, claimed, app.clock.now())
        {
            tracing::warn!(
                "a webhook was refused: its token is not ours → ESIMFX_WEBHOOK_TOKEN must be the \
                 webhook's Secret Key in the supplier's portal"
            );
        }
        return StatusCode::UNAUTHORIZED;
    }
    match whole(body).await.map(|body| notices::read(&body)) {
        Ok(Some(notice)) => answer(store_notice(app, &notice)).await,
        Ok(None) => StatusCode::BAD_REQUEST,
        Err(status) => status,
    }
}

async fn store_notice(app: &App, notice: &Notice) -> Result<(), db::Error> {
    let now = app.clock.now();
    let event = supplier_events::NewEvent {
        digest: &notice.digest,
        kind: notice.kind.as_deref(),
        iccid: notice.iccid.as_deref(),
        supplier_order_id: notice.supplier_order_id.as_deref(),
        payload: &notice.payload,
    };
    let mut tx = app.db.begin().await?;
    if let Some(id) = supplier_events::store(&mut tx, &event, now).await? {
        jobs::enqueue(&mut tx, &Job::SupplierEvent(id), now, now).await?;
    }
    tx.commit().await
}

async fn take_in(app: &App, headers: &HeaderMap, body: Body) -> StatusCode {
    let body = match whole(body).await {
        Ok(body) => body,
        Err(status) => return status,
    };
    let signature = headers
        .get("stripe-signature")
        .and_then(|s| s.to_str().ok())
        .unwrap_or_default();
    let event = match webhook::verify(
        &body,
        signature,
        &app.config.stripe.webhook_secrets,
        app.clock.now(),
    ) {
        Ok(event) => event,
        Err(forged) => {
            refuse(app, forged, &body);
            security_log::note(SecurityEvent::WebhookForged("Stripe"));
            return StatusCode::BAD_REQUEST;
        }
    };
    answer(store(app, &event)).await
}

/// Counts what is not Stripe's, and says so once a minute.
fn refuse(app: &App, forged: Forged, body: &[u8]) {
    let now = app.clock.now();
    if forged == Forged::Time {
        app.webhooks.untimely(now);
    }
    if app
        .webhooks
        .refused(Sender::Stripe, webhook::claimed_id(body), now)
    {
        match forged {
            Forged::Time => tracing::warn!(
                "an authentic webhook is more than five minutes old or early → set this machine's \
                 clock by NTP"
            ),
            Forged::Signature | Forged::Bytes => tracing::warn!(
                "a webhook was refused: no signature fits → STRIPE_WEBHOOK_SECRET must be the \
                 signing secret of PUBLIC_URL/webhooks/stripe"
            ),
        }
    }
}

/// The event and its wake-up, committed together or not at all.
async fn store(app: &App, event: &Event) -> Result<(), db::Error> {
    let now = app.clock.now();
    crate::fail_at::reach("before_intake_commit");
    stripe_events::take_in(&app.db, event, Source::Push, now, now).await?;
    crate::fail_at::reach("after_intake_commit");
    Ok(())
}
