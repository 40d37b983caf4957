//! What `doctor` says: proof of each part, tried though another fails, with its mend; and "not
//! checked" where nothing was tried.

use super::operators::{command, command_with, printed};
use crate::support::{HOLD, PLAN, Shop};
use chrono::TimeDelta;
use domain::job::Job;
use esim_storefront::app::App;
use esim_storefront::db::jobs;
use esim_storefront::db::webhooks::Sender;
use sandbox::faults::{Fault, Rule};
use sandbox::mailbox::MailFault;

/// Lines of a part.
pub fn lines<'a>(said: &'a str, part: &str) -> Vec<&'a str> {
    said.lines()
        .filter(|line| {
            line.get(6..)
                .is_some_and(|rest| rest.starts_with(&format!("{part} ")))
        })
        .collect()
}

pub fn only<'a>(said: &'a str, part: &str) -> &'a str {
    let found = lines(said, part);
    assert_eq!(found.len(), 1, "{part}: {said}");
    found[0]
}

pub async fn said(shop: &Shop, settings: &[(&str, &str)]) -> (Option<i32>, String) {
    let output = command_with(shop, &["doctor"], settings).await;
    (output.status.code(), printed(&output))
}

pub async fn sold() -> Shop {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    count(&shop.app).await;
    shop
}

async fn count(app: &App) {
    app.webhooks.accepted(Sender::Esimfx, app.clock.now());
    app.webhooks.write(&app.db).await.unwrap();
}

#[tokio::test]
async fn each_part_of_a_shop_that_is_well_is_proved_and_what_was_not_tried_is_said() {
    let shop = Shop::open().await;
    let (code, text) = said(&shop, &[]).await;
    assert_eq!(code, Some(0), "{text}");
    for part in [
        "webhook secrets",
        "database",
        "migrations",
        "guards",
        "clock",
        "time",
        "supplier",
        "Stripe",
        "rights",
        "fees",
        "mail",
        "catalogue",
        "prices",
        "orders",
        "books",
    ] {
        assert!(only(&text, part).starts_with("ok    "), "{part}: {text}");
    }
    assert!(
        only(&text, "PUBLIC_URL").contains("leads to this very shop"),
        "{text}"
    );
    assert!(
        only(&text, "rights")
            .contains("Checkout Sessions, write; PaymentIntents, read; Refunds, write"),
        "{text}"
    );
    assert!(
        only(&text, "mail").contains("EHLO, MAIL FROM, RCPT TO, RSET went well"),
        "{text}"
    );
    assert!(
        only(&text, "mode").starts_with("WARN  ")
            && only(&text, "mode").contains("pretend money →"),
        "{text}"
    );
    for part in ["from Stripe", "from supplier"] {
        assert!(
            only(&text, part).starts_with("????  ")
                && only(&text, part).contains("not checked: no webhook has come yet"),
            "{text}"
        );
    }
    assert!(
        only(&text, "alerts").starts_with("????  ")
            && only(&text, "alerts").contains("has not looked"),
        "no worker has run: {text}"
    );
    assert!(
        shop.sandbox.mailbox.messages().is_empty() && shop.sandbox.stripe.refunds().is_empty(),
        "it changed something"
    );
    jobs::ensure_scheduled(&shop.app.db, &Job::Watch, shop.app.clock.now())
        .await
        .unwrap();
    let json: serde_json::Value =
        serde_json::from_str(&printed(&command(&shop, &["doctor", "--json"]).await)).unwrap();
    assert!(
        json.as_array()
            .unwrap()
            .iter()
            .any(|line| line["part"] == "mode"
                && line["state"] == "warn"
                && line["mend"].is_string()),
        "{json}"
    );
    assert!(
        json.as_array()
            .unwrap()
            .iter()
            .any(|line| line["part"] == "alerts" && line["state"] == "ok"),
        "{json}"
    );
    for (name, secret) in shop.sandbox.settings().into_iter().filter(|(name, _)| {
        !name.ends_with("URL") && !name.ends_with("BASE") && !name.starts_with("TEST")
    }) {
        assert!(!text.contains(&secret), "{name} was printed");
    }
    shop.close().await;
}

