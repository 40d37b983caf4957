//! Table `recovery`: while its row is here, what happened during a silence is still being read.

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgExecutor, PgPool, Result};
use uuid::Uuid;

/// A recovery that is under way.
#[derive(Debug, Clone)]
pub struct Recovery {
    /// Nothing is bought for payments that Stripe captured before.
    pub since: DateTime<Utc>,
    /// What happened from here on is read.
    pub gap_from: DateTime<Utc>,
    /// Whether the order numbers that Stripe has seen are known.
    pub numbers_known: bool,
}

/// Begins a recovery, or begins it anew from the same gap.
pub async fn begin(
    db: &mut PgConnection,
    gap_from: DateTime<Utc>,
    why: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    sqlx::query!(
        "insert into recovery (since, gap_from, why) values ($1, $2, $3)
         on conflict (one) do update
             set since = excluded.since, gap_from = least(recovery.gap_from, excluded.gap_from),
             numbers_known = false",
        now,
        gap_from,
        why
    )
    .execute(db)
    .await
    .map(drop)
}

/// The recovery that is under way.
pub async fn load(db: impl PgExecutor<'_>) -> Result<Option<Recovery>> {
    sqlx::query_as!(
        Recovery,
        "select since, gap_from, numbers_known from recovery"
    )
    .fetch_optional(db)
    .await
}

/// Ends the recovery that began at `since`; one that has begun anew meanwhile goes on.
pub async fn end(db: &mut PgConnection, since: DateTime<Utc>) -> Result<bool> {
    let ended = sqlx::query!(
        "delete from recovery where since = $1 and numbers_known",
        since
    )
    .execute(db)
    .await?;
    Ok(ended.rows_affected() == 1)
}

/// Order numbers go on above `highest`, which Stripe has seen.
pub async fn numbers_known(
    db: &mut PgConnection,
    since: DateTime<Utc>,
    highest: i64,
) -> Result<()> {
    sqlx::query!(
        "select setval('order_numbers', greatest((select last_value from order_numbers), $1))",
        highest
    )
    .fetch_one(&mut *db)
    .await?;
    sqlx::query!(
        "update recovery set numbers_known = true where since = $1",
        since
    )
    .execute(db)
    .await
    .map(drop)
}

/// Whether an order's payment was captured before a recovery that is under way began.
pub async fn gates(db: &PgPool, order_id: Uuid) -> Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (select from recovery r join captures c on c.order_id = $1
           where coalesce(c.charged_at, c.captured_at) < r.since) as "gated!""#,
        order_id
    )
    .fetch_one(db)
    .await
}
