//! The only reader of the wall clock. A time that decides something is an argument everywhere else.

use chrono::{DateTime, SubsecRound, Utc};

/// Now, to the microsecond that Postgres keeps, so that a time read back equals the time written.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "this is the one place that reads the clock")]
pub fn now() -> DateTime<Utc> {
    Utc::now().trunc_subsecs(6)
}
