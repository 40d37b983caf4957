//! Stripe's endpoints: which parameters each takes and which right it needs. What they do is in
//! `state`, `checkout` and `refunds`.

use std::sync::Arc;

use axum::{
    Router,
    body::Bytes,
    extract::{Path, RawQuery, State},
    http::{HeaderMap, Uri},
    response::Response,
    routing::{any, get, post},
};
use chrono::TimeDelta;
use serde_json::Value;

use super::{
    Inner,
    api::{answer, many, one, query, read, write},
    endpoints,
    form::{Failure, Params},
    list::{PAGING, page},
    state::{find, number},
};

type App = State<Arc<Inner>>;

/// For so long Stripe lists events.
const EVENTS_KEPT: TimeDelta = TimeDelta::days(30);
/// The most types that one list of events takes.
const TYPES: usize = 20;
/// The right to the lines of the account's balance.
const TRANSACTIONS: &str = "balance_transaction_source_read";

pub fn router(inner: Arc<Inner>) -> Router {
    Router::new()
        .route(
            "/v1/checkout/sessions",
            post(create_session).get(list_sessions),
        )
        .route("/v1/checkout/sessions/{id}", get(read_session))
        .route("/v1/checkout/sessions/{id}/expire", post(expire_session))
        .route("/v1/payment_intents", get(list_intents))
        .route("/v1/payment_intents/{id}", get(read_intent))
        .route("/v1/charges", get(list_charges))
        .route("/v1/charges/{id}", get(read_charge))
        .route("/v1/refunds", post(create_refund).get(list_refunds))
        .route("/v1/refunds/{id}", get(read_refund))
        .route("/v1/disputes", get(list_disputes))
        .route("/v1/disputes/{id}", get(read_dispute))
        .route("/v1/reviews", get(list_reviews))
        .route("/v1/reviews/{id}", get(read_review))
        .route("/v1/events", get(list_events))
        .route("/v1/events/{id}", get(read_event))
        .route(
            "/v1/webhook_endpoints",
            post(endpoints::create).get(endpoints::list),
        )
        .route("/v1/tax/settings", get(tax_settings))
        .route("/v1/balance", get(balance))
        .route("/v1/balance_transactions", get(list_transactions))
        .route("/v1/balance_transactions/{id}", get(read_transaction))
        .route("/v1/{*rest}", any(unknown))
        .with_state(inner)
}

async fn create_session(State(app): App, headers: HeaderMap, uri: Uri, body: Bytes) -> Response {
    let pay_at = app.pay_at();
    write(
        app,
        (headers, "checkout_session_write"),
        uri.path().to_owned(),
        body,
        move |books, body, now| books.open_checkout(body, &pay_at, now),
    )
    .await
}

async fn expire_session(
    State(app): App,
    Path(id): Path<String>,
    headers: HeaderMap,
    uri: Uri,
    body: Bytes,
) -> Response {
    write(
        app,
        (headers, "checkout_session_write"),
        uri.path().to_owned(),
        body,
        move |books, body, now| {
            Params::read(body, &[])?;
            books.expire(&id, now)
        },
    )
    .await
}

async fn create_refund(State(app): App, headers: HeaderMap, uri: Uri, body: Bytes) -> Response {
    write(
        app,
        (headers, "refund_write"),
        uri.path().to_owned(),
        body,
        |books, body, now| books.create_refund(body, now),
    )
    .await
}

async fn read_session(
    State(app): App,
    Path(id): Path<String>,
    headers: HeaderMap,
    RawQuery(raw): RawQuery,
) -> Response {
    one(&app, &headers, "checkout_session_read", raw, |books| {
        books.session(&id).cloned()
    })
}

async fn list_sessions(State(app): App, headers: HeaderMap, RawQuery(raw): RawQuery) -> Response {
    many(
        &app,
        &headers,
        "checkout_session_read",
        raw,
        ("/v1/checkout/sessions", &["payment_intent", "status"]),
        |books| &books.sessions,
    )
}

async fn read_intent(
    State(app): App,
    Path(id): Path<String>,
    headers: HeaderMap,
    RawQuery(raw): RawQuery,
) -> Response {
    one(&app, &headers, "payment_intent_read", raw, |books| {
        find(&mut books.intents, &id, "payment_intent").cloned()
    })
}

async fn list_intents(State(app): App, headers: HeaderMap, RawQuery(raw): RawQuery) -> Response {
    many(
        &app,
        &headers,
        "payment_intent_read",
        raw,
        ("/v1/payment_intents", &["customer"]),
        |books| &books.intents,
    )
}

async fn list_charges(State(app): App, headers: HeaderMap, RawQuery(raw): RawQuery) -> Response {
    many(
        &app,
        &headers,
        "charge_read",
        raw,
        ("/v1/charges", &["payment_intent", "customer"]),
        |books| &books.charges,
    )
}

