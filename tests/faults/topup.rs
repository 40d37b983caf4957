//! What can befall a top-up between its page and its data: one order at the supplier at most, one
//! refund at most, and a word about it.

use crate::support::BUYER;
use crate::support::living::{Sold, TOPUP, TOPUP_PRICE};
use chrono::TimeDelta;
use sandbox::faults::{Break, Fault, Rule};
use sandbox::stripe::Delivery;
use serde_json::{Value, json};
use std::time::Duration;

const FINAL: i64 = 40_400;

fn once(fault: Fault) -> Vec<Rule> {
    vec![Rule::once("create_order", fault)]
}

fn sold_then(broken: Break) -> Vec<Rule> {
    once(Fault::SellThenBreak(broken))
}

/// A top-up that was paid and met `rules`, after the longest clock; and what its page says.
async fn paid_through(rules: Vec<Rule>) -> (Sold, Value) {
    let mut sold = Sold::one().await;
    for rule in rules {
        sold.shop.sandbox.supplier.faults.push(rule);
    }
    let bought = sold.shop.top_up(&sold.iccid).await;
    sold.shop.rest_long().await;
    let order = sold.sarah.get_json(&bought.page).await;
    (sold, order)
}

async fn added_once(rules: Vec<Rule>) {
    let (sold, order) = paid_through(rules).await;
    assert_eq!(order["delivery_state"], "delivered", "{order}");
    let topups = sold.shop.topups_sold();
    assert_eq!(topups.len(), 1, "added more than once");
    assert_eq!(
        (&topups[0].iccid, topups[0].product.id.as_str()),
        (&sold.iccid, TOPUP)
    );
    assert_eq!(
        sold.shop.sandbox.supplier.keys_seen().len(),
        2,
        "more than one key for the top-up"
    );
    assert_eq!(
        sold.shop.sandbox.supplier.esims().len(),
        1,
        "no new eSIM was made"
    );
    assert_eq!(sold.shop.packages(&sold.iccid).await.len(), 2);
    assert_eq!(sold.shop.sent_back(), Vec::<i64>::new());
    assert_eq!(
        sold.shop.sandbox.mailbox.messages_to(BUYER).len(),
        2,
        "each delivery is told once"
    );
    sold.shop.close().await;
}

/// Refunded whole, once, with one mail about it; the supplier was asked under one key at most.
async fn refunded_once(rules: Vec<Rule>) -> Sold {
    let (sold, order) = paid_through(rules).await;
    assert_eq!(order["delivery_state"], "refunded", "{order}");
    assert_eq!(sold.shop.sent_back(), [TOPUP_PRICE]);
    assert!(
        sold.shop.sandbox.supplier.keys_seen().len() <= 2,
        "more than one key for the top-up"
    );
    let mails = sold.shop.sandbox.mailbox.messages_to(BUYER);
    assert_eq!(mails.len(), 2, "the refund is told once");
    assert!(
        mails[1].text.contains("We’re refunding $3.30"),
        "{}",
        mails[1].text
    );
    sold
}

#[tokio::test]
async fn a_top_up_whose_reply_is_lost_or_broken_is_asked_for_again_with_the_same_key() {
    for broken in [
        Break::Reset,
        Break::Status {
            status: 502,
            body: "<html>Bad gateway</html>".into(),
        },
        Break::Cut(40),
        Break::Malformed,
        Break::MissingField("code".into()),
        Break::MissingField("data.id".into()),
    ] {
        added_once(sold_then(broken)).await;
    }
}

#[tokio::test]
async fn silence_after_the_top_up_is_asked_again() {
    added_once(sold_then(Break::Hang(Duration::from_secs(25)))).await;
}

#[tokio::test]
async fn a_server_error_before_the_top_up_is_asked_again() {
    added_once(vec![
        Rule::once(
            "create_order",
            Fault::Status {
                status: 500,
                body: "oops".into(),
            },
        )
        .times(4),
    ])
    .await;
}

#[tokio::test]
async fn a_request_that_arrives_twice_tops_up_once() {
    added_once(once(Fault::Duplicate)).await;
}

