//! Before paying a traveller is told that the shop delivers at once, and what that means; what was
//! shown is kept, frozen, and repeated.

use domain::email::EmailAddress;
use esim_storefront::flows::people;

use crate::support::living::Sold;
use crate::support::{BUYER, PLAN, Shop};

const BOX: &str = "[legal]\nconsent = \"box\"\n";
const STORED: &str = "select words from ops.consents";

async fn refused(shop: &Shop, sql: &'static str) {
    let error = sqlx::query(sql)
        .execute(&shop.app.db)
        .await
        .unwrap_err()
        .to_string();
    assert!(error.contains("append-only"), "{sql}: {error}");
}

#[tokio::test]
async fn what_the_page_says_beside_its_button_is_kept_with_the_order_and_repeated_in_the_receipt() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    let page = sarah.get(&format!("/plans/{PLAN}")).await;
    let shown = page.text_of("form #consent").unwrap();
    assert!(
        shown.contains("deliver your eSIM immediately")
            && shown.contains("14-day")
            && shown.contains("no full refund"),
        "{shown}"
    );
    assert_eq!(
        page.attributes("form input[name=begin_now]", "name").len(),
        0,
        "words are enough"
    );
    assert_eq!(
        page.attributes("form button[name=device_ok]", "aria-describedby"),
        ["device consent"],
        "each is read out once"
    );
    assert_eq!(page.count("#device .agreed"), 1);
    shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    assert_eq!(shop.one::<String>(STORED).await, shown);
    assert_eq!(
        shop.one::<String>("select manner || ' ' || locale from ops.consents")
            .await,
        "words en"
    );
    assert!(
        shop.one::<bool>(
            "select c.given_at = o.created_at from consents c join orders o on o.id = c.order_id"
        )
        .await
    );
    let mail = shop.sandbox.mailbox.messages().pop().unwrap();
    assert!(
        mail.text
            .contains(&format!("you agreed to this: “{shown}”")),
        "{}",
        mail.text
    );
    assert!(mail.html.contains("you agreed to this"), "{}", mail.html);
    let kept = people::export(&shop.app, &EmailAddress::parse(BUYER).unwrap())
        .await
        .unwrap();
    assert_eq!(kept["orders"][0]["consent"]["words"], shown);
    refused(&shop, "update consents set words = 'something else'").await;
    refused(&shop, "delete from consents").await;
    shop.close().await;
}

#[tokio::test]
async fn it_is_told_and_kept_in_the_language_of_the_page() {
    let shop = Shop::open().await;
    for (language, words) in [
        ("de", "sofort liefern"),
        ("es", "de inmediato"),
        ("fr", "immédiatement"),
        ("pt-br", "imediatamente"),
        ("ja", "ただちに"),
        ("ar", "فورًا"),
        ("zh-hans", "立即"),
    ] {
        let mut browser = shop.browser();
        let shown = browser
            .get(&format!("/{language}/plans/{PLAN}"))
            .await
            .text_of("form #consent")
            .unwrap();
        assert!(
            shown.contains(words) && shown.contains("14"),
            "{language}: {shown}"
        );
        let form = [
            ("product_id", PLAN),
            ("quantity", "1"),
            ("device_ok", "yes"),
        ];
        assert_eq!(
            browser
                .post(&format!("/{language}/checkout"), &form)
                .await
                .status,
            303
        );
        let stored: String = shop
            .one("select words from consents order by given_at desc limit 1")
            .await;
        assert_eq!(
            stored.split_whitespace().collect::<Vec<_>>().join(" "),
            shown,
            "{language}"
        );
    }
    shop.rest(chrono::TimeDelta::hours(1)).await;
    shop.pass(chrono::TimeDelta::days(40));
    esim_storefront::flows::clean_up::run(&shop.app)
        .await
        .unwrap();
    assert_eq!(
        shop.one::<i64>("select count(*) from consents").await,
        0,
        "they go with orders that were never paid"
    );
    shop.close().await;
}

#[tokio::test]
async fn where_the_owner_wants_a_box_nothing_is_sold_without_it() {
    let shop = Shop::open_with(BOX).await;
    let mut sarah = shop.browser();
    let form = [
        ("product_id", PLAN),
        ("quantity", "2"),
        ("device_ok", "yes"),
    ];
    let page = sarah.post("/checkout", &form).await;
    assert_eq!(page.status, 422);
    assert!(
        page.text_of("#begin-now-error")
            .unwrap()
            .contains("Tick this box"),
        "{}",
        page.words()
    );
    assert_eq!(
        page.attributes("#begin-now", "aria-describedby"),
        ["begin-now-error"]
    );
    assert_eq!(shop.one::<i64>("select count(*) from orders").await, 0);
    let label = page.text_of("label[for=begin-now]").unwrap();
    assert_eq!(page.count(".agreed"), 0, "the box says it");
    let ticked = [form.as_slice(), &[("begin_now", "yes")]].concat();
    assert_eq!(sarah.post("/checkout", &ticked).await.status, 303);
    let shown = page.text_of("form #consent").unwrap();
    assert_eq!(shop.one::<String>(STORED).await, format!("{shown} {label}"));
    assert_eq!(
        shop.one::<String>("select manner from ops.consents").await,
        "box"
    );
}

#[tokio::test]
async fn a_top_up_is_no_exception() {
    let Sold {
        shop,
        mut sarah,
        iccid,
        ..
    } = Sold::one().await;
    let esim: uuid::Uuid = shop.one("select id from esims").await;
    let path = format!("/my-esims/{esim}/top-up");
    let page = sarah.get(&path).await;
    let shown = page.text_of("#consent").unwrap();
    assert!(shown.contains("add this data immediately"), "{shown}");
    let field = |name: &str| {
        page.attributes(&format!("form input[name={name}]"), "value")
            .remove(0)
    };
    let (product, price) = (field("product_id"), field("price_minor"));
    let form = [
        ("product_id", product.as_str()),
        ("price_minor", price.as_str()),
    ];
    assert_eq!(sarah.post(&path, &form).await.status, 303, "{iccid}");
    assert_eq!(
        shop.one::<String>("select words from ops.consents order by given_at desc limit 1")
            .await,
        shown
    );
    let app = shop
        .beside(|config| config.shop.legal.consent = esim_storefront::shop::Consent::Box)
        .await;
    let mut boxed = sarah.at(&shop.serve(app).await);
    let page = boxed.post(&path, &form).await;
    assert_eq!(page.status, 422);
    assert!(
        page.text_of("#begin-now-error")
            .unwrap()
            .contains("Tick this box"),
        "{}",
        page.body
    );
    assert!(
        page.text_of("title").unwrap().starts_with("Error: ")
            && page.attributes(".errors a", "href") == ["#begin-now-1"]
    );
    let ticked = [form.as_slice(), &[("begin_now", "yes")]].concat();
    assert_eq!(boxed.post(&path, &ticked).await.status, 303);
}
