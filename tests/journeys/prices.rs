//! What an owner's shelf does when the supplier's catalogue says something strange, or a rate does.

use chrono::TimeDelta;
use esim_storefront::flows::{JobOutcome, prices, sync};
use esim_storefront::ops;

use crate::support::living::{Sold, TOPUP, TOPUP_PRICE};
use crate::support::{PLAN, PRICE, Shop};
use crate::topup::page_of;

/// The job, and a look at what came of it.
async fn synced(shop: &Shop) -> JobOutcome {
    let rest = sync::run(&shop.app).await.unwrap();
    shop.app
        .catalogue
        .refresh(&shop.app.db, shop.app.clock.now())
        .await
        .unwrap();
    rest
}

/// Alerts that stand, and those that have ended.
async fn alerts(shop: &Shop, kind: &str) -> (i64, i64) {
    sqlx::query_as(
        "select count(*) filter (where resolved_at is null),
         count(*) filter (where resolved_at is not null) from alerts where kind = $1",
    )
    .bind(kind)
    .fetch_one(&shop.app.db)
    .await
    .unwrap()
}

fn price(shop: &Shop, product_id: &str) -> i64 {
    shop.app
        .catalogue
        .plan(product_id)
        .map_or(0, |plan| plan.price.minor)
}

#[tokio::test]
async fn a_price_that_falls_by_more_than_half_waits_for_a_second_sync() {
    let shop = Shop::open().await;
    shop.sandbox.supplier.set_price_cents(PLAN, 12);
    let first = shop.app.clock.now();
    // The usual interval is as long: there is no reason to come earlier.
    assert_eq!(synced(&shop).await, JobOutcome::Done);
    assert_eq!(
        (price(&shop, PLAN), alerts(&shop, "price_fell").await),
        (PRICE, (1, 0))
    );
    let what: String = shop
        .one("select what from alerts where kind = 'price_fell'")
        .await;
    assert!(
        what.contains(&format!(
            "{PLAN} from 12 USD to 0.12 USD fell by more than half; the old price stands"
        )),
        "{what}"
    );
    shop.pass(TimeDelta::minutes(5));
    let due = JobOutcome::RetryAt(first + TimeDelta::minutes(15));
    let second = synced(&shop).await;
    assert!(
        matches!((second, due), (JobOutcome::RetryAt(a), JobOutcome::RetryAt(b)) if (a - b).abs() < TimeDelta::seconds(10)),
        "{second:?}"
    );
    assert_eq!(price(&shop, PLAN), PRICE, "too soon");
    // Meanwhile it is sold at the old price, though the supplier's answer could not be sold at all.
    let mut sarah = shop.browser();
    let bought = shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "delivered"
    );
    assert_eq!(
        shop.one::<i64>("select cost_minor from line_costs").await,
        12,
        "what the supplier asked"
    );
    shop.pass(TimeDelta::minutes(10));
    assert_eq!(synced(&shop).await, JobOutcome::Done);
    assert_eq!(
        (price(&shop, PLAN), alerts(&shop, "price_fell").await),
        (120, (0, 1))
    );
    assert_eq!(
        shop.one::<i64>("select count(*) from catalogue_waits")
            .await,
        0
    );
    shop.close().await;
}

#[tokio::test]
async fn a_price_that_comes_back_is_forgotten() {
    let shop = Shop::open().await;
    shop.sandbox.supplier.set_price_cents(PLAN, 12);
    synced(&shop).await;
    shop.sandbox.supplier.set_price_cents(PLAN, 1190);
    shop.pass(TimeDelta::minutes(20));
    synced(&shop).await;
    assert_eq!(
        (price(&shop, PLAN), alerts(&shop, "price_fell").await),
        (1430, (0, 1))
    );
    assert_eq!(
        shop.one::<i64>("select count(*) from catalogue_waits")
            .await,
        0
    );
    shop.close().await;
}

#[tokio::test]
async fn a_catalogue_that_loses_more_than_half_waits_for_a_second_sync() {
    let shop = Shop::open().await;
    let all = shop.app.catalogue.snapshot().len();
    shop.sandbox
        .supplier
        .keep_only(|p| p.id == PLAN || p.id == TOPUP);
    assert!(all > 4, "{all} plans");
    shop.sandbox.supplier.set_price_cents(PLAN, 1300);
    synced(&shop).await;
    assert_eq!(
        (
            shop.app.catalogue.snapshot().len(),
            alerts(&shop, "catalogue_shrunk").await
        ),
        (all, (1, 0))
    );
    assert_eq!(price(&shop, PLAN), 1560, "a price that rose is believed");
    let mut sarah = shop.browser();
    let gone = sarah
        .post(
            "/checkout",
            &[
                ("product_id", "esimfx_1G_7D_AT"),
                ("quantity", "1"),
                ("device_ok", "yes"),
            ],
        )
        .await;
    assert_eq!(gone.status, 422, "what is gone is not sold all the same");
    shop.pass(TimeDelta::minutes(15));
    synced(&shop).await;
    assert_eq!(
        (
            shop.app.catalogue.snapshot().len(),
            alerts(&shop, "catalogue_shrunk").await
        ),
        (2, (0, 1))
    );
    shop.close().await;
}

