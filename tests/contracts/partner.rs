//! A partner on loopback that answers as it is told and writes down what it was asked.

use std::sync::{Arc, Mutex};

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::Value;

/// A request as it came.
#[derive(Debug, Clone)]
pub struct Asked {
    pub method: String,
    pub path: String,
    pub query: String,
    pub headers: HeaderMap,
    pub body: String,
}

impl Asked {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }

    pub fn is(&self, endpoint: &str) -> bool {
        self.path.ends_with(endpoint)
    }
}

/// What to say.
#[derive(Debug, Clone)]
pub enum Say {
    Json(u16, Value),
    Html(u16, &'static str),
    /// These very bytes as JSON, which they need not be.
    Raw(u16, String),
    /// The headers promise more than comes.
    Cut,
    Silence,
}

/// 200 with this envelope.
pub fn ok(body: Value) -> Say {
    Say::Json(200, body)
}

pub struct Partner {
    pub url: url::Url,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl Partner {
    pub async fn start(answer: impl Fn(&Asked) -> Say + Send + Sync + 'static) -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap())
            .parse()
            .unwrap();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let (book, answer) = (asked.clone(), Arc::new(answer));
        let router = axum::Router::new().fallback(async move |request: Request| {
            let (head, body) = request.into_parts();
            let body = to_bytes(body, 1 << 20).await.unwrap();
            let one = Asked {
                method: head.method.to_string(),
                path: head.uri.path().to_owned(),
                query: head.uri.query().unwrap_or_default().to_owned(),
                headers: head.headers,
                body: String::from_utf8(body.to_vec()).unwrap(),
            };
            let say = answer(&one);
            book.lock().unwrap().push(one);
            spoken(say).await
        });
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { url, asked }
    }

    /// What was asked at this endpoint, oldest first.
    pub fn asked(&self, endpoint: &str) -> Vec<Asked> {
        self.asked
            .lock()
            .unwrap()
            .iter()
            .filter(|one| one.is(endpoint))
            .cloned()
            .collect()
    }
}

async fn spoken(say: Say) -> Response {
    match say {
        Say::Json(status, body) => {
            (StatusCode::from_u16(status).unwrap(), axum::Json(body)).into_response()
        }
        Say::Html(status, body) => (
            StatusCode::from_u16(status).unwrap(),
            axum::response::Html(body),
        )
            .into_response(),
        Say::Raw(status, body) => (
            StatusCode::from_u16(status).unwrap(),
            [(header::CONTENT_TYPE, "application/json")],
            body,
        )
            .into_response(),
        Say::Cut => {
            let pieces = futures_util::stream::iter([
                Ok(Bytes::from_static(b"{\"code\": 0, ")),
                Err(std::io::Error::other("cut")),
            ]);
            let mut response = Response::new(Body::from_stream(pieces));
            response.headers_mut().insert(
                header::CONTENT_TYPE,
                header::HeaderValue::from_static("application/json"),
            );
            response
        }
        Say::Silence => std::future::pending().await,
    }
}

/// An address where nobody listens.
pub fn nobody() -> url::Url {
    let free = std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    format!("http://{free}").parse().unwrap()
}
