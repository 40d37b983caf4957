//! Signing in cannot be turned against who signs in: no asking keeps them out, no link of another's
//! ends theirs, and signing out ends it all.

use std::net::IpAddr;

use chrono::TimeDelta;
use domain::email::EmailAddress;
use domain::token::Token;
use esim_storefront::flows::sign_in::{self, Asked, Asking};

use crate::support::{BUYER, Browser, PLAN, Shop, logs};

const HOME: &str = "198.51.100.7";
const EVE: &str = "203.0.113.9";

/// Sarah has bought, and every network is told apart: the tests stand behind a proxy that the shop
/// trusts.
async fn sold(more_toml: &str) -> (Shop, Browser) {
    let shop = Shop::open_as(more_toml, |config| {
        config.trusted_proxies = vec!["127.0.0.1/32".parse().unwrap()]
    })
    .await;
    // The middle of an hour, so that no edge of the counted windows falls into the test.
    let into_the_hour = shop.app.clock.now().timestamp().rem_euclid(3600);
    shop.pass(TimeDelta::seconds(5400 - into_the_hour));
    let mut sarah = shop.browser();
    shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    (shop, sarah)
}

async fn ask(browser: &mut Browser, network: &str, address: &str) -> u16 {
    let request = browser
        .request(reqwest::Method::POST, "/login")
        .header("sec-fetch-site", "same-origin");
    browser
        .send(
            request
                .header("x-forwarded-for", network)
                .form(&[("email", address)]),
        )
        .await
        .status
}

/// The links that were mailed so far, oldest first.
async fn links(shop: &Shop) -> Vec<String> {
    shop.settle().await;
    let mails = shop.sandbox.mailbox.messages_to(BUYER);
    let words = mails
        .iter()
        .flat_map(|mail| mail.text.split_whitespace())
        .filter(|word| word.contains("/login/"));
    words
        .map(|link| link.strip_prefix(&shop.url).unwrap().to_owned())
        .collect()
}

#[tokio::test]
async fn nobodys_asking_keeps_the_owner_of_a_mailbox_out() {
    let (shop, _) = sold("[limits]\nlogins_per_hour = 3\n").await;
    let (mut eve, mut phone) = (shop.browser(), shop.browser());
    for _ in 0..12 {
        eve.cookies.clear();
        assert_eq!(ask(&mut eve, EVE, BUYER).await, 200);
    }
    assert_eq!(
        links(&shop).await.len(),
        3,
        "what is too much is not mailed"
    );
    assert_eq!(ask(&mut phone, HOME, BUYER).await, 200);
    let all = links(&shop).await;
    assert_eq!(all.len(), 4, "the owner's first ask is");
    assert_eq!(phone.post(&all[3], &[]).await.status, 303);
    assert!(phone.get("/my-esims").await.words().contains(BUYER));
    shop.close().await;
}

#[tokio::test]
async fn beyond_the_limit_one_link_a_minute_is_still_mailed() {
    let (shop, _) = sold("[limits]\nlogins_per_hour = 2\n").await;
    let mut phone = shop.browser();
    for _ in 0..6 {
        assert_eq!(ask(&mut phone, HOME, BUYER).await, 200);
    }
    assert_eq!(links(&shop).await.len(), 2);
    for n in 1..=3 {
        shop.pass(TimeDelta::seconds(61));
        for _ in 0..3 {
            assert_eq!(ask(&mut phone, HOME, BUYER).await, 200);
        }
        assert_eq!(links(&shop).await.len(), 2 + n);
    }
    let newest = links(&shop).await.pop().unwrap();
    assert_eq!(phone.post(&newest, &[]).await.status, 303);
    shop.close().await;
}

#[tokio::test]
async fn a_hostels_guests_do_not_use_up_each_others_asks() {
    let (shop, _) = sold("[limits]\nlogins_per_hour = 2\n").await;
    let from: IpAddr = "2001:db8:1:2::7".parse().unwrap();
    let browser = Token::of([7; 32]);
    let ask = async |guest: usize, from: IpAddr| {
        let email = EmailAddress::parse(&format!("guest{guest}@example.com")).unwrap();
        let asking = Asking {
            from,
            email: &email,
            browser: &browser,
            locale: "en",
            return_to: None,
        };
        sign_in::ask(&shop.app, &asking, shop.app.clock.now())
            .await
            .unwrap()
    };
    for _ in 0..50 {
        ask(0, from).await;
    }
    assert_eq!(ask(0, from).await, Asked::TooOften);
    for guest in 1..=38 {
        assert_eq!(
            ask(guest, from).await,
            Asked::Accepted,
            "guest {guest}: another's refused asks count for nobody"
        );
    }
    assert_eq!(
        ask(39, from).await,
        Asked::TooOften,
        "twenty times what one mailbox may"
    );
    assert_eq!(
        ask(39, "2001:db8:1:3::7".parse().unwrap()).await,
        Asked::Accepted,
        "the network next door"
    );
    shop.close().await;
}

