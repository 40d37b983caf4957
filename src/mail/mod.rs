//! The mail server's door. It sends one letter and says at which step it was not taken, and whose
//! fault that is; it stores nothing.

use std::time::SystemTime;

use chrono::{DateTime, Utc};
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Attachment, Mailbox, MultiPart, SinglePart};
use lettre::{Address, Message};
use secrecy::{ExposeSecret, SecretString};
use thiserror::Error;
use url::Url;
use uuid::Uuid;

use crate::config;
use domain::email::{EmailAddress, a_labels};
use domain::mail_fault::{Blame, MailFault, Step};

pub mod messages;
pub mod notices;
pub mod owner;
pub mod purchases;
mod shop;
mod smtp;
#[cfg(test)]
mod tests;
pub mod withdrawal;

use smtp::{Parcel, Server};

/// A letter was not sent. Says nothing of its address or content.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum MailError {
    /// The mail server did not take it, or could not be reached.
    #[error("the mail was not taken {0}")]
    Fault(#[from] MailFault),
    /// `SMTP_URL` or an address of the settings cannot be used.
    #[error("the mail settings cannot be used ({0})")]
    Settings(String),
}

/// A letter, ready to be sent.
#[derive(Clone)]
pub struct Email {
    /// Its recipient.
    pub to: EmailAddress,
    /// The subject line.
    pub subject: String,
    /// For readers of text.
    pub text: String,
    /// For the others.
    pub html: String,
    /// Pictures that the HTML shows: content id and PNG.
    pub pictures: Vec<(String, Vec<u8>)>,
}

impl std::fmt::Debug for Email {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Letter(***, {} pictures)", self.pictures.len())
    }
}

/// The door. Cheap to clone; keeps its connections for the next letter.
#[derive(Clone)]
pub struct Mailer {
    server: Server,
    from: Mailbox,
    reply_to: Mailbox,
}

impl std::fmt::Debug for Mailer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Mailer")
    }
}

impl Mailer {
    /// `smtp_url` as `config::smtp` reads it; answers go to `reply_to`; the host of `public_url` is
    /// who we say we are.
    ///
    /// # Errors
    /// [`MailError::Settings`], naming the setting and never its value.
    pub fn new(
        smtp_url: &SecretString,
        from: &str,
        reply_to: &str,
        public_url: &Url,
    ) -> Result<Self, MailError> {
        let bad = |setting: &str| MailError::Settings(setting.to_owned());
        let settings = config::smtp::read(smtp_url.expose_secret()).map_err(|_| bad("SMTP_URL"))?;
        Ok(Self {
            server: Server::new(settings, public_url),
            from: mailbox(from).ok_or_else(|| bad("MAIL_FROM"))?,
            reply_to: mailbox(reply_to).ok_or_else(|| bad("[shop] support_email"))?,
        })
    }

    /// Sends a letter. The same `id` gives the same Message-ID, so that a letter sent twice can be
    /// told to be one.
    ///
    /// # Errors
    /// [`MailError::Fault`]: with whose fault it is.
    pub async fn send(
        &self,
        id: Uuid,
        letter: &Email,
        now: DateTime<Utc>,
    ) -> Result<(), MailError> {
        let to = address(&letter.to)?;
        let bytes = self.message(id, letter, to.clone(), now)?.formatted();
        Ok(self
            .server
            .send(&Parcel {
                from: &self.from.email,
                to: &to,
                bytes: &bytes,
            })
            .await?)
    }

    /// Goes through the whole conversation with the mail server but for the letter, as if `to` were
    /// written to; for `doctor`. The steps that went well, and the first fault.
    pub async fn walk(&self, to: &EmailAddress) -> (Vec<Step>, Option<MailFault>) {
        match address(to) {
            Ok(to) => self.server.walk(&self.from.email, &to).await,
            Err(fault) => (Vec::new(), Some(fault)),
        }
    }

    fn message(
        &self,
        id: Uuid,
        letter: &Email,
        to: Address,
        now: DateTime<Utc>,
    ) -> Result<Message, MailError> {
        // Its mend is a release of the shop; until then it is tried.
        let refused = |what: &str| MailFault {
            step: Step::Letter,
            blame: Blame::Owner,
            said: what.to_owned(),
        };
        let mut html = MultiPart::related().singlepart(SinglePart::html(letter.html.clone()));
        for (cid, png) in &letter.pictures {
            let kind = ContentType::parse("image/png").map_err(|_| refused("no picture"))?;
            html = html.singlepart(Attachment::new_inline(cid.clone()).body(png.clone(), kind));
        }
        let automatic = HeaderValue::new(
            HeaderName::new_from_ascii_str("Auto-Submitted"),
            "auto-generated".to_owned(),
        );
        Message::builder()
            .from(self.from.clone())
            .reply_to(self.reply_to.clone())
            .to(Mailbox::new(None, to))
            .subject(letter.subject.clone())
            .date(SystemTime::from(now))
            .message_id(Some(format!("<{id}@{}>", self.from.email.domain())))
            .raw_header(automatic)
            .multipart(
                MultiPart::alternative()
                    .singlepart(SinglePart::plain(letter.text.clone()))
                    .multipart(html),
            )
            .map_err(|_| refused("the letter cannot be written").into())
    }
}

fn address(to: &EmailAddress) -> Result<Address, MailFault> {
    let (mailbox, host) = to.parts();
    Address::new(mailbox, host).map_err(|_| MailFault {
        step: Step::RcptTo,
        blame: Blame::Recipient,
        said: "the address cannot be written".to_owned(),
    })
}

/// A mailbox of the settings, its domain as DNS knows it.
fn mailbox(text: &str) -> Option<Mailbox> {
    let read: Mailbox = text.parse().ok()?;
    let email = Address::new(read.email.user(), a_labels(read.email.domain())?).ok()?;
    Some(Mailbox::new(read.name, email))
}
