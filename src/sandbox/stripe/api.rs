//! Stripe's endpoints: key, idempotency, form parameters in, JSON out. What they do is in `state`, `checkout` and `refunds`.

use std::sync::Arc;

use axum::{
    Json, Router,
    body::Bytes,
    extract::{Path, RawQuery, State},
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use subtle::ConstantTimeEq;

use super::{
    Inner,
    form::{Failure, Params},
    idempotency::Verdict,
    list::{PAGING, page},
    objects::new_id,
    state::{API_VERSION, Books, find, shown},
};

type App = State<Arc<Inner>>;
type Answer = Result<Value, Failure>;

pub fn router(inner: Arc<Inner>) -> Router {
    Router::new()
        .route("/v1/checkout/sessions", post(create_session).get(list_sessions))
        .route("/v1/checkout/sessions/{id}", get(read_session))
        .route("/v1/checkout/sessions/{id}/expire", post(expire_session))
        .route("/v1/payment_intents/{id}", get(read_intent))
        .route("/v1/charges/{id}", get(read_charge))
        .route("/v1/refunds", post(create_refund).get(list_refunds))
        .route("/v1/refunds/{id}", get(read_refund))
        .route("/v1/events", get(list_events))
        .route("/v1/events/{id}", get(read_event))
        .route("/v1/balance", get(balance))
        .route("/v1/balance_transactions", get(list_transactions))
        .route("/v1/{*rest}", axum::routing::any(unknown))
        .with_state(inner)
}

fn reply(status: u16, body: &Value, replayed: bool) -> Response {
    let mut response = (StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR), Json(body)).into_response();
    let headers = response.headers_mut();
    headers.insert("stripe-version", HeaderValue::from_static(API_VERSION));
    if let Ok(id) = HeaderValue::from_str(&new_id("req_", 14)) {
        headers.insert("request-id", id);
    }
    if replayed {
        headers.insert("idempotent-replayed", HeaderValue::from_static("true"));
    }
    response
}

fn answer(result: Answer) -> Response {
    match result {
        Ok(body) => reply(200, &body, false),
        Err(failure) => reply(failure.status, &failure.body, false),
    }
}

fn authorise(app: &Inner, headers: &HeaderMap) -> Result<(), Failure> {
    let given = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let key = given.strip_prefix("Bearer ").unwrap_or_default();
    if bool::from(key.as_bytes().ct_eq(app.secret_key.as_bytes())) {
        return Ok(());
    }
    let message = if key.is_empty() { "You did not provide an API key." } else { "Invalid API Key provided." };
    let body = json!({ "error": { "type": "invalid_request_error", "message": message } });
    Err(Failure { status: 401, body, worked: false })
}

/// Serves a GET from the books.
fn read(app: &Arc<Inner>, headers: &HeaderMap, work: impl FnOnce(&mut Books) -> Answer) -> Response {
    let result = authorise(app, headers).and_then(|()| {
        app.pass_time();
        work(&mut app.books())
    });
    answer(result)
}

