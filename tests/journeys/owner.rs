//! What the owner does by command: finds an order by whatever names it, stops selling and resumes,
//! hands the accountant a table.

use chrono::TimeDelta;
use esim_storefront::flows::selling;
use serde_json::Value;

use crate::operators::{command, command_with, printed};
use crate::support::{BUYER, PLAN, PRICE, Shop};

const FORM: [(&str, &str); 3] = [
    ("product_id", PLAN),
    ("quantity", "1"),
    ("device_ok", "yes"),
];

impl Shop {
    async fn found(&self, text: &str) -> String {
        printed(&command(self, &["orders", "find", text]).await)
    }

    /// The worker's round, and a shelf as fresh as in a shop that hears of its changes.
    async fn look_round(&self) {
        selling::watch(&self.app).await.unwrap();
        self.app
            .catalogue
            .refresh(&self.app.db, self.app.clock.now())
            .await
            .unwrap();
    }

    async fn rows(&self, from: &str, to: &str) -> Vec<Value> {
        let exported = command(
            self,
            &["export", "orders", "--from", from, "--to", to, "--json"],
        )
        .await;
        assert!(
            exported.status.success(),
            "{}",
            String::from_utf8_lossy(&exported.stderr)
        );
        serde_json::from_slice(&exported.stdout).unwrap()
    }
}

#[tokio::test]
async fn an_order_is_found_by_whatever_names_it() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    let bought = shop.buy(&mut sarah, PLAN, 2).await;
    shop.settle().await;
    shop.check_out(&mut shop.browser(), PLAN, 1).await;
    let intent = shop.session(&bought.session_id)["payment_intent"]
        .as_str()
        .unwrap()
        .to_owned();
    shop.sandbox
        .stripe
        .refund_in_dashboard(&intent, Some(500))
        .unwrap();
    shop.settle().await;
    let number: String = shop
        .one("select order_number from orders where payment_state = 'paid'")
        .await;
    let refund: String = shop.one("select stripe_refund_id from refunds").await;
    let event: String = shop.one("select event_id from captures").await;
    let supplier_order: String = shop
        .one("select supplier_order_id from supplier_orders limit 1")
        .await;
    let iccid: String = shop
        .one("select iccid from esims order by iccid limit 1")
        .await;
    let charge = shop.sandbox.stripe.charges().pop().unwrap()["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let grouped = iccid
        .as_bytes()
        .chunks(4)
        .map(|four| String::from_utf8_lossy(four))
        .collect::<Vec<_>>()
        .join(" ");
    let bare = number.trim_start_matches('E').to_owned();
    for text in [
        &number,
        &number.to_lowercase(),
        &bare,
        &BUYER.to_uppercase(),
        &grouped,
        &iccid[..iccid.len() - 1].to_owned(),
        &bought.session_id,
        &bought.order_id,
        &intent,
        &charge,
        &refund,
        &event,
        &supplier_order,
    ] {
        let found = shop.found(text).await;
        assert!(
            found.lines().count() == 1 && found.starts_with(&number),
            "{text}: {found}"
        );
    }
    let json = command(&shop, &["orders", "find", BUYER, "--json"]).await;
    let json: Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!(
        (
            &json[0]["order_number"],
            &json[0]["refunded_minor"],
            &json[1]
        ),
        (&Value::from(number), &Value::from(500), &Value::Null)
    );
    // The log names a product that cannot be sold, each time that a shelf is made.
    shop.run("update products set cost = '-1' where product_id = 'esimfx_1G_7D_AT'")
        .await;
    let loud = command(&shop, &["orders", "list", "--json"]).await;
    assert!(
        String::from_utf8_lossy(&loud.stderr).contains("not on the shelf")
            && serde_json::from_slice::<Value>(&loud.stdout).is_ok(),
        "the log stands between the lines of JSON"
    );
    let nothing = command(&shop, &["orders", "find", "pi_of_nobody"]).await;
    assert!(
        nothing.status.code() == Some(1)
            && printed(&nothing).starts_with("nothing found. Search by"),
        "{}",
        printed(&nothing)
    );
    let wrong = command(&shop, &["orders", "find", "sarah@"]).await;
    assert!(
        wrong.status.code() == Some(1)
            && String::from_utf8_lossy(&wrong.stderr).contains("not a valid email address")
    );
    shop.close().await;
}

