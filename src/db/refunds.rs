//! Tables `refunds` and `refund_bookings`: money that goes back. One refund of a line at a time,
//! never more than its price and the capture.

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgExecutor, PgPool, Result};
use uuid::Uuid;

use super::lines::Line;
use super::unreadable;
use domain::refund::{Cause, RefundState};

/// A refund.
#[derive(Debug, Clone)]
pub struct Refund {
    /// Its id.
    pub id: Uuid,
    /// Its line; `None` for one made in the Dashboard.
    pub line_id: Option<Uuid>,
    /// 1, 2, …: a new one only after a read showed that nothing happened.
    pub attempt: i32,
    /// `rf:{line}:{attempt}`; `None` for one made in the Dashboard.
    pub idempotency_key: Option<String>,
    /// Minor units of the order's currency.
    pub amount_minor: i64,
    /// Why it goes back.
    pub cause: Cause,
    /// How far it is.
    pub state: RefundState,
    /// `re_…`
    pub stripe_refund_id: Option<String>,
    /// What Stripe said last, when it said no.
    pub last_error: Option<String>,
    /// When Stripe's list was first seen without it, after a call that ended unclear.
    pub read_empty_at: Option<DateTime<Utc>>,
}

struct Row {
    id: Uuid,
    line_id: Option<Uuid>,
    attempt: i32,
    idempotency_key: Option<String>,
    amount_minor: i64,
    cause: String,
    state: String,
    stripe_refund_id: Option<String>,
    last_error: Option<String>,
    read_empty_at: Option<DateTime<Utc>>,
}

impl TryFrom<Row> for Refund {
    type Error = sqlx::Error;

    fn try_from(r: Row) -> Result<Self> {
        Ok(Self {
            id: r.id,
            line_id: r.line_id,
            attempt: r.attempt,
            idempotency_key: r.idempotency_key,
            amount_minor: r.amount_minor,
            cause: Cause::try_from(r.cause.as_str()).map_err(unreadable("refunds.cause", r.id))?,
            state: RefundState::try_from(r.state.as_str())
                .map_err(unreadable("refunds.state", r.id))?,
            stripe_refund_id: r.stripe_refund_id,
            last_error: r.last_error,
            read_empty_at: r.read_empty_at,
        })
    }
}

/// An order's refunds, oldest first.
pub async fn of_order(db: impl PgExecutor<'_>, order_id: Uuid) -> Result<Vec<Refund>> {
    sqlx::query_as!(
        Row,
        "select id, line_id, attempt, idempotency_key, amount_minor, cause, state, stripe_refund_id,
         last_error, read_empty_at
         from refunds where order_id = $1 order by created_at, attempt",
        order_id
    )
    .fetch_all(db)
    .await?
    .into_iter()
    .map(Refund::try_from)
    .collect()
}

/// Money of a line that is to go back.
#[derive(Debug, Clone, Copy)]
pub struct Intent<'a> {
    /// Minor units of the order's currency.
    pub amount_minor: i64,
    /// The order's currency, lower case.
    pub currency: &'a str,
    /// 1, 2, …
    pub attempt: i32,
    /// Why it goes back.
    pub cause: Cause,
    /// In words for operators.
    pub reason: Option<&'a str>,
}

impl Refund {
    /// A new attempt at the same, after one that came to nothing.
    #[must_use]
    pub fn again<'a>(&self, currency: &'a str, reason: &'a str) -> Intent<'a> {
        let (amount_minor, attempt) = (self.amount_minor, self.attempt + 1);
        Intent {
            amount_minor,
            currency,
            attempt,
            cause: self.cause,
            reason: Some(reason),
        }
    }
}

/// Writes down that money of a line is to go back, before Stripe is asked.
pub async fn intend(
    db: &mut PgConnection,
    line: &Line,
    intent: &Intent<'_>,
    now: DateTime<Utc>,
) -> Result<()> {
    write(db, line, intent, RefundState::Intent, now).await
}

/// As [`intend`], for money that has gone back another way: it is written down and not sent.
pub async fn call_off(
    db: &mut PgConnection,
    line: &Line,
    intent: &Intent<'_>,
    now: DateTime<Utc>,
) -> Result<()> {
    write(db, line, intent, RefundState::Canceled, now).await
}

async fn write(
    db: &mut PgConnection,
    line: &Line,
    intent: &Intent<'_>,
    state: RefundState,
    now: DateTime<Utc>,
) -> Result<()> {
    sqlx::query!(
        "insert into refunds (id, order_id, line_id, outcome, attempt, idempotency_key,
           amount_minor, currency, cause, reason, state,
                              created_at, updated_at)
         values ($1, $2, $3, case when $8 = 'undeliverable' then 'refund' end, $4, $5, $6, $7, $8,
           $9, $11, $10, $10)",
        Uuid::now_v7(),
        line.order_id,
        line.id,
        intent.attempt,
        format!("rf:{}:{}", line.id, intent.attempt),
        intent.amount_minor,
        intent.currency,
        intent.cause.as_str(),
        intent.reason,
        now,
        state.as_str()
    )
    .execute(db)
    .await
    .map(drop)
}

