//! What somebody tries at the desk who may not: every route without both factors, every owner's act
//! as support, and forty tries by name.

use chrono::TimeDelta;
use esim_storefront::flows::desk;
use reqwest::Method;

use super::desk::{OLGA, TOM, address, asked, fresh_code, newest_link, signed_in, with_desk};
use super::desk_acts::press;
use crate::support::browser::Answer;
use crate::support::{BUYER, Browser, PLAN, Shop};

/// The routes of the desk, as its site map names them: the file itself is read, so that none is
/// forgotten.
fn routes() -> Vec<(String, bool, bool)> {
    let map = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/src/web/desk/mod.rs"))
        .unwrap();
    let owners_from = map.find("fn owners()").unwrap();
    let found: Vec<_> = map
        .match_indices(".route(\"/desk")
        .map(|(at, _)| {
            let line = map[at..].lines().next().unwrap();
            let path = line.split('"').nth(1).unwrap().to_owned();
            (path, at > owners_from, line.contains("post("))
        })
        .collect();
    assert!(found.len() >= 14, "{found:?}");
    found
}

fn concrete(path: &str, number: &str) -> String {
    path.replace("{number}", number)
        .replace("{token}", &"A".repeat(43))
}

/// Whether a page of the desk's inside is in an answer.
fn shows_inside(answer: &Answer) -> bool {
    answer.body.contains(BUYER)
        || answer.body.contains("Sign out")
        || answer.body.contains("What needs you")
}

async fn sold() -> (Shop, desk::Invitation, desk::Invitation, String) {
    let (shop, olga, tom) = with_desk(|_| {}).await;
    shop.buy(&mut shop.browser(), PLAN, 1).await;
    shop.settle().await;
    let number = shop.one::<String>("select order_number from orders").await;
    (shop, olga, tom, number)
}

/// What a try must not change.
async fn state_of(shop: &Shop) -> String {
    shop.one(
        "select concat_ws(' ', (select count(*) from refunds), (select count(*) from order_events),
         (select string_agg(state, ',') from lines),
              (select count(*) from mails), (select customer_email from orders),
              (select count(*) from staff where revoked_at is null),
              (select count(*) from price_versions), (select count(*) from price_drafts),
              (select count(*) from plan_marks))",
    )
    .await
}

#[tokio::test]
async fn no_page_answers_and_no_form_acts_without_both_factors() {
    let (shop, _, _, number) = sold().await;
    let before = state_of(&shop).await;
    for (path, _, _) in routes()
        .iter()
        .filter(|(path, _, _)| !path.starts_with("/desk/sign-in"))
    {
        let path = concrete(path, &number);
        for cookie in [None, Some("A".repeat(43)), Some("x".to_owned())] {
            let mut browser = shop.browser();
            if let Some(cookie) = &cookie {
                browser.cookies.insert("desk".to_owned(), cookie.clone());
            }
            let post = browser
                .post(
                    &path,
                    &[
                        ("reason", "x"),
                        ("email", "eve@evil.example"),
                        ("note", "x"),
                    ],
                )
                .await;
            let get = browser.get(&path).await;
            for answer in [post, get] {
                let away =
                    answer.status == 303 && answer.location.as_deref() == Some("/desk/sign-in");
                assert!(
                    (away || answer.status == 405) && answer.body.is_empty(),
                    "{path}: {} {}",
                    answer.status,
                    answer.body
                );
            }
        }
        let method = shop
            .browser()
            .request(Method::PUT, &path)
            .header("sec-fetch-site", "same-origin");
        assert!(
            [303, 405].contains(&shop.browser().send(method).await.status),
            "{path}"
        );
    }
    assert_eq!(state_of(&shop).await, before);
    shop.close().await;
}

