//! Money that goes back. Stripe's list is read before anything is sent, and a new attempt follows
//! only a read that showed nothing.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::{Error, JobOutcome, modes, refund_list, standing};
use crate::app::App;
use crate::db::history::{self, Actor, Entry};
use crate::db::lines::{Line, Outcome};
use crate::db::orders::{self, Order};
use crate::db::refunds::{self, Intent, Refund};
use crate::db::{Connection, jobs};
use crate::fail_at;
use crate::stripe;
use domain::history::EventKind;
use domain::job::Job;
use domain::refund::{self, Cause, Failure, RefundState, Send};

/// Somebody sent a part of the money back by hand, and what is left is no whole refund: a person
/// must send the rest.
pub(super) const TOO_LITTLE: &str =
    "less went back in the Dashboard than the traveller was promised";

/// After so many refusals for a dispute that nobody can read, three days' worth, a person is
/// called.
const DISPUTED_TRIES: i32 = 12;
/// How often a refund is looked at that Stripe would refuse now.
const HELD: TimeDelta = TimeDelta::hours(6);

/// Sends a refused line's money back, once.
///
/// # Errors
/// [`Error`]; told again later.
pub async fn give_back(app: &App, order: &Order, line: &Line) -> Result<JobOutcome, Error> {
    let Some(payment) = &order.payment_intent_id else {
        return Ok(JobOutcome::Done);
    };
    if intent(app, order, line).await?.is_none() && !intend_the_rest(app, order, line).await? {
        return Ok(JobOutcome::Done);
    }
    if order.holds.iter().any(|reason| !reason.lets_refunds_go()) {
        // Stripe refuses to refund what is disputed; the end of the hold wakes the order.
        return Ok(JobOutcome::RetryAt(app.clock.now() + HELD));
    }
    let listed = app.till.refunds(payment).await?;
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    refund_list::take_in(&mut tx, order, &listed, now).await?;
    tx.commit().await?;
    // The list may have shown it sent, or another one in its place.
    let Some(refund) = intent(app, order, line).await? else {
        return Ok(JobOutcome::Done);
    };
    let Some(refund) = still_to_send(app, order, line, refund, &listed).await? else {
        return Ok(JobOutcome::Done);
    };
    let key = refund.idempotency_key.as_deref().unwrap_or_default();
    fail_at::reach("before_refund");
    let answer = app.till.refund(payment, refund.amount_minor, key).await;
    fail_at::reach("after_refund");
    settle(app, order, line, &refund, answer).await
}

/// The refund of a line that is decided and not known to be sent.
async fn intent(app: &App, order: &Order, line: &Line) -> Result<Option<Refund>, Error> {
    let last = refunds::of_order(&app.db, order.id)
        .await?
        .into_iter()
        .rfind(|r| r.line_id == Some(line.id));
    Ok(last.filter(|r| r.state == RefundState::Intent))
}

/// Which line the bank's part was meant for is not ours to guess. A person is asked once: the
/// answer may be "nothing". Whether they are asked now.
async fn ask_for_the_rest(
    tx: &mut Connection,
    order: &Order,
    line: &Line,
    now: DateTime<Utc>,
) -> Result<bool, Error> {
    if history::happened(&mut *tx, order.id, EventKind::RestAsked).await? {
        return Ok(false);
    }
    record_event(tx, order.id, Some(line.id), EventKind::RestAsked, None, now).await?;
    let why = "a lost dispute took a part: say what is still owed";
    orders::flag(tx, order.id, why).await?;
    Ok(true)
}

