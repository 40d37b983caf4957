//! After a silence or a restored backup: what happened at Stripe meanwhile is read before anything
//! is bought for payments of that time. A row says that it is under way, and every worker respects
//! it; fresh payments, refunds and mails go on. Pages whose order is lost are closed.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Error, payment, reconcile, standing, stray};
use crate::app::App;
use crate::db::recovery::{self, Recovery};
use crate::db::{cursors, invoices, jobs, orders, shop};
use crate::stripe::{self, Payment, SessionStatus};
use domain::job::Job;
use domain::order::PaymentState;

/// Without a complete look for this long, what is stored may be old.
const SILENCE: TimeDelta = TimeDelta::minutes(30);
/// A recovery that lasts longer is told, and payment pages stay shut.
const LONG: TimeDelta = TimeDelta::minutes(5);
/// How far before the last look the gap begins.
const OVERLAP: TimeDelta = TimeDelta::hours(1);

/// Notes that a recovery is due: the last look is old, or this is another database than the last
/// time. Asks nobody but the database.
///
/// # Errors
/// The database's.
pub async fn begin_if_due(app: &App) -> Result<(), crate::db::Error> {
    let silent = last_look(app)
        .await?
        .is_some_and(|at| app.clock.now() - at > SILENCE);
    begin(app, silent).await
}

/// Notes that a recovery is due because this is another database than a moment ago: a standby took
/// over while the shop ran, and may lack what was committed last. Asks nobody but the database.
///
/// # Errors
/// The database's.
pub async fn notice_another_database(app: &App) -> Result<(), crate::db::Error> {
    begin(app, false).await
}

async fn begin(app: &App, silent: bool) -> Result<(), crate::db::Error> {
    let now = app.clock.now();
    let looked_at = last_look(app).await?;
    let mut tx = app.db.begin().await?;
    let changed = shop::database_changed(&mut tx).await?;
    if silent || changed {
        let why = if changed {
            "another database than before: a restored backup, or a standby that took over"
        } else {
            "a long silence"
        };
        tracing::warn!(
            "{why}: what happened at Stripe meanwhile is read before anything is bought for \
             payments of that time"
        );
        // A backup of before the first look may be of any age.
        let gap_from = looked_at.map_or(now - reconcile::HORIZON, |at| at - OVERLAP);
        recovery::begin(&mut tx, gap_from, why, now).await?;
        if changed {
            invoices::begin_run(&mut tx, now).await?;
        }
        jobs::enqueue(&mut tx, &Job::Reconcile, now, now).await?;
    }
    tx.commit().await
}

/// When Stripe was last read completely.
async fn last_look(app: &App) -> Result<Option<DateTime<Utc>>, crate::db::Error> {
    match cursors::read_time(&app.db, cursors::LOOKED).await? {
        Some(at) => Ok(Some(at)),
        // The release before kept only this one.
        None => cursors::read_time(&app.db, cursors::EVENTS).await,
    }
}

/// Goes through what a recovery must read, if one is under way, and ends it last, when the events
/// of the gap have been pulled as well. Where they cannot be, the order numbers that Stripe has
/// seen are read all the same, so that the shop goes on selling.
///
/// # Errors
/// [`Error`]; begun again, and nothing is bought for payments of the gap until it ends.
pub(super) async fn go_on(app: &App, events_pulled: bool) -> Result<(), Error> {
    let Some(recovery) = recovery::load(&app.db).await? else {
        return Ok(());
    };
    payments_of(app, &recovery).await?;
    if !events_pulled {
        return Ok(());
    }
    refunds_of(app, &recovery).await?;
    for order_id in orders::open(&app.db).await? {
        let Some(order) = orders::load(&app.db, order_id).await? else {
            continue;
        };
        match order.payment {
            PaymentState::Paid => standing::look(app, &order, "recovery").await.map(drop)?,
            _ => payment::look_now(app, order.id).await.map(drop)?,
        }
    }
    let mut tx = app.db.begin().await?;
    if recovery::end(&mut tx, recovery.since).await? {
        tracing::info!("what happened at Stripe during the silence has been read");
        for order_id in orders::open(&app.db).await? {
            jobs::enqueue(
                &mut tx,
                &Job::Order(order_id),
                app.clock.now(),
                app.clock.now(),
            )
            .await?;
        }
    }
    tx.commit().await?;
    Ok(())
}

