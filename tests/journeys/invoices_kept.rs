//! Invoices afterwards: the accountant's files, forgetting, a restored backup, and numbers without
//! a gap.

use super::invoices::COMPANY;
use super::invoices::TAX;
use super::invoices::{LEGAL, ask, bought, open};
use crate::operators::{command, printed};
use crate::people::dump;
use crate::support::{BUYER, Shop, refund};
use chrono::TimeDelta;
use domain::email::EmailAddress;
use esim_storefront::db;
use esim_storefront::flows::{clean_up, invoices, people, recovery};

#[tokio::test]
async fn the_accountant_gets_the_files_that_travellers_have_and_none_of_the_other_mode() {
    let shop = open().await;
    let (mut sarah, order) = bought(&shop, "DE", 1).await;
    ask(&mut sarah, &order.page, COMPANY).await;
    let link = sarah
        .get(&format!("{}/invoice", order.page))
        .await
        .attributes("#invoices a", "href")
        .pop()
        .unwrap();
    let file = sarah.get(&link).await.bytes;
    let (from, before) = (
        shop.app.clock.now() - TimeDelta::days(1),
        shop.app.clock.now() + TimeDelta::days(1),
    );
    let [first, last] = [from, before].map(|at| at.date_naive().to_string());
    let folder = std::env::temp_dir().join(format!("invoices-{}", order.order_id));
    let written = command(
        &shop,
        &[
            "export",
            "invoices",
            "--from",
            &first,
            "--to",
            &last,
            folder.to_str().unwrap(),
        ],
    )
    .await;
    assert!(printed(&written).contains("1 files in"), "{written:?}");
    assert_eq!(
        std::fs::read(folder.join(link.rsplit('/').next().unwrap())).unwrap()[..],
        file[..]
    );
    std::fs::remove_dir_all(&folder).unwrap();
    assert!(
        db::invoices::issued(&shop.app.db, from, before, true)
            .await
            .unwrap()
            .is_empty()
    );
    shop.close().await;
}

#[tokio::test]
async fn asked_for_by_many_at_once_no_number_is_left_out_or_given_twice() {
    let shop = open().await;
    let mut owners = Vec::new();
    for _ in 0..4 {
        owners.push(bought(&shop, "DE", 1).await);
    }
    let presses = owners
        .iter()
        .flat_map(|owner| [owner, owner])
        .map(|(browser, order)| {
            let (mut browser, page) = (browser.clone(), order.page.clone());
            async move { ask(&mut browser, &page, "").await }
        });
    futures_util::future::join_all(presses).await;
    // What is rolled back leaves no gap.
    let mut tx = shop.app.db.begin().await.unwrap();
    sqlx::query("select next_invoice_number('invoice', false, now())")
        .execute(&mut *tx)
        .await
        .unwrap();
    tx.rollback().await.unwrap();
    owners.push(bought(&shop, "DE", 1).await);
    let (browser, order) = owners.last_mut().unwrap();
    ask(browser, &order.page, "").await;
    let numbers: Vec<String> =
        sqlx::query_scalar("select right(number, 5) from invoices order by number")
            .fetch_all(&shop.app.db)
            .await
            .unwrap();
    assert_eq!(numbers, ["00001", "00002", "00003", "00004", "00005"]);
    shop.close().await;
}

#[tokio::test]
async fn a_shop_that_does_not_state_what_tax_law_asks_for_gives_none() {
    for settings in [
        TAX.to_owned(),
        LEGAL.to_owned(),
        format!(
            "{}{TAX}",
            LEGAL.replace("Layover Ltd", "株式会社レイオーバー")
        ),
    ] {
        let shop = Shop::open_with(&settings).await;
        let (mut sarah, order) = bought(&shop, "DE", 1).await;
        assert_eq!(
            sarah.get(&order.page).await.count("#invoice"),
            0,
            "{settings}"
        );
        assert_eq!(
            sarah.get(&format!("{}/invoice", order.page)).await.status,
            404
        );
        assert_eq!(
            sarah
                .post(&format!("{}/invoice", order.page), &[])
                .await
                .status,
            404
        );
        shop.close().await;
    }
}

