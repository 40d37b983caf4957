//! Trouble on order: one queue of rules per server, asked before each request. "Sell, then break"
//! is what matters most: the work is done and the reply is lost. Knows HTTP and nothing of what is
//! sold.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use axum::{
    body::{Body, Bytes},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use futures_util::{StreamExt, stream};
use serde_json::{Value, json};
use tokio::sync::Semaphore;

use super::http::{Gate, Line, Work, body_of, lock};

#[cfg(test)]
mod tests;

/// What befalls a request.
#[derive(Debug, Clone)]
pub enum Fault {
    /// The supplier's envelope with this code, over HTTP 200; nothing is done.
    Refuse { code: i64, message: String },
    /// This status with an HTML body, as a proxy would send it; nothing is done.
    Status { status: u16, body: String },
    /// This status and JSON; nothing is done.
    Json { status: u16, body: Value },
    /// The connection is reset; nothing is done.
    Reset,
    /// Silence for this long, then a reset; nothing is done.
    Hang(Duration),
    /// Silence for this long, then all is well.
    Delay(Duration),
    /// Held until the test lets go, then all is well.
    Hold(Hold),
    /// Every token becomes void, then the request is served as it deserves.
    TokenExpired,
    /// The request arrives twice; the second reply is sent.
    Duplicate,
    /// The work is done, and its reply comes to harm.
    SellThenBreak(Break),
}

/// What befalls the reply to work that was done.
#[derive(Debug, Clone)]
pub enum Break {
    /// The connection is reset instead of a reply.
    Reset,
    /// Silence for this long, then a reset.
    Hang(Duration),
    /// Silence for this long, then the reply.
    Delay(Duration),
    /// Held until the test lets go, then the reply.
    Hold(Hold),
    /// Another status with an HTML body (a proxy's 502).
    Status { status: u16, body: String },
    /// Another status and JSON.
    Json { status: u16, body: Value },
    /// The supplier's envelope with this code.
    Refuse { code: i64, message: String },
    /// Headers promise the whole body; the line breaks after so many of its bytes.
    Cut(usize),
    /// The body comes in pieces of so many bytes, one per interval.
    SlowDrip { bytes: usize, every: Duration },
    /// HTTP 200 with a body that is no JSON.
    Malformed,
    /// The field at this dotted path (`data.esim.iccid`) is left out.
    MissingField(String),
    /// The field at this dotted path has another value.
    SetField(String, Value),
    /// The field at this dotted path is written as this very text, be it a number that no program
    /// reads.
    SetText(String, String),
    /// The reply's JSON is changed at will.
    Change(Change),
    /// One harm after the other.
    Both(Box<Break>, Box<Break>),
}

/// A change of a reply.
#[derive(Clone)]
pub struct Change(Arc<dyn Fn(&mut Value) + Send + Sync>);

impl Change {
    /// From a function that changes the whole reply.
    pub fn new(change: impl Fn(&mut Value) + Send + Sync + 'static) -> Self {
        Self(Arc::new(change))
    }
}

impl std::fmt::Debug for Change {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Change")
    }
}

/// A request held at a known point. The test awaits `reached`, does what it wants to happen
/// meanwhile, then calls `release`.
#[derive(Debug, Clone)]
pub struct Hold(Arc<(Semaphore, Semaphore)>);

impl Default for Hold {
    fn default() -> Self {
        Self(Arc::new((Semaphore::new(0), Semaphore::new(0))))
    }
}

impl Hold {
    /// Waits until one more request has arrived at this point.
    pub async fn reached(&self) {
        if let Ok(permit) = self.0.0.acquire().await {
            permit.forget();
        }
    }

    /// Lets one request go on.
    pub fn release(&self) {
        self.0.1.add_permits(1);
    }

    async fn here(&self) {
        self.0.0.add_permits(1);
        if let Ok(permit) = self.0.1.acquire().await {
            permit.forget();
        }
    }
}

/// Which requests a fault befalls.
#[derive(Debug, Clone)]
pub struct Rule {
    method: Option<String>,
    path: String,
    body: Option<String>,
    skip: usize,
    times: Option<usize>,
    fault: Fault,
}

