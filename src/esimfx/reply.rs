//! How a reply of the supplier is read: whole, bounded, and in its documented form.

use reqwest::{RequestBuilder, Response, StatusCode};
use serde_json::Value;

use super::error::harmless;
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
    let response = request.send().await.map_err(|e| {
        let what = if e.is_timeout() && !e.is_connect() {
            SILENT.to_owned()
        } else {
            root_cause(&e.without_url())
        };
        Error::unclear(what)
    });
    let mut response: Response = match response {
        Ok(response) => response,
        Err(Error::Unclear { message, .. }) if message.starts_with(NEVER_LEFT) => {
            return Err(Error::Unreachable(message));
        }
        Err(e) => return Err(e),
    };
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

/// What an error says when no answer came in time.
pub(super) const SILENT: &str = "no answer in time";
const NEVER_LEFT: &str = "no connection";

/// The innermost cause in one line, without any address of the request.
fn root_cause(e: &reqwest::Error) -> String {
    let mut cause: &dyn std::error::Error = e;
    while let Some(inner) = cause.source() {
        cause = inner;
    }
    let prefix = if e.is_connect() { NEVER_LEFT } else { "failed" };
    harmless(&format!("{prefix}: {cause}"))
}

/// A reply of another form says nothing about what was done.
pub(super) fn envelope(reply: Reply) -> Result<Envelope, Error> {
    let Reply { status, json } = reply;
    let json =
        json.ok_or_else(|| Error::unclear(format!("HTTP {} without JSON", status.as_u16())))?;
    let code = wire::code(&json)
        .ok_or_else(|| Error::unclear(format!("HTTP {} without a code", status.as_u16())))?;
    let message = harmless(&wire::there(&json, "message").unwrap_or_default());
    let data = json.get("data").cloned().unwrap_or(Value::Null);
    Ok(Envelope {
        status,
        code,
        message,
        data,
    })
}
