//! Claim → run → finish. Several workers, in one process or many, share the job table; a lease that
//! ends is anybody's.

mod lanes;
mod run;

use std::time::{Duration, Instant};

use chrono::TimeDelta;
use futures_util::FutureExt;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tracing::Instrument;
use uuid::Uuid;

use crate::app::App;
use crate::db::jobs::{self, LEASE, Lease};
use crate::flows::{Error, JobOutcome};
use crate::meter;
use domain::job::{Job, Lane};
use domain::line::backoff;

pub use lanes::connections_needed;

const HEARTBEAT: Duration = Duration::from_secs(5);
const A_MOMENT: Duration = Duration::from_secs(1);
/// The longest a single run may take. What is done by then stays done: an order of many refunds
/// with a slow Stripe goes on in the next.
const LONGEST_RUN: Duration = Duration::from_secs(10 * 60);

/// Works until `stop`; jobs that are running then are finished first.
pub async fn run(app: App, stop: CancellationToken) {
    for job in Job::PERIODIC {
        if let Err(error) = jobs::ensure_scheduled(&app.db, &job, app.clock.now()).await {
            tracing::error!(job.kind = job.kind().as_str(), error.message = %error, "a periodic job could not be scheduled");
        }
    }
    let tasks = TaskTracker::new();
    for lane in Lane::ALL {
        tasks.spawn(lanes::work(app.clone(), lane, stop.clone()));
    }
    tasks.spawn(lanes::hear(app, stop));
    tasks.close();
    tasks.wait().await;
}

/// Runs every job that is due, of whatever lane, one after the other, until none is. Periodic ones
/// are left out: tests run those by name.
///
/// # Errors
/// The database's.
pub async fn drain(app: &App) -> Result<usize, crate::db::Error> {
    let mut done = 0;
    while let Some(lease) = claim(app).await? {
        if lease
            .job
            .as_ref()
            .is_some_and(|job| Job::PERIODIC.contains(job))
        {
            jobs::reschedule(
                &app.db,
                &lease,
                app.clock.now() + TimeDelta::days(1),
                None,
                app.clock.now(),
            )
            .await?;
            continue;
        }
        one(app, lease).await;
        done += 1;
    }
    Ok(done)
}

/// Runs the job that has been due longest, a periodic one like any other; its name, or none when
/// nothing is due. A caller that drops this half way leaves what a killed process leaves.
///
/// # Errors
/// The database's.
pub async fn step(app: &App) -> Result<Option<&'static str>, crate::db::Error> {
    let Some(lease) = claim(app).await? else {
        return Ok(None);
    };
    let kind = lease
        .job
        .as_ref()
        .map_or("unknown", |job| job.kind().as_str());
    one(app, lease).await;
    Ok(Some(kind))
}

async fn claim(app: &App) -> Result<Option<Lease>, crate::db::Error> {
    let now = app.clock.now();
    jobs::claim_any(&app.db, Uuid::new_v4(), now, now + LEASE).await
}

/// One claimed job: run under a heartbeat, then settled.
async fn one(app: &App, lease: Lease) {
    let Some(job) = lease.job.clone() else {
        // What it is about cannot be read: a person has to look at its row.
        let now = app.clock.now();
        tracing::error!(
            job.id = lease.id,
            "jobs.subject of row {} cannot be read",
            lease.id
        );
        if let Err(error) = jobs::reschedule(
            &app.db,
            &lease,
            now + TimeDelta::minutes(1),
            Some("jobs.subject cannot be read"),
            now,
        )
        .await
        {
            tracing::warn!(error.message = %error, "a job that cannot be read could not be put back");
        }
        return;
    };
    let attempt = lease.attempts + 1;
    let span = tracing::info_span!("job", job.name = %job, job.attempt = attempt);
    work_off(app, lease, job).instrument(span).await;
}

async fn work_off(app: &App, lease: Lease, job: Job) {
    let began = Instant::now();
    let ran = |result| meter::job(job.kind().as_str(), result, began.elapsed());
    // On the heap: in a debug build a story is larger than a thread's stack likes.
    let story = Box::pin(app.bell.after(Box::pin(run::run(app, &job, &lease))));
    let story = std::panic::AssertUnwindSafe(story).catch_unwind();
    let outcome = tokio::select! {
        outcome = tokio::time::timeout(LONGEST_RUN, story) => outcome,
        () = keep(app, &lease) => {
            ran("lost");
            return tracing::warn!("a job's lease was lost; another worker has it");
        }
    };
    ran(match &outcome {
        Ok(Ok(Ok(JobOutcome::Done | JobOutcome::Settled))) => "done",
        Ok(Ok(Ok(JobOutcome::RetryAt(_)))) => "put_off",
        Ok(Ok(Err(Error::LeaseLost))) => "lost",
        _ => "failed",
    });
    let outcome = match outcome {
        Ok(Ok(outcome)) => outcome,
        Ok(Err(_panic)) => Err(Error::NotYet("the job panicked")),
        Err(_elapsed) => Err(Error::NotYet("the job took too long")),
    };
    if let Err(error) = finish_job(app, &job, &lease, outcome).await {
        tracing::warn!(error.message = %error, "a job could not be settled; it runs again when its \
                                                lease ends");
    }
}

/// Keeps the lease alive; ends when it is lost.
async fn keep(app: &App, lease: &Lease) {
    loop {
        tokio::time::sleep(HEARTBEAT).await;
        let Ok(mut db) = app.db.acquire().await else {
            continue;
        };
        if let Ok(false) = jobs::extend(&mut db, lease, app.clock.now() + LEASE).await {
            drop(db);
            // A story that has ended the job's row itself has a little left to do, which is nobody
            // else's.
            while !matches!(jobs::exists(&app.db, lease).await, Ok(true)) {
                tokio::time::sleep(HEARTBEAT).await;
            }
            tokio::time::sleep(A_MOMENT).await;
            return;
        }
    }
}

async fn finish_job(
    app: &App,
    job: &Job,
    lease: &Lease,
    outcome: Result<JobOutcome, Error>,
) -> Result<(), crate::db::Error> {
    let now = app.clock.now();
    match outcome {
        Ok(JobOutcome::Done) => match run::period(app, job) {
            Some(period) => jobs::reschedule(&app.db, lease, now + period, None, now).await,
            None => jobs::finish(&app.db, lease, now).await,
        },
        Ok(JobOutcome::RetryAt(then)) => jobs::reschedule(&app.db, lease, then, None, now).await,
        Ok(JobOutcome::Settled) | Err(Error::LeaseLost) => Ok(()),
        Err(error) => {
            let wait = backoff(
                u32::try_from(lease.attempts + 1).unwrap_or(1),
                app.clock.jitter(),
            );
            tracing::warn!(error.message = %error, "a job is not at rest; it runs again");
            jobs::reschedule(&app.db, lease, now + wait, Some(&error.to_string()), now).await
        }
    }
}
