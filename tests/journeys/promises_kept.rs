//! What the legal pages promise of cookies, of the supplier and of what is kept.

use crate::support::{BUYER, PLAN, Shop};

#[tokio::test]
async fn no_page_loads_anything_from_elsewhere_or_leaves_a_cookie_while_browsing() {
    let shop = Shop::open().await;
    let mut visitor = shop.browser();
    let plan = format!("/plans/{PLAN}");
    for path in [
        "/",
        "/destinations",
        "/esim/japan",
        plan.as_str(),
        "/search?q=japan",
        "/help",
        "/devices",
        "/privacy",
        "/terms",
        "/refunds",
        "/withdraw",
    ] {
        let page = visitor.get(path).await;
        assert!(
            page.headers.get("set-cookie").is_none(),
            "{path} sets a cookie"
        );
        for (selector, attribute) in [
            ("script[src], img[src], iframe, video, audio", "src"),
            (
                "link[rel=stylesheet], link[rel=preload], link[rel=icon]",
                "href",
            ),
        ] {
            for address in page.attributes(selector, attribute) {
                assert!(
                    address.starts_with('/') && !address.starts_with("//"),
                    "{path} loads {address}"
                );
            }
        }
    }
    assert!(visitor.cookies.is_empty());
    shop.close().await;
}

#[tokio::test]
async fn cookies_come_only_when_the_page_says_so() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    shop.buy(&mut sarah, PLAN, 1).await;
    assert_eq!(
        sarah.cookies.len(),
        1,
        "one that marks the buyer's browser: {:?}",
        sarah.cookies.keys()
    );
    shop.settle().await;
    let link = |shop: &Shop, part: &str| {
        let mail = shop.sandbox.mailbox.messages().pop().unwrap();
        let link = mail
            .text
            .split_whitespace()
            .find(|word| word.contains(part))
            .unwrap()
            .to_owned();
        link.strip_prefix(&shop.url).unwrap().to_owned()
    };
    let mut phone = shop.browser();
    phone.get(&link(&shop, "?key=")).await;
    assert_eq!(
        phone.cookies.len(),
        1,
        "one that lets this browser show that order: {:?}",
        phone.cookies.keys()
    );
    let mut laptop = shop.browser();
    assert_eq!(laptop.post("/login", &[("email", BUYER)]).await.status, 200);
    assert_eq!(
        laptop.cookies.len(),
        1,
        "one for a day: {:?}",
        laptop.cookies.keys()
    );
    shop.settle().await;
    laptop.post(&link(&shop, "/login/"), &[]).await;
    let kept: Vec<&String> = laptop
        .cookies
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, _)| name)
        .collect();
    assert!(kept.len() <= 2, "one that keeps signed in: {kept:?}");
    assert!(laptop.get("/my-esims").await.words().contains(BUYER));
    shop.close().await;
}

#[tokio::test]
async fn the_supplier_hears_nothing_of_who_buys() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    let bought = shop.buy(&mut sarah, PLAN, 2).await;
    shop.settle().await;
    let told = format!("{:?}", shop.sandbox.supplier.calls(""));
    let intent = shop.session(&bought.session_id)["payment_intent"]
        .as_str()
        .unwrap()
        .to_owned();
    assert!(told.contains("create_order"), "{told}");
    for personal in [
        BUYER,
        "4242",
        bought.session_id.as_str(),
        intent.as_str(),
        bought.order_id.as_str(),
    ] {
        assert!(!told.contains(personal), "{personal}");
    }
    shop.close().await;
}

#[tokio::test]
async fn of_use_only_amounts_and_times_are_kept() {
    let shop = Shop::open().await;
    let columns: Vec<String> = sqlx::query_scalar(
        "select column_name::text from information_schema.columns where table_schema = 'public'
         and table_name = 'packages' order by 1",
    )
    .fetch_all(&shop.app.db)
    .await
    .unwrap();
    let about_use = [
        "allowance",
        "used",
        "unit",
        "status",
        "started_at",
        "ends_at",
        "start_by",
        "bought_at",
        "seen_at",
    ];
    let names = ["supplier_order_id", "iccid", "product_id"];
    for column in &columns {
        assert!(
            about_use.contains(&column.as_str()) || names.contains(&column.as_str()),
            "packages.{column}: say on the privacy page what it tells"
        );
    }
    shop.close().await;
}
