//! Trouble is told: by mail and by the owner's webhook, at most so often, until it is over; and a
//! webhook that fails holds up nothing.

use chrono::TimeDelta;
use esim_storefront::flows::alerts;
use sandbox::mailbox::MailFault;
use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

use crate::support::{BUYER, HOLD, PLAN, RELEASE, Shop};

const OWNER: &str = "olga@layover.example";
const ALERTS_TO: &str = "[owner]\nalerts_to = \"Olga@Layover.example\"\n";

/// An incoming webhook that answers with `status`, and what it was sent.
async fn chat(status: u16) -> (String, UnboundedReceiver<Value>) {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!(
        "http://{}/services/canary-of-the-chat",
        listener.local_addr().unwrap()
    );
    let (tell, heard) = unbounded_channel();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut raw = Vec::new();
            let mut part = [0; 4096];
            let body = loop {
                let read = stream.read(&mut part).await.unwrap();
                raw.extend_from_slice(&part[..read]);
                let text = String::from_utf8_lossy(&raw).into_owned();
                if let Some(json) = text
                    .split_once("\r\n\r\n")
                    .and_then(|(_, body)| serde_json::from_str(body).ok())
                {
                    break json;
                }
                assert!(read > 0, "no JSON came: {text}");
            };
            let _ = tell.send(body);
            let _ = stream
                .write_all(
                    format!(
                        "HTTP/1.1 {status} x\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
                    )
                    .as_bytes(),
                )
                .await;
        }
    });
    (url, heard)
}

async fn held() -> (Shop, UnboundedReceiver<Value>) {
    held_with(200).await
}

/// A shop whose owner is told, with a paid order that a dispute holds.
async fn held_with(status: u16) -> (Shop, UnboundedReceiver<Value>) {
    let (url, heard) = chat(status).await;
    let shop = Shop::open_as(ALERTS_TO, |config| {
        config.alert_webhook_url = Some(url.into())
    })
    .await;
    let mut sarah = shop.browser();
    shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    shop.run(HOLD).await;
    (shop, heard)
}

async fn round(shop: &Shop) {
    alerts::run(&shop.app).await.unwrap();
    shop.settle().await;
}

fn subjects(shop: &Shop) -> Vec<String> {
    shop.sandbox
        .mailbox
        .messages_to(OWNER)
        .into_iter()
        .map(|mail| mail.subject)
        .collect()
}

#[tokio::test]
async fn an_alert_is_mailed_and_posted_once_and_once_more_when_it_is_over() {
    let (shop, mut heard) = held().await;
    for _ in 0..3 {
        round(&shop).await;
        shop.pass(TimeDelta::seconds(15));
    }
    assert_eq!(subjects(&shop), ["Layover: trouble: dispute"]);
    let mail = shop.sandbox.mailbox.messages_to(OWNER).remove(0);
    let number: String = shop.one("select order_number from orders").await;
    assert!(
        mail.text.contains(&format!(
            "the payment of order {number} is disputed → answer in Stripe's Dashboard"
        )),
        "{}",
        mail.text
    );
    let post = heard.try_recv().unwrap();
    assert_eq!(post["text"], post["content"]);
    let words = post["text"].as_str().unwrap();
    assert!(
        words.starts_with("Layover: act now\n") && words.contains(&number) && words.contains('→'),
        "{words}"
    );
    assert!(heard.try_recv().is_err(), "it was posted twice");
    shop.run(RELEASE).await;
    round(&shop).await;
    assert_eq!(
        subjects(&shop),
        ["Layover: trouble: dispute", "Layover: over: dispute"]
    );
    assert!(
        heard.try_recv().unwrap()["text"]
            .as_str()
            .unwrap()
            .starts_with("Layover: over\n")
    );
    round(&shop).await;
    assert_eq!(
        (subjects(&shop).len(), heard.try_recv().is_err()),
        (2, true)
    );
    shop.close().await;
}

#[tokio::test]
async fn a_kind_that_comes_and_goes_is_mailed_once_an_hour() {
    let (shop, mut heard) = held().await;
    for _ in 0..4 {
        round(&shop).await;
        shop.run(RELEASE).await;
        round(&shop).await;
        shop.run(HOLD).await;
        shop.pass(TimeDelta::minutes(10));
    }
    assert_eq!(
        subjects(&shop),
        ["Layover: trouble: dispute", "Layover: over: dispute"]
    );
    shop.pass(TimeDelta::minutes(30));
    round(&shop).await;
    assert_eq!(
        subjects(&shop).len(),
        3,
        "an hour has passed, and it stands"
    );
    let mut posts = 0;
    while heard.try_recv().is_ok() {
        posts += 1;
    }
    assert_eq!(posts, 9, "a chat hears each beginning and each end");
    shop.run(RELEASE).await;
    round(&shop).await;
    shop.close().await;
}

