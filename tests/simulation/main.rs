//! The seeded simulation: real flows on real PostgreSQL against the world in miniature. A seed
//! decides who does what, and when; afterwards the outside world is compared with the books, both
//! ways, to the cent. `make simulate SEEDS=n FROM=k` runs it alone.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may fail loudly"
)]

#[path = "../support/mod.rs"]
mod support;

mod acts;
mod afterwards;
mod chance;
mod eyes;
mod outside;
mod outside_money;
mod reckoning;
mod world;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use chance::Chance;
use world::World;

/// A run of a seed.
struct Run {
    /// Of everything that was decided.
    decisions: String,
    /// Of what came of it as well.
    outcomes: String,
    log: Vec<String>,
    /// What is wrong; empty is right.
    faults: Vec<String>,
}

async fn run(seed: u64) -> Run {
    let mut world = World::open(seed).await;
    let mut chance = Chance::of(seed);
    for _ in 0..number("SIM_STEPS", 90) {
        acts::step(&mut world, &mut chance).await;
        if !world.faults.is_empty() {
            break;
        }
    }
    if world.faults.is_empty() {
        world.rest().await;
        reckoning::compare(&mut world).await;
    }
    let outcomes = chance::digest(&world.log);
    let run = Run {
        decisions: chance.digest(),
        outcomes,
        log: std::mem::take(&mut world.log),
        faults: std::mem::take(&mut world.faults),
    };
    world.close().await;
    run
}

fn number(name: &str, otherwise: u64) -> u64 {
    std::env::var(name)
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(otherwise)
}

/// One seed on a thread and a runtime of its own, so that nothing of another is in its way.
fn alone(seed: u64) -> Run {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let ended = catch_unwind(AssertUnwindSafe(|| runtime.block_on(run(seed))));
    runtime.shutdown_background();
    ended.unwrap_or_else(|panic| {
        let words = panic
            .downcast_ref::<String>()
            .cloned()
            .or_else(|| panic.downcast_ref::<&str>().map(|w| (*w).to_owned()));
        let fault = format!("it broke off: {}", words.unwrap_or_default());
        Run {
            decisions: String::new(),
            outcomes: String::new(),
            log: Vec::new(),
            faults: vec![fault],
        }
    })
}

/// A seed waits for its database and its partners about as long as it works.
fn at_once() -> u64 {
    let processors =
        std::thread::available_parallelism().map_or(2, |n| u64::try_from(n.get()).unwrap());
    number("SIM_THREADS", 2 * processors)
}

fn tell(seed: u64, run: &Run) -> String {
    format!(
        "seed {seed}:\n{}\n\n{}\nagain: make simulate SEEDS=1 FROM={seed}\n",
        run.log.join("\n"),
        run.faults
            .iter()
            .map(|fault| format!("  ! {fault}"))
            .collect::<Vec<_>>()
            .join("\n")
    )
}

#[test]
fn whatever_happens_the_world_and_the_books_agree() {
    let (seeds, first) = (number("SIM_SEEDS", 200), number("SIM_FROM", 1));
    let (begun, stop_at_first) = (Instant::now(), std::env::var("SIM_STOP").is_ok());
    let (next, runs) = (AtomicU64::new(first), Mutex::new(Vec::new()));
    std::thread::scope(|threads| {
        for _ in 0..at_once() {
            threads.spawn(|| {
                loop {
                    let seed = next.fetch_add(1, Ordering::SeqCst);
                    if seed >= first + seeds {
                        break;
                    }
                    let run = alone(seed);
                    if !run.faults.is_empty() || std::env::var("SIM_LOG").is_ok() {
                        println!("{}", tell(seed, &run));
                    }
                    if stop_at_first && !run.faults.is_empty() {
                        next.store(first + seeds, Ordering::SeqCst);
                    }
                    let mut runs = runs.lock().unwrap();
                    runs.push((seed, run));
                    if runs.len().is_multiple_of(100) {
                        println!("{} seeds in {:.0?}", runs.len(), begun.elapsed());
                    }
                }
            });
        }
    });
    let mut runs = runs.into_inner().unwrap();
    runs.sort_by_key(|(seed, _)| *seed);
    let wrong: Vec<u64> = runs
        .iter()
        .filter(|(_, run)| !run.faults.is_empty())
        .map(|(seed, _)| *seed)
        .collect();
    let digests: Vec<String> = runs.iter().map(|(_, run)| run.decisions.clone()).collect();
    let steps: usize = runs.iter().map(|(_, run)| run.log.len()).sum();
    println!(
        "{seeds} seeds from {first}: {steps} steps in {:.1?}, digest of all decisions {}",
        begun.elapsed(),
        chance::digest(&digests)
    );
    assert!(wrong.is_empty(), "seeds {wrong:?} went wrong");
    assert_eq!(runs.len() as u64, seeds);
}

#[test]
fn the_same_seed_decides_the_same() {
    let seed = number("SIM_FROM", 7);
    let (one, two) = (alone(seed), alone(seed));
    println!(
        "decisions {}, outcomes {} and {}",
        one.decisions, one.outcomes, two.outcomes
    );
    assert_eq!(one.decisions, two.decisions);
    for (mine, other) in one.log.iter().zip(&two.log) {
        assert_eq!(mine, other);
    }
    assert!(one.log.len() > 50, "it ends too soon to say anything");
}
