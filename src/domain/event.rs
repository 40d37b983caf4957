//! What an event of Stripe is about, by its type. Only that: whether it is true is read back at Stripe.

/// What a stored event makes us do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// Read the payment page back.
    Payment,
    /// Compare the refunds.
    Refund,
    /// Nobody may buy or refund for the order; the reason, in words for operators.
    Hold(&'static str),
    /// What is not bought yet goes back at once.
    Fraud,
    /// A review is over.
    Release,
    /// Kept, and no more.
    Nothing,
}

/// The hold that a closed review ends.
pub const REVIEW: &str = "Stripe has the payment under review";

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
        "charge.dispute.created" => Meaning::Hold("the payment is disputed: answer in Stripe's Dashboard"),
        "review.opened" => Meaning::Hold(REVIEW),
        "review.closed" => Meaning::Release,
        "radar.early_fraud_warning.created" => Meaning::Fraud,
        _ => Meaning::Nothing,
    }
}
