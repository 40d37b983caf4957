//! What a recovery stops, and what goes on beside it.

use super::restored::{YESTERDAY, recovering};
use crate::support::{PLAN, Shop};
use chrono::TimeDelta;
use esim_storefront::flows::{alerts, reconcile, recovery};
use sandbox::faults::{Fault, Rule};
use serde_json::json;

#[tokio::test]
async fn a_fresh_payment_is_bought_while_a_recovery_is_under_way() {
    let shop = Shop::open().await;
    reconcile::run(&shop.app).await.unwrap();
    shop.run(YESTERDAY).await;
    recovery::begin_if_due(&shop.app).await.unwrap();
    let mut sarah = shop.browser();
    let form = [
        ("product_id", PLAN),
        ("quantity", "1"),
        ("device_ok", "yes"),
    ];
    assert_eq!(
        sarah.post("/checkout", &form).await.status,
        503,
        "numbers of before are not known yet"
    );
    shop.run("update recovery set numbers_known = true").await;
    shop.pass(TimeDelta::seconds(2));
    let bought = shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    assert!(recovering(&shop).await);
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "delivered"
    );
    reconcile::run(&shop.app).await.unwrap();
    shop.close().await;
}

#[tokio::test]
async fn a_list_of_events_that_may_not_be_read_stops_only_what_was_paid_before() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    reconcile::run(&shop.app).await.unwrap();
    shop.sandbox.supplier.faults.push(Rule::once(
        "create_order",
        Fault::Status {
            status: 503,
            body: String::new(),
        },
    ));
    let old = shop.buy(&mut sarah, PLAN, 1).await;
    shop.settle().await;
    let mut tom = shop.browser();
    let unpaid = shop.check_out(&mut tom, PLAN, 1).await;
    shop.run(YESTERDAY).await;
    shop.pass(TimeDelta::minutes(2));
    shop.sandbox.stripe.forbid("event_read");
    recovery::begin_if_due(&shop.app).await.unwrap();
    assert!(reconcile::run(&shop.app).await.is_err());
    assert!(recovering(&shop).await);
    shop.pass(TimeDelta::seconds(2));

    let mut fresh = shop.browser();
    let bought = shop.buy(&mut fresh, PLAN, 1).await;
    shop.rest(TimeDelta::minutes(1)).await;
    assert_eq!(
        fresh.get_json(&bought.page).await["delivery_state"],
        "delivered",
        "what is paid now has nothing to do with it"
    );
    assert_eq!(
        sarah.get_json(&old.page).await["delivery_state"],
        "ordering"
    );
    let standing = readyz(&shop).await;
    assert_eq!(
        (
            &standing["ready"],
            &standing["selling"],
            &standing["recovering"]
        ),
        (&json!(true), &json!(true), &json!(true)),
        "{standing}"
    );

    // Overdue pages are read, too.
    shop.pass(TimeDelta::minutes(40));
    assert!(reconcile::run(&shop.app).await.is_err());
    shop.settle().await;
    assert_eq!(tom.get_json(&unpaid.page).await["payment_state"], "expired");

    shop.run("update recovery set since = now() - interval '6 minutes'")
        .await;
    alerts::run(&shop.app).await.unwrap();
    assert_eq!(
        shop.one::<i64>(
            "select count(*) from alerts where kind = 'recovering' and resolved_at is null"
        )
        .await,
        1
    );
    let form = [
        ("product_id", PLAN),
        ("quantity", "1"),
        ("device_ok", "yes"),
    ];
    assert_eq!(
        shop.browser().post("/checkout", &form).await.status,
        503,
        "nobody pays while it lasts so long"
    );
    let standing = readyz(&shop).await;
    assert_eq!(
        (&standing["ready"], &standing["selling"]),
        (&json!(true), &json!(false)),
        "pages are served all the same: {standing}"
    );
    assert!(standing["alerts"].as_i64().unwrap() >= 1);

    shop.sandbox.stripe.allow_all();
    reconcile::run(&shop.app).await.unwrap();
    shop.settle().await;
    shop.rest(TimeDelta::minutes(10)).await;
    assert!(!recovering(&shop).await);
    assert_eq!(shop.browser().post("/checkout", &form).await.status, 303);
    shop.close().await;
}

async fn readyz(shop: &Shop) -> serde_json::Value {
    let mut probe = shop.browser();
    let asked = probe
        .request(reqwest::Method::GET, "/readyz")
        .header("accept", "application/json");
    let answer = probe.send(asked).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer.json()
}

#[tokio::test]
async fn readyz_says_what_waits_in_each_lane() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    shop.buy(&mut sarah, PLAN, 1).await;
    shop.sandbox.stripe.quiet().await;
    shop.pass(TimeDelta::seconds(7));
    let standing = readyz(&shop).await;
    let lanes = standing["lanes"].as_object().unwrap();
    assert_eq!(
        lanes.keys().collect::<Vec<_>>(),
        ["housekeeping", "mail", "money_back", "money_in", "supplier"]
    );
    assert!(
        lanes["money_in"]["due"].as_i64().unwrap() >= 1
            && lanes["money_in"]["oldest_seconds"].as_i64().unwrap() >= 7,
        "{standing}"
    );
    assert_eq!(lanes["supplier"], json!({ "due": 0, "oldest_seconds": 0 }));
    assert_eq!(
        (&standing["selling"], &standing["recovering"]),
        (&json!(true), &json!(false))
    );
    shop.settle().await;
    shop.close().await;
}
