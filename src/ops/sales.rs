//! `sales stop` and `sales resume`: by hand, beside what stops selling by itself.

use anyhow::bail;
use clap::Subcommand;
use tokio_util::sync::CancellationToken;

use crate::config::Config;
use crate::flows::selling;
use crate::serve;

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Sell nothing until `sales resume`: pages say that sales are paused; what is paid already is
    /// delivered
    Stop {
        /// Why, for the history and the alert
        #[arg(long)]
        reason: String,
    },
    /// Sell again
    Resume,
}

/// Does it; the exit code. 1: there was nothing to resume.
///
/// # Errors
/// When no reason is given, nobody is named, or the database does not answer.
pub async fn run(config: Config, command: Command) -> anyhow::Result<i32> {
    let who = super::operator()?;
    let app = serve::open(config, &CancellationToken::new()).await?;
    match command {
        Command::Stop { reason } => {
            let reason = reason.trim();
            if reason.is_empty() {
                bail!("--reason is empty → say why, for the history");
            }
            selling::stop_by_hand(&app, reason, &who).await?;
            println!(
                "sales are stopped. Open payment pages can still be paid, and paid orders will be \
                 delivered."
            );
            println!("To sell again: `esim-storefront sales resume`");
            Ok(0)
        }
        Command::Resume => match selling::resume_by_hand(&app, &who).await? {
            None => {
                println!("sales were not stopped by hand");
                Ok(1)
            }
            Some(None) => {
                println!("the shop sells again");
                Ok(0)
            }
            Some(Some((since, why))) => {
                let since = since.format("%Y-%m-%d %H:%M UTC");
                println!(
                    "no longer stopped by hand, but still stopped since {since}: {why}; that ends \
                     by itself"
                );
                Ok(0)
            }
        },
    }
}
