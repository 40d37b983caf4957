//! Tax in the price: what is charged never changes for it; its part is reckoned at the capture,
//! shown, and leaves the margin.

use chrono::TimeDelta;
use esim_storefront::flows::refund_order::{Ask, carry_out, plan};

use crate::operators::{command, printed};
use crate::support::{Browser, PLAN, PRICE, Shop};

const TABLE: &str = "[tax]\nkind = \"included\"\ndefault_percent = \"7.5\"\npercent = { DE = \
                     \"19\", US = \"0\" }\n";
const STRIPE: &str = "[tax]\nkind = \"stripe\"\n";

async fn bought(shop: &Shop, country: &str, quantity: u32) -> (Browser, String) {
    shop.sandbox.stripe.set_billing_country(country);
    let mut sarah = shop.browser();
    let bought = shop.buy(&mut sarah, PLAN, quantity).await;
    shop.settle().await;
    (sarah, bought.page)
}

/// Captured, tax, fee, cost, sent back and margin of the one order.
async fn books(shop: &Shop) -> (i64, i64, i64, i64, i64, i64) {
    sqlx::query_as(
        "select captured_minor, tax_minor, fee_minor, cost_minor, refunded_minor, margin_minor
         from ops.books",
    )
    .fetch_one(&shop.app.db)
    .await
    .unwrap()
}

#[tokio::test]
async fn the_tax_of_the_buyers_country_is_a_part_of_the_price_on_the_page_the_receipt_and_in_the_books()
 {
    let shop = Shop::open_with(TABLE).await;
    let (mut sarah, page) = bought(&shop, "DE", 2).await;
    // 28.80 × 19 ÷ 119 = 4.598…
    let (captured, tax, fee, cost, back, margin) = books(&shop).await;
    assert_eq!((captured, tax, back), (2 * PRICE, 460, 0));
    assert_eq!(margin, captured - cost - fee - 460);
    assert_eq!(
        sarah.get(&page).await.text_of("#tax").unwrap(),
        "Includes 19% tax: $4.60"
    );
    let german = sarah
        .get(&format!("/de{page}"))
        .await
        .text_of("#tax")
        .unwrap();
    assert_eq!(german.replace('\u{a0}', " "), "Darin 19 % Steuer: 4,60 $");
    let mail = shop.sandbox.mailbox.messages().pop().unwrap();
    assert!(
        mail.text.contains("Includes 19% tax: $4.60")
            && mail.html.contains("Includes 19% tax: $4.60"),
        "{}",
        mail.text
    );
    assert_eq!(
        shop.one::<String>("select tax_minor || ' ' || tax_percent from ops.orders")
            .await,
        "460 19"
    );
    assert_eq!(
        shop.one::<i64>("select tax_minor from ops.daily_sales")
            .await,
        460
    );
    assert!(
        printed(&command(&shop, &["verify-books"]).await).contains("agree"),
        "{}",
        printed(&command(&shop, &["verify-books"]).await)
    );
    for sql in [
        "update order_taxes set tax_minor = 0",
        "delete from order_taxes",
    ] {
        assert!(
            sqlx::query(sql)
                .execute(&shop.app.db)
                .await
                .unwrap_err()
                .to_string()
                .contains("append-only"),
            "{sql}"
        );
    }
    shop.close().await;
}

#[tokio::test]
async fn another_country_has_the_default_rate_and_a_rate_of_nothing_is_not_mentioned() {
    let shop = Shop::open_with(TABLE).await;
    bought(&shop, "FR", 1).await;
    // 14.40 × 7.5 ÷ 107.5 = 1.0046…
    assert_eq!(
        shop.one::<String>("select tax_minor || ' ' || tax_percent from ops.orders")
            .await,
        "100 7.5"
    );
    let (mut other, page) = bought(&shop, "US", 1).await;
    assert_eq!(other.get(&page).await.text_of("#tax"), None);
    assert_eq!(
        shop.one::<i64>("select min(tax_minor) from ops.orders")
            .await,
        0
    );
    shop.close().await;
}

