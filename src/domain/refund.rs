//! A refund's causes and states. Pending is not done, and one that failed later leaves the traveller out of pocket.

use chrono::{DateTime, TimeDelta, Utc};

/// Why money goes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Cause {
    /// The eSIM never came.
    Undeliverable,
    /// Given back unused.
    Cancelled,
    /// An operator decided so.
    Operator,
    /// The card's owner did not buy it.
    Fraud,
    /// Made in Stripe's Dashboard.
    Dashboard,
    /// The card's owner disputed the payment.
    Dispute,
}

impl Cause {
    /// As stored.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Undeliverable => "undeliverable",
            Self::Cancelled => "cancelled",
            Self::Operator => "operator",
            Self::Fraud => "fraud",
            Self::Dashboard => "dashboard",
            Self::Dispute => "dispute",
        }
    }
}

impl From<&str> for Cause {
    /// Reads what the database's check constraint lets stand.
    fn from(text: &str) -> Self {
        [Self::Undeliverable, Self::Cancelled, Self::Operator, Self::Fraud, Self::Dispute]
            .into_iter()
            .find(|c| c.as_str() == text)
            .unwrap_or(Self::Dashboard)
    }
}

/// How far a refund is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RefundState {
    /// Decided; Stripe may not know yet.
    Intent,
    /// Stripe has it in hand.
    Pending,
    /// Stripe waits for somebody.
    RequiresAction,
    /// Done.
    Succeeded,
    /// Came back.
    Failed,
    /// Called off.
    Canceled,
}

impl RefundState {
    /// Every state, for tests and tables.
    pub const ALL: [Self; 6] = [Self::Intent, Self::Pending, Self::RequiresAction, Self::Succeeded, Self::Failed, Self::Canceled];

    /// As stored, and as Stripe writes it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Intent => "intent",
            Self::Pending => "pending",
            Self::RequiresAction => "requires_action",
            Self::Succeeded => "succeeded",
            Self::Failed => "failed",
            Self::Canceled => "canceled",
        }
    }

    /// Whether the money is on its way or there.
    #[must_use]
    pub fn is_live(self) -> bool {
        !matches!(self, Self::Failed | Self::Canceled)
    }

    /// Whether Stripe has taken it over.
    #[must_use]
    pub fn is_sent(self) -> bool {
        matches!(self, Self::Pending | Self::RequiresAction | Self::Succeeded)
    }
}

impl From<&str> for RefundState {
    /// A state that Stripe adds one day is one it still has in hand.
    fn from(text: &str) -> Self {
        Self::ALL.into_iter().find(|s| s.as_str() == text).unwrap_or(Self::Pending)
    }
}

/// How far apart two looks at Stripe's list must be that both show nothing, before a refund is asked for under a new key. A refund may
/// appear some seconds after Stripe has answered with a failure of its own.
pub const BETWEEN_LOOKS: TimeDelta = TimeDelta::minutes(5);

/// How a refund is asked for that Stripe's list does not show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Send {
    /// Under the key it has.
    SameKey {
        /// This look was the first to show nothing after a failure: to be noted.
        seen_empty: bool,
    },
    /// As a new attempt: Stripe would repeat its failure under the old key for a day.
    NewKey,
}

/// How to ask for a refund that Stripe's list does not show: `last_error` is what Stripe said to it last, `read_empty_at` when the list was
/// first seen without it after that.
#[must_use]
pub fn send(last_error: Option<&str>, read_empty_at: Option<DateTime<Utc>>, now: DateTime<Utc>) -> Send {
    if last_error.is_some_and(|error| error.contains("charge_disputed")) {
        // A plain no: nothing was made, and Stripe would repeat it for the same key though the dispute is over.
        return Send::NewKey;
    }
    let failed = last_error.is_some_and(|error| error.contains("HTTP 5"));
    match read_empty_at {
        Some(at) if failed && now - at >= BETWEEN_LOOKS => Send::NewKey,
        Some(_) => Send::SameKey { seen_empty: false },
        None => Send::SameKey { seen_empty: failed },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_key_follows_only_two_looks_that_are_five_minutes_apart() {
        let at = |second: i64| DateTime::from_timestamp(1_800_000_000 + second, 0).unwrap();
        let failed = Some("unclear: HTTP 500, api_error");
        assert_eq!(send(None, None, at(0)), Send::SameKey { seen_empty: false });
        assert_eq!(send(failed, None, at(0)), Send::SameKey { seen_empty: true });
        assert_eq!(send(failed, Some(at(0)), at(299)), Send::SameKey { seen_empty: false });
        assert_eq!(send(failed, Some(at(0)), at(300)), Send::NewKey);
        assert_eq!(send(Some("refused: HTTP 400, charge_disputed"), None, at(0)), Send::NewKey);
        assert_eq!(send(Some("unclear: no answer in time"), Some(at(0)), at(9000)), Send::SameKey { seen_empty: false });
    }

    #[test]
    fn states_read_back_and_unknown_ones_are_not_done() {
        for state in RefundState::ALL {
            assert_eq!(RefundState::from(state.as_str()), state);
        }
        assert_eq!(RefundState::from("brand_new"), RefundState::Pending);
    }
}
