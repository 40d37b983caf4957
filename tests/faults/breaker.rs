//! The supplier does not sell: selling stops by itself, one order a minute finds out, and what is
//! answered resumes it.

use chrono::TimeDelta;
use esim_storefront::flows::selling;
use sandbox::faults::{Fault, Rule};

use crate::support::{Bought, Browser, PLAN, Shop};

const FORM: [(&str, &str); 3] = [
    ("product_id", PLAN),
    ("quantity", "1"),
    ("device_ok", "yes"),
];
const ALERTS: &str =
    "select coalesce(string_agg(kind, ' ' order by kind), '') from alerts where resolved_at is null
     and kind in ('supplier_failing', 'sales_stopped', 'low_balance')";

impl Shop {
    fn calls(&self) -> usize {
        self.sandbox.supplier.calls("create_order").len()
    }

    /// The alerts' round, and a shelf as fresh as in a shop that hears of its changes.
    async fn watch(&self) {
        selling::watch(&self.app).await.unwrap();
        self.app
            .catalogue
            .refresh(&self.app.db, self.app.clock.now())
            .await
            .unwrap();
    }

    async fn press(&self) -> u16 {
        self.browser().post("/checkout", &FORM).await.status
    }

    async fn buy_one_each(&self, travellers: usize) -> Vec<(Browser, Bought)> {
        let mut all = Vec::new();
        for _ in 0..travellers {
            let mut traveller = self.browser();
            let bought = self.buy(&mut traveller, PLAN, 1).await;
            all.push((traveller, bought));
        }
        all
    }

    fn fail(&self) {
        self.sandbox.supplier.faults.push(Rule::always(
            "create_order",
            Fault::Status {
                status: 500,
                body: "oops".into(),
            },
        ));
    }
}

#[tokio::test]
async fn five_orders_that_fail_stop_selling_and_the_first_that_is_answered_resumes_it() {
    let shop = Shop::open().await;
    shop.fail();
    let mut all = shop.buy_one_each(4).await;
    shop.settle().await;
    shop.watch().await;
    assert_eq!(shop.one::<String>(ALERTS).await, "", "four are no proof");
    all.extend(shop.buy_one_each(1).await);
    shop.settle().await;
    shop.watch().await;
    assert_eq!(
        shop.one::<String>(ALERTS).await,
        "sales_stopped supplier_failing"
    );
    assert_eq!(
        shop.press().await,
        503,
        "nothing is sold that cannot be bought"
    );
    let page = shop.browser().get(&format!("/plans/{PLAN}")).await.body;
    assert!(
        !page.contains("action=\"/checkout\""),
        "the page takes orders"
    );

    let before = shop.calls();
    shop.pass(TimeDelta::seconds(40));
    shop.settle().await;
    assert_eq!(shop.calls(), before, "nobody asks before its turn");
    for probes in 1..=3 {
        shop.pass(TimeDelta::seconds(61));
        shop.settle().await;
        assert_eq!(
            shop.calls(),
            before + probes,
            "one order a minute finds out"
        );
    }
    shop.sandbox.supplier.faults.clear();
    shop.pass(TimeDelta::seconds(61));
    shop.settle().await;
    shop.watch().await;
    for (traveller, bought) in &mut all {
        assert_eq!(
            traveller.get_json(&bought.page).await["delivery_state"],
            "delivered"
        );
    }
    assert_eq!(shop.one::<String>(ALERTS).await, "");
    assert_eq!(shop.press().await, 303);
    shop.close().await;
}

#[tokio::test]
async fn what_failed_before_counts_no_more_when_selling_has_resumed() {
    let shop = Shop::open().await;
    shop.fail();
    shop.buy_one_each(5).await;
    shop.settle().await;
    shop.sandbox.supplier.faults.clear();
    shop.pass(TimeDelta::seconds(61));
    shop.settle().await;
    shop.watch().await;
    shop.fail();
    let waiting = shop.buy_one_each(1).await;
    shop.settle().await;
    shop.watch().await;
    assert_eq!(shop.one::<String>(ALERTS).await, "");
    shop.sandbox.supplier.faults.clear();
    shop.rest(TimeDelta::minutes(5)).await;
    assert_eq!(waiting.len(), 1);
    shop.close().await;
}

