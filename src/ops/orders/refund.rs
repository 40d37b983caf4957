//! `orders refund`: shows the plan, asks, does it. What is sent and what is ended is decided in
//! `flows/refund_order`.

use anyhow::Context;
use uuid::Uuid;

use crate::app::App;
use crate::db::orders;
use crate::flows::refund_order::{self, Ask, NotRefunded, Plan};
use domain::money::{Currency, Money};

/// The exit code when nobody said yes.
const NOTHING_DONE: i32 = 2;

/// What was typed.
pub(super) struct Wish {
    pub lines: Vec<i32>,
    pub amount: Option<String>,
    pub keep_esim: bool,
    pub reason: String,
    pub yes: bool,
}

/// Refunds an order, some of its lines, or a part.
pub(super) async fn order(
    app: &App,
    order_id: Uuid,
    wish: &Wish,
    who: &str,
) -> anyhow::Result<i32> {
    let currency = orders::load(&app.db, order_id)
        .await?
        .context("there is no such order")?
        .total
        .currency;
    let amount_minor = wish
        .amount
        .as_deref()
        .map(|text| refund_order::amount(text, currency))
        .transpose()
        .map_err(explain)?;
    let ask = Ask {
        lines: wish.lines.clone(),
        amount_minor,
        keep_esim: wish.keep_esim,
        reason: wish.reason.clone(),
    };
    let plan = refund_order::plan(app, order_id, &ask)
        .await
        .map_err(explain)?;
    print(&plan);
    if plan.lines.is_empty() && plan.strays.is_empty() {
        println!("{}: there is nothing to refund", plan.order.number);
        return Ok(0);
    }
    if !crate::ops::agreed(wish.yes)? {
        return Ok(NOTHING_DONE);
    }
    refund_order::carry_out(app, &plan, who)
        .await
        .map_err(explain)?;
    println!(
        "{}: done; `orders show {}` shows its status",
        plan.order.number, plan.order.number
    );
    Ok(0)
}

/// Sends back a payment that has no order here.
pub(super) async fn payment(
    app: &App,
    payment_intent_id: &str,
    reason: &str,
    who: &str,
    yes: bool,
) -> anyhow::Result<i32> {
    let stray = refund_order::payment(app, payment_intent_id)
        .await
        .map_err(explain)?;
    let left = stray.amount_minor - stray.refunded_minor;
    let money = stray.currency.parse().map_or_else(
        |_| format!("{left} minor units"),
        |c: Currency| Money::new(left, c).to_string(),
    );
    println!("refunds {money} of {payment_intent_id} to the card");
    println!(
        "the supplier may have delivered for it before the restore: look for the order in its \
         portal"
    );
    if !crate::ops::agreed(yes)? {
        return Ok(NOTHING_DONE);
    }
    refund_order::send_back(app, &stray, reason, who).await?;
    println!("done");
    Ok(0)
}

fn explain(error: NotRefunded) -> anyhow::Error {
    anyhow::anyhow!("{error}")
}

fn print(plan: &Plan) {
    let currency = plan.order.total.currency;
    for line in &plan.lines {
        println!(
            "{} line {}, {}:",
            plan.order.number, line.position, line.plan_name
        );
        for effect in line.effects(currency) {
            println!("  {effect}");
        }
    }
    for stray in &plan.strays {
        println!(
            "{}: what was received as {} is refunded to the card",
            plan.order.number, stray.payment_intent_id
        );
    }
    for why in &plan.left_alone {
        println!("{} {why}", plan.order.number);
    }
}
