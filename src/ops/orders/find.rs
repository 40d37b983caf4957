//! `orders find`: from whatever a traveller or Stripe names to the order.

use crate::app::App;
use crate::db::{ops, stray_payments};
use crate::domain::money::{Currency, Money};
use crate::domain::sought::Sought;

/// The exit code when nothing was found.
const NOTHING: i32 = 1;

/// Prints the orders that it leads to.
pub(super) async fn find(app: &App, text: &str, json: bool) -> anyhow::Result<i32> {
    let sought = Sought::read(text)?;
    let ids = ops::find(&app.db, &sought).await?;
    if json {
        println!("{}", serde_json::to_string_pretty(&ops::orders_of_json(&app.db, &ids).await?)?);
        return Ok(if ids.is_empty() { NOTHING } else { 0 });
    }
    if !ids.is_empty() {
        super::print(&ops::orders_of(&app.db, &ids).await?);
        return Ok(0);
    }
    if let Sought::Id(id) = &sought
        && let Some(stray) = stray_payments::load(&app.db, id).await?
    {
        let amount = stray
            .currency
            .parse()
            .map_or_else(|_| stray.amount_minor.to_string(), |c: Currency| Money::new(stray.amount_minor, c).to_string());
        println!(
            "{id} is a payment of {amount} to this shop whose order is not here; `orders refund --payment {id} --reason …` sends it back"
        );
        return Ok(0);
    }
    println!(
        "no order is known by that; an order number, a whole email address, an ICCID, or an id of Stripe's or the supplier's leads to one"
    );
    Ok(NOTHING)
}
