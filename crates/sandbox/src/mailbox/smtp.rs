//! SMTP (RFC 5321) as far as a sender needs it: EHLO, MAIL, RCPT, DATA, RSET, NOOP, QUIT;
//! pipelining and 8-bit mail are fine.

use std::{sync::Arc, time::Duration};

use tokio::{
    io::{AsyncBufReadExt, AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, BufReader},
    net::TcpListener,
};
use tokio_util::sync::CancellationToken;

use super::{Inner, Mail, MailFault};
use crate::http::lock;

/// The most a line of commands and a mail may weigh, in bytes.
const LINE_LIMIT: u64 = 4_096;
const MAIL_LIMIT: usize = 25 << 20;

/// Takes connections until dropped; those at work end with `stop`.
pub(super) async fn serve(listener: TcpListener, inner: Arc<Inner>, stop: CancellationToken) {
    loop {
        match listener.accept().await {
            Ok((stream, _)) => {
                let (reader, writer) = stream.into_split();
                let session = Session {
                    reader: BufReader::new(reader),
                    writer,
                    inner: inner.clone(),
                    from: None,
                    to: Vec::new(),
                };
                tokio::spawn(stop.clone().run_until_cancelled_owned(session.run()));
            }
            Err(_) => tokio::time::sleep(Duration::from_millis(20)).await,
        }
    }
}

struct Session<R, W> {
    reader: BufReader<R>,
    writer: W,
    inner: Arc<Inner>,
    from: Option<String>,
    to: Vec<String>,
}

impl<R: AsyncRead + Unpin, W: AsyncWrite + Unpin> Session<R, W> {
    /// The talk from greeting to goodbye; an error is a broken line and ends it.
    async fn run(mut self) -> std::io::Result<()> {
        self.say("220 mailbox.sandbox ESMTP").await?;
        while let Some(line) = self.line().await? {
            let verb = line.get(..4).unwrap_or(&line).to_ascii_uppercase();
            if let Some(answer) = self.inner.answer(&verb) {
                self.say(&answer).await?;
                continue;
            }
            match verb.as_str() {
                "EHLO" => self.greet().await?,
                "AUTH" => self.say("235 2.7.0 Welcome").await?,
                "STAR" => self.say("454 4.7.0 TLS not available").await?,
                "HELO" => self.say("250 mailbox.sandbox").await?,
                "MAIL" => self.mail(&line).await?,
                "RCPT" => self.recipient(&line).await?,
                "DATA" if self.to.is_empty() => self.say("503 5.5.1 RCPT first").await?,
                "DATA" => {
                    if !self.data().await? {
                        return Ok(());
                    }
                }
                "RSET" => {
                    self.reset();
                    self.say("250 2.0.0 Ok").await?;
                }
                "NOOP" => self.say("250 2.0.0 Ok").await?,
                "QUIT" => return self.say("221 2.0.0 Bye").await,
                _ => self.say("500 5.5.2 Unknown command").await?,
            }
        }
        Ok(())
    }

    async fn greet(&mut self) -> std::io::Result<()> {
        let mut lines = vec!["mailbox.sandbox".to_owned()];
        lines.extend(lock(&self.inner.extensions).iter().cloned());
        let last = lines.pop().unwrap_or_default();
        let before: String = lines.iter().map(|line| format!("250-{line}\r\n")).collect();
        self.say(&format!("{before}250 {last}")).await
    }

    fn reset(&mut self) {
        self.from = None;
        self.to.clear();
    }

    async fn mail(&mut self, line: &str) -> std::io::Result<()> {
        match address(line, "FROM:") {
            Some(from) => {
                self.reset();
                self.from = Some(from);
                self.say("250 2.1.0 Ok").await
            }
            None => self.say("501 5.5.4 MAIL FROM:<address>").await,
        }
    }

    async fn recipient(&mut self, line: &str) -> std::io::Result<()> {
        if self.from.is_none() {
            return self.say("503 5.5.1 MAIL first").await;
        }
        let Some(to) = address(line, "TO:").filter(|to| !to.is_empty()) else {
            return self.say("501 5.5.4 RCPT TO:<address>").await;
        };
        self.to.push(to);
        self.say("250 2.1.5 Ok").await
    }

    /// Takes the mail in; `false` when the line is to break.
    async fn data(&mut self) -> std::io::Result<bool> {
        self.say("354 End with <CRLF>.<CRLF>").await?;
        let mut raw = Vec::new();
        loop {
            let mut line = Vec::new();
            if self.reader.read_until(b'\n', &mut line).await? == 0 {
                return Ok(false);
            }
            if line == b".\r\n" {
                break;
            }
            // A dot that the sender doubled so that it would not end the mail.
            raw.extend_from_slice(line.strip_prefix(b".").unwrap_or(&line));
            if raw.len() > MAIL_LIMIT {
                self.say("552 5.3.4 Too big").await?;
                return Ok(false);
            }
        }
        let (from, to) = (
            self.from.take().unwrap_or_default(),
            std::mem::take(&mut self.to),
        );
        if let Some(answer) = self.inner.answer(".") {
            self.say(&answer).await?;
            return Ok(true);
        }
        let fault = lock(&self.inner.faults).pop_front();
        if fault != Some(MailFault::Break { kept: false }) {
            self.keep(from, to, raw);
        }
        match fault {
            Some(MailFault::Break { .. }) => return Ok(false),
            Some(MailFault::Delay(time)) => tokio::time::sleep(time).await,
            _ => {}
        }
        self.say("250 2.0.0 Ok: queued").await?;
        Ok(true)
    }

    fn keep(&self, from: String, to: Vec<String>, raw: Vec<u8>) {
        let mut mails = lock(&self.inner.mails);
        let number = mails.last().map_or(1, |last| last.number + 1);
        mails.push(Mail::parse(number, self.inner.clock.now(), from, to, raw));
        drop(mails);
        self.inner.arrived.notify_waiters();
    }

    async fn line(&mut self) -> std::io::Result<Option<String>> {
        let mut line = Vec::new();
        let read = (&mut self.reader)
            .take(LINE_LIMIT)
            .read_until(b'\n', &mut line)
            .await?;
        Ok((read > 0).then(|| String::from_utf8_lossy(&line).trim_end().to_owned()))
    }

    async fn say(&mut self, line: &str) -> std::io::Result<()> {
        self.writer
            .write_all(format!("{line}\r\n").as_bytes())
            .await?;
        self.writer.flush().await
    }
}

/// The address of `MAIL FROM:<a@b> SIZE=3`; an empty one is a bounce's.
fn address(line: &str, word: &str) -> Option<String> {
    let rest = line.get(5..)?.trim_start();
    let rest = rest
        .get(word.len()..)
        .filter(|_| rest[..word.len()].eq_ignore_ascii_case(word))?;
    let (address, _) = rest.trim_start().strip_prefix('<')?.split_once('>')?;
    Some(address.to_owned())
}
