//! Who works at the desk: `staff`, their recovery codes, links and sessions. Tokens and codes are
//! stored as SHA-256 only, the secret as it was sealed.

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgPool, Result};

use super::{Connection, stored};
use domain::desk::Role;
use domain::email::EmailAddress;
use domain::sealed::Sealed;

/// Somebody to invite.
#[derive(Debug)]
pub struct Invited<'a> {
    /// Whom.
    pub address: &'a EmailAddress,
    /// As what.
    pub role: Role,
    /// The second factor, sealed.
    pub secret: &'a Sealed,
    /// SHA-256 of each recovery code.
    pub recovery: &'a [Vec<u8>],
    /// Who invites.
    pub by: &'a str,
}

/// Somebody who was invited and not revoked, locked until the transaction ends.
#[derive(Debug)]
pub struct Enrolled {
    /// The second factor, sealed.
    pub secret: Sealed,
    /// The half minute of the last code that counted.
    pub last_step: i64,
    /// Wrong codes since the last right one.
    pub wrong_tries: i32,
    /// Until when none counts.
    pub paused_until: Option<DateTime<Utc>>,
}

/// Invites somebody, anew if need be: what they had before opens nothing any more.
///
/// # Errors
/// The database's.
pub async fn invite(tx: &mut Connection, who: &Invited<'_>, now: DateTime<Utc>) -> Result<()> {
    let address = who.address.expose();
    sqlx::query!("delete from staff where address = $1", address)
        .execute(&mut *tx)
        .await?;
    sqlx::query!(
        "insert into staff (address, role, totp_secret, invited_at, invited_by)
         values ($1, $2, $3, $4, $5)",
        address,
        who.role.as_str(),
        who.secret.as_stored(),
        now,
        who.by
    )
    .execute(&mut *tx)
    .await?;
    sqlx::query!(
        "insert into staff_recovery_codes (address, code_hash) select $1, unnest($2::bytea[])",
        address,
        who.recovery
    )
    .execute(tx)
    .await
    .map(drop)
}

/// Closes the desk to somebody; `false` when it was not open to them.
///
/// # Errors
/// The database's.
pub async fn revoke(
    tx: &mut Connection,
    address: &EmailAddress,
    now: DateTime<Utc>,
) -> Result<bool> {
    let done = sqlx::query!(
        "update staff set revoked_at = $2, totp_secret = null where address = $1
         and revoked_at is null",
        address.expose(),
        now
    )
    .execute(tx)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Whether somebody was invited and not revoked.
///
/// # Errors
/// The database's.
pub async fn is_enrolled(db: &PgPool, address: &EmailAddress) -> Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (select from staff where address = $1 and revoked_at is null) as "is!""#,
        address.expose()
    )
    .fetch_one(db)
    .await
}

/// Somebody, locked.
///
/// # Errors
/// The database's.
pub async fn lock(tx: &mut Connection, address: &EmailAddress) -> Result<Option<Enrolled>> {
    let row = sqlx::query!(
        r#"select totp_secret as "secret!", last_step, wrong_tries, paused_until from staff
           where address = $1 and revoked_at is null for update"#,
        address.expose()
    )
    .fetch_optional(tx)
    .await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(Enrolled {
        secret: Sealed::read(row.secret),
        last_step: row.last_step,
        wrong_tries: row.wrong_tries,
        paused_until: row.paused_until,
    }))
}

/// Notes a wrong code.
///
/// # Errors
/// The database's.
pub async fn note_wrong(
    tx: &mut Connection,
    address: &EmailAddress,
    tries: i32,
    paused_until: Option<DateTime<Utc>>,
) -> Result<()> {
    sqlx::query!(
        "update staff set wrong_tries = $2, paused_until = $3 where address = $1",
        address.expose(),
        tries,
        paused_until
    )
    .execute(tx)
    .await
    .map(drop)
}

