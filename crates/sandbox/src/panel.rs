//! The demo's control page: what travellers, banks, networks and the clock do, as buttons. Plain
//! forms; decides nothing itself.

#[cfg(test)]
mod tests;
mod view;

use std::{
    fmt,
    sync::{Arc, Mutex},
    time::Duration,
};

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
    Clock,
    esimfx::{Order, Supplier},
    http::lock,
    mailbox::Mailbox,
    stripe::Stripe,
};

const STYLE: &str = include_str!("../templates/sandbox.css");

/// Who is told that the clock was moved.
type Told = Arc<dyn Fn(Duration) + Send + Sync>;

/// Whoever keeps a clock of their own and wants to go along when the sandbox's is moved. Clones
/// share it.
#[derive(Clone, Default)]
pub(super) struct Bell(Arc<Mutex<Option<Told>>>);

impl Bell {
    pub fn set(&self, told: Told) {
        *lock(&self.0) = Some(told);
    }

    fn ring(&self, by: Duration) {
        let told = lock(&self.0).clone();
        if let Some(told) = told {
            told(by);
        }
    }
}

impl fmt::Debug for Bell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Bell")
    }
}

/// What the page shows and moves.
#[derive(Clone)]
pub(super) struct World {
    pub supplier: Arc<Supplier>,
    pub stripe: Arc<Stripe>,
    pub mailbox: Arc<Mailbox>,
    pub shop_url: Arc<Mutex<String>>,
    pub clock: Clock,
    pub bell: Bell,
}

impl World {
    /// What the clock does by itself has happened before anything is shown.
    fn catch_up(&self) {
        self.supplier.pass_time();
        self.stripe.pass_time();
    }
}

pub(super) fn router(world: World) -> Router {
    Router::new()
        .route("/", get(show))
        .route("/api/state", get(state))
        .route("/payments/{session}", post(settle))
        .route("/charges/{intent}", post(trouble))
        .route("/esims/{iccid}", post(use_esim))
        .route("/time", post(pass_time))
        .route("/balance", post(set_balance))
        .route(
            "/sandbox.css",
            get(|| async { ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], STYLE) }),
        )
        .with_state(world)
}

async fn show(State(world): State<World>) -> Response {
    world.catch_up();
    let mut response = Html(view::page(&world).render().unwrap_or_default()).into_response();
    let policy =
        HeaderValue::from_static("default-src 'none'; style-src 'self'; form-action 'self'");
    response
        .headers_mut()
        .insert(header::CONTENT_SECURITY_POLICY, policy);
    response
}

/// Everything the partners know, for journeys that compare it with what the shop shows.
async fn state(State(world): State<World>) -> Json<Value> {
    let orders: Vec<Value> = world.supplier.orders().iter().map(order).collect();
    let esims: Vec<Value> = world
        .supplier
        .esims()
        .iter()
        .map(|e| json!({ "iccid": e.iccid, "esim_qr": e.esim_qr, "status": e.status, "installed": e.installed }))
        .collect();
    Json(json!({
        "now": world.clock.now(),
        "supplier": { "balance_cents": world.supplier.balance_cents(), "orders": orders, "esims": esims },
        "stripe": { "sessions": world.stripe.sessions(), "charges": world.stripe.charges(), "refunds": world.stripe.refunds() },
    }))
}

/// `used` and `limit` are bytes, or days of an unlimited package.
fn order(order: &Order) -> Value {
    json!({
        "id": order.id, "idempotency_key": order.idempotency_key, "operation": order.operation, "iccid": order.iccid,
        "product": order.product.id, "status": order.status.as_str(), "refunded": order.refunded,
        "used": order.used, "limit": order.product.upper_limit(), "unlimited": order.product.megabytes.is_none(),
        "created": order.created, "activated": order.activated, "ended": order.ended, "expiry": order.expiry(),
    })
}

#[derive(Deserialize)]
struct Pressed {
    action: String,
}

/// Back to the page, where the button was.
fn back(done: bool, place: &str) -> Response {
    if done {
        Redirect::to(&format!("/#{place}")).into_response()
    } else {
        (StatusCode::CONFLICT, "That cannot be done any more.").into_response()
    }
}

async fn settle(
    State(world): State<World>,
    Path(session): Path<String>,
    Form(pressed): Form<Pressed>,
) -> Response {
    back(
        world
            .stripe
            .settle_delayed(&session, pressed.action == "confirm")
            .is_ok(),
        "payments",
    )
}

/// What the bank, Radar and the owner in Stripe's Dashboard do with a payment.
async fn trouble(
    State(world): State<World>,
    Path(intent): Path<String>,
    Form(pressed): Form<Pressed>,
) -> Response {
    let stripe = &world.stripe;
    let done = match pressed.action.as_str() {
        "refund" => stripe.refund_in_dashboard(&intent, None).map(|_| ()),
        "dispute" => stripe.dispute(&intent),
        "won" | "lost" => stripe.close_dispute(&intent, &pressed.action),
        "review" => stripe.review(&intent, None),
        "approved" | "refunded_as_fraud" => stripe.review(&intent, Some(&pressed.action)),
        _ => return StatusCode::BAD_REQUEST.into_response(),
    };
    back(done.is_ok(), "charges")
}

async fn use_esim(
    State(world): State<World>,
    Path(iccid): Path<String>,
    Form(pressed): Form<Pressed>,
) -> Response {
    let supplier = &world.supplier;
    let done = match pressed.action.as_str() {
        "install" if supplier.esim(&iccid).is_some_and(|esim| !esim.installed) => {
            supplier.install(&iccid);
            true
        }
        "install" => false,
        "arrive" => supplier.arrive(&iccid).is_ok(),
        "use" => supplier
            .use_data(&iccid, view::one_use(&supplier.orders(), &iccid))
            .is_ok(),
        "expire" => supplier.expire(&iccid).is_ok(),
        _ => return StatusCode::BAD_REQUEST.into_response(),
    };
    back(done, &format!("e{iccid}"))
}

async fn pass_time(State(world): State<World>, Form(pressed): Form<Pressed>) -> Response {
    let days = match pressed.action.as_str() {
        "day" => 1,
        "week" => 7,
        "fifty-days" => 50,
        _ => return StatusCode::BAD_REQUEST.into_response(),
    };
    let by = Duration::from_secs(days * 24 * 60 * 60);
    world.clock.advance(by);
    // The shop first: what the partners tell now must not come from its future.
    world.bell.ring(by);
    world.catch_up();
    back(true, "time")
}

async fn set_balance(State(world): State<World>, Form(pressed): Form<Pressed>) -> Response {
    match pressed.action.as_str() {
        "empty" => world.supplier.set_balance_cents(0),
        "refill" => world.supplier.set_balance_cents(10_000_000),
        _ => return StatusCode::BAD_REQUEST.into_response(),
    }
    back(true, "balance")
}
