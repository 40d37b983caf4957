//! Table `line_costs`: what a line truly cost when it was bought, booked once. And what is known of it before.

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgPool, Result};
use uuid::Uuid;

use super::{price, stored};
use crate::domain::pricing::Cost;
use crate::domain::second_look::Price;

/// What is known of a line's cost before it is bought.
#[derive(Debug, Clone)]
pub struct Known {
    /// Its price when the order was placed, and when that was.
    pub quoted: (Price, DateTime<Utc>),
    /// Its product's price on the shelf, and when a sync last said so; `None` for what no sync has listed.
    pub shelf: Option<(Price, DateTime<Utc>)>,
    /// Whether the supplier has named another price since, which waits for a second sync.
    pub doubted: bool,
    /// What is booked already.
    pub booked: Option<Cost>,
}

/// What is known of a line's cost.
pub async fn known(db: &PgPool, line_id: Uuid) -> Result<Known> {
    let row = sqlx::query!(
        r#"select l.cost, l.cost_currency, l.created_at,
                  p.cost as "shelf_cost?", p.cost_currency as "shelf_currency?", p.seen_at as "seen_at?",
                  w.product_id is not null as "doubted!",
                  c.cost as "booked_cost?", c.cost_currency as "booked_currency?", c.currency as "currency?", c.rate::text as "rate?",
                  c.read_at as "read_at?"
           from lines l
           left join products p on p.product_id = l.product_id
           left join catalogue_waits w on w.product_id = l.product_id
           left join line_costs c on c.line_id = l.id
           where l.id = $1"#,
        line_id
    )
    .fetch_one(db)
    .await?;
    let shelf = match (row.shelf_cost, row.shelf_currency, row.seen_at) {
        (Some(cost), Some(currency), Some(at)) => Some((price(&cost, &currency)?, at)),
        _ => None,
    };
    let booked = match (row.booked_cost, row.booked_currency, row.currency, row.read_at) {
        (Some(cost), Some(cost_currency), Some(paid_in), Some(read_at)) => {
            let (cost, cost_currency) = price(&cost, &cost_currency)?;
            let rate = row.rate.map(|rate| rate.parse()).transpose().map_err(stored)?;
            Some(Cost { cost, cost_currency, currency: paid_in.parse().map_err(stored)?, rate, read_at })
        }
        _ => None,
    };
    Ok(Known { quoted: (price(&row.cost, &row.cost_currency)?, row.created_at), shelf, doubted: row.doubted, booked })
}

/// Books what a line cost, unless that is booked already.
pub async fn book(tx: &mut PgConnection, line_id: Uuid, cost: &Cost, now: DateTime<Utc>) -> Result<()> {
    let money = cost.money();
    sqlx::query!(
        "insert into line_costs (line_id, cost, cost_currency, currency, rate, cost_minor, read_at, booked_at)
         values ($1, $2, $3, $4, $5::text::numeric, $6, $7, $8) on conflict (line_id) do nothing",
        line_id,
        cost.cost.to_string(),
        cost.cost_currency.code(),
        cost.currency.lower(),
        money.and(cost.rate).map(|rate| rate.to_string()),
        money.map(|money| money.minor),
        cost.read_at,
        now
    )
    .execute(tx)
    .await
    .map(drop)
}
