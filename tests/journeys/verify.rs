//! `verify-books`, both ways: what was planted on either side is one line that says what to do, and
//! what is on its way is no mismatch.

use chrono::{DateTime, TimeDelta, Utc};
use esim_storefront::app::App;
use esim_storefront::flows::checkout::{self, Wanted, Wish};
use esim_storefront::ops::books;
use esim_storefront::{serve, worker};
use sandbox::faults::{Fault, Rule};
use sandbox::stripe::Delivery;
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;

use crate::operators::{command, printed};
use crate::support::{BUYER, Bought, PLAN, PRICE, Shop, config, database};

async fn found(shop: &Shop) -> Vec<String> {
    books::find(&shop.app).await.unwrap()
}

/// One line of all, which holds these words.
fn assert_one(lines: &[String], words: &[&str]) {
    assert!(
        matches!(lines, [line] if words.iter().all(|word| line.contains(word))),
        "{words:?} not told in one line: {lines:#?}"
    );
}

async fn delivered(shop: &Shop) -> (Bought, String) {
    let bought = shop.buy(&mut shop.browser(), PLAN, 1).await;
    shop.settle().await;
    let intent = intent(shop, &bought);
    (bought, intent)
}

fn intent(shop: &Shop, bought: &Bought) -> String {
    shop.session(&bought.session_id)["payment_intent"]
        .as_str()
        .unwrap()
        .to_owned()
}

async fn json_of(shop: &Shop, arguments: &[&str]) -> (Option<i32>, Value) {
    let output = command(shop, &[&["verify-books", "--json"], arguments].concat()).await;
    (
        output.status.code(),
        serde_json::from_str(&printed(&output)).unwrap_or_else(|_| panic!("no JSON: {output:?}")),
    )
}

#[tokio::test]
async fn a_payment_of_a_cent_less_or_of_another_currency_is_seen() {
    for (field, value, told) in [
        ("amount_received", json!(PRICE - 1), "received 14.39 USD"),
        ("currency", json!("eur"), "received 14.40 EUR"),
    ] {
        let shop = Shop::open().await;
        let (_, intent) = delivered(&shop).await;
        assert_eq!(found(&shop).await, Vec::<String>::new());
        shop.sandbox.stripe.tamper(&intent, field, value).unwrap();
        assert_one(
            &found(&shop).await,
            &[
                "E10001: Stripe's record of this payment differs from ours",
                told,
                "we captured 14.40 USD",
                "→",
            ],
        );
    }
}

#[tokio::test]
async fn what_the_supplier_ended_by_itself_and_a_package_that_nobody_bought_are_seen() {
    let shop = Shop::open().await;
    delivered(&shop).await;
    let order = shop.sandbox.supplier.orders()[0].id.clone();
    shop.sandbox.supplier.terminate(&order).unwrap();
    assert_one(
        &found(&shop).await,
        &[
            "E10001: line 1",
            &order,
            "delivered, but ended there, and not by us",
            "`orders refund E10001 --line 1`",
        ],
    );
    shop.run(
        "insert into packages (supplier_order_id, iccid, seen_at) select 'nobody-s', iccid, now()
         from esims",
    )
    .await;
    let lines = found(&shop).await;
    assert!(
        lines.len() == 2
            && lines[1].contains(
                "order nobody-s at the supplier is on its eSIM, and no line of ours bought it"
            ),
        "{lines:?}"
    );
}

#[tokio::test]
async fn a_payment_whose_order_is_lost_is_seen_kept_and_no_other_shops() {
    let shop = Shop::open().await;
    let (_, intent) = delivered(&shop).await;
    // A backup of before the sale.
    shop.run("truncate orders, stripe_events, jobs cascade")
        .await;
    let lines = found(&shop).await;
    assert_one(
        &lines,
        &[
            &intent,
            "14.40 USD received, and its order is not in this database (it names E10001)",
            &format!("`orders refund --payment {intent}"),
        ],
    );
    assert_eq!(
        shop.one::<String>("select stripe_payment_intent_id from ops.unknown_payments")
            .await,
        intent
    );
    // Without a mark its page tells whose it is.
    shop.run("truncate stray_payments").await;
    shop.sandbox
        .stripe
        .tamper(&intent, "description", Value::Null)
        .unwrap();
    assert_one(
        &found(&shop).await,
        &[&intent, "its order is not in this database"],
    );
    // What has gone back is no mismatch any more.
    shop.run("update stray_payments set refunded_minor = amount_minor")
        .await;
    assert_eq!(found(&shop).await, Vec::<String>::new());
}