/// Decides to send what a refused line is still owed: a part of it was under way when it was
/// refused, or what went back elsewhere in its place came back. A refund of ours that failed is for
/// a person.
async fn intend_the_rest(app: &App, order: &Order, line: &Line) -> Result<bool, Error> {
    if line.outcome != Some(Outcome::Refund) {
        return Ok(false);
    }
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    orders::lock(&mut tx, order.id).await?;
    let all = refunds::of_order(&mut *tx, order.id).await?;
    let of_line: Vec<_> = all
        .iter()
        .filter(|refund| refund.line_id == Some(line.id))
        .collect();
    let under_way = of_line
        .iter()
        .any(|refund| refund.state.is_live() && refund.state != RefundState::Succeeded);
    let left = refunds::room(&mut tx, order.id)
        .await?
        .min(refunds::left_of_line(&mut tx, line.id).await?);
    let Some(last) = of_line
        .last()
        .filter(|last| left > 0 && !under_way && last.state != RefundState::Failed)
    else {
        return Ok(false);
    };
    if all
        .iter()
        .any(|refund| refund.cause == Cause::Dispute && refund.line_id.is_none())
    {
        if ask_for_the_rest(&mut tx, order, line, now).await? {
            tx.commit().await?;
        }
        return Ok(false);
    }
    let currency = order.total.currency.lower();
    let attempt = refunds::next_attempt(&mut tx, line.id).await?;
    let cause = if last.cause == Cause::Operator {
        Cause::Undeliverable
    } else {
        last.cause
    };
    let rest = Intent {
        amount_minor: left,
        currency: &currency,
        attempt,
        cause,
        reason: Some("the rest of what is owed"),
    };
    refunds::intend(&mut tx, line, &rest, now).await?;
    record_event(
        &mut tx,
        order.id,
        Some(line.id),
        EventKind::RefundDecided,
        rest.reason,
        now,
    )
    .await?;
    tx.commit().await?;
    Ok(true)
}

/// The refund to ask for now: none when the list shows it, or shows that the money has gone back
/// another way.
async fn still_to_send(
    app: &App,
    order: &Order,
    line: &Line,
    refund: Refund,
    listed: &[stripe::Refund],
) -> Result<Option<Refund>, Error> {
    if listed
        .iter()
        .any(|r| r.refund_key.is_some() && r.refund_key == refund.idempotency_key)
    {
        return Ok(None);
    }
    let gone: i64 = listed
        .iter()
        .filter(|r| RefundState::of_stripe(&r.status).is_live())
        .map(|r| r.amount_minor)
        .sum();
    let room = order.total.minor - gone;
    if room < refund.amount_minor {
        return ask_for_less(app, order, line, &refund, room).await;
    }
    match refund::send(
        refund.last_error.as_deref().map(Failure::of),
        refund.read_empty_at,
        app.clock.now(),
    ) {
        Send::SameKey { seen_empty } => {
            if seen_empty {
                let mut db = app.db.acquire().await?;
                refunds::seen_empty(&mut db, refund.id, app.clock.now()).await?;
            }
            Ok(Some(refund))
        }
        Send::NewKey => {
            anew(
                app,
                order,
                line,
                &refund,
                refund.amount_minor,
                "Stripe shows nothing of the last attempt",
            )
            .await
        }
    }
}

/// Less is left than was to go back: what is left is asked for. A promise is of one amount only;
/// then a person sends the rest.
async fn ask_for_less(
    app: &App,
    order: &Order,
    line: &Line,
    refund: &Refund,
    room: i64,
) -> Result<Option<Refund>, Error> {
    if room > 0 && refund.cause != Cause::Cancelled {
        return anew(
            app,
            order,
            line,
            refund,
            room,
            "less is left than was to go back",
        )
        .await;
    }
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    refunds::set_state(&mut tx, refund.id, RefundState::Canceled, None, now).await?;
    if refunds::in_dashboard(&mut tx, order.id).await? < refund.amount_minor {
        orders::flag(&mut tx, order.id, TOO_LITTLE).await?;
    }
    record_event(
        &mut tx,
        order.id,
        Some(line.id),
        EventKind::RefundedElsewhere,
        Some("Stripe shows the money back already"),
        now,
    )
    .await?;
    tx.commit().await?;
    Ok(None)
}

/// A new attempt, under a new key.
async fn anew(
    app: &App,
    order: &Order,
    line: &Line,
    last: &Refund,
    amount_minor: i64,
    why: &str,
) -> Result<Option<Refund>, Error> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    refunds::set_state(&mut tx, last.id, RefundState::Canceled, None, now).await?;
    let currency = order.total.currency.lower();
    let attempt = refunds::next_attempt(&mut tx, line.id).await?;
    let again = Intent {
        amount_minor,
        attempt,
        ..last.again(&currency, why)
    };
    refunds::intend(&mut tx, line, &again, now).await?;
    tx.commit().await?;
    intent(app, order, line).await
}

