//! `export …`: tables for the accountant, one row an order with its money and no address, name of a
//! person or code; and the invoices' files.

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use chrono::{NaiveDate, NaiveTime, TimeDelta};
use clap::Subcommand;
use tokio_util::sync::CancellationToken;

use crate::app::App;
use crate::config::Config;
use crate::db;
use crate::flows::{self, ledger};
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
    /// Invoices and credit notes as the PDF files that travellers have, one file each, into a
    /// folder
    Invoices {
        /// The first day, by UTC
        #[arg(long, value_name = "YYYY-MM-DD")]
        from: NaiveDate,
        /// The last day, by UTC
        #[arg(long, value_name = "YYYY-MM-DD")]
        to: NaiveDate,
        /// Where to; made if it is not there
        folder: PathBuf,
    },
}

/// Prints it; the exit code.
///
/// # Errors
/// When the days are the wrong way round, or the database does not answer.
pub async fn run(config: Config, command: Command) -> anyhow::Result<i32> {
    let (Command::Orders { from, to, .. } | Command::Invoices { from, to, .. }) = command;
    if from > to {
        bail!("--from {from} is after --to {to} → name the earlier day first");
    }
    let app = serve::open(config, &CancellationToken::new()).await?;
    match command {
        Command::Orders { csv, json, .. } => orders(&app, (from, to), json && !csv).await,
        Command::Invoices { folder, .. } => invoices(&app, (from, to), &folder).await,
    }
}

async fn orders(app: &App, (from, to): (NaiveDate, NaiveDate), json: bool) -> anyhow::Result<i32> {
    let rows = ledger::of_days(app, from, to).await?;
    let mut out = Vec::new();
    if json {
        ledger::as_json(&rows, &mut out)
    } else {
        ledger::as_csv(&rows, &mut out)
    }?;
    super::print_all(&out)?;
    Ok(0)
}

/// Writes the files; what is there already is written anew, and is the same.
async fn invoices(
    app: &App,
    (from, to): (NaiveDate, NaiveDate),
    folder: &Path,
) -> anyhow::Result<i32> {
    let begins = |day: NaiveDate| day.and_time(NaiveTime::MIN).and_utc();
    // Pretend invoices are of no use to an accountant of real ones.
    let livemode = app.config.stripe.livemode();
    let issued = db::invoices::issued(
        &app.db,
        begins(from),
        begins(to) + TimeDelta::days(1),
        livemode,
    )
    .await?;
    std::fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    for invoice in &issued {
        let path = folder.join(format!("{}.pdf", invoice.number));
        std::fs::write(&path, flows::invoices::file(invoice)?)
            .with_context(|| path.display().to_string())?;
    }
    println!("{} files in {}", issued.len(), folder.display());
    Ok(0)
}
