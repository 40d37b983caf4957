//! Prices that move between the payment page and the purchase: what a line truly cost is booked,
//! and no more is lost than its owner bears.

use chrono::TimeDelta;
use esim_storefront::flows::sync;
use sandbox::faults::{Break, Fault, Rule};

use crate::support::living::{Sold, TOPUP, TOPUP_PRICE};
use crate::support::{BUYER, Bought, Browser, PLAN, PRICE, Shop};

/// What is booked of the only line: cost, currency, rate, minor units, the order's currency.
async fn booked(shop: &Shop) -> Vec<(String, String, Option<String>, Option<i64>, String)> {
    sqlx::query_as(
        "select cost, cost_currency, rate::text, cost_minor, currency from line_costs
         order by booked_at",
    )
    .fetch_all(&shop.app.db)
    .await
    .unwrap()
}

fn dollars(cost: &str, minor: i64) -> (String, String, Option<String>, Option<i64>, String) {
    (
        cost.into(),
        "USD".into(),
        Some("1".into()),
        Some(minor),
        "usd".into(),
    )
}

async fn alerts(shop: &Shop, kind: &str) -> Vec<(String, bool)> {
    sqlx::query_as("select what, resolved_at is null from alerts where kind = $1 order by id")
        .bind(kind)
        .fetch_all(&shop.app.db)
        .await
        .unwrap()
}

/// A page that opened a quarter of an hour and a minute ago, when the supplier charged 12 dollars;
/// and more of `[pricing]`.
async fn page_of_before(pricing: &str) -> (Shop, Browser, Bought) {
    let shop = Shop::open_priced("USD", pricing).await;
    let mut sarah = shop.browser();
    let bought = shop.check_out(&mut sarah, PLAN, 1).await;
    shop.pass(TimeDelta::minutes(16));
    (shop, sarah, bought)
}

async fn paid(shop: &Shop, bought: &Bought) {
    shop.sandbox.stripe.pay(&bought.session_id, BUYER).unwrap();
    shop.rest(TimeDelta::hours(3)).await;
}

#[tokio::test]
async fn a_price_that_rose_a_little_is_delivered_booked_as_it_is_and_told() {
    for (cents, cost) in [(1350, "13.5"), (1590, "15.9")] {
        let (shop, mut sarah, bought) = page_of_before("").await;
        shop.sandbox.supplier.set_price_cents(PLAN, cents);
        paid(&shop, &bought).await;
        assert_eq!(
            sarah.get_json(&bought.page).await["delivery_state"],
            "delivered"
        );
        assert_eq!(booked(&shop).await, [dollars(cost, cents)]);
        let told = alerts(&shop, "price_rose").await;
        assert!(told.len() == 1 && told[0].1, "{told:?}");
        assert!(
            told[0]
                .0
                .contains(&format!("rose from 12 USD to {cost} USD; $14.40 was paid")),
            "{}",
            told[0].0
        );
        assert_eq!(
            shop.one::<i64>("select count(*) from ops.order_timeline where event = 'price_rose'")
                .await,
            1
        );
        shop.close().await;
    }
}

#[tokio::test]
async fn a_price_that_rose_too_far_is_refunded_and_told() {
    let (shop, mut sarah, bought) = page_of_before("").await;
    shop.sandbox.supplier.set_price_cents(PLAN, 1940);
    paid(&shop, &bought).await;
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "refunded"
    );
    assert_eq!(shop.sandbox.supplier.orders().len(), 0);
    let refunds = shop.sandbox.stripe.refunds();
    assert_eq!(
        (refunds.len(), refunds[0]["amount"].as_i64()),
        (1, Some(PRICE))
    );
    assert_eq!(booked(&shop).await, [], "nothing was bought");
    let why: String = shop.one("select outcome_reason from lines").await;
    assert_eq!(
        why,
        "the supplier's price rose from 12 USD to 19.4 USD, more than [pricing] most_loss bears"
    );
    assert_eq!(
        shop.one::<String>("select cause from refunds").await,
        "undeliverable"
    );
    assert_eq!(alerts(&shop, "price_rose").await.len(), 1);
    shop.close().await;
}

#[tokio::test]
async fn most_loss_is_the_owners() {
    for (most, cents, state) in [
        ("0", 1440, "delivered"),
        ("0", 1441, "refunded"),
        ("2", 1640, "delivered"),
        ("5", 1940, "delivered"),
    ] {
        let (shop, mut sarah, bought) = page_of_before(&format!("most_loss = \"{most}\"\n")).await;
        shop.sandbox.supplier.set_price_cents(PLAN, cents);
        paid(&shop, &bought).await;
        assert_eq!(
            sarah.get_json(&bought.page).await["delivery_state"],
            state,
            "{most} {cents}"
        );
        shop.close().await;
    }
}

#[tokio::test]
async fn a_shop_in_another_currency_books_at_its_own_rate() {
    let shop = Shop::open_priced(
        "EUR",
        "exchange_rates = { USD = \"0.913\" }\nending = \".99\"\n",
    )
    .await;
    let mut sarah = shop.browser();
    let bought = shop.check_out(&mut sarah, PLAN, 1).await;
    shop.pass(TimeDelta::minutes(16));
    shop.sandbox.supplier.set_price_cents(PLAN, 1250);
    paid(&shop, &bought).await;
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "delivered"
    );
    assert_eq!(
        shop.one::<i64>("select total_minor from orders").await,
        1399,
        "12 × 0.913 × 1.2 is 13.1472"
    );
    assert_eq!(
        booked(&shop).await,
        [(
            "12.5".into(),
            "USD".into(),
            Some("0.913".into()),
            Some(1141),
            "eur".into()
        )]
    );
    shop.close().await;
}

