//! Who writes a mail, in which language, and where its links lead. No mail's own words.

use crate::l10n::Locale;
use domain::esim::Iccid;

/// Who writes.
#[derive(Debug, Clone, Copy)]
pub struct Shop<'a> {
    /// The shop's name.
    pub name: &'a str,
    /// Where answers go.
    pub support: &'a str,
    /// The shop's address, without a slash at the end.
    pub url: &'a str,
    /// The mail's language.
    pub t: Locale,
    /// Whether the shop is in test mode, which every mail says.
    pub test: bool,
    /// Who sells, where the owner states it.
    pub seller: Option<&'a str>,
    /// The shop's icon, a PNG twice as large as it is shown.
    pub logo: Option<&'a [u8]>,
}

/// The content id of the shop's icon.
pub(super) const LOGO: &str = "logo@shop";

impl Shop<'_> {
    /// A path of ours as an address, in the mail's language.
    #[must_use]
    pub fn at(&self, path: &str) -> String {
        format!("{}{}", self.url, self.t.path(path))
    }

    pub(super) fn home(&self) -> String {
        self.at("/")
    }

    pub(super) fn mailto(&self) -> String {
        format!("mailto:{}", self.support)
    }

    /// Where a line of writing begins; many mail programs know no `text-align: start`.
    pub(super) fn start(&self) -> &'static str {
        if self.t.language().direction == "rtl" {
            "right"
        } else {
            "left"
        }
    }

    /// Where it ends.
    pub(super) fn end(&self) -> &'static str {
        if self.t.language().direction == "rtl" {
            "left"
        } else {
            "right"
        }
    }

    /// An eSIM's number in the text part. Where writing runs from the right, blanks would let its
    /// groups change places.
    pub(super) fn iccid(&self, iccid: &Iccid) -> String {
        let grouped = iccid.grouped();
        if self.t.language().direction == "rtl" {
            grouped.replace(' ', "\u{a0}")
        } else {
            grouped
        }
    }

    /// A sentence without its marks, for the text part.
    pub(super) fn plain(&self, words: impl AsRef<str>) -> String {
        ["<b>", "</b>", "<a>", "</a>", "<code>", "</code>"]
            .iter()
            .fold(words.as_ref().to_owned(), |words, mark| {
                words.replace(mark, "")
            })
    }

    /// The subject line of a mail with this headline.
    pub(super) fn subject(&self, what: impl AsRef<str>) -> String {
        self.t
            .with("what", what.as_ref())
            .with("shop", self.name)
            .say("mail-subject")
    }

    /// The same with the number of an order.
    pub(super) fn subject_of_order(&self, what: impl AsRef<str>, order: &str) -> String {
        self.t
            .with("what", what.as_ref())
            .with("shop", self.name)
            .with("order", order)
            .say("mail-subject-order")
    }
}

#[cfg(test)]
pub mod testing {
    //! A shop that writes in the mails' tests.

    use super::*;

    pub fn shop() -> Shop<'static> {
        Shop {
            name: "Layover",
            support: "help@shop.example",
            url: "https://shop.example",
            t: Locale::ENGLISH,
            test: false,
            seller: None,
            logo: None,
        }
    }
}
