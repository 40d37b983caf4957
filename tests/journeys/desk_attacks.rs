//! What somebody tries at the desk who may not: every route without both factors, every owner's act
//! as support, and forty tries by name.

use super::desk::{OLGA, TOM, fresh_code, signed_in, with_desk};
use super::desk_acts::press;
use crate::support::browser::Answer;
use crate::support::{BUYER, Browser, PLAN, Shop};
use chrono::TimeDelta;
use esim_storefront::flows::desk;
use reqwest::Method;

/// The routes of the desk, as its site map names them: the file itself is read, so that none is
/// forgotten.
fn routes() -> Vec<(String, bool, bool)> {
    let map = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/src/web/desk/mod.rs"))
        .unwrap();
    // Whatever lines they stand on.
    let map = map
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .replace("( ", "(");
    let owners_from = map.find("fn owners()").unwrap();
    let found: Vec<_> = map
        .match_indices(".route(\"/desk")
        .map(|(at, _)| {
            let call = map[at..].split(".route(").nth(1).unwrap();
            let path = call.split('"').nth(1).unwrap().to_owned();
            (path, at > owners_from, call.contains("post("))
        })
        .collect();
    assert!(found.len() >= 14, "{found:?}");
    found
}

fn concrete(path: &str, number: &str) -> String {
    path.replace("{number}", number)
        .replace("{token}", &"A".repeat(43))
}

/// Whether a page of the desk's inside is in an answer.
pub fn shows_inside(answer: &Answer) -> bool {
    answer.body.contains(BUYER)
        || answer.body.contains("Sign out")
        || answer.body.contains("What needs you")
}

pub async fn sold() -> (Shop, desk::Invitation, desk::Invitation, String) {
    let (shop, olga, tom) = with_desk(|_| {}).await;
    shop.buy(&mut shop.browser(), PLAN, 1).await;
    shop.settle().await;
    let number = shop.one::<String>("select order_number from orders").await;
    (shop, olga, tom, number)
}

/// What a try must not change.
pub async fn state_of(shop: &Shop) -> String {
    shop.one(
        "select concat_ws(' ', (select count(*) from refunds), (select count(*) from order_events),
         (select string_agg(state, ',') from lines),
              (select count(*) from mails), (select customer_email from orders),
              (select count(*) from staff where revoked_at is null),
              (select count(*) from price_versions), (select count(*) from price_drafts),
              (select count(*) from plan_marks))",
    )
    .await
}

#[tokio::test]
async fn no_page_answers_and_no_form_acts_without_both_factors() {
    let (shop, _, _, number) = sold().await;
    let before = state_of(&shop).await;
    for (path, _, _) in routes()
        .iter()
        .filter(|(path, _, _)| !path.starts_with("/desk/sign-in"))
    {
        let path = concrete(path, &number);
        for cookie in [None, Some("A".repeat(43)), Some("x".to_owned())] {
            let mut browser = shop.browser();
            if let Some(cookie) = &cookie {
                browser.cookies.insert("desk".to_owned(), cookie.clone());
            }
            let post = browser
                .post(
                    &path,
                    &[
                        ("reason", "x"),
                        ("email", "eve@evil.example"),
                        ("note", "x"),
                    ],
                )
                .await;
            let get = browser.get(&path).await;
            for answer in [post, get] {
                let away =
                    answer.status == 303 && answer.location.as_deref() == Some("/desk/sign-in");
                assert!(
                    (away || answer.status == 405) && answer.body.is_empty(),
                    "{path}: {} {}",
                    answer.status,
                    answer.body
                );
            }
        }
        let method = shop
            .browser()
            .request(Method::PUT, &path)
            .header("sec-fetch-site", "same-origin");
        assert!(
            [303, 405].contains(&shop.browser().send(method).await.status),
            "{path}"
        );
    }
    assert_eq!(state_of(&shop).await, before);
    shop.close().await;
}

