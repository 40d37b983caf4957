//! Mails that do not leave: whose fault it is decides, nobody is told what is not so, and nothing
//! is lost while the owner mends it.

use chrono::TimeDelta;
use domain::email::EmailAddress;
use domain::token::Token;
use esim_storefront::flows::{alerts, sign_in};
use sandbox::mailbox::MailFault;

use crate::support::{BUYER, PLAN, Shop};

fn answer(to: &'static str, code: u16, text: &str) -> MailFault {
    MailFault::Answer {
        to,
        code,
        text: text.into(),
    }
}

/// What the outbox says of the one mail.
async fn mail(shop: &Shop) -> (String, Option<String>, Option<String>) {
    sqlx::query_as("select state, fault, last_error from ops.mails where kind = 'delivered'")
        .fetch_one(&shop.app.db)
        .await
        .unwrap()
}

async fn open_alerts(shop: &Shop) -> Vec<String> {
    alerts::run(&shop.app).await.unwrap();
    sqlx::query_scalar(
        "select what || ' → ' || mend from ops.alerts where kind = 'mail_failing'
         and resolved_at is null",
    )
    .fetch_all(&shop.app.db)
    .await
    .unwrap()
}

#[tokio::test]
async fn what_the_mail_server_holds_against_the_owner_loses_no_mail_and_is_told_after_the_first_try()
 {
    for (fault, said, mend) in [
        (
            answer("EHLO", 504, "5.5.2 need a fully-qualified hostname"),
            "at EHLO: 504 5.5.2 need a fully-qualified hostname",
            "PUBLIC_URL's host",
        ),
        (
            answer("MAIL", 550, "5.7.1 not yours"),
            "at MAIL FROM: 550 5.7.1 not yours",
            "set MAIL_FROM",
        ),
        (
            answer("RCPT", 554, "5.7.1 relay access denied"),
            "at RCPT TO: 554 5.7.1 relay access denied",
            "relay",
        ),
        (
            answer(".", 554, "the address is not verified"),
            "at after DATA: 554 the address is not verified",
            "verify MAIL_FROM",
        ),
        (
            answer("RCPT", 451, "4.7.1 come again"),
            "at RCPT TO: 451 4.7.1 come again",
            "relay",
        ),
    ] {
        let shop = Shop::open().await;
        let mut sarah = shop.browser();
        shop.sandbox.mailbox.always(fault);
        let bought = shop.buy(&mut sarah, PLAN, 1).await;
        shop.settle().await;
        let (state, _, error) = mail(&shop).await;
        assert_eq!((state.as_str(), error.as_deref()), ("queued", Some(said)));
        let told = open_alerts(&shop).await;
        assert!(
            matches!(&told[..], [one] if one.contains(said) && one.contains(mend) && !one.contains('@')),
            "{told:?}"
        );
        let clock = sarah.get(&bought.page).await.text_of("ol.clock").unwrap();
        assert!(clock.contains("late, we keep trying"), "{clock}");
        let next: f64 = shop
            .one(
                "select extract(epoch from next_try_at - queued_at)::float8 from ops.mails
                 where kind = 'delivered'",
            )
            .await;
        assert!(next < 61.0, "the first retry comes after {next} s");
        shop.rest(TimeDelta::hours(60)).await;
        assert_eq!(mail(&shop).await.0, "queued");
        shop.sandbox.mailbox.be_well();
        shop.rest(TimeDelta::hours(5)).await;
        assert_eq!(mail(&shop).await, ("sent".into(), None, None));
        assert_eq!(shop.sandbox.mailbox.messages_to(BUYER).len(), 1);
        assert_eq!(open_alerts(&shop).await, Vec::<String>::new());
        shop.close().await;
    }
}

#[tokio::test]
async fn a_mail_is_given_up_after_three_days_and_still_told_of() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    shop.sandbox
        .mailbox
        .always(answer("MAIL", 550, "5.7.1 not yours"));
    let bought = shop.buy(&mut sarah, PLAN, 1).await;
    shop.rest(TimeDelta::hours(80)).await;
    assert_eq!(mail(&shop).await.0, "failed");
    assert_eq!(open_alerts(&shop).await.len(), 1);
    let clock = sarah.get(&bought.page).await.text_of("ol.clock").unwrap();
    assert!(clock.contains("Email bounced"), "{clock}");
    shop.close().await;
}

