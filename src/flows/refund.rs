//! Money that goes back. Stripe's list is read before anything is sent, and a new attempt follows only a read that showed nothing.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::{Error, Rest, modes, standing};
use crate::app::App;
use crate::db::Connection;
use crate::db::history::{self, Actor, Entry};
use crate::db::lines::{self, Line, Outcome};
use crate::db::orders::{self, Order};
use crate::db::refunds::{self, Adopted, Intent, Refund};
use crate::domain::refund::{Cause, RefundState};
use crate::fail_at;
use crate::stripe;

/// Somebody sent a part of the money back by hand, and what is left is no whole refund: a person must send the rest.
pub(super) const TOO_LITTLE: &str = "less went back in the Dashboard than the traveller was promised";

/// How often a refund is looked at that Stripe would refuse now.
const HELD: TimeDelta = TimeDelta::hours(6);

/// Sends a refused line's money back, once.
///
/// # Errors
/// [`Error`]; told again later.
pub async fn give_back(app: &App, order: &Order, line: &Line) -> Result<Rest, Error> {
    let Some(payment) = &order.payment_intent_id else { return Ok(Rest::Done) };
    let mine = refunds::of_order(&app.db, order.id).await?.into_iter().rfind(|r| r.line_id == Some(line.id));
    let Some(refund) = mine.filter(|r| r.state == RefundState::Intent) else { return Ok(Rest::Done) };
    if order.holds.iter().any(|reason| !reason.lets_refunds_go()) {
        // Stripe refuses to refund what is disputed; the end of the hold wakes the order.
        return Ok(Rest::Until(app.clock.now() + HELD));
    }
    let listed = app.till.refunds(payment).await?;
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    take_in(&mut tx, order, &listed, now).await?;
    tx.commit().await?;
    let Some(refund) = still_to_send(app, order, line, refund, &listed).await? else { return Ok(Rest::Done) };
    let key = refund.idempotency_key.as_deref().unwrap_or_default();
    fail_at::reach("before_refund");
    let answer = app.till.refund(payment, refund.amount_minor, key).await;
    fail_at::reach("after_refund");
    settle(app, order, line, &refund, answer).await
}

/// The refund to ask for now: none when the list shows it, or shows that the money has gone back another way; a new attempt when
/// Stripe answered the last one with a failure of its own, which it would replay for a day.
async fn still_to_send(app: &App, order: &Order, line: &Line, refund: Refund, listed: &[stripe::Refund]) -> Result<Option<Refund>, Error> {
    if listed.iter().any(|r| r.refund_key.is_some() && r.refund_key == refund.idempotency_key) {
        return Ok(None);
    }
    let gone: i64 = listed.iter().filter(|r| RefundState::from(r.status.as_str()).is_live()).map(|r| r.amount_minor).sum();
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    if gone + refund.amount_minor > order.total.minor {
        refunds::set_state(&mut tx, refund.id, RefundState::Canceled, None, now).await?;
        if refunds::in_dashboard(&mut tx, order.id).await? < refund.amount_minor {
            orders::flag(&mut tx, order.id, TOO_LITTLE).await?;
        }
        tell(&mut tx, order.id, Some(line.id), "refunded_elsewhere", Some("Stripe shows the money back already"), now).await?;
        tx.commit().await?;
        return Ok(None);
    }
    if !refund.last_error.as_deref().is_some_and(|e| e.contains("HTTP 5")) {
        return Ok(Some(refund));
    }
    refunds::set_state(&mut tx, refund.id, RefundState::Canceled, None, now).await?;
    let currency = order.total.currency.lower();
    let again = refund.again(&currency, "new attempt");
    refunds::intend(&mut tx, line, &again, now).await?;
    tx.commit().await?;
    let again = refunds::of_order(&app.db, order.id).await?;
    Ok(again.into_iter().rfind(|r| r.line_id == Some(line.id) && r.state == RefundState::Intent))
}

async fn settle(
    app: &App,
    order: &Order,
    line: &Line,
    refund: &Refund,
    answer: Result<stripe::Refund, stripe::Error>,
) -> Result<Rest, Error> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let rest = match answer {
        Ok(sent) => {
            note(&mut tx, order, Some(line.id), refund.id, &sent, now).await?;
            Rest::Done
        }
        Err(error @ stripe::Error::Unclear(_)) => {
            refunds::set_error(&mut tx, refund.id, &error.to_string(), now).await?;
            tx.commit().await?;
            return Err(error.into());
        }
        Err(error) if error.is("charge_already_refunded") => {
            refunds::set_error(&mut tx, refund.id, &error.to_string(), now).await?;
            // The next look at Stripe's list takes it into the books.
            Rest::Until(now + chrono::TimeDelta::seconds(5))
        }
        Err(error) => {
            refunds::set_error(&mut tx, refund.id, &error.to_string(), now).await?;
            refunds::set_state(&mut tx, refund.id, RefundState::Failed, None, now).await?;
            let why = format!("Stripe refuses the refund: {error}");
            tracing::error!(order.number = %order.number, "{why}");
            orders::flag(&mut tx, order.id, &why).await?;
            tell(&mut tx, order.id, Some(line.id), "refund_failed", Some(&why), now).await?;
            Rest::Done
        }
    };
    tx.commit().await?;
    fail_at::reach("after_refund_commit");
    Ok(rest)
}

