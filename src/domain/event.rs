//! An event of Stripe: a wake-up, and what it is about by its type. Only that: whether it is true is read back at Stripe.

use chrono::{DateTime, Utc};

use super::hold::Reason;

/// An event, pushed or pulled.
#[derive(Clone, PartialEq, Eq)]
pub struct Event {
    /// `evt_…`
    pub id: String,
    /// `checkout.session.completed`, …
    pub kind: String,
    /// The id of the object it is about.
    pub object_id: Option<String>,
    /// Our order's id, if the object carries it.
    pub order_id: Option<String>,
    /// The payment it is about, if the object names one.
    pub payment_intent_id: Option<String>,
    /// Real money.
    pub livemode: bool,
    /// When Stripe made it.
    pub created_at: DateTime<Utc>,
    /// The body as it came.
    pub payload: String,
}

impl std::fmt::Debug for Event {
    /// Without the payload: it holds the buyer's address.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Event").field("id", &self.id).field("kind", &self.kind).finish_non_exhaustive()
    }
}

/// What a stored event makes us do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// Read the payment page back.
    Payment,
    /// Compare the refunds.
    Refund,
    /// Nothing may be bought for the order; why, and in words for operators.
    Hold(Reason, &'static str),
    /// What is not bought yet goes back at once.
    Fraud,
    /// A review is over.
    Release,
    /// Kept, and no more.
    Nothing,
}

/// What an event of this type is about (docs.stripe.com/api/events/types).
#[must_use]
pub fn meaning(kind: &str) -> Meaning {
    match kind {
        "checkout.session.completed"
        | "checkout.session.async_payment_succeeded"
        | "checkout.session.async_payment_failed"
        | "checkout.session.expired"
        | "payment_intent.succeeded" => Meaning::Payment,
        "charge.refunded" | "charge.refund.updated" | "refund.created" | "refund.updated" | "refund.failed" => Meaning::Refund,
        "charge.dispute.created" => Meaning::Hold(Reason::Dispute, "the payment is disputed: answer in Stripe's Dashboard"),
        "review.opened" => Meaning::Hold(Reason::Review, "Stripe has the payment under review"),
        "review.closed" => Meaning::Release,
        "radar.early_fraud_warning.created" => Meaning::Fraud,
        _ => Meaning::Nothing,
    }
}
