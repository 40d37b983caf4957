//! What `verify-books` compares: captures with their refunds, what was bought for them, and orders
//! that payments name. Reads only.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sqlx::{PgPool, Result};
use uuid::Uuid;

use super::unreadable;
use domain::books::{OurPayment, OurPurchase, OurRefund};
use domain::line::LineState;
use domain::money::{Currency, Money};
use domain::order::PaymentState;
use domain::refund::RefundState;

/// A stretch of time, its end left out.
#[derive(Debug, Clone, Copy)]
pub struct Span {
    /// The first moment.
    pub from: DateTime<Utc>,
    /// The first moment after it.
    pub to: DateTime<Utc>,
}

/// The moment by which so many captures of the stretch were made; its end when it holds fewer.
pub async fn after_captures(
    db: &PgPool,
    livemode: bool,
    span: Span,
    many: i64,
) -> Result<DateTime<Utc>> {
    let end = sqlx::query_scalar!(
        r#"select max(captured_at) as at from (
           select captured_at from captures where livemode = $1 and captured_at >= $2
           and captured_at < $3
           order by captured_at limit $4) first having count(*) = $4"#,
        livemode,
        span.from,
        span.to,
        many
    )
    .fetch_optional(db)
    .await?
    .flatten();
    // The last of them is in it, with those of the same moment.
    Ok(end.map_or(span.to, |at| {
        (at + chrono::TimeDelta::microseconds(1)).min(span.to)
    }))
}

/// A capture, with its order's id.
#[derive(Debug, Clone)]
pub struct Captured {
    /// The order.
    pub order_id: Uuid,
    /// When it was captured.
    pub captured_at: DateTime<Utc>,
    /// As it is compared.
    pub payment: OurPayment,
}

struct Row {
    order_id: Uuid,
    captured_at: DateTime<Utc>,
    order_number: String,
    payment_intent_id: String,
    amount_minor: i64,
    currency: String,
    livemode: bool,
}

/// Captures of a mode in a stretch of time, oldest first.
pub async fn captured(db: &PgPool, livemode: bool, span: Span) -> Result<Vec<Captured>> {
    let rows = sqlx::query_as!(
        Row,
        "select c.order_id, c.captured_at, o.order_number, c.payment_intent_id, c.amount_minor,
         c.currency, c.livemode
         from captures c join orders o on o.id = c.order_id
         where c.livemode = $1 and c.captured_at >= $2 and c.captured_at < $3
         order by c.captured_at",
        livemode,
        span.from,
        span.to
    )
    .fetch_all(db)
    .await?;
    with_refunds(db, rows).await
}

/// The captures of these payments.
pub async fn of_payments(db: &PgPool, payments: &[String]) -> Result<Vec<Captured>> {
    let rows = sqlx::query_as!(
        Row,
        "select c.order_id, c.captured_at, o.order_number, c.payment_intent_id, c.amount_minor,
         c.currency, c.livemode
         from captures c join orders o on o.id = c.order_id where c.payment_intent_id = any ($1)
         order by c.captured_at",
        payments
    )
    .fetch_all(db)
    .await?;
    with_refunds(db, rows).await
}

async fn with_refunds(db: &PgPool, rows: Vec<Row>) -> Result<Vec<Captured>> {
    let orders: Vec<Uuid> = rows.iter().map(|row| row.order_id).collect();
    let refunds = sqlx::query!(
        "select id, order_id, amount_minor, state, idempotency_key, stripe_refund_id from refunds
         where order_id = any ($1) order by created_at",
        &orders
    )
    .fetch_all(db)
    .await?;
    let mut by_order: HashMap<Uuid, Vec<OurRefund>> = HashMap::new();
    for r in refunds {
        by_order.entry(r.order_id).or_default().push(OurRefund {
            amount_minor: r.amount_minor,
            state: RefundState::try_from(r.state.as_str())
                .map_err(unreadable("refunds.state", r.id))?,
            key: r.idempotency_key,
            stripe_id: r.stripe_refund_id,
        });
    }
    rows.into_iter()
        .map(|row| {
            let currency: Currency = row
                .currency
                .parse()
                .map_err(unreadable("captures.currency", row.order_id))?;
            let payment = OurPayment {
                order_number: row.order_number,
                payment_intent_id: row.payment_intent_id,
                captured: Money::new(row.amount_minor, currency),
                livemode: row.livemode,
                refunds: by_order.remove(&row.order_id).unwrap_or_default(),
            };
            Ok(Captured {
                order_id: row.order_id,
                captured_at: row.captured_at,
                payment,
            })
        })
        .collect()
}

