//! The conversation with the mail server, step by step, so that a fault names its step and repeats
//! the server's own sentence.

use std::error::Error as _;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use lettre::Address;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{AsyncSmtpConnection, Certificate, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt, Rset};
use lettre::transport::smtp::extension::{ClientId, Extension, MailBodyParameter, MailParameter};
use secrecy::ExposeSecret;
use tokio::time::{Instant, timeout, timeout_at};
use url::{Host, Url};

use crate::config::smtp::{Smtp, Tls};
use domain::mail_fault::{Blame, MailFault, Step, told};

/// For one command of the conversation.
const COMMAND_TIMEOUT: Duration = Duration::from_secs(15);
/// For the answer to a whole letter, which some servers examine first.
const LETTER_TIMEOUT: Duration = Duration::from_secs(45);
/// For all of it, however slowly the server drips.
const SEND_TIMEOUT: Duration = Duration::from_secs(60);
/// For leaving.
const GOODBYE_TIMEOUT: Duration = Duration::from_secs(2);
/// For a sign of life of a connection that waited: a server that lives gives it at once.
const ALIVE_TIMEOUT: Duration = Duration::from_secs(2);
/// How long a connection waits for the next letter, and how many may.
const IDLE: Duration = Duration::from_secs(30);
const MOST_IDLE: usize = 4;

/// A letter as it goes over the line.
#[derive(Debug)]
pub(super) struct Parcel<'a> {
    pub from: &'a Address,
    pub to: &'a Address,
    pub bytes: &'a [u8],
}

struct Waiting {
    line: AsyncSmtpConnection,
    since: Instant,
}

/// The server and the connections to it that wait for the next letter.
#[derive(Clone)]
pub(super) struct Server {
    settings: Smtp,
    hello: ClientId,
    /// Whom to believe besides those that everybody believes.
    roots: Vec<Certificate>,
    idle: Arc<Mutex<Vec<Waiting>>>,
}

impl Server {
    /// We call ourselves by the shop's public name: a container's own is nobody's, and many servers
    /// refuse it.
    pub fn new(settings: Smtp, public_url: &Url) -> Self {
        let hello = match public_url.host() {
            Some(Host::Ipv4(ip)) => ClientId::Ipv4(ip),
            Some(Host::Ipv6(ip)) => ClientId::Ipv6(ip),
            Some(Host::Domain(name)) => ClientId::Domain(name.to_owned()),
            None => ClientId::Domain("localhost".to_owned()),
        };
        Self {
            settings,
            hello,
            roots: Vec::new(),
            idle: Arc::default(),
        }
    }

    /// Hands a letter over. The connection is kept for the next one.
    pub async fn send(&self, parcel: &Parcel<'_>) -> Result<(), MailFault> {
        let end = Instant::now() + SEND_TIMEOUT;
        let mut line = match self.kept().await {
            Some(line) => line,
            None => self.connect(end).await?,
        };
        match self.hand_over(&mut line, parcel, end).await {
            Ok(()) => {
                self.keep(line);
                Ok(())
            }
            Err(fault) => {
                leave(line).await;
                Err(fault)
            }
        }
    }

    /// Every step but the letter, on a fresh connection: what went well, until the first fault.
    pub async fn walk(&self, from: &Address, to: &Address) -> (Vec<Step>, Option<MailFault>) {
        let (mut went, end) = (Vec::new(), Instant::now() + SEND_TIMEOUT);
        let mut line = match self.connect(end).await {
            Ok(line) => line,
            Err(fault) => return (went, Some(fault)),
        };
        went.push(Step::Ehlo);
        if self.settings.tls != Tls::Without {
            went.push(Step::Tls);
        }
        if self.settings.credentials.is_some() {
            went.push(Step::Auth);
        }
        let mut fault = self
            .command(
                &mut line,
                Step::MailFrom,
                Mail::new(Some(from.clone()), Vec::new()),
                (to, end),
            )
            .await
            .err();
        if fault.is_none() {
            went.push(Step::MailFrom);
            fault = self
                .command(
                    &mut line,
                    Step::RcptTo,
                    Rcpt::new(to.clone(), Vec::new()),
                    (to, end),
                )
                .await
                .err();
        }
        if fault.is_none() {
            went.push(Step::RcptTo);
            fault = self
                .command(&mut line, Step::Rset, Rset, (to, end))
                .await
                .err();
        }
        if fault.is_none() {
            went.push(Step::Rset);
        }
        leave(line).await;
        (went, fault)
    }

