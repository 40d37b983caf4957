//! How an order's payment stands at Stripe: read with its charge, its refunds, its disputes and its
//! review, and acted upon. Nothing is bought here; what has gone back or is contested is kept from
//! being bought.

use chrono::{DateTime, Utc};

use super::outcome::{self, RefundReason};
use super::{Error, alerts, refund_list};
use crate::app::App;
use crate::db::history::{self, Actor, Entry};
use crate::db::holds::{self, NewHold};
use crate::db::lines;
use crate::db::orders::{self, Order};
use crate::db::refunds::{self, Adopted};
use crate::db::{Connection, jobs};
use crate::stripe::{self, Dispute, Payment, Right};
use domain::history::EventKind;
use domain::hold::Reason;
use domain::job::Job;
use domain::refund::{Cause, RefundState};
use domain::standing::{self, DisputeStanding, Facts, Lines, ReviewStanding, Standing, Verdict};

/// A payment as it was read.
#[derive(Debug)]
pub(super) struct Read {
    /// When we asked: what happened later may not be in it.
    asked_at: DateTime<Utc>,
    payment: Payment,
    disputes: Vec<Dispute>,
    /// None when nothing has gone back, so that nobody asked.
    refunds: Option<Vec<stripe::Refund>>,
}

impl Read {
    /// When Stripe took the money, by its own clock.
    pub fn charged_at(&self) -> Option<DateTime<Utc>> {
        self.payment.charge.as_ref().map(|charge| charge.created_at)
    }

    /// When we asked.
    pub fn asked_at(&self) -> DateTime<Utc> {
        self.asked_at
    }

    /// Whether nothing has gone back, nothing is or was contested, and nobody looks at it: then
    /// nothing follows from it for an order of which nothing was known before.
    pub fn shows_nothing(&self) -> bool {
        self.refunds.is_none() && self.disputes.is_empty() && self.payment.review.is_none()
    }

    /// Why the payment does not fit its order.
    pub fn misfit(&self, order: &Order) -> Option<String> {
        standing::misfit(&self.standing(0, 0), &facts(order, true))
    }

    fn standing(&self, back_minor: i64, unbooked_minor: i64) -> Standing {
        Standing {
            received: self.payment.received,
            livemode: self.payment.livemode,
            back_minor,
            unbooked_minor,
            dispute: dispute(&self.disputes),
            review: review(&self.payment),
        }
    }
}

fn facts(order: &Order, undecided: bool) -> Facts {
    Facts {
        total: order.total,
        livemode: order.livemode,
        undecided,
    }
}

fn dispute(all: &[Dispute]) -> DisputeStanding {
    let lost: i64 = all
        .iter()
        .filter(|d| d.status == "lost")
        .map(|d| d.amount_minor)
        .sum();
    if all.iter().any(Dispute::is_open) {
        DisputeStanding::Open
    } else if lost > 0 {
        DisputeStanding::Lost(lost)
    } else if all.is_empty() {
        DisputeStanding::None
    } else {
        DisputeStanding::Won
    }
}

fn review(payment: &Payment) -> ReviewStanding {
    match &payment.review {
        None => ReviewStanding::None,
        Some(review) if review.open => ReviewStanding::Open,
        Some(review) => match review.closed_reason.as_deref() {
            Some("approved") => ReviewStanding::Approved,
            reason => ReviewStanding::ClosedOtherwise {
                fraud: reason == Some("refunded_as_fraud"),
            },
        },
    }
}

/// Reads a payment. What the key may not read is left out and told once; the rest and what was
/// heard by events decide then.
///
/// # Errors
/// [`Error::Till`]; read again later.
pub(super) async fn read(app: &App, payment_intent_id: &str) -> Result<Read, Error> {
    let asked_at = app.clock.now();
    let payment = app.till.payment(payment_intent_id).await?;
    let mut missing = payment.missing.clone();
    let disputes = match &payment.charge {
        Some(charge) if !charge.disputed => Vec::new(),
        _ => match app.till.disputes(payment_intent_id).await {
            Ok(disputes) => disputes,
            Err(error) if error.missing_right() => {
                missing.push(Right::Disputes);
                Vec::new()
            }
            Err(error) => return Err(error.into()),
        },
    };
    let refunds = match &payment.charge {
        Some(charge) if charge.refunded_minor == 0 => None,
        _ => Some(app.till.refunds(payment_intent_id).await?),
    };
    alerts::key_rights(app, &missing).await?;
    Ok(Read {
        asked_at,
        payment,
        disputes,
        refunds,
    })
}

/// What a read showed of reviews and disputes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seen {
    review: bool,
    dispute: bool,
    /// Whether a dispute stands, or money went back that belongs to no line.
    pub contested: bool,
}

impl Seen {
    /// Whether the read tells how a matter of this reason stands. Nothing seen is no answer: the
    /// key may lack the right, or Stripe's own copies may be a moment apart.
    pub fn shows(self, reason: Reason) -> bool {
        match reason {
            Reason::Review => self.review,
            Reason::Dispute => self.dispute,
            _ => false,
        }
    }
}