/// A shop of somebody else on the same account at Stripe, with a sale of its own.
async fn neighbour(shop: &Shop) -> App {
    let folder = tempfile::tempdir().unwrap();
    let toml = folder.path().join("shop.toml");
    std::fs::write(
        &toml,
        "[shop]\nname = \"Next door\"\nsupport_email = \"help@next.example\"\ncurrency = \"USD\"\n",
    )
    .unwrap();
    let settings = config(
        &shop.sandbox,
        &database::fresh().await,
        "http://127.0.0.1:9",
        toml.to_str().unwrap(),
    );
    let app = serve::open(settings, &CancellationToken::new())
        .await
        .unwrap();
    esim_storefront::flows::sync::sync_catalogue(&app.db, &app.supplier, app.clock.now())
        .await
        .unwrap();
    app.catalogue
        .refresh(&app.db, app.clock.now())
        .await
        .unwrap();
    // In tests all databases are copies of one, and so is the mark.
    sqlx::query("update shop set mark = 'nextdoor'")
        .execute(&app.db)
        .await
        .unwrap();
    let wish = Wish {
        plans: vec![Wanted {
            product_id: PLAN.into(),
            quantity: 1,
            first_day: None,
            shown: None,
        }],
        buyer_hash: [9; 32],
        locale: "en".into(),
        code: None,
        signed_in: None,
        via: None,
    };
    let address = checkout::check_out(&app, &wish).await.unwrap();
    shop.sandbox.stripe.set_delivery(Delivery::Lose);
    shop.sandbox
        .stripe
        .pay(address.rsplit('/').next().unwrap(), BUYER)
        .unwrap();
    shop.sandbox.stripe.set_delivery(Delivery::Normal);
    esim_storefront::flows::reconcile::run(&app).await.unwrap();
    worker::drain(&app).await.unwrap();
    app
}

#[tokio::test]
async fn two_shops_on_one_account_do_not_report_each_other() {
    let shop = Shop::open().await;
    delivered(&shop).await;
    let other = neighbour(&shop).await;
    let captures: i64 = sqlx::query_scalar("select count(*) from captures")
        .fetch_one(&other.db)
        .await
        .unwrap();
    assert_eq!(captures, 1, "the neighbour sold nothing");
    for app in [&shop.app, &other] {
        assert_eq!(books::find(app).await.unwrap(), Vec::<String>::new());
    }
    // Nor where the payments of both carry no mark.
    for payment in shop.sandbox.stripe.payment_intents() {
        shop.sandbox
            .stripe
            .tamper(payment["id"].as_str().unwrap(), "description", Value::Null)
            .unwrap();
    }
    for app in [&shop.app, &other] {
        assert_eq!(books::find(app).await.unwrap(), Vec::<String>::new());
    }
}

#[tokio::test]
async fn a_payment_that_an_order_here_does_not_count_is_seen() {
    let shop = Shop::open().await;
    let bought = shop.check_out(&mut shop.browser(), PLAN, 1).await;
    shop.sandbox.stripe.set_delivery(Delivery::Lose);
    shop.sandbox.stripe.pay(&bought.session_id, BUYER).unwrap();
    // Stripe has it this moment, and the webhook is on its way.
    let report = json_of(&shop, &[]).await;
    assert_eq!(report.0, Some(0));
    assert_eq!(report.1["in_flight"][0]["about"], "E10001");
    assert_eq!(found(&shop).await, Vec::<String>::new());
    // A quarter of an hour later nobody has heard of it.
    shop.pass(TimeDelta::minutes(15));
    assert_one(
        &found(&shop).await,
        &[
            "E10001: Stripe received 14.40 USD",
            "the order is not paid here",
        ],
    );
    shop.run("update orders set payment_state = 'expired'")
        .await;
    assert_one(
        &found(&shop).await,
        &[
            "E10001: Stripe received 14.40 USD",
            "the order is not paid here, and over",
        ],
    );
}

#[tokio::test]
async fn a_payment_that_does_not_fit_its_order_is_seen_until_it_has_gone_back() {
    let shop = Shop::open().await;
    let bought = shop.check_out(&mut shop.browser(), PLAN, 1).await;
    shop.sandbox
        .stripe
        .tamper(&bought.session_id, "amount_total", json!(100))
        .unwrap();
    shop.sandbox.stripe.pay(&bought.session_id, BUYER).unwrap();
    shop.settle().await;
    assert_eq!(
        shop.one::<String>("select holds[1] from ops.orders").await,
        "misfit"
    );
    assert_one(
        &found(&shop).await,
        &["E10001: ", "`orders refund E10001 --reason …`"],
    );
}

