//! `people …`: what is kept of a person, told and forgotten.

use std::fmt::Write;
use std::io::{IsTerminal, stdin};

use anyhow::{Context, bail};
use clap::Subcommand;
use serde_json::Value;
use tokio_util::sync::CancellationToken;

use crate::app::App;
use crate::config::Config;
use crate::flows::invoices;
use crate::flows::people::{self, Forgotten};
use crate::ops::operator;
use crate::serve;
use domain::email::EmailAddress;

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Everything that is kept under an address; no activation code is in it.
    Export {
        /// Whose.
        address: String,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// Forget a person: the books stay, the person goes. There is no way back.
    Forget {
        /// Whom.
        address: String,
        /// Do not ask.
        #[arg(long)]
        yes: bool,
        /// Cancel and refund unused plans first, and leave used ones as they are.
        #[arg(long)]
        yes_end: bool,
    },
}

/// Does it; the exit code. 1: not now; 2: nothing was done, as nobody said yes.
///
/// # Errors
/// When the address is none, or the database does not answer.
pub async fn run(config: Config, command: Command) -> anyhow::Result<i32> {
    let app = serve::open(config, &CancellationToken::new()).await?;
    match command {
        Command::Export { address, json } => {
            let kept = people::export(&app, &parse(&address)?).await?;
            println!(
                "{}",
                if json {
                    serde_json::to_string_pretty(&kept)?
                } else {
                    readable(&kept)
                }
            );
            Ok(0)
        }
        Command::Forget {
            address,
            yes,
            yes_end,
        } => forget(&app, &parse(&address)?, yes, yes_end).await,
    }
}

fn parse(text: &str) -> anyhow::Result<EmailAddress> {
    EmailAddress::parse(text).with_context(|| {
        "that is not a valid email address → write it as name@example.com".to_owned()
    })
}

async fn forget(app: &App, address: &EmailAddress, yes: bool, end: bool) -> anyhow::Result<i32> {
    let orders = people::export(app, address).await?["orders"]
        .as_array()
        .map_or(0, Vec::len);
    println!(
        "{orders} orders are kept under this address. Their amounts, refunds and supplier orders \
         stay for the books; address, names,"
    );
    println!("eSIM numbers, codes, mails and notes go, for good.");
    for (number, until) in invoices::kept_of(app, address).await? {
        println!(
            "{number} stays as it was issued until {}: [privacy] invoices",
            until.format("%Y-%m-%d")
        );
    }
    if !yes && !agreed()? {
        println!("nothing was done: say yes, or add --yes");
        return Ok(2);
    }
    let who = operator()?;
    if let Some(path) = &app.config.forgotten_file {
        people::writable(path)?;
    }
    match people::forget(app, address, end, &who).await? {
        Forgotten::Orders(many) => {
            println!("forgotten: {many} orders name nobody any more");
            remember(app, address)
        }
        Forgotten::Ending(numbers) => {
            println!(
                "unused plans of {} are being cancelled and refunded: run this again when that is \
                 done",
                numbers.join(", ")
            );
            Ok(1)
        }
        Forgotten::Not(why) => {
            println!("not forgotten:");
            for why in why {
                println!("  {why}");
            }
            println!(
                "settle these first; for plans that could still be used, --yes-end cancels and \
                 refunds the unused ones"
            );
            Ok(1)
        }
    }
}

fn remember(app: &App, address: &EmailAddress) -> anyhow::Result<i32> {
    match &app.config.forgotten_file {
        Some(path) => {
            people::remember(path, address, app.clock.now())?;
            println!(
                "and in the list {}: a restored backup forgets them again",
                path.display()
            );
            Ok(0)
        }
        None => {
            println!(
                "a restored backup would bring them back: set FORGOTTEN_FILE to a file outside the \
                 database, and run this again"
            );
            Ok(0)
        }
    }
}

fn agreed() -> anyhow::Result<bool> {
    if !stdin().is_terminal() {
        return Ok(false);
    }
    println!("Go on? [yes/no]");
    let mut answer = String::new();
    if stdin().read_line(&mut answer)? == 0 {
        bail!("nothing was said");
    }
    Ok(answer.trim().eq_ignore_ascii_case("yes"))
}

/// The same as an indented list, for people.
fn readable(kept: &Value) -> String {
    let mut text = String::new();
    write_value(&mut text, kept, 0);
    text.trim_end().to_owned()
}

fn write_value(text: &mut String, value: &Value, depth: usize) {
    let indent = "  ".repeat(depth);
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                let name = name.replace('_', " ");
                match value {
                    Value::Object(_) | Value::Array(_) => {
                        let _ = writeln!(text, "{indent}{name}:");
                        write_value(text, value, depth + 1);
                    }
                    Value::Null => {}
                    Value::String(plain) => {
                        let _ = writeln!(text, "{indent}{name}: {plain}");
                    }
                    other => {
                        let _ = writeln!(text, "{indent}{name}: {other}");
                    }
                }
            }
        }
        Value::Array(all) if all.is_empty() => {
            let _ = writeln!(text, "{indent}none");
        }
        Value::Array(all) => {
            for value in all {
                let _ = writeln!(text, "{indent}-");
                write_value(text, value, depth + 1);
            }
        }
        Value::String(plain) => {
            let _ = writeln!(text, "{indent}{plain}");
        }
        other => {
            let _ = writeln!(text, "{indent}{other}");
        }
    }
}