#[tokio::test]
async fn support_reaches_no_act_of_an_owner_by_any_route() {
    let (shop, _, tom, number) = sold().await;
    let mut helper = signed_in(&shop, TOM, &tom.secret).await;
    let before = state_of(&shop).await;
    let fields = [
        ("line", "1"),
        ("reason", "x"),
        ("email", "eve@evil.example"),
        ("note", "x"),
        ("address", OLGA),
        ("role", "owner"),
        ("seen", ""),
        ("id", PLAN),
        ("hidden", "yes"),
        ("from", "0"),
        ("rules", "0"),
        ("markup_percent", "0"),
        ("minimum_margin", "0"),
        ("card_fee_percent", "0"),
        ("card_fee_fixed", "0"),
        ("most_loss", "0"),
        ("version", "1"),
    ];
    let mut walked = 0;
    for (path, owners, _) in routes().iter().filter(|(_, owners, _)| *owners) {
        walked += 1;
        assert!(owners);
        let path = concrete(path, &number);
        for variant in [
            path.clone(),
            format!("{path}?line=1"),
            path.replace("/desk", "/es/desk"),
            path.to_uppercase().replace("/DESK", "/desk"),
        ] {
            let get = helper.get(&variant).await;
            assert!(
                [403, 404].contains(&get.status) && !shows_inside(&get),
                "{variant}: {} {}",
                get.status,
                get.body
            );
            let post = helper.post(&variant, &fields).await;
            assert!(
                [403, 404, 405].contains(&post.status),
                "{variant}: {}",
                post.status
            );
        }
    }
    assert!(walked >= 17);
    let touched: i64 = shop
        .one(
            "select (select count(*) from price_versions) + (select count(*)
             from price_drafts) + (select count(*) from plan_marks)",
        )
        .await;
    assert_eq!(touched, 0, "neither prices nor plans");
    // Nor with a code of their own, beside what an owner has drafted.
    let code = fresh_code(&shop, &tom.secret);
    let mut forged = shop.browser();
    forged.cookies = helper.cookies.clone();
    for path in ["/desk/prices/publish", "/desk/prices", "/desk/plan"] {
        assert_eq!(
            forged
                .post(
                    path,
                    &[("from", "0"), ("seen", ""), ("code", &code), ("id", PLAN)]
                )
                .await
                .status,
            403,
            "{path}"
        );
    }
    let page = helper.get("/desk").await;
    assert!(
        !page.body.contains("/desk/prices") && !page.body.contains("/desk/plan"),
        "{}",
        page.body
    );
    // Not by the fields of an act that it may do, either.
    let resend = helper.get(&format!("/desk/orders/{number}/resend")).await;
    let resent = press(
        &mut helper,
        &resend,
        &[("to", "eve@evil.example"), ("email", "eve@evil.example")],
    )
    .await;
    assert_eq!(resent.status, 303);
    assert!(
        shop.sandbox
            .mailbox
            .messages_to("eve@evil.example")
            .is_empty()
    );
    assert_eq!(
        shop.sandbox.mailbox.messages_to(BUYER).len(),
        2,
        "to the order's own address"
    );
    let page = helper.get(&format!("/desk/orders/{number}")).await;
    for act in ["refund", "release", "resend-elsewhere", "stop-link"] {
        assert!(!page.body.contains(&format!("/{act}")), "{act}");
    }
    assert!(before.contains(BUYER));
    assert_eq!(shop.one::<i64>("select count(*) from refunds").await, 0);
    shop.rest(TimeDelta::minutes(5)).await;
    shop.close().await;
}

/// A form that somebody else's page sends with the cookies of who is signed in.
async fn forged(owner: &mut Browser, path: &str, headers: &[(&str, &str)]) -> Answer {
    let mut request = owner.request(Method::POST, path).form(&[
        ("reason", "x"),
        ("email", "eve@evil.example"),
        ("note", "x"),
    ]);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    owner.send(request).await
}

