//! Where an order is mailed: told in brief to its owner, asked about when it looks like a slip,
//! sent again, and corrected before it is installed.

use chrono::TimeDelta;
use esim_storefront::flows::topup;
use sandbox::faults::{Fault, Rule};
use sandbox::mailbox::MailFault;

use crate::support::living::{Sold, TOPUP};
use crate::support::{BUYER, Browser, PLAN, Shop};
use crate::topup::{form_of, page_of, press, session_in};

const NEW: &str = "sarah@new.example";

/// The newest mail to this address that has these words in its subject.
fn mailed(shop: &Shop, to: &str, subject: &str) -> sandbox::mailbox::Mail {
    shop.sandbox
        .mailbox
        .messages_to(to)
        .into_iter()
        .rfind(|mail| mail.subject.contains(subject))
        .unwrap()
}

fn key_of(shop: &Shop, to: &str) -> String {
    let mail = mailed(shop, to, "ready");
    let link = mail
        .text
        .split_whitespace()
        .find(|word| word.contains("?key="))
        .unwrap();
    link[link.find("/orders/").unwrap()..].to_owned()
}

/// A browser in which the mail's button was pressed.
async fn by_key(shop: &Shop, link: &str) -> Browser {
    let mut phone = shop.browser();
    phone.get(link).await;
    phone
}

/// The next minute begins now.
fn begin_a_minute(shop: &Shop) {
    shop.pass(TimeDelta::seconds(
        61 - shop.app.clock.now().timestamp().rem_euclid(60),
    ));
}

#[tokio::test]
async fn its_owner_reads_in_brief_where_it_was_mailed_until_it_is_installed() {
    let mut sold = Sold::one().await;
    let (order, place) = (
        sold.bought.page.clone(),
        format!("{}/mail", sold.bought.page),
    );
    let page = sold.sarah.get(&order).await;
    assert!(
        page.words()
            .contains("Our emails go to sar…@traveller.example . Change or send again"),
        "{}",
        page.words()
    );
    assert!(!page.body.contains(BUYER));
    assert_eq!(sold.sarah.get(&place).await.status, 200);
    let mut phone = by_key(&sold.shop, &key_of(&sold.shop, BUYER)).await;
    for browser in [&mut phone, &mut sold.shop.browser()] {
        assert!(!browser.get(&order).await.body.contains("traveller.example"));
        assert_eq!(browser.get(&place).await.status, 404);
        for wish in [
            [("do", "again"), ("email", "")],
            [("do", "change"), ("email", NEW)],
        ] {
            assert_eq!(browser.post(&place, &wish).await.status, 404);
        }
    }
    sold.shop.sandbox.supplier.install(&sold.iccid);
    sold.shop.pass(TimeDelta::seconds(61));
    assert!(
        !sold
            .sarah
            .get(&order)
            .await
            .words()
            .contains("Our emails go"),
        "somebody has read it"
    );
    let refused = sold
        .sarah
        .post(&place, &[("do", "change"), ("email", NEW)])
        .await;
    assert!(
        refused.status == 422 && refused.words().contains("already"),
        "{}",
        refused.words()
    );
    sold.shop.settle().await;
    assert_eq!(sold.shop.sandbox.mailbox.messages_to(NEW).len(), 0);
    sold.shop.close().await;
}

