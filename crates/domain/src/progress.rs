//! How far an order has come, in the words of the contract: from the facts of its lines and refunds
//! to one state. It only answers.

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
    /// A test order that was still open when the shop went live.
    TestEnded,
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
            Self::TestEnded => "test_ended",
        }
    }
}

/// What has become of a line: its state, and its money if that goes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineProgress {
    pub state: LineState,
    /// Of its newest refund.
    pub refund: Option<RefundState>,
}

/// The delivery state of an order from its lines, as `ops.orders` has it too; `attention` is
/// whether a person has been called, `held` whether nothing may be bought for it now.
pub fn delivery_state(lines: &[LineProgress], attention: bool, held: bool) -> DeliveryState {
    let any = |wanted: LineState| lines.iter().any(|l| l.state == wanted);
    let open = any(LineState::Waiting) || any(LineState::Ordering);
    let back = || {
        lines
            .iter()
            .filter(|l| matches!(l.state, LineState::Refused | LineState::Cancelled))
    };
    let all_back = back().all(|l| l.refund == Some(RefundState::Succeeded));
    if held || (attention && open) {
        DeliveryState::NeedsAttention
    } else if lines.iter().all(|l| l.state == LineState::Delivered) {
        DeliveryState::Delivered
    } else if !open && !all_back {
        DeliveryState::Refunding
    } else if any(LineState::Delivered) {
        DeliveryState::PartlyDelivered
    } else if !open {
        DeliveryState::Refunded
    } else if any(LineState::Ordering) {
        DeliveryState::Ordering
    } else {
        DeliveryState::Waiting
    }
}

/// Whether nothing will happen to the order by itself any more, so that a page need not listen.
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

#[cfg(test)]
mod tests {
    use super::*;
    use LineState::{Cancelled, Delivered, Ordering, Refused, Waiting};
    use RefundState::{Failed, Pending, Succeeded};

    fn of(
        lines: &[(LineState, Option<RefundState>)],
        attention: bool,
        held: bool,
    ) -> DeliveryState {
        let lines: Vec<_> = lines
            .iter()
            .map(|(state, refund)| LineProgress {
                state: *state,
                refund: *refund,
            })
            .collect();
        delivery_state(&lines, attention, held)
    }

    #[test]
    fn every_state_of_the_contract_is_reached() {
        let state = |lines: &[(LineState, Option<RefundState>)]| of(lines, false, false);
        assert_eq!(
            state(&[(Waiting, None), (Waiting, None)]),
            DeliveryState::Waiting
        );
        assert_eq!(
            state(&[(Ordering, None), (Waiting, None)]),
            DeliveryState::Ordering
        );
        assert_eq!(
            state(&[(Delivered, None), (Waiting, None)]),
            DeliveryState::PartlyDelivered
        );
        assert_eq!(state(&[(Delivered, None)]), DeliveryState::Delivered);
        assert_eq!(
            state(&[(Delivered, None), (Refused, Some(Succeeded))]),
            DeliveryState::PartlyDelivered
        );
        assert_eq!(
            state(&[(Delivered, None), (Refused, Some(Pending))]),
            DeliveryState::Refunding
        );
        assert_eq!(state(&[(Refused, None)]), DeliveryState::Refunding);
        assert_eq!(
            state(&[(Refused, Some(Succeeded)), (Refused, Some(Failed))]),
            DeliveryState::Refunding
        );
        assert_eq!(
            state(&[(Refused, Some(Succeeded)), (Cancelled, Some(Succeeded))]),
            DeliveryState::Refunded
        );
    }

    #[test]
    fn a_call_for_a_person_shows_only_while_something_is_open_or_held() {
        assert_eq!(
            of(&[(Ordering, None)], true, false),
            DeliveryState::NeedsAttention
        );
        assert_eq!(
            of(&[(Delivered, None)], true, true),
            DeliveryState::NeedsAttention
        );
        assert_eq!(
            of(&[(Delivered, None)], true, false),
            DeliveryState::Delivered
        );
        assert_eq!(
            of(&[(Refused, Some(Succeeded))], true, false),
            DeliveryState::Refunded
        );
    }

    #[test]
    fn an_order_rests_when_every_line_is_here_or_its_money_is_back() {
        let line = |state, refund| LineProgress { state, refund };
        assert!(!at_rest(PaymentState::Processing, &[line(Waiting, None)]));
        assert!(at_rest(PaymentState::Expired, &[line(Waiting, None)]));
        assert!(!at_rest(
            PaymentState::Paid,
            &[line(Delivered, None), line(Ordering, None)]
        ));
        assert!(!at_rest(
            PaymentState::Paid,
            &[line(Refused, Some(Pending))]
        ));
        assert!(at_rest(
            PaymentState::Paid,
            &[line(Delivered, None), line(Refused, Some(Succeeded))]
        ));
    }
}
