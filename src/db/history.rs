//! Table `order_events`: what happened to an order, append-only. Each entry also tells pages that are being looked at.

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, Result};
use uuid::Uuid;

/// The channel on which pages hear that an order changed; the payload is its id.
pub const CHANNEL: &str = "orders";

/// Who did it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// The buyer.
    Traveller,
    /// Stripe, as it told us.
    Stripe,
    /// The supplier, as it told us.
    Supplier,
    /// The shop itself.
    Worker,
    /// A person, by name.
    Operator(String),
}

impl Actor {
    /// As stored.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Traveller => "traveller".to_owned(),
            Self::Stripe => "stripe".to_owned(),
            Self::Supplier => "supplier".to_owned(),
            Self::Worker => "worker".to_owned(),
            Self::Operator(name) => format!("operator:{name}"),
        }
    }
}

/// Something that happened.
#[derive(Debug, Clone)]
pub struct Entry<'a> {
    /// The order.
    pub order_id: Uuid,
    /// The line, when it is about one.
    pub line_id: Option<Uuid>,
    /// A name such as `paid` or `delivered`.
    pub event: &'a str,
    /// More, in words for operators. Never a code or an address.
    pub detail: Option<&'a str>,
    /// Who did it.
    pub actor: Actor,
}

/// Writes an entry.
pub async fn record(db: &mut PgConnection, entry: &Entry<'_>, now: DateTime<Utc>) -> Result<()> {
    sqlx::query!(
        "insert into order_events (order_id, line_id, at, event, detail, actor) values ($1, $2, $3, $4, $5, $6)",
        entry.order_id,
        entry.line_id,
        now,
        entry.event,
        entry.detail,
        entry.actor.text()
    )
    .execute(&mut *db)
    .await?;
    sqlx::query!("select pg_notify($1, $2)", CHANNEL, entry.order_id.to_string()).execute(db).await.map(drop)
}
