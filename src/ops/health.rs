//! `healthcheck`: asks the shop of this machine whether it is ready; for containers without curl.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;

use anyhow::{Context, bail};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// Asks `/readyz` at `LISTEN_ADDR`.
///
/// # Errors
/// When it does not answer 200 within five seconds.
pub async fn check(lookup: &dyn Fn(&str) -> Option<String>) -> anyhow::Result<()> {
    let text = lookup("LISTEN_ADDR").unwrap_or_else(|| "127.0.0.1:8080".to_owned());
    let listen: SocketAddr = text.trim().parse().context("LISTEN_ADDR cannot be read")?;
    let answer = tokio::time::timeout(Duration::from_secs(5), ask(here(listen)))
        .await
        .context("no answer within five seconds")??;
    let status = answer.lines().next().unwrap_or_default();
    if status.split_whitespace().nth(1) == Some("200") {
        return Ok(());
    }
    bail!("not ready: {}", answer.lines().last().unwrap_or(status))
}

/// A shop that listens everywhere is asked at this machine's own address.
fn here(listen: SocketAddr) -> SocketAddr {
    let ip = match listen.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => IpAddr::V4(Ipv4Addr::LOCALHOST),
        IpAddr::V6(ip) if ip.is_unspecified() => IpAddr::V6(Ipv6Addr::LOCALHOST),
        ip => ip,
    };
    SocketAddr::new(ip, listen.port())
}

async fn ask(address: SocketAddr) -> anyhow::Result<String> {
    let mut line = TcpStream::connect(address)
        .await
        .with_context(|| format!("nobody listens on {address}"))?;
    line.write_all(b"GET /readyz HTTP/1.0\r\nHost: localhost\r\n\r\n")
        .await?;
    let mut answer = String::new();
    line.read_to_string(&mut answer).await?;
    Ok(answer)
}