async fn settle(
    app: &App,
    order: &Order,
    line: &Line,
    refund: &Refund,
    answer: Result<stripe::Refund, stripe::Error>,
) -> Result<JobOutcome, Error> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let rest = match answer {
        Ok(sent) => {
            note(&mut tx, order, Some(line.id), refund.id, &sent, now).await?;
            JobOutcome::Done
        }
        Err(error @ stripe::Error::Unclear(_)) => {
            refunds::set_error(&mut tx, refund.id, &error.to_string(), now).await?;
            tx.commit().await?;
            return Err(error.into());
        }
        Err(error) if error.is("charge_disputed") => {
            // Nobody has told us of the dispute yet. It is read now and holds the order; its end
            // sets this refund free.
            refunds::set_error(&mut tx, refund.id, &error.to_string(), now).await?;
            jobs::enqueue(&mut tx, &Job::Refunds(order.id), now, now).await?;
            if refund.attempt >= DISPUTED_TRIES {
                let why = "Stripe calls the payment disputed and refuses its refund";
                orders::flag(&mut tx, order.id, why).await?;
            }
            JobOutcome::RetryAt(now + HELD)
        }
        Err(error) if error.is("charge_already_refunded") => {
            refunds::set_error(&mut tx, refund.id, &error.to_string(), now).await?;
            // The next look at Stripe's list takes it into the books.
            JobOutcome::RetryAt(now + chrono::TimeDelta::seconds(5))
        }
        Err(error) => {
            refunds::set_error(&mut tx, refund.id, &error.to_string(), now).await?;
            refunds::set_state(&mut tx, refund.id, RefundState::Failed, None, now).await?;
            let why = format!("Stripe refuses the refund: {error}");
            tracing::error!(order.number = %order.number, "{why}");
            orders::flag(&mut tx, order.id, &why).await?;
            record_event(
                &mut tx,
                order.id,
                Some(line.id),
                EventKind::RefundFailed,
                Some(&why),
                now,
            )
            .await?;
            JobOutcome::Done
        }
    };
    tx.commit().await?;
    fail_at::reach("after_refund_commit");
    Ok(rest)
}

/// Compares an order's refunds with Stripe's: ours move on, those made in the Dashboard come into
/// the books.
///
/// # Errors
/// [`Error`]; told again later.
pub async fn compare(app: &App, order_id: Uuid) -> Result<JobOutcome, Error> {
    let Some(order) = orders::load(&app.db, order_id).await? else {
        return Ok(JobOutcome::Done);
    };
    if let Some(rest) = modes::of_the_other(app, &order) {
        return Ok(rest);
    }
    standing::look(app, &order, "Stripe's list of refunds").await?;
    Ok(JobOutcome::Done)
}

/// Writes down how far a refund is, if that is news. One that came back leaves the traveller out of
/// pocket: a person must look.
pub(super) async fn note(
    tx: &mut Connection,
    order: &Order,
    line_id: Option<Uuid>,
    refund_id: Uuid,
    sent: &stripe::Refund,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let state = RefundState::of_stripe(&sent.status);
    if !refunds::set_state(tx, refund_id, state, Some(&sent.id), now).await? {
        return Ok(());
    }
    let event = match state {
        RefundState::Succeeded => EventKind::Refunded,
        RefundState::Failed | RefundState::Canceled => EventKind::RefundFailed,
        RefundState::Intent | RefundState::Pending | RefundState::RequiresAction => {
            EventKind::RefundSent
        }
    };
    if !state.is_live() {
        tracing::error!(order.number = %order.number, refund.id = %sent.id, "a refund came back");
        orders::flag(
            tx,
            order.id,
            "a refund came back: the traveller has not got the money",
        )
        .await?;
    }
    // What is still owed goes on from here.
    jobs::enqueue(tx, &Job::Order(order.id), now, now).await?;
    record_event(tx, order.id, line_id, event, Some(&sent.id), now).await
}

pub(super) async fn record_event(
    tx: &mut Connection,
    order_id: Uuid,
    line_id: Option<Uuid>,
    event: EventKind,
    detail: Option<&str>,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let entry = Entry {
        order_id,
        line_id,
        event,
        detail,
        actor: Actor::Stripe,
    };
    history::record_event(tx, &entry, now)
        .await
        .map_err(Error::from)
}