#[tokio::test]
async fn what_goes_back_takes_its_share_of_the_tax_with_it() {
    let shop = Shop::open_with(TABLE).await;
    bought(&shop, "DE", 2).await;
    let order: uuid::Uuid = shop.one("select id from orders").await;
    let ask = Ask {
        lines: vec![1],
        reason: "a present".to_owned(),
        ..Ask::default()
    };
    let part = plan(&shop.app, order, &ask).await.unwrap();
    carry_out(&shop.app, &part, "ada").await.unwrap();
    shop.rest(TimeDelta::hours(1)).await;
    let (captured, tax, fee, cost, back, margin) = books(&shop).await;
    assert_eq!((captured, back, tax), (2 * PRICE, PRICE, 230), "half of it");
    assert_eq!(margin, captured - cost - fee - 230 - back);
    let rest = plan(
        &shop.app,
        order,
        &Ask {
            lines: vec![2],
            ..ask
        },
    )
    .await
    .unwrap();
    carry_out(&shop.app, &rest, "ada").await.unwrap();
    shop.rest(TimeDelta::hours(1)).await;
    assert_eq!(
        books(&shop).await.1,
        0,
        "nothing is kept, so nothing is owed to the tax office"
    );
    assert_eq!(
        shop.one::<i64>("select tax_minor from ops.orders").await,
        460,
        "the receipt stays as it was written"
    );
    shop.close().await;
}

#[tokio::test]
async fn stripe_tax_reckons_it_where_the_owner_wants_that_and_the_total_stays_ours() {
    let shop = Shop::open_with(STRIPE).await;
    let mut sarah = shop.browser();
    let begun = shop.check_out(&mut sarah, PLAN, 1).await;
    let session = shop.session(&begun.session_id);
    assert_eq!(
        (
            &session["automatic_tax"]["enabled"],
            &session["amount_total"]
        ),
        (&true.into(), &PRICE.into())
    );
    shop.sandbox.stripe.set_billing_country("FR");
    shop.sandbox
        .stripe
        .pay(&begun.session_id, crate::support::BUYER)
        .unwrap();
    shop.settle().await;
    let (captured, tax, fee, cost, _, margin) = books(&shop).await;
    assert_eq!(
        (captured, tax, margin),
        (PRICE, 240, PRICE - cost - fee - 240)
    );
    assert_eq!(
        sarah.get(&begun.page).await.text_of("#tax").unwrap(),
        "Includes tax: $2.40"
    );
    assert!(
        shop.one::<bool>("select tax_percent is null and tax_minor = 240 from ops.orders")
            .await
    );
    shop.close().await;
}

#[tokio::test]
async fn a_page_that_was_begun_before_the_setting_changed_is_asked_for_in_the_same_words() {
    let shop = Shop::open_with(STRIPE).await;
    let begun = shop.check_out(&mut shop.browser(), PLAN, 1).await;
    // The answer was lost, and the shop started again without Stripe Tax.
    shop.run("update checkout_sessions set session_id = null, url = null, state = 'opening'")
        .await;
    let app = shop
        .beside(|config| config.shop.tax.kind = esim_storefront::shop::TaxKind::None)
        .await;
    let order = esim_storefront::db::orders::load(&app.db, begun.order_id.parse().unwrap())
        .await
        .unwrap()
        .unwrap();
    let again = esim_storefront::flows::checkout::open_page(&app, &order)
        .await
        .unwrap();
    assert!(again.ends_with(&begun.session_id), "{again}");
}

#[tokio::test]
async fn a_shop_without_tax_shows_and_books_none() {
    let shop = Shop::open().await;
    let (mut sarah, page) = bought(&shop, "DE", 1).await;
    assert_eq!(
        (sarah.get(&page).await.text_of("#tax"), books(&shop).await.1),
        (None, 0)
    );
    assert!(
        shop.one::<bool>("select tax_minor is null from ops.orders")
            .await
    );
    assert!(
        !shop
            .sandbox
            .mailbox
            .messages()
            .pop()
            .unwrap()
            .text
            .contains("tax")
    );
    shop.close().await;
}
