//! The buttons of the control page do what they say.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use serde_json::json;

use crate::{Sandbox, SandboxOptions, http::lock};

#[tokio::test]
async fn the_panel_confirms_a_delayed_payment_and_uses_an_esim() {
    let sandbox = Sandbox::start(SandboxOptions::default()).await.unwrap();
    sandbox.set_shop_url("http://127.0.0.1:1/");
    let http = reqwest::Client::new();
    let form = [
        ("mode", "payment"),
        ("success_url", "http://127.0.0.1:1/"),
        ("line_items[0][price_data][currency]", "usd"),
        ("line_items[0][price_data][unit_amount]", "900"),
        ("line_items[0][price_data][product_data][name]", "Japan"),
    ];
    let opened = http
        .post(format!("{}/v1/checkout/sessions", sandbox.stripe.url()))
        .bearer_auth(sandbox.stripe.secret_key())
        .form(&form);
    let opened: serde_json::Value = opened.send().await.unwrap().json().await.unwrap();
    let session = opened["id"].as_str().unwrap();
    sandbox.stripe.delay(session, "ana@example.org").unwrap();
    let page = async || {
        http.get(sandbox.panel_url())
            .send()
            .await
            .unwrap()
            .text()
            .await
            .unwrap()
    };
    assert!(page().await.contains(session));
    let press = async |path: String, action: &str| {
        http.post(format!("{}{path}", sandbox.panel_url()))
            .form(&[("action", action)])
            .send()
            .await
            .unwrap()
            .status()
            .as_u16()
    };
    assert_eq!(press(format!("/payments/{session}"), "confirm").await, 200);
    assert_eq!(sandbox.stripe.sessions()[0]["payment_status"], "paid");
    assert_eq!(press(format!("/payments/{session}"), "confirm").await, 409);
    let order = json!({ "operation_type": "NEW", "product": { "id": "esimfx_1G_7D_JP" } });
    let iccid = sandbox.supplier.sell_for_a_test(&order);
    assert_eq!(press(format!("/esims/{iccid}"), "use").await, 200);
    assert!(page().await.contains("500 of 1024 MB"));
    let state: serde_json::Value = http
        .get(format!("{}/api/state", sandbox.panel_url()))
        .send()
        .await
        .unwrap()
        .json()
        .await
        .unwrap();
    assert_eq!(
        state["supplier"]["esims"][0]["esim_qr"],
        json!(sandbox.supplier.esim(&iccid).unwrap().esim_qr)
    );
    assert_eq!(press(format!("/esims/{iccid}"), "expire").await, 200);
    assert_eq!(press(format!("/esims/{iccid}"), "use").await, 409);
}

#[tokio::test]
async fn an_esims_packages_stand_together_and_its_buttons_follow_its_state() {
    let sandbox = Sandbox::start(SandboxOptions::default()).await.unwrap();
    let http = reqwest::Client::new();
    let read = async |path: &str| {
        let page = http.get(format!("{}{path}", sandbox.panel_url()));
        page.send().await.unwrap().text().await.unwrap()
    };
    let press = async |path: String, action: &str| {
        let pressed = http.post(format!("{}{path}", sandbox.panel_url()));
        let form = [("action", action)];
        pressed.form(&form).send().await.unwrap().status().as_u16()
    };
    let iccid = sandbox.supplier.sell_for_a_test(
        &json!({ "operation_type": "NEW", "product": { "id": "esimfx_1G_7D_JP" } }),
    );
    let page = read("/").await;
    assert!(
        [">Install<", ">Arrive<", ">Use 500 MB<", ">Expire<"]
            .iter()
            .all(|button| page.contains(button)),
        "{page}"
    );
    let top_up = json!({ "operation_type": "TOPUP", "iccid": iccid, "product": { "id": "esimfx_3G_30D_JP" } });
    sandbox.supplier.sell_for_a_test(&top_up);
    let page = read("/").await;
    assert_eq!(
        page.matches("<article").count(),
        1,
        "both packages are on one eSIM"
    );
    assert!(
        page.contains("esimfx_1G_7D_JP")
            && page.contains("esimfx_3G_30D_JP")
            && page.contains("top-up")
    );
    assert_eq!(press(format!("/esims/{iccid}"), "install").await, 200);
    assert_eq!(
        press(format!("/esims/{iccid}"), "install").await,
        409,
        "it can be installed once only"
    );
    assert_eq!(press("/esims/8944".to_owned(), "install").await, 409);
    assert_eq!(press(format!("/esims/{iccid}"), "arrive").await, 200);
    let page = read("/").await;
    assert!(
        !page.contains(">Install<") && !page.contains(">Arrive<") && page.contains(">Use 500 MB<")
    );
    press(format!("/esims/{iccid}"), "use").await;
    let state: serde_json::Value = serde_json::from_str(&read("/api/state").await).unwrap();
    let order = &state["supplier"]["orders"][0];
    assert_eq!(
        (&order["used"], &order["limit"], &order["unlimited"]),
        (&json!(500 << 20), &json!(1 << 30), &json!(false))
    );
    assert!(
        order["activated"].is_string() && order["expiry"].is_string() && order["ended"].is_null()
    );
    assert_eq!(state["supplier"]["esims"][0]["installed"], true);
}

