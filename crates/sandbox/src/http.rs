//! A loopback HTTP server whose connections can be torn in the middle, and the gate every request
//! passes: written down, then perhaps visited by a fault. Knows nothing of what is served.

use std::{
    collections::VecDeque,
    io,
    net::SocketAddr,
    pin::Pin,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll},
};

use axum::{
    Router,
    body::{Body, Bytes},
    extract::{ConnectInfo, Request, State, connect_info::Connected},
    http::HeaderMap,
    middleware::{self, Next},
    response::{IntoResponse, Response},
    serve::{IncomingStream, Listener},
};
use chrono::{DateTime, Utc};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::{TcpListener, TcpStream},
};
use tokio_util::sync::CancellationToken;

use super::{
    Clock,
    faults::{Faults, visit},
};

/// The most a request's body may weigh, in bytes.
const BODY_LIMIT: usize = 4 << 20;
/// How many calls are remembered; the oldest go first.
const CALLS_KEPT: usize = 100_000;

/// One request that a sandbox server received.
#[derive(Debug, Clone)]
pub struct Call {
    /// When it arrived, by the sandbox's clock.
    pub at: DateTime<Utc>,
    /// `GET`, `POST`.
    pub method: String,
    /// The path without the query.
    pub path: String,
    /// The query without its `?`; empty when there is none.
    pub query: String,
    /// All headers but `authorization`.
    pub headers: HeaderMap,
    /// `X-Idempotency-Key` or `Idempotency-Key`.
    pub idempotency_key: Option<String>,
    /// The body as sent.
    pub body: String,
    /// The status that the handler answered; `None` while it works or when a fault kept the request
    /// from it.
    pub status: Option<u16>,
}

/// Every request that a server received, oldest first.
#[derive(Debug, Clone, Default)]
pub struct CallLog(Arc<Mutex<VecDeque<Arc<Mutex<Call>>>>>);

impl CallLog {
    /// The calls whose path ends with `endpoint` (`create_order`, `/v1/refunds`); all with an empty
    /// one.
    #[must_use]
    pub fn ending(&self, endpoint: &str) -> Vec<Call> {
        let all = lock(&self.0);
        all.iter()
            .map(|call| lock(call))
            .filter(|call| call.path.ends_with(endpoint))
            .map(|call| call.clone())
            .collect()
    }

    /// Forgets them.
    pub fn clear(&self) {
        lock(&self.0).clear();
    }

    fn note(&self, call: Call) -> Arc<Mutex<Call>> {
        let call = Arc::new(Mutex::new(call));
        let mut all = lock(&self.0);
        if all.len() >= CALLS_KEPT {
            all.pop_front();
        }
        all.push_back(call.clone());
        call
    }
}

/// A mutex is only poisoned by a panic in here; the state behind it is still the best there is.
pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What the gate in front of a server holds.
#[derive(Clone)]
pub(super) struct Gate {
    pub calls: CallLog,
    pub faults: Faults,
    pub clock: Clock,
    /// What "your token has expired" means here.
    pub expire_tokens: Option<Arc<dyn Fn() + Send + Sync>>,
}

/// A running server; closes when dropped.
#[derive(Debug)]
pub(super) struct Server {
    addr: SocketAddr,
    stop: CancellationToken,
}

impl Server {
    /// Serves `router` behind `gate` on 127.0.0.1; port 0 takes a free one.
    pub async fn start(port: u16, router: Router, gate: Gate) -> anyhow::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", port)).await?;
        let addr = listener.local_addr()?;
        let stop = CancellationToken::new();
        let app = router
            .layer(middleware::from_fn_with_state(gate, pass))
            .into_make_service_with_connect_info::<Line>();
        let serve = axum::serve(
            Loopback {
                listener,
                stop: stop.clone(),
            },
            app,
        )
        .with_graceful_shutdown(stop.clone().cancelled_owned());
        tokio::spawn(async move { serve.await });
        Ok(Self { addr, stop })
    }

    /// `http://127.0.0.1:PORT`, without a slash at the end.
    pub fn url(&self) -> String {
        format!("http://{}", self.addr)
    }

    /// Takes no more connections; idle ones are closed.
    pub fn stop(&self) {
        self.stop.cancel();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop.cancel();
    }
}

