//! The front door under load and abuse: whoever holds sockets, streams or unfinished requests keeps
//! no other visitor out. Sizes are those of lowered limits; `scripts/abuse` does the same with the
//! real ones.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use chrono::TimeDelta;
use esim_storefront::serve::connections::{self, Limits};
use esim_storefront::web;
use stripe_webhook::Webhook;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_util::sync::CancellationToken;

use crate::support::living::{Sold, TOPUP};
use crate::support::{BUYER, Browser, PLAN, Shop};

/// Another door of the same shop, with lower limits.
async fn door(shop: &Shop, connections: usize, head: Duration) -> (SocketAddr, CancellationToken) {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let (address, stop) = (listener.local_addr().unwrap(), CancellationToken::new());
    tokio::spawn(connections::serve(
        listener,
        web::router(shop.app.clone()),
        Limits { connections, head },
        stop.clone(),
    ));
    (address, stop)
}

async fn say(address: SocketAddr, what: &str) -> TcpStream {
    let mut line = TcpStream::connect(address).await.unwrap();
    line.write_all(what.as_bytes()).await.unwrap();
    line
}

/// What comes until the other end closes or has been silent for a while.
async fn heard(line: &mut TcpStream, patience: Duration) -> Option<String> {
    let mut all = Vec::new();
    match tokio::time::timeout(patience, line.read_to_end(&mut all)).await {
        Ok(_) => Some(String::from_utf8_lossy(&all).into_owned()),
        Err(_) => None,
    }
}

/// A visitor who comes now is served.
async fn another_visitor_is_served(address: SocketAddr) {
    let began = Instant::now();
    let page = Browser::new(&format!("http://{address}"))
        .get("/esim/japan")
        .await;
    assert_eq!(page.status, 200);
    assert!(
        began.elapsed() < Duration::from_secs(5),
        "{:?}",
        began.elapsed()
    );
}

#[tokio::test]
async fn more_half_heads_than_there_are_places_keep_nobody_out() {
    let shop = Shop::open().await;
    let (address, stop) = door(&shop, 40, Duration::from_secs(60)).await;
    let mut held = Vec::new();
    for _ in 0..110 {
        held.push(say(address, "GET / HTTP/1.1\r\nhost: shop.example\r\nx-slow: ").await);
        if held.len() % 37 == 0 {
            another_visitor_is_served(address).await;
        }
    }
    another_visitor_is_served(address).await;
    // The first made room, the last still waits.
    assert!(heard(&mut held[0], Duration::from_secs(5)).await.is_some());
    assert!(
        heard(held.last_mut().unwrap(), Duration::from_millis(50))
            .await
            .is_none()
    );
    stop.cancel();
    shop.close().await;
}

#[tokio::test]
async fn a_head_that_does_not_end_and_a_socket_that_asks_for_nothing_are_closed() {
    let shop = Shop::open().await;
    let (address, stop) = door(&shop, 40, Duration::from_millis(300)).await;
    for begun in [
        "",
        "GET / HTTP/1.1\r\nhost: shop.example\r\n",
        "GET /healthz HTTP/1.1\r\nhost: shop.example\r\n\r\n",
    ] {
        let mut line = say(address, begun).await;
        let told = heard(&mut line, Duration::from_secs(20)).await;
        assert!(told.is_some(), "still open after {begun:?}");
        assert_eq!(
            told.unwrap().starts_with("HTTP/1.1 200"),
            begun.ends_with("\r\n\r\n")
        );
    }
    stop.cancel();
    shop.close().await;
}

#[tokio::test]
async fn unfinished_bodies_hold_neither_memory_nor_places() {
    let shop = Shop::open().await;
    let (address, stop) = door(&shop, 64, Duration::from_secs(60)).await;
    let head = |length: usize| {
        format!(
            "POST /login HTTP/1.1\r\nhost: shop.example\r\ncontent-type: \
             application/x-www-form-urlencoded\r\ncontent-length: {length}\r\n\r\nemail="
        )
    };
    let mut too_long = say(address, &head(2 * 1024 * 1024)).await;
    let told = heard(&mut too_long, Duration::from_secs(5)).await.unwrap();
    assert!(
        told.starts_with("HTTP/1.1 413"),
        "two megabytes are waited for: {told}"
    );
    let mut held = Vec::new();
    for _ in 0..50 {
        held.push(say(address, &head(1_000)).await);
    }
    another_visitor_is_served(address).await;
    let told = heard(&mut held[0], Duration::from_secs(30)).await.unwrap();
    assert!(told.starts_with("HTTP/1.1 408"), "{told}");
    stop.cancel();
    shop.close().await;
}

