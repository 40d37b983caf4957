//! Table `line_costs`: what a line truly cost when it was bought, booked once. And what is known of
//! it before.

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, Result};
use uuid::Uuid;

use super::{price, stored};
use domain::pricing::Cost;
use domain::second_look::Price;

/// What is known of a line's cost before it is bought.
#[derive(Debug, Clone)]
pub struct Known {
    /// Its price when the order was placed, and when that was.
    pub quoted: (Price, DateTime<Utc>),
    /// Its product's price on the shelf, and when a sync last said so; `None` for what no sync has
    /// listed.
    pub shelf: Option<(Price, DateTime<Utc>)>,
    /// Whether the supplier has named another price since, which waits for a second sync.
    pub doubted: bool,
    /// What is booked already.
    pub booked: Option<Cost>,
}

/// The same as it is stored.
pub(super) struct Row {
    pub(super) quoted: (String, String, DateTime<Utc>),
    pub(super) shelf: (Option<String>, Option<String>, Option<DateTime<Utc>>),
    pub(super) doubted: bool,
    pub(super) booked: (Option<String>, Option<String>, Option<DateTime<Utc>>),
    pub(super) paid_in: Option<String>,
    pub(super) rate: Option<String>,
}

impl TryFrom<Row> for Known {
    type Error = sqlx::Error;

    fn try_from(row: Row) -> Result<Self> {
        let shelf = match row.shelf {
            (Some(cost), Some(currency), Some(at)) => Some((price(&cost, &currency)?, at)),
            _ => None,
        };
        let booked = match (row.booked, row.paid_in) {
            ((Some(cost), Some(cost_currency), Some(read_at)), Some(paid_in)) => {
                let (cost, cost_currency) = price(&cost, &cost_currency)?;
                let rate = row
                    .rate
                    .map(|rate| rate.parse())
                    .transpose()
                    .map_err(stored)?;
                Some(Cost {
                    cost,
                    cost_currency,
                    currency: paid_in.parse().map_err(stored)?,
                    rate,
                    read_at,
                })
            }
            _ => None,
        };
        let (cost, currency, at) = row.quoted;
        Ok(Self {
            quoted: (price(&cost, &currency)?, at),
            shelf,
            doubted: row.doubted,
            booked,
        })
    }
}

/// Books what a line cost, unless that is booked already.
pub async fn book(
    tx: &mut PgConnection,
    line_id: Uuid,
    cost: &Cost,
    now: DateTime<Utc>,
) -> Result<()> {
    let money = cost.money();
    sqlx::query!(
        "insert into line_costs (line_id, cost, cost_currency, currency, rate, cost_minor, read_at,
           booked_at)
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