#[tokio::test]
async fn known_refusals_stop_nothing() {
    let shop = Shop::open().await;
    let no = Fault::Refuse {
        code: 40_400,
        message: "no such product".into(),
    };
    shop.sandbox
        .supplier
        .faults
        .push(Rule::always("create_order", no));
    shop.buy_one_each(6).await;
    shop.settle().await;
    shop.watch().await;
    assert_eq!(shop.one::<String>(ALERTS).await, "");
    assert_eq!(shop.press().await, 303);
    shop.close().await;
}

#[tokio::test]
async fn when_no_order_waits_one_payment_page_a_minute_finds_out() {
    let shop = Shop::open().await;
    shop.fail();
    shop.buy_one_each(5).await;
    shop.settle().await;
    shop.watch().await;
    assert_eq!(
        shop.press().await,
        503,
        "paid orders wait and find out themselves"
    );
    shop.rest(TimeDelta::hours(3)).await;
    assert_eq!(shop.sandbox.stripe.refunds().len(), 5);

    shop.sandbox.supplier.faults.push(Rule::always(
        "get_product",
        Fault::Status {
            status: 500,
            body: "oops".into(),
        },
    ));
    shop.watch().await;
    assert_eq!(
        shop.press().await,
        503,
        "the supplier does not even answer a question"
    );
    shop.sandbox.supplier.faults.clear();
    shop.fail();
    shop.pass(TimeDelta::minutes(2));
    shop.watch().await;
    let mut first = shop.browser();
    let bought = shop.check_out(&mut first, PLAN, 1).await;
    assert_eq!(shop.press().await, 503, "one a minute");
    shop.sandbox
        .stripe
        .pay(&bought.session_id, crate::support::BUYER)
        .unwrap();
    shop.pass(TimeDelta::seconds(61));
    shop.settle().await;
    shop.watch().await;
    assert_eq!(shop.press().await, 503, "it failed, so nothing is sold");
    assert_eq!(
        shop.one::<String>(ALERTS).await,
        "sales_stopped supplier_failing"
    );

    shop.sandbox.supplier.faults.clear();
    shop.pass(TimeDelta::seconds(61));
    shop.settle().await;
    shop.watch().await;
    assert_eq!(
        first.get_json(&bought.page).await["delivery_state"],
        "delivered"
    );
    assert_eq!(shop.press().await, 303);
    shop.close().await;
}

#[tokio::test]
async fn the_owner_is_warned_before_the_balance_is_too_low() {
    let shop = Shop::open_with("[owner]\nbalance_floor = \"50\"\n").await;
    shop.sandbox.supplier.set_balance_cents(4_900);
    shop.watch().await;
    assert_eq!(shop.one::<String>(ALERTS).await, "low_balance");
    assert!(
        shop.one::<String>("select what from alerts where kind = 'low_balance'")
            .await
            .contains("49")
    );
    assert_eq!(shop.press().await, 303, "a warning stops nothing");
    shop.sandbox.supplier.set_balance_cents(100_000);
    shop.pass(TimeDelta::minutes(11));
    shop.watch().await;
    assert_eq!(shop.one::<String>(ALERTS).await, "");
    shop.sandbox.supplier.set_balance_cents(10);
    shop.sandbox.supplier.faults.push(Rule::always(
        "get_profile",
        Fault::Status {
            status: 404,
            body: "nothing".into(),
        },
    ));
    shop.pass(TimeDelta::minutes(11));
    shop.watch().await;
    assert_eq!(
        shop.one::<String>(ALERTS).await,
        "",
        "that it cannot be read is no fault"
    );
    shop.close().await;
}