/// Money that went back outside the shop.
#[derive(Debug, Clone)]
pub struct Adopted<'a> {
    /// The order it pays back.
    pub order_id: Uuid,
    /// `re_…`; of a lost dispute its `du_…`
    pub stripe_refund_id: &'a str,
    /// Minor units.
    pub amount_minor: i64,
    /// Of this currency.
    pub currency: &'a str,
    /// Dashboard, fraud or dispute.
    pub cause: Cause,
    /// How far it is.
    pub state: RefundState,
}

/// Takes it into the books; `false` when it was there.
pub async fn adopt(db: &mut PgConnection, r: &Adopted<'_>, now: DateTime<Utc>) -> Result<bool> {
    let added = sqlx::query!(
        "insert into refunds (id, order_id, attempt, amount_minor, currency, cause, state,
           stripe_refund_id, created_at, updated_at, settled_at)
         values ($1, $2, 1, $3, $4, $8, $5, $6, $7, $7,
                 case when $5 = 'succeeded' then $7::timestamptz end)
         on conflict (stripe_refund_id) do nothing",
        Uuid::now_v7(),
        r.order_id,
        r.amount_minor,
        r.currency,
        r.state.as_str(),
        r.stripe_refund_id,
        now,
        r.cause.as_str()
    )
    .execute(db)
    .await?;
    Ok(added.rows_affected() == 1)
}

/// How far a refund is now; `true` when that is news.
pub async fn set_state(
    db: &mut PgConnection,
    id: Uuid,
    state: RefundState,
    stripe_id: Option<&str>,
    now: DateTime<Utc>,
) -> Result<bool> {
    let news = sqlx::query!(
        "update refunds set state = $2, stripe_refund_id = coalesce(stripe_refund_id, $3),
         updated_at = $4::timestamptz,
                            settled_at = case when $2 = 'succeeded' then $4::timestamptz
                            else settled_at end
         where id = $1
         and (state <> $2 or stripe_refund_id is distinct from coalesce(stripe_refund_id, $3))",
        id,
        state.as_str(),
        stripe_id,
        now
    )
    .execute(db)
    .await?;
    Ok(news.rows_affected() == 1)
}

/// What Stripe said to an attempt that did not go through.
pub async fn set_error(
    db: &mut PgConnection,
    id: Uuid,
    error: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    sqlx::query!(
        "update refunds set last_error = $2, updated_at = $3 where id = $1",
        id,
        error,
        now
    )
    .execute(db)
    .await
    .map(drop)
}

/// Orders with a refund that Stripe has had in hand since before `before`.
pub async fn long_pending(db: &PgPool, before: DateTime<Utc>) -> Result<Vec<Uuid>> {
    sqlx::query_scalar!(
        "select distinct r.order_id from refunds r join orders o on o.id = r.order_id
         where r.state in ('pending', 'requires_action') and r.updated_at < $1
         and o.test_ended_at is null limit 500",
        before
    )
    .fetch_all(db)
    .await
}

/// How far the refund of a line's attempt is, once Stripe has named it.
pub async fn settle_intent(
    db: &mut PgConnection,
    line_id: Uuid,
    attempt: i32,
    state: RefundState,
    stripe_id: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    sqlx::query!(
        "update refunds set state = $3, stripe_refund_id = $4, updated_at = $5::timestamptz,
                            settled_at = case when $3 = 'succeeded' then $5::timestamptz end
         where line_id = $1 and attempt = $2",
        line_id,
        attempt,
        state.as_str(),
        stripe_id,
        now
    )
    .execute(db)
    .await
    .map(drop)
}

/// Whether a refund of a line is under way.
pub async fn is_unsettled(db: &mut PgConnection, line_id: Uuid) -> Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (select from refunds where line_id = $1
           and state in ('intent', 'pending', 'requires_action')) as "unsettled!""#,
        line_id
    )
    .fetch_one(db)
    .await
}

/// Minor units of a line's price that are neither back nor on their way.
pub async fn left_of_line(db: &mut PgConnection, line_id: Uuid) -> Result<i64> {
    sqlx::query_scalar!(
        r#"select price_minor - line_back(id) as "left!" from lines where id = $1"#,
        line_id
    )
    .fetch_one(db)
    .await
}

