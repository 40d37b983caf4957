//! A bounded closed loop over HTTP/1.1: so many connections, each with one request under way. Knows
//! nothing of what it asks for.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, bail};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::task::JoinSet;
use tokio::time::Instant;
use tokio_util::bytes::Bytes;

use crate::process::Meter;
use crate::{CLIENTS, SAMPLE};

/// What one sample came to.
#[derive(Debug, Clone, Copy)]
pub struct Rate {
    /// Answers for each second of the servers' processor time.
    pub per_cpu_second: f64,
    /// Answers for each second of the clock.
    pub per_second: f64,
}

/// Asks for one sample's time, over connections that stay open; only 200 is an answer.
pub async fn sample(
    address: SocketAddr,
    meter: &Meter,
    next: Arc<dyn Fn() -> Bytes + Send + Sync>,
) -> anyhow::Result<Rate> {
    let mut streams = Vec::new();
    for _ in 0..CLIENTS {
        let mut stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        // Nothing that a first request costs is counted.
        exchange(&mut stream, &next(), &mut vec![0; 64 * 1024]).await?;
        streams.push(stream);
    }
    let cpu = meter.read()?;
    let began = Instant::now();
    let mut clients = JoinSet::new();
    for stream in streams {
        clients.spawn(client(stream, next.clone(), began + SAMPLE));
    }
    let mut answers = 0_u32;
    while let Some(ended) = clients.join_next().await {
        answers += ended??;
    }
    let took: Duration = began.elapsed();
    let cpu = meter.read()? - cpu;
    Ok(Rate {
        per_cpu_second: f64::from(answers) / cpu,
        per_second: f64::from(answers) / took.as_secs_f64(),
    })
}

async fn client(
    mut stream: TcpStream,
    next: Arc<dyn Fn() -> Bytes + Send + Sync>,
    until: Instant,
) -> anyhow::Result<u32> {
    let mut buffer = vec![0; 64 * 1024];
    let mut answers = 0;
    while Instant::now() < until {
        exchange(&mut stream, &next(), &mut buffer).await?;
        answers += 1;
    }
    Ok(answers)
}

/// One request and its whole answer: its head, and how long its body was.
async fn exchange(
    stream: &mut TcpStream,
    request: &[u8],
    buffer: &mut [u8],
) -> anyhow::Result<(usize, usize)> {
    stream.write_all(request).await?;
    let mut have = 0;
    let head = loop {
        have += read(stream, buffer.get_mut(have..)).await?;
        let seen = buffer.get(..have).unwrap_or_default();
        if let Some(end) = seen.windows(4).position(|w| w == b"\r\n\r\n") {
            break end + 4;
        }
    };
    let text = buffer.get(..head).unwrap_or_default();
    if !text.starts_with(b"HTTP/1.1 200") {
        bail!("the server answered {}", String::from_utf8_lossy(text));
    }
    let length = length(text).context("an answer without Content-Length")?;
    let mut rest = (head + length).saturating_sub(have);
    let spare = buffer.len().min(head);
    while rest > 0 {
        rest = rest.saturating_sub(read(stream, buffer.get_mut(spare..)).await?);
    }
    Ok((head, length))
}

async fn read(stream: &mut TcpStream, into: Option<&mut [u8]>) -> anyhow::Result<usize> {
    match stream.read(into.unwrap_or_default()).await? {
        0 => bail!("the server closed the connection"),
        n => Ok(n),
    }
}

fn length(head: &[u8]) -> Option<usize> {
    let name = b"content-length:";
    let line = head.split(|b| *b == b'\n').find(|line| {
        line.get(..name.len())
            .is_some_and(|l| l.eq_ignore_ascii_case(name))
    })?;
    std::str::from_utf8(line.get(name.len()..)?)
        .ok()?
        .trim()
        .parse()
        .ok()
}

/// One request over a connection of its own; only 200 is an answer.
pub async fn once(address: SocketAddr, request: &[u8]) -> anyhow::Result<()> {
    let mut stream = TcpStream::connect(address).await?;
    stream.set_nodelay(true)?;
    exchange(&mut stream, request, &mut vec![0; 16 * 1024])
        .await
        .map(drop)
}

/// One page as a browser would ask for it, and what came back: header lines and body.
pub async fn fetch(
    address: SocketAddr,
    path: &str,
) -> anyhow::Result<(Vec<(String, String)>, Vec<u8>)> {
    let mut stream = TcpStream::connect(address).await?;
    let mut buffer = vec![0; 1024 * 1024];
    let (head, length) = exchange_whole(&mut stream, &get(path), &mut buffer).await?;
    let text = String::from_utf8_lossy(buffer.get(..head).unwrap_or_default()).into_owned();
    let headers = text
        .lines()
        .skip(1)
        .filter_map(|l| l.split_once(": "))
        .map(|(n, v)| (n.to_lowercase(), v.to_owned()))
        .collect();
    Ok((
        headers,
        buffer.get(head..head + length).unwrap_or_default().to_vec(),
    ))
}

/// As [`exchange`], and the body is kept behind the head.
async fn exchange_whole(
    stream: &mut TcpStream,
    request: &[u8],
    buffer: &mut [u8],
) -> anyhow::Result<(usize, usize)> {
    stream.write_all(request).await?;
    let mut have = 0;
    loop {
        have += read(stream, buffer.get_mut(have..)).await?;
        let seen = buffer.get(..have).unwrap_or_default();
        let Some(head) = seen
            .windows(4)
            .position(|w| w == b"\r\n\r\n")
            .map(|end| end + 4)
        else {
            continue;
        };
        let length = length(seen.get(..head).unwrap_or_default())
            .context("an answer without Content-Length")?;
        if have >= head + length {
            return Ok((head, length));
        }
    }
}

/// The request of a browser, as far as a server must read it.
pub fn get(path: &str) -> Bytes {
    let lines = [
        &format!("GET {path} HTTP/1.1"),
        "Host: 127.0.0.1",
        "User-Agent: Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0",
        "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        "Accept-Encoding: gzip, deflate, br, zstd",
        "Accept-Language: en-GB,en;q=0.9",
        "\r\n",
    ];
    lines.join("\r\n").into()
}
