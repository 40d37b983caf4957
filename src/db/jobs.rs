//! Table `jobs`: open work under leases. A wake-up raises the generation, so one that comes while
//! the job runs is not lost.

mod state;

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::{PgConnection, PgExecutor, PgPool, Result};
use uuid::Uuid;

use super::bell;
use domain::job::{Job, JobKind, Lane};

pub use state::{Due, due, is_stalled};

/// The channel on which workers hear that there is something to do.
pub const CHANNEL: &str = "jobs";

/// So many lines of an order are gone on with at once; the others are anybody's.
const LINES: usize = 32;

/// How long a job is held without a sign of life. A killed process's jobs are taken up after at
/// most this.
pub const LEASE: TimeDelta = TimeDelta::seconds(20);

/// A job that this worker holds until `leased_until`, by `token`.
#[derive(Debug, Clone)]
pub struct Lease {
    /// The row.
    pub id: i64,
    /// What to do; `None` when its subject cannot be read.
    pub job: Option<Job>,
    /// Proves that the lease is still ours.
    pub token: Uuid,
    /// What had been asked for when it was taken.
    pub generation: i64,
    /// Runs that ended without rest, this one not counted.
    pub attempts: i32,
}

/// Asks for a job to be done at `run_at`, or earlier if that was planned. Part of the transaction
/// that made it necessary.
pub async fn enqueue(
    db: &mut PgConnection,
    job: &Job,
    run_at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<()> {
    enqueue_in(db, job, job.lane(), run_at, now).await
}

/// As [`enqueue`], in another lane than the job's own.
pub async fn enqueue_in(
    db: &mut PgConnection,
    job: &Job,
    lane: Lane,
    run_at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<()> {
    sqlx::query!(
        "insert into jobs (kind, subject, lane, run_at, created_at) values ($1, $2, $3, $4, $5)
         on conflict (kind, subject) do update
             set run_at = least(jobs.run_at, excluded.run_at), generation = jobs.generation + 1,
             lane = excluded.lane",
        job.kind().as_str(),
        job.subject(),
        lane.as_str(),
        run_at,
        now
    )
    .execute(db)
    .await?;
    if run_at <= now {
        bell::note_lane(lane);
    }
    Ok(())
}

/// Asks for every line of an order to be bought now that nothing has been decided about, and for
/// the order itself to be looked at then. Part of the transaction that made it possible.
pub async fn enqueue_paid(
    db: &mut PgConnection,
    order_id: Uuid,
    look_at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<()> {
    let (mut places, token) = (bell::take_places(Lane::Supplier, LINES), Uuid::new_v4());
    let rows = sqlx::query!(
        r#"insert into jobs (kind, subject, lane, run_at, created_at, leased_until, lease_token)
           (select 'order', $1::uuid::text, $4::text, $3::timestamptz, $2::timestamptz,
             null::timestamptz, null::uuid
            union all
            (select 'line', l.id::text, 'supplier', $2, $2,
              case when l.place <= $5::bigint then $6::timestamptz end,
                    case when l.place <= $5 then $7::uuid end
             from (select id, row_number() over (order by position) as place from lines
               where order_id = $1 and outcome is null) l
             order by l.place))
           on conflict (kind, subject) do update
               set run_at = least(jobs.run_at, excluded.run_at), generation = jobs.generation + 1,
               lane = excluded.lane
           returning id, kind, subject, generation, attempts,
           coalesce(lease_token = $7, false) as "held!""#,
        order_id,
        now,
        look_at,
        Job::Order(order_id).lane().as_str(),
        i64::try_from(places.len()).unwrap_or(i64::MAX),
        now + LEASE,
        token
    )
    .fetch_all(db)
    .await?;
    let lines = rows.iter().filter(|row| row.kind == "line").count();
    let held: Vec<_> = rows.into_iter().filter(|row| row.held).collect();
    if held.len() < lines {
        bell::note_lane(Lane::Supplier);
    }
    for row in held {
        let Some(place) = places.pop() else { break };
        let row = Row {
            id: row.id,
            kind: row.kind,
            subject: row.subject,
            generation: row.generation,
            attempts: row.attempts,
        };
        bell::note_held(place, row.lease(token));
    }
    Ok(())
}

/// Asks for every line of an order to be bought now that nothing has been decided about. Part of
/// the transaction that made it possible.
pub async fn enqueue_lines(
    db: &mut PgConnection,
    order_id: Uuid,
    now: DateTime<Utc>,
) -> Result<()> {
    sqlx::query!(
        "insert into jobs (kind, subject, lane, run_at, created_at)
         select 'line', l.id::text, 'supplier', $2, $2 from lines l where l.order_id = $1
         and l.outcome is null order by l.position
         on conflict (kind, subject) do update
         set run_at = least(jobs.run_at, excluded.run_at), generation = jobs.generation + 1",
        order_id,
        now
    )
    .execute(db)
    .await?;
    bell::note_lane(Lane::Supplier);
    Ok(())
}

/// Makes sure that each of these lines has its job. One that waits for its next try goes on
/// waiting; one that is being worked at may have begun before what is known now, and runs once
/// more.
pub async fn ensure_lines(db: &PgPool, lines: &[Uuid], now: DateTime<Utc>) -> Result<()> {
    sqlx::query!(
        "insert into jobs (kind, subject, lane, run_at, created_at)
         select 'line', l::text, 'supplier', $2, $2
         from unnest($1::uuid[]) with ordinality as wanted (l, place) order by place
         on conflict (kind, subject) do update set generation = jobs.generation + 1
         where jobs.lease_token is not null",
        lines,
        now
    )
    .execute(db)
    .await?;
    bell::note_lane(Lane::Supplier);
    Ok(())
}

/// Brings every line that waits for its next try forward to now.
pub async fn expedite_lines(db: &mut PgConnection, now: DateTime<Utc>) -> Result<()> {
    sqlx::query!(
        "update jobs set run_at = $1 where kind = 'line' and lease_token is null and run_at > $1",
        now
    )
    .execute(db)
    .await?;
    bell::note_lane(Lane::Supplier);
    Ok(())
}

/// Whether a line of any order is still to be bought.
pub async fn any_line(db: &PgPool) -> Result<bool> {
    sqlx::query_scalar!(r#"select exists (select from jobs where kind = 'line') as "any!""#)
        .fetch_one(db)
        .await
}

/// Drops a job that nobody is working at: what it was about has been decided.
pub async fn drop_idle(db: &mut PgConnection, job: &Job) -> Result<()> {
    sqlx::query!(
        "delete from jobs where kind = $1 and subject = $2 and lease_token is null",
        job.kind().as_str(),
        job.subject()
    )
    .execute(db)
    .await
    .map(drop)
}

/// Makes sure that a periodic job exists.
pub async fn ensure_scheduled(db: &PgPool, job: &Job, run_at: DateTime<Utc>) -> Result<()> {
    sqlx::query!(
        "insert into jobs (kind, subject, lane, run_at, created_at) values ($1, $2, $3, $4, $4)
         on conflict (kind, subject) do nothing",
        job.kind().as_str(),
        job.subject(),
        job.lane().as_str(),
        run_at
    )
    .execute(db)
    .await
    .map(drop)
}

struct Row {
    id: i64,
    kind: String,
    subject: String,
    generation: i64,
    attempts: i32,
}

impl Row {
    fn lease(self, token: Uuid) -> Lease {
        Lease {
            id: self.id,
            job: Job::read(&self.kind, &self.subject),
            token,
            generation: self.generation,
            attempts: self.attempts,
        }
    }
}

/// The kinds of jobs that this version can do. Those of a newer one are left to its workers.
fn known() -> Vec<String> {
    JobKind::ALL
        .iter()
        .map(|kind| kind.as_str().to_owned())
        .collect()
}

/// Takes up to `most` jobs of a lane, those that have been due longest; and when the next one is
/// due of those that nobody works at. What a newer version asks for is not taken.
pub async fn claim(
    db: &PgPool,
    lane: Lane,
    most: usize,
    token: Uuid,
    now: DateTime<Utc>,
    leased_until: DateTime<Utc>,
) -> Result<(Vec<Lease>, Option<DateTime<Utc>>)> {
    let rows = sqlx::query!(
        r#"with claimed as (
               update jobs set leased_until = $3, lease_token = $1
               where id = any (array(
                   select id from jobs
                   where lane = $4 and run_at <= $2 and (leased_until is null or leased_until <= $2)
                   and kind = any ($6)
                   order by run_at, id
                   for update skip locked
                   limit $5))
               returning id, kind, subject, generation, attempts)
           select c.id as "id?", c.kind as "kind?", c.subject as "subject?",
           c.generation as "generation?", c.attempts as "attempts?",
                  (select min(run_at) from jobs where lane = $4 and run_at > $2
                    and leased_until is null and kind = any ($6)) as next
           from (values (true)) as one (row) left join claimed c on true"#,
        token,
        now,
        leased_until,
        lane.as_str(),
        i64::try_from(most).unwrap_or(i64::MAX),
        &known()
    )
    .fetch_all(db)
    .await?;
    let next = rows.first().and_then(|row| row.next);
    let claimed = rows.into_iter().filter_map(|row| {
        let row = Row {
            id: row.id?,
            kind: row.kind?,
            subject: row.subject?,
            generation: row.generation?,
            attempts: row.attempts?,
        };
        Some(row.lease(token))
    });
    Ok((claimed.collect(), next))
}

/// Takes the job that has been due longest, of whatever lane.
pub async fn claim_any(
    db: &PgPool,
    token: Uuid,
    now: DateTime<Utc>,
    leased_until: DateTime<Utc>,
) -> Result<Option<Lease>> {
    let row = sqlx::query_as!(
        Row,
        "update jobs set leased_until = $3, lease_token = $1
         where id = (
             select id from jobs
             where run_at <= $2 and (leased_until is null or leased_until <= $2) and kind = any ($4)
             order by run_at, id
             for update skip locked
             limit 1)
         returning id, kind, subject, generation, attempts",
        token,
        now,
        leased_until,
        &known()
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| row.lease(token)))
}

/// Holds the job longer; `false` when the lease was lost.
pub async fn extend(
    db: &mut PgConnection,
    lease: &Lease,
    leased_until: DateTime<Utc>,
) -> Result<bool> {
    let held = sqlx::query!(
        "update jobs set leased_until = $3 where id = $1 and lease_token = $2",
        lease.id,
        lease.token,
        leased_until
    )
    .execute(db)
    .await?;
    Ok(held.rows_affected() == 1)
}

/// Whether a job is in the table at all, whoever holds it.
pub async fn exists(db: &PgPool, lease: &Lease) -> Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (select from jobs where id = $1) as "is!""#,
        lease.id
    )
    .fetch_one(db)
    .await
}

