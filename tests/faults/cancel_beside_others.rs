//! A cancellation beside what an operator, the Dashboard, a bank or another line does with the same
//! money.

use crate::support::living::{Sold, TOPUP_PRICE};
use crate::support::{BUYER, PLAN, PRICE};
use chrono::TimeDelta;
use esim_storefront::flows::operator;
use sandbox::faults::{Break, Fault, Rule};
use sandbox::stripe::Delivery;

#[tokio::test]
async fn what_an_operator_refunded_is_not_given_back_as_well() {
    let mut sold = Sold::one().await;
    let order = sold.bought.order_id.parse().unwrap();
    crate::support::refund(&sold.shop.app, order, "the traveller asked", "olga").await;
    for _ in 0..2 {
        assert_eq!(sold.press_give_back(PRICE).await.status, 422);
        sold.shop.rest_long().await;
    }
    assert_eq!(
        (sold.shop.sent_back(), sold.asked_to_end()),
        (vec![PRICE], 0)
    );
    sold.shop.close().await;
}

#[tokio::test]
async fn an_operator_who_refunds_after_the_promise_sends_nothing_twice() {
    let mut sold = Sold::one().await;
    assert_eq!(sold.press_give_back(PRICE).await.status, 303);
    let order = sold.bought.order_id.parse().unwrap();
    crate::support::refund(&sold.shop.app, order, "the traveller asked", "olga").await;
    sold.shop.rest_long().await;
    crate::support::refund(&sold.shop.app, order, "the traveller asked again", "olga").await;
    sold.shop.rest_long().await;
    sold.comes_back(PRICE).await;
}

/// When we hear of a refund that was made by hand: after the package has ended, only when Stripe's
/// list is read, or before it ends.
const HANDS: [fn(&Sold); 3] = [
    |_| {},
    |sold| sold.shop.sandbox.stripe.set_delivery(Delivery::Lose),
    |sold| {
        sold.shop
            .sandbox
            .supplier
            .faults
            .push(Rule::once("get_order", Fault::Reset).times(2))
    },
];

#[tokio::test]
async fn a_refund_in_the_dashboard_after_the_promise_is_not_made_again() {
    for hand in HANDS {
        let mut sold = Sold::one().await;
        hand(&sold);
        assert_eq!(sold.press_give_back(PRICE).await.status, 303);
        sold.shop
            .sandbox
            .stripe
            .refund_in_dashboard(&sold.payment(), None)
            .unwrap();
        sold.shop.rest_long().await;
        assert_eq!(
            (sold.shop.sent_back(), sold.ended()),
            (vec![PRICE], vec![true])
        );
        assert_eq!(
            sold.shop.one::<String>("select state from lines").await,
            "cancelled"
        );
        assert_eq!(
            sold.sarah.get_json(&sold.bought.page).await["delivery_state"],
            "refunded"
        );
        sold.shop.close().await;
    }
}

#[tokio::test]
async fn while_a_dispute_holds_the_order_nothing_is_ended() {
    let mut sold = Sold::one().await;
    assert_eq!(sold.press_give_back(PRICE).await.status, 303);
    sold.shop.run(crate::support::HOLD).await;
    sold.shop.rest(TimeDelta::days(2)).await;
    assert_eq!(
        (
            sold.asked_to_end(),
            sold.shop.sent_back(),
            sold.decision().await.as_str()
        ),
        (0, Vec::new(), "asked")
    );
    operator::release(
        &sold.shop.app,
        sold.bought.order_id.parse().unwrap(),
        "olga",
    )
    .await
    .unwrap();
    sold.shop.rest(TimeDelta::hours(2)).await;
    sold.comes_back(PRICE).await;
}

#[tokio::test]
async fn what_is_disputed_is_not_promised() {
    let mut sold = Sold::one().await;
    sold.shop.sandbox.stripe.dispute(&sold.payment()).unwrap();
    sold.shop.settle().await;
    let pressed = sold.press_give_back(PRICE).await;
    assert_eq!(pressed.status, 422);
    assert!(
        pressed.words().contains("under review"),
        "{}",
        pressed.words()
    );
    assert_eq!(
        (
            sold.asked_to_end(),
            sold.shop
                .one::<i64>("select count(*) from cancellations")
                .await
        ),
        (0, 0)
    );
}

#[tokio::test]
async fn a_refund_whose_answer_was_lost_is_not_sent_again() {
    let mut sold = Sold::with("[cancel]\nfee = \"1\"\n").await;
    sold.shop
        .sandbox
        .stripe
        .faults
        .push(Rule::once("/v1/refunds", Fault::SellThenBreak(Break::Reset)).method("POST"));
    assert_eq!(sold.press_give_back(PRICE - 100).await.status, 303);
    sold.shop.rest_long().await;
    sold.comes_back(PRICE - 100).await;
}

