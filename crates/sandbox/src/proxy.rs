//! A TCP line with toxics between two programs (the shop and its database, say): latency, silence,
//! cuts, small pieces, resets. Knows bytes only.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{
        TcpListener, TcpStream,
        tcp::{ReadHalf, WriteHalf},
    },
    sync::watch,
};
use tokio_util::sync::CancellationToken;

/// What the line does to what passes over it, from now on, open connections included.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Toxic {
    /// All is well.
    #[default]
    None,
    /// Every piece comes later by this much, either way.
    Latency(Duration),
    /// Nothing passes and nothing breaks; bytes wait until the toxic changes.
    Hang,
    /// Replies stop after so many bytes of this connection, and the line is reset.
    Cut(usize),
    /// Replies come in pieces of so many bytes, one per interval.
    Slice { bytes: usize, every: Duration },
    /// Every connection is reset, new ones too.
    Reset,
}

/// A running proxy; closes when dropped.
#[derive(Debug)]
pub struct Proxy {
    addr: SocketAddr,
    toxic: Arc<watch::Sender<Toxic>>,
    stop: CancellationToken,
}

impl Proxy {
    /// Listens on a free port of 127.0.0.1 and passes every connection on to `target`
    /// (`127.0.0.1:5432`).
    ///
    /// # Errors
    /// When no port can be had.
    pub async fn start(target: impl Into<String>) -> anyhow::Result<Self> {
        let target = target.into();
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let addr = listener.local_addr()?;
        let (toxic, stop) = (
            Arc::new(watch::Sender::new(Toxic::None)),
            CancellationToken::new(),
        );
        let (shared, token) = (toxic.clone(), stop.clone());
        let accept = async move {
            while let Ok((client, _)) = listener.accept().await {
                let line = carry(client, target.clone(), shared.subscribe());
                tokio::spawn(token.clone().run_until_cancelled_owned(line));
            }
        };
        tokio::spawn(stop.clone().run_until_cancelled_owned(accept));
        Ok(Self { addr, toxic, stop })
    }

    /// Where it listens.
    #[must_use]
    pub fn addr(&self) -> SocketAddr {
        self.addr
    }

    /// Poisons the line, or heals it.
    pub fn set(&self, toxic: Toxic) {
        self.toxic.send_replace(toxic);
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.stop.cancel();
    }
}

async fn carry(mut client: TcpStream, target: String, mut toxic: watch::Receiver<Toxic>) {
    let _ = client.set_nodelay(true);
    if *toxic.borrow() == Toxic::Reset {
        let _ = client.set_zero_linger();
        return;
    }
    let Ok(mut server) = TcpStream::connect(target).await else {
        return;
    };
    let _ = server.set_nodelay(true);
    let torn = {
        let (client_in, client_out) = client.split();
        let (server_in, server_out) = server.split();
        let there = pass(client_in, server_out, toxic.clone(), false);
        let back = pass(server_in, client_out, toxic.clone(), true);
        tokio::select! {
            passed = async { tokio::try_join!(there, back) } => passed.is_err(),
            _ = toxic.wait_for(|toxic| *toxic == Toxic::Reset) => true,
        }
    };
    if torn {
        let _ = client.set_zero_linger();
    }
}

/// The line was torn on purpose.
struct Torn;

/// One direction until its end. Replies alone are cut and sliced.
async fn pass(
    mut from: ReadHalf<'_>,
    mut to: WriteHalf<'_>,
    mut toxic: watch::Receiver<Toxic>,
    reply: bool,
) -> Result<(), Torn> {
    let mut buffer = vec![0; 16 * 1024];
    let mut passed = 0;
    while let Ok(read @ 1..) = from.read(&mut buffer).await {
        let Ok(now) = toxic
            .wait_for(|toxic| *toxic != Toxic::Hang)
            .await
            .map(|now| now.clone())
        else {
            return Ok(());
        };
        let mut piece = &buffer[..read];
        match now {
            Toxic::Latency(time) => tokio::time::sleep(time).await,
            Toxic::Cut(limit) if reply && passed + read >= limit => {
                let _ = to.write_all(&piece[..limit.saturating_sub(passed)]).await;
                let _ = to.flush().await;
                return Err(Torn);
            }
            Toxic::Slice { bytes, every } if reply => {
                for part in piece.chunks(bytes.max(1)) {
                    if to.write_all(part).await.is_err() {
                        return Ok(());
                    }
                    tokio::time::sleep(every).await;
                }
                piece = &[];
            }
            _ => {}
        }
        if to.write_all(piece).await.is_err() {
            return Ok(());
        }
        passed += read;
    }
    let _ = to.shutdown().await;
    Ok(())
}

#[cfg(test)]
mod tests {
    use axum::{Router, routing::get};

    use super::*;

    async fn ask(proxy: &Proxy) -> Result<String, reqwest::Error> {
        // A new client each time: a pooled connection would hide what befalls a new one.
        let http = reqwest::Client::builder()
            .timeout(Duration::from_millis(400))
            .build()?;
        http.get(format!("http://{}/", proxy.addr()))
            .send()
            .await?
            .text()
            .await
    }

    #[tokio::test]
    async fn each_toxic_does_what_it_says_and_goes_away() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let proxy = Proxy::start(listener.local_addr().unwrap().to_string())
            .await
            .unwrap();
        tokio::spawn(async move {
            axum::serve(
                listener,
                Router::new().route("/", get(|| async { "hello" })),
            )
            .await
        });
        assert_eq!(ask(&proxy).await.unwrap(), "hello");
        proxy.set(Toxic::Hang);
        assert!(ask(&proxy).await.unwrap_err().is_timeout());
        for toxic in [Toxic::Reset, Toxic::Cut(20), Toxic::Cut(120)] {
            proxy.set(toxic.clone());
            let error = ask(&proxy).await.unwrap_err();
            assert!(!error.is_timeout(), "{toxic:?}: {error:?}");
        }
        let before = tokio::time::Instant::now();
        proxy.set(Toxic::Slice {
            bytes: 40,
            every: Duration::from_millis(30),
        });
        assert_eq!(ask(&proxy).await.unwrap(), "hello");
        assert!(before.elapsed() >= Duration::from_millis(60));
        proxy.set(Toxic::None);
        assert_eq!(ask(&proxy).await.unwrap(), "hello");
    }
}
