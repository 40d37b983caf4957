//! Deciding against a line: outcome, refund and history in the same breath. Nothing is sent from
//! here.

use chrono::{DateTime, Utc};

use super::Error;
use crate::db::history::{self, Actor, Entry};
use crate::db::holds;
use crate::db::lines::{self, Line};
use crate::db::orders::{self, Order};
use crate::db::refunds::{self, Intent};
use crate::db::{Connection, jobs, supplier_orders};
use domain::history::EventKind;
use domain::job::Job;
use domain::refund::Cause;

/// Why a line is decided against.
#[derive(Debug, Clone, Copy)]
pub(super) struct RefundReason<'a> {
    /// As the traveller is told.
    pub cause: Cause,
    /// In words for operators.
    pub why: &'a str,
    /// Whether the supplier may have sold all the same.
    pub unknown: bool,
}

impl<'a> RefundReason<'a> {
    /// It cannot be delivered.
    pub fn undeliverable(why: &'a str, unknown: bool) -> Self {
        Self {
            cause: Cause::Undeliverable,
            why,
            unknown,
        }
    }
}

/// Decides for good that the money goes back, with the refund written down in the same breath.
pub(super) async fn decide_refund(
    tx: &mut Connection,
    order: &Order,
    line: &Line,
    against: RefundReason<'_>,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let RefundReason {
        cause,
        why,
        unknown,
    } = against;
    lines::refuse(tx, line.id, why, unknown, now).await?;
    jobs::drop_idle(tx, &Job::Line(line.id)).await?;
    intend_what_is_left(tx, order, line, (cause, why), now).await?;
    holds::end_moot(tx, order.id, now).await?;
    history::record_event(
        tx,
        &entry(line, EventKind::RefundDecided, Some(why), Actor::Worker),
        now,
    )
    .await?;
    if let Some(id) = supplier_orders::orphan(tx, line.id).await? {
        jobs::enqueue(tx, &Job::Terminate(id), now, now).await?;
    }
    if unknown {
        tracing::error!(order.number = %order.number, "a line is refunded though the supplier may \
                                                       have sold it");
        orders::flag(
            tx,
            order.id,
            "refunded, but the supplier may have sold it: compare with the supplier's portal",
        )
        .await?;
    }
    Ok(())
}

/// What has gone back already, by us or by hand, is not sent twice. While a part is under way, the
/// rest waits for it.
async fn intend_what_is_left(
    tx: &mut Connection,
    order: &Order,
    line: &Line,
    (cause, why): (Cause, &str),
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let currency = order.total.currency.lower();
    let attempt = refunds::next_attempt(tx, line.id).await?;
    let mut intent = Intent {
        amount_minor: line.price_minor,
        currency: &currency,
        attempt,
        cause,
        reason: Some(why),
    };
    match refunds::room(tx, order.id)
        .await?
        .min(refunds::left_of_line(tx, line.id).await?)
    {
        left if left > 0 && !refunds::is_unsettled(tx, line.id).await? => {
            intent.amount_minor = left;
            refunds::intend(tx, line, &intent, now).await?;
        }
        left if left > 0 => {}
        _ => refunds::call_off(tx, line, &intent, now).await?,
    }
    Ok(())
}

/// A history entry about a line.
pub(super) fn entry<'a>(
    line: &Line,
    event: EventKind,
    detail: Option<&'a str>,
    actor: Actor,
) -> Entry<'a> {
    Entry {
        order_id: line.order_id,
        line_id: Some(line.id),
        event,
        detail,
        actor,
    }
}
