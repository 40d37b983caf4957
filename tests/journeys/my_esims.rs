//! Coming back: a mailed link, the traveller's eSIMs behind it, and who does not get in.

use chrono::TimeDelta;
use reqwest::Method;

use crate::support::browser::Answer;
use crate::support::{BUYER, Browser, PLAN, Shop, camera, logs};

const BOB: &str = "bob@elsewhere.example";

/// Sarah has bought and has her eSIM.
async fn sold() -> (Shop, Browser) {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    (shop, sarah)
}

/// Asks for a link and takes it out of the newest mail.
async fn mailed_link(shop: &Shop, browser: &mut Browser, address: &str) -> String {
    let asked = browser.post("/login", &[("email", address)]).await;
    assert_eq!(asked.status, 200, "{}", asked.words());
    shop.settle().await;
    let mail = shop.sandbox.mailbox.messages_to(address).pop().unwrap();
    let link = mail
        .text
        .split_whitespace()
        .find(|word| word.contains("/login/"))
        .unwrap();
    link.strip_prefix(&shop.url).unwrap().to_owned()
}

async fn signed_in(shop: &Shop, address: &str) -> Browser {
    let mut browser = shop.browser();
    let link = mailed_link(shop, &mut browser, address).await;
    assert_eq!(browser.post(&link, &[]).await.status, 303);
    browser
}

/// The path of the one eSIM on the list.
async fn only_esim(browser: &mut Browser) -> String {
    let list = browser.get("/my-esims").await;
    let mut paths = list.attributes("a", "href");
    paths.retain(|href| href.starts_with("/my-esims/"));
    paths.dedup();
    assert_eq!(paths.len(), 1, "{}", list.words());
    paths.remove(0)
}

fn assert_private(answer: &Answer) {
    for (name, value) in [
        ("cache-control", "no-store"),
        ("referrer-policy", "no-referrer"),
        ("x-robots-tag", "noindex"),
    ] {
        assert_eq!(
            answer.headers.get(name).map(|v| v.to_str().unwrap()),
            Some(value),
            "{name}"
        );
    }
}

#[tokio::test]
async fn a_mailed_link_leads_to_the_esim_on_any_device() {
    let (shop, _) = sold().await;
    let mut phone = shop.browser();
    assert!(
        phone
            .get("/my-esims")
            .await
            .words()
            .contains("Enter the email address you paid with")
    );
    let link = mailed_link(&shop, &mut phone, "Sarah@Traveller.example").await;
    let entered = phone.post(&link, &[]).await;
    assert_eq!(
        (entered.status, entered.location.as_deref()),
        (303, Some("/my-esims"))
    );
    let cookie = entered.headers["set-cookie"].to_str().unwrap();
    assert!(
        cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"),
        "{cookie}"
    );

    let sold = shop.sandbox.supplier.esims().pop().unwrap();
    let list = phone.get("/my-esims").await;
    assert_private(&list);
    assert!(
        list.words()
            .contains(&shop.one::<String>("select plan_name from lines").await),
        "{}",
        list.words()
    );
    assert!(!list.body.contains(&sold.esim_qr), "the list needs no code");
    let path = only_esim(&mut phone).await;
    let page = phone.get(&path).await;
    assert_private(&page);
    let picture = page.attributes("img.qr", "src").remove(0);
    assert_eq!(camera::read(&phone.get(&picture).await.bytes), sold.esim_qr);
    assert_private(&phone.get(&picture).await);
    assert_eq!(
        page.text_of("h2#install").as_deref(),
        Some("01 Install your eSIM")
    );
    assert_eq!(
        page.text_of("h2#start").as_deref(),
        Some("02 Start your eSIM")
    );
    for rule in [
        "Once data from your current plan is used up or expires, your add-on data will be \
         automatically activated.",
        "The countdown towards expiry will start when you start using data from the add-on package.",
        "You do not need to re-install the eSIM or manually activate your add-on plan.",
        "This eSIM can only be installed once. Do not remove it from your phone.",
    ] {
        assert!(page.words().contains(rule), "missing: {rule}");
    }
    logs::assert_without(&[
        link.rsplit('/').next().unwrap().to_owned(),
        phone.cookies["session"].clone(),
    ]);
    shop.close().await;
}