/// What was bought at the supplier for these orders, orphans too.
pub async fn purchases(db: &PgPool, orders: &[Uuid]) -> Result<Vec<OurPurchase>> {
    let rows = sqlx::query!(
        r#"select o.order_number, l.position, so.supplier_order_id, l.state, so.orphan,
           so.terminated_at is not null as "ended!",
                  exists (select from cancellations x where x.line_id = l.id
                    and x.state = 'asked') as "being_ended!",
                  -- Of somebody who was forgotten the number is not kept.
                  case when o.forgotten_at is null then coalesce(e.iccid,
                    l.target_iccid) end as iccid
           from supplier_orders so
           join lines l on l.id = so.line_id
           join orders o on o.id = l.order_id
           left join esims e on e.line_id = l.id
           where so.order_id = any ($1) order by o.order_number, l.position, so.supplier_order_id"#,
        orders
    )
    .fetch_all(db)
    .await?;
    rows.into_iter()
        .map(|r| {
            let row = format!("{} of {}", r.position, r.order_number);
            Ok(OurPurchase {
                state: LineState::try_from(r.state.as_str())
                    .map_err(unreadable("lines.state", row))?,
                order_number: r.order_number,
                position: r.position,
                supplier_order_id: r.supplier_order_id,
                orphan: r.orphan,
                ended: r.ended,
                being_ended: r.being_ended,
                iccid: r.iccid,
            })
        })
        .collect()
}

/// The order of a supplier's order.
pub async fn order_of_purchase(db: &PgPool, supplier_order_id: &str) -> Result<Option<Uuid>> {
    sqlx::query_scalar!(
        "select order_id from supplier_orders where supplier_order_id = $1",
        supplier_order_id
    )
    .fetch_optional(db)
    .await
}

/// Orders of a mode whose books do not agree with themselves: number, and why. Those captured in a
/// stretch of time.
pub async fn mismatches(db: &PgPool, livemode: bool, span: Span) -> Result<Vec<(String, String)>> {
    let rows = sqlx::query!(
        r#"select order_number as "order_number!", mismatch as "why!" from ops.books
           where mismatch is not null and (mode = 'live') = $1 and captured_at >= $2
           and captured_at < $3 order by captured_at"#,
        livemode,
        span.from,
        span.to
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|r| (r.order_number, r.why)).collect())
}

/// How many captures of the other mode a stretch of time holds.
pub async fn of_other_mode(db: &PgPool, livemode: bool, span: Span) -> Result<i64> {
    sqlx::query_scalar!(
        r#"select count(*) as "count!" from captures where livemode <> $1 and captured_at >= $2
           and captured_at < $3"#,
        livemode,
        span.from,
        span.to
    )
    .fetch_one(db)
    .await
}

/// An order that has no capture, and that a payment names.
#[derive(Debug, Clone)]
pub struct Uncaptured {
    /// What people call it.
    pub order_number: String,
    /// Where its money is, as we know.
    pub payment: PaymentState,
}

/// The order with this id, or this number.
pub async fn order(
    db: &PgPool,
    id: Option<Uuid>,
    number: Option<&str>,
) -> Result<Option<Uncaptured>> {
    let row = sqlx::query!(
        "select order_number, payment_state from orders where id = $1 or order_number = $2
         order by id = $1 desc nulls last limit 1",
        id,
        number
    )
    .fetch_optional(db)
    .await?;
    row.map(|r| {
        Ok(Uncaptured {
            payment: PaymentState::try_from(r.payment_state.as_str())
                .map_err(unreadable("orders.payment_state", &r.order_number))?,
            order_number: r.order_number,
        })
    })
    .transpose()
}

/// A payment of ours that fits no order here, and of which something is left.
#[derive(Debug, Clone)]
pub struct Stray {
    /// `pi_…`
    pub payment_intent_id: String,
    /// The order that it does not fit; `None` when its order is not here.
    pub order_number: Option<String>,
    /// The order that it names.
    pub order_reference: Option<String>,
    /// What was received, minor units.
    pub amount_minor: i64,
    /// As Stripe writes it: `usd`.
    pub currency: String,
    /// What has gone back, minor units.
    pub refunded_minor: i64,
}

/// Every payment of a mode that fits no order here.
pub async fn strays(db: &PgPool, livemode: bool) -> Result<Vec<Stray>> {
    sqlx::query_as!(
        Stray,
        r#"select s.payment_intent_id, o.order_number as "order_number?", s.order_reference,
           s.amount_minor, s.currency, s.refunded_minor
           from stray_payments s left join orders o on o.id = s.order_id where s.livemode = $1
           order by s.seen_at"#,
        livemode
    )
    .fetch_all(db)
    .await
}

/// Orders that are held as their payment does not fit.
pub async fn misfits(db: &PgPool, livemode: bool) -> Result<Vec<(String, String)>> {
    let rows = sqlx::query!(
        "select o.order_number, h.why from holds h join orders o on o.id = h.order_id
         where h.reason = 'misfit' and h.ended_at is null and o.livemode = $1
         and o.test_ended_at is null order by h.opened_at",
        livemode
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|r| (r.order_number, r.why)).collect())
}

/// Packages on eSIMs of these orders that no line of ours bought: the eSIM's order, and the
/// supplier's id.
pub async fn foreign_packages(db: &PgPool, orders: &[Uuid]) -> Result<Vec<(String, String)>> {
    let rows = sqlx::query!(
        "select o.order_number, p.supplier_order_id
         from packages p
         join esims e on e.iccid = p.iccid
         join lines l on l.id = e.line_id
         join orders o on o.id = l.order_id
         where o.id = any ($1)
         and not exists (select from supplier_orders so
           where so.supplier_order_id = p.supplier_order_id)
         order by o.order_number, p.supplier_order_id",
        orders
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|r| (r.order_number, r.supplier_order_id))
        .collect())
}
