//! Table `supplier_orders`: what the supplier says it sold. One per line; more are orphans, to be
//! terminated. A row stays its line's.

use chrono::{DateTime, Utc};
use serde_json::Value;
use sqlx::{PgConnection, PgExecutor, PgPool, Result};
use uuid::Uuid;

use super::lines::Line;

/// What the supplier said of an order; what it left out changes nothing that is stored.
#[derive(Debug, Clone, Copy)]
pub struct Said<'a> {
    /// The eSIM.
    pub iccid: Option<&'a str>,
    /// The package's status, or else the order's.
    pub status: Option<&'a str>,
    /// The last day the package can be started.
    pub activate_by: Option<DateTime<Utc>>,
    /// The end of its validity.
    pub expiry: Option<DateTime<Utc>>,
    /// The network's own name for it.
    pub external_id: Option<&'a str>,
    /// Whether an ICCID or code came that cannot be read.
    pub unreadable: bool,
    /// Whether it named an eSIM that is another line's: then it is never ended by itself.
    pub anothers: bool,
    /// What no column has; no code and no number.
    pub raw: Option<&'a Value>,
}

/// Stores or completes what the supplier said; `false` when the order is another line's, and then
/// nothing has changed. `orphan`: bought, but not to be handed over.
pub async fn store(
    db: &mut PgConnection,
    line: &Line,
    id: &str,
    said: &Said<'_>,
    orphan: bool,
    now: DateTime<Utc>,
) -> Result<bool> {
    let stored = sqlx::query!(
        "insert into supplier_orders
             (supplier_order_id, line_id, order_id, iccid, status, activate_by, expiry, orphan,
               seen_at, external_id, unreadable, anothers, raw)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
         on conflict (supplier_order_id) do update
             set iccid = coalesce(supplier_orders.iccid, excluded.iccid),
             status = coalesce(excluded.status, supplier_orders.status),
                 activate_by = coalesce(excluded.activate_by, supplier_orders.activate_by),
                 expiry = coalesce(excluded.expiry, supplier_orders.expiry),
                 seen_at = excluded.seen_at,
                 external_id = coalesce(excluded.external_id, supplier_orders.external_id),
                 unreadable = excluded.unreadable,
                 anothers = supplier_orders.anothers or excluded.anothers,
                 raw = case when excluded.raw is null then supplier_orders.raw
                 else coalesce(supplier_orders.raw, '{}') || excluded.raw end
             where supplier_orders.line_id = excluded.line_id",
        id,
        line.id,
        line.order_id,
        said.iccid,
        said.status,
        said.activate_by,
        said.expiry,
        orphan,
        now,
        said.external_id,
        said.unreadable,
        said.anothers,
        said.raw
    )
    .execute(db)
    .await?;
    Ok(stored.rows_affected() == 1)
}

/// Whether an eSIM is another line's: handed over to its traveller, or bought for it.
pub async fn is_anothers(db: &mut PgConnection, line_id: Uuid, iccid: &str) -> Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (select from esims where iccid = $2 and line_id <> $1)
           or exists (select from supplier_orders s join lines l on l.id = s.line_id
                      where s.iccid = $2 and s.line_id <> $1 and l.operation = 'NEW'
                      and not s.orphan) as "anothers!""#,
        line_id,
        iccid
    )
    .fetch_one(db)
    .await
}

/// What was bought for a line is not to be handed over.
pub async fn orphan(db: &mut PgConnection, line_id: Uuid) -> Result<Option<String>> {
    sqlx::query_scalar!(
        "update supplier_orders set orphan = true where line_id = $1 and not orphan
         returning supplier_order_id",
        line_id
    )
    .fetch_optional(db)
    .await
}

/// The order it was bought for.
pub async fn order_of(
    db: impl PgExecutor<'_>,
    supplier_order_id: &str,
) -> Result<Option<(Uuid, Uuid)>> {
    let row = sqlx::query!(
        "select order_id, line_id from supplier_orders where supplier_order_id = $1",
        supplier_order_id
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|r| (r.order_id, r.line_id)))
}

/// What was bought, handed to nobody, and has not ended.
#[derive(Debug, Clone)]
pub struct Orphan {
    /// The order.
    pub order_id: Uuid,
    /// Its number, for people.
    pub order_number: String,
    /// The line.
    pub line_id: Uuid,
    /// Whether it is, or may be, somebody else's eSIM, so that it must not be ended.
    pub anothers: bool,
}

/// An orphan that has not ended; none when it has, when it was handed over, and when there is no
/// such order.
pub async fn open_orphan(db: &PgPool, supplier_order_id: &str) -> Result<Option<Orphan>> {
    sqlx::query_as!(
        Orphan,
        r#"select s.order_id, o.order_number, s.line_id,
                  s.anothers or exists (select from esims e where e.iccid = s.iccid
                    and e.line_id <> s.line_id
                                        and l.target_iccid is distinct from s.iccid) as "anothers!"
           from supplier_orders s join lines l on l.id = s.line_id
           join orders o on o.id = s.order_id
           where s.supplier_order_id = $1 and s.orphan and s.terminated_at is null"#,
        supplier_order_id
    )
    .fetch_optional(db)
    .await
}

/// It has ended at the supplier; `false` when that was known.
pub async fn terminated(
    db: &mut PgConnection,
    supplier_order_id: &str,
    now: DateTime<Utc>,
) -> Result<bool> {
    let ended = sqlx::query!(
        "update supplier_orders set terminated_at = $2 where supplier_order_id = $1
         and terminated_at is null",
        supplier_order_id,
        now
    )
    .execute(db)
    .await?;
    Ok(ended.rows_affected() == 1)
}

/// How often its end has been tried in vain, and whether this is the first final no.
#[derive(Debug, Clone, Copy)]
pub struct Tried {
    /// Tries, this one counted.
    pub tries: i32,
    /// Whether nobody has said no before.
    pub first_no: bool,
}

/// Its end was tried in vain; none when it has ended meanwhile.
pub async fn not_terminated(
    db: &mut PgConnection,
    supplier_order_id: &str,
    refused: bool,
    now: DateTime<Utc>,
) -> Result<Option<Tried>> {
    sqlx::query_as!(
        Tried,
        r#"update supplier_orders s set end_tries = s.end_tries + 1,
           end_refused_at = coalesce(s.end_refused_at, case when $2 then $3::timestamptz end)
           from (select supplier_order_id, end_refused_at from supplier_orders
             where supplier_order_id = $1 for update) before
           where s.supplier_order_id = before.supplier_order_id and s.terminated_at is null
           returning s.end_tries as tries, ($2 and before.end_refused_at is null) as "first_no!""#,
        supplier_order_id,
        refused,
        now
    )
    .fetch_optional(db)
    .await
}