#[tokio::test]
async fn a_payment_whose_order_is_lost_is_found_by_its_id() {
    let shop = Shop::open().await;
    shop.run(
        "insert into stray_payments (payment_intent_id, amount_minor, currency, livemode, seen_at)
         values ('pi_lost', 1440, 'usd', false, now())",
    )
    .await;
    let found = shop.found("pi_lost").await;
    assert!(
        found.contains("$14.40") && found.contains("orders refund --payment pi_lost"),
        "{found}"
    );
    let json = command(&shop, &["orders", "find", "pi_lost", "--json"]).await;
    let rows: Value = serde_json::from_slice(&json.stdout).unwrap();
    assert!(
        json.status.success()
            && rows[0]["payment_intent_id"] == "pi_lost"
            && rows[0]["amount_minor"] == 1440,
        "{rows}"
    );
    shop.run("update stray_payments set refunded_minor = 440")
        .await;
    let found = shop.found("pi_lost").await;
    assert!(
        found.contains("$14.40")
            && found.contains("$10.00 of it has not gone back")
            && found.contains("To refund it"),
        "{found}"
    );
    shop.run("update stray_payments set refunded_minor = 1440")
        .await;
    let found = shop.found("pi_lost").await;
    assert!(
        found.contains("It has gone back") && !found.contains("refund"),
        "{found}"
    );
    shop.run("delete from stray_payments").await;
    shop.close().await;
}

#[tokio::test]
async fn selling_is_stopped_by_hand_and_stays_so_until_somebody_resumes_it() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    let open = shop.check_out(&mut sarah, PLAN, 1).await;
    let stopped = command(
        &shop,
        &["sales", "stop", "--reason", "moving the warehouse"],
    )
    .await;
    assert!(
        stopped.status.success(),
        "{}",
        String::from_utf8_lossy(&stopped.stderr)
    );
    let alert = "select coalesce(max(what), '') from ops.alerts where kind = 'sales_stopped'
                 and resolved_at is null";
    assert_eq!(
        shop.one::<String>(alert).await,
        "nothing is sold: stopped by hand: moving the warehouse"
    );
    shop.look_round().await;
    assert_eq!(shop.browser().post("/checkout", &FORM).await.status, 503);
    let page = shop.browser().get(&format!("/plans/{PLAN}")).await.body;
    assert!(
        page.contains("Sales are paused") && !page.contains("action=\"/checkout\""),
        "the page takes orders"
    );
    assert_eq!(shop.browser().get_json("/readyz").await["selling"], false);
    let doctor = printed(&command(&shop, &["doctor"]).await);
    assert!(
        doctor.contains("WARN  catalogue")
            && doctor.contains("moving the warehouse")
            && doctor.contains("`sales resume`"),
        "{doctor}"
    );

    // What was open is paid and delivered; no round and no sale of the supplier's opens the shop.
    shop.sandbox.stripe.pay(&open.session_id, BUYER).unwrap();
    shop.settle().await;
    assert_eq!(
        sarah.get_json(&open.page).await["delivery_state"],
        "delivered"
    );
    shop.pass(TimeDelta::hours(2));
    shop.look_round().await;
    shop.look_round().await;
    assert_eq!(
        shop.browser().post("/checkout", &FORM).await.status,
        503,
        "it resumed by itself"
    );

    let resumed = command_with(&shop, &["sales", "resume"], &[("OPERATOR", "tom")]).await;
    assert_eq!(printed(&resumed), "the shop sells again\n");
    shop.look_round().await;
    assert_eq!(shop.browser().post("/checkout", &FORM).await.status, 303);
    assert_eq!(shop.one::<String>(alert).await, "");
    assert_eq!(
        command(&shop, &["sales", "resume"]).await.status.code(),
        Some(1),
        "there is nothing to resume"
    );
    let audit: Vec<(String, String, Option<String>)> =
        sqlx::query_as("select actor, act, detail from ops.audit order by at")
            .fetch_all(&shop.app.db)
            .await
            .unwrap();
    assert_eq!(
        audit,
        [
            (
                "operator:olga".into(),
                "sales stopped".into(),
                Some("moving the warehouse".into())
            ),
            ("operator:tom".into(), "sales resumed".into(), None)
        ]
    );
    let rewritten = sqlx::query("update audit set actor = 'operator:nobody'")
        .execute(&shop.app.db)
        .await;
    assert!(
        rewritten
            .unwrap_err()
            .to_string()
            .contains("what was done stays written")
    );
    assert_eq!(
        command(&shop, &["sales", "stop", "--reason", " "])
            .await
            .status
            .code(),
        Some(1)
    );
    shop.close().await;
}

