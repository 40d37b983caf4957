//! The owner's desk: who gets in, what each may do, and in how few clicks. What somebody tries who may not is in desk_attacks.rs.

use chrono::TimeDelta;
use esim_storefront::domain::desk::{Role, TotpSecret};
use esim_storefront::domain::email::EmailAddress;
use esim_storefront::flows::desk::{self, Invitation};
use esim_storefront::sandbox::faults::{Fault, Rule};

use crate::support::{BUYER, Browser, PLAN, PRICE, Shop};

pub const OLGA: &str = "olga@layover.example";
pub const TOM: &str = "tom@layover.example";
pub const STAFF: &str = "[desk]\nstaff = [\"olga@layover.example\", \"tom@layover.example\"]\n";

pub fn address(text: &str) -> EmailAddress {
    EmailAddress::parse(text).unwrap()
}

/// A shop with a desk, its owner Olga and Tom, who helps.
pub async fn with_desk(change: impl FnOnce(&mut esim_storefront::config::Config)) -> (Shop, Invitation, Invitation) {
    let shop = Shop::open_as(STAFF, change).await;
    let olga = desk::invite(&shop.app, &address(OLGA), Role::Owner, "root").await.unwrap();
    let tom = desk::invite(&shop.app, &address(TOM), Role::Support, "root").await.unwrap();
    (shop, olga, tom)
}

/// The newest link that was mailed to somebody, as a path.
pub async fn newest_link(shop: &Shop, who: &str) -> String {
    shop.settle().await;
    let mail = shop.sandbox.mailbox.messages_to(who).pop().expect("a mail");
    let link = mail.text.split_whitespace().find(|word| word.contains("/desk/sign-in/")).expect("a link");
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
    assert_eq!((answer.status, answer.location.as_deref()), (303, Some("/desk")), "{}", answer.body);
    browser
}

/// Sends a page's form as it stands, with what is typed; what came back.
pub async fn press(
    browser: &mut Browser,
    page: &crate::support::browser::Answer,
    typed: &[(&str, &str)],
) -> crate::support::browser::Answer {
    let action = page.attributes("main form[method=post]", "action").remove(0);
    let names = page.attributes("main form[method=post] input[type=hidden]", "name");
    let values = page.attributes("main form[method=post] input[type=hidden]", "value");
    let mut fields: Vec<(&str, &str)> = names.iter().zip(&values).map(|(name, value)| (name.as_str(), value.as_str())).collect();
    fields.extend(typed);
    browser.post(&action, &fields).await
}

/// From Today: types into the box, presses it, and is at the order.
async fn found(browser: &mut Browser, what: &str) -> String {
    let today = browser.get("/desk").await;
    assert_eq!(today.status, 200, "{}", today.body);
    let answer = press(browser, &today, &[("q", what)]).await;
    assert_eq!(answer.status, 303, "{what}: {}", answer.body);
    answer.location.unwrap()
}

#[tokio::test]
async fn there_is_no_desk_until_somebody_is_named() {
    let shop = Shop::open().await;
    for path in ["/desk", "/desk/sign-in", "/desk/orders/E10001", "/desk/find"] {
        assert_eq!(shop.browser().get(path).await.status, 404, "{path}");
    }
    assert_eq!(shop.browser().post("/desk/sign-in", &[("email", OLGA)]).await.status, 404);
    shop.close().await;
}

