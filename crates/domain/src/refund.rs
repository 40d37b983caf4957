//! A refund's causes and states. Pending is not done, and one that failed later leaves the
//! traveller out of pocket.

use chrono::{DateTime, TimeDelta, Utc};

use crate::stored_words;

stored_words! {
    /// Why money goes back.
    pub enum Cause {
        /// The eSIM never came.
        Undeliverable = "undeliverable",
        /// Given back unused.
        Cancelled = "cancelled",
        /// An operator decided so.
        Operator = "operator",
        /// The card's owner did not buy it.
        Fraud = "fraud",
        /// Made in Stripe's Dashboard.
        Dashboard = "dashboard",
        /// The card's owner disputed the payment.
        Dispute = "dispute",
    }
}

stored_words! {
    /// How far a refund is.
    pub enum RefundState {
        /// Decided; Stripe may not know yet.
        Intent = "intent",
        /// Stripe has it in hand.
        Pending = "pending",
        /// Stripe waits for somebody.
        RequiresAction = "requires_action",
        /// Done.
        Succeeded = "succeeded",
        /// Came back.
        Failed = "failed",
        /// Called off.
        Canceled = "canceled",
    }
}

impl RefundState {
    /// Reads a status of Stripe's. One that Stripe adds one day is one it still has in hand.
    #[must_use]
    pub fn of_stripe(status: &str) -> Self {
        Self::try_from(status).unwrap_or(Self::Pending)
    }

    /// Whether the money is on its way or there.
    pub fn is_live(self) -> bool {
        !matches!(self, Self::Failed | Self::Canceled)
    }

    /// Whether Stripe has taken it over.
    pub fn is_sent(self) -> bool {
        matches!(self, Self::Pending | Self::RequiresAction | Self::Succeeded)
    }
}

/// How far apart two looks at Stripe's list must be that both show nothing, before a refund is
/// asked for under a new key. A refund may appear some seconds after Stripe has answered with a
/// failure of its own.
pub const BETWEEN_LOOKS: TimeDelta = TimeDelta::minutes(5);

/// How a refund is asked for that Stripe's list does not show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[must_use]
pub enum Send {
    /// Under the key it has.
    SameKey {
        /// This look was the first to show nothing after a failure: to be noted.
        seen_empty: bool,
    },
    /// As a new attempt: Stripe would repeat its failure under the old key for a day.
    NewKey,
}

/// How an attempt to send a refund came to nothing, as far as that decides about the next one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// A dispute holds the payment. A plain no: nothing was made.
    Disputed,
    /// Stripe failed, and repeats that under the same key.
    AtStripe,
    /// The key was sent with another amount before, and Stripe remembers its failure at that.
    OtherAmount,
    /// Anything else, such as no answer at all.
    Other,
}

/// Begins what is written down of a [`Failure::OtherAmount`].
const OTHER_AMOUNT: &str = "under the same key, for another amount";

impl Failure {
    /// Of what was written down: Stripe's type, code and status, and what we put before them.
    pub fn of(said: &str) -> Self {
        if said.contains("charge_disputed") {
            Self::Disputed
        } else if said.contains(OTHER_AMOUNT) {
            Self::OtherAmount
        } else if said.contains("HTTP 5") {
            Self::AtStripe
        } else {
            Self::Other
        }
    }

    /// What is written down of it: what Stripe said, in such a way that [`Failure::of`] finds the
    /// same again.
    pub fn noted(self, said: &str) -> String {
        match self {
            Self::OtherAmount => format!("{OTHER_AMOUNT}: {said}"),
            Self::Disputed | Self::AtStripe | Self::Other => said.to_owned(),
        }
    }
}

/// How to ask for a refund that Stripe's list does not show: `last` is how it came to nothing last,
/// `read_empty_at` when the list was first seen without it after that.
pub fn send(
    last: Option<Failure>,
    read_empty_at: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Send {
    if last == Some(Failure::Disputed) {
        // Stripe would repeat its no for the same key though the dispute is over.
        return Send::NewKey;
    }
    let failed = matches!(last, Some(Failure::AtStripe | Failure::OtherAmount));
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
        let failed = Some(Failure::AtStripe);
        assert_eq!(send(None, None, at(0)), Send::SameKey { seen_empty: false });
        assert_eq!(
            send(failed, None, at(0)),
            Send::SameKey { seen_empty: true }
        );
        assert_eq!(
            send(failed, Some(at(0)), at(299)),
            Send::SameKey { seen_empty: false }
        );
        assert_eq!(send(failed, Some(at(0)), at(300)), Send::NewKey);
        assert_eq!(
            send(Some(Failure::OtherAmount), Some(at(0)), at(300)),
            Send::NewKey,
            "Stripe remembers its failure at the other amount"
        );
        assert_eq!(send(Some(Failure::Disputed), None, at(0)), Send::NewKey);
        assert_eq!(
            send(Some(Failure::Other), Some(at(0)), at(9000)),
            Send::SameKey { seen_empty: false }
        );
    }

    #[test]
    fn a_failure_is_found_again_in_what_was_written_down_of_it() {
        let said = "refused: HTTP 400, idempotency_error";
        for (failure, said) in [
            (Failure::OtherAmount, said),
            (Failure::Disputed, "refused: HTTP 400, charge_disputed"),
            (Failure::AtStripe, "unclear: HTTP 500, api_error"),
            (Failure::Other, "unclear: no answer in time"),
        ] {
            assert_eq!(Failure::of(&failure.noted(said)), failure);
        }
        let before =
            "HTTP 500 under the same key, for another amount; refused: HTTP 400, idempotency_error";
        assert_eq!(
            Failure::of(before),
            Failure::OtherAmount,
            "as the version before wrote it"
        );
    }

    #[test]
    fn states_read_back_and_unknown_ones_are_not_done() {
        for state in RefundState::ALL {
            assert_eq!(RefundState::of_stripe(state.as_str()), state);
        }
        assert_eq!(RefundState::of_stripe("brand_new"), RefundState::Pending);
    }
}