#[tokio::test]
async fn an_empty_catalogue_is_told_and_never_believed() {
    let shop = Shop::open().await;
    let all = shop.app.catalogue.snapshot().len();
    shop.sandbox.supplier.keep_only(|_| false);
    for _ in 0..2 {
        assert!(sync::run(&shop.app).await.is_err());
        shop.pass(TimeDelta::minutes(15));
    }
    shop.app
        .catalogue
        .refresh(&shop.app.db, shop.app.clock.now())
        .await
        .unwrap();
    assert_eq!(
        (
            shop.app.catalogue.snapshot().len(),
            alerts(&shop, "catalogue_shrunk").await
        ),
        (all, (1, 0))
    );
    shop.close().await;
}

#[tokio::test]
async fn a_top_up_keeps_its_price_while_a_fall_waits() {
    let sold = Sold::one().await;
    sold.shop.sandbox.supplier.set_price_cents(TOPUP, 2);
    assert_eq!(
        sold.shop.topup_price(&sold.iccid, TOPUP).await.minor,
        TOPUP_PRICE
    );
    synced(&sold.shop).await;
    sold.shop.pass(TimeDelta::minutes(15));
    synced(&sold.shop).await;
    assert_eq!(sold.shop.topup_price(&sold.iccid, TOPUP).await.minor, 110);
    sold.shop.settle().await;
    sold.shop.close().await;
}

#[tokio::test]
async fn a_low_rate_keeps_its_plans_off_the_shelf_until_its_owner_confirms_it() {
    let rates = "exchange_rates = { USD = \"0.5\" }\n";
    let shop = Shop::open_priced("EUR", rates).await;
    assert!(shop.app.catalogue.snapshot().is_empty());
    assert_eq!(
        alerts(&shop, "sales_stopped").await,
        (1, 0),
        "told at start"
    );
    let (finding, _) = ops::prices::examine(&shop.app).unwrap_err();
    assert!(
        finding.contains("plans: [pricing] exchange_rates says that one USD is 0.5 EUR"),
        "{finding}"
    );
    let mut sarah = shop.browser();
    let refused = sarah
        .post(
            "/checkout",
            &[
                ("product_id", PLAN),
                ("quantity", "1"),
                ("device_ok", "yes"),
            ],
        )
        .await;
    assert_eq!(refused.status, 404);
    shop.close().await;

    let today = esim_storefront::clock::now().date_naive();
    let shop = Shop::open_priced("EUR", &format!("{rates}rate_confirmed = {today}\n")).await;
    assert_eq!(
        (price(&shop, PLAN), alerts(&shop, "sales_stopped").await),
        (720, (0, 0))
    );
    // The owner's word grows old.
    shop.pass(TimeDelta::days(181));
    synced(&shop).await;
    assert!(shop.app.catalogue.snapshot().is_empty());
    assert_eq!(alerts(&shop, "sales_stopped").await, (1, 0));
    shop.close().await;
}

#[tokio::test]
async fn a_rate_that_was_mended_ends_its_alert_at_the_next_start() {
    let shop = Shop::open().await;
    shop.run(
        "insert into alerts (kind, subject, severity, what, mend, since, last_seen)
         values ('sales_stopped', 'exchange_rates', 'critical', 'a rate', 'mend it', now(), now())",
    )
    .await;
    prices::watch(&shop.app).await.unwrap();
    assert_eq!(alerts(&shop, "sales_stopped").await, (0, 1));
    shop.close().await;
}

#[tokio::test]
async fn other_currencies_are_shown_beside_the_price_and_never_charged() {
    let shop =
        Shop::open_with("[currencies]\nalso_show = { SEK = \"11.2\", EUR = \"0.92\" }\n").await;
    let mut sarah = shop.browser();
    let plan = sarah.get(&format!("/plans/{PLAN}")).await;
    assert_eq!(plan.text_of(".cost .also").unwrap(), "≈ €13 · ≈ SEK 161");
    assert!(
        plan.words()
            .contains("We charge in USD; amounts after ≈ are only a guide."),
        "{}",
        plan.words()
    );
    let board = sarah.get("/esim/japan").await;
    assert!(
        board.body.contains("≈\u{a0}€13"),
        "the first of them stands on the board"
    );
    let options = plan.text_of("#quantity").unwrap();
    assert!(options.contains("2 – $28.80 (≈ €26)"), "{options}");
    for (path, at) in [
        ("/", ".places .price"),
        ("/", ".chips .extra"),
        ("/destinations", ".places .price"),
        ("/search?q=Japan", ".places .price"),
        ("/suggest?q=Japan", ".price"),
        ("/search?q=10gb+japan", ".way .price"),
        ("/trip?q=Japan+5+days,+Italy+3+days", ".way .price"),
    ] {
        let page = sarah.get(path).await;
        let first = page
            .text_of(at)
            .unwrap_or_else(|| panic!("{path} has no {at}"));
        assert!(
            first.contains("≈ €") && !first.contains("SEK"),
            "{path}: {first}"
        );
    }
    let bought = shop.check_out(&mut sarah, PLAN, 1).await;
    let session = shop.session(&bought.session_id);
    assert_eq!(
        (
            session["amount_total"].as_i64(),
            session["currency"].as_str()
        ),
        (Some(1440), Some("usd"))
    );
    let mut sold = Sold::with("[currencies]\nalso_show = { EUR = \"0.92\" }\n").await;
    let path = page_of(&sold).await;
    let top_up = sold.sarah.get(&path).await;
    assert!(
        top_up.body.contains("≈\u{a0}€3.04") && top_up.words().contains("We charge in USD"),
        "{}",
        top_up.words()
    );
    // A shop that names none says nothing of it.
    let plain = Shop::open().await;
    let page = plain.browser().get(&format!("/plans/{PLAN}")).await;
    assert!(!page.body.contains('≈'));
}
