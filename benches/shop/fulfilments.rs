//! How fast the worker brings paid orders to rest, beside what the same PostgreSQL can commit.
//! Supplier and Stripe are the sandbox.

use std::time::Duration;

use anyhow::{Context, ensure};
use sandbox::stripe::Delivery;
use sandbox::{Sandbox, SandboxOptions};
use sqlx::{Connection, PgConnection};
use tokio::task::JoinSet;
use tokio::time::Instant;

use crate::Bench;
use crate::commits::Commits;
use crate::figures::Spread;
use crate::process::{Stage, until};

pub const PLAN: &str = "esimfx_10G_7D_JP";
pub const BUYER: &str = "sarah@traveller.example";
/// Paid orders that wait when the worker may begin.
const BATCH: usize = 100;
const BATCHES: usize = 3;
/// Checkouts under way at once.
const AT_ONCE: usize = 8;

pub async fn run(bench: &Bench) -> anyhow::Result<()> {
    let sandbox = Sandbox::start(SandboxOptions::default()).await?;
    sandbox.supplier.keep_only(|p| p.id == PLAN);
    let stage = Stage::set(bench, "fulfilments", &sandbox).await?;
    stage.once("sync-catalogue")?;
    let _shop = stage.serve().await?;
    let commits = Commits::prepare(bench, "fulfilments_beside").await?;
    let mut db = PgConnection::connect(&stage.database).await?;
    let mut rounds = Vec::new();
    let mut before = commits.sample().await?;
    for _ in 0..BATCHES {
        paid_orders(&stage, &sandbox, &mut db, BATCH).await?;
        let fulfilled =
            f64::from(u32::try_from(BATCH)?) / fulfil(&stage, &mut db, BATCH).await?.as_secs_f64();
        let after = commits.sample().await?;
        rounds.push((f64::midpoint(before, after), fulfilled));
        before = after;
    }
    ensure!(
        sandbox.supplier.orders().len() == BATCH * BATCHES,
        "the supplier did not sell once for each order"
    );
    let worth = Spread::ratio(&rounds);
    println!(
        "FULFILMENTS: {BATCH} paid orders at a time, from stored event to delivered eSIM; median \
         of {BATCHES} (lowest–highest)"
    );
    println!(
        "  fulfilled ÷ bare commits          {:.4}",
        1.0 / worth.median
    );
    println!("  bare commits per fulfilment       {worth}");
    println!(
        "  for scale: {:.0} fulfilled and {:.0} bare commits a second\n",
        Spread::of(rounds.iter().map(|r| r.1)).median,
        Spread::of(rounds.iter().map(|r| r.0)).median
    );
    Ok(())
}

/// Orders placed at the shop and paid at the till, whose events are stored but not heard: their
/// jobs are put off.
pub async fn paid_orders(
    stage: &Stage,
    sandbox: &Sandbox,
    db: &mut PgConnection,
    orders: usize,
) -> anyhow::Result<()> {
    sandbox.stripe.set_delivery(Delivery::Hold);
    let mut sessions = Vec::new();
    let http = reqwest::Client::builder()
        .no_proxy()
        .redirect(reqwest::redirect::Policy::none())
        .build()?;
    while sessions.len() < orders {
        let mut checkouts = JoinSet::new();
        for _ in 0..AT_ONCE.min(orders - sessions.len()) {
            checkouts.spawn(check_out(
                http.clone(),
                format!("http://{}/checkout", stage.address),
            ));
        }
        while let Some(session) = checkouts.join_next().await {
            sessions.push(session??);
        }
    }
    for session in &sessions {
        sandbox
            .stripe
            .pay(session, BUYER)
            .map_err(|_| anyhow::anyhow!("the sandbox's till refuses the card"))?;
    }
    sandbox.stripe.release_held(false);
    sandbox.stripe.quiet().await;
    let put_off = sqlx::query(
        "update jobs set run_at = now() + interval '1 hour' where kind = 'stripe_event'",
    )
    .execute(db)
    .await?;
    ensure!(
        put_off.rows_affected() >= u64::try_from(orders)?,
        "not every payment was told"
    );
    Ok(())
}

pub async fn check_out(http: reqwest::Client, url: String) -> anyhow::Result<String> {
    let form = [
        ("product_id", PLAN),
        ("quantity", "1"),
        ("device_ok", "yes"),
    ];
    let answer = http.post(url).form(&form).send().await?;
    let location = answer
        .headers()
        .get("location")
        .and_then(|l| l.to_str().ok())
        .context("the checkout led nowhere")?;
    Ok(location.rsplit('/').next().unwrap_or_default().to_owned())
}

/// Starts a worker, lets it come to rest, gives it the waiting events at once: how long until the
/// last eSIM is delivered.
pub async fn fulfil(
    stage: &Stage,
    db: &mut PgConnection,
    orders: usize,
) -> anyhow::Result<Duration> {
    let _worker = stage.work()?;
    at_rest(db).await?;
    let delivered = "select count(*) from lines where state = 'delivered'";
    let wanted = sqlx::query_scalar::<_, i64>(delivered)
        .fetch_one(&mut *db)
        .await?
        + i64::try_from(orders)?;
    let began = Instant::now();
    sqlx::raw_sql("update jobs set run_at = now() where kind = 'stripe_event'; notify jobs")
        .execute(&mut *db)
        .await?;
    until("all is delivered", async || {
        Ok(sqlx::query_scalar::<_, i64>(delivered)
            .fetch_one(&mut *db)
            .await?
            >= wanted)
    })
    .await?;
    let took = began.elapsed();
    // Its mails too, so that the next sample is not theirs.
    at_rest(db).await?;
    Ok(took)
}

/// Until a worker is there and has nothing to do now.
pub async fn at_rest(db: &mut PgConnection) -> anyhow::Result<()> {
    let resting = "select exists (select from jobs where kind = 'sync_catalogue'
                     and leased_until is null and run_at > now())
                   and not exists (select from jobs where run_at <= now()
                     or leased_until is not null)
                   and exists (select from pg_stat_activity where datname = current_database()
                     and query like 'LISTEN \"jobs\"%')";
    until("the worker rests", async || {
        Ok(sqlx::query_scalar::<_, bool>(resting)
            .fetch_one(&mut *db)
            .await?)
    })
    .await
}
