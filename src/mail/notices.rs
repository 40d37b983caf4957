//! The mails of an eSIM's life: start it soon, it has started, its data runs low, it has ended.
//! Words and facts only; nothing is read or sent here.

use std::fmt;

use askama::Template;

use super::Email;
use super::messages::{Shop, WriteError, templates};
use crate::l10n::{Locale, Words};
use domain::email::EmailAddress;

/// A plan is to be started before it lapses.
#[derive(Debug)]
pub struct StartBy<'a> {
    /// Who writes.
    pub shop: Shop<'a>,
    /// What was bought.
    pub plan_name: &'a str,
    /// `22 Jan 2027`, the last day on which it can be started.
    pub day: String,
    /// Whole days until then.
    pub days_left: i64,
    /// Whether it is on a phone already, where it must stay.
    pub installed: bool,
    /// The eSIM's page.
    pub esim_url: &'a str,
    /// Where it can be given back, while that is allowed.
    pub give_back_url: Option<String>,
}

/// The address of an order was corrected; told to the old one.
#[derive(Debug)]
pub struct AddressChanged<'a> {
    /// Who writes.
    pub shop: Shop<'a>,
    /// For people.
    pub order_number: &'a str,
}

/// A plan has started.
#[derive(Debug)]
pub struct Live<'a> {
    /// Who writes.
    pub shop: Shop<'a>,
    /// What has started.
    pub plan_name: &'a str,
    /// `22 Jan 2027, 10:32 UTC`, when it ends.
    pub ends: Option<String>,
    /// The eSIM's page.
    pub esim_url: &'a str,
    /// The page that opens in any browser: the same, or its order's with a key.
    pub page_url: &'a str,
}

/// Data runs low.
pub struct RunningLow<'a> {
    /// Who writes.
    pub shop: Shop<'a>,
    /// What runs low.
    pub plan_name: &'a str,
    /// `8.1 GB`
    pub used: String,
    /// `1.9 GB`
    pub left: String,
    /// `10 GB`
    pub total: String,
    /// `22 Jan 2027, 10:32 UTC`, when the figures were read.
    pub as_of: String,
    /// When the plan ends, whatever is left.
    pub ends: Option<String>,
    /// The page to top up on. Its key lets whoever has it in.
    pub top_up_url: &'a str,
}

/// Why a plan ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EndedBecause {
    /// Nothing is left of its data.
    UsedUp,
    /// Its days are over.
    TimeOver,
}

/// A plan has ended.
pub struct Ended<'a> {
    /// Who writes.
    pub shop: Shop<'a>,
    /// What has ended.
    pub plan_name: &'a str,
    /// Why.
    pub because: EndedBecause,
    /// The page to top up on. Its key lets whoever has it in.
    pub top_up_url: &'a str,
    /// Where other plans are.
    pub plans_url: String,
}

impl fmt::Debug for RunningLow<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RunningLow(***)")
    }
}

impl fmt::Debug for Ended<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Ended(***)")
    }
}

templates!(
    AddressChanged,
    AddressChangedHtml = "mail/address_changed.html",
    AddressChangedText = "mail/address_changed.txt"
);
templates!(
    StartBy,
    StartByHtml = "mail/start_by.html",
    StartByText = "mail/start_by.txt"
);
templates!(
    Live,
    LiveHtml = "mail/live.html",
    LiveText = "mail/live.txt"
);
templates!(
    RunningLow,
    RunningLowHtml = "mail/running_low.html",
    RunningLowText = "mail/running_low.txt"
);
templates!(
    Ended,
    EndedHtml = "mail/ended.html",
    EndedText = "mail/ended.txt"
);