/// Stripe's list was seen without a refund that may have been made.
pub async fn seen_empty(db: &mut PgConnection, id: Uuid, now: DateTime<Utc>) -> Result<()> {
    sqlx::query!(
        "update refunds set read_empty_at = coalesce(read_empty_at, $2) where id = $1",
        id,
        now
    )
    .execute(db)
    .await
    .map(drop)
}

/// Books money that went back elsewhere, as far as it is not booked, to a line, as far as the line
/// has not gone back; how much that is.
pub async fn book(
    db: &mut PgConnection,
    order_id: Uuid,
    line_id: Uuid,
    by: &str,
    now: DateTime<Utc>,
) -> Result<i64> {
    let elsewhere = sqlx::query!(
        r#"select r.id,
           (r.amount_minor - coalesce((select sum(b.amount_minor) from refund_bookings b
                 where b.refund_id = r.id), 0))::bigint
                  as "free!"
           from refunds r
           where r.order_id = $1 and r.line_id is null and r.cause <> 'dispute'
           and r.state in ('pending', 'requires_action', 'succeeded')
             and not exists (select from refund_bookings b where b.refund_id = r.id
               and b.line_id = $2)
           order by r.created_at"#,
        order_id,
        line_id
    )
    .fetch_all(&mut *db)
    .await?;
    let mut booked = 0;
    for refund in elsewhere {
        let amount = refund.free.min(left_of_line(&mut *db, line_id).await?);
        if amount > 0 {
            sqlx::query!(
                "insert into refund_bookings (refund_id, line_id, amount_minor, booked_at,
                 booked_by) values ($1, $2, $3, $4, $5)",
                refund.id,
                line_id,
                amount,
                now,
                by
            )
            .execute(&mut *db)
            .await?;
            booked += amount;
        }
    }
    Ok(booked)
}

/// Minor units of an order's capture that are neither back nor on their way.
pub async fn room(db: &mut PgConnection, order_id: Uuid) -> Result<i64> {
    sqlx::query_scalar!(
        r#"select (c.amount_minor - coalesce((select sum(r.amount_minor) from refunds r
                   where r.order_id = $1 and r.state not in ('failed', 'canceled')),
                   0))::bigint as "room!"
           from captures c where c.order_id = $1"#,
        order_id
    )
    .fetch_one(db)
    .await
}

/// Minor units of an order that Stripe has sent back or has in hand, and those of them that were
/// sent elsewhere and belong to no line yet. What a lost dispute took is not among them; what we
/// sent back after a dispute is.
pub async fn back(db: &mut PgConnection, order_id: Uuid) -> Result<(i64, i64)> {
    let sums = sqlx::query!(
        r#"select coalesce(sum(amount_minor), 0)::bigint as "back!",
                  (coalesce(sum(amount_minor) filter (where line_id is null), 0)
                   - coalesce(sum((select sum(b.amount_minor) from refund_bookings b
                         where b.refund_id = refunds.id)), 0))::bigint as "unbooked!"
           from refunds where order_id = $1 and (cause <> 'dispute' or line_id is not null)
             and state in ('pending', 'requires_action', 'succeeded')"#,
        order_id
    )
    .fetch_one(db)
    .await?;
    Ok((sums.back, sums.unbooked))
}

/// Whether Stripe has, or had, a refund of the order.
pub async fn any_sent(db: &PgPool, order_id: Uuid) -> Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (select from refunds where order_id = $1
           and (cause <> 'dispute' or line_id is not null)
                        and state in ('pending', 'requires_action', 'succeeded')) as "sent!""#,
        order_id
    )
    .fetch_one(db)
    .await
}

/// The bank has taken the money: what is written down and not sent yet will not be.
pub async fn call_off_intents(
    db: &mut PgConnection,
    order_id: Uuid,
    now: DateTime<Utc>,
) -> Result<()> {
    sqlx::query!(
        "update refunds set state = 'canceled', updated_at = $2 where order_id = $1
         and state = 'intent'",
        order_id,
        now
    )
    .execute(db)
    .await
    .map(drop)
}

/// Minor units of an order that went back in Stripe's Dashboard, or are on their way.
pub async fn in_dashboard(db: &mut PgConnection, order_id: Uuid) -> Result<i64> {
    sqlx::query_scalar!(
        r#"select coalesce(sum(amount_minor), 0)::bigint as "sum!" from refunds
           where order_id = $1 and cause = 'dashboard' and state not in ('failed', 'canceled')"#,
        order_id
    )
    .fetch_one(db)
    .await
}

/// The number of a line's next refund attempt.
pub async fn next_attempt(db: &mut PgConnection, line_id: Uuid) -> Result<i32> {
    sqlx::query_scalar!(
        r#"select coalesce(max(attempt), 0) + 1 as "next!" from refunds where line_id = $1"#,
        line_id
    )
    .fetch_one(db)
    .await
}
