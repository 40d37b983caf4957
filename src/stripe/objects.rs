//! Stripe's objects, as far as we read them, in our own words. No rules beyond what a word of
//! Stripe's means.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;

use super::rights::Right;
use domain::money::Money;

/// A Checkout Session as far as we read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// `cs_…`
    pub id: String,
    /// The payment page, while it is open.
    pub url: Option<String>,
    /// Open, complete or expired; `None` for a status newer than we are.
    pub status: Option<SessionStatus>,
    /// Whether the money is there.
    pub payment: PaymentStatus,
    /// Whether it is a one-time payment.
    pub is_payment: bool,
    /// Our order's id.
    pub client_reference_id: Option<String>,
    /// `pi_…`
    pub payment_intent_id: Option<String>,
    /// What was or will be paid; `None` in a currency that is not one of ours.
    pub total: Option<Money>,
    /// The tax in it, in minor units, once Stripe Tax has reckoned it.
    pub tax_minor: Option<i64>,
    /// Real money.
    pub livemode: bool,
    /// The buyer's address, as typed on Stripe's page.
    pub email: Option<String>,
    /// The country of the buyer's billing address: two upper-case letters.
    pub country: Option<String>,
    /// Where Stripe sends the buyer after paying: it tells whose session it is.
    pub success_url: Option<String>,
    /// When it was opened.
    pub created_at: DateTime<Utc>,
}

/// A session's life.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SessionStatus {
    /// Can be paid.
    Open,
    /// The buyer is done; the money may still be on its way.
    Complete,
    /// Can no longer be paid.
    Expired,
}

/// Whether a session's money is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PaymentStatus {
    /// Captured.
    Paid,
    /// Not yet, or never.
    Unpaid,
    /// Stripe asked for nothing. We never sell for nothing.
    NotRequired,
    /// Newer than we are.
    Unknown,
}

/// A payment intent, with what its charge and its review say when they were asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payment {
    /// `pi_…`
    pub id: String,
    /// `succeeded` once the money is there; `processing`, `requires_payment_method`, `canceled`, …
    pub status: String,
    /// What came; `None` in a currency that is not one of ours.
    pub received: Option<Money>,
    /// What came, in minor units of `currency`.
    pub received_minor: i64,
    /// As Stripe writes it: `usd`.
    pub currency: String,
    /// Real money.
    pub livemode: bool,
    /// Our order's id.
    pub order_id: Option<String>,
    /// What the payment says it is for.
    pub description: Option<String>,
    /// When it was begun.
    pub created_at: DateTime<Utc>,
    /// What was taken, if anything was and the key may read it.
    pub charge: Option<Charge>,
    /// The review it is or was under, if there is one and the key may read it.
    pub review: Option<Review>,
    /// What the key may not read: then `charge` or `review` says nothing.
    pub missing: Vec<Right>,
}

/// The charge of a payment. Its marks stay for ever: `disputed` after a dispute was won, too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Charge {
    /// `ch_…`
    pub id: String,
    /// What was refunded so far, in minor units. What a lost dispute took is not in it.
    pub refunded_minor: i64,
    /// Whether it ever was disputed. Whether it still is, [`Dispute::is_open`] says.
    pub disputed: bool,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// `txn_…`, once Stripe has booked it, which may be a moment after the payment.
    pub balance_transaction: Option<String>,
}

/// A review of a payment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// `prv_…`
    pub id: String,
    /// Nobody has decided yet.
    pub open: bool,
    /// `approved`, `refunded`, `refunded_as_fraud`, `disputed`, `redacted`, `canceled`,
    /// `payment_never_settled`, `acknowledged`
    pub closed_reason: Option<String>,
}

/// A dispute of a charge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dispute {
    /// `du_…`
    pub id: String,
    /// Its state, in Stripe's word.
    pub status: String,
    /// What is disputed, in minor units.
    pub amount_minor: i64,
    /// `pi_…`
    pub payment_intent_id: Option<String>,
}

impl Dispute {
    /// Whether it is undecided. A status newer than we are counts as open: nothing is bought or
    /// sent back on a guess.
    #[must_use]
    pub fn is_open(&self) -> bool {
        // needs_response, under_review, warning_needs_response, warning_under_review
        // (docs.stripe.com/api/disputes/object)
        !matches!(
            self.status.as_str(),
            "won" | "lost" | "warning_closed" | "prevented"
        )
    }
}

/// A refund as Stripe shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refund {
    /// `re_…`
    pub id: String,
    /// Minor units.
    pub amount_minor: i64,
    /// As Stripe writes it: `usd`.
    pub currency: String,
    /// `pending`, `requires_action`, `succeeded`, `failed`, `canceled`
    pub status: String,
    /// `pi_…`
    pub payment_intent_id: Option<String>,
    /// The refund row of ours that it was made for.
    pub refund_key: Option<String>,
    /// When Stripe made it.
    pub created_at: DateTime<Utc>,
}

/// How Stripe booked a charge, in the money of the account, which may be another than the buyer's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fee {
    /// Stripe's fee, in minor units of `currency`.
    pub fee_minor: i64,
    /// The whole charge, in minor units of `currency`.
    pub amount_minor: i64,
    /// As Stripe writes it: `usd`.
    pub currency: String,
    /// What one of the buyer's money was worth in the account's; `None` when they are the same.
    pub exchange_rate: Option<Decimal>,
}

impl Fee {
    /// The fee in the money that was charged, as the same share of it, to the nearest minor unit.
    /// The share needs no rate, and so no knowledge of how many decimals either money has.
    #[must_use]
    pub fn in_money_of(&self, charged: Money) -> Option<Money> {
        let whole = Decimal::from(self.amount_minor);
        let share = Decimal::from(self.fee_minor)
            .checked_mul(Decimal::from(charged.minor))?
            .checked_div(whole)?;
        let minor =
            share.round_dp_with_strategy(0, rust_decimal::RoundingStrategy::MidpointAwayFromZero);
        Some(Money::new(minor.try_into().ok()?, charged.currency))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::money::Currency;

    #[test]
    fn a_dispute_is_over_only_by_a_word_that_we_know() {
        let is_open = |status: &str| {
            Dispute {
                id: "du_1".into(),
                status: status.into(),
                amount_minor: 1,
                payment_intent_id: None,
            }
            .is_open()
        };
        for status in [
            "needs_response",
            "under_review",
            "warning_needs_response",
            "warning_under_review",
            "a_status_of_tomorrow",
        ] {
            assert!(is_open(status), "{status}");
        }
        for status in ["won", "lost", "warning_closed", "prevented"] {
            assert!(!is_open(status), "{status}");
        }
    }

    #[test]
    fn a_fee_in_the_accounts_money_is_the_same_share_of_the_buyers() {
        let fee = |fee_minor, amount_minor| Fee {
            fee_minor,
            amount_minor,
            currency: "usd".into(),
            exchange_rate: None,
        };
        let usd = |minor| Money::new(minor, Currency::USD);
        assert_eq!(fee(72, 1440).in_money_of(usd(1440)), Some(usd(72)));
        assert_eq!(
            fee(66, 1_319).in_money_of(usd(1440)),
            Some(usd(72)),
            "72.05"
        );
        assert_eq!(
            fee(1, 2).in_money_of(usd(1)),
            Some(usd(1)),
            "half a unit counts as one"
        );
        assert_eq!(fee(1, 0).in_money_of(usd(1)), None);
        assert_eq!(fee(i64::MAX, 1).in_money_of(usd(i64::MAX)), None);
    }
}
