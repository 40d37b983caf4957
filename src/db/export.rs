//! What an accountant is given: each captured order with its money. Read from `ops.books`; no
//! address, name or code in it.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use sqlx::{PgPool, Result};

/// A captured order; money in minor units of its currency.
#[derive(Debug, Clone)]
pub struct SoldOrder {
    /// What people call it.
    pub order_number: String,
    /// `live` or `test`.
    pub mode: String,
    /// `new` or `topup`.
    pub kind: String,
    /// When its payment was proved.
    pub paid_at: DateTime<Utc>,
    /// When its last line was delivered.
    pub delivered_at: Option<DateTime<Utc>>,
    /// When its last refund was done.
    pub refunded_at: Option<DateTime<Utc>>,
    /// The country of the buyer's billing address.
    pub country: Option<String>,
    /// What was bought: `2 × Japan 10 GB, 7 days`.
    pub plans: String,
    /// How many eSIMs or top-ups.
    pub lines: i64,
    /// ISO 4217.
    pub currency: String,
    /// Paid.
    pub gross_minor: i64,
    /// Sent back, on its way or decided to go.
    pub refunded_minor: i64,
    /// Due to the traveller and not on its way.
    pub owed_minor: i64,
    /// What the supplier takes; unknown without a rate.
    pub cost_minor: Option<i64>,
    /// What Stripe took; unknown until it is read.
    pub fee_minor: Option<i64>,
    /// Tax in the price.
    pub tax_minor: i64,
    /// What is left.
    pub margin_minor: Option<i64>,
    /// The payment at Stripe.
    pub stripe_payment_intent_id: Option<String>,
}

/// The orders that were paid on a day of UTC, the earliest first.
pub async fn of_day(db: &PgPool, day: NaiveDate) -> Result<Vec<SoldOrder>> {
    let from = day.and_time(NaiveTime::MIN).and_utc();
    sqlx::query_as!(
        SoldOrder,
        r#"select o.order_number, b.mode as "mode!", o.kind, b.captured_at as "paid_at!",
           g.delivered_at,
                  (select max(r.settled_at) from refunds r where r.order_id = o.id) as refunded_at,
                  o.customer_country as country, p.plans as "plans!", g.lines as "lines!",
                  b.currency as "currency!",
                  b.captured_minor as "gross_minor!", b.refunded_minor as "refunded_minor!",
                  b.owed_minor as "owed_minor!", b.cost_minor,
                  b.fee_minor, coalesce(b.tax_minor, 0) as "tax_minor!", b.margin_minor,
                  o.stripe_payment_intent_id
           from ops.books b
           join orders o on o.order_number = b.order_number
           join lateral (select count(*) as lines, max(l.delivered_at) as delivered_at from lines l
             where l.order_id = o.id) g on true
           join lateral (select string_agg(case when n = 1 then plan_name
               else n || ' × ' || plan_name end, '; ' order by plan_name) as plans
                         from (select l.plan_name, count(*) as n from lines l
                           where l.order_id = o.id group by l.plan_name) each_plan) p on true
           where b.captured_at >= $1 and b.captured_at < $2
           order by b.captured_at, o.order_number"#,
        from,
        from + TimeDelta::days(1)
    )
    .fetch_all(db)
    .await
}