#[tokio::test]
async fn nothing_that_is_told_holds_an_address_a_name_or_a_code() {
    let (url, mut heard) = chat(200).await;
    let shop = Shop::open_as(ALERTS_TO, |config| {
        config.alert_webhook_url = Some(url.into())
    })
    .await;
    shop.sandbox.mailbox.always(MailFault::Answer {
        to: "RCPT",
        code: 550,
        text: format!("5.7.1 <{BUYER}>: not from you, Sarah"),
    });
    let mut sarah = shop.browser();
    shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    round(&shop).await;
    let words = heard.try_recv().unwrap()["text"]
        .as_str()
        .unwrap()
        .to_owned();
    assert!(
        words.contains("a mail does not leave since") && words.contains("550 5.7.1 …"),
        "{words}"
    );
    let secret = shop.sandbox.supplier.esims()[0]
        .esim_qr
        .rsplit('$')
        .next()
        .unwrap()
        .to_owned();
    assert!(!words.contains('@') && !words.contains(&secret), "{words}");
    shop.sandbox.mailbox.be_well();
    shop.rest(TimeDelta::hours(1)).await;
    round(&shop).await;
    assert!(
        heard.try_recv().unwrap()["content"]
            .as_str()
            .unwrap()
            .starts_with("Layover: over\n")
    );
    shop.close().await;
}

#[tokio::test]
async fn a_chat_that_fails_is_tried_again_and_holds_up_nothing() {
    let (shop, mut heard) = held_with(503).await;
    round(&shop).await;
    assert_eq!(
        subjects(&shop),
        ["Layover: trouble: dispute"],
        "the mail does not wait for the chat"
    );
    let (state, error): (String, String) =
        sqlx::query_as("select state, last_error from alert_posts")
            .fetch_one(&shop.app.db)
            .await
            .unwrap();
    assert_eq!(
        (state.as_str(), error.as_str()),
        ("queued", "the answer was HTTP 503")
    );
    let (url, mut well) = chat(204).await;
    let mended = shop
        .beside(|config| config.alert_webhook_url = Some(url.into()))
        .await;
    mended.clock.advance(TimeDelta::minutes(1));
    esim_storefront::flows::tell::deliver(&mended)
        .await
        .unwrap();
    assert_eq!(
        heard.try_recv().unwrap(),
        well.try_recv().unwrap(),
        "the same words again"
    );
    assert_eq!(
        shop.one::<String>("select state from alert_posts").await,
        "sent"
    );
    shop.run(RELEASE).await;
    shop.rest(TimeDelta::minutes(2)).await;
    shop.close().await;
}

#[tokio::test]
async fn a_letter_comes_each_week_with_the_sales_and_what_needs_the_owner() {
    let shop = Shop::open_with(ALERTS_TO).await;
    let mut sarah = shop.browser();
    shop.buy(&mut sarah, PLAN, 2).await;
    shop.settle().await;
    round(&shop).await;
    assert_eq!(
        subjects(&shop),
        Vec::<String>::new(),
        "the first week is not over"
    );
    shop.run(HOLD).await;
    shop.pass(TimeDelta::days(7));
    round(&shop).await;
    round(&shop).await;
    let letters: Vec<_> = shop
        .sandbox
        .mailbox
        .messages_to(OWNER)
        .into_iter()
        .filter(|m| m.subject.contains("your week"))
        .collect();
    assert!(
        matches!(&letters[..], [one] if one.text.contains("need you:") && one.text.contains(
            "is disputed")),
        "{letters:?}"
    );
    let sold = letters[0]
        .text
        .contains("1 orders with test money: $28.80 sold, $0.00 sent back, $3.67 left as margin.");
    // The Monday may lie right before the sale.
    assert!(
        sold || letters[0].text.contains("Nothing was sold."),
        "{}",
        letters[0].text
    );
    shop.run(RELEASE).await;
    round(&shop).await;
    shop.close().await;
}

#[tokio::test]
async fn the_owners_own_address_that_takes_no_mail_is_told_elsewhere() {
    let (shop, mut heard) = held().await;
    shop.sandbox.mailbox.fail_next(MailFault::Answer {
        to: "RCPT",
        code: 550,
        text: "5.1.1 who is that".into(),
    });
    round(&shop).await;
    round(&shop).await;
    let mut words = Vec::new();
    while let Ok(post) = heard.try_recv() {
        words.push(post["text"].as_str().unwrap().to_owned());
    }
    assert!(
        words
            .iter()
            .any(|words| words.contains("mails to the owner are refused")
                && words.contains("alerts_to")),
        "{words:?}"
    );
    shop.run(RELEASE).await;
    shop.rest(TimeDelta::minutes(5)).await;
    round(&shop).await;
    shop.close().await;
}

#[tokio::test]
async fn a_right_that_is_given_back_ends_its_alert_in_the_next_round() {
    let shop = Shop::open().await;
    shop.sandbox.stripe.forbid("charge_read");
    let mut sarah = shop.browser();
    shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    let open = "select count(*) from ops.alerts where kind = 'key_rights' and resolved_at is null";
    round(&shop).await;
    assert_eq!(
        shop.one::<i64>(open).await,
        1,
        "it stands while the right is missing"
    );
    shop.sandbox.stripe.allow_all();
    round(&shop).await;
    assert_eq!(shop.one::<i64>(open).await, 0);
    shop.close().await;
}