#[tokio::test]
async fn a_mail_scanner_that_opens_the_link_uses_nothing_up() {
    let (shop, _) = sold().await;
    let mut phone = shop.browser();
    let link = mailed_link(&shop, &mut phone, BUYER).await;
    let mut scanner = shop.browser();
    for _ in 0..3 {
        let seen = scanner.get(&link).await;
        assert_eq!(seen.status, 200);
        assert_eq!(
            seen.attributes("main form", "action"),
            std::slice::from_ref(&link)
        );
        assert!(seen.headers.get("set-cookie").is_none());
        assert_private(&seen);
    }
    assert_eq!(
        scanner
            .request(Method::HEAD, &link)
            .send()
            .await
            .unwrap()
            .status(),
        200
    );
    assert_eq!(shop.one::<i64>("select count(*) from sign_ins").await, 0);
    assert_eq!(phone.post(&link, &[]).await.status, 303);
    shop.close().await;
}

#[tokio::test]
async fn a_link_works_once() {
    let (shop, _) = sold().await;
    let mut phone = shop.browser();
    let link = mailed_link(&shop, &mut phone, BUYER).await;
    assert_eq!(phone.post(&link, &[]).await.status, 303);
    let mut second = shop.browser();
    let again = second.post(&link, &[]).await;
    assert_eq!(again.status, 410);
    assert!(
        again.words().contains("This link no longer works"),
        "{}",
        again.words()
    );
    assert!(again.headers.get("set-cookie").is_none());
    assert_eq!(shop.one::<i64>("select count(*) from sign_ins").await, 1);
    shop.close().await;
}

#[tokio::test]
async fn a_link_works_for_ten_minutes() {
    let (shop, _) = sold().await;
    let mut phone = shop.browser();
    let late = mailed_link(&shop, &mut phone, BUYER).await;
    shop.pass(TimeDelta::minutes(10));
    assert_eq!(phone.post(&late, &[]).await.status, 410);
    let fresh = mailed_link(&shop, &mut phone, BUYER).await;
    assert_ne!(fresh, late);
    shop.pass(TimeDelta::minutes(9));
    assert_eq!(phone.post(&fresh, &[]).await.status, 303);
    assert_eq!(
        phone
            .post(&format!("/login/{}", "x".repeat(43)), &[])
            .await
            .status,
        410
    );
    assert_eq!(phone.post("/login/short", &[]).await.status, 410);
    shop.close().await;
}

#[tokio::test]
async fn links_and_sessions_are_stored_only_as_hashes() {
    let (shop, _) = sold().await;
    let mut phone = shop.browser();
    let link = mailed_link(&shop, &mut phone, BUYER).await;
    phone.post(&link, &[]).await;
    let rows = "select coalesce(string_agg(t, ' '), '')
                from (select to_jsonb(x)::text t from logins x union all
                select to_jsonb(x)::text from sign_ins x union all select to_jsonb(x)::text
                from mails x union all
                select to_jsonb(x)::text from jobs x union all select to_jsonb(x)::text
                from order_events x) all_of_it";
    let stored = shop.one::<String>(rows).await;
    assert!(stored.contains(BUYER), "nothing was looked at");
    assert!(!stored.contains(link.rsplit('/').next().unwrap()));
    assert!(!stored.contains(&phone.cookies["session"]));
    shop.close().await;
}

#[tokio::test]
async fn an_unknown_address_gets_the_same_answer_and_no_mail() {
    let (shop, _) = sold().await;
    let mut visitor = shop.browser();
    let known = visitor.post("/login", &[("email", BUYER)]).await;
    let unknown = visitor.post("/login", &[("email", BOB)]).await;
    assert_eq!(known.status, unknown.status);
    assert_eq!(
        known.body.replace(BUYER, "…"),
        unknown.body.replace(BOB, "…")
    );
    let names = |answer: &Answer| {
        answer
            .headers
            .keys()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
    };
    assert_eq!(names(&known), names(&unknown));
    shop.settle().await;
    assert_eq!(shop.sandbox.mailbox.messages_to(BOB).len(), 0);
    assert_eq!(
        shop.sandbox.mailbox.messages_to(BUYER).len(),
        2,
        "the order's and the link's"
    );
    let typo = visitor.post("/login", &[("email", "sarah at home")]).await;
    assert_eq!(typo.status, 422);
    assert_eq!(
        typo.attributes("input[name=email]", "value"),
        ["sarah at home"]
    );
    assert_eq!(
        typo.attributes("input[name=email]", "aria-describedby"),
        ["email-error"]
    );
    shop.close().await;
}

