//! Pretend money: it is told on every page and mail, buys little, and is over when the shop takes
//! real money.

use crate::support::{BUYER, Browser, PLAN, PRICE, Shop};
use chrono::TimeDelta;
use domain::email::EmailAddress;
use domain::mode::TestRules;
use esim_storefront::app::App;
use esim_storefront::config::Config;
use esim_storefront::flows::modes;
use esim_storefront::{web, worker};
use sandbox::faults::{Fault, Rule};
use std::net::SocketAddr;

const BANNER: &str =
    "This shop is in test mode: no real money moves, and eSIMs are for its testers only.";

fn at_most(number: u32) -> impl FnOnce(&mut Config) {
    move |config| config.tests = TestRules::new(Some(number), Vec::new())
}

pub fn only(buyers: &[&str]) -> impl FnOnce(&mut Config) {
    let buyers = buyers
        .iter()
        .map(|b| EmailAddress::parse(b).unwrap())
        .collect();
    |config| config.tests = TestRules::new(None, buyers)
}

/// Where another process of the shop serves its pages.
async fn pages_of(app: &App) -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let service = web::router(app.clone()).into_make_service_with_connect_info::<SocketAddr>();
    tokio::spawn(async move { axum::serve(listener, service).await });
    url
}

async fn banners(browser: &mut Browser, path: &str) -> Vec<String> {
    let page = scraper::Html::parse_document(&browser.get(path).await.body);
    let banner = scraper::Selector::parse("aside.banner").unwrap();
    page.select(&banner)
        .map(|b| b.text().collect::<String>().trim().to_owned())
        .collect()
}

async fn deliveries(shop: &Shop) -> Vec<(String, Option<String>)> {
    sqlx::query_as("select state, last_error from ops.order_lines order by order_number, position")
        .fetch_all(&shop.app.db)
        .await
        .unwrap()
}

pub fn calls(shop: &Shop) -> usize {
    shop.sandbox.supplier.calls("create_order").len()
}

#[tokio::test]
async fn test_mode_is_told_on_every_page_and_the_demo_only_of_itself() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    let bought = shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    let plan = format!("/plans/{PLAN}");
    for path in [
        "/",
        "/destinations",
        "/esim/japan",
        &plan,
        "/search?q=japan",
        "/trip",
        "/help",
        "/devices",
        "/terms",
        "/my-esims",
        &bought.page,
        "/nowhere",
    ] {
        assert_eq!(banners(&mut sarah, path).await, [BANNER], "{path}");
    }
    assert!(
        banners(&mut sarah, "/de/esim/japan").await[0].starts_with("Dieser Shop ist im Testmodus")
    );
    let demo = shop.beside(|config| config.demo = true).await;
    let told = banners(&mut Browser::new(&pages_of(&demo).await), "/esim/japan").await;
    assert_eq!(
        told,
        ["This is a demo: no real money moves, and the eSIMs are made up."]
    );
    let live = shop.gone_live().await;
    assert_eq!(
        banners(&mut Browser::new(&pages_of(&live).await), "/esim/japan").await,
        Vec::<String>::new()
    );
    shop.close().await;
}

#[tokio::test]
async fn every_mail_of_test_mode_says_so_in_both_its_forms() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    shop.sandbox.supplier.faults.push(Rule::once(
        "create_order",
        Fault::Refuse {
            code: 40_400,
            message: "gone".into(),
        },
    ));
    shop.buy(&mut sarah, PLAN, 2).await;
    shop.settle().await;
    sarah.post("/login", &[("email", BUYER)]).await;
    shop.settle().await;
    let mails = shop.sandbox.mailbox.messages_to(BUYER);
    assert!(
        mails.len() >= 3,
        "delivery, refund and sign-in: {}",
        mails.len()
    );
    for mail in &mails {
        assert!(mail.text.contains(BANNER), "{}", mail.text);
        assert!(mail.html.contains(BANNER), "{}", mail.subject);
    }
    let live = shop.gone_live().await;
    shop.sandbox.mailbox.clear();
    sarah.post("/login", &[("email", BUYER)]).await;
    worker::drain(&live).await.unwrap();
    assert!(
        shop.sandbox
            .mailbox
            .messages_to(BUYER)
            .iter()
            .all(|mail| !mail.text.contains("test mode") && !mail.html.contains("test mode"))
    );
    shop.close().await;
}

