//! What is held open at full size, straight at the shop and through Caddy, while another visitor
//! goes on: how long a page takes them, how much memory the shop takes, and how soon the next eSIM
//! is delivered.

use std::net::SocketAddr;
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::Context;
use sandbox::{Sandbox, SandboxOptions};
use sqlx::PgConnection;
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;
use tokio::time::Instant;

use crate::Bench;
use crate::fulfilments::{PLAN, check_out};
use crate::load;
use crate::process::{Running, Stage, connect, free_address, until};

/// Pages that another visitor loads while something is held open, one each 50 ms.
const PAGES: usize = 60;

pub async fn run(bench: &Bench) -> anyhow::Result<()> {
    through(bench, "abuse", None).await?;
    match caddy() {
        Some(caddy) => through(bench, "abuse_caddy", Some(caddy)).await,
        None => {
            println!(
                "no caddy, so nothing is measured through it: install it (Debian 12, Ubuntu: \
                 apt-get install caddy)\n"
            );
            Ok(())
        }
    }
}

fn caddy() -> Option<&'static str> {
    Command::new("caddy")
        .arg("version")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .ok()
        .filter(|s| s.success())
        .map(|_| "caddy")
}

/// Caddy as `deploy/Caddyfile` has it, but without a certificate, as this is loopback.
async fn in_front(
    bench: &Bench,
    program: &str,
    shop: SocketAddr,
) -> anyhow::Result<(Running, SocketAddr)> {
    let address = free_address()?;
    let file = bench.room.path().join("Caddyfile");
    let lines = format!(
        "{{\n\tadmin off\n\tauto_https off\n}}\nhttp://{address} {{\n\tbind \
         127.0.0.1\n\treverse_proxy {shop} {{\n\t\ttransport http {{\n\t\t\tkeepalive \
         20s\n\t\t}}\n\t}}\n}}\n"
    );
    std::fs::write(&file, lines)?;
    let home = bench.room.path().join("caddy");
    let mut command = Command::new(program);
    command
        .args(["run", "--adapter", "caddyfile", "--config"])
        .arg(&file)
        .env("HOME", &home)
        .env("XDG_DATA_HOME", &home);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let running = Running::start(&mut command)?;
    until("Caddy listens", async || {
        Ok(TcpStream::connect(address).await.is_ok())
    })
    .await?;
    Ok((running, address))
}

async fn through(bench: &Bench, name: &'static str, caddy: Option<&str>) -> anyhow::Result<()> {
    let sandbox = Sandbox::start(SandboxOptions::default()).await?;
    sandbox.supplier.keep_only(|p| p.id == PLAN);
    let stage = Stage::set(bench, name, &sandbox).await?;
    stage.once("sync-catalogue")?;
    let shop = stage.serve_and_work().await?;
    let (_caddy, address) = match caddy {
        Some(program) => {
            let (running, address) = in_front(bench, program, stage.address).await?;
            (Some(running), address)
        }
        None => (None, stage.address),
    };
    let how = if caddy.is_some() {
        "through Caddy"
    } else {
        "without a proxy"
    };
    let http = reqwest::Client::builder()
        .no_proxy()
        .redirect(reqwest::redirect::Policy::none())
        .build()?;
    let (mut pages, mut db) = (Vec::new(), connect(&stage.database).await?);
    for _ in 0..5 {
        pages.push(check_out(http.clone(), format!("http://{}/checkout", stage.address)).await?);
    }
    let watched = order_page(&sandbox, &stage, &pages[0])?;
    let quiet = slowest_page(address).await?;
    let before = shop.megabytes()?;
    println!("HELD OPEN {how}: quiet, the slowest page {quiet:.3} s, {before:.0} MB");
    let host = format!("host: {address}\r\n");
    let post = |bytes: u32| {
        format!(
            "POST /login HTTP/1.1\r\n{host}content-type: \
             application/x-www-form-urlencoded\r\ncontent-length: {bytes}\r\n\r\nemail="
        )
    };
    let all = [
        (
            "1,150 event streams",
            1_150,
            format!("GET {watched}/events HTTP/1.1\r\n{host}\r\n"),
        ),
        (
            "1,100 half heads",
            1_100,
            format!("GET / HTTP/1.1\r\n{host}x-slow: "),
        ),
        ("300 unfinished bodies", 300, post(16_000)),
        ("300 unfinished bodies of 2 MB", 300, post(2_097_152)),
    ];
    for ((what, many, sent), page) in all.into_iter().zip(&pages[1..]) {
        let held = hold(address, many, &sent).await?;
        let slowest = slowest_page(address).await?;
        let more = shop.megabytes()? - before;
        let delivered = deliver(&sandbox, &mut db, page, what).await?;
        println!(
            "  {what:30} the slowest page {slowest:.3} s, memory {more:+.0} MB, the next delivery \
             {delivered:.3} s"
        );
        bench.table.at_most(
            &format!("{what}, {how}: another visitor's slowest page"),
            0.2,
            slowest,
        );
        bench.table.row(
            "the same: memory",
            "≤ + 50 MB",
            format!("{more:+.0} MB"),
            more <= 50.0,
        );
        bench
            .table
            .at_most("the same: the next delivery", 1.0, delivered);
        drop(held);
    }
    println!();
    Ok(())
}

fn order_page(sandbox: &Sandbox, stage: &Stage, session: &str) -> anyhow::Result<String> {
    let sessions = sandbox.stripe.sessions();
    let session = sessions
        .iter()
        .find(|s| s["id"] == session)
        .context("no such session")?;
    let url = session["success_url"].as_str().context("no success_url")?;
    Ok(url
        .strip_prefix(&format!("http://{}", stage.address))
        .context("another shop's page")?
        .to_owned())
}

/// Opens so many connections and sends the same over each; one that is refused is the shop's right.
async fn hold(address: SocketAddr, many: usize, what: &str) -> anyhow::Result<Vec<TcpStream>> {
    let mut held = Vec::new();
    for _ in 0..many {
        let mut line = TcpStream::connect(address).await?;
        if line.write_all(what.as_bytes()).await.is_ok() {
            held.push(line);
        }
    }
    Ok(held)
}

/// Another visitor loads pages; the slowest, its connection included.
async fn slowest_page(address: SocketAddr) -> anyhow::Result<f64> {
    let mut slowest = 0.0_f64;
    for _ in 0..PAGES {
        let began = Instant::now();
        load::fetch(address, "/esim/japan").await?;
        slowest = slowest.max(began.elapsed().as_secs_f64());
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    Ok(slowest)
}

async fn deliver(
    sandbox: &Sandbox,
    db: &mut PgConnection,
    page: &str,
    what: &str,
) -> anyhow::Result<f64> {
    let (began, email) = (
        Instant::now(),
        format!("{}@traveller.example", what.replace([' ', ','], "-")),
    );
    sandbox
        .stripe
        .pay(page, &email)
        .map_err(|_| anyhow::anyhow!("the sandbox's till refuses the card"))?;
    let delivered = "select exists (select from orders o join lines l on l.order_id = o.id
                     where o.customer_email = $1 and l.state = 'delivered')";
    until("an eSIM is delivered", async || {
        Ok(sqlx::query_scalar::<_, bool>(delivered)
            .bind(&email)
            .fetch_one(&mut *db)
            .await?)
    })
    .await?;
    Ok(began.elapsed().as_secs_f64())
}
