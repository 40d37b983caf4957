//! Versions of the prices: overtaken, gone back to, exported and imported.

use super::desk::{OLGA, TOM, address, fresh_code, signed_in, with_desk};
use super::desk_prices::{draft, price, publish, published, versions};
use crate::support::{PLAN, PRICE};
use chrono::TimeDelta;
use domain::desk::Role;
use esim_storefront::flows::desk;

#[tokio::test]
async fn who_was_overtaken_publishes_nothing_keeps_the_draft_and_sees_both() {
    let (shop, olga, _) = with_desk(|_| {}).await;
    let tom = desk::invite(&shop.app, &address(TOM), Role::Owner, "root")
        .await
        .unwrap();
    let mut hers = signed_in(&shop, OLGA, &olga.secret).await;
    let mut his = signed_in(&shop, TOM, &tom.secret).await;
    assert_eq!(
        draft(&mut hers, &[("markup_percent", "30")]).await.status,
        303
    );
    let review = hers.get("/desk/prices/review").await;
    published(&shop, &mut his, &tom, &[("markup_percent", "25")]).await;
    let code = fresh_code(&shop, &olga.secret);
    let answer = publish(&mut hers, &review, &code).await;
    let words = answer.words();
    assert_eq!(
        (answer.status, versions(&shop).await, price(&shop)),
        (409, 1, 1500),
        "{words}"
    );
    assert!(
        words.contains("tom@layover.example published version 1")
            && words.contains("Your draft is kept"),
        "{words}"
    );
    assert!(
        words.contains("markup_percent = \"25\"") && words.contains("markup_percent = \"30\""),
        "both are shown: {words}"
    );
    assert!(
        words.contains("15.00") && words.contains("15.60"),
        "{words}"
    );
    // The code was not used up, and what is seen now can be published.
    let answer = publish(&mut hers, &answer, &code).await;
    assert_eq!(
        (answer.status, versions(&shop).await, price(&shop)),
        (303, 2, 1560),
        "{}",
        answer.words()
    );
    // A version that a page of long ago was drafted from is none, either; nor is a price that has
    // moved since it was looked at.
    assert_eq!(
        draft(&mut hers, &[("markup_percent", "35")]).await.status,
        303
    );
    let review = hers.get("/desk/prices/review").await;
    shop.sandbox.supplier.set_price_cents(PLAN, 1300);
    esim_storefront::flows::sync::run(&shop.app).await.unwrap();
    let answer = publish(&mut hers, &review, &fresh_code(&shop, &olga.secret)).await;
    assert!(
        answer.status == 422 && answer.words().contains("Look again"),
        "{}",
        answer.words()
    );
    assert_eq!(versions(&shop).await, 2);
    shop.close().await;
}

#[tokio::test]
async fn publishing_asks_for_a_code_that_counts_once_and_five_wrong_ones_are_told() {
    let (shop, olga, _) = with_desk(|_| {}).await;
    let mut owner = shop.browser();
    let link = super::desk::asked(&shop, &mut owner, OLGA).await;
    let used = fresh_code(&shop, &olga.secret);
    assert_eq!(owner.post(&link, &[("code", &used)]).await.status, 303);
    assert_eq!(
        draft(&mut owner, &[("markup_percent", "30")]).await.status,
        303
    );
    let review = owner.get("/desk/prices/review").await;
    let words = publish(&mut owner, &review, &used).await;
    assert!(
        words.status == 422
            && words
                .text_of("#code-error")
                .is_some_and(|told| told.contains("used before")),
        "{}",
        words.words()
    );
    for wrong in ["", "000000", "ABCD-EFGH-IJKL-MNOP"] {
        assert_eq!(
            publish(&mut owner, &review, wrong).await.status,
            422,
            "{wrong}"
        );
    }
    let fifth = publish(&mut owner, &review, "111111").await;
    assert!(
        fifth.words().contains("No code is accepted before"),
        "{}",
        fifth.words()
    );
    assert_eq!(
        publish(&mut owner, &review, &fresh_code(&shop, &olga.secret))
            .await
            .status,
        422,
        "right, but too soon"
    );
    let told: String = shop.one(
        "select kind || ' ' || severity || ' ' || what from ops.alerts where resolved_at is null").await;
    assert!(
        told.starts_with("desk_guessed critical five wrong codes in a row")
            && !told.contains("olga"),
        "{told}"
    );
    assert_eq!((versions(&shop).await, price(&shop)), (0, PRICE));
    shop.pass(TimeDelta::minutes(16));
    let code = fresh_code(&shop, &olga.secret);
    let both = futures_util::future::join_all(
        [owner.clone(), owner.clone()]
            .iter_mut()
            .map(async |one| publish(one, &review, &code).await.status),
    )
    .await;
    assert_eq!(
        (
            both.iter().filter(|status| **status == 303).count(),
            versions(&shop).await
        ),
        (1, 1),
        "{both:?}"
    );
    assert_eq!(
        shop.one::<i64>("select count(*) from alerts where resolved_at is null")
            .await,
        0,
        "it ends with the next right code"
    );
    // A recovery code stands in for the phone, once.
    for (markup, status) in [("31", 303), ("32", 422)] {
        draft(&mut owner, &[("markup_percent", markup)]).await;
        let review = owner.get("/desk/prices/review").await;
        assert_eq!(
            publish(&mut owner, &review, &olga.recovery_codes[0])
                .await
                .status,
            status,
            "{markup}"
        );
    }
    shop.close().await;
}

