//! Money that moves outside our own story: reviews, disputes, fraud warnings and Dashboard refunds,
//! before and after the capture, in any order. Nothing is bought that was taken back, and what is
//! let go was read back first.

use crate::support::{BUYER, Bought, Browser, PLAN, PRICE, Shop};
use chrono::TimeDelta;
use esim_storefront::flows::reconcile;
use sandbox::faults::{Fault, Rule};
use sandbox::stripe::Delivery;

/// A paid order that the supplier does not sell for yet.
pub async fn waiting(quantity: u32) -> (Shop, Browser, Bought, String) {
    let shop = Shop::open().await;
    shop.sandbox.supplier.faults.push(
        Rule::once(
            "create_order",
            Fault::Status {
                status: 503,
                body: String::new(),
            },
        )
        .times(quantity as usize),
    );
    let mut sarah = shop.browser();
    let bought = shop.buy(&mut sarah, PLAN, quantity).await;
    shop.settle().await;
    let intent = intent(&shop, &bought);
    (shop, sarah, bought, intent)
}

pub fn intent(shop: &Shop, bought: &Bought) -> String {
    shop.session(&bought.session_id)["payment_intent"]
        .as_str()
        .unwrap()
        .to_owned()
}

pub async fn holds(shop: &Shop) -> Vec<String> {
    shop.one("select holds from ops.orders").await
}

#[tokio::test]
async fn a_review_that_closes_after_a_refund_buys_nothing_whichever_comes_first() {
    for refund_first in [true, false] {
        let (shop, mut sarah, bought, intent) = waiting(1).await;
        shop.sandbox.stripe.review(&intent, None).unwrap();
        shop.settle().await;
        assert_eq!(holds(&shop).await, ["review"]);
        shop.sandbox.stripe.set_delivery(Delivery::Hold);
        shop.sandbox
            .stripe
            .refund_in_dashboard(&intent, None)
            .unwrap();
        shop.sandbox
            .stripe
            .review(&intent, Some("refunded_as_fraud"))
            .unwrap();
        shop.sandbox.stripe.release_held(!refund_first);
        shop.sandbox.stripe.set_delivery(Delivery::Normal);
        shop.rest(TimeDelta::hours(3)).await;
        assert_eq!(shop.sandbox.supplier.orders().len(), 0);
        assert_eq!(
            sarah.get_json(&bought.page).await["delivery_state"],
            "refunded"
        );
        assert_eq!(shop.sandbox.stripe.refunds().len(), 1);
        let mails = shop.sandbox.mailbox.messages();
        assert!(
            mails.iter().any(|mail| mail.subject.contains("refund")),
            "the buyer is told: {:?}",
            mails.iter().map(|m| &m.subject).collect::<Vec<_>>()
        );
        shop.close().await;
    }
}

#[tokio::test]
async fn a_dispute_during_a_review_is_a_hold_of_its_own() {
    let (shop, mut sarah, bought, intent) = waiting(1).await;
    shop.sandbox.stripe.review(&intent, None).unwrap();
    shop.sandbox.stripe.dispute(&intent).unwrap();
    shop.settle().await;
    assert_eq!(holds(&shop).await, ["dispute", "review"]);
    shop.sandbox
        .stripe
        .review(&intent, Some("approved"))
        .unwrap();
    shop.rest(TimeDelta::hours(1)).await;
    assert!(holds(&shop).await.contains(&"dispute".to_owned()));
    assert_eq!(shop.sandbox.supplier.orders().len(), 0);
    shop.sandbox.stripe.close_dispute(&intent, "won").unwrap();
    shop.rest(TimeDelta::hours(1)).await;
    assert_eq!(
        shop.sandbox.supplier.orders().len(),
        0,
        "the trip is over by then"
    );
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "refunded"
    );
    assert_eq!(holds(&shop).await, Vec::<String>::new());
    shop.close().await;
}

#[tokio::test]
async fn a_lost_dispute_ends_what_was_not_bought_and_stands_in_the_books() {
    let (shop, mut sarah, bought, intent) = waiting(1).await;
    shop.sandbox.stripe.dispute(&intent).unwrap();
    shop.settle().await;
    shop.sandbox.stripe.close_dispute(&intent, "lost").unwrap();
    shop.rest(TimeDelta::hours(1)).await;
    assert_eq!(shop.sandbox.supplier.orders().len(), 0);
    assert_eq!(
        shop.sandbox.stripe.refunds().len(),
        0,
        "the bank has it: nothing is sent on top"
    );
    assert_eq!(
        shop.one::<i64>(
            "select sum(amount_minor)::bigint from ops.refunds where cause = 'dispute'
             and state = 'succeeded'"
        )
        .await,
        PRICE
    );
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "refunded"
    );
}

