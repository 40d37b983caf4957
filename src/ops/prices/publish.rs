//! `prices export` and `prices import`: the rules that rule as a file, and a file's rules in force.
//! Refused whole on any fault.

use std::path::Path;

use serde_json::json;
use tokio_util::sync::CancellationToken;

use super::list::read;
use crate::config::Config;
use crate::flows::publish::{self, By, NotPublished};
use crate::serve;

/// Prints the rules that rule.
///
/// # Errors
/// When the database does not answer.
pub(super) async fn export(config: Config, json: bool) -> anyhow::Result<i32> {
    let app = serve::open(config, &CancellationToken::new()).await?;
    let rules = app.catalogue.snapshot().rules.clone();
    let text = rules.pricing.to_toml();
    let answer = if json {
        serde_json::to_string_pretty(
            &json!({ "version": rules.version, "currency": app.config.shop.shop.currency.code(), "rules": text }),
        )? + "\n"
    } else {
        text
    };
    crate::ops::print_all(answer.as_bytes())?;
    Ok(0)
}

/// Says what a file's rules change, asks, and publishes them; the exit code. 1: nothing was
/// published.
///
/// # Errors
/// When the file cannot be read, nobody is named, or the database does not answer.
pub(super) async fn import(config: Config, file: &Path, yes: bool) -> anyhow::Result<i32> {
    let who = crate::ops::operator()?;
    let app = serve::open(config, &CancellationToken::new()).await?;
    let Some(pricing) = read(&app, file)? else {
        return Ok(1);
    };
    let proposal = publish::propose(&app, pricing).await?;
    if !proposal.faults.is_empty() {
        eprintln!("these prices could not be used:");
        proposal
            .faults
            .iter()
            .for_each(|found| eprintln!("  {}", found.of_file(&file.display().to_string())));
        return Ok(1);
    }
    print!("{}", proposal.diff.in_words(app.config.shop.shop.currency));
    if proposal.ruling == 0 {
        println!(
            "From now on published rules go before [pricing] of shop.toml, which then has no \
             effect."
        );
    }
    if !crate::ops::agreed(yes)? {
        return Ok(1);
    }
    match publish::publish(&app, &proposal, proposal.ruling, By::Operator(&who)).await {
        Ok(version) => {
            println!("version {version} rules now, in every replica");
            Ok(0)
        }
        Err(NotPublished::Same) => {
            println!(
                "nothing was done: these rules rule already, as version {}",
                proposal.ruling
            );
            Ok(0)
        }
        Err(NotPublished::Failed(error)) => Err(error.into()),
        Err(why) => {
            eprintln!("nothing was done: {why}; run it again");
            Ok(1)
        }
    }
}
