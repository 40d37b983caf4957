//! Sign-in links (`logins`) and signed-in browsers (`sign_ins`). Both are stored as SHA-256 of
//! their token only.

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgPool};

use super::stored;
use domain::email::EmailAddress;

/// A link to store.
#[derive(Debug)]
pub struct NewLogin<'a> {
    /// SHA-256 of its token.
    pub token_hash: &'a [u8; 32],
    /// Whom it signs in.
    pub email: &'a EmailAddress,
    /// The hash of the asking browser's cookie, where it is known.
    pub asked_by: Option<&'a [u8]>,
    /// The hash of the asking network.
    pub asked_from: Option<&'a [u8]>,
    /// The page on which it was asked for.
    pub return_to: Option<&'a str>,
    /// Until when it is good.
    pub expires_at: DateTime<Utc>,
}

/// Whom a used link signs in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consumed {
    /// The mailbox.
    pub email: EmailAddress,
    /// The page on which it was asked for.
    pub return_to: Option<String>,
}

/// Stores a link. Where more than `most` of this mailbox are live then, one ends: the oldest of the
/// network that asked for most of them, so that nobody's asking ends the link of somebody else.
///
/// # Errors
/// The database's.
pub async fn insert_login(
    tx: &mut PgConnection,
    login: &NewLogin<'_>,
    most: i64,
    now: DateTime<Utc>,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "insert into logins (token_hash, email, created_at, expires_at, asked_by, asked_from,
         return_to) values ($1, $2, $3, $4, $5, $6, $7)",
        &login.token_hash[..],
        login.email.expose(),
        now,
        login.expires_at,
        login.asked_by,
        login.asked_from,
        login.return_to
    )
    .execute(&mut *tx)
    .await?;
    sqlx::query!(
        "delete from logins where token_hash = (
         select token_hash from (
             select token_hash, created_at, count(*) over (partition by asked_from) as of_one,
             count(*) over () as live
             from logins where email = $1 and used_at is null and expires_at > $2
         ) l
         where live > $3 order by of_one desc, created_at limit 1)",
        login.email.expose(),
        now,
        most
    )
    .execute(tx)
    .await
    .map(drop)
}

/// Who asked for a link that is still good: the hash of the browser's cookie, if it had one. `None`
/// when the link is not good.
///
/// # Errors
/// The database's.
pub async fn asked_by(
    db: &PgPool,
    token_hash: &[u8; 32],
    now: DateTime<Utc>,
) -> Result<Option<Option<Vec<u8>>>, sqlx::Error> {
    sqlx::query_scalar!(
        "select asked_by from logins where token_hash = $1 and used_at is null and expires_at > $2",
        &token_hash[..],
        now
    )
    .fetch_optional(db)
    .await
}

/// Uses a link up, and with it every other one of the mailbox. Only the first of two who come at
/// once gets the address; an expired or unknown link gives none.
///
/// # Errors
/// The database's.
pub async fn consume_login(
    tx: &mut PgConnection,
    token_hash: &[u8; 32],
    now: DateTime<Utc>,
) -> Result<Option<Consumed>, sqlx::Error> {
    let row = sqlx::query!(
        "update logins set used_at = $2 where token_hash = $1 and used_at is null
         and expires_at > $2 returning email, return_to",
        &token_hash[..],
        now
    )
    .fetch_optional(&mut *tx)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let consumed = Consumed {
        email: EmailAddress::parse(&row.email).map_err(stored)?,
        return_to: row.return_to,
    };
    end_links_of(tx, &consumed.email, now).await?;
    Ok(Some(consumed))
}

/// Ends every link of a mailbox.
///
/// # Errors
/// The database's.
pub async fn end_links_of(
    tx: &mut PgConnection,
    email: &EmailAddress,
    now: DateTime<Utc>,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "update logins set used_at = $2 where email = $1 and used_at is null",
        email.expose(),
        now
    )
    .execute(tx)
    .await
    .map(drop)
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
pub async fn signed_in(
    db: &PgPool,
    token_hash: &[u8; 32],
    now: DateTime<Utc>,
) -> Result<Option<EmailAddress>, sqlx::Error> {
    sqlx::query_scalar!(
        "select email from sign_ins where token_hash = $1 and expires_at > $2",
        &token_hash[..],
        now
    )
    .fetch_optional(db)
    .await?
    .map(|email| EmailAddress::parse(&email).map_err(stored))
    .transpose()
}

/// Signs a browser out; it is no error when it was not in.
///
/// # Errors
/// The database's.
pub async fn delete_sign_in(
    tx: &mut PgConnection,
    token_hash: &[u8; 32],
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "delete from sign_ins where token_hash = $1",
        &token_hash[..]
    )
    .execute(tx)
    .await
    .map(drop)
}

/// Signs every browser of a traveller out.
///
/// # Errors
/// The database's.
pub async fn delete_sign_ins_of(
    tx: &mut PgConnection,
    email: &EmailAddress,
) -> Result<(), sqlx::Error> {
    sqlx::query!("delete from sign_ins where email = $1", email.expose())
        .execute(tx)
        .await
        .map(drop)
}

/// Forgets what has expired; part of the periodic clean-up. Returns how many rows went.
///
/// # Errors
/// The database's.
pub async fn forget_expired(db: &PgPool, now: DateTime<Utc>) -> Result<u64, sqlx::Error> {
    let gone = sqlx::query!(
        "with l as (delete from logins where expires_at < $1 returning 1),
         s as (delete from sign_ins where expires_at < $1 returning 1)
         select (select count(*) from l) + (select count(*) from s) as \"gone!\"",
        now
    )
    .fetch_one(db)
    .await?
    .gone;
    Ok(gone.unsigned_abs())
}