#[tokio::test]
async fn a_silent_list_of_offers_is_asked_again_before_the_order() {
    let silent = Rule::once(
        "get_available_topups",
        Fault::Status {
            status: 503,
            body: String::new(),
        },
    )
    .after(2)
    .times(3);
    let (sold, order) = paid_through(vec![silent]).await;
    assert_eq!(order["delivery_state"], "delivered", "{order}");
    assert_eq!(sold.shop.sandbox.supplier.faults.fired(), 3);
    assert_eq!(sold.shop.topups_sold().len(), 1);
    sold.shop.close().await;
}

#[tokio::test]
async fn fifty_copies_of_the_payment_in_two_events_top_up_once() {
    let mut sold = Sold::one().await;
    sold.shop.sandbox.stripe.set_two_events(true);
    sold.shop
        .sandbox
        .stripe
        .set_delivery(Delivery::Duplicate(25));
    let bought = sold.shop.top_up(&sold.iccid).await;
    sold.shop.rest_long().await;
    assert_eq!(
        sold.sarah.get_json(&bought.page).await["delivery_state"],
        "delivered"
    );
    assert_eq!(
        (
            sold.shop.topups_sold().len(),
            sold.shop.sandbox.supplier.calls("create_order").len()
        ),
        (1, 2)
    );
    assert_eq!(
        sold.shop.one::<i64>("select count(*) from captures").await,
        2
    );
    assert_eq!(sold.shop.sandbox.mailbox.messages_to(BUYER).len(), 2);
    sold.shop.close().await;
}

#[tokio::test]
async fn a_final_no_is_refunded_at_once() {
    let refuse = Fault::Refuse {
        code: FINAL,
        message: "cannot be added".into(),
    };
    let sold = refunded_once(once(refuse)).await;
    assert_eq!(sold.shop.topups_sold().len(), 0);
    assert_eq!(sold.shop.sandbox.supplier.calls("create_order").len(), 2);
    sold.shop.close().await;
}

#[tokio::test]
async fn a_no_after_a_maybe_is_not_final() {
    let rules = vec![
        Rule::once("create_order", Fault::SellThenBreak(Break::Reset)),
        Rule::once(
            "create_order",
            Fault::Refuse {
                code: FINAL,
                message: "cannot be added".into(),
            },
        ),
    ];
    added_once(rules).await;
}

#[tokio::test]
async fn a_supplier_that_is_away_until_the_clock_leaves_a_refund_and_no_doubt() {
    let mut sold = Sold::one().await;
    let bought = sold.shop.begin_topup(&sold.iccid).await;
    sold.shop.sandbox.supplier.stop();
    sold.shop
        .sandbox
        .stripe
        .pay(&bought.session_id, BUYER)
        .unwrap();
    sold.shop.rest(TimeDelta::minutes(28)).await;
    assert_eq!(
        sold.sarah.get_json(&bought.page).await["payment_state"],
        "paid"
    );
    assert_eq!(
        sold.shop.sent_back(),
        Vec::<i64>::new(),
        "the clock has not run yet"
    );
    sold.shop.rest(TimeDelta::minutes(6)).await;
    assert_eq!(
        sold.sarah.get_json(&bought.page).await["delivery_state"],
        "refunded"
    );
    assert_eq!(sold.shop.sent_back().len(), 1);
    assert!(
        !sold
            .shop
            .one::<bool>("select bool_or(supplier_unknown) from lines")
            .await
    );
    assert_eq!(
        sold.shop
            .one::<i64>("select count(*) from ops.stuck_orders")
            .await,
        0
    );
    sold.shop.close().await;
}

