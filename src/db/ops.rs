//! The views of schema `ops`, as the operator's commands read them.

use chrono::{DateTime, NaiveDate, Utc};
use serde_json::Value;
use sqlx::{PgPool, Result};
use uuid::Uuid;

use domain::sought::Sought;

/// An order in a line.
#[derive(Debug, Clone)]
pub struct OrderRow {
    /// What people call it.
    pub order_number: String,
    /// Where its money is.
    pub payment_state: String,
    /// Where its goods are.
    pub delivery_state: String,
    /// In words.
    pub total: String,
    /// In words.
    pub refunded: String,
    /// Ordered.
    pub lines: i64,
    /// Delivered.
    pub delivered_lines: i64,
    /// When it was placed.
    pub created_at: DateTime<Utc>,
    /// Why a person must look.
    pub attention: Option<String>,
}

/// The newest orders, or those that are stuck.
pub async fn orders(db: &PgPool, stuck: bool, number: Option<&str>) -> Result<Vec<OrderRow>> {
    sqlx::query_as!(
        OrderRow,
        r#"select order_number as "order_number!", payment_state as "payment_state!",
           delivery_state as "delivery_state!",
                  total as "total!", refunded as "refunded!", lines as "lines!",
                  delivered_lines as "delivered_lines!",
                  created_at as "created_at!", attention
           from ops.orders
           where ($2::text is null or order_number = $2)
           and (not $1 or order_number in (select order_number from ops.stuck_orders))
           order by created_at desc limit 200"#,
        stuck,
        number
    )
    .fetch_all(db)
    .await
}

/// The orders that something leads to, the newest first. Each way is one index.
pub async fn find(db: &PgPool, sought: &Sought) -> Result<Vec<Uuid>> {
    let number = if let Sought::Number(number) = sought {
        Some(number.as_str())
    } else {
        None
    };
    let email = if let Sought::Email(email) = sought {
        Some(email.expose())
    } else {
        None
    };
    let iccids = if let Sought::Iccid(iccids) = sought {
        iccids.as_slice()
    } else {
        &[]
    };
    let id = if let Sought::Id(id) = sought {
        Some(id.as_str())
    } else {
        None
    };
    let order_id = id.and_then(|id| Uuid::parse_str(id).ok());
    sqlx::query_scalar!(
        r#"select o.id from orders o
           where o.id in (
               select id from orders where order_number = $1
               union all select id from orders where customer_email = $2
               union all select l.order_id from esims e join lines l on l.id = e.line_id
               where e.iccid = any($3)
               union all select order_id from supplier_orders where iccid = any($3)
               union all select order_id from lines where target_iccid = any($3)
               union all select id from orders where id = $5
               union all select id from orders where stripe_payment_intent_id = $4
               union all select order_id from checkout_sessions where session_id = $4
               union all select order_id from refunds where stripe_refund_id = $4
               union all select order_id from stray_payments where payment_intent_id = $4
               union all select order_id from supplier_orders where supplier_order_id = $4
               union all select p.id from stripe_events e
               join orders p on p.stripe_payment_intent_id = e.payment_intent_id
                         where e.object_id = $4
               union all select p.id from stripe_events e
               join orders p on p.stripe_payment_intent_id = e.payment_intent_id where e.id = $4
               union all select s.order_id from stripe_events e
               join checkout_sessions s on s.session_id = e.object_id where e.id = $4)
           order by o.created_at desc limit 200"#,
        number,
        email,
        iccids,
        id,
        order_id
    )
    .fetch_all(db)
    .await
}

/// These orders, the newest first.
pub async fn orders_of(db: &PgPool, ids: &[Uuid]) -> Result<Vec<OrderRow>> {
    sqlx::query_as!(
        OrderRow,
        r#"select order_number as "order_number!", payment_state as "payment_state!",
           delivery_state as "delivery_state!",
                  total as "total!", refunded as "refunded!", lines as "lines!",
                  delivered_lines as "delivered_lines!",
                  created_at as "created_at!", attention
           from ops.orders where order_id = any($1) order by created_at desc"#,
        ids
    )
    .fetch_all(db)
    .await
}

/// The same with every column of `ops.orders`.
pub async fn orders_of_json(db: &PgPool, ids: &[Uuid]) -> Result<Vec<Value>> {
    sqlx::query_scalar!(
        r#"select to_jsonb(o) as "order!" from ops.orders o where order_id = any($1)
           order by created_at desc"#,
        ids
    )
    .fetch_all(db)
    .await
}

/// What happened.
#[derive(Debug, Clone)]
pub struct TimelineRow {
    /// When.
    pub at: DateTime<Utc>,
    /// What.
    pub event: String,
    /// To which line.
    pub position: Option<i32>,
    /// More.
    pub detail: Option<String>,
    /// Who.
    pub actor: String,
}