#[tokio::test]
async fn both_factors_lead_in_and_every_act_bears_the_name() {
    let (shop, olga, _) = with_desk(|_| {}).await;
    let mut browser = shop.browser();
    assert_eq!(browser.get("/desk").await.location.as_deref(), Some("/desk/sign-in"));
    let link = asked(&shop, &mut browser, OLGA).await;
    assert_eq!(browser.get(&link).await.status, 200, "looking uses nothing up");
    assert_eq!(browser.get("/desk").await.status, 303, "the link alone opens nothing");
    let code = fresh_code(&shop, &olga.secret);
    let answer = browser.post(&link, &[("code", &code)]).await;
    assert_eq!(answer.status, 303);
    let today = browser.get("/desk").await;
    assert!(today.body.contains(OLGA) && today.words().contains("What needs you"), "{}", today.body);
    assert_eq!(today.headers["cache-control"], "private, no-store");
    assert_eq!(today.headers["x-robots-tag"], "noindex, nofollow");
    let policy = today.headers["content-security-policy"].to_str().unwrap();
    assert!(
        policy.contains("default-src 'none'") && !policy.contains("script-src") && policy.contains("frame-ancestors 'none'"),
        "{policy}"
    );
    let acts: String = shop.one("select string_agg(actor || ' ' || act, '; ' order by id) from audit").await;
    assert!(
        acts.contains("operator:root invited to the desk") && acts.ends_with("operator:olga@layover.example signed in at the desk"),
        "{acts}"
    );
    let out = browser.post("/desk/sign-out", &[]).await;
    assert_eq!(out.status, 303);
    assert_eq!(browser.get("/desk").await.status, 303);
    shop.close().await;
}

#[tokio::test]
async fn a_recovery_code_works_once_and_stands_nowhere_in_the_database() {
    let (shop, olga, _) = with_desk(|_| {}).await;
    let code = &olga.recovery_codes[0];
    let mut browser = shop.browser();
    let link = asked(&shop, &mut browser, OLGA).await;
    assert_eq!(browser.post(&link, &[("code", &code.to_lowercase())]).await.status, 303);
    let mut again = shop.browser();
    shop.pass(TimeDelta::minutes(2));
    let link = asked(&shop, &mut again, OLGA).await;
    assert_eq!(again.post(&link, &[("code", code)]).await.status, 422);
    assert_eq!(shop.one::<i64>("select recovery_codes_left from ops.staff where role = 'owner'").await, 9);
    shop.close().await;
}

#[tokio::test]
async fn the_secret_is_sealed_with_the_owners_key_and_sealed_anew_with_a_new_one() {
    let old = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    let new = "ffeeddccbbaa99887766554433221100ffeeddccbbaa99887766554433221100";
    let keys = |list: &str| esim_storefront::domain::sealed::DataKeys::read(list).unwrap();
    let (shop, olga, _) = with_desk(|config| config.data_keys = keys(old)).await;
    signed_in(&shop, OLGA, &olga.secret).await;
    let kept: String = shop.one("select totp_secret from staff where role = 'owner'").await;
    assert!(kept.starts_with("sealed:1:"), "{kept}");
    let rotated = shop.beside(|config| config.data_keys = keys(&format!("{new},{old}"))).await;
    desk::tidy(&rotated, rotated.clock.now()).await.unwrap();
    let anew: String = shop.one("select totp_secret from staff where role = 'owner'").await;
    assert!(anew.starts_with(&keys(new).beginning().unwrap()), "{anew}");
    shop.close().await;
}

#[tokio::test]
async fn a_session_ends_after_an_hour_without_use_and_after_twelve_with() {
    let (shop, olga, _) = with_desk(|_| {}).await;
    let mut idle = signed_in(&shop, OLGA, &olga.secret).await;
    shop.pass(TimeDelta::minutes(59));
    assert_eq!(idle.get("/desk").await.status, 200);
    shop.pass(TimeDelta::minutes(61));
    assert_eq!(idle.get("/desk").await.status, 303, "an hour without use");
    let mut busy = signed_in(&shop, OLGA, &olga.secret).await;
    for _ in 0..13 {
        shop.pass(TimeDelta::minutes(55));
        assert_eq!(busy.get("/desk/find").await.status, 200);
    }
    shop.pass(TimeDelta::minutes(10));
    assert_eq!(busy.get("/desk").await.status, 303, "twelve hours");
    shop.close().await;
}

