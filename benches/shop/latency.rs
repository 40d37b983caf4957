//! What a supplier's latency does to deliveries: many orders at once, and a steady stream of them,
//! from Stripe's webhook to the code on the page.

use std::time::Duration;

use anyhow::{Context, ensure};
use sandbox::faults::{Fault, Rule};
use sandbox::{Sandbox, SandboxOptions};
use sqlx::{Connection, PgConnection};
use tokio::task::JoinSet;
use tokio::time::Instant;

use crate::Bench;
use crate::deadlines::{at, figures};
use crate::fulfilments::{BUYER, PLAN, check_out, fulfil, paid_orders};
use crate::process::{Stage, Version, until};

/// Orders that are paid in a second, and for how many.
const A_SECOND: usize = 20;
const SECONDS: usize = 15;
/// The supplier's latency meanwhile.
const USUAL: Duration = Duration::from_millis(300);
/// One order in so many is watched on its page, as its buyer would.
const WATCHED: usize = 3;

pub async fn run(bench: &Bench) -> anyhow::Result<()> {
    let (now, _) = at_once(bench, "slow_0", 0, 200, Version::Now).await?;
    if Version::Before.program().is_some() {
        let (before, _) = at_once(bench, "slow_0_before", 0, 200, Version::Before).await?;
        let (again, _) = at_once(bench, "slow_0_again", 0, 200, Version::Now).await?;
        let ratio = f64::midpoint(now, again) / before;
        bench.table.row(
            "fulfilments a second ÷ the version before's",
            "≥ 3",
            format!("{ratio:.2}"),
            ratio >= 3.0,
        );
    }
    let (at_two, _) = at_once(bench, "slow_2", 2, 300, Version::Now).await?;
    bench.table.row(
        "300 orders at once, the supplier takes 2 s",
        "≥ 20 a second",
        format!("{at_two:.1}"),
        at_two >= 20.0,
    );
    let (_, last) = at_once(bench, "slow_8", 8, 300, Version::Now).await?;
    bench.table.at_most(
        "300 orders at once, the supplier takes 8 s: the last",
        60.0,
        last,
    );
    println!();
    steadily(bench).await
}

/// Orders a second, and after how many seconds the last of them was delivered.
async fn at_once(
    bench: &Bench,
    name: &'static str,
    seconds: u64,
    orders: usize,
    version: Version,
) -> anyhow::Result<(f64, f64)> {
    let sandbox = Sandbox::start(SandboxOptions::default()).await?;
    sandbox.supplier.keep_only(|p| p.id == PLAN);
    let stage = Stage::set_version(bench, name, &sandbox, "", version).await?;
    stage.once("sync-catalogue")?;
    let _shop = stage.serve().await?;
    let mut db = PgConnection::connect(&stage.database).await?;
    if seconds > 0 {
        sandbox.supplier.faults.push(Rule::always(
            "create_order",
            Fault::Delay(Duration::from_secs(seconds)),
        ));
    }
    paid_orders(&stage, &sandbox, &mut db, orders).await?;
    let took = fulfil(&stage, &mut db, orders).await?.as_secs_f64();
    ensure!(
        sandbox.supplier.orders().len() == orders,
        "the supplier did not sell once for each order"
    );
    let per_second = f64::from(u32::try_from(orders)?) / took;
    let which = if version == Version::Before {
        " (before)"
    } else {
        ""
    };
    println!(
        "THE SUPPLIER TAKES {seconds} s: {orders} orders at once, the last delivered after \
         {took:.1} s: {per_second:.1} a second{which}"
    );
    Ok((per_second, took))
}

async fn steadily(bench: &Bench) -> anyhow::Result<()> {
    let sandbox = Sandbox::start(SandboxOptions::default()).await?;
    sandbox.supplier.keep_only(|p| p.id == PLAN);
    let stage = Stage::set(bench, "steadily", &sandbox).await?;
    stage.once("sync-catalogue")?;
    let _shop = stage.serve_and_work().await?;
    let mut db = PgConnection::connect(&stage.database).await?;
    let http = reqwest::Client::builder()
        .no_proxy()
        .redirect(reqwest::redirect::Policy::none())
        .build()?;
    let mut pages = Vec::new();
    for _ in 0..A_SECOND * SECONDS {
        pages.push(check_out(http.clone(), format!("http://{}/checkout", stage.address)).await?);
    }
    sandbox
        .supplier
        .faults
        .push(Rule::always("create_order", Fault::Delay(USUAL)));
    let addresses: std::collections::HashMap<String, String> = sandbox
        .stripe
        .sessions()
        .iter()
        .filter_map(|s| {
            Some((
                s["id"].as_str()?.to_owned(),
                s["success_url"].as_str()?.to_owned(),
            ))
        })
        .collect();
    let mut watched = JoinSet::new();
    let mut beat = tokio::time::interval(Duration::from_millis(1_000 / u64::try_from(A_SECOND)?));
    for (at, page) in pages.iter().enumerate() {
        beat.tick().await;
        sandbox
            .stripe
            .pay(page, BUYER)
            .map_err(|_| anyhow::anyhow!("the sandbox's till refuses the card"))?;
        if at % WATCHED == 0 {
            watched.spawn(seen_on_the_page(
                http.clone(),
                addresses.get(page).context("no success_url")?.clone(),
            ));
        }
    }
    let wanted = i64::try_from(pages.len())?;
    let delivered = "select count(*) from lines where state = 'delivered'";
    until("all is delivered", async || {
        Ok(sqlx::query_scalar::<_, i64>(delivered)
            .fetch_one(&mut db)
            .await?
            >= wanted)
    })
    .await?;
    let mut stored: Vec<f64> = sqlx::query_scalar(
        "select extract(epoch from l.delivered_at - e.received_at)::float8
         from lines l join captures c on c.order_id = l.order_id
         join stripe_events e on e.id = c.event_id",
    )
    .fetch_all(&mut db)
    .await?;
    let mut shown = Vec::new();
    while let Some(seconds) = watched.join_next().await {
        shown.push(seconds??);
    }
    println!(
        "{A_SECOND} ORDERS A SECOND for {SECONDS} seconds, the supplier takes {} ms",
        USUAL.as_millis()
    );
    println!(
        "  webhook taken in → eSIM stored    {}",
        figures(&mut stored)
    );
    println!(
        "  paid → delivered on the page      {} (asked every 25 ms)\n",
        figures(&mut shown)
    );
    bench.table.at_most(
        "20 orders a second, the supplier takes 0.3 s: webhook → code on the page, p50",
        0.4,
        at(&shown, 50),
    );
    bench.table.at_most("the same, p99", 0.8, at(&shown, 99));
    Ok(())
}

/// Seconds until the order's page says that all is there.
async fn seen_on_the_page(http: reqwest::Client, page: String) -> anyhow::Result<f64> {
    let began = Instant::now();
    loop {
        let answer = http
            .get(&page)
            .header("accept", "application/json")
            .send()
            .await?
            .text()
            .await?;
        if answer.contains("\"delivery_state\":\"delivered\"") {
            return Ok(began.elapsed().as_secs_f64());
        }
        ensure!(
            began.elapsed() < Duration::from_secs(120),
            "an order's page never said that all is there"
        );
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
}
