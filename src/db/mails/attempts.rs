//! What came of sending a mail.

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgPool};
use uuid::Uuid;

use super::Mail;
use crate::db::bell;
use crate::db::history::{self, Actor, Entry};
use crate::db::jobs::Lease;
use domain::history::EventKind;

/// The mail server took it: written down with its history line, which open order pages hear of, and
/// with the end of its job where a worker sent it. A mail about one line says so, so that the
/// line's eSIM has it in its story.
///
/// # Errors
/// The database's.
pub async fn mark_sent(
    db: &PgPool,
    mail: &Mail,
    lease: Option<&Lease>,
    now: DateTime<Utc>,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "with sent as (
             update mails set state = 'sent', sent_at = $2, tried_at = $2, attempts = attempts + 1,
             last_error = null, fault = null,
                    step = null, next_try_at = null
             where id = $1 returning order_id, kind, subject
         ), ended as (
             delete from jobs where id = $3 and lease_token = $4 and generation = $5
         ), woken as (
             update jobs set run_at = least(run_at, $2), leased_until = null, lease_token = null,
             attempts = 0
             where id = $3 and lease_token = $4 and generation <> $5
         )
         insert into order_events (order_id, line_id, at, event, detail, actor)
         select s.order_id,
         (select l.id from lines l where l.order_id = s.order_id and l.id::text = s.subject), $2,
         'mailed', s.kind, 'worker'
         from sent s where s.order_id is not null",
        mail.id,
        now,
        lease.map(|lease| lease.id),
        lease.map(|lease| lease.token),
        lease.map(|lease| lease.generation)
    )
    .execute(db)
    .await?;
    if let Some(order_id) = mail.order_id {
        bell::note_order(order_id);
    }
    Ok(())
}

/// It is not tried again. `fault` is `recipient`, `owner`, `passing` or `nothing`; `error` holds no
/// address.
///
/// # Errors
/// The database's.
pub async fn mark_failed(
    db: &PgPool,
    mail: &Mail,
    (fault, step): (&str, Option<&str>),
    error: &str,
    now: DateTime<Utc>,
) -> Result<(), sqlx::Error> {
    let mut tx = db.begin().await?;
    sqlx::query!(
        "update mails set state = 'failed', attempts = attempts + 1, last_error = $2, fault = $3,
         step = $4, tried_at = $5, next_try_at = null,
                first_tried_at = coalesce(first_tried_at, $5)
         where id = $1",
        mail.id,
        error,
        fault,
        step,
        now
    )
    .execute(&mut *tx)
    .await?;
    record_event(&mut tx, mail, EventKind::MailFailed, Some(error), now).await?;
    tx.commit().await
}

async fn record_event(
    tx: &mut PgConnection,
    mail: &Mail,
    event: EventKind,
    error: Option<&str>,
    now: DateTime<Utc>,
) -> Result<(), sqlx::Error> {
    let Some(order_id) = mail.order_id else {
        return Ok(());
    };
    let detail = error.map_or_else(
        || mail.kind.as_str().to_owned(),
        |error| format!("{}: {error}", mail.kind.as_str()),
    );
    // A mail about one line says so, so that the line's eSIM has it in its story.
    let line_id = sqlx::query_scalar!(
        "select id from lines where order_id = $1 and id::text = $2",
        order_id,
        mail.subject
    )
    .fetch_optional(&mut *tx)
    .await?;
    history::record_event(
        tx,
        &Entry {
            order_id,
            line_id,
            event,
            detail: Some(&detail),
            actor: Actor::Worker,
        },
        now,
    )
    .await
}

/// It was not taken now; it stays queued until `next`.
///
/// # Errors
/// The database's.
pub async fn note_attempt(
    db: &PgPool,
    id: Uuid,
    (fault, step): (&str, &str),
    error: &str,
    next: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "update mails set attempts = attempts + 1, last_error = $2, fault = $3, step = $4,
         tried_at = $6, next_try_at = $5,
                first_tried_at = coalesce(first_tried_at, $6)
         where id = $1 and state = 'queued'",
        id,
        error,
        fault,
        step,
        next,
        now
    )
    .execute(db)
    .await
    .map(drop)
}