#[tokio::test]
async fn four_pages_listen_to_an_order_and_all_hear_of_one_read() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    let bought = shop.check_out(&mut sarah, PLAN, 1).await;
    let events = format!("{}/events", bought.page);
    let listen = async || {
        sarah
            .request(reqwest::Method::GET, &events)
            .send()
            .await
            .unwrap()
    };
    let mut streams = Vec::new();
    for _ in 0..4 {
        streams.push(listen().await);
    }
    let fifth = listen().await;
    assert_eq!(
        (
            fifth.status().as_u16(),
            fifth.headers()["retry-after"].to_str().unwrap()
        ),
        (429, "60")
    );
    assert_eq!(fifth.headers()["cache-control"], "no-store");
    for stream in &mut streams {
        let first = String::from_utf8(stream.chunk().await.unwrap().unwrap().to_vec()).unwrap();
        assert!(first.contains("awaiting_payment"), "{first}");
    }
    shop.sandbox.stripe.pay(&bought.session_id, BUYER).unwrap();
    shop.settle().await;
    let mut told = Vec::new();
    for stream in streams {
        told.push(stream.text().await.unwrap());
    }
    assert!(told[0].contains("\"at_rest\":true"), "{}", told[0]);
    assert!(
        told.iter()
            .all(|one| one.lines().last() == told[0].lines().last()),
        "{told:#?}"
    );
    // Their places are free again.
    assert_eq!(listen().await.status().as_u16(), 200);
    shop.close().await;
}

#[tokio::test]
async fn a_flood_of_checkouts_is_turned_away_and_told_and_lets_go_by_itself() {
    let shop =
        Shop::open_with("[limits]\ncheckouts_per_minute = 3\ncheckouts_in_all_per_minute = 3\n")
            .await;
    let into_the_minute = shop.app.clock.now().timestamp().rem_euclid(60);
    shop.pass(TimeDelta::seconds(90 - into_the_minute));
    let alerts =
        "select count(*) from ops.alerts where kind = 'checkout_flood' and resolved_at is null";
    let form = [
        ("product_id", PLAN),
        ("quantity", "1"),
        ("device_ok", "yes"),
    ];
    let mut first = from_network(&shop, 1);
    for n in 0..3 {
        let mut buyer = if n == 0 {
            first.clone()
        } else {
            from_network(&shop, n + 1)
        };
        assert_eq!(buyer.press("/checkout", &form).await.0, 303);
        if n == 0 {
            first = buyer;
        }
    }
    esim_storefront::flows::alerts::run(&shop.app)
        .await
        .unwrap();
    assert_eq!(shop.one::<i64>(alerts).await, 0);
    let (status, words) = from_network(&shop, 9).press("/checkout", &form).await;
    assert_eq!(status, 503);
    assert!(
        words.contains("Many people are buying right now"),
        "{words}"
    );
    esim_storefront::flows::alerts::run(&shop.app)
        .await
        .unwrap();
    assert_eq!(shop.one::<i64>(alerts).await, 1);
    assert_eq!(
        first.press("/checkout", &form).await.0,
        303,
        "a page that is open is given again"
    );
    shop.pass(TimeDelta::minutes(2));
    esim_storefront::flows::alerts::run(&shop.app)
        .await
        .unwrap();
    assert_eq!(shop.one::<i64>(alerts).await, 0);
    assert_eq!(
        from_network(&shop, 9).press("/checkout", &form).await.0,
        303
    );
    shop.close().await;
}

/// Somebody of a network of their own, behind a proxy that the shop trusts for this test.
#[derive(Clone)]
struct Elsewhere {
    browser: Browser,
    router: axum::Router,
    address: String,
}

fn from_network(shop: &Shop, n: usize) -> Elsewhere {
    Elsewhere {
        browser: shop.browser(),
        router: web::router(shop.app.clone()),
        address: format!("203.0.113.{n}"),
    }
}

impl Elsewhere {
    async fn press(&mut self, path: &str, form: &[(&str, &str)]) -> (u16, String) {
        let jar: Vec<String> = self
            .browser
            .cookies
            .iter()
            .map(|(k, v)| format!("{k}={v}"))
            .collect();
        let body = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs(form)
            .finish();
        let peer: SocketAddr = format!("{}:1", self.address).parse().unwrap();
        let request = axum::http::Request::post(path)
            .header("sec-fetch-site", "same-origin")
            .header("cookie", jar.join("; "))
            .extension(axum::extract::ConnectInfo(peer))
            .body(axum::body::Body::from(body))
            .unwrap();
        let answer = tower::ServiceExt::oneshot(self.router.clone(), request)
            .await
            .unwrap();
        for cookie in answer.headers().get_all("set-cookie") {
            let (name, value) = cookie
                .to_str()
                .unwrap()
                .split(';')
                .next()
                .unwrap()
                .split_once('=')
                .unwrap();
            self.browser
                .cookies
                .insert(name.to_owned(), value.to_owned());
        }
        let status = answer.status().as_u16();
        let body = axum::body::to_bytes(answer.into_body(), usize::MAX)
            .await
            .unwrap();
        (status, String::from_utf8_lossy(&body).into_owned())
    }
}

