//! What is kept of a person is told on request and forgotten on request; the books stay.

use esim_storefront::domain::email::EmailAddress;
use esim_storefront::flows::people::{self, Forgotten};
use esim_storefront::ops;

use crate::support::{BUYER, PLAN, PRICE, Shop};

fn sarah() -> EmailAddress {
    EmailAddress::parse(BUYER).unwrap()
}

/// Everything that the database holds, as text.
pub async fn dump(shop: &Shop) -> String {
    let tables: Vec<String> = sqlx::query_scalar(
        "select table_name::text from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
    )
    .fetch_all(&shop.app.db)
    .await
    .unwrap();
    let mut all = String::new();
    for table in tables {
        let sql = format!("select coalesce(string_agg(row_to_json(t)::text, ' '), '') from {table} t");
        let text: String = sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).fetch_one(&shop.app.db).await.unwrap();
        all.push_str(&text);
    }
    all
}

#[tokio::test]
async fn an_export_has_the_orders_numbers_and_mails_and_no_code() {
    let shop = Shop::open().await;
    let mut browser = shop.browser();
    let bought = shop.buy(&mut browser, PLAN, 1).await;
    shop.settle().await;
    let line = browser.get_json(&bought.page).await["lines"][0].clone();
    let kept = people::export(&shop.app, &sarah()).await.unwrap();
    assert_eq!(kept["orders"][0]["lines"][0]["iccid"], line["iccid"]);
    assert_eq!(kept["mails"].as_array().unwrap().len(), 1);
    let text = kept.to_string();
    assert!(text.contains(BUYER) && !text.contains(line["activation_code"].as_str().unwrap()) && !text.contains("LPA:"));
    let nobody = people::export(&shop.app, &EmailAddress::parse("nobody@else.example").unwrap()).await.unwrap();
    assert_eq!(nobody["orders"].as_array().unwrap().len(), 0);
}

#[tokio::test]
async fn the_person_goes_and_the_books_stay() {
    let shop = Shop::open().await;
    let mut browser = shop.browser();
    let bought = shop.buy(&mut browser, PLAN, 1).await;
    shop.settle().await;
    let line = browser.get_json(&bought.page).await["lines"][0].clone();
    let (iccid, code) = (line["iccid"].as_str().unwrap().to_owned(), line["activation_code"].as_str().unwrap().to_owned());
    // Not while the plan could still be used, unless that is wished.
    assert!(
        matches!(people::forget(&shop.app, &sarah(), false, "ada").await.unwrap(), Forgotten::Not(why) if why[0].contains("could still be used"))
    );
    assert!(matches!(people::forget(&shop.app, &sarah(), true, "ada").await.unwrap(), Forgotten::Ending(_)));
    assert!(matches!(people::forget(&shop.app, &sarah(), true, "ada").await.unwrap(), Forgotten::Not(_)), "a cancellation is under way");
    shop.settle().await;
    assert_eq!(shop.sandbox.stripe.refunds()[0]["amount"], PRICE);
    assert_eq!(people::forget(&shop.app, &sarah(), false, "ada").await.unwrap(), Forgotten::Orders(1));
    let all = dump(&shop).await;
    for personal in [BUYER, iccid.as_str(), code.as_str()] {
        assert!(!all.contains(personal), "{personal} is still there");
    }
    assert_eq!(shop.one::<i64>("select captured_minor from ops.books").await, PRICE);
    assert_eq!(ops::books::find(&shop.app).await.unwrap().len(), 0, "the books agree");
    assert_eq!(browser.get(&bought.page).await.status, 404, "the page's address is gone as well");
}

#[tokio::test]
async fn a_restored_backup_forgets_again() {
    let shop = Shop::open().await;
    let folder = tempfile::tempdir().unwrap();
    let list = folder.path().join("forgotten");
    shop.buy(&mut shop.browser(), PLAN, 1).await;
    shop.settle().await;
    people::writable(&list).unwrap();
    people::remember(&list, &sarah(), shop.app.clock.now()).unwrap();
    people::remember(&list, &sarah(), shop.app.clock.now() + chrono::TimeDelta::seconds(2)).unwrap();
    let text = std::fs::read_to_string(&list).unwrap();
    assert_eq!(text.lines().count(), 2, "a key, and one person");
    assert!(!text.contains(BUYER));
    assert_eq!(people::forget_again(&shop.app, &list).await.unwrap(), 1);
    assert_eq!(people::forget_again(&shop.app, &list).await.unwrap(), 0);
    assert!(!dump(&shop).await.contains(BUYER));
    // Who comes back later and buys is a customer like any other, however often the shop starts.
    shop.pass(chrono::TimeDelta::minutes(5));
    let mut again = shop.browser();
    let bought = shop.buy(&mut again, PLAN, 1).await;
    shop.settle().await;
    assert_eq!(people::forget_again(&shop.app, &list).await.unwrap(), 0);
    assert!(again.get_json(&bought.page).await["lines"][0]["activation_code"].is_string());
    assert_eq!(people::forget_again(&shop.app, &folder.path().join("none")).await.unwrap(), 0);
    // A list of the release before has no times: all that was bought until now is meant, and what is bought later is not.
    let undated: String = text.lines().map(|line| format!("{}\n", line.split(' ').next().unwrap())).collect();
    std::fs::write(&list, undated).unwrap();
    shop.pass(chrono::TimeDelta::minutes(5));
    assert_eq!(people::forget_again(&shop.app, &list).await.unwrap(), 1);
    assert!(std::fs::read_to_string(&list).unwrap().lines().skip(1).all(|line| line.contains(' ')));
}

#[tokio::test]
async fn what_is_frozen_stays_so_for_everybody_but_the_one_function() {
    let shop = Shop::open().await;
    shop.buy(&mut shop.browser(), PLAN, 1).await;
    shop.settle().await;
    for sql in ["update orders set token = 'x'", "update order_events set detail = null", "update lines set target_iccid = '8900'"] {
        assert!(sqlx::query(sql).execute(&shop.app.db).await.is_err(), "{sql}");
    }
}