#[tokio::test]
async fn what_stops_by_itself_and_what_a_person_stops_do_not_end_each_other() {
    let shop = Shop::open().await;
    esim_storefront::db::products::stop_sales(
        &shop.app.db,
        domain::breaker::BALANCE,
        shop.app.clock.now(),
    )
    .await
    .unwrap();
    selling::stop_by_hand(&shop.app, "a holiday", "olga")
        .await
        .unwrap();
    shop.pass(TimeDelta::minutes(31));
    shop.look_round().await;
    shop.look_round().await;
    let stops =
        "select concat_ws(' ', sales_stop_reason, stopped_by_hand_reason) from catalogue_state";
    assert_eq!(
        shop.one::<String>(stops).await,
        "a holiday",
        "the balance is risked again, the person's word stands"
    );
    esim_storefront::db::products::stop_sales(
        &shop.app.db,
        domain::breaker::BALANCE,
        shop.app.clock.now(),
    )
    .await
    .unwrap();
    let resumed = selling::resume_by_hand(&shop.app, "olga").await.unwrap();
    assert_eq!(resumed, Some(None), "who resumes has filled up the balance");
    assert_eq!(shop.one::<String>(stops).await, "");
    shop.look_round().await;
    assert_eq!(shop.browser().post("/checkout", &FORM).await.status, 303);
    shop.close().await;
}

#[tokio::test]
async fn the_accountant_gets_a_row_an_order_that_adds_up() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    shop.sandbox.stripe.set_billing_country("DE");
    let first = shop.buy(&mut sarah, PLAN, 2).await;
    shop.settle().await;
    shop.pass(TimeDelta::days(1));
    shop.buy(&mut shop.browser(), "esimfx_5G_30D_EU", 1).await;
    shop.settle().await;
    crate::support::refund(
        &shop.app,
        first.order_id.parse().unwrap(),
        "lost phone",
        "olga",
    )
    .await;
    shop.settle().await;

    let today = shop.app.clock.now().date_naive();
    let yesterday = today.pred_opt().unwrap();
    let (yesterday, today) = (yesterday.to_string(), today.to_string());
    let rows = shop.rows(&yesterday, &today).await;
    assert_eq!(rows.len(), 2);
    let sold = &rows[0];
    assert_eq!(
        (
            &sold["mode"],
            &sold["kind"],
            &sold["currency"],
            &sold["country"]
        ),
        (&"test".into(), &"new".into(), &"USD".into(), &"DE".into())
    );
    assert_eq!(
        (&sold["gross"], &sold["fee"], &sold["tax"]),
        (&"28.80".into(), &"1.13".into(), &"0.00".into())
    );
    assert_eq!(
        (&sold["refunded"], &sold["cost"], &sold["margin"]),
        (&"28.80".into(), &"24.00".into(), &"-25.13".into())
    );
    assert!(
        sold["plans"].as_str().unwrap().starts_with("2 × Japan") && sold["lines"] == 2,
        "{sold}"
    );
    assert_eq!(sold["paid_on"], yesterday);
    assert_eq!(
        shop.rows(&today, &today).await.len(),
        1,
        "both days count, and no other"
    );
    let margins: i64 = shop
        .one("select sum(margin_minor)::bigint from ops.books")
        .await;
    let exported: rust_decimal::Decimal = rows
        .iter()
        .map(|r| {
            r["margin"]
                .as_str()
                .unwrap()
                .parse::<rust_decimal::Decimal>()
                .unwrap()
        })
        .sum();
    assert_eq!(exported, rust_decimal::Decimal::new(margins, 2));

    let csv = printed(
        &command(
            &shop,
            &[
                "export", "orders", "--from", &yesterday, "--to", &today, "--csv",
            ],
        )
        .await,
    );
    let lines: Vec<&str> = csv.lines().collect();
    assert!(
        lines[0].starts_with("order_number,mode,")
            && lines.len() == 3
            && lines[1].contains(",28.80,1.13,0.00,28.80,"),
        "{csv}"
    );
    assert!(
        !csv.contains(BUYER) && !csv.contains("LPA:"),
        "an accountant needs no address"
    );
    let turned = command(
        &shop,
        &["export", "orders", "--from", &today, "--to", &yesterday],
    )
    .await;
    assert!(
        turned.status.code() == Some(1)
            && String::from_utf8_lossy(&turned.stderr).contains("name the earlier day first")
    );
    assert_eq!(PRICE * 2, 2880);
    shop.close().await;
}
