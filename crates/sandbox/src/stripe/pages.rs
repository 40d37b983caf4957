//! The hosted payment page: pay, decline, pay by bank, cancel. Plain forms, no script; says clearly
//! that no money moves.

use std::sync::Arc;

use askama::Template;
use axum::{
    Form, Router,
    extract::{Path, State},
    http::{HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Redirect, Response},
    routing::get,
};
use serde::Deserialize;
use serde_json::Value;

use super::{
    Inner,
    state::{number, text},
};

const STYLE: &str = include_str!("../../templates/sandbox.css");

pub fn router(inner: Arc<Inner>) -> Router {
    Router::new()
        .route("/pay/{id}", get(show).post(press))
        .route(
            "/sandbox.css",
            get(|| async { ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], STYLE) }),
        )
        .with_state(inner)
}

struct Line {
    name: String,
    description: String,
    quantity: i64,
    total: String,
}

#[derive(Template)]
#[template(path = "pay.html")]
struct PayPage {
    state: &'static str,
    total: String,
    lines: Vec<Line>,
    email: String,
    email_fixed: bool,
    problem: String,
    back: String,
}

#[derive(Deserialize)]
struct Pressed {
    #[serde(default)]
    email: String,
    action: String,
}

async fn show(State(app): State<Arc<Inner>>, Path(id): Path<String>) -> Response {
    app.pass_time();
    render(&app, &id, StatusCode::OK, "", "")
}

fn render(app: &Inner, id: &str, status: StatusCode, email: &str, problem: &str) -> Response {
    let mut books = app.books();
    let Ok(session) = books.session(id).cloned() else {
        return (
            StatusCode::NOT_FOUND,
            Html("<!doctype html><title>No such payment</title><p>No such payment."),
        )
            .into_response();
    };
    let currency = text(&session, "currency");
    let lines = books
        .lines
        .iter()
        .find(|(session, _)| session == id)
        .map(|(_, lines)| lines.clone())
        .unwrap_or_default();
    let lines = lines.as_array().into_iter().flatten().map(|line| Line {
        name: text(line, "name"),
        description: text(line, "description"),
        quantity: number(line, "quantity"),
        total: money(
            number(line, "quantity") * number(line, "unit_amount"),
            &currency,
        ),
    });
    let fixed = text(&session, "customer_email");
    let page = PayPage {
        state: match session["status"].as_str() {
            Some("open") => "open",
            Some("complete") => "complete",
            _ => "expired",
        },
        total: money(number(&session, "amount_total"), &currency),
        lines: lines.collect(),
        email: if fixed.is_empty() {
            email.to_owned()
        } else {
            fixed.clone()
        },
        email_fixed: !fixed.is_empty(),
        problem: problem.to_owned(),
        back: if session["status"] == "complete" {
            success_url(&session)
        } else {
            text(&session, "cancel_url")
        },
    };
    let html = page.render().unwrap_or_default();
    let mut response = (status, Html(html)).into_response();
    let policy = HeaderValue::from_static("default-src 'none'; style-src 'self'");
    response
        .headers_mut()
        .insert(header::CONTENT_SECURITY_POLICY, policy);
    response
}

async fn press(
    State(app): State<Arc<Inner>>,
    Path(id): Path<String>,
    Form(pressed): Form<Pressed>,
) -> Response {
    app.pass_time();
    let Ok(session) = app.books().session(&id).cloned() else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let fixed = text(&session, "customer_email");
    let email = if fixed.is_empty() {
        pressed.email.trim().to_owned()
    } else {
        fixed
    };
    if pressed.action == "cancel" {
        let back = text(&session, "cancel_url");
        return Redirect::to(if back.is_empty() { "/" } else { &back }).into_response();
    }
    if !email.contains('@') {
        return render(
            &app,
            &id,
            StatusCode::UNPROCESSABLE_ENTITY,
            &email,
            "Enter your e-mail address, such as name@example.org.",
        );
    }
    let now = app.clock.now();
    let moved = match pressed.action.as_str() {
        "pay" => app.books().pay(&id, &email, now, |_, _| Ok(())),
        "bank" => app.books().delay(&id, &email, now),
        "decline" => {
            let moved = app.books().decline(&id, &email, now);
            app.send_events();
            let problem = if moved.is_ok() {
                "Your card was declined. Try another card."
            } else {
                ""
            };
            return render(&app, &id, StatusCode::OK, &email, problem);
        }
        _ => return StatusCode::BAD_REQUEST.into_response(),
    };
    if moved.is_err() {
        // Paid in another window, or expired meanwhile: the page says so.
        return render(&app, &id, StatusCode::CONFLICT, &email, "");
    }
    // As Stripe does: the shop hears of it first, but the traveller does not wait for ever.
    if let Some(told) = app.send_events()
        && !app.redirect_wait.is_zero()
    {
        let _ = tokio::time::timeout(app.redirect_wait, told).await;
    }
    Redirect::to(&success_url(&session)).into_response()
}

fn success_url(session: &Value) -> String {
    text(session, "success_url").replace("{CHECKOUT_SESSION_ID}", &text(session, "id"))
}

/// Minor units of Stripe as people write them.
pub fn money(minor: i64, currency: &str) -> String {
    let code = currency.to_uppercase();
    match currency {
        "jpy" | "krw" | "vnd" | "clp" | "xaf" | "xof" | "xpf" | "pyg" | "rwf" | "djf" | "gnf"
        | "kmf" | "mga" | "bif" | "vuv" => {
            format!("{code} {minor}")
        }
        _ => format!("{code} {}.{:02}", minor / 100, minor % 100),
    }
}
