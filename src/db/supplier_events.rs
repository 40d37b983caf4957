//! Table `supplier_events`: the supplier's webhooks, each once an hour. Followed by a job that
//! reads what they are about.

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::{PgConnection, PgPool, Result};
use uuid::Uuid;

/// A delivery to store.
#[derive(Debug, Clone)]
pub struct NewEvent<'a> {
    /// Of the raw body.
    pub digest: &'a [u8],
    /// What it is called.
    pub kind: Option<&'a str>,
    /// The eSIM it is about.
    pub iccid: Option<&'a str>,
    /// The supplier's order it is about.
    pub supplier_order_id: Option<&'a str>,
    /// As it came.
    pub payload: &'a str,
}

/// A delivery that comes twice comes within minutes. The same words later are news: the second “80
/// %”, after a top-up.
const SAME_DELIVERY: TimeDelta = TimeDelta::hours(1);

/// Stores a delivery and names it; `None` when the same body came within the last hour.
pub async fn store(
    db: &mut PgConnection,
    event: &NewEvent<'_>,
    now: DateTime<Utc>,
) -> Result<Option<Uuid>> {
    // Two deliveries of one body at once: the second waits here until the first can be seen.
    sqlx::query!(
        "select pg_advisory_xact_lock(hashtextextended(encode($1::bytea, 'hex'), 12))",
        event.digest
    )
    .fetch_one(&mut *db)
    .await?;
    sqlx::query_scalar!(
        "insert into supplier_events (id, digest, kind, iccid, supplier_order_id, payload,
           received_at)
         select $1, $2, $3, $4, $5, $6, $7
         where not exists (select from supplier_events where digest = $2 and received_at > $8)
         returning id",
        Uuid::now_v7(),
        event.digest,
        event.kind,
        event.iccid,
        event.supplier_order_id,
        event.payload,
        now,
        now - SAME_DELIVERY
    )
    .fetch_optional(db)
    .await
}

/// What a delivery is about.
#[derive(Debug, Clone)]
pub struct About {
    /// The eSIM of ours.
    pub iccid: String,
    /// When it came.
    pub received_at: DateTime<Utc>,
}

/// The eSIM of ours that a delivery is about; `None` when it is nobody's, or was heard before.
pub async fn about(db: &PgPool, id: Uuid) -> Result<Option<About>> {
    sqlx::query_as!(
        About,
        "select e.iccid, v.received_at
         from supplier_events v
         join esims e on e.iccid = v.iccid
             or e.iccid = (select coalesce(o.iccid, l.target_iccid) from supplier_orders o
               join lines l on l.id = o.line_id
                           where o.supplier_order_id = v.supplier_order_id)
         where v.id = $1 and v.processed_at is null order by e.iccid = v.iccid desc limit 1",
        id
    )
    .fetch_optional(db)
    .await
}

/// Marks a delivery as handled, with what came of it. Its body is not needed any more.
pub async fn processed(
    db: &mut PgConnection,
    id: Uuid,
    effect: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    sqlx::query!(
        "update supplier_events set processed_at = $2, effect = $3, payload = '' where id = $1
         and processed_at is null",
        id,
        now,
        effect
    )
    .execute(db)
    .await
    .map(drop)
}

/// Deletes handled deliveries that came before a day; how many, `at_most`.
pub async fn forget(db: &PgPool, before: DateTime<Utc>, at_most: i64) -> Result<u64> {
    sqlx::query!(
        "delete from supplier_events where id in (
         select id from supplier_events where processed_at is not null and received_at < $1
         limit $2)",
        before,
        at_most
    )
    .execute(db)
    .await
    .map(|done| done.rows_affected())
}
