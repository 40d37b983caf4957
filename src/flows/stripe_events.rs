//! A stored event of Stripe: a wake-up, and what it makes us look at. What it says is read back
//! before anything follows from it.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::outcome::{self, RefundReason};
use super::{Error, JobOutcome, modes, payment, standing, stray};
use crate::app::App;
use crate::db::Connection;
use crate::db::history::{self, Actor, Entry};
use crate::db::holds::{self, NewHold};
use crate::db::orders::{self, Order};
use crate::db::stripe_events::{self, Stored};
use crate::db::{heard, jobs, lines};
use domain::event::{Meaning, meaning};
use domain::history::EventKind;
use domain::hold::Reason;
use domain::job::Job;
use domain::refund::Cause;
use domain::standing::NOT_APPROVED;

/// How long an event waits for its payment to become known here. Then it was about somebody else's.
pub const WAIT: TimeDelta = TimeDelta::hours(72);

/// Handles a stored event, whose job may be held by `lease`. Handling it again changes nothing.
///
/// # Errors
/// [`Error`]; handled again later.
pub async fn handle_event(
    app: &App,
    event_id: &str,
    lease: Option<Uuid>,
) -> Result<JobOutcome, Error> {
    let Some(heard) = heard::load(&app.db, event_id)
        .await?
        .filter(|heard| !heard.event.processed)
    else {
        return Ok(JobOutcome::Done);
    };
    let (event, page) = (
        Stored {
            lease,
            ..heard.event
        },
        heard.page,
    );
    if event.livemode != app.config.stripe.livemode() {
        return close(app, &event, "of the other mode").await;
    }
    let meaning = meaning(&event.kind);
    if meaning == Meaning::Nothing {
        return close(app, &event, "none").await;
    }
    let Some(order) = heard.order else {
        return about_nobody(app, &event, meaning).await;
    };
    if modes::of_the_other(app, &order).is_some() {
        return close(app, &event, "about an order of the other mode").await;
    }
    if meaning == Meaning::Payment {
        // The order's own job looks again; the event has been handled.
        let rest = payment::read_back(app, &order, page, Some(&event)).await?;
        return Ok(if rest == JobOutcome::Settled {
            rest
        } else {
            JobOutcome::Done
        });
    }
    if order.paid_at.is_none() {
        return about_unpaid(app, &order, &event).await;
    }
    match meaning {
        Meaning::Hold(reason, why) => contest(app, &order, &event, (reason, why)).await,
        Meaning::Fraud => fraud(app, &order, &event).await,
        Meaning::Release => review_closed(app, &order, &event).await,
        Meaning::Refund | Meaning::DisputeClosed => look(app, &order, &event).await,
        Meaning::Payment | Meaning::Nothing => Ok(JobOutcome::Done),
    }
}

/// Handles what is stored of a payment and not yet handled, before anything is bought for it;
/// whether there was anything.
///
/// # Errors
/// [`Error`]; nothing is bought meanwhile.
pub(super) async fn handle_waiting(app: &App, order: &Order) -> Result<bool, Error> {
    let Some(payment) = &order.payment_intent_id else {
        return Ok(false);
    };
    let waiting = stripe_events::open_of_payment(&app.db, payment).await?;
    for event in &waiting {
        handle_event(app, event, None).await?;
    }
    Ok(!waiting.is_empty())
}

async fn close(app: &App, event: &Stored, effect: &str) -> Result<JobOutcome, Error> {
    let mut db = app.db.acquire().await?;
    stripe_events::processed(&mut db, &event.id, effect, app.clock.now()).await?;
    Ok(JobOutcome::Done)
}

/// No order here knows it. A payment of this shop's whose order was lost is written down; anything
/// else waits, as its payment may become known yet.
async fn about_nobody(app: &App, event: &Stored, meaning: Meaning) -> Result<JobOutcome, Error> {
    if meaning == Meaning::Payment {
        let effect = match &event.payment_intent_id {
            Some(payment) if stray::find(app, payment).await? => {
                "a payment whose order is not here"
            }
            _ => "not about an order of ours",
        };
        return close(app, event, effect).await;
    }
    if let Some(payment) = &event.payment_intent_id
        && stray::look_again(app, payment).await?
    {
        return close(app, event, "a payment whose order is not here").await;
    }
    wait_for_payment(app, event).await
}

/// Nothing is paid yet. What does not fit its order never will be: what has gone back of it is read
/// at once.
async fn about_unpaid(app: &App, order: &Order, event: &Stored) -> Result<JobOutcome, Error> {
    if let Some(payment) = &event.payment_intent_id
        && stray::look_again(app, payment).await?
    {
        let now = app.clock.now();
        let mut tx = app.db.begin().await?;
        jobs::enqueue(&mut tx, &Job::Order(order.id), now, now).await?;
        tx.commit().await?;
        return close(app, event, "a payment that does not fit").await;
    }
    wait_for_payment(app, event).await
}

