//! The delivery mail's button opens the order's page with its codes in any browser, and nothing
//! else.

use chrono::TimeDelta;

use crate::support::{BUYER, Bought, Browser, PLAN, Shop};

async fn delivered(shop: &Shop) -> (Browser, Bought, String) {
    let mut sarah = shop.browser();
    let bought = shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    let mail = shop
        .sandbox
        .mailbox
        .messages()
        .into_iter()
        .rfind(|mail| mail.subject.contains("ready"))
        .unwrap();
    let link = mail
        .text
        .split_whitespace()
        .find(|word| word.contains("?key="))
        .unwrap()
        .to_owned();
    let first = mail.html.split("href=\"").nth(1).unwrap();
    assert!(
        first.starts_with(&link),
        "the first link of the mail is this one: {}",
        &first[..80]
    );
    (
        sarah,
        bought,
        link[link.find("/orders/").unwrap()..].to_owned(),
    )
}

/// A browser that has never been here opens the mail's link; where it ends.
async fn open(shop: &Shop, link: &str) -> (Browser, String) {
    let mut other = shop.browser();
    let answer = other.get(link).await;
    assert_eq!(answer.status, 303);
    let to = answer.location.clone().unwrap();
    assert!(
        !to.contains("key="),
        "the address goes on without the key: {to}"
    );
    (other, to)
}

#[tokio::test]
async fn it_opens_the_order_with_its_codes_in_any_browser() {
    let shop = Shop::open().await;
    let (mut sarah, bought, link) = delivered(&shop).await;
    let code = sarah.get_json(&bought.page).await["lines"][0]["activation_code"]
        .as_str()
        .unwrap()
        .to_owned();
    let (mut phone, page) = open(&shop, &link).await;
    assert_eq!(
        phone.get_json(&page).await["lines"][0]["activation_code"],
        code
    );
    let body = phone.get(&page).await.body;
    assert!(body.contains(&code) && body.contains("qr.png"));
    // From there to the eSIM's own page, its sheet and its top-up.
    let esim: String = format!(
        "/my-esims/{}",
        shop.one::<String>("select id::text from esims").await
    );
    assert!(body.contains(&esim));
    for path in [
        esim.clone(),
        format!("{esim}/sheet"),
        format!("{esim}/qr.png"),
        format!("{esim}/no-internet"),
        format!("{esim}/top-up"),
    ] {
        assert_eq!(phone.get(&path).await.status, 200, "{path}");
    }
    // Without the key there is no code for anybody else.
    assert!(shop.browser().get_json(&page).await["lines"][0]["activation_code"].is_null());
    shop.close().await;
}

#[tokio::test]
async fn it_neither_cancels_nor_hands_over_nor_withdraws_nor_signs_in() {
    let shop = Shop::open().await;
    let (_, _, link) = delivered(&shop).await;
    let (mut phone, page) = open(&shop, &link).await;
    let body = phone.get(&page).await.body;
    assert!(
        !body.contains("/hand-over"),
        "what it may not do is not offered"
    );
    let esim: String = shop.one("select id::text from esims").await;
    let line: String = shop.one("select id::text from lines").await;
    for path in [
        "hand-over".to_owned(),
        format!("packages/{line}/give-back"),
        format!("packages/{line}/start"),
    ] {
        assert_eq!(
            phone.get(&format!("/my-esims/{esim}/{path}")).await.status,
            404,
            "{path}"
        );
        assert_eq!(
            phone
                .post(
                    &format!("/my-esims/{esim}/{path}"),
                    &[("back_minor", "1440")]
                )
                .await
                .status,
            404,
            "{path}"
        );
    }
    assert!(
        phone.get("/my-esims").await.body.contains("name=\"email\""),
        "it signs nobody in"
    );
    let number: String = shop.one("select order_number from orders").await;
    let asked = phone
        .post("/withdraw", &[("order_number", &number), ("email", "")])
        .await;
    assert_eq!(
        asked.status, 422,
        "a withdrawal wants the address, as from anybody"
    );
}

#[tokio::test]
async fn who_came_by_it_is_not_said_to_have_sent_the_link_that_the_buyer_sent() {
    let shop = Shop::open().await;
    let (mut sarah, _, link) = delivered(&shop).await;
    let esim: String = shop.one("select id::text from esims").await;
    assert_eq!(
        sarah
            .post(
                &format!("/my-esims/{esim}/hand-over"),
                &[("name", "Mia"), ("do", "link")]
            )
            .await
            .status,
        200
    );
    let (mut phone, page) = open(&shop, &link).await;
    let (theirs, own) = (
        phone.get(&page).await.words(),
        sarah.get(&page).await.words(),
    );
    assert!(
        theirs.contains("A link to this eSIM was sent to someone") && !theirs.contains("You sent"),
        "{theirs}"
    );
    assert!(
        own.contains("You sent someone a link to this eSIM"),
        "{own}"
    );
}

#[tokio::test]
async fn a_key_opens_one_order_only_and_ends_with_the_buyers_right_and_everywhere() {
    let shop = Shop::open().await;
    let (_, _, link) = delivered(&shop).await;
    let (mut phone, page) = open(&shop, &link).await;
    let (_, second, _) = delivered(&shop).await;
    assert!(
        phone.get_json(&second.page).await["lines"][0]["activation_code"].is_null(),
        "another order of the same buyer"
    );
    let key = &link[link.find("?key=").unwrap()..];
    let elsewhere = shop.browser().get(&format!("{}{key}", second.page)).await;
    assert!(
        elsewhere.status == 303 && elsewhere.headers.get("set-cookie").is_none(),
        "a key of another order"
    );
    // Signed out everywhere: the key is over in every browser.
    let mut laptop = shop.browser();
    laptop.post("/login", &[("email", BUYER)]).await;
    shop.settle().await;
    let mail = shop
        .sandbox
        .mailbox
        .messages()
        .into_iter()
        .rfind(|mail| mail.text.contains("/login/"))
        .unwrap();
    let login = mail
        .text
        .split_whitespace()
        .find(|word| word.contains("/login/"))
        .unwrap();
    laptop
        .post(&login[login.find("/login/").unwrap()..], &[])
        .await;
    laptop.post("/logout", &[("everywhere", "yes")]).await;
    assert!(phone.get_json(&page).await["lines"][0]["activation_code"].is_null());
    assert!(
        open(&shop, &link).await.0.get_json(&page).await["lines"][0]["activation_code"].is_null()
    );
}

#[tokio::test]
async fn ninety_days_after_the_purchase_a_key_opens_no_more() {
    let shop = Shop::open().await;
    let (_, _, link) = delivered(&shop).await;
    let (mut phone, page) = open(&shop, &link).await;
    shop.app.clock.advance(TimeDelta::days(89));
    assert!(phone.get_json(&page).await["lines"][0]["activation_code"].is_string());
    shop.app.clock.advance(TimeDelta::days(32));
    assert!(phone.get_json(&page).await["lines"][0]["activation_code"].is_null());
}
