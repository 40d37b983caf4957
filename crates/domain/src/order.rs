//! The life of an order's money: one `match`, state × what was heard → step. What was paid is
//! judged here too; nothing is done here.

use super::money::Money;
use crate::stored_words;

stored_words! {
    /// Where an order's money is.
    pub enum PaymentState {
        /// The payment page is open, or about to be.
        AwaitingPayment = "awaiting_payment",
        /// The buyer is done; a delayed method has the money on its way.
        Processing = "processing",
        /// Captured. For ever.
        Paid = "paid",
        /// The page closed unpaid.
        Expired = "expired",
        /// A delayed method failed.
        Failed = "failed",
    }
}

stored_words! {
    /// What an order is for.
    pub enum OrderKind {
        /// New eSIMs.
        New = "new",
        /// Data for an eSIM that exists.
        Topup = "topup",
    }
}

/// What a read-back of the payment page says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Heard {
    /// Still open, nothing paid.
    Open,
    /// Complete, the money on its way.
    OnItsWay,
    /// Complete, and the delayed payment failed.
    Failed,
    /// Closed unpaid.
    Closed,
    Captured,
}

/// The next state, or none when what was heard changes nothing.
pub fn hear(state: PaymentState, heard: Heard) -> Option<PaymentState> {
    use PaymentState as S;
    match (state, heard) {
        (S::Paid, _) | (_, Heard::Open) => None,
        (_, Heard::Captured) => Some(S::Paid),
        (S::AwaitingPayment | S::Expired, Heard::OnItsWay) => Some(S::Processing),
        (S::AwaitingPayment | S::Processing, Heard::Failed) => Some(S::Failed),
        (S::AwaitingPayment, Heard::Closed) => Some(S::Expired),
        (S::Processing | S::Failed, Heard::OnItsWay)
        | (S::Expired | S::Failed, Heard::Failed)
        | (S::Processing | S::Expired | S::Failed, Heard::Closed) => None,
    }
}

/// A payment page as the till read it back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageRead<'a> {
    /// The page's session id.
    pub session_id: &'a str,
    /// Whether it is a one-time payment.
    pub is_payment: bool,
    /// The order it names.
    pub reference: Option<&'a str>,
    pub total: Option<Money>,
    /// Real money.
    pub livemode: bool,
    /// Whether a payment is named.
    pub has_payment_intent: bool,
    /// Closed for paying, and by whom.
    pub end: PageEnd,
    /// The till says that the money is there: exactly "paid", and nothing else counts.
    pub paid: bool,
    /// The till says that nothing had to be paid.
    pub nothing_to_pay: bool,
    /// A delayed payment's failure has been told.
    pub failure_told: bool,
}

/// How far a payment page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageEnd {
    /// Can be paid, or in a state we do not know.
    Open,
    /// The buyer is done.
    Complete,
    /// Ran out.
    Expired,
}

/// The order that a page must fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected<'a> {
    /// Our order's id.
    pub order_id: &'a str,
    /// The session we opened for it.
    pub session_id: &'a str,
    pub total: Money,
    /// Real money.
    pub livemode: bool,
}

