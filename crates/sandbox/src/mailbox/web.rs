//! The mailbox in a browser: a list, one mail with its pictures, and JSON for the journeys. Reads
//! only.

use std::sync::Arc;

use askama::Template;
use axum::{
    Json, Router,
    extract::{Path, State},
    http::{StatusCode, header},
    response::{Html, IntoResponse, Response},
    routing::get,
};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Value, json};

use super::{Inner, Mail};
use crate::http::lock;

const STYLE: &str = include_str!("../../templates/sandbox.css");

pub(super) fn router(inner: Arc<Inner>) -> Router {
    Router::new()
        .route("/", get(index))
        .route("/mail/{number}", get(show))
        .route("/mail/{number}/html", get(show_html))
        .route("/mail/{number}/part/{index}", get(part))
        .route("/api/messages", get(messages))
        .route(
            "/sandbox.css",
            get(|| async { ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], STYLE) }),
        )
        .with_state(inner)
}

#[derive(Template)]
#[template(path = "mails.html")]
struct IndexPage {
    mails: Vec<Mail>,
}

#[derive(Template)]
#[template(path = "mail.html")]
struct MailPage {
    mail: Mail,
}

fn page(template: &impl Template) -> Response {
    let policy = "default-src 'none'; style-src 'self'; frame-src 'self'; img-src 'self'";
    (
        [(header::CONTENT_SECURITY_POLICY, policy)],
        Html(template.render().unwrap_or_default()),
    )
        .into_response()
}

async fn index(State(inner): State<Arc<Inner>>) -> Response {
    let mails = lock(&inner.mails).iter().rev().cloned().collect();
    page(&IndexPage { mails })
}

fn find(inner: &Inner, number: usize) -> Option<Mail> {
    lock(&inner.mails)
        .iter()
        .find(|mail| mail.number == number)
        .cloned()
}

async fn show(State(inner): State<Arc<Inner>>, Path(number): Path<usize>) -> Response {
    match find(&inner, number) {
        Some(mail) => page(&MailPage { mail }),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// The HTML part alone, for the frame: its pictures come from here, its links open in the whole
/// window.
async fn show_html(State(inner): State<Arc<Inner>>, Path(number): Path<usize>) -> Response {
    let Some(mail) = find(&inner, number) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let mut html = mail.html.clone();
    for (index, attachment) in mail.attachments.iter().enumerate() {
        if let Some(cid) = &attachment.cid {
            html = html.replace(
                &format!("cid:{cid}"),
                &format!("/mail/{number}/part/{index}"),
            );
        }
    }
    let policy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; sandbox \
                  allow-top-navigation-by-user-activation";
    (
        [(header::CONTENT_SECURITY_POLICY, policy)],
        Html(format!("<base target=\"_top\">{html}")),
    )
        .into_response()
}

async fn part(
    State(inner): State<Arc<Inner>>,
    Path((number, index)): Path<(usize, usize)>,
) -> Response {
    let attachment = find(&inner, number).and_then(|mut mail| {
        (index < mail.attachments.len()).then(|| mail.attachments.swap_remove(index))
    });
    match attachment {
        // Only pictures are shown as what they say they are.
        Some(part) if part.content_type.starts_with("image/") => {
            ([(header::CONTENT_TYPE, part.content_type)], part.bytes).into_response()
        }
        Some(part) => (
            [(header::CONTENT_TYPE, "application/octet-stream".to_owned())],
            part.bytes,
        )
            .into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

async fn messages(State(inner): State<Arc<Inner>>) -> Json<Value> {
    let mails = lock(&inner.mails);
    let all: Vec<Value> = mails.iter().map(as_json).collect();
    Json(json!(all))
}

fn as_json(mail: &Mail) -> Value {
    let attachments: Vec<Value> = mail
        .attachments
        .iter()
        .map(
            |part| json!({ "name": part.name, "content_type": part.content_type, "cid": part.cid, "base64": STANDARD.encode(&part.bytes) }),
        )
        .collect();
    json!({
        "number": mail.number, "at": mail.at.to_rfc3339(), "from": mail.from, "to": mail.to, "subject": mail.subject, "text": mail.text,
        "html": mail.html, "message_id": mail.message_id, "attachments": attachments,
    })
}