#[tokio::test]
async fn who_is_revoked_is_off_the_list_or_gets_another_role_notices_at_the_next_request() {
    let (shop, olga, tom) = with_desk(|_| {}).await;
    let mut owner = signed_in(&shop, OLGA, &olga.secret).await;
    let mut helper = signed_in(&shop, TOM, &tom.secret).await;
    shop.run("update staff set role = 'support' where role = 'owner'").await;
    assert_eq!(owner.get("/desk/orders/E1/refund").await.status, 403);
    let elsewhere = shop.beside(|config| config.shop.desk.staff.retain(|one| one != TOM)).await;
    assert_eq!(helper.at(&shop.serve(elsewhere).await).get("/desk").await.status, 303, "off the list");
    assert_eq!(helper.get("/desk").await.status, 200);
    assert!(desk::revoke(&shop.app, &address(TOM), "root").await.unwrap());
    assert_eq!(helper.get("/desk").await.status, 303, "revoked");
    assert_eq!(shop.one::<i64>("select count(*) from staff_sessions where address like 'tom%'").await, 0);
    assert!(!desk::revoke(&shop.app, &address(TOM), "root").await.unwrap());
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
    tokio::spawn(esim_storefront::serve::connections::serve(own, router, limits, stop.clone()));
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
    for path in ["/", "/esim/japan", "/checkout", "/my-esims", "/webhooks/stripe"] {
        assert_eq!(browser.get(path).await.status, 404, "{path} is the shop's");
    }
    stop.cancel();
    shop.close().await;
}

#[tokio::test]
async fn one_box_finds_an_order_by_whatever_is_at_hand() {
    let (shop, _, tom) = with_desk(|_| {}).await;
    let mut sarah = shop.browser();
    shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    shop.run("update esims set traveller = 'Grandma Jones'").await;
    let mut browser = signed_in(&shop, TOM, &tom.secret).await;
    let number: String = shop.one("select order_number from orders").await;
    let iccid: String = shop.one("select iccid from esims").await;
    let intent: String = shop.one("select stripe_payment_intent_id from orders").await;
    let session: String = shop.one("select session_id from checkout_sessions").await;
    for what in [number.as_str(), &number.to_lowercase(), BUYER, &iccid, &intent, &session, "grandma", "Grandma Jones"] {
        assert_eq!(found(&mut browser, what).await, format!("/desk/orders/{number}"), "{what}");
    }
    let nothing = browser.post("/desk/find", &[("q", "nobody@else.example")]).await;
    assert!(nothing.status == 200 && nothing.words().contains("Nothing found"), "{}", nothing.body);
    let page = browser.get(&format!("/desk/orders/{number}")).await;
    assert_eq!(page.status, 200, "{}", page.body);
    for esim in shop.sandbox.supplier.esims() {
        assert!(!page.body.contains(&esim.esim_qr) && !page.body.contains(esim.esim_qr.rsplit('$').next().unwrap()), "a code");
        assert!(page.body.contains(&esim.iccid));
    }
    assert!(page.words().contains("delivered") && page.body.contains(BUYER), "{}", page.body);
    shop.close().await;
}

#[tokio::test]
async fn from_today_a_mail_is_sent_again_to_a_corrected_address_in_three_clicks() {
    let (shop, _, tom) = with_desk(|_| {}).await;
    shop.buy(&mut shop.browser(), PLAN, 1).await;
    shop.settle().await;
    let mut browser = signed_in(&shop, TOM, &tom.secret).await;
    let order = found(&mut browser, BUYER).await;
    let page = browser.get(&order).await;
    let link = page.attributes("main a", "href").into_iter().find(|href| href.ends_with("/address")).unwrap();
    let confirm = browser.get(&link).await;
    assert!(confirm.words().contains("The old address gets a mail that says so, without a code"), "{}", confirm.body);
    let wrong = press(&mut browser, &confirm, &[("email", "sarah@")]).await;
    assert!(wrong.status == 422 && wrong.count("[aria-invalid]") == 1, "{}", wrong.body);
    let done = press(&mut browser, &confirm, &[("email", "sara@traveller.example")]).await;
    assert_eq!(done.status, 303, "{}", done.body);
    assert!(browser.get(&done.location.unwrap()).await.words().contains("The address is corrected"));
    assert_eq!(shop.sandbox.mailbox.messages_to("sara@traveller.example").len(), 1);
    assert_eq!(shop.one::<String>("select actor from order_events where event = 'email_changed'").await, format!("operator:{TOM}"));
    let again = browser.get(&format!("{order}/resend")).await;
    assert!(again.words().contains("goes to sara@traveller.example again"), "{}", again.body);
    assert_eq!(press(&mut browser, &again, &[]).await.status, 303);
    assert_eq!(shop.sandbox.mailbox.messages_to("sara@traveller.example").len(), 2);
    shop.run("update esims set status = 'Installed'").await;
    let late = browser.get(&link).await;
    assert!(late.words().contains("Only an owner may change it") && late.count("main form") == 0, "{}", late.body);
    assert_eq!(browser.post(&link, &[("email", "eve@evil.example")]).await.status, 409);
    shop.close().await;
}

