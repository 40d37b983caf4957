//! An operator and the mails: what was not taken goes at once when it is asked for, goods are
//! mailed again, an address is corrected.

use chrono::TimeDelta;
use sandbox::mailbox::MailFault;

use super::operators::{command, printed};
use crate::support::{BUYER, PLAN, Shop};

const RIGHT: &str = "sarah@right.example";

fn refused(to: &'static str, code: u16, text: &str) -> MailFault {
    MailFault::Answer {
        to,
        code,
        text: text.into(),
    }
}

async fn sold() -> (Shop, String) {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    let number = shop.one("select order_number from orders").await;
    (shop, number)
}

#[tokio::test]
async fn mails_that_were_not_taken_are_listed_and_go_at_once_under_the_same_message_id() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    shop.sandbox
        .mailbox
        .fail_next(MailFault::Break { kept: true });
    shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    let listed: serde_json::Value = serde_json::from_str(&printed(
        &command(&shop, &["mails", "list", "--json"]).await,
    ))
    .unwrap();
    assert_eq!(
        (&listed[0]["state"], &listed[0]["to_address"]),
        (&"queued".into(), &BUYER.into())
    );
    assert!(
        listed[0]["next_try_at"].is_string()
            && listed[0]["last_error"]
                .as_str()
                .unwrap()
                .starts_with("at after DATA: "),
        "{listed}"
    );
    assert!(printed(&command(&shop, &["mails", "list", "--failed"]).await).starts_with("none"));
    let retried = command(&shop, &["mails", "retry"]).await;
    assert!(
        retried.status.success() && printed(&retried).contains("was sent"),
        "{}",
        printed(&retried)
    );
    let mails = shop.sandbox.mailbox.messages_to(BUYER);
    assert_eq!(
        (mails.len(), &mails[0].message_id),
        (2, &mails[1].message_id)
    );
    assert!(
        printed(&command(&shop, &["mails", "retry"]).await)
            .contains("no mail waits for another try")
    );
    let audit = "select string_agg(actor || ' ' || act || ' ' || detail, '; ') from ops.audit";
    assert_eq!(
        shop.one::<String>(audit).await,
        "operator:olga mails retried 1 of them",
        "who did it, and only when there was something"
    );
    shop.rest(TimeDelta::hours(1)).await;
    assert_eq!(
        shop.sandbox.mailbox.messages_to(BUYER).len(),
        2,
        "the worker sent it once more"
    );
    shop.close().await;
}

#[tokio::test]
async fn retry_says_what_it_tried_and_that_there_was_nothing() {
    let (shop, number) = sold().await;
    let idle = command(&shop, &["orders", "retry", &number]).await;
    assert_eq!(idle.status.code(), Some(1));
    assert!(
        printed(&idle).contains("nothing to retry: no eSIM is waiting"),
        "{}",
        printed(&idle)
    );
    assert_eq!(
        shop.one::<i64>("select count(*) from order_events where event = 'retried'")
            .await,
        0
    );
    shop.run(
        "update mails set state = 'failed', fault = 'owner', last_error = 'at MAIL FROM: 550',
         sent_at = null",
    )
    .await;
    let tried = command(&shop, &["orders", "retry", &number]).await;
    assert!(
        tried.status.success() && printed(&tried).contains("was sent"),
        "{}",
        printed(&tried)
    );
    assert_eq!(shop.sandbox.mailbox.messages_to(BUYER).len(), 2);
    shop.rest(TimeDelta::minutes(2)).await;
    shop.close().await;
}