#[tokio::test]
async fn support_reaches_no_act_of_an_owner_by_any_route() {
    let (shop, _, tom, number) = sold().await;
    let mut helper = signed_in(&shop, TOM, &tom.secret).await;
    let before = state_of(&shop).await;
    let fields = [
        ("line", "1"),
        ("reason", "x"),
        ("email", "eve@evil.example"),
        ("note", "x"),
        ("address", OLGA),
        ("role", "owner"),
        ("seen", ""),
        ("id", PLAN),
        ("hidden", "yes"),
        ("from", "0"),
        ("rules", "0"),
        ("markup_percent", "0"),
        ("minimum_margin", "0"),
        ("card_fee_percent", "0"),
        ("card_fee_fixed", "0"),
        ("most_loss", "0"),
        ("version", "1"),
    ];
    let mut walked = 0;
    for (path, owners, _) in routes().iter().filter(|(_, owners, _)| *owners) {
        walked += 1;
        assert!(owners);
        let path = concrete(path, &number);
        for variant in [
            path.clone(),
            format!("{path}?line=1"),
            path.replace("/desk", "/es/desk"),
            path.to_uppercase().replace("/DESK", "/desk"),
        ] {
            let get = helper.get(&variant).await;
            assert!(
                [403, 404].contains(&get.status) && !shows_inside(&get),
                "{variant}: {} {}",
                get.status,
                get.body
            );
            let post = helper.post(&variant, &fields).await;
            assert!(
                [403, 404, 405].contains(&post.status),
                "{variant}: {}",
                post.status
            );
        }
    }
    assert!(walked >= 17);
    let touched: i64 = shop
        .one(
            "select (select count(*) from price_versions) + (select count(*)
             from price_drafts) + (select count(*) from plan_marks)",
        )
        .await;
    assert_eq!(touched, 0, "neither prices nor plans");
    // Nor with a code of their own, beside what an owner has drafted.
    let code = fresh_code(&shop, &tom.secret);
    let mut forged = shop.browser();
    forged.cookies = helper.cookies.clone();
    for path in ["/desk/prices/publish", "/desk/prices", "/desk/plan"] {
        assert_eq!(
            forged
                .post(
                    path,
                    &[("from", "0"), ("seen", ""), ("code", &code), ("id", PLAN)]
                )
                .await
                .status,
            403,
            "{path}"
        );
    }
    let page = helper.get("/desk").await;
    assert!(
        !page.body.contains("/desk/prices") && !page.body.contains("/desk/plan"),
        "{}",
        page.body
    );
    // Not by the fields of an act that it may do, either.
    let resend = helper.get(&format!("/desk/orders/{number}/resend")).await;
    let resent = press(
        &mut helper,
        &resend,
        &[("to", "eve@evil.example"), ("email", "eve@evil.example")],
    )
    .await;
    assert_eq!(resent.status, 303);
    assert!(
        shop.sandbox
            .mailbox
            .messages_to("eve@evil.example")
            .is_empty()
    );
    assert_eq!(
        shop.sandbox.mailbox.messages_to(BUYER).len(),
        2,
        "to the order's own address"
    );
    let page = helper.get(&format!("/desk/orders/{number}")).await;
    for act in ["refund", "release", "resend-elsewhere", "stop-link"] {
        assert!(!page.body.contains(&format!("/{act}")), "{act}");
    }
    assert!(before.contains(BUYER));
    assert_eq!(shop.one::<i64>("select count(*) from refunds").await, 0);
    shop.rest(TimeDelta::minutes(5)).await;
    shop.close().await;
}

/// A form that somebody else's page sends with the cookies of who is signed in.
pub async fn forged(owner: &mut Browser, path: &str, headers: &[(&str, &str)]) -> Answer {
    let mut request = owner.request(Method::POST, path).form(&[
        ("reason", "x"),
        ("email", "eve@evil.example"),
        ("note", "x"),
    ]);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    owner.send(request).await
}

#[tokio::test]
async fn strange_paths_and_words_find_nothing_and_break_nothing() {
    let (shop, olga, _, number) = sold().await;
    let mut owner = signed_in(&shop, OLGA, &olga.secret).await;
    for path in [
        "/desk/orders/E1'--",
        "/desk/orders/%2e%2e%2fsign-in",
        "/desk/orders/..%5c",
        "/desk/orders/E99999",
        "/desk/orders/%00",
        "/desk/orders/E1%0d%0aset-cookie:x=y",
    ] {
        let answer = owner.get(path).await;
        assert!(
            answer.status == 404 && !answer.headers.contains_key("set-cookie"),
            "{path}: {}",
            answer.status
        );
    }
    for word in [
        "' or 1=1 --",
        "%",
        "_",
        "\\",
        "<script>alert(1)</script>",
        "\u{202e}x",
    ] {
        let answer = owner.post("/desk/find", &[("q", word)]).await;
        assert!(
            answer.status == 200
                && !answer.body.contains("<script")
                && answer.count("tbody tr") == 0,
            "{word}: {}",
            answer.body
        );
    }
    let note = "<img src=x onerror=alert(1)>";
    assert_eq!(
        owner
            .post(&format!("/desk/orders/{number}/note"), &[("note", note)])
            .await
            .status,
        303
    );
    let page = owner
        .get(&format!("/desk/orders/{number}?done=<script>"))
        .await;
    assert!(
        !page.body.contains("<img")
            && !page.body.contains("<script")
            && page.body.contains("onerror"),
        "{}",
        page.body
    );
    let long = "x".repeat(501);
    assert_eq!(
        owner
            .post(&format!("/desk/orders/{number}/note"), &[("note", &long)])
            .await
            .status,
        422
    );
    shop.close().await;
}