impl StartBy<'_> {
    /// Where to begin. Who has installed it must not be sent to install it again: that works only
    /// once.
    fn first(&self) -> &'static str {
        if self.installed {
            "mail-start-by-installed"
        } else {
            "mail-start-by-install"
        }
    }

    fn button(&self) -> &'static str {
        if self.installed {
            "mail-see-esim"
        } else {
            "mail-start-by-button"
        }
    }

    fn headline(&self) -> String {
        self.shop
            .t
            .with("day", self.day.as_str())
            .say("mail-start-by")
    }

    fn time_left(&self) -> Words {
        self.shop
            .t
            .with("plan", self.plan_name)
            .with("days", self.days_left.max(0))
    }

    /// The letter.
    ///
    /// # Errors
    /// [`WriteError`].
    pub fn letter(&self, to: EmailAddress) -> Result<Email, WriteError> {
        self.written(to, self.shop.subject(self.headline()), Vec::new())
    }
}

impl AddressChanged<'_> {
    fn what(&self) -> String {
        self.shop
            .t
            .with("order", self.order_number)
            .with("shop", self.shop.name)
            .say("mail-address-changed-what")
    }

    /// The letter. It leads nowhere: whoever reads it may be a stranger to the order.
    ///
    /// # Errors
    /// [`WriteError`].
    pub fn letter(&self, to: EmailAddress) -> Result<Email, WriteError> {
        self.written(
            to,
            self.shop
                .subject_of_order(self.shop.t.say("mail-address-changed"), self.order_number),
            Vec::new(),
        )
    }
}

impl Live<'_> {
    fn no_internet_url(&self) -> String {
        format!("{}/no-internet", self.esim_url)
    }

    /// The letter.
    ///
    /// # Errors
    /// [`WriteError`].
    pub fn letter(&self, to: EmailAddress) -> Result<Email, WriteError> {
        self.written(
            to,
            self.shop.subject(self.shop.t.say("mail-live")),
            Vec::new(),
        )
    }
}

impl RunningLow<'_> {
    fn figures(&self) -> Words {
        let words = self
            .shop
            .t
            .with("plan", self.plan_name)
            .with("left", self.left.as_str());
        words
            .with("used", self.used.as_str())
            .with("total", self.total.as_str())
    }

    /// The letter.
    ///
    /// # Errors
    /// [`WriteError`].
    pub fn letter(&self, to: EmailAddress) -> Result<Email, WriteError> {
        self.written(
            to,
            self.shop.subject(self.figures().say("mail-low")),
            Vec::new(),
        )
    }
}

