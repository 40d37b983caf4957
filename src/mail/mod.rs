//! The mail server's door. It sends one letter and says whether that may be tried again; it decides nothing and stores nothing.

use std::time::{Duration, SystemTime};

use chrono::{DateTime, Utc};
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Attachment, Mailbox, MultiPart, SinglePart};
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use secrecy::{ExposeSecret, SecretString};
use thiserror::Error;
use uuid::Uuid;

use crate::domain::email::EmailAddress;

pub mod messages;
pub mod notices;
pub mod purchases;
mod shop;

/// For one command of the conversation with the mail server.
const COMMAND_TIMEOUT: Duration = Duration::from_secs(15);
/// For the whole conversation, however slowly the server drips.
const SEND_TIMEOUT: Duration = Duration::from_secs(60);

/// A letter was not sent. Says nothing of its address or content, nor of the server's text, which may repeat them.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum MailError {
    /// The server said no for good, or the address cannot be written: asking again will not help.
    #[error("the mail was refused for good ({0})")]
    Refused(String),
    /// Not now: no connection, a time-out, a temporary no.
    #[error("the mail could not be sent now ({0})")]
    Later(String),
    /// `SMTP_URL` or an address of the settings cannot be used.
    #[error("the mail settings cannot be used ({0})")]
    Settings(String),
}

/// A letter, ready to be sent.
#[derive(Clone)]
pub struct Letter {
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

impl std::fmt::Debug for Letter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Letter(***, {} pictures)", self.pictures.len())
    }
}

/// The door. Cheap to clone; keeps its connections for the next letter.
#[derive(Clone)]
pub struct Mailer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    reply_to: Mailbox,
}

impl std::fmt::Debug for Mailer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Mailer")
    }
}

impl Mailer {
    /// `smtp_url` is `smtp://host:port` (plain), `smtps://…` or `smtp://user:password@host?tls=required`; answers go to `reply_to`.
    ///
    /// # Errors
    /// [`MailError::Settings`], naming the setting and never its value.
    pub fn new(smtp_url: &SecretString, from: &str, reply_to: &str) -> Result<Self, MailError> {
        let bad = |setting: &str| MailError::Settings(setting.to_owned());
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(smtp_url.expose_secret())
            .map_err(|_| bad("SMTP_URL"))?
            .timeout(Some(COMMAND_TIMEOUT))
            .build();
        Ok(Self {
            transport,
            from: from.parse().map_err(|_| bad("MAIL_FROM"))?,
            reply_to: reply_to.parse().map_err(|_| bad("[shop] support_email"))?,
        })
    }

    /// Sends a letter. The same `id` gives the same Message-ID, so that a letter sent twice can be told to be one.
    ///
    /// # Errors
    /// [`MailError::Refused`] for good, [`MailError::Later`] otherwise.
    pub async fn send(&self, id: Uuid, letter: &Letter, now: DateTime<Utc>) -> Result<(), MailError> {
        let message = self.message(id, letter, now)?;
        match tokio::time::timeout(SEND_TIMEOUT, self.transport.send(message)).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) => Err(sorted(&error)),
            Err(_) => Err(MailError::Later("time-out".to_owned())),
        }
    }

    /// Whether the mail server answers; for `doctor`.
    ///
    /// # Errors
    /// [`MailError::Later`], or [`MailError::Refused`] when it does not let us in.
    pub async fn check(&self) -> Result<(), MailError> {
        match tokio::time::timeout(COMMAND_TIMEOUT, self.transport.test_connection()).await {
            Ok(Ok(true)) => Ok(()),
            Ok(Ok(false)) => Err(MailError::Later("the server hung up".to_owned())),
            Ok(Err(error)) => Err(sorted(&error)),
            Err(_) => Err(MailError::Later("time-out".to_owned())),
        }
    }

    fn message(&self, id: Uuid, letter: &Letter, now: DateTime<Utc>) -> Result<Message, MailError> {
        let refused = |what: &str| MailError::Refused(what.to_owned());
        let to: Mailbox = letter.to.expose().parse().map_err(|_| refused("the address cannot be written"))?;
        let mut html = MultiPart::related().singlepart(SinglePart::html(letter.html.clone()));
        for (cid, png) in &letter.pictures {
            let kind = ContentType::parse("image/png").map_err(|_| refused("no picture"))?;
            html = html.singlepart(Attachment::new_inline(cid.clone()).body(png.clone(), kind));
        }
        let automatic = HeaderValue::new(HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated".to_owned());
        Message::builder()
            .from(self.from.clone())
            .reply_to(self.reply_to.clone())
            .to(to)
            .subject(letter.subject.clone())
            .date(SystemTime::from(now))
            .message_id(Some(format!("<{id}@{}>", self.from.email.domain())))
            .raw_header(automatic)
            .multipart(MultiPart::alternative().singlepart(SinglePart::plain(letter.text.clone())).multipart(html))
            .map_err(|_| refused("the letter cannot be written"))
    }
}