#[tokio::test]
async fn from_today_one_of_two_lines_is_refunded_in_three_clicks_as_the_command_does() {
    let (shop, olga, _) = with_desk(|_| {}).await;
    shop.buy(&mut shop.browser(), PLAN, 2).await;
    shop.settle().await;
    let mut browser = signed_in(&shop, OLGA, &olga.secret).await;
    let order = found(&mut browser, BUYER).await;
    let page = browser.get(&order).await;
    let link = page.attributes("main td a", "href").into_iter().find(|href| href.ends_with("refund?line=2")).unwrap();
    let confirm = browser.get(&link).await;
    assert!(confirm.words().contains("its unused plan is ended at the supplier"), "{}", confirm.body);
    assert!(confirm.words().contains("14.40"), "{}", confirm.body);
    let without = press(&mut browser, &confirm, &[("reason", " ")]).await;
    assert_eq!(without.status, 422, "a reason for the books");
    let done = press(&mut browser, &confirm, &[("reason", "asked for by phone")]).await;
    assert_eq!(done.status, 303, "{}", done.body);
    shop.rest(TimeDelta::hours(1)).await;
    let back: i64 = shop.sandbox.stripe.charges().iter().map(|charge| charge["amount_refunded"].as_i64().unwrap()).sum();
    assert_eq!(back, PRICE);
    assert_eq!(shop.one::<String>("select string_agg(state, ' ' order by position) from lines").await, "delivered cancelled");
    let audit: String = shop.one("select actor || ' ' || act || ' ' || detail from audit order by id desc limit 1").await;
    assert!(audit.starts_with(&format!("operator:{OLGA} desk: refund E")) && audit.contains("Line 2"), "{audit}");
    let again = press(&mut browser, &confirm, &[("reason", "asked for by phone")]).await;
    assert_eq!(again.status, 422, "what was seen is not what would be done now: {}", again.words());
    shop.close().await;
}

#[tokio::test]
async fn a_part_is_refunded_and_what_changed_since_it_was_shown_is_shown_anew() {
    let (shop, olga, _) = with_desk(|_| {}).await;
    shop.buy(&mut shop.browser(), PLAN, 1).await;
    shop.settle().await;
    let mut browser = signed_in(&shop, OLGA, &olga.secret).await;
    let order = found(&mut browser, BUYER).await;
    let stale = browser.get(&format!("{order}/refund")).await;
    let part = browser.get(&format!("{order}/refund?line=1&amount=5.00")).await;
    assert!(part.words().contains("5.00") && part.words().contains("nothing is ended at the supplier"), "{}", part.body);
    assert_eq!(press(&mut browser, &part, &[("reason", "slow network")]).await.status, 303);
    shop.rest(TimeDelta::hours(1)).await;
    let anew = press(&mut browser, &stale, &[("reason", "slow network")]).await;
    assert!(anew.status == 422 && anew.words().contains("something has changed since"), "{}", anew.body);
    assert_eq!(shop.one::<i64>("select sum(amount_minor)::bigint from refunds where state = 'succeeded'").await, 500);
    let nonsense = browser.get(&format!("{order}/refund?line=1&amount=lots")).await;
    assert!(nonsense.words().contains("Nothing can be refunded so"), "{}", nonsense.body);
    shop.close().await;
}