    fn tls_parameters(&self) -> Result<TlsParameters, MailFault> {
        let named = TlsParameters::builder(self.settings.host.clone());
        self.roots
            .iter()
            .fold(named, |all, root| all.add_root_certificate(root.clone()))
            .build()
            .map_err(|error| self.fault(Step::Tls, &error, None))
    }

    async fn log_in(
        &self,
        line: &mut AsyncSmtpConnection,
        credentials: &Credentials,
        end: Instant,
    ) -> Result<(), MailFault> {
        timeout_at(
            soon(COMMAND_TIMEOUT, end),
            line.auth(DEFAULT_MECHANISMS, credentials),
        )
        .await
        .map_err(|_| silent(Step::Auth))?
        .map(drop)
        .map_err(|error| self.fault(Step::Auth, &error, None))
    }

    async fn connect(&self, end: Instant) -> Result<AsyncSmtpConnection, MailFault> {
        let Smtp {
            host,
            port,
            tls,
            credentials,
        } = &self.settings;
        let wrapped = if *tls == Tls::FromTheStart {
            Some(self.tls_parameters()?)
        } else {
            None
        };
        let from_the_start = wrapped.is_some();
        let opening = AsyncSmtpConnection::connect_tokio1(
            (host.as_str(), *port),
            Some(COMMAND_TIMEOUT),
            &self.hello,
            wrapped,
            None,
        );
        let opened = timeout_at(soon(COMMAND_TIMEOUT, end), opening)
            .await
            .map_err(|_| silent(Step::Connect))?;
        let mut line = opened
            .map_err(|error| self.fault(opening_step(&error, from_the_start), &error, None))?;
        if *tls == Tls::Demanded {
            if !line.can_starttls() {
                leave(line).await;
                let said = "the server offers no STARTTLS, so nothing was sent".to_owned();
                return Err(MailFault {
                    step: Step::Tls,
                    blame: Blame::Owner,
                    said,
                });
            }
            let upgraded = timeout_at(
                soon(COMMAND_TIMEOUT, end),
                line.starttls(self.tls_parameters()?, &self.hello),
            )
            .await
            .map_err(|_| silent(Step::Tls))?;
            upgraded.map_err(|error| self.fault(Step::Tls, &error, None))?;
        }
        if let Some((user, password)) = credentials {
            let credentials = Credentials::new(user.clone(), password.expose_secret().to_owned());
            if let Err(fault) = self.log_in(&mut line, &credentials, end).await {
                leave(line).await;
                return Err(fault);
            }
        }
        Ok(line)
    }

    async fn hand_over(
        &self,
        line: &mut AsyncSmtpConnection,
        parcel: &Parcel<'_>,
        end: Instant,
    ) -> Result<(), MailFault> {
        let mut parameters = Vec::new();
        let (ours, theirs) = (!parcel.from.user().is_ascii(), !parcel.to.user().is_ascii());
        if ours || theirs {
            if !line.server_info().supports_feature(Extension::SmtpUtfEight) {
                let (step, blame) = if ours {
                    (Step::MailFrom, Blame::Owner)
                } else {
                    (Step::RcptTo, Blame::Recipient)
                };
                let said =
                    "the mail server takes no address with letters beyond a to z (it has no \
                     SMTPUTF8)"
                        .to_owned();
                return Err(MailFault { step, blame, said });
            }
            parameters.push(MailParameter::SmtpUtfEight);
        }
        if !parcel.bytes.is_ascii() {
            parameters.push(MailParameter::Body(MailBodyParameter::EightBitMime));
        }
        let to = parcel.to;
        self.command(
            line,
            Step::MailFrom,
            Mail::new(Some(parcel.from.clone()), parameters),
            (to, end),
        )
        .await?;
        self.command(
            line,
            Step::RcptTo,
            Rcpt::new(to.clone(), Vec::new()),
            (to, end),
        )
        .await?;
        self.command(line, Step::Data, Data, (to, end)).await?;
        let taken = timeout_at(soon(LETTER_TIMEOUT, end), line.message(parcel.bytes))
            .await
            .map_err(|_| silent(Step::Letter))?;
        taken
            .map(drop)
            .map_err(|error| self.fault(Step::Letter, &error, Some(to)))
    }

