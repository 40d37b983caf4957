//! Pretend money: it is told on every page and mail, buys little, and is over when the shop takes
//! real money.

use std::net::SocketAddr;

use chrono::TimeDelta;
use esim_storefront::app::App;
use esim_storefront::config::Config;
use esim_storefront::domain::email::EmailAddress;
use esim_storefront::domain::mode::TestRules;
use esim_storefront::flows::modes;
use esim_storefront::{ops, web, worker};
use sandbox::faults::{Fault, Rule};
use sandbox::stripe::{Stripe, StripeOptions};

use crate::operators::command_with;
use crate::support::{BUYER, Bought, Browser, PLAN, PRICE, Shop};

const BANNER: &str =
    "This shop is in test mode: no real money moves, and eSIMs are for its testers only.";

fn at_most(number: u32) -> impl FnOnce(&mut Config) {
    move |config| config.tests = TestRules::new(Some(number), Vec::new())
}

fn only(buyers: &[&str]) -> impl FnOnce(&mut Config) {
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

fn calls(shop: &Shop) -> usize {
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

/// A test order that waits for the supplier, one whose refund Stripe has in hand, one that is not
/// paid, and one that is delivered.
async fn open_tests(shop: &Shop, sarah: &mut Browser) -> Vec<Bought> {
    let delivered = shop.buy(sarah, PLAN, 1).await;
    shop.settle().await;
    shop.sandbox.stripe.set_refund_outcome("pending");
    shop.sandbox.supplier.faults.push(Rule::once(
        "create_order",
        Fault::Refuse {
            code: 40_400,
            message: "gone".into(),
        },
    ));
    let refunding = shop.buy(sarah, PLAN, 1).await;
    shop.settle().await;
    shop.sandbox.supplier.faults.push(Rule::always(
        "create_order",
        Fault::Status {
            status: 503,
            body: String::new(),
        },
    ));
    let waiting = shop.buy(sarah, PLAN, 2).await;
    shop.settle().await;
    let unpaid = shop.check_out(sarah, "esimfx_1G_7D_JP", 1).await;
    vec![delivered, refunding, waiting, unpaid]
}

#[tokio::test]
async fn going_live_ends_every_open_test_order_without_a_call_to_anybody() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    let [_, refunding, waiting, unpaid] = open_tests(&shop, &mut sarah).await.try_into().unwrap();
    shop.run("update orders set attention = 'a person must look'")
        .await;
    let before = (
        shop.sandbox.supplier.calls("").len(),
        shop.sandbox.stripe.calls("").len(),
    );
    // Live mode knows nothing of what was paid in test mode.
    let key = "sk_live_of_this_shop";
    let account = Stripe::start(StripeOptions {
        secret_key: key.into(),
        ..StripeOptions::default()
    })
    .await
    .unwrap();
    let live = shop
        .beside(|config| {
            config.stripe.secret_key = key.into();
            config.stripe.api_base = account.url().parse().unwrap();
        })
        .await;
    modes::begin(&live).await.unwrap();
    let told =
        "select count(*) from ops.order_timeline where event = 'test_ended' and actor = 'worker'";
    assert_eq!(
        shop.one::<i64>(told).await,
        4,
        "two lines that wait, one whose money goes back, one that is not paid"
    );
    modes::begin(&live).await.unwrap();
    assert_eq!(shop.one::<i64>(told).await, 4, "told twice");
    assert_eq!(
        shop.one::<i64>(
            "select count(*) from jobs where kind in ('order', 'refunds', 'read_page', 'fee')"
        )
        .await,
        0
    );
    // Later rounds of the live shop leave them alone, too.
    for _ in 0..4 {
        live.clock.advance(TimeDelta::days(2));
        modes::end_tests(&live).await.unwrap();
        worker::drain(&live).await.unwrap();
    }
    assert_eq!(
        (
            shop.sandbox.supplier.calls("").len(),
            shop.sandbox.stripe.calls("").len()
        ),
        before,
        "somebody was asked"
    );
    assert_eq!(
        shop.one::<i64>("select count(*) from ops.stuck_orders")
            .await,
        0
    );
    assert_eq!(
        ops::books::find(&live).await.unwrap(),
        Vec::<String>::new(),
        "a test order ends verify-books"
    );
    assert_eq!(
        shop.sandbox.supplier.calls("").len(),
        before.0,
        "verify-books asked for test orders"
    );
    assert!(
        account
            .calls("")
            .iter()
            .all(|call| ["/v1/refunds", "/v1/payment_intents"].contains(&call.path.as_str())),
        "only its lists"
    );
    for ended in [&refunding, &waiting] {
        let page = sarah.get(&ended.page).await;
        assert_eq!(
            page.text_of("h1").as_deref(),
            Some("This test order has ended"),
            "{}",
            page.words()
        );
        assert_eq!(
            sarah.get_json(&ended.page).await["delivery_state"],
            "test_ended"
        );
    }
    assert_eq!(
        sarah.get_json(&unpaid.page).await["payment_state"],
        "expired"
    );
    for act in [
        &["orders", "retry", "E10003"][..],
        &["orders", "release", "E10003"],
        &["orders", "refund", "E10003", "--reason", "why"],
    ] {
        let refused = command_with(
            &shop,
            act,
            &[
                ("STRIPE_SECRET_KEY", key),
                ("PUBLIC_URL", "https://layover.example"),
            ],
        )
        .await;
        assert_eq!(refused.status.code(), Some(1), "{act:?}");
        let words = String::from_utf8_lossy(&refused.stderr).into_owned();
        assert!(
            words.contains(
                "E10003 is an order of test mode → nothing can be done for it with a live key"
            ),
            "{words}"
        );
    }
    let states: Vec<(String, String)> =
        sqlx::query_as("select delivery_state, mode from ops.orders order by order_number")
            .fetch_all(&shop.app.db)
            .await
            .unwrap();
    let test = |state: &str| (state.to_owned(), "test".to_owned());
    assert_eq!(
        states,
        [
            test("delivered"),
            test("test_ended"),
            test("test_ended"),
            test("test_ended")
        ]
    );
}

#[tokio::test]
async fn what_a_process_with_the_old_key_still_does_to_an_ended_test_order_is_refused() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    let [_, _, waiting, unpaid] = open_tests(&shop, &mut sarah).await.try_into().unwrap();
    modes::begin(&shop.gone_live().await).await.unwrap();
    let before = calls(&shop);
    // The payment of a page that was open arrives, and a job of before runs again.
    shop.sandbox.stripe.pay(&unpaid.session_id, BUYER).unwrap();
    sqlx::query(
        "insert into jobs (kind, subject, run_at, created_at) values ('order', $1, now(), now())",
    )
    .bind(&waiting.order_id)
    .execute(&shop.app.db)
    .await
    .unwrap();
    shop.settle().await;
    assert_eq!(
        calls(&shop),
        before,
        "the supplier was asked for a test order after the shop went live"
    );
}