/// Notes a right one: the half minute that it is of, where it is the phone's.
///
/// # Errors
/// The database's.
pub async fn note_right(
    tx: &mut Connection,
    address: &EmailAddress,
    step: Option<i64>,
) -> Result<()> {
    sqlx::query!(
        "update staff set wrong_tries = 0, paused_until = null, last_step = coalesce($2, last_step)
         where address = $1",
        address.expose(),
        step
    )
    .execute(tx)
    .await
    .map(drop)
}

/// Notes a sign-in.
///
/// # Errors
/// The database's.
pub async fn note_signed_in(
    tx: &mut Connection,
    address: &EmailAddress,
    now: DateTime<Utc>,
) -> Result<()> {
    sqlx::query!(
        "update staff set signed_in_at = $2 where address = $1",
        address.expose(),
        now
    )
    .execute(tx)
    .await
    .map(drop)
}

/// Every owner who was invited and not revoked.
///
/// # Errors
/// The database's.
pub async fn owners(db: &PgPool) -> Result<Vec<EmailAddress>> {
    let rows = sqlx::query_scalar!(
        "select address from staff where role = 'owner' and revoked_at is null"
    )
    .fetch_all(db)
    .await?;
    rows.iter()
        .map(|address| EmailAddress::parse(address).map_err(stored))
        .collect()
}

/// Uses a recovery code up; `false` when it is none, or was used.
///
/// # Errors
/// The database's.
pub async fn use_recovery_code(
    tx: &mut Connection,
    address: &EmailAddress,
    hash: &[u8; 32],
    now: DateTime<Utc>,
) -> Result<bool> {
    let used = sqlx::query!(
        "update staff_recovery_codes set used_at = $3 where address = $1 and code_hash = $2
         and used_at is null",
        address.expose(),
        &hash[..],
        now
    )
    .execute(tx)
    .await?;
    Ok(used.rows_affected() == 1)
}

/// Stores a link for the browser that asked for it.
///
/// # Errors
/// The database's.
pub async fn insert_link(
    db: &PgPool,
    hash: &[u8; 32],
    to: &EmailAddress,
    asked_by: &[u8],
    until: DateTime<Utc>,
) -> Result<()> {
    sqlx::query!(
        "insert into staff_links (token_hash, address, asked_by, expires_at)
         select $1, address, $3, $4 from staff where address = $2 and revoked_at is null",
        &hash[..],
        to.expose(),
        asked_by,
        until
    )
    .execute(db)
    .await
    .map(drop)
}

/// A link that is still good: whom it is for, and the hash of the browser that asked for it.
///
/// # Errors
/// The database's.
pub async fn link(
    db: impl sqlx::PgExecutor<'_>,
    hash: &[u8; 32],
    now: DateTime<Utc>,
) -> Result<Option<(EmailAddress, Vec<u8>)>> {
    let row = sqlx::query!(
        "select address, asked_by from staff_links where token_hash = $1 and used_at is null
         and expires_at > $2",
        &hash[..],
        now
    )
    .fetch_optional(db)
    .await?;
    row.map(|row| {
        Ok((
            EmailAddress::parse(&row.address).map_err(stored)?,
            row.asked_by,
        ))
    })
    .transpose()
}

/// Uses up every link of somebody's.
///
/// # Errors
/// The database's.
pub async fn use_links(
    tx: &mut Connection,
    address: &EmailAddress,
    now: DateTime<Utc>,
) -> Result<()> {
    sqlx::query!(
        "update staff_links set used_at = $2 where address = $1 and used_at is null",
        address.expose(),
        now
    )
    .execute(tx)
    .await
    .map(drop)
}

/// Begins a session.
///
/// # Errors
/// The database's.
pub async fn begin_session(
    tx: &mut Connection,
    hash: &[u8; 32],
    who: &EmailAddress,
    now: DateTime<Utc>,
    ends: DateTime<Utc>,
) -> Result<()> {
    sqlx::query!(
        "insert into staff_sessions (token_hash, address, began_at, last_seen_at, ends_at)
         values ($1, $2, $3, $3, $4)",
        &hash[..],
        who.expose(),
        now,
        ends
    )
    .execute(tx)
    .await
    .map(drop)
}