#[tokio::test]
async fn a_lost_dispute_stands_in_the_books_while_another_one_is_open() {
    let (shop, _, _, intent) = waiting(1).await;
    shop.rest(TimeDelta::minutes(10)).await;
    shop.sandbox.stripe.set_delivery(Delivery::Hold);
    shop.sandbox.stripe.dispute(&intent).unwrap();
    shop.sandbox.stripe.close_dispute(&intent, "lost").unwrap();
    shop.sandbox.stripe.dispute(&intent).unwrap();
    shop.sandbox.stripe.release_held(false);
    shop.settle().await;
    assert_eq!(
        shop.one::<i64>(
            "select sum(amount_minor)::bigint from ops.refunds where cause = 'dispute'"
        )
        .await,
        PRICE
    );
    assert_eq!(holds(&shop).await, ["dispute"]);
}

#[tokio::test]
async fn our_refund_after_a_won_dispute_is_watched_like_any_other() {
    let (shop, _, _, intent) = waiting(1).await;
    shop.sandbox.stripe.dispute(&intent).unwrap();
    shop.settle().await;
    shop.sandbox.stripe.set_refund_outcome("pending");
    shop.sandbox.stripe.close_dispute(&intent, "won").unwrap();
    shop.rest(TimeDelta::minutes(10)).await;
    let refund = shop.sandbox.stripe.refunds().pop().unwrap()["id"]
        .as_str()
        .unwrap()
        .to_owned();
    // It fails, and no event of it is ever heard.
    shop.sandbox.stripe.set_delivery(Delivery::Lose);
    shop.sandbox.stripe.fail_refund(&refund).unwrap();
    shop.run(
        "update cursors
         set value = to_char(now() + interval '40 hours', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')
         where name = 'stripe_events'",
    )
    .await;
    shop.pass(TimeDelta::hours(25));
    reconcile::run(&shop.app).await.unwrap();
    shop.settle().await;
    assert_eq!(
        shop.one::<i64>("select count(*) from ops.stuck_orders where attention like '%came back%'")
            .await,
        1
    );
}

#[tokio::test]
async fn what_is_heard_before_the_capture_is_not_forgotten() {
    for kind in [
        "review.opened",
        "charge.dispute.created",
        "radar.early_fraud_warning.created",
        "charge.refunded",
    ] {
        let shop = Shop::open().await;
        let mut sarah = shop.browser();
        shop.sandbox.stripe.set_delivery(Delivery::Hold);
        let bought = shop.buy(&mut sarah, PLAN, 1).await;
        let intent = intent(&shop, &bought);
        let stripe = &shop.sandbox.stripe;
        match kind {
            "review.opened" => stripe.review(&intent, None).unwrap(),
            "charge.dispute.created" => stripe.dispute(&intent).unwrap(),
            "charge.refunded" => drop(stripe.refund_in_dashboard(&intent, None).unwrap()),
            _ => stripe.warn_of_fraud(&intent).unwrap(),
        }
        stripe.release_kind(kind);
        shop.settle().await;
        assert_eq!(
            shop.one::<i64>(
                "select count(*) from stripe_events where processed_at is null
                 and waits_until is not null"
            )
            .await,
            1,
            "{kind}"
        );
        stripe.release_held(false);
        stripe.set_delivery(Delivery::Normal);
        shop.rest(TimeDelta::hours(1)).await;
        assert_eq!(shop.sandbox.supplier.orders().len(), 0, "{kind}");
        assert_eq!(
            shop.one::<i64>("select count(*) from stripe_events where processed_at is null")
                .await,
            0,
            "{kind}"
        );
        let state = sarah.get_json(&bought.page).await["delivery_state"].clone();
        let held = matches!(kind, "review.opened" | "charge.dispute.created");
        assert_eq!(
            state,
            if held { "needs_attention" } else { "refunded" },
            "{kind}"
        );
    }
}

#[tokio::test]
async fn a_refund_that_no_event_ever_told_of_is_read_before_anything_is_bought() {
    for (back, state) in [(None, "refunded"), (Some(500), "needs_attention")] {
        let shop = Shop::open().await;
        let mut sarah = shop.browser();
        shop.sandbox.stripe.set_delivery(Delivery::Hold);
        let bought = shop.buy(&mut sarah, PLAN, 1).await;
        let intent = intent(&shop, &bought);
        shop.sandbox
            .stripe
            .refund_in_dashboard(&intent, back)
            .unwrap();
        shop.sandbox
            .stripe
            .release_kind("checkout.session.completed");
        shop.rest(TimeDelta::hours(1)).await;
        assert_eq!(shop.sandbox.supplier.calls("create_order").len(), 0);
        assert_eq!(sarah.get_json(&bought.page).await["delivery_state"], state);
    }
}

#[tokio::test]
async fn a_payment_is_read_again_when_the_last_read_is_older_than_a_minute() {
    let (shop, mut sarah, bought, intent) = waiting(1).await;
    shop.run(
        "delete from supplier_calls; update orders
         set payment_read_at = payment_read_at - interval '2 minutes'",
    )
    .await;
    shop.sandbox.stripe.set_delivery(Delivery::Lose);
    shop.sandbox
        .stripe
        .refund_in_dashboard(&intent, None)
        .unwrap();
    shop.rest(TimeDelta::hours(1)).await;
    assert_eq!(shop.sandbox.supplier.orders().len(), 0);
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "refunded"
    );
}