impl Rule {
    /// The next request whose path ends with `path` (`create_order`, `/v1/refunds`), any method,
    /// once.
    #[must_use]
    pub fn once(path: impl Into<String>, fault: Fault) -> Self {
        Self {
            method: None,
            path: path.into(),
            body: None,
            skip: 0,
            times: Some(1),
            fault,
        }
    }

    /// As `once`, for every request until the rules are cleared.
    #[must_use]
    pub fn always(path: impl Into<String>, fault: Fault) -> Self {
        Self {
            times: None,
            ..Self::once(path, fault)
        }
    }

    /// Only this method.
    #[must_use]
    pub fn method(mut self, method: &str) -> Self {
        self.method = Some(method.to_ascii_uppercase());
        self
    }

    /// Only bodies that contain this.
    #[must_use]
    pub fn body_contains(mut self, needle: impl Into<String>) -> Self {
        self.body = Some(needle.into());
        self
    }

    /// Lets so many matching requests pass first.
    #[must_use]
    pub fn after(mut self, requests: usize) -> Self {
        self.skip = requests;
        self
    }

    /// For so many matching requests.
    #[must_use]
    pub fn times(mut self, times: usize) -> Self {
        self.times = Some(times);
        self
    }

    fn matches(&self, method: &str, path: &str, body: &[u8]) -> bool {
        self.times != Some(0)
            && self.method.as_deref().is_none_or(|m| m == method)
            && path.ends_with(&self.path)
            && self
                .body
                .as_deref()
                .is_none_or(|needle| String::from_utf8_lossy(body).contains(needle))
    }
}

/// One server's rules, first match first.
#[derive(Debug, Clone, Default)]
pub struct Faults(Arc<Mutex<(Vec<Rule>, usize)>>);

impl Faults {
    /// Adds a rule behind the others.
    pub fn push(&self, rule: Rule) {
        lock(&self.0).0.push(rule);
    }

    /// Takes all rules away.
    pub fn clear(&self) {
        lock(&self.0).0.clear();
    }

    /// How many faults have befallen a request so far.
    #[must_use]
    pub fn fired(&self) -> usize {
        lock(&self.0).1
    }

    pub(super) fn take(&self, method: &str, path: &str, body: &[u8]) -> Option<Fault> {
        let mut inner = lock(&self.0);
        let rule = inner
            .0
            .iter_mut()
            .find(|rule| rule.matches(method, path, body))?;
        if rule.skip > 0 {
            rule.skip -= 1;
            return None;
        }
        rule.times = rule.times.map(|left| left.saturating_sub(1));
        let fault = rule.fault.clone();
        inner.0.retain(|rule| rule.times != Some(0));
        inner.1 += 1;
        Some(fault)
    }
}

/// Lets `fault` befall one request; `work` serves it.
pub(super) async fn visit(fault: Fault, gate: &Gate, line: &Line, work: Work) -> Response {
    match fault {
        Fault::Refuse { code, message } => refusal(code, &message),
        Fault::Status { status, body } => html(status, body),
        Fault::Json { status, body } => json_reply(status, &body),
        Fault::Reset => tear(line),
        Fault::Hang(time) => {
            tokio::time::sleep(time).await;
            tear(line)
        }
        Fault::Delay(time) => {
            tokio::time::sleep(time).await;
            work.run().await
        }
        Fault::Hold(hold) => {
            hold.here().await;
            work.run().await
        }
        Fault::TokenExpired => {
            if let Some(expire) = &gate.expire_tokens {
                expire();
            }
            work.run().await
        }
        Fault::Duplicate => {
            work.clone().run().await;
            work.run().await
        }
        Fault::SellThenBreak(way) => harm(way, line, work.run().await).await,
    }
}