#[tokio::test]
async fn no_other_origin_makes_the_desk_do_or_show_anything() {
    let (shop, olga, _, number) = sold().await;
    let mut owner = signed_in(&shop, OLGA, &olga.secret).await;
    let before = state_of(&shop).await;
    let host = shop.url.strip_prefix("http://").unwrap().to_owned();
    let (evil, https) = (
        "https://evil.example",
        shop.url.replace("http://", "https://"),
    );
    let tries: [(&str, &[(&str, &str)]); 16] = [
        ("no word of where it comes from", &[]),
        (
            "another site",
            &[("sec-fetch-site", "cross-site"), ("origin", evil)],
        ),
        (
            "another site that claims our origin",
            &[("sec-fetch-site", "cross-site"), ("origin", &shop.url)],
        ),
        (
            "a sister domain",
            &[("sec-fetch-site", "same-site"), ("origin", &shop.url)],
        ),
        ("typed by hand", &[("sec-fetch-site", "none")]),
        ("an old browser elsewhere", &[("origin", evil)]),
        ("a sandboxed frame", &[("origin", "null")]),
        ("the same host over another scheme", &[("origin", &https)]),
        ("another port", &[("origin", "http://127.0.0.1:1")]),
        (
            "our origin as the beginning of theirs",
            &[("origin", "http://127.0.0.1.evil.example")],
        ),
        ("only a referer", &[("referer", &shop.url)]),
        (
            "their host in X-Forwarded-Host",
            &[("origin", evil), ("x-forwarded-host", "evil.example")],
        ),
        (
            "their host in Forwarded",
            &[
                ("origin", evil),
                ("forwarded", "host=evil.example;proto=https"),
            ],
        ),
        (
            "our host in X-Forwarded-Host",
            &[("origin", evil), ("x-forwarded-host", &host)],
        ),
        (
            "another site that says same-origin in Origin's place",
            &[("origin", "same-origin")],
        ),
        (
            "same-origin by word, another by origin",
            &[("sec-fetch-site", "same-origin"), ("origin", evil)],
        ),
    ];
    for (what, headers) in tries {
        for path in [
            "/desk/prices",
            "/desk/prices/publish",
            "/desk/prices/again",
            "/desk/prices/discard",
            "/desk/plan",
        ] {
            assert_eq!(
                forged(&mut owner, path, headers).await.status,
                403,
                "{what}: {path}"
            );
        }
        for act in ["retry", "note", "refund", "release", "address", "resend"] {
            let answer = forged(&mut owner, &format!("/desk/orders/{number}/{act}"), headers).await;
            assert!(
                answer.status == 403 && !shows_inside(&answer),
                "{what}: {act}: {}",
                answer.status
            );
        }
    }
    for (what, headers) in [
        (
            "a frame",
            &[
                ("sec-fetch-site", "cross-site"),
                ("sec-fetch-mode", "navigate"),
                ("sec-fetch-dest", "iframe"),
            ][..],
        ),
        (
            "a picture",
            &[
                ("sec-fetch-site", "cross-site"),
                ("sec-fetch-mode", "no-cors"),
                ("sec-fetch-dest", "image"),
            ],
        ),
        (
            "a script",
            &[("sec-fetch-site", "same-site"), ("sec-fetch-mode", "cors")],
        ),
    ] {
        let mut request = owner.request(Method::GET, "/desk");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let answer = owner.send(request).await;
        assert!(answer.status == 403 && !shows_inside(&answer), "{what}");
    }
    // Nothing that a page says lets another origin read it.
    let today = owner
        .send(owner.request(Method::GET, "/desk").header("origin", evil))
        .await;
    assert!(
        !today
            .headers
            .keys()
            .any(|name| name.as_str().starts_with("access-control-"))
    );
    assert_eq!(state_of(&shop).await, before);
    shop.close().await;
}

#[tokio::test]
async fn headers_that_name_another_host_person_method_or_path_change_nothing() {
    let (shop, olga, tom, number) = sold().await;
    let mut helper = signed_in(&shop, TOM, &tom.secret).await;
    let refund = format!("/desk/orders/{number}/refund");
    for (what, headers) in [
        (
            "a role",
            &[
                ("x-role", "owner"),
                ("x-user", OLGA),
                ("x-forwarded-user", OLGA),
                ("remote-user", OLGA),
            ][..],
        ),
        (
            "another method",
            &[
                ("x-http-method-override", "GET"),
                ("x-method-override", "GET"),
            ],
        ),
        (
            "another path",
            &[("x-original-url", "/desk"), ("x-rewrite-url", "/desk")],
        ),
        (
            "basic credentials",
            &[("authorization", "Basic b2xnYTpvbGdh")],
        ),
        ("a bearer", &[("authorization", "Bearer AAAA")]),
    ] {
        let mut request = helper.request(Method::GET, &refund);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        assert_eq!(helper.send(request).await.status, 403, "{what}");
        let mut request = shop.browser().request(Method::GET, "/desk");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        assert_eq!(shop.browser().send(request).await.status, 303, "{what}");
    }
    // A mailed link leads to the desk, whatever host the asking named.
    let mut eve = shop.browser();
    let request = eve
        .request(Method::POST, "/desk/sign-in")
        .header("origin", shop.url.clone())
        .header("x-forwarded-host", "evil.example")
        .header("x-forwarded-proto", "https")
        .header("forwarded", "host=evil.example")
        .form(&[("email", OLGA)]);
    assert_eq!(eve.send(request).await.status, 200);
    newest_link(&shop, OLGA).await;
    let mail = shop.sandbox.mailbox.messages_to(OLGA).pop().unwrap();
    assert!(
        mail.text.contains(&format!("{}/desk/sign-in/", shop.url)) && !mail.text.contains("evil"),
        "{}",
        mail.text
    );
    // Nor does a cookie of another name count, nor one in a header of another.
    let session = signed_in(&shop, OLGA, &olga.secret).await.cookies["desk"].clone();
    for name in ["session", "__Host-desk", "DESK", "desk-asked", "buyer"] {
        let mut thief = shop.browser();
        thief.cookies.insert(name.to_owned(), session.clone());
        assert_eq!(thief.get("/desk").await.status, 303, "{name}");
    }
    let mut thief = shop.browser();
    let by_header = thief
        .request(Method::GET, &format!("/desk?desk={session}"))
        .header("x-desk", &session)
        .header("authorization", format!("Bearer {session}"));
    assert_eq!(thief.send(by_header).await.status, 303);
    shop.close().await;
}

