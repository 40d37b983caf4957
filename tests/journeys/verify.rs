//! `verify-books`, both ways: what was planted on either side is one line that says what to do, and
//! what is on its way is no mismatch.

use crate::operators::{command, printed};
use crate::support::{BUYER, Bought, PLAN, PRICE, Shop, config, database};
use chrono::TimeDelta;
use esim_storefront::app::App;
use esim_storefront::flows::checkout::{self, CheckoutRequest, Wanted};
use esim_storefront::ops::books;
use esim_storefront::{serve, worker};
use sandbox::faults::{Fault, Rule};
use sandbox::stripe::Delivery;
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;

pub async fn found(shop: &Shop) -> Vec<String> {
    books::find(&shop.app).await.unwrap()
}

/// One line of all, which holds these words.
fn assert_one(lines: &[String], words: &[&str]) {
    assert!(
        matches!(lines, [line] if words.iter().all(|word| line.contains(word))),
        "{words:?} not told in one line: {lines:#?}"
    );
}

pub async fn delivered(shop: &Shop) -> (Bought, String) {
    let bought = shop.buy(&mut shop.browser(), PLAN, 1).await;
    shop.settle().await;
    let intent = intent(shop, &bought);
    (bought, intent)
}

pub fn intent(shop: &Shop, bought: &Bought) -> String {
    shop.session(&bought.session_id)["payment_intent"]
        .as_str()
        .unwrap()
        .to_owned()
}

pub async fn json_of(shop: &Shop, arguments: &[&str]) -> (Option<i32>, Value) {
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
    let wish = CheckoutRequest {
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
