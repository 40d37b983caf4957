//! The mails around a purchase besides its delivery: paid and still waiting, not paid after all, a
//! top-up, and what could not be given back. Words and facts only; nothing is read or sent here.

use askama::Template;

use super::Email;
use super::messages::{Receipt, Shop, WriteError, templates};
use crate::l10n::{Locale, Words};
use domain::email::EmailAddress;
use domain::esim::Iccid;

/// Paid, and the network takes its time.
#[derive(Debug)]
pub struct Received<'a> {
    /// Who writes.
    pub shop: Shop<'a>,
    /// For people.
    pub order_number: &'a str,
    /// The order's page.
    pub order_url: &'a str,
    /// Whether an eSIM of the traveller's gets more data, rather than a new one coming.
    pub top_up: bool,
    /// How many are still to come, at least one.
    pub waiting: usize,
    /// `22 Jan 2027, 10:32 UTC`: what is not here by then is paid back.
    pub until: String,
    /// What was paid.
    pub receipt: Receipt,
}

/// An eSIM has more data.
#[derive(Debug)]
pub struct ToppedUp<'a> {
    /// Who writes.
    pub shop: Shop<'a>,
    /// What was added.
    pub plan_name: &'a str,
    /// The plan that its eSIM was bought with.
    pub esim_plan: &'a str,
    /// Its eSIM.
    pub iccid: Iccid,
    /// The page of its order, with a key.
    pub page_url: &'a str,
    /// What was paid.
    pub receipt: Receipt,
}

/// A delayed payment that is on its way, or failed.
#[derive(Debug)]
pub struct Unpaid<'a> {
    /// Who writes.
    pub shop: Shop<'a>,
    /// For people.
    pub order_number: &'a str,
    /// The order's page.
    pub order_url: &'a str,
    /// What was to be bought.
    pub plans: Vec<String>,
    /// Whether the bank still has it.
    pub delayed: bool,
}

/// Why a plan was not given back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeptBecause {
    /// It has started meanwhile.
    Started,
    /// The network would not end it; a person looks.
    NetworkRefused,
}

/// Asked to give a plan back, and it stays.
#[derive(Debug)]
pub struct NotGivenBack<'a> {
    /// Who writes.
    pub shop: Shop<'a>,
    /// For people.
    pub order_number: &'a str,
    /// What was to be given back.
    pub plan_name: &'a str,
    /// Why it stays.
    pub because: KeptBecause,
    /// The eSIM's page.
    pub esim_url: &'a str,
}

templates!(
    Received,
    ReceivedHtml = "mail/received.html",
    ReceivedText = "mail/received.txt"
);
templates!(
    ToppedUp,
    ToppedUpHtml = "mail/topped_up.html",
    ToppedUpText = "mail/topped_up.txt"
);
templates!(
    Unpaid,
    UnpaidHtml = "mail/unpaid.html",
    UnpaidText = "mail/unpaid.txt"
);
templates!(
    NotGivenBack,
    NotGivenBackHtml = "mail/not_given_back.html",
    NotGivenBackText = "mail/not_given_back.txt"
);

impl Received<'_> {
    fn headline(&self) -> String {
        if self.top_up {
            return self.shop.t.say("mail-received-topup");
        }
        self.shop.t.with("n", self.waiting).say("mail-received")
    }

    fn awaited(&self) -> Words {
        self.shop
            .t
            .with("until", self.until.as_str())
            .with("n", self.waiting)
    }

    fn until_when(&self) -> &'static str {
        if self.top_up {
            "mail-received-until-topup"
        } else {
            "mail-received-until"
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
                .subject_of_order(self.headline(), self.order_number),
            Vec::new(),
        )
    }
}

impl ToppedUp<'_> {
    fn added(&self) -> Words {
        self.shop
            .t
            .with("plan", self.plan_name)
            .with("esim", self.esim_plan)
    }

    /// The letter.
    ///
    /// # Errors
    /// [`WriteError`].
    pub fn letter(&self, to: EmailAddress) -> Result<Email, WriteError> {
        self.written(
            to,
            self.shop.subject_of_order(
                self.shop.t.say("mail-topped-up"),
                &self.receipt.order_number,
            ),
            Vec::new(),
        )
    }
}

