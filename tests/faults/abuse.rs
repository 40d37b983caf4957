//! The same at full size, with the limits that a shop really has: run by `scripts/abuse`, as it takes a minute and a few thousand descriptors.
//! It prints figures; what it asserts is that everybody else was served.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use esim_storefront::serve::connections::{self, Limits};
use esim_storefront::serve::descriptors;
use esim_storefront::web;
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;
use tokio_util::sync::CancellationToken;

use crate::support::{BUYER, Browser, PLAN, Shop};

/// This process's memory, which holds shop, sandbox and attackers alike, in megabytes.
fn megabytes() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() / 1024
}

/// Another visitor loads a page twenty times; the slowest.
async fn slowest_page(address: SocketAddr) -> Duration {
    let mut slowest = Duration::ZERO;
    for _ in 0..20 {
        let began = Instant::now();
        assert_eq!(Browser::new(&format!("http://{address}")).get("/esim/japan").await.status, 200);
        slowest = slowest.max(began.elapsed());
    }
    slowest
}

async fn hold(address: SocketAddr, many: usize, what: &str) -> Vec<TcpStream> {
    let mut held = Vec::new();
    for _ in 0..many {
        let mut line = TcpStream::connect(address).await.unwrap();
        line.write_all(what.as_bytes()).await.unwrap();
        held.push(line);
    }
    held
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "full size: scripts/abuse"]
async fn whatever_is_held_open_another_visitor_is_served() {
    let shop = Shop::open().await;
    let (listener, stop) = (tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap(), CancellationToken::new());
    let (address, limits) = (listener.local_addr().unwrap(), Limits::of(descriptors::raise()));
    tokio::spawn(connections::serve(listener, web::router(shop.app.clone()), limits, stop.clone()));
    let mut sarah = shop.browser();
    let bought = shop.check_out(&mut sarah, PLAN, 1).await;
    let before = megabytes();
    println!("limits: {limits:?}; quiet: the slowest page {:?}, {before} MB", slowest_page(address).await);
    let get = format!("GET {}/events HTTP/1.1\r\nhost: shop.example\r\n\r\n", bought.page);
    let post = |sent: &str| {
        format!(
            "POST /login HTTP/1.1\r\nhost: shop.example\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: {sent}\r\n\r\nemail="
        )
    };
    for (name, many, what) in [
        ("event streams", 1_150, get),
        ("half heads", 1_100, "GET / HTTP/1.1\r\nhost: shop.example\r\nx-slow: ".to_owned()),
        ("unfinished bodies", 300, post("16000")),
        ("unfinished bodies of 2 MB", 300, post("2097152")),
    ] {
        let held = hold(address, many, &what).await;
        let (slowest, after) = (slowest_page(address).await, megabytes());
        println!("{many} {name}: the slowest page {slowest:?}, memory {:+} MB", after.cast_signed() - before.cast_signed());
        drop(held);
    }
    let (_streams, began) =
        (hold(address, 1_150, &format!("GET {}/events HTTP/1.1\r\nhost: s\r\n\r\n", bought.page)).await, Instant::now());
    shop.sandbox.stripe.pay(&bought.session_id, BUYER).unwrap();
    shop.settle().await;
    println!("a delivery beside 1150 streams: {:?}", began.elapsed());
    stop.cancel();
    shop.close().await;
}
