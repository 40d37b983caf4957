//! The real shop against the sandbox and a private PostgreSQL, on one machine, with no account, key
//! or container.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, anyhow};
use chrono::TimeDelta;
use clap::Args;
use tokio_util::sync::CancellationToken;

use crate::app::App;
use crate::config::Config;
use crate::flows::{desk, sync};
use crate::serve::{self, Halves};
use domain::desk::Role;
use domain::email::EmailAddress;
use private_postgres::{PostgresOptions, PrivatePostgres};
use sandbox::esimfx::SupplierOptions;
use sandbox::mailbox::MailboxOptions;
use sandbox::stripe::StripeOptions;
use sandbox::{Sandbox, SandboxOptions};

/// Who owns the demo's shop.
const OWNER: &str = "owner@demo.example";

/// How the demo is to be run.
#[derive(Debug, Clone, Args)]
pub struct Options {
    /// Where the shop listens.
    #[arg(long, default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// Directory for the database
    #[arg(long)]
    pub data_dir: Option<PathBuf>,
    /// Begin with an empty database.
    #[arg(long)]
    pub fresh: bool,
    /// First of five ports: supplier, Stripe, mailbox, control page, SMTP; free ones without it
    // A container can hand on only ports that are known before.
    #[arg(long, value_name = "PORT")]
    pub sandbox_ports: Option<u16>,
}

/// Runs the demo until SIGINT or SIGTERM.
///
/// # Errors
/// When a part cannot start.
pub async fn run(options: Options) -> anyhow::Result<()> {
    if options.fresh
        && let Some(dir) = options
            .data_dir
            .as_ref()
            .filter(|dir| dir.join("PG_VERSION").exists())
    {
        std::fs::remove_dir_all(dir)
            .with_context(|| format!("{} cannot be emptied", dir.display()))?;
    }
    let settings = PostgresOptions {
        data_dir: options.data_dir.clone(),
        durable: true,
    };
    let postgres = tokio::task::spawn_blocking(move || PrivatePostgres::start(settings)).await??;
    // Bound before anything is told about it: port 0 takes a free one.
    let listener = tokio::net::TcpListener::bind(options.listen)
        .await
        .with_context(|| format!("cannot listen on {} → try --listen", options.listen))?;
    let address = listener.local_addr()?;
    let shop = format!("http://{address}");
    let sandbox = Sandbox::start(world(&shop, options.sandbox_ports)).await?;
    let config = settings_of(&sandbox, &postgres, &shop, address)?;
    let stop = CancellationToken::new();
    let counters = serve::counters_of(&config);
    let app = serve::open(config, &stop).await?;
    // The control page moves the shop's clock with its own.
    let clock = app.clock.clone();
    sandbox.on_time_passes(Arc::new(move |by| {
        clock.advance(TimeDelta::from_std(by).unwrap_or_default())
    }));
    // The first page is to have something on it.
    sync::sync_catalogue(&app.db, &app.supplier, app.clock.now()).await?;
    app.catalogue.refresh(&app.db, app.clock.now()).await?;
    println!(
        "\n  The shop      {shop}\n  Mailbox       {}\n  Control page  {}\n",
        sandbox.mailbox.web_url(),
        sandbox.panel_url()
    );
    if let Some(code) = open_desk(&app).await? {
        println!(
            "  The desk      {shop}/desk as {OWNER}; instead of a phone's code one of {code}\n"
        );
    }
    println!("  Everything here is simulated and free. Press Ctrl-C to stop.\n");
    let both = Halves {
        web: true,
        worker: true,
    };
    let served = serve::run_open(app, Some(listener), both, counters, stop).await;
    sandbox.stop();
    tokio::task::spawn_blocking(move || postgres.stop()).await?;
    served
}

/// Runs the sandbox alone until SIGINT, for a shop that is tried elsewhere, as in containers. Its
/// secrets are worth nothing: they are printed.
///
/// # Errors
/// When a port is taken.
pub async fn sandbox_alone(first_port: u16, shop: &str) -> anyhow::Result<()> {
    let sandbox = Sandbox::start(world(shop, Some(first_port))).await?;
    for (name, value) in sandbox.settings() {
        println!("{name}={value}");
    }
    tokio::signal::ctrl_c().await?;
    sandbox.stop();
    Ok(())
}

/// A recovery code for the demo's owner, new at each start; none where there is no desk.
async fn open_desk(app: &App) -> anyhow::Result<Option<String>> {
    if !app.config.shop.desk.is_open() {
        return Ok(None);
    }
    let given = desk::invite(app, &EmailAddress::parse(OWNER)?, Role::Owner, "demo").await?;
    Ok(Some(
        given
            .recovery_codes
            .iter()
            .take(6)
            .cloned()
            .collect::<Vec<_>>()
            .join(", "),
    ))
}

/// As the real Stripe does, the sandbox's waits a little for the webhook's reply before it sends
/// the buyer back.
fn world(shop: &str, first_port: Option<u16>) -> SandboxOptions {
    // 0 takes a free one.
    let port = |nth: u16| first_port.map_or(0, |first| first.saturating_add(nth));
    SandboxOptions {
        shop_url: Some(shop.to_owned()),
        supplier: SupplierOptions {
            port: port(0),
            ..SupplierOptions::default()
        },
        stripe: StripeOptions {
            port: port(1),
            redirect_wait: Duration::from_secs(10),
            ..StripeOptions::default()
        },
        mailbox: MailboxOptions {
            web_port: port(2),
            smtp_port: port(4),
            ..MailboxOptions::default()
        },
        panel_port: port(3),
        ..SandboxOptions::default()
    }
}

fn settings_of(
    sandbox: &Sandbox,
    postgres: &PrivatePostgres,
    shop: &str,
    address: SocketAddr,
) -> anyhow::Result<Config> {
    let mut settings: Vec<(&str, String)> = sandbox.settings();
    settings.push(("DATABASE_URL", postgres.url("postgres")));
    settings.push(("PUBLIC_URL", shop.to_owned()));
    settings.push(("LISTEN_ADDR", address.to_string()));
    settings.push(("MAIL_FROM", "Layover <esim@layover.example>".to_owned()));
    let lookup = |name: &str| {
        settings
            .iter()
            .find(|(n, _)| *n == name)
            .map(|(_, value)| value.clone())
            .or_else(|| environment(name))
    };
    let mut config = Config::read(&lookup).map_err(|faults| {
        anyhow!(
            faults
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join("\n")
        )
    })?;
    config.demo = true;
    // Who can reach it from elsewhere is not to try.
    if address.ip().is_loopback() {
        config.shop.desk.staff = vec![OWNER.to_owned()];
    }
    Ok(config)
}

/// Only what shapes the demo may come from outside: no real key, address or database can get in.
fn environment(name: &str) -> Option<String> {
    matches!(
        name,
        "SHOP_CONFIG" | "METRICS_ADDR" | "CATALOGUE_SYNC_INTERVAL" | "RECONCILE_INTERVAL"
    )
    .then(|| std::env::var(name).ok())
    .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sandbox_takes_the_ports_that_a_container_hands_on() {
        let ports = |first| {
            let world = world("http://127.0.0.1:8080", first);
            [
                world.supplier.port,
                world.stripe.port,
                world.mailbox.web_port,
                world.panel_port,
                world.mailbox.smtp_port,
            ]
        };
        assert_eq!(ports(Some(8081)), [8081, 8082, 8083, 8084, 8085]);
        assert_eq!(ports(None), [0; 5]);
    }
}