/// Whose session this is, with the role they have now, while it counts: not ended, and used since
/// `idle_since`. Being asked for it counts as use, once a minute.
///
/// # Errors
/// The database's.
pub async fn session(
    db: &PgPool,
    hash: &[u8; 32],
    idle_since: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<Option<(EmailAddress, Role)>> {
    let row = sqlx::query!(
        r#"select s.address, s.role, o.last_seen_at from staff_sessions o
           join staff s on s.address = o.address
           where o.token_hash = $1 and o.ends_at > $2 and o.last_seen_at > $3
           and s.revoked_at is null"#,
        &hash[..],
        now,
        idle_since
    )
    .fetch_optional(db)
    .await?;
    let Some(row) = row else { return Ok(None) };
    if (now - row.last_seen_at).num_seconds() >= 60 {
        sqlx::query!(
            "update staff_sessions set last_seen_at = greatest(last_seen_at, $2)
             where token_hash = $1",
            &hash[..],
            now
        )
        .execute(db)
        .await?;
    }
    Ok(Some((
        EmailAddress::parse(&row.address).map_err(stored)?,
        Role::try_from(row.role.as_str()).map_err(stored)?,
    )))
}

/// Ends a session.
///
/// # Errors
/// The database's.
pub async fn end_session(db: &mut PgConnection, hash: &[u8; 32]) -> Result<()> {
    sqlx::query!(
        "delete from staff_sessions where token_hash = $1",
        &hash[..]
    )
    .execute(db)
    .await
    .map(drop)
}

/// When a link was last mailed to somebody. Who asks at the same moment waits.
///
/// # Errors
/// The database's.
pub async fn last_mailed(tx: &mut Connection, to: &EmailAddress) -> Result<Option<DateTime<Utc>>> {
    sqlx::query!(
        r#"select pg_advisory_xact_lock(hashtextextended('desk ' || $1, 0)) as "locked!: ()""#,
        to.expose()
    )
    .fetch_one(&mut *tx)
    .await?;
    sqlx::query_scalar!(
        r#"select max(created_at) as last from mails where kind = 'desk_sign_in'
           and to_address = $1"#,
        to.expose()
    )
    .fetch_one(tx)
    .await
}

/// Forgets links and sessions that open nothing any more.
///
/// # Errors
/// The database's.
pub async fn forget_expired(
    db: &PgPool,
    idle_since: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<()> {
    sqlx::query!("delete from staff_links where expires_at < $1", now)
        .execute(db)
        .await?;
    sqlx::query!(
        "delete from staff_sessions where ends_at < $1 or last_seen_at < $2",
        now,
        idle_since
    )
    .execute(db)
    .await
    .map(drop)
}

/// Secrets that are not sealed with the key that writes now, whose values begin so.
///
/// # Errors
/// The database's.
pub async fn to_seal(db: &PgPool, beginning: &str) -> Result<Vec<(EmailAddress, Sealed)>> {
    let rows = sqlx::query!(
        r#"select address, totp_secret as "secret!" from staff where totp_secret is not null
           and not starts_with(totp_secret, $1)"#,
        beginning
    )
    .fetch_all(db)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok((
                EmailAddress::parse(&row.address).map_err(stored)?,
                Sealed::read(row.secret),
            ))
        })
        .collect()
}

/// Puts the same secret in its place, sealed anew, unless somebody was faster.
///
/// # Errors
/// The database's.
pub async fn set_secret(
    db: &PgPool,
    address: &EmailAddress,
    before: &Sealed,
    secret: &Sealed,
) -> Result<()> {
    sqlx::query!(
        "update staff set totp_secret = $3 where address = $1 and totp_secret = $2",
        address.expose(),
        before.as_stored(),
        secret.as_stored()
    )
    .execute(db)
    .await
    .map(drop)
}
