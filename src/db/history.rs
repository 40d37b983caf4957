//! Table `order_events`: what happened to an order, append-only. Each entry also tells pages that
//! are being looked at.

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgPool, Result};
use uuid::Uuid;

use super::bell;
use domain::history::EventKind;

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
    /// What happened.
    pub event: EventKind,
    /// More, in words for operators. Never a code or an address.
    pub detail: Option<&'a str>,
    /// Who did it.
    pub actor: Actor,
}

/// Entries that a look for new ones goes back over: a lower number may be committed after a higher
/// one.
const LATE: i64 = 200;

/// The entries after this one, and those a little before it that may have come late: number and
/// order.
pub async fn after(db: &PgPool, last: i64) -> Result<Vec<(i64, Uuid)>> {
    let rows = sqlx::query!(
        "select id, order_id from order_events where id > $1 order by id limit 2000",
        last - LATE
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.order_id)).collect())
}

/// The newest entry's number; 0 where there is none.
pub async fn newest(db: &PgPool) -> Result<i64> {
    sqlx::query_scalar!(r#"select coalesce(max(id), 0) as "newest!" from order_events"#)
        .fetch_one(db)
        .await
}

/// Whether something has happened to an order.
pub async fn happened(db: &mut PgConnection, order_id: Uuid, event: EventKind) -> Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (select from order_events where order_id = $1
           and event = $2) as "happened!""#,
        order_id,
        event.as_str()
    )
    .fetch_one(db)
    .await
}

/// Writes an entry.
pub async fn record_event(
    db: &mut PgConnection,
    entry: &Entry<'_>,
    now: DateTime<Utc>,
) -> Result<()> {
    sqlx::query!(
        "insert into order_events (order_id, line_id, at, event, detail, actor)
         values ($1, $2, $3, $4, $5, $6)",
        entry.order_id,
        entry.line_id,
        now,
        entry.event.as_str(),
        entry.detail,
        entry.actor.text()
    )
    .execute(&mut *db)
    .await?;
    bell::note_order(entry.order_id);
    Ok(())
}
