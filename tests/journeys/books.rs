//! Books in the shop's own money: what each order cost, what Stripe took, what is owed, and what is
//! left, in three currencies.

use chrono::TimeDelta;
use sandbox::faults::{Fault, Rule};

use crate::operators::{command, printed};
use crate::support::living::Sold;
use crate::support::{BUYER, PLAN, PRICE, Shop};

/// Cost, fee, tax, sent back, owed and margin of the one order.
type Books = (Option<i64>, Option<i64>, i64, i64, i64, Option<i64>);

async fn books(shop: &Shop) -> Books {
    sqlx::query_as(
        "select cost_minor, fee_minor, tax_minor, refunded_minor, owed_minor, margin_minor
         from ops.books",
    )
    .fetch_one(&shop.app.db)
    .await
    .unwrap()
}

/// Two eSIMs at this price, delivered; one of two where the supplier refuses the other.
async fn bought(shop: &Shop, quantity: u32) -> i64 {
    let price = shop.app.catalogue.plan(PLAN).unwrap().price.minor;
    shop.buy(&mut shop.browser(), PLAN, quantity).await;
    shop.settle().await;
    price
}

#[tokio::test]
async fn a_shop_in_dollars_books_cost_fee_and_margin() {
    let shop = Shop::open().await;
    assert_eq!(bought(&shop, 2).await, PRICE);
    // 2.9 % and 30 cents of 28.80.
    assert_eq!(
        books(&shop).await,
        (Some(2400), Some(113), 0, 0, 0, Some(2880 - 2400 - 113))
    );
    let line: (String, String, String, i64, String) = sqlx::query_as(
        "select cost::text, cost_currency, rate::text, cost_minor, mode from ops.order_lines
         limit 1",
    )
    .fetch_one(&shop.app.db)
    .await
    .unwrap();
    assert_eq!(
        line,
        ("12".into(), "USD".into(), "1".into(), 1200, "test".into())
    );
    let order: (i64, String, Vec<String>) =
        sqlx::query_as("select fee_minor, mode, holds from ops.orders")
            .fetch_one(&shop.app.db)
            .await
            .unwrap();
    assert_eq!(order, (113, "test".into(), vec![]));
    let day: (String, i64, i64, i64, i64, i64) = sqlx::query_as(
        "select mode, gross_minor, cost_minor, fee_minor, fees_unknown, margin_minor
         from ops.daily_sales",
    )
    .fetch_one(&shop.app.db)
    .await
    .unwrap();
    assert_eq!(day, ("test".into(), 2880, 2400, 113, 0, 367));
    shop.close().await;
}

#[tokio::test]
async fn a_shop_in_euros_books_in_euros_what_is_paid_in_dollars() {
    let shop = Shop::open_priced(
        "EUR",
        "exchange_rates = { USD = \"0.92\" }\nmarkup_percent = 20\n",
    )
    .await;
    // The account is paid out in dollars.
    shop.sandbox
        .stripe
        .settle_in("usd", "1.10".parse().unwrap());
    let price = bought(&shop, 2).await;
    let (paid, cost) = (2 * price, 2 * 1104);
    let (cost_minor, fee, _, back, owed, margin) = books(&shop).await;
    let fee = fee.unwrap();
    assert_eq!(
        (cost_minor, back, owed, margin),
        (Some(cost), 0, 0, Some(paid - cost - fee))
    );
    let stored: (i64, String, String) =
        sqlx::query_as("select stripe_fee, fee_currency, exchange_rate::text from fees")
            .fetch_one(&shop.app.db)
            .await
            .unwrap();
    assert_eq!((stored.1.as_str(), stored.2.as_str()), ("usd", "1.1"));
    // The same share of the payment, to the cent.
    let in_dollars = (stored.0 * 100 + 55) / 110;
    assert!(
        (fee - in_dollars).abs() <= 1,
        "{fee} euro cents for {} dollar cents",
        stored.0
    );
    let line: (String, String, String, i64) = sqlx::query_as(
        "select cost::text, cost_currency, rate::text, cost_minor from ops.order_lines limit 1",
    )
    .fetch_one(&shop.app.db)
    .await
    .unwrap();
    assert_eq!(line, ("12".into(), "USD".into(), "0.92".into(), 1104));
    shop.close().await;
}

