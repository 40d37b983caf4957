//! Discount codes: the price after one is shown, charged and booked; a use is reserved with its
//! order and follows its payment.

use crate::support::browser::Answer;
use crate::support::{BUYER, Browser, PLAN, Shop};
use chrono::TimeDelta;
use domain::discount::{Code, Name, Off};
use domain::money::Money;
use esim_storefront::flows::checkout::{CheckoutRequest, Wanted};
use esim_storefront::flows::discounts;

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

pub fn usd(minor: i64) -> Money {
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
pub fn refused(answer: &Answer) -> String {
    assert_eq!(answer.status, 422, "{}", answer.body);
    answer.text_of("#code-error").unwrap()
}

pub async fn uses(shop: &Shop) -> Vec<String> {
    sqlx::query_scalar("select state from ops.code_uses order by reserved_at, order_number")
        .fetch_all(&shop.app.db)
        .await
        .unwrap()
}

pub fn wish(buyer: u8, code: &str) -> CheckoutRequest {
    let (product_id, locale) = (PLAN.to_owned(), "en".to_owned());
    let plans = vec![Wanted {
        product_id,
        quantity: 1,
        first_day: None,
        shown: None,
    }];
    CheckoutRequest {
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
