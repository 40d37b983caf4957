//! Table `stripe_events`: every authentic event once, as it came. Each is followed by a job that
//! hears it.

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgExecutor, PgPool, Result};
use uuid::Uuid;

use super::bell;
use domain::event::{Event, of_payment};
use domain::job::Lane;

/// How an event reached us.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// Stripe's webhook.
    Push,
    /// Our own look at Stripe's list.
    Poll,
    /// No event is to be had any more: Stripe's list of payments tells of it.
    List,
}

/// Stores an event, with the job that hears it, due at `run_at`: one statement. `false` when nobody
/// need hear it: the event was there, comes from the list, which tells of what has been heard, or
/// is of a type that means nothing here.
pub async fn take_in(
    db: impl PgExecutor<'_>,
    event: &Event,
    source: Source,
    run_at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<bool> {
    let source = match source {
        Source::Push => "push",
        Source::Poll => "poll",
        Source::List => "list",
    };
    // A NUL cannot stand in a Postgres text; an authentic body with one is kept without it.
    let payload = event.payload.replace('\0', "");
    let stored = sqlx::query!(
        "with stored as (
             insert into stripe_events
                 (id, type, object_id, livemode, source, payload, created_at, received_at,
                   order_reference, payment_intent_id,
                  processed_at, effect)
             values ($1, $2, $3, $4, $5, case when $12 then '' else $6 end, $7, $8, $9, $10,
                     case when $12 then $8::timestamptz end, case when $12 then 'none' end)
             on conflict (id) do nothing
             returning id
         )
         insert into jobs (kind, subject, lane, run_at, created_at)
         select 'stripe_event', id, 'money_in', $11, $8 from stored where $5 <> 'list' and not $12
         on conflict (kind, subject) do update
             set run_at = least(jobs.run_at, excluded.run_at), generation = jobs.generation + 1,
             lane = excluded.lane",
        event.id,
        event.kind,
        event.object_id,
        event.livemode,
        source,
        payload,
        event.created_at,
        now,
        event.order_id,
        event.payment_intent_id,
        run_at,
        event.is_only_kept()
    )
    .execute(db)
    .await?;
    let new = stored.rows_affected() == 1;
    if new {
        bell::note_lane(Lane::MoneyIn);
    }
    Ok(new)
}

/// A stored event.
#[derive(Debug, Clone)]
pub struct Stored {
    /// `evt_…`
    pub id: String,
    /// Its type.
    pub kind: String,
    /// The object it is about.
    pub object_id: Option<String>,
    /// Our order, as its object's `client_reference_id` or metadata names it.
    pub order_id: Option<String>,
    /// The payment its object names.
    pub payment_intent_id: Option<String>,
    /// Real money.
    pub livemode: bool,
    /// Already handled.
    pub processed: bool,
    /// When it came to us.
    pub received_at: DateTime<Utc>,
    /// When Stripe made it.
    pub created_at: DateTime<Utc>,
    /// Of a closed review: that it says so itself. Believed only where the key may not read
    /// reviews.
    pub approved: bool,
    /// By which the job is held that hears it now.
    pub lease: Option<Uuid>,
}

impl Stored {
    /// What the body of a closed review says of itself.
    pub(super) fn says_approved(payload: &str) -> bool {
        let json: serde_json::Value = serde_json::from_str(payload).unwrap_or_default();
        ["closed_reason", "reason"]
            .iter()
            .any(|name| json["data"]["object"][name].as_str() == Some("approved"))
    }
}

/// Whether a session's asynchronous payment has been told to have failed.
pub async fn failure_told(db: &PgPool, session_id: &str) -> Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (select from stripe_events where object_id = $1
           and type = 'checkout.session.async_payment_failed') as "told!""#,
        session_id
    )
    .fetch_one(db)
    .await
}

/// An event that tells of this session's or payment's money, newest first: what a capture found by
/// reading refers to.
pub async fn about_payment(
    db: &PgPool,
    session_id: &str,
    livemode: bool,
) -> Result<Option<String>> {
    sqlx::query_scalar!(
        "select id from stripe_events where object_id = $1 and livemode = $2
             and type in ('checkout.session.completed', 'checkout.session.async_payment_succeeded')
         order by created_at desc limit 1",
        session_id,
        livemode
    )
    .fetch_optional(db)
    .await
}

