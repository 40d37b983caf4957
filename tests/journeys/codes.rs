//! Discount codes: the price after one is shown, charged and booked; a use is reserved with its
//! order and follows its payment.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use esim_storefront::domain::discount::{Code, Name, Off, Unfit};
use esim_storefront::domain::email::EmailAddress;
use esim_storefront::domain::money::Money;
use esim_storefront::flows::checkout::{self, NotSold, Wanted, Wish};
use esim_storefront::flows::discounts;
use esim_storefront::flows::refund_order::{Ask, carry_out, plan};

use crate::operators::{command, printed};
use crate::support::browser::Answer;
use crate::support::{BUYER, Browser, PLAN, PRICE, Shop};

/// More pages than a test opens.
pub const WIDE: &str = "[limits]\ncheckouts_per_minute = 10000\n";
const EUROPE: &str = "esimfx_5G_30D_EU";

pub fn percent(name: &str, percent: i64) -> Code {
    Code {
        name: Name::parse(name).unwrap(),
        off: Off::Percent(percent),
        uses: None,
        valid_from: None,
        valid_until: None,
        products: Vec::new(),
        minimum: None,
        first_order: false,
        ended: false,
    }
}

fn usd(minor: i64) -> Money {
    Money::new(minor, "USD".parse().unwrap())
}

pub async fn make(shop: &Shop, code: Code) {
    assert!(
        discounts::create(&shop.app, &code, "a code of the test", "olga")
            .await
            .unwrap()
    );
}

pub async fn post(browser: &mut Browser, product_id: &str, quantity: i64, code: &str) -> Answer {
    let quantity = quantity.to_string();
    let form = [
        ("product_id", product_id),
        ("quantity", quantity.as_str()),
        ("device_ok", "yes"),
        ("code", code),
    ];
    browser.post("/checkout", &form).await
}

/// The session of an answer that leads to Stripe.
pub fn session_of(answer: &Answer) -> String {
    assert_eq!(
        answer.status,
        303,
        "{}",
        answer
            .text_of("#code-error")
            .unwrap_or_else(|| answer.body.clone())
    );
    answer
        .location
        .as_deref()
        .unwrap()
        .rsplit('/')
        .next()
        .unwrap()
        .to_owned()
}

/// The word beside the field, of an answer that shows the form again.
fn refused(answer: &Answer) -> String {
    assert_eq!(answer.status, 422, "{}", answer.body);
    answer.text_of("#code-error").unwrap()
}

pub async fn uses(shop: &Shop) -> Vec<String> {
    sqlx::query_scalar("select state from ops.code_uses order by reserved_at, order_number")
        .fetch_all(&shop.app.db)
        .await
        .unwrap()
}

pub fn wish(buyer: u8, code: &str) -> Wish {
    let (product_id, locale) = (PLAN.to_owned(), "en".to_owned());
    let plans = vec![Wanted {
        product_id,
        quantity: 1,
        first_day: None,
        shown: None,
    }];
    Wish {
        plans,
        buyer_hash: [buyer; 32],
        locale,
        code: Name::parse(code),
        signed_in: None,
        via: None,
    }
}

