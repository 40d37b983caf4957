//! Stripe's list of an order's refunds comes into the books: ours move on, those made elsewhere are
//! adopted, and what went twice is told.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::Error;
use super::refund::{TOO_LITTLE, note, record_event};
use crate::db::lines::{self, Line, Outcome};
use crate::db::orders::{self, Order};
use crate::db::refunds::{self, Adopted, Intent, Refund};
use crate::db::{Connection, alerts, holds};
use crate::stripe;
use domain::alert::{Alert, AlertKind};
use domain::history::EventKind;
use domain::refund::{Cause, RefundState};

/// Takes Stripe's list into the books. What is known is matched first, and of that what came back,
/// so that there is room for the rest.
///
/// # Errors
/// [`Error`]
pub(super) async fn take_in(
    tx: &mut Connection,
    order: &Order,
    listed: &[stripe::Refund],
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let ours = refunds::of_order(&mut *tx, order.id).await?;
    let (mut known, strange): (Vec<_>, Vec<_>) = listed
        .iter()
        .partition(|sent| row_of(&ours, sent).is_some());
    known.sort_by_key(|sent| state_of(sent).is_live());
    for sent in known {
        if let Some(refund) = row_of(&ours, sent) {
            move_on(tx, order, refund, sent, now).await?;
        }
    }
    let lines = lines::of_order(&mut *tx, order.id, now).await?;
    // Oldest first, as they were made.
    for sent in strange.into_iter().rev() {
        match forgotten(&lines, sent) {
            Some((line, attempt)) => remember(tx, order, line, attempt, sent, now).await?,
            None => adopt(tx, order, sent, now).await?,
        }
    }
    Ok(())
}

fn state_of(sent: &stripe::Refund) -> RefundState {
    RefundState::of_stripe(&sent.status)
}

fn row_of<'a>(ours: &'a [Refund], sent: &stripe::Refund) -> Option<&'a Refund> {
    let by_id = ours
        .iter()
        .find(|r| r.stripe_refund_id.as_deref() == Some(&sent.id));
    by_id.or_else(|| {
        ours.iter()
            .find(|r| sent.refund_key.is_some() && r.idempotency_key == sent.refund_key)
    })
}

/// A refund of ours is further, or was made after all though it had been given up.
async fn move_on(
    tx: &mut Connection,
    order: &Order,
    refund: &Refund,
    sent: &stripe::Refund,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    if refund
        .stripe_refund_id
        .as_deref()
        .is_some_and(|id| id != sent.id)
    {
        // Another one was adopted in its place, and now ours went as well.
        return went_twice(tx, order, sent, now).await;
    }
    let state = state_of(sent);
    if let Some(line_id) = refund
        .line_id
        .filter(|_| state.is_live() && !refund.state.is_live())
    {
        call_off_others(tx, order.id, line_id, refund.id, now).await?;
        let left = refunds::left_of_line(tx, line_id)
            .await?
            .min(refunds::room(tx, order.id).await?);
        if left < sent.amount_minor {
            return went_twice(tx, order, sent, now).await;
        }
    }
    note(tx, order, refund.line_id, refund.id, sent, now).await
}

async fn call_off_others(
    tx: &mut Connection,
    order_id: Uuid,
    line_id: Uuid,
    but: Uuid,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    for other in refunds::of_order(&mut *tx, order_id).await? {
        if other.line_id == Some(line_id) && other.id != but && other.state == RefundState::Intent {
            refunds::set_state(tx, other.id, RefundState::Canceled, None, now).await?;
        }
    }
    Ok(())
}

/// The same money went back twice: both stand in the books, and a person is called.
async fn went_twice(
    tx: &mut Connection,
    order: &Order,
    sent: &stripe::Refund,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    make_room(tx, order, sent.amount_minor, now).await?;
    if !write(tx, order, sent, now).await? {
        return Ok(());
    }
    let what = format!(
        "money of order {} went back twice, the second time as {}",
        order.number, sent.id
    );
    let alert = Alert {
        kind: AlertKind::RefundDoubled,
        subject: &order.number,
        what: &what,
        mend: "compare with Stripe's Dashboard; `orders release` when it is settled",
        order_id: Some(order.id),
    };
    alerts::raise(tx, &alert, now).await?;
    orders::flag(tx, order.id, "the same money went back twice").await?;
    record_event(
        tx,
        order.id,
        None,
        EventKind::RefundedTwice,
        Some(&sent.id),
        now,
    )
    .await
}