#[tokio::test]
async fn goods_are_mailed_again_and_elsewhere_and_a_trace_is_left() {
    let (shop, number) = sold().await;
    assert!(
        command(&shop, &["orders", "resend", &number])
            .await
            .status
            .success()
    );
    assert!(
        command(&shop, &["orders", "resend", &number, "--to", RIGHT])
            .await
            .status
            .success()
    );
    assert_eq!(
        (
            shop.sandbox.mailbox.messages_to(BUYER).len(),
            shop.sandbox.mailbox.messages_to(RIGHT).len()
        ),
        (2, 1)
    );
    let code = shop.sandbox.supplier.esims()[0].esim_qr.clone();
    assert!(
        shop.sandbox.mailbox.messages_to(RIGHT)[0]
            .text
            .contains(&code)
    );
    assert_eq!(
        shop.one::<String>("select customer_email from orders")
            .await,
        BUYER
    );
    let audit: Vec<(Option<String>, String)> = sqlx::query_as(
        "select detail, actor from ops.order_timeline where event = 'resent' order by at",
    )
    .fetch_all(&shop.app.db)
    .await
    .unwrap();
    assert_eq!(
        audit,
        [
            (None, "operator:olga".into()),
            (Some("to another address".into()), "operator:olga".into())
        ]
    );
    shop.sandbox
        .mailbox
        .fail_next(refused("MAIL", 550, "5.7.1 not yours"));
    let failed = command(&shop, &["orders", "resend", &number]).await;
    assert_eq!(failed.status.code(), Some(1));
    assert!(
        printed(&failed).contains("was not taken: at MAIL FROM: 550 5.7.1 not yours"),
        "{}",
        printed(&failed)
    );
    assert_eq!(
        command(&shop, &["orders", "resend", &number, "--to", "nobody"])
            .await
            .status
            .code(),
        Some(1)
    );
    shop.rest(TimeDelta::hours(1)).await;
    shop.close().await;
}

#[tokio::test]
async fn a_corrected_address_gets_the_goods_and_the_old_one_a_word_without_a_code() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    shop.sandbox
        .mailbox
        .fail_next(refused("RCPT", 550, "5.1.1 no such mailbox"));
    let bought = shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    let number: String = shop.one("select order_number from orders").await;
    let corrected = command(&shop, &["orders", "set-email", &number, RIGHT]).await;
    assert!(corrected.status.success(), "{}", printed(&corrected));
    let esim = shop.sandbox.supplier.esims().remove(0);
    let new = shop.sandbox.mailbox.messages_to(RIGHT);
    assert!(
        matches!(&new[..], [mail] if mail.text.contains(&esim.esim_qr)),
        "{}",
        new.len()
    );
    let old = shop.sandbox.mailbox.messages_to(BUYER);
    assert!(
        matches!(&old[..], [mail] if mail.text.contains(&number) && mail.subject.contains(
            "another address")),
        "{}",
        old.len()
    );
    let secret = esim.esim_qr.rsplit('$').next().unwrap();
    assert!(
        !old[0].text.contains(secret)
            && !old[0].html.contains(secret)
            && !old[0].text.contains(RIGHT)
    );
    assert_eq!(
        shop.one::<String>("select customer_email from orders")
            .await,
        RIGHT
    );
    assert_eq!(
        shop.one::<String>("select actor from ops.order_timeline where event = 'email_changed'")
            .await,
        "operator:olga"
    );
    let page = sarah.get(&bought.page).await.words();
    assert!(
        !page.contains(" bounces") && page.contains("Emailed"),
        "{page}"
    );
    let again = command(
        &shop,
        &["orders", "set-email", &number, "Sarah@RIGHT.example"],
    )
    .await;
    assert!(
        printed(&again).contains("has that address already"),
        "{}",
        printed(&again)
    );
    shop.rest(TimeDelta::minutes(2)).await;
    shop.close().await;
}

#[tokio::test]
async fn orders_are_read_as_json_too() {
    let (shop, number) = sold().await;
    let listed: serde_json::Value = serde_json::from_str(&printed(
        &command(&shop, &["orders", "list", "--json"]).await,
    ))
    .unwrap();
    assert_eq!(
        (&listed[0]["order_number"], &listed[0]["delivery_state"]),
        (&number.as_str().into(), &"delivered".into())
    );
    let shown: serde_json::Value = serde_json::from_str(&printed(
        &command(&shop, &["orders", "show", &number, "--json"]).await,
    ))
    .unwrap();
    assert_eq!(shown["order"]["customer_email"], BUYER);
    assert!(
        shown["timeline"]
            .as_array()
            .unwrap()
            .iter()
            .any(|entry| entry["event"] == "mailed"),
        "{shown}"
    );
    shop.close().await;
}
