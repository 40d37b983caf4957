//! A mail as it was received, taken apart. No network.

use chrono::{DateTime, Utc};
use mail_parser::{MessageParser, MimeHeaders};

/// One received mail.
#[derive(Debug, Clone)]
pub struct Mail {
    /// 1 for the first.
    pub number: usize,
    pub at: DateTime<Utc>,
    /// The envelope's sender.
    pub from: String,
    /// The envelope's recipients.
    pub to: Vec<String>,
    pub subject: String,
    /// The text part; empty when there is none.
    pub text: String,
    /// The HTML part as sent (`cid:` links not resolved); empty when there is none.
    pub html: String,
    /// Attachments and inline pictures.
    pub attachments: Vec<Attachment>,
    /// The value of `Message-ID`, without brackets.
    pub message_id: Option<String>,
    /// The whole mail as sent, dots unstuffed.
    pub raw: Vec<u8>,
}

/// A part that is not the mail's own text.
#[derive(Debug, Clone)]
pub struct Attachment {
    /// The file name; empty when there is none.
    pub name: String,
    /// `image/png`
    pub content_type: String,
    /// The `Content-ID`, without brackets.
    pub cid: Option<String>,
    pub bytes: Vec<u8>,
}

impl Mail {
    /// Takes `raw` apart.
    pub(super) fn parse(
        number: usize,
        at: DateTime<Utc>,
        from: String,
        to: Vec<String>,
        raw: Vec<u8>,
    ) -> Self {
        let mut mail = Self {
            number,
            at,
            from,
            to,
            subject: String::new(),
            text: String::new(),
            html: String::new(),
            attachments: Vec::new(),
            message_id: None,
            raw,
        };
        if let Some(parsed) = MessageParser::default().parse(&mail.raw) {
            mail.subject = parsed.subject().unwrap_or_default().to_owned();
            mail.message_id = parsed.message_id().map(str::to_owned);
            // Only parts that were sent: the parser would otherwise make text of HTML and the
            // reverse.
            mail.text = parsed
                .text_part(0)
                .filter(|part| part.is_text())
                .and_then(|part| part.text_contents())
                .unwrap_or_default()
                .to_owned();
            mail.html = parsed
                .html_part(0)
                .filter(|part| part.is_text_html())
                .and_then(|part| part.text_contents())
                .unwrap_or_default()
                .to_owned();
            mail.attachments = parsed.attachments().map(attachment).collect();
        }
        mail
    }

    /// Whether it went to this address (letters' case does not matter).
    #[must_use]
    pub fn is_to(&self, address: &str) -> bool {
        self.to.iter().any(|to| to.eq_ignore_ascii_case(address))
    }

    /// The attachment with this `Content-ID`.
    #[must_use]
    pub fn inline(&self, cid: &str) -> Option<&Attachment> {
        self.attachments
            .iter()
            .find(|attachment| attachment.cid.as_deref() == Some(cid))
    }
}

fn attachment(part: &mail_parser::MessagePart<'_>) -> Attachment {
    let content_type = part.content_type().map_or_else(
        || "application/octet-stream".to_owned(),
        |kind| {
            kind.subtype().map_or_else(
                || kind.ctype().to_owned(),
                |subtype| format!("{}/{subtype}", kind.ctype()),
            )
        },
    );
    Attachment {
        name: part.attachment_name().unwrap_or_default().to_owned(),
        content_type,
        cid: part
            .content_id()
            .map(|cid| cid.trim_matches(['<', '>']).to_owned()),
        bytes: part.contents().to_vec(),
    }
}
