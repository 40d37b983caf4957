//! Reminders of plans that must be started soon: in time, once, never by night, and not for what
//! has started or was given back.

use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use domain::money::{Currency, Money};
use esim_storefront::flows::{cancel, remind};
use sandbox::faults::{Fault, Rule};
use sandbox::mailbox::Mail;

use crate::support::{BUYER, Browser, PLAN, PRICE, Shop};

const DAY: TimeDelta = TimeDelta::days(1);

/// Sarah has bought with a card that is billed in this country, and has not started.
async fn sold_in(country: &str) -> (Shop, Browser) {
    let shop = Shop::open().await;
    shop.sandbox.stripe.set_billing_country(country);
    let mut sarah = shop.browser();
    shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    // A webhook would tell of what the reminders must find out by themselves.
    shop.sandbox.supplier.set_webhook_url("http://127.0.0.1:9/");
    (shop, sarah)
}

async fn start_by(shop: &Shop) -> DateTime<Utc> {
    shop.one("select start_by from packages").await
}

fn pass_until(shop: &Shop, then: DateTime<Utc>) {
    shop.pass(then - shop.app.clock.now());
}

/// The next moment at which it is this time of day in UTC.
fn next(shop: &Shop, hour: u32, minute: u32) -> DateTime<Utc> {
    let now = shop.app.clock.now();
    let today = now
        .date_naive()
        .and_time(NaiveTime::from_hms_opt(hour, minute, 0).unwrap())
        .and_utc();
    if today > now { today } else { today + DAY }
}

fn reminders(shop: &Shop) -> Vec<Mail> {
    shop.sandbox
        .mailbox
        .messages_to(BUYER)
        .into_iter()
        .filter(|m| m.subject.starts_with("Start your eSIM by"))
        .collect()
}

async fn queued(shop: &Shop) -> i64 {
    shop.one("select count(*) from mails where kind like 'start_by%'")
        .await
}

/// A round now, and whatever it queued, be it for the morning.
async fn round(shop: &Shop) {
    remind::run(&shop.app).await.unwrap();
    shop.rest(DAY).await;
}

#[tokio::test]
async fn a_plan_that_waits_is_remembered_14_3_and_1_days_before_and_each_once() {
    let (shop, mut sarah) = sold_in("US").await;
    let start_by = start_by(&shop).await;
    pass_until(&shop, start_by - DAY * 14 - TimeDelta::hours(1));
    round(&shop).await;
    assert_eq!(reminders(&shop).len(), 0, "too early");
    for (days, sent, words) in [
        (14, 1, "days are left."),
        (3, 2, "days are left."),
        (1, 3, "is"),
    ] {
        pass_until(&shop, start_by - DAY * days + TimeDelta::minutes(1));
        round(&shop).await;
        round(&shop).await;
        let mails = reminders(&shop);
        assert_eq!(mails.len(), sent, "{days} days before");
        let day = start_by.format("%-d %b %Y").to_string();
        let mail = mails.last().unwrap();
        assert!(
            mail.subject.contains(&day) && mail.text.contains(words),
            "{}",
            mail.text
        );
        assert!(
            mail.text
                .contains("it may start automatically and use up its days, or stop working")
                && mail.text.contains("/orders/")
                && mail.text.contains("?key="),
            "{}",
            mail.text
        );
    }
    let first = reminders(&shop).remove(0);
    let links: Vec<&str> = first
        .text
        .split_whitespace()
        .filter_map(|word| word.strip_prefix(&shop.url))
        .collect();
    assert!(
        links[0].contains("?key=") && links[1].ends_with("/give-back"),
        "to install it, or to give it back while that is allowed: {links:?}"
    );
    assert_eq!(
        (
            sarah.get(links[0]).await.status,
            sarah.get(links[1]).await.status
        ),
        (303, 200),
        "the key, then its page"
    );
    shop.close().await;
}

#[tokio::test]
async fn only_the_most_urgent_reminder_is_sent_when_the_others_were_missed() {
    let (shop, _) = sold_in("US").await;
    let iccid = shop.sandbox.supplier.esims()[0].iccid.clone();
    shop.sandbox.supplier.install(&iccid);
    pass_until(&shop, start_by(&shop).await - TimeDelta::hours(23));
    round(&shop).await;
    round(&shop).await;
    assert!(
        reminders(&shop)[0]
            .text
            .contains("It is already on your phone: leave it there."),
        "it can be installed only once"
    );
    let kinds: Vec<String> =
        sqlx::query_scalar("select kind from mails where kind like 'start_by%'")
            .fetch_all(&shop.app.db)
            .await
            .unwrap();
    assert_eq!(kinds, ["start_by_1"]);
    shop.close().await;
}

