//! `desk invite` and `desk revoke`: who works at the desk. What is shown here is shown once.

use anyhow::{Context, bail};
use clap::{Subcommand, ValueEnum};
use secrecy::ExposeSecret;
use serde_json::json;
use tokio_util::sync::CancellationToken;

use crate::app::App;
use crate::config::Config;
use crate::flows::desk;
use crate::qr;
use crate::serve;
use domain::desk::Role;
use domain::email::EmailAddress;

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Let somebody in [desk] staff in: prints what their authenticator app needs, and recovery
    /// codes, once
    Invite {
        /// Whose email address
        address: String,
        /// What they may do: support answers travellers and moves no money
        #[arg(long, value_enum, default_value = "support")]
        role: As,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Close the desk to somebody at once, in every browser
    Revoke {
        /// Whose email address
        address: String,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
}

/// A role, as it is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum As {
    /// Answers travellers.
    Support,
    /// Everything.
    Owner,
}

impl From<As> for Role {
    fn from(typed: As) -> Self {
        match typed {
            As::Support => Self::Support,
            As::Owner => Self::Owner,
        }
    }
}

/// Does it; the exit code. 1: the desk was not open to them.
///
/// # Errors
/// When the address is none or not in `[desk] staff`, nobody is named, or the database does not
/// answer.
pub async fn run(config: Config, command: Command) -> anyhow::Result<i32> {
    let who = super::operator()?;
    let app = serve::open(config, &CancellationToken::new()).await?;
    match command {
        Command::Invite {
            address,
            role,
            json,
        } => invite(&app, &parse(&address)?, role.into(), json, &who).await,
        Command::Revoke { address, json } => {
            let address = parse(&address)?;
            let revoked = desk::revoke(&app, &address, &who).await?;
            match (json, revoked) {
                (true, _) => println!(
                    "{}",
                    json!({ "address": address.expose(), "revoked": revoked })
                ),
                (false, true) => println!(
                    "the desk is closed to {}, in every browser",
                    address.expose()
                ),
                (false, false) => println!("the desk was not open to {}", address.expose()),
            }
            Ok(i32::from(!revoked))
        }
    }
}

fn parse(text: &str) -> anyhow::Result<EmailAddress> {
    EmailAddress::parse(text)
        .context("that is not a valid email address → write it as name@example.com")
}

async fn invite(
    app: &App,
    address: &EmailAddress,
    role: Role,
    json: bool,
    who: &str,
) -> anyhow::Result<i32> {
    let person = address.expose();
    if !app.config.shop.desk.lists(address) {
        bail!(
            "{person} is not in [desk] staff of shop.toml → add it there, restart the shop, and \
             run this again"
        );
    }
    let given = desk::invite(app, address, role, who).await?;
    let otpauth = given.secret.address(&app.config.shop.shop.name, person);
    let desk = format!(
        "{}/desk",
        app.config.desk_url.as_str().trim_end_matches('/')
    );
    if json {
        let role = role.as_str();
        let told = json!({ "address": person, "role": role, "desk": desk, "otpauth": otpauth.expose_secret(), "recovery_codes": given.recovery_codes });
        println!("{}", serde_json::to_string_pretty(&told)?);
        return Ok(0);
    }
    println!("{person} may enter {desk} as {}.\n", role.as_str());
    println!(
        "Scan this with an authenticator app, or open its address on the phone. It is shown only \
         now:\n"
    );
    println!(
        "{}\n{}\n",
        qr::blocks(otpauth.expose_secret())?,
        otpauth.expose_secret()
    );
    println!(
        "Recovery codes for the day the phone is lost. Each works once; keep them on paper:\n"
    );
    given
        .recovery_codes
        .iter()
        .for_each(|code| println!("  {code}"));
    println!("\nInviting anew makes all of this void.");
    if !app.config.data_keys.is_set() {
        println!(
            "\nDATA_KEY is not set: the second factor stands in the database in plain text. Set it \
             (.env.example), and invite anew."
        );
    }
    Ok(0)
}
