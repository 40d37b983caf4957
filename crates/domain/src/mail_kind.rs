//! The kinds of mails in the outbox.

use crate::package::News;
use crate::reminder::Reminder;
use crate::stored_words;

stored_words! {
    /// What a mail tells.
    pub enum MailKind {
        /// What was bought is here.
        Delivered = "delivered",
        /// The order is paid, and what was bought is not here yet.
        Received = "received",
        /// Money goes back.
        Refunded = "refunded",
        /// A bank takes its time over the payment.
        PaymentDelayed = "payment_delayed",
        /// A delayed payment failed.
        PaymentFailed = "payment_failed",
        /// The order's mails go to another address now.
        AddressChanged = "address_changed",
        /// A withdrawal was stated.
        Withdrawal = "withdrawal",
        /// A package that was to be given back stays as it is.
        NotGivenBack = "not_given_back",
        /// The first package of an eSIM is in use.
        Live = "live",
        /// Half of it is used.
        RunningLow50 = "running_low_50",
        /// Four fifths of it are used.
        RunningLow80 = "running_low_80",
        /// Nine tenths of it are used.
        RunningLow90 = "running_low_90",
        /// A package is over and nothing follows it.
        Ended = "ended",
        /// A plan must be started within two weeks.
        StartBy14 = "start_by_14",
        /// A plan must be started within three days.
        StartBy3 = "start_by_3",
        /// A plan must be started by tomorrow.
        StartBy1 = "start_by_1",
        /// A link to sign in with.
        SignIn = "sign_in",
        /// A link to the desk.
        DeskSignIn = "desk_sign_in",
        /// Something is wrong, or over.
        Alert = "alert",
        /// The owner's week.
        Weekly = "weekly",
    }
}

impl MailKind {
    /// The mail that tells of this; none where no mail does.
    #[must_use]
    pub fn of_news(news: News) -> Option<Self> {
        match news {
            News::Live => Some(Self::Live),
            News::RunningLow(step) => Self::ALL
                .into_iter()
                .find(|kind| kind.running_low() == Some(step)),
            News::Ended => Some(Self::Ended),
        }
    }

    /// So many per cent are used, in a mail that tells so.
    #[must_use]
    pub const fn running_low(self) -> Option<u8> {
        match self {
            Self::RunningLow50 => Some(50),
            Self::RunningLow80 => Some(80),
            Self::RunningLow90 => Some(90),
            _ => None,
        }
    }

    /// Whether it reminds of a plan that must be started.
    #[must_use]
    pub fn is_reminder(self) -> bool {
        Reminder::ALL.iter().any(|reminder| reminder.kind() == self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::package::STEPS;

    #[test]
    fn each_step_of_an_allowance_and_each_reminder_has_its_mail() {
        for step in STEPS {
            let kind = MailKind::of_news(News::RunningLow(step)).unwrap();
            assert_eq!(kind.running_low(), Some(step));
            assert_eq!(kind.as_str(), format!("running_low_{step}"));
        }
        assert_eq!(MailKind::of_news(News::RunningLow(51)), None);
        assert_eq!(MailKind::of_news(News::Live), Some(MailKind::Live));
        assert!(Reminder::ALL.iter().all(|it| it.kind().is_reminder()));
        assert!(!MailKind::Live.is_reminder());
    }
}
