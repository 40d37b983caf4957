//! A destination page from the shop, from nginx as a file, and from a bare handler: who answers
//! more for the same processor time. Twice, with a small and a large catalogue, in one run.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, ensure};
use chrono::{DateTime, Utc};
use domain::destination;
use domain::money::Currency;
use domain::product::{Data, FairUse, Network, Product};
use esim_storefront::db;
use sandbox::{Sandbox, SandboxOptions};

use crate::figures::Spread;
use crate::load::{self, Rate};
use crate::process::{self, Meter, Running, Stage, free_address};
use crate::{Bench, CLIENTS, ROUNDS, bare};

const PATH: &str = "/esim/japan";
/// What the traveller's destination has to offer, whatever the size of the rest.
const LOCAL: usize = 24;
const REGIONAL: usize = 12;

/// One catalogue's three servers.
struct Trio {
    products: usize,
    bytes: usize,
    servers: [(SocketAddr, Meter); 3],
    _running: [Running; 3],
    /// Shop, nginx, bare handler; one each a round.
    rates: Vec<[Rate; 3]>,
}

pub async fn run(bench: &Bench) -> anyhow::Result<()> {
    let sandbox = Sandbox::start(SandboxOptions::default()).await?;
    let mut trios = [
        trio(bench, &sandbox, "small", 500).await?,
        trio(bench, &sandbox, "large", 5_000).await?,
    ];
    for _ in 0..ROUNDS {
        for trio in &mut trios {
            let mut round = Vec::new();
            for (address, meter) in &trio.servers {
                round.push(load::sample(*address, meter, Arc::new(|| load::get(PATH))).await?);
            }
            trio.rates.extend(<[Rate; 3]>::try_from(round));
        }
    }
    report(&trios);
    Ok(())
}

fn report([small, large]: &[Trio; 2]) {
    println!(
        "PAGES: {PATH}, brotli, keep-alive, {CLIENTS} clients; median of {ROUNDS} rounds \
         (lowest–highest)"
    );
    println!("                                    for the same processor time       by the clock");
    for trio in [small, large] {
        for (name, other) in [("nginx", 1), ("bare axum", 2)] {
            let pairs: Vec<_> = trio
                .rates
                .iter()
                .filter_map(|r| Some((r[0], *r.get(other)?)))
                .collect();
            line(
                &format!("{} products: shop ÷ {name}", trio.products),
                &pairs,
            );
        }
    }
    let sizes: Vec<_> = large
        .rates
        .iter()
        .zip(&small.rates)
        .map(|(l, s)| (l[0], s[0]))
        .collect();
    line(
        &format!("shop: {} ÷ {} products", large.products, small.products),
        &sizes,
    );
    for trio in [small, large] {
        let of = |server: usize| {
            Spread::of(
                trio.rates
                    .iter()
                    .filter_map(|r| Some(r.get(server)?.per_cpu_second)),
            )
            .median
        };
        println!(
            "  for scale, {} products, {} bytes: shop {:.0}, nginx {:.0}, bare axum {:.0} answers \
             per CPU-second",
            trio.products,
            trio.bytes,
            of(0),
            of(1),
            of(2)
        );
    }
    println!();
}

/// Two servers' rates of each round, as their ratio.
fn line(name: &str, pairs: &[(Rate, Rate)]) {
    let ratio = |of: fn(&Rate) -> f64| {
        Spread::ratio(
            &pairs
                .iter()
                .map(|(a, b)| (of(a), of(b)))
                .collect::<Vec<_>>(),
        )
        .to_string()
    };
    println!(
        "  {name:<33} {:<33} {}",
        ratio(|r| r.per_cpu_second),
        ratio(|r| r.per_second)
    );
}

