//! How fast webhooks are taken in beside the version before, in turn; and how long one takes at a
//! steady two hundred a second.

use std::time::Duration;

use sandbox::{Sandbox, SandboxOptions};
use tokio::task::JoinSet;
use tokio::time::Instant;

use crate::deadlines::{at, figures};
use crate::figures::Spread;
use crate::process::{Running, Stage, Version};
use crate::webhooks::deliveries;
use crate::{Bench, load};

/// Rounds of each version, in turn.
const ROUNDS: usize = 5;
/// Webhooks a second, and for how many seconds.
const A_SECOND: u64 = 200;
const SECONDS: u64 = 10;

struct Scene {
    sandbox: Sandbox,
    stage: Stage,
    shop: Running,
}

impl Scene {
    async fn set(bench: &Bench, name: &'static str, version: Version) -> anyhow::Result<Self> {
        let sandbox = Sandbox::start(SandboxOptions::default()).await?;
        sandbox.supplier.keep_only(|p| p.id.ends_with("_JP"));
        let stage = Stage::set_version(bench, name, &sandbox, "", version).await?;
        stage.once("sync-catalogue")?;
        let shop = stage.serve().await?;
        Ok(Self {
            sandbox,
            stage,
            shop,
        })
    }
}

pub async fn run(bench: &Bench) -> anyhow::Result<()> {
    let now = Scene::set(bench, "intake", Version::Now).await?;
    let next = deliveries(&now.sandbox);
    if Version::Before.program().is_some() {
        let before = Scene::set(bench, "intake_before", Version::Before).await?;
        let then = deliveries(&before.sandbox);
        let mut rounds = Vec::new();
        for _ in 0..ROUNDS {
            let old = load::sample(before.stage.address, &before.shop.meter(), then.clone())
                .await?
                .per_second;
            let new = load::sample(now.stage.address, &now.shop.meter(), next.clone())
                .await?
                .per_second;
            rounds.push((new, old));
        }
        let ratio = Spread::ratio(&rounds);
        println!(
            "INTAKE ÷ the version before's: {ratio}, median of {ROUNDS} rounds (lowest–highest)"
        );
        bench.table.row(
            "webhooks taken in a second ÷ the version before's",
            "≥ 2.5",
            format!("{ratio}"),
            ratio.median >= 2.5,
        );
    }
    let (address, mut sent) = (now.stage.address, JoinSet::new());
    let mut beat = tokio::time::interval(Duration::from_millis(1_000 / A_SECOND));
    for _ in 0..A_SECOND * SECONDS {
        beat.tick().await;
        let request = next();
        sent.spawn(async move {
            let began = Instant::now();
            load::once(address, &request).await?;
            anyhow::Ok(began.elapsed().as_secs_f64())
        });
    }
    let mut seconds = Vec::new();
    while let Some(took) = sent.join_next().await {
        seconds.push(took??);
    }
    println!("INTAKE at {A_SECOND} a second: {}\n", figures(&mut seconds));
    bench.table.at_most(
        "a webhook at 200 a second, its connection included, p99",
        0.015,
        at(&seconds, 99),
    );
    Ok(())
}
