//! Table `jobs`: open work under leases. A wake-up raises the generation, so one that comes while the job runs is not lost.

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgPool, Result};
use uuid::Uuid;

use crate::domain::job::Job;

/// The channel on which workers hear that there is something to do.
pub const CHANNEL: &str = "jobs";

/// A job that this worker holds until `leased_until`, by `token`.
#[derive(Debug, Clone)]
pub struct Lease {
    /// The row.
    pub id: i64,
    /// What to do; `None` when a newer release wrote it.
    pub job: Option<Job>,
    /// Proves that the lease is still ours.
    pub token: Uuid,
    /// What had been asked for when it was taken.
    pub generation: i64,
    /// Runs that ended without rest, this one not counted.
    pub attempts: i32,
}

/// Asks for a job to be done at `run_at`, or earlier if that was planned. Part of the transaction that made it necessary.
pub async fn wake(db: &mut PgConnection, job: &Job, run_at: DateTime<Utc>, now: DateTime<Utc>) -> Result<()> {
    sqlx::query!(
        "insert into jobs (kind, subject, run_at, created_at) values ($1, $2, $3, $4)
         on conflict (kind, subject) do update
             set run_at = least(jobs.run_at, excluded.run_at), generation = jobs.generation + 1",
        job.kind(),
        job.subject(),
        run_at,
        now
    )
    .execute(&mut *db)
    .await?;
    sqlx::query!("select pg_notify($1, $2)", CHANNEL, job.kind()).execute(db).await.map(drop)
}

/// Makes sure that a periodic job exists.
pub async fn plant(db: &PgPool, job: &Job, run_at: DateTime<Utc>) -> Result<()> {
    sqlx::query!(
        "insert into jobs (kind, subject, run_at, created_at) values ($1, $2, $3, $3) on conflict (kind, subject) do nothing",
        job.kind(),
        job.subject(),
        run_at
    )
    .execute(db)
    .await
    .map(drop)
}

/// Takes the job that has been due longest, if any is.
pub async fn claim(db: &PgPool, token: Uuid, now: DateTime<Utc>, leased_until: DateTime<Utc>) -> Result<Option<Lease>> {
    let row = sqlx::query!(
        "update jobs set leased_until = $3, lease_token = $1
         where id = (
             select id from jobs
             where run_at <= $2 and (leased_until is null or leased_until <= $2)
             order by run_at
             for update skip locked
             limit 1)
         returning id, kind, subject, generation, attempts",
        token,
        now,
        leased_until
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|r| Lease { id: r.id, job: Job::read(&r.kind, &r.subject), token, generation: r.generation, attempts: r.attempts }))
}

/// Holds the job longer; `false` when the lease was lost.
pub async fn extend(db: &mut PgConnection, lease: &Lease, leased_until: DateTime<Utc>) -> Result<bool> {
    let held = sqlx::query!("update jobs set leased_until = $3 where id = $1 and lease_token = $2", lease.id, lease.token, leased_until)
        .execute(db)
        .await?;
    Ok(held.rows_affected() == 1)
}

/// Ends a job that is at rest. A wake-up that came meanwhile keeps it: it runs again at once.
pub async fn finish(db: &PgPool, lease: &Lease, now: DateTime<Utc>) -> Result<()> {
    sqlx::query!(
        "with ended as (delete from jobs where id = $1 and lease_token = $2 and generation = $3 returning id)
         update jobs set run_at = least(run_at, $4), leased_until = null, lease_token = null, attempts = 0
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

/// Puts a job off to `run_at`; to now, when a wake-up came meanwhile. `error` says why it is not at rest.
pub async fn put_off(db: &PgPool, lease: &Lease, run_at: DateTime<Utc>, error: Option<&str>, now: DateTime<Utc>) -> Result<()> {
    sqlx::query!(
        "update jobs
         set run_at = case when generation = $3 then $4::timestamptz else $6::timestamptz end, leased_until = null, lease_token = null,
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

/// When the next job is due or its lease ends.
pub async fn next_due(db: &PgPool) -> Result<Option<DateTime<Utc>>> {
    sqlx::query_scalar!("select min(greatest(run_at, coalesce(leased_until, run_at))) from jobs").fetch_one(db).await
}

/// Brings a waiting job forward to now, unless it is planned for later than `latest`: then it ran a moment ago.
pub async fn hurry(db: &PgPool, job: &Job, latest: DateTime<Utc>, now: DateTime<Utc>) -> Result<()> {
    sqlx::query!(
        "with hurried as (
             update jobs set run_at = $4
             where kind = $1 and subject = $2 and lease_token is null and run_at > $4 and run_at <= $3 returning kind
         )
         select pg_notify($5, kind) from hurried",
        job.kind(),
        job.subject(),
        latest,
        now,
        CHANNEL
    )
    .fetch_all(db)
    .await
    .map(drop)
}

/// Hears wake-ups.
pub async fn listen(db: &PgPool) -> Result<sqlx::postgres::PgListener> {
    let mut ears = sqlx::postgres::PgListener::connect_with(db).await?;
    ears.listen(CHANNEL).await?;
    Ok(ears)
}