#[tokio::test]
async fn a_refund_that_stripe_refused_is_tried_again_by_a_person_with_the_same_amount() {
    let mut sold = Sold::with("[cancel]\nfee = \"1\"\n").await;
    let body = serde_json::json!({ "error": { "type": "invalid_request_error", "code": "balance_insufficient", "message": "no" } });
    sold.shop
        .sandbox
        .stripe
        .faults
        .push(Rule::once("/v1/refunds", Fault::Json { status: 400, body }).method("POST"));
    assert_eq!(sold.press_give_back(PRICE - 100).await.status, 303);
    sold.shop.rest_long().await;
    assert_eq!(
        (sold.ended(), sold.shop.sent_back()),
        (vec![true], Vec::new())
    );
    assert_eq!(
        sold.shop
            .one::<i64>("select count(*) from ops.stuck_orders")
            .await,
        1
    );
    operator::retry(
        &sold.shop.app,
        sold.bought.order_id.parse().unwrap(),
        "olga",
    )
    .await
    .unwrap();
    sold.shop.rest_long().await;
    sold.comes_back(PRICE - 100).await;
}

#[tokio::test]
async fn a_top_up_comes_back_and_the_plan_beside_it_stays() {
    let mut sold = Sold::one().await;
    sold.shop.sandbox.supplier.arrive(&sold.iccid).unwrap();
    let added = sold.shop.top_up(&sold.iccid).await;
    sold.shop.rest_long().await;
    let path = sold.give_back_path(&added.order_id).await;
    assert_eq!(
        sold.sarah
            .post(&path, &[("back_minor", &TOPUP_PRICE.to_string())])
            .await
            .status,
        303
    );
    sold.shop.rest_long().await;
    assert_eq!(
        (sold.ended(), sold.shop.sent_back()),
        (vec![false, true], vec![TOPUP_PRICE])
    );
    assert_eq!(
        sold.sarah.get_json(&added.page).await["delivery_state"],
        "refunded"
    );
    assert_eq!(
        sold.sarah.get_json(&sold.bought.page).await["delivery_state"],
        "delivered"
    );
    sold.shop.close().await;
}

#[tokio::test]
async fn each_line_of_an_order_comes_back_by_itself_and_told_by_itself() {
    let mut sold = Sold::one().await;
    let mut sarah = sold.shop.browser();
    let bought = sold.shop.buy(&mut sarah, PLAN, 3).await;
    sold.shop.rest_long().await;
    let mails = sold.shop.sandbox.mailbox.messages_to(BUYER).len();
    let iccids: Vec<String> = sqlx::query_scalar(
        "select e.iccid from esims e join lines l on l.id = e.line_id
         where l.order_id = $1::uuid order by l.position",
    )
    .bind(&bought.order_id)
    .fetch_all(&sold.shop.app.db)
    .await
    .unwrap();
    (sold.iccid, sold.sarah, sold.bought) = (iccids[1].clone(), sarah, bought);
    assert_eq!(sold.press_give_back(PRICE).await.status, 303);
    sold.shop.rest_long().await;
    assert_eq!(sold.shop.sent_back(), [PRICE]);
    let states = |order: &serde_json::Value| {
        order["lines"]
            .as_array()
            .unwrap()
            .iter()
            .map(|l| l["state"].as_str().unwrap().to_owned())
            .collect()
    };
    let order = sold.sarah.get_json(&sold.bought.page).await;
    let seen: Vec<String> = states(&order);
    assert_eq!(
        (order["delivery_state"].as_str(), seen),
        (
            Some("partly_delivered"),
            ["delivered", "cancelled", "delivered"]
                .map(str::to_owned)
                .to_vec()
        )
    );
    sold.iccid.clone_from(&iccids[0]);
    assert_eq!(sold.press_give_back(PRICE).await.status, 303);
    sold.shop.rest_long().await;
    assert_eq!(sold.shop.sent_back(), [PRICE, PRICE]);
    assert_eq!(
        sold.shop.sandbox.mailbox.messages_to(BUYER).len(),
        mails + 2,
        "each refund is told"
    );
    sold.shop.close().await;
}

#[tokio::test]
async fn what_went_back_in_part_in_the_dashboard_leaves_no_promise_that_cannot_be_kept() {
    let mut sold = Sold::one().await;
    sold.shop
        .sandbox
        .stripe
        .refund_in_dashboard(&sold.payment(), Some(500))
        .unwrap();
    sold.shop.settle().await;
    let pressed = sold.press_give_back(PRICE).await;
    assert_eq!(
        pressed.status,
        422,
        "only {} are left to send back",
        PRICE - 500
    );
    sold.shop.rest_long().await;
    assert_eq!((sold.asked_to_end(), sold.shop.sent_back()), (0, vec![500]));
    sold.shop.close().await;
}

#[tokio::test]
async fn a_part_that_went_back_in_the_dashboard_after_the_promise_calls_a_person() {
    for hand in HANDS {
        let mut sold = Sold::one().await;
        hand(&sold);
        assert_eq!(sold.press_give_back(PRICE).await.status, 303);
        sold.shop
            .sandbox
            .stripe
            .refund_in_dashboard(&sold.payment(), Some(500))
            .unwrap();
        sold.shop.rest_long().await;
        assert_eq!(
            (sold.shop.sent_back(), sold.ended()),
            (vec![500], vec![true])
        );
        let why = sold
            .attention()
            .await
            .expect("nobody is called, and the promise is broken");
        assert!(why.contains("less went back"), "{why}");
        let order_id = sold.bought.order_id.parse().unwrap();
        esim_storefront::flows::operator::retry(&sold.shop.app, order_id, "ada")
            .await
            .unwrap();
        sold.shop.rest_long().await;
        assert_eq!(
            sold.shop.sent_back(),
            [500],
            "the rest is for a person, in the Dashboard"
        );
    }
}