#[tokio::test]
async fn what_is_sold_is_proved_by_webhooks_that_came_and_by_the_books() {
    let shop = sold().await;
    let (code, text) = said(&shop, &[]).await;
    assert_eq!(code, Some(0), "{text}");
    assert!(
        only(&text, "from Stripe").contains("none refused since; in the last day"),
        "{text}"
    );
    assert!(only(&text, "from supplier").starts_with("ok    "), "{text}");
    assert!(
        only(&text, "books").contains("agree with Stripe's and the supplier's"),
        "{text}"
    );
    // Refused since, pulled since, an order that is stuck, trouble that stands.
    let now = shop.app.clock.now() + TimeDelta::seconds(1);
    shop.app.webhooks.refused(Sender::Stripe, None, now);
    shop.app.webhooks.write(&shop.app.db).await.unwrap();
    shop.run(HOLD).await;
    esim_storefront::flows::alerts::run(&shop.app)
        .await
        .unwrap();
    let number: String = shop.one("select order_number from orders").await;
    let (code, text) = said(&shop, &[]).await;
    assert_eq!(code, Some(1), "{text}");
    assert!(
        only(&text, "from Stripe").starts_with("FAIL  ")
            && only(&text, "from Stripe").contains("1 refused since"),
        "{text}"
    );
    assert!(only(&text, "orders").contains(&number), "{text}");
    assert!(
        lines(&text, "alerts")
            .iter()
            .any(|line| line.starts_with("FAIL  ")
                && line.contains("dispute since")
                && line.contains('→')),
        "{text}"
    );
    shop.run(crate::support::RELEASE).await;
    shop.close().await;
}

#[tokio::test]
async fn a_public_url_that_leads_elsewhere_is_a_fault() {
    let (shop, other) = (Shop::open().await, Shop::open().await);
    let (_, text) = said(&shop, &[("PUBLIC_URL", &other.url)]).await;
    assert!(
        only(&text, "PUBLIC_URL").contains("something else than this shop answers")
            && only(&text, "PUBLIC_URL").starts_with("FAIL"),
        "{text}"
    );
    let closed = std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    let (_, text) = said(&shop, &[("PUBLIC_URL", &format!("http://{closed}"))]).await;
    assert!(
        only(&text, "PUBLIC_URL").contains("nobody answers at")
            && only(&text, "PUBLIC_URL").contains('→'),
        "{text}"
    );
    other.close().await;
    shop.close().await;
}

#[tokio::test]
async fn a_key_that_lacks_a_right_is_told_in_stripes_own_words() {
    let shop = Shop::open().await;
    for right in ["checkout_session_write", "refund_write", "charge_read"] {
        shop.sandbox.stripe.forbid(right);
    }
    let (code, text) = said(&shop, &[]).await;
    assert_eq!(code, Some(1), "{text}");
    let rights = lines(&text, "rights");
    for (state, right) in [
        ("FAIL", "checkout_session_write"),
        ("FAIL", "refund_write"),
        ("WARN", "charge_read"),
    ] {
        let own =
            format!("Having the 'rak_{right}' permission would allow this request to continue.");
        assert!(
            rights
                .iter()
                .any(|line| line.starts_with(state) && line.contains(&own) && line.contains('→')),
            "{right}: {text}"
        );
    }
    assert_eq!(rights.len(), 3, "{text}");
    shop.sandbox.stripe.allow_all();
    shop.close().await;
}

#[tokio::test]
async fn each_part_is_tried_though_another_fails() {
    let shop = Shop::open().await;
    shop.sandbox.supplier.faults.push(Rule::always(
        "",
        Fault::Status {
            status: 500,
            body: String::new(),
        },
    ));
    shop.sandbox.mailbox.always(MailFault::Answer {
        to: "MAIL",
        code: 550,
        text: "5.7.1 not yours".into(),
    });
    let gone = [("DATABASE_URL", "postgres://shop:nothing@127.0.0.1:1/shop")];
    let (code, text) = said(&shop, &gone).await;
    assert_eq!(code, Some(1), "{text}");
    for part in ["database", "supplier", "mail"] {
        assert!(
            only(&text, part).starts_with("FAIL  ") && only(&text, part).contains('→'),
            "{part}: {text}"
        );
    }
    assert!(
        only(&text, "mail").contains("at MAIL FROM: 550 5.7.1 not yours (EHLO went well)"),
        "{text}"
    );
    assert!(only(&text, "Stripe").starts_with("ok    "), "{text}");
    assert!(
        only(&text, "PUBLIC_URL").starts_with("????  ")
            && only(&text, "shop").starts_with("????  "),
        "{text}"
    );
    shop.close().await;
}

