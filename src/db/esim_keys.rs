//! Table `esim_keys`: keys in mails that open one eSIM's top-up page. Only their hashes are kept.

use chrono::{DateTime, Utc};
use sqlx::{PgPool, Result};
use uuid::Uuid;

/// Keeps a key until it expires.
pub async fn insert(db: &PgPool, token_hash: &[u8], esim_id: Uuid, now: DateTime<Utc>, expires_at: DateTime<Utc>) -> Result<()> {
    sqlx::query!(
        "insert into esim_keys (token_hash, esim_id, created_at, expires_at) values ($1, $2, $3, $4)",
        token_hash,
        esim_id,
        now,
        expires_at
    )
    .execute(db)
    .await
    .map(drop)
}

/// Whether a key opens this eSIM's page now.
pub async fn opens(db: &PgPool, token_hash: &[u8], esim_id: Uuid, now: DateTime<Utc>) -> Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (select from esim_keys where token_hash = $1 and esim_id = $2 and expires_at > $3) as "opens!""#,
        token_hash,
        esim_id,
        now
    )
    .fetch_one(db)
    .await
}

/// Forgets keys that no longer open anything.
pub async fn forget_expired(db: &PgPool, now: DateTime<Utc>) -> Result<()> {
    sqlx::query!("delete from esim_keys where expires_at < $1", now).execute(db).await.map(drop)
}