#[tokio::test]
async fn a_slip_of_the_finger_is_asked_about_and_corrected_in_one_press() {
    let shop = Shop::open().await;
    let mut anna = shop.browser();
    let bought = shop.check_out(&mut anna, PLAN, 1).await;
    shop.sandbox
        .stripe
        .pay(&bought.session_id, "anna@gmial.com")
        .unwrap();
    shop.settle().await;
    let page = anna.get(&bought.page).await;
    assert!(
        page.words()
            .contains("You typed gmial.com . Did you mean gmail.com ?"),
        "{}",
        page.words()
    );
    let place = format!("{}/mail", bought.page);
    let asked = anna.get(&place).await;
    assert_eq!(
        asked.attributes("input[name=email]", "value"),
        ["anna@gmail.com"],
        "nothing is typed twice"
    );
    let done = anna
        .post(&place, &[("do", "change"), ("email", "anna@gmail.com")])
        .await;
    assert!(
        done.status == 200
            && done
                .text_of("[role=status]")
                .unwrap()
                .contains("a…@gmail.com"),
        "{}",
        done.words()
    );
    shop.settle().await;
    assert_eq!(shop.sandbox.mailbox.messages_to("anna@gmail.com").len(), 1);
    assert!(
        !anna
            .get(&bought.page)
            .await
            .words()
            .contains("Did you mean")
    );
    shop.close().await;
}

#[tokio::test]
async fn it_is_sent_again_once_a_minute_and_five_times_a_day() {
    let mut sold = Sold::one().await;
    let place = format!("{}/mail", sold.bought.page);
    begin_a_minute(&sold.shop);
    for time in 1..=5 {
        assert_eq!(
            sold.sarah.post(&place, &[("do", "again")]).await.status,
            200,
            "time {time}"
        );
        assert_eq!(
            sold.sarah.post(&place, &[("do", "again")]).await.status,
            429,
            "twice in minute {time}"
        );
        sold.shop.settle().await;
        begin_a_minute(&sold.shop);
    }
    let enough = sold.sarah.post(&place, &[("do", "again")]).await;
    assert!(
        enough.status == 429 && enough.words().contains("five times a day"),
        "{}",
        enough.words()
    );
    sold.shop.settle().await;
    assert_eq!(
        sold.shop.sandbox.mailbox.messages_to(BUYER).len(),
        6,
        "the first, and five more"
    );
    assert_eq!(sold.shop.one::<i64>(
        "select count(*) from ops.order_timeline where event = 'resent' and actor = 'traveller'").await, 5);
    sold.shop.close().await;
}

#[tokio::test]
async fn asking_before_anything_is_delivered_uses_nothing_up() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    shop.sandbox.supplier.faults.push(Rule::always(
        "create_order",
        Fault::Status {
            status: 500,
            body: String::new(),
        },
    ));
    let bought = shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    begin_a_minute(&shop);
    let place = format!("{}/mail", bought.page);
    for _ in 0..2 {
        let asked = sarah.post(&place, &[("do", "again")]).await;
        assert!(
            asked.status == 200 && asked.words().contains("Nothing has been delivered yet"),
            "{}",
            asked.words()
        );
    }
}

#[tokio::test]
async fn another_address_ends_what_the_first_one_opens_and_tells_it_without_a_code() {
    let mut sold = Sold::one().await;
    let (order, place) = (
        sold.bought.page.clone(),
        format!("{}/mail", sold.bought.page),
    );
    let code = sold.shop.sandbox.supplier.esims()[0].esim_qr.clone();
    let old_key = key_of(&sold.shop, BUYER);
    let mut phone = by_key(&sold.shop, &old_key).await;
    assert!(phone.get(&order).await.body.contains(&code));
    for wrong in ["", "sarah at new", BUYER] {
        let answer = sold
            .sarah
            .post(&place, &[("do", "change"), ("email", wrong)])
            .await;
        assert_eq!(
            (
                answer.status,
                answer.attributes("input[name=email]", "aria-describedby")
            ),
            (422, vec!["email-error".to_owned()]),
            "{wrong}"
        );
        assert!(answer.text_of("title").unwrap().starts_with("Error: "));
    }
    assert_eq!(
        sold.sarah
            .post(&place, &[("do", "change"), ("email", NEW)])
            .await
            .status,
        200
    );
    sold.shop.settle().await;
    for browser in [&mut phone, &mut by_key(&sold.shop, &old_key).await] {
        assert!(
            !browser.get(&order).await.body.contains(&code),
            "the old mail's key opens nothing"
        );
    }
    let told = mailed(&sold.shop, BUYER, "address");
    assert!(
        !told.text.contains(&code) && !told.html.contains(&code) && !told.text.contains(NEW),
        "{}",
        told.text
    );
    let mut tablet = by_key(&sold.shop, &key_of(&sold.shop, NEW)).await;
    assert!(tablet.get(&order).await.body.contains(&code));
    assert!(
        sold.sarah.get(&order).await.body.contains(&code),
        "the browser that bought stays its owner"
    );
    assert_eq!(
        sold.shop
            .one::<String>("select actor from ops.order_timeline where event = 'email_changed'")
            .await,
        "traveller"
    );
    // Who signs in with the old address finds the order no more.
    let mut old = sold.shop.browser();
    old.post("/login", &[("email", BUYER)]).await;
    sold.shop.settle().await;
    assert!(
        !sold
            .shop
            .sandbox
            .mailbox
            .messages_to(BUYER)
            .iter()
            .any(|mail| mail.text.contains("/login/"))
    );
    for (address, status) in [
        ("b@new.example", 200),
        ("c@new.example", 200),
        ("d@new.example", 429),
    ] {
        assert_eq!(
            sold.sarah
                .post(&place, &[("do", "change"), ("email", address)])
                .await
                .status,
            status,
            "{address}"
        );
    }
    sold.shop.settle().await;
    sold.shop.close().await;
}

