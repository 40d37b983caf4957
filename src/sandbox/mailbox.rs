//! A mail server that delivers to memory: SMTP in, a page and JSON out. Nothing ever leaves the machine.

mod message;
mod smtp;
#[cfg(test)]
mod tests;
mod web;

use std::{
    collections::VecDeque,
    net::SocketAddr,
    sync::{Arc, Mutex},
    time::Duration,
};

use tokio::{net::TcpListener, sync::Notify};
use tokio_util::sync::CancellationToken;

use super::{
    Clock,
    http::{Gate, Server, lock},
};

pub use message::{Attachment, Mail};

/// How the mailbox is to be.
#[derive(Debug, Clone, Default)]
pub struct MailboxOptions {
    /// 0 takes a free port.
    pub smtp_port: u16,
    /// 0 takes a free port.
    pub web_port: u16,
    pub clock: Clock,
}

/// What befalls the next mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MailFault {
    /// The recipient is refused with this code (4xx try again, 5xx for good).
    Refuse { code: u16, text: String },
    /// The line breaks after the mail was sent and before it was acknowledged; `kept`: the mail is there all the same.
    Break { kept: bool },
    /// The acknowledgement comes after this long.
    Delay(Duration),
}

/// What the servers share.
#[derive(Default)]
struct Inner {
    mails: Mutex<Vec<Mail>>,
    arrived: Notify,
    faults: Mutex<VecDeque<MailFault>>,
    clock: Clock,
}

/// A running mailbox; closes when dropped.
pub struct Mailbox {
    inner: Arc<Inner>,
    smtp: SocketAddr,
    web: Server,
    stop: CancellationToken,
}

impl std::fmt::Debug for Mailbox {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Mailbox").field("smtp", &self.smtp).finish_non_exhaustive()
    }
}

impl Mailbox {
    /// Starts SMTP and page on 127.0.0.1.
    ///
    /// # Errors
    /// When a port is taken.
    pub async fn start(options: MailboxOptions) -> anyhow::Result<Self> {
        let inner = Arc::new(Inner { clock: options.clock.clone(), ..Inner::default() });
        let listener = TcpListener::bind(("127.0.0.1", options.smtp_port)).await?;
        let smtp = listener.local_addr()?;
        let stop = CancellationToken::new();
        tokio::spawn(stop.clone().run_until_cancelled_owned(smtp::serve(listener, inner.clone(), stop.clone())));
        let gate = Gate { calls: Default::default(), faults: Default::default(), clock: options.clock, expire_tokens: None };
        let web = Server::start(options.web_port, web::router(inner.clone()), gate).await?;
        Ok(Self { inner, smtp, web, stop })
    }

    /// `SMTP_URL`
    #[must_use]
    pub fn smtp_url(&self) -> String {
        format!("smtp://{}", self.smtp)
    }

    /// Where the mails can be read in a browser.
    #[must_use]
    pub fn web_url(&self) -> String {
        self.web.url()
    }

    /// Every mail, oldest first.
    #[must_use]
    pub fn messages(&self) -> Vec<Mail> {
        lock(&self.inner.mails).clone()
    }

    /// The mails to this address, oldest first.
    #[must_use]
    pub fn messages_to(&self, address: &str) -> Vec<Mail> {
        self.messages().into_iter().filter(|mail| mail.is_to(address)).collect()
    }

    /// Waits for a mail to `to` that fits, one that is there already included; `None` when there is none in time.
    pub async fn wait_for(&self, to: &str, fits: impl Fn(&Mail) -> bool, timeout: Duration) -> Option<Mail> {
        let found = async {
            loop {
                let arrived = self.inner.arrived.notified();
                tokio::pin!(arrived);
                // Registered before the look, or a mail between the two would be missed.
                arrived.as_mut().enable();
                if let Some(mail) = self.messages_to(to).into_iter().find(|mail| fits(mail)) {
                    return mail;
                }
                arrived.await;
            }
        };
        tokio::time::timeout(timeout, found).await.ok()
    }

    /// Forgets every mail.
    pub fn clear(&self) {
        lock(&self.inner.mails).clear();
    }

    /// Lets this befall the next mail that no earlier order befalls.
    pub fn fail_next(&self, fault: MailFault) {
        lock(&self.inner.faults).push_back(fault);
    }

    /// Takes no more mail and shows no more pages.
    pub fn stop(&self) {
        self.stop.cancel();
        self.web.stop();
    }
}

impl Drop for Mailbox {
    fn drop(&mut self) {
        self.stop.cancel();
    }
}