async fn trio(
    bench: &Bench,
    sandbox: &Sandbox,
    name: &'static str,
    products: usize,
) -> anyhow::Result<Trio> {
    let stage = Stage::set(bench, name, sandbox).await?;
    let pool = sqlx::PgPool::connect(&stage.database).await?;
    db::products::replace_all(
        &mut *pool.acquire().await?,
        &catalogue(products),
        &[],
        DateTime::<Utc>::UNIX_EPOCH,
    )
    .await?;
    pool.close().await;
    let shop = stage.serve().await?;
    let (headers, body) = load::fetch(stage.address, PATH).await?;
    let value = |name: &str| {
        headers
            .iter()
            .find(|(n, _)| n == name)
            .map(|(_, v)| v.as_str())
    };
    ensure!(
        value("content-encoding") == Some("br"),
        "the shop does not send brotli"
    );
    // Hyper writes the date itself.
    let fixed: Vec<_> = headers
        .iter()
        .filter(|(name, _)| name != "date")
        .cloned()
        .collect();
    let room = bench.room.path().join(name);
    let (bare, bare_address) = bare::start(&room, PATH, &fixed, &body)?;
    let (nginx, nginx_address) = static_file(
        &room,
        &body,
        value("content-type").context("no Content-Type")?,
    )?;
    for address in [bare_address, nginx_address] {
        let (others, same) = load::fetch(address, PATH).await?;
        ensure!(same == body, "{address} does not send the same bytes");
        ensure!(
            others
                .iter()
                .any(|(n, v)| n == "content-encoding" && v == "br"),
            "{address} does not say how they are written"
        );
    }
    let servers = [
        (stage.address, shop.meter()),
        (nginx_address, nginx.meter()),
        (bare_address, bare.meter()),
    ];
    Ok(Trio {
        products,
        bytes: body.len(),
        servers,
        _running: [shop, nginx, bare],
        rates: Vec::new(),
    })
}

/// nginx as a distribution ships it, but for its log: the compressed page as a file.
fn static_file(room: &Path, body: &[u8], mime: &str) -> anyhow::Result<(Running, SocketAddr)> {
    let address = free_address()?;
    let site = room.join("site");
    std::fs::create_dir_all(site.join("esim"))?;
    std::fs::write(site.join(PATH.trim_start_matches('/')), body)?;
    let user = if nix::unistd::geteuid().is_root() {
        "user root;"
    } else {
        ""
    };
    let at = |name: &str| room.join(name).display().to_string();
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|kind| format!("{kind}_temp_path {};\n", at("nginx-tmp")))
        .concat();
    let configuration = format!(
        "{user} daemon off; worker_processes 1; pid {};\n\
         events {{ worker_connections 512; }}\n\
         http {{ access_log off; sendfile on; tcp_nopush on; keepalive_timeout 1h; \
         keepalive_requests 1000000000;\n{temporary}\
         server {{ listen {address}; root {}; location / {{ types {{}} default_type \"{mime}\"; \
         add_header Content-Encoding br; }} }} }}\n",
        at("nginx.pid"),
        site.display(),
    );
    Ok((process::nginx(room, address, &configuration)?, address))
}

/// As many products as asked for. Those that Japan's page shows are always the same.
fn catalogue(products: usize) -> Vec<Product> {
    let elsewhere: Vec<&str> = destination::countries()
        .iter()
        .map(|c| c.code)
        .filter(|code| *code != "JP")
        .collect();
    let gigabytes = [1, 2, 3, 5, 10, 20, 30, 50];
    let days = [3, 7, 15, 30];
    let pick = |list: &[u32], at: usize| list.get(at % list.len()).copied().unwrap_or(1);
    let one = |at: usize, coverage: Vec<String>| {
        let (size, length) = (pick(&gigabytes, at), pick(&days, at / gigabytes.len()));
        Product {
            id: format!("esimfx_{size}G_{length}D_{at:05}"),
            meta_id: None,
            name: format!("{size} GB, {length} days"),
            data: Data::Megabytes(u64::from(size) * 1024),
            days: length,
            coverage,
            networks: vec![Network {
                mccmnc: Some("44020".to_owned()),
                name: "SoftBank".to_owned(),
                speed: Some("5G".to_owned()),
                country: None,
            }],
            imsi_profile: Some("Green".to_owned()),
            fair_use: FairUse::default(),
            raw: None,
            cost: rust_decimal::Decimal::new(i64::from(size * 120 + length * 20), 2),
            cost_currency: Currency::USD,
        }
    };
    let japan = (0..LOCAL).map(|at| one(at, vec!["JP".to_owned()]));
    let asia = (LOCAL..LOCAL + REGIONAL)
        .map(|at| one(at, ["CN", "JP", "KR", "TH"].map(str::to_owned).to_vec()));
    let others = (LOCAL + REGIONAL..products).map(|at| {
        let code = elsewhere
            .get(at % elsewhere.len().max(1))
            .copied()
            .unwrap_or("KR");
        one(at, vec![code.to_owned()])
    });
    japan.chain(asia).chain(others).collect()
}
