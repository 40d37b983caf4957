//! The supplier's endpoints: envelope, token, strict parameters. What they do is in `state`.

use std::sync::Arc;

use axum::{
    Json, Router,
    body::Bytes,
    extract::{RawQuery, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use serde_json::{Value, json};
use subtle::ConstantTimeEq;

use super::{
    Inner,
    catalogue::Product,
    request::{Page, object, query, text},
    state::{Refusal, codes, refuse},
};

type App = State<Arc<Inner>>;
type Answer = Result<Value, Refusal>;

pub fn router(inner: Arc<Inner>) -> Router {
    Router::new()
        .route("/account/api/v1/auth", post(auth))
        .route("/account/api/v1/reseller/get_profile", get(get_profile))
        .route("/product/api/v2/get_products", post(get_products))
        .route("/product/api/v1/get_product", get(get_product))
        .route(
            "/product/api/v1/get_available_topups",
            get(get_available_topups),
        )
        .route("/order/api/v1/create_order", post(create_order))
        .route("/order/api/v1/get_order", get(get_order))
        .route("/order/api/v1/get_esim_status", get(get_esim_status))
        .route("/order/api/v1/get_esim_orders", get(get_esim_orders))
        .route(
            "/order/api/v1/activate_subscription",
            post(activate_subscription),
        )
        .route(
            "/order/api/v1/terminate_subscription",
            post(terminate_subscription),
        )
        .fallback(|| async { envelope(refuse(codes::NOT_FOUND, "no such endpoint")) })
        .with_state(inner)
}

/// Success is code 0; a refusal is told by its code, over HTTP 200, but for a bad token (401).
fn envelope(answer: Answer) -> Response {
    match answer {
        Ok(data) => Json(json!({ "code": 0, "message": "Success", "data": data })).into_response(),
        Err(Refusal { code, message }) => {
            let status = if code == codes::BAD_TOKEN {
                StatusCode::UNAUTHORIZED
            } else {
                StatusCode::OK
            };
            (
                status,
                Json(json!({ "code": code, "message": message, "data": {} })),
            )
                .into_response()
        }
    }
}

async fn auth(State(app): App, body: Bytes) -> Response {
    envelope(sign_in(&app, &body))
}

fn sign_in(app: &Inner, body: &[u8]) -> Answer {
    let fields = object(body, &["client_id", "client_key"])?;
    let (id, key) = (text(&fields, "client_id")?, text(&fields, "client_key")?);
    let known = id.as_bytes().ct_eq(app.client_id.as_bytes())
        & key.as_bytes().ct_eq(app.client_key.as_bytes());
    if !bool::from(known) {
        return refuse(codes::BAD_TOKEN, "client_id or client_key is wrong");
    }
    let token = hex::encode(rand::random::<[u8; 24]>());
    let mut books = app.books();
    books
        .tokens
        .insert(token.clone(), app.clock.now() + chrono::Duration::hours(1));
    books.tokens_issued += 1;
    Ok(json!({ "access_token": token }))
}

/// Every other endpoint wants `Authorization: Bearer <token>` with a token under an hour old.
fn signed_in(app: &Inner, headers: &HeaderMap) -> Result<(), Refusal> {
    let given = headers
        .get(header::AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let expiry = given
        .strip_prefix("Bearer ")
        .and_then(|token| app.books().tokens.get(token).copied());
    match expiry {
        Some(expiry) if app.clock.now() < expiry => Ok(()),
        Some(_) => refuse(codes::BAD_TOKEN, "access token expired"),
        None => refuse(codes::BAD_TOKEN, "access token missing or invalid"),
    }
}

async fn get_profile(State(app): App, headers: HeaderMap) -> Response {
    envelope(signed_in(&app, &headers).map(|()| {
        let balance = super::catalogue::dollars(app.books().balance_cents);
        json!({ "reseller": { "id": app.client_id, "company": "Sandbox Reseller" }, "account": { "balance": balance, "balance_unit": "USD" } })
    }))
}

async fn get_products(State(app): App, headers: HeaderMap, body: Bytes) -> Response {
    envelope(signed_in(&app, &headers).and_then(|()| products(&app, &body)))
}

fn products(app: &Inner, body: &[u8]) -> Answer {
    let page = Page::read(body)?;
    let books = app.books();
    if page.size > books.page_limit {
        return refuse(
            codes::BAD_REQUEST,
            format!("page_size must be a number from 1 to {}", books.page_limit),
        );
    }
    let wanted = |product: &&Product| match &page.region {
        // When both are given, only the region takes effect.
        Some(region) => product.region.eq_ignore_ascii_case(region) && product.coverage.len() > 1,
        None => {
            page.countries.is_empty()
                || product
                    .coverage
                    .iter()
                    .any(|iso| page.countries.contains(iso))
        }
    };
    let shelf = books
        .products
        .values()
        .filter(|product| product.on_sale)
        .filter(wanted);
    let mut rest =
        shelf.filter(|product| page.after.as_ref().is_none_or(|after| product.id > *after));
    let found: Vec<&Product> = rest.by_ref().take(page.size).collect();
    let last = match (rest.next(), found.last()) {
        (Some(_), Some(last)) => json!({ "id": last.id }),
        _ => json!({}),
    };
    let products: Vec<Value> = found.into_iter().map(Product::to_json).collect();
    Ok(json!({ "products": products, "last_evaluated_key": last }))
}

async fn get_product(State(app): App, headers: HeaderMap, RawQuery(raw): RawQuery) -> Response {
    envelope(signed_in(&app, &headers).and_then(|()| {
        let fields = query(&raw.unwrap_or_default(), &["id"])?;
        let Some(id) = fields.get("id") else {
            return refuse(codes::BAD_REQUEST, "id is required");
        };
        let books = app.books();
        let mut reply = books.product(id)?.to_json();
        reply["id"] = json!(id);
        Ok(reply)
    }))
}

async fn get_available_topups(
    State(app): App,
    headers: HeaderMap,
    RawQuery(raw): RawQuery,
) -> Response {
    envelope(signed_in(&app, &headers).and_then(|()| {
        let fields = query(&raw.unwrap_or_default(), &["product_id", "iccid"])?;
        let books = app.books();
        let found = match (fields.get("iccid"), fields.get("product_id")) {
            (Some(iccid), _) => {
                books.esim(iccid)?;
                books.topups_for(iccid)
            }
            (None, Some(id)) => books.topups_like(books.product(id)?),
            (None, None) => return refuse(codes::BAD_REQUEST, "product_id or iccid is required"),
        };
        Ok(json!({ "products": found.iter().map(Product::to_json).collect::<Vec<_>>() }))
    }))
}

async fn create_order(State(app): App, headers: HeaderMap, body: Bytes) -> Response {
    envelope(signed_in(&app, &headers).and_then(|()| {
        let key = headers
            .get("x-idempotency-key")
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        if key.is_empty() || key.len() > 255 {
            return refuse(codes::BAD_REQUEST, "X-Idempotency-Key is required");
        }
        let Ok(body) = serde_json::from_slice(&body) else {
            return refuse(codes::BAD_REQUEST, "the request body must be JSON");
        };
        app.books().create_order(key, &body, app.clock.now())
    }))
}

async fn get_order(State(app): App, headers: HeaderMap, RawQuery(raw): RawQuery) -> Response {
    envelope(signed_in(&app, &headers).and_then(|()| {
        let fields = query(&raw.unwrap_or_default(), &["order_id"])?;
        let Some(id) = fields.get("order_id") else {
            return refuse(codes::BAD_REQUEST, "order_id is required");
        };
        app.pass_time();
        Ok(app.books().order(id)?.to_json())
    }))
}

async fn get_esim_status(State(app): App, headers: HeaderMap, RawQuery(raw): RawQuery) -> Response {
    envelope(signed_in(&app, &headers).and_then(|()| {
        let iccid = iccid_of(raw)?;
        app.pass_time();
        let books = app.books();
        let esim = books.esim(&iccid)?;
        Ok(json!({ "iccid": esim.iccid, "esim_qr": esim.esim_qr, "status": esim.status }))
    }))
}

async fn get_esim_orders(State(app): App, headers: HeaderMap, RawQuery(raw): RawQuery) -> Response {
    envelope(signed_in(&app, &headers).and_then(|()| {
        let iccid = iccid_of(raw)?;
        app.pass_time();
        let books = app.books();
        books.esim(&iccid)?;
        let orders: Vec<Value> = books
            .orders
            .iter()
            .filter(|order| order.iccid == iccid)
            .map(|order| order.to_json())
            .collect();
        Ok(json!({ "orders": orders, "last_evaluated_key": {} }))
    }))
}

fn iccid_of(raw: Option<String>) -> Result<String, Refusal> {
    match query(&raw.unwrap_or_default(), &["iccid"])?.remove("iccid") {
        Some(iccid) if !iccid.is_empty() => Ok(iccid),
        _ => refuse(codes::BAD_REQUEST, "iccid is required"),
    }
}

async fn activate_subscription(State(app): App, headers: HeaderMap, body: Bytes) -> Response {
    envelope(signed_in(&app, &headers).and_then(|()| {
        let id = text(&object(&body, &["order_id"])?, "order_id")?;
        app.pass_time();
        app.books().activate(&id, app.clock.now())
    }))
}

async fn terminate_subscription(State(app): App, headers: HeaderMap, body: Bytes) -> Response {
    envelope(signed_in(&app, &headers).and_then(|()| {
        let id = text(&object(&body, &["order_id"])?, "order_id")?;
        app.pass_time();
        app.books().terminate(&id, app.clock.now())
    }))
}