#[tokio::test]
async fn ten_links_live_side_by_side_and_using_one_ends_all() {
    let (shop, _) = sold("[limits]\nlogins_per_hour = 20\n").await;
    let (mut eve, mut phone) = (shop.browser(), shop.browser());
    ask(&mut phone, HOME, BUYER).await;
    let mine = links(&shop).await.remove(0);
    for _ in 0..12 {
        shop.pass(TimeDelta::seconds(1));
        ask(&mut eve, EVE, BUYER).await;
        shop.settle().await;
    }
    let live = "select count(*) from logins where used_at is null";
    assert_eq!(shop.one::<i64>(live).await, 10);
    let all = links(&shop).await;
    assert_eq!(
        (all.len(), phone.get(&all[1]).await.status),
        (13, 410),
        "the oldest of who asks most ended"
    );
    assert_eq!(
        phone.get(&mine).await.status,
        200,
        "the owner's own did not"
    );
    assert_eq!(phone.post(&mine, &[]).await.status, 303);
    assert_eq!(shop.one::<i64>(live).await, 0);
    assert_eq!(phone.post(all.last().unwrap(), &[]).await.status, 410);
    shop.close().await;
}

#[tokio::test]
async fn a_link_that_another_browser_asked_for_says_so_first() {
    let (shop, _) = sold("").await;
    let (mut laptop, mut phone) = (shop.browser(), shop.browser());
    let asked = laptop.post("/login", &[("email", BUYER)]).await;
    assert!(
        asked.headers["set-cookie"]
            .to_str()
            .unwrap()
            .contains("HttpOnly")
    );
    let link = links(&shop).await.remove(0);
    let words = "This link was requested in another browser";
    assert!(!laptop.get(&link).await.words().contains(words));
    assert!(phone.get(&link).await.words().contains(words));
    assert_eq!(
        phone.post(&link, &[]).await.status,
        303,
        "it is said, and not forbidden"
    );
    assert_eq!(laptop.get(&link).await.status, 410);
    shop.close().await;
}

/// Whether this browser is shown the code of the order.
async fn shows_code(browser: &mut Browser, page: &str) -> bool {
    browser.get_json(page).await["lines"][0]["activation_code"].is_string()
}

#[tokio::test]
async fn signing_out_ends_what_the_browser_bought_on_the_server_too() {
    let (shop, _) = sold("").await;
    let mut sarah = shop.browser();
    let bought = shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    assert!(shows_code(&mut sarah, &bought.page).await);
    let stolen = sarah.cookies["buyer"].clone();
    assert_eq!(sarah.post("/logout", &[]).await.status, 303);
    sarah.cookies.insert("buyer".to_owned(), stolen.clone());
    assert!(
        !shows_code(&mut sarah, &bought.page).await,
        "a copied cookie outlived the sign-out"
    );
    // Who buys with it again gets a fresh one, and sees what they buy.
    let next = shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    assert_ne!(sarah.cookies["buyer"], stolen);
    assert!(
        shows_code(&mut sarah, &next.page).await && !shows_code(&mut sarah, &bought.page).await
    );
    shop.close().await;
}

#[tokio::test]
async fn signing_out_everywhere_reaches_every_browser() {
    let (shop, mut old) = sold("").await;
    let (mut laptop, mut phone, mut thief) = (shop.browser(), shop.browser(), shop.browser());
    let bought = shop.buy(&mut laptop, PLAN, 1).await;
    shop.settle().await;
    for browser in [&mut phone, &mut thief] {
        browser.post("/login", &[("email", BUYER)]).await;
        let link = links(&shop).await.pop().unwrap();
        assert_eq!(browser.post(&link, &[]).await.status, 303);
        assert!(shows_code(browser, &bought.page).await);
    }
    laptop.post("/login", &[("email", BUYER)]).await;
    let open = links(&shop).await.pop().unwrap();
    let form = phone.get("/my-esims").await;
    assert_eq!(
        form.attributes("form[action='/logout'] input[name=everywhere]", "value"),
        ["yes"]
    );
    assert_eq!(
        phone.post("/logout", &[("everywhere", "yes")]).await.status,
        303
    );
    for browser in [&mut phone, &mut thief, &mut laptop, &mut old] {
        assert!(!shows_code(browser, &bought.page).await);
        assert!(
            browser
                .get("/my-esims")
                .await
                .words()
                .contains("Enter the email address you paid with")
        );
    }
    assert_eq!(
        thief.post(&open, &[]).await.status,
        410,
        "a link that was on its way"
    );
    shop.close().await;
}