async fn pass(
    State(gate): State<Gate>,
    ConnectInfo(line): ConnectInfo<Line>,
    request: Request,
    next: Next,
) -> Response {
    let (parts, body) = request.into_parts();
    let Ok(body) = axum::body::to_bytes(body, BODY_LIMIT).await else {
        return axum::http::StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let header = |name: &str| {
        parts
            .headers
            .get(name)
            .and_then(|v| v.to_str().ok())
            .map(str::to_owned)
    };
    let mut headers = parts.headers.clone();
    headers.remove("authorization");
    let call = gate.calls.note(Call {
        at: gate.clock.now(),
        method: parts.method.to_string(),
        path: parts.uri.path().to_owned(),
        query: parts.uri.query().unwrap_or_default().to_owned(),
        headers,
        idempotency_key: header("x-idempotency-key").or_else(|| header("idempotency-key")),
        body: String::from_utf8_lossy(&body).into_owned(),
        status: None,
    });
    let fault = gate
        .faults
        .take(parts.method.as_str(), parts.uri.path(), &body);
    let work = Work {
        parts,
        body,
        next,
        call,
    };
    let Some(fault) = fault else {
        return work.run().await;
    };
    // A caller that hangs up does not stop what it asked for: in its own task the work goes on.
    let visited = tokio::spawn(async move { visit(fault, &gate, &line, work).await });
    visited
        .await
        .unwrap_or_else(|_| axum::http::StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

/// A request that waits to be served.
#[derive(Clone)]
pub(super) struct Work {
    parts: axum::http::request::Parts,
    body: Bytes,
    next: Next,
    call: Arc<Mutex<Call>>,
}

impl Work {
    /// Serves it.
    pub async fn run(self) -> Response {
        let response = self
            .next
            .run(Request::from_parts(self.parts, Body::from(self.body)))
            .await;
        lock(&self.call).status = Some(response.status().as_u16());
        response
    }
}

/// The whole body of a reply made here.
pub(super) async fn body_of(response: Response) -> (axum::http::response::Parts, Bytes) {
    let (parts, body) = response.into_parts();
    (
        parts,
        axum::body::to_bytes(body, usize::MAX)
            .await
            .unwrap_or_default(),
    )
}

/// One connection, as a handler sees it.
#[derive(Debug, Clone)]
pub(super) struct Line(Arc<AtomicBool>);

impl Line {
    /// From now on nothing is written; the other side gets a TCP reset.
    pub fn reset(&self) {
        self.0.store(true, Ordering::SeqCst);
    }
}

impl Connected<IncomingStream<'_, Loopback>> for Line {
    fn connect_info(stream: IncomingStream<'_, Loopback>) -> Self {
        Self(stream.io().reset.clone())
    }
}

struct Loopback {
    listener: TcpListener,
    stop: CancellationToken,
}

impl Listener for Loopback {
    type Io = Wire;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Wire, SocketAddr) {
        loop {
            if let Ok((inner, peer)) = self.listener.accept().await {
                let _ = inner.set_nodelay(true);
                return (
                    Wire {
                        inner,
                        reset: Arc::default(),
                    },
                    peer,
                );
            }
            if self.stop.is_cancelled() {
                std::future::pending::<()>().await;
            }
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }
}

struct Wire {
    inner: TcpStream,
    reset: Arc<AtomicBool>,
}

impl Wire {
    fn torn(&self) -> bool {
        self.reset.load(Ordering::SeqCst)
    }
}

impl Drop for Wire {
    fn drop(&mut self) {
        if self.torn() {
            let _ = self.inner.set_zero_linger();
        }
    }
}

fn reset_error() -> io::Error {
    io::Error::from(io::ErrorKind::ConnectionReset)
}

impl AsyncRead for Wire {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        if self.torn() {
            return Poll::Ready(Err(reset_error()));
        }
        Pin::new(&mut self.inner).poll_read(cx, buf)
    }
}

impl AsyncWrite for Wire {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &[u8],
    ) -> Poll<io::Result<usize>> {
        if self.torn() {
            return Poll::Ready(Err(reset_error()));
        }
        Pin::new(&mut self.inner).poll_write(cx, buf)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        if self.torn() {
            return Poll::Ready(Err(reset_error()));
        }
        Pin::new(&mut self.inner).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_shutdown(cx)
    }
}
