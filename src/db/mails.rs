//! The outbox: what is to be mailed, and what was. Bodies hold no activation code and no token:
//! those are read when the mail is sent.

mod attempts;

use chrono::{DateTime, Utc};
use serde_json::Value;
use sqlx::{PgConnection, PgPool};
use uuid::Uuid;

use super::unreadable;
use super::{jobs, stored};
use domain::email::EmailAddress;
use domain::job::Job;
use domain::mail_kind::MailKind;

pub use attempts::{mark_failed, mark_sent, note_attempt};

/// A mail to be sent once for its kind and subject.
#[derive(Debug)]
pub struct NewMail<'a> {
    /// The order it is about, if it is about one.
    pub order_id: Option<Uuid>,
    /// What it tells.
    pub kind: MailKind,
    /// With the kind, what makes it this mail and no other: the id of an order, line or refund, or
    /// a fresh one.
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
    pub kind: MailKind,
    /// See [`NewMail`].
    pub subject: String,
    /// See [`NewMail`].
    pub to: EmailAddress,
    /// See [`NewMail`].
    pub locale: String,
    /// See [`NewMail`].
    pub body: Value,
    /// `queued`, `sent` or `failed`.
    pub state: String,
    /// When it was first tried, or tried again by hand.
    pub first_tried_at: Option<DateTime<Utc>>,
    /// When it was decided.
    pub created_at: DateTime<Utc>,
    /// Whether others wait for the mail server to take any.
    pub others_wait: bool,
}

/// Puts a mail into the outbox with its job, inside the transaction of whatever it tells of. The
/// same kind and subject again does nothing. Returns its id when it is new.
///
/// # Errors
/// The database's.
pub async fn queue(tx: &mut PgConnection, mail: &NewMail<'_>) -> Result<Option<Uuid>, sqlx::Error> {
    let id = sqlx::query_scalar!(
        "insert into mails (id, order_id, kind, subject, to_address, locale, body, created_at,
           next_try_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict (kind, subject) do nothing returning id",
        Uuid::now_v7(),
        mail.order_id,
        mail.kind.as_str(),
        mail.subject,
        mail.to.expose(),
        mail.locale,
        mail.body,
        mail.now,
        mail.send_at
    )
    .fetch_optional(&mut *tx)
    .await?;
    if let Some(id) = id {
        jobs::enqueue(tx, &Job::Mail(id), mail.send_at, mail.now).await?;
    }
    Ok(id)
}

/// Empties mails that were decided before a day and are not waiting: the row stays, so that no mail
/// is ever sent twice. How many, `at_most`.
///
/// # Errors
/// The database's.
pub async fn forget(db: &PgPool, before: DateTime<Utc>, at_most: i64) -> Result<u64, sqlx::Error> {
    sqlx::query!(
        "update mails set to_address = '', body = '{}', last_error = null
         where id in (select id from mails where created_at < $1 and state <> 'queued'
           and to_address <> '' limit $2)",
        before,
        at_most
    )
    .execute(db)
    .await
    .map(|done| done.rows_affected())
}

/// A mail by its id.
///
/// # Errors
/// The database's.
pub async fn load(
    db: &mut PgConnection,
    id: Uuid,
    now: DateTime<Utc>,
) -> Result<Option<Mail>, sqlx::Error> {
    let row = sqlx::query!(
        r#"select id, order_id, kind, subject, to_address, locale, body, state, first_tried_at,
           created_at,
                  exists (select from mails other where other.state = 'queued'
                    and other.fault in ('owner', 'passing')
                          and other.next_try_at > $2) as "others_wait!"
           from mails where id = $1"#,
        id,
        now
    )
    .fetch_optional(db)
    .await?;
    row.map(|r| {
        Ok(Mail {
            id: r.id,
            order_id: r.order_id,
            kind: MailKind::try_from(r.kind.as_str()).map_err(unreadable("mails.kind", r.id))?,
            subject: r.subject,
            to: EmailAddress::parse(&r.to_address).map_err(stored)?,
            locale: r.locale,
            body: r.body,
            state: r.state,
            first_tried_at: r.first_tried_at,
            created_at: r.created_at,
            others_wait: r.others_wait,
        })
    })
    .transpose()
}