#[tokio::test]
async fn a_shop_in_yen_counts_whole_yen() {
    let shop = Shop::open_priced(
        "JPY",
        "exchange_rates = { USD = \"150\" }\nmarkup_percent = 20\n",
    )
    .await;
    let price = bought(&shop, 1).await;
    assert_eq!(price, 2160);
    let (cost, fee, _, _, _, margin) = books(&shop).await;
    assert_eq!(
        (cost, margin),
        (Some(1800), Some(2160 - 1800 - fee.unwrap()))
    );
    assert_eq!(
        shop.one::<String>("select total from ops.orders").await,
        "2160 JPY"
    );
    shop.close().await;
}

#[tokio::test]
async fn lines_from_before_costs_were_booked_are_known_in_the_suppliers_own_money_only() {
    let dollars = Shop::open().await;
    bought(&dollars, 1).await;
    let euros = Shop::open_priced(
        "EUR",
        "exchange_rates = { USD = \"0.92\" }\nmarkup_percent = 20\n",
    )
    .await;
    bought(&euros, 1).await;
    for shop in [&dollars, &euros] {
        shop.run(
            "begin; set local session_replication_role = replica; delete from line_costs; commit",
        )
        .await;
    }
    assert_eq!(
        books(&dollars).await,
        (Some(1200), Some(71), 0, 0, 0, Some(1440 - 1200 - 71))
    );
    let (cost, fee, .., margin) = books(&euros).await;
    assert_eq!((cost, margin), (None, None));
    assert!(fee.is_some());
    let line: (String, Option<String>, Option<i64>) =
        sqlx::query_as("select cost::text, rate::text, cost_minor from ops.order_lines")
            .fetch_one(&euros.app.db)
            .await
            .unwrap();
    assert_eq!(line, ("12".into(), None, None));
    let day: (i64, Option<i64>, Option<i64>) =
        sqlx::query_as("select gross_minor, cost_minor, margin_minor from ops.daily_sales")
            .fetch_one(&euros.app.db)
            .await
            .unwrap();
    assert_eq!((day.1, day.2), (None, None));
}

#[tokio::test]
async fn what_is_owed_after_a_refund_that_failed_is_no_profit() {
    let shop = Shop::open().await;
    shop.sandbox.supplier.faults.push(Rule::once(
        "create_order",
        Fault::Refuse {
            code: 40_400,
            message: "gone".into(),
        },
    ));
    shop.sandbox.stripe.set_refund_outcome("failed");
    bought(&shop, 2).await;
    let (cost, fee, _, back, owed, margin) = books(&shop).await;
    assert_eq!((cost, fee, back, owed), (Some(1200), Some(113), 0, PRICE));
    assert_eq!(
        margin,
        Some(2880 - 1200 - 113 - PRICE),
        "what is owed is shown as profit"
    );
    assert_eq!(
        shop.one::<String>("select mismatch from ops.books").await,
        "a refused or returned line is not refunded"
    );
}

#[tokio::test]
async fn an_operators_refund_that_came_back_is_owed_until_it_is_sent_again() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    let order = shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    // As the operator's refund leaves it once Stripe has called it failed.
    shop.run(
        "insert into refunds (id, order_id, line_id, attempt, idempotency_key, amount_minor,
           currency, cause, state, stripe_refund_id, created_at, updated_at)
         select gen_random_uuid(), order_id, id, 1, 'rf:' || id || ':1', 500, 'usd', 'operator',
         'failed', 're_1', now(), now() from lines",
    )
    .await;
    let (.., back, owed, margin) = books(&shop).await;
    assert_eq!(
        (back, owed, margin),
        (0, 500, Some(PRICE - 1200 - 71 - 500))
    );
    assert_eq!(
        shop.one::<String>("select mismatch from ops.books").await,
        "a refund came back and was not sent again"
    );
    assert_eq!(
        sarah.get_json(&order.page).await["delivery_state"],
        "delivered"
    );
}