#[tokio::test]
async fn an_older_version_is_seen_and_published_again_and_none_is_ever_changed() {
    let (shop, olga, _) = with_desk(|_| {}).await;
    let mut owner = signed_in(&shop, OLGA, &olga.secret).await;
    published(&shop, &mut owner, &olga, &[("markup_percent", "30")]).await;
    published(
        &shop,
        &mut owner,
        &olga,
        &[
            ("markup_percent", "40"),
            ("rule_0_kind", "region"),
            ("rule_0_name", "europe"),
            ("rule_0_ending", ".99"),
        ],
    )
    .await;
    assert_eq!(price(&shop), 1680);
    let list = owner.get("/desk/prices").await;
    assert_eq!(list.count("table tbody tr"), 2);
    assert_eq!(
        list.attributes("#rule_0_name, #rule_0_ending", "value"),
        ["europe", ".99"]
    );
    let first = owner.get("/desk/prices/versions/1").await;
    assert!(
        first.words().contains("Published")
            && first.words().contains(OLGA)
            && first.words().contains("markup_percent = \"30\"")
    );
    assert_eq!(
        owner
            .post("/desk/prices/again", &[("version", "1")])
            .await
            .location
            .as_deref(),
        Some("/desk/prices/review")
    );
    let review = owner.get("/desk/prices/review").await;
    assert!(
        review.words().contains("16.80") && review.words().contains("15.60"),
        "{}",
        review.words()
    );
    assert_eq!(
        publish(&mut owner, &review, &fresh_code(&shop, &olga.secret))
            .await
            .status,
        303
    );
    assert_eq!(price(&shop), 1560);
    let same: bool = shop
        .one(
            "select count(distinct rules) = 2 and count(*) = 3 and max(drafted_from) = 2
             from price_versions",
        )
        .await;
    assert!(same);
    for path in [
        "/desk/prices/versions/4",
        "/desk/prices/versions/x",
        "/desk/prices/versions/-1",
    ] {
        assert_eq!(owner.get(path).await.status, 404, "{path}");
    }
    for change in [
        "update price_versions set rules = 'x'",
        "delete from price_versions",
    ] {
        let refused = sqlx::query(change)
            .execute(&shop.app.db)
            .await
            .unwrap_err()
            .to_string();
        assert!(
            refused.contains("what was published stays as it is"),
            "{refused}"
        );
    }
    // Rules that rule already change nothing.
    assert_eq!(
        owner
            .post("/desk/prices/again", &[("version", "3")])
            .await
            .status,
        303
    );
    let review = owner.get("/desk/prices/review").await;
    assert!(
        review.words().contains("these rules rule already")
            && review.count("form[action='/desk/prices/publish']") == 0
    );
    shop.close().await;
}