#[tokio::test]
async fn the_price_after_the_code_is_shown_charged_delivered_for_and_booked() {
    let shop = Shop::open().await;
    make(&shop, percent("SPRING", 10)).await;
    let mut sarah = shop.browser();
    let page = sarah.get(&format!("/plans/{PLAN}?code=spring")).await;
    assert_eq!(page.text_of(".cost").unwrap(), "$12.96 instead of $14.40");
    assert_eq!(page.text_of(".cost s").unwrap(), "$14.40");
    assert_eq!(
        page.text_of("#quantity option[value='3']").unwrap(),
        "3 – $38.88"
    );
    assert_eq!(
        page.text_of("#code-applied").unwrap(),
        "Code SPRING is applied."
    );
    assert_eq!(
        page.attributes("#code", "value"),
        ["spring"],
        "kept as it came"
    );
    let id = session_of(&post(&mut sarah, PLAN, 3, " Spring ").await);
    let session = shop.session(&id);
    assert_eq!(session["amount_total"], 3888);
    assert!(
        session["cancel_url"]
            .as_str()
            .unwrap()
            .contains("code=SPRING"),
        "whoever turns back has it still"
    );
    assert_eq!(uses(&shop).await, ["reserved"]);
    shop.sandbox.stripe.pay(&id, BUYER).unwrap();
    shop.settle().await;
    assert_eq!(uses(&shop).await, ["used"]);
    let lines: Vec<(i64, i64, String)> = sqlx::query_as(
        "select price_minor, discount_minor, state from ops.order_lines order by position",
    )
    .fetch_all(&shop.app.db)
    .await
    .unwrap();
    assert_eq!(lines, vec![(1296, 144, "delivered".to_owned()); 3]);
    assert_eq!(
        shop.one::<i64>("select captured_minor from ops.books")
            .await,
        3888
    );
    assert_eq!(
        shop.one::<String>(
            "select used || ' ' || late || ' ' || given from ops.codes where mode = 'test'"
        )
        .await,
        "1 0 4.32 USD"
    );
    let mail = shop.sandbox.mailbox.messages().pop().unwrap();
    assert!(mail.text.contains("$38.88"), "{}", mail.text);
    for sql in [
        "update lines set discount_minor = 1",
        "update code_uses set state = 'freed'",
        "delete from code_uses",
        "update discount_codes set percent = 50",
    ] {
        assert!(
            sqlx::query(sql).execute(&shop.app.db).await.is_err(),
            "{sql}"
        );
    }
    shop.close().await;
}

#[tokio::test]
async fn a_page_with_a_code_is_nobody_elses_sets_no_cookie_and_carries_it_to_the_plan() {
    let shop = Shop::open().await;
    make(&shop, percent("SPRING", 10)).await;
    let mut sarah = shop.browser();
    let plain = sarah.get("/esim/japan").await;
    let with = sarah.get("/esim/japan?code=spring").await;
    assert_eq!(with.headers["cache-control"], "private, no-store");
    assert!(
        plain.headers["cache-control"]
            .to_str()
            .unwrap()
            .starts_with("public")
    );
    assert!(with.headers.get("etag").is_none() && with.headers.get("set-cookie").is_none());
    let links: Vec<String> = with
        .attributes("main a", "href")
        .into_iter()
        .filter(|href| href.starts_with("/plans/"))
        .collect();
    assert!(
        !links.is_empty() && links.iter().all(|href| href.ends_with("?code=SPRING")),
        "{links:?}"
    );
    assert!(
        !with.body.contains("12.96"),
        "only the plan's own page shows the price after it"
    );
    assert!(
        !plain.body.contains("SPRING") && !sarah.get("/esim/japan").await.body.contains("SPRING"),
        "it is in no stored page"
    );
    for path in [
        "/?code=spring",
        "/de/esim/japan?code=spring",
        "/search?q=japan&code=spring",
    ] {
        let page = sarah.get(path).await;
        assert_eq!(
            (page.status, page.headers["cache-control"].to_str().unwrap()),
            (200, "private, no-store"),
            "{path}"
        );
        assert!(page.body.contains("code=SPRING"), "{path}");
    }
    let plan = sarah.get(&links[0]).await;
    assert_eq!(plan.headers["cache-control"], "private, no-store");
    assert!(
        plan.body.contains("instead of") && plan.count("meta[name=robots][content*=noindex]") == 1
    );
    let odd = sarah
        .get(&format!("/plans/{PLAN}?code=%22%3E%3Cscript%3E"))
        .await;
    assert!(!odd.body.contains("\"><script>") && odd.text_of("#code-error").is_some());
    assert!(sarah.cookies.is_empty());
    shop.close().await;
}