#[tokio::test]
async fn forgetting_keeps_the_invoice_as_it_was_issued_until_its_time_is_over_and_says_so() {
    let shop = Shop::open_with(&format!("{LEGAL}{TAX}[privacy]\ninvoices = 400\n")).await;
    let (mut sarah, order) = bought(&shop, "DE", 1).await;
    ask(&mut sarah, &order.page, COMPANY).await;
    let line = sarah.get_json(&order.page).await["lines"][0].clone();
    refund(
        &shop.app,
        order.order_id.parse().unwrap(),
        "a present",
        "ada",
    )
    .await;
    shop.rest(TimeDelta::hours(1)).await;
    let address = EmailAddress::parse(BUYER).unwrap();
    let told = people::export(&shop.app, &address).await.unwrap()["orders"][0]["invoices"].clone();
    assert_eq!(
        (
            told.as_array().unwrap().len(),
            told[0]["bill_to"].as_str().unwrap()
        ),
        (2, COMPANY),
        "{told}"
    );
    let kept = invoices::kept_of(&shop.app, &address).await.unwrap();
    assert_eq!(kept.len(), 2);
    shop.run("update packages set status = 'TERMINATED'").await;
    let said = printed(&command(&shop, &["people", "forget", BUYER, "--yes"]).await);
    assert!(
        said.contains("forgotten: 1 orders")
            && kept
                .iter()
                .all(|(number, _)| said.contains(&format!("{number} stays"))),
        "{said}"
    );
    let all = dump(&shop).await;
    for personal in [
        BUYER,
        line["iccid"].as_str().unwrap(),
        line["activation_code"].as_str().unwrap(),
        order.session_id.as_str(),
    ] {
        let named = personal == order.session_id;
        assert!(
            named || !all.contains(personal),
            "{personal} is still there"
        );
    }
    assert!(all.contains("Analytical Engines GmbH"), "the invoice stays");
    for (number, until) in &kept {
        assert!(
            all.contains(number.as_str()) && (*until - shop.app.clock.now()).num_days() >= 398,
            "{number} {until}"
        );
    }
    shop.pass(TimeDelta::days(398));
    clean_up::run(&shop.app).await.unwrap();
    assert_eq!(shop.one::<i64>("select count(*) from invoices").await, 2);
    shop.pass(TimeDelta::days(3));
    clean_up::run(&shop.app).await.unwrap();
    assert_eq!(shop.one::<i64>("select count(*) from invoices").await, 0);
    assert!(!dump(&shop).await.contains("Analytical Engines"));
}

#[tokio::test]
async fn after_a_restored_backup_a_new_run_of_numbers_begins() {
    let shop = open().await;
    let (mut sarah, order) = bought(&shop, "DE", 1).await;
    let (mut tom, his) = bought(&shop, "DE", 1).await;
    let (mut eve, hers) = bought(&shop, "DE", 1).await;
    recovery::begin_if_due(&shop.app).await.unwrap();
    ask(&mut sarah, &order.page, "").await;
    let restored = async || {
        shop.pass(TimeDelta::minutes(1));
        shop.run("update shop set database_mark = 'another'").await;
        recovery::begin_if_due(&shop.app).await.unwrap();
        shop.one::<i32>("select present from invoice_runs").await
    };
    let second = restored().await;
    ask(&mut tom, &his.page, "").await;
    // The same backup again: it knows of the first run alone.
    shop.run("update invoice_runs set present = 1").await;
    shop.run("delete from invoice_counters where run > 1").await;
    let third = restored().await;
    ask(&mut eve, &hers.page, "").await;
    let numbers: Vec<String> =
        sqlx::query_scalar("select substr(number, 15) from invoices order by issued_at, number")
            .fetch_all(&shop.app.db)
            .await
            .unwrap();
    assert_eq!(
        numbers,
        [
            "00001".to_owned(),
            format!("{second}-00001"),
            format!("{third}-00001")
        ]
    );
    shop.close().await;
}

#[tokio::test]
async fn real_money_has_numbers_of_its_own() {
    let shop = open().await;
    assert!(!shop.app.config.stripe.livemode());
    let live: String = shop
        .one("select next_invoice_number('invoice', true, '2027-01-01 00:00:00+00')")
        .await;
    let test: String = shop
        .one("select next_invoice_number('invoice', false, '2026-12-31 23:59:59+00')")
        .await;
    assert_eq!(
        (live.as_str(), test.as_str()),
        ("INV-2027-00001", "TEST-INV-2026-00001")
    );
    shop.run("update invoice_counters set last = 99999 where livemode")
        .await;
    assert_eq!(
        shop.one::<String>("select next_invoice_number('invoice', true, '2027-06-01 00:00:00+00')")
            .await,
        "INV-2027-100000"
    );
    shop.close().await;
}