/// Serves a POST, once per idempotency key. In a task of its own: a caller that hangs up stops nothing.
async fn write(
    app: Arc<Inner>,
    headers: HeaderMap,
    path: String,
    body: Bytes,
    work: impl FnOnce(&mut Books, &[u8], DateTime<Utc>) -> Answer + Send + 'static,
) -> Response {
    if let Err(failure) = authorise(&app, &headers) {
        return answer(Err(failure));
    }
    app.pass_time();
    let key = headers.get("idempotency-key").and_then(|value| value.to_str().ok()).map(str::to_owned);
    if let Some(key) = &key {
        let params = Params::read(&body, &["*"]).unwrap_or_default();
        match app.keys.begin(key, format!("{path} {}", params.fingerprint()), app.clock.now()) {
            Err(failure) => return answer(Err(failure)),
            Ok(Verdict::Replay((status, body))) => return reply(status, &body, true),
            Ok(Verdict::Work) => {}
        }
    }
    let task = tokio::spawn(async move {
        let latency = app.latency();
        tokio::time::sleep(latency).await;
        let result = perform(&app, &path, key.as_deref(), |books, now| work(books, &body, now));
        let (done, kept) = match result {
            Ok(body) => ((200, body), true),
            Err(failure) => ((failure.status, failure.body), failure.worked),
        };
        if let Some(key) = &key {
            app.keys.finish(key, kept.then(|| done.clone()), app.clock.now());
        }
        reply(done.0, &done.1, false)
    });
    task.await.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

fn perform(app: &Arc<Inner>, path: &str, key: Option<&str>, work: impl FnOnce(&mut Books, DateTime<Utc>) -> Answer) -> Answer {
    let failing = app.remembered_failure(path);
    let broken = || {
        let body = json!({ "error": { "type": "api_error", "message": "An unknown error occurred." } });
        Err(Failure { status: 500, body, worked: true })
    };
    if failing == Some(false) {
        return broken();
    }
    let result = {
        let mut books = app.books();
        books.request = (Some(new_id("req_", 14)), key.map(str::to_owned));
        let result = work(&mut books, app.clock.now());
        books.request = (None, None);
        result
    };
    app.send_events();
    if failing == Some(true) { broken() } else { result }
}

async fn create_session(State(app): App, headers: HeaderMap, uri: Uri, body: Bytes) -> Response {
    let pay_at = app.pay_at();
    write(app, headers, uri.path().to_owned(), body, move |books, body, now| books.open_checkout(body, &pay_at, now)).await
}

async fn expire_session(State(app): App, Path(id): Path<String>, headers: HeaderMap, uri: Uri, body: Bytes) -> Response {
    write(app, headers, uri.path().to_owned(), body, move |books, body, now| {
        Params::read(body, &[])?;
        books.expire(&id, now)
    })
    .await
}

async fn create_refund(State(app): App, headers: HeaderMap, uri: Uri, body: Bytes) -> Response {
    write(app, headers, uri.path().to_owned(), body, |books, body, now| books.create_refund(body, now)).await
}

fn query(raw: Option<String>, allowed: &[&str]) -> Result<Params, Failure> {
    Params::read(raw.unwrap_or_default().as_bytes(), allowed)
}

/// One object by id, with `expand`.
fn one(app: &Arc<Inner>, headers: &HeaderMap, raw: Option<String>, pick: impl FnOnce(&mut Books) -> Answer) -> Response {
    read(app, headers, |books| {
        let params = query(raw, &[])?;
        let found = shown(pick(books)?);
        books.expand(found, &params)
    })
}

/// A list, filtered by equal fields.
fn many(
    app: &Arc<Inner>,
    headers: &HeaderMap,
    raw: Option<String>,
    (url, equal): (&str, &[&str]),
    pick: impl FnOnce(&Books) -> &Vec<Value>,
) -> Response {
    read(app, headers, |books| {
        let params = query(raw, &[PAGING, equal].concat())?;
        let fits = |object: &&Value| equal.iter().all(|name| params.get(name).is_none_or(|wanted| object[*name] == wanted));
        let fitting: Vec<Value> = pick(books).iter().filter(fits).cloned().collect();
        let list = page(&fitting, &params, url)?;
        books.expand(list, &params)
    })
}

async fn read_session(State(app): App, Path(id): Path<String>, headers: HeaderMap, RawQuery(raw): RawQuery) -> Response {
    one(&app, &headers, raw, |books| books.session(&id).cloned())
}

async fn list_sessions(State(app): App, headers: HeaderMap, RawQuery(raw): RawQuery) -> Response {
    many(&app, &headers, raw, ("/v1/checkout/sessions", &["payment_intent", "status"]), |books| &books.sessions)
}

async fn read_intent(State(app): App, Path(id): Path<String>, headers: HeaderMap, RawQuery(raw): RawQuery) -> Response {
    one(&app, &headers, raw, |books| find(&mut books.intents, &id, "payment_intent").cloned())
}

async fn read_charge(State(app): App, Path(id): Path<String>, headers: HeaderMap, RawQuery(raw): RawQuery) -> Response {
    one(&app, &headers, raw, |books| find(&mut books.charges, &id, "charge").cloned())
}

async fn list_refunds(State(app): App, headers: HeaderMap, RawQuery(raw): RawQuery) -> Response {
    many(&app, &headers, raw, ("/v1/refunds", &["payment_intent", "charge"]), |books| &books.refunds)
}

async fn read_refund(State(app): App, Path(id): Path<String>, headers: HeaderMap, RawQuery(raw): RawQuery) -> Response {
    one(&app, &headers, raw, |books| find(&mut books.refunds, &id, "refund").cloned())
}

async fn list_events(State(app): App, headers: HeaderMap, RawQuery(raw): RawQuery) -> Response {
    read(&app, &headers, |books| {
        let params = query(raw, &[PAGING, &["type", "types[#]", "delivery_success"]].concat())?;
        let mut wanted = params.list("types");
        wanted.extend(params.get("type"));
        let wants = |event: &&Value| wanted.is_empty() || wanted.iter().any(|kind| event["type"] == *kind);
        let fitting: Vec<Value> = books.events.iter().filter(wants).cloned().collect();
        page(&fitting, &params, "/v1/events")
    })
}

async fn read_event(State(app): App, Path(id): Path<String>, headers: HeaderMap, RawQuery(raw): RawQuery) -> Response {
    one(&app, &headers, raw, |books| find(&mut books.events, &id, "event").cloned())
}

async fn balance(State(app): App, headers: HeaderMap) -> Response {
    read(&app, &headers, |books| Ok(books.balance()))
}

async fn list_transactions(State(app): App, headers: HeaderMap, RawQuery(raw): RawQuery) -> Response {
    many(&app, &headers, raw, ("/v1/balance_transactions", &["type", "currency", "source"]), |books| &books.transactions)
}

async fn unknown(uri: Uri) -> Response {
    let message = format!("Unrecognized request URL ({}).", uri.path());
    answer(Err(Failure { status: 404, ..Failure::invalid("", "", message) }))
}
