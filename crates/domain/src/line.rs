//! The life of a line's goods: what follows a reply of the supplier, and when waiting ends. One
//! `match`; nothing is done here.

use std::time::Duration;

use chrono::{DateTime, Months, TimeDelta, Utc};

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
    pub const ALL: [Self; 5] = [
        Self::Waiting,
        Self::Ordering,
        Self::Delivered,
        Self::Refused,
        Self::Cancelled,
    ];

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
        Self::ALL
            .into_iter()
            .find(|s| s.as_str() == text)
            .unwrap_or(Self::Waiting)
    }
}

/// What the supplier says has become of an order, by its status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sale {
    /// It is sold: `COMPLETED`, or no status at all, as in a success of the document.
    Sold,
    /// Not yet, or in a word that nobody knows: it is read back.
    Underway,
    /// It came to nothing, they say: `FAILED`, `CANCELLED`.
    Off,
}

impl Sale {
    /// Reads the supplier's word in any case.
    #[must_use]
    pub fn of(status: Option<&str>) -> Self {
        match status.map(|s| s.trim().to_ascii_uppercase()).as_deref() {
            None | Some("" | "COMPLETED") => Self::Sold,
            Some("FAILED" | "CANCELLED" | "CANCELED") => Self::Off,
            Some(_) => Self::Underway,
        }
    }
}

/// How much of what the traveller needs came with a sale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Parts {
    /// All of it.
    Whole,
    /// An id, ICCID or activation code did not come.
    Missing,
    /// An ICCID or activation code came that cannot be read.
    Unreadable,
}

/// What the supplier's reply to `create_order` comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reply {
    /// Sold, with all that the traveller needs.
    Complete,
    /// Sold, but without an id, ICCID or activation code.
    Incomplete,
    /// Sold, with an ICCID or activation code that cannot be read.
    Unreadable,
    /// Taken on, and not sold yet.
    Underway,
    /// Said to have come to nothing, which is not yet certain.
    Off,
    /// A final no.
    Refused,
    /// A no for now: our balance.
    LowBalance,
    /// They may have sold.
    Unclear,
    /// They cannot have sold.
    Unreachable,
}

impl Reply {
    /// What an answer of success (`code` 0) comes to. Only what is sold counts, and only as far as
    /// it came.
    #[must_use]
    pub fn of(sale: Sale, parts: Parts) -> Self {
        match (sale, parts) {
            (Sale::Sold, Parts::Whole) => Self::Complete,
            (Sale::Sold, Parts::Missing) => Self::Incomplete,
            (Sale::Sold, Parts::Unreadable) => Self::Unreadable,
            (Sale::Underway, _) => Self::Underway,
            (Sale::Off, _) => Self::Off,
        }
    }

    /// Whether they may have sold although nothing can be handed over: then the longer clock runs.
    #[must_use]
    pub fn may_have_sold(self) -> bool {
        matches!(
            self,
            Self::Incomplete | Self::Unreadable | Self::Underway | Self::Off | Self::Unclear
        )
    }
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
    /// Whether what was bought is known, and its ICCID or code is there and cannot be read.
    pub unreadable: bool,
    /// When its key was made.
    pub key_made_at: DateTime<Utc>,
}

/// The supplier forgets a key after six months, and then the same key would buy again. The database
/// refuses a call with one older than five; a day less than that is asked for here, as months and
/// days differ by zone.
const KEY_MONTHS: Months = Months::new(5);

/// How long a person has to look at an answer that cannot be read, before the money goes back.
pub const UNREADABLE_PATIENCE: TimeDelta = TimeDelta::hours(24);

/// How long a line that nothing was asked for in time may take to be asked for once.
pub const LAST_CHANCE: TimeDelta = TimeDelta::seconds(5);
/// How often a line is looked at that has come and cannot be read: its next answer decides.
const UNREADABLE_LOOK: TimeDelta = TimeDelta::hours(1);

