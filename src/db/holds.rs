//! Table `holds`: why nothing may be bought for an order now. A row for each reason; the database
//! refuses a call while one is open.

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgPool, Result};
use uuid::Uuid;

use super::unreadable;
use domain::hold::Reason;

/// A hold to open.
#[derive(Debug, Clone, Copy)]
pub struct NewHold<'a> {
    /// The order.
    pub order_id: Uuid,
    /// The line, when its order's other lines go on.
    pub line_id: Option<Uuid>,
    /// Why.
    pub reason: Reason,
    /// In words for operators.
    pub why: &'a str,
    /// What told of it: an event's id, a read, a person.
    pub source: &'a str,
}

/// Opens a hold; `false` when it stands already.
pub async fn open(db: &mut PgConnection, hold: &NewHold<'_>, now: DateTime<Utc>) -> Result<bool> {
    let opened = sqlx::query!(
        "insert into holds (order_id, line_id, reason, why, source, opened_at)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (order_id, line_id, reason) where ended_at is null do nothing",
        hold.order_id,
        hold.line_id,
        hold.reason.as_str(),
        hold.why,
        hold.source,
        now
    )
    .execute(db)
    .await?;
    Ok(opened.rows_affected() == 1)
}

/// Ends an order's holds of this reason, also those of its lines; `false` when there was none.
pub async fn end(
    db: &mut PgConnection,
    order_id: Uuid,
    reason: Reason,
    by: &str,
    now: DateTime<Utc>,
) -> Result<bool> {
    let ended = sqlx::query!(
        "update holds set ended_at = greatest($4, opened_at), ended_by = $3 where order_id = $1
         and reason = $2 and ended_at is null",
        order_id,
        reason.as_str(),
        by,
        now
    )
    .execute(db)
    .await?;
    Ok(ended.rows_affected() > 0)
}

/// Ends the holds of an order that have nothing left to hold: every line in question is decided.
pub async fn end_moot(db: &mut PgConnection, order_id: Uuid, now: DateTime<Utc>) -> Result<()> {
    sqlx::query!(
        "update holds h set ended_at = greatest($2, opened_at), ended_by = 'every line is decided'
         where order_id = $1 and reason in ('refunded elsewhere', 'supplier') and ended_at is null
           and not exists (select from lines l where l.order_id = h.order_id and l.outcome is null
             and (h.line_id is null or h.line_id = l.id))",
        order_id,
        now
    )
    .execute(db)
    .await
    .map(drop)
}

/// Whether a person has ended a hold of this reason.
pub async fn released_by_person(
    db: &mut PgConnection,
    order_id: Uuid,
    reason: Reason,
) -> Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (select from holds where order_id = $1 and reason = $2
           and ended_by like 'operator:%') as "released!""#,
        order_id,
        reason.as_str()
    )
    .fetch_one(db)
    .await
}

/// Since when an answer of the supplier has held a line.
pub async fn supplier_hold_of(db: &PgPool, line_id: Uuid) -> Result<Option<DateTime<Utc>>> {
    sqlx::query_scalar!(
        "select min(opened_at) from holds where line_id = $1 and reason = 'supplier'
         and ended_at is null",
        line_id
    )
    .fetch_one(db)
    .await
}

/// An open hold.
#[derive(Debug, Clone)]
pub struct Hold {
    /// The line, when its order's other lines go on.
    pub line_id: Option<Uuid>,
    /// Why.
    pub reason: Reason,
    /// In words for operators.
    pub why: String,
    /// What told of it.
    pub source: String,
    /// Since when.
    pub opened_at: DateTime<Utc>,
}

/// An order's open holds, oldest first.
pub async fn of_order(db: &mut PgConnection, order_id: Uuid) -> Result<Vec<Hold>> {
    let rows = sqlx::query!(
        "select line_id, reason, why, source, opened_at from holds where order_id = $1
         and ended_at is null order by opened_at, id",
        order_id
    )
    .fetch_all(db)
    .await?;
    rows.into_iter()
        .map(|r| {
            let reason = Reason::try_from(r.reason.as_str())
                .map_err(unreadable("holds.reason", order_id))?;
            Ok(Hold {
                line_id: r.line_id,
                reason,
                why: r.why,
                source: r.source,
                opened_at: r.opened_at,
            })
        })
        .collect()
}

/// Captured orders that are held and have a line that nothing has been decided about, or a payment
/// that does not fit.
pub async fn undecided_orders(db: &PgPool) -> Result<Vec<Uuid>> {
    sqlx::query_scalar!(
        r#"select distinct h.order_id from holds h join orders o on o.id = h.order_id
           where h.ended_at is null and o.test_ended_at is null
             and (h.reason = 'misfit'
               or exists (select from lines l join captures c on c.order_id = l.order_id
                  where l.order_id = h.order_id and l.outcome is null
                  and (h.line_id is null or h.line_id = l.id)))"#
    )
    .fetch_all(db)
    .await
}