/// Judges a page: what it says, or why it does not fit its order. What does not fit is never bought
/// for.
///
/// # Errors
/// The first difference, in words for operators.
pub fn judge(page: &PageRead<'_>, order: &Expected<'_>) -> Result<Heard, String> {
    let complete = page.end == PageEnd::Complete;
    if complete && page.nothing_to_pay {
        return Err("Stripe says that nothing had to be paid".to_owned());
    }
    if !page.paid {
        return Ok(match page.end {
            PageEnd::Open => Heard::Open,
            PageEnd::Complete if page.failure_told => Heard::Failed,
            PageEnd::Complete => Heard::OnItsWay,
            PageEnd::Expired => Heard::Closed,
        });
    }
    let differs = |what: &str| Err(format!("the payment does not fit the order: {what}"));
    match () {
        () if !complete => differs("paid, but the page is not complete"),
        () if !page.is_payment => differs("not a one-time payment"),
        () if page.session_id != order.session_id => differs("another session"),
        () if page.reference != Some(order.order_id) => differs("another order's reference"),
        () if page.total.map(|t| t.currency) != Some(order.total.currency) => {
            differs("another currency")
        }
        () if page.total != Some(order.total) => differs("another amount"),
        () if page.livemode != order.livemode => differs("test and live are mixed"),
        () if !page.has_payment_intent => differs("no payment intent"),
        () => Ok(Heard::Captured),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    const HEARD: [Heard; 5] = [
        Heard::Open,
        Heard::OnItsWay,
        Heard::Failed,
        Heard::Closed,
        Heard::Captured,
    ];

    #[test]
    fn every_state_can_be_reached() {
        let mut reached = HashSet::from([PaymentState::AwaitingPayment]);
        for _ in 0..5 {
            let next: Vec<_> = reached
                .iter()
                .flat_map(|s| HEARD.iter().filter_map(|h| hear(*s, *h)))
                .collect();
            reached.extend(next);
        }
        assert_eq!(reached.len(), PaymentState::ALL.len());
    }

    #[test]
    fn hearing_a_thing_twice_changes_nothing_more() {
        for state in PaymentState::ALL {
            for heard in HEARD {
                if let Some(next) = hear(state, heard) {
                    assert_eq!(hear(next, heard), None, "{state:?} {heard:?}");
                }
            }
        }
    }

    #[test]
    fn paid_is_for_ever_and_follows_only_capture() {
        for heard in HEARD {
            assert_eq!(hear(PaymentState::Paid, heard), None);
            for state in PaymentState::ALL {
                assert_eq!(
                    hear(state, heard) == Some(PaymentState::Paid),
                    heard == Heard::Captured && state != PaymentState::Paid
                );
            }
        }
    }

    fn page() -> PageRead<'static> {
        PageRead {
            session_id: "cs_1",
            is_payment: true,
            reference: Some("order"),
            total: Some(Money::new(1440, crate::money::Currency::USD)),
            livemode: false,
            has_payment_intent: true,
            end: PageEnd::Complete,
            paid: true,
            nothing_to_pay: false,
            failure_told: false,
        }
    }

    #[test]
    fn only_a_page_that_fits_in_every_part_is_a_capture() {
        let order = Expected {
            order_id: "order",
            session_id: "cs_1",
            total: Money::new(1440, crate::money::Currency::USD),
            livemode: false,
        };
        assert_eq!(judge(&page(), &order), Ok(Heard::Captured));
        let with = |change: fn(&mut PageRead<'static>)| {
            let mut page = page();
            change(&mut page);
            page
        };
        let wrong = [
            with(|page| page.session_id = "cs_2"),
            with(|page| page.is_payment = false),
            with(|page| page.reference = None),
            with(|page| page.total = Some(Money::new(1439, crate::money::Currency::USD))),
            with(|page| page.total = Some(Money::new(1440, "EUR".parse().unwrap()))),
            with(|page| page.total = None),
            with(|page| page.livemode = true),
            with(|page| page.has_payment_intent = false),
            with(|page| page.end = PageEnd::Open),
            with(|page| (page.paid, page.nothing_to_pay) = (false, true)),
        ];
        for page in wrong {
            assert!(judge(&page, &order).is_err(), "{page:?}");
        }
        for (page, heard) in [
            (with(|page| page.paid = false), Heard::OnItsWay),
            (
                with(|page| (page.paid, page.failure_told) = (false, true)),
                Heard::Failed,
            ),
            (
                with(|page| (page.paid, page.end) = (false, PageEnd::Expired)),
                Heard::Closed,
            ),
        ] {
            assert_eq!(judge(&page, &order), Ok(heard), "{page:?}");
        }
    }
}
