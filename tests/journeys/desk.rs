//! The owner's desk: who gets in, for how long, and what ends it. What is done there is in
//! desk_acts.rs, what somebody tries who may not in desk_attacks.rs.

use crate::support::{Browser, HOLD, PLAN, RELEASE, Shop};
use chrono::TimeDelta;
use domain::breaker::BALANCE;
use domain::desk::{Role, TotpSecret};
use domain::email::EmailAddress;
use domain::job::Job;
use esim_storefront::db::jobs;
use esim_storefront::db::products::{resume_sales_stopped_for, stop_sales};
use esim_storefront::flows::desk::{self, Invitation};

pub const OLGA: &str = "olga@layover.example";

pub const TOM: &str = "tom@layover.example";

pub const STAFF: &str = "[desk]\nstaff = [\"olga@layover.example\", \"tom@layover.example\"]\n";

pub fn address(text: &str) -> EmailAddress {
    EmailAddress::parse(text).unwrap()
}

/// A shop with a desk, its owner Olga and Tom, who helps.
pub async fn with_desk(
    change: impl FnOnce(&mut esim_storefront::config::Config),
) -> (Shop, Invitation, Invitation) {
    let shop = Shop::open_as(STAFF, change).await;
    let olga = desk::invite(&shop.app, &address(OLGA), Role::Owner, "root")
        .await
        .unwrap();
    let tom = desk::invite(&shop.app, &address(TOM), Role::Support, "root")
        .await
        .unwrap();
    (shop, olga, tom)
}

/// The newest link that was mailed to somebody, as a path.
pub async fn newest_link(shop: &Shop, who: &str) -> String {
    shop.settle().await;
    let mail = shop.sandbox.mailbox.messages_to(who).pop().expect("a mail");
    let link = mail
        .text
        .split_whitespace()
        .find(|word| word.contains("/desk/sign-in/"))
        .expect("a link");
    link[link.find("/desk/").unwrap()..].to_owned()
}

/// Asks for a link in this browser; its path.
pub async fn asked(shop: &Shop, browser: &mut Browser, who: &str) -> String {
    let answer = browser.post("/desk/sign-in", &[("email", who)]).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    newest_link(shop, who).await
}

/// The code that the phone shows now. A minute passes first, so that it is one that was not used.
pub fn fresh_code(shop: &Shop, secret: &TotpSecret) -> String {
    shop.pass(TimeDelta::seconds(61));
    secret.code_at(shop.app.clock.now()).unwrap()
}

/// A browser that is signed in at the desk.
pub async fn signed_in(shop: &Shop, who: &str, secret: &TotpSecret) -> Browser {
    let mut browser = shop.browser();
    let link = asked(shop, &mut browser, who).await;
    let code = fresh_code(shop, secret);
    let answer = browser.post(&link, &[("code", &code)]).await;
    assert_eq!(
        (answer.status, answer.location.as_deref()),
        (303, Some("/desk")),
        "{}",
        answer.body
    );
    browser
}

#[tokio::test]
async fn there_is_no_desk_until_somebody_is_named() {
    let shop = Shop::open().await;
    for path in [
        "/desk",
        "/desk/sign-in",
        "/desk/orders/E10001",
        "/desk/find",
    ] {
        assert_eq!(shop.browser().get(path).await.status, 404, "{path}");
    }
    assert_eq!(
        shop.browser()
            .post("/desk/sign-in", &[("email", OLGA)])
            .await
            .status,
        404
    );
    shop.close().await;
}

#[tokio::test]
async fn both_factors_lead_in_and_every_act_bears_the_name() {
    let (shop, olga, _) = with_desk(|_| {}).await;
    let mut browser = shop.browser();
    assert_eq!(
        browser.get("/desk").await.location.as_deref(),
        Some("/desk/sign-in")
    );
    let link = asked(&shop, &mut browser, OLGA).await;
    assert_eq!(
        browser.get(&link).await.status,
        200,
        "looking uses nothing up"
    );
    assert_eq!(
        browser.get("/desk").await.status,
        303,
        "the link alone opens nothing"
    );
    let code = fresh_code(&shop, &olga.secret);
    let answer = browser.post(&link, &[("code", &code)]).await;
    assert_eq!(answer.status, 303);
    let today = browser.get("/desk").await;
    assert!(
        today.body.contains(OLGA) && today.words().contains("What needs you"),
        "{}",
        today.body
    );
    assert_eq!(today.headers["cache-control"], "private, no-store");
    assert_eq!(today.headers["x-robots-tag"], "noindex, nofollow");
    let policy = today.headers["content-security-policy"].to_str().unwrap();
    assert!(
        policy.contains("default-src 'none'")
            && !policy.contains("script-src")
            && policy.contains("frame-ancestors 'none'"),
        "{policy}"
    );
    let acts: String = shop
        .one("select string_agg(actor || ' ' || act, '; ' order by id) from audit")
        .await;
    assert!(
        acts.contains("operator:root invited to the desk")
            && acts.ends_with("operator:olga@layover.example signed in at the desk"),
        "{acts}"
    );
    let out = browser.post("/desk/sign-out", &[]).await;
    assert_eq!(out.status, 303);
    assert_eq!(browser.get("/desk").await.status, 303);
    shop.close().await;
}