#[tokio::test]
async fn what_the_last_sync_said_a_moment_ago_is_not_asked_again() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    let bought = shop.check_out(&mut sarah, PLAN, 1).await;
    shop.pass(TimeDelta::minutes(16));
    shop.sandbox.supplier.set_price_cents(PLAN, 1350);
    sync::sync_catalogue(&shop.app.db, &shop.app.supplier, shop.app.clock.now())
        .await
        .unwrap();
    let asked = shop.sandbox.supplier.calls("get_product").len();
    paid(&shop, &bought).await;
    assert_eq!(shop.sandbox.supplier.calls("get_product").len(), asked);
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "delivered"
    );
    assert_eq!(
        booked(&shop).await,
        [dollars("13.5", 1350)],
        "the sync's word, not the page's"
    );
    shop.close().await;
}

#[tokio::test]
async fn a_supplier_that_does_not_answer_the_question_is_taken_at_its_last_word() {
    let (shop, mut sarah, bought) = page_of_before("").await;
    shop.sandbox.supplier.set_price_cents(PLAN, 1940);
    shop.sandbox.supplier.faults.push(Rule::always(
        "get_product",
        Fault::Status {
            status: 500,
            body: String::new(),
        },
    ));
    paid(&shop, &bought).await;
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "delivered",
        "a question never keeps a traveller waiting"
    );
    assert_eq!(booked(&shop).await, [dollars("12", 1200)]);
    assert_eq!(alerts(&shop, "price_rose").await, []);
    shop.close().await;
}

#[tokio::test]
async fn an_answer_that_was_lost_may_have_bought_so_its_line_is_not_refunded_for_a_later_price() {
    let (shop, mut sarah, bought) = page_of_before("").await;
    shop.sandbox.supplier.faults.push(Rule::once(
        "create_order",
        Fault::SellThenBreak(Break::Reset),
    ));
    shop.sandbox.stripe.pay(&bought.session_id, BUYER).unwrap();
    shop.settle().await;
    assert_eq!(
        booked(&shop).await,
        [dollars("12", 1200)],
        "what it cost when it may have been bought"
    );
    shop.sandbox.supplier.set_price_cents(PLAN, 9900);
    shop.rest(TimeDelta::hours(3)).await;
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "delivered"
    );
    assert_eq!(booked(&shop).await, [dollars("12", 1200)]);
    shop.close().await;
}

#[tokio::test]
async fn an_order_that_waits_is_asked_about_again() {
    let (shop, mut sarah, bought) = page_of_before("").await;
    shop.sandbox.supplier.set_balance_cents(0);
    shop.sandbox.stripe.pay(&bought.session_id, BUYER).unwrap();
    shop.settle().await;
    assert_eq!(
        booked(&shop).await,
        [],
        "an attempt that was refused cost nothing"
    );
    shop.sandbox.supplier.set_price_cents(PLAN, 1940);
    shop.sandbox.supplier.set_balance_cents(100_000);
    shop.rest(TimeDelta::minutes(20)).await;
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "refunded"
    );
    assert_eq!(shop.sandbox.supplier.orders().len(), 0);
    shop.close().await;
}

#[tokio::test]
async fn a_top_up_is_judged_by_the_offer_that_is_read_before_it() {
    for (cents, state) in [(430, "delivered"), (800, "refunded")] {
        let mut sold = Sold::one().await;
        let bought = sold.shop.begin_topup(&sold.iccid).await;
        sold.shop.sandbox.supplier.set_price_cents(TOPUP, cents);
        sold.shop
            .sandbox
            .stripe
            .pay(&bought.session_id, BUYER)
            .unwrap();
        sold.shop.rest_long().await;
        assert_eq!(
            sold.sarah.get_json(&bought.page).await["delivery_state"],
            state
        );
        let costs = booked(&sold.shop).await;
        if state == "delivered" {
            assert_eq!(
                costs[1],
                dollars("4.3", cents),
                "a dollar more than the {TOPUP_PRICE} cents that were paid"
            );
        } else {
            assert_eq!((costs.len(), sold.shop.sent_back()), (1, vec![TOPUP_PRICE]));
        }
        assert_eq!(alerts(&sold.shop, "price_rose").await.len(), 1);
        sold.shop.close().await;
    }
}

#[tokio::test]
async fn a_sync_that_brings_the_new_price_to_the_shelf_ends_the_alert() {
    let (shop, _sarah, bought) = page_of_before("").await;
    shop.sandbox.supplier.set_price_cents(PLAN, 1350);
    paid(&shop, &bought).await;
    sync::sync_catalogue(&shop.app.db, &shop.app.supplier, shop.app.clock.now())
        .await
        .unwrap();
    let told = alerts(&shop, "price_rose").await;
    assert!(told.len() == 1 && !told[0].1, "{told:?}");
    shop.close().await;
}
