//! What the supplier sold and no line of ours may keep: it is ended where it is nobody's, and
//! touched nowhere else.

use super::answers::{paid, says, state};
use crate::support::{Bought, Browser, PLAN, Shop};
use chrono::TimeDelta;
use sandbox::faults::{Break, Fault, Hold, Rule};
use serde_json::Value;

fn lacks(field: &str) -> Fault {
    Fault::SellThenBreak(Break::MissingField(field.into()))
}

/// Two travellers: the first has her eSIM; the second's answer meets `rules`, given what the first
/// bought.
async fn a_second_traveller(rules: impl Fn(&str, &str) -> Vec<Rule>) -> (Shop, Browser, Bought) {
    let shop = Shop::open().await;
    shop.buy(&mut shop.browser(), PLAN, 1).await;
    shop.settle().await;
    let theirs = shop.sandbox.supplier.orders().pop().unwrap();
    shop.supplier_will(rules(&theirs.id, &theirs.iccid));
    let mut second = shop.browser();
    let bought = shop.buy(&mut second, PLAN, 1).await;
    shop.rest(TimeDelta::minutes(10)).await;
    (shop, second, bought)
}

#[tokio::test]
async fn an_answer_that_names_anothers_order_holds_this_line_and_touches_nothing_of_the_other() {
    let by_its_id = |id: &str, _: &str| vec![Rule::always("create_order", says("data.id", id))];
    // Its own order is known by then.
    let later = |id: &str, _: &str| {
        vec![
            Rule::once("create_order", lacks("data.esim")),
            Rule::once(
                "get_order",
                Fault::Status {
                    status: 500,
                    body: String::new(),
                },
            ),
            Rule::always("create_order", says("data.id", id)),
        ]
    };
    let its_esim =
        |_: &str, iccid: &str| vec![Rule::always("create_order", says("data.esim.iccid", iccid))];
    type Rules<'a> = &'a dyn Fn(&str, &str) -> Vec<Rule>;
    let cases: [(&str, Rules<'_>); 3] = [
        ("its id", &by_its_id),
        ("its id later", &later),
        ("its eSIM", &its_esim),
    ];
    for (what, rules) in cases {
        let (shop, mut second, bought) = a_second_traveller(rules).await;
        let order = second.get_json(&bought.page).await;
        assert_eq!(
            shop.packages_at_the_supplier()[0],
            "Pending",
            "the first traveller's eSIM was ended: {what}"
        );
        assert_eq!(order["lines"][0]["activation_code"], Value::Null, "{what}");
        assert_eq!(order["delivery_state"], "needs_attention", "{what}");
        let first = "select s.supplier_order_id = $1 and not s.orphan and s.terminated_at is null
                     and l.state = 'delivered' and s.iccid = e.iccid
                             from lines l join esims e on e.line_id = l.id
                             join supplier_orders s on s.line_id = l.id";
        let theirs = shop.sandbox.supplier.orders()[0].id.clone();
        let untouched: bool = sqlx::query_scalar(first)
            .bind(theirs)
            .fetch_one(&shop.app.db)
            .await
            .unwrap();
        assert!(untouched, "{what}");
        assert_eq!(shop.alerts("stuck_order").await, 1, "{what}");
        // Its money goes back, and the first traveller still has her eSIM.
        let id = bought.order_id.parse().unwrap();
        crate::support::refund(&shop.app, id, "looked at the portal", "olga").await;
        shop.rest(TimeDelta::hours(3)).await;
        assert_eq!(state(&mut second, &bought).await, "refunded", "{what}");
        assert_eq!(
            shop.packages_at_the_supplier()[0],
            "Pending",
            "the first traveller's eSIM was ended by the refund: {what}"
        );
        assert_eq!(shop.alerts("stuck_order").await, 0, "{what}");
    }
}

#[tokio::test]
async fn an_answer_that_comes_too_late_and_names_anothers_order_ends_nothing() {
    let shop = Shop::open().await;
    shop.buy(&mut shop.browser(), PLAN, 1).await;
    shop.settle().await;
    let theirs = shop.sandbox.supplier.orders()[0].id.clone();
    let hold = Hold::default();
    let named = Break::SetField("data.id".into(), theirs.into());
    let both = Break::Both(Box::new(named), Box::new(Break::Hold(hold.clone())));
    shop.supplier_will([Rule::once("create_order", Fault::SellThenBreak(both))]);
    let bought = shop.buy(&mut shop.browser(), PLAN, 1).await;
    shop.sandbox.stripe.quiet().await;
    let app = shop.app.clone();
    let working = tokio::spawn(async move { esim_storefront::worker::drain(&app).await });
    hold.reached().await;
    crate::support::refund(
        &shop.app,
        bought.order_id.parse().unwrap(),
        "the traveller asked",
        "olga",
    )
    .await;
    hold.release();
    working.await.unwrap().unwrap();
    shop.rest(TimeDelta::hours(1)).await;
    assert_eq!(shop.packages_at_the_supplier()[0], "Pending");
    assert_eq!(
        shop.sandbox.supplier.calls("terminate_subscription").len(),
        0
    );
}

/// A sale without its code, refunded by the longer clock while its end meets `rule`.
async fn orphaned(rule: Rule) -> Shop {
    let (shop, mut sarah, bought) = paid([
        Rule::always("create_order", lacks("data.esim.esim_qr")),
        Rule::always(
            "get_esim_status",
            Fault::Status {
                status: 500,
                body: String::new(),
            },
        ),
        rule,
    ])
    .await;
    shop.rest(TimeDelta::minutes(130)).await;
    assert_eq!(state(&mut sarah, &bought).await, "refunded");
    shop
}

#[tokio::test]
async fn an_orphan_that_cannot_be_ended_stays_open_and_is_ended_when_it_can_be() {
    let silent = Fault::Status {
        status: 503,
        body: "try later".into(),
    };
    let shop = orphaned(Rule::always("terminate_subscription", silent)).await;
    shop.rest(TimeDelta::days(4)).await;
    assert_eq!(shop.packages_at_the_supplier(), ["Pending"]);
    assert_eq!(
        shop.events("terminated").await,
        0,
        "the history says that it has ended"
    );
    assert_eq!(
        shop.one::<i64>("select count(*) from jobs where kind = 'terminate'")
            .await,
        1,
        "nobody tries any more"
    );
    assert_eq!(shop.alerts("orphan_esim").await, 1);
    let tries = shop.sandbox.supplier.calls("terminate_subscription").len();
    assert!(
        (10..25).contains(&tries),
        "slower and slower: {tries} tries in four days"
    );
    shop.sandbox.supplier.faults.clear();
    shop.rest(TimeDelta::days(3)).await;
    assert_eq!(shop.packages_at_the_supplier(), ["Terminated"]);
    assert_eq!(
        (
            shop.events("terminated").await,
            shop.alerts("orphan_esim").await
        ),
        (1, 0)
    );
    shop.close().await;
}

#[tokio::test]
async fn a_final_no_to_ending_is_told_once_and_the_end_is_noticed_when_it_comes() {
    let no = Fault::Refuse {
        code: 40_400,
        message: "not possible".into(),
    };
    let shop = orphaned(Rule::always("terminate_subscription", no)).await;
    shop.rest(TimeDelta::days(3)).await;
    assert_eq!(
        (
            shop.events("terminated").await,
            shop.events("not_terminated").await
        ),
        (0, 1)
    );
    assert_eq!(shop.alerts("orphan_esim").await, 1);
    let order = shop.sandbox.supplier.orders()[0].id.clone();
    shop.sandbox.supplier.terminate(&order).unwrap();
    shop.rest(TimeDelta::days(3)).await;
    assert_eq!(
        (
            shop.events("terminated").await,
            shop.events("not_terminated").await
        ),
        (1, 1)
    );
    assert_eq!(shop.alerts("orphan_esim").await, 0);
    shop.close().await;
}