#[tokio::test]
async fn a_plan_that_has_started_is_not_remembered_though_no_webhook_told_of_it() {
    let (shop, _) = sold_in("US").await;
    let iccid = shop.sandbox.supplier.esims()[0].iccid.clone();
    pass_until(&shop, start_by(&shop).await - DAY * 13);
    shop.sandbox.supplier.arrive(&iccid).unwrap();
    round(&shop).await;
    assert_eq!(queued(&shop).await, 0);
    shop.close().await;
}

#[tokio::test]
async fn a_plan_that_starts_while_its_reminder_waits_for_the_morning_is_left_alone() {
    let (shop, _) = sold_in("JP").await;
    let iccid = shop.sandbox.supplier.esims()[0].iccid.clone();
    pass_until(&shop, start_by(&shop).await - DAY * 10);
    pass_until(&shop, next(&shop, 15, 0));
    remind::run(&shop.app).await.unwrap();
    assert_eq!(queued(&shop).await, 1);
    shop.sandbox.supplier.arrive(&iccid).unwrap();
    shop.rest(DAY).await;
    assert_eq!(reminders(&shop).len(), 0, "there was nothing left to tell");
    shop.close().await;
}

#[tokio::test]
async fn nobody_is_woken_at_night() {
    let (shop, _) = sold_in("JP").await;
    let country: String = shop.one("select customer_country from orders").await;
    assert_eq!(country, "JP");
    pass_until(&shop, start_by(&shop).await - DAY * 10);
    pass_until(&shop, next(&shop, 15, 0));
    remind::run(&shop.app).await.unwrap();
    shop.settle().await;
    assert_eq!(
        (queued(&shop).await, reminders(&shop).len()),
        (1, 0),
        "midnight in Tokyo"
    );
    pass_until(&shop, next(&shop, 22, 58));
    shop.settle().await;
    assert_eq!(
        reminders(&shop).len(),
        0,
        "just before eight in the morning"
    );
    shop.pass(TimeDelta::minutes(3));
    shop.settle().await;
    assert_eq!(reminders(&shop).len(), 1, "eight in the morning");
    shop.close().await;
}

#[tokio::test]
async fn while_the_supplier_is_silent_a_reminder_waits_but_not_on_the_last_day() {
    let (shop, _) = sold_in("US").await;
    let start_by = start_by(&shop).await;
    shop.sandbox.supplier.faults.push(Rule::always(
        "get_esim_orders",
        Fault::Status {
            status: 503,
            body: String::new(),
        },
    ));
    pass_until(&shop, start_by - DAY * 13);
    round(&shop).await;
    assert_eq!(
        queued(&shop).await,
        0,
        "nobody knows whether it has started"
    );
    shop.sandbox.supplier.faults.clear();
    remind::run(&shop.app).await.unwrap();
    assert_eq!(queued(&shop).await, 1, "an hour later it is known");
    shop.rest(DAY).await;
    shop.sandbox.supplier.faults.push(Rule::always(
        "get_esim_orders",
        Fault::Status {
            status: 503,
            body: String::new(),
        },
    ));
    pass_until(&shop, start_by - TimeDelta::hours(23));
    round(&shop).await;
    assert_eq!(
        reminders(&shop).len(),
        2,
        "better once too often than a plan that lapses"
    );
    shop.sandbox.supplier.faults.clear();
    shop.close().await;
}

#[tokio::test]
async fn what_was_given_back_is_not_remembered() {
    let (shop, _) = sold_in("US").await;
    let iccid = shop.sandbox.supplier.esims()[0].iccid.clone();
    let line_id: uuid::Uuid = shop.one("select id from lines").await;
    cancel::ask(&shop.app, &iccid, line_id, Money::new(PRICE, Currency::USD))
        .await
        .unwrap();
    shop.settle().await;
    pass_until(&shop, start_by(&shop).await - DAY * 13);
    round(&shop).await;
    assert_eq!(queued(&shop).await, 0);
    shop.close().await;
}

#[tokio::test]
async fn a_held_order_is_not_written_about() {
    let (shop, _) = sold_in("US").await;
    let intent = shop.sandbox.stripe.payment_intents()[0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    shop.sandbox.stripe.dispute(&intent).unwrap();
    shop.settle().await;
    pass_until(&shop, start_by(&shop).await - DAY * 13);
    round(&shop).await;
    assert_eq!(queued(&shop).await, 0);
    shop.close().await;
}
