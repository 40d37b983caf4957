//! The life of a line's goods: what follows a reply of the supplier, and when waiting ends. One `match`; nothing is done here.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};

/// Where a line's goods are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LineState {
    /// Not yet ordered.
    Waiting,
    /// Asked for; not yet had.
    Ordering,
    /// The traveller has it.
    Delivered,
    /// It will never come; the money goes back.
    Refused,
    /// Given back by the traveller.
    Cancelled,
}

impl LineState {
    /// Every state, for tests and tables.
    pub const ALL: [Self; 5] = [Self::Waiting, Self::Ordering, Self::Delivered, Self::Refused, Self::Cancelled];

    /// As stored.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Ordering => "ordering",
            Self::Delivered => "delivered",
            Self::Refused => "refused",
            Self::Cancelled => "cancelled",
        }
    }
}

impl From<&str> for LineState {
    /// Reads what the database's check constraint lets stand.
    fn from(text: &str) -> Self {
        Self::ALL.into_iter().find(|s| s.as_str() == text).unwrap_or(Self::Waiting)
    }
}

/// What the supplier's reply to `create_order` comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reply {
    /// Sold, with all that the traveller needs.
    Complete,
    /// Sold, but without an id, ICCID or activation code.
    Incomplete,
    /// A final no.
    Refused,
    /// A no for now: our balance.
    LowBalance,
    /// They may have sold.
    Unclear,
    /// They cannot have sold.
    Unreachable,
}

/// How long a captured payment may wait, from `shop.toml`.
#[derive(Debug, Clone, Copy)]
pub struct Clocks {
    /// While it is certain that nothing was bought.
    pub refund_after: Duration,
    /// Once any attempt may have bought.
    pub refund_after_unclear: Duration,
}

/// What is known of a line's attempts.
#[derive(Debug, Clone, Copy)]
pub struct Attempts {
    /// When its money was captured.
    pub paid_at: DateTime<Utc>,
    /// How many calls have been written down.
    pub made: u32,
    /// Whether any of them may have bought: unclear, or never heard of again.
    pub any_unclear: bool,
}

/// What to do next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// The same call, the same key.
    Ask,
    /// The same call, the same key, then.
    AskAt(DateTime<Utc>),
    /// Hand it over.
    Deliver,
    /// Decide the refund. `unknown`: the supplier may have sold all the same.
    Refund {
        /// Whether the supplier may have sold.
        unknown: bool,
    },
}

impl Attempts {
    /// When waiting ends.
    #[must_use]
    pub fn deadline(&self, clocks: &Clocks) -> DateTime<Utc> {
        let wait = if self.any_unclear { clocks.refund_after_unclear } else { clocks.refund_after };
        self.paid_at + TimeDelta::from_std(wait).unwrap_or(TimeDelta::MAX / 4)
    }

    /// Whether the next call may be made, judged before it.
    #[must_use]
    pub fn before_call(&self, clocks: &Clocks, now: DateTime<Utc>) -> Next {
        if now < self.deadline(clocks) || self.made == 0 { Next::Ask } else { Next::Refund { unknown: self.any_unclear } }
    }

    /// What follows `reply`; `self` counts the attempt that it answers. `jitter` spreads attempts: 0..1000, 500 is none.
    #[must_use]
    pub fn after_reply(&self, reply: Reply, clocks: &Clocks, now: DateTime<Utc>, jitter: u32) -> Next {
        match reply {
            Reply::Complete => Next::Deliver,
            Reply::Refused if !self.any_unclear => Next::Refund { unknown: false },
            // A no after a maybe may mean "you already have it": the clock decides.
            Reply::Refused | Reply::LowBalance | Reply::Unclear | Reply::Unreachable | Reply::Incomplete => {
                let deadline = self.deadline(clocks);
                if now >= deadline {
                    return Next::Refund { unknown: self.any_unclear };
                }
                Next::AskAt((now + backoff(self.made, jitter)).min(deadline))
            }
        }
    }
}

/// 1 s, 2 s, 4 s … at most a minute, half as long to half as long again.
#[must_use]
pub fn backoff(attempts: u32, jitter: u32) -> TimeDelta {
    let seconds = 1_i64 << attempts.saturating_sub(1).min(6);
    let permille = 500 + i64::from(jitter.min(1000));
    TimeDelta::milliseconds(seconds.min(60) * permille)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const CLOCKS: Clocks = Clocks { refund_after: Duration::from_secs(1800), refund_after_unclear: Duration::from_secs(7200) };
    const REPLIES: [Reply; 6] = [Reply::Complete, Reply::Incomplete, Reply::Refused, Reply::LowBalance, Reply::Unclear, Reply::Unreachable];

    fn at(second: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000 + second, 0).unwrap()
    }

    fn attempts(made: u32, any_unclear: bool) -> Attempts {
        Attempts { paid_at: at(0), made, any_unclear }
    }

    #[test]
    fn a_definite_no_is_refunded_at_once_unless_something_was_unclear_before() {
        assert_eq!(attempts(1, false).after_reply(Reply::Refused, &CLOCKS, at(1), 500), Next::Refund { unknown: false });
        assert!(matches!(attempts(2, true).after_reply(Reply::Refused, &CLOCKS, at(1), 500), Next::AskAt(_)));
    }

    #[test]
    fn the_longer_clock_applies_once_anything_was_unclear() {
        assert_eq!(attempts(5, false).before_call(&CLOCKS, at(1800)), Next::Refund { unknown: false });
        assert_eq!(attempts(5, true).before_call(&CLOCKS, at(1800)), Next::Ask);
        assert_eq!(attempts(5, true).before_call(&CLOCKS, at(7200)), Next::Refund { unknown: true });
    }

    #[test]
    fn a_payment_that_was_found_late_is_still_tried_once() {
        assert_eq!(attempts(0, false).before_call(&CLOCKS, at(100_000)), Next::Ask);
    }

    proptest! {
        #[test]
        fn waiting_always_ends_and_never_runs_past_its_clock(
            made in 1u32..10_000, unclear: bool, reply in 0usize..6, second in 0i64..10_000, jitter in 0u32..=1000,
        ) {
            let (now, line) = (at(second), attempts(made, unclear));
            match line.after_reply(REPLIES[reply], &CLOCKS, now, jitter) {
                Next::AskAt(then) => prop_assert!(then > now && then <= line.deadline(&CLOCKS)),
                Next::Deliver => prop_assert_eq!(REPLIES[reply], Reply::Complete),
                Next::Refund { unknown } => prop_assert!(unknown == unclear && REPLIES[reply] != Reply::Complete),
                Next::Ask => prop_assert!(false, "a reply never means: again at once"),
            }
        }
    }
}
