//! Giving back and starting by hand, over their pages: the exact amount first, then each step with
//! its reference; nothing by accident.

use std::time::Duration;

use chrono::TimeDelta;
use reqwest::Method;
use sandbox::faults::{Fault, Rule};

use crate::support::PRICE;
use crate::support::living::Sold;

const FEE: &str = "[cancel]\nfee = \"1.00\"\nwindow_days = 30\n";

/// The eSIM's page, and its package's.
async fn pages(sold: &Sold) -> (String, String) {
    let line = sold
        .shop
        .package_of(&sold.iccid, &sold.bought.order_id)
        .await
        .line
        .unwrap();
    let esim = format!("/my-esims/{}", sold.shop.owned(&sold.iccid).await.esim.id);
    (esim.clone(), format!("{esim}/packages/{}", line.id))
}

#[tokio::test]
async fn the_exact_amount_is_shown_and_then_comes_back_with_both_references() {
    let mut sold = Sold::with(FEE).await;
    let (esim, package) = pages(&sold).await;
    let give_back = format!("{package}/give-back");
    assert!(
        sold.sarah
            .get(&esim)
            .await
            .attributes("a", "href")
            .contains(&give_back)
    );
    let page = sold.sarah.get(&give_back).await;
    assert_eq!(
        page.text_of("h1").as_deref(),
        Some("Cancel this plan and get a refund?")
    );
    for words in [
        "You paid $14.40",
        "Fee $1.00",
        "Refund to your card $13.40",
        "This plan ends immediately",
        "This can’t be undone",
    ] {
        assert!(
            page.words().contains(words),
            "missing “{words}”: {}",
            page.words()
        );
    }
    let shown = page.attributes("input[name=back_minor]", "value").remove(0);
    assert_eq!(shown, (PRICE - 100).to_string());
    // A double click, and another tab.
    for _ in 0..2 {
        let answer = sold.sarah.post(&give_back, &[("back_minor", &shown)]).await;
        assert_eq!(
            (answer.status, answer.location.as_deref()),
            (303, Some(give_back.as_str()))
        );
    }
    let asked = sold.sarah.get(&give_back).await;
    assert_eq!(asked.text_of("h1").as_deref(), Some("Cancelling your plan"));
    assert_eq!(
        asked.attributes("ol[data-live]", "data-live").len(),
        1,
        "the page goes on by itself"
    );
    assert!(
        asked.words().contains("Check again"),
        "and without scripts by a press"
    );

    sold.shop.rest_long().await;
    assert_eq!(sold.shop.sent_back(), [PRICE - 100]);
    let done = sold.sarah.get(&give_back).await;
    let refund = sold.shop.sandbox.stripe.refunds().remove(0)["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let number = sold
        .shop
        .one::<String>("select order_number from orders")
        .await;
    let ended = &sold.shop.sandbox.supplier.orders()[0].id;
    for words in [
        "Cancelled and refunded",
        "Cancelled with the network",
        "Refunded",
        ended,
        &refund,
        &number,
        "$13.40",
    ] {
        assert!(
            done.words().contains(words),
            "missing “{words}”: {}",
            done.words()
        );
    }
    assert!(done.attributes("[data-live]", "data-live").is_empty());

    assert_eq!(
        sold.sarah.get(&format!("{esim}/qr.png")).await.status,
        404,
        "its code is shown no more"
    );
    assert_eq!(sold.sarah.get(&format!("{esim}/sheet")).await.status, 404);
    let mine = sold.sarah.get(&esim).await;
    assert!(
        mine.words().contains("Cancelled") && mine.text_of("h2#install").is_none(),
        "{}",
        mine.words()
    );
    assert!(
        !mine
            .body
            .contains(&sold.shop.sandbox.supplier.esims()[0].esim_qr)
    );
    let doctor = sold.sarah.get(&format!("{esim}/no-internet")).await;
    assert_eq!(
        doctor.text_of("h1").as_deref(),
        Some("This plan was cancelled")
    );
    let order = sold.sarah.get(&sold.bought.page).await;
    assert_eq!(
        order.text_of("h1").as_deref(),
        Some("Cancelled and refunded")
    );
    assert!(
        order.words().contains("$13.40 refunded"),
        "{}",
        order.words()
    );
    sold.shop.close().await;
}

#[tokio::test]
async fn another_amount_than_the_page_showed_is_shown_again_and_nothing_is_done() {
    let mut sold = Sold::with(FEE).await;
    let give_back = format!("{}/give-back", pages(&sold).await.1);
    for shown in ["1440", "0", "-1340", "", "13.40"] {
        let answer = sold.sarah.post(&give_back, &[("back_minor", shown)]).await;
        assert_eq!(answer.status, 422, "{shown}");
        assert!(
            answer
                .text_of("[role=alert]")
                .unwrap()
                .contains("The refund amount has changed"),
            "{}",
            answer.words()
        );
        assert_eq!(
            answer.attributes("input[name=back_minor]", "value"),
            ["1340"]
        );
    }
    sold.shop.settle().await;
    assert_eq!(
        sold.shop
            .one::<i64>("select count(*) from cancellations")
            .await,
        0
    );
    assert_eq!(sold.shop.sent_back(), Vec::<i64>::new());
    sold.shop.close().await;
}

#[tokio::test]
async fn what_has_started_meanwhile_is_not_given_back() {
    let mut sold = Sold::one().await;
    let (esim, package) = pages(&sold).await;
    let give_back = format!("{package}/give-back");
    let shown = sold
        .sarah
        .get(&give_back)
        .await
        .attributes("input[name=back_minor]", "value")
        .remove(0);
    sold.shop.sandbox.supplier.arrive(&sold.iccid).unwrap();
    let answer = sold.sarah.post(&give_back, &[("back_minor", &shown)]).await;
    assert_eq!(answer.status, 422);
    assert!(
        answer
            .words()
            .contains("It has already started, so it can’t be cancelled"),
        "{}",
        answer.words()
    );
    sold.shop.settle().await;
    assert_eq!(sold.shop.sent_back(), Vec::<i64>::new());
    let mine = sold.sarah.get(&esim).await;
    assert!(
        !mine
            .attributes("a", "href")
            .iter()
            .any(|href| href.contains("/give-back") || href.ends_with("/start")),
        "{}",
        mine.words()
    );
    sold.shop.close().await;
}

#[tokio::test]
async fn a_silent_supplier_promises_nothing() {
    let mut sold = Sold::one().await;
    let give_back = format!("{}/give-back", pages(&sold).await.1);
    sold.shop.sandbox.supplier.faults.push(Rule::always(
        "get_esim_orders",
        Fault::Status {
            status: 502,
            body: "<html>".into(),
        },
    ));
    let answer = sold
        .sarah
        .post(&give_back, &[("back_minor", &PRICE.to_string())])
        .await;
    assert_eq!(answer.status, 503);
    assert!(
        answer
            .text_of("[role=alert]")
            .unwrap()
            .contains("Nothing has been cancelled"),
        "{}",
        answer.words()
    );
    assert_eq!(
        sold.shop
            .one::<i64>("select count(*) from cancellations")
            .await,
        0
    );
    sold.shop.sandbox.supplier.faults.clear();
    sold.shop.pass(TimeDelta::minutes(2));
    assert_eq!(
        sold.sarah
            .post(&give_back, &[("back_minor", &PRICE.to_string())])
            .await
            .status,
        303
    );
    sold.shop.rest_long().await;
    assert_eq!(sold.shop.sent_back(), [PRICE]);
    sold.shop.close().await;
}

#[tokio::test]
async fn a_shop_that_takes_nothing_back_and_starts_nothing_by_hand_offers_neither() {
    let mut sold = Sold::with("[cancel]\nallowed = false\n[packages]\nstart_now = false\n").await;
    let (esim, package) = pages(&sold).await;
    let links = sold.sarah.get(&esim).await.attributes("a", "href");
    assert!(
        !links.iter().any(|href| href.contains("/packages/")),
        "{links:?}"
    );
    let page = sold.sarah.get(&format!("{package}/give-back")).await;
    assert!(
        page.words().contains("doesn’t cancel plans after delivery")
            && page
                .attributes("form", "action")
                .iter()
                .all(|a| !a.contains("give-back"))
    );
    assert_eq!(
        sold.sarah
            .post(&format!("{package}/give-back"), &[("back_minor", "1440")])
            .await
            .status,
        422
    );
    assert_eq!(
        sold.sarah
            .post(&format!("{package}/start"), &[])
            .await
            .status,
        422
    );
    sold.shop.settle().await;
    assert_eq!(
        sold.shop
            .one::<i64>(
                "select (select count(*) from cancellations) + (select count(*) from starts)"
            )
            .await,
        0
    );
    sold.shop.close().await;
}

#[tokio::test]
async fn a_start_by_hand_is_warned_of_and_ends_the_right_to_give_back() {
    let mut sold = Sold::one().await;
    let (esim, package) = pages(&sold).await;
    let start = format!("{package}/start");
    assert!(
        sold.sarah
            .get(&esim)
            .await
            .attributes("a", "href")
            .contains(&start)
    );
    let page = sold.sarah.get(&start).await;
    for words in [
        "Its 7 days start counting immediately, wherever you are.",
        "You can’t cancel it after that.",
        "Start its 7 days now",
    ] {
        assert!(
            page.words().contains(words),
            "missing “{words}”: {}",
            page.words()
        );
    }
    assert_eq!(sold.sarah.post(&start, &[]).await.status, 303);
    assert_eq!(
        sold.sarah.get(&start).await.text_of("h1").as_deref(),
        Some("Starting it")
    );
    let late = sold
        .sarah
        .post(
            &format!("{package}/give-back"),
            &[("back_minor", &PRICE.to_string())],
        )
        .await;
    assert_eq!(late.status, 422, "one of the two is asked for, never both");
    sold.shop.rest_long().await;
    let started = sold.sarah.get(&start).await;
    assert_eq!(started.text_of("h1").as_deref(), Some("It has started"));
    assert!(
        started.words().contains("It ends on"),
        "{}",
        started.words()
    );
    assert_eq!(
        sold.shop
            .sandbox
            .supplier
            .calls("activate_subscription")
            .len(),
        1
    );
    sold.shop.close().await;
}

#[tokio::test]
async fn a_form_of_another_site_gives_nothing_back_and_starts_nothing() {
    let mut sold = Sold::one().await;
    let (_, package) = pages(&sold).await;
    for page in ["give-back", "start"] {
        for (name, value) in [
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-site", "same-site"),
            ("origin", "https://evil.example"),
        ] {
            let form = [("back_minor", PRICE.to_string())];
            let request = sold
                .sarah
                .request(Method::POST, &format!("{package}/{page}"))
                .header(name, value)
                .form(&form);
            assert_eq!(
                sold.sarah.send(request).await.status,
                403,
                "{page} with {name}: {value}"
            );
        }
    }
    sold.shop.sandbox.supplier.faults.push(Rule::always(
        "terminate_subscription",
        Fault::Hang(Duration::from_millis(1)),
    ));
    sold.shop.settle().await;
    assert_eq!(
        sold.shop
            .sandbox
            .supplier
            .calls("terminate_subscription")
            .len(),
        0
    );
    assert_eq!(
        sold.shop
            .one::<i64>(
                "select (select count(*) from cancellations) + (select count(*) from starts)"
            )
            .await,
        0
    );
    sold.shop.close().await;
}
