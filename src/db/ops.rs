//! The views of schema `ops`, as the operator's commands read them.

use chrono::{DateTime, Utc};
use sqlx::{PgPool, Result};

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
        r#"select order_number as "order_number!", payment_state as "payment_state!", delivery_state as "delivery_state!",
                  total as "total!", refunded as "refunded!", lines as "lines!", delivered_lines as "delivered_lines!",
                  created_at as "created_at!", attention
           from ops.orders
           where ($2::text is null or order_number = $2) and (not $1 or order_number in (select order_number from ops.stuck_orders))
           order by created_at desc limit 200"#,
        stuck,
        number
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
        r#"select at as "at!", event as "event!", position, detail, actor as "actor!" from ops.order_timeline where order_number = $1"#,
        number
    )
    .fetch_all(db)
    .await
}

/// An order whose books do not agree.
#[derive(Debug, Clone)]
pub struct Mismatch {
    /// What people call it.
    pub order_number: String,
    /// Why they do not agree.
    pub why: String,
}

/// Orders whose books do not agree; empty is healthy.
pub async fn mismatches(db: &PgPool) -> Result<Vec<Mismatch>> {
    sqlx::query_as!(
        Mismatch,
        r#"select order_number as "order_number!", mismatch as "why!" from ops.books where mismatch is not null order by order_number"#
    )
    .fetch_all(db)
    .await
}

/// A captured payment, to compare with Stripe.
#[derive(Debug, Clone)]
pub struct Captured {
    /// What people call its order.
    pub order_number: String,
    /// `pi_…`
    pub payment_intent_id: String,
    /// `cs_…`
    pub session_id: String,
    /// Minor units.
    pub amount_minor: i64,
    /// Minor units that we believe have gone back, or are on their way.
    pub refunded_minor: i64,
}

/// Every captured payment of a mode, oldest first.
pub async fn captured(db: &PgPool, livemode: bool) -> Result<Vec<Captured>> {
    sqlx::query_as!(
        Captured,
        r#"select o.order_number, c.payment_intent_id, c.session_id, c.amount_minor,
                  coalesce((select sum(r.amount_minor) from refunds r
                            where r.order_id = o.id and r.state in ('pending', 'requires_action', 'succeeded')), 0)::bigint as "refunded_minor!"
           from captures c join orders o on o.id = c.order_id where c.livemode = $1 order by c.captured_at"#,
        livemode
    )
    .fetch_all(db)
    .await
}
