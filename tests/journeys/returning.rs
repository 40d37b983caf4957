//! Coming back to the very page: a sign-in leads to where it began, and the mails of an eSIM lead
//! to its page with a key.

use crate::support::living::Sold;
use crate::support::{BUYER, Browser, Shop};

const FRIEND: &str = "mia@traveller.example";

/// Asks on a page that shows the sign-in form, follows the mailed link, and presses; where that
/// ends.
async fn signs_in_from(
    shop: &Shop,
    browser: &mut Browser,
    path: &str,
    return_to: Option<&str>,
) -> String {
    let page = browser.get(path).await;
    let offered = page.attributes("main form input[name=return_to]", "value");
    let return_to = return_to.map_or_else(|| offered[0].clone(), str::to_owned);
    let action = page.attributes("main form", "action").remove(0);
    let asked = browser
        .post(&action, &[("email", BUYER), ("return_to", &return_to)])
        .await;
    assert_eq!(asked.status, 200, "{}", asked.words());
    shop.settle().await;
    let mail = shop
        .sandbox
        .mailbox
        .messages_to(BUYER)
        .into_iter()
        .rfind(|mail| mail.text.contains("/login/"))
        .unwrap();
    let link = mail
        .text
        .split_whitespace()
        .find(|word| word.contains("/login/"))
        .unwrap();
    let path = link.strip_prefix(&shop.url).unwrap();
    let form = browser
        .get(path)
        .await
        .attributes("main form", "action")
        .remove(0);
    let entered = browser.post(&form, &[]).await;
    assert_eq!(entered.status, 303);
    entered.location.unwrap()
}

#[tokio::test]
async fn a_sign_in_leads_back_to_the_page_on_which_it_began() {
    let sold = Sold::one().await;
    let esim = format!("/my-esims/{}", sold.shop.owned(&sold.iccid).await.esim.id);
    let code = sold.shop.sandbox.supplier.esims()[0].esim_qr.clone();
    let order = sold.bought.page.clone();
    for path in [
        order.clone(),
        esim.clone(),
        format!("{esim}/top-up"),
        format!("/de{order}"),
    ] {
        let mut laptop = sold.shop.browser();
        let back = signs_in_from(&sold.shop, &mut laptop, &path, None).await;
        assert_eq!(back, path);
        let page = laptop.get(&back).await;
        assert_eq!(page.status, 200);
        assert!(
            path.ends_with("top-up") || page.body.contains(&code),
            "{path}"
        );
    }
    sold.shop.settle().await;
    sold.shop.close().await;
}

#[tokio::test]
async fn a_sign_in_leads_to_no_other_site_and_to_no_page_that_is_not_the_travellers() {
    let sold = Sold::one().await;
    for elsewhere in [
        "https://evil.example/orders/a",
        "//evil.example",
        "/orders/../logout",
        "/de/orders/a",
        "",
    ] {
        let mut laptop = sold.shop.browser();
        assert_eq!(
            signs_in_from(&sold.shop, &mut laptop, &sold.bought.page, Some(elsewhere)).await,
            "/my-esims",
            "{elsewhere}"
        );
    }
    sold.shop.close().await;
}

/// The first link of the newest mail about this.
fn first_link(shop: &Shop, to: &str, subject: &str) -> String {
    let mail = shop
        .sandbox
        .mailbox
        .messages_to(to)
        .into_iter()
        .rfind(|mail| mail.subject.contains(subject))
        .unwrap();
    let html = mail
        .html
        .split("href=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned();
    let text = mail
        .text
        .split_whitespace()
        .find(|word| word.starts_with("http"))
        .unwrap()
        .to_owned();
    assert_eq!(html, text, "both parts lead with the same");
    html.strip_prefix(&shop.url).unwrap().to_owned()
}

#[tokio::test]
async fn the_mail_of_a_top_up_opens_the_esims_page_in_any_browser() {
    let sold = Sold::one().await;
    sold.shop.top_up(&sold.iccid).await;
    sold.shop.settle().await;
    let link = first_link(&sold.shop, BUYER, "top-up is ready");
    let mut phone = sold.shop.browser();
    let opened = phone.get(&link).await;
    assert_eq!(
        (opened.status, opened.location.as_deref()),
        (303, Some(sold.bought.page.as_str()))
    );
    let page = phone.get(&sold.bought.page).await;
    assert!(
        page.body
            .contains(&sold.shop.sandbox.supplier.esims()[0].esim_qr),
        "{}",
        page.words()
    );
    sold.shop.close().await;
}

#[tokio::test]
async fn who_tops_up_somebody_elses_esim_gets_a_key_to_the_top_up_alone() {
    let sold = Sold::one().await;
    let topup = sold.shop.begin_topup(&sold.iccid).await;
    sold.shop
        .sandbox
        .stripe
        .pay(&topup.session_id, FRIEND)
        .unwrap();
    sold.shop.settle().await;
    let link = first_link(&sold.shop, FRIEND, "top-up is ready");
    let mut phone = sold.shop.browser();
    assert_eq!(
        phone.get(&link).await.location.as_deref(),
        Some(topup.page.as_str())
    );
    let page = phone.get(&topup.page).await;
    assert_eq!(
        page.text_of("h1").as_deref(),
        Some("Your top-up is on your eSIM")
    );
    assert!(
        !page.body.contains("/my-esims/"),
        "the eSIM is not theirs: {}",
        page.words()
    );
    let order = phone.get_json(&sold.bought.page).await;
    assert!(order["lines"][0]["activation_code"].is_null());
    sold.shop.close().await;
}

#[tokio::test]
async fn the_mail_that_the_esim_is_live_opens_its_page_in_any_browser() {
    let sold = Sold::one().await;
    sold.shop.sandbox.supplier.arrive(&sold.iccid).unwrap();
    sold.shop.settle().await;
    let link = first_link(&sold.shop, BUYER, "connected");
    let mut phone = sold.shop.browser();
    phone.get(&link).await;
    assert_eq!(
        phone
            .get(&sold.bought.page)
            .await
            .attributes("[data-phase]", "data-phase"),
        ["landed"]
    );
    sold.shop.close().await;
}
