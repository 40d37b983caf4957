//! Several plans in one payment: what the trip's page shows is what is charged and booked, each
//! plan has its own fate, and a choice is not lost.

use std::collections::BTreeMap;

use chrono::{Days, TimeDelta};
use esim_storefront::domain::discount::Code;
use esim_storefront::domain::money::Money;
use esim_storefront::flows::refund_order::{Ask, carry_out, plan};
use sandbox::faults::{Fault, Rule};

use crate::codes::{WIDE, make, percent, plans_and_codes, session_of};
use crate::support::browser::Answer;
use crate::support::{BUYER, Browser, PLAN, PRICE, Shop};

const AUSTRIA: &str = "esimfx_1G_7D_AT";
const EUROPE: &str = "esimfx_5G_30D_EU";
/// Two countries, for which there are two plans.
const TRIP: &str = "/trip?q=Japan+5+days,+Austria+3+days&need=maps";

fn form<'a>(plans: &[(&'a str, &'a str)], more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
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
fn fields(page: &Answer, at: &str) -> Vec<(String, String)> {
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

async fn send(browser: &mut Browser, fields: &[(String, String)]) -> Answer {
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    browser.post("/checkout", &fields).await
}

const FORM: &str = "form[action='/checkout']";

fn usd(minor: i64) -> Money {
    Money::new(minor, "USD".parse().unwrap())
}

/// What Stripe's page lists: the price of one and how many, by name.
fn items(shop: &Shop) -> Vec<(String, i64, i64)> {
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

async fn lines(shop: &Shop) -> Vec<(String, i64, String)> {
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
async fn each_wrong_amount_is_422_at_its_plan_and_nothing_is_written() {
    let shop = Shop::open_with(WIDE).await;
    let mut noor = shop.browser();
    for (plans, at) in [
        (vec![(PLAN, "0"), (AUSTRIA, "1")], "#plan-1-error"),
        (vec![(PLAN, "1"), (AUSTRIA, "10")], "#plan-2-error"),
        (vec![(PLAN, "1"), (AUSTRIA, "")], "#plan-2-error"),
        (
            vec![(PLAN, "5"), (AUSTRIA, "1"), (PLAN, "5")],
            "#plan-1-error",
        ),
    ] {
        let answer = noor.post("/checkout", &form(&plans, &[])).await;
        assert_eq!(
            (answer.status, answer.text_of(at).as_deref()),
            (422, Some("Choose how many: 1 to 9.")),
            "{plans:?}"
        );
        assert!(answer.text_of("title").unwrap().starts_with("Error: "));
        assert_eq!(
            answer.attributes(".errors a", "href"),
            [at.replace("plan", "quantity").trim_end_matches("-error")]
        );
        assert_eq!(
            answer.attributes("input[name=product_id]", "value"),
            [PLAN, AUSTRIA],
            "nothing is lost"
        );
    }
    let uneven = noor
        .post(
            "/checkout",
            &[
                ("product_id", PLAN),
                ("product_id", AUSTRIA),
                ("quantity", "2"),
                ("device_ok", "yes"),
            ],
        )
        .await;
    assert_eq!(
        (uneven.status, uneven.text_of("#plan-2-error").is_some()),
        (422, true)
    );
    let single = noor
        .post(
            "/checkout",
            &[
                ("product_id", PLAN),
                ("quantity", "2"),
                ("quantity", "2"),
                ("device_ok", "yes"),
            ],
        )
        .await;
    assert_eq!(
        (single.status, single.text_of("#quantity-error").is_some()),
        (422, true)
    );
    let twice = noor
        .post("/checkout", &form(&[(PLAN, "5"), (PLAN, "5")], &[]))
        .await;
    assert_eq!(
        (twice.status, twice.text_of("#quantity-error").is_some()),
        (422, true)
    );
    assert_eq!(
        noor.post("/checkout", &form(&[], &[])).await.status,
        404,
        "no plan at all is no plan"
    );
    let plans: Vec<String> =
        sqlx::query_scalar("select product_id from products where withdrawn_at is null order by 1")
            .fetch_all(&shop.app.db)
            .await
            .unwrap();
    let plans: Vec<&str> = plans
        .iter()
        .map(String::as_str)
        .filter(|id| shop.app.catalogue.plan(id).is_some())
        .collect();
    let ten: Vec<(&str, &str)> = plans.iter().take(10).map(|plan| (*plan, "1")).collect();
    let many: Vec<(&str, &str)> = plans.iter().take(5).map(|plan| (*plan, "9")).collect();
    for (choice, words) in [(&ten, "up to 9 different plans"), (&many, "up to 36 eSIMs")] {
        let answer = noor.post("/checkout", &form(choice, &[])).await;
        assert!(
            answer.status == 422 && answer.text_of("#too-many").unwrap().contains(words),
            "{}",
            answer.words()
        );
    }
    let unsaid = noor
        .post(
            "/checkout",
            &[
                ("product_id", PLAN),
                ("quantity", "1"),
                ("product_id", AUSTRIA),
                ("quantity", "1"),
            ],
        )
        .await;
    assert_eq!(
        (unsaid.status, unsaid.text_of("#device-error").is_some()),
        (422, true)
    );
    assert_eq!(shop.one::<i64>("select count(*) from orders").await, 0);
    assert!(shop.sandbox.stripe.sessions().is_empty());
    // The most that one order holds.
    let most: Vec<(&str, &str)> = plans.iter().take(9).map(|plan| (*plan, "4")).collect();
    let id = session_of(&noor.post("/checkout", &form(&most, &[])).await);
    shop.sandbox.stripe.pay(&id, BUYER).unwrap();
    shop.settle().await;
    assert_eq!(
        shop.one::<i64>("select delivered_lines::bigint from ops.orders")
            .await,
        36
    );
    assert_eq!(
        shop.one::<i32>("select max(position) from ops.order_lines")
            .await,
        36
    );
    shop.close().await;
}

#[tokio::test]
async fn a_plan_that_is_gone_or_dearer_is_marked_and_the_rest_can_be_paid() {
    let shop = Shop::open().await;
    let mut noor = shop.browser();
    let both = form(&[(PLAN, "2"), (AUSTRIA, "1")], &[]);
    shop.sandbox.supplier.set_price_cents(PLAN, 2000);
    let dearer = noor.post("/checkout", &both).await;
    assert_eq!(dearer.status, 422);
    assert!(
        dearer
            .text_of("#plan-1-error")
            .unwrap()
            .contains("has just changed")
            && dearer.text_of("#plan-2-error").is_none()
    );
    assert_eq!(
        dearer.attributes("#quantity-1 option[selected]", "value"),
        ["2"],
        "nothing is lost"
    );
    shop.sandbox.supplier.set_on_sale(PLAN, false);
    let gone = noor.post("/checkout", &both).await;
    assert!(
        gone.status == 422
            && gone
                .text_of("#plan-1-error")
                .unwrap()
                .contains("no longer available")
    );
    let rest = fields(&gone, FORM);
    assert_eq!(
        rest.iter()
            .filter(|(name, _)| name == "product_id")
            .map(|(_, id)| id.as_str())
            .collect::<Vec<_>>(),
        [AUSTRIA]
    );
    assert_eq!(shop.one::<i64>("select count(*) from orders").await, 0);
    assert_eq!(
        send(&mut noor, &rest).await.status,
        303,
        "the rest can be paid"
    );
    // When the shelf knows, too, the name is still said.
    shop.sandbox.supplier.set_on_sale(AUSTRIA, true);
    esim_storefront::flows::sync::sync_catalogue(
        &shop.app.db,
        &shop.app.supplier,
        shop.app.clock.now(),
    )
    .await
    .unwrap();
    shop.app
        .catalogue
        .refresh(&shop.app.db, shop.app.clock.now())
        .await
        .unwrap();
    let later = noor.post("/checkout", &both).await;
    assert!(
        later.status == 422
            && later
                .text_of("#plan-1 b")
                .is_some_and(|name| !name.is_empty())
    );
    assert_eq!(
        noor.post(
            "/checkout",
            &form(&[("esimfx_no", "1"), ("esimfx_none", "1")], &[])
        )
        .await
        .status,
        404
    );
    shop.close().await;
}

#[tokio::test]
async fn a_price_that_is_no_longer_the_one_that_was_shown_is_told_and_not_charged() {
    let shop = Shop::open().await;
    let mut noor = shop.browser();
    let old = [("price_minor", "1300"), ("price_minor", "99999")];
    let answer = noor
        .post("/checkout", &form(&[(PLAN, "1"), (AUSTRIA, "1")], &old))
        .await;
    assert_eq!(answer.status, 422);
    assert!(
        answer
            .text_of("#plan-1-error")
            .unwrap()
            .contains("is now $14.40"),
        "{}",
        answer.words()
    );
    assert!(
        answer
            .text_of("#plan-2-error")
            .unwrap()
            .contains("is now $"),
        "cheaper is told as well"
    );
    let again = fields(&answer, FORM);
    let id = session_of(&send(&mut noor, &again).await);
    assert_eq!(
        answer.text_of(&format!("{FORM} .price-big")).unwrap(),
        usd(shop.session(&id)["amount_total"].as_i64().unwrap()).to_string()
    );
    shop.close().await;
}

#[tokio::test]
async fn who_turns_back_at_stripe_finds_the_choice_again_and_can_pay_or_change_it() {
    let shop = Shop::open().await;
    make(&shop, percent("SPRING", 10)).await;
    let mut noor = shop.browser();
    let first = session_of(
        &noor
            .post(
                "/checkout",
                &form(&[(PLAN, "2"), (EUROPE, "1")], &[("code", "spring")]),
            )
            .await,
    );
    let back = shop.session(&first)["cancel_url"]
        .as_str()
        .unwrap()
        .replace(&shop.url, "");
    let page = noor.get(&back).await;
    assert_eq!(page.status, 200);
    assert!(
        page.text_of("[role=status]")
            .unwrap()
            .contains("nothing was charged"),
        "{}",
        page.words()
    );
    assert!(page.body.contains("noindex"));
    assert_eq!(
        page.text_of(&format!("{FORM} .price-big")).unwrap(),
        usd(shop.session(&first)["amount_total"].as_i64().unwrap()).to_string()
    );
    let again = fields(&page, FORM);
    assert_eq!(
        session_of(&send(&mut noor, &again).await),
        first,
        "the same choice, the same page"
    );
    let changed: Vec<(String, String)> = again
        .iter()
        .map(|(name, value)| {
            (
                name.clone(),
                if value == "2" {
                    "3".to_owned()
                } else {
                    value.clone()
                },
            )
        })
        .collect();
    let second = session_of(&send(&mut noor, &changed).await);
    assert_ne!(first, second);
    // One is taken off: what is left is a plan of its own.
    let without = page.attributes(".choice .more", "href");
    let one = noor.get(&without[0]).await;
    assert_eq!(
        (one.status, one.location.as_deref()),
        (303, Some(format!("/plans/{EUROPE}?code=SPRING").as_str()))
    );
    assert_eq!(
        noor.get("/checkout").await.location.as_deref(),
        Some("/trip")
    );
    // An order that was not paid leads back to the choice, too.
    let order = shop.session(&second)["success_url"]
        .as_str()
        .unwrap()
        .replace(&shop.url, "");
    shop.sandbox.stripe.expire(&second).unwrap();
    shop.settle().await;
    let link = noor
        .get(&order)
        .await
        .attributes("[data-key=again] a", "href")
        .remove(0);
    assert_eq!(
        link,
        format!("/checkout?product_id={PLAN}&quantity=3&product_id={EUROPE}&quantity=1")
    );
    assert_eq!(noor.get(&link).await.count(FORM), 1);
    shop.close().await;
}

#[tokio::test]
async fn a_trip_that_is_too_far_away_is_told_and_bought_all_the_same_when_that_is_said() {
    let shop = Shop::open().await;
    let mut noor = shop.browser();
    let day = |days: u64| shop.app.clock.now().date_naive() + Days::new(days);
    let page = noor
        .get(&format!("{TRIP}&from={}&to={}", day(75), day(82)))
        .await;
    assert!(
        page.text_of("#early-0")
            .unwrap()
            .contains("must be started by"),
        "{}",
        page.words()
    );
    let sent = fields(&page, FORM);
    assert_eq!(
        sent.iter().filter(|(name, _)| name == "first_day").count(),
        2,
        "each plan has its own day"
    );
    let warned = send(&mut noor, &sent).await;
    assert!(warned.status == 422 && warned.text_of("#early-0").is_some());
    let kept = fields(&warned, FORM);
    assert_eq!(
        kept.iter()
            .filter(|(name, _)| name == "first_day")
            .collect::<Vec<_>>(),
        sent.iter()
            .filter(|(name, _)| name == "first_day")
            .collect::<Vec<_>>()
    );
    let anyway: Vec<(String, String)> = kept
        .into_iter()
        .chain([("anyway".to_owned(), "yes".to_owned())])
        .collect();
    let id = session_of(&send(&mut noor, &anyway).await);
    assert!(
        shop.session(&id)["cancel_url"]
            .as_str()
            .unwrap()
            .contains(&format!("first_day={}", day(75)))
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

#[tokio::test]
async fn two_hundred_mixes_are_charged_and_booked_as_they_were_shown() {
    let shop = Shop::open_with(WIDE).await;
    let plans = plans_and_codes(&shop, 6000).await;
    let mut paid = 0;
    for n in 0..200_usize {
        let mut query = format!(
            "code={}",
            if n % 5 == 0 {
                String::new()
            } else {
                format!("CODE{}", (n * 13) % 40)
            }
        );
        for at in 0..2 + n % 3 {
            let (plan, quantity) = (
                &plans[(n * 7 + at * (1 + n % 4)) % plans.len()],
                [1, 2, 1, 3, 1][(n + at) % 5],
            );
            query.push_str(&format!("&product_id={plan}&quantity={quantity}"));
        }
        let mut buyer = shop.browser();
        let page = buyer.get(&format!("/checkout?{query}")).await;
        if page.status == 303 {
            continue;
        }
        let shown = page.text_of(&format!("{FORM} .price-big")).unwrap();
        let answer = send(&mut buyer, &fields(&page, FORM)).await;
        if answer.status == 422 {
            assert!(
                answer
                    .text_of("#code-error-0")
                    .unwrap()
                    .contains("lowest price"),
                "{n}: {}",
                answer.words()
            );
            continue;
        }
        let id = session_of(&answer);
        let charged = shop.session(&id)["amount_total"].as_i64().unwrap();
        assert_eq!(shown, usd(charged).to_string(), "{n}: {query}");
        assert_eq!(
            items(&shop)
                .iter()
                .map(|(_, unit, quantity)| unit * quantity)
                .sum::<i64>(),
            charged
        );
        shop.sandbox
            .stripe
            .pay(&id, &format!("buyer{n}@traveller.example"))
            .unwrap();
        paid += 1;
    }
    assert!(paid > 140, "{paid}");
    shop.settle().await;
    let wrong: i64 = shop
        .one(
            "select count(*) from ops.orders o
             where o.total_minor <> (select sum(price_minor) from ops.order_lines l
               where l.order_number = o.order_number)
               or o.total_minor <> (select captured_minor from ops.books b
                 where b.order_number = o.order_number)
               or exists (select from ops.books b where b.order_number = o.order_number
                 and (b.mismatch is not null or b.captured_minor < b.cost_minor))",
        )
        .await;
    assert_eq!(wrong, 0);
    assert_eq!(
        shop.one::<i64>(
            "select count(*) from ops.orders where payment_state = 'paid'
             and delivery_state = 'delivered'"
        )
        .await,
        paid
    );
    shop.close().await;
}

#[tokio::test]
async fn two_presses_at_once_for_a_mix_open_one_page_and_another_order_of_the_plans_is_another_wish()
 {
    let shop = Shop::open().await;
    let noor = shop.browser();
    let (mut left, mut right) = (noor.clone(), noor.clone());
    let cookie = left
        .post("/checkout", &form(&[(PLAN, "1"), (AUSTRIA, "1")], &[]))
        .await;
    right.cookies.clone_from(&left.cookies);
    assert_eq!(cookie.status, 303);
    let mix = form(&[(PLAN, "2"), (AUSTRIA, "2")], &[]);
    let (one, two) = tokio::join!(left.post("/checkout", &mix), right.post("/checkout", &mix));
    assert_eq!(session_of(&one), session_of(&two));
    // The same number of lines and the same total are not the same plans.
    let other = left
        .post("/checkout", &form(&[(PLAN, "3"), (AUSTRIA, "1")], &[]))
        .await;
    assert_ne!(session_of(&other), session_of(&one));
    shop.sandbox.supplier.faults.push(Rule::once(
        "get_product",
        Fault::Status {
            status: 503,
            body: String::new(),
        },
    ));
    assert_eq!(
        left.post("/checkout", &form(&[(PLAN, "1"), (EUROPE, "1")], &[]))
            .await
            .status,
        303,
        "a young catalogue bridges a silent supplier"
    );
    shop.settle().await;
    shop.close().await;
}
