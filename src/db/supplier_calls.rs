//! Table `supplier_calls`: each `create_order`, written before it leaves. The database refuses one
//! that may not be made.

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, Result};

use super::lines::Line;
use domain::line::CallResult;

/// Writes down a call that is about to be made.
///
/// # Errors
/// A foreign-key or check violation when it must not be made: no capture, another key, a hold, a
/// decided outcome, a stale key.
pub async fn begin(db: &mut PgConnection, line: &Line, now: DateTime<Utc>) -> Result<i64> {
    sqlx::query_scalar!(
        "insert into supplier_calls (order_id, line_id, idempotency_key, started_at)
         values ($1, $2, $3, $4) returning id",
        line.order_id,
        line.id,
        line.idempotency_key,
        now
    )
    .fetch_one(db)
    .await
}

/// How a call ended.
#[derive(Debug, Clone, Copy)]
pub struct End<'a> {
    /// What came of it.
    pub result: CallResult,
    /// Whether it came to nothing that anybody knows. A known refusal is an answer.
    pub failed: bool,
    /// The supplier's code.
    pub code: Option<&'a str>,
    /// In words for operators.
    pub message: Option<&'a str>,
}

/// Writes down how it ended.
pub async fn end(db: &mut PgConnection, id: i64, end: &End<'_>, now: DateTime<Utc>) -> Result<()> {
    sqlx::query!(
        "update supplier_calls set finished_at = $2, result = $3, code = $4, message = $5,
         failed = $6 where id = $1 and finished_at is null",
        id,
        now,
        end.result.as_str(),
        end.code,
        end.message,
        end.failed
    )
    .execute(db)
    .await
    .map(drop)
}