/// What the clock says by itself, whatever the supplier is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ByClock {
    /// Nothing yet; look again then.
    Wait(DateTime<Utc>),
    /// It is over, but nothing was ever asked for: once, now.
    LastChance,
    /// Decide the refund. `unknown`: the supplier may have sold all the same.
    Refund {
        /// Whether the supplier may have sold.
        unknown: bool,
    },
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
    /// Call a person: what was bought is there and cannot be read.
    Hold,
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
        let wait = if self.any_unclear {
            clocks.refund_after_unclear
        } else {
            clocks.refund_after
        };
        self.paid_at + TimeDelta::from_std(wait).unwrap_or(TimeDelta::MAX / 4)
    }

    /// Whether its key is too old to be used.
    #[must_use]
    pub fn key_is_stale(&self, now: DateTime<Utc>) -> bool {
        self.key_made_at
            .checked_add_months(KEY_MONTHS)
            .is_some_and(|end| now + TimeDelta::days(1) >= end)
    }

    /// Whether the next call may be made, judged before it. A payment that is found late is still
    /// tried once; what could not be read is asked for once more after a person let it go.
    #[must_use]
    pub fn before_call(&self, clocks: &Clocks, now: DateTime<Utc>) -> Next {
        if self.key_is_stale(now) {
            return Next::Refund {
                unknown: self.any_unclear,
            };
        }
        if now < self.deadline(clocks) || self.made == 0 || self.unreadable {
            Next::Ask
        } else {
            Next::Refund {
                unknown: self.any_unclear,
            }
        }
    }

    /// What the clock alone decides. A call that is under way counts as unclear and may yet end as
    /// one that never left: the shorter clock is looked at, too. A payment that is found late is
    /// still tried once: `chance_at` is when that was decided.
    #[must_use]
    pub fn by_clock(
        &self,
        clocks: &Clocks,
        now: DateTime<Utc>,
        chance_at: Option<DateTime<Utc>>,
    ) -> ByClock {
        let deadline = self.deadline(clocks);
        if self.key_is_stale(now) {
            return ByClock::Refund {
                unknown: self.any_unclear,
            };
        }
        if now < deadline {
            let shorter = Self {
                any_unclear: false,
                ..*self
            }
            .deadline(clocks);
            return ByClock::Wait(if now < shorter {
                shorter.min(deadline)
            } else {
                deadline
            });
        }
        if self.unreadable {
            return ByClock::Wait(now + UNREADABLE_LOOK);
        }
        match chance_at.map(|at| at + LAST_CHANCE) {
            None if self.made == 0 => ByClock::LastChance,
            Some(end) if self.made == 0 && now < end => ByClock::Wait(end),
            _ => ByClock::Refund {
                unknown: self.any_unclear,
            },
        }
    }

    /// What follows `reply`; `self` counts the attempt that it answers. `jitter` spreads attempts:
    /// 0..1000, 500 is none.
    #[must_use]
    pub fn after_reply(
        &self,
        reply: Reply,
        clocks: &Clocks,
        now: DateTime<Utc>,
        jitter: u32,
    ) -> Next {
        match reply {
            Reply::Complete => Next::Deliver,
            Reply::Refused if !self.any_unclear => Next::Refund { unknown: false },
            // A no after a maybe may mean "you already have it": the clock decides.
            _ => {
                let deadline = self.deadline(clocks);
                if now < deadline {
                    Next::AskAt((now + backoff(self.made, jitter)).min(deadline))
                } else if self.unreadable || reply == Reply::Unreadable {
                    Next::Hold
                } else {
                    Next::Refund {
                        unknown: self.any_unclear,
                    }
                }
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

/// Before what nobody will use is ended once more: 30 s, 1 min, 2 min … at most a day, half as long
/// to half as long again.
#[must_use]
pub fn pause_before_ending(tries: u32, jitter: u32) -> TimeDelta {
    let seconds = 30_i64 << tries.saturating_sub(1).min(12);
    TimeDelta::milliseconds(seconds.min(24 * 60 * 60) * (500 + i64::from(jitter.min(1000))))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const CLOCKS: Clocks = Clocks {
        refund_after: Duration::from_secs(1800),
        refund_after_unclear: Duration::from_secs(7200),
    };
    const REPLIES: [Reply; 9] = [
        Reply::Complete,
        Reply::Incomplete,
        Reply::Unreadable,
        Reply::Underway,
        Reply::Off,
        Reply::Refused,
        Reply::LowBalance,
        Reply::Unclear,
        Reply::Unreachable,
    ];

    fn at(second: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000 + second, 0).unwrap()
    }

    fn attempts(made: u32, any_unclear: bool) -> Attempts {
        Attempts {
            paid_at: at(0),
            made,
            any_unclear,
            unreadable: false,
            key_made_at: at(-60),
        }
    }

    #[test]
    fn only_what_is_completed_or_has_no_status_is_sold() {
        for (status, sale) in [
            (None, Sale::Sold),
            (Some("COMPLETED"), Sale::Sold),
            (Some(" completed "), Sale::Sold),
            (Some("PROCESSING"), Sale::Underway),
            (Some("PENDING"), Sale::Underway),
            (Some("SUCCESS"), Sale::Underway),
            (Some("INCOMPLETED"), Sale::Underway),
            (Some("0"), Sale::Underway),
            (Some("FAILED"), Sale::Off),
            (Some("Cancelled"), Sale::Off),
            (Some("CANCELED"), Sale::Off),
        ] {
            assert_eq!(Sale::of(status), sale, "{status:?}");
        }
    }

    #[test]
    fn every_answer_of_success_has_its_meaning() {
        use Parts::{Missing, Unreadable, Whole};
        for (sale, parts, reply) in [
            (Sale::Sold, Whole, Reply::Complete),
            (Sale::Sold, Missing, Reply::Incomplete),
            (Sale::Sold, Unreadable, Reply::Unreadable),
            (Sale::Underway, Whole, Reply::Underway),
            (Sale::Underway, Missing, Reply::Underway),
            (Sale::Underway, Unreadable, Reply::Underway),
            (Sale::Off, Whole, Reply::Off),
            (Sale::Off, Missing, Reply::Off),
            (Sale::Off, Unreadable, Reply::Off),
        ] {
            assert_eq!(Reply::of(sale, parts), reply, "{sale:?} {parts:?}");
            assert_ne!(reply == Reply::Complete, reply.may_have_sold(), "{reply:?}");
        }
    }

    #[test]
    fn what_cannot_be_read_calls_a_person_when_the_clock_has_run_and_no_sooner() {
        let line = Attempts {
            unreadable: true,
            ..attempts(9, true)
        };
        assert!(matches!(
            line.after_reply(Reply::Unreadable, &CLOCKS, at(7199), 500),
            Next::AskAt(_)
        ));
        assert_eq!(
            line.after_reply(Reply::Unreadable, &CLOCKS, at(7200), 500),
            Next::Hold
        );
        assert_eq!(
            line.after_reply(Reply::Unreachable, &CLOCKS, at(7200), 500),
            Next::Hold,
            "what is known stays known"
        );
        assert_eq!(
            line.after_reply(Reply::Complete, &CLOCKS, at(7200), 500),
            Next::Deliver
        );
        assert_eq!(
            line.before_call(&CLOCKS, at(90_000)),
            Next::Ask,
            "it is read once more before a person is called again"
        );
        assert_eq!(
            attempts(9, true).after_reply(Reply::Incomplete, &CLOCKS, at(7200), 500),
            Next::Refund { unknown: true }
        );
    }

    #[test]
    fn a_key_that_the_supplier_may_soon_forget_is_never_used() {
        let line = Attempts {
            key_made_at: "2026-01-31T12:00:00Z".parse().unwrap(),
            ..attempts(0, false)
        };
        let on = |day: &str| line.before_call(&CLOCKS, format!("{day}T12:00:00Z").parse().unwrap());
        assert_eq!(
            (on("2026-06-28"), on("2026-06-29")),
            (Next::Ask, Next::Refund { unknown: false })
        );
        assert_eq!(
            Attempts {
                unreadable: true,
                any_unclear: true,
                ..line
            }
            .before_call(&CLOCKS, at(1_000_000_000)),
            Next::Refund { unknown: true }
        );
    }

    #[test]
    fn what_cannot_be_ended_is_tried_slower_and_slower_up_to_once_a_day() {
        let pause = |tries| pause_before_ending(tries, 500).num_seconds();
        assert_eq!(
            [pause(1), pause(2), pause(3), pause(11)],
            [30, 60, 120, 30_720]
        );
        assert_eq!(
            [pause(12), pause(13), pause(u32::MAX)],
            [61_440, 86_400, 86_400]
        );
        assert!(
            (0..2000)
                .all(|tries| pause_before_ending(tries + 1, 0)
                    <= pause_before_ending(tries + 2, 1000))
        );
    }

    #[test]
    fn a_definite_no_is_refunded_at_once_unless_something_was_unclear_before() {
        assert_eq!(
            attempts(1, false).after_reply(Reply::Refused, &CLOCKS, at(1), 500),
            Next::Refund { unknown: false }
        );
        assert!(matches!(
            attempts(2, true).after_reply(Reply::Refused, &CLOCKS, at(1), 500),
            Next::AskAt(_)
        ));
    }

    #[test]
    fn the_longer_clock_applies_once_anything_was_unclear() {
        assert_eq!(
            attempts(5, false).before_call(&CLOCKS, at(1800)),
            Next::Refund { unknown: false }
        );
        assert_eq!(attempts(5, true).before_call(&CLOCKS, at(1800)), Next::Ask);
        assert_eq!(
            attempts(5, true).before_call(&CLOCKS, at(7200)),
            Next::Refund { unknown: true }
        );
    }

    #[test]
    fn a_payment_that_was_found_late_is_still_tried_once() {
        assert_eq!(
            attempts(0, false).before_call(&CLOCKS, at(100_000)),
            Next::Ask
        );
    }

    #[test]
    fn the_clock_decides_by_itself_and_gives_what_was_never_asked_for_one_chance() {
        let by_clock = |line: Attempts, second, chance| line.by_clock(&CLOCKS, at(second), chance);
        assert_eq!(
            by_clock(attempts(3, false), 10, None),
            ByClock::Wait(at(1800))
        );
        assert_eq!(
            by_clock(attempts(3, false), 1800, None),
            ByClock::Refund { unknown: false }
        );
        // Of a call that is under way nobody knows yet which clock it will leave running.
        assert_eq!(
            by_clock(attempts(3, true), 10, None),
            ByClock::Wait(at(1800))
        );
        assert_eq!(
            by_clock(attempts(3, true), 1800, None),
            ByClock::Wait(at(7200))
        );
        assert_eq!(
            by_clock(attempts(3, true), 7200, None),
            ByClock::Refund { unknown: true }
        );
        assert_eq!(
            by_clock(attempts(0, false), 9000, None),
            ByClock::LastChance
        );
        assert_eq!(
            by_clock(attempts(0, false), 9004, Some(at(9000))),
            ByClock::Wait(at(9005))
        );
        assert_eq!(
            by_clock(attempts(0, false), 9005, Some(at(9000))),
            ByClock::Refund { unknown: false }
        );
        let unreadable = Attempts {
            unreadable: true,
            ..attempts(3, true)
        };
        assert!(
            matches!(by_clock(unreadable, 9000, None), ByClock::Wait(_)),
            "a person is called for it first"
        );
    }

    proptest! {
        #[test]
        fn waiting_always_ends_and_never_runs_past_its_clock(
            made in 1u32..10_000, unclear: bool, unreadable: bool, reply in 0usize..9, second in 0i64..10_000, jitter in 0u32..=1000,
        ) {
            let (now, line) = (at(second), Attempts { unreadable, ..attempts(made, unclear || unreadable) });
            match line.after_reply(REPLIES[reply], &CLOCKS, now, jitter) {
                Next::AskAt(then) => prop_assert!(then > now && then <= line.deadline(&CLOCKS)),
                Next::Deliver => prop_assert_eq!(REPLIES[reply], Reply::Complete),
                Next::Hold => prop_assert!(unreadable || REPLIES[reply] == Reply::Unreadable),
                Next::Refund { unknown } => prop_assert!(!unreadable && unknown == unclear && REPLIES[reply] != Reply::Complete),
                Next::Ask => prop_assert!(false, "a reply never means: again at once"),
            }
        }
    }
}
