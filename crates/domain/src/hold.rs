//! Why nothing may be bought for an order now, and who ends which hold. Pure: nothing is opened or
//! ended here.

use std::time::Duration;

use chrono::TimeDelta;

use crate::stored_words;

stored_words! {
    /// A reason to hold. Reasons stand side by side; each is ended by its own cause.
    pub enum Reason {
        /// Stripe has the payment under review.
        Review = "review",
        /// The card's owner disputes the payment.
        Dispute = "dispute",
        /// What was paid does not fit the order.
        Misfit = "misfit",
        /// A part of the money went back in Stripe's Dashboard, and nobody has said for which line.
        RefundedElsewhere = "refunded elsewhere",
        /// What the supplier answered needs a person.
        Supplier = "supplier",
        /// A person wishes it so.
        Operator = "operator",
    }
}

impl Reason {
    /// Whether `orders release` ends it, so that buying goes on. The others end by a refund only.
    pub fn can_be_released(self) -> bool {
        matches!(
            self,
            Self::Review | Self::Dispute | Self::Supplier | Self::Operator
        )
    }

    /// Whether money may go back while it stands. Stripe refuses to refund a disputed payment, and
    /// a misfit is sent back as a whole.
    pub fn lets_refunds_go(self) -> bool {
        !matches!(self, Self::Dispute | Self::Misfit)
    }
}

/// How long an order may be held in all: after it the trip is near or over, and the money goes back
/// instead.
pub const LONGEST: TimeDelta = TimeDelta::hours(72);

/// Whether an order has been held for too long to be bought.
pub fn is_too_long(held: Duration) -> bool {
    TimeDelta::from_std(held).is_ok_and(|held| held > LONGEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_read_back_and_unknown_ones_are_errors() {
        for reason in Reason::ALL {
            assert_eq!(Reason::try_from(reason.as_str()), Ok(reason));
        }
        assert!(
            Reason::try_from("brand new")
                .unwrap_err()
                .to_string()
                .contains("brand new")
        );
    }

    #[test]
    fn a_payment_that_does_not_fit_is_never_released_into_a_purchase() {
        assert!(!Reason::Misfit.can_be_released() && !Reason::RefundedElsewhere.can_be_released());
    }

    #[test]
    fn more_than_three_days_is_too_long() {
        assert!(
            !is_too_long(Duration::from_secs(72 * 3600))
                && is_too_long(Duration::from_secs(72 * 3600 + 1))
        );
    }
}