#[tokio::test]
async fn a_guest_who_pays_for_a_top_up_neither_reads_nor_changes_where_it_is_mailed() {
    let sold = Sold::one().await;
    let id = sold.shop.owned(&sold.iccid).await.esim.id;
    let key = topup::fresh_key(&sold.shop.app, id, sold.shop.app.clock.now())
        .await
        .unwrap();
    let path = page_of(&sold).await;
    let mut guest = sold.shop.browser();
    let page = guest.get(&format!("{path}?key={}", key.expose())).await;
    let session = session_in(&press(&mut guest, &path, &form_of(&page, TOPUP)).await);
    let order = sold.shop.session(&session)["success_url"]
        .as_str()
        .unwrap()
        .strip_prefix(&sold.shop.url)
        .unwrap()
        .to_owned();
    sold.shop
        .sandbox
        .stripe
        .pay(&session, "guest@else.example")
        .unwrap();
    sold.shop.sandbox.mailbox.fail_next(MailFault::Answer {
        to: "RCPT",
        code: 550,
        text: "5.1.1 no such mailbox".to_owned(),
    });
    sold.shop.settle().await;
    let stored: String = sold
        .shop
        .one("select customer_email from orders where kind = 'topup'")
        .await;
    assert_eq!(
        stored, "guest@else.example",
        "its mails go to who pays, whom Stripe has asked"
    );
    assert_eq!(
        sold.shop
            .one::<i64>("select count(*) from mails where last_error like '%no such mailbox%'")
            .await,
        1
    );
    let shown = guest.get(&order).await;
    assert_eq!(shown.status, 200);
    assert!(
        !shown.body.contains("traveller.example"),
        "{}",
        shown.words()
    );
    let place = format!("{order}/mail");
    assert_eq!(guest.get(&place).await.status, 404);
    for wish in [
        [("do", "again"), ("email", "")],
        [("do", "change"), ("email", NEW)],
    ] {
        assert_eq!(guest.post(&place, &wish).await.status, 404);
    }
    let number = guest.get_json(&order).await["order_number"]
        .as_str()
        .unwrap()
        .to_owned();
    let fields = [
        ("order_number", number.as_str()),
        ("email", ""),
        ("name", ""),
        ("confirm", "yes"),
    ];
    let done = guest.post("/withdraw", &fields).await;
    assert!(
        done.status == 200 && done.words().contains("gue…@else.example"),
        "{}",
        done.words()
    );
    assert!(!done.body.contains("traveller.example"));
    sold.shop.settle().await;
    assert_eq!(sold.shop.sandbox.mailbox.messages_to(NEW).len(), 0);
}