#[tokio::test]
async fn from_today_a_hold_is_released_with_a_note_in_three_clicks() {
    let (shop, olga, tom) = with_desk(|_| {}).await;
    shop.buy(&mut shop.browser(), PLAN, 1).await;
    shop.sandbox.supplier.faults.push(Rule::always("create_order", Fault::Status { status: 503, body: String::new() }));
    shop.settle().await;
    shop.run(
        "insert into holds (order_id, reason, why, source, opened_at) select id, 'operator', 'looks odd', 'a test', now() from orders",
    )
    .await;
    let mut browser = signed_in(&shop, OLGA, &olga.secret).await;
    let order = found(&mut browser, BUYER).await;
    let page = browser.get(&order).await;
    assert!(page.words().contains("looks odd"), "{}", page.body);
    let link = page.attributes("main a", "href").into_iter().find(|href| href.ends_with("/release")).unwrap();
    let confirm = browser.get(&link).await;
    assert!(confirm.words().contains("The hold “operator” ends"), "{}", confirm.body);
    let done = press(&mut browser, &confirm, &[("note", "spoke to the traveller")]).await;
    assert_eq!(done.status, 303, "{}", done.body);
    assert_eq!(shop.one::<i64>("select count(*) from holds where ended_at is null").await, 0);
    let story: String = shop.one("select string_agg(event || coalesce(': ' || detail, ''), '; ' order by id) from order_events").await;
    assert!(story.contains("noted: spoke to the traveller") && story.contains("released: looks odd"), "{story}");
    let mut helper = signed_in(&shop, TOM, &tom.secret).await;
    assert!(!helper.get(&order).await.body.contains("/release"), "support sees no button that it may not press");
    shop.sandbox.supplier.faults.clear();
    shop.rest(TimeDelta::hours(3)).await;
    shop.close().await;
}

#[tokio::test]
async fn a_sharing_link_is_stopped_and_a_retry_says_when_there_is_nothing() {
    let (shop, olga, tom) = with_desk(|_| {}).await;
    shop.buy(&mut shop.browser(), PLAN, 1).await;
    shop.settle().await;
    shop.run(
        "insert into esim_keys (token_hash, esim_id, purpose, created_at, expires_at)
         select sha256('x'), id, 'traveller', now(), now() + interval '60 days' from esims",
    )
    .await;
    let mut owner = signed_in(&shop, OLGA, &olga.secret).await;
    let order = found(&mut owner, BUYER).await;
    let link = owner.get(&order).await.attributes("main td a", "href").into_iter().find(|href| href.contains("stop-link")).unwrap();
    let confirm = owner.get(&link).await;
    assert_eq!(press(&mut owner, &confirm, &[]).await.status, 303);
    assert_eq!(shop.one::<i64>("select count(*) from esim_keys where purpose = 'traveller'").await, 0);
    assert_eq!(shop.one::<String>("select actor from order_events where event = 'link_ended'").await, format!("operator:{OLGA}"));
    assert_eq!(press(&mut owner, &confirm, &[]).await.status, 409, "there is none any more");
    let mut helper = signed_in(&shop, TOM, &tom.secret).await;
    let confirm = helper.get(&format!("{order}/retry")).await;
    let nothing = press(&mut helper, &confirm, &[]).await;
    assert!(nothing.status == 409 && nothing.words().contains("nothing to retry"), "{}", nothing.body);
    let note = helper.get(&format!("{order}/note")).await;
    assert_eq!(press(&mut helper, &note, &[("note", "called twice")]).await.status, 303);
    assert!(helper.get(&order).await.words().contains("called twice"));
    shop.close().await;
}

