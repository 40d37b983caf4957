//! Why a mail did not leave: at which step of the conversation with the mail server, and whose
//! fault it is. Pure.

use std::fmt;

use chrono::{DateTime, TimeDelta, Utc};

/// A step of the conversation, as an owner finds it in a mail server's log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step {
    /// The network.
    Connect,
    /// Encryption.
    Tls,
    /// The greeting and our name.
    Ehlo,
    /// Our user and password.
    Auth,
    /// Our sender.
    MailFrom,
    /// The recipient.
    RcptTo,
    /// Before the letter.
    Data,
    /// After the letter.
    Letter,
    /// Nothing is sent after all.
    Rset,
}

impl Step {
    /// Every step.
    pub const ALL: [Self; 9] = [
        Self::Connect,
        Self::Tls,
        Self::Ehlo,
        Self::Auth,
        Self::MailFrom,
        Self::RcptTo,
        Self::Data,
        Self::Letter,
        Self::Rset,
    ];

    /// Reads a stored one.
    pub fn read(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.as_str() == text)
    }

    /// As stored and told.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Connect => "connect",
            Self::Tls => "TLS",
            Self::Ehlo => "EHLO",
            Self::Auth => "AUTH",
            Self::MailFrom => "MAIL FROM",
            Self::RcptTo => "RCPT TO",
            Self::Data => "DATA",
            Self::Letter => "after DATA",
            Self::Rset => "RSET",
        }
    }

    /// What the owner does about a fault of this step.
    pub fn mend(self) -> &'static str {
        match self {
            Self::Connect => {
                "check host and port in SMTP_URL, and that this machine may reach them"
            }
            Self::Tls => {
                "use smtps://, or a server that offers STARTTLS with a certificate for its name; \
                 ?tls=none sends passwords and codes in the clear"
            }
            Self::Ehlo => {
                "the server does not take this machine or its name, which is PUBLIC_URL's host: \
                 ask your mail provider"
            }
            Self::Auth => "check user and password in SMTP_URL",
            Self::MailFrom => "set MAIL_FROM to an address that this server may send for",
            Self::RcptTo => {
                "check user and password in SMTP_URL, and ask your mail provider to relay for it"
            }
            Self::Data | Self::Letter | Self::Rset => {
                "verify MAIL_FROM or its domain with your mail provider, and ask what it holds \
                 against the letter"
            }
        }
    }
}

/// Whose fault it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Blame {
    /// The recipient's address: final.
    Recipient,
    /// The owner's settings or standing with the mail provider: tried again while it is mended.
    Owner,
    /// Nobody's for long: tried again.
    Passing,
}

impl Blame {
    /// As stored.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Recipient => "recipient",
            Self::Owner => "owner",
            Self::Passing => "passing",
        }
    }
}

/// A mail was not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct MailFault {
    /// Where.
    pub step: Step,
    /// Whose fault.
    pub blame: Blame,
    /// What the server said, or what else happened; without an address.
    pub said: String,
}

impl fmt::Display for MailFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "at {}: {}", self.step.as_str(), self.said)
    }
}

impl MailFault {
    /// What a reply means that was not a yes; `code` is none when there was none that could be
    /// read.
    pub fn of(step: Step, code: Option<u16>, said: String) -> Self {
        Self {
            step,
            blame: blame(step, code, &said),
            said,
        }
    }
}

fn blame(step: Step, code: Option<u16>, said: &str) -> Blame {
    let Some(code) = code else {
        return if matches!(step, Step::Tls | Step::Auth) {
            Blame::Owner
        } else {
            Blame::Passing
        };
    };
    if code < 500 {
        return Blame::Passing;
    }
    match (step, enhanced(said)) {
        // 5.1.7 and 5.1.8 speak of the sender, though many servers look at it only here.
        (Step::RcptTo | Step::Letter, Some((1, 7 | 8))) => Blame::Owner,
        (Step::RcptTo, Some((1, _) | (2, 1))) => Blame::Recipient,
        // Some servers ask for the mailbox only when they have the letter.
        (Step::Letter, Some((1, 1 | 2 | 3 | 6 | 10))) => Blame::Recipient,
        (Step::RcptTo | Step::Letter, Some((2, 2))) => Blame::Passing,
        (Step::RcptTo, None) if code != 554 && speaks_of_no_mailbox(said) => Blame::Recipient,
        _ => Blame::Owner,
    }
}

/// The second and third figure of an enhanced status code (RFC 3463) such as `5.1.1`, right behind
/// the reply's own code.
fn enhanced(said: &str) -> Option<(u16, u16)> {
    let word = said
        .split_whitespace()
        .find(|word| word.parse::<u16>().is_err())?;
    let mut figures = word
        .trim_start_matches('#')
        .trim_end_matches([':', ',', ';'])
        .split('.');
    let (class, subject, detail) = (figures.next()?, figures.next()?, figures.next()?);
    let known = matches!(class, "4" | "5") && figures.next().is_none();
    known.then_some((subject.parse().ok()?, detail.parse().ok()?))
}

