//! Tables `cancellations` and `starts`: what a traveller asked to give back or to start, and what
//! was promised. Decided once.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgPool, Result};
use uuid::Uuid;

use super::unreadable;
use domain::money::{Currency, Money};
use domain::refund::RefundState;
use domain::stored_words;

stored_words! {
    /// How far a cancellation is.
    pub enum CancelState {
        /// Asked for; the supplier has not answered yet.
        Asked = "asked",
        /// Ended at the supplier; the money goes back.
        Ended = "ended",
        /// Nothing was ended, and nothing goes back.
        Kept = "kept",
    }
}

/// What a traveller gives back, and what comes of it.
#[derive(Debug, Clone)]
pub struct Cancellation {
    /// How far it is.
    pub state: CancelState,
    /// What was promised.
    pub back: Money,
    /// What is kept of the price.
    pub fee: Money,
    /// Why nothing was ended.
    pub why: Option<String>,
    /// When it was asked for.
    pub asked_at: DateTime<Utc>,
    /// When it was decided.
    pub decided_at: Option<DateTime<Utc>>,
    /// The refund, once there is one.
    pub refund: Option<SentBack>,
}

/// The money of a cancellation.
#[derive(Debug, Clone)]
pub struct SentBack {
    /// How far it is.
    pub state: RefundState,
    /// `re_…`, once Stripe has it.
    pub stripe_refund_id: Option<String>,
    /// When Stripe called it done.
    pub settled_at: Option<DateTime<Utc>>,
}

/// The cancellations of the lines on these eSIMs, by line.
pub async fn of_esims(db: &PgPool, iccids: &[String]) -> Result<HashMap<Uuid, Cancellation>> {
    let rows = sqlx::query!(
        r#"select c.line_id, c.state, c.refund_minor, c.fee_minor, c.why, c.asked_at, c.decided_at,
           o.currency,
                  r.state as "refund_state?", r.stripe_refund_id, r.settled_at
           from packages p
           join cancellations c on c.supplier_order_id = p.supplier_order_id
           join orders o on o.id = c.order_id
           left join lateral (select * from refunds where line_id = c.line_id
             and cause = 'cancelled' order by attempt desc limit 1) r on true
           where p.iccid = any($1)"#,
        iccids
    )
    .fetch_all(db)
    .await?;
    rows.into_iter()
        .map(|r| {
            let currency: Currency = r
                .currency
                .parse()
                .map_err(unreadable("cancellations.currency", r.line_id))?;
            let state = r.refund_state.as_deref().map(RefundState::try_from);
            let refund = state
                .transpose()
                .map_err(unreadable("refunds.state of the line", r.line_id))?
                .map(|state| SentBack {
                    state,
                    stripe_refund_id: r.stripe_refund_id,
                    settled_at: r.settled_at,
                });
            let cancellation = Cancellation {
                state: CancelState::try_from(r.state.as_str())
                    .map_err(unreadable("cancellations.state", r.line_id))?,
                back: Money::new(r.refund_minor, currency),
                fee: Money::new(r.fee_minor, currency),
                why: r.why,
                asked_at: r.asked_at,
                decided_at: r.decided_at,
                refund,
            };
            Ok((r.line_id, cancellation))
        })
        .collect()
}

/// A promise to write down.
#[derive(Debug, Clone, Copy)]
pub struct Promise<'a> {
    /// The line that is given back.
    pub line_id: Uuid,
    /// Its order.
    pub order_id: Uuid,
    /// What is to be ended.
    pub supplier_order_id: &'a str,
    /// Minor units that go back.
    pub refund_minor: i64,
    /// Minor units that are kept.
    pub fee_minor: i64,
}

/// Writes a promise down; `false` when one was there.
///
/// # Errors
/// A check violation when the line is not delivered, its order held, or its money on its way back.
pub async fn promise(db: &mut PgConnection, p: &Promise<'_>, now: DateTime<Utc>) -> Result<bool> {
    let added = sqlx::query!(
        "insert into cancellations (line_id, order_id, supplier_order_id, refund_minor, fee_minor,
           asked_at)
         select $1, $2, $3, $4, $5, $6
         where not exists (select from cancellations where line_id = $1)
         on conflict (line_id) do nothing",
        p.line_id,
        p.order_id,
        p.supplier_order_id,
        p.refund_minor,
        p.fee_minor,
        now
    )
    .execute(db)
    .await?;
    Ok(added.rows_affected() == 1)
}

