//! What the owner sees of prices and sales: each plan with cost, fee and margin, why it is off the
//! shelf, and other rules before they are used.

use esim_storefront::flows::{price_table, sync};
use serde_json::Value;

use crate::operators::{command, printed};
use crate::support::{PLAN, Shop};

const EUROPE: &str = "esimfx_5G_30D_EU";
const AUSTRIA: &str = "esimfx_1G_7D_AT";
const RULES: &str = "markup_percent = 20\nminimum_margin = \"1.00\"\nround_to = \
                     \"0.10\"\ncard_fee_percent = 2.9\ncard_fee_fixed = \"0.30\"\n\
                     [[pricing.rule]]\nproduct = \"esimfx_1G_7D_AT\"\nmarkup_percent = \
                     0\nminimum_margin = 0\n";

type Row = (
    Option<i64>,
    Option<i64>,
    Option<i64>,
    Option<i64>,
    i64,
    bool,
    Option<String>,
);

impl Shop {
    async fn plan_row(&self, product_id: &str) -> Row {
        sqlx::query_as(
            "select cost_minor, price_minor, fee_minor, margin_minor, sold_30d, on_shelf, why_off
             from ops.plans where product_id = $1",
        )
        .bind(product_id)
        .fetch_one(&self.app.db)
        .await
        .unwrap()
    }

    async fn synced_and_written(&self) {
        sync::run(&self.app).await.unwrap();
        self.app
            .catalogue
            .refresh(&self.app.db, self.app.clock.now())
            .await
            .unwrap();
        price_table::write_down(&self.app).await.unwrap();
    }
}

#[tokio::test]
async fn each_plan_shows_cost_price_fee_and_margin_and_why_it_is_off_the_shelf() {
    let shop = Shop::open_priced("USD", RULES).await;
    let unpriced: String = shop.one("select min(why_off) from ops.plans").await;
    assert!(
        unpriced.starts_with("it has not been priced yet"),
        "{unpriced}"
    );
    price_table::write_down(&shop.app).await.unwrap();
    assert_eq!(
        shop.plan_row(PLAN).await,
        (Some(1200), Some(1440), Some(72), Some(168), 0, true, None)
    );
    let words: String = shop
        .one(
            "select concat_ws(', ', plan_name, destination, price, fee, margin) from ops.plans
             where product_id = 'esimfx_10G_7D_JP'",
        )
        .await;
    assert_eq!(
        words,
        "Japan · 10 GB · 7 days, japan, 14.40 USD, 0.72 USD, 1.68 USD"
    );
    let (_, price, fee, margin, _, on_shelf, why) = shop.plan_row(AUSTRIA).await;
    assert_eq!((price, fee, margin, on_shelf), (None, None, None, false));
    assert!(
        why.as_ref().is_some_and(
            |why| why.starts_with("it would sell at") && why.contains("with the card fee")
        ),
        "{why:?}"
    );

    shop.buy(&mut shop.browser(), PLAN, 2).await;
    shop.settle().await;
    assert_eq!(shop.plan_row(PLAN).await.4, 2);
    let at: chrono::DateTime<chrono::Utc> = shop.one("select max(priced_at) from ops.plans").await;
    shop.pass(chrono::TimeDelta::minutes(15));
    shop.sandbox.supplier.set_price_cents(PLAN, 1300);
    shop.sandbox.supplier.keep_only(|p| p.id != EUROPE);
    shop.synced_and_written().await;
    assert_eq!(shop.plan_row(PLAN).await.0, Some(1300));
    let gone = shop.plan_row(EUROPE).await;
    assert_eq!(
        gone,
        (
            None,
            None,
            None,
            None,
            0,
            false,
            Some("the supplier no longer lists it".into())
        )
    );
    let rewritten: i64 = sqlx::query_scalar("select count(*) from ops.plans where priced_at > $1")
        .bind(at)
        .fetch_one(&shop.app.db)
        .await
        .unwrap();
    assert_eq!(rewritten, 1, "only what differs is written again");
    shop.close().await;
}