#[tokio::test]
async fn what_the_supplier_gives_back_has_cost_nothing_and_what_it_keeps_stays_a_cost() {
    let mut sold = Sold::with("[cancel]\nallowed = true\nfee = \"1.00\"\nwindow_days = 30\n").await;
    sold.press_give_back(PRICE - 100).await;
    sold.shop.settle().await;
    assert_eq!(
        books(&sold.shop).await,
        (Some(0), Some(71), 0, PRICE - 100, 0, Some(100 - 71))
    );
    sold.shop
        .run("update cancellations set need_refund = false")
        .await;
    assert_eq!(
        books(&sold.shop).await,
        (
            Some(1200),
            Some(71),
            0,
            PRICE - 100,
            0,
            Some(100 - 71 - 1200)
        )
    );
}

#[tokio::test]
async fn a_fee_that_is_booked_late_is_read_late_and_blocks_nothing() {
    let shop = Shop::open().await;
    shop.sandbox
        .stripe
        .book_after(std::time::Duration::from_secs(1800));
    let mut sarah = shop.browser();
    let order = shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    assert_eq!(
        sarah.get_json(&order.page).await["delivery_state"],
        "delivered"
    );
    assert_eq!(
        books(&shop).await,
        (Some(1200), None, 0, 0, 0, Some(240)),
        "an unknown fee is left out"
    );
    assert_eq!(
        shop.one::<i64>("select fees_unknown from ops.daily_sales")
            .await,
        1
    );
    shop.rest(TimeDelta::hours(1)).await;
    assert_eq!(
        books(&shop).await,
        (Some(1200), Some(71), 0, 0, 0, Some(240 - 71))
    );
    shop.close().await;
}

#[tokio::test]
async fn a_key_that_may_not_read_fees_goes_on_selling_and_is_told_once() {
    let shop = Shop::open().await;
    shop.sandbox
        .stripe
        .forbid("balance_transaction_source_read");
    for _ in 0..2 {
        shop.buy(&mut shop.browser(), PLAN, 1).await;
    }
    shop.settle().await;
    assert_eq!(shop.one::<i64>(
        "select count(*) from ops.orders where delivery_state = 'delivered' and fee_minor is null").await, 2);
    let alerts: Vec<(String, String)> =
        sqlx::query_as("select what, severity from ops.alerts where kind = 'key_rights'")
            .fetch_all(&shop.app.db)
            .await
            .unwrap();
    assert_eq!(
        alerts,
        [(
            "the Stripe key may not read Balance transactions".to_owned(),
            "warning".to_owned()
        )]
    );
    let doctor = printed(&command(&shop, &["doctor"]).await);
    let line = doctor
        .lines()
        .find(|line| line.starts_with("WARN  fees"))
        .unwrap_or_else(|| panic!("the doctor is silent: {doctor}"));
    assert!(
        line.contains("may not read what Stripe takes")
            && line.contains("→ add the right Balance transactions"),
        "{line}"
    );
    // Once it may, what was missed is read as well.
    shop.sandbox.stripe.allow_all();
    shop.buy(&mut shop.browser(), PLAN, 1).await;
    shop.settle().await;
    assert_eq!(
        shop.one::<i64>("select count(*) from ops.orders where fee_minor = 71")
            .await,
        3
    );
    assert_eq!(shop.sandbox.mailbox.messages_to(BUYER).len(), 3);
    shop.close().await;
}

#[tokio::test]
async fn stripes_trouble_with_fees_is_no_trouble_of_the_order() {
    let shop = Shop::open().await;
    shop.sandbox
        .stripe
        .book_after(std::time::Duration::from_secs(300));
    bought(&shop, 1).await;
    shop.sandbox.stripe.faults.push(
        Rule::always(
            "",
            Fault::Status {
                status: 500,
                body: String::new(),
            },
        )
        .method("GET")
        .times(3),
    );
    shop.rest(TimeDelta::minutes(11)).await;
    assert_eq!(shop.sandbox.stripe.faults.fired(), 3);
    assert_eq!(
        shop.one::<String>("select delivery_state from ops.orders")
            .await,
        "delivered"
    );
    assert_eq!(
        shop.one::<i64>("select count(*) from ops.stuck_orders")
            .await,
        0
    );
    shop.rest(TimeDelta::hours(3)).await;
    assert_eq!(books(&shop).await.1, Some(71));
    shop.close().await;
}