#[tokio::test]
async fn a_key_that_lacks_rights_goes_on_selling_and_says_so() {
    let shop = Shop::open().await;
    for right in ["charge_read", "review_read", "dispute_read"] {
        shop.sandbox.stripe.forbid(right);
    }
    let mut sarah = shop.browser();
    let bought = shop.buy(&mut sarah, PLAN, 1).await;
    shop.rest(TimeDelta::hours(1)).await;
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "delivered"
    );
    let told = shop
        .one::<i64>(
            "select count(*) from ops.alerts where kind = 'key_rights' and resolved_at is null",
        )
        .await;
    assert!(told > 0, "the owner is told which right is missing");
    // Events still hold an order, and a review's own word lets it go.
    shop.sandbox.supplier.faults.push(Rule::once(
        "create_order",
        Fault::Status {
            status: 503,
            body: String::new(),
        },
    ));
    let bought = shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    let intent = intent(&shop, &bought);
    shop.sandbox.stripe.review(&intent, None).unwrap();
    shop.rest(TimeDelta::hours(1)).await;
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "needs_attention"
    );
    shop.sandbox
        .stripe
        .review(&intent, Some("approved"))
        .unwrap();
    shop.rest(TimeDelta::hours(1)).await;
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "delivered"
    );
    shop.close().await;
}

#[tokio::test]
async fn a_review_that_ends_badly_holds_even_when_its_opening_was_not_heard_and_cannot_be_read() {
    let shop = Shop::open().await;
    for right in ["charge_read", "review_read", "dispute_read"] {
        shop.sandbox.stripe.forbid(right);
    }
    shop.sandbox.supplier.faults.push(Rule::once(
        "create_order",
        Fault::Status {
            status: 503,
            body: String::new(),
        },
    ));
    let bought = shop.buy(&mut shop.browser(), PLAN, 1).await;
    shop.settle().await;
    let (stripe, intent) = (&shop.sandbox.stripe, intent(&shop, &bought));
    stripe.set_delivery(Delivery::Hold);
    stripe.review(&intent, None).unwrap();
    stripe.review(&intent, Some("refunded_as_fraud")).unwrap();
    stripe.release_kind("review.closed");
    shop.settle().await;
    assert_eq!(holds(&shop).await, ["review"]);
    shop.rest(TimeDelta::hours(1)).await;
    assert_eq!(shop.sandbox.supplier.orders().len(), 0, "nothing is bought");
}

#[tokio::test]
async fn two_presses_at_once_open_one_page() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    let first = shop.check_out(&mut sarah, PLAN, 2).await;
    shop.sandbox.stripe.expire(&first.session_id).unwrap();
    shop.settle().await;
    shop.sandbox
        .stripe
        .set_latency(std::time::Duration::from_millis(300));
    let (mut left, mut right) = (sarah.clone(), sarah.clone());
    let form = [
        ("product_id", PLAN),
        ("quantity", "1"),
        ("device_ok", "yes"),
    ];
    let (one, two) = tokio::join!(
        left.post("/checkout", &form),
        right.post("/checkout", &form)
    );
    assert_eq!((one.status, two.status), (303, 303));
    assert_eq!(one.location, two.location);
    assert_eq!(
        shop.sandbox
            .stripe
            .sessions()
            .iter()
            .filter(|s| s["status"] == "open")
            .count(),
        1
    );
}

#[tokio::test]
async fn a_payment_found_by_a_late_press_is_bought_once_for_its_buyer() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    let first = shop.check_out(&mut sarah, PLAN, 1).await;
    // Two minutes before its end the page is not handed out again, and makes room for another.
    shop.pass(TimeDelta::minutes(30));
    let second = shop.check_out(&mut sarah, PLAN, 1).await;
    assert_ne!(first.session_id, second.session_id);
    shop.sandbox.stripe.pay(&second.session_id, BUYER).unwrap();
    shop.rest(TimeDelta::hours(1)).await;
    assert_eq!(shop.sandbox.supplier.orders().len(), 1);
    shop.close().await;
}
