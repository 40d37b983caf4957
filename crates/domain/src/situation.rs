//! What a paid order is like for its traveller, from the facts of its lines and refunds. It only
//! answers; the words are the page's.

use super::line::LineState;
use super::progress::{DeliveryState, LineProgress};

/// How a paid order stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OrderSituation {
    /// A person looks.
    Person,
    /// Waiting for the bank's second look.
    Held,
    /// Nothing is here yet.
    Coming,
    /// All is here.
    Ready,
    /// Some is here; the rest may still come.
    SomeReady {
        /// Whether it may.
        open: bool,
    },
    /// Its traveller gave all of it back.
    GivenBack {
        /// Whether the money is back.
        paid: bool,
    },
    /// Nothing comes; the money is on its way.
    Returning,
    /// Nothing comes; the money is back.
    Returned,
    /// Nothing comes: it was a test, and the shop has gone live.
    TestEnded,
}

impl OrderSituation {
    /// Of an order with these lines; `held` while a dispute or review holds it, `test_ended` once a
    /// test order ended with the test.
    #[must_use]
    pub fn of(
        lines: &[LineProgress],
        delivery: DeliveryState,
        held: bool,
        test_ended: bool,
    ) -> Self {
        let count = |state| lines.iter().filter(|line| line.state == state).count();
        let delivered = count(LineState::Delivered);
        let open = count(LineState::Waiting) + count(LineState::Ordering);
        let kept = lines.len() - count(LineState::Cancelled);
        let lost = lines
            .iter()
            .any(|line| line.refund.is_some_and(|state| !state.is_live()));
        if test_ended && delivered > 0 {
            Self::SomeReady { open: false }
        } else if delivery == DeliveryState::TestEnded {
            Self::TestEnded
        } else if delivery == DeliveryState::NeedsAttention && delivered == 0 || lost {
            Self::Person
        } else if held && delivered == 0 {
            Self::Held
        } else if kept == 0 {
            Self::GivenBack {
                paid: delivery == DeliveryState::Refunded,
            }
        } else if delivered == kept {
            Self::Ready
        } else if delivered > 0 {
            Self::SomeReady { open: open > 0 }
        } else if open > 0 {
            Self::Coming
        } else if delivery == DeliveryState::Refunded {
            Self::Returned
        } else {
            Self::Returning
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::progress::delivery_state;
    use crate::refund::RefundState;

    fn of(
        lines: &[(LineState, Option<RefundState>)],
        attention: bool,
        held: bool,
    ) -> OrderSituation {
        let lines: Vec<LineProgress> = lines
            .iter()
            .map(|(state, refund)| LineProgress {
                state: *state,
                refund: *refund,
            })
            .collect();
        OrderSituation::of(&lines, delivery_state(&lines, attention, held), held, false)
    }

    #[test]
    fn an_order_is_coming_here_or_back() {
        use LineState::{Cancelled, Delivered, Ordering, Refused, Waiting};
        let (pending, back) = (Some(RefundState::Pending), Some(RefundState::Succeeded));
        for (lines, situation) in [
            (&[(Waiting, None)][..], OrderSituation::Coming),
            (&[(Delivered, None)], OrderSituation::Ready),
            (
                &[(Delivered, None), (Ordering, None)],
                OrderSituation::SomeReady { open: true },
            ),
            (
                &[(Delivered, None), (Refused, back)],
                OrderSituation::SomeReady { open: false },
            ),
            (&[(Refused, pending)], OrderSituation::Returning),
            (&[(Refused, back)], OrderSituation::Returned),
            (
                &[(Cancelled, pending)],
                OrderSituation::GivenBack { paid: false },
            ),
            (
                &[(Cancelled, back)],
                OrderSituation::GivenBack { paid: true },
            ),
            (
                &[(Cancelled, back), (Delivered, None)],
                OrderSituation::Ready,
            ),
        ] {
            assert_eq!(of(lines, false, false), situation, "{lines:?}");
        }
    }

    #[test]
    fn a_person_looks_when_one_is_called_or_money_came_back_to_us() {
        use LineState::{Delivered, Ordering, Refused};
        assert_eq!(of(&[(Ordering, None)], true, false), OrderSituation::Person);
        assert_eq!(
            of(&[(Refused, Some(RefundState::Failed))], false, false),
            OrderSituation::Person
        );
        assert_eq!(
            of(&[(Delivered, None)], true, false),
            OrderSituation::Ready,
            "what is here is here"
        );
    }

    #[test]
    fn a_test_that_ended_keeps_what_is_here() {
        let line = |state| LineProgress {
            state,
            refund: None,
        };
        let ended =
            |state| OrderSituation::of(&[line(state)], DeliveryState::TestEnded, false, true);
        assert_eq!(ended(LineState::Waiting), OrderSituation::TestEnded);
        assert_eq!(
            ended(LineState::Delivered),
            OrderSituation::SomeReady { open: false }
        );
    }
}