/// An order's story.
pub async fn timeline(db: &PgPool, number: &str) -> Result<Vec<TimelineRow>> {
    sqlx::query_as!(
        TimelineRow,
        r#"select at as "at!", event as "event!", position, detail, actor as "actor!"
           from ops.order_timeline where order_number = $1"#,
        number
    )
    .fetch_all(db)
    .await
}

/// The same as [`orders`], each with every column of `ops.orders`.
pub async fn orders_json(db: &PgPool, stuck: bool, number: Option<&str>) -> Result<Vec<Value>> {
    sqlx::query_scalar!(
        r#"select to_jsonb(o) as "order!" from ops.orders o
           where ($2::text is null or order_number = $2)
           and (not $1 or order_number in (select order_number from ops.stuck_orders))
           order by created_at desc limit 200"#,
        stuck,
        number
    )
    .fetch_all(db)
    .await
}

/// The same as [`timeline`], each with every column of `ops.order_timeline`.
pub async fn timeline_json(db: &PgPool, number: &str) -> Result<Vec<Value>> {
    sqlx::query_scalar!(
        r#"select to_jsonb(t) as "entry!" from ops.order_timeline t where order_number = $1"#,
        number
    )
    .fetch_all(db)
    .await
}

/// A mail in a line.
#[derive(Debug, Clone)]
pub struct MailRow {
    /// The order it is about.
    pub order_number: Option<String>,
    /// What it tells.
    pub kind: String,
    /// Who gets it.
    pub to_address: String,
    /// `queued`, `sent` or `failed`.
    pub state: String,
    /// How often it was tried.
    pub attempts: i32,
    /// What the mail server said.
    pub last_error: Option<String>,
    /// When it was decided.
    pub queued_at: DateTime<Utc>,
    /// When it is tried next.
    pub next_try_at: Option<DateTime<Utc>>,
}

/// The newest mails, or those that were given up.
pub async fn mails(db: &PgPool, failed: bool) -> Result<Vec<MailRow>> {
    sqlx::query_as!(
        MailRow,
        r#"select order_number, kind as "kind!", to_address as "to_address!", state as "state!",
           attempts as "attempts!", last_error,
                  queued_at as "queued_at!", next_try_at
           from ops.mails where not $1 or state = 'failed' order by queued_at desc limit 200"#,
        failed
    )
    .fetch_all(db)
    .await
}

/// The same with every column of `ops.mails`.
pub async fn mails_json(db: &PgPool, failed: bool) -> Result<Vec<Value>> {
    sqlx::query_scalar!(
        r#"select to_jsonb(m) as "mail!" from ops.mails m where not $1 or state = 'failed'
           order by queued_at desc limit 200"#,
        failed
    )
    .fetch_all(db)
    .await
}

/// What was sold in some days, of one mode and currency.
#[derive(Debug, Clone)]
pub struct Sales {
    /// `live` or `test`.
    pub mode: String,
    /// ISO 4217.
    pub currency: String,
    /// How many orders.
    pub orders: i64,
    /// Paid, minor units.
    pub gross_minor: i64,
    /// Sent back.
    pub refunded_minor: i64,
    /// Left; none where nothing is known.
    pub margin_minor: Option<i64>,
}

/// What was sold from this day to the day before that one.
pub async fn sales(db: &PgPool, from: NaiveDate, to: NaiveDate) -> Result<Vec<Sales>> {
    sqlx::query_as!(
        Sales,
        r#"select mode as "mode!", currency as "currency!", sum(orders)::bigint as "orders!",
           sum(gross_minor)::bigint as "gross_minor!",
                  sum(refunded_minor)::bigint as "refunded_minor!",
                  sum(margin_minor)::bigint as margin_minor
           from ops.daily_sales where day >= $1 and day < $2 group by 1, 2 order by 1, 2"#,
        from,
        to
    )
    .fetch_all(db)
    .await
}

/// How many orders since then have an address that takes no mail.
pub async fn addresses_refused(db: &PgPool, since: DateTime<Utc>) -> Result<i64> {
    sqlx::query_scalar!(
        r#"select count(distinct order_number) as "orders!" from ops.mails where state = 'failed'
           and fault = 'recipient' and queued_at >= $1"#,
        since
    )
    .fetch_one(db)
    .await
}

/// How many orders were paid for since then, by the country of the buyer's billing address; the
/// most first. Where real money was ever taken, pretend money does not count.
pub async fn countries_sold_to(
    db: &PgPool,
    since: DateTime<Utc>,
) -> Result<Vec<(Option<String>, i64)>> {
    let rows = sqlx::query!(
        r#"select o.customer_country as country, count(*) as "orders!" from captures c
           join orders o on o.id = c.order_id
           where c.captured_at >= $1
           and (c.livemode or not exists (select from captures where livemode))
           and o.forgotten_at is null
           group by 1 order by 2 desc, 1"#,
        since
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.country, row.orders))
        .collect())
}