/// Kept until its payment is captured here. The lock is taken by a capture, too: either the capture
/// finds this event waiting, or this finds the capture.
async fn wait_for_payment(app: &App, event: &Stored) -> Result<JobOutcome, Error> {
    let Some(payment) = &event.payment_intent_id else {
        return close(app, event, "names no payment").await;
    };
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    stripe_events::lock_payment(&mut tx, payment).await?;
    if stripe_events::captured(&mut tx, payment).await? {
        return Ok(JobOutcome::RetryAt(now));
    }
    stripe_events::wait(&mut tx, &event.id, event.received_at + WAIT).await?;
    tx.commit().await?;
    Ok(JobOutcome::Done)
}

/// Reads the payment, and acts on what it shows.
async fn look(app: &App, order: &Order, event: &Stored) -> Result<JobOutcome, Error> {
    standing::look(app, order, &event.id).await?;
    close(app, event, "payment read").await
}

/// A dispute or a review. What is read decides; where the key may not read it, the event itself
/// holds the order.
async fn contest(
    app: &App,
    order: &Order,
    event: &Stored,
    (reason, why): (Reason, &str),
) -> Result<JobOutcome, Error> {
    let seen = standing::look(app, order, &event.id).await?;
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    if !seen.shows(reason) {
        let hold = NewHold {
            order_id: order.id,
            line_id: None,
            reason,
            why,
            source: &event.id,
        };
        if holds::open(&mut tx, &hold, now).await? {
            record_event(&mut tx, order, EventKind::Held, Some(why), now).await?;
        }
    }
    stripe_events::processed(&mut tx, &event.id, "held", now).await?;
    tx.commit().await?;
    Ok(JobOutcome::Done)
}

/// A review is over. Where the key may not read reviews, the event's own reason counts, and only an
/// approval lets the order go.
async fn review_closed(app: &App, order: &Order, event: &Stored) -> Result<JobOutcome, Error> {
    let seen = standing::look(app, order, &event.id).await?;
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    if !seen.shows(Reason::Review)
        && !event.approved
        && !lines::undecided(&mut tx, order.id, now).await?.is_empty()
    {
        // Its opening may not have been heard yet.
        let why = NOT_APPROVED;
        let hold = NewHold {
            order_id: order.id,
            line_id: None,
            reason: Reason::Review,
            why,
            source: &event.id,
        };
        if holds::open(&mut tx, &hold, now).await? {
            record_event(&mut tx, order, EventKind::Held, Some(why), now).await?;
        }
    } else if !seen.shows(Reason::Review)
        && event.approved
        && refunds_and_disputes_are_clean(&mut tx, order).await?
    {
        standing::release(&mut tx, order, Reason::Review, &event.id, now).await?;
    }
    stripe_events::processed(&mut tx, &event.id, "payment read", now).await?;
    tx.commit().await?;
    Ok(JobOutcome::Done)
}

async fn refunds_and_disputes_are_clean(tx: &mut Connection, order: &Order) -> Result<bool, Error> {
    let (_, unbooked) = crate::db::refunds::back(tx, order.id).await?;
    let disputed = holds::of_order(tx, order.id)
        .await?
        .iter()
        .any(|hold| hold.reason == Reason::Dispute);
    Ok(unbooked == 0 && !disputed)
}

/// The card's owner did not buy it: what is not bought yet goes back at once; what is delivered
/// needs a person.
async fn fraud(app: &App, order: &Order, event: &Stored) -> Result<JobOutcome, Error> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    orders::lock(&mut tx, order.id).await?;
    if !stripe_events::lock_open(&mut tx, &event.id).await? {
        return Ok(JobOutcome::Done);
    }
    for line in lines::undecided(&mut tx, order.id, now).await? {
        let against = RefundReason {
            cause: Cause::Fraud,
            why: "Stripe warns of fraud",
            unknown: line.unclear_calls > 0,
        };
        outcome::decide_refund(&mut tx, order, &line, against, now).await?;
    }
    orders::flag(
        &mut tx,
        order.id,
        "Stripe warns that the card's owner did not buy this",
    )
    .await?;
    record_event(&mut tx, order, EventKind::FraudWarning, None, now).await?;
    jobs::enqueue(&mut tx, &Job::Order(order.id), now, now).await?;
    stripe_events::processed(&mut tx, &event.id, "fraud", now).await?;
    tx.commit().await?;
    Ok(JobOutcome::Done)
}

async fn record_event(
    tx: &mut Connection,
    order: &Order,
    event: EventKind,
    detail: Option<&str>,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let entry = Entry {
        order_id: order.id,
        line_id: None,
        event,
        detail,
        actor: Actor::Stripe,
    };
    history::record_event(tx, &entry, now)
        .await
        .map_err(Error::from)
}
