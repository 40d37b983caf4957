//! What nobody told us: lost webhooks are pulled, overdue payment pages read, pending refunds compared.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Error, Rest};
use crate::app::App;
use crate::db::stripe_events::{self, Source};
use crate::db::{cursors, jobs, orders, products, refunds};
use crate::domain::event::{KINDS, Meaning, meaning};
use crate::domain::job::Job;

/// How far behind the last look each look begins: events are not listed in order of their making.
const OVERLAP: TimeDelta = TimeDelta::hours(1);
/// Stripe lists events of thirty days.
const HORIZON: TimeDelta = TimeDelta::days(30);
/// Without a look for this long, what is stored may be old.
const SILENCE: TimeDelta = TimeDelta::minutes(30);
const MAX_PAGES: usize = 100;
const CURSOR: &str = "stripe_events";
/// After a short balance nobody can ask whether it has been filled; a sale is risked again after this long.
const RETRY_SALES: TimeDelta = TimeDelta::minutes(30);

/// One round.
///
/// # Errors
/// [`Error`]; another round follows.
pub async fn run(app: &App) -> Result<Rest, Error> {
    super::modes::end_tests(app).await?;
    pull_events(app).await?;
    let now = app.clock.now();
    let mut waiting: Vec<Job> = orders::overdue(&app.db, now - TimeDelta::minutes(5)).await?.into_iter().map(Job::Order).collect();
    waiting.extend(refunds::long_pending(&app.db, now - TimeDelta::days(1)).await?.into_iter().map(Job::Refunds));
    waiting.extend(stripe_events::unheard(&app.db, now - TimeDelta::minutes(10)).await?.into_iter().map(Job::StripeEvent));
    waiting.extend(orders::unrested(&app.db).await?.into_iter().map(Job::Order));
    let mut tx = app.db.begin().await?;
    for job in waiting {
        jobs::wake(&mut tx, &job, now, now).await?;
    }
    tx.commit().await?;
    if app.catalogue.sales_stopped().is_some_and(|(since, _)| since < now - RETRY_SALES) {
        products::resume_sales(&app.db).await?;
    }
    Ok(Rest::Done)
}

/// Looks sooner than planned, as a traveller stands at the page of an order whose payment nobody has told us of. Every 15 seconds at most.
///
/// # Errors
/// The database's.
pub async fn hurry(app: &App) -> Result<(), crate::db::Error> {
    let now = app.clock.now();
    let period = TimeDelta::from_std(app.config.reconcile_interval).unwrap_or(OVERLAP);
    jobs::hurry(&app.db, &Job::Reconcile, now + period - TimeDelta::seconds(15), now).await
}

/// After a long silence, or a restored backup: nothing is bought until the events of that time are stored and every open line's
/// refunds are compared, so that what was sent back meanwhile is not delivered as well.
///
/// # Errors
/// [`Error`]; tried again before any job runs.
pub async fn recover(app: &App) -> Result<(), Error> {
    let now = app.clock.now();
    let silent = read_cursor(app).await?.is_some_and(|at| now - at > SILENCE);
    if !silent {
        return Ok(());
    }
    tracing::warn!("the shop was silent for long: Stripe is read before anything is bought");
    pull_events(app).await?;
    for order_id in orders::undecided(&app.db).await? {
        super::refund::compare(app, order_id).await?;
    }
    Ok(())
}

async fn read_cursor(app: &App) -> Result<Option<DateTime<Utc>>, Error> {
    let at = cursors::read(&app.db, CURSOR).await?;
    Ok(at.and_then(|at| DateTime::parse_from_rfc3339(&at).ok()).map(|at| at.to_utc()))
}

/// Pulls the events since the last look, and stores those whose webhook never came.
///
/// # Errors
/// [`Error`]; the cursor stays, so nothing is passed over.
pub async fn pull_events(app: &App) -> Result<(), Error> {
    let now = app.clock.now();
    let cursor = read_cursor(app).await?;
    let since = cursor.map_or(now - OVERLAP, |at| at - OVERLAP).max(now - HORIZON);
    let mut after: Option<String> = None;
    for _ in 0..MAX_PAGES {
        let page = app.till.events(since, None, after.as_deref(), KINDS).await?;
        after = page.last;
        for event in page.items {
            if meaning(&event.kind) != Meaning::Nothing {
                let mut tx = app.db.begin().await?;
                if stripe_events::store(&mut tx, &event, Source::Poll, now).await? {
                    tracing::warn!(event.id = %event.id, event.kind = %event.kind, "a webhook was lost; its event was pulled");
                    jobs::wake(&mut tx, &Job::StripeEvent(event.id.clone()), now, now).await?;
                }
                tx.commit().await?;
            }
        }
        if !page.more || after.is_none() {
            break;
        }
    }
    let mut db = app.db.acquire().await?;
    cursors::write(&mut db, CURSOR, &now.to_rfc3339()).await?;
    Ok(())
}