#[tokio::test]
async fn a_refund_whose_answer_is_on_its_way_is_in_flight_and_no_mismatch() {
    let shop = Shop::open().await;
    shop.sandbox.supplier.faults.push(Rule::once(
        "create_order",
        Fault::Refuse {
            code: 40_400,
            message: "gone".into(),
        },
    ));
    // The refund is made, and its answer lost.
    shop.sandbox.stripe.fail_and_remember("/v1/refunds", true);
    shop.buy(&mut shop.browser(), PLAN, 1).await;
    shop.sandbox.stripe.quiet().await;
    shop.sandbox.stripe.set_delivery(Delivery::Lose);
    shop.settle().await;
    assert_eq!(shop.sandbox.stripe.refunds().len(), 1);
    assert_eq!(
        shop.one::<String>("select state from ops.refunds").await,
        "intent",
        "its answer is here already"
    );
    let (code, report) = json_of(&shop, &[]).await;
    assert_eq!(
        (code, &report["agrees"]),
        (Some(0), &json!(true)),
        "{report}"
    );
    assert_eq!(
        report["in_flight"],
        json!([{ "about": "E10001", "what": "14.40 USD is being sent back", "mend": null }])
    );
    shop.rest(TimeDelta::hours(1)).await;
    let (_, report) = json_of(&shop, &[]).await;
    assert_eq!(report["in_flight"], json!([]), "{report}");
}

#[tokio::test]
async fn one_bad_order_is_one_line_and_ends_nothing() {
    let shop = Shop::open().await;
    for _ in 0..3 {
        delivered(&shop).await;
    }
    // Stripe never heard of the first one's payment, nor the supplier of the second one's order.
    shop.run(
        "begin; set local session_replication_role = replica;
         update captures set payment_intent_id = 'pi_of_another_account'
         where order_id = (select id from orders where order_number = 'E10001');
         update supplier_orders set supplier_order_id = 'of-nobody'
         where order_id = (select id from orders where order_number = 'E10002');
         update packages p set supplier_order_id = 'of-nobody' from esims e
         join lines l on l.id = e.line_id join orders o on o.id = l.order_id
             where p.iccid = e.iccid and o.order_number = 'E10002'; commit",
    )
    .await;
    let lines = found(&shop).await;
    let about = |number: &str| {
        lines
            .iter()
            .filter(|line| line.starts_with(number))
            .collect::<Vec<_>>()
    };
    assert!(
        about("E10001")[0].contains("Stripe does not know its payment"),
        "{lines:#?}"
    );
    assert!(
        about("E10001")[1].contains("paid by another payment"),
        "{lines:#?}"
    );
    assert!(
        matches!(&about("E10002")[..], [line] if line.contains(
            "of-nobody at the supplier: the supplier does not show it")),
        "{lines:#?}"
    );
    assert_eq!(lines.len(), 3, "{lines:#?}");
}

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

#[tokio::test]
async fn what_cannot_be_asked_is_not_called_agreed() {
    let shop = Shop::open().await;
    delivered(&shop).await;
    shop.sandbox.supplier.faults.push(Rule::always(
        "get_order",
        Fault::Status {
            status: 503,
            body: String::new(),
        },
    ));
    let (code, report) = json_of(&shop, &[]).await;
    assert_eq!(
        (code, &report["mismatches"]),
        (Some(1), &json!([])),
        "{report}"
    );
    assert_eq!(report["not_compared"][0]["about"], "E10001");
    shop.sandbox.supplier.faults.clear();
    shop.sandbox.stripe.forbid("refund_read");
    let (code, report) = json_of(&shop, &[]).await;
    assert_eq!(code, Some(1));
    assert!(
        report["not_compared"]
            .to_string()
            .contains("the Stripe key lacks a right: Refunds"),
        "{report}"
    );
    assert_eq!(
        report["compared"]["supplier_orders"], 1,
        "the other parts are compared"
    );
    shop.sandbox.stripe.allow_all();
    shop.close().await;
}

#[tokio::test]
async fn an_alert_stands_from_a_comparison_that_found_something_to_one_that_did_not() {
    let shop = Shop::open().await;
    let (_, intent) = delivered(&shop).await;
    let open =
        "select count(*) from ops.alerts where kind = 'books_mismatch' and resolved_at is null";
    shop.sandbox
        .stripe
        .tamper(&intent, "amount_received", json!(1))
        .unwrap();
    command(&shop, &["verify-books"]).await;
    assert_eq!(shop.one::<i64>(open).await, 1);
    shop.sandbox
        .stripe
        .tamper(&intent, "amount_received", json!(PRICE))
        .unwrap();
    assert_eq!(
        command(&shop, &["verify-books"]).await.status.code(),
        Some(0)
    );
    assert_eq!(shop.one::<i64>(open).await, 0);
    shop.close().await;
}
