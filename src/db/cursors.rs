//! Table `cursors`: how far a periodic look has come.

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgPool, Result};

/// The newest event that Stripe has listed, by Stripe's clock.
pub const EVENTS: &str = "stripe_events";
/// When Stripe's events were last read completely, by our clock.
pub const LOOKED: &str = "stripe_looked";

/// When the balance at the supplier was last asked for.
pub const BALANCE: &str = "supplier_balance";

/// What it was then, in the supplier's currency.
pub const BALANCE_TOLD: &str = "supplier_balance_told";

/// When the supplier said so.
pub const BALANCE_TOLD_AT: &str = "supplier_balance_told_at";

/// When `verify-books` last compared 90 days or more, and both partners answered.
pub const BOOKS_COMPARED: &str = "books_compared";

/// The time under `name`.
pub async fn read_time(db: &PgPool, name: &str) -> Result<Option<DateTime<Utc>>> {
    let value = sqlx::query_scalar!("select value from cursors where name = $1", name)
        .fetch_optional(db)
        .await?;
    Ok(value
        .and_then(|at| DateTime::parse_from_rfc3339(&at).ok())
        .map(|at| at.to_utc()))
}

/// There is nothing more to look for.
pub async fn forget(db: &mut PgConnection, name: &str) -> Result<()> {
    sqlx::query!("delete from cursors where name = $1", name)
        .execute(db)
        .await
        .map(drop)
}

/// Moves on.
pub async fn write_time(db: &mut PgConnection, name: &str, at: DateTime<Utc>) -> Result<()> {
    write(db, name, &at.to_rfc3339()).await
}

/// The same for what is no time.
pub async fn write(db: &mut PgConnection, name: &str, value: &str) -> Result<()> {
    sqlx::query!(
        "insert into cursors (name, value) values ($1, $2) on conflict (name) do update
         set value = excluded.value",
        name,
        value
    )
    .execute(db)
    .await
    .map(drop)
}

/// The value under `name`, where it is no time.
pub async fn read(db: &PgPool, name: &str) -> Result<Option<String>> {
    sqlx::query_scalar!("select value from cursors where name = $1", name)
        .fetch_optional(db)
        .await
}
