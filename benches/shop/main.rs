//! `make bench`: pages, webhooks and fulfilments, each beside a yardstick of the same run. Prints
//! ratios; leaves nothing behind. Knows no page and no table by heart beyond what a visitor, Stripe
//! and an operator see.
#![expect(clippy::float_arithmetic, reason = "a ratio is a fraction")]

mod abuse;
mod bare;
mod commits;
mod deadlines;
mod figures;
mod fulfilments;
mod intake;
mod latency;
mod load;
mod machine;
mod order_cost;
mod pages;
mod process;
mod table;
mod webhooks;

use std::time::Duration;

use anyhow::Context;
use private_postgres::{PostgresOptions, PrivatePostgres};
use tokio::signal::unix::{SignalKind, signal};

/// How long one sample lasts.
const SAMPLE: Duration = Duration::from_secs(2);
/// Samples of each kind, taken in turn.
const ROUNDS: usize = 5;
/// Clients that each wait for their answer before they ask again.
const CLIENTS: usize = 16;

/// What one run is made of.
struct Bench {
    postgres: PrivatePostgres,
    /// Settings, static files, nginx's working files; gone afterwards.
    room: tempfile::TempDir,
    /// What was promised, and what was measured.
    table: table::Table,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args()
        .skip(1)
        .filter(|a| a != "--bench")
        .collect();
    if let [flag, directory] = arguments.as_slice()
        && flag == bare::FLAG
    {
        return bare::serve(directory.as_ref()).await;
    }
    let durable = PostgresOptions {
        data_dir: None,
        durable: true,
    };
    let start = move || PrivatePostgres::start(durable);
    let postgres = tokio::task::spawn_blocking(start).await??;
    let bench = Bench {
        postgres,
        room: tempfile::Builder::new()
            .prefix("esim-storefront-bench-")
            .tempdir()?,
        table: table::Table::default(),
    };
    let measured = tokio::select! {
        measured = measure(&bench, &arguments) => measured,
        () = told_to_end() => Err(anyhow::anyhow!("ended before all was measured")),
    };
    tokio::task::spawn_blocking(move || drop(bench)).await?;
    measured
}

/// The parts that were asked for by name, or all of them.
async fn measure(bench: &Bench, arguments: &[String]) -> anyhow::Result<()> {
    let wanted = |part: &str| arguments.is_empty() || arguments.iter().any(|a| a == part);
    println!("{}\n", machine::describe(bench).await?);
    if wanted("pages") {
        pages::run(bench).await.context("pages")?;
    }
    if wanted("webhooks") {
        webhooks::run(bench).await.context("webhooks")?;
    }
    if wanted("fulfilments") {
        fulfilments::run(bench).await.context("fulfilments")?;
    }
    // Asked for by name: minutes that say nothing about ratios.
    let named = |part: &str| arguments.iter().any(|a| a == part || a == "deadlines");
    if named("cost") {
        order_cost::run(bench)
            .await
            .context("the cost of an order")?;
    }
    if named("intake") {
        intake::run(bench).await.context("intake")?;
    }
    if named("latency") {
        latency::run(bench).await.context("deliveries")?;
    }
    if named("hanging") {
        deadlines::run(bench).await.context("deadlines")?;
    }
    if named("abuse") {
        abuse::run(bench).await.context("what is held open")?;
    }
    bench.table.print();
    Ok(())
}

/// Resolves at Ctrl-C or SIGTERM, so that every process of ours is ended with us.
async fn told_to_end() {
    let (Ok(mut interrupt), Ok(mut terminate)) = (
        signal(SignalKind::interrupt()),
        signal(SignalKind::terminate()),
    ) else {
        return std::future::pending().await;
    };
    tokio::select! {
        _ = interrupt.recv() => {}
        _ = terminate.recv() => {}
    }
}
