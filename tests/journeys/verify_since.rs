//! `verify-books` over a long time: a beginning, a stop, stretches, few calls.

use super::verify::{delivered, found, json_of};
use crate::operators::{command, printed};
use crate::support::{PRICE, Shop};
use chrono::{DateTime, TimeDelta, Utc};
use sandbox::stripe::Delivery;
use serde_json::json;

#[tokio::test]
async fn few_calls_are_made_however_many_orders_there_are() {
    let shop = Shop::open().await;
    for _ in 0..6 {
        delivered(&shop).await;
    }
    let before = (
        shop.sandbox.stripe.calls("").len(),
        shop.sandbox.supplier.calls("").len(),
    );
    assert_eq!(found(&shop).await, Vec::<String>::new());
    assert_eq!(
        shop.sandbox.stripe.calls("").len() - before.0,
        2,
        "a list of payments and one of refunds"
    );
    assert_eq!(
        shop.sandbox.supplier.calls("").len() - before.1,
        6,
        "one for each order at the supplier"
    );
}

#[tokio::test]
async fn what_is_compared_has_a_beginning_and_the_rest_is_named() {
    let shop = Shop::open().await;
    let (_, intent) = delivered(&shop).await;
    shop.sandbox
        .stripe
        .tamper(&intent, "amount_received", json!(1))
        .unwrap();
    let tomorrow = (shop.app.clock.now() + TimeDelta::days(1))
        .date_naive()
        .to_string();
    let (code, report) = json_of(&shop, &["--since", "2020-01-01"]).await;
    assert_eq!(
        (code, report["compared"]["payments"].as_i64()),
        (Some(1), Some(1))
    );
    let (code, report) = json_of(&shop, &["--since", &tomorrow]).await;
    assert_eq!(
        (code, report["compared"]["payments"].as_i64()),
        (Some(0), Some(0)),
        "{report}"
    );
    let not_verified = report["not_verified"].to_string();
    assert!(
        not_verified.contains("the supplier has no list of orders")
            && not_verified.contains(&tomorrow),
        "{not_verified}"
    );
    let words = printed(&command(&shop, &["verify-books"]).await);
    assert!(words.contains(
        "1 do not agree: 1 payments, 0 refunds and 1 orders at the supplier compared, test mode, \
         since "), "{words}");
    assert!(
        words.contains("not verified: orders at the supplier that no line of ours knows"),
        "{words}"
    );
    assert_eq!(
        command(&shop, &["verify-books", "--since", "yesterday"])
            .await
            .status
            .code(),
        Some(2)
    );
    // An old payment of which something went back within the time is compared, too.
    shop.sandbox
        .stripe
        .tamper(&intent, "amount_received", json!(PRICE))
        .unwrap();
    shop.run(
        "begin; set local session_replication_role = replica; update captures set captured_at \
         = now() - interval '100 days'; commit",
    )
    .await;
    assert_eq!(json_of(&shop, &[]).await.1["agrees"], true);
    shop.sandbox.stripe.set_delivery(Delivery::Lose);
    shop.sandbox
        .stripe
        .refund_in_dashboard(&intent, Some(500))
        .unwrap();
    let (_, report) = json_of(&shop, &[]).await;
    assert!(
        report["mismatches"][0]["what"]
            .as_str()
            .unwrap()
            .contains("Stripe shows 5.00 USD refunded, we recorded 0.00 USD"),
        "{report}"
    );
}

#[tokio::test]
async fn a_comparison_that_was_broken_off_goes_on_where_it_stopped() {
    let shop = Shop::open().await;
    delivered(&shop).await;
    let now: DateTime<Utc> = shop.app.clock.now();
    let since = "2020-01-01T00:00:00Z";
    let finding = json!({ "kind": "mismatch", "about": "E9", "what": "found before it was broken \
                                                                      off", "mend": "mend it" });
    let report = json!({ "findings": [finding], "payments": 700, "refunds": 0, "purchases": 700, "other_mode": 0 });
    let broken = json!({ "since": since, "until": now, "position": now, "report": report });
    let store = |broken: String| {
        sqlx::query("insert into cursors values ('verify_books:test:2020-01-01', $1)")
            .bind(broken)
            .execute(&shop.app.db)
    };
    store(broken.to_string()).await.unwrap();
    let before = shop.sandbox.supplier.calls("").len();
    let output = command(&shop, &["verify-books", "--since", "2020-01-01"]).await;
    assert_eq!(output.status.code(), Some(1));
    assert!(
        String::from_utf8_lossy(&output.stderr)
            .contains("going on where it stopped: 700 payments are compared")
    );
    assert!(
        printed(&output).contains("E9: found before it was broken off → mend it"),
        "{}",
        printed(&output)
    );
    assert_eq!(
        shop.sandbox.supplier.calls("").len(),
        before,
        "what was compared is compared again"
    );
    assert_eq!(
        shop.one::<i64>("select count(*) from cursors where name like 'verify%'")
            .await,
        0
    );
    // The next one is a new one; so is one after a day, and one whose words cannot be read.
    assert_eq!(
        command(&shop, &["verify-books", "--since", "2020-01-01"])
            .await
            .status
            .code(),
        Some(0)
    );
    for stale in
        [json!({ "since": since, "until": now - TimeDelta::days(2), "position": now, "report": report }).to_string(), "?".to_owned()]
    {
        store(stale).await.unwrap();
        assert_eq!(command(&shop, &["verify-books", "--since", "2020-01-01"]).await.status.code(), Some(0));
    }
    shop.close().await;
}

#[tokio::test]
async fn a_long_time_is_compared_in_stretches_that_leave_nothing_out() {
    use esim_storefront::db::verify::{Span, after_captures, captured};
    let shop = Shop::open().await;
    for _ in 0..5 {
        delivered(&shop).await;
    }
    let all = Span {
        from: DateTime::UNIX_EPOCH,
        to: shop.app.clock.now(),
    };
    let (mut from, mut seen) = (all.from, Vec::new());
    while from < all.to {
        let to = after_captures(&shop.app.db, false, Span { from, ..all }, 2)
            .await
            .unwrap();
        let part = captured(&shop.app.db, false, Span { from, to })
            .await
            .unwrap();
        assert!(part.len() <= 2 && to > from);
        seen.extend(part.into_iter().map(|c| c.payment.order_number));
        from = to;
    }
    assert_eq!(seen, ["E10001", "E10002", "E10003", "E10004", "E10005"]);
    shop.close().await;
}