#[tokio::test]
async fn links_and_codes_count_once_in_one_browser_and_for_ten_minutes() {
    let (shop, olga, tom) = with_desk(|_| {}).await;
    let mut mine = shop.browser();
    let link = asked(&shop, &mut mine, OLGA).await;
    let code = fresh_code(&shop, &olga.secret);
    let mut thief = shop.browser();
    assert_eq!(
        thief.post(&link, &[("code", &code)]).await.status,
        410,
        "a link that was read on its way, with the code even"
    );
    let mut asker = shop.browser();
    asked(&shop, &mut asker, TOM).await;
    assert_eq!(
        asker.post(&link, &[("code", &code)]).await.status,
        410,
        "in a browser that asked for another"
    );
    for _ in 0..5 {
        assert_eq!(asker.post(&link, &[("code", "000000")]).await.status, 410);
    }
    let counted: i64 = shop
        .one("select count(*) from staff where wrong_tries > 0 or paused_until is not null")
        .await;
    assert_eq!(
        counted, 0,
        "nobody pauses the owner without her link in her browser"
    );
    assert_eq!(
        mine.post(&link, &[("code", "")]).await.status,
        422,
        "the link without a code"
    );
    let his = fresh_code(&shop, &tom.secret);
    assert_eq!(
        mine.post(&link, &[("code", &his)]).await.status,
        422,
        "another's code"
    );
    assert_eq!(
        mine.post(&link, &[("code", &tom.recovery_codes[0])])
            .await
            .status,
        422,
        "another's recovery code"
    );
    let code = fresh_code(&shop, &olga.secret);
    let asked_by = mine.cookies.clone();
    assert_eq!(mine.post(&link, &[("code", &code)]).await.status, 303);
    let mut replay = shop.browser();
    replay.cookies = asked_by;
    let next = fresh_code(&shop, &olga.secret);
    assert_eq!(
        replay.post(&link, &[("code", &next)]).await.status,
        410,
        "the link again"
    );
    let again = asked(&shop, &mut replay, OLGA).await;
    let last: i64 = shop
        .one("select last_step from staff where role = 'owner'")
        .await;
    let at = chrono::DateTime::from_timestamp(last * 30, 0).unwrap();
    let used = olga.secret.code_at(at).unwrap();
    assert_eq!(
        replay.post(&again, &[("code", &used)]).await.status,
        422,
        "a code that was used, with a new link"
    );
    let fresh = fresh_code(&shop, &olga.secret);
    shop.pass(TimeDelta::minutes(11));
    assert_eq!(
        replay.post(&again, &[("code", &fresh)]).await.status,
        410,
        "a link of eleven minutes ago"
    );
    assert_eq!(replay.get(&again).await.status, 410);
    let first = asked(&shop, &mut replay, OLGA).await;
    shop.pass(TimeDelta::minutes(1));
    let second = asked(&shop, &mut replay, OLGA).await;
    let code = fresh_code(&shop, &olga.secret);
    assert_eq!(replay.post(&second, &[("code", &code)]).await.status, 303);
    let code = fresh_code(&shop, &olga.secret);
    assert_eq!(
        replay.post(&first, &[("code", &code)]).await.status,
        410,
        "the others end with the one that was used"
    );
    shop.close().await;
}

