//! The outside world in miniature, over real HTTP on loopback. Uses nothing of the shop's own rooms: everything here is
//! written from the partners' documents, so that a misspelt field cannot agree with itself.

pub mod esimfx;
pub mod faults;
mod http;
pub mod mailbox;
pub mod postgres;
pub mod stripe;

use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::Duration,
};

use chrono::{DateTime, Utc};

pub use http::{Call, CallLog};

/// The sandbox's clock: the machine's, moved by as much as a test wants. Clones share the hand.
#[derive(Debug, Clone, Default)]
pub struct Clock(Arc<AtomicI64>);

impl Clock {
    /// Now, in UTC.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "the partners have a clock of their own, which is not the shop's")]
    pub fn now(&self) -> DateTime<Utc> {
        Utc::now() + chrono::Duration::milliseconds(self.0.load(Ordering::SeqCst))
    }

    /// Moves the hand forward.
    pub fn advance(&self, by: Duration) {
        self.0.fetch_add(i64::try_from(by.as_millis()).unwrap_or(i64::MAX), Ordering::SeqCst);
    }
}
