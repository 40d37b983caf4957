//! Uses of a discount code: reserved, freed, counted, and limited.

use super::codes::{WIDE, make, percent, post, refused, session_of, uses, wish};
use crate::support::{BUYER, PLAN, Shop};
use chrono::TimeDelta;
use domain::discount::{Code, Unfit};
use domain::email::EmailAddress;
use esim_storefront::flows::checkout::{self, CheckoutError, CheckoutRequest};

#[tokio::test]
async fn fifty_who_use_a_code_at_once_get_the_one_use_that_is_left_once() {
    let shop = Shop::open_with(WIDE).await;
    make(
        &shop,
        Code {
            uses: Some(1),
            ..percent("ONCE", 10)
        },
    )
    .await;
    let wishes: Vec<CheckoutRequest> = (0..50).map(|buyer| wish(buyer, "once")).collect();
    let answers = futures_util::future::join_all(
        wishes
            .iter()
            .map(|wish| checkout::check_out(&shop.app, wish)),
    )
    .await;
    let got = answers.iter().filter(|answer| answer.is_ok()).count();
    let spent = answers
        .iter()
        .filter(|answer| matches!(answer, Err(CheckoutError::Code(Unfit::Spent))))
        .count();
    assert_eq!((got, spent), (1, 49), "{answers:?}");
    assert_eq!(
        shop.one::<i64>("select count(*) from orders").await,
        1,
        "the others wrote nothing"
    );
    assert_eq!(
        shop.one::<i64>("select sum(discount_minor)::bigint from lines")
            .await,
        144
    );
    // The database refuses a second one by itself, and a use that is not in the lines' prices.
    make(&shop, percent("MANY", 10)).await;
    shop.check_out(&mut shop.browser(), PLAN, 1).await;
    for (code, why) in [
        ("ONCE", "no use of this code is left"),
        ("MANY", "another discount than their code"),
    ] {
        let slipped = sqlx::query(
            "insert into code_uses (order_id, code, livemode, discount_minor, reserved_at)
             select id, $1, livemode, 1, now() from orders
             where id not in (select order_id from code_uses)",
        );
        let refused = slipped
            .bind(code)
            .execute(&shop.app.db)
            .await
            .unwrap_err()
            .to_string();
        assert!(refused.contains(why), "{refused}");
    }
    shop.close().await;
}

#[tokio::test]
async fn a_use_is_freed_when_its_page_expires_kept_while_a_payment_is_processed_and_counts_when_it_is_paid_late()
 {
    let shop = Shop::open().await;
    make(
        &shop,
        Code {
            uses: Some(1),
            ..percent("ONCE", 10)
        },
    )
    .await;
    let (mut sarah, mut tom) = (shop.browser(), shop.browser());
    let first = session_of(&post(&mut sarah, PLAN, 1, "once").await);
    assert!(refused(&post(&mut tom, PLAN, 1, "once").await).contains("used up"));
    shop.sandbox.stripe.expire(&first).unwrap();
    shop.settle().await;
    assert_eq!(uses(&shop).await, ["freed"]);
    // Tom's is processed for longer than a page lives.
    let second = session_of(&post(&mut tom, PLAN, 1, "once").await);
    shop.sandbox.stripe.delay(&second, BUYER).unwrap();
    shop.settle().await;
    shop.pass(TimeDelta::hours(20));
    shop.sandbox.stripe.pass_time();
    shop.settle().await;
    assert_eq!(uses(&shop).await, ["freed", "reserved"]);
    assert!(refused(&post(&mut sarah, PLAN, 1, "once").await).contains("used up"));
    shop.sandbox.stripe.settle_delayed(&second, true).unwrap();
    shop.settle().await;
    assert_eq!(uses(&shop).await, ["freed", "used"]);
    shop.close().await;
}

#[tokio::test]
async fn who_pays_when_the_page_was_thought_expired_keeps_the_price_beyond_the_limit() {
    let shop = Shop::open().await;
    make(
        &shop,
        Code {
            uses: Some(1),
            ..percent("ONCE", 10)
        },
    )
    .await;
    let (mut sarah, mut tom) = (shop.browser(), shop.browser());
    let first = session_of(&post(&mut sarah, PLAN, 1, "once").await);
    shop.run("update orders set payment_state = 'expired'")
        .await;
    let second = session_of(&post(&mut tom, PLAN, 1, "once").await);
    shop.sandbox.stripe.pay(&second, BUYER).unwrap();
    shop.sandbox
        .stripe
        .pay(&first, "late@traveller.example")
        .unwrap();
    shop.settle().await;
    assert_eq!(uses(&shop).await, ["late", "used"]);
    assert_eq!(
        shop.one::<String>(
            "select used || ' of ' || uses || ', ' || late || ' late' from ops.codes
             where mode = 'test'"
        )
        .await,
        "2 of 1, 1 late"
    );
    assert_eq!(
        shop.one::<i64>("select sum(captured_minor)::bigint from ops.books")
            .await,
        2 * 1296
    );
    shop.close().await;
}

