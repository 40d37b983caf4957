//! Money of this shop that no order here fits: a payment whose order a restored backup has lost, or
//! one that does not fit its order. It is kept and told, and goes back when a person says so; a
//! misfit that nobody has looked at for three days goes back by itself.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Error, JobOutcome};
use crate::app::App;
use crate::db::history::{self, Actor, Entry};
use crate::db::orders::{self, Order};
use crate::db::stray_payments::{self, NewStray, Stray};
use crate::db::{Connection, holds, jobs, shop};
use crate::stripe::{self, Payment, Session};
use domain::history::EventKind;
use domain::hold::{LONGEST, Reason};
use domain::job::Job;
use domain::order::PaymentState;
use domain::refund::{self, BETWEEN_LOOKS, Failure, RefundState, Send};

/// How often a payment that Stripe calls disputed is asked for again.
const DISPUTED: TimeDelta = TimeDelta::hours(6);

/// Looks whether a captured payment that no order here knows is this shop's, and keeps it then;
/// `true` if so.
///
/// # Errors
/// [`Error`]; looked at again later.
pub async fn find(app: &App, payment_intent_id: &str) -> Result<bool, Error> {
    let payment = app.till.payment(payment_intent_id).await?;
    if payment.received_minor <= 0
        || payment.livemode != app.config.stripe.livemode()
        || !is_ours(app, &payment).await?
    {
        return Ok(false);
    }
    let mut db = app.db.acquire().await?;
    if keep(&mut db, None, &payment, app.clock.now()).await? {
        tracing::error!(payment.id = %payment.id, "a payment of this shop has no order in the \
                                                   database: was a backup restored?");
    }
    drop(db);
    look_again(app, payment_intent_id).await
}

/// Takes into the books what has gone back of such a payment by hand; `false` when no such payment
/// is kept.
///
/// # Errors
/// [`Error`]; looked at again later.
pub(super) async fn look_again(app: &App, payment_intent_id: &str) -> Result<bool, Error> {
    let Some(stray) = stray_payments::load(&app.db, payment_intent_id).await? else {
        return Ok(false);
    };
    compare(app, &stray).await?;
    Ok(true)
}

/// Takes into the books what has gone back of payments whose order is lost: the event of it may
/// have been lost, too.
///
/// # Errors
/// [`Error`]; looked at again later.
pub(super) async fn look_at_open(app: &App) -> Result<(), Error> {
    for stray in stray_payments::open(&app.db, app.config.stripe.livemode()).await? {
        compare(app, &stray).await?;
    }
    Ok(())
}

/// Whether a payment was begun by this shop: its description begins with our mark, or its page led
/// back to us.
///
/// # Errors
/// [`Error`]; asked again later.
pub async fn is_ours(app: &App, payment: &Payment) -> Result<bool, Error> {
    let mark = shop::mark(&app.db).await?;
    if let Some(description) = &payment.description {
        return Ok(description.split(' ').next() == Some(mark.as_str()));
    }
    Ok(app
        .till
        .sessions_of(&payment.id)
        .await?
        .iter()
        .any(|session| leads_back(app, session)))
}

/// Whether a page sends its buyer back to this shop.
pub(super) fn leads_back(app: &App, session: &Session) -> bool {
    let url = app.config.public_url.as_str().trim_end_matches('/');
    session
        .success_url
        .as_deref()
        .and_then(|back| back.strip_prefix(url))
        .is_some_and(|rest| rest.starts_with('/'))
}

/// Writes such a payment down; `true` when it is new.
pub(super) async fn keep(
    tx: &mut Connection,
    order: Option<&Order>,
    payment: &Payment,
    now: DateTime<Utc>,
) -> Result<bool, Error> {
    let number = payment
        .description
        .as_deref()
        .and_then(|words| words.split(' ').nth(1));
    let stray = NewStray {
        payment_intent_id: &payment.id,
        order_id: order.map(|order| order.id),
        order_reference: number.or(payment.order_id.as_deref()),
        amount_minor: payment.received_minor,
        currency: &payment.currency,
        livemode: payment.livemode,
    };
    Ok(stray_payments::keep(tx, &stray, now).await?)
}

/// How a payment that does not fit its order is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Misfit {
    /// All of it has gone back: the order is at rest.
    SentBack,
    /// A person must look.
    Stands,
}

/// Reads what has gone back of payments that do not fit `order`.
pub(super) async fn look_at_misfit(app: &App, order: &Order) -> Result<Misfit, Error> {
    let strays = stray_payments::of_order(&app.db, order.id).await?;
    let mut left = 0;
    for stray in &strays {
        left += compare(app, stray).await?;
    }
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    if !strays.is_empty() && left <= 0 {
        end(&mut tx, order, now).await?;
        tx.commit().await?;
        return Ok(Misfit::SentBack);
    }
    let open = holds::of_order(&mut tx, order.id).await?;
    if open
        .iter()
        .any(|hold| hold.reason == Reason::Misfit && now - hold.opened_at > LONGEST)
    {
        for stray in strays
            .iter()
            .filter(|stray| stray.refund_asked_at.is_none())
        {
            ask_back(
                &mut tx,
                stray,
                &Actor::Worker,
                "held for more than three days",
                now,
            )
            .await?;
        }
    }
    tx.commit().await?;
    Ok(Misfit::Stands)
}

