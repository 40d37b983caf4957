//! What follows the attempts to buy a line: asking again, handing over, giving the money back. One
//! `match` for a reply and one for the clock; nothing is done here.

use std::time::Duration;

use chrono::{DateTime, Months, TimeDelta, Utc};

use super::Reply;

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
#[must_use]
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
#[must_use]
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
    pub fn deadline(&self, clocks: &Clocks) -> DateTime<Utc> {
        let wait = if self.any_unclear {
            clocks.refund_after_unclear
        } else {
            clocks.refund_after
        };
        self.paid_at + TimeDelta::from_std(wait).unwrap_or(TimeDelta::MAX / 4)
    }

    /// Whether its key is too old to be used.
    pub fn key_is_stale(&self, now: DateTime<Utc>) -> bool {
        self.key_made_at
            .checked_add_months(KEY_MONTHS)
            .is_some_and(|end| now + TimeDelta::days(1) >= end)
    }

    /// Whether the next call may be made, judged before it. A payment that is found late is still
    /// tried once; what could not be read is asked for once more after a person let it go.
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
pub fn backoff(attempts: u32, jitter: u32) -> TimeDelta {
    let seconds = 1_i64 << attempts.saturating_sub(1).min(6);
    let permille = 500 + i64::from(jitter.min(1000));
    TimeDelta::milliseconds(seconds.min(60) * permille)
}

/// Before what nobody will use is ended once more: 30 s, 1 min, 2 min … at most a day, half as long
/// to half as long again.
pub fn pause_before_ending(tries: u32, jitter: u32) -> TimeDelta {
    let seconds = 30_i64 << tries.saturating_sub(1).min(12);
    TimeDelta::milliseconds(seconds.min(24 * 60 * 60) * (500 + i64::from(jitter.min(1000))))
}
