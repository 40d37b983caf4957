//! A mail server that delivers to memory: SMTP in, a page and JSON out. Nothing ever leaves the
//! machine.

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
    /// The line breaks after the mail was sent and before it was acknowledged; `kept`: the mail is
    /// there all the same.
    Break { kept: bool },
    /// The acknowledgement comes after this long.
    Delay(Duration),
    /// This command (`EHLO`, `AUTH`, `MAIL`, `RCPT`, `DATA`; `.` for the end of the mail) is
    /// answered so.
    Answer {
        to: &'static str,
        code: u16,
        text: String,
    },
}

/// What the server says it can do unless told otherwise.
const EXTENSIONS: [&str; 4] = ["8BITMIME", "SMTPUTF8", "PIPELINING", "SIZE 26214400"];

/// What the servers share.
#[derive(Default)]
struct Inner {
    mails: Mutex<Vec<Mail>>,
    arrived: Notify,
    faults: Mutex<VecDeque<MailFault>>,
    /// Befalls every mail until it is taken away.
    standing: Mutex<Option<MailFault>>,
    extensions: Mutex<Vec<String>>,
    clock: Clock,
}

impl Inner {
    /// The ordered answer to this command, if the next fault in line is one, or the standing one.
    fn answer(&self, command: &str) -> Option<String> {
        let fits = |fault: &MailFault| match fault {
            MailFault::Answer { to, code, text } if *to == command => {
                Some(format!("{code} {text}"))
            }
            MailFault::Refuse { code, text } if command == "RCPT" => Some(format!("{code} {text}")),
            _ => None,
        };
        let mut faults = lock(&self.faults);
        if let Some(answer) = faults.front().and_then(fits) {
            faults.pop_front();
            return Some(answer);
        }
        lock(&self.standing).as_ref().and_then(fits)
    }
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
        f.debug_struct("Mailbox")
            .field("smtp", &self.smtp)
            .finish_non_exhaustive()
    }
}

impl Mailbox {
    /// Starts SMTP and page on 127.0.0.1.
    ///
    /// # Errors
    /// When a port is taken.
    pub async fn start(options: MailboxOptions) -> anyhow::Result<Self> {
        let inner = Arc::new(Inner {
            clock: options.clock.clone(),
            extensions: Mutex::new(EXTENSIONS.map(str::to_owned).to_vec()),
            ..Inner::default()
        });
        let listener = TcpListener::bind(("127.0.0.1", options.smtp_port)).await?;
        let smtp = listener.local_addr()?;
        let stop = CancellationToken::new();
        tokio::spawn(stop.clone().run_until_cancelled_owned(smtp::serve(
            listener,
            inner.clone(),
            stop.clone(),
        )));
        let gate = Gate {
            calls: Default::default(),
            faults: Default::default(),
            clock: options.clock,
            expire_tokens: None,
        };
        let web = Server::start(options.web_port, web::router(inner.clone()), gate).await?;
        Ok(Self {
            inner,
            smtp,
            web,
            stop,
        })
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
        self.messages()
            .into_iter()
            .filter(|mail| mail.is_to(address))
            .collect()
    }

    /// Waits for a mail to `to` that fits, one that is there already included; `None` when there is
    /// none in time.
    pub async fn wait_for(
        &self,
        to: &str,
        fits: impl Fn(&Mail) -> bool,
        timeout: Duration,
    ) -> Option<Mail> {
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

    /// Lets this befall every mail, until [`Mailbox::be_well`].
    pub fn always(&self, fault: MailFault) {
        *lock(&self.inner.standing) = Some(fault);
    }

    /// Nothing befalls mails any more.
    pub fn be_well(&self) {
        *lock(&self.inner.standing) = None;
        lock(&self.inner.faults).clear();
    }

    /// Says that the server can do this: `STARTTLS`, `AUTH PLAIN`.
    pub fn offer(&self, extension: &str) {
        lock(&self.inner.extensions).push(extension.to_owned());
    }

    /// Says no more that it can: `SMTPUTF8`.
    pub fn withhold(&self, extension: &str) {
        lock(&self.inner.extensions).retain(|offered| offered.split(' ').next() != Some(extension));
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