fn sorted(error: &lettre::transport::smtp::Error) -> MailError {
    let code = error.status().map_or_else(|| "no reply".to_owned(), |code| format!("reply {code}"));
    // 530 to 538 say that *we* are not let in: wrong or changed credentials, which the owner can mend while the mail waits.
    let ours = error.status().is_some_and(|code| (530..=538).contains(&u16::from(code)));
    if error.is_permanent() && !ours { MailError::Refused(code) } else { MailError::Later(code) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use mail_parser::{MessageParser, MimeHeaders};

    fn letter() -> Letter {
        Letter {
            to: EmailAddress::parse("ada@example.com").unwrap(),
            subject: "Your eSIM is ready – Japan".into(),
            text: "text part".into(),
            html: "<p>html part <img src=\"cid:esim-1\"></p>".into(),
            pictures: vec![("esim-1".into(), vec![1, 2, 3])],
        }
    }

    fn mailer() -> Mailer {
        Mailer::new(&"smtp://localhost:2525".to_owned().into(), "Layover <esim@shop.example>", "help@shop.example").unwrap()
    }

    #[tokio::test]
    async fn a_letter_is_text_and_html_with_its_picture_inside() {
        let now = "2026-11-23T10:02:15Z".parse().unwrap();
        let id = Uuid::nil();
        let raw = mailer().message(id, &letter(), now).unwrap().formatted();
        let read = MessageParser::new().parse(&raw).unwrap();
        assert_eq!(read.subject(), Some("Your eSIM is ready – Japan"));
        assert_eq!(read.message_id(), Some("00000000-0000-0000-0000-000000000000@shop.example"));
        assert_eq!(read.header("Auto-Submitted").unwrap().as_text(), Some("auto-generated"));
        assert_eq!(read.reply_to().unwrap().first().unwrap().address(), Some("help@shop.example"));
        assert_eq!(read.body_text(0).unwrap().trim(), "text part");
        assert!(read.body_html(0).unwrap().contains("cid:esim-1"));
        let picture = read.attachment(0).unwrap();
        assert_eq!((picture.content_id(), picture.contents()), (Some("esim-1"), &[1_u8, 2, 3][..]));
        assert!(String::from_utf8_lossy(&raw).contains("multipart/alternative"));
    }

    #[tokio::test]
    async fn settings_are_named_and_not_repeated() {
        let error = Mailer::new(&"gopher://user:hunter2@mail".to_owned().into(), "esim@shop.example", "help@shop.example").unwrap_err();
        assert_eq!(error, MailError::Settings("SMTP_URL".into()));
    }

    #[tokio::test]
    async fn nobody_listening_is_worth_another_try() {
        let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let mailer = Mailer::new(&format!("smtp://{closed}").into(), "esim@shop.example", "help@shop.example").unwrap();
        let error = mailer.send(Uuid::nil(), &letter(), "2026-11-23T10:02:15Z".parse().unwrap()).await.unwrap_err();
        assert!(matches!(error, MailError::Later(_)));
    }

    /// A mail server that answers every recipient with `reply`.
    async fn server(reply: &'static str) -> Mailer {
        use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("smtp://{}", listener.local_addr().unwrap());
        tokio::spawn(async move {
            let (stream, _) = listener.accept().await.unwrap();
            let (read, mut write) = stream.into_split();
            let mut lines = BufReader::new(read).lines();
            write.write_all(b"220 ready\r\n").await.unwrap();
            while let Ok(Some(line)) = lines.next_line().await {
                let answer = if line.starts_with("RCPT") { reply } else { "250 fine" };
                write.write_all(format!("{answer}\r\n").as_bytes()).await.unwrap();
            }
        });
        Mailer::new(&url.into(), "esim@shop.example", "help@shop.example").unwrap()
    }

    #[tokio::test]
    async fn a_no_for_good_is_told_from_a_no_for_now_and_repeats_nobodys_address() {
        let now = "2026-11-23T10:02:15Z".parse().unwrap();
        let gone = server("550 5.1.1 ada@example.com unknown").await.send(Uuid::nil(), &letter(), now).await.unwrap_err();
        assert_eq!(gone, MailError::Refused("reply 550".into()));
        let full = server("452 4.2.2 mailbox full").await.send(Uuid::nil(), &letter(), now).await.unwrap_err();
        assert_eq!(full, MailError::Later("reply 452".into()));
        let ours = server("530 5.7.0 authentication required").await.send(Uuid::nil(), &letter(), now).await.unwrap_err();
        assert_eq!(ours, MailError::Later("reply 530".into()));
    }
}