#[tokio::test]
async fn nothing_needs_you_is_said_only_while_somebody_looks() {
    let (shop, olga, _) = with_desk(|_| {}).await;
    let mut owner = signed_in(&shop, OLGA, &olga.secret).await;
    let says = async |owner: &mut Browser| {
        let words = owner.get("/desk").await.words();
        (
            words.contains("Nothing needs you"),
            words.contains("Nobody is looking for trouble"),
        )
    };
    assert_eq!(
        says(&mut owner).await,
        (false, true),
        "no worker has ever run"
    );
    jobs::ensure_scheduled(&shop.app.db, &Job::Watch, shop.app.clock.now())
        .await
        .unwrap();
    assert_eq!(says(&mut owner).await, (true, false));
    shop.pass(TimeDelta::minutes(3));
    assert_eq!(says(&mut owner).await, (false, true), "the worker is gone");
    shop.run(
        "update jobs set run_at = now() + interval '1 day', attempts = 2 where kind = 'watch'",
    )
    .await;
    assert_eq!(says(&mut owner).await, (false, true), "looking fails");
    shop.run("update jobs set attempts = 0 where kind = 'watch'")
        .await;
    assert_eq!(says(&mut owner).await, (true, false));
    shop.close().await;
}

#[tokio::test]
async fn a_recovery_code_works_once_and_stands_nowhere_in_the_database() {
    let (shop, olga, _) = with_desk(|_| {}).await;
    let code = &olga.recovery_codes[0];
    let mut browser = shop.browser();
    let link = asked(&shop, &mut browser, OLGA).await;
    assert_eq!(
        browser
            .post(&link, &[("code", &code.to_lowercase())])
            .await
            .status,
        303
    );
    let mut again = shop.browser();
    shop.pass(TimeDelta::minutes(2));
    let link = asked(&shop, &mut again, OLGA).await;
    assert_eq!(again.post(&link, &[("code", code)]).await.status, 422);
    assert_eq!(
        shop.one::<i64>("select recovery_codes_left from ops.staff where role = 'owner'")
            .await,
        9
    );
    shop.close().await;
}

#[tokio::test]
async fn the_secret_is_sealed_with_the_owners_key_and_sealed_anew_with_a_new_one() {
    let old = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    let new = "ffeeddccbbaa99887766554433221100ffeeddccbbaa99887766554433221100";
    let keys = |list: &str| domain::sealed::DataKeys::read(list).unwrap();
    let (shop, olga, _) = with_desk(|config| config.data_keys = keys(old)).await;
    signed_in(&shop, OLGA, &olga.secret).await;
    let kept: String = shop
        .one("select totp_secret from staff where role = 'owner'")
        .await;
    assert!(kept.starts_with("sealed:1:"), "{kept}");
    let rotated = shop
        .beside(|config| config.data_keys = keys(&format!("{new},{old}")))
        .await;
    desk::tidy(&rotated, rotated.clock.now()).await.unwrap();
    let anew: String = shop
        .one("select totp_secret from staff where role = 'owner'")
        .await;
    assert!(anew.starts_with(&keys(new).beginning().unwrap()), "{anew}");
    shop.close().await;
}

#[tokio::test]
async fn today_takes_neither_a_stuck_order_nor_a_short_balance_for_well() {
    let (shop, olga, _) = with_desk(|_| {}).await;
    shop.buy(&mut shop.browser(), PLAN, 1).await;
    let mut browser = signed_in(&shop, OLGA, &olga.secret).await;
    // Alerts come some seconds after what they tell of; here somebody looks, as Today says, and
    // nothing is told yet.
    jobs::ensure_scheduled(&shop.app.db, &Job::Watch, shop.app.clock.now())
        .await
        .unwrap();
    for (change, stuck) in [
        (
            "update alerts set resolved_at = now() where resolved_at is null",
            false,
        ),
        (HOLD, true),
    ] {
        shop.run(change).await;
        let today = browser.get("/desk").await;
        assert_eq!(
            today.words().contains("Nothing needs you"),
            !stuck,
            "{}",
            today.body
        );
        assert_eq!(
            today.words().contains("Orders that are stuck"),
            stuck,
            "{}",
            today.body
        );
    }
    shop.run(RELEASE).await;
    assert!(browser.get("/desk").await.words().contains("no failures"));
    stop_sales(&shop.app.db, BALANCE, shop.app.clock.now())
        .await
        .unwrap();
    let today = browser.get("/desk").await;
    assert!(
        today.words().contains("sells nothing now"),
        "a balance that is too short: {}",
        today.body
    );
    resume_sales_stopped_for(&shop.app.db, BALANCE)
        .await
        .unwrap();
    shop.close().await;
}

