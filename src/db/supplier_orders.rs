//! Table `supplier_orders`: what the supplier says it sold. One per line; more are orphans, to be terminated.

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgExecutor, Result};
use uuid::Uuid;

use super::lines::Line;

/// What is known to be bought for a line.
#[derive(Debug, Clone)]
pub struct Known {
    /// The supplier's id.
    pub supplier_order_id: String,
    /// The eSIM.
    pub iccid: Option<String>,
}

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
}

/// What is known to be bought for a line, orphans left out.
pub async fn of_line(db: &mut PgConnection, line_id: Uuid) -> Result<Option<Known>> {
    sqlx::query_as!(Known, "select supplier_order_id, iccid from supplier_orders where line_id = $1 and not orphan", line_id)
        .fetch_optional(db)
        .await
}

/// Stores or completes what the supplier said. `orphan`: bought, but not to be handed over.
pub async fn store(db: &mut PgConnection, line: &Line, id: &str, said: &Said<'_>, orphan: bool, now: DateTime<Utc>) -> Result<()> {
    sqlx::query!(
        "insert into supplier_orders (supplier_order_id, line_id, order_id, iccid, status, activate_by, expiry, orphan, seen_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict (supplier_order_id) do update
             set iccid = coalesce(supplier_orders.iccid, excluded.iccid), status = coalesce(excluded.status, supplier_orders.status),
                 activate_by = coalesce(excluded.activate_by, supplier_orders.activate_by),
                 expiry = coalesce(excluded.expiry, supplier_orders.expiry), seen_at = excluded.seen_at",
        id,
        line.id,
        line.order_id,
        said.iccid,
        said.status,
        said.activate_by,
        said.expiry,
        orphan,
        now
    )
    .execute(db)
    .await
    .map(drop)
}

/// What was bought for a line is not to be handed over.
pub async fn orphan(db: &mut PgConnection, line_id: Uuid) -> Result<Option<String>> {
    sqlx::query_scalar!("update supplier_orders set orphan = true where line_id = $1 and not orphan returning supplier_order_id", line_id)
        .fetch_optional(db)
        .await
}

/// The order it was bought for.
pub async fn order_of(db: impl PgExecutor<'_>, supplier_order_id: &str) -> Result<Option<(Uuid, Uuid)>> {
    let row = sqlx::query!("select order_id, line_id from supplier_orders where supplier_order_id = $1", supplier_order_id)
        .fetch_optional(db)
        .await?;
    Ok(row.map(|r| (r.order_id, r.line_id)))
}

/// It has been ended at the supplier.
pub async fn terminated(db: &mut PgConnection, supplier_order_id: &str, now: DateTime<Utc>) -> Result<()> {
    sqlx::query!(
        "update supplier_orders set terminated_at = $2 where supplier_order_id = $1 and terminated_at is null",
        supplier_order_id,
        now
    )
    .execute(db)
    .await
    .map(drop)
}