/// Reads an order's payment and acts on what it shows. `source` is what made us look: an event, a
/// person, the shop itself.
///
/// # Errors
/// [`Error`]; looked at again later.
pub(super) async fn look(app: &App, order: &Order, source: &str) -> Result<Seen, Error> {
    let Some(payment) = &order.payment_intent_id else {
        return Ok(Seen {
            review: false,
            dispute: false,
            contested: false,
        });
    };
    let mut read = read(app, payment).await?;
    if read.refunds.is_none() && refunds::any_sent(&app.db, order.id).await? {
        // Ours may have failed meanwhile, and then the charge no longer counts it.
        read.refunds = Some(app.till.refunds(payment).await?);
    }
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let order = orders::lock(&mut tx, order.id).await?;
    act(&mut tx, &order, &read, source, now).await?;
    let (_, unbooked) = refunds::back(&mut tx, order.id).await?;
    tx.commit().await?;
    let contested = unbooked > 0 || dispute(&read.disputes) == DisputeStanding::Open;
    Ok(Seen {
        review: read.payment.review.is_some(),
        dispute: !read.disputes.is_empty(),
        contested,
    })
}

/// Acts on a read, in the transaction that holds the order's lock.
///
/// # Errors
/// [`Error`]
pub(super) async fn act(
    tx: &mut Connection,
    order: &Order,
    read: &Read,
    source: &str,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    if let Some(listed) = &read.refunds {
        refund_list::take_in(tx, order, listed, now).await?;
    }
    let undecided = lines::undecided(tx, order.id, now).await?;
    let (back, unbooked) = refunds::back(tx, order.id).await?;
    let verdict = standing::judge(
        &read.standing(back, unbooked),
        &facts(order, !undecided.is_empty()),
    );
    record_loss(tx, order, read, now).await?;
    holds(tx, order, &verdict, source, now).await?;
    if let Lines::End(cause) = verdict.lines {
        for line in &undecided {
            let against = RefundReason {
                cause,
                why: why(cause),
                unknown: line.unclear_calls > 0,
            };
            outcome::decide_refund(tx, order, line, against, now).await?;
        }
        jobs::enqueue(tx, &Job::Order(order.id), now, now).await?;
    }
    orders::payment_read(tx, order.id, read.asked_at).await?;
    Ok(())
}

fn why(cause: Cause) -> &'static str {
    match cause {
        Cause::Fraud => "refunded as fraud before it was bought",
        Cause::Dispute => "the dispute is over, and nothing had been bought",
        _ => "the money went back before it was bought",
    }
}

/// What the bank took back is a loss in the books; it is no refund of ours, and Stripe's list of
/// refunds does not have it. That holds while another dispute of the same payment is open, too.
async fn record_loss(
    tx: &mut Connection,
    order: &Order,
    read: &Read,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    if !read.disputes.iter().any(|dispute| dispute.status == "lost") {
        return Ok(());
    }
    let known = refunds::of_order(&mut *tx, order.id).await?;
    let is_known = |dispute: &Dispute| {
        known
            .iter()
            .any(|refund| refund.stripe_refund_id.as_ref() == Some(&dispute.id))
    };
    for dispute in read
        .disputes
        .iter()
        .filter(|d| d.status == "lost" && !is_known(d))
    {
        refunds::call_off_intents(tx, order.id, now).await?;
        let room = refunds::room(tx, order.id).await?;
        if room <= 0 {
            continue;
        }
        let loss = Adopted {
            order_id: order.id,
            stripe_refund_id: &dispute.id,
            amount_minor: dispute.amount_minor.min(room),
            currency: &order.total.currency.lower(),
            cause: Cause::Dispute,
            state: RefundState::Succeeded,
        };
        if refunds::adopt(tx, &loss, now).await? {
            record_event(tx, order, EventKind::DisputeLost, Some(&dispute.id), now).await?;
        }
    }
    Ok(())
}

async fn holds(
    tx: &mut Connection,
    order: &Order,
    verdict: &Verdict,
    source: &str,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    for (reason, why) in &verdict.open {
        // A review that a person has looked at stays decided, whatever Stripe's own list of reviews
        // says.
        if *reason == Reason::Review && holds::released_by_person(tx, order.id, *reason).await? {
            continue;
        }
        let hold = NewHold {
            order_id: order.id,
            line_id: None,
            reason: *reason,
            why,
            source,
        };
        if holds::open(tx, &hold, now).await? {
            tracing::warn!(order.number = %order.number, hold.reason = reason.as_str(), "an order is held");
            record_event(tx, order, EventKind::Held, Some(why), now).await?;
        }
    }
    for reason in &verdict.end {
        release(tx, order, *reason, source, now).await?;
    }
    Ok(())
}

/// Ends a hold, and lets the order go on.
pub(super) async fn release(
    tx: &mut Connection,
    order: &Order,
    reason: Reason,
    source: &str,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    if holds::end(tx, order.id, reason, source, now).await? {
        record_event(tx, order, EventKind::Released, Some(reason.as_str()), now).await?;
        jobs::enqueue(tx, &Job::Order(order.id), now, now).await?;
    }
    Ok(())
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
