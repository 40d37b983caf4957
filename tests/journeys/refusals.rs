//! What is not taken: each bad request is told clearly and leaves nothing behind. And what every
//! answer wears.

use crate::support::browser::Answer;
use crate::support::{Browser, PLAN, Shop};
use chrono::TimeDelta;
use esim_storefront::web;
use reqwest::Method;
use std::net::SocketAddr;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

const GOOD: [(&str, &str); 3] = [
    ("product_id", PLAN),
    ("quantity", "1"),
    ("device_ok", "yes"),
];

pub fn form<'a>(quantity: &'a str, device_ok: &'a str) -> [(&'a str, &'a str); 3] {
    [
        ("product_id", PLAN),
        ("quantity", quantity),
        ("device_ok", device_ok),
    ]
}

/// Nothing was stored, and Stripe was not asked.
async fn assert_untouched(shop: &Shop) {
    assert_eq!(
        shop.one::<i64>(
            "select (select count(*) from orders) + (select count(*)
             from lines) + (select count(*) from checkout_sessions)"
        )
        .await,
        0
    );
    assert!(shop.sandbox.stripe.sessions().is_empty());
}

pub fn header<'a>(answer: &'a Answer, name: &str) -> &'a str {
    answer
        .headers
        .get(name)
        .map_or("", |value| value.to_str().unwrap())
}

#[tokio::test]
async fn an_unknown_plan_is_not_there() {
    let shop = Shop::open().await;
    let mut eve = shop.browser();
    for id in ["esimfx_nothing", "", "../../etc/passwd", "' or 1=1 --"] {
        let answer = eve
            .post(
                "/checkout",
                &[("product_id", id), ("quantity", "1"), ("device_ok", "yes")],
            )
            .await;
        assert_eq!(answer.status, 404, "{id}");
        let answer = eve
            .post("/checkout", &[("product_id", id), ("quantity", "99")])
            .await;
        assert_eq!(answer.status, 404, "{id}");
    }
    assert_eq!(eve.get("/plans/esimfx_nothing").await.status, 404);
    assert_untouched(&shop).await;
    shop.close().await;
}

#[tokio::test]
async fn a_quantity_that_is_none_is_told_beside_its_field() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    for quantity in ["0", "10", "-1", "two", "", "1.5", "99999999999999999999"] {
        let answer = sarah.post("/checkout", &form(quantity, "yes")).await;
        assert_eq!(answer.status, 422, "{quantity}");
        assert_eq!(
            answer.text_of("#quantity-error").as_deref(),
            Some("Choose how many: 1 to 9.")
        );
        assert_eq!(
            answer.attributes("select[name=quantity]", "aria-describedby"),
            ["quantity-error"]
        );
        assert_eq!(answer.attributes("input[name=product_id]", "value"), [PLAN]);
        assert!(answer.text_of("#device-error").is_none());
        assert_eq!(header(&answer, "cache-control"), "no-store");
        assert!(answer.headers.get("set-cookie").is_none());
    }
    assert_untouched(&shop).await;
    shop.close().await;
}

#[tokio::test]
async fn a_missing_tick_is_told_beside_its_box_and_the_number_is_kept() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    for tick in ["", "no", "on", "YES"] {
        let answer = sarah.post("/checkout", &form("4", tick)).await;
        assert_eq!(answer.status, 422);
        assert!(answer.text_of("#device-error").unwrap().contains("*#06#"));
        assert_eq!(
            answer.attributes("select[name=quantity] option[selected]", "value"),
            ["4"],
            "the number was lost"
        );
        assert!(answer.text_of("#quantity-error").is_none());
    }
    let both = sarah.post("/checkout", &[("product_id", PLAN)]).await;
    assert_eq!(
        both.attributes(".error", "id"),
        ["quantity-error", "device-error"],
        "both faults at once"
    );
    assert_untouched(&shop).await;
    shop.close().await;
}

