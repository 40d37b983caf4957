//! Money arrives: an event is only a wake-up; the change of state comes from reading the payment page back at Stripe.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::outcome::Against;
use super::{Error, Rest, announce, checkout, modes, outcome, reconcile};
use crate::app::App;
use crate::db::Connection;
use crate::db::captures::{self, Capture};
use crate::db::history::{self, Actor, Entry};
use crate::db::holds::{self, NewHold};
use crate::db::orders::{self, Order};
use crate::db::stripe_events::{self, Stored};
use crate::db::{jobs, lines};
use crate::domain::email::EmailAddress;
use crate::domain::event::{Meaning, meaning};
use crate::domain::hold::Reason;
use crate::domain::job::Job;
use crate::domain::order::{self, Expected, Heard, PageEnd, PageRead, PaymentState};
use crate::domain::refund::Cause;
use crate::fail_at;
use crate::stripe::{self, PaymentStatus, Session, SessionStatus};

/// How long after a page's end its order is looked at.
const OVERDUE: TimeDelta = TimeDelta::minutes(5);
/// How often a delayed payment is looked at, besides Stripe's own word.
const DELAYED: TimeDelta = TimeDelta::hours(6);

/// Hears a stored event. Hearing it again changes nothing.
///
/// # Errors
/// [`Error`]; heard again later.
pub async fn hear(app: &App, event_id: &str) -> Result<Rest, Error> {
    let Some(event) = stripe_events::load(&app.db, event_id).await?.filter(|e| !e.processed) else { return Ok(Rest::Done) };
    if event.livemode != app.config.stripe.livemode() {
        return close(app, &event, "of the other mode").await;
    }
    let meaning = meaning(&event.kind);
    if meaning == Meaning::Nothing {
        return close(app, &event, "none").await;
    }
    let Some(order_id) = order_of(app, &event).await? else { return close(app, &event, "not about an order of ours").await };
    let Some(order) = orders::load(&app.db, order_id).await? else {
        tracing::error!(event.id = %event.id, "Stripe tells of a payment for an order that is not in the database: was a backup restored?");
        return close(app, &event, "about an order that is not there").await;
    };
    if modes::of_the_other(app, &order).is_some() {
        return close(app, &event, "about an order of the other mode").await;
    }
    match meaning {
        // The order's own job looks again; the event has been heard.
        Meaning::Payment => read_back(app, &order, Some(&event)).await.map(|_| Rest::Done),
        Meaning::Refund => {
            let mut tx = app.db.begin().await?;
            let now = app.clock.now();
            jobs::wake(&mut tx, &Job::Refunds(order.id), now, now).await?;
            stripe_events::processed(&mut tx, &event.id, "refunds compared", now).await?;
            tx.commit().await?;
            Ok(Rest::Done)
        }
        Meaning::Hold(reason, why) => hold(app, &order, &event, (reason, why)).await,
        Meaning::DisputeClosed => close(app, &event, "none").await,
        Meaning::Fraud => fraud(app, &order, &event).await,
        Meaning::Release => release(app, &order, &event).await,
        Meaning::Nothing => Ok(Rest::Done),
    }
}

async fn close(app: &App, event: &Stored, effect: &str) -> Result<Rest, Error> {
    let mut db = app.db.acquire().await?;
    stripe_events::processed(&mut db, &event.id, effect, app.clock.now()).await?;
    Ok(Rest::Done)
}

async fn order_of(app: &App, event: &Stored) -> Result<Option<Uuid>, Error> {
    if let Some(id) = event.order_id.as_deref().and_then(|id| id.parse().ok()) {
        return Ok(Some(id));
    }
    let object = event.object_id.as_deref().unwrap_or_default();
    if let Some(id) = orders::by_session(&app.db, object).await? {
        return Ok(Some(id));
    }
    let payment = event.payment_intent_id.as_deref().unwrap_or(object);
    Ok(orders::by_payment_intent(&app.db, payment).await?)
}

/// Looks at an order that is not paid: a page that nobody heard of again is opened again or read back.
///
/// # Errors
/// [`Error`]; looked at again later.
pub async fn look(app: &App, order: &Order) -> Result<Rest, Error> {
    let Some(page) = orders::session(&app.db, order.id).await? else { return Ok(Rest::Done) };
    match order.payment {
        PaymentState::AwaitingPayment if app.clock.now() < page.expires_at + OVERDUE => Ok(Rest::Until(page.expires_at + OVERDUE)),
        PaymentState::AwaitingPayment | PaymentState::Processing => read_back(app, order, None).await,
        PaymentState::Paid | PaymentState::Expired | PaymentState::Failed => Ok(Rest::Done),
    }
}

