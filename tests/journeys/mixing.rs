//! Several plans in one payment: what the trip's page shows is what is charged and booked, each
//! plan has its own fate, and a choice is not lost.

use crate::codes::{make, percent, session_of};
use crate::support::browser::Answer;
use crate::support::{BUYER, Browser, PLAN, PRICE, Shop};
use chrono::TimeDelta;
use domain::discount::Code;
use domain::money::Money;
use esim_storefront::flows::refund_order::{Ask, carry_out, plan};
use std::collections::BTreeMap;

pub const AUSTRIA: &str = "esimfx_1G_7D_AT";

pub const EUROPE: &str = "esimfx_5G_30D_EU";

/// Two countries, for which there are two plans.
pub const TRIP: &str = "/trip?q=Japan+5+days,+Austria+3+days&need=maps";

pub fn form<'a>(
    plans: &[(&'a str, &'a str)],
    more: &[(&'a str, &'a str)],
) -> Vec<(&'a str, &'a str)> {
    let plans = plans
        .iter()
        .flat_map(|(plan, quantity)| [("product_id", *plan), ("quantity", *quantity)]);
    plans
        .chain([("device_ok", "yes")])
        .chain(more.iter().copied())
        .collect()
}

/// What a form on a page would send: its fields in their order, the chosen option of each list, and
/// its button.
pub fn fields(page: &Answer, at: &str) -> Vec<(String, String)> {
    let html = scraper::Html::parse_document(&page.body);
    let all = scraper::Selector::parse(&format!("{at} input, {at} select")).unwrap();
    let chosen = scraper::Selector::parse("option[selected]").unwrap();
    let sent = |field: scraper::ElementRef<'_>| {
        let value = match field.value().name() {
            "select" => field.select(&chosen).next()?.value().attr("value")?,
            _ if field.value().attr("type") == Some("checkbox")
                && field.value().attr("checked").is_none() =>
            {
                return None;
            }
            _ => field.value().attr("value").unwrap_or_default(),
        };
        Some((field.value().attr("name")?.to_owned(), value.to_owned()))
    };
    html.select(&all)
        .filter_map(sent)
        .chain([("device_ok".to_owned(), "yes".to_owned())])
        .collect()
}

pub async fn send(browser: &mut Browser, fields: &[(String, String)]) -> Answer {
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    browser.post("/checkout", &fields).await
}

pub const FORM: &str = "form[action='/checkout']";

pub fn usd(minor: i64) -> Money {
    Money::new(minor, "USD".parse().unwrap())
}

/// What Stripe's page lists: the price of one and how many, by name.
pub fn items(shop: &Shop) -> Vec<(String, i64, i64)> {
    let calls = shop.sandbox.stripe.calls("/v1/checkout/sessions");
    let form: BTreeMap<String, String> =
        url::form_urlencoded::parse(calls.last().unwrap().body.as_bytes())
            .into_owned()
            .collect();
    let of = |n: usize, field: &str| form.get(&format!("line_items[{n}]{field}")).cloned();
    (0..36)
        .map_while(|n| {
            let (name, unit) = (
                of(n, "[price_data][product_data][name]")?,
                of(n, "[price_data][unit_amount]")?,
            );
            Some((
                name,
                unit.parse().unwrap(),
                of(n, "[quantity]")?.parse().unwrap(),
            ))
        })
        .collect()
}

pub async fn lines(shop: &Shop) -> Vec<(String, i64, String)> {
    sqlx::query_as(
        "select product_id, price_minor, state from ops.order_lines order by order_number, position")
        .fetch_all(&shop.app.db)
        .await
        .unwrap()
}