async fn harm(way: Break, line: &Line, reply: Response) -> Response {
    match way {
        Break::Reset => tear(line),
        Break::Hang(time) => {
            tokio::time::sleep(time).await;
            tear(line)
        }
        Break::Delay(time) => {
            tokio::time::sleep(time).await;
            reply
        }
        Break::Hold(hold) => {
            hold.here().await;
            reply
        }
        Break::Status { status, body } => html(status, body),
        Break::Json { status, body } => json_reply(status, &body),
        Break::Refuse { code, message } => refusal(code, &message),
        Break::Cut(bytes) => cut(reply, bytes).await,
        Break::SlowDrip { bytes, every } => drip(reply, bytes, every).await,
        Break::Malformed => (
            [(header::CONTENT_TYPE, "application/json")],
            "{\"code\": 0, \"data\": {\"id\": <html>",
        )
            .into_response(),
        Break::MissingField(path) => change(reply, |root| put(root, &path, None)).await,
        Break::SetField(path, value) => change(reply, |root| put(root, &path, Some(value))).await,
        Break::SetText(path, text) => {
            let reply = change(reply, |root| put(root, &path, Some(PLACE.into()))).await;
            let (parts, body) = body_of(reply).await;
            let body = String::from_utf8_lossy(&body).replace(&format!("\"{PLACE}\""), &text);
            Response::from_parts(parts, Body::from(body))
        }
        Break::Change(Change(by)) => change(reply, |root| by(root)).await,
        Break::Both(first, then) => {
            let reply = Box::pin(harm(*first, line, reply)).await;
            Box::pin(harm(*then, line, reply)).await
        }
    }
}

/// A reset on the wire: nothing of this reply is written.
fn tear(line: &Line) -> Response {
    line.reset();
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}

fn refusal(code: i64, message: &str) -> Response {
    axum::Json(json!({ "code": code, "message": message, "data": {} })).into_response()
}

fn html(status: u16, body: String) -> Response {
    (
        StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_GATEWAY),
        axum::response::Html(body),
    )
        .into_response()
}

fn json_reply(status: u16, body: &Value) -> Response {
    (
        StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_GATEWAY),
        axum::Json(body),
    )
        .into_response()
}

async fn cut(reply: Response, bytes: usize) -> Response {
    let (mut parts, body) = body_of(reply).await;
    parts
        .headers
        .insert(header::CONTENT_LENGTH, HeaderValue::from(body.len()));
    let head = body.slice(..bytes.min(body.len().saturating_sub(1)));
    // The head must be on its way before the break, or the break would swallow it.
    let pieces = stream::iter([Some(head), None]).then(|piece| async move {
        match piece {
            Some(head) => Ok::<Bytes, std::io::Error>(head),
            None => {
                tokio::time::sleep(Duration::from_millis(30)).await;
                Err(std::io::ErrorKind::ConnectionReset.into())
            }
        }
    });
    Response::from_parts(parts, Body::from_stream(pieces))
}

async fn drip(reply: Response, bytes: usize, every: Duration) -> Response {
    let (mut parts, body) = body_of(reply).await;
    parts
        .headers
        .insert(header::CONTENT_LENGTH, HeaderValue::from(body.len()));
    let pieces: Vec<Bytes> = body
        .chunks(bytes.max(1))
        .map(Bytes::copy_from_slice)
        .collect();
    let pieces = stream::iter(pieces).then(move |piece| async move {
        tokio::time::sleep(every).await;
        Ok::<Bytes, std::io::Error>(piece)
    });
    Response::from_parts(parts, Body::from_stream(pieces))
}

/// Stands where a text will be written.
const PLACE: &str = "\u{2020}here\u{2020}";

async fn change(reply: Response, by: impl FnOnce(&mut Value)) -> Response {
    let (mut parts, body) = body_of(reply).await;
    let mut root: Value = serde_json::from_slice(&body).unwrap_or_default();
    by(&mut root);
    parts.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(parts, Body::from(root.to_string()))
}

fn put(root: &mut Value, path: &str, to: Option<Value>) {
    let (parent, field) = path.rsplit_once('.').unwrap_or(("", path));
    let pointer = if parent.is_empty() {
        String::new()
    } else {
        format!("/{}", parent.replace('.', "/"))
    };
    if let Some(Value::Object(object)) = root.pointer_mut(&pointer) {
        match to {
            Some(value) => object.insert(field.to_owned(), value),
            None => object.remove(field),
        };
    }
}