async fn read_charge(
    State(app): App,
    Path(id): Path<String>,
    headers: HeaderMap,
    RawQuery(raw): RawQuery,
) -> Response {
    one(&app, &headers, "charge_read", raw, |books| {
        find(&mut books.charges, &id, "charge").cloned()
    })
}

async fn list_refunds(State(app): App, headers: HeaderMap, RawQuery(raw): RawQuery) -> Response {
    many(
        &app,
        &headers,
        "refund_read",
        raw,
        ("/v1/refunds", &["payment_intent", "charge"]),
        |books| &books.refunds,
    )
}

async fn read_refund(
    State(app): App,
    Path(id): Path<String>,
    headers: HeaderMap,
    RawQuery(raw): RawQuery,
) -> Response {
    one(&app, &headers, "refund_read", raw, |books| {
        find(&mut books.refunds, &id, "refund").cloned()
    })
}

async fn list_disputes(State(app): App, headers: HeaderMap, RawQuery(raw): RawQuery) -> Response {
    many(
        &app,
        &headers,
        "dispute_read",
        raw,
        ("/v1/disputes", &["payment_intent", "charge"]),
        |books| &books.disputes,
    )
}

async fn read_dispute(
    State(app): App,
    Path(id): Path<String>,
    headers: HeaderMap,
    RawQuery(raw): RawQuery,
) -> Response {
    one(&app, &headers, "dispute_read", raw, |books| {
        find(&mut books.disputes, &id, "dispute").cloned()
    })
}

async fn list_reviews(State(app): App, headers: HeaderMap, RawQuery(raw): RawQuery) -> Response {
    many(
        &app,
        &headers,
        "review_read",
        raw,
        ("/v1/reviews", &[]),
        |books| &books.reviews,
    )
}

async fn read_review(
    State(app): App,
    Path(id): Path<String>,
    headers: HeaderMap,
    RawQuery(raw): RawQuery,
) -> Response {
    one(&app, &headers, "review_read", raw, |books| {
        find(&mut books.reviews, &id, "review").cloned()
    })
}

async fn list_events(State(app): App, headers: HeaderMap, RawQuery(raw): RawQuery) -> Response {
    let oldest = (app.clock.now() - EVENTS_KEPT).timestamp();
    read(&app, &headers, "event_read", |books| {
        let params = query(
            raw,
            &[PAGING, &["type", "types[#]", "delivery_success"]].concat(),
        )?;
        let mut wanted = params.list("types");
        if wanted.len() > TYPES {
            return Err(Failure::invalid(
                "",
                "types",
                format!("Array types exceeded maximum {TYPES} allowed elements."),
            ));
        }
        match params.get("type") {
            Some(_) if !wanted.is_empty() => {
                return Err(Failure::invalid(
                    "",
                    "type",
                    "You may only specify one of these parameters: type, types.",
                ));
            }
            kind => wanted.extend(kind),
        }
        let wants = |event: &&Value| {
            let kind = event["type"].as_str();
            // One without a type, planted to be odd, is in every list.
            let kept = event["created"].is_null() || number(event, "created") >= oldest;
            kept && (wanted.is_empty() || kind.is_none_or(|kind| wanted.contains(&kind)))
        };
        let fitting: Vec<&Value> = books.events.iter().filter(wants).collect();
        page(&fitting, &params, "/v1/events")
    })
}

async fn read_event(
    State(app): App,
    Path(id): Path<String>,
    headers: HeaderMap,
    RawQuery(raw): RawQuery,
) -> Response {
    let oldest = (app.clock.now() - EVENTS_KEPT).timestamp();
    one(&app, &headers, "event_read", raw, |books| {
        let event = find(&mut books.events, &id, "event")?;
        if number(event, "created") < oldest {
            Err(Failure::missing("event", &id))
        } else {
            Ok(event.clone())
        }
    })
}

async fn balance(State(app): App, headers: HeaderMap) -> Response {
    read(&app, &headers, "balance_read", |books| Ok(books.balance()))
}

async fn tax_settings(State(app): App, headers: HeaderMap) -> Response {
    read(&app, &headers, "tax_settings_read", |books| {
        Ok(super::objects::tax_settings(books.tax_pending))
    })
}

async fn list_transactions(
    State(app): App,
    headers: HeaderMap,
    RawQuery(raw): RawQuery,
) -> Response {
    many(
        &app,
        &headers,
        TRANSACTIONS,
        raw,
        ("/v1/balance_transactions", &["type", "currency", "source"]),
        |books| &books.transactions,
    )
}

async fn read_transaction(
    State(app): App,
    Path(id): Path<String>,
    headers: HeaderMap,
    RawQuery(raw): RawQuery,
) -> Response {
    one(&app, &headers, TRANSACTIONS, raw, |books| {
        find(&mut books.transactions, &id, "balance transaction").cloned()
    })
}

async fn unknown(uri: Uri) -> Response {
    let message = format!("Unrecognized request URL ({}).", uri.path());
    answer(Err(Failure {
        status: 404,
        ..Failure::invalid("", "", message)
    }))
}
