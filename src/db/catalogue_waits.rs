//! Table `catalogue_waits`: what a sync said and a second one has yet to say again. What is strange
//! is decided elsewhere.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use sqlx::{PgConnection, Result};

use super::price;
use domain::second_look::{Strange, Waiting};

/// Everything that waits, by product.
pub async fn all(db: &mut PgConnection) -> Result<Vec<Waiting>> {
    let rows = sqlx::query!(
        "select product_id, cost, cost_currency, since from catalogue_waits order by product_id"
    )
    .fetch_all(db)
    .await?;
    rows.into_iter()
        .map(|row| {
            let what = match (row.cost, row.cost_currency) {
                (Some(cost), Some(currency)) => Strange::Fell(price(&cost, &currency)?),
                _ => Strange::Gone,
            };
            Ok(Waiting {
                product_id: row.product_id,
                what,
                since: row.since,
            })
        })
        .collect()
}

/// Puts this in place of what waited before.
pub async fn replace(tx: &mut PgConnection, waiting: &[Waiting]) -> Result<()> {
    sqlx::query!("delete from catalogue_waits")
        .execute(&mut *tx)
        .await?;
    if waiting.is_empty() {
        return Ok(());
    }
    let rows = Value::Array(waiting.iter().map(as_row).collect());
    sqlx::query!(
        "insert into catalogue_waits (product_id, cost, cost_currency, since)
         select product_id, cost, cost_currency, since
         from jsonb_to_recordset($1) as r(product_id text, cost text, cost_currency text,
           since timestamptz)",
        rows
    )
    .execute(tx)
    .await
    .map(drop)
}

fn as_row(w: &Waiting) -> Value {
    let price = match w.what {
        Strange::Fell((cost, currency)) => Some((cost.to_string(), currency)),
        Strange::Gone => None,
    };
    json!({
        "product_id": w.product_id,
        "cost": price.as_ref().map(|(cost, _)| cost),
        "cost_currency": price.as_ref().map(|(_, currency)| currency.code()),
        "since": DateTime::<Utc>::to_rfc3339(&w.since),
    })
}