#[tokio::test]
async fn an_unlimited_package_is_used_by_the_day() {
    let sandbox = Sandbox::start(SandboxOptions::default()).await.unwrap();
    let http = reqwest::Client::new();
    let iccid = sandbox.supplier.sell_for_a_test(
        &json!({ "operation_type": "NEW", "product": { "id": "esimfx_UNL_7D_JP" } }),
    );
    let page = async || {
        http.get(sandbox.panel_url())
            .send()
            .await
            .unwrap()
            .text()
            .await
            .unwrap()
    };
    assert!(page().await.contains(">Use a day<"));
    http.post(format!("{}/esims/{iccid}", sandbox.panel_url()))
        .form(&[("action", "use")])
        .send()
        .await
        .unwrap();
    assert!(page().await.contains("1 of 7 days used"));
}

#[tokio::test]
async fn time_passes_for_the_world_and_for_whoever_wants_to_be_told() {
    let sandbox = Sandbox::start(SandboxOptions::default()).await.unwrap();
    let told = Arc::new(Mutex::new(Duration::ZERO));
    let ear = told.clone();
    sandbox.on_time_passes(Arc::new(move |by| *lock(&ear) += by));
    let iccid = sandbox.supplier.sell_for_a_test(
        &json!({ "operation_type": "NEW", "product": { "id": "esimfx_1G_7D_JP" } }),
    );
    let http = reqwest::Client::new();
    let before = sandbox.clock.now();
    for (action, status) in [
        ("day", 200),
        ("week", 200),
        ("fifty-days", 200),
        ("year", 400),
    ] {
        let reply = http
            .post(format!("{}/time", sandbox.panel_url()))
            .form(&[("action", action)])
            .send()
            .await
            .unwrap();
        assert_eq!(reply.status(), status, "{action}");
    }
    let days = Duration::from_secs(58 * 24 * 60 * 60);
    assert_eq!(*lock(&told), days);
    assert!((sandbox.clock.now() - before).to_std().unwrap() >= days);
    for _ in 0..2 {
        http.post(format!("{}/time", sandbox.panel_url()))
            .form(&[("action", "week")])
            .send()
            .await
            .unwrap();
    }
    assert_eq!(
        sandbox.supplier.orders()[0].status.as_str(),
        "EXPIRED",
        "it started by itself on its sixtieth day"
    );
    assert_eq!(sandbox.supplier.esim(&iccid).unwrap().status, "EXPIRED");
}

#[tokio::test]
async fn a_payment_can_be_disputed_reviewed_and_refunded_by_hand() {
    let sandbox = Sandbox::start(SandboxOptions::default()).await.unwrap();
    let http = reqwest::Client::new();
    let form = [
        ("mode", "payment"),
        ("success_url", "http://127.0.0.1:1/"),
        ("line_items[0][price_data][currency]", "usd"),
        ("line_items[0][price_data][unit_amount]", "900"),
        ("line_items[0][price_data][product_data][name]", "Japan"),
    ];
    let opened = http
        .post(format!("{}/v1/checkout/sessions", sandbox.stripe.url()))
        .bearer_auth(sandbox.stripe.secret_key())
        .form(&form);
    let opened: serde_json::Value = opened.send().await.unwrap().json().await.unwrap();
    sandbox
        .stripe
        .pay(opened["id"].as_str().unwrap(), "ana@example.org")
        .unwrap();
    let intent = sandbox.stripe.payment_intents()[0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let press = async |action: &str| {
        let pressed = http
            .post(format!("{}/charges/{intent}", sandbox.panel_url()))
            .form(&[("action", action)])
            .send()
            .await
            .unwrap();
        (pressed.status().as_u16(), pressed.text().await.unwrap())
    };
    let (_, page) = press("review").await;
    assert!(
        page.contains("paid, under review")
            && page.contains(">Approve<")
            && !page.contains(">Review<"),
        "{page}"
    );
    assert_eq!(press("approved").await.0, 200);
    let (_, page) = press("dispute").await;
    assert!(
        page.contains("dispute: needs response") && !page.contains(">Refund<"),
        "{page}"
    );
    assert_eq!(press("refund").await.0, 409, "the bank holds the money");
    let (_, page) = press("won").await;
    assert!(
        page.contains("dispute: won") && page.contains(">Refund<"),
        "{page}"
    );
    let (_, page) = press("refund").await;
    assert!(page.contains("USD 9.00 sent back"), "{page}");
    assert_eq!(
        (press("refund").await.0, press("dance").await.0),
        (409, 400)
    );
}