async fn end(tx: &mut Connection, order: &Order, now: DateTime<Utc>) -> Result<(), Error> {
    holds::end(tx, order.id, Reason::Misfit, "all of it went back", now).await?;
    if matches!(
        order.payment,
        PaymentState::AwaitingPayment | PaymentState::Processing
    ) {
        orders::set_payment(tx, order.id, PaymentState::Failed).await?;
    }
    let entry = Entry {
        order_id: order.id,
        line_id: None,
        event: EventKind::MisfitSentBack,
        detail: Some("what was paid did not fit the order and has gone back"),
        actor: Actor::Stripe,
    };
    history::record_event(tx, &entry, now)
        .await
        .map_err(Error::from)
}

/// Decides to send such a payment back.
pub(super) async fn ask_back(
    tx: &mut Connection,
    stray: &Stray,
    who: &Actor,
    reason: &str,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    stray_payments::ask_back(tx, &stray.payment_intent_id, &who.text(), reason, now).await?;
    if let Some(order_id) = stray.order_id {
        let entry = Entry {
            order_id,
            line_id: None,
            event: EventKind::RefundOrdered,
            detail: Some(reason),
            actor: who.clone(),
        };
        history::record_event(tx, &entry, now).await?;
    }
    jobs::enqueue(
        tx,
        &Job::StrayRefund(stray.payment_intent_id.clone()),
        now,
        now,
    )
    .await?;
    Ok(())
}

/// Sends back what is left of such a payment, once. Stripe's list is read before anything is sent.
///
/// # Errors
/// [`Error`]; the same key is tried again later.
pub async fn send_back(app: &App, payment_intent_id: &str) -> Result<JobOutcome, Error> {
    let Some(stray) = stray_payments::load(&app.db, payment_intent_id).await? else {
        return Ok(JobOutcome::Done);
    };
    let left = compare(app, &stray).await?;
    if left > 0 && stray.refund_error.is_none() {
        let key = format!("rp:{payment_intent_id}:{}", attempt(app, &stray).await?);
        match app.till.refund(payment_intent_id, left, &key).await {
            Ok(_) => {}
            Err(error @ stripe::Error::Unclear(_)) => {
                let mut db = app.db.acquire().await?;
                stray_payments::failed(&mut db, payment_intent_id, &error.to_string()).await?;
                return Err(error.into());
            }
            // The key was sent with another amount, and Stripe remembers its failure at that; or a
            // dispute holds the payment until it ends.
            Err(error) if error.is("idempotency_error") || error.is("charge_disputed") => {
                let (failure, pause) = match error.is("idempotency_error") {
                    true => (Failure::OtherAmount, BETWEEN_LOOKS),
                    false => (Failure::Disputed, DISPUTED),
                };
                let mut db = app.db.acquire().await?;
                stray_payments::failed(
                    &mut db,
                    payment_intent_id,
                    &failure.noted(&error.to_string()),
                )
                .await?;
                return Ok(JobOutcome::RetryAt(app.clock.now() + pause));
            }
            Err(error) => {
                tracing::error!(payment.id = payment_intent_id, error.message = %error, "Stripe refuses to send a payment back");
                let mut db = app.db.acquire().await?;
                stray_payments::refused(&mut db, payment_intent_id, &error.to_string()).await?;
                return Ok(JobOutcome::Done);
            }
        }
        compare(app, &stray).await?;
    }
    if let Some(order_id) = stray.order_id {
        let now = app.clock.now();
        let mut tx = app.db.begin().await?;
        jobs::enqueue(&mut tx, &Job::Order(order_id), now, now).await?;
        tx.commit().await?;
    }
    Ok(JobOutcome::Done)
}

/// The number of the attempt to make now. Stripe repeats a failure of its own under the same key
/// for a day.
async fn attempt(app: &App, stray: &Stray) -> Result<i32, Error> {
    let now = app.clock.now();
    let mut db = app.db.acquire().await?;
    match refund::send(
        stray.refund_failure.as_deref().map(Failure::of),
        stray.refund_seen_empty_at,
        now,
    ) {
        Send::NewKey => Ok(stray_payments::next_attempt(&mut db, &stray.payment_intent_id).await?),
        Send::SameKey { seen_empty } => {
            if seen_empty {
                stray_payments::seen_empty(&mut db, &stray.payment_intent_id, now).await?;
            }
            Ok(stray.refund_attempt)
        }
    }
}

/// What the bank took of a payment that Stripe called disputed.
async fn lost(app: &App, stray: &Stray) -> Result<i64, Error> {
    if stray.refund_failure.as_deref().map(Failure::of) != Some(Failure::Disputed) {
        return Ok(0);
    }
    match app.till.disputes(&stray.payment_intent_id).await {
        Ok(disputes) => Ok(disputes
            .iter()
            .filter(|dispute| dispute.status == "lost")
            .map(|dispute| dispute.amount_minor)
            .sum()),
        Err(error) if error.missing_right() => Ok(0),
        Err(error) => Err(error.into()),
    }
}

/// Writes down what Stripe shows as gone back; what is left, in minor units.
async fn compare(app: &App, stray: &Stray) -> Result<i64, Error> {
    let listed = app.till.refunds(&stray.payment_intent_id).await?;
    let sent: i64 = listed
        .iter()
        .filter(|r| RefundState::of_stripe(&r.status).is_live())
        .map(|r| r.amount_minor)
        .sum();
    let back = sent
        + lost(app, stray)
            .await?
            .min((stray.amount_minor - sent).max(0));
    if back != stray.refunded_minor {
        let mut db = app.db.acquire().await?;
        stray_payments::went_back(&mut db, &stray.payment_intent_id, back).await?;
    }
    Ok(stray.amount_minor - back)
}