/// The status of a request that promises far more than it may send, and has sent so much of it. By
/// hand: a client that is still writing when the answer comes may never read it.
async fn status_after(shop: &Shop, path: &str, sent: usize) -> String {
    let address = shop.url.strip_prefix("http://").unwrap();
    let mut line = tokio::net::TcpStream::connect(address).await.unwrap();
    let head = format!(
        "POST {path} HTTP/1.1\r\nhost: {address}\r\nsec-fetch-site: same-origin\r\ncontent-type: \
         application/x-www-form-urlencoded\r\n\
         content-length: 90000000\r\n\r\n"
    );
    line.write_all(head.as_bytes()).await.unwrap();
    line.write_all(&vec![b'x'; sent]).await.unwrap();
    let mut answer = [0; 12];
    line.read_exact(&mut answer).await.unwrap();
    String::from_utf8(answer.to_vec()).unwrap()
}

#[tokio::test]
async fn an_oversized_body_is_refused_before_it_is_read_to_its_end() {
    let shop = Shop::open().await;
    for (path, limit) in [
        ("/checkout", 16 * 1024),
        ("/webhooks/stripe", 256 * 1024),
        ("/login", 16 * 1024),
    ] {
        assert_eq!(
            status_after(&shop, path, limit + 1).await,
            "HTTP/1.1 413",
            "{path}"
        );
    }
    assert_untouched(&shop).await;
    assert_eq!(
        shop.one::<i64>("select count(*) from stripe_events").await,
        0
    );
    shop.close().await;
}

#[tokio::test]
async fn a_webhook_that_drips_is_cut_off() {
    let shop = Shop::open().await;
    assert_eq!(
        status_after(&shop, "/webhooks/stripe", 10).await,
        "HTTP/1.1 408"
    );
    shop.close().await;
}

#[tokio::test]
async fn a_webhook_that_is_not_stripes_is_refused_and_not_stored() {
    let shop = Shop::open().await;
    let mut eve = shop.browser();
    for signature in ["", "t=1,v1=00", "garbage", "t=1,v0=00"] {
        let request = eve
            .request(Method::POST, "/webhooks/stripe")
            .header("stripe-signature", signature)
            .body(r#"{"id":"evt_1"}"#);
        let answer = eve.send(request).await;
        assert_eq!(
            (answer.status, answer.body.as_str()),
            (400, ""),
            "the sender learns nothing"
        );
        assert!(answer.headers.get("set-cookie").is_none());
    }
    assert_eq!(
        shop.one::<i64>("select count(*) from stripe_events").await,
        0
    );
    shop.close().await;
}

#[tokio::test]
async fn a_method_that_a_route_does_not_know_is_refused() {
    let shop = Shop::open().await;
    let mut eve = shop.browser();
    for (method, path) in [
        (Method::PUT, "/checkout"),
        (Method::POST, "/"),
        (Method::GET, "/logout"),
        (Method::DELETE, "/my-esims"),
    ] {
        let request = eve.request(method, path);
        assert_eq!(eve.send(request).await.status, 405, "{path}");
    }
    shop.close().await;
}

#[tokio::test]
async fn hasty_checkouts_are_refused_on_every_replica_together() {
    let shop = Shop::open_with("[limits]\ncheckouts_per_minute = 4\n").await;
    // The second replica: the same database, its own router.
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let second = format!("http://{}", listener.local_addr().unwrap());
    let service = web::router(shop.app.clone()).into_make_service_with_connect_info::<SocketAddr>();
    tokio::spawn(async move { axum::serve(listener, service).await });
    // The middle of a minute, so that no edge of the counted windows falls into the test.
    let into_the_minute = shop.app.clock.now().timestamp().rem_euclid(60);
    shop.pass(TimeDelta::seconds(90 - into_the_minute));
    let mut here = shop.browser();
    let mut there = Browser::new(&second);
    let press = async |browser: &mut Browser, address: &str| {
        let request = browser
            .request(Method::POST, &format!("{address}/checkout"))
            .header("sec-fetch-site", "same-origin")
            .form(&GOOD);
        browser.send(request).await
    };
    for _ in 0..2 {
        assert_eq!(press(&mut here, &shop.url).await.status, 303);
        assert_eq!(press(&mut there, &second).await.status, 303);
    }
    for (browser, address) in [(&mut here, &shop.url), (&mut there, &second)] {
        let answer = press(browser, address).await;
        assert_eq!(answer.status, 429);
        assert!(
            answer.words().contains("Too many attempts"),
            "{}",
            answer.words()
        );
        assert_eq!(
            answer.attributes("select[name=quantity] option[selected]", "value"),
            ["1"],
            "what was chosen is kept"
        );
    }
    shop.pass(TimeDelta::minutes(2));
    assert_eq!(press(&mut here, &shop.url).await.status, 303);
    shop.close().await;
}

#[tokio::test]
async fn what_is_not_there_says_so_and_shows_a_way_on() {
    let shop = Shop::open().await;
    let mut visitor = shop.browser();
    for path in [
        "/nothing-here",
        "/esim/atlantis",
        "/plans/none",
        "/static/none.css",
        "/orders/none",
        "/my-esims/none",
        "/webhooks/none",
    ] {
        let answer = visitor.get(path).await;
        assert_eq!(answer.status, 404, "{path}");
        if !path.starts_with("/static") {
            assert!(
                answer
                    .attributes("main a", "href")
                    .iter()
                    .any(|href| href.starts_with('/')),
                "{path} is a dead end"
            );
            assert!(answer.body.contains("noindex"), "{path}");
        }
    }
    assert_eq!(
        visitor.get("/destinations/").await.location.as_deref(),
        Some("/destinations")
    );
    assert!(visitor.get("//evil.example/").await.location.is_none());
    shop.close().await;
}

#[tokio::test]
async fn the_catalogue_is_served_while_the_database_is_away_and_nothing_is_half_sold() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    let before = sarah.get("/esim/japan").await;
    shop.app.db.close().await;
    assert_eq!(sarah.get("/esim/japan").await.body, before.body);
    assert_eq!(sarah.get("/healthz").await.status, 200);
    assert_eq!(sarah.get("/readyz").await.status, 503);
    let sold = sarah.post("/checkout", &GOOD).await;
    assert_eq!(sold.status, 503);
    assert!(
        shop.sandbox.stripe.sessions().is_empty(),
        "Stripe was asked for an order that is written nowhere"
    );
    assert_eq!(
        sarah.get("/my-esims").await.status,
        200,
        "the sign-in form needs no database"
    );
}