#[tokio::test]
async fn one_code_that_two_browsers_send_at_once_lets_one_in() {
    let (shop, olga, _) = with_desk(|_| {}).await;
    let mut links = Vec::new();
    for _ in 0..6 {
        let mut browser = shop.browser();
        shop.pass(TimeDelta::minutes(1));
        links.push((asked(&shop, &mut browser, OLGA).await, browser));
    }
    let code = fresh_code(&shop, &olga.secret);
    let answers = futures_util::future::join_all(
        links
            .iter_mut()
            .map(async |(link, browser)| browser.post(link, &[("code", &code)]).await.status),
    )
    .await;
    assert_eq!(
        answers.iter().filter(|status| **status == 303).count(),
        1,
        "{answers:?}"
    );
    assert_eq!(
        shop.one::<i64>("select count(*) from staff_sessions").await,
        1
    );
    shop.close().await;
}

#[tokio::test]
async fn guessing_ends_after_five_tries_for_a_quarter_of_an_hour_even_with_the_right_code() {
    let (shop, olga, _) = with_desk(|_| {}).await;
    let mut eve = shop.browser();
    let link = asked(&shop, &mut eve, OLGA).await;
    for n in 0..4 {
        let answer = eve.post(&link, &[("code", &format!("00000{n}"))]).await;
        assert!(
            answer.status == 422 && answer.words().contains("not right"),
            "{}",
            answer.words()
        );
    }
    let fifth = eve.post(&link, &[("code", "ABCD-EFGH-IJKL-MNOP")]).await;
    assert!(
        fifth.words().contains("No code is accepted before"),
        "a recovery code is guessed no more than a phone's: {}",
        fifth.words()
    );
    let code = fresh_code(&shop, &olga.secret);
    assert_eq!(
        eve.post(&link, &[("code", &code)]).await.status,
        422,
        "right, but too soon"
    );
    assert_eq!(
        eve.post(&link, &[("code", &olga.recovery_codes[0])])
            .await
            .status,
        422
    );
    let mut olgas = shop.browser();
    shop.pass(TimeDelta::minutes(2));
    let other = asked(&shop, &mut olgas, OLGA).await;
    let code = fresh_code(&shop, &olga.secret);
    assert_eq!(
        olgas.post(&other, &[("code", &code)]).await.status,
        422,
        "with another link neither"
    );
    shop.pass(TimeDelta::minutes(14));
    let mut browser = signed_in(&shop, OLGA, &olga.secret).await;
    assert_eq!(
        browser.get("/desk").await.status,
        200,
        "and then it counts again"
    );
    assert_eq!(
        shop.one::<i64>("select count(*) from audit where act = 'five wrong codes at the desk'")
            .await,
        1
    );
    assert_eq!(
        shop.one::<i64>("select recovery_codes_left from ops.staff where role = 'owner'")
            .await,
        10,
        "none was used up"
    );
    shop.close().await;
}

#[tokio::test]
async fn a_session_is_new_at_each_sign_in_and_an_old_one_opens_nothing() {
    let (shop, olga, _) = with_desk(|_| {}).await;
    let mut browser = shop.browser();
    let planted = "B".repeat(43);
    browser.cookies.insert("desk".to_owned(), planted.clone());
    let link = asked(&shop, &mut browser, OLGA).await;
    let code = fresh_code(&shop, &olga.secret);
    assert_eq!(browser.post(&link, &[("code", &code)]).await.status, 303);
    let first = browser.cookies["desk"].clone();
    assert_ne!(first, planted, "a cookie that somebody planted");
    let old = |value: &str| {
        let mut thief = shop.browser();
        thief.cookies.insert("desk".to_owned(), value.to_owned());
        thief
    };
    assert_eq!(old(&planted).get("/desk").await.status, 303);
    shop.pass(TimeDelta::minutes(2));
    let link = asked(&shop, &mut browser, OLGA).await;
    let code = fresh_code(&shop, &olga.secret);
    assert_eq!(browser.post(&link, &[("code", &code)]).await.status, 303);
    assert_ne!(browser.cookies["desk"], first);
    assert_eq!(
        old(&first).get("/desk").await.status,
        303,
        "the session before"
    );
    let second = browser.cookies["desk"].clone();
    browser.post("/desk/sign-out", &[]).await;
    assert_eq!(
        old(&second).get("/desk").await.status,
        303,
        "after signing out"
    );
    let mut stolen = signed_in(&shop, OLGA, &olga.secret).await;
    desk::invite(
        &shop.app,
        &address(OLGA),
        esim_storefront::domain::desk::Role::Owner,
        "root",
    )
    .await
    .unwrap();
    assert_eq!(
        stolen.get("/desk").await.status,
        303,
        "inviting anew ends what was open"
    );
    let kept: bool = shop
        .one(
            "select not exists (select from staff_sessions
             where encode(token_hash, 'escape') like '%' || 'BBBB' || '%')",
        )
        .await;
    assert!(kept);
    shop.close().await;
}

