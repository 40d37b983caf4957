//! The acknowledgement of a withdrawal: what was stated and when, and what follows. Words and facts
//! only.

use askama::Template;

use super::Email;
use super::messages::{Shop, WriteError, templates};
use crate::l10n::Locale;
use domain::email::EmailAddress;

/// A statement of withdrawal was received.
#[derive(Debug)]
pub struct Withdrawn<'a> {
    /// Who writes.
    pub shop: Shop<'a>,
    /// For people.
    pub order_number: &'a str,
    /// The order's page.
    pub order_url: &'a str,
    /// What it is about.
    pub plans: Vec<String>,
    /// Who withdraws, as they said.
    pub name: Option<&'a str>,
    /// `22 Jan 2027, 10:32 UTC`
    pub stated_at: String,
    /// When it is carried out, with the link that stops it; none when it is carried out at once.
    pub stop: Option<Stop>,
}

/// What a mailbox can do about a statement that its owner did not make.
pub struct Stop {
    /// `22 Jan 2027, 11:32 UTC`
    pub until: String,
    /// The link: whoever has it can stop the withdrawal.
    pub link: String,
}

impl std::fmt::Debug for Stop {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Stop(***)")
    }
}

templates!(
    Withdrawn,
    WithdrawnHtml = "mail/withdrawal.html",
    WithdrawnText = "mail/withdrawal.txt"
);

impl Withdrawn<'_> {
    fn statement(&self) -> String {
        let words = self
            .shop
            .t
            .with("order", self.order_number)
            .with("at", self.stated_at.as_str());
        match self.name {
            Some(name) => words.with("name", name).say("mail-withdrawal-statement-by"),
            None => words.say("mail-withdrawal-statement"),
        }
    }

    fn follows(&self) -> String {
        match &self.stop {
            Some(stop) => self
                .shop
                .t
                .with("until", stop.until.as_str())
                .say("mail-withdrawal-later"),
            None => self.shop.t.say("mail-withdrawal-now"),
        }
    }

    /// The letter.
    ///
    /// # Errors
    /// [`WriteError`].
    pub fn letter(&self, to: EmailAddress) -> Result<Email, WriteError> {
        self.written(
            to,
            self.shop
                .subject_of_order(self.shop.t.say("mail-withdrawal"), self.order_number),
            Vec::new(),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::messages::testing::{ada, assert_says, shop};

    #[test]
    fn it_says_what_was_stated_when_and_how_to_stop_it() {
        let mut mail = Withdrawn {
            shop: shop(),
            order_number: "E10001",
            order_url: "https://shop.example/orders/abc",
            plans: vec!["Japan · 10 GB · 7 days".into()],
            name: Some("Ada <Lovelace>"),
            stated_at: "22 Jan 2027, 10:32 UTC".into(),
            stop: Some(Stop {
                until: "22 Jan 2027, 11:32 UTC".into(),
                link: "https://shop.example/withdraw/stop/xyz".into(),
            }),
        };
        let letter = mail.letter(ada()).unwrap();
        assert_says(
            &letter,
            &[
                "E10001",
                "22 Jan 2027, 10:32 UTC",
                "22 Jan 2027, 11:32 UTC",
                "Japan · 10 GB · 7 days",
                "https://shop.example/withdraw/stop/xyz",
            ],
        );
        assert!(
            letter.html.contains("Ada &#60;Lovelace&#62;")
                && letter.text.contains("Ada <Lovelace>")
        );
        assert!(!format!("{mail:?}").contains("xyz"));
        mail.stop = None;
        assert!(!mail.letter(ada()).unwrap().text.contains("/stop/"));
    }
}
