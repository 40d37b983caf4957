//! Deciding against a line: outcome, refund and history in the same breath. Nothing is sent from here.

use chrono::{DateTime, Utc};

use super::Error;
use crate::db::history::{self, Actor, Entry};
use crate::db::lines::{self, Line};
use crate::db::orders::{self, Order};
use crate::db::{Connection, jobs, refunds, supplier_orders};
use crate::domain::job::Job;
use crate::domain::refund::Cause;

/// Decides for good that the money goes back, with the refund written down in the same breath.
pub(super) async fn refuse(
    tx: &mut Connection,
    order: &Order,
    line: &Line,
    why: &str,
    unknown: bool,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    lines::refuse(tx, line.id, why, unknown, now).await?;
    refunds::intend(tx, line, &order.total.currency.lower(), 1, Cause::Undeliverable, Some(why), now).await?;
    history::record(tx, &entry(line, "refund_decided", Some(why), Actor::Worker), now).await?;
    if let Some(id) = supplier_orders::orphan(tx, line.id).await? {
        jobs::wake(tx, &Job::Terminate(id), now, now).await?;
    }
    if unknown {
        tracing::error!(order.number = %order.number, "a line is refunded though the supplier may have sold it");
        orders::flag(tx, order.id, "refunded, but the supplier may have sold it: compare with the supplier's portal").await?;
    }
    Ok(())
}

/// A history entry about a line.
pub(super) fn entry<'a>(line: &Line, event: &'a str, detail: Option<&'a str>, actor: Actor) -> Entry<'a> {
    Entry { order_id: line.order_id, line_id: Some(line.id), event, detail, actor }
}
