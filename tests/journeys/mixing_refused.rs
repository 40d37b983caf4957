//! Several plans in one payment: what is refused or has changed is told at its plan.

use super::mixing::{AUSTRIA, FORM, TRIP, fields, form, send, usd};
use crate::codes::{WIDE, session_of};
use crate::support::{BUYER, PLAN, Shop};
use chrono::Days;

#[tokio::test]
async fn each_wrong_amount_is_422_at_its_plan_and_nothing_is_written() {
    let shop = Shop::open_with(WIDE).await;
    let mut noor = shop.browser();
    for (plans, at) in [
        (vec![(PLAN, "0"), (AUSTRIA, "1")], "#plan-1-error"),
        (vec![(PLAN, "1"), (AUSTRIA, "10")], "#plan-2-error"),
        (vec![(PLAN, "1"), (AUSTRIA, "")], "#plan-2-error"),
        (
            vec![(PLAN, "5"), (AUSTRIA, "1"), (PLAN, "5")],
            "#plan-1-error",
        ),
    ] {
        let answer = noor.post("/checkout", &form(&plans, &[])).await;
        assert_eq!(
            (answer.status, answer.text_of(at).as_deref()),
            (422, Some("Choose how many: 1 to 9.")),
            "{plans:?}"
        );
        assert!(answer.text_of("title").unwrap().starts_with("Error: "));
        assert_eq!(
            answer.attributes(".errors a", "href"),
            [at.replace("plan", "quantity").trim_end_matches("-error")]
        );
        assert_eq!(
            answer.attributes("input[name=product_id]", "value"),
            [PLAN, AUSTRIA],
            "nothing is lost"
        );
    }
    let uneven = noor
        .post(
            "/checkout",
            &[
                ("product_id", PLAN),
                ("product_id", AUSTRIA),
                ("quantity", "2"),
                ("device_ok", "yes"),
            ],
        )
        .await;
    assert_eq!(
        (uneven.status, uneven.text_of("#plan-2-error").is_some()),
        (422, true)
    );
    let single = noor
        .post(
            "/checkout",
            &[
                ("product_id", PLAN),
                ("quantity", "2"),
                ("quantity", "2"),
                ("device_ok", "yes"),
            ],
        )
        .await;
    assert_eq!(
        (single.status, single.text_of("#quantity-error").is_some()),
        (422, true)
    );
    let twice = noor
        .post("/checkout", &form(&[(PLAN, "5"), (PLAN, "5")], &[]))
        .await;
    assert_eq!(
        (twice.status, twice.text_of("#quantity-error").is_some()),
        (422, true)
    );
    assert_eq!(
        noor.post("/checkout", &form(&[], &[])).await.status,
        404,
        "no plan at all is no plan"
    );
    let plans: Vec<String> =
        sqlx::query_scalar("select product_id from products where withdrawn_at is null order by 1")
            .fetch_all(&shop.app.db)
            .await
            .unwrap();
    let plans: Vec<&str> = plans
        .iter()
        .map(String::as_str)
        .filter(|id| shop.app.catalogue.plan(id).is_some())
        .collect();
    let ten: Vec<(&str, &str)> = plans.iter().take(10).map(|plan| (*plan, "1")).collect();
    let many: Vec<(&str, &str)> = plans.iter().take(5).map(|plan| (*plan, "9")).collect();
    for (choice, words) in [(&ten, "up to 9 different plans"), (&many, "up to 36 eSIMs")] {
        let answer = noor.post("/checkout", &form(choice, &[])).await;
        assert!(
            answer.status == 422 && answer.text_of("#too-many").unwrap().contains(words),
            "{}",
            answer.words()
        );
    }
    let unsaid = noor
        .post(
            "/checkout",
            &[
                ("product_id", PLAN),
                ("quantity", "1"),
                ("product_id", AUSTRIA),
                ("quantity", "1"),
            ],
        )
        .await;
    assert_eq!(
        (unsaid.status, unsaid.text_of("#device-error").is_some()),
        (422, true)
    );
    assert_eq!(shop.one::<i64>("select count(*) from orders").await, 0);
    assert!(shop.sandbox.stripe.sessions().is_empty());
    // The most that one order holds.
    let most: Vec<(&str, &str)> = plans.iter().take(9).map(|plan| (*plan, "4")).collect();
    let id = session_of(&noor.post("/checkout", &form(&most, &[])).await);
    shop.sandbox.stripe.pay(&id, BUYER).unwrap();
    shop.settle().await;
    assert_eq!(
        shop.one::<i64>("select delivered_lines::bigint from ops.orders")
            .await,
        36
    );
    assert_eq!(
        shop.one::<i32>("select max(position) from ops.order_lines")
            .await,
        36
    );
    shop.close().await;
}

