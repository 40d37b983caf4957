//! The commands. Each does its work elsewhere; here they are only named, and their end is turned
//! into an exit code.

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use esim_storefront::config::{self, Config, ConfigError, LogFormat};
#[cfg(feature = "demo")]
use esim_storefront::demo;
use esim_storefront::serve::{self, Halves};
use esim_storefront::telemetry::LogTo;
use esim_storefront::{ops, telemetry};

/// What `demo` says where the pretend partners were left out.
#[cfg(not(feature = "demo"))]
const NO_DEMO: &str = "this build has no demo → run the image …-demo (docker-compose.demo.yml), or \
                       `make demo` in the source";

/// Self-hosted shop for travel eSIMs
#[derive(Parser)]
#[command(version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Make .env and shop.toml: asks a few questions, or takes every answer as a flag
    Setup(Box<ops::setup::Options>),
    /// Run the shop and its background worker
    Serve {
        /// Serve only pages and webhooks; run `worker` separately
        #[arg(long)]
        no_worker: bool,
    },
    /// Run only the background worker
    Worker,
    /// Run the shop against a built-in sandbox (no account, key or container needed)
    #[cfg(feature = "demo")]
    Demo(demo::Options),
    /// Not in this build: says where the demo is.
    #[cfg(not(feature = "demo"))]
    #[command(hide = true)]
    Demo {
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        options: Vec<String>,
    },
    /// Apply database migrations
    Migrate,
    /// Run a full catalogue sync now
    SyncCatalogue,
    /// Check every component and say how to fix what is wrong
    Doctor(ops::doctor::Options),
    /// Ask the running shop's /readyz; for containers.
    Healthcheck,
    /// Inspect and manage orders
    Orders {
        #[command(subcommand)]
        command: ops::orders::Command,
    },
    /// What became of mails, and trying again what did not leave.
    Mails {
        #[command(subcommand)]
        command: ops::mails::Command,
    },
    /// What each plan costs, sells for and leaves, and why one is off the shelf.
    Prices(ops::prices::Options),
    /// Stop selling by hand, and resume.
    Sales {
        #[command(subcommand)]
        command: ops::sales::Command,
    },
    /// Discount codes: make one, list them, end one.
    Codes {
        #[command(subcommand)]
        command: ops::codes::Command,
    },
    /// Tables and invoices for the accountant.
    Export {
        #[command(subcommand)]
        command: ops::export::Command,
    },
    /// What is kept of a person: tell it, or forget them.
    People {
        #[command(subcommand)]
        command: ops::people::Command,
    },
    /// Who works at the desk.
    Desk {
        #[command(subcommand)]
        command: ops::desk::Command,
    },
    /// Compare every captured payment with refunds, supplier orders and eSIMs.
    VerifyBooks(ops::books::Options),
    /// Run only the sandbox, for a shop elsewhere; print the settings that lead it here.
    #[cfg(feature = "demo")]
    #[command(hide = true)]
    Sandbox {
        /// First of five ports: supplier, Stripe, mailbox, control page, SMTP
        #[arg(long)]
        ports: u16,
        /// Where webhooks go
        #[arg(long, value_name = "URL")]
        shop: String,
    },
    /// Run a command beside a throw-away PostgreSQL, its address in DATABASE_URL.
    #[cfg(feature = "demo")]
    #[command(hide = true)]
    WithPostgres {
        #[arg(last = true, required = true)]
        command: Vec<String>,
    },
}

#[tokio::main]
async fn main() -> ExitCode {
    let env = |name: &str| std::env::var(name).ok();
    let command = Cli::parse().command;
    let to = match command {
        Command::Serve { .. } | Command::Worker | Command::Demo { .. } => LogTo::Stdout,
        _ => LogTo::Stderr,
    };
    // A bad LOG_FORMAT is told with all other faults of the settings.
    telemetry::start(
        config::log_format(&env).unwrap_or(LogFormat::Text),
        env("RUST_LOG").as_deref(),
        to,
    );
    let ended = match command {
        #[cfg(feature = "demo")]
        Command::Demo(options) => demo::run(options).await.map(|()| 0),
        #[cfg(not(feature = "demo"))]
        Command::Demo { .. } => {
            eprintln!("error: {NO_DEMO}");
            Ok(2)
        }
        #[cfg(feature = "demo")]
        Command::Sandbox { ports, shop } => demo::sandbox_alone(ports, &shop).await.map(|()| 0),
        #[cfg(feature = "demo")]
        Command::WithPostgres { command } => private_postgres::run_with(command).await,
        Command::Setup(options) => ops::setup::run(*options).await,
        Command::Healthcheck => ops::health::check(&env).await.map(|()| 0),
        // It runs with bad settings, too, and looks at the rest.
        Command::Doctor(options) => {
            let (config, faults) = Config::from_env_anyway();
            ops::doctor::run(config, &faults, &options)
                .await
                .map(i32::from)
        }
        command => match Config::from_env() {
            Ok(config) => with_settings(command, config).await,
            Err(faults) => return complain(&faults),
        },
    };
    match ended {
        Ok(code) => ExitCode::from(u8::try_from(code).unwrap_or(1)),
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Each command's exit code: 0 is well.
async fn with_settings(command: Command, config: Config) -> anyhow::Result<i32> {
    match command {
        Command::Serve { no_worker } => serve::run(
            config,
            Halves {
                web: true,
                worker: !no_worker,
            },
        )
        .await
        .map(|()| 0),
        Command::Worker => serve::run(
            config,
            Halves {
                web: false,
                worker: true,
            },
        )
        .await
        .map(|()| 0),
        Command::Migrate => ops::catalogue::migrate(&config).await.map(|()| 0),
        Command::SyncCatalogue => ops::catalogue::sync(config).await.map(|()| 0),
        Command::Orders { command } => ops::orders::run(config, command).await,
        Command::Mails { command } => ops::mails::run(config, command).await,
        Command::Prices(options) => ops::prices::run(config, options).await,
        Command::Sales { command } => ops::sales::run(config, command).await,
        Command::Codes { command } => ops::codes::run(config, command).await,
        Command::Export { command } => ops::export::run(config, command).await,
        Command::People { command } => ops::people::run(config, command).await,
        Command::Desk { command } => ops::desk::run(config, command).await,
        Command::VerifyBooks(options) => ops::books::verify(config, options).await.map(i32::from),
        // These need no settings, or read them on their own: `main` has run them.
        Command::Setup(_) | Command::Demo { .. } | Command::Doctor(_) | Command::Healthcheck => {
            Ok(0)
        }
        #[cfg(feature = "demo")]
        Command::Sandbox { .. } | Command::WithPostgres { .. } => Ok(0),
    }
}

/// Every fault at once, each with its mend; exit code 2.
fn complain(faults: &[ConfigError]) -> ExitCode {
    let settings = if faults.len() == 1 {
        "1 setting".to_owned()
    } else {
        format!("{} settings", faults.len())
    };
    eprintln!("{settings} must be fixed before the shop can start:");
    for fault in faults {
        eprintln!("  {fault}");
    }
    eprintln!(
        "`esim-storefront doctor` looks at all the rest, in a container as `docker compose run \
         --rm --no-deps shop doctor`."
    );
    ExitCode::from(2)
}
