//! Table `cursors`: how far a periodic look has come.

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgPool, Result};

/// The newest event that Stripe has listed, by Stripe's clock.
pub const EVENTS: &str = "stripe_events";
/// When Stripe's events were last read completely, by our clock.
pub const LOOKED: &str = "stripe_looked";

/// The time under `name`.
pub async fn read_time(db: &PgPool, name: &str) -> Result<Option<DateTime<Utc>>> {
    let value = sqlx::query_scalar!("select value from cursors where name = $1", name).fetch_optional(db).await?;
    Ok(value.and_then(|at| DateTime::parse_from_rfc3339(&at).ok()).map(|at| at.to_utc()))
}

/// Moves on.
pub async fn write_time(db: &mut PgConnection, name: &str, at: DateTime<Utc>) -> Result<()> {
    let value = at.to_rfc3339();
    sqlx::query!("insert into cursors (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value", name, value)
        .execute(db)
        .await
        .map(drop)
}