impl Unpaid<'_> {
    fn headline(&self) -> &'static str {
        if self.delayed {
            "order-processing"
        } else {
            "mail-payment-failed"
        }
    }

    fn lead(&self) -> &'static str {
        if self.delayed {
            "mail-payment-delayed"
        } else {
            "mail-payment-failed-nothing"
        }
    }

    /// What comes next.
    fn then(&self) -> &'static str {
        if self.delayed {
            "mail-payment-delayed-then"
        } else {
            "mail-payment-failed-again"
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
                .subject_of_order(self.shop.t.say(self.headline()), self.order_number),
            Vec::new(),
        )
    }
}

impl NotGivenBack<'_> {
    fn why(&self) -> &'static str {
        match self.because {
            KeptBecause::Started => "mail-not-given-back-started",
            KeptBecause::NetworkRefused => "mail-not-given-back-refused",
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
                .subject_of_order(self.shop.t.say("mail-not-given-back"), self.order_number),
            Vec::new(),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::messages::testing::{ada, assert_says, receipt, shop};

    fn received(top_up: bool, waiting: usize) -> Received<'static> {
        Received {
            shop: shop(),
            order_number: "E10001",
            order_url: "https://shop.example/orders/abc",
            top_up,
            waiting,
            until: "23 Nov 2026, 10:32 UTC".into(),
            receipt: receipt(),
        }
    }

    #[test]
    fn a_slow_purchase_is_told_with_its_clock_its_way_out_and_its_receipt() {
        let letter = received(false, 1).letter(ada()).unwrap();
        assert_eq!(
            letter.subject,
            "Paid: your eSIM is on its way – Layover E10001"
        );
        assert_says(
            &letter,
            &[
                "23 Nov 2026, 10:32 UTC",
                "refund you automatically",
                "https://shop.example/orders/abc",
                "Receipt",
                "$32.40",
                "E10001",
            ],
        );
        assert!(
            received(false, 3)
                .letter(ada())
                .unwrap()
                .subject
                .starts_with("Paid: your 3 eSIMs are on their way")
        );
        assert!(
            received(true, 1)
                .letter(ada())
                .unwrap()
                .subject
                .starts_with("Paid: your top-up is on its way")
        );
    }

    #[test]
    fn a_top_up_says_which_esim_has_it_and_the_three_rules_word_for_word() {
        let mail = ToppedUp {
            shop: shop(),
            plan_name: "Japan · 3 GB · 15 days",
            esim_plan: "Japan · 10 GB · 7 days",
            iccid: Iccid::parse("8944500102198304826").unwrap(),
            page_url: "https://shop.example/orders/r4d2?key=k",
            receipt: receipt(),
        };
        let letter = mail.letter(ada()).unwrap();
        assert_eq!(letter.subject, "Your top-up is ready – Layover E10001");
        assert_says(
            &letter,
            &[
                "Japan · 3 GB · 15 days",
                "Japan · 10 GB · 7 days",
                "8944 5001 0219 8304 826",
                "Once data from your current plan is used up or expires, your add-on data will be \
                 automatically activated.",
                "The countdown towards expiry will start when you start using data from the add-on \
                 package.",
                "You do not need to re-install the eSIM or manually activate your add-on plan.",
                "https://shop.example/orders/r4d2?key=k",
                "Receipt",
            ],
        );
    }

    #[test]
    fn a_plan_that_stays_is_told_with_its_reason_and_that_nothing_changed() {
        for (because, why) in [
            (KeptBecause::Started, "It had already started"),
            (KeptBecause::NetworkRefused, "We’re looking into it"),
        ] {
            let mail = NotGivenBack {
                shop: shop(),
                order_number: "E10001",
                plan_name: "Japan <10 GB>",
                because,
                esim_url: "https://shop.example/my-esims/r4d2",
            };
            let letter = mail.letter(ada()).unwrap();
            assert_says(
                &letter,
                &[
                    why,
                    "Nothing was cancelled",
                    "https://shop.example/my-esims/r4d2",
                    "E10001",
                ],
            );
            assert!(
                letter.html.contains("Japan &lt;10 GB&gt;"),
                "{}",
                letter.html
            );
        }
    }
}