#[tokio::test]
async fn what_a_trips_page_shows_for_three_is_charged_delivered_and_booked() {
    let shop = Shop::open().await;
    let mut noor = shop.browser();
    let page = noor.get(&TRIP.replace("days&", "days,+3+people&")).await;
    assert_eq!(
        page.count(FORM),
        1,
        "the way of several plans is paid here, the others on their plan's page: {}",
        page.words()
    );
    assert_eq!(
        page.text_of(&format!("{FORM} .cost .small")).unwrap(),
        "6 eSIMs, one payment"
    );
    assert!(page.text_of(FORM).unwrap().contains("*#06#") && page.text_of("#consent-0").is_some());
    let shown = page.text_of(&format!("{FORM} .price-big")).unwrap();
    let sent = fields(&page, FORM);
    let id = session_of(&send(&mut noor, &sent).await);
    let total = shop.session(&id)["amount_total"].as_i64().unwrap();
    assert_eq!(shown, usd(total).to_string());
    let listed = items(&shop);
    assert_eq!(listed.len(), 2, "one for each plan: {listed:?}");
    assert!(
        listed.iter().all(|(_, _, quantity)| *quantity == 3)
            && listed[0].0.starts_with("Japan")
            && !listed[1].0.starts_with("Japan")
    );
    assert_eq!(
        listed
            .iter()
            .map(|(_, unit, quantity)| unit * quantity)
            .sum::<i64>(),
        total
    );
    shop.sandbox.stripe.pay(&id, BUYER).unwrap();
    shop.settle().await;
    let booked = lines(&shop).await;
    assert_eq!(
        (booked.len(), booked.iter().map(|line| line.1).sum::<i64>()),
        (6, total)
    );
    assert!(booked.iter().all(|line| line.2 == "delivered"));
    assert_eq!(
        shop.one::<i64>("select captured_minor from ops.books")
            .await,
        total
    );
    assert_eq!(
        shop.one::<i64>("select count(distinct idempotency_key) from lines")
            .await,
        6
    );
    let order = noor
        .get(
            &shop.session(&id)["success_url"]
                .as_str()
                .unwrap()
                .replace(&shop.url, ""),
        )
        .await;
    let words = order.words();
    assert!(
        words.contains("eSIM 1: Japan") && words.contains("eSIM 6: "),
        "each with its plan: {words}"
    );
    let mail = shop.sandbox.mailbox.messages().pop().unwrap();
    assert!(
        mail.text.contains("eSIM 1: Japan") && mail.text.contains("eSIM 4: "),
        "{}",
        mail.text
    );
    shop.close().await;
}

#[tokio::test]
async fn of_two_plans_for_two_travellers_one_of_each_is_for_the_buyers_own_phone() {
    let shop = Shop::open().await;
    let mut noor = shop.browser();
    let id = session_of(
        &noor
            .post("/checkout", &form(&[(PLAN, "2"), (AUSTRIA, "2")], &[]))
            .await,
    );
    shop.sandbox.stripe.pay(&id, BUYER).unwrap();
    shop.settle().await;
    let path = shop.session(&id)["success_url"]
        .as_str()
        .unwrap()
        .replace(&shop.url, "");
    let family = format!("{path}/family");
    let wishes = |page: &Answer, of: &str| {
        page.attributes(&format!("button[name=do][value^={of}-]"), "value")
    };
    let mine = "select coalesce(array_agg(l.position order by l.position), '{}') from esims e
                join lines l on l.id = e.line_id where e.mine";
    assert_eq!(
        wishes(&noor.get(&path).await, "mine"),
        ["mine-1", "mine-2", "mine-3", "mine-4"]
    );
    assert_eq!(noor.post(&family, &[("do", "mine-1")]).await.status, 303);
    let page = noor.get(&path).await;
    assert_eq!(
        wishes(&page, "mine"),
        ["mine-3", "mine-4"],
        "the other plan is for the same phone, too: {}",
        page.words()
    );
    assert_eq!(noor.post(&family, &[("do", "mine-3")]).await.status, 303);
    assert_eq!(shop.one::<Vec<i32>>(mine).await, [1, 3]);
    let page = noor.get(&path).await;
    assert_eq!(
        (wishes(&page, "mine").len(), wishes(&page, "nobody")),
        (0, vec!["nobody-1".to_owned(), "nobody-3".to_owned()])
    );
    let made = noor.post(&family, &[("do", "send-all")]).await;
    assert_eq!(
        made.attributes("#links", "data-of"),
        ["2,4"],
        "what is one's own is sent to nobody"
    );
    assert_eq!(noor.post(&family, &[("do", "nobody-1")]).await.status, 303);
    assert_eq!(shop.one::<Vec<i32>>(mine).await, [3], "the other stays");
    shop.close().await;
}

#[tokio::test]
async fn one_of_each_plan_is_one_travellers_and_reads_so() {
    let shop = Shop::open().await;
    let mut noor = shop.browser();
    let id = session_of(
        &noor
            .post("/checkout", &form(&[(PLAN, "1"), (AUSTRIA, "1")], &[]))
            .await,
    );
    shop.sandbox.stripe.pay(&id, BUYER).unwrap();
    shop.settle().await;
    let page = noor
        .get(
            &shop.session(&id)["success_url"]
                .as_str()
                .unwrap()
                .replace(&shop.url, ""),
        )
        .await;
    assert_eq!(page.text_of("h1").unwrap(), "Your 2 eSIMs are ready");
    assert!(
        page.words().contains("One for each part of your trip"),
        "{}",
        page.words()
    );
    assert_eq!(
        page.count("#to-whom"),
        0,
        "nobody is asked whom they are for"
    );
    assert_eq!(page.count(".who > li > details"), 2);
    let titles = page.text_of(".who").unwrap();
    assert!(
        titles.contains("Japan · 10 GB · 7 days")
            && titles.contains("Austria · 1 GB · 7 days")
            && titles.contains("start by"),
        "{titles}"
    );
    let mail = shop.sandbox.mailbox.messages().pop().unwrap();
    assert!(
        mail.text.contains("One eSIM for each part of your trip")
            && !mail.text.contains("One eSIM for each phone"),
        "{}",
        mail.text
    );
    let mine = noor.get("/my-esims").await;
    assert!(mine.status == 200);
    shop.close().await;
}