/// Ends a job that is at rest, at best in the transaction of its effect. A wake-up that came
/// meanwhile keeps it: it runs again at once.
pub async fn finish(db: impl PgExecutor<'_>, lease: &Lease, now: DateTime<Utc>) -> Result<()> {
    sqlx::query!(
        "with ended as (delete from jobs where id = $1 and lease_token = $2 and generation = $3
           returning id)
         update jobs set run_at = least(run_at, $4), leased_until = null, lease_token = null,
         attempts = 0
         where id = $1 and lease_token = $2 and not exists (select from ended)",
        lease.id,
        lease.token,
        lease.generation,
        now
    )
    .execute(db)
    .await
    .map(drop)
}

/// Puts a job off to `run_at`; to now, when a wake-up came meanwhile. `error` says why it is not at
/// rest.
pub async fn reschedule(
    db: &PgPool,
    lease: &Lease,
    run_at: DateTime<Utc>,
    error: Option<&str>,
    now: DateTime<Utc>,
) -> Result<()> {
    sqlx::query!(
        "update jobs
         set run_at = case when generation = $3 then $4::timestamptz
         else $6::timestamptz end, leased_until = null, lease_token = null,
             attempts = case when $5::text is null then 0 else attempts + 1 end, last_error = $5
         where id = $1 and lease_token = $2",
        lease.id,
        lease.token,
        lease.generation,
        run_at,
        error,
        now
    )
    .execute(db)
    .await
    .map(drop)
}

/// Brings a waiting job forward to now, unless it is planned for later than `latest`: then it ran a
/// moment ago.
pub async fn expedite(
    db: &PgPool,
    job: &Job,
    latest: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<()> {
    sqlx::query!(
        "update jobs set run_at = $4 where kind = $1 and subject = $2 and lease_token is null
         and run_at > $4 and run_at <= $3",
        job.kind().as_str(),
        job.subject(),
        latest,
        now
    )
    .execute(db)
    .await?;
    bell::note_lane(job.lane());
    Ok(())
}

/// Hears wake-ups.
pub async fn listen(db: &PgPool) -> Result<sqlx::postgres::PgListener> {
    let mut ears = sqlx::postgres::PgListener::connect_with(db).await?;
    ears.listen(CHANNEL).await?;
    Ok(ears)
}