/// The mail server takes mails again: those that waited for it go now, the oldest of them first.
///
/// # Errors
/// The database's.
pub async fn expedite(db: &PgPool, now: DateTime<Utc>) -> Result<(), sqlx::Error> {
    let waiting = sqlx::query_scalar!(
        "update mails set next_try_at = $1 where id in (
             select id from mails where state = 'queued' and fault in ('owner', 'passing')
             and next_try_at > $1
               and step in ('connect', 'TLS', 'EHLO', 'AUTH', 'MAIL FROM')
             order by created_at limit 50 for update skip locked)
         returning id",
        now
    )
    .fetch_all(db)
    .await?;
    if waiting.is_empty() {
        return Ok(());
    }
    let mut tx = db.begin().await?;
    for id in waiting {
        jobs::enqueue(&mut tx, &Job::Mail(id), now, now).await?;
    }
    tx.commit().await
}

/// Which mails are to be tried again.
#[derive(Debug, Clone, Copy)]
pub enum Again {
    /// Those that wait for their next try.
    Waiting,
    /// Those that were given up, whoever was at fault.
    Failed,
    /// Both, of this order.
    OfOrder(Uuid),
}

/// Takes mails up again, as if they had not been tried: their ids, the oldest first. Their jobs
/// follow at `run_at`, should whoever called this not come to send them.
///
/// # Errors
/// The database's.
pub async fn again(
    tx: &mut PgConnection,
    which: Again,
    run_at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<Vec<Uuid>, sqlx::Error> {
    let (waiting, failed, order) = match which {
        Again::Waiting => (true, false, None),
        Again::Failed => (false, true, None),
        Again::OfOrder(id) => (true, true, Some(id)),
    };
    let mut ids = sqlx::query_scalar!(
        "update mails set state = 'queued', first_tried_at = null, next_try_at = $5
         where ((state = 'queued' and $1 and fault is not null)
           or (state = 'failed' and $2 and fault is distinct from 'nothing'))
           and ($3::uuid is null or order_id = $3) and created_at > $4
         returning id",
        waiting,
        failed,
        order,
        // What was to be told longer ago has been overtaken by what happened since.
        now - chrono::TimeDelta::days(30),
        now
    )
    .fetch_all(&mut *tx)
    .await?;
    // Version 7: the oldest sort first.
    ids.sort_unstable();
    for id in &ids {
        jobs::enqueue(tx, &Job::Mail(*id), run_at, now).await?;
    }
    Ok(ids)
}

/// Sends an order's mails that have not left yet to another address.
///
/// # Errors
/// The database's.
pub async fn readdress(
    tx: &mut PgConnection,
    order_id: Uuid,
    to: &EmailAddress,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "update mails set to_address = $2 where order_id = $1 and state <> 'sent'
         and kind <> 'address_changed'",
        order_id,
        to.expose()
    )
    .execute(tx)
    .await
    .map(drop)
}

/// What the mail server said last of a mail that it has not taken.
///
/// # Errors
/// The database's.
pub async fn last_error(db: &PgPool, id: Uuid) -> Result<Option<String>, sqlx::Error> {
    sqlx::query_scalar!(
        "select last_error from mails where id = $1 and state <> 'sent'",
        id
    )
    .fetch_optional(db)
    .await
    .map(Option::flatten)
}

/// Whether a mail of this order was tried and has not left.
///
/// # Errors
/// The database's.
pub async fn unsent_of(tx: &mut PgConnection, order_id: Uuid) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar!(
        r#"select exists (select from mails where order_id = $1
           and ((state = 'queued' and fault is not null)
             or (state = 'failed' and fault is distinct from 'nothing'))) as "is!""#,
        order_id
    )
    .fetch_one(tx)
    .await
}

