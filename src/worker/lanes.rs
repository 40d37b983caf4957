//! The lanes' workers: each lane claims for itself and has hands of its own, so that what hangs in
//! one holds up nobody in another.

use std::time::Duration;

use tokio::task::JoinSet;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use super::one;
use crate::app::App;
use crate::db::jobs::{self, LEASE, Lease};
use domain::job::{Job, Lane};

/// With wake-ups by notification, asking is only a fallback.
const POLL: Duration = Duration::from_secs(1);
/// Jobs that are claimed with one question.
const BATCH: usize = 16;
/// Connections that only listen: for jobs, for changed orders, for a new shelf.
const LISTENERS: u32 = 3;
/// What the lanes and the pages must at least have between them. No connection is held while a
/// partner is asked, so they share a few.
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
    let places = app.bell.hands().clone();
    let mut running = JoinSet::new();
    let begin = |running: &mut JoinSet<()>, leases: Vec<Lease>| {
        for lease in leases {
            let app = app.clone();
            running.spawn(async move { one(&app, lease).await });
        }
    };
    // Whether something may be due that nobody has asked for yet, and when to ask in any case.
    let (mut look, mut again) = (true, Instant::now() + POLL);
    while !stop.is_cancelled() {
        while running.try_join_next().is_some() {}
        begin(&mut running, places.receive(lane));
        let free = hands(&app, lane).saturating_sub(running.len());
        // What is about to be asked for is offered to nobody else meanwhile.
        let most = if look {
            places.offer(lane, free).min(BATCH)
        } else {
            0
        };
        if most > 0 {
            places.offer(lane, free - most);
            let (leases, wait) = claim(&app, lane, most).await;
            // As many as were asked for: there may be more.
            look = leases.len() == most;
            again = Instant::now() + wait;
            begin(&mut running, leases);
            if look {
                continue;
            }
        }
        let free = places.offer(lane, hands(&app, lane).saturating_sub(running.len()));
        tokio::select! {
            () = stop.cancelled() => {}
            () = places.handed(lane) => {}
            () = app.bell.rung(lane), if free > 0 => look = true,
            Some(_) = running.join_next() => look |= free == 0,
            () = tokio::time::sleep_until(again) => (look, again) = (true, Instant::now() + POLL),
        }
    }
    places.offer(lane, 0);
    begin(&mut running, places.receive(lane));
    while running.join_next().await.is_some() {}
}

/// Takes what is due, and says how long to wait before asking again.
async fn claim(app: &App, lane: Lane, most: usize) -> (Vec<Lease>, Duration) {
    let now = app.clock.now();
    match jobs::claim(&app.db, lane, most, Uuid::new_v4(), now, now + LEASE).await {
        Ok((leases, next)) => {
            // A moment more than the wait, so that the job is due when it is asked for.
            let wait = next.map_or(POLL, |at| {
                (at - app.clock.now()).to_std().unwrap_or_default() + Duration::from_millis(5)
            });
            (leases, wait.min(POLL))
        }
        Err(error) => {
            tracing::warn!(lane = lane.as_str(), error.message = %error, "no job could be claimed");
            (Vec::new(), POLL)
        }
    }
}

/// Rings when somebody says that there is something to do.
pub(super) async fn hear(app: App, stop: CancellationToken) {
    while !stop.is_cancelled() {
        let heard = async {
            let mut ears = jobs::listen(&app.db).await?;
            app.bell.heard(None);
            loop {
                let note = ears.recv().await?;
                app.bell.heard(Lane::try_from(note.payload()).ok());
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
