//! Sign-in links (`logins`) and signed-in browsers (`sign_ins`). Both are stored as SHA-256 of their token only.

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgPool};

use super::stored;
use crate::domain::email::EmailAddress;

/// Stores a link that is good until `expires_at`.
///
/// # Errors
/// The database's.
pub async fn insert_login(
    db: &PgPool,
    token_hash: &[u8; 32],
    email: &EmailAddress,
    now: DateTime<Utc>,
    expires_at: DateTime<Utc>,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "insert into logins (token_hash, email, created_at, expires_at) values ($1, $2, $3, $4)",
        &token_hash[..],
        email.expose(),
        now,
        expires_at
    )
    .execute(db)
    .await
    .map(|_| ())
}

/// Uses a link up. Only the first of two who come at once gets the address; an expired or unknown link gives none.
///
/// # Errors
/// The database's.
pub async fn consume_login(tx: &mut PgConnection, token_hash: &[u8; 32], now: DateTime<Utc>) -> Result<Option<EmailAddress>, sqlx::Error> {
    sqlx::query_scalar!(
        "update logins set used_at = $2 where token_hash = $1 and used_at is null and expires_at > $2 returning email",
        &token_hash[..],
        now
    )
    .fetch_optional(tx)
    .await?
    .map(|email| EmailAddress::parse(&email).map_err(stored))
    .transpose()
}

/// Stores a signed-in browser.
///
/// # Errors
/// The database's.
pub async fn insert_sign_in(
    tx: &mut PgConnection,
    token_hash: &[u8; 32],
    email: &EmailAddress,
    now: DateTime<Utc>,
    expires_at: DateTime<Utc>,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "insert into sign_ins (token_hash, email, created_at, expires_at) values ($1, $2, $3, $4)",
        &token_hash[..],
        email.expose(),
        now,
        expires_at
    )
    .execute(tx)
    .await
    .map(|_| ())
}

/// Who is signed in with this cookie's hash, if it still counts.
///
/// # Errors
/// The database's.
pub async fn signed_in(db: &PgPool, token_hash: &[u8; 32], now: DateTime<Utc>) -> Result<Option<EmailAddress>, sqlx::Error> {
    sqlx::query_scalar!("select email from sign_ins where token_hash = $1 and expires_at > $2", &token_hash[..], now)
        .fetch_optional(db)
        .await?
        .map(|email| EmailAddress::parse(&email).map_err(stored))
        .transpose()
}

/// Signs a browser out; it is no error when it was not in.
///
/// # Errors
/// The database's.
pub async fn delete_sign_in(db: &PgPool, token_hash: &[u8; 32]) -> Result<(), sqlx::Error> {
    sqlx::query!("delete from sign_ins where token_hash = $1", &token_hash[..]).execute(db).await.map(|_| ())
}

/// Forgets what has expired; part of the periodic clean-up. Returns how many rows went.
///
/// # Errors
/// The database's.
pub async fn forget_expired(db: &PgPool, now: DateTime<Utc>) -> Result<u64, sqlx::Error> {
    let gone = sqlx::query!(
        "with l as (delete from logins where expires_at < $1 returning 1), s as (delete from sign_ins where expires_at < $1 returning 1)
         select (select count(*) from l) + (select count(*) from s) as \"gone!\"",
        now
    )
    .fetch_one(db)
    .await?
    .gone;
    Ok(gone.unsigned_abs())
}
