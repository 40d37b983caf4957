//! The mails of an order and of its eSIM: what each says, when it is sent, and that it is sent
//! once.

use crate::support::{BUYER, Bought, Browser, PLAN, PRICE, Shop};
use chrono::{DateTime, TimeDelta, Utc};
use domain::money::{Currency, Money};
use esim_storefront::catalogue::Plan;
use esim_storefront::db::order_pages::{self, OwnedEsim};
use esim_storefront::flows::{cancel, topup};
use sandbox::faults::{Fault, Rule};
use sandbox::mailbox::Mail;

pub async fn sold(quantity: u32) -> (Shop, Browser, Bought) {
    sold_with(quantity, "").await
}

async fn sold_with(quantity: u32, more_toml: &str) -> (Shop, Browser, Bought) {
    let shop = Shop::open_with(more_toml).await;
    let mut sarah = shop.browser();
    let bought = shop.buy(&mut sarah, PLAN, quantity).await;
    shop.settle().await;
    (shop, sarah, bought)
}

pub fn iccid(shop: &Shop) -> String {
    shop.sandbox.supplier.esims()[0].iccid.clone()
}

/// The mails to Sarah whose subject begins so.
pub fn told(shop: &Shop, subject: &str) -> Vec<Mail> {
    shop.sandbox
        .mailbox
        .messages_to(BUYER)
        .into_iter()
        .filter(|m| m.subject.starts_with(subject))
        .collect()
}

pub fn only(shop: &Shop, subject: &str) -> Mail {
    let mut mails = told(shop, subject);
    assert_eq!(mails.len(), 1, "mails that begin with {subject}");
    mails.remove(0)
}

pub fn assert_says(mail: &Mail, all: &[&str]) {
    for words in all {
        assert!(
            mail.text.contains(words),
            "{words} is missing in\n{}",
            mail.text
        );
        assert!(
            mail.html.contains(words),
            "{words} is missing in\n{}",
            mail.html
        );
    }
}

#[tokio::test]
async fn the_delivery_mail_is_the_receipt_and_nothing_else_is_mailed() {
    let legal = "[legal]\nseller = \"Example Travel Ltd\"\naddress = \"1 High Street, London\"\n";
    let (shop, _, _) = sold_with(2, legal).await;
    let number: String = shop.one("select order_number from orders").await;
    let mail = only(&shop, "Your 2 eSIMs are ready");
    assert_says(
        &mail,
        &[
            "Receipt",
            "$14.40",
            "$28.80",
            &number,
            "Sold by Example Travel Ltd, 1 High Street, London.",
        ],
    );
    shop.rest(TimeDelta::minutes(5)).await;
    assert_eq!(shop.sandbox.mailbox.messages_to(BUYER).len(), 1);
    shop.close().await;
}

#[tokio::test]
async fn who_waits_longer_than_a_minute_hears_that_the_money_arrived_and_until_when_it_may_take() {
    let shop = Shop::open().await;
    shop.sandbox
        .supplier
        .faults
        .push(Rule::always("create_order", Fault::Reset));
    let mut sarah = shop.browser();
    shop.buy(&mut sarah, PLAN, 1).await;
    shop.rest(TimeDelta::seconds(50)).await;
    assert_eq!(
        told(&shop, "Paid:").len(),
        0,
        "not before a minute has passed"
    );
    shop.rest(TimeDelta::minutes(5)).await;
    let mail = only(&shop, "Paid: your eSIM is on its way");
    let deadline: DateTime<Utc> = shop
        .one("select paid_at + interval '2 hours' from orders")
        .await;
    let until = deadline.format("%-d %b %Y, %H:%M UTC").to_string();
    assert_says(
        &mail,
        &[
            &until,
            "we refund you automatically",
            "Receipt",
            "$14.40",
            "/orders/",
        ],
    );
    shop.sandbox.supplier.faults.clear();
    shop.rest(TimeDelta::minutes(10)).await;
    only(&shop, "Your eSIM is ready");
    only(&shop, "Paid:");
    shop.close().await;
}