#[tokio::test]
async fn a_top_up_page_that_is_loaded_again_does_not_ask_again_and_the_button_does() {
    let mut sold = Sold::one().await;
    let path = format!(
        "/my-esims/{}/top-up",
        sold.shop.owned(&sold.iccid).await.esim.id
    );
    let asked = |sold: &Sold| {
        sold.shop
            .sandbox
            .supplier
            .calls("get_available_topups")
            .len()
    };
    for _ in 0..3 {
        assert_eq!(sold.sarah.get(&path).await.status, 200);
    }
    assert_eq!(asked(&sold), 1);
    sold.shop.pass(TimeDelta::seconds(61));
    assert_eq!(sold.sarah.get(&path).await.status, 200);
    assert_eq!(asked(&sold), 2);
    let price = sold
        .shop
        .topup_price(&sold.iccid, TOPUP)
        .await
        .minor
        .to_string();
    let before = asked(&sold);
    let pressed = sold
        .sarah
        .post(&path, &[("product_id", TOPUP), ("price_minor", &price)])
        .await;
    assert_eq!(
        (pressed.status, asked(&sold)),
        (303, before + 1),
        "before the payment the supplier is asked anew"
    );
    sold.shop.close().await;
}

#[tokio::test]
async fn what_is_no_address_is_the_shops_own_404_and_reaches_no_table() {
    let shop = Shop::open().await;
    let mut eve = shop.browser();
    for path in [
        "//host",
        "/es//x",
        "/en//evil.example",
        "/esim/%ff",
        "/plans/%00",
        "/orders/%00",
        "/orders/%00/events",
        "/orders/%E2%80%AE",
        "/orders/a%20b",
        "/login/%00",
        "/for/%00",
        "/my-esims/%00",
        "/%5cevil.example",
    ] {
        let answer = eve.get(path).await;
        assert_eq!(answer.status, 404, "{path}");
        let header = |name: &str| {
            answer
                .headers
                .get(name)
                .map_or("", |value| value.to_str().unwrap())
                .to_owned()
        };
        assert!(
            header("content-security-policy").starts_with("default-src 'none'")
                && !header("x-request-id").is_empty(),
            "{path}"
        );
        assert!(
            answer.body.contains("Layover"),
            "not the shop's own page: {path}"
        );
        assert!(
            answer
                .attributes("a", "href")
                .iter()
                .all(|href| !href.starts_with("//")),
            "{path}"
        );
    }
    let sent_on = eve.get("/en/help").await;
    assert_eq!(
        (sent_on.status, sent_on.location.as_deref()),
        (308, Some("/help"))
    );
    assert!(
        sent_on.headers.contains_key("x-request-id")
            && sent_on.headers.contains_key("content-security-policy")
    );
    shop.close().await;
}

#[tokio::test]
async fn webhooks_with_what_no_table_keeps_in_their_names_are_taken_and_come_to_rest() {
    let shop = Shop::open().await;
    let eve = shop.browser();
    let now = shop.app.clock.now().timestamp();
    for (n, id) in ["evt_\\u0000", "evt_1\\u0000", "\\u202eevt"]
        .iter()
        .enumerate()
    {
        let body = format!(
            r#"{{"id":"{id}","object":"event","type":"checkout.session.completed","created":{now},"livemode":false,
                "data":{{"object":{{"id":"cs_{n}\u0000","object":"checkout.session","payment_intent":"pi\u0000","metadata":{{"order_id":"\u0000"}}}}}}}}"#
        );
        let signed =
            Webhook::generate_test_header(&body, shop.sandbox.stripe.webhook_secret(), Some(now));
        let sent = eve
            .request(reqwest::Method::POST, "/webhooks/stripe")
            .header("stripe-signature", signed)
            .body(body)
            .send()
            .await;
        assert_eq!(sent.unwrap().status().as_u16(), 200, "{id}");
    }
    let token = shop.sandbox.supplier.webhook_token().to_owned();
    for body in [
        r#"{"event_type":"ACTIVATION\u0000","iccid":"\u0000","order_id":"o\u0000"}"#,
        "{\"order_id\":\"a\u{0}b\"}",
    ] {
        let told = shop
            .sandbox
            .supplier
            .send_webhook(body.to_owned(), &token)
            .await
            .unwrap();
        assert!([200, 400].contains(&told), "{told}");
    }
    shop.rest(TimeDelta::hours(80)).await;
    assert_eq!(
        shop.one::<i64>("select count(*) from stripe_events where processed_at is null")
            .await,
        0
    );
    assert_eq!(
        shop.one::<i64>("select count(*) from supplier_events where processed_at is null")
            .await,
        0
    );
    shop.close().await;
}
