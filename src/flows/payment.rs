//! Money arrives: the change of state comes from reading the payment page, and the payment, back at
//! Stripe.

mod capture;

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::stray::{self, Misfit};
use super::{Error, JobOutcome, checkout, mail_queue, modes};
use crate::app::App;
use crate::db::Connection;
use crate::db::checkout_sessions::{self, CheckoutSession};
use crate::db::history::{self, Actor, Entry};
use crate::db::holds::{self, NewHold};
use crate::db::jobs;
use crate::db::orders::{self, Order};
use crate::db::stripe_events::{self, Stored};
use crate::stripe::{self, PaymentStatus, Session, SessionStatus};
use capture::capture;
use domain::history::EventKind;
use domain::hold::Reason;
use domain::job::{Job, Lane};
use domain::order::{self, Expected, Heard, PageEnd, PageRead, PaymentState};

/// How long after a page's end its order is looked at.
const OVERDUE: TimeDelta = TimeDelta::minutes(5);
/// How often a delayed payment is looked at, besides Stripe's own word.
const DELAYED: TimeDelta = TimeDelta::hours(6);
/// How often a payment that does not fit is looked at.
const MISFIT: TimeDelta = TimeDelta::hours(1);

/// Looks at an order that is not paid: a page that nobody heard of again is opened again or read
/// back.
///
/// # Errors
/// [`Error`]; looked at again later.
pub async fn look(app: &App, order: &Order) -> Result<JobOutcome, Error> {
    let Some(page) = checkout_sessions::of_order(&app.db, order.id).await? else {
        return Ok(JobOutcome::Done);
    };
    if order.holds.contains(&Reason::Misfit) && order.payment != PaymentState::Paid {
        return misfit_again(app, order).await;
    }
    match order.payment {
        PaymentState::AwaitingPayment if app.clock.now() < page.expires_at + OVERDUE => {
            Ok(JobOutcome::RetryAt(page.expires_at + OVERDUE))
        }
        PaymentState::AwaitingPayment | PaymentState::Processing => {
            read_back(app, order, Some(page), None).await
        }
        PaymentState::Paid | PaymentState::Expired | PaymentState::Failed => Ok(JobOutcome::Done),
    }
}

/// A payment that did not fit is read again: it may have been sent back. Held for too long, it is.
async fn misfit_again(app: &App, order: &Order) -> Result<JobOutcome, Error> {
    match stray::look_at_misfit(app, order).await? {
        Misfit::SentBack => Ok(JobOutcome::Done),
        Misfit::Stands => Ok(JobOutcome::RetryAt(app.clock.now() + MISFIT)),
    }
}

/// Reads an unpaid order's payment page now: it has just been closed.
///
/// # Errors
/// [`Error`]; read again later.
pub async fn look_now(app: &App, order_id: Uuid) -> Result<JobOutcome, Error> {
    match orders::load(&app.db, order_id).await? {
        Some(order) if modes::of_the_other(app, &order).is_some() => Ok(JobOutcome::Done),
        Some(order) if order.payment == PaymentState::AwaitingPayment => {
            let page = checkout_sessions::of_order(&app.db, order.id).await?;
            read_back(app, &order, page, None)
                .await
                .map(|_| JobOutcome::Done)
        }
        _ => Ok(JobOutcome::Done),
    }
}

/// Reads the payment page back and acts on what it says. [`JobOutcome::Settled`]: the event's own
/// job has ended with it.
///
/// # Errors
/// [`Error`]; read again later.
pub(super) async fn read_back(
    app: &App,
    order: &Order,
    page: Option<CheckoutSession>,
    event: Option<&Stored>,
) -> Result<JobOutcome, Error> {
    read_page(
        app,
        order,
        page,
        event,
        event.and_then(|e| e.payment_intent_id.as_deref()),
    )
    .await
}