#[tokio::test]
async fn whether_an_address_may_enter_is_told_to_nobody_and_nobody_floods_a_mailbox() {
    let (shop, _, _) = with_desk(|_| {}).await;
    let said = |answer: &Answer, who: &str| (answer.status, answer.body.replace(who, ""));
    let mut browser = shop.browser();
    let known = browser.post("/desk/sign-in", &[("email", OLGA)]).await;
    for other in [
        "nobody@layover.example",
        BUYER,
        "olga@layover.example.evil.example",
    ] {
        let unknown = shop
            .browser()
            .post("/desk/sign-in", &[("email", other)])
            .await;
        assert_eq!(said(&known, OLGA), said(&unknown, other), "{other}");
        shop.settle().await;
        assert!(shop.sandbox.mailbox.messages_to(other).is_empty());
    }
    for wrong in [
        "",
        "olga",
        "olga@layover.example\nbcc: eve@evil.example",
        "olga@layover.example,eve@evil.example",
    ] {
        let answer = shop
            .browser()
            .post("/desk/sign-in", &[("email", wrong)])
            .await;
        assert_eq!(answer.status, 422, "{wrong}");
    }
    for _ in 0..30 {
        assert_eq!(
            shop.browser()
                .post("/desk/sign-in", &[("email", OLGA)])
                .await
                .status,
            200
        );
    }
    shop.settle().await;
    assert_eq!(
        shop.sandbox.mailbox.messages_to(OLGA).len(),
        10,
        "ten an hour from one network"
    );
    shop.pass(TimeDelta::minutes(1));
    newest_link(&shop, OLGA).await;
    assert_eq!(
        shop.browser()
            .post("/desk/sign-in", &[("email", OLGA)])
            .await
            .status,
        200
    );
    shop.settle().await;
    assert_eq!(
        shop.sandbox.mailbox.messages_to(OLGA).len(),
        11,
        "and one a minute, so that nobody keeps the owner out"
    );
    // A traveller's sign-in opens no desk.
    let kept: String = shop.one(
        "select coalesce(string_agg(body::text, ' '), '') from mails where kind = 'desk_sign_in'").await;
    assert!(!kept.contains("/desk/"), "the outbox holds no link: {kept}");
    shop.close().await;
}

#[tokio::test]
async fn strange_paths_and_words_find_nothing_and_break_nothing() {
    let (shop, olga, _, number) = sold().await;
    let mut owner = signed_in(&shop, OLGA, &olga.secret).await;
    for path in [
        "/desk/orders/E1'--",
        "/desk/orders/%2e%2e%2fsign-in",
        "/desk/orders/..%5c",
        "/desk/orders/E99999",
        "/desk/orders/%00",
        "/desk/orders/E1%0d%0aset-cookie:x=y",
    ] {
        let answer = owner.get(path).await;
        assert!(
            answer.status == 404 && !answer.headers.contains_key("set-cookie"),
            "{path}: {}",
            answer.status
        );
    }
    for word in [
        "' or 1=1 --",
        "%",
        "_",
        "\\",
        "<script>alert(1)</script>",
        "\u{202e}x",
    ] {
        let answer = owner.post("/desk/find", &[("q", word)]).await;
        assert!(
            answer.status == 200
                && !answer.body.contains("<script")
                && answer.count("tbody tr") == 0,
            "{word}: {}",
            answer.body
        );
    }
    let note = "<img src=x onerror=alert(1)>";
    assert_eq!(
        owner
            .post(&format!("/desk/orders/{number}/note"), &[("note", note)])
            .await
            .status,
        303
    );
    let page = owner
        .get(&format!("/desk/orders/{number}?done=<script>"))
        .await;
    assert!(
        !page.body.contains("<img")
            && !page.body.contains("<script")
            && page.body.contains("onerror"),
        "{}",
        page.body
    );
    let long = "x".repeat(501);
    assert_eq!(
        owner
            .post(&format!("/desk/orders/{number}/note"), &[("note", &long)])
            .await
            .status,
        422
    );
    shop.close().await;
}
