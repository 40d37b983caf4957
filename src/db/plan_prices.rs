//! Table `plan_prices`: each product as the price rules see it, for view `ops.plans`.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use sqlx::{PgConnection, PgPool, Result};

/// A product by the price rules; money in minor units of `currency`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanPrice {
    /// The supplier's product.
    pub product_id: String,
    /// In English.
    pub plan_name: String,
    /// The slug of its page.
    pub destination: Option<String>,
    /// ISO 4217.
    pub currency: String,
    /// What the supplier takes.
    pub cost_minor: Option<i64>,
    /// What it sells for; `None` when it is off the shelf.
    pub price_minor: Option<i64>,
    /// What Stripe is expected to take.
    pub fee_minor: Option<i64>,
    /// What is left.
    pub margin_minor: Option<i64>,
    /// Why it is off the shelf.
    pub why_off: Option<String>,
}

/// Puts these in place of what was written before.
pub async fn replace_all(
    tx: &mut PgConnection,
    plans: &[PlanPrice],
    now: DateTime<Utc>,
) -> Result<()> {
    let rows = Value::Array(plans.iter().map(as_row).collect());
    sqlx::query!(
        "insert into plan_prices (product_id, plan_name, destination, currency, cost_minor,
           price_minor, fee_minor, margin_minor, why_off, priced_at)
         select r.product_id, r.plan_name, r.destination, r.currency, r.cost_minor, r.price_minor,
         r.fee_minor, r.margin_minor, r.why_off, $2
         from jsonb_to_recordset($1) as r(product_id text, plan_name text, destination text,
           currency text, cost_minor bigint,
              price_minor bigint, fee_minor bigint, margin_minor bigint, why_off text)
         on conflict (product_id) do update set
              plan_name = excluded.plan_name, destination = excluded.destination,
              currency = excluded.currency, cost_minor = excluded.cost_minor,
              price_minor = excluded.price_minor, fee_minor = excluded.fee_minor,
              margin_minor = excluded.margin_minor,
              why_off = excluded.why_off, priced_at = excluded.priced_at
         where (plan_prices.plan_name, plan_prices.destination, plan_prices.currency,
           plan_prices.cost_minor, plan_prices.price_minor,
                plan_prices.fee_minor, plan_prices.margin_minor, plan_prices.why_off)
            is distinct from (excluded.plan_name, excluded.destination, excluded.currency,
              excluded.cost_minor, excluded.price_minor,
                excluded.fee_minor, excluded.margin_minor, excluded.why_off)",
        rows,
        now
    )
    .execute(tx)
    .await
    .map(drop)
}

fn as_row(plan: &PlanPrice) -> Value {
    json!({
        "product_id": plan.product_id,
        "plan_name": plan.plan_name,
        "destination": plan.destination,
        "currency": plan.currency,
        "cost_minor": plan.cost_minor,
        "price_minor": plan.price_minor,
        "fee_minor": plan.fee_minor,
        "margin_minor": plan.margin_minor,
        "why_off": plan.why_off,
    })
}

/// How many of each product were paid for in the last 30 days.
pub async fn sold(db: &PgPool) -> Result<HashMap<String, i64>> {
    let rows = sqlx::query!(
        r#"select product_id as "product_id!", sold_30d as "sold!" from ops.plans
           where sold_30d > 0"#
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.product_id, row.sold))
        .collect())
}
