//! Money that is there: proof, state, history and the next jobs, in one transaction.

use chrono::{DateTime, TimeDelta, Utc};

use super::hold_mismatch;
use crate::app::App;
use crate::db::captures::{self, Capture};
use crate::db::order_taxes::{self, Tax};
use crate::db::orders::{self, Order};
use crate::db::stripe_events::{self, Source, Stored};
use crate::db::{Connection, jobs, lines};
use crate::fail_at;
use crate::flows::outcome::RefundReason;
use crate::flows::{Error, JobOutcome, discounts, mail_queue, outcome, reconcile, standing};
use crate::shop::TaxKind;
use crate::stripe::Session;
use domain::email::EmailAddress;
use domain::event::Event;
use domain::job::Job;
use domain::money::Money;
use domain::order::PaymentState;
use domain::tax;

/// How long before the end of Stripe's list an event may no longer be counted on to be there.
const UNLISTED_BEFORE: TimeDelta = TimeDelta::days(1);

/// The money is there. The payment itself is read before that counts: what was received, what has
/// gone back, what is contested. Then proof, state, history and the next jobs are one transaction.
pub(super) async fn capture(
    app: &App,
    order: &Order,
    session: &Session,
    event: Option<&Stored>,
) -> Result<JobOutcome, Error> {
    let payment = session.payment_intent_id.as_deref().unwrap_or_default();
    let read = standing::read(app, payment).await?;
    if let Some(why) = read.misfit(order) {
        return hold_mismatch(app, order, session, &why, event).await;
    }
    let proof = match event {
        Some(event) => Proof {
            event_id: event.id.clone(),
            from_list: None,
        },
        None => proof_for(app, order, session, read.charged_at()).await?,
    };
    let now = app.clock.now();
    fail_at::reach("before_capture_commit");
    let mut tx = app.db.begin().await?;
    let present = orders::lock_with_payment(&mut tx, order.id, payment).await?;
    let is_new = present.payment != PaymentState::Paid;
    if is_new {
        write_capture(&mut tx, &present, session, &read, &proof, now).await?;
        if let Some(tax) = tax(app, order, session) {
            order_taxes::insert(&mut tx, order.id, &tax, now).await?;
        }
        // The order's own job keeps its clocks; each line wakes it when there is something to tell.
        let first_look = mail_queue::A_MOMENT
            .to_std()
            .unwrap_or_default()
            .min(app.clocks().refund_after);
        jobs::enqueue_paid(&mut tx, order.id, now + first_look, now).await?;
    }
    let lease = event.and_then(|event| event.lease);
    // What was heard of this payment before it was known here.
    for waiting in stripe_events::payment_heard(
        &mut tx,
        payment,
        event.map(|event| event.id.as_str()),
        lease,
        now,
    )
    .await?
    {
        jobs::enqueue(&mut tx, &Job::StripeEvent(waiting), now, now).await?;
    }
    tx.commit().await?;
    fail_at::reach("after_capture_commit");
    if is_new {
        metrics::counter!("payments_captured_total").increment(1);
    }
    Ok(if lease.is_some() {
        JobOutcome::Settled
    } else {
        JobOutcome::RetryAt(now)
    })
}

/// The tax in what was paid: as Stripe reckoned it, or by the owner's table. Where Stripe was to
/// reckon it and did not, none is known.
fn tax(app: &App, order: &Order, session: &Session) -> Option<Tax> {
    let rules = &app.config.shop.tax;
    if let Some(minor) = session.tax_minor {
        return Some(Tax {
            amount: Money::new(minor.clamp(0, order.total.minor), order.total.currency),
            percent: None,
        });
    }
    match rules.kind {
        TaxKind::None => None,
        TaxKind::Stripe => {
            tracing::warn!(order.number = %order.number, "Stripe has not reckoned the tax of a \
                                                          payment: is Stripe Tax on in its \
                                                          Dashboard?");
            None
        }
        TaxKind::Included => {
            let percent = rules.percent_of(session.country.as_deref());
            Some(Tax {
                amount: tax::included(order.total, percent)?,
                percent: Some(percent),
            })
        }
    }
}

async fn write_capture(
    tx: &mut Connection,
    order: &Order,
    session: &Session,
    read: &standing::Read,
    proof: &Proof,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let payment = session.payment_intent_id.as_deref().unwrap_or_default();
    if let Some(event) = &proof.from_list {
        stripe_events::take_in(&mut *tx, event, Source::List, now, now).await?;
        stripe_events::processed(tx, &event.id, "paid", now).await?;
    }
    let email = session
        .email
        .as_deref()
        .and_then(|email| EmailAddress::parse(email).ok());
    let capture = Capture {
        order_id: order.id,
        session_id: &session.id,
        payment_intent_id: payment,
        event_id: &proof.event_id,
        total: order.total,
        livemode: order.livemode,
        charged_at: read.charged_at(),
        email: email.as_ref().map(EmailAddress::expose),
        country: session.country.as_deref(),
        url: session.url.as_deref(),
        read_at: read.asked_at(),
    };
    if captures::insert(tx, &capture, now).await? {
        discounts::look_at_capture(tx, order, email.as_ref(), now).await?;
    }
    if !read.shows_nothing() || order.held() {
        standing::act(tx, order, read, "the capture", now).await?;
    }
    if proof.from_list.is_some() {
        refuse_all(tx, order, now).await?;
    }
    Ok(())
}

/// What a capture refers to.
struct Proof {
    /// The stored event that tells of the payment.
    event_id: String,
    /// The same as a row of our own, to be stored with the capture: Stripe no longer lists the
    /// event.
    from_list: Option<Event>,
}

/// The stored event that tells of this payment. When its webhook was lost, Stripe's list has it,
/// unless it is older than that list.
async fn proof_for(
    app: &App,
    order: &Order,
    session: &Session,
    charged_at: Option<DateTime<Utc>>,
) -> Result<Proof, Error> {
    let mut found = stripe_events::about_payment(&app.db, &session.id, order.livemode).await?;
    if found.is_none() {
        reconcile::pull_events(app).await?;
        found = stripe_events::about_payment(&app.db, &session.id, order.livemode).await?;
    }
    if let Some(event_id) = found {
        return Ok(Proof {
            event_id,
            from_list: None,
        });
    }
    let paid_at = charged_at.unwrap_or(session.created_at);
    if app.clock.now() - paid_at < reconcile::HORIZON - UNLISTED_BEFORE {
        return Err(Error::NotYet(
            "paid, but Stripe lists no event that says so",
        ));
    }
    let event = from_list(order, session, paid_at);
    Ok(Proof {
        event_id: event.id.clone(),
        from_list: Some(event),
    })
}

/// A capture that no event tells of any more, as Stripe's payments show it.
fn from_list(order: &Order, session: &Session, paid_at: DateTime<Utc>) -> Event {
    Event {
        id: format!("list:{}", session.id),
        kind: "checkout.session.completed".to_owned(),
        object_id: Some(session.id.clone()),
        order_id: Some(order.id.to_string()),
        payment_intent_id: session.payment_intent_id.clone(),
        description: None,
        livemode: order.livemode,
        created_at: paid_at,
        payload: String::new(),
    }
}

/// A payment that is found a month late is not bought for: the trip is over.
async fn refuse_all(tx: &mut Connection, order: &Order, now: DateTime<Utc>) -> Result<(), Error> {
    for line in lines::undecided(tx, order.id, now).await? {
        outcome::decide_refund(
            tx,
            order,
            &line,
            RefundReason::undeliverable("paid a month ago, and found only now", false),
            now,
        )
        .await?;
    }
    Ok(())
}