/// Reads an unpaid order's payment page now: it has just been closed.
///
/// # Errors
/// [`Error`]; read again later.
pub async fn look_now(app: &App, order_id: Uuid) -> Result<Rest, Error> {
    match orders::load(&app.db, order_id).await? {
        Some(order) if modes::of_the_other(app, &order).is_some() => Ok(Rest::Done),
        Some(order) if order.payment == PaymentState::AwaitingPayment => read_back(app, &order, None).await.map(|_| Rest::Done),
        _ => Ok(Rest::Done),
    }
}

/// Reads the payment page back and acts on what it says.
async fn read_back(app: &App, order: &Order, event: Option<&Stored>) -> Result<Rest, Error> {
    let stored = orders::session(&app.db, order.id).await?.and_then(|page| page.session_id);
    let told = event.filter(|e| e.kind.starts_with("checkout.session.")).and_then(|e| e.object_id.clone());
    let Some(session_id) = stored.or(told) else { return never_opened(app, order, event).await };
    let session = app.till.session(&session_id).await?;
    let failure_told = stripe_events::failure_told(&app.db, &session_id).await?;
    let reference = order.id.to_string();
    let expected = Expected { order_id: &reference, session_id: &session_id, total: order.total, livemode: order.livemode };
    match order::judge(&page_read(&session, failure_told), &expected) {
        Ok(Heard::Captured) => capture(app, order, &session, event).await,
        Ok(heard) => step(app, order, &session, heard, event).await,
        Err(why) => misfit(app, order, &session, &why, event).await,
    }
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

/// Nobody knows a session for this order: its page was asked for and the answer lost. The same request gives the same page.
async fn never_opened(app: &App, order: &Order, event: Option<&Stored>) -> Result<Rest, Error> {
    if event.is_some() || order.payment != PaymentState::AwaitingPayment {
        return Err(Error::NotYet("the payment page is not stored yet"));
    }
    match checkout::open_page(app, order).await {
        Ok(_) => Ok(Rest::Until(app.clock.now())),
        Err(Error::Till(stripe::Error::Refused { .. })) => {
            let mut tx = app.db.begin().await?;
            orders::set_payment(&mut tx, order.id, PaymentState::Expired).await?;
            orders::session_closed(&mut tx, order.id, None).await?;
            tell(&mut tx, order, "expired", Some("the payment page never opened"), app.clock.now()).await?;
            tx.commit().await?;
            Ok(Rest::Done)
        }
        Err(error) => Err(error),
    }
}

/// The money is there: proof, state, history and the next job in one transaction.
async fn capture(app: &App, order: &Order, session: &Session, event: Option<&Stored>) -> Result<Rest, Error> {
    let proof = match event {
        Some(event) => event.id.clone(),
        None => proof_for(app, order, session).await?,
    };
    let email = session.email.as_deref().filter(|e| EmailAddress::parse(e).is_ok());
    let now = app.clock.now();
    fail_at::reach("before_capture_commit");
    let mut tx = app.db.begin().await?;
    let present = orders::lock(&mut tx, order.id).await?;
    if present.payment != PaymentState::Paid {
        orders::session_opened(&mut tx, order.id, &session.id, session.url.as_deref().unwrap_or_default()).await?;
        let capture = Capture {
            order_id: order.id,
            session_id: &session.id,
            payment_intent_id: session.payment_intent_id.as_deref().unwrap_or_default(),
            event_id: &proof,
            total: order.total,
            livemode: order.livemode,
            email,
            country: session.country.as_deref(),
        };
        captures::insert(&mut tx, &capture, now).await?;
        orders::session_closed(&mut tx, order.id, None).await?;
        tell(&mut tx, order, "paid", None, now).await?;
        jobs::wake(&mut tx, &Job::Order(order.id), now, now).await?;
    }
    if let Some(event) = event {
        stripe_events::processed(&mut tx, &event.id, "paid", now).await?;
    }
    tx.commit().await?;
    fail_at::reach("after_capture_commit");
    Ok(Rest::Until(now))
}

/// The stored event that tells of this payment. When its webhook was lost, Stripe's list has it.
async fn proof_for(app: &App, order: &Order, session: &Session) -> Result<String, Error> {
    if let Some(id) = stripe_events::about_payment(&app.db, &session.id, order.livemode).await? {
        return Ok(id);
    }
    reconcile::pull_events(app).await?;
    let found = stripe_events::about_payment(&app.db, &session.id, order.livemode).await?;
    found.ok_or(Error::NotYet("paid, but Stripe lists no event that says so"))
}

/// Not paid, or not yet: the next state, if there is one.
async fn step(app: &App, order: &Order, session: &Session, heard: Heard, event: Option<&Stored>) -> Result<Rest, Error> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let present = orders::lock(&mut tx, order.id).await?;
    let next = order::hear(present.payment, heard);
    if let Some(state) = next {
        orders::set_payment(&mut tx, order.id, state).await?;
        if heard != Heard::Open {
            orders::session_closed(&mut tx, order.id, Some(&session.id)).await?;
        }
        tell(&mut tx, order, state.as_str(), None, now).await?;
        jobs::wake(&mut tx, &Job::Order(order.id), now, now).await?;
        if state == PaymentState::Failed {
            announce::payment_failed(&mut tx, order, session.email.as_deref(), now).await?;
        }
    }
    if let Some(event) = event {
        stripe_events::processed(&mut tx, &event.id, next.map_or("unchanged", PaymentState::as_str), now).await?;
    }
    tx.commit().await?;
    Ok(look_again(next.unwrap_or(present.payment), now))
}