#[tokio::test]
async fn real_money_waits_for_its_key_and_figures_never_mix() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    // An order of real money, as the database of a live shop has it.
    shop.run(
        "begin; set local session_replication_role = replica;
         insert into orders
         select (jsonb_populate_record(o,
             '{\"id\": \"00000000-0000-0000-0000-000000000001\", \"order_number\": \"E1\",
             \"token\": \"live\", \"livemode\": true,
             \"stripe_payment_intent_id\": \"pi_live\"}')).* from orders o;
         insert into lines
         select (jsonb_populate_record(l, '{\"id\": \"00000000-0000-0000-0000-000000000002\",
             \"order_id\": \"00000000-0000-0000-0000-000000000001\",
             \"idempotency_key\": \"00000000-0000-0000-0000-000000000003\",
             \"state\": \"waiting\", \"outcome\": null, \"outcome_at\": null,
             \"delivered_at\": null}')).* from lines l;
         insert into captures
         select (jsonb_populate_record(c,
             '{\"order_id\": \"00000000-0000-0000-0000-000000000001\", \"session_id\": \"cs_live\",
             \"payment_intent_id\": \"pi_live\", \"livemode\": true}')).* from captures c;
         insert into jobs (kind, subject, run_at, created_at)
         values ('order', '00000000-0000-0000-0000-000000000001', now(), now());
         commit",
    )
    .await;
    let before = (calls(&shop), shop.sandbox.stripe.calls("").len());
    shop.settle().await;
    assert_eq!(
        (calls(&shop), shop.sandbox.stripe.calls("").len()),
        before,
        "real money was moved with a test key"
    );
    assert_eq!(
        shop.one::<i64>("select count(*) from jobs where kind = 'order'")
            .await,
        1,
        "it is forgotten"
    );
    let days: Vec<(String, i64, i64)> =
        sqlx::query_as("select mode, orders, gross_minor from ops.daily_sales order by mode")
            .fetch_all(&shop.app.db)
            .await
            .unwrap();
    assert_eq!(
        days,
        [("live".to_owned(), 1, PRICE), ("test".to_owned(), 1, PRICE)]
    );
}
