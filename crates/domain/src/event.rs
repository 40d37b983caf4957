//! An event of Stripe: a wake-up, and what it is about by its type. Only that: whether it is true
//! is read back at Stripe.

use chrono::{DateTime, Utc};

use super::hold::Reason;
use super::standing::{DISPUTED, REVIEWED};

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
    /// The payment it is about, if the object is one or names one.
    pub payment_intent_id: Option<String>,
    /// What the payment says it is for, if the object is a payment.
    pub description: Option<String>,
    /// Real money.
    pub livemode: bool,
    /// When Stripe made it.
    pub created_at: DateTime<Utc>,
    /// A pushed one: the body as it came. A pulled one: only what is read above.
    pub payload: String,
}

impl Event {
    /// Whether it is kept and nothing follows from it, so that nobody need hear it.
    pub fn is_only_kept(&self) -> bool {
        meaning(&self.kind) == Meaning::Nothing
    }
}

impl std::fmt::Debug for Event {
    /// Without the payload: it holds the buyer's address.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Event")
            .field("id", &self.id)
            .field("kind", &self.kind)
            .finish_non_exhaustive()
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
    /// A dispute is over: its own status says how.
    DisputeClosed,
    /// What is not bought yet goes back at once.
    Fraud,
    /// A review is over.
    Release,
    /// Kept, and no more.
    Nothing,
}

/// Each type that means something to us (docs.stripe.com/api/events/types).
const MEANINGS: [(&str, Meaning); 15] = [
    ("checkout.session.completed", Meaning::Payment),
    ("checkout.session.async_payment_succeeded", Meaning::Payment),
    ("checkout.session.async_payment_failed", Meaning::Payment),
    ("checkout.session.expired", Meaning::Payment),
    ("payment_intent.succeeded", Meaning::Payment),
    ("charge.refunded", Meaning::Refund),
    ("charge.refund.updated", Meaning::Refund),
    ("refund.created", Meaning::Refund),
    ("refund.updated", Meaning::Refund),
    ("refund.failed", Meaning::Refund),
    (
        "charge.dispute.created",
        Meaning::Hold(Reason::Dispute, DISPUTED),
    ),
    ("charge.dispute.closed", Meaning::DisputeClosed),
    ("review.opened", Meaning::Hold(Reason::Review, REVIEWED)),
    ("review.closed", Meaning::Release),
    ("radar.early_fraud_warning.created", Meaning::Fraud),
];

/// The types that a webhook endpoint is made for. What else means something comes beside one of
/// these.
pub const PUSHED: [&str; 14] = [
    "checkout.session.completed",
    "checkout.session.async_payment_succeeded",
    "checkout.session.async_payment_failed",
    "checkout.session.expired",
    "payment_intent.succeeded",
    "charge.refunded",
    "refund.created",
    "refund.updated",
    "refund.failed",
    "charge.dispute.created",
    "charge.dispute.closed",
    "radar.early_fraud_warning.created",
    "review.opened",
    "review.closed",
];

/// The types to ask Stripe's list for: all that mean something. It takes at most 20.
pub const KINDS: &[&str] = &kinds();

/// The types that tell of a payment page and its payment, and of nothing else: heard of a captured
/// payment, they change nothing.
pub fn of_payment() -> Vec<String> {
    MEANINGS
        .iter()
        .filter(|(_, meaning)| *meaning == Meaning::Payment)
        .map(|(kind, _)| (*kind).to_owned())
        .collect()
}

const fn kinds() -> [&'static str; MEANINGS.len()] {
    let mut kinds = [""; MEANINGS.len()];
    let mut at = 0;
    while at < kinds.len() {
        kinds[at] = MEANINGS[at].0;
        at += 1;
    }
    kinds
}

/// What an event of this type is about.
pub fn meaning(kind: &str) -> Meaning {
    MEANINGS
        .iter()
        .find(|(name, _)| *name == kind)
        .map_or(Meaning::Nothing, |(_, meaning)| *meaning)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn what_is_asked_for_means_something_and_stripes_list_takes_as_many() {
        assert!(KINDS.len() <= 20 && KINDS.len() == KINDS.iter().collect::<BTreeSet<_>>().len());
        assert!(KINDS.iter().all(|kind| meaning(kind) != Meaning::Nothing));
        assert_eq!(meaning("charge.dispute.closed"), Meaning::DisputeClosed);
        assert_eq!(meaning("payout.paid"), Meaning::Nothing);
    }

    #[test]
    fn an_endpoint_is_made_for_what_means_something_and_for_what_the_documents_name() {
        assert!(PUSHED.iter().all(|kind| meaning(kind) != Meaning::Nothing));
        let document = include_str!("../../../docs/deploy.md");
        assert!(
            PUSHED
                .iter()
                .all(|kind| document.contains(&format!("`{kind}`")))
        );
    }
}
