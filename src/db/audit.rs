//! Table `audit`: what people did to the shop as a whole. What they did to one order stands in that
//! order's history.

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, Result};

/// Writes down what somebody did. Part of the transaction that does it.
pub async fn record(
    tx: &mut PgConnection,
    who: &str,
    act: &str,
    detail: Option<&str>,
    now: DateTime<Utc>,
) -> Result<()> {
    sqlx::query!(
        "insert into audit (at, actor, act, detail) values ($1, 'operator:' || $2, $3, $4)",
        now,
        who,
        act,
        detail
    )
    .execute(tx)
    .await
    .map(drop)
}
