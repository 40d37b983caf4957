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
