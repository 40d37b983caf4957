//! An operator's refund as planned, carried out.

use super::{LinePlan, NotRefunded, Plan, no};
use crate::app::App;
use crate::db::cancellations::{self, Promise};
use crate::db::history::{self, Actor, Entry};
use crate::db::lines::{self, Line, Outcome};
use crate::db::orders::{self, Order};
use crate::db::refunds::{self, Intent};
use crate::db::{Connection, holds, jobs};
use crate::flows::outcome::{self, RefundReason};
use crate::flows::{Error, stray};
use domain::history::EventKind;
use domain::hold::Reason;
use domain::job::Job;
use domain::money::Money;
use domain::refund::Cause;

/// Does what the plan says.
///
/// # Errors
/// [`NotRefunded`]; nothing was done, also when something has changed since the plan was made.
pub async fn carry_out(app: &App, plan: &Plan, who: &str) -> Result<(), NotRefunded> {
    let now = app.clock.now();
    let actor = Actor::Operator(who.to_owned());
    let mut tx = app.db.begin().await?;
    for stray in &plan.strays {
        stray::ask_back(&mut tx, stray, &actor, &plan.reason, now).await?;
    }
    let order = orders::lock(&mut tx, plan.order.id).await?;
    for part in &plan.lines {
        carry_out_line(app, &mut tx, &order, part, (&plan.reason, who)).await?;
    }
    if plan.strays.is_empty() {
        let entry = Entry {
            order_id: order.id,
            line_id: None,
            event: EventKind::RefundOrdered,
            detail: Some(&plan.reason),
            actor: actor.clone(),
        };
        history::record_event(&mut tx, &entry, now).await?;
    }
    if plan.whole && lines::undecided(&mut tx, order.id, now).await?.is_empty() {
        for reason in [Reason::Supplier, Reason::Operator] {
            holds::end(&mut tx, order.id, reason, &format!("operator:{who}"), now).await?;
        }
        orders::unflag(&mut tx, order.id).await?;
    }
    jobs::enqueue(&mut tx, &Job::Order(order.id), now, now).await?;
    // What was booked may end a hold, so that the other lines are bought.
    jobs::enqueue(&mut tx, &Job::Refunds(order.id), now, now).await?;
    tx.commit().await?;
    Ok(())
}

async fn carry_out_line(
    app: &App,
    tx: &mut Connection,
    order: &Order,
    part: &LinePlan,
    (reason, who): (&str, &str),
) -> Result<(), NotRefunded> {
    let now = app.clock.now();
    let all = lines::of_order(&mut *tx, order.id, now).await?;
    let line = all
        .iter()
        .find(|line| line.id == part.id)
        .ok_or(Error::NotYet("the line is not there"))?;
    let decided = lines::lock_outcome(tx, line.id).await?;
    let same = refunds::left_of_line(tx, line.id).await? == part.left
        && !refunds::is_unsettled(tx, line.id).await?
        && (!part.not_bought || decided.is_none());
    if !same {
        return no("something has changed since: look at the plan again");
    }
    if part.booked > 0
        && refunds::book(tx, order.id, line.id, &format!("operator:{who}"), now).await?
            != part.booked
    {
        return no("something has changed since: look at the plan again");
    }
    if part.not_bought {
        outcome::decide_refund(
            tx,
            order,
            line,
            RefundReason::undeliverable(reason, line.unclear_calls > 0),
            now,
        )
        .await?;
    } else if let Some(supplier_order_id) = &part.ends {
        promise(tx, order, line, part, (supplier_order_id, who), now).await?;
    } else if part.sent > 0 {
        let attempt = refunds::next_attempt(tx, line.id).await?;
        let cause = if decided == Some(Outcome::Refund) {
            Cause::Undeliverable
        } else {
            Cause::Operator
        };
        let currency = order.total.currency.lower();
        let intent = Intent {
            amount_minor: part.sent,
            currency: &currency,
            attempt,
            cause,
            reason: Some(reason),
        };
        refunds::intend(tx, line, &intent, now).await?;
    }
    Ok(())
}

/// The same promise that a traveller gets who gives it back: nothing goes back before the package
/// has ended.
async fn promise(
    tx: &mut Connection,
    order: &Order,
    line: &Line,
    part: &LinePlan,
    (supplier_order_id, who): (&str, &str),
    now: chrono::DateTime<chrono::Utc>,
) -> Result<(), Error> {
    let fee_minor = part.left - part.booked - part.sent;
    let promise = Promise {
        line_id: line.id,
        order_id: order.id,
        supplier_order_id,
        refund_minor: part.sent,
        fee_minor,
    };
    if !cancellations::promise(tx, &promise, now).await? {
        return Err(Error::NotYet("it was asked to be given back before"));
    }
    let detail = format!("{} promised", Money::new(part.sent, order.total.currency));
    let entry = Entry {
        order_id: order.id,
        line_id: Some(line.id),
        event: EventKind::GiveBackAsked,
        detail: Some(&detail),
        actor: Actor::Operator(who.to_owned()),
    };
    history::record_event(tx, &entry, now).await?;
    jobs::enqueue(tx, &Job::Cancel(line.id), now, now).await?;
    Ok(())
}
