//! What can befall a top-up between its page and its data: one order at the supplier at most, one
//! refund at most, and a word about it.

use std::time::Duration;

use chrono::TimeDelta;
use esim_storefront::flows::checkout::{NotSold, Unsold};
use esim_storefront::flows::topup::{self, NotOffered};
use sandbox::faults::{Break, Fault, Rule};
use sandbox::stripe::Delivery;
use serde_json::{Value, json};

use crate::support::BUYER;
use crate::support::living::{Sold, TOPUP, TOPUP_PRICE};

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
async fn what_the_supplier_no_longer_offers_is_refused_before_stripe_is_asked() {
    let sold = Sold::one().await;
    let shown = sold.shop.topup_price(&sold.iccid, TOPUP).await;
    let pages = sold.shop.sandbox.stripe.sessions().len();
    sold.shop.sandbox.supplier.set_tops_up(TOPUP, false);
    let refused = sold
        .shop
        .wish_for_topup(&sold.iccid, TOPUP, shown)
        .await
        .unwrap_err();
    assert!(
        matches!(&refused, NotSold::Unsold(plans) if plans[0].1 == Unsold::Gone),
        "{refused}"
    );
    sold.shop.sandbox.supplier.set_tops_up(TOPUP, true);
    sold.shop.sandbox.supplier.set_price_cents(TOPUP, 900);
    let dearer = sold
        .shop
        .wish_for_topup(&sold.iccid, TOPUP, shown)
        .await
        .unwrap_err();
    assert!(
        matches!(&dearer, NotSold::Unsold(plans) if plans[0].1 == Unsold::Dearer),
        "{dearer}"
    );
    sold.shop.sandbox.supplier.faults.push(Rule::always(
        "get_available_topups",
        Fault::Status {
            status: 500,
            body: String::new(),
        },
    ));
    let silent = sold
        .shop
        .wish_for_topup(&sold.iccid, TOPUP, shown)
        .await
        .unwrap_err();
    assert!(matches!(silent, NotSold::Failed(_)), "{silent}");
    assert_eq!(
        sold.shop.sandbox.stripe.sessions().len(),
        pages,
        "Stripe was asked for a top-up that is not offered"
    );
    assert_eq!(sold.shop.one::<i64>("select count(*) from orders").await, 1);
    sold.shop.close().await;
}

#[tokio::test]
async fn the_page_comes_again_with_what_fits_now() {
    let mut sold = Sold::one().await;
    let path = format!(
        "/my-esims/{}/top-up",
        sold.shop.owned(&sold.iccid).await.esim.id
    );
    let page = sold.sarah.get(&path).await;
    let offered = page.attributes("input[name=product_id]", "value");
    let at = offered.iter().position(|id| id == TOPUP).unwrap();
    let price = page
        .attributes("input[name=price_minor]", "value")
        .remove(at);
    assert_eq!(price, TOPUP_PRICE.to_string());
    sold.shop.sandbox.supplier.set_tops_up(TOPUP, false);
    let pages = sold.shop.sandbox.stripe.sessions().len();
    let again = sold
        .sarah
        .post(&path, &[("product_id", TOPUP), ("price_minor", &price)])
        .await;
    assert_eq!(again.status, 422);
    assert!(
        again.words().contains("You haven’t been charged"),
        "{}",
        again.words()
    );
    let now = again.attributes("input[name=product_id]", "value");
    assert!(
        !now.is_empty() && !now.contains(&TOPUP.to_owned()),
        "{now:?}"
    );
    assert_eq!(sold.shop.sandbox.stripe.sessions().len(), pages);
    sold.shop.sandbox.supplier.set_tops_up(TOPUP, true);
    let dearer = sold
        .sarah
        .post(&path, &[("product_id", TOPUP), ("price_minor", "1")])
        .await;
    assert_eq!(dearer.status, 422);
    assert!(dearer.words().contains("$3.30"), "{}", dearer.words());
    let on = sold
        .sarah
        .post(&path, &[("product_id", TOPUP), ("price_minor", &price)])
        .await;
    assert_eq!(on.status, 303);
    assert_eq!(sold.shop.sandbox.stripe.sessions().len(), pages + 1);
    sold.shop.close().await;
}

#[tokio::test]
async fn nothing_is_offered_for_an_esim_that_is_past_use() {
    let sold = Sold::one().await;
    sold.shop
        .sandbox
        .supplier
        .set_status(&sold.iccid, "BLOCKED");
    sold.shop.packages(&sold.iccid).await;
    let esim = sold.shop.owned(&sold.iccid).await;
    let asked = sold
        .shop
        .sandbox
        .supplier
        .calls("get_available_topups")
        .len();
    assert!(matches!(
        topup::offers(&sold.shop.app, &esim).await,
        Err(NotOffered::Nothing)
    ));
    assert_eq!(
        sold.shop
            .sandbox
            .supplier
            .calls("get_available_topups")
            .len(),
        asked
    );
    sold.shop.close().await;
}

#[tokio::test]
async fn what_is_no_longer_offered_once_it_is_paid_is_refunded_without_an_order() {
    let mut sold = Sold::one().await;
    let bought = sold.shop.begin_topup(&sold.iccid).await;
    sold.shop.sandbox.supplier.set_tops_up(TOPUP, false);
    sold.shop
        .sandbox
        .stripe
        .pay(&bought.session_id, BUYER)
        .unwrap();
    sold.shop.settle().await;
    let order = sold.sarah.get_json(&bought.page).await;
    assert_eq!(
        order["delivery_state"], "refunded",
        "no clock had to run: {order}"
    );
    assert_eq!(
        sold.shop.sandbox.supplier.calls("create_order").len(),
        1,
        "the supplier was asked for what it does not offer"
    );
    assert_eq!(sold.shop.sent_back().len(), 1);
    let mails = sold.shop.sandbox.mailbox.messages_to(BUYER);
    assert_eq!(mails.len(), 2);
    assert!(
        mails[1].text.contains("We’re refunding $3.30") && mails[1].text.contains("top-up"),
        "{}",
        mails[1].text
    );
    let why = sold
        .shop
        .one::<String>("select outcome_reason from lines where operation = 'TOPUP'")
        .await;
    assert!(why.contains("no longer offers"), "{why}");
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