/// Whether a mail of this kind about this order is still to be sent.
///
/// # Errors
/// The database's.
pub async fn is_queued(
    tx: &mut PgConnection,
    order_id: Uuid,
    kind: MailKind,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar!(
        r#"select exists (select from mails where order_id = $1 and kind = $2
           and state = 'queued') as "is!""#,
        order_id,
        kind.as_str()
    )
    .fetch_one(tx)
    .await
}

/// Mails that do not leave although nothing is wrong with their addresses.
#[derive(Debug)]
pub struct Trouble {
    /// How many.
    pub mails: i64,
    /// Since when.
    pub since: DateTime<Utc>,
    /// What was said last.
    pub said: String,
    /// At which step.
    pub step: String,
}

/// What keeps mails from leaving, if anything does; those that were given up count for a week.
///
/// # Errors
/// The database's.
pub async fn trouble(db: &PgPool, now: DateTime<Utc>) -> Result<Option<Trouble>, sqlx::Error> {
    sqlx::query_as!(
        Trouble,
        r#"select count(*) as "mails!", min(first_tried_at) as "since!",
           (array_agg(last_error order by tried_at desc))[1] as "said!",
                  (array_agg(step order by tried_at desc))[1] as "step!"
           from mails
           where state <> 'sent' and fault in ('owner', 'passing') and first_tried_at is not null
           and last_error is not null
             and step is not null
             and (state = 'queued' or tried_at > $1::timestamptz - interval '7 days')
           having count(*) > 0"#,
        now
    )
    .fetch_optional(db)
    .await
}

/// What the mail server says of the owner's own address, when it refused the last mail to it.
///
/// # Errors
/// The database's.
pub async fn owner_unreachable(
    db: &PgPool,
    now: DateTime<Utc>,
) -> Result<Option<String>, sqlx::Error> {
    sqlx::query_scalar!(
        r#"select case when fault = 'recipient' then last_error end as "said?" from mails
           where kind in ('alert', 'weekly') and state <> 'queued'
           and tried_at > $1::timestamptz - interval '7 days'
           order by tried_at desc limit 1"#,
        now
    )
    .fetch_optional(db)
    .await
    .map(Option::flatten)
}

/// Whether this mail has been put into the outbox before.
///
/// # Errors
/// The database's.
pub async fn exists(
    tx: &mut PgConnection,
    kind: MailKind,
    subject: &str,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar!(
        r#"select exists (select from mails where kind = $1 and subject = $2) as "exists!""#,
        kind.as_str(),
        subject
    )
    .fetch_one(tx)
    .await
}

/// Sign-in mails to an address since `since`: how many, and when the last was asked for. Until this
/// transaction ends no other one may ask for this address.
///
/// # Errors
/// The database's.
pub async fn sign_ins_since(
    tx: &mut PgConnection,
    to: &EmailAddress,
    since: DateTime<Utc>,
) -> Result<(i64, Option<DateTime<Utc>>), sqlx::Error> {
    sqlx::query!(
        r#"select pg_advisory_xact_lock(hashtextextended('sign in ' || $1, 0)) as "locked!: ()""#,
        to.expose()
    )
    .fetch_one(&mut *tx)
    .await?;
    let row = sqlx::query!(
        r#"select count(*) as "count!", max(created_at) as last from mails where kind = 'sign_in'
           and to_address = $1 and created_at > $2"#,
        to.expose(),
        since
    )
    .fetch_one(tx)
    .await?;
    Ok((row.count, row.last))
}

/// The facts that are kept with a mail.
///
/// # Errors
/// The database's.
pub async fn body(db: &PgPool, id: Uuid) -> Result<Value, sqlx::Error> {
    sqlx::query_scalar!("select body from mails where id = $1", id)
        .fetch_one(db)
        .await
}
