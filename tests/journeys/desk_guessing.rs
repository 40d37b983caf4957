//! Guessing at the desk's door: links, codes, sessions and addresses.

use super::desk::{OLGA, TOM, address, asked, fresh_code, newest_link, signed_in, with_desk};
use crate::support::BUYER;
use crate::support::browser::Answer;
use chrono::TimeDelta;
use esim_storefront::flows::desk;

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
    desk::invite(&shop.app, &address(OLGA), domain::desk::Role::Owner, "root")
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
