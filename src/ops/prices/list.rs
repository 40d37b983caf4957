//! `prices`: what each plan costs, sells for and leaves, and what another file's rules would make
//! of it. Changes nothing; what does is handed on.

use std::collections::HashMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

use anyhow::Context;
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;

use super::publish;
use crate::app::App;
use crate::config::Config;
use crate::db::plan_marks::Marks;
use crate::db::plan_prices::{self, PlanPrice};
use crate::db::products;
use crate::flows::price_diff::{self, amount};
use crate::flows::price_table;
use crate::serve;
use crate::shop::Pricing;
use domain::money::Money;
use domain::pricing::PriceList;
use domain::product::Product;

/// What to show, or to do.
#[derive(Debug, Clone, clap::Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Options {
    #[command(subcommand)]
    command: Option<Command>,
    /// What would change if the `[pricing]` of this file were in force: a shop.toml, or one that
    /// holds `[pricing]` only
    #[arg(long, value_name = "FILE")]
    diff: Option<PathBuf>,
    /// As JSON
    #[arg(long)]
    json: bool,
}

/// What else can be done with prices.
#[derive(Debug, Clone, clap::Subcommand)]
pub enum Command {
    /// Print the price rules that rule now, as the `[pricing]` of a shop.toml
    Export {
        /// As JSON, with the version
        #[arg(long)]
        json: bool,
    },
    /// Publish the `[pricing]` of a file: says every price that changes, and asks. From the first
    /// time on it rules instead of shop.toml
    Import {
        /// A shop.toml, or what `prices export` wrote
        file: PathBuf,
        /// Do not ask
        #[arg(long)]
        yes: bool,
    },
}

/// Prints it, or does it; the exit code. 1: the file cannot be used, or nothing was done.
///
/// # Errors
/// When the file cannot be read or the database does not answer.
pub async fn run(config: Config, options: Options) -> anyhow::Result<i32> {
    match options.command {
        Some(Command::Export { json }) => return publish::export(config, json).await,
        Some(Command::Import { file, yes }) => return publish::import(config, &file, yes).await,
        None => {}
    }
    let app = serve::open(config, &CancellationToken::new()).await?;
    let products = products::all(&app.db).await?;
    let today = app.clock.now().date_naive();
    let shelf = app.catalogue.snapshot().clone();
    let (rules, marks) = (shelf.prices.on(today), &shelf.marks);
    let answer = match &options.diff {
        None => list(&app, &products, (&rules, marks), options.json).await?,
        Some(file) => {
            let Some(draft) = read(&app, file)? else {
                return Ok(1);
            };
            let draft = draft.list(rules.currency).on(today);
            let change = price_diff::between(
                &priced(&products, &rules, marks),
                &priced(&products, &draft, marks),
            );
            if options.json {
                serde_json::to_string_pretty(&change.as_json())? + "\n"
            } else {
                format!(
                    "{}Nothing has been changed.\n",
                    change.in_words(rules.currency)
                )
            }
        }
    };
    crate::ops::print_all(answer.as_bytes())?;
    Ok(0)
}

fn priced(products: &[Product], rules: &PriceList, marks: &Marks) -> Vec<PlanPrice> {
    products
        .iter()
        .map(|product| price_table::marked(product, rules, marks))
        .collect()
}

/// The rules of a file; `None` after its faults were told, all of them.
pub(super) fn read(app: &App, file: &Path) -> anyhow::Result<Option<Pricing>> {
    let text = std::fs::read_to_string(file)
        .with_context(|| format!("{} cannot be read", file.display()))?;
    match app
        .config
        .shop
        .pricing_of(&text, &file.display().to_string())
    {
        Ok(draft) => Ok(Some(draft)),
        Err(faults) => {
            eprintln!("these prices could not be used:");
            faults.iter().for_each(|fault| eprintln!("  {fault}"));
            Ok(None)
        }
    }
}

async fn list(
    app: &App,
    products: &[Product],
    (rules, marks): (&PriceList, &Marks),
    json: bool,
) -> anyhow::Result<String> {
    let sold = plan_prices::sold(&app.db).await?;
    let plans = priced(products, rules, marks);
    if json {
        let rows: Vec<Value> = products
            .iter()
            .zip(&plans)
            .map(|(product, plan)| as_json(product, plan, &sold))
            .collect();
        return Ok(serde_json::to_string_pretty(&rows)? + "\n");
    }
    let mut words = format!(
        "{:<26} {:>10} {:>10} {:>8} {:>10} {:>6}  plan; amounts in {}\n",
        "product", "cost", "price", "fee", "margin", "sold", rules.currency
    );
    for plan in &plans {
        let off = plan
            .why_off
            .as_ref()
            .map(|why| format!("  off the shelf: {why}"))
            .unwrap_or_default();
        let _ = writeln!(
            words,
            "{:<26} {:>10} {:>10} {:>8} {:>10} {:>6}  {}{off}",
            plan.product_id,
            amount(plan.cost_minor, rules.currency),
            amount(plan.price_minor, rules.currency),
            amount(plan.fee_minor, rules.currency),
            amount(plan.margin_minor, rules.currency),
            sold.get(&plan.product_id).copied().unwrap_or_default(),
            plan.plan_name,
        );
    }
    let off = plans.iter().filter(|plan| plan.why_off.is_some()).count();
    let _ = writeln!(
        words,
        "for sale: {}; off the shelf: {off}",
        plans.len() - off
    );
    if rules.estimated_fee(Money::new(1, rules.currency)).is_none() {
        words.push_str(
            "no card fee is set: with card_fee_percent and card_fee_fixed in the price rules it is \
             estimated and taken off the margin\n",
        );
    }
    Ok(words)
}

/// The columns of `ops.plans`.
fn as_json(product: &Product, plan: &PlanPrice, sold: &HashMap<String, i64>) -> Value {
    let cost: Value =
        serde_json::from_str(&product.cost.normalize().to_string()).unwrap_or_default();
    json!({
        "product_id": plan.product_id,
        "plan_name": plan.plan_name,
        "destination": plan.destination,
        "cost": cost,
        "cost_currency": product.cost_currency.code(),
        "cost_minor": plan.cost_minor,
        "price_minor": plan.price_minor,
        "currency": plan.currency,
        "fee_minor": plan.fee_minor,
        "margin_minor": plan.margin_minor,
        "sold_30d": sold.get(&plan.product_id).copied().unwrap_or_default(),
        "on_shelf": plan.why_off.is_none(),
        "why_off": plan.why_off,
    })
}