fn look_again(state: PaymentState, now: DateTime<Utc>) -> Rest {
    match state {
        PaymentState::AwaitingPayment => Rest::Until(now + OVERDUE),
        PaymentState::Processing => Rest::Until(now + DELAYED),
        PaymentState::Paid | PaymentState::Expired | PaymentState::Failed => Rest::Done,
    }
}

/// A payment that does not fit its order: nothing is bought, nothing sent back, a person looks.
async fn misfit(app: &App, order: &Order, session: &Session, why: &str, event: Option<&Stored>) -> Result<Rest, Error> {
    tracing::error!(order.number = %order.number, "{why}; the order is held");
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let held = NewHold { order_id: order.id, line_id: None, reason: Reason::Misfit, why, source: &session.id };
    holds::open(&mut tx, &held, now).await?;
    orders::session_closed(&mut tx, order.id, Some(&session.id)).await?;
    tell(&mut tx, order, "held", Some(why), now).await?;
    if let Some(event) = event {
        stripe_events::processed(&mut tx, &event.id, "held", now).await?;
    }
    tx.commit().await?;
    Ok(Rest::Done)
}

/// A dispute or a review: whatever is not bought yet must wait; what is delivered needs a person.
async fn hold(app: &App, order: &Order, event: &Stored, (reason, why): (Reason, &str)) -> Result<Rest, Error> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    holds::open(&mut tx, &NewHold { order_id: order.id, line_id: None, reason, why, source: &event.id }, now).await?;
    tell(&mut tx, order, "held", Some(why), now).await?;
    stripe_events::processed(&mut tx, &event.id, "held", now).await?;
    tx.commit().await?;
    Ok(Rest::Done)
}

/// The card's owner did not buy it: what is not bought yet goes back at once; what is delivered needs a person.
async fn fraud(app: &App, order: &Order, event: &Stored) -> Result<Rest, Error> {
    let now = app.clock.now();
    let undecided: Vec<_> = lines::of_order(&app.db, order.id, now).await?.into_iter().filter(|l| l.outcome.is_none()).collect();
    let mut tx = app.db.begin().await?;
    for line in &undecided {
        if order.paid_at.is_some() && lines::lock_outcome(&mut tx, line.id).await?.is_none() {
            let against = Against { cause: Cause::Fraud, why: "Stripe warns of fraud", unknown: line.unclear_calls > 0 };
            outcome::refuse(&mut tx, order, line, against, now).await?;
        }
    }
    orders::flag(&mut tx, order.id, "Stripe warns that the card's owner did not buy this").await?;
    tell(&mut tx, order, "fraud_warning", None, now).await?;
    jobs::wake(&mut tx, &Job::Order(order.id), now, now).await?;
    stripe_events::processed(&mut tx, &event.id, "fraud", now).await?;
    tx.commit().await?;
    Ok(Rest::Done)
}

async fn release(app: &App, order: &Order, event: &Stored) -> Result<Rest, Error> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let reviewed = holds::end(&mut tx, order.id, Reason::Review, &event.id, now).await?;
    if reviewed {
        tell(&mut tx, order, "released", None, now).await?;
        jobs::wake(&mut tx, &Job::Order(order.id), now, now).await?;
    }
    stripe_events::processed(&mut tx, &event.id, if reviewed { "released" } else { "unchanged" }, now).await?;
    tx.commit().await?;
    Ok(Rest::Done)
}

async fn tell(tx: &mut Connection, order: &Order, event: &str, detail: Option<&str>, now: DateTime<Utc>) -> Result<(), Error> {
    let entry = Entry { order_id: order.id, line_id: None, event, detail, actor: Actor::Stripe };
    history::record(tx, &entry, now).await.map_err(Error::from)
}