#[tokio::test]
async fn pretend_money_buys_no_more_than_a_days_number_and_goes_back_with_a_plain_word() {
    let shop = Shop::open_as("", at_most(2)).await;
    let mut sarah = shop.browser();
    let bought = shop.buy(&mut sarah, PLAN, 3).await;
    shop.settle().await;
    let told =
        Some("test mode: as many eSIMs as TEST_ORDERS_PER_DAY allows were bought today".to_owned());
    assert_eq!(
        deliveries(&shop).await,
        [
            ("delivered".into(), None),
            ("delivered".into(), None),
            ("refused".into(), told)
        ]
    );
    assert_eq!(shop.sandbox.supplier.orders().len(), 2);
    assert_eq!(shop.sent_back(), [PRICE]);
    assert!(
        sarah
            .get(&bought.page)
            .await
            .words()
            .contains("This shop is in test mode, so nothing was bought.")
    );
    let refund = shop
        .sandbox
        .mailbox
        .messages_to(BUYER)
        .into_iter()
        .find(|m| m.subject.contains("refund"))
        .unwrap();
    assert!(
        refund
            .text
            .contains("This shop is in test mode, so nothing was bought."),
        "{}",
        refund.text
    );
    // The next day of UTC has a number of its own.
    shop.pass(TimeDelta::days(1));
    shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    assert_eq!(shop.sandbox.supplier.orders().len(), 3);
    shop.close().await;
}

#[tokio::test]
async fn a_days_number_holds_over_all_replicas_and_an_attempt_more_does_not_count() {
    let shop = Shop::open_as("", at_most(2)).await;
    // The first line needs three attempts under its key: one eSIM.
    shop.sandbox.supplier.faults.push(
        Rule::always(
            "create_order",
            Fault::Status {
                status: 503,
                body: String::new(),
            },
        )
        .times(2),
    );
    for _ in 0..4 {
        shop.buy(&mut shop.browser(), PLAN, 1).await;
        shop.sandbox.stripe.quiet().await;
    }
    let replicas: Vec<App> =
        futures_util::future::join_all((0..3).map(|_| shop.beside(|_| {}))).await;
    futures_util::future::join_all(replicas.iter().map(worker::drain)).await;
    shop.rest(TimeDelta::hours(3)).await;
    assert_eq!(shop.sandbox.supplier.orders().len(), 2);
    assert_eq!(shop.sandbox.supplier.keys_seen().len(), 2);
    assert_eq!(shop.sent_back(), [PRICE, PRICE]);
    shop.close().await;
}

#[tokio::test]
async fn only_the_named_buyers_reach_the_supplier_in_any_spelling_of_their_case() {
    let shop = Shop::open_as(
        "",
        only(&["Sarah@Traveller.Example", "olga@layover.example"]),
    )
    .await;
    let mut sarah = shop.browser();
    shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    assert_eq!((calls(&shop), shop.sent_back()), (1, vec![]));
    let stranger = shop.check_out(&mut shop.browser(), PLAN, 1).await;
    shop.sandbox
        .stripe
        .pay(&stranger.session_id, "sarah@traveller.example.net")
        .unwrap();
    shop.settle().await;
    assert_eq!((calls(&shop), shop.sent_back()), (1, vec![PRICE]));
    let told = Some("test mode: only the addresses in TEST_BUYERS get an eSIM".to_owned());
    assert_eq!(
        deliveries(&shop).await,
        [("delivered".into(), None), ("refused".into(), told)]
    );
    shop.close().await;
}

#[tokio::test]
async fn an_alert_stands_while_a_shop_that_is_no_demo_runs_in_test_mode() {
    let shop = Shop::open().await;
    let open = "select count(*) from ops.alerts where kind = 'test_mode' and resolved_at is null";
    modes::begin(&shop.beside(|config| config.demo = true).await)
        .await
        .unwrap();
    assert_eq!(shop.one::<i64>(open).await, 0);
    modes::begin(&shop.app).await.unwrap();
    modes::begin(&shop.app).await.unwrap();
    assert_eq!(shop.one::<i64>(open).await, 1);
    assert_eq!(
        shop.one::<String>("select severity from ops.alerts").await,
        "critical"
    );
    modes::begin(&shop.gone_live().await).await.unwrap();
    assert_eq!(shop.one::<i64>(open).await, 0);
    shop.close().await;
}
