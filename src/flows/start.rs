//! Starting a package by hand, before it meets a network. It cannot be undone, so the traveller is
//! warned, and it happens once.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::{Error, JobOutcome, usage};
use crate::app::App;
use crate::db::history::{self, Actor, Entry};
use crate::db::packages::{self, OwnedPackage};
use crate::db::{cancellations, jobs, lines, orders};
use crate::esimfx;
use crate::fail_at;
use domain::history::EventKind;
use domain::job::Job;
use domain::line::LineState;
use domain::package::PackageStatus;

/// For how long a start is tried.
const PATIENCE: TimeDelta = TimeDelta::hours(1);

/// Whether a package can be started by hand now: the owner of the shop allows it, it waits, and
/// nothing else was asked for it. A top-up takes over by itself: started by hand it would burn its
/// days beside the plan that is in use.
#[must_use]
pub fn possible(app: &App, owned: &OwnedPackage) -> bool {
    let free = |line: &packages::PackageLine| {
        let given_back = line
            .cancellation
            .as_ref()
            .is_some_and(|c| c.state != cancellations::CancelState::Kept);
        line.state == LineState::Delivered
            && !line.topup
            && !line.held
            && line.start.is_none()
            && !given_back
    };
    app.config.shop.packages.start_now
        && owned.package.is_pending()
        && owned.line.as_ref().is_some_and(free)
}

/// Writes down that the traveller wants a package started; `false` when that cannot be. Asked
/// again, nothing changes.
///
/// # Errors
/// The database's; nothing was done.
pub async fn ask(app: &App, iccid: &str, line_id: Uuid) -> Result<bool, Error> {
    let all = packages::of_esim(&app.db, iccid).await?;
    let Some(owned) = all
        .into_iter()
        .find(|o| o.line.as_ref().is_some_and(|l| l.id == line_id))
    else {
        return Ok(false);
    };
    let Some(line) = &owned.line else {
        return Ok(false);
    };
    if line.start.is_some() {
        return Ok(true);
    }
    if !possible(app, &owned) {
        return Ok(false);
    }
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    // The order's lock is also the cancellation's: one of the two is asked for, never both.
    orders::lock(&mut tx, line.order_id).await?;
    if cancellations::lock_asked(&mut tx, line_id).await? {
        return Ok(false);
    }
    if cancellations::ask_start(&mut tx, line_id, &owned.package.supplier_order_id, now).await? {
        let entry = Entry {
            order_id: line.order_id,
            line_id: Some(line_id),
            event: EventKind::StartAsked,
            detail: None,
            actor: Actor::Traveller,
        };
        history::record_event(&mut tx, &entry, now).await?;
        jobs::enqueue(&mut tx, &Job::Start(line_id), now, now).await?;
    }
    tx.commit().await?;
    Ok(true)
}

/// Starts a package that its traveller wants started. What the supplier shows decides whether it
/// is: a lost answer is read back.
///
/// # Errors
/// [`Error`]; told again from the beginning.
pub async fn process_start(app: &App, line_id: Uuid) -> Result<JobOutcome, Error> {
    let Some((supplier_order_id, asked_at)) = cancellations::start_asked(&app.db, line_id).await?
    else {
        return Ok(JobOutcome::Done);
    };
    let result = attempt(app, &supplier_order_id).await;
    let now = app.clock.now();
    let why = match result {
        Ok(why) => why,
        Err(_) if now - asked_at >= PATIENCE => {
            Some("the network did not start it; it starts by itself when it first connects")
        }
        Err(error) => return Err(error),
    };
    decide(app, line_id, why, now).await?;
    if let Some(iccid) = lines::iccid(&app.db, line_id).await?
        && let Err(error) = usage::read(app, &iccid).await
    {
        tracing::info!(error.message = %error, "a package was started; its figures are read later");
    }
    Ok(JobOutcome::Done)
}

/// None when it is started now; else why it is not and will not be.
async fn attempt(app: &App, supplier_order_id: &str) -> Result<Option<&'static str>, Error> {
    let status = async || -> Result<Option<PackageStatus>, esimfx::Error> {
        Ok(app
            .supplier
            .order(supplier_order_id)
            .await?
            .subscription
            .status
            .as_deref()
            .map(PackageStatus::parse))
    };
    match status().await? {
        Some(PackageStatus::Active) => return Ok(None),
        None | Some(PackageStatus::Pending) => {}
        Some(_) => return Ok(Some("it is over")),
    }
    fail_at::reach("before_start");
    app.supplier.activate(supplier_order_id).await?;
    fail_at::reach("after_start");
    Ok(None)
}

async fn decide(
    app: &App,
    line_id: Uuid,
    why: Option<&str>,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let mut tx = app.db.begin().await?;
    if cancellations::start_decided(&mut tx, line_id, why, now).await?
        && let Some(order_id) = lines::order_of(&mut *tx, line_id).await?
    {
        let event = if why.is_none() {
            EventKind::StartedByHand
        } else {
            EventKind::NotStarted
        };
        let entry = Entry {
            order_id,
            line_id: Some(line_id),
            event,
            detail: why,
            actor: Actor::Worker,
        };
        history::record_event(&mut tx, &entry, now).await?;
    }
    tx.commit().await?;
    Ok(())
}
