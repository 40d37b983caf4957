//! Table `partner_orders`: by whose link the buyer of an order came.

use sqlx::{PgConnection, Result};
use uuid::Uuid;

use domain::partner::Partner;

/// Writes it down with the order.
///
/// # Errors
/// The database's.
pub async fn insert(db: &mut PgConnection, order_id: Uuid, via: &Partner) -> Result<()> {
    sqlx::query!(
        "insert into partner_orders (order_id, via) values ($1, $2)",
        order_id,
        via.as_str()
    )
    .execute(db)
    .await
    .map(drop)
}
