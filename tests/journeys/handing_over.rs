//! Handing one eSIM over: names, links for travellers, the way to the buyer's own phone; and who
//! gets nothing.

use crate::support::browser::Answer;
use crate::support::living::Sold;
use crate::support::{BUYER, Browser, PLAN, Shop, camera, logs};
use chrono::TimeDelta;
use reqwest::Method;

/// Three eSIMs, their buyer, and the pages on which each is handed over, by position.
pub async fn three() -> (Shop, Browser, Vec<String>) {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    shop.buy(&mut sarah, PLAN, 3).await;
    shop.settle().await;
    let paths: Vec<String> = sqlx::query_scalar(
        "select '/my-esims/' || e.id || '/hand-over' from esims e
         join lines l on l.id = e.line_id order by l.position",
    )
    .fetch_all(&shop.app.db)
    .await
    .unwrap();
    assert_eq!(paths.len(), 3);
    (shop, sarah, paths)
}

pub async fn make_link(sarah: &mut Browser, path: &str, name: &str) -> String {
    let made = sarah.post(path, &[("name", name), ("do", "link")]).await;
    assert_eq!(made.status, 200, "{}", made.words());
    assert!(
        made.words().contains(&if name.is_empty() {
            "Send it to the person".to_owned()
        } else {
            format!("Send it to {name}.")
        }),
        "{}",
        made.words()
    );
    link_of(&made)
}

fn link_of(made: &Answer) -> String {
    let link = made.attributes("[data-copy]", "data-copy").remove(0);
    assert_eq!(made.headers["cache-control"], "no-store");
    let at = link.find("/for/").unwrap();
    link[at..].to_owned()
}

fn secrets(shop: &Shop) -> Vec<String> {
    shop.sandbox
        .supplier
        .esims()
        .into_iter()
        .map(|esim| esim.esim_qr)
        .collect()
}

#[tokio::test]
async fn a_traveller_opens_one_esim_by_a_link_and_sees_nothing_else() {
    let (shop, mut sarah, paths) = three().await;
    let link = make_link(&mut sarah, &paths[1], "Mia").await;
    let mut mia = shop.browser();
    let page = mia.get(&link).await;
    assert_eq!(page.status, 200);
    assert_eq!(page.text_of("h1").as_deref(), Some("For Mia"));
    for (name, value) in [
        ("cache-control", "no-store"),
        ("referrer-policy", "no-referrer"),
        ("x-robots-tag", "noindex"),
    ] {
        assert_eq!(page.headers[name], value);
    }
    let picture = page.attributes("img.qr", "src").remove(0);
    let code = camera::read(&mia.get(&picture).await.bytes);
    let all = secrets(&shop);
    assert!(all.contains(&code));
    assert_eq!(
        all.iter()
            .filter(|secret| page.body.contains(secret.as_str()))
            .count(),
        1,
        "one eSIM, and no other"
    );
    let number: String = shop.one("select order_number from orders").await;
    for hidden in [
        number.as_str(),
        BUYER,
        "$14.40",
        "$43.20",
        "/orders/",
        "hand-over",
    ] {
        assert!(
            !page.body.contains(hidden),
            "{hidden} on the traveller's page"
        );
    }
    for told in [
        "01 Install your eSIM",
        "02 Start your eSIM",
        "This eSIM can only be installed once",
        "Leave data roaming off on your home line",
    ] {
        assert!(page.words().contains(told), "{told}");
    }
    assert!(page.headers.get("set-cookie").is_none());
    assert_eq!(
        mia.get(&paths[1]).await.status,
        404,
        "the link is not the owner's page"
    );
    assert_eq!(mia.post(&paths[1], &[("do", "link")]).await.status, 404);
    // Who bought it sees the name wherever the eSIM is.
    for place in [
        paths[1].trim_end_matches("/hand-over").to_owned(),
        format!("{}/sheet", paths[1].trim_end_matches("/hand-over")),
    ] {
        assert!(
            sarah.get(&place).await.words().contains("For Mia"),
            "{place}"
        );
    }
    let kept: bool = shop
        .one("select bool_and(octet_length(token_hash) = 32) from esim_keys")
        .await;
    assert!(kept);
    logs::assert_without(&[
        link.trim_start_matches("/for/").to_owned(),
        "Mia".to_owned(),
    ]);
    shop.close().await;
}

