//! Table `stripe_events`: every authentic event once, as it came. Each is followed by a job that hears it.

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgPool, Result};

use crate::domain::event::Event;

/// How an event reached us.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// Stripe's webhook.
    Push,
    /// Our own look at Stripe's list.
    Poll,
}

/// Stores an event; `false` when it was there.
pub async fn store(db: &mut PgConnection, event: &Event, source: Source, now: DateTime<Utc>) -> Result<bool> {
    let source = match source {
        Source::Push => "push",
        Source::Poll => "poll",
    };
    // A NUL cannot stand in a Postgres text; an authentic body with one is kept without it.
    let payload = event.payload.replace('\0', "");
    let stored = sqlx::query!(
        "insert into stripe_events (id, type, object_id, livemode, source, payload, created_at, received_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (id) do nothing",
        event.id,
        event.kind,
        event.object_id,
        event.livemode,
        source,
        payload,
        event.created_at,
        now
    )
    .execute(db)
    .await?;
    Ok(stored.rows_affected() == 1)
}

/// A stored event.
#[derive(Debug, Clone)]
pub struct Stored {
    /// `evt_…`
    pub id: String,
    /// Its type.
    pub kind: String,
    /// The object it is about.
    pub object_id: Option<String>,
    /// Our order, as its object's `client_reference_id` or metadata names it.
    pub order_id: Option<String>,
    /// The payment its object names.
    pub payment_intent_id: Option<String>,
    /// Real money.
    pub livemode: bool,
    /// Already heard.
    pub processed: bool,
}

/// Reads an event. What its object names comes from the stored body, which may be no JSON.
pub async fn load(db: &PgPool, id: &str) -> Result<Option<Stored>> {
    let row = sqlx::query!("select id, type, object_id, livemode, payload, processed_at from stripe_events where id = $1", id)
        .fetch_optional(db)
        .await?;
    Ok(row.map(|r| {
        let json: serde_json::Value = serde_json::from_str(&r.payload).unwrap_or_default();
        let object = &json["data"]["object"];
        let word = |v: &serde_json::Value| v.as_str().map(str::to_owned);
        Stored {
            order_id: word(&object["client_reference_id"]).or_else(|| word(&object["metadata"]["order_id"])),
            payment_intent_id: word(&object["payment_intent"]),
            id: r.id,
            kind: r.r#type,
            object_id: r.object_id,
            livemode: r.livemode,
            processed: r.processed_at.is_some(),
        }
    }))
}

/// Whether a session's asynchronous payment has been told to have failed.
pub async fn failure_told(db: &PgPool, session_id: &str) -> Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (select from stripe_events where object_id = $1 and type = 'checkout.session.async_payment_failed') as "told!""#,
        session_id
    )
    .fetch_one(db)
    .await
}

/// An event that tells of this session's or payment's money, newest first: what a capture found by reading refers to.
pub async fn about_payment(db: &PgPool, session_id: &str, livemode: bool) -> Result<Option<String>> {
    sqlx::query_scalar!(
        "select id from stripe_events where object_id = $1 and livemode = $2
             and type in ('checkout.session.completed', 'checkout.session.async_payment_succeeded')
         order by created_at desc limit 1",
        session_id,
        livemode
    )
    .fetch_optional(db)
    .await
}

/// Marks an event as heard, with what came of it.
pub async fn processed(db: &mut PgConnection, id: &str, effect: &str, now: DateTime<Utc>) -> Result<()> {
    sqlx::query!("update stripe_events set processed_at = $2, effect = $3 where id = $1 and processed_at is null", id, now, effect)
        .execute(db)
        .await
        .map(drop)
}

/// Events that were taken in before `before` and that nobody has heard.
pub async fn unheard(db: &PgPool, before: DateTime<Utc>) -> Result<Vec<String>> {
    sqlx::query_scalar!(
        "select id from stripe_events where processed_at is null and received_at < $1 order by received_at limit 500",
        before
    )
    .fetch_all(db)
    .await
}
