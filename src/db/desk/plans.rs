//! The plans, as the desk lists them.

use sqlx::{PgPool, Result};

/// A plan as the desk lists it.
#[derive(Debug, Clone)]
pub struct PlanView {
    /// The supplier's product.
    pub product_id: String,
    /// In English.
    pub plan_name: String,
    /// The slug of its page.
    pub destination: Option<String>,
    /// What it costs, in the shop's currency, in words.
    pub cost: Option<String>,
    /// What it sells for, in words.
    pub price: Option<String>,
    /// What Stripe is expected to take, in words.
    pub fee: Option<String>,
    /// What is left, in words.
    pub margin: Option<String>,
    /// Whether it loses money.
    pub loses: bool,
    /// How many were sold in 30 days.
    pub sold_30d: i64,
    /// Why it is off the shelf.
    pub why_off: Option<String>,
    /// Whether an owner took it off.
    pub hidden: bool,
    /// Whether an owner put it first.
    pub pinned: bool,
    /// A note for the staff.
    pub note: Option<String>,
    /// How many there are of what was asked for, listed or not.
    pub many: i64,
}

/// Which plans to list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// Every product.
    All,
    /// Those that are for sale.
    On,
    /// Those that are not.
    Off,
}

/// Plans whose name, place, product id or note holds this text, those that are pinned and the best
/// sold first, and how many there are in all.
pub async fn plans(
    db: &PgPool,
    text: &str,
    which: Which,
    most: i64,
) -> Result<(Vec<PlanView>, i64)> {
    let (all, on) = (which == Which::All, which == Which::On);
    let rows = sqlx::query_as!(
        PlanView,
        r#"select product_id as "product_id!", plan_name as "plan_name!", destination,
           cost_in_shop_currency as cost, price, fee, margin,
                  coalesce(margin_minor < 0, false) as "loses!", sold_30d as "sold_30d!", why_off,
                  hidden as "hidden!", pinned as "pinned!", note, count(*) over () as "many!"
           from ops.plans
           where position(lower($1) in lower(plan_name || ' ' || product_id || ' ' || coalesce(destination, '') || ' ' || coalesce(note, ''))) > 0
             and ($2 or on_shelf = $3)
           order by pinned desc, sold_30d desc, destination nulls last, product_id limit $4"#,
        text,
        all,
        on,
        most
    )
    .fetch_all(db)
    .await?;
    let many = rows.first().map_or(0, |plan| plan.many);
    Ok((rows, many))
}

/// One plan, by its product.
pub async fn plan(db: &PgPool, product_id: &str) -> Result<Option<PlanView>> {
    sqlx::query_as!(
        PlanView,
        r#"select product_id as "product_id!", plan_name as "plan_name!", destination,
           cost_in_shop_currency as cost, price, fee, margin,
                  coalesce(margin_minor < 0, false) as "loses!", sold_30d as "sold_30d!", why_off,
                  hidden as "hidden!", pinned as "pinned!", note, 1::bigint as "many!"
           from ops.plans where product_id = $1"#,
        product_id
    )
    .fetch_optional(db)
    .await
}
