//! The only reader of the wall clock. A time that decides something is an argument, or comes from
//! the `App`'s clock, which tests set forward.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, SubsecRound, TimeDelta, Utc};

/// A clock that all parts of one shop share.
#[derive(Debug, Clone, Default)]
pub struct Clock {
    ahead_ms: Arc<AtomicI64>,
    /// Microseconds at which it stands; 0 while it runs.
    stopped_us: Arc<AtomicI64>,
}

impl Clock {
    /// Now, to the microsecond that Postgres keeps, so that a time read back equals the time
    /// written.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.stopped_at().unwrap_or_else(now)
            + TimeDelta::milliseconds(self.ahead_ms.load(Ordering::Relaxed))
    }

    fn stopped_at(&self) -> Option<DateTime<Utc>> {
        Some(self.stopped_us.load(Ordering::Relaxed))
            .filter(|us| *us != 0)
            .and_then(DateTime::from_timestamp_micros)
    }

    /// Lets it stand: from here on only [`Clock::advance`] moves it. A simulation has no time but
    /// its own.
    pub fn stop(&self, at: DateTime<Utc>) {
        self.stopped_us
            .store(at.timestamp_micros(), Ordering::Relaxed);
    }

    /// Chance that spreads waits, 0 to 1000, so that many who wait do not come at once; always the
    /// middle while the clock stands.
    #[must_use]
    pub fn jitter(&self) -> u32 {
        if self.stopped_at().is_some() {
            500
        } else {
            rand::random_range(0..=1000)
        }
    }

    /// Sets the clock forward. Tests do, instead of sleeping.
    pub fn advance(&self, by: TimeDelta) {
        self.ahead_ms
            .fetch_add(by.num_milliseconds(), Ordering::Relaxed);
    }
}

/// The wall clock's time, to the microsecond.
#[must_use]
#[expect(
    clippy::disallowed_methods,
    reason = "this is the one place that reads the clock"
)]
pub fn now() -> DateTime<Utc> {
    Utc::now().trunc_subsecs(6)
}
