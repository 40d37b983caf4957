//! `export …`: tables for the accountant. One row an order, with its money; no address, name of a person or code.

use anyhow::bail;
use chrono::NaiveDate;
use clap::Subcommand;
use tokio_util::sync::CancellationToken;

use crate::config::Config;
use crate::flows::ledger;
use crate::serve;

/// What to hand over.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Paid orders, one a row: gross, fee, tax, refunds, cost and margin in the order's currency
    Orders {
        /// The first day, by UTC
        #[arg(long, value_name = "YYYY-MM-DD")]
        from: NaiveDate,
        /// The last day, by UTC
        #[arg(long, value_name = "YYYY-MM-DD")]
        to: NaiveDate,
        /// As CSV for a spreadsheet, which is the default
        #[arg(long, conflicts_with = "json")]
        csv: bool,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
}

/// Prints it; the exit code.
///
/// # Errors
/// When the days are the wrong way round, or the database does not answer.
pub async fn run(config: Config, command: Command) -> anyhow::Result<i32> {
    let Command::Orders { from, to, csv, json } = command;
    if from > to {
        bail!("--from {from} is after --to {to} → name the earlier day first");
    }
    let app = serve::open(config, &CancellationToken::new()).await?;
    let rows = ledger::of_days(&app, from, to).await?;
    let mut out = Vec::new();
    if json && !csv { ledger::as_json(&rows, &mut out) } else { ledger::as_csv(&rows, &mut out) }?;
    super::print_all(&out)?;
    Ok(0)
}
