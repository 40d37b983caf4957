//! The outbox: what is to be mailed, and what was. Bodies hold no activation code and no token: those are read when the mail is sent.

use chrono::{DateTime, Utc};
use serde_json::Value;
use sqlx::PgConnection;
use sqlx::PgPool;
use uuid::Uuid;

use super::stored;
use crate::domain::email::EmailAddress;

/// A mail to be sent once for its kind and subject.
#[derive(Debug)]
pub struct NewMail<'a> {
    /// The order it is about, if it is about one.
    pub order_id: Option<Uuid>,
    /// `delivered`, `refunded`, `payment_failed` or `sign_in`.
    pub kind: &'a str,
    /// With the kind, what makes it this mail and no other: the id of an order, line or refund, or a fresh one.
    pub subject: &'a str,
    /// Its recipient.
    pub to: &'a EmailAddress,
    /// The language it is written in.
    pub locale: &'a str,
    /// Facts that are nowhere else; usually `{}`.
    pub body: Value,
    /// When it was decided.
    pub now: DateTime<Utc>,
}

/// A mail of the outbox.
#[derive(Debug)]
pub struct Mail {
    /// Its row.
    pub id: Uuid,
    /// See [`NewMail`].
    pub order_id: Option<Uuid>,
    /// See [`NewMail`].
    pub kind: String,
    /// See [`NewMail`].
    pub subject: String,
    /// See [`NewMail`].
    pub to: EmailAddress,
    /// See [`NewMail`].
    pub locale: String,
    /// `queued`, `sent` or `failed`.
    pub state: String,
    /// How often sending was tried.
    pub attempts: i32,
    /// When it was decided.
    pub created_at: DateTime<Utc>,
}

/// Puts a mail into the outbox with its job, inside the transaction of whatever it tells of. The same kind and subject again does nothing.
/// Returns its id when it is new.
///
/// # Errors
/// The database's.
pub async fn queue(tx: &mut PgConnection, mail: &NewMail<'_>) -> Result<Option<Uuid>, sqlx::Error> {
    let id = sqlx::query_scalar!(
        "insert into mails (id, order_id, kind, subject, to_address, locale, body, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (kind, subject) do nothing returning id",
        Uuid::now_v7(),
        mail.order_id,
        mail.kind,
        mail.subject,
        mail.to.expose(),
        mail.locale,
        mail.body,
        mail.now
    )
    .fetch_optional(&mut *tx)
    .await?;
    if let Some(id) = id {
        wake(tx, id, mail.now).await?;
    }
    Ok(id)
}

async fn wake(tx: &mut PgConnection, id: Uuid, now: DateTime<Utc>) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "with job as (
             insert into jobs (kind, subject, run_at, created_at) values ('mail', $1, $2, $2)
             on conflict (kind, subject) do update set generation = jobs.generation + 1, run_at = least(jobs.run_at, excluded.run_at)
             returning 1
         )
         select pg_notify('jobs', '') from job",
        id.to_string(),
        now
    )
    .fetch_all(tx)
    .await
    .map(|_| ())
}

/// A mail by its id.
///
/// # Errors
/// The database's.
pub async fn load(db: &PgPool, id: Uuid) -> Result<Option<Mail>, sqlx::Error> {
    let row =
        sqlx::query!("select id, order_id, kind, subject, to_address, locale, state, attempts, created_at from mails where id = $1", id)
            .fetch_optional(db)
            .await?;
    row.map(|r| {
        Ok(Mail {
            id: r.id,
            order_id: r.order_id,
            kind: r.kind,
            subject: r.subject,
            to: EmailAddress::parse(&r.to_address).map_err(stored)?,
            locale: r.locale,
            state: r.state,
            attempts: r.attempts,
            created_at: r.created_at,
        })
    })
    .transpose()
}

/// The mail server took it; open order pages hear of it.
///
/// # Errors
/// The database's.
pub async fn mark_sent(db: &PgPool, id: Uuid, now: DateTime<Utc>) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "with sent as (
             update mails set state = 'sent', sent_at = $2, attempts = attempts + 1, last_error = null where id = $1 returning order_id
         )
         select pg_notify('orders', order_id::text) from sent where order_id is not null",
        id,
        now
    )
    .fetch_all(db)
    .await
    .map(|_| ())
}

/// It was not taken: `last` says whether for good. `error` holds no address and no text of the server.
///
/// # Errors
/// The database's.
pub async fn mark_failed(db: &PgPool, id: Uuid, error: &str, last: bool) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "with failed as (
             update mails set state = case when $3 then 'failed' else state end, attempts = attempts + 1, last_error = $2
             where id = $1 and state = 'queued' returning order_id
         )
         select pg_notify('orders', order_id::text) from failed where order_id is not null and $3",
        id,
        error,
        last
    )
    .fetch_all(db)
    .await
    .map(|_| ())
}
