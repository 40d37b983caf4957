//! The storm: three processes of the shop on a PostgreSQL with a synchronous standby, under a load
//! of orders, while processes are killed and frozen, the database is stopped at once or fails over,
//! and the partners fail. `make storm` runs it; STORM_SECONDS says how long.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may fail loudly"
)]

#[path = "../support/mod.rs"]
mod support;

mod cluster;
mod reckoning;
mod shops;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use sandbox::faults::{Break, Fault, Rule};
use sandbox::{Sandbox, SandboxOptions};

use cluster::{Cluster, Switch};
use shops::Shops;
use support::{BUYER, Browser, PLAN};

const BUYERS: usize = 4;

/// What was done.
#[derive(Default)]
struct Counts {
    presses: AtomicUsize,
    paid: AtomicUsize,
    by_hand: AtomicUsize,
    killed: AtomicUsize,
    frozen: AtomicUsize,
    stopped: AtomicUsize,
    failed_over: AtomicUsize,
    faults: AtomicUsize,
}

fn one_more(count: &AtomicUsize) {
    count.fetch_add(1, Ordering::SeqCst);
}

async fn a_moment(milliseconds: std::ops::Range<u64>) {
    tokio::time::sleep(Duration::from_millis(rand::random_range(milliseconds))).await;
}

/// Presses "pay" until it is over, and pays what opens; sometimes the money goes back by hand.
async fn buy(shop: String, sandbox: Arc<Sandbox>, over: Arc<AtomicBool>, counts: Arc<Counts>) {
    while !over.load(Ordering::SeqCst) {
        let mut browser = Browser::new(&shop);
        let quantity = if rand::random_range(0..4) == 0 {
            "2"
        } else {
            "1"
        };
        let form = [
            ("product_id", PLAN),
            ("quantity", quantity),
            ("device_ok", "yes"),
        ];
        let press = browser
            .request(reqwest::Method::POST, "/checkout")
            .form(&form)
            .timeout(Duration::from_secs(10));
        one_more(&counts.presses);
        let page = browser
            .try_send(press)
            .await
            .and_then(|answer| answer.location);
        let session = page
            .as_deref()
            .and_then(|page| page.rsplit('/').next())
            .unwrap_or_default();
        if sandbox.stripe.pay(session, BUYER).is_ok() {
            one_more(&counts.paid);
            if rand::random_range(0..12) == 0 {
                a_moment(0..3_000).await;
                let paid = sandbox
                    .stripe
                    .sessions()
                    .into_iter()
                    .find(|s| s["id"] == session);
                let intent = paid
                    .map(|s| s["payment_intent"].as_str().unwrap_or_default().to_owned())
                    .unwrap_or_default();
                if sandbox.stripe.refund_in_dashboard(&intent, None).is_ok() {
                    one_more(&counts.by_hand);
                }
            }
        }
        a_moment(100..900).await;
    }
}

/// The partners fail now and then.
async fn trouble(sandbox: Arc<Sandbox>, over: Arc<AtomicBool>, counts: Arc<Counts>) {
    while !over.load(Ordering::SeqCst) {
        let down = || Fault::Status {
            status: 500,
            body: "no".to_owned(),
        };
        let (stripe, supplier) = (&sandbox.stripe.faults, &sandbox.supplier.faults);
        match rand::random_range(0..9) {
            0 => supplier.push(Rule::once(
                "create_order",
                Fault::SellThenBreak(Break::Reset),
            )),
            1 => supplier.push(Rule::once(
                "create_order",
                Fault::SellThenBreak(Break::Cut(40)),
            )),
            2 => supplier.push(Rule::once("create_order", down()).times(3)),
            3 => supplier.push(Rule::once(
                "create_order",
                Fault::Refuse {
                    code: 40_400,
                    message: "gone".to_owned(),
                },
            )),
            4 => supplier.push(Rule::once(
                "create_order",
                Fault::Delay(Duration::from_secs(6)),
            )),
            5 => stripe.push(Rule::once("", down()).method("GET").times(2)),
            6 => stripe
                .push(Rule::once("/v1/refunds", Fault::SellThenBreak(Break::Reset)).method("POST")),
            7 => stripe.push(
                Rule::once("/v1/checkout/sessions", Fault::SellThenBreak(Break::Reset))
                    .method("POST"),
            ),
            _ => sandbox.stripe.fail_refund_late(Duration::from_secs(4)),
        }
        one_more(&counts.faults);
        a_moment(400..2_000).await;
    }
}

