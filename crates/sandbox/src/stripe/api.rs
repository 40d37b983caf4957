//! How Stripe serves a request: key and rights, idempotency, form parameters in, JSON out. The
//! endpoints are in `routes`.

use std::sync::Arc;

use axum::{
    body::Bytes,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use subtle::ConstantTimeEq;

use super::{
    Failing, Inner,
    form::{Failure, Params},
    idempotency::Verdict,
    list::{PAGING, page},
    objects::new_id,
    raw,
    state::{API_VERSION, Books, shown},
};

pub type Answer = Result<Value, Failure>;

fn reply(status: u16, body: &Value, replayed: bool) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = (
        status,
        [(header::CONTENT_TYPE, "application/json")],
        raw(body),
    )
        .into_response();
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

pub fn answer(result: Answer) -> Response {
    match result {
        Ok(body) => reply(200, &body, false),
        Err(failure) => reply(failure.status, &failure.body, false),
    }
}

fn authorise(app: &Inner, headers: &HeaderMap, right: &str) -> Result<(), Failure> {
    let given = headers
        .get(header::AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let key = given.strip_prefix("Bearer ").unwrap_or_default();
    if bool::from(key.as_bytes().ct_eq(app.secret_key.as_bytes())) {
        return app.lacking.check(right);
    }
    let message = if key.is_empty() {
        "You did not provide an API key."
    } else {
        "Invalid API Key provided."
    };
    let body = json!({ "error": { "type": "invalid_request_error", "message": message } });
    Err(Failure {
        status: 401,
        body,
        worked: false,
    })
}

/// Serves a GET from the books.
pub fn read(
    app: &Arc<Inner>,
    headers: &HeaderMap,
    right: &str,
    work: impl FnOnce(&mut Books) -> Answer,
) -> Response {
    let result = authorise(app, headers, right).and_then(|()| {
        app.pass_time();
        work(&mut app.books())
    });
    answer(result)
}

/// Serves a POST, once per idempotency key. In a task of its own: a caller that hangs up stops
/// nothing.
pub async fn write(
    app: Arc<Inner>,
    (headers, right): (HeaderMap, &str),
    path: String,
    body: Bytes,
    work: impl FnOnce(&mut Books, &[u8], DateTime<Utc>) -> Answer + Send + 'static,
) -> Response {
    if let Err(failure) = authorise(&app, &headers, right) {
        return answer(Err(failure));
    }
    app.pass_time();
    let key = headers
        .get("idempotency-key")
        .and_then(|value| value.to_str().ok())
        .map(str::to_owned);
    if let Some(key) = &key {
        let params = Params::read(&body, &["*"]).unwrap_or_default();
        match app.keys.begin(
            key,
            format!("{path} {}", params.fingerprint()),
            app.clock.now(),
        ) {
            Err(failure) => return answer(Err(failure)),
            Ok(Verdict::Replay((status, body))) => return reply(status, &body, true),
            Ok(Verdict::Work) => {}
        }
    }
    let under = key.clone();
    let task = tokio::spawn(async move {
        let latency = app.latency();
        tokio::time::sleep(latency).await;
        let result = perform(&app, &path, key, move |books, now| work(books, &body, now));
        let (done, kept) = match result {
            Ok(body) => ((200, body), true),
            Err(failure) => ((failure.status, failure.body), failure.worked),
        };
        if let Some(key) = &under {
            app.keys
                .finish(key, kept.then(|| done.clone()), app.clock.now());
        }
        reply(done.0, &done.1, false)
    });
    task.await
        .unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

fn perform(
    app: &Arc<Inner>,
    path: &str,
    key: Option<String>,
    work: impl FnOnce(&mut Books, DateTime<Utc>) -> Answer + Send + 'static,
) -> Answer {
    let work = move |books: &mut Books, now: DateTime<Utc>| {
        books.request = (Some(new_id("req_", 14)), key);
        let result = work(books, now);
        books.request = (None, None);
        result
    };
    let result = match app.remembered_failure(path) {
        None => Some(work(&mut app.books(), app.clock.now())),
        Some(Failing::After) => {
            let _ = work(&mut app.books(), app.clock.now());
            None
        }
        Some(Failing::Before) => None,
        Some(Failing::Later(after)) => {
            let late = Box::new(move |books: &mut Books, at| {
                let _ = work(books, at);
            });
            app.books().later.push((app.clock.now() + after, late));
            None
        }
    };
    app.send_events();
    result.unwrap_or_else(|| {
        let body =
            json!({ "error": { "type": "api_error", "message": "An unknown error occurred." } });
        Err(Failure {
            status: 500,
            body,
            worked: true,
        })
    })
}

/// The parameters of a GET.
pub fn query(raw: Option<String>, allowed: &[&str]) -> Result<Params, Failure> {
    Params::read(raw.unwrap_or_default().as_bytes(), allowed)
}

/// One object by id, with `expand`.
pub fn one(
    app: &Arc<Inner>,
    headers: &HeaderMap,
    right: &str,
    raw: Option<String>,
    pick: impl FnOnce(&mut Books) -> Answer,
) -> Response {
    read(app, headers, right, |books| {
        let params = query(raw, &[])?;
        app.lacking.check_expansions(&params)?;
        let found = shown(pick(books)?);
        books.expand(found, &params)
    })
}

/// A list, filtered by equal fields.
pub fn many(
    app: &Arc<Inner>,
    headers: &HeaderMap,
    right: &str,
    raw: Option<String>,
    (url, equal): (&str, &[&str]),
    pick: impl FnOnce(&Books) -> &Vec<Value>,
) -> Response {
    read(app, headers, right, |books| {
        let params = query(raw, &[PAGING, equal].concat())?;
        app.lacking.check_expansions(&params)?;
        let fits = |object: &&Value| {
            equal.iter().all(|name| {
                params
                    .get(name)
                    .is_none_or(|wanted| object[*name] == wanted)
            })
        };
        let fitting: Vec<&Value> = pick(books).iter().filter(fits).collect();
        let list = page(&fitting, &params, url)?;
        books.expand(list, &params)
    })
}