#[tokio::test]
async fn the_price_list_is_printed_and_other_rules_are_shown_before_they_are_used() {
    let shop = Shop::open().await;
    shop.buy(&mut shop.browser(), PLAN, 2).await;
    shop.settle().await;
    let listed = printed(&command(&shop, &["prices"]).await);
    let line = listed
        .lines()
        .find(|line| line.starts_with(PLAN))
        .unwrap_or_default();
    assert_eq!(
        line.split_whitespace().take(6).collect::<Vec<_>>(),
        [PLAN, "12.00", "14.40", "–", "2.40", "2"],
        "{listed}"
    );
    assert!(
        listed.contains("; off the shelf: 0") && listed.contains("no card fee is set"),
        "{listed}"
    );
    let json: Value =
        serde_json::from_slice(&command(&shop, &["prices", "--json"]).await.stdout).unwrap();
    let row = json
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["product_id"] == PLAN)
        .unwrap();
    assert_eq!(
        (
            &row["price_minor"],
            &row["margin_minor"],
            &row["sold_30d"],
            &row["cost"]
        ),
        (&1440.into(), &240.into(), &2.into(), &12.into())
    );
    assert_eq!(
        (&row["on_shelf"], &row["why_off"], &row["fee_minor"]),
        (&true.into(), &Value::Null, &Value::Null)
    );

    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("draft.toml");
    let draft = file.to_str().unwrap();
    std::fs::write(
        &file,
        "[pricing]\nmarkup_percent = 30\ncard_fee_fixed = \
         \"0.30\"\n[[pricing.rule]]\nregion = \"europe\"\nmarkup_percent = \
         0\nminimum_margin = 0\n",
    )
    .unwrap();
    let diff = printed(&command(&shop, &["prices", "--diff", draft]).await);
    assert!(
        diff.contains("14.40 → 15.60  margin 2.40 → 3.30  Japan · 10 GB · 7 days"),
        "{diff}"
    );
    assert!(
        diff.contains("→ off the shelf")
            && diff.contains("no longer for sale")
            && diff.contains("Nothing has been changed"),
        "{diff}"
    );
    let json: Value = serde_json::from_slice(
        &command(&shop, &["prices", "--diff", draft, "--json"])
            .await
            .stdout,
    )
    .unwrap();
    let row = json["changes"]
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["product_id"] == PLAN)
        .unwrap();
    assert_eq!(
        (&row["price_minor_before"], &row["price_minor"]),
        (&1440.into(), &1560.into())
    );
    assert_eq!(shop.app.catalogue.plan(PLAN).unwrap().price.minor, 1440);

    std::fs::write(
        &file,
        "[pricing]\nmarkup_percent = 900\nminimum_margin = -1\n",
    )
    .unwrap();
    let refused = command(&shop, &["prices", "--diff", draft]).await;
    let told = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(
        refused.status.code() == Some(1) && printed(&refused).is_empty(),
        "{}",
        printed(&refused)
    );
    assert!(
        told.contains("is over 500 %") && told.contains("minimum_margin is negative"),
        "{told}"
    );
    shop.close().await;
}

#[tokio::test]
async fn sales_by_plan_and_by_country_add_up_to_the_books() {
    let shop = Shop::open().await;
    shop.sandbox.stripe.set_billing_country("DE");
    let bought = shop.buy(&mut shop.browser(), PLAN, 2).await;
    shop.settle().await;
    shop.sandbox.stripe.set_billing_country("US");
    shop.buy(&mut shop.browser(), PLAN, 1).await;
    shop.buy(&mut shop.browser(), EUROPE, 1).await;
    shop.settle().await;
    let refund = esim_storefront::flows::refund_order::Ask {
        amount_minor: Some(500),
        lines: vec![1],
        keep_esim: true,
        reason: "slow".into(),
    };
    let plan = esim_storefront::flows::refund_order::plan(
        &shop.app,
        bought.order_id.parse().unwrap(),
        &refund,
    )
    .await
    .unwrap();
    esim_storefront::flows::refund_order::carry_out(&shop.app, &plan, "olga")
        .await
        .unwrap();
    shop.settle().await;
    let sums =
        "sum(gross_minor), sum(cost_minor), sum(fee_minor), sum(refunded_minor), sum(margin_minor)";
    let books: String = sqlx::query_scalar(sqlx::AssertSqlSafe(format!(
        "select concat_ws(' ', {}) from ops.books",
        sums.replace("gross", "captured")
    )))
    .fetch_one(&shop.app.db)
    .await
    .unwrap();
    for view in ["sales_by_plan", "sales_by_country"] {
        let sql = format!(
            "select concat_ws(' ', {sums}) from ops.{view} where mode = 'test' and currency = 'USD'"
        );
        assert_eq!(
            sqlx::query_scalar::<_, String>(sqlx::AssertSqlSafe(sql))
                .fetch_one(&shop.app.db)
                .await
                .unwrap(),
            books,
            "{view}"
        );
    }
    let by_plan = "select string_agg(product_id || ' ' || lines || ' ' || gross, '; '
                   order by product_id) from ops.sales_by_plan";
    let told: String = shop.one(by_plan).await;
    assert!(
        told.starts_with("esimfx_10G_7D_JP 3 43.20 USD; esimfx_5G_30D_EU 1 "),
        "{told}"
    );
    let by_country = "select string_agg(country || ' ' || lines || ' ' || refunded_minor, '; '
                      order by country) from ops.sales_by_country";
    assert_eq!(shop.one::<String>(by_country).await, "DE 2 500; US 2 0");
    let whole: i64 = shop
        .one("select ops.share(100, 1, 1, 3) + ops.share(100, 1, 2, 3) + ops.share(100, 1, 3, 3)")
        .await;
    assert_eq!(whole, 100, "parts add up");
    shop.close().await;
}