#[tokio::test]
async fn each_reason_for_which_a_code_takes_nothing_off_is_told_beside_its_field() {
    let shop = Shop::open_with(WIDE).await;
    let now = shop.app.clock.now();
    make(
        &shop,
        Code {
            valid_until: Some(now - TimeDelta::days(1)),
            ..percent("PAST", 10)
        },
    )
    .await;
    make(
        &shop,
        Code {
            valid_from: Some(now + TimeDelta::days(1)),
            ..percent("SOON", 10)
        },
    )
    .await;
    make(
        &shop,
        Code {
            products: vec![EUROPE.to_owned()],
            ..percent("EUROPE", 10)
        },
    )
    .await;
    make(
        &shop,
        Code {
            minimum: Some(usd(2000)),
            ..percent("LARGE", 10)
        },
    )
    .await;
    make(&shop, percent("ENDED", 10)).await;
    make(
        &shop,
        Code {
            uses: Some(1),
            ..percent("ONCE", 10)
        },
    )
    .await;
    assert!(
        discounts::end(&shop.app, &Name::parse("ended").unwrap(), "olga")
            .await
            .unwrap()
    );
    let mut sarah = shop.browser();
    for (code, words) in [
        ("NOSUCH", "don’t know this code"),
        ("a b", "don’t know this code"),
        ("past", "no longer valid"),
        ("ENDED", "no longer valid"),
        ("soon", "is valid from"),
        ("europe", "isn’t valid for this plan"),
        ("large", "an order of $20.00 or more"),
    ] {
        let answer = post(&mut sarah, PLAN, 1, code).await;
        let told = refused(&answer);
        assert!(told.contains(words), "{code}: {told}");
        assert_eq!(
            answer.attributes("#code", "value"),
            [code],
            "what was typed is kept"
        );
        assert_eq!(
            answer.text_of(".cost .price-big").unwrap(),
            "$14.40",
            "{code}"
        );
    }
    assert_eq!(shop.one::<i64>("select count(*) from orders").await, 0);
    let large = sarah.get(&format!("/plans/{PLAN}?code=large")).await;
    assert_eq!(
        large.text_of("#quantity option[value='2']").unwrap(),
        "2 – $25.92",
        "where it would fit"
    );
    session_of(&post(&mut sarah, PLAN, 2, "large").await);
    // The last use is somebody else's.
    session_of(&post(&mut shop.browser(), PLAN, 1, "once").await);
    assert!(refused(&post(&mut sarah, PLAN, 1, "once").await).contains("used up"));
    // Without the code the same form goes through.
    session_of(&post(&mut sarah, PLAN, 1, "").await);
    shop.close().await;
}

#[tokio::test]
async fn a_price_is_raised_to_cost_and_card_fee_and_nothing_left_is_refused() {
    let own = "markup_percent = 20\nminimum_margin = \"1.00\"\nround_to = \"0.10\"\n";
    let shop = Shop::open_priced(
        "USD",
        &format!("{own}card_fee_percent = \"5\"\ncard_fee_fixed = \"0.30\"\n"),
    )
    .await;
    make(&shop, percent("HALF", 50)).await;
    // (12.00 + 0.30) ÷ 0.95 = 12.947…
    let mut sarah = shop.browser();
    let page = sarah.get(&format!("/plans/{PLAN}?code=HALF")).await;
    assert_eq!(page.text_of(".cost .price-big").unwrap(), "$12.95");
    assert!(
        page.text_of("#code-applied")
            .unwrap()
            .contains("our lowest price")
    );
    let id = session_of(&post(&mut sarah, PLAN, 1, "HALF").await);
    assert_eq!(shop.session(&id)["amount_total"], 1295);
    // Two share one payment's fixed fee: (24.00 + 0.30) ÷ 0.95 = 25.578…
    let two = session_of(&post(&mut shop.browser(), PLAN, 2, "HALF").await);
    assert_eq!(shop.session(&two)["amount_total"], 2558);
    shop.close().await;
    let bare = Shop::open_priced(
        "USD",
        "markup_percent = 0\nminimum_margin = \"0\"\nround_to = \"0.10\"\n",
    )
    .await;
    make(&bare, percent("HALF", 50)).await;
    let mut tom = bare.browser();
    assert!(refused(&post(&mut tom, PLAN, 1, "HALF").await).contains("lowest price"));
    assert!(
        tom.get(&format!("/plans/{PLAN}?code=HALF"))
            .await
            .text_of("#code-error")
            .unwrap()
            .contains("lowest price")
    );
    bare.close().await;
}

