//! What nobody told us: lost webhooks are pulled, overdue payment pages read, pending refunds
//! compared.

use std::sync::atomic::{AtomicUsize, Ordering};

use chrono::{DateTime, TimeDelta, Utc};

use super::{Error, JobOutcome, recovery, stray};
use crate::app::App;
use crate::db::stripe_events::{self, Source};
use crate::db::{cursors, jobs, orders, refunds};
use domain::event::KINDS;
use domain::job::{Job, Lane};

/// How far behind the last look each look begins: events are not listed in order of their making.
const OVERLAP: TimeDelta = TimeDelta::hours(1);
/// Stripe lists events of thirty days.
pub(super) const HORIZON: TimeDelta = TimeDelta::days(30);
/// How far back the first look goes at least: a clock that is off by a day still finds everything.
const FIRST_LOOK: TimeDelta = TimeDelta::hours(26);
/// A long gap is read in windows, so that what is behind is kept when reading breaks off.
const WINDOW: TimeDelta = TimeDelta::hours(6);
/// How many unreadable events were told of last.
static UNREADABLE: AtomicUsize = AtomicUsize::new(0);

/// One round. What cannot be read at Stripe keeps nothing else from being looked for.
///
/// # Errors
/// [`Error`], the first of them; another round follows.
pub async fn run(app: &App) -> Result<JobOutcome, Error> {
    super::modes::end_tests(app).await?;
    let events = pull_events(app).await;
    let recovered = recovery::go_on(app, events.is_ok()).await;
    let strays = stray::look_at_open(app).await;
    let rest = look_for_what_waits(app).await;
    events.and(recovered).and(strays).and(rest)?;
    Ok(JobOutcome::Done)
}

async fn look_for_what_waits(app: &App) -> Result<(), Error> {
    let now = app.clock.now();
    stripe_events::end_waits(&app.db, now).await?;
    let overdue = orders::overdue(&app.db, now - TimeDelta::minutes(5)).await?;
    let mut waiting: Vec<Job> = Vec::new();
    waiting.extend(
        refunds::long_pending(&app.db, now - TimeDelta::days(1))
            .await?
            .into_iter()
            .map(Job::Refunds),
    );
    waiting.extend(
        stripe_events::unheard(&app.db, now - TimeDelta::minutes(10))
            .await?
            .into_iter()
            .map(Job::StripeEvent),
    );
    waiting.extend(orders::unrested(&app.db).await?.into_iter().map(Job::Order));
    let mut tx = app.db.begin().await?;
    for order_id in overdue {
        jobs::enqueue_in(&mut tx, &Job::Order(order_id), Lane::MoneyIn, now, now).await?;
    }
    for job in waiting {
        jobs::enqueue(&mut tx, &job, now, now).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Looks sooner than planned, as a traveller stands at the page of an order whose payment nobody
/// has told us of. Every 15 seconds at most.
///
/// # Errors
/// The database's.
pub async fn hurry(app: &App) -> Result<(), crate::db::Error> {
    let now = app.clock.now();
    let period = TimeDelta::from_std(app.config.reconcile_interval).unwrap_or(OVERLAP);
    jobs::expedite(
        &app.db,
        &Job::Reconcile,
        now + period - TimeDelta::seconds(15),
        now,
    )
    .await
}

/// Pulls the events since the newest that is known, and stores those whose webhook never came:
/// window by window, the oldest first. What is read of a window is kept when the next one fails.
///
/// # Errors
/// [`Error`]; what was not read is read the next time.
pub async fn pull_events(app: &App) -> Result<(), Error> {
    let now = app.clock.now();
    let cursor = cursors::read_time(&app.db, cursors::EVENTS).await?;
    let from = match cursor {
        Some(newest) => newest - OVERLAP,
        // Nothing of before the first order is about us.
        None => orders::first_placed_at(&app.db)
            .await?
            .map_or(now, |at| at - OVERLAP)
            .min(now - FIRST_LOOK),
    };
    let mut from = from.max(now - HORIZON);
    loop {
        // The last window has no end: our clock may be behind Stripe's.
        let to = Some(from + WINDOW).filter(|to| *to < now);
        pull_window(app, from, to, now).await?;
        match to {
            Some(to) => from = to,
            None => return note(app, cursors::LOOKED, now).await,
        }
    }
}

/// Only the time of an event moves the cursor: our own clock may be ahead of Stripe's.
async fn pull_window(
    app: &App,
    from: DateTime<Utc>,
    to: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let mut found = Vec::new();
    let (mut after, mut unreadable) = (None, 0);
    loop {
        let page = app.till.events(from, to, after.as_deref(), KINDS).await?;
        found.extend(page.items);
        unreadable += page.unreadable;
        after = page.last;
        if !page.more || after.is_none() {
            break;
        }
    }
    if unreadable > 0 && UNREADABLE.swap(unreadable, Ordering::Relaxed) != unreadable {
        tracing::error!(
            events = unreadable,
            "Stripe lists events that cannot be read; they are stepped over"
        );
    }
    found.sort_by_key(|event| event.created_at);
    for event in &found {
        if stripe_events::take_in(&app.db, event, Source::Poll, event.created_at.min(now), now)
            .await?
        {
            app.webhooks.pulled(now);
            metrics::counter!("webhooks_pulled_total").increment(1);
            tracing::warn!(event.id = %event.id, event.kind = %event.kind, "a webhook was lost; \
                                                                            its event was pulled");
        }
    }
    match found.last() {
        Some(newest) => note(app, cursors::EVENTS, newest.created_at).await,
        None => Ok(()),
    }
}

pub(super) async fn note(app: &App, cursor: &str, at: DateTime<Utc>) -> Result<(), Error> {
    let mut db = app.db.acquire().await?;
    Ok(cursors::write_time(&mut db, cursor, at).await?)
}
