//! Discount codes where something gives way: presses at once, a cost that rose, an order that is
//! deleted, and what the database refuses by itself.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use domain::discount::Code;
use esim_storefront::flows::checkout::{CheckoutRequest, check_out};
use esim_storefront::flows::{clean_up, sync};

use crate::codes::{WIDE, make, percent, post, session_of, uses, wish};
use crate::support::{PLAN, Shop};

#[tokio::test]
async fn a_buyer_who_presses_many_times_at_once_has_one_page_and_one_use() {
    let shop = Shop::open_with(WIDE).await;
    make(
        &shop,
        Code {
            uses: Some(1),
            ..percent("ONCE", 10)
        },
    )
    .await;
    let wish = wish(7, "once");
    let answers = futures_util::future::join_all((0..8).map(|_| check_out(&shop.app, &wish))).await;
    let pages: BTreeSet<String> = answers.into_iter().map(Result::unwrap).collect();
    assert_eq!(
        (pages.len(), uses(&shop).await),
        (1, vec!["reserved".to_owned()])
    );
    shop.close().await;
}

#[tokio::test]
async fn a_discount_is_never_reckoned_from_a_cost_that_has_risen() {
    let shop = Shop::open_priced(
        "USD",
        "markup_percent = 20\nminimum_margin = \"1.00\"\nround_to = \"1.00\"\n",
    )
    .await;
    make(&shop, percent("HALF", 50)).await;
    // 12.00 and 12.30 with 20 % are both rounded up to 15.00: the plan's own price still covers it.
    shop.sandbox.supplier.set_price_cents(PLAN, 1230);
    let answer = post(&mut shop.browser(), PLAN, 1, "half").await;
    assert_eq!(answer.status, 422);
    assert!(
        answer.words().contains("has just changed"),
        "{}",
        answer.words()
    );
    assert_eq!(shop.one::<i64>("select count(*) from code_uses").await, 0);
    let whole = session_of(&post(&mut shop.browser(), PLAN, 1, "").await);
    assert_eq!(shop.session(&whole)["amount_total"], 1500);
    sync::run(&shop.app).await.unwrap();
    shop.app
        .catalogue
        .refresh(&shop.app.db, shop.app.clock.now())
        .await
        .unwrap();
    let half = session_of(&post(&mut shop.browser(), PLAN, 1, "half").await);
    assert_eq!(shop.session(&half)["amount_total"], 1230);
    shop.close().await;
}

#[tokio::test]
async fn the_database_refuses_what_no_code_gave_a_second_use_of_a_buyer_and_a_state_that_is_not_its_orders()
 {
    let shop = Shop::open_with(WIDE).await;
    make(&shop, percent("MANY", 10)).await;
    check_out(&shop.app, &wish(7, "many")).await.unwrap();
    check_out(
        &shop.app,
        &CheckoutRequest {
            code: None,
            ..wish(7, "many")
        },
    )
    .await
    .unwrap();
    for (why, sql) in [
        (
            "one reserved use of a code for each buyer",
            "insert into code_uses (order_id, code, livemode, discount_minor, reserved_at)
             select id, 'MANY', livemode, 1, now() from orders
             where id not in (select order_id from code_uses)",
        ),
        (
            "another discount than their code",
            "insert into lines (id, order_id, position, operation, product_id, plan_name, plan,
               price_minor, cost, cost_currency, idempotency_key,
                                created_at, discount_minor)
             select gen_random_uuid(), order_id, 9, operation, product_id, plan_name, plan,
             price_minor, cost, cost_currency, gen_random_uuid(),
                    created_at, 1
             from lines where discount_minor = 0",
        ),
        (
            "the use of a code never changes",
            "update code_uses
             set discount_minor = discount_minor - 1",
        ),
        (
            "the use of a code follows its order",
            "update code_uses set state = 'freed'",
        ),
        (
            "the use of a code follows its order",
            "update code_uses set state = 'used'",
        ),
        (
            "the use of a code follows its order",
            "update code_uses set state = 'late'",
        ),
        (
            "a code stays as it was made",
            "update discount_codes set uses = 1000",
        ),
        ("a code stays as it was made", "delete from discount_codes"),
    ] {
        let error = sqlx::query(sql)
            .execute(&shop.app.db)
            .await
            .expect_err(sql)
            .to_string();
        assert!(error.contains(why), "{sql}: {error}");
    }
    shop.close().await;
}

#[tokio::test]
async fn an_order_that_ended_unpaid_is_deleted_in_time_with_its_use_of_a_code() {
    let shop = Shop::open().await;
    make(&shop, percent("SPRING", 10)).await;
    let page = session_of(&post(&mut shop.browser(), PLAN, 1, "spring").await);
    shop.sandbox.stripe.expire(&page).unwrap();
    shop.settle().await;
    assert_eq!(uses(&shop).await, ["freed"]);
    shop.pass(TimeDelta::days(400));
    clean_up::run(&shop.app).await.unwrap();
    assert_eq!(uses(&shop).await, Vec::<String>::new());
    assert_eq!(shop.one::<i64>("select count(*) from orders").await, 0);
}

#[tokio::test]
async fn a_page_that_makes_room_for_its_code_closes_no_other() {
    let shop = Shop::open_with(WIDE).await;
    make(&shop, percent("SPRING", 10)).await;
    let mut sarah = shop.browser();
    let oldest = session_of(&post(&mut sarah, PLAN, 1, "").await);
    session_of(&post(&mut sarah, PLAN, 2, "").await);
    let with_code = session_of(&post(&mut sarah, PLAN, 3, "SPRING").await);
    // Three pages are open, as many as may be. The fourth takes the place of the one with its code.
    session_of(&post(&mut sarah, PLAN, 4, "SPRING").await);
    assert_eq!(shop.session(&with_code)["status"], "expired");
    assert_eq!(
        shop.session(&oldest)["status"],
        "open",
        "the place was free already"
    );
}