/// A refund of ours that our table does not know: made after the backup that it was restored from.
/// Its key names the line.
fn forgotten<'a>(lines: &'a [Line], sent: &stripe::Refund) -> Option<(&'a Line, i32)> {
    let (line, attempt) = sent
        .refund_key
        .as_deref()?
        .strip_prefix("rf:")?
        .split_once(':')?;
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
    let state = state_of(sent);
    if !state.is_live() {
        return Ok(());
    }
    call_off_others(tx, order.id, line.id, Uuid::nil(), now).await?;
    if refunds::left_of_line(tx, line.id)
        .await?
        .min(refunds::room(tx, order.id).await?)
        < sent.amount_minor
    {
        return went_twice(tx, order, sent, now).await;
    }
    let why = "Stripe shows it refunded; our record of that was lost";
    let outcome = lines::lock_outcome(tx, line.id).await?;
    if outcome.is_none() {
        lines::refuse(tx, line.id, why, true, now).await?;
        holds::end_moot(tx, order.id, now).await?;
    }
    let cause = if outcome == Some(Outcome::Deliver) {
        Cause::Operator
    } else {
        Cause::Undeliverable
    };
    let currency = order.total.currency.lower();
    let found = Intent {
        amount_minor: sent.amount_minor,
        currency: &currency,
        attempt,
        cause,
        reason: Some(why),
    };
    refunds::intend(tx, line, &found, now).await?;
    refunds::settle_intent(tx, line.id, attempt, state, &sent.id, now).await?;
    orders::flag(tx, order.id, why).await?;
    record_event(
        tx,
        order.id,
        Some(line.id),
        EventKind::RefundFound,
        Some(&sent.id),
        now,
    )
    .await
}

/// A refund made elsewhere comes into the books: in place of one of ours that is to be sent with
/// the same amount, or of one that failed, or else for the order as a whole.
async fn adopt(
    tx: &mut Connection,
    order: &Order,
    sent: &stripe::Refund,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let state = state_of(sent);
    let ours = refunds::of_order(&mut *tx, order.id).await?;
    let equal = |r: &&Refund| {
        r.state == RefundState::Intent
            && r.amount_minor == sent.amount_minor
            && r.stripe_refund_id.is_none()
    };
    if let Some(intent) = ours.iter().find(equal).filter(|_| state.is_live()) {
        refunds::set_state(tx, intent.id, state, Some(&sent.id), now).await?;
        return record_event(
            tx,
            order.id,
            intent.line_id,
            EventKind::RefundedInDashboard,
            Some(&sent.id),
            now,
        )
        .await;
    }
    if state.is_live() {
        make_room(tx, order, sent.amount_minor, now).await?;
    }
    if !write(tx, order, sent, now).await? {
        return Ok(());
    }
    record_event(
        tx,
        order.id,
        None,
        EventKind::RefundedInDashboard,
        Some(&sent.id),
        now,
    )
    .await?;
    if state.is_live() {
        make_good(tx, order, &ours, sent, now).await?;
    }
    Ok(())
}

/// A refund of ours that failed and was made elsewhere is its line's.
async fn make_good(
    tx: &mut Connection,
    order: &Order,
    ours: &[Refund],
    sent: &stripe::Refund,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let failed = ours
        .iter()
        .find(|r| r.state == RefundState::Failed && r.amount_minor == sent.amount_minor);
    if let Some(line_id) = failed.and_then(|r| r.line_id)
        && refunds::left_of_line(tx, line_id).await? >= sent.amount_minor
    {
        refunds::book(
            tx,
            order.id,
            line_id,
            "the amount of a refund that failed",
            now,
        )
        .await?;
        orders::unflag(tx, order.id).await?;
        record_event(
            tx,
            order.id,
            Some(line_id),
            EventKind::RefundMadeGood,
            Some(&sent.id),
            now,
        )
        .await?;
    }
    Ok(())
}

/// Refunds of ours that are not sent yet give way to what has gone already; what is left of them is
/// still sent.
async fn make_room(
    tx: &mut Connection,
    order: &Order,
    needed: i64,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    if refunds::room(tx, order.id).await? >= needed {
        return Ok(());
    }
    let lines = lines::of_order(&mut *tx, order.id, now).await?;
    for intent in refunds::of_order(&mut *tx, order.id)
        .await?
        .into_iter()
        .filter(|r| r.state == RefundState::Intent)
    {
        refunds::set_state(tx, intent.id, RefundState::Canceled, None, now).await?;
        let left = refunds::room(tx, order.id).await? - needed;
        if intent.cause == Cause::Cancelled {
            if needed < intent.amount_minor {
                orders::flag(tx, order.id, TOO_LITTLE).await?;
            }
        } else if let Some(line) = lines
            .iter()
            .find(|l| Some(l.id) == intent.line_id)
            .filter(|_| left > 0)
        {
            let currency = order.total.currency.lower();
            let attempt = refunds::next_attempt(tx, line.id).await?;
            let amount_minor = left.min(intent.amount_minor);
            let rest = Intent {
                amount_minor,
                attempt,
                ..intent.again(&currency, "a part went back elsewhere")
            };
            refunds::intend(tx, line, &rest, now).await?;
        }
    }
    Ok(())
}

async fn write(
    tx: &mut Connection,
    order: &Order,
    sent: &stripe::Refund,
    now: DateTime<Utc>,
) -> Result<bool, Error> {
    let currency = order.total.currency.lower();
    let adopted = Adopted {
        order_id: order.id,
        stripe_refund_id: &sent.id,
        amount_minor: sent.amount_minor,
        currency: &currency,
        cause: Cause::Dashboard,
        state: state_of(sent),
    };
    Ok(refunds::adopt(tx, &adopted, now).await?)
}
