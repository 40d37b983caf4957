//! How far an order has come, in the words of the contract: from the facts of its lines and refunds to one state. It only answers.

use super::line::LineState;
use super::order::PaymentState;
use super::refund::RefundState;

/// The goods of an order as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeliveryState {
    /// Not begun.
    Waiting,
    /// The network is being asked.
    Ordering,
    /// All of it.
    Delivered,
    /// Some of it; the rest is refunded or about to be.
    PartlyDelivered,
    /// None of it; money is on its way back.
    Refunding,
    /// None of it; the money is back.
    Refunded,
    /// A person looks.
    NeedsAttention,
}

impl DeliveryState {
    /// The contract's word.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Ordering => "ordering",
            Self::Delivered => "delivered",
            Self::PartlyDelivered => "partly_delivered",
            Self::Refunding => "refunding",
            Self::Refunded => "refunded",
            Self::NeedsAttention => "needs_attention",
        }
    }
}

/// What has become of a line: its state, and its money if that goes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineProgress {
    /// Of the line.
    pub state: LineState,
    /// Of its newest refund.
    pub refund: Option<RefundState>,
}

/// The delivery state of an order from its lines; `attention` is whether a person has been called.
#[must_use]
pub fn delivery_state(lines: &[LineProgress], attention: bool) -> DeliveryState {
    let any = |wanted: LineState| lines.iter().any(|l| l.state == wanted);
    let open = any(LineState::Waiting) || any(LineState::Ordering);
    let returned = || lines.iter().filter(|l| matches!(l.state, LineState::Refused | LineState::Cancelled));
    let all_back = returned().all(|l| l.refund == Some(RefundState::Succeeded));
    if returned().any(|l| matches!(l.refund, Some(RefundState::Failed | RefundState::Canceled))) || (attention && (open || !all_back)) {
        DeliveryState::NeedsAttention
    } else if any(LineState::Ordering) {
        DeliveryState::Ordering
    } else if open {
        // Some lines may rest already while others were not begun: the order as a whole is being ordered.
        if lines.iter().all(|l| l.state == LineState::Waiting) { DeliveryState::Waiting } else { DeliveryState::Ordering }
    } else if any(LineState::Delivered) {
        if returned().next().is_none() { DeliveryState::Delivered } else { DeliveryState::PartlyDelivered }
    } else if all_back {
        DeliveryState::Refunded
    } else {
        DeliveryState::Refunding
    }
}

/// Whether nothing will happen to the order by itself any more, so that a page need not listen.
#[must_use]
pub fn at_rest(payment: PaymentState, lines: &[LineProgress]) -> bool {
    match payment {
        PaymentState::AwaitingPayment | PaymentState::Processing => false,
        PaymentState::Expired | PaymentState::Failed => true,
        PaymentState::Paid => lines.iter().all(|l| match l.state {
            LineState::Waiting | LineState::Ordering => false,
            LineState::Delivered => true,
            LineState::Refused | LineState::Cancelled => l.refund == Some(RefundState::Succeeded),
        }),
    }
}

/// Why money goes back, in words for the traveller, from the cause that is stored with the refund.
#[must_use]
pub fn refund_reason(cause: &str) -> &'static str {
    match cause {
        "undeliverable" => "The network could not deliver this eSIM, so your money goes back by itself.",
        "cancelled" => "You gave this eSIM back before using it.",
        "fraud" => "The payment was reported as made without the card owner’s consent.",
        _ => "We sent this payment back.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use LineState::{Cancelled, Delivered, Ordering, Refused, Waiting};
    use RefundState::{Failed, Pending as OnItsWay, Succeeded as Done};

    fn of(lines: &[(LineState, Option<RefundState>)], attention: bool) -> DeliveryState {
        let lines: Vec<_> = lines.iter().map(|(state, refund)| LineProgress { state: *state, refund: *refund }).collect();
        delivery_state(&lines, attention)
    }

    #[test]
    fn every_state_of_the_contract_is_reached() {
        assert_eq!(of(&[(Waiting, None), (Waiting, None)], false), DeliveryState::Waiting);
        assert_eq!(of(&[(Ordering, None), (Waiting, None)], false), DeliveryState::Ordering);
        assert_eq!(of(&[(Delivered, None), (Waiting, None)], false), DeliveryState::Ordering);
        assert_eq!(of(&[(Delivered, None)], false), DeliveryState::Delivered);
        assert_eq!(of(&[(Delivered, None), (Refused, Some(OnItsWay))], false), DeliveryState::PartlyDelivered);
        assert_eq!(of(&[(Refused, None)], false), DeliveryState::Refunding);
        assert_eq!(of(&[(Refused, Some(Done)), (Refused, Some(OnItsWay))], false), DeliveryState::Refunding);
        assert_eq!(of(&[(Refused, Some(Done)), (Cancelled, Some(Done))], false), DeliveryState::Refunded);
        assert_eq!(of(&[(Refused, Some(Failed))], false), DeliveryState::NeedsAttention);
    }

    #[test]
    fn a_call_for_a_person_shows_only_while_something_is_open() {
        assert_eq!(of(&[(Ordering, None)], true), DeliveryState::NeedsAttention);
        assert_eq!(of(&[(Delivered, None)], true), DeliveryState::Delivered);
        assert_eq!(of(&[(Refused, Some(Done))], true), DeliveryState::Refunded);
    }

    #[test]
    fn an_order_rests_when_every_line_is_here_or_its_money_is_back() {
        let line = |state, refund| LineProgress { state, refund };
        assert!(!at_rest(PaymentState::Processing, &[line(Waiting, None)]));
        assert!(at_rest(PaymentState::Expired, &[line(Waiting, None)]));
        assert!(!at_rest(PaymentState::Paid, &[line(Delivered, None), line(Ordering, None)]));
        assert!(!at_rest(PaymentState::Paid, &[line(Refused, Some(OnItsWay))]));
        assert!(at_rest(PaymentState::Paid, &[line(Delivered, None), line(Refused, Some(Done))]));
    }
}
