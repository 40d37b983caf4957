//! The yardstick: an axum with one handler and no layer, in a process of its own, that returns
//! bytes it was given.

use std::io::{BufRead, BufReader, Write};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::Context;
use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::response::Response;
use axum::routing::get;
use tokio_util::bytes::Bytes;

use crate::process::Running;

/// The argument that makes this program the yardstick.
pub const FLAG: &str = "--bare-handler";
const HEADERS: &str = "headers.json";
const BODY: &str = "body";

/// Starts it with these headers and this body, and says where it listens.
pub fn start(
    room: &Path,
    path: &str,
    headers: &[(String, String)],
    body: &[u8],
) -> anyhow::Result<(Running, SocketAddr)> {
    std::fs::create_dir_all(room)?;
    std::fs::write(room.join(HEADERS), serde_json::to_vec(&(path, headers))?)?;
    std::fs::write(room.join(BODY), body)?;
    let mut command = Command::new(std::env::current_exe()?);
    command.arg(FLAG).arg(room).stdout(Stdio::piped());
    let mut running = Running::start(&mut command)?;
    let mut line = String::new();
    BufReader::new(running.take_stdout().context("no standard output")?).read_line(&mut line)?;
    Ok((
        running,
        line.trim()
            .parse()
            .context("the bare handler did not start")?,
    ))
}

/// Is it: serves until it is ended.
pub async fn serve(room: &Path) -> anyhow::Result<()> {
    let (path, pairs): (String, Vec<(String, String)>) =
        serde_json::from_slice(&std::fs::read(room.join(HEADERS))?)?;
    let body = Bytes::from(std::fs::read(room.join(BODY))?);
    let mut headers = HeaderMap::new();
    for (name, value) in pairs {
        headers.insert(HeaderName::try_from(name)?, HeaderValue::try_from(value)?);
    }
    let handler = move || {
        let mut response = Response::new(Body::from(body.clone()));
        *response.headers_mut() = headers.clone();
        std::future::ready(response)
    };
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let mut out = std::io::stdout();
    writeln!(out, "{}", listener.local_addr()?)?;
    out.flush()?;
    Ok(axum::serve(listener, Router::new().route(&path, get(handler))).await?)
}