/// Marks an event as handled, with what came of it. Its body is not needed any more.
pub async fn processed(
    db: &mut PgConnection,
    id: &str,
    effect: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    sqlx::query!(
        "update stripe_events set processed_at = $2, effect = $3, payload = '' where id = $1
         and processed_at is null",
        id,
        now,
        effect
    )
    .execute(db)
    .await
    .map(drop)
}

/// Events that were taken in before `before` and that nobody has handled; those that wait for their
/// payment are left out.
pub async fn unheard(db: &PgPool, before: DateTime<Utc>) -> Result<Vec<String>> {
    sqlx::query_scalar!(
        "select id from stripe_events where processed_at is null and waits_until is null
         and received_at < $1 order by received_at limit 500",
        before
    )
    .fetch_all(db)
    .await
}

/// Until this transaction ends, no other one may decide whether an event of this payment waits, or
/// capture the payment.
pub async fn lock_payment(db: &mut PgConnection, payment_intent_id: &str) -> Result<()> {
    sqlx::query!(
        r#"select pg_advisory_xact_lock(hashtextextended($1, 0)) as "locked!: ()""#,
        payment_intent_id
    )
    .fetch_one(db)
    .await
    .map(drop)
}

/// Whether a payment has been captured here.
pub async fn captured(db: &mut PgConnection, payment_intent_id: &str) -> Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (select from captures where payment_intent_id = $1) as "captured!""#,
        payment_intent_id
    )
    .fetch_one(db)
    .await
}

/// The event waits until its payment is known here, or until then.
pub async fn wait(db: &mut PgConnection, id: &str, until: DateTime<Utc>) -> Result<()> {
    sqlx::query!(
        "update stripe_events set waits_until = $2 where id = $1 and processed_at is null",
        id,
        until
    )
    .execute(db)
    .await
    .map(drop)
}

/// A payment is captured. The event that told of it, and all others that tell of nothing else, have
/// been heard: their jobs end with that, the one under `lease` as well. What else waited for this
/// payment waits no more: those events.
pub async fn payment_heard(
    db: &mut PgConnection,
    payment_intent_id: &str,
    event_id: Option<&str>,
    lease: Option<Uuid>,
    now: DateTime<Utc>,
) -> Result<Vec<String>> {
    sqlx::query_scalar!(
        "with heard as (
             update stripe_events set processed_at = $3, effect = 'paid', payload = ''
             where processed_at is null
             and (id = $2 or (payment_intent_id = $1 and type = any ($4))) returning id
         ), ended as (
             delete from jobs
             where kind = 'stripe_event' and (subject in (select id from heard) or subject = $2)
             and (lease_token is null or lease_token = $5)
         )
         update stripe_events set waits_until = null
         where payment_intent_id = $1 and processed_at is null and waits_until is not null
         and id is distinct from $2
           and not type = any ($4)
         returning id",
        payment_intent_id,
        event_id,
        now,
        &of_payment(),
        lease
    )
    .fetch_all(db)
    .await
}

/// What has waited for long enough was about somebody else's payment.
pub async fn end_waits(db: &PgPool, now: DateTime<Utc>) -> Result<()> {
    sqlx::query!(
        "update stripe_events set processed_at = $1, effect = 'not ours', payload = ''
         where processed_at is null and waits_until <= $1",
        now
    )
    .execute(db)
    .await
    .map(drop)
}

/// Deletes handled events that came before a day, but for those that a capture refers to; how many,
/// `at_most`.
pub async fn forget(db: &PgPool, before: DateTime<Utc>, at_most: i64) -> Result<u64> {
    sqlx::query!(
        "delete from stripe_events where id in (
         select e.id from stripe_events e
         where e.processed_at is not null and e.received_at < $1
         and not exists (select from captures c where c.event_id = e.id)
         limit $2)",
        before,
        at_most
    )
    .execute(db)
    .await
    .map(|done| done.rows_affected())
}

/// Events of a payment that nobody has handled, in the order in which Stripe made them.
pub async fn open_of_payment(db: &PgPool, payment_intent_id: &str) -> Result<Vec<String>> {
    sqlx::query_scalar!(
        "select id from stripe_events where payment_intent_id = $1 and processed_at is null
         order by created_at",
        payment_intent_id
    )
    .fetch_all(db)
    .await
}

/// Whether nobody has handled it yet, and nobody will until this transaction ends.
pub async fn lock_open(db: &mut PgConnection, id: &str) -> Result<bool> {
    let open = sqlx::query_scalar!(
        "select id from stripe_events where id = $1 and processed_at is null for update",
        id
    )
    .fetch_optional(db)
    .await?;
    Ok(open.is_some())
}