#[tokio::test]
async fn a_buyer_has_one_reserved_use_and_may_change_the_basket() {
    let shop = Shop::open().await;
    make(
        &shop,
        Code {
            uses: Some(1),
            ..percent("ONCE", 10)
        },
    )
    .await;
    let mut sarah = shop.browser();
    let first = session_of(&post(&mut sarah, PLAN, 1, "once").await);
    assert_eq!(
        session_of(&post(&mut sarah, PLAN, 1, "ONCE").await),
        first,
        "the same press, the same page"
    );
    let second = session_of(&post(&mut sarah, PLAN, 2, "once").await);
    assert_eq!(
        (
            uses(&shop).await,
            shop.session(&first)["status"].as_str().unwrap()
        ),
        (vec!["freed".to_owned(), "reserved".to_owned()], "expired")
    );
    // A page that is being paid keeps its use.
    shop.sandbox.stripe.delay(&second, BUYER).unwrap();
    shop.settle().await;
    assert!(
        refused(&post(&mut sarah, PLAN, 1, "once").await).contains("already paying with this code")
    );
    shop.sandbox.stripe.settle_delayed(&second, true).unwrap();
    shop.settle().await;
    shop.close().await;
}

#[tokio::test]
async fn a_code_for_first_orders_is_refused_to_who_has_paid_and_remarked_where_that_shows_only_at_the_capture()
 {
    let shop = Shop::open().await;
    make(
        &shop,
        Code {
            first_order: true,
            ..percent("HELLO", 10)
        },
    )
    .await;
    let mut sarah = shop.browser();
    shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    assert!(
        refused(&post(&mut sarah, PLAN, 1, "hello").await).contains("first order only"),
        "this browser"
    );
    let mut signed_in = CheckoutRequest {
        signed_in: Some(EmailAddress::parse(BUYER).unwrap()),
        ..wish(3, "hello")
    };
    let refused = checkout::check_out(&shop.app, &signed_in).await;
    assert!(
        matches!(refused, Err(CheckoutError::Code(Unfit::NotFirst))),
        "this address: {refused:?}"
    );
    signed_in.signed_in = None;
    let address = checkout::check_out(&shop.app, &signed_in).await.unwrap();
    shop.sandbox
        .stripe
        .pay(address.rsplit('/').next().unwrap(), BUYER)
        .unwrap();
    shop.settle().await;
    let remark: String = shop.one("select remark from ops.code_uses").await;
    assert_eq!(remark, "for first orders, and the buyer had paid before");
    assert_eq!(
        shop.one::<i64>("select count(*) from ops.order_timeline where event = 'code_not_first'")
            .await,
        1
    );
    assert_eq!(
        shop.one::<i64>("select count(*) from ops.orders where delivery_state = 'delivered'")
            .await,
        2,
        "the price stands"
    );
    shop.close().await;
}

#[tokio::test]
async fn a_network_may_guess_ten_times_in_an_hour() {
    let shop = Shop::open_with(WIDE).await;
    make(&shop, percent("SPRING", 10)).await;
    let mut eve = shop.browser();
    for guess in 0..10 {
        let told = if guess % 2 == 0 {
            refused(&post(&mut eve, PLAN, 1, &format!("GUESS{guess}")).await)
        } else {
            eve.get(&format!("/plans/{PLAN}?code=GUESS{guess}"))
                .await
                .text_of("#code-error")
                .unwrap()
        };
        assert!(told.contains("don’t know"), "{told}");
    }
    for code in ["GUESS11", "SPRING"] {
        let answer = post(&mut eve, PLAN, 1, code).await;
        assert_eq!(
            (
                answer.status,
                answer.text_of("#code-error").unwrap().contains("an hour")
            ),
            (429, true),
            "{code}"
        );
    }
    assert!(
        eve.get(&format!("/plans/{PLAN}?code=SPRING"))
            .await
            .text_of(".cost s")
            .is_none()
    );
    session_of(&post(&mut eve, PLAN, 1, "").await);
    shop.pass(TimeDelta::hours(2));
    shop.settle().await;
    session_of(&post(&mut eve, PLAN, 2, "spring").await);
    shop.close().await;
}
