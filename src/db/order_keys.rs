//! Table `order_keys`: keys that open one order's page in any browser. Only their hashes are kept.

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgExecutor, PgPool, Result};
use uuid::Uuid;

use domain::email::EmailAddress;

/// Keeps the hash of a key; one that is there stays as it is.
pub async fn insert(
    db: impl PgExecutor<'_>,
    token_hash: &[u8],
    order_id: Uuid,
    now: DateTime<Utc>,
) -> Result<()> {
    sqlx::query!(
        "insert into order_keys (token_hash, order_id, created_at) values ($1, $2, $3)
         on conflict do nothing",
        token_hash,
        order_id,
        now
    )
    .execute(db)
    .await
    .map(drop)
}

/// The orders that these keys open.
pub async fn opened_by(db: &PgPool, token_hashes: &[Vec<u8>]) -> Result<Vec<Uuid>> {
    sqlx::query_scalar!(
        "select order_id from order_keys where token_hash = any ($1) and ended_at is null",
        token_hashes
    )
    .fetch_all(db)
    .await
}

/// Ends the keys of an order.
pub async fn end_of_order(db: &mut PgConnection, order_id: Uuid, now: DateTime<Utc>) -> Result<()> {
    sqlx::query!(
        "update order_keys set ended_at = $2 where order_id = $1 and ended_at is null",
        order_id,
        now
    )
    .execute(db)
    .await
    .map(drop)
}

/// Ends the keys of all of a traveller's orders.
pub async fn end_all_of(
    db: &mut PgConnection,
    email: &EmailAddress,
    now: DateTime<Utc>,
) -> Result<()> {
    sqlx::query!(
        "update order_keys k set ended_at = $2 from orders o where o.id = k.order_id
         and o.customer_email = $1 and k.ended_at is null",
        email.expose(),
        now
    )
    .execute(db)
    .await
    .map(drop)
}
