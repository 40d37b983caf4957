//! How a reply of the supplier is read: whole, bounded, and in its documented form.

use reqwest::{RequestBuilder, StatusCode};
use serde_json::Value;

use super::error::{Doubt, harmless};
use super::{Error, wire};

/// A reply larger than this is not read to its end.
const MAX_REPLY: usize = 8 * 1024 * 1024;

/// A reply of the documented form: `{code, message, data}`.
pub(super) struct Envelope {
    pub status: StatusCode,
    pub code: String,
    pub message: String,
    pub data: Value,
}

/// A reply as it came.
pub(super) struct Reply {
    pub status: StatusCode,
    pub json: Option<Value>,
}

/// Sends a request and reads its reply whole.
pub(super) async fn read(request: RequestBuilder) -> Result<Reply, Error> {
    let mut response = request
        .send()
        .await
        .map_err(|e| unanswered(&e.without_url()))?;
    let status = response.status();
    let mut body = Vec::new();
    loop {
        match response.chunk().await {
            Ok(Some(chunk)) if body.len() + chunk.len() <= MAX_REPLY => {
                body.extend_from_slice(&chunk)
            }
            Ok(Some(_)) => return Err(Error::unclear("an endless reply")),
            Ok(None) => break,
            Err(_) if status == StatusCode::UNAUTHORIZED => break,
            Err(e) => {
                return Err(Error::unclear(format!(
                    "the reply broke off: {}",
                    root_cause(&e.without_url())
                )));
            }
        }
    }
    Ok(Reply {
        status,
        json: wire::read(&body),
    })
}

/// What a call without any answer may have done: nothing where no connection came about.
fn unanswered(e: &reqwest::Error) -> Error {
    if e.is_connect() {
        Error::Unreachable(root_cause(e))
    } else if e.is_timeout() {
        Error::silent()
    } else {
        Error::unclear(root_cause(e))
    }
}

/// The innermost cause in one line, without any address of the request.
fn root_cause(e: &reqwest::Error) -> String {
    let mut cause: &dyn std::error::Error = e;
    while let Some(inner) = cause.source() {
        cause = inner;
    }
    let prefix = if e.is_connect() {
        "no connection"
    } else {
        "failed"
    };
    harmless(&format!("{prefix}: {cause}"))
}

/// A reply of another form says nothing about what was done.
pub(super) fn envelope(reply: Reply) -> Result<Envelope, Error> {
    let Reply { status, json } = reply;
    let lacks = |what: &str| {
        let status = status.as_u16();
        Error::doubtful(format!("HTTP {status} without {what}"), Doubt::Form(status))
    };
    let json = json.ok_or_else(|| lacks("JSON"))?;
    let code = wire::code(&json).ok_or_else(|| lacks("a code"))?;
    let message = harmless(&wire::there(&json, "message").unwrap_or_default());
    let data = json.get("data").cloned().unwrap_or(Value::Null);
    Ok(Envelope {
        status,
        code,
        message,
        data,
    })
}