/// Compares an order's refunds with Stripe's: ours move on, those made in the Dashboard come into the books.
///
/// # Errors
/// [`Error`]; told again later.
pub async fn compare(app: &App, order_id: Uuid) -> Result<Rest, Error> {
    let Some(order) = orders::load(&app.db, order_id).await? else { return Ok(Rest::Done) };
    if let Some(rest) = modes::of_the_other(app, &order) {
        return Ok(rest);
    }
    standing::look(app, &order, "Stripe's list of refunds").await?;
    Ok(Rest::Done)
}

/// Takes Stripe's list into the books: ours move on, those made in the Dashboard come in.
///
/// # Errors
/// [`Error`]
pub(super) async fn take_in(tx: &mut Connection, order: &Order, listed: &[stripe::Refund], now: DateTime<Utc>) -> Result<(), Error> {
    let ours = refunds::of_order(&mut *tx, order.id).await?;
    let lines = lines::of_order(&mut *tx, order.id, now).await?;
    for sent in listed {
        let known = ours.iter().find(|r| {
            r.stripe_refund_id.as_deref() == Some(&sent.id) || (sent.refund_key.is_some() && r.idempotency_key == sent.refund_key)
        });
        if let Some(refund) = known {
            note(tx, order, refund.line_id, refund.id, sent, now).await?;
        } else if let Some((line, attempt)) = forgotten(&lines, sent) {
            remember(tx, order, line, attempt, sent, now).await?;
        } else {
            adopt(tx, order, &ours, sent, now).await?;
        }
    }
    Ok(())
}

/// A refund of ours that our table does not know: made after the backup that it was restored from. Its key names the line.
fn forgotten<'a>(lines: &'a [Line], sent: &stripe::Refund) -> Option<(&'a Line, i32)> {
    let (line, attempt) = sent.refund_key.as_deref()?.strip_prefix("rf:")?.split_once(':')?;
    let id: Uuid = line.parse().ok()?;
    Some((lines.iter().find(|l| l.id == id)?, attempt.parse().ok()?))
}

/// Takes it into the books again: its line is decided, and a person compares with the supplier.
async fn remember(
    tx: &mut Connection,
    order: &Order,
    line: &Line,
    attempt: i32,
    sent: &stripe::Refund,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let state = RefundState::from(sent.status.as_str());
    if !state.is_live() {
        return Ok(());
    }
    let why = "Stripe shows it refunded; our record of that was lost";
    if lines::lock_outcome(tx, line.id).await?.is_none() {
        lines::refuse(tx, line.id, why, true, now).await?;
    }
    let cause = if line.outcome == Some(Outcome::Deliver) { Cause::Operator } else { Cause::Undeliverable };
    let currency = order.total.currency.lower();
    let found = Intent { amount_minor: sent.amount_minor, currency: &currency, attempt, cause, reason: Some(why) };
    refunds::intend(tx, line, &found, now).await?;
    refunds::settle_intent(tx, line.id, attempt, state, &sent.id, now).await?;
    orders::flag(tx, order.id, why).await?;
    tell(tx, order.id, Some(line.id), "refund_found", Some(&sent.id), now).await
}

/// A Dashboard refund comes into the books. An intent of ours that it leaves no room for is called off first.
async fn adopt(tx: &mut Connection, order: &Order, ours: &[Refund], sent: &stripe::Refund, now: DateTime<Utc>) -> Result<(), Error> {
    let state = RefundState::from(sent.status.as_str());
    let live: i64 = ours.iter().filter(|r| r.state.is_live()).map(|r| r.amount_minor).sum();
    if state.is_live() && live + sent.amount_minor > order.total.minor {
        for intent in ours.iter().filter(|r| r.state == RefundState::Intent) {
            refunds::set_state(tx, intent.id, RefundState::Canceled, None, now).await?;
            if sent.amount_minor < intent.amount_minor {
                orders::flag(tx, order.id, TOO_LITTLE).await?;
            }
        }
    }
    let currency = order.total.currency.lower();
    let adopted = Adopted {
        order_id: order.id,
        stripe_refund_id: &sent.id,
        amount_minor: sent.amount_minor,
        currency: &currency,
        cause: Cause::Dashboard,
        state,
    };
    if refunds::adopt(tx, &adopted, now).await? {
        tell(tx, order.id, None, "refunded_in_dashboard", Some(&sent.id), now).await?;
    }
    Ok(())
}

/// Writes down how far a refund is, if that is news. One that came back leaves the traveller out of pocket: a person must look.
async fn note(
    tx: &mut Connection,
    order: &Order,
    line_id: Option<Uuid>,
    refund_id: Uuid,
    sent: &stripe::Refund,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let state = RefundState::from(sent.status.as_str());
    if !refunds::set_state(tx, refund_id, state, Some(&sent.id), now).await? {
        return Ok(());
    }
    let event = match state {
        RefundState::Succeeded => "refunded",
        RefundState::Failed | RefundState::Canceled => "refund_failed",
        RefundState::Intent | RefundState::Pending | RefundState::RequiresAction => "refund_sent",
    };
    if !state.is_live() {
        tracing::error!(order.number = %order.number, refund.id = %sent.id, "a refund came back");
        orders::flag(tx, order.id, "a refund came back: the traveller has not got the money").await?;
    }
    tell(tx, order.id, line_id, event, Some(&sent.id), now).await
}

async fn tell(
    tx: &mut Connection,
    order_id: Uuid,
    line_id: Option<Uuid>,
    event: &str,
    detail: Option<&str>,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let entry = Entry { order_id, line_id, event, detail, actor: Actor::Stripe };
    history::record(tx, &entry, now).await.map_err(Error::from)
}