#[tokio::test]
async fn a_browsers_right_to_codes_ends_after_ninety_days_or_thirty_after_the_plan() {
    let (shop, _) = sold("").await;
    let mut sarah = shop.browser();
    let bought = shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    let id: uuid::Uuid = bought.order_id.parse().unwrap();
    let esim: uuid::Uuid = sqlx::query_scalar(
        "select e.id from esims e join lines l on l.id = e.line_id where l.order_id = $1",
    )
    .bind(id)
    .fetch_one(&shop.app.db)
    .await
    .unwrap();
    let page = format!("/my-esims/{esim}");
    let ends = async |at| {
        let sql = "update packages set ends_at = $1
                   where iccid = (select iccid from esims where id = $2)";
        sqlx::query(sql)
            .bind(at)
            .bind(esim)
            .execute(&shop.app.db)
            .await
            .unwrap();
    };
    ends(shop.app.clock.now() + TimeDelta::days(7)).await;
    shop.pass(TimeDelta::days(89));
    assert!(shows_code(&mut sarah, &bought.page).await);
    shop.pass(TimeDelta::days(2));
    assert!(!shows_code(&mut sarah, &bought.page).await && sarah.get(&page).await.status == 404);
    // It was started late, and has only just ended.
    ends(shop.app.clock.now() - TimeDelta::days(1)).await;
    assert!(shows_code(&mut sarah, &bought.page).await && sarah.get(&page).await.status == 200);
    shop.pass(TimeDelta::days(30));
    assert!(!shows_code(&mut sarah, &bought.page).await && sarah.get(&page).await.status == 404);
    let mut phone = shop.browser();
    phone.post("/login", &[("email", BUYER)]).await;
    let link = links(&shop).await.pop().unwrap();
    phone.post(&link, &[]).await;
    assert!(
        shows_code(&mut phone, &bought.page).await,
        "signed in, the owner has it for ever"
    );
}

/// The security lines of one network, in their order.
fn noted(network: &str) -> Vec<String> {
    let log = logs::text();
    let lines = log.lines().filter(|l| {
        l.contains("security.event=") && l.contains(&format!("client.network=\"{network}\""))
    });
    lines
        .map(|l| {
            l.split("security.event=\"")
                .nth(1)
                .unwrap()
                .split('"')
                .next()
                .unwrap()
                .to_owned()
        })
        .collect()
}

#[tokio::test]
async fn what_an_owner_under_attack_asks_about_is_one_line_each() {
    let (shop, mut sarah) = sold("[limits]\nlogins_per_hour = 1\n").await;
    let there = "192.0.2.77";
    let post = async |browser: &mut Browser, site: &str, path: &str, form: &[(&str, &str)]| {
        let request = browser
            .request(reqwest::Method::POST, path)
            .header("sec-fetch-site", site)
            .header("x-forwarded-for", there);
        browser.send(request.form(form)).await
    };
    let mut phone = shop.browser();
    post(&mut phone, "same-origin", "/login", &[("email", BUYER)]).await;
    post(&mut phone, "same-origin", "/login", &[("email", BUYER)]).await;
    let link = links(&shop).await.remove(0);
    post(&mut phone, "same-origin", &link, &[]).await;
    let answer = post(&mut phone, "same-origin", &link, &[]).await;
    post(&mut phone, "same-origin", "/logout", &[]).await;
    post(&mut phone, "cross-site", "/logout", &[]).await;
    post(&mut phone, "cross-site", "/webhooks/stripe", &[]).await;
    post(&mut phone, "cross-site", "/webhooks/esimfx", &[]).await;
    assert_eq!(
        noted(there),
        [
            "sign_in_asked",
            "sign_in_asked",
            "limit_reached",
            "link_used",
            "link_refused",
            "signed_out",
            "other_origin",
            "webhook_forged",
            "webhook_forged"
        ]
    );
    let log = logs::text();
    let refused = log
        .lines()
        .find(|l| l.contains("link_refused") && l.contains(there))
        .unwrap();
    assert!(
        refused.contains(answer.headers["x-request-id"].to_str().unwrap()),
        "{refused}"
    );
    let there = "192.0.2.78";
    let iccid = shop.sandbox.supplier.esims()[0].iccid.clone();
    let hand_over = format!("/my-esims/{}/hand-over", shop.owned(&iccid).await.esim.id);
    let made = {
        let request = sarah
            .request(reqwest::Method::POST, &hand_over)
            .header("sec-fetch-site", "same-origin");
        sarah
            .send(
                request
                    .header("x-forwarded-for", there)
                    .form(&[("do", "link"), ("name", "Tom")]),
            )
            .await
    };
    let key = made
        .body
        .split("/for/")
        .nth(1)
        .unwrap()
        .chars()
        .take(43)
        .collect::<String>();
    let request = phone
        .request(reqwest::Method::GET, &format!("/for/{key}"))
        .header("x-forwarded-for", there);
    assert_eq!(phone.send(request).await.status, 200);
    assert_eq!(noted(there), ["key_made", "key_used"]);
    logs::assert_without(&[key, link.rsplit('/').next().unwrap().to_owned()]);
    shop.close().await;
}
