//! Table `ended_browsers`: browsers that bought and then signed out. Rows stay: a cookie that was
//! copied may come years later.

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgPool, Result};

use domain::email::EmailAddress;

/// This browser shows no more what it bought.
pub async fn insert(
    db: &mut PgConnection,
    buyer_hash: &[u8; 32],
    now: DateTime<Utc>,
) -> Result<()> {
    sqlx::query!(
        "insert into ended_browsers (buyer_hash, ended_at) values ($1, $2) on conflict do nothing",
        &buyer_hash[..],
        now
    )
    .execute(db)
    .await
    .map(drop)
}

/// The same for every browser that bought with this address.
pub async fn insert_all_of(
    db: &mut PgConnection,
    email: &EmailAddress,
    now: DateTime<Utc>,
) -> Result<()> {
    sqlx::query!(
        "insert into ended_browsers (buyer_hash, ended_at)
         select distinct buyer_hash, $2::timestamptz from orders where customer_email = $1
         on conflict do nothing",
        email.expose(),
        now
    )
    .execute(db)
    .await
    .map(drop)
}

/// Whether this browser has signed out.
pub async fn contains(db: &PgPool, buyer_hash: &[u8; 32]) -> Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (select from ended_browsers where buyer_hash = $1) as "ended!""#,
        &buyer_hash[..]
    )
    .fetch_one(db)
    .await
}