#[tokio::test]
async fn what_could_not_be_delivered_is_told_in_one_mail() {
    let shop = Shop::open().await;
    shop.sandbox.supplier.faults.push(Rule::always(
        "create_order",
        Fault::Refuse {
            code: 40400,
            message: "gone".into(),
        },
    ));
    let mut sarah = shop.browser();
    shop.buy(&mut sarah, PLAN, 2).await;
    shop.settle().await;
    let mail = only(&shop, "Your refund of $28.80");
    let reference = shop.sandbox.stripe.refunds()[0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    assert_says(
        &mail,
        &["The network could not deliver this eSIM.", &reference],
    );
    shop.close().await;
}

#[tokio::test]
async fn what_an_operator_sends_back_is_told_line_by_line() {
    let (shop, _, bought) = sold(2).await;
    crate::support::refund(
        &shop.app,
        bought.order_id.parse().unwrap(),
        "the phone was stolen",
        "olga",
    )
    .await;
    shop.settle().await;
    let mails = told(&shop, "Your refund of $14.40");
    assert_eq!(mails.len(), 2);
    let references: Vec<_> = shop
        .sandbox
        .stripe
        .refunds()
        .iter()
        .map(|r| r["id"].as_str().unwrap().to_owned())
        .collect();
    assert!(
        references.iter().all(|id| mails
            .iter()
            .filter(|m| m.text.contains(id.as_str()))
            .count()
            == 1),
        "each names its own refund"
    );
    assert_eq!(
        told(&shop, "Your refund").len(),
        2,
        "and there is no third for the order"
    );
    shop.close().await;
}

#[tokio::test]
async fn what_could_not_be_delivered_is_told_apart_from_what_an_operator_sends_back() {
    let shop = Shop::open().await;
    shop.sandbox
        .supplier
        .faults
        .push(Rule::always("create_order", Fault::Reset).after(1));
    let mut sarah = shop.browser();
    let bought = shop.buy(&mut sarah, PLAN, 2).await;
    shop.settle().await;
    crate::support::refund(
        &shop.app,
        bought.order_id.parse().unwrap(),
        "the trip was called off",
        "olga",
    )
    .await;
    shop.settle().await;
    let mails = told(&shop, "Your refund of $14.40");
    assert_eq!(
        (mails.len(), told(&shop, "Your refund").len()),
        (2, 2),
        "one for each, and none that counts both"
    );
    assert_eq!(
        mails
            .iter()
            .filter(|m| m.text.contains("could not deliver"))
            .count(),
        1
    );
    shop.close().await;
}

#[tokio::test]
async fn giving_back_is_answered_with_the_amount_what_was_kept_and_both_references() {
    let (shop, _, _) = sold_with(2, "[cancel]\nfee = \"1.40\"\n").await;
    let line_id: uuid::Uuid = shop
        .one(
            "select l.id from lines l join esims e on e.line_id = l.id order by l.position limit 1",
        )
        .await;
    let of_line: String = shop.one(
        "select e.iccid from lines l join esims e on e.line_id = l.id order by l.position limit 1").await;
    cancel::ask(
        &shop.app,
        &of_line,
        line_id,
        Money::new(PRICE - 140, Currency::USD),
    )
    .await
    .unwrap();
    shop.settle().await;
    let mail = only(&shop, "Your refund of $13.00");
    let number: String = shop.one("select order_number from orders").await;
    let reference = shop.sandbox.stripe.refunds()[0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    assert_says(
        &mail,
        &[
            "You cancelled this plan before using it.",
            "A $1.40 fee was deducted",
            &reference,
            &number,
        ],
    );
    assert_eq!(told(&shop, "Your refund").len(), 1);
    shop.close().await;
}

#[tokio::test]
async fn what_started_before_it_could_be_given_back_stays_and_the_traveller_hears_why() {
    let (shop, _, _) = sold(1).await;
    let line_id: uuid::Uuid = shop.one("select id from lines").await;
    cancel::ask(
        &shop.app,
        &iccid(&shop),
        line_id,
        Money::new(PRICE, Currency::USD),
    )
    .await
    .unwrap();
    shop.sandbox.supplier.arrive(&iccid(&shop)).unwrap();
    shop.settle().await;
    let mail = only(&shop, "Your plan was not cancelled");
    assert_says(
        &mail,
        &[
            "It had already started",
            "Nothing was cancelled",
            "/my-esims/",
        ],
    );
    assert!(shop.sandbox.stripe.refunds().is_empty());
    shop.close().await;
}

/// An eSIM, the smallest plan that can be put on it, and the payment page that waits for its money.
async fn chosen_top_up(shop: &Shop) -> (OwnedEsim, Plan, String) {
    let esim_id: uuid::Uuid = shop.one("select id from esims").await;
    let esim = order_pages::esim_by_id(&shop.app.db, esim_id)
        .await
        .unwrap()
        .unwrap();
    let plan = topup::offers(&shop.app, &esim).await.unwrap().remove(0);
    let wish = topup::TopupRequest {
        esim: &esim,
        owner: false,
        product_id: &plan.product.id,
        shown: plan.price,
        buyer_hash: [7; 32],
        locale: "en",
    };
    let page = topup::check_out(&shop.app, &wish).await.unwrap();
    let session_id = page.rsplit('/').next().unwrap().to_owned();
    (esim, plan, session_id)
}

#[tokio::test]
async fn a_top_up_that_fits_no_more_when_it_is_paid_is_answered_with_its_money() {
    let (shop, _, _) = sold(1).await;
    let (_, plan, page) = chosen_top_up(&shop).await;
    shop.sandbox.supplier.set_on_sale(&plan.product.id, false);
    shop.sandbox.stripe.pay(&page, BUYER).unwrap();
    shop.rest(TimeDelta::hours(3)).await;
    let mail = only(&shop, &format!("Your refund of {}", plan.price));
    assert_says(&mail, &["The network could not add this top-up."]);
    shop.close().await;
}

#[tokio::test]
async fn a_top_up_is_answered_with_its_esim_its_rules_and_its_receipt() {
    let (shop, _, _) = sold(1).await;
    let (esim, plan, page) = chosen_top_up(&shop).await;
    shop.sandbox.stripe.pay(&page, BUYER).unwrap();
    shop.settle().await;
    let mail = only(&shop, "Your top-up is ready");
    let grouped = esim.esim.iccid.grouped();
    assert_says(
        &mail,
        &[
            &grouped,
            "Once data from your current plan is used up or expires, your add-on data will be \
             automatically activated.",
            "Receipt",
            &plan.price.to_string(),
            &format!("/orders/{}?key=", esim.order_token),
        ],
    );
    assert!(!mail.text.contains("LPA:"), "a top-up needs no code");
    shop.close().await;
}
