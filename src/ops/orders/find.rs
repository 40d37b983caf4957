//! `orders find`: from whatever a traveller or Stripe names to the order.

use serde_json::json;

use crate::app::App;
use crate::db::ops;
use crate::db::stray_payments::{self, Stray};
use domain::money::{Currency, Money};
use domain::sought::Sought;

/// The exit code when nothing was found.
const NOTHING: i32 = 1;

/// Prints the orders that it leads to.
pub(super) async fn find(app: &App, text: &str, json: bool) -> anyhow::Result<i32> {
    let sought = Sought::read(text)?;
    let ids = ops::find(&app.db, &sought).await?;
    if ids.is_empty()
        && let Sought::Id(id) = &sought
        && let Some(stray) = stray_payments::load(&app.db, id).await?
    {
        println!(
            "{}",
            if json {
                serde_json::to_string_pretty(&[as_json(&stray)])?
            } else {
                in_words(&stray)
            }
        );
        return Ok(0);
    }
    if json {
        println!(
            "{}",
            serde_json::to_string_pretty(&ops::orders_of_json(&app.db, &ids).await?)?
        );
        return Ok(if ids.is_empty() { NOTHING } else { 0 });
    }
    if !ids.is_empty() {
        super::print(&ops::orders_of(&app.db, &ids).await?);
        return Ok(0);
    }
    println!(
        "nothing found. Search by order number, full email address, ICCID, or a Stripe or supplier \
         ID"
    );
    Ok(NOTHING)
}

/// A payment whose order is lost, and how to send back what has not gone back.
fn in_words(stray: &Stray) -> String {
    let words = |minor: i64| {
        stray.currency.parse().map_or_else(
            |_| minor.to_string(),
            |c: Currency| Money::new(minor, c).to_string(),
        )
    };
    let (id, amount, left) = (
        &stray.payment_intent_id,
        words(stray.amount_minor),
        stray.amount_minor - stray.refunded_minor,
    );
    let what = format!(
        "{id} is a payment of {amount} to this shop, but its order is not in the database."
    );
    if left <= 0 {
        return format!("{what} It has gone back");
    }
    let rest = if stray.refunded_minor > 0 {
        format!(" {} of it has not gone back.", words(left))
    } else {
        String::new()
    };
    format!("{what}{rest} To refund it: `orders refund --payment {id} --reason …`")
}

/// What `ops.unknown_payments` says of it.
fn as_json(stray: &Stray) -> serde_json::Value {
    json!({
        "payment_intent_id": stray.payment_intent_id,
        "order_reference": stray.order_reference,
        "amount_minor": stray.amount_minor,
        "refunded_minor": stray.refunded_minor,
        "currency": stray.currency,
        "livemode": stray.livemode,
    })
}