#[tokio::test]
async fn it_runs_with_bad_settings_and_looks_at_the_rest() {
    let shop = Shop::open().await;
    let bad = [
        ("MAIL_FROM", "nobody"),
        ("ESIMFX_CLIENT_KEY", ""),
        ("SHOP_CONFIG", "/nowhere/shop.toml"),
    ];
    let (code, text) = said(&shop, &bad).await;
    assert_eq!(code, Some(1), "{text}");
    assert_eq!(lines(&text, "settings").len(), 3, "{text}");
    assert!(
        only(&text, "mail").contains("not checked: MAIL_FROM is not a valid email address"),
        "{text}"
    );
    assert!(
        only(&text, "supplier").contains("not checked: ESIMFX_CLIENT_KEY is blank"),
        "{text}"
    );
    for part in ["database", "Stripe", "PUBLIC_URL", "catalogue"] {
        assert!(only(&text, part).starts_with("ok    "), "{part}: {text}");
    }
    // Of a shop.toml that cannot be read nothing is said to be well, or ill.
    assert!(
        only(&text, "prices").starts_with("????  ") && lines(&text, "placeholders").is_empty(),
        "{text}"
    );
    shop.close().await;
}

#[tokio::test]
async fn placeholders_are_faults_once_real_money_is_taken() {
    let shop = Shop::open().await;
    let (_, text) = said(&shop, &[]).await;
    assert!(
        lines(&text, "placeholders")
            .iter()
            .all(|line| line.starts_with("WARN  ")),
        "{text}"
    );
    let live = [
        ("STRIPE_SECRET_KEY", "sk_live_of_this_shop"),
        ("PUBLIC_URL", "https://esim.example.com"),
        ("MAIL_FROM", "x@example.org"),
    ];
    let (code, text) = said(&shop, &live).await;
    assert_eq!(code, Some(1));
    let told = lines(&text, "placeholders");
    for setting in [
        "PUBLIC_URL is still at esim.example.com",
        "MAIL_FROM is still at example.org",
        "[shop] support_email",
        "[legal] seller is empty",
    ] {
        assert!(
            told.iter()
                .any(|line| line.starts_with("FAIL  ") && line.contains(setting)),
            "{setting}: {text}"
        );
    }
    shop.close().await;
}

#[tokio::test]
async fn a_letter_is_sent_only_when_it_is_asked_for() {
    let shop = Shop::open().await;
    let output = command(&shop, &["doctor", "--send-mail", "olga@layover.example"]).await;
    assert!(
        only(&printed(&output), "test mail").starts_with("ok    "),
        "{}",
        printed(&output)
    );
    assert_eq!(
        shop.sandbox
            .mailbox
            .messages_to("olga@layover.example")
            .len(),
        1
    );
    let output = command(&shop, &["doctor", "--send-mail", "nobody"]).await;
    assert!(
        only(&printed(&output), "test mail").starts_with("FAIL  ")
            && output.status.code() == Some(1)
    );
    shop.close().await;
}

#[tokio::test]
async fn what_stops_selling_is_told_with_its_own_mend_and_hides_no_empty_shelf() {
    use domain::breaker::{BALANCE, SILENT};
    use esim_storefront::db::products::{resume_sales_stopped_for, stop_sales};

    let shop = Shop::open().await;
    for (why, mend) in [
        (SILENT, "selling resumes on its own"),
        (BALANCE, "fill up the balance"),
    ] {
        stop_sales(&shop.app.db, why, shop.app.clock.now())
            .await
            .unwrap();
        let (_, text) = said(&shop, &[]).await;
        let stopped = lines(&text, "catalogue")
            .into_iter()
            .find(|line| line.contains(why))
            .unwrap_or_else(|| panic!("{text}"));
        assert!(
            stopped.starts_with("FAIL  ") && stopped.contains(mend),
            "{text}"
        );
        assert_eq!(
            text.contains("fill up the balance"),
            why == BALANCE,
            "{text}"
        );
        resume_sales_stopped_for(&shop.app.db, why).await.unwrap();
    }
    let stopped = command(&shop, &["sales", "stop", "--reason", "a holiday"]).await;
    assert!(stopped.status.success());
    shop.run("update catalogue_state set synced_at = synced_at - interval '2 days'")
        .await;
    let (code, text) = said(&shop, &[]).await;
    let found = lines(&text, "catalogue");
    assert!(code == Some(1) && found.len() == 2, "{text}");
    assert!(
        found[0].contains("sales stopped by hand since") && found[0].contains(": a holiday →"),
        "{text}"
    );
    assert!(
        found[1].starts_with("FAIL  ") && found[1].contains("last synced"),
        "{text}"
    );
    shop.run("update products set withdrawn_at = now()").await;
    let (_, text) = said(&shop, &[]).await;
    assert!(
        only(&text, "prices").starts_with("????  ")
            && lines(&text, "catalogue")[1].contains("empty"),
        "{text}"
    );
    shop.close().await;
}