#[tokio::test]
async fn a_top_up_that_may_have_been_sold_is_refunded_by_the_longer_clock_and_flagged() {
    let mut sold = Sold::one().await;
    sold.shop.sandbox.supplier.faults.push(Rule::always(
        "create_order",
        Fault::SellThenBreak(Break::Reset),
    ));
    let bought = sold.shop.top_up(&sold.iccid).await;
    sold.shop.rest(TimeDelta::minutes(100)).await;
    assert_eq!(
        sold.sarah.get_json(&bought.page).await["delivery_state"],
        "ordering"
    );
    sold.shop.rest(TimeDelta::minutes(30)).await;
    assert_eq!(
        sold.sarah.get_json(&bought.page).await["delivery_state"],
        "refunded"
    );
    assert_eq!(
        (sold.shop.sent_back().len(), sold.shop.topups_sold().len()),
        (1, 1)
    );
    assert!(
        sold.shop
            .one::<bool>("select supplier_unknown from lines where operation = 'TOPUP'")
            .await
    );
    assert_eq!(
        sold.shop
            .one::<i64>("select count(*) from ops.stuck_orders where attention is not null")
            .await,
        1
    );
    sold.shop.close().await;
}

#[tokio::test]
async fn a_top_up_that_may_have_been_sold_and_is_offered_no_more_waits_for_its_clock() {
    let mut sold = Sold::one().await;
    sold.shop.sandbox.supplier.faults.push(Rule::once(
        "create_order",
        Fault::SellThenBreak(Break::Reset),
    ));
    let bought = sold.shop.top_up(&sold.iccid).await;
    sold.shop.settle().await;
    sold.shop.sandbox.supplier.set_tops_up(TOPUP, false);
    sold.shop.rest(TimeDelta::minutes(100)).await;
    assert_eq!(
        sold.shop.sent_back(),
        Vec::<i64>::new(),
        "it may have been sold: a withdrawal is no answer to that"
    );
    sold.shop.rest(TimeDelta::minutes(30)).await;
    assert_eq!(
        sold.sarah.get_json(&bought.page).await["delivery_state"],
        "refunded"
    );
    assert_eq!(
        (sold.shop.sent_back().len(), sold.shop.topups_sold().len()),
        (1, 1)
    );
    assert!(
        sold.shop
            .one::<bool>("select supplier_unknown from lines where operation = 'TOPUP'")
            .await
    );
    sold.shop.close().await;
}

#[tokio::test]
async fn a_top_up_of_another_esim_is_held_for_a_person() {
    let another = Fault::SellThenBreak(Break::SetField(
        "data.esim.iccid".into(),
        json!("8944000000000000001"),
    ));
    let (sold, order) = paid_through(once(another)).await;
    assert_eq!(order["delivery_state"], "needs_attention", "{order}");
    assert!(
        sold.shop
            .one::<String>("select attention from ops.stuck_orders")
            .await
            .contains("another eSIM")
    );
    assert_eq!(sold.shop.topups_sold().len(), 1);
    assert_eq!(sold.shop.sent_back(), Vec::<i64>::new());
}

#[tokio::test]
async fn two_presses_lead_to_one_payment_page() {
    let sold = Sold::one().await;
    let first = sold.shop.begin_topup(&sold.iccid).await;
    let second = sold.shop.begin_topup(&sold.iccid).await;
    assert_eq!(
        (&first.session_id, &first.order_id),
        (&second.session_id, &second.order_id)
    );
    sold.shop
        .sandbox
        .stripe
        .pay(&first.session_id, BUYER)
        .unwrap();
    sold.shop.rest_long().await;
    assert_eq!(sold.shop.topups_sold().len(), 1);
    sold.shop.close().await;
}

#[tokio::test]
async fn a_dispute_before_the_top_up_stops_it() {
    let mut sold = Sold::one().await;
    sold.shop
        .sandbox
        .supplier
        .faults
        .push(Rule::once("create_order", Fault::Reset).times(2));
    let bought = sold.shop.top_up(&sold.iccid).await;
    sold.shop.settle().await;
    let intent = sold.shop.session(&bought.session_id)["payment_intent"]
        .as_str()
        .unwrap()
        .to_owned();
    sold.shop.sandbox.stripe.dispute(&intent).unwrap();
    sold.shop.rest_long().await;
    assert_eq!(sold.shop.topups_sold().len(), 0);
    assert_eq!(
        sold.sarah.get_json(&bought.page).await["delivery_state"],
        "needs_attention"
    );
}