#[tokio::test]
async fn the_suppliers_webhooks_are_kept_once_and_their_truth_is_read_back() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    let iccid = shop.sandbox.supplier.esims()[0].iccid.clone();
    let token = shop.sandbox.supplier.webhook_token().to_owned();
    let tell = async |token: &str, body: String| {
        let mut supplier = shop.browser();
        let request = supplier
            .request(Method::POST, "/webhooks/esimfx")
            .header("token", token)
            .body(body);
        supplier.send(request).await.status
    };
    let about =
        |iccid: &str| format!(r#"{{"event_type":"ACTIVATION","data":{{"iccid":"{iccid}"}}}}"#);
    assert_eq!(tell("wrong", about(&iccid)).await, 401);
    assert_eq!(tell("", about(&iccid)).await, 401);
    assert_eq!(tell(&token, "no json".into()).await, 400);
    assert_eq!(tell(&token, "x".repeat(1024 * 1024)).await, 413);
    assert_eq!(
        shop.one::<i64>("select count(*) from supplier_events")
            .await,
        0,
        "nothing of that is stored"
    );
    shop.sandbox.supplier.install(&iccid);
    for _ in 0..2 {
        assert_eq!(tell(&token, about(&iccid)).await, 200);
    }
    assert_eq!(tell(&token, about("8944999999999999999")).await, 200);
    shop.settle().await;
    assert_eq!(
        shop.one::<i64>("select count(*) from supplier_events where processed_at is not null")
            .await,
        2
    );
    assert_eq!(
        shop.one::<String>("select status from esims").await,
        "Installed",
        "what the webhook says is not believed, but read"
    );
    shop.close().await;
}