#[tokio::test]
async fn lists_and_books_show_what_the_commands_show_and_the_accountants_table_leaves_a_trace() {
    let (shop, olga, tom) = with_desk(|_| {}).await;
    shop.buy(&mut shop.browser(), PLAN, 2).await;
    shop.settle().await;
    esim_storefront::flows::price_table::write_down(&shop.app).await.unwrap();
    let mut owner = signed_in(&shop, OLGA, &olga.secret).await;
    let plans = owner.get("/desk/plans?text=japan&which=on").await;
    assert!(plans.status == 200 && plans.body.contains(PLAN) && plans.words().contains("14.40"), "{}", plans.body);
    assert_eq!(owner.get("/desk/plans?text=nowhere").await.count("tbody tr"), 0);
    assert_eq!(owner.get("/desk/plans?which=off&text=japan").await.count("tbody tr"), 0, "all of Japan is for sale");
    let mails = owner.get("/desk/mails").await;
    assert!(mails.words().contains("delivered") && mails.body.contains(BUYER), "{}", mails.body);
    assert_eq!(owner.get("/desk/mails?which=failed").await.count("tbody tr"), 0);
    shop.app.webhooks.write(&shop.app.db).await.unwrap();
    assert!(owner.get("/desk/webhooks").await.words().contains("Stripe"));
    let books = owner.get("/desk/books").await;
    assert!(books.status == 200 && books.words().contains("28.80") && books.words().contains("agree with themselves"), "{}", books.body);
    let day = shop.app.clock.now().date_naive();
    let csv = owner.get(&format!("/desk/books/orders.csv?from={day}&to={day}")).await;
    assert!(csv.body.starts_with("order_number,mode,") && csv.body.lines().count() == 2 && !csv.body.contains(BUYER), "{}", csv.body);
    assert_eq!(csv.headers["content-disposition"], "attachment; filename=\"orders.csv\"");
    let json = owner.get(&format!("/desk/books/orders.json?from={day}&to={day}")).await.json();
    assert_eq!(json[0]["gross"], "28.80");
    assert_eq!(owner.get("/desk/books/orders.csv?from=0001-01-01&to=9999-12-31").await.status, 409);
    assert_eq!(owner.get("/desk/books/orders.csv?from=x&to=y").await.status, 409);
    let trace: i64 =
        shop.one("select count(*) from audit where act = 'desk: export orders' and actor = 'operator:olga@layover.example'").await;
    assert_eq!(trace, 2);
    let mut helper = signed_in(&shop, TOM, &tom.secret).await;
    let number: String = shop.one("select order_number from orders").await;
    for path in ["/desk".to_owned(), format!("/desk/orders/{number}")] {
        let page = helper.get(&path).await;
        assert!(!page.words().contains("Margin") && !page.words().contains("Balance"), "support sees no margin: {}", page.words());
        for href in page.attributes("a", "href").iter().filter(|href| href.starts_with("/desk")) {
            assert_eq!(helper.get(href).await.status, 200, "{path} leads to {href}");
        }
    }
    let today = owner.get("/desk").await;
    assert!(today.count("svg.bars rect") == 3 && today.words().contains("28.80"), "{}", today.body);
    shop.close().await;
}

#[tokio::test]
async fn inviting_is_for_who_is_on_the_list_and_shows_its_secrets_once() {
    let (shop, _, _) = with_desk(|_| {}).await;
    let toml = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(
        toml.path(),
        format!("[shop]\nname = \"Layover\"\nsupport_email = \"help@layover.example\"\ncurrency = \"USD\"\n{STAFF}"),
    )
    .unwrap();
    let settings = [("SHOP_CONFIG", toml.path().to_str().unwrap())];
    let run = async |arguments: &[&str]| super::operators::command_with(&shop, arguments, &settings).await;
    let stranger = run(&["desk", "invite", "eve@evil.example"]).await;
    assert!(!stranger.status.success() && String::from_utf8_lossy(&stranger.stderr).contains("is not in [desk] staff"));
    let invited = run(&["desk", "invite", "Tom@layover.example", "--json"]).await;
    let told: serde_json::Value = serde_json::from_slice(&invited.stdout).unwrap();
    assert!(told["otpauth"].as_str().unwrap().starts_with("otpauth://totp/Layover%20desk:tom%40layover%2Eexample?secret="), "{told}");
    assert_eq!((told["role"].as_str(), told["recovery_codes"].as_array().unwrap().len()), (Some("support"), 10));
    let words = super::operators::printed(&run(&["desk", "invite", TOM, "--role", "owner"]).await);
    assert!(
        words.contains("as owner") && words.contains("otpauth://") && words.contains("█") && words.contains("DATA_KEY is not set"),
        "{words}"
    );
    assert_eq!(shop.one::<String>("select role || ' ' || invited_by from ops.staff where address like 'tom%'").await, "owner olga");
    let code = told["recovery_codes"][0].as_str().unwrap();
    let mut browser = shop.browser();
    let link = asked(&shop, &mut browser, TOM).await;
    assert_eq!(browser.post(&link, &[("code", code)]).await.status, 422, "what the first invitation gave is void");
    assert!(run(&["desk", "revoke", TOM]).await.status.success());
    assert_eq!(run(&["desk", "revoke", TOM, "--json"]).await.status.code(), Some(1));
    shop.close().await;
}