#[tokio::test]
async fn on_an_iphone_the_traveller_installs_with_one_tap() {
    let (shop, mut sarah, paths) = three().await;
    let link = make_link(&mut sarah, &paths[0], "").await;
    let mut phone = shop.browser();
    phone.user_agent = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) \
                        AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 \
                        Safari/604.1"
        .to_owned();
    let page = phone.get(&link).await;
    assert_eq!(page.text_of("h1").as_deref(), Some("Your eSIM"));
    let tap = page.attributes("a[href^='https://esimsetup.apple.com/']", "href");
    assert_eq!(tap.len(), 1);
    assert!(secrets(&shop).iter().any(|code| tap[0].ends_with(code)));
    shop.close().await;
}

#[tokio::test]
async fn a_new_link_ends_the_old_one_and_a_link_can_be_ended_and_ends_by_itself() {
    let (shop, mut sarah, paths) = three().await;
    let mut mia = shop.browser();
    let first = make_link(&mut sarah, &paths[0], "Mia").await;
    let other = make_link(&mut sarah, &paths[1], "Noor").await;
    let second = make_link(&mut sarah, &paths[0], "Mia").await;
    assert_eq!(mia.get(&first).await.status, 404, "a new one ends it");
    assert_eq!(mia.get(&format!("{first}/qr.png")).await.status, 404);
    assert_eq!(
        (mia.get(&second).await.status, mia.get(&other).await.status),
        (200, 200)
    );
    assert!(
        sarah
            .get(&paths[0])
            .await
            .words()
            .contains("A link is active until")
    );
    let ended = sarah.post(&paths[0], &[("do", "end")]).await;
    assert_eq!(ended.status, 303);
    assert_eq!(
        (mia.get(&second).await.status, mia.get(&other).await.status),
        (404, 200)
    );
    assert!(
        !sarah
            .get(&paths[0])
            .await
            .words()
            .contains("A link is active until")
    );
    shop.pass(TimeDelta::days(60));
    assert_eq!(mia.get(&other).await.status, 404, "over");
    shop.rest(TimeDelta::days(2)).await;
    esim_storefront::flows::clean_up::run(&shop.app)
        .await
        .unwrap();
    assert_eq!(
        shop.one::<i64>("select count(*) from esim_keys where purpose <> 'top_up'")
            .await,
        0,
        "forgotten"
    );
    let told: Vec<String> =
        sqlx::query_scalar("select event from order_events where event like 'link%' order by id")
            .fetch_all(&shop.app.db)
            .await
            .unwrap();
    assert_eq!(told, ["link_made", "link_made", "link_made", "link_ended"]);
    shop.close().await;
}

#[tokio::test]
async fn pressing_twice_makes_one_link_that_works() {
    let (shop, sarah, paths) = three().await;
    let press = || {
        let form = [("name", "Mia"), ("do", "link")];
        let request = sarah
            .request(Method::POST, &paths[0])
            .header("sec-fetch-site", "same-origin")
            .form(&form);
        let jar: Vec<String> = sarah
            .cookies
            .iter()
            .map(|(k, v)| format!("{k}={v}"))
            .collect();
        let mut twin = shop.browser();
        async move { twin.send(request.header("cookie", jar.join("; "))).await }
    };
    let answers = futures_util::future::join_all((0..8).map(|_| press())).await;
    let mut working = 0;
    for answer in &answers {
        assert_eq!(answer.status, 200, "{}", answer.words());
        working += usize::from(shop.browser().get(&link_of(answer)).await.status == 200);
    }
    assert_eq!(working, 1, "the newest, and no other");
    shop.close().await;
}

#[tokio::test]
async fn a_link_to_an_esim_that_was_given_back_opens_nothing() {
    let mut sold = Sold::one().await;
    let path = format!(
        "/my-esims/{}/hand-over",
        sold.shop.owned(&sold.iccid).await.esim.id
    );
    let link = make_link(&mut sold.sarah, &path, "Mia").await;
    let mut mia = sold.shop.browser();
    assert_eq!(mia.get(&link).await.status, 200);
    sold.press_give_back(1440).await;
    sold.shop.settle().await;
    assert_eq!(
        (
            mia.get(&link).await.status,
            mia.get(&format!("{link}/qr.png")).await.status
        ),
        (404, 404)
    );
    sold.shop.close().await;
}

