//! The demo's control page: what travellers, banks and networks do, as buttons. Plain forms; decides nothing itself.

use std::sync::{Arc, Mutex};

use askama::Template;
use axum::{
    Form, Json, Router,
    extract::{Path, State},
    http::{HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Redirect, Response},
    routing::{get, post},
};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{
    esimfx::{Order, Supplier},
    http::lock,
    mailbox::Mailbox,
    stripe::{Stripe, money},
};

const STYLE: &str = include_str!("../../templates/sandbox/sandbox.css");

/// What the page shows and moves.
#[derive(Clone)]
pub(super) struct World {
    pub supplier: Arc<Supplier>,
    pub stripe: Arc<Stripe>,
    pub mailbox: Arc<Mailbox>,
    pub shop_url: Arc<Mutex<String>>,
}

pub(super) fn router(world: World) -> Router {
    Router::new()
        .route("/", get(show))
        .route("/api/state", get(state))
        .route("/payments/{session}", post(settle))
        .route("/esims/{iccid}", post(use_esim))
        .route("/balance", post(set_balance))
        .route("/sandbox.css", get(|| async { ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], STYLE) }))
        .with_state(world)
}

#[derive(Template)]
#[template(path = "sandbox/panel.html")]
struct PanelPage {
    shop_url: String,
    mailbox_url: String,
    mails: usize,
    balance: String,
    delayed: Vec<Delayed>,
    orders: Vec<OrderRow>,
}

struct Delayed {
    session: String,
    email: String,
    amount: String,
}

struct OrderRow {
    iccid: String,
    product: String,
    status: &'static str,
    used: String,
    use_label: &'static str,
    live: bool,
}

async fn show(State(world): State<World>) -> Response {
    world.supplier.pass_time();
    world.stripe.pass_time();
    let waiting: Vec<String> =
        world.stripe.payment_intents().into_iter().filter(|i| i["status"] == "processing").map(|i| text(&i["id"])).collect();
    let delayed =
        world.stripe.sessions().into_iter().filter(|session| waiting.contains(&text(&session["payment_intent"]))).map(|session| Delayed {
            session: text(&session["id"]),
            email: text(&session["customer_details"]["email"]),
            amount: money(session["amount_total"].as_i64().unwrap_or_default(), &text(&session["currency"])),
        });
    let page = PanelPage {
        shop_url: lock(&world.shop_url).clone(),
        mailbox_url: world.mailbox.web_url(),
        mails: world.mailbox.messages().len(),
        balance: money(world.supplier.balance_cents(), "usd"),
        delayed: delayed.collect(),
        orders: world.supplier.orders().iter().rev().map(row).collect(),
    };
    let mut response = Html(page.render().unwrap_or_default()).into_response();
    let policy = HeaderValue::from_static("default-src 'none'; style-src 'self'; form-action 'self'");
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    response
}

/// Everything the partners know, for journeys that compare it with what the shop shows.
async fn state(State(world): State<World>) -> Json<Value> {
    let orders = world.supplier.orders();
    let orders: Vec<Value> = orders
        .iter()
        .map(|order| {
            json!({ "id": order.id, "idempotency_key": order.idempotency_key, "operation": order.operation, "iccid": order.iccid,
                "product": order.product.id, "status": order.status.as_str() })
        })
        .collect();
    let esims: Vec<Value> =
        world.supplier.esims().iter().map(|e| json!({ "iccid": e.iccid, "esim_qr": e.esim_qr, "status": e.status })).collect();
    Json(json!({
        "supplier": { "balance_cents": world.supplier.balance_cents(), "orders": orders, "esims": esims },
        "stripe": { "sessions": world.stripe.sessions(), "charges": world.stripe.charges(), "refunds": world.stripe.refunds() },
    }))
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn row(order: &Order) -> OrderRow {
    let limit = order.product.upper_limit();
    let used = match order.product.megabytes {
        None => format!("{} of {limit} days", order.used),
        Some(_) => format!("{} of {} MB", order.used >> 20, limit >> 20),
    };
    let status = order.status.as_str();
    let use_label = if order.product.megabytes.is_none() { "Use a day" } else { "Use 500 MB" };
    OrderRow {
        iccid: order.iccid.clone(),
        product: order.product.id.clone(),
        status,
        used,
        use_label,
        live: ["PENDING", "ACTIVE"].contains(&status),
    }
}

#[derive(Deserialize)]
struct Pressed {
    action: String,
}

fn back(done: bool) -> Response {
    if done { Redirect::to("/").into_response() } else { (StatusCode::CONFLICT, "That cannot be done any more.").into_response() }
}

async fn settle(State(world): State<World>, Path(session): Path<String>, Form(pressed): Form<Pressed>) -> Response {
    back(world.stripe.settle_delayed(&session, pressed.action == "confirm").is_ok())
}

async fn use_esim(State(world): State<World>, Path(iccid): Path<String>, Form(pressed): Form<Pressed>) -> Response {
    let unlimited = world.supplier.orders().iter().any(|order| order.iccid == iccid && order.product.megabytes.is_none());
    let done = match pressed.action.as_str() {
        "arrive" => world.supplier.arrive(&iccid),
        "use" => world.supplier.use_data(&iccid, if unlimited { 1 } else { 500 << 20 }),
        "expire" => world.supplier.expire(&iccid),
        _ => return StatusCode::BAD_REQUEST.into_response(),
    };
    back(done.is_ok())
}

async fn set_balance(State(world): State<World>, Form(pressed): Form<Pressed>) -> Response {
    match pressed.action.as_str() {
        "empty" => world.supplier.set_balance_cents(0),
        "refill" => world.supplier.set_balance_cents(10_000_000),
        _ => return StatusCode::BAD_REQUEST.into_response(),
    }
    back(true)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::sandbox::{Sandbox, SandboxOptions};

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
        let opened =
            http.post(format!("{}/v1/checkout/sessions", sandbox.stripe.url())).bearer_auth(sandbox.stripe.secret_key()).form(&form);
        let opened: serde_json::Value = opened.send().await.unwrap().json().await.unwrap();
        let session = opened["id"].as_str().unwrap();
        sandbox.stripe.delay(session, "ana@example.org").unwrap();
        let page = async || http.get(sandbox.panel_url()).send().await.unwrap().text().await.unwrap();
        assert!(page().await.contains(session));
        let press = async |path: String, action: &str| {
            http.post(format!("{}{path}", sandbox.panel_url())).form(&[("action", action)]).send().await.unwrap().status().as_u16()
        };
        assert_eq!(press(format!("/payments/{session}"), "confirm").await, 200);
        assert_eq!(sandbox.stripe.sessions()[0]["payment_status"], "paid");
        assert_eq!(press(format!("/payments/{session}"), "confirm").await, 409);
        let order = json!({ "operation_type": "NEW", "product": { "id": "esimfx_1G_7D_JP" } });
        let iccid = sandbox.supplier.sell_for_a_test(&order);
        assert_eq!(press(format!("/esims/{iccid}"), "use").await, 200);
        assert!(page().await.contains("500 of 1024 MB"));
        let state: serde_json::Value = http.get(format!("{}/api/state", sandbox.panel_url())).send().await.unwrap().json().await.unwrap();
        assert_eq!(state["supplier"]["esims"][0]["esim_qr"], json!(sandbox.supplier.esim(&iccid).unwrap().esim_qr));
        assert_eq!(press(format!("/esims/{iccid}"), "expire").await, 200);
        assert_eq!(press(format!("/esims/{iccid}"), "use").await, 409);
    }
}
