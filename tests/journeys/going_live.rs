//! From pretend money to real money.

use super::modes::calls;
use crate::operators::command_with;
use crate::support::{BUYER, Bought, Browser, PLAN, PRICE, Shop};
use chrono::TimeDelta;
use esim_storefront::flows::modes;
use esim_storefront::{ops, worker};
use sandbox::faults::{Fault, Rule};
use sandbox::stripe::{Stripe, StripeOptions};

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
