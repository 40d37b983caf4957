//! A traveller's e-mail address, as one spelling; never printed whole by accident. No mail is sent from here.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

/// The text is no address that mail could be sent to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("no e-mail address")]
pub struct NotAnAddress;

/// A lower-case address. Its `Debug` is masked and it has no `Display`: an address belongs in no log and no URL.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct EmailAddress(String);

impl EmailAddress {
    /// Trims and lower-cases, and refuses what no mail server could deliver to: it judges the shape, not whether the mailbox exists.
    ///
    /// # Errors
    /// [`NotAnAddress`].
    pub fn parse(text: &str) -> Result<Self, NotAnAddress> {
        let text = text.trim().to_lowercase();
        let (mailbox, host) = text.rsplit_once('@').ok_or(NotAnAddress)?;
        let mailbox_ok = !mailbox.is_empty()
            && mailbox.len() <= 64
            && !mailbox.contains('@')
            && !mailbox.starts_with('.')
            && !mailbox.ends_with('.')
            && !mailbox.contains("..")
            && mailbox.chars().all(|c| !c.is_whitespace() && !c.is_control() && !"()<>[]:;,\\\"".contains(c));
        if mailbox_ok && is_host(host) && text.len() <= 254 { Ok(Self(text)) } else { Err(NotAnAddress) }
    }

    /// The address itself, for the mail's envelope, the database and its owner's own page.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

fn is_host(host: &str) -> bool {
    let label = |l: &str| {
        !l.is_empty() && l.len() <= 63 && !l.starts_with('-') && !l.ends_with('-') && l.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    host.contains('.') && host.split('.').all(label)
}

impl FromStr for EmailAddress {
    type Err = NotAnAddress;
    fn from_str(text: &str) -> Result<Self, NotAnAddress> {
        Self::parse(text)
    }
}

impl fmt::Debug for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EmailAddress(***)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_mailbox_has_one_spelling() {
        assert_eq!(EmailAddress::parse("  Ada.Lovelace@Example.COM\n").unwrap().expose(), "ada.lovelace@example.com");
        assert_eq!(EmailAddress::parse("a+b@b\u{fc}cher.example").unwrap().expose(), "a+b@b\u{fc}cher.example");
    }

    #[test]
    fn what_cannot_be_mailed_is_refused() {
        for bad in ["", "ada", "@example.com", "ada@", "ada@localhost", "a b@example.com", "a@b@example.com", "ada@-x.com", "ada@x..com"] {
            assert_eq!(EmailAddress::parse(bad), Err(NotAnAddress), "{bad}");
        }
        assert!(EmailAddress::parse("ada@example.com\r\nBcc: eve@example.com").is_err());
        assert!(EmailAddress::parse(&format!("{}@example.com", "a".repeat(65))).is_err());
    }

    #[test]
    fn debug_hides_it() {
        assert!(!format!("{:?}", EmailAddress::parse("ada@example.com").unwrap()).contains("ada"));
    }
}