/// A cancellation that waits for the supplier.
#[derive(Debug, Clone)]
pub struct Asked {
    /// Its order.
    pub order_id: Uuid,
    /// What is to be ended.
    pub supplier_order_id: String,
    /// Minor units that were promised.
    pub refund_minor: i64,
    /// When it was asked for.
    pub asked_at: DateTime<Utc>,
}

/// The cancellation of a line while it is undecided.
pub async fn asked(db: &PgPool, line_id: Uuid) -> Result<Option<Asked>> {
    sqlx::query_as!(
        Asked,
        "select order_id, supplier_order_id, refund_minor, asked_at from cancellations
         where line_id = $1 and state = 'asked'",
        line_id
    )
    .fetch_optional(db)
    .await
}

/// Whether a line's cancellation is undecided, and no other transaction may decide it until this
/// one ends.
pub async fn lock_asked(db: &mut PgConnection, line_id: Uuid) -> Result<bool> {
    let state = sqlx::query_scalar!(
        "select state from cancellations where line_id = $1 for update",
        line_id
    )
    .fetch_optional(db)
    .await?;
    Ok(state.as_deref() == Some("asked"))
}

/// It has ended at the supplier. The refund must be written in the same transaction.
pub async fn ended(
    db: &mut PgConnection,
    line_id: Uuid,
    need_refund: Option<bool>,
    now: DateTime<Utc>,
) -> Result<()> {
    sqlx::query!(
        "update cancellations set state = 'ended', need_refund = $2, decided_at = $3
         where line_id = $1 and state = 'asked'",
        line_id,
        need_refund,
        now
    )
    .execute(&mut *db)
    .await?;
    sqlx::query!(
        "update lines set state = 'cancelled' where id = $1",
        line_id
    )
    .execute(db)
    .await
    .map(drop)
}

/// Nothing is ended.
pub async fn kept(
    db: &mut PgConnection,
    line_id: Uuid,
    why: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    sqlx::query!(
        "update cancellations set state = 'kept', why = $2, decided_at = $3 where line_id = $1
         and state = 'asked'",
        line_id,
        why,
        now
    )
    .execute(db)
    .await
    .map(drop)
}

/// Writes down that a start was asked for; `false` when it was before.
pub async fn ask_start(
    db: &mut PgConnection,
    line_id: Uuid,
    supplier_order_id: &str,
    now: DateTime<Utc>,
) -> Result<bool> {
    let added = sqlx::query!(
        "insert into starts (line_id, supplier_order_id, asked_at) values ($1, $2, $3)
         on conflict (line_id) do nothing",
        line_id,
        supplier_order_id,
        now
    )
    .execute(db)
    .await?;
    Ok(added.rows_affected() == 1)
}

/// The supplier's order and the moment it was asked for, while a line's start is undecided.
pub async fn start_asked(db: &PgPool, line_id: Uuid) -> Result<Option<(String, DateTime<Utc>)>> {
    let row = sqlx::query!(
        "select supplier_order_id, asked_at from starts where line_id = $1 and state = 'asked'",
        line_id
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|r| (r.supplier_order_id, r.asked_at)))
}

/// How a start ended: `why` is none when it is started. Told twice, the first stands; `true` when
/// this was the first.
pub async fn start_decided(
    db: &mut PgConnection,
    line_id: Uuid,
    why: Option<&str>,
    now: DateTime<Utc>,
) -> Result<bool> {
    let decided = sqlx::query!(
        "update starts set state = case when $2::text is null then 'started'
         else 'kept' end, why = $2, decided_at = $3
         where line_id = $1 and state = 'asked'",
        line_id,
        why,
        now
    )
    .execute(db)
    .await?;
    Ok(decided.rows_affected() == 1)
}

/// Whether a line's start has been asked for or done. No other transaction may change that until
/// this one ends.
pub async fn start_open(db: &mut PgConnection, line_id: Uuid) -> Result<bool> {
    let state = sqlx::query_scalar!(
        "select state from starts where line_id = $1 for update",
        line_id
    )
    .fetch_optional(db)
    .await?;
    Ok(state.is_some_and(|state| state != "kept"))
}
