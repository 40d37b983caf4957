//! The mails about an order's outcome and signing in, and what all mails share: one struct each,
//! with the template of the same name (`.html` and `.txt`). Words and facts only; nothing is read
//! or sent here.

use askama::Template;

use super::Email;
use crate::l10n::{Locale, Words};
use crate::qr::{self, QrError};
use domain::email::EmailAddress;
use domain::esim::{ActivationCode, Iccid};

pub use super::shop::Shop;

/// A mail could not be put together.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The template failed.
    #[error("the template failed")]
    Template(#[from] askama::Error),
    /// The QR code could not be drawn.
    #[error(transparent)]
    Qr(#[from] QrError),
}

/// An eSIM in a mail to its owner: here, as on the owner's page, the code is shown.
#[derive(Debug)]
pub struct MailedEsim {
    /// From 1.
    pub position: i32,
    /// The plan.
    pub plan_name: String,
    /// Its number.
    pub iccid: Iccid,
    /// The bearer secret.
    pub code: ActivationCode,
    /// `22 Jan 2027`, the last day the plan can be started.
    pub start_by: Option<String>,
    /// To be set by hand, if the plan needs one.
    pub apn: Option<String>,
}

impl MailedEsim {
    /// How the HTML names this eSIM's QR code.
    #[must_use]
    pub fn cid(&self) -> String {
        format!("esim-{}@qr", self.position)
    }
}

/// What was paid, at the end of the mails that hand something over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// For people.
    pub order_number: String,
    /// Each line's name and price: `$14.40`.
    pub items: Vec<(String, String)>,
    /// All of them together.
    pub total: String,
    /// The tax in it, in words.
    pub tax: Option<String>,
    /// `22 Jan 2027, 10:32 UTC`
    pub paid_at: Option<String>,
    /// Who sold it, as the owner names it for the law.
    pub seller: Option<String>,
    /// What else the owner states of the seller, a line each: `VAT number: …`.
    pub facts: Vec<String>,
    /// What was agreed to before paying, in a sentence.
    pub consent: Option<String>,
}

impl Receipt {
    pub(super) fn order(&self, t: &Locale) -> String {
        let words = t.with("order", self.order_number.as_str());
        match &self.paid_at {
            Some(at) => words.with("at", at.as_str()).say("mail-receipt-paid"),
            None => words.say("mail-order"),
        }
    }
}

/// Money of one line going back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MailedRefund {
    /// What had been bought.
    pub plan_name: String,
    /// `$14.40`
    pub amount: String,
    /// A sentence for the traveller.
    pub why: String,
    /// What the shop keeps of the price, if anything: `$1.00`.
    pub kept: Option<String>,
    /// Stripe's name for it, by which a bank finds it: `re_…`.
    pub reference: Option<String>,
    /// `22 Jan 2027, 10:32 UTC`, when Stripe took it over.
    pub at: Option<String>,
}

impl MailedRefund {
    fn words(&self, t: &Locale) -> Words {
        t.with("amount", self.amount.as_str())
            .with("plan", self.plan_name.as_str())
            .with("why", self.why.as_str())
    }

    fn referred(&self, t: &Locale) -> Option<String> {
        let words = t.with("reference", self.reference.as_deref()?);
        Some(match &self.at {
            Some(at) => words
                .with("at", at.as_str())
                .say("mail-refund-reference-at"),
            None => words.say("mail-refund-reference"),
        })
    }
}

/// The eSIMs of an order are here.
#[derive(Debug)]
pub struct Delivered<'a> {
    /// Who writes.
    pub shop: Shop<'a>,
    /// For people.
    pub order_number: &'a str,
    /// The order's page.
    pub order_url: &'a str,
    /// At least one.
    pub esims: Vec<MailedEsim>,
    /// How many eSIMs were ordered.
    pub ordered: usize,
    /// Whether they are of several plans, one of each: then all of them are one traveller's.
    pub one_of_each: bool,
    /// How many may still come.
    pub waiting: usize,
    /// Lines that could not be delivered.
    pub refunds: Vec<MailedRefund>,
    /// What was paid.
    pub receipt: Receipt,
}

/// Money goes back.
#[derive(Debug)]
pub struct Refunded<'a> {
    /// Who writes.
    pub shop: Shop<'a>,
    /// For people.
    pub order_number: &'a str,
    /// The order's page.
    pub order_url: &'a str,
    /// At least one.
    pub refunds: Vec<MailedRefund>,
    /// All of them together.
    pub total: String,
}

/// A link to sign in with.
pub struct SignIn<'a> {
    /// Who writes.
    pub shop: Shop<'a>,
    /// The link: whoever has it can sign in.
    pub link: &'a str,
    /// How long it is good for.
    pub minutes: i64,
}

impl std::fmt::Debug for SignIn<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SignIn(***)")
    }
}

/// Two templates for a mail: its HTML and its text.
macro_rules! templates {
    ($mail:ident, $html:ident = $html_path:literal, $text:ident = $text_path:literal) => {
        #[derive(Template)]
        #[template(path = $html_path)]
        struct $html<'a> {
            mail: &'a $mail<'a>,
            shop: Shop<'a>,
            t: Locale,
        }
        #[derive(Template)]
        #[template(path = $text_path)]
        struct $text<'a> {
            mail: &'a $mail<'a>,
            shop: Shop<'a>,
            t: Locale,
        }
        impl $mail<'_> {
            fn written(
                &self,
                to: domain::email::EmailAddress,
                subject: String,
                mut pictures: Vec<(String, Vec<u8>)>,
            ) -> Result<$crate::mail::Email, $crate::mail::messages::WriteError> {
                let html = $html {
                    mail: self,
                    shop: self.shop,
                    t: self.shop.t,
                }
                .render()?;
                let text = $text {
                    mail: self,
                    shop: self.shop,
                    t: self.shop.t,
                }
                .render()?;
                pictures.extend(
                    self.shop
                        .logo
                        .map(|png| ($crate::mail::shop::LOGO.to_owned(), png.to_vec())),
                );
                Ok($crate::mail::Email {
                    to,
                    subject,
                    text,
                    html,
                    pictures,
                })
            }
        }
    };
}
pub(super) use templates;

