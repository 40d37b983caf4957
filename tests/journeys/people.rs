//! What is kept of a person is told on request and forgotten on request; the books stay.

use domain::email::EmailAddress;
use esim_storefront::flows::clean_up;
use esim_storefront::flows::people::{self, Forgotten};
use esim_storefront::{ops, serve};

use crate::support::{BUYER, PLAN, PRICE, Shop};

fn sarah() -> EmailAddress {
    EmailAddress::parse(BUYER).unwrap()
}

/// Everything that the database holds, as text.
pub async fn dump(shop: &Shop) -> String {
    let tables: Vec<String> = sqlx::query_scalar(
        "select table_name::text from information_schema.tables where table_schema = 'public'
         and table_type = 'BASE TABLE'",
    )
    .fetch_all(&shop.app.db)
    .await
    .unwrap();
    let mut all = String::new();
    for table in tables {
        let sql =
            format!("select coalesce(string_agg(row_to_json(t)::text, ' '), '') from {table} t");
        let text: String = sqlx::query_scalar(sqlx::AssertSqlSafe(sql))
            .fetch_one(&shop.app.db)
            .await
            .unwrap();
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
    assert!(
        text.contains(BUYER)
            && !text.contains(line["activation_code"].as_str().unwrap())
            && !text.contains("LPA:")
    );
    let nobody = people::export(
        &shop.app,
        &EmailAddress::parse("nobody@else.example").unwrap(),
    )
    .await
    .unwrap();
    assert_eq!(nobody["orders"].as_array().unwrap().len(), 0);
}

#[tokio::test]
async fn the_person_goes_and_the_books_stay() {
    let shop = Shop::open().await;
    let mut browser = shop.browser();
    let bought = shop.buy(&mut browser, PLAN, 1).await;
    shop.settle().await;
    let line = browser.get_json(&bought.page).await["lines"][0].clone();
    let (iccid, code) = (
        line["iccid"].as_str().unwrap().to_owned(),
        line["activation_code"].as_str().unwrap().to_owned(),
    );
    // Not while the plan could still be used, unless that is wished.
    assert!(
        matches!(people::forget(&shop.app, &sarah(), false, "ada").await.unwrap(), Forgotten::Not(why) if why[0].contains(
            "could still be used"))
    );
    assert!(matches!(
        people::forget(&shop.app, &sarah(), true, "ada")
            .await
            .unwrap(),
        Forgotten::Ending(_)
    ));
    assert!(
        matches!(
            people::forget(&shop.app, &sarah(), true, "ada")
                .await
                .unwrap(),
            Forgotten::Not(_)
        ),
        "a cancellation is under way"
    );
    shop.settle().await;
    assert_eq!(shop.sandbox.stripe.refunds()[0]["amount"], PRICE);
    assert_eq!(
        people::forget(&shop.app, &sarah(), false, "ada")
            .await
            .unwrap(),
        Forgotten::Orders(1)
    );
    let all = dump(&shop).await;
    for personal in [BUYER, iccid.as_str(), code.as_str()] {
        assert!(!all.contains(personal), "{personal} is still there");
    }
    assert_eq!(
        shop.one::<i64>("select captured_minor from ops.books")
            .await,
        PRICE
    );
    assert_eq!(
        ops::books::find(&shop.app).await.unwrap().len(),
        0,
        "the books agree"
    );
    assert_eq!(
        browser.get(&bought.page).await.status,
        404,
        "the page's address is gone as well"
    );
}

/// What people and partners said of an order, wherever it may come to stand.
const WORDS: [&str; 8] = [
    "update supplier_orders set raw = '{\"remark\": \"for Sarah Connor\"}'",
    "update refunds set reason = 'Sarah Connor asked', last_error = 'card of Sarah Connor'",
    "update lines set last_error = 'Sarah Connor', outcome_reason = 'Sarah Connor'",
    "update supplier_calls set message = 'Sarah Connor'",
    "insert into starts (line_id, supplier_order_id, state, why, asked_at, decided_at)
     select line_id, supplier_order_id, 'kept', 'Sarah Connor', now(), now()
     from supplier_orders where line_id is not null limit 1",
    "insert into alerts (kind, severity, what, mend, order_id, since, last_seen, resolved_at)
     select 'withdrawal', 'warning', 'write to Sarah Connor', 'write to her', id, now(), now(),
     now() from orders limit 1",
    "insert into order_events (order_id, at, event, detail, actor)
     select id, now(), 'noted', 'Sarah Connor called', 'operator:ada' from orders",
    "update esims set code_as_received = 'lpa:1$sarah.connor'",
];

#[tokio::test]
async fn a_fresh_dump_after_forgetting_holds_no_word_of_the_person_by_any_path() {
    let shop = Shop::open().await;
    let mut browser = shop.browser();
    let bought = shop.buy(&mut browser, PLAN, 2).await;
    shop.settle().await;
    let order = browser.get_json(&bought.page).await;
    let esim: uuid::Uuid = shop.one("select id from esims limit 1").await;
    // Named, handed on, mailed elsewhere, signed in, withdrawn from by name.
    browser
        .post(
            &format!("/my-esims/{esim}/hand-over"),
            &[("do", "name"), ("name", "Sarah Connor")],
        )
        .await;
    browser
        .post(&format!("/my-esims/{esim}/hand-over"), &[("do", "link")])
        .await;
    browser
        .post(&format!("{}/mail", bought.page), &[("do", "again")])
        .await;
    shop.browser().post("/login", &[("email", BUYER)]).await;
    shop.settle().await;
    let number = order["order_number"].as_str().unwrap().to_owned();
    let form = [
        ("order_number", number.as_str()),
        ("email", ""),
        ("name", "Sarah Connor"),
        ("confirm", "yes"),
    ];
    assert_eq!(browser.post("/withdraw", &form).await.status, 200);
    shop.rest(chrono::TimeDelta::hours(3)).await;
    assert_eq!(shop.sandbox.stripe.refunds().len(), 2);
    for words in WORDS {
        shop.run(words).await;
    }
    let before = dump(&shop).await.to_lowercase();
    assert!(before.contains("sarah connor") && before.contains(&BUYER.to_lowercase()));
    assert_eq!(
        people::forget(&shop.app, &sarah(), false, "ada")
            .await
            .unwrap(),
        Forgotten::Orders(1)
    );
    let after = dump(&shop).await.to_lowercase();
    let mut personal = vec![
        "sarah".to_owned(),
        "connor".to_owned(),
        BUYER.to_lowercase(),
        "lpa:1$sm".to_owned(),
    ];
    for line in order["lines"].as_array().unwrap() {
        for secret in ["iccid", "activation_code", "matching_id"] {
            personal.push(line[secret].as_str().unwrap().to_lowercase());
        }
    }
    for personal in &personal {
        let at = after.find(personal.as_str());
        assert!(
            at.is_none(),
            "{personal} is still there: …{}…",
            &after[at.unwrap().saturating_sub(200)..at.unwrap() + 40]
        );
    }
    assert_eq!(
        ops::books::find(&shop.app).await.unwrap().len(),
        0,
        "the books agree"
    );
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
    people::remember(
        &list,
        &sarah(),
        shop.app.clock.now() + chrono::TimeDelta::seconds(2),
    )
    .unwrap();
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
    assert_eq!(
        people::forget_again(&shop.app, &folder.path().join("none"))
            .await
            .unwrap(),
        0
    );
    // A list of the release before has no times: all that was bought until now is meant, and what
    // is bought later is not.
    let undated: String = text
        .lines()
        .map(|line| format!("{}\n", line.split(' ').next().unwrap()))
        .collect();
    std::fs::write(&list, undated).unwrap();
    shop.pass(chrono::TimeDelta::minutes(5));
    assert_eq!(people::forget_again(&shop.app, &list).await.unwrap(), 1);
    assert!(
        std::fs::read_to_string(&list)
            .unwrap()
            .lines()
            .skip(1)
            .all(|line| line.contains(' '))
    );
}

#[tokio::test]
async fn a_shop_that_starts_on_an_older_backup_forgets_again_and_later_whoever_could_not_be_forgotten_then()
 {
    let shop = Shop::open().await;
    let folder = tempfile::tempdir().unwrap();
    let list = folder.path().join("forgotten");
    shop.buy(&mut shop.browser(), PLAN, 1).await;
    shop.settle().await;
    // Somebody else, whose refund was under way when the backup was made.
    let tom = EmailAddress::parse("tom@traveller.example").unwrap();
    let other = shop.check_out(&mut shop.browser(), PLAN, 1).await;
    shop.sandbox
        .stripe
        .pay(&other.session_id, tom.expose())
        .unwrap();
    shop.settle().await;
    shop.run(
        "insert into holds (order_id, reason, why, source, opened_at)
           select id, 'dispute', 'disputed', 'a test', now() from orders
         where customer_email like 'tom%'",
    )
    .await;
    // The list counts in seconds.
    shop.pass(chrono::TimeDelta::seconds(2));
    for person in [&sarah(), &tom] {
        people::remember(&list, person, shop.app.clock.now()).unwrap();
    }
    let app = shop
        .beside(|config| config.forgotten_file = Some(list.clone()))
        .await;
    let stop = tokio_util::sync::CancellationToken::new();
    stop.cancel();
    serve::run_open(
        app.clone(),
        None,
        serve::Halves {
            web: false,
            worker: false,
        },
        None,
        stop,
    )
    .await
    .unwrap();
    let all = dump(&shop).await;
    assert!(
        !all.contains(BUYER) && all.contains(tom.expose()),
        "one of them is hindered"
    );
    clean_up::run(&app).await.unwrap();
    assert!(dump(&shop).await.contains(tom.expose()));
    shop.run(crate::support::RELEASE).await;
    clean_up::run(&app).await.unwrap();
    assert!(!dump(&shop).await.contains(tom.expose()));
}

#[tokio::test]
async fn what_is_frozen_stays_so_for_everybody_but_the_one_function() {
    let shop = Shop::open().await;
    shop.buy(&mut shop.browser(), PLAN, 1).await;
    shop.settle().await;
    for sql in [
        "update orders set token = 'x'",
        "update order_events set detail = null",
        "update lines set target_iccid = '8900'",
    ] {
        assert!(
            sqlx::query(sql).execute(&shop.app.db).await.is_err(),
            "{sql}"
        );
    }
}
