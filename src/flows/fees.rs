//! What Stripe took of each payment, for the books alone: read by itself after the goods, and of no
//! consequence for them.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::{Error, JobOutcome, alerts};
use crate::app::App;
use crate::db::fees::{self, Known, Unread};
use crate::db::jobs::{self, Lease};
use crate::stripe::{self, Fee, Right};

/// How often a payment is looked at that Stripe has not booked yet.
const AGAIN: TimeDelta = TimeDelta::minutes(10);
/// For how long after the capture.
const PATIENCE: TimeDelta = TimeDelta::days(3);

/// Reads what Stripe took of an order's payment.
///
/// # Errors
/// [`Error`]; read again later.
pub async fn read(app: &App, order_id: Uuid, lease: &Lease) -> Result<JobOutcome, Error> {
    let Some(unread) = fees::unread(&app.db, order_id).await? else {
        return Ok(JobOutcome::Done);
    };
    if unread.livemode != app.config.stripe.livemode() {
        return Ok(JobOutcome::Done);
    }
    let now = app.clock.now();
    let in_time = now - unread.captured_at < PATIENCE;
    match booked(app, &unread).await {
        Ok(Booked::As(fee)) => keep(app, order_id, &unread, &fee, lease, now).await,
        Ok(Booked::NotYet) if in_time => Ok(JobOutcome::RetryAt(now + AGAIN)),
        Ok(Booked::NotYet) => give_up(app, order_id, false, now).await,
        Ok(Booked::NotForUs(right)) => {
            alerts::key_rights(app, &[right]).await?;
            give_up(app, order_id, true, now).await
        }
        Err(error @ stripe::Error::Unclear(_)) if in_time => Err(error.into()),
        Err(error) => {
            tracing::warn!(payment.id = %unread.payment_intent_id, error.message = %error, "what Stripe took of a payment cannot be read");
            give_up(app, order_id, false, now).await
        }
    }
}

/// How a payment stands in Stripe's books.
enum Booked {
    /// Booked.
    As(Fee),
    /// Not booked yet.
    NotYet,
    /// The key may not read it.
    NotForUs(Right),
}

async fn booked(app: &App, unread: &Unread) -> Result<Booked, stripe::Error> {
    let payment = match app.till.payment(&unread.payment_intent_id).await {
        Err(error) if error.missing_right() => return Ok(Booked::NotForUs(Right::PaymentIntents)),
        answer => answer?,
    };
    let Some(charge) = payment.charge else {
        return Ok(if payment.missing.contains(&Right::Charges) {
            Booked::NotForUs(Right::Charges)
        } else {
            Booked::NotYet
        });
    };
    let Some(transaction) = charge.balance_transaction else {
        return Ok(Booked::NotYet);
    };
    match app.till.fee(&transaction).await {
        Ok(fee) => Ok(Booked::As(fee)),
        Err(error) if error.missing_right() => Ok(Booked::NotForUs(Right::BalanceTransactions)),
        Err(error) => Err(error),
    }
}

async fn keep(
    app: &App,
    order_id: Uuid,
    unread: &Unread,
    fee: &Fee,
    lease: &Lease,
    now: DateTime<Utc>,
) -> Result<JobOutcome, Error> {
    // A figure that no money can hold is one that we cannot read.
    let Some(ours) = fee.in_money_of(unread.captured) else {
        return give_up(app, order_id, false, now).await;
    };
    let known = Known {
        fee_minor: ours.minor,
        stripe_fee: fee.fee_minor,
        fee_currency: &fee.currency,
        exchange_rate: fee.exchange_rate,
    };
    let mut tx = app.db.begin().await?;
    fees::known(&mut tx, order_id, &known, now).await?;
    if unread.others_forbidden {
        fees::ask_again(&mut tx, now).await?;
    }
    jobs::finish(&mut *tx, lease, now).await?;
    tx.commit().await?;
    Ok(JobOutcome::Settled)
}

async fn give_up(
    app: &App,
    order_id: Uuid,
    forbidden: bool,
    now: DateTime<Utc>,
) -> Result<JobOutcome, Error> {
    let mut db = app.db.acquire().await?;
    fees::unknown(&mut db, order_id, forbidden, now).await?;
    Ok(JobOutcome::Done)
}
