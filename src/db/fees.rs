//! Table `fees`: what Stripe took of each capture, once it is known.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use sqlx::{PgConnection, PgPool, Result};
use uuid::Uuid;

use super::stored;
use domain::money::{Currency, Money};

/// Asks for the fee of a capture to be read, unless it is known or was asked for. Nobody waits for
/// it, so nobody is woken.
pub async fn ask(db: &PgPool, order_id: Uuid, now: DateTime<Utc>) -> Result<()> {
    sqlx::query!(
        "insert into jobs (kind, subject, lane, run_at, created_at)
         select 'fee', $1::uuid::text, 'money_in', $2, $2 from captures c
         where c.order_id = $1 and not exists (select from fees f where f.order_id = $1)
         on conflict (kind, subject) do nothing",
        order_id,
        now
    )
    .execute(db)
    .await
    .map(drop)
}

/// A capture whose fee is not known.
#[derive(Debug, Clone)]
pub struct Unread {
    /// The payment.
    pub payment_intent_id: String,
    /// What was captured.
    pub captured: Money,
    /// Real money.
    pub livemode: bool,
    /// When it was captured.
    pub captured_at: DateTime<Utc>,
    /// Whether there are fees that the key could not read.
    pub others_forbidden: bool,
}

/// The capture of an order, unless its fee is known.
pub async fn unread(db: &PgPool, order_id: Uuid) -> Result<Option<Unread>> {
    let row = sqlx::query!(
        r#"select c.payment_intent_id, c.amount_minor, c.currency, c.livemode, c.captured_at,
                  exists (select from fees where state = 'forbidden') as "forbidden!"
           from captures c where c.order_id = $1
           and not exists (select from fees f where f.order_id = $1 and f.state = 'known')"#,
        order_id
    )
    .fetch_optional(db)
    .await?;
    row.map(|r| {
        let currency: Currency = r.currency.parse().map_err(stored)?;
        let captured = Money::new(r.amount_minor, currency);
        let (payment_intent_id, others_forbidden) = (r.payment_intent_id, r.forbidden);
        Ok(Unread {
            payment_intent_id,
            captured,
            livemode: r.livemode,
            captured_at: r.captured_at,
            others_forbidden,
        })
    })
    .transpose()
}

/// A fee as Stripe booked it.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// In the order's money, minor units.
    pub fee_minor: i64,
    /// In the money of the account, minor units.
    pub stripe_fee: i64,
    /// That money: `usd`.
    pub fee_currency: &'a str,
    /// What one of the buyer's was worth in it; `None` when they are the same.
    pub exchange_rate: Option<Decimal>,
}

/// Writes a fee down.
pub async fn known(
    db: &mut PgConnection,
    order_id: Uuid,
    fee: &Known<'_>,
    now: DateTime<Utc>,
) -> Result<()> {
    sqlx::query!(
        "insert into fees (order_id, state, fee_minor, stripe_fee, fee_currency, exchange_rate,
           read_at)
         values ($1, 'known', $2, $3, $4, $5::text::numeric, $6)
         on conflict (order_id) do update
             set state = 'known', fee_minor = excluded.fee_minor, stripe_fee = excluded.stripe_fee,
             fee_currency = excluded.fee_currency,
                 exchange_rate = excluded.exchange_rate, read_at = excluded.read_at
             where fees.state <> 'known'",
        order_id,
        fee.fee_minor,
        fee.stripe_fee,
        fee.fee_currency,
        fee.exchange_rate.map(|rate| rate.to_string()),
        now
    )
    .execute(db)
    .await
    .map(drop)
}

/// Writes down that a fee cannot be read: the key may not (`forbidden`), or Stripe has none to
/// show.
pub async fn unknown(
    db: &mut PgConnection,
    order_id: Uuid,
    forbidden: bool,
    now: DateTime<Utc>,
) -> Result<()> {
    sqlx::query!(
        "insert into fees (order_id, state, read_at)
         values ($1, case when $2 then 'forbidden' else 'unread' end, $3)
         on conflict (order_id) do update set state = excluded.state, read_at = excluded.read_at
         where fees.state <> 'known'",
        order_id,
        forbidden,
        now
    )
    .execute(db)
    .await
    .map(drop)
}

/// The key may read fees now: those that it might not are asked for again, the newest first.
pub async fn ask_again(db: &mut PgConnection, now: DateTime<Utc>) -> Result<u64> {
    let asked = sqlx::query!(
        "insert into jobs (kind, subject, lane, run_at, created_at)
         select 'fee', order_id::text, 'money_in', $1, $1 from fees where state = 'forbidden'
         order by read_at desc limit 500
         on conflict (kind, subject) do nothing",
        now
    )
    .execute(db)
    .await?;
    Ok(asked.rows_affected())
}