/// The same for a payment that Stripe lists and no event has told of.
///
/// # Errors
/// [`Error`]; read again later.
pub(super) async fn read_back_payment(
    app: &App,
    order: &Order,
    payment_intent_id: &str,
) -> Result<JobOutcome, Error> {
    let page = checkout_sessions::of_order(&app.db, order.id).await?;
    read_page(app, order, page, None, Some(payment_intent_id)).await
}

async fn read_page(
    app: &App,
    order: &Order,
    page: Option<CheckoutSession>,
    event: Option<&Stored>,
    payment: Option<&str>,
) -> Result<JobOutcome, Error> {
    if order.payment == PaymentState::Paid {
        return close(app, event, "paid").await;
    }
    if order.holds.contains(&Reason::Misfit) {
        return close(app, event, "held").await;
    }
    let stored = page.and_then(|page| page.session_id);
    let told = event
        .filter(|e| e.kind.starts_with("checkout.session."))
        .and_then(|e| e.object_id.clone());
    let session_id = match (stored.or(told), payment) {
        (Some(known), _) => known,
        // The answer that named the page was lost; its payment leads there.
        (None, Some(payment)) => match app.till.sessions_of(payment).await?.into_iter().next() {
            Some(page) => page.id,
            None => return never_opened(app, order, event).await,
        },
        (None, None) => return never_opened(app, order, event).await,
    };
    let session = app.till.session(&session_id).await?;
    // What is paid is paid, whatever was told before.
    let failure_told = session.payment != PaymentStatus::Paid
        && stripe_events::failure_told(&app.db, &session_id).await?;
    let reference = order.id.to_string();
    let expected = Expected {
        order_id: &reference,
        session_id: &session_id,
        total: order.total,
        livemode: order.livemode,
    };
    match order::judge(&page_read(&session, failure_told), &expected) {
        Ok(Heard::Captured) => capture(app, order, &session, event).await,
        Ok(heard) => step(app, order, &session, heard, event).await,
        Err(why) => hold_mismatch(app, order, &session, &why, event).await,
    }
}

async fn close(app: &App, event: Option<&Stored>, effect: &str) -> Result<JobOutcome, Error> {
    if let Some(event) = event {
        let mut db = app.db.acquire().await?;
        stripe_events::processed(&mut db, &event.id, effect, app.clock.now()).await?;
    }
    Ok(JobOutcome::Done)
}

fn page_read(session: &Session, failure_told: bool) -> PageRead<'_> {
    PageRead {
        session_id: &session.id,
        is_payment: session.is_payment,
        reference: session.client_reference_id.as_deref(),
        total: session.total,
        livemode: session.livemode,
        has_payment_intent: session.payment_intent_id.is_some(),
        end: match session.status {
            Some(SessionStatus::Complete) => PageEnd::Complete,
            Some(SessionStatus::Expired) => PageEnd::Expired,
            Some(SessionStatus::Open) | None => PageEnd::Open,
        },
        paid: session.payment == PaymentStatus::Paid,
        nothing_to_pay: session.payment == PaymentStatus::NotRequired,
        failure_told,
    }
}

/// Nobody knows a session for this order: its page was asked for and the answer lost. The same
/// request gives the same page.
async fn never_opened(
    app: &App,
    order: &Order,
    event: Option<&Stored>,
) -> Result<JobOutcome, Error> {
    if event.is_some() || order.payment != PaymentState::AwaitingPayment {
        return Err(Error::NotYet("the payment page is not stored yet"));
    }
    match checkout::open_page(app, order).await {
        Ok(_) => Ok(JobOutcome::RetryAt(app.clock.now())),
        Err(Error::Till(stripe::Error::Refused { .. })) => {
            page_refused(app, order).await.map(|()| JobOutcome::Done)
        }
        Err(error) => Err(error),
    }
}