#[tokio::test]
async fn on_an_address_of_its_own_the_public_one_has_no_desk() {
    let own = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let desk_address = own.local_addr().unwrap();
    let desk_url = format!("http://{desk_address}");
    let url = desk_url.clone();
    let (shop, olga, _) = with_desk(move |config| {
        config.desk_addr = Some(desk_address);
        config.desk_url = url.parse().unwrap();
    })
    .await;
    let limits = esim_storefront::serve::connections::Limits::of(512);
    let stop = tokio_util::sync::CancellationToken::new();
    let router = esim_storefront::web::desk_router(shop.app.clone());
    tokio::spawn(esim_storefront::serve::connections::serve(
        own,
        router,
        limits,
        stop.clone(),
    ));
    assert_eq!(shop.browser().get("/desk").await.status, 404);
    assert_eq!(shop.browser().get("/desk/sign-in").await.status, 404);
    let mut browser = shop.browser().at(&desk_url);
    let link = asked(&shop, &mut browser, OLGA).await;
    let code = fresh_code(&shop, &olga.secret);
    assert_eq!(browser.post(&link, &[("code", &code)]).await.status, 303);
    let today = browser.get("/desk").await;
    assert_eq!(today.status, 200);
    for sheet in today.attributes("link[rel=stylesheet]", "href") {
        assert_eq!(browser.get(&sheet).await.status, 200, "{sheet}");
    }
    for path in ["/", "/esim/japan"] {
        assert_eq!(
            shop.browser().get(path).await.status,
            200,
            "{path} is rendered and kept"
        );
    }
    for path in [
        "/",
        "/esim/japan",
        "/checkout",
        "/my-esims",
        "/webhooks/stripe",
    ] {
        assert_eq!(browser.get(path).await.status, 404, "{path} is the shop's");
    }
    stop.cancel();
    shop.close().await;
}

#[tokio::test]
async fn inviting_is_for_who_is_on_the_list_and_shows_its_secrets_once() {
    let (shop, _, _) = with_desk(|_| {}).await;
    let toml = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(
        toml.path(),
        format!(
            "[shop]\nname = \"Layover\"\nsupport_email = \"help@layover.example\"\ncurrency = \
             \"USD\"\n{STAFF}"
        ),
    )
    .unwrap();
    let settings = [("SHOP_CONFIG", toml.path().to_str().unwrap())];
    let run = async |arguments: &[&str]| {
        super::operators::command_with(&shop, arguments, &settings).await
    };
    let stranger = run(&["desk", "invite", "eve@evil.example"]).await;
    assert!(
        !stranger.status.success()
            && String::from_utf8_lossy(&stranger.stderr).contains("is not in [desk] staff")
    );
    let invited = run(&["desk", "invite", "Tom@layover.example", "--json"]).await;
    let told: serde_json::Value = serde_json::from_slice(&invited.stdout).unwrap();
    assert!(
        told["otpauth"]
            .as_str()
            .unwrap()
            .starts_with("otpauth://totp/Layover%20desk:tom%40layover%2Eexample?secret="),
        "{told}"
    );
    assert_eq!(
        (
            told["role"].as_str(),
            told["recovery_codes"].as_array().unwrap().len()
        ),
        (Some("support"), 10)
    );
    let words = super::operators::printed(&run(&["desk", "invite", TOM, "--role", "owner"]).await);
    assert!(
        words.contains("as owner")
            && words.contains("otpauth://")
            && words.contains("█")
            && words.contains("DATA_KEY is not set"),
        "{words}"
    );
    assert_eq!(
        shop.one::<String>(
            "select role || ' ' || invited_by from ops.staff where address like 'tom%'"
        )
        .await,
        "owner olga"
    );
    let code = told["recovery_codes"][0].as_str().unwrap();
    let mut browser = shop.browser();
    let link = asked(&shop, &mut browser, TOM).await;
    assert_eq!(
        browser.post(&link, &[("code", code)]).await.status,
        422,
        "what the first invitation gave is void"
    );
    assert!(run(&["desk", "revoke", TOM]).await.status.success());
    assert_eq!(
        run(&["desk", "revoke", TOM, "--json"]).await.status.code(),
        Some(1)
    );
    shop.close().await;
}