#[tokio::test]
async fn while_it_is_being_cancelled_no_link_is_made_and_none_opens() {
    let mut sold = Sold::one().await;
    let path = format!(
        "/my-esims/{}/hand-over",
        sold.shop.owned(&sold.iccid).await.esim.id
    );
    let link = make_link(&mut sold.sarah, &path, "Mia").await;
    sold.press_give_back(1440).await;
    let mut mia = sold.shop.browser();
    assert_eq!(
        (
            mia.get(&link).await.status,
            mia.get(&format!("{link}/qr.png")).await.status
        ),
        (404, 404),
        "before it has ended"
    );
    for wish in ["link", "phone"] {
        let refused = sold
            .sarah
            .post(&path, &[("name", "Mia"), ("do", wish)])
            .await;
        assert_eq!(
            (refused.status, refused.count("[data-copy]")),
            (409, 0),
            "{wish}"
        );
        assert!(
            refused
                .words()
                .contains("This eSIM is being cancelled or can no longer be used"),
            "{}",
            refused.words()
        );
    }
    assert!(
        !sold
            .sarah
            .get(&path)
            .await
            .attributes("button[name=do]", "value")
            .contains(&"link".to_owned()),
        "it is not offered"
    );
    assert_eq!(
        sold.shop
            .one::<i64>("select count(*) from esim_keys where purpose <> 'top_up'")
            .await,
        1,
        "the old one"
    );
    sold.shop.settle().await;
    sold.shop.close().await;
}

#[tokio::test]
async fn from_a_computer_the_page_is_opened_on_the_phone_for_a_quarter_of_an_hour() {
    let (shop, mut sarah, paths) = three().await;
    let order = sarah.get(paths[0].trim_end_matches("/hand-over")).await;
    assert_eq!(order.attributes("button[name=do]", "value"), ["phone"]);
    let made = sarah.post(&paths[0], &[("do", "phone")]).await;
    assert_eq!(made.status, 200);
    let picture = made.attributes("img.qr", "src").remove(0);
    let bytes = base64::Engine::decode(
        &base64::prelude::BASE64_STANDARD,
        picture.strip_prefix("data:image/png;base64,").unwrap(),
    )
    .unwrap();
    let link = camera::read(&bytes);
    assert!(
        link.starts_with(&format!("{}/for/", shop.url)),
        "it opens a page and holds no code"
    );
    let mut phone = shop.browser();
    assert_eq!(phone.get(&link).await.status, 200);
    let lasting = make_link(&mut sarah, &paths[0], "").await;
    assert_eq!(
        phone.get(&link).await.status,
        200,
        "a traveller's link leaves it alone"
    );
    shop.pass(TimeDelta::minutes(15));
    assert_eq!(
        (
            phone.get(&link).await.status,
            phone.get(&lasting).await.status
        ),
        (404, 200)
    );
    // On the phone itself there is nothing to hand over to a phone.
    sarah.user_agent = "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/131.0 \
                        Mobile Safari/537.36"
        .to_owned();
    let there = sarah.get(paths[0].trim_end_matches("/hand-over")).await;
    assert!(there.attributes("button[name=do]", "value").is_empty());
    // Inside another app nothing installs, and a cookie does not follow to the browser: a link
    // does.
    sarah.user_agent =
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 \
         Instagram 300.0".to_owned();
    let inside = sarah.get(paths[0].trim_end_matches("/hand-over")).await;
    assert_eq!(inside.attributes("button[name=do]", "value"), ["phone"]);
    let made = sarah.post(&paths[0], &[("do", "phone")]).await;
    let link = link_of(&made);
    let mut instagram = shop.browser();
    instagram.user_agent = sarah.user_agent.clone();
    assert!(
        instagram
            .get(&link)
            .await
            .attributes("[data-copy]", "data-copy")
            .iter()
            .any(|copied| copied.ends_with(&link))
    );
    shop.close().await;
}
