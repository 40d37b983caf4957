//! A person's e-mail address, as one spelling; never printed whole by accident. No mail is sent
//! from here.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use thiserror::Error;
use unicode_normalization::UnicodeNormalization;

/// The text is no address that mail could be sent to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("no e-mail address")]
pub struct NotAnAddress;

/// A lower-case address in composed letters (NFC), its domain as DNS knows it (A-labels): whoever
/// writes it in another way is the same person. Its `Debug` is masked and it has no `Display`: an
/// address belongs in no log and no URL.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct EmailAddress(String);

impl EmailAddress {
    /// Brings it to its one spelling, and refuses what no mail server could deliver to: it judges
    /// the shape, not whether the mailbox exists.
    ///
    /// # Errors
    /// [`NotAnAddress`].
    pub fn parse(text: &str) -> Result<Self, NotAnAddress> {
        let text: String = text.trim().to_lowercase().nfc().collect();
        let (mailbox, host) = text.rsplit_once('@').ok_or(NotAnAddress)?;
        let mailbox_ok = !mailbox.is_empty()
            && mailbox.len() <= 64
            && !mailbox.contains('@')
            && !mailbox.starts_with('.')
            && !mailbox.ends_with('.')
            && !mailbox.contains("..")
            && mailbox
                .chars()
                .all(|c| !c.is_whitespace() && !c.is_control() && !"()<>[]:;,\\\"".contains(c));
        let host = a_labels(host).ok_or(NotAnAddress)?;
        let address = format!("{mailbox}@{host}");
        if mailbox_ok && is_host(&host) && address.len() <= 254 {
            Ok(Self(address))
        } else {
            Err(NotAnAddress)
        }
    }

    /// The address itself, for the mail's envelope and the database.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// The same as its owner would write it, for their own page: `info@bücher.example`.
    pub fn written(&self) -> Cow<'_, str> {
        match self.0.rsplit_once('@') {
            Some((mailbox, host)) if host.contains("xn--") => {
                Cow::Owned(format!("{mailbox}@{}", idna::domain_to_unicode(host).0))
            }
            _ => Cow::Borrowed(&self.0),
        }
    }

    /// In brief, for a page that others may look at over a shoulder: `ann…@gmail.com`.
    pub fn masked(&self) -> String {
        let written = self.written();
        let (mailbox, host) = written.rsplit_once('@').unwrap_or((&written, ""));
        let shown = if mailbox.chars().count() > 4 { 3 } else { 1 };
        format!(
            "{}…@{host}",
            mailbox.chars().take(shown).collect::<String>()
        )
    }

    /// What stands before and behind the `@`.
    pub fn parts(&self) -> (&str, &str) {
        self.0.rsplit_once('@').unwrap_or((&self.0, ""))
    }
}

/// A domain as DNS knows it.
pub fn a_labels(domain: &str) -> Option<String> {
    idna::domain_to_ascii_cow(domain.as_bytes(), idna::AsciiDenyList::STD3)
        .ok()
        .map(Cow::into_owned)
}

fn is_host(host: &str) -> bool {
    let label = |l: &str| {
        !l.is_empty()
            && l.len() <= 63
            && !l.starts_with('-')
            && !l.ends_with('-')
            && l.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
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
    fn in_brief_it_tells_its_owner_and_nobody_else() {
        for (address, brief) in [
            ("anna@gmial.com", "a…@gmial.com"),
            ("annabel@gmail.com", "ann…@gmail.com"),
            ("a@b.example", "a…@b.example"),
            ("info@bücher.example", "i…@bücher.example"),
        ] {
            assert_eq!(EmailAddress::parse(address).unwrap().masked(), brief);
        }
    }

    #[test]
    fn one_mailbox_has_one_spelling() {
        assert_eq!(
            EmailAddress::parse("  Ada.Lovelace@Example.COM\n")
                .unwrap()
                .expose(),
            "ada.lovelace@example.com"
        );
        for spelling in [
            "info@b\u{fc}cher.example",
            "INFO@B\u{dc}CHER.example",
            "info@bu\u{308}cher.example",
            "info@xn--bcher-kva.example",
        ] {
            let address = EmailAddress::parse(spelling).unwrap();
            assert_eq!(address.expose(), "info@xn--bcher-kva.example", "{spelling}");
            assert_eq!(address.written(), "info@b\u{fc}cher.example");
        }
        assert_eq!(
            EmailAddress::parse("u\u{308}ber@example.com")
                .unwrap()
                .expose(),
            "\u{fc}ber@example.com"
        );
        assert_eq!(
            EmailAddress::parse("ada@example.com").unwrap().parts(),
            ("ada", "example.com")
        );
    }

    #[test]
    fn what_cannot_be_mailed_is_refused() {
        for bad in [
            "",
            "ada",
            "@example.com",
            "ada@",
            "ada@localhost",
            "a b@example.com",
            "a@b@example.com",
            "ada@-x.com",
            "ada@x..com",
            "ada@exa_mple.com",
            "ada@xn--a.example",
        ] {
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
