//! What a person at the keyboard may do to an order. Each leaves a history row with who did it, and
//! a job that does the rest.

use uuid::Uuid;

use super::mailing::{self, Sent};
use super::{Error, standing};
use crate::app::App;
use crate::db::history::{self, Actor, Entry};
use crate::db::holds::{self, Hold};
use crate::db::lines;
use crate::db::mails;
use crate::db::orders::Order;
use crate::db::refunds::{self, Intent, Refund};
use crate::db::{Connection, alerts, jobs, orders};
use domain::alert::AlertKind;
use domain::history::EventKind;
use domain::hold::Reason;
use domain::job::Job;
use domain::order::PaymentState;
use domain::refund::{Cause, RefundState};

/// What there was to try again.
#[derive(Debug, Default)]
pub struct Retried {
    /// Lines that wait for their eSIM.
    pub waiting: usize,
    /// Refunds that failed, or are under way.
    pub refunds: usize,
    /// Mails that had not left, and what became of them.
    pub mails: Vec<Sent>,
}

impl Retried {
    /// Nothing.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        self.waiting + self.refunds + self.mails.len() == 0
    }
}

/// Tries again now. A refund that failed gets a new attempt, a mail that did not leave goes at
/// once; everything else keeps its key and its clock. An order at rest is left alone, without a
/// history row.
///
/// # Errors
/// The database's.
pub async fn retry(app: &App, order_id: Uuid, who: &str) -> Result<Retried, Error> {
    let now = app.clock.now();
    let made = refunds::of_order(&app.db, order_id).await?;
    let lines = lines::of_order(&app.db, order_id, now).await?;
    let mut tx = app.db.begin().await?;
    let order = orders::lock(&mut tx, order_id).await?;
    let waiting = lines
        .iter()
        .filter(|line| order.payment == PaymentState::Paid && line.outcome.is_none())
        .count();
    let mut tried = Retried {
        waiting,
        ..Retried::default()
    };
    tried.refunds = made
        .iter()
        .filter(|refund| refund.state.is_live() && refund.state != RefundState::Succeeded)
        .count();
    for line in &lines {
        let mine: Vec<&Refund> = made.iter().filter(|r| r.line_id == Some(line.id)).collect();
        let Some(last) = mine
            .last()
            .filter(|_| mine.iter().all(|r| !r.state.is_live()))
        else {
            continue;
        };
        // What went back by hand meanwhile is not sent twice. A promise is of one amount only.
        let left = refunds::left_of_line(&mut tx, line.id)
            .await?
            .min(refunds::room(&mut tx, order_id).await?);
        let amount_minor = left.min(last.amount_minor);
        if amount_minor <= 0 || (last.cause == Cause::Cancelled && amount_minor < last.amount_minor)
        {
            continue;
        }
        let currency = order.total.currency.lower();
        let again = Intent {
            amount_minor,
            ..last.again(&currency, "tried again by an operator")
        };
        refunds::intend(&mut tx, line, &again, now).await?;
        tried.refunds += 1;
    }
    let unsent = mails::unsent_of(&mut tx, order_id).await?;
    if tried.is_nothing() && !unsent {
        return Ok(tried);
    }
    record_event(&mut tx, &order, EventKind::Retried, None, who, now).await?;
    if order.paid_at.is_some() {
        jobs::enqueue_lines(&mut tx, order_id, now).await?;
    }
    jobs::enqueue(&mut tx, &Job::Order(order_id), now, now).await?;
    jobs::enqueue(&mut tx, &Job::Refunds(order_id), now, now).await?;
    tx.commit().await?;
    if unsent {
        tried.mails = mailing::retry_of_order(app, order_id).await?;
    }
    Ok(tried)
}

/// What became of an order's holds.
#[derive(Debug)]
pub struct Released {
    /// Those that ended.
    pub ended: Vec<Hold>,
    /// Those that stand: they end by a refund only, or by Stripe's own word.
    pub left: Vec<Hold>,
}

/// Ends the holds that a person may end, and what asked for attention. The payment is read back
/// first: while it is disputed, or a part of it went back elsewhere, neither review nor dispute is
/// let go.
///
/// # Errors
/// [`Error`]; nothing was ended.
pub async fn release(app: &App, order_id: Uuid, who: &str) -> Result<Released, Error> {
    let order = orders::load(&app.db, order_id)
        .await?
        .ok_or(Error::NotYet("there is no such order"))?;
    let contested = standing::look(app, &order, &format!("operator:{who}"))
        .await?
        .contested;
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let order = orders::lock(&mut tx, order_id).await?;
    let (mut ended, mut left) = (Vec::new(), Vec::new());
    for hold in holds::of_order(&mut tx, order_id).await? {
        let of_stripe = matches!(hold.reason, Reason::Review | Reason::Dispute);
        if hold.reason.can_be_released() && !(of_stripe && contested) {
            holds::end(
                &mut tx,
                order_id,
                hold.reason,
                &format!("operator:{who}"),
                now,
            )
            .await?;
            ended.push(hold);
        } else {
            left.push(hold);
        }
    }
    orders::unflag(&mut tx, order_id).await?;
    for settled in [AlertKind::RefundDoubled, AlertKind::Withdrawal] {
        alerts::resolve(&mut tx, settled, &order.number, now).await?;
    }
    let words: Vec<&str> = ended
        .iter()
        .map(|hold| hold.why.as_str())
        .chain(order.attention.as_deref())
        .collect();
    record_event(
        &mut tx,
        &order,
        EventKind::Released,
        Some(&words.join("; ")),
        who,
        now,
    )
    .await?;
    jobs::enqueue(&mut tx, &Job::Order(order_id), now, now).await?;
    tx.commit().await?;
    Ok(Released { ended, left })
}

/// Writes a person's word into an order's history.
///
/// # Errors
/// The database's.
pub async fn add_note(app: &App, order_id: Uuid, text: &str, who: &str) -> Result<(), Error> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let order = orders::lock(&mut tx, order_id).await?;
    record_event(&mut tx, &order, EventKind::Noted, Some(text), who, now).await?;
    tx.commit().await?;
    Ok(())
}

pub(super) async fn record_event(
    tx: &mut Connection,
    order: &Order,
    event: EventKind,
    detail: Option<&str>,
    who: &str,
    now: chrono::DateTime<chrono::Utc>,
) -> Result<(), Error> {
    let entry = Entry {
        order_id: order.id,
        line_id: None,
        event,
        detail,
        actor: Actor::Operator(who.to_owned()),
    };
    history::record_event(tx, &entry, now)
        .await
        .map_err(Error::from)
}
