//! A refund's causes and states. Pending is not done, and one that failed later leaves the traveller out of pocket.

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_read_back_and_unknown_ones_are_not_done() {
        for state in RefundState::ALL {
            assert_eq!(RefundState::from(state.as_str()), state);
        }
        assert_eq!(RefundState::from("brand_new"), RefundState::Pending);
    }
}