templates!(
    Delivered,
    DeliveredHtml = "mail/delivered.html",
    DeliveredText = "mail/delivered.txt"
);
templates!(
    Refunded,
    RefundedHtml = "mail/refunded.html",
    RefundedText = "mail/refunded.txt"
);
templates!(
    SignIn,
    SignInHtml = "mail/sign_in.html",
    SignInText = "mail/sign_in.txt"
);

impl Delivered<'_> {
    fn headline(&self) -> String {
        let (t, here) = (self.shop.t, self.esims.len());
        if here >= self.ordered {
            t.with("n", here).say("mail-ready")
        } else {
            t.with("here", here)
                .with("ordered", self.ordered)
                .say("mail-some-ready")
        }
    }

    /// The access point name of all the eSIMs, if it is one and the same.
    fn apn(&self) -> Option<&str> {
        self.shared(|esim| esim.apn.as_deref())
    }

    /// What is so of all the eSIMs, if it is one and the same.
    fn shared(&self, of: impl Fn(&MailedEsim) -> Option<&str>) -> Option<&str> {
        let first = of(self.esims.first()?)?;
        self.esims
            .iter()
            .all(|esim| of(esim) == Some(first))
            .then_some(first)
    }

    /// Whether it is about more than one, each of which may be somebody else's.
    fn several(&self) -> bool {
        self.ordered > 1
    }

    /// Whom they are for, where there are several: the key of its words.
    fn for_whom(&self) -> &'static str {
        if self.one_of_each {
            "mail-each"
        } else {
            "mail-several"
        }
    }

    /// The last day to start all of them, if it is one and the same.
    fn start_by(&self) -> Option<&str> {
        self.shared(|esim| esim.start_by.as_deref())
    }

    /// Its plan, and its number where there are several.
    fn title(&self, esim: &MailedEsim) -> String {
        if self.ordered == 1 {
            return esim.plan_name.clone();
        }
        self.shop
            .t
            .with("number", esim.position)
            .with("plan", esim.plan_name.as_str())
            .say("mail-numbered")
    }

    /// What becomes of those that are not in the mail yet.
    fn still_waiting(&self) -> Option<String> {
        (self.waiting > 0).then(|| {
            self.shop
                .t
                .with("n", self.waiting)
                .say("mail-still-waiting")
        })
    }

    /// The letter, with a QR code for each eSIM.
    ///
    /// # Errors
    /// [`WriteError`].
    pub fn letter(&self, to: EmailAddress) -> Result<Email, WriteError> {
        let pictures = self
            .esims
            .iter()
            .map(|e| Ok((e.cid(), qr::png(&e.code.expose())?)))
            .collect::<Result<Vec<_>, QrError>>()?;
        self.written(
            to,
            self.shop
                .subject_of_order(self.headline(), self.order_number),
            pictures,
        )
    }
}

impl Refunded<'_> {
    fn headline(&self) -> String {
        self.shop
            .t
            .with("amount", self.total.as_str())
            .say("mail-refunded-headline")
    }

    /// The letter.
    ///
    /// # Errors
    /// [`WriteError`].
    pub fn letter(&self, to: EmailAddress) -> Result<Email, WriteError> {
        let what = self
            .shop
            .t
            .with("amount", self.total.as_str())
            .say("mail-refunded");
        self.written(
            to,
            self.shop.subject_of_order(what, self.order_number),
            Vec::new(),
        )
    }
}

impl SignIn<'_> {
    /// The letter.
    ///
    /// # Errors
    /// [`WriteError`].
    pub fn letter(&self, to: EmailAddress) -> Result<Email, WriteError> {
        self.written(
            to,
            self.shop
                .t
                .with("shop", self.shop.name)
                .say("mail-sign-in-to"),
            Vec::new(),
        )
    }
}

#[cfg(test)]
pub mod testing {
    //! What the mails' tests share.

    use super::*;
    pub use crate::mail::shop::testing::shop;

    pub fn ada() -> EmailAddress {
        EmailAddress::parse("ada@example.com").unwrap()
    }

    pub fn receipt() -> Receipt {
        Receipt {
            order_number: "E10001".into(),
            items: vec![
                ("Japan · 10 GB · 7 days".into(), "$14.40".into()),
                ("Europe · 5 GB · 30 days".into(), "$18.00".into()),
            ],
            total: "$32.40".into(),
            tax: Some("Includes 19% tax: $5.17".into()),
            paid_at: Some("23 Nov 2026, 10:02 UTC".into()),
            seller: Some("Example Travel Ltd, 1 High Street, London".into()),
            facts: vec!["VAT number: GB123456789".into()],
            consent: Some("Before you paid, you agreed to this: “At once.”".into()),
        }
    }

    /// Both parts of the letter say it, and the HTML has one button.
    pub fn assert_says(letter: &Email, told: &[&str]) {
        for part in [&letter.text, &letter.html] {
            for words in told {
                assert!(part.contains(words), "{words} is missing in\n{part}");
            }
        }
        assert_eq!(
            letter.html.matches("border-radius:999px").count(),
            1,
            "one next step, one button\n{}",
            letter.html
        );
    }
}

#[cfg(test)]
mod tests;