/// A server without enhanced codes says it in words. Whoever speaks of relaying, policy or a log-in
/// speaks of us.
fn speaks_of_no_mailbox(said: &str) -> bool {
    let said = said.to_lowercase();
    let ours = [
        "relay",
        "auth",
        "login",
        "policy",
        "spam",
        "blocked",
        "blacklist",
        "denied",
        "sender",
        "verif",
        "sandbox",
    ];
    let theirs = [
        "no such",
        "unknown",
        "does not exist",
        "doesn't exist",
        "not exist",
        "not found",
        "no mailbox",
        "invalid recipient",
    ];
    !ours.iter().any(|word| said.contains(word)) && theirs.iter().any(|word| said.contains(word))
}

/// The most that is kept of a server's sentence.
const MOST: usize = 300;

/// A server's sentence as it may be stored and told: one line, no address, nothing of `secrets`.
pub fn told(said: &str, secrets: &[&str]) -> String {
    let mut text: String = said
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    for secret in secrets.iter().filter(|secret| secret.len() > 3) {
        text = text.replace(secret, "…");
    }
    let words = text
        .split_whitespace()
        .map(|word| if word.contains('@') { "…" } else { word });
    let text = words.collect::<Vec<_>>().join(" ");
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

/// How long a mail is tried.
pub const PATIENCE: TimeDelta = TimeDelta::hours(72);

/// When a mail that was first tried at `first` is tried again; none when it has been tried for long
/// enough. The pauses double, from half a minute to four hours.
pub fn next_try(first: DateTime<Utc>, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let pause = (now - first).clamp(TimeDelta::seconds(30), TimeDelta::hours(4));
    (now - first < PATIENCE).then(|| now + pause)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(step: Step, reply: &str) -> Blame {
        MailFault::of(
            step,
            reply.get(..3).and_then(|code| code.parse().ok()),
            reply.to_owned(),
        )
        .blame
    }

    #[test]
    fn whose_fault_it_is_follows_from_step_and_code() {
        for (step, reply, blame) in [
            (Step::RcptTo, "550 5.1.1 no such mailbox", Blame::Recipient),
            (
                Step::RcptTo,
                "550 #5.1.0 Address rejected.",
                Blame::Recipient,
            ),
            (Step::RcptTo, "556 5.1.10 null MX", Blame::Recipient),
            (
                Step::RcptTo,
                "550 5.2.1 the mailbox is disabled",
                Blame::Recipient,
            ),
            (Step::RcptTo, "550 No such user here", Blame::Recipient),
            (Step::Letter, "550 5.1.1 unknown", Blame::Recipient),
            (Step::RcptTo, "552 5.2.2 over quota", Blame::Passing),
            (Step::RcptTo, "451 4.7.1 greylisted", Blame::Passing),
            (Step::Connect, "connection refused", Blame::Passing),
            (Step::Letter, "hung up", Blame::Passing),
            (Step::Auth, "454 4.7.0 temporary", Blame::Passing),
            (
                Step::RcptTo,
                "553 5.1.8 sender's domain not found",
                Blame::Owner,
            ),
            (Step::RcptTo, "554 5.7.1 relay access denied", Blame::Owner),
            (
                Step::RcptTo,
                "550 relaying denied, user unknown",
                Blame::Owner,
            ),
            (Step::RcptTo, "554 no such user", Blame::Owner),
            (Step::RcptTo, "550 refused", Blame::Owner),
            (
                Step::Letter,
                "554 Message rejected: the address is not verified",
                Blame::Owner,
            ),
            (Step::MailFrom, "550 5.7.1 not yours", Blame::Owner),
            (Step::MailFrom, "550 5.1.1 no such mailbox", Blame::Owner),
            (
                Step::Ehlo,
                "504 5.5.2 need a fully-qualified hostname",
                Blame::Owner,
            ),
            (Step::Auth, "535 5.7.8 wrong password", Blame::Owner),
            (Step::Auth, "no mechanism", Blame::Owner),
            (Step::Tls, "unknown issuer", Blame::Owner),
            (Step::Data, "503 5.5.1 not now", Blame::Owner),
        ] {
            assert_eq!(judged(step, reply), blame, "{step:?} {reply}");
        }
    }

    #[test]
    fn a_sentence_is_told_without_addresses_and_secrets() {
        let said = "550 5.1.1 <ada@example.com>:\r\n mailbox of ada@example.com unknown; user \
                    hunter22 \u{7}";
        assert_eq!(
            told(said, &["hunter22"]),
            "550 5.1.1 … mailbox of … unknown; user …"
        );
        assert_eq!(told(&"é".repeat(400), &[]).chars().count(), MOST + 1);
    }

    #[test]
    fn the_pauses_grow_and_end_after_three_days() {
        let first: DateTime<Utc> = "2026-11-23T10:00:00Z".parse().unwrap();
        let (mut now, mut tries, mut before) = (first, 1, TimeDelta::zero());
        while let Some(next) = next_try(first, now) {
            assert!(
                next - now >= before.min(TimeDelta::hours(4)),
                "a pause shrank"
            );
            (before, now, tries) = (next - now, next, tries + 1);
        }
        assert_eq!(next_try(first, first), Some(first + TimeDelta::seconds(30)));
        assert!(
            now - first >= PATIENCE && now - first < TimeDelta::hours(77),
            "{now}"
        );
        assert!((25..35).contains(&tries), "{tries}");
    }
}
