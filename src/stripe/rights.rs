//! The rights of a restricted key, and what of Stripe's words about a missing one may be repeated.
//! Pure.

/// A right that the shop makes use of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Right {
    /// Payment pages: write.
    CheckoutSessions,
    /// Payments: read.
    PaymentIntents,
    /// Money that goes back: write.
    Refunds,
    /// What happened: read.
    Events,
    /// What was refunded and disputed of a payment: read.
    Charges,
    /// How a dispute stands: read.
    Disputes,
    /// Whether a payment is under review: read.
    Reviews,
    /// Stripe's fee: read.
    BalanceTransactions,
}

impl Right {
    /// Every right.
    pub const ALL: [Self; 8] = [
        Self::CheckoutSessions,
        Self::PaymentIntents,
        Self::Refunds,
        Self::Events,
        Self::Charges,
        Self::Disputes,
        Self::Reviews,
        Self::BalanceTransactions,
    ];

    /// As Stripe's Dashboard calls it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::CheckoutSessions => "Checkout Sessions",
            Self::PaymentIntents => "PaymentIntents",
            Self::Refunds => "Refunds",
            Self::Events => "Events",
            Self::Charges => "Charges",
            Self::Disputes => "Disputes",
            Self::Reviews => "Reviews",
            Self::BalanceTransactions => "Balance transactions",
        }
    }

    /// As the name of the right begins in Stripe's refusals, between `rak_` and `_read`.
    fn slug(self) -> &'static str {
        match self {
            Self::CheckoutSessions => "checkout_session",
            Self::PaymentIntents => "payment_intent",
            Self::Refunds => "refund",
            Self::Events => "event",
            Self::Charges => "charge",
            Self::Disputes => "dispute",
            Self::Reviews => "review",
            Self::BalanceTransactions => "balance_transaction",
        }
    }
}

/// "Having the 'rak_charge_read' permission would allow this request to continue." out of Stripe's
/// whole message, whose first half names key and account. What holds a figure or a capital beyond
/// the first letter is not repeated.
pub fn sentence(message: &str) -> Option<String> {
    let from = message.find("Having the ")?;
    let said = message[from..].split_inclusive('.').next()?;
    let harmless = |letter: char| {
        letter.is_ascii_lowercase() || matches!(letter, ' ' | '_' | '\'' | ',' | '.')
    };
    said.chars().skip(1).all(harmless).then(|| said.to_owned())
}

/// The rights of ours that such a sentence names.
pub fn named_in(said: &str) -> Vec<Right> {
    let names = |right: &Right| said.contains(&format!("rak_{}_", right.slug()));
    Right::ALL.into_iter().filter(names).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_name_of_the_right_is_repeated() {
        let whole = "The provided key 'rk_live_*****8Kgd' does not have the required permissions \
                     for this endpoint on account \
                     'acct_1PJB'. Having the 'rak_charge_read' permission would allow this request \
                     to continue.";
        let said = sentence(whole).unwrap();
        assert_eq!(
            said,
            "Having the 'rak_charge_read' permission would allow this request to continue."
        );
        assert_eq!(named_in(&said), [Right::Charges]);
        let two = sentence(
            "Having the 'rak_review_read', 'rak_balance_transaction_source_read' permissions would \
             help.",
        )
        .unwrap();
        assert_eq!(named_in(&two), [Right::Reviews, Right::BalanceTransactions]);
        for silent in [
            "",
            "No such key: 'sk_live_1'",
            "Having the key 'rk_live_51Abc' at hand.",
        ] {
            assert_eq!(sentence(silent), None, "{silent}");
        }
    }
}
