//! When a traveller is reminded of a plan that has not been started: 14, 3 and 1 days before its
//! start-by date. It only answers.

use chrono::{DateTime, TimeDelta, Utc};

use crate::mail_kind::MailKind;

/// One of the three reminders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reminder {
    /// A day or less is left.
    LastDay,
    /// Three days or less.
    ThreeDays,
    /// Two weeks or less.
    Fortnight,
}

impl Reminder {
    /// The most urgent first.
    pub const ALL: [Self; 3] = [Self::LastDay, Self::ThreeDays, Self::Fortnight];

    /// The kind of its mail.
    pub fn kind(self) -> MailKind {
        match self {
            Self::LastDay => MailKind::StartBy1,
            Self::ThreeDays => MailKind::StartBy3,
            Self::Fortnight => MailKind::StartBy14,
        }
    }

    /// It is due while more than the first and no more than the second is left. What is nearer is a
    /// more urgent one's.
    pub fn span(self) -> (TimeDelta, TimeDelta) {
        match self {
            Self::LastDay => (TimeDelta::zero(), TimeDelta::days(1)),
            Self::ThreeDays => (TimeDelta::days(1), TimeDelta::days(3)),
            Self::Fortnight => (TimeDelta::days(3), TimeDelta::days(14)),
        }
    }

    /// The reminder that is due now for a plan that can be started until `start_by`.
    pub fn due(start_by: DateTime<Utc>, now: DateTime<Utc>) -> Option<Self> {
        let left = start_by - now;
        Self::ALL.into_iter().find(|reminder| {
            let (more_than, up_to) = reminder.span();
            left > more_than && left <= up_to
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_most_urgent_reminder_is_due() {
        let now = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        let due = |hours: i64| Reminder::due(now + TimeDelta::hours(hours), now);
        assert_eq!(due(15 * 24), None);
        assert_eq!(
            [due(14 * 24), due(3 * 24 + 1)],
            [Some(Reminder::Fortnight); 2]
        );
        assert_eq!([due(3 * 24), due(25)], [Some(Reminder::ThreeDays); 2]);
        assert_eq!([due(24), due(1)], [Some(Reminder::LastDay); 2]);
        assert_eq!([due(0), due(-1)], [None; 2], "too late to start it");
    }

    #[test]
    fn each_reminder_has_a_mail_of_its_own() {
        assert_eq!(
            Reminder::ALL.map(|reminder| reminder.kind().as_str()),
            ["start_by_1", "start_by_3", "start_by_14"]
        );
    }
}