/// One blow after the other, and a breath between two.
async fn strike(shops: &mut Shops, cluster: &mut Cluster, over: &AtomicBool, counts: &Counts) {
    while !over.load(Ordering::SeqCst) {
        a_moment(1_500..5_000).await;
        match rand::random_range(0..10) {
            0..=4 => {
                shops.kill(rand::random_range(0..shops::MANY)).await;
                one_more(&counts.killed);
            }
            5 | 6 => {
                shops
                    .freeze(
                        rand::random_range(0..shops::MANY),
                        Duration::from_millis(rand::random_range(500..26_000)),
                    )
                    .await;
                one_more(&counts.frozen);
            }
            7 | 8 => {
                cluster.stop_immediately().await;
                one_more(&counts.stopped);
            }
            _ => {
                cluster.fail_over().await;
                one_more(&counts.failed_over);
            }
        }
        shops.start_the_dead();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_lost_and_nothing_is_doubled() {
    let seconds = std::env::var("STORM_SECONDS")
        .ok()
        .and_then(|s| s.parse().ok())
        .unwrap_or(180);
    let mut cluster = Cluster::start().await;
    let door = Switch::to(0).await;
    let shop = format!("http://{}", door.address);
    let sandbox = Sandbox::start(SandboxOptions {
        shop_url: Some(shop.clone()),
        ..SandboxOptions::default()
    })
    .await
    .unwrap();
    sandbox.supplier.keep_only(|p| p.id.ends_with("_JP"));
    let mut shops = Shops::open(&sandbox, &cluster.address(), &shop, door).await;
    let (sandbox, over, counts) = (
        Arc::new(sandbox),
        Arc::new(AtomicBool::new(false)),
        Arc::new(Counts::default()),
    );
    let begun = Instant::now();
    let mut people: Vec<_> = (0..BUYERS)
        .map(|_| {
            tokio::spawn(buy(
                shop.clone(),
                sandbox.clone(),
                over.clone(),
                counts.clone(),
            ))
        })
        .collect();
    people.push(tokio::spawn(trouble(
        sandbox.clone(),
        over.clone(),
        counts.clone(),
    )));
    let end = over.clone();
    people.push(tokio::spawn(async move {
        tokio::time::sleep(Duration::from_secs(seconds)).await;
        end.store(true, Ordering::SeqCst);
    }));
    strike(&mut shops, &mut cluster, &over, &counts).await;
    for person in people {
        person.await.unwrap();
    }
    let fired = sandbox.stripe.faults.fired() + sandbox.supplier.faults.fired();
    sandbox.stripe.faults.clear();
    sandbox.supplier.faults.clear();
    let of = |count: &AtomicUsize| count.load(Ordering::SeqCst);
    println!(
        "storm: {:.0?}, {} presses, {} orders paid, {} refunded by hand; {} processes killed, {} \
         frozen, {} immediate stops, {} failovers, {} \
         faults ordered, {fired} fired",
        begun.elapsed(),
        of(&counts.presses),
        of(&counts.paid),
        of(&counts.by_hand),
        of(&counts.killed),
        of(&counts.frozen),
        of(&counts.stopped),
        of(&counts.failed_over),
        of(&counts.faults),
    );
    reckoning::rest(&cluster.address()).await;
    let wrong = reckoning::compare(&sandbox, &cluster.address()).await;
    let verified = shops.verify_books().await;
    shops.close().await;
    let happened = [&counts.paid, &counts.killed].map(of);
    assert!(
        happened.iter().all(|many| *many > 0) && fired > 0,
        "it was no storm: {happened:?} paid and killed, {fired} faults"
    );
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(verified.0, "verify-books: {}", verified.1);
}
