//! Table `order_taxes`: the tax in what an order's payment holds, reckoned once at its capture.
//! Append-only.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use sqlx::{PgConnection, Result};
use uuid::Uuid;

use domain::money::Money;

/// The tax in a total.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tax {
    /// How much.
    pub amount: Money,
    /// At which rate; none where Stripe reckoned it.
    pub percent: Option<Decimal>,
}

impl Tax {
    fn source(&self) -> &'static str {
        if self.percent.is_some() {
            "table"
        } else {
            "stripe"
        }
    }
}

/// Writes it down with its capture.
pub async fn insert(
    db: &mut PgConnection,
    order_id: Uuid,
    tax: &Tax,
    now: DateTime<Utc>,
) -> Result<()> {
    sqlx::query!(
        "insert into order_taxes (order_id, tax_minor, percent, source, reckoned_at)
         values ($1, $2, $3::text::numeric, $4, $5)",
        order_id,
        tax.amount.minor,
        tax.percent.map(|percent| percent.normalize().to_string()),
        tax.source(),
        now
    )
    .execute(db)
    .await
    .map(drop)
}