#[tokio::test]
async fn a_plan_that_is_gone_or_dearer_is_marked_and_the_rest_can_be_paid() {
    let shop = Shop::open().await;
    let mut noor = shop.browser();
    let both = form(&[(PLAN, "2"), (AUSTRIA, "1")], &[]);
    shop.sandbox.supplier.set_price_cents(PLAN, 2000);
    let dearer = noor.post("/checkout", &both).await;
    assert_eq!(dearer.status, 422);
    assert!(
        dearer
            .text_of("#plan-1-error")
            .unwrap()
            .contains("has just changed")
            && dearer.text_of("#plan-2-error").is_none()
    );
    assert_eq!(
        dearer.attributes("#quantity-1 option[selected]", "value"),
        ["2"],
        "nothing is lost"
    );
    shop.sandbox.supplier.set_on_sale(PLAN, false);
    let gone = noor.post("/checkout", &both).await;
    assert!(
        gone.status == 422
            && gone
                .text_of("#plan-1-error")
                .unwrap()
                .contains("no longer available")
    );
    let rest = fields(&gone, FORM);
    assert_eq!(
        rest.iter()
            .filter(|(name, _)| name == "product_id")
            .map(|(_, id)| id.as_str())
            .collect::<Vec<_>>(),
        [AUSTRIA]
    );
    assert_eq!(shop.one::<i64>("select count(*) from orders").await, 0);
    assert_eq!(
        send(&mut noor, &rest).await.status,
        303,
        "the rest can be paid"
    );
    // When the shelf knows, too, the name is still said.
    shop.sandbox.supplier.set_on_sale(AUSTRIA, true);
    esim_storefront::flows::sync::sync_catalogue(
        &shop.app.db,
        &shop.app.supplier,
        shop.app.clock.now(),
    )
    .await
    .unwrap();
    shop.app
        .catalogue
        .refresh(&shop.app.db, shop.app.clock.now())
        .await
        .unwrap();
    let later = noor.post("/checkout", &both).await;
    assert!(
        later.status == 422
            && later
                .text_of("#plan-1 b")
                .is_some_and(|name| !name.is_empty())
    );
    assert_eq!(
        noor.post(
            "/checkout",
            &form(&[("esimfx_no", "1"), ("esimfx_none", "1")], &[])
        )
        .await
        .status,
        404
    );
    shop.close().await;
}

#[tokio::test]
async fn a_price_that_is_no_longer_the_one_that_was_shown_is_told_and_not_charged() {
    let shop = Shop::open().await;
    let mut noor = shop.browser();
    let old = [("price_minor", "1300"), ("price_minor", "99999")];
    let answer = noor
        .post("/checkout", &form(&[(PLAN, "1"), (AUSTRIA, "1")], &old))
        .await;
    assert_eq!(answer.status, 422);
    assert!(
        answer
            .text_of("#plan-1-error")
            .unwrap()
            .contains("is now $14.40"),
        "{}",
        answer.words()
    );
    assert!(
        answer
            .text_of("#plan-2-error")
            .unwrap()
            .contains("is now $"),
        "cheaper is told as well"
    );
    let again = fields(&answer, FORM);
    let id = session_of(&send(&mut noor, &again).await);
    assert_eq!(
        answer.text_of(&format!("{FORM} .price-big")).unwrap(),
        usd(shop.session(&id)["amount_total"].as_i64().unwrap()).to_string()
    );
    shop.close().await;
}

#[tokio::test]
async fn a_trip_that_is_too_far_away_is_told_and_bought_all_the_same_when_that_is_said() {
    let shop = Shop::open().await;
    let mut noor = shop.browser();
    let day = |days: u64| shop.app.clock.now().date_naive() + Days::new(days);
    let page = noor
        .get(&format!("{TRIP}&from={}&to={}", day(75), day(82)))
        .await;
    assert!(
        page.text_of("#early-0")
            .unwrap()
            .contains("must be started by"),
        "{}",
        page.words()
    );
    let sent = fields(&page, FORM);
    assert_eq!(
        sent.iter().filter(|(name, _)| name == "first_day").count(),
        2,
        "each plan has its own day"
    );
    let warned = send(&mut noor, &sent).await;
    assert!(warned.status == 422 && warned.text_of("#early-0").is_some());
    let kept = fields(&warned, FORM);
    assert_eq!(
        kept.iter()
            .filter(|(name, _)| name == "first_day")
            .collect::<Vec<_>>(),
        sent.iter()
            .filter(|(name, _)| name == "first_day")
            .collect::<Vec<_>>()
    );
    let anyway: Vec<(String, String)> = kept
        .into_iter()
        .chain([("anyway".to_owned(), "yes".to_owned())])
        .collect();
    let id = session_of(&send(&mut noor, &anyway).await);
    assert!(
        shop.session(&id)["cancel_url"]
            .as_str()
            .unwrap()
            .contains(&format!("first_day={}", day(75)))
    );
    shop.close().await;
}
