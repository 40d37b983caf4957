//! The delivery mail: what is in it, and what becomes of one that is refused or comes twice.

use super::delivery::delivered;
use crate::support::{BUYER, PLAN, Shop, camera};
use chrono::TimeDelta;
use sandbox::mailbox::{Mail, MailFault};

fn only_mail(shop: &Shop) -> Mail {
    let mut mails = shop.sandbox.mailbox.messages_to(BUYER);
    assert_eq!(mails.len(), 1);
    mails.remove(0)
}

#[tokio::test]
async fn the_mail_holds_the_same_codes_as_text_and_as_a_picture() {
    let (shop, _, bought) = delivered(2).await;
    let mail = only_mail(&shop);
    for sold in shop.sandbox.supplier.esims() {
        let parts: Vec<&str> = sold.esim_qr.split('$').collect();
        for value in [parts[1], parts[2], sold.esim_qr.as_str()] {
            assert!(mail.text.contains(value), "the text part lacks a code");
        }
    }
    assert!(mail.text.contains(&format!("{}{}", shop.url, bought.page)));
    assert!(
        mail.text
            .contains("This eSIM can only be installed once. Do not remove it from your phone.")
    );
    let mut read: Vec<String> = Vec::new();
    let cids: Vec<&str> = mail
        .html
        .split("cid:")
        .skip(1)
        .map(|rest| rest.split(['"', '\'']).next().unwrap())
        .collect();
    assert_eq!(
        (cids[0], mail.inline(cids[0]).unwrap().content_type.as_str()),
        ("logo@shop", "image/png"),
        "the shop's own face"
    );
    assert!(mail.html.contains("@media (prefers-color-scheme: dark)"));
    for cid in cids.into_iter().filter(|cid| cid.ends_with("@qr")) {
        let picture = mail.inline(cid).unwrap();
        assert_eq!(picture.content_type, "image/png");
        read.push(camera::read(&picture.bytes));
    }
    read.sort();
    let mut sold: Vec<String> = shop
        .sandbox
        .supplier
        .esims()
        .into_iter()
        .map(|e| e.esim_qr)
        .collect();
    sold.sort();
    assert_eq!(read, sold);
    assert!(
        !mail.html.contains("data:image") && !mail.html.contains("<svg"),
        "Gmail drops those"
    );
    assert!(
        !mail.html.contains("esimsetup."),
        "a mail links to the order page, not to the raw link"
    );
    let parsed = mail_parser::MessageParser::default()
        .parse(&mail.raw)
        .unwrap();
    assert_eq!(
        parsed.header("Auto-Submitted").unwrap().as_text(),
        Some("auto-generated")
    );
    assert_eq!(
        parsed.reply_to().unwrap().first().unwrap().address(),
        Some("help@layover.example")
    );
    let form: Vec<String> = parsed
        .parts
        .iter()
        .filter_map(|part| mail_parser::MimeHeaders::content_type(part))
        .map(|kind| format!("{}/{}", kind.ctype(), kind.subtype().unwrap_or_default()))
        .collect();
    assert_eq!(
        form,
        [
            "multipart/alternative",
            "text/plain",
            "multipart/related",
            "text/html",
            "image/png",
            "image/png",
            "image/png"
        ]
    );
    assert!(!mail.subject.contains("LPA") && !mail.subject.is_empty());
    shop.close().await;
}

#[tokio::test]
async fn a_mail_that_is_refused_for_good_changes_no_outcome() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    shop.sandbox.mailbox.fail_next(MailFault::Refuse {
        code: 550,
        text: "5.1.1 no such mailbox".into(),
    });
    let bought = shop.buy(&mut sarah, PLAN, 1).await;
    shop.rest(TimeDelta::days(1)).await;
    assert_eq!(shop.sandbox.mailbox.messages().len(), 0);
    let order = sarah.get_json(&bought.page).await;
    assert_eq!(order["delivery_state"], "delivered");
    assert_eq!(
        order["lines"][0]["activation_code"],
        shop.sandbox.supplier.esims()[0].esim_qr
    );
    let clock = sarah.get(&bought.page).await.text_of("ol.clock").unwrap();
    assert!(
        clock.contains("Email bounced this page has everything"),
        "{clock}"
    );
    assert!(shop.sandbox.stripe.refunds().is_empty());
    shop.close().await;
}

#[tokio::test]
async fn a_mailbox_that_is_full_for_now_gets_the_mail_later_and_once() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    for _ in 0..3 {
        shop.sandbox.mailbox.fail_next(MailFault::Refuse {
            code: 452,
            text: "4.2.2 full".into(),
        });
    }
    let bought = shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "delivered",
        "the page does not wait for the mail"
    );
    assert_eq!(shop.sandbox.mailbox.messages().len(), 0);
    shop.rest(TimeDelta::hours(2)).await;
    only_mail(&shop);
    shop.close().await;
}

#[tokio::test]
async fn a_mail_whose_receipt_got_lost_comes_again_as_the_same_mail() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    shop.sandbox
        .mailbox
        .fail_next(MailFault::Break { kept: true });
    shop.buy(&mut sarah, PLAN, 1).await;
    shop.rest(TimeDelta::hours(2)).await;
    let mails = shop.sandbox.mailbox.messages_to(BUYER);
    assert_eq!(mails.len(), 2);
    assert!(mails[0].message_id.is_some());
    assert_eq!(mails[0].message_id, mails[1].message_id);
    assert_eq!(mails[0].text, mails[1].text);
    shop.close().await;
}
