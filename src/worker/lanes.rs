//! The lanes' workers: each lane claims for itself and has hands of its own, so that what hangs in one holds up nobody in another.

use std::time::Duration;

use chrono::{DateTime, Utc};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use super::one;
use crate::app::App;
use crate::db::jobs::{self, LEASE, Lease};
use crate::domain::job::{Job, Lane};

/// With wake-ups by notification, asking is only a fallback.
const POLL: Duration = Duration::from_secs(1);
/// Jobs that are claimed with one question.
const BATCH: usize = 16;
/// Connections that only listen: for jobs, for changed orders, for a new shelf.
const LISTENERS: u32 = 3;
/// What the lanes and the pages must at least have between them. No connection is held while a partner is asked, so they share a few.
const AT_WORK: u32 = 2;

/// The least that `DATABASE_MAX_CONNECTIONS` may be for a process with pages and workers.
#[must_use]
pub const fn connections_needed() -> u32 {
    LISTENERS + AT_WORK
}

/// How many jobs of a lane run at once in this process.
fn hands(app: &App, lane: Lane) -> usize {
    match lane {
        Lane::MoneyIn | Lane::MoneyBack => 16,
        Lane::Supplier => app.supplier.at_once(),
        Lane::Mail => 8,
        Lane::Housekeeping => Job::PERIODIC.len(),
    }
}

/// Works in a lane until `stop`; jobs that are running then are finished first.
pub(super) async fn work(app: App, lane: Lane, stop: CancellationToken) {
    let mut running = JoinSet::new();
    while !stop.is_cancelled() {
        while running.try_join_next().is_some() {}
        let free = hands(&app, lane).saturating_sub(running.len());
        let wait = match claim(&app, lane, free.min(BATCH)).await {
            Ok(leases) if !leases.is_empty() => {
                for lease in leases {
                    let app = app.clone();
                    running.spawn(async move { one(&app, lease).await });
                }
                continue;
            }
            Ok(_) if free == 0 => POLL,
            Ok(_) => until_due(&app, lane).await,
            Err(error) => {
                tracing::warn!(lane = lane.as_str(), error.message = %error, "no job could be claimed");
                POLL
            }
        };
        tokio::select! {
            () = stop.cancelled() => {}
            () = app.bell.rung(lane), if free > 0 => {}
            Some(_) = running.join_next() => {}
            () = tokio::time::sleep(wait) => {}
        }
    }
    while running.join_next().await.is_some() {}
}

async fn claim(app: &App, lane: Lane, most: usize) -> Result<Vec<Lease>, crate::db::Error> {
    if most == 0 {
        return Ok(Vec::new());
    }
    let now = app.clock.now();
    jobs::claim(&app.db, lane, most, Uuid::new_v4(), now, now + LEASE).await
}

async fn until_due(app: &App, lane: Lane) -> Duration {
    let due: Option<DateTime<Utc>> = jobs::next_due(&app.db, lane).await.ok().flatten();
    let wait = due.and_then(|at| (at - app.clock.now()).to_std().ok());
    // A moment more than the wait, so that the job is due when it is asked for.
    wait.map_or(if due.is_some() { Duration::from_millis(20) } else { POLL }, |w| w + Duration::from_millis(5)).min(POLL)
}

/// Rings when somebody says that there is something to do.
pub(super) async fn hear(app: App, stop: CancellationToken) {
    while !stop.is_cancelled() {
        let heard = async {
            let mut ears = jobs::listen(&app.db).await?;
            app.bell.heard(None);
            loop {
                let note = ears.recv().await?;
                app.bell.heard(Lane::read(note.payload()));
            }
        };
        let result: Result<(), crate::db::Error> = tokio::select! {
            () = stop.cancelled() => return,
            result = heard => result,
        };
        if let Err(error) = result {
            tracing::warn!(error.message = %error, "wake-ups cannot be heard; jobs are polled for");
            tokio::select! {
                () = stop.cancelled() => {}
                () = tokio::time::sleep(POLL) => {}
            }
        }
    }
}