#[tokio::test]
async fn a_form_on_another_site_changes_nothing_here() {
    let (shop, mut sarah) = sold().await;
    let link = mailed_link(&shop, &mut sarah, BUYER).await;
    let orders = shop.one::<i64>("select count(*) from orders").await;
    let form = [
        ("email", BUYER),
        ("product_id", PLAN),
        ("quantity", "1"),
        ("device_ok", "yes"),
    ];
    for path in ["/login", "/checkout", "/logout", link.as_str()] {
        for (name, value) in [
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-site", "same-site"),
            ("origin", "https://evil.example"),
            ("origin", "null"),
        ] {
            let request = sarah
                .request(Method::POST, path)
                .header(name, value)
                .form(&form);
            let answer = sarah.send(request).await;
            assert_eq!(answer.status, 403, "{path} with {name}: {value}");
            assert!(answer.headers.get("set-cookie").is_none());
        }
    }
    shop.settle().await;
    assert_eq!(shop.one::<i64>("select count(*) from orders").await, orders);
    assert_eq!(
        shop.sandbox.mailbox.messages_to(BUYER).len(),
        2,
        "no link was mailed for the other site"
    );
    assert_eq!(
        sarah.post(&link, &[]).await.status,
        303,
        "the link was not used up"
    );
    shop.close().await;
}

#[tokio::test]
async fn the_list_tells_what_is_left_of_each_esim_and_of_when_that_is() {
    let (shop, mut sarah) = sold().await;
    shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    let mut sarah = signed_in(&shop, BUYER).await;
    assert!(
        !sarah.get("/my-esims").await.words().contains("GB left"),
        "nothing has been used yet"
    );
    let first = shop.sandbox.supplier.orders()[0].iccid.clone();
    shop.sandbox.supplier.use_data(&first, 2 << 30).unwrap();
    shop.settle().await;
    let list = sarah.get("/my-esims").await.words();
    assert_eq!(
        list.matches("8 GB of 10 GB left updated just now").count(),
        1,
        "{list}"
    );
    assert_eq!(
        (
            list.matches("In use").count(),
            list.matches("Ready to install").count()
        ),
        (1, 1),
        "{list}"
    );
    shop.close().await;
}

#[tokio::test]
async fn another_travellers_esim_is_not_there() {
    let (shop, _) = sold().await;
    let theirs = shop.sandbox.supplier.esims().pop().unwrap();
    let order = shop.check_out(&mut shop.browser(), PLAN, 1).await;
    shop.sandbox.stripe.pay(&order.session_id, BOB).unwrap();
    shop.settle().await;
    let path = only_esim(&mut signed_in(&shop, BUYER).await).await;
    let mut bob = signed_in(&shop, BOB).await;
    assert_ne!(only_esim(&mut bob).await, path);
    for path in [
        path.clone(),
        format!("{path}/qr.png"),
        "/my-esims/1".to_owned(),
    ] {
        for browser in [&mut bob, &mut shop.browser()] {
            let answer = browser.get(&path).await;
            assert_eq!(answer.status, 404, "{path}");
            assert_private(&answer);
            assert!(!answer.body.contains(&theirs.iccid) && !answer.body.contains(&theirs.esim_qr));
        }
    }
    assert_eq!(
        bob.get(&order.page).await.attributes("img.qr", "src").len(),
        1,
        "signed in, the order's page knows its owner too"
    );
    shop.close().await;
}

#[tokio::test]
async fn signing_out_ends_it_on_the_server_too() {
    let (shop, mut sarah) = sold().await;
    let link = mailed_link(&shop, &mut sarah, BUYER).await;
    sarah.post(&link, &[]).await;
    let path = only_esim(&mut sarah).await;
    let kept = sarah.cookies["session"].clone();
    let left = sarah.post("/logout", &[]).await;
    assert_eq!(
        (left.status, left.location.as_deref()),
        (303, Some("/my-esims"))
    );
    assert!(
        sarah
            .get("/my-esims")
            .await
            .words()
            .contains("Enter the email address you paid with")
    );
    assert_eq!(
        sarah.get(&path).await.status,
        404,
        "this browser also forgets that it bought"
    );
    sarah.cookies.insert("session".to_owned(), kept);
    assert_eq!(
        sarah.get(&path).await.status,
        404,
        "a stolen cookie outlived the sign-out"
    );
    shop.close().await;
}

#[tokio::test]
async fn a_sign_in_ends_after_thirty_days() {
    let (shop, _) = sold().await;
    let mut phone = signed_in(&shop, BUYER).await;
    let path = only_esim(&mut phone).await;
    shop.pass(TimeDelta::days(29));
    assert_eq!(phone.get(&path).await.status, 200);
    shop.pass(TimeDelta::days(2));
    assert_eq!(phone.get(&path).await.status, 404);
    shop.close().await;
}
