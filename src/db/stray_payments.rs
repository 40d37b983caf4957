//! Table `stray_payments`: money of this shop that no order here fits. Kept until it has gone back
//! or somebody has explained it.

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgPool, Result};
use uuid::Uuid;

/// A payment to keep.
#[derive(Debug, Clone, Copy)]
pub struct NewStray<'a> {
    /// `pi_…`
    pub payment_intent_id: &'a str,
    /// The order that it does not fit; `None` when its order is not here.
    pub order_id: Option<Uuid>,
    /// The order that it names.
    pub order_reference: Option<&'a str>,
    /// What was received, minor units.
    pub amount_minor: i64,
    /// As Stripe writes it: `usd`.
    pub currency: &'a str,
    /// Real money.
    pub livemode: bool,
}

/// Keeps a payment; `false` when it was there.
pub async fn keep(db: &mut PgConnection, p: &NewStray<'_>, now: DateTime<Utc>) -> Result<bool> {
    let kept = sqlx::query!(
        "insert into stray_payments (payment_intent_id, order_id, order_reference, amount_minor,
           currency, livemode, seen_at)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (payment_intent_id) do nothing",
        p.payment_intent_id,
        p.order_id,
        p.order_reference,
        p.amount_minor,
        p.currency,
        p.livemode,
        now
    )
    .execute(db)
    .await?;
    Ok(kept.rows_affected() == 1)
}

/// A kept payment.
#[derive(Debug, Clone)]
pub struct Stray {
    /// `pi_…`
    pub payment_intent_id: String,
    /// The order that it does not fit; `None` when its order is not here.
    pub order_id: Option<Uuid>,
    /// The order that it names.
    pub order_reference: Option<String>,
    /// What was received, minor units.
    pub amount_minor: i64,
    /// As Stripe writes it: `usd`.
    pub currency: String,
    /// Real money.
    pub livemode: bool,
    /// What has gone back, minor units.
    pub refunded_minor: i64,
    /// When it was decided to send it back.
    pub refund_asked_at: Option<DateTime<Utc>>,
    /// Who decided so.
    pub refund_actor: Option<String>,
    /// The number of the refund that is asked for now.
    pub refund_attempt: i32,
    /// Why Stripe did not send it.
    pub refund_error: Option<String>,
    /// What Stripe failed with at the present attempt, which it may have made all the same.
    pub refund_failure: Option<String>,
    /// When its list was first seen without that attempt.
    pub refund_seen_empty_at: Option<DateTime<Utc>>,
}

/// A payment by its id.
pub async fn load(db: &PgPool, payment_intent_id: &str) -> Result<Option<Stray>> {
    sqlx::query_as!(
        Stray,
        "select payment_intent_id, order_id, order_reference, amount_minor, currency, livemode,
         refunded_minor, refund_asked_at, refund_actor,
                refund_attempt, refund_error, refund_failure, refund_seen_empty_at
         from stray_payments where payment_intent_id = $1",
        payment_intent_id
    )
    .fetch_optional(db)
    .await
}

/// Payments whose order is lost and that have not gone back as a whole, the newest first.
pub async fn open(db: &PgPool, livemode: bool) -> Result<Vec<Stray>> {
    sqlx::query_as!(
        Stray,
        "select payment_intent_id, order_id, order_reference, amount_minor, currency, livemode,
         refunded_minor, refund_asked_at, refund_actor,
                refund_attempt, refund_error, refund_failure, refund_seen_empty_at
         from stray_payments where order_id is null and refunded_minor < amount_minor
         and livemode = $1 order by seen_at desc limit 50",
        livemode
    )
    .fetch_all(db)
    .await
}

/// The payments that an order does not fit.
pub async fn of_order(db: &PgPool, order_id: Uuid) -> Result<Vec<Stray>> {
    sqlx::query_as!(
        Stray,
        "select payment_intent_id, order_id, order_reference, amount_minor, currency, livemode,
         refunded_minor, refund_asked_at, refund_actor,
                refund_attempt, refund_error, refund_failure, refund_seen_empty_at
         from stray_payments where order_id = $1 order by seen_at",
        order_id
    )
    .fetch_all(db)
    .await
}

/// It is to be sent back; an attempt that Stripe refused makes room for a new one.
pub async fn ask_back(
    db: &mut PgConnection,
    payment_intent_id: &str,
    actor: &str,
    reason: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    sqlx::query!(
        "update stray_payments
         set refund_asked_at = $4, refund_actor = $2, refund_reason = $3, refund_error = null,
             refund_attempt = case when refund_attempt = 0
             or refund_error is not null then refund_attempt + 1 else refund_attempt end
         where payment_intent_id = $1",
        payment_intent_id,
        actor,
        reason,
        now
    )
    .execute(db)
    .await
    .map(drop)
}

/// What has gone back so far.
pub async fn went_back(
    db: &mut PgConnection,
    payment_intent_id: &str,
    refunded_minor: i64,
) -> Result<()> {
    sqlx::query!(
        "update stray_payments set refunded_minor = $2 where payment_intent_id = $1",
        payment_intent_id,
        refunded_minor
    )
    .execute(db)
    .await
    .map(drop)
}

/// Stripe refused to send it back.
pub async fn refused(db: &mut PgConnection, payment_intent_id: &str, error: &str) -> Result<()> {
    sqlx::query!(
        "update stray_payments set refund_error = $2 where payment_intent_id = $1",
        payment_intent_id,
        error
    )
    .execute(db)
    .await
    .map(drop)
}

/// Stripe failed at the present attempt; it may be made all the same.
pub async fn failed(db: &mut PgConnection, payment_intent_id: &str, failure: &str) -> Result<()> {
    sqlx::query!(
        "update stray_payments set refund_failure = $2 where payment_intent_id = $1",
        payment_intent_id,
        failure
    )
    .execute(db)
    .await
    .map(drop)
}

/// Stripe's list shows nothing of the attempt that failed.
pub async fn seen_empty(
    db: &mut PgConnection,
    payment_intent_id: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    sqlx::query!(
        "update stray_payments set refund_seen_empty_at = $2 where payment_intent_id = $1",
        payment_intent_id,
        now
    )
    .execute(db)
    .await
    .map(drop)
}

/// The attempt came to nothing; the number of the next one.
pub async fn next_attempt(db: &mut PgConnection, payment_intent_id: &str) -> Result<i32> {
    sqlx::query_scalar!(
        "update stray_payments set refund_attempt = refund_attempt + 1, refund_failure = null,
         refund_seen_empty_at = null
         where payment_intent_id = $1 returning refund_attempt",
        payment_intent_id
    )
    .fetch_one(db)
    .await
}