/// Every payment of the gap: one whose order is here is captured, one whose order is lost is kept,
/// and no number is given twice.
async fn payments_of(app: &App, recovery: &Recovery) -> Result<(), Error> {
    let mark = shop::mark(&app.db).await?;
    let mut highest = 0;
    let mut ours = Vec::new();
    let mut after = None;
    loop {
        let page = app
            .till
            .payments(recovery.gap_from, None, after.as_deref())
            .await?;
        for payment in page.items {
            highest = highest.max(number(&payment, &mark).unwrap_or(0));
            if payment.received_minor > 0 && payment.order_id.is_some() {
                ours.push(payment);
            }
        }
        after = page.last;
        if !page.more || after.is_none() {
            break;
        }
    }
    let mut tx = app.db.begin().await?;
    recovery::numbers_known(&mut tx, recovery.since, highest).await?;
    tx.commit().await?;
    close_lost_pages(app, recovery).await?;
    for payment in ours {
        let Some(id) = payment.order_id.as_deref().and_then(|id| id.parse().ok()) else {
            continue;
        };
        match orders::load(&app.db, id).await? {
            Some(order) if order.payment != PaymentState::Paid => {
                payment::read_back_payment(app, &order, &payment.id)
                    .await
                    .map(drop)?
            }
            Some(_) => {}
            None => stray::find(app, &payment.id).await.map(drop)?,
        }
    }
    Ok(())
}

/// A page that can still be paid and whose order is lost is closed: nobody would deliver.
async fn close_lost_pages(app: &App, recovery: &Recovery) -> Result<(), Error> {
    for page in app.till.open_sessions(recovery.gap_from).await? {
        let Some(id) = page
            .client_reference_id
            .as_deref()
            .and_then(|id| id.parse().ok())
        else {
            continue;
        };
        if !stray::leads_back(app, &page) || orders::load(&app.db, id).await?.is_some() {
            continue;
        }
        match app.till.expire_session(&page.id).await {
            Ok(_) => {
                tracing::warn!(session.id = %page.id, "a payment page whose order is lost was \
                                                       closed")
            }
            Err(error @ stripe::Error::Refused { .. }) => {
                // Paid this moment, or over: its payment is found. One that can still be paid is
                // closed in the next round.
                if app.till.session(&page.id).await?.status == Some(SessionStatus::Open) {
                    return Err(error.into());
                }
            }
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

/// The order number in a payment's description, when it begins with our mark.
fn number(payment: &Payment, mark: &str) -> Option<i64> {
    payment
        .description
        .as_deref()?
        .strip_prefix(mark)?
        .trim()
        .strip_prefix('E')?
        .parse()
        .ok()
}

/// Every refund of the gap is compared with the books.
async fn refunds_of(app: &App, recovery: &Recovery) -> Result<(), Error> {
    let mut after = None;
    loop {
        let page = app
            .till
            .all_refunds(recovery.gap_from, None, after.as_deref())
            .await?;
        for payment in page
            .items
            .iter()
            .filter_map(|refund| refund.payment_intent_id.as_deref())
        {
            if let Some(order_id) = orders::by_payment_intent(&app.db, payment).await?
                && let Some(order) = orders::load(&app.db, order_id).await?
            {
                standing::look(app, &order, "recovery").await?;
            }
        }
        after = page.last;
        if !page.more || after.is_none() {
            return Ok(());
        }
    }
}

/// What a recovery that is under way means for who wants to pay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doors {
    /// Nothing.
    Open,
    /// Numbers that were given before the restore are not known yet.
    NumbersUnknown,
    /// It lasts so long that something is wrong: nobody pays while nobody knows what became of
    /// earlier payments.
    Shut,
}

/// Whether payment pages may open as far as a recovery is concerned.
///
/// # Errors
/// The database's.
pub(super) async fn doors(app: &App) -> Result<Doors, Error> {
    Ok(doors_of(
        recovery::load(&app.db).await?.as_ref(),
        app.clock.now(),
    ))
}

/// The same of a recovery that was read.
#[must_use]
pub fn doors_of(recovery: Option<&Recovery>, now: DateTime<Utc>) -> Doors {
    match recovery {
        Some(recovery) if now - recovery.since > LONG => Doors::Shut,
        Some(recovery) if !recovery.numbers_known => Doors::NumbersUnknown,
        _ => Doors::Open,
    }
}