#[tokio::test]
async fn a_recipient_that_is_not_there_is_final_and_its_buyer_reads_how_to_correct_it() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    shop.sandbox.mailbox.fail_next(answer(
        "RCPT",
        550,
        "5.1.1 <sarah@traveller.example> no such mailbox",
    ));
    let bought = shop.buy(&mut sarah, PLAN, 1).await;
    shop.rest(TimeDelta::days(4)).await;
    assert_eq!(
        mail(&shop).await,
        (
            "failed".into(),
            Some("recipient".into()),
            Some("at RCPT TO: 550 5.1.1 … no such mailbox".into())
        )
    );
    assert_eq!(
        shop.one::<i32>("select attempts from ops.mails where kind = 'delivered'")
            .await,
        1
    );
    assert_eq!(
        open_alerts(&shop).await,
        Vec::<String>::new(),
        "the owner cannot mend it"
    );
    let number: String = shop.one("select order_number from orders").await;
    let page = sarah.get(&bought.page).await;
    let words = page.words();
    assert!(
        words.contains(&format!("Email to {BUYER} bounces.")) && words.contains(&number),
        "{words}"
    );
    assert!(
        page.attributes("main a", "href")
            .contains(&"mailto:help@layover.example".to_owned())
    );
    assert!(
        !shop
            .browser()
            .get(&bought.page)
            .await
            .words()
            .contains("sarah@"),
        "a stranger with the link reads no address"
    );
    shop.close().await;
}

#[tokio::test]
async fn a_mailbox_that_the_server_cannot_take_is_refused_at_once() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    shop.sandbox.mailbox.withhold("SMTPUTF8");
    let bought = shop.check_out(&mut sarah, PLAN, 1).await;
    shop.sandbox
        .stripe
        .pay(&bought.session_id, "s\u{e4}rah@traveller.example")
        .unwrap();
    shop.settle().await;
    let (state, fault, error) = mail(&shop).await;
    assert_eq!(
        (state.as_str(), fault.as_deref()),
        ("failed", Some("recipient"))
    );
    assert!(error.unwrap().contains("SMTPUTF8"));
    assert!(
        sarah
            .get(&bought.page)
            .await
            .words()
            .contains("bounces. If the address is wrong")
    );
    shop.close().await;
}

#[tokio::test]
async fn a_buyer_is_one_person_however_the_address_is_written() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    shop.sandbox.mailbox.withhold("SMTPUTF8");
    for spelling in [
        "info@b\u{fc}cher.example",
        "info@bu\u{308}cher.example",
        "info@xn--bcher-kva.example",
    ] {
        let bought = shop.check_out(&mut sarah, PLAN, 1).await;
        shop.sandbox
            .stripe
            .pay(&bought.session_id, spelling)
            .unwrap();
        shop.settle().await;
    }
    assert_eq!(
        shop.one::<i64>("select count(distinct customer_email) from orders")
            .await,
        1
    );
    assert_eq!(
        shop.sandbox
            .mailbox
            .messages_to("info@xn--bcher-kva.example")
            .len(),
        3,
        "ASCII is all that the server must take"
    );
    let email = EmailAddress::parse("Info@Bu\u{308}cher.example").unwrap();
    let asking = sign_in::Asking {
        from: [203, 0, 113, 7].into(),
        email: &email,
        browser: &Token::of([7; 32]),
        locale: "en",
        return_to: None,
    };
    sign_in::ask(&shop.app, &asking, shop.app.clock.now())
        .await
        .unwrap();
    shop.settle().await;
    assert_eq!(
        shop.sandbox
            .mailbox
            .messages_to("info@xn--bcher-kva.example")
            .len(),
        4,
        "signing in finds all three"
    );
    shop.close().await;
}

#[tokio::test]
async fn addresses_of_before_are_brought_to_their_one_spelling() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    shop.run("update orders set customer_email = 'info@bu\u{308}cher.example'")
        .await;
    esim_storefront::flows::clean_up::run(&shop.app)
        .await
        .unwrap();
    assert_eq!(
        shop.one::<String>("select customer_email from orders")
            .await,
        "info@xn--bcher-kva.example"
    );
    shop.close().await;
}

#[tokio::test]
async fn when_the_mail_server_comes_back_the_first_mail_takes_the_others_along() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    shop.sandbox
        .mailbox
        .always(answer("MAIL", 550, "5.7.1 not yours"));
    shop.buy(&mut sarah, PLAN, 1).await;
    shop.rest(TimeDelta::hours(10)).await;
    shop.sandbox.mailbox.be_well();
    shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    assert_eq!(
        shop.sandbox.mailbox.messages_to(BUYER).len(),
        2,
        "a mail waited for hours though mails leave"
    );
    shop.close().await;
}