    async fn command(
        &self,
        line: &mut AsyncSmtpConnection,
        step: Step,
        command: impl std::fmt::Display,
        (to, end): (&Address, Instant),
    ) -> Result<(), MailFault> {
        let answer = timeout_at(soon(COMMAND_TIMEOUT, end), line.command(command))
            .await
            .map_err(|_| silent(step))?;
        answer
            .map(drop)
            .map_err(|error| self.fault(step, &error, Some(to)))
    }

    fn fault(&self, step: Step, error: &Error, to: Option<&Address>) -> MailFault {
        let code = error.status().map(u16::from);
        let words = error
            .source()
            .map_or_else(|| error.to_string(), ToString::to_string);
        let said = code.map_or_else(|| words.clone(), |code| format!("{code} {words}"));
        let (user, password) = match &self.settings.credentials {
            Some((user, password)) => (user.as_str(), password.expose_secret()),
            None => ("", ""),
        };
        let mailbox = to.map_or("", |to| to.user());
        MailFault::of(step, code, told(&said, &[password, user, mailbox]))
    }

    /// A connection that waited and still answers. Where one is silent, the others are not tried
    /// one after the other: they are dropped.
    async fn kept(&self) -> Option<AsyncSmtpConnection> {
        loop {
            let waited = self
                .idle
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .pop()?;
            let mut line = waited.line;
            if waited.since.elapsed() >= IDLE {
                continue;
            }
            match timeout(ALIVE_TIMEOUT, line.test_connected()).await {
                Ok(true) => return Some(line),
                Ok(false) => {}
                Err(_silent) => {
                    self.idle
                        .lock()
                        .unwrap_or_else(PoisonError::into_inner)
                        .clear();
                    return None;
                }
            }
        }
    }

    fn keep(&self, line: AsyncSmtpConnection) {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        idle.retain(|waiting| waiting.since.elapsed() < IDLE);
        if idle.len() < MOST_IDLE {
            idle.push(Waiting {
                line,
                since: Instant::now(),
            });
        }
    }
}

/// At which step an opening broke: the network, encryption from the start, or the greeting.
fn opening_step(error: &Error, from_the_start: bool) -> Step {
    if error.status().is_some() || error.is_response() {
        return Step::Ehlo;
    }
    if error.is_tls() {
        return Step::Tls;
    }
    let network = error
        .source()
        .and_then(|source| source.downcast_ref::<std::io::Error>());
    // A certificate that does not fit comes as data that is not valid.
    let broken = network.is_some_and(|error| {
        matches!(
            error.kind(),
            std::io::ErrorKind::InvalidData | std::io::ErrorKind::UnexpectedEof
        )
    });
    if from_the_start && broken {
        Step::Tls
    } else {
        Step::Connect
    }
}

/// When a step must have ended.
fn soon(most: Duration, end: Instant) -> Instant {
    end.min(Instant::now() + most)
}

fn silent(step: Step) -> MailFault {
    MailFault::of(step, None, "no answer in time".to_owned())
}

async fn leave(mut line: AsyncSmtpConnection) {
    // Whether it says goodbye is all the same.
    let _ = timeout(GOODBYE_TIMEOUT, line.abort()).await;
}

#[cfg(test)]
mod tests;
