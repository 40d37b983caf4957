//! Mails to the shop's owner, in English as all of the operator's words: trouble, the weekly
//! letter, a test. Words and facts only.

use askama::Template;

use super::Email;
use super::messages::{Shop, WriteError, templates};
use crate::l10n::Locale;
use domain::email::EmailAddress;

/// A letter to the owner.
pub struct Owner<'a> {
    /// Which shop writes.
    pub shop: Shop<'a>,
    /// The subject line, and above the text.
    pub headline: String,
    /// The text.
    pub paragraphs: Vec<String>,
    /// Something to open: its address, and what stands on the button.
    pub button: Option<(String, String)>,
}

/// Without the link, which may be a bearer secret.
impl std::fmt::Debug for Owner<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Owner")
            .field("headline", &self.headline)
            .finish_non_exhaustive()
    }
}

templates!(
    Owner,
    OwnerHtml = "mail/owner.html",
    OwnerText = "mail/owner.txt"
);

impl Owner<'_> {
    /// The letter.
    ///
    /// # Errors
    /// [`WriteError`].
    pub fn letter(&self, to: EmailAddress) -> Result<Email, WriteError> {
        self.written(
            to,
            format!("{}: {}", self.shop.name, self.headline),
            Vec::new(),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::messages::testing::{ada, shop};

    #[test]
    fn both_parts_say_all_of_it() {
        let paragraphs = vec![
            "mails do not leave".to_owned(),
            "check <SMTP_URL>".to_owned(),
        ];
        let letter = Owner {
            shop: shop(),
            headline: "Trouble".into(),
            paragraphs,
            button: None,
        }
        .letter(ada())
        .unwrap();
        assert_eq!(letter.subject, "Layover: Trouble");
        assert!(
            letter.html.contains("mails do not leave")
                && letter.html.contains("check &#60;SMTP_URL&#62;"),
            "{}",
            letter.html
        );
        assert!(
            letter.text.contains("mails do not leave\n")
                && letter.text.contains("check <SMTP_URL>"),
            "{}",
            letter.text
        );
    }
}
