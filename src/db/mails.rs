//! The outbox: what is to be mailed, and what was. Bodies hold no activation code and no token: those are read when the mail is sent.

use chrono::{DateTime, Utc};
use serde_json::Value;
use sqlx::{PgConnection, PgPool};
use uuid::Uuid;

use super::history::{self, Actor, Entry};
use super::{jobs, stored};
use crate::domain::email::EmailAddress;
use crate::domain::job::Job;

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
    /// Not sent before; later than `now` only where a mail must not come by night.
    pub send_at: DateTime<Utc>,
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
        jobs::wake(tx, &Job::Mail(id), mail.send_at, mail.now).await?;
    }
    Ok(id)
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

/// The mail server took it: written down with its history line, which open order pages hear of.
///
/// # Errors
/// The database's.
pub async fn mark_sent(db: &PgPool, mail: &Mail, now: DateTime<Utc>) -> Result<(), sqlx::Error> {
    let mut tx = db.begin().await?;
    sqlx::query!("update mails set state = 'sent', sent_at = $2, attempts = attempts + 1, last_error = null where id = $1", mail.id, now)
        .execute(&mut *tx)
        .await?;
    record(&mut tx, mail, "mailed", None, now).await?;
    tx.commit().await
}

/// It was refused for good. `error` holds no address and no text of the server.
///
/// # Errors
/// The database's.
pub async fn mark_failed(db: &PgPool, mail: &Mail, error: &str, now: DateTime<Utc>) -> Result<(), sqlx::Error> {
    let mut tx = db.begin().await?;
    sqlx::query!("update mails set state = 'failed', attempts = attempts + 1, last_error = $2 where id = $1", mail.id, error)
        .execute(&mut *tx)
        .await?;
    record(&mut tx, mail, "mail_failed", Some(error), now).await?;
    tx.commit().await
}

async fn record(tx: &mut PgConnection, mail: &Mail, event: &str, error: Option<&str>, now: DateTime<Utc>) -> Result<(), sqlx::Error> {
    let Some(order_id) = mail.order_id else { return Ok(()) };
    let detail = error.map_or_else(|| mail.kind.clone(), |error| format!("{}: {error}", mail.kind));
    // A mail about one line says so, so that the line's eSIM has it in its story.
    let line_id = sqlx::query_scalar!("select id from lines where order_id = $1 and id::text = $2", order_id, mail.subject)
        .fetch_optional(&mut *tx)
        .await?;
    history::record(tx, &Entry { order_id, line_id, event, detail: Some(&detail), actor: Actor::Worker }, now).await
}

/// It was not taken now; it stays queued.
///
/// # Errors
/// The database's.
pub async fn note_attempt(db: &PgPool, id: Uuid, error: &str) -> Result<(), sqlx::Error> {
    sqlx::query!("update mails set attempts = attempts + 1, last_error = $2 where id = $1 and state = 'queued'", id, error)
        .execute(db)
        .await
        .map(drop)
}

/// Whether this mail has been put into the outbox before.
///
/// # Errors
/// The database's.
pub async fn exists(tx: &mut PgConnection, kind: &str, subject: &str) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar!(r#"select exists (select from mails where kind = $1 and subject = $2) as "exists!""#, kind, subject)
        .fetch_one(tx)
        .await
}
