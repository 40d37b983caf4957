//! `mails …`: what became of every mail, and trying again what did not leave.

use clap::Subcommand;
use tokio_util::sync::CancellationToken;

use crate::config::Config;
use crate::db::mails::Again;
use crate::db::ops;
use crate::flows::mailing::{self, Sent};
use crate::serve;

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// The newest mails, and what the mail server said of those that have not left.
    List {
        /// Only those that were given up.
        #[arg(long)]
        failed: bool,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// Send now what waits for its next try.
    Retry {
        /// What was given up instead.
        #[arg(long)]
        failed: bool,
    },
}

/// Does it, and prints what came of it; the exit code.
///
/// # Errors
/// When the database does not answer, or nobody is named who tries again.
pub async fn run(config: Config, command: Command) -> anyhow::Result<i32> {
    let who = if matches!(command, Command::Retry { .. }) {
        super::operator()?
    } else {
        String::new()
    };
    let app = serve::open(config, &CancellationToken::new()).await?;
    match command {
        Command::List { failed, json: true } => println!(
            "{}",
            serde_json::to_string_pretty(&ops::mails_json(&app.db, failed).await?)?
        ),
        Command::List {
            failed,
            json: false,
        } => list(&ops::mails(&app.db, failed).await?),
        Command::Retry { failed } => {
            let sent = mailing::retry(
                &app,
                if failed {
                    Again::Failed
                } else {
                    Again::Waiting
                },
                &who,
            )
            .await?;
            if sent.is_empty() {
                println!(
                    "no mail {}",
                    if failed {
                        "was given up"
                    } else {
                        "waits for another try"
                    }
                );
            }
            return Ok(tell(&sent));
        }
    }
    Ok(0)
}

fn list(mails: &[ops::MailRow]) {
    for m in mails {
        let order = m.order_number.as_deref().unwrap_or("–");
        let next = m
            .next_try_at
            .map(|at| format!("  next try {}", at.format("%Y-%m-%d %H:%M")))
            .unwrap_or_default();
        let said = m
            .last_error
            .as_deref()
            .map(|said| format!("  {said}"))
            .unwrap_or_default();
        println!(
            "{}  {:<7} {order:<8} {:<16} {}  {}{next}{said}",
            m.queued_at.format("%Y-%m-%d %H:%M"),
            m.state,
            m.kind,
            m.to_address,
            m.attempts
        );
    }
    if mails.is_empty() {
        println!("none");
    }
}

/// What became of mails that were sent by hand; 1 when one was not taken.
pub(super) fn tell(sent: &[Sent]) -> i32 {
    for one in sent {
        match &one.fault {
            None => println!("{} was sent", one.id),
            Some(fault) => println!("{} was not taken: {fault}", one.id),
        }
    }
    i32::from(sent.iter().any(|one| one.fault.is_some()))
}