#[tokio::test]
async fn an_amount_is_spread_over_the_lines_and_a_line_never_pays_back_more_than_its_price() {
    let shop = Shop::open().await;
    make(
        &shop,
        Code {
            off: Off::Amount(usd(500)),
            ..percent("FIVE", 1)
        },
    )
    .await;
    let id = session_of(&post(&mut shop.browser(), PLAN, 3, "five").await);
    assert_eq!(shop.session(&id)["amount_total"], 3 * PRICE - 500);
    let items: BTreeSet<(i64, i64)> = shop
        .sandbox
        .stripe
        .calls("/v1/checkout/sessions")
        .iter()
        .flat_map(|call| {
            let form: Vec<(String, String)> = url::form_urlencoded::parse(call.body.as_bytes())
                .into_owned()
                .collect();
            let value = |name: String| {
                form.iter()
                    .find(|(field, _)| *field == name)
                    .map(|(_, value)| value.parse::<i64>().unwrap())
            };
            (0..9)
                .filter_map(|n| {
                    Some((
                        value(format!("line_items[{n}][price_data][unit_amount]"))?,
                        value(format!("line_items[{n}][quantity]"))?,
                    ))
                })
                .collect::<Vec<_>>()
        })
        .collect();
    assert_eq!(items, BTreeSet::from([(1272, 1), (1274, 2)]));
    shop.sandbox.stripe.pay(&id, BUYER).unwrap();
    shop.settle().await;
    let lines: Vec<(i64, i64)> =
        sqlx::query_as("select price_minor, discount_minor from ops.order_lines order by position")
            .fetch_all(&shop.app.db)
            .await
            .unwrap();
    assert_eq!(lines, [(1272, 168), (1274, 166), (1274, 166)]);
    let order: uuid::Uuid = shop.one("select id from orders").await;
    let ask = Ask {
        lines: vec![1],
        reason: "a present".to_owned(),
        ..Ask::default()
    };
    let whole = plan(&shop.app, order, &ask).await.unwrap();
    assert_eq!(
        whole.lines.iter().map(|line| line.sent).collect::<Vec<_>>(),
        [1272]
    );
    assert!(
        plan(
            &shop.app,
            order,
            &Ask {
                amount_minor: Some(1273),
                ..ask.clone()
            }
        )
        .await
        .is_err(),
        "a cent more than its price"
    );
    carry_out(&shop.app, &whole, "ada").await.unwrap();
    shop.rest(TimeDelta::hours(1)).await;
    assert_eq!(
        shop.one::<i64>("select refunded_minor from ops.books")
            .await,
        1272
    );
    shop.close().await;
}

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
    let wishes: Vec<Wish> = (0..50).map(|buyer| wish(buyer, "once")).collect();
    let answers = futures_util::future::join_all(
        wishes
            .iter()
            .map(|wish| checkout::check_out(&shop.app, wish)),
    )
    .await;
    let got = answers.iter().filter(|answer| answer.is_ok()).count();
    let spent = answers
        .iter()
        .filter(|answer| matches!(answer, Err(NotSold::Code(Unfit::Spent))))
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
    let mut signed_in = Wish {
        signed_in: Some(EmailAddress::parse(BUYER).unwrap()),
        ..wish(3, "hello")
    };
    let refused = checkout::check_out(&shop.app, &signed_in).await;
    assert!(
        matches!(refused, Err(NotSold::Code(Unfit::NotFirst))),
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

/// Forty codes, `CODE0` to `CODE39`, of a percentage or of less than `most` cents; the plans that
/// are for sale.
pub async fn plans_and_codes(shop: &Shop, most: i64) -> Vec<String> {
    for n in 0..40_i64 {
        let off = if n % 2 == 0 {
            Off::Percent(1 + (n * 37) % 100)
        } else {
            Off::Amount(usd(1 + (n * n * 97) % most))
        };
        make(
            shop,
            Code {
                off,
                ..percent(&format!("CODE{n}"), 1)
            },
        )
        .await;
    }
    let all =
        sqlx::query_scalar("select product_id from products where withdrawn_at is null order by 1")
            .fetch_all(&shop.app.db);
    all.await
        .unwrap()
        .into_iter()
        .filter(|id: &String| shop.app.catalogue.plan(id).is_some())
        .collect()
}

#[tokio::test]
async fn two_hundred_baskets_are_charged_and_booked_as_they_were_shown() {
    let shop = Shop::open_with(WIDE).await;
    let plans = plans_and_codes(&shop, 3000).await;
    let mut looked_at = 0;
    for n in 0..200_usize {
        let (product, quantity, code) = (
            &plans[n % plans.len()],
            [1, 2, 1, 3, 1, 2, 9, 1, 4, 2][n * 7 % 10],
            format!("CODE{}", (n * 13) % 40),
        );
        let mut buyer = shop.browser();
        let page = buyer
            .get(&format!("/plans/{product}?code={code}&quantity={quantity}"))
            .await;
        let option = page
            .text_of(&format!("#quantity option[value='{quantity}']"))
            .unwrap();
        let answer = post(&mut buyer, product, quantity, &code).await;
        if answer.status == 422 {
            assert!(refused(&answer).contains("lowest price"), "{n}: {code}");
            continue;
        }
        let id = session_of(&answer);
        let charged = usd(shop.session(&id)["amount_total"].as_i64().unwrap());
        assert_eq!(
            option,
            format!("{quantity} – {charged}"),
            "{n}: {product} with {code}"
        );
        shop.sandbox
            .stripe
            .pay(&id, &format!("buyer{n}@traveller.example"))
            .unwrap();
        looked_at += 1;
    }
    assert!(looked_at > 150, "{looked_at}");
    shop.settle().await;
    assert_eq!(
        shop.one::<i64>("select count(*) from ops.code_uses where state = 'used'")
            .await,
        looked_at
    );
    let wrong: i64 = shop
        .one(
            "select count(*) from ops.orders o
             where o.total_minor <> (select sum(price_minor) from ops.order_lines l
               where l.order_number = o.order_number)
               or o.total_minor <> (select captured_minor from ops.books b
                 where b.order_number = o.order_number)
               or exists (select from ops.books b where b.order_number = o.order_number
                 and (b.mismatch is not null or b.captured_minor < b.cost_minor))",
        )
        .await;
    assert_eq!(wrong, 0);
    shop.close().await;
}

#[tokio::test]
async fn codes_are_made_listed_and_ended_by_command_and_the_audit_says_by_whom() {
    let shop = Shop::open().await;
    let made = command(
        &shop,
        &[
            "codes",
            "create",
            "spring",
            "--percent",
            "10",
            "--uses",
            "100",
            "--until",
            "2099-12-31",
            "--product",
            PLAN,
        ],
    )
    .await;
    assert!(made.status.success(), "{made:?}");
    assert!(
        printed(&made).contains("SPRING: 10 % off each eSIM; 100 uses; until 2099-12-31")
            && printed(&made).contains("/?code=SPRING")
    );
    assert_eq!(
        command(&shop, &["codes", "create", "SPRING", "--amount", "5"])
            .await
            .status
            .code(),
        Some(1),
        "a name is used once"
    );
    assert_eq!(
        command(
            &shop,
            &[
                "codes",
                "create",
                "OTHER",
                "--percent",
                "5",
                "--product",
                "nosuch"
            ]
        )
        .await
        .status
        .code(),
        Some(1)
    );
    session_of(&post(&mut shop.browser(), PLAN, 1, "spring").await);
    let listed = printed(&command(&shop, &["codes", "list"]).await);
    assert!(
        listed.contains("SPRING") && listed.contains("used 0 of 100 (0 late), 1 reserved"),
        "{listed}"
    );
    let json: serde_json::Value = serde_json::from_str(&printed(
        &command(&shop, &["codes", "list", "--json"]).await,
    ))
    .unwrap();
    assert_eq!(
        (&json[0]["code"], &json[0]["reserved"], &json[0]["mode"]),
        (&"SPRING".into(), &1.into(), &"test".into())
    );
    assert!(
        command(&shop, &["codes", "end", "Spring"])
            .await
            .status
            .success()
    );
    assert_eq!(
        command(&shop, &["codes", "end", "Spring"])
            .await
            .status
            .code(),
        Some(1)
    );
    assert!(
        refused(&post(&mut shop.browser(), PLAN, 1, "spring").await).contains("no longer valid")
    );
    let audit: Vec<(String, String)> =
        sqlx::query_as("select actor, act from ops.audit order by at")
            .fetch_all(&shop.app.db)
            .await
            .unwrap();
    assert_eq!(
        audit,
        [
            ("operator:olga".to_owned(), "code created".to_owned()),
            ("operator:olga".to_owned(), "code ended".to_owned())
        ]
    );
    shop.close().await;
}