#[tokio::test]
async fn of_two_plans_one_is_refused_and_refunded_and_the_other_delivered_and_one_line_can_be_sent_back()
 {
    let shop = Shop::open().await;
    let mut noor = shop.browser();
    let id = session_of(
        &noor
            .post("/checkout", &form(&[(PLAN, "2"), (AUSTRIA, "1")], &[]))
            .await,
    );
    shop.sandbox.supplier.set_on_sale(AUSTRIA, false);
    shop.sandbox.stripe.pay(&id, BUYER).unwrap();
    shop.rest(TimeDelta::hours(3)).await;
    let states: Vec<String> = lines(&shop).await.into_iter().map(|line| line.2).collect();
    assert_eq!(states, ["delivered", "delivered", "refused"]);
    let austria = lines(&shop).await[2].1;
    assert_eq!(
        shop.one::<i64>("select refunded_minor from ops.books")
            .await,
        austria
    );
    let page = noor
        .get(
            &shop.session(&id)["success_url"]
                .as_str()
                .unwrap()
                .replace(&shop.url, ""),
        )
        .await;
    assert!(
        page.words().contains("2 of your 3 eSIMs are ready"),
        "{}",
        page.words()
    );
    assert!(
        page.words().contains("Austria · 1 GB · 7 days"),
        "what was refunded has its name"
    );
    let order: uuid::Uuid = shop.one("select id from orders").await;
    let ask = Ask {
        lines: vec![2],
        reason: "a present".to_owned(),
        ..Ask::default()
    };
    let one = plan(&shop.app, order, &ask).await.unwrap();
    assert_eq!(
        one.lines
            .iter()
            .map(|line| (line.position, line.sent))
            .collect::<Vec<_>>(),
        [(2, PRICE)]
    );
    carry_out(&shop.app, &one, "ada").await.unwrap();
    shop.rest(TimeDelta::hours(1)).await;
    assert_eq!(
        shop.one::<i64>("select refunded_minor from ops.books")
            .await,
        austria + PRICE
    );
    shop.close().await;
}

#[tokio::test]
async fn a_code_in_a_link_counts_on_the_trips_page_for_what_it_is_for() {
    let shop = Shop::open().await;
    make(
        &shop,
        Code {
            products: vec![PLAN.to_owned()],
            minimum: Some(usd(1500)),
            ..percent("JAPAN", 10)
        },
    )
    .await;
    let mut noor = shop.browser();
    let sent = form(&[(PLAN, "1"), (AUSTRIA, "2")], &[("code", "japan")]);
    let id = session_of(&noor.post("/checkout", &sent).await);
    let off: Vec<i64> =
        sqlx::query_scalar("select discount_minor from ops.order_lines order by position")
            .fetch_all(&shop.app.db)
            .await
            .unwrap();
    assert_eq!(
        off,
        [144, 0, 0],
        "the minimum is the whole order's, the discount that of its plan"
    );
    assert!(shop.session(&id)["amount_total"].as_i64().unwrap() < PRICE + 10_000);
    let refused = noor
        .post(
            "/checkout",
            &form(&[(EUROPE, "1"), (AUSTRIA, "2")], &[("code", "japan")]),
        )
        .await;
    assert!(
        refused.status == 422
            && refused
                .text_of("#code-error-0")
                .unwrap()
                .contains("isn’t valid for these plans")
    );
    make(&shop, percent("SPRING", 10)).await;
    let plain = noor.get(TRIP).await;
    let with = noor.get(&format!("{TRIP}&code=spring")).await;
    assert_eq!(with.headers["cache-control"], "private, no-store");
    assert!(with.text_of("#code-applied-0").unwrap().contains("SPRING"));
    let shown = with.text_of(&format!("{FORM} .price-big")).unwrap();
    assert_ne!(
        Some(&shown),
        plain.text_of(&format!("{FORM} .price-big")).as_ref()
    );
    let id = session_of(&send(&mut noor, &fields(&with, FORM)).await);
    assert_eq!(
        shown,
        usd(shop.session(&id)["amount_total"].as_i64().unwrap()).to_string()
    );
    shop.close().await;
}