/// Stripe refused to open an order's page, and would again: the order ends unpaid, and the same
/// wish begins anew.
pub(super) async fn page_refused(app: &App, order: &Order) -> Result<(), Error> {
    let mut tx = app.db.begin().await?;
    let present = orders::lock(&mut tx, order.id).await?;
    if present.payment == PaymentState::AwaitingPayment {
        orders::set_payment(&mut tx, order.id, PaymentState::Expired).await?;
        checkout_sessions::set_closed(&mut tx, order.id, None).await?;
        record_event(
            &mut tx,
            order,
            EventKind::Expired,
            Some("the payment page never opened"),
            app.clock.now(),
        )
        .await?;
        // Nobody need look after it any more.
        jobs::enqueue_in(
            &mut tx,
            &Job::Order(order.id),
            Lane::MoneyIn,
            app.clock.now(),
            app.clock.now(),
        )
        .await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Not paid, or not yet: the next state, if there is one.
async fn step(
    app: &App,
    order: &Order,
    session: &Session,
    heard: Heard,
    event: Option<&Stored>,
) -> Result<JobOutcome, Error> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let present = orders::lock(&mut tx, order.id).await?;
    let next = order::hear(present.payment, heard);
    if let Some(state) = next {
        orders::set_payment(&mut tx, order.id, state).await?;
        if heard != Heard::Open {
            checkout_sessions::set_closed(&mut tx, order.id, Some(&session.id)).await?;
        }
        if let Some(event) = EventKind::of_payment(state) {
            record_event(&mut tx, order, event, None, now).await?;
        }
        jobs::enqueue(&mut tx, &Job::Order(order.id), now, now).await?;
        match state {
            PaymentState::Processing => {
                mail_queue::payment_delayed(&mut tx, order, session.email.as_deref(), now).await?
            }
            PaymentState::Failed => {
                mail_queue::payment_failed(&mut tx, order, session.email.as_deref(), now).await?
            }
            PaymentState::AwaitingPayment | PaymentState::Paid | PaymentState::Expired => {}
        }
    }
    if let Some(event) = event {
        stripe_events::processed(
            &mut tx,
            &event.id,
            next.map_or("unchanged", PaymentState::as_str),
            now,
        )
        .await?;
    }
    tx.commit().await?;
    Ok(look_again(next.unwrap_or(present.payment), now))
}

fn look_again(state: PaymentState, now: DateTime<Utc>) -> JobOutcome {
    match state {
        PaymentState::AwaitingPayment => JobOutcome::RetryAt(now + OVERDUE),
        PaymentState::Processing => JobOutcome::RetryAt(now + DELAYED),
        PaymentState::Paid | PaymentState::Expired | PaymentState::Failed => JobOutcome::Done,
    }
}

/// A payment that does not fit its order: nothing is bought, a person looks. It is read again each
/// hour, and ends by a refund only.
async fn hold_mismatch(
    app: &App,
    order: &Order,
    session: &Session,
    why: &str,
    event: Option<&Stored>,
) -> Result<JobOutcome, Error> {
    let received = match &session.payment_intent_id {
        Some(payment) => Some(app.till.payment(payment).await?),
        None => None,
    };
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let hold = NewHold {
        order_id: order.id,
        line_id: None,
        reason: Reason::Misfit,
        why,
        source: &session.id,
    };
    if holds::open(&mut tx, &hold, now).await? {
        tracing::error!(order.number = %order.number, "{why}; the order is held");
        checkout_sessions::set_closed(&mut tx, order.id, Some(&session.id)).await?;
        record_event(&mut tx, order, EventKind::Held, Some(why), now).await?;
    }
    if let Some(payment) = received.filter(|payment| payment.received_minor > 0) {
        stray::keep(&mut tx, Some(order), &payment, now).await?;
    }
    if let Some(event) = event {
        stripe_events::processed(&mut tx, &event.id, "held", now).await?;
    }
    jobs::enqueue_in(
        &mut tx,
        &Job::Order(order.id),
        Lane::MoneyIn,
        now + MISFIT,
        now,
    )
    .await?;
    tx.commit().await?;
    Ok(JobOutcome::RetryAt(now + MISFIT))
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