impl Ended<'_> {
    fn headline(&self) -> String {
        self.shop.t.say(match self.because {
            EndedBecause::UsedUp => "mail-used-up",
            EndedBecause::TimeOver => "mail-time-over",
        })
    }

    fn what(&self) -> &'static str {
        match self.because {
            EndedBecause::UsedUp => "mail-used-up-plan",
            EndedBecause::TimeOver => "mail-time-over-plan",
        }
    }

    /// The letter.
    ///
    /// # Errors
    /// [`WriteError`].
    pub fn letter(&self, to: EmailAddress) -> Result<Email, WriteError> {
        self.written(to, self.shop.subject(self.headline()), Vec::new())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::messages::testing::{ada, assert_says, shop};

    const PAGE: &str = "https://shop.example/my-esims/r4d2";
    const TOP_UP: &str = "https://shop.example/top-up/k3y";

    fn start_by(days_left: i64, give_back_url: Option<String>) -> StartBy<'static> {
        let day = "22 Jan 2027".into();
        StartBy {
            shop: shop(),
            plan_name: "Japan · 10 GB · 7 days",
            day,
            days_left,
            installed: false,
            esim_url: PAGE,
            give_back_url,
        }
    }

    #[test]
    fn a_reminder_says_by_when_how_and_what_else_can_be_done() {
        let letter = start_by(14, Some(format!("{PAGE}/give-back")))
            .letter(ada())
            .unwrap();
        assert_eq!(letter.subject, "Start your eSIM by 22 Jan 2027 – Layover");
        assert_says(
            &letter,
            &[
                "14 days are left.",
                "it may start automatically and use up its days, or stop working",
                PAGE,
                "https://shop.example/my-esims/r4d2/give-back",
            ],
        );
        assert_says(
            &start_by(1, None).letter(ada()).unwrap(),
            &["One day is left."],
        );
        let last = start_by(0, None).letter(ada()).unwrap();
        assert_says(&last, &["Today is the last day."]);
        assert!(
            !last.text.contains("cancel it for a refund")
                && !last.html.contains("cancel it for a refund"),
            "only while that is allowed"
        );
    }

    #[test]
    fn who_has_installed_it_is_not_sent_to_install_it_again() {
        let letter = StartBy {
            installed: true,
            ..start_by(3, None)
        }
        .letter(ada())
        .unwrap();
        assert_says(
            &letter,
            &["leave it there", "When you reach your destination"],
        );
        assert!(
            !letter.text.contains("Install it") && !letter.html.contains("Install "),
            "{}",
            letter.text
        );
        assert_says(
            &start_by(3, None).letter(ada()).unwrap(),
            &["Install it now, on stable Wi-Fi.", "Install your eSIM"],
        );
    }

    #[test]
    fn the_first_thing_after_landing_is_the_home_lines_roaming() {
        let ends = Some("29 Jan 2027, 10:32 UTC".to_owned());
        let letter = Live {
            shop: shop(),
            plan_name: "Japan",
            ends,
            esim_url: PAGE,
            page_url: PAGE,
        }
        .letter(ada())
        .unwrap();
        assert_eq!(letter.subject, "You’re connected – Layover");
        assert_says(
            &letter,
            &[
                "data roaming is off on your home line",
                "29 Jan 2027, 10:32 UTC",
                PAGE,
                "https://shop.example/my-esims/r4d2/no-internet",
            ],
        );
        let unknown = Live {
            shop: shop(),
            plan_name: "Japan",
            ends: None,
            esim_url: PAGE,
            page_url: PAGE,
        }
        .letter(ada())
        .unwrap();
        assert!(!unknown.text.contains("runs until") && !unknown.html.contains("runs until"));
    }

    #[test]
    fn running_low_says_what_is_left_and_hides_its_key() {
        let mail = RunningLow {
            shop: shop(),
            plan_name: "Japan · 10 GB · 7 days",
            used: "8.1 GB".into(),
            left: "1.9 GB".into(),
            total: "10 GB".into(),
            as_of: "24 Jan 2027, 10:32 UTC".into(),
            ends: Some("29 Jan 2027, 10:32 UTC".into()),
            top_up_url: TOP_UP,
        };
        assert!(!format!("{mail:?}").contains("k3y"));
        let letter = mail.letter(ada()).unwrap();
        assert_eq!(letter.subject, "1.9 GB left of 10 GB – Layover");
        assert_says(
            &letter,
            &[
                "8.1 GB",
                "1.9 GB",
                "10 GB",
                "24 Jan 2027, 10:32 UTC",
                "29 Jan 2027, 10:32 UTC",
                TOP_UP,
            ],
        );
    }

    #[test]
    fn the_end_names_its_cause_and_the_way_on() {
        for (because, subject) in [
            (EndedBecause::UsedUp, "Your data is used up – Layover"),
            (EndedBecause::TimeOver, "Your plan has ended – Layover"),
        ] {
            let plans_url = "https://shop.example/esim/japan".to_owned();
            let mail = Ended {
                shop: shop(),
                plan_name: "Japan",
                because,
                top_up_url: TOP_UP,
                plans_url,
            };
            assert!(!format!("{mail:?}").contains("k3y"));
            let letter = mail.letter(ada()).unwrap();
            assert_eq!(letter.subject, subject);
            assert_says(
                &letter,
                &[
                    TOP_UP,
                    "https://shop.example/esim/japan",
                    "Do not remove the eSIM",
                ],
            );
        }
    }
}
