//! A capture of ours beside the payment that Stripe has. Pure.

use super::{Finding, amount};
use crate::money::Money;
use crate::refund::RefundState;

/// A capture as our books have it.
#[derive(Debug, Clone)]
pub struct OurPayment {
    /// What people call its order.
    pub order_number: String,
    /// `pi_…`
    pub payment_intent_id: String,
    /// What was captured.
    pub captured: Money,
    /// Real money.
    pub livemode: bool,
    /// What went back of it, or is to go.
    pub refunds: Vec<OurRefund>,
}

/// A refund as our books have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OurRefund {
    /// Minor units.
    pub amount_minor: i64,
    /// How far it is.
    pub state: RefundState,
    /// `rf:{line}:{attempt}`; none for what others sent back.
    pub key: Option<String>,
    /// `re_…`, once Stripe has named it.
    pub stripe_id: Option<String>,
}

/// A payment as Stripe has it.
#[derive(Debug, Clone)]
pub struct TheirPayment {
    /// Minor units of `currency`.
    pub received_minor: i64,
    /// As Stripe writes it: `usd`.
    pub currency: String,
    /// Real money.
    pub livemode: bool,
    /// What went back of it.
    pub refunds: Vec<TheirRefund>,
}

/// A refund as Stripe has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TheirRefund {
    /// `re_…`
    pub id: String,
    /// Minor units.
    pub amount_minor: i64,
    /// How far it is.
    pub state: RefundState,
    /// The refund of ours that it was made for.
    pub key: Option<String>,
}

/// What differs between a capture and its payment: one line for the payment, one for what went back
/// of it.
pub fn payment(ours: &OurPayment, theirs: &TheirPayment) -> Vec<Finding> {
    received(ours, theirs)
        .into_iter()
        .chain(back(ours, theirs))
        .collect()
}

fn received(ours: &OurPayment, theirs: &TheirPayment) -> Option<Finding> {
    let same = theirs.received_minor == ours.captured.minor
        && theirs
            .currency
            .eq_ignore_ascii_case(ours.captured.currency.code())
        && theirs.livemode == ours.livemode;
    if same {
        return None;
    }
    let mode = if theirs.livemode == ours.livemode {
        ""
    } else {
        ", in the other mode"
    };
    let what = format!(
        "Stripe's record of this payment differs from ours: it received {}{mode}, we captured {} \
         {} ({})",
        amount(theirs.received_minor, &theirs.currency),
        ours.captured.major(),
        ours.captured.currency,
        ours.payment_intent_id
    );
    Some(Finding::mismatch(
        &ours.order_number,
        what,
        "compare with the payment in Stripe's Dashboard",
    ))
}

/// A refund that counts on one side only.
enum Gap<'a> {
    /// Stripe has it, and it is the one that we are sending.
    Answered(&'a TheirRefund),
    /// Stripe has it, and our books do not.
    Unbooked(&'a TheirRefund),
    /// We have it as sent, and Stripe has none, or has it failed.
    Lost(&'a OurRefund),
    /// Of another amount there than here.
    Other(&'a OurRefund, &'a TheirRefund),
}

/// What differs about one refund; nothing when it has been answered.
fn describe_gap(gap: &Gap<'_>, currency: &str) -> Option<String> {
    match gap {
        Gap::Answered(_) => None,
        Gap::Unbooked(r) => Some(format!(
            "{} of {} is not in our books",
            r.id,
            amount(r.amount_minor, currency)
        )),
        Gap::Lost(r) => Some(format!(
            "{} of {} is not to be seen there",
            name(r),
            amount(r.amount_minor, currency)
        )),
        Gap::Other(a, b) => Some(format!(
            "{} is of {} there and of {} here",
            b.id,
            amount(b.amount_minor, currency),
            amount(a.amount_minor, currency)
        )),
    }
}

fn back(ours: &OurPayment, theirs: &TheirPayment) -> Vec<Finding> {
    let gaps = gaps(&ours.refunds, &theirs.refunds);
    let currency = ours.captured.currency.code();
    let mut found: Vec<Finding> = Vec::new();
    let sending: i64 = ours
        .refunds
        .iter()
        .filter(|r| r.state == RefundState::Intent)
        .map(|r| r.amount_minor)
        .sum();
    if sending > 0 {
        found.push(Finding::in_flight(
            &ours.order_number,
            format!("{} is being sent back", amount(sending, currency)),
        ));
    }
    let details: Vec<String> = gaps
        .iter()
        .filter_map(|gap| describe_gap(gap, currency))
        .collect();
    if !details.is_empty() {
        let answered: i64 = gaps
            .iter()
            .filter_map(|gap| {
                if let Gap::Answered(r) = gap {
                    Some(r.amount_minor)
                } else {
                    None
                }
            })
            .sum();
        let there: i64 = theirs
            .refunds
            .iter()
            .filter(|r| r.state.is_live())
            .map(|r| r.amount_minor)
            .sum();
        let here: i64 = ours
            .refunds
            .iter()
            .filter(|r| is_sent(r))
            .map(|r| r.amount_minor)
            .sum();
        let what = format!(
            "Stripe shows {} refunded, we recorded {}: {}",
            amount(there - answered, currency),
            amount(here, currency),
            details.join("; ")
        );
        let mend = format!(
            "`orders retry {}` compares its refunds with Stripe's",
            ours.order_number
        );
        found.push(Finding::mismatch(&ours.order_number, what, mend));
    }
    found
}

fn gaps<'a>(ours: &'a [OurRefund], theirs: &'a [TheirRefund]) -> Vec<Gap<'a>> {
    let same = |a: &OurRefund, b: &TheirRefund| {
        a.stripe_id.as_deref() == Some(&b.id) || (b.key.is_some() && a.key == b.key)
    };
    let unpaired = theirs.iter().filter(|b| b.state.is_live()).filter_map(|b| {
        match ours.iter().find(|a| same(a, b)) {
            None => Some(Gap::Unbooked(b)),
            Some(a) if a.state == RefundState::Intent => Some(Gap::Answered(b)),
            Some(a) if !a.state.is_live() => Some(Gap::Unbooked(b)),
            Some(a) if a.amount_minor != b.amount_minor => Some(Gap::Other(a, b)),
            Some(_) => None,
        }
    });
    let lost = ours
        .iter()
        .filter(|a| is_sent(a) && !theirs.iter().any(|b| same(a, b) && b.state.is_live()))
        .map(Gap::Lost);
    unpaired.chain(lost).collect()
}

/// What the bank took back at the end of a dispute is no refund, and Stripe's list of refunds does
/// not have it.
fn is_sent(refund: &OurRefund) -> bool {
    refund.state.is_sent()
        && !refund
            .stripe_id
            .as_deref()
            .is_some_and(|id| id.starts_with("du_") || id.starts_with("dp_"))
}

fn name(refund: &OurRefund) -> &str {
    refund
        .stripe_id
        .as_deref()
        .or(refund.key.as_deref())
        .unwrap_or("a refund")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::books::Kind;
    use crate::money::Currency;
    use RefundState::{Failed, Intent, Pending, Succeeded};

    fn ours(refunds: &[(i64, RefundState, Option<&str>)]) -> OurPayment {
        let refund =
            |(at, (amount_minor, state, stripe_id)): (usize, &(i64, RefundState, Option<&str>))| {
                OurRefund {
                    amount_minor: *amount_minor,
                    state: *state,
                    key: Some(format!("rf:{at}:1")),
                    stripe_id: stripe_id.map(str::to_owned),
                }
            };
        OurPayment {
            order_number: "E10001".into(),
            payment_intent_id: "pi_1".into(),
            captured: Money::new(2880, Currency::USD),
            livemode: true,
            refunds: refunds.iter().enumerate().map(refund).collect(),
        }
    }

    fn theirs(refunds: &[(&str, i64, RefundState, Option<&str>)]) -> TheirPayment {
        let refund =
            |(id, amount_minor, state, key): &(&str, i64, RefundState, Option<&str>)| TheirRefund {
                id: (*id).into(),
                amount_minor: *amount_minor,
                state: *state,
                key: key.map(str::to_owned),
            };
        TheirPayment {
            received_minor: 2880,
            currency: "usd".into(),
            livemode: true,
            refunds: refunds.iter().map(refund).collect(),
        }
    }

    fn told(ours: &OurPayment, theirs: &TheirPayment) -> Vec<String> {
        payment(ours, theirs)
            .iter()
            .map(ToString::to_string)
            .collect()
    }

    #[test]
    fn a_cent_another_currency_and_another_mode_are_seen() {
        assert_eq!(told(&ours(&[]), &theirs(&[])), Vec::<String>::new());
        let less = TheirPayment {
            received_minor: 2879,
            ..theirs(&[])
        };
        let line = "E10001: Stripe's record of this payment differs from ours: it received 28.79 \
                    USD, we captured 28.80 USD (pi_1) → compare with the \
                    payment in Stripe's Dashboard";
        assert_eq!(told(&ours(&[]), &less), [line]);
        let euros = TheirPayment {
            currency: "eur".into(),
            ..theirs(&[])
        };
        assert!(told(&ours(&[]), &euros)[0].contains("received 28.80 EUR, we captured 28.80 USD"));
        let strange = TheirPayment {
            currency: "kwd".into(),
            ..theirs(&[])
        };
        assert!(told(&ours(&[]), &strange)[0].contains("received 2880 minor units of kwd"));
        let test = TheirPayment {
            livemode: false,
            ..theirs(&[])
        };
        assert!(told(&ours(&[]), &test)[0].contains("in the other mode"));
    }

    #[test]
    fn refunds_are_paired_by_stripes_name_or_by_our_key() {
        let sent = ours(&[(1440, Succeeded, Some("re_1")), (1440, Pending, None)]);
        let agreed = theirs(&[
            ("re_1", 1440, Succeeded, None),
            ("re_2", 1440, Succeeded, Some("rf:1:1")),
        ]);
        assert_eq!(told(&sent, &agreed), Vec::<String>::new());
    }

    #[test]
    fn what_is_in_flight_is_its_own_word_and_no_mismatch() {
        let sending = ours(&[(1440, Intent, None)]);
        // Stripe has it, and its answer is on its way; or it has not left yet.
        for there in [
            theirs(&[("re_1", 1440, Succeeded, Some("rf:0:1"))]),
            theirs(&[]),
        ] {
            let found = payment(&sending, &there);
            assert_eq!(
                (found.len(), found[0].kind),
                (1, Kind::InFlight),
                "{found:?}"
            );
            assert_eq!(
                found[0].to_string(),
                "E10001: in flight: 14.40 USD is being sent back"
            );
        }
    }

    #[test]
    fn one_line_tells_of_all_refunds_that_differ() {
        let line = &told(&ours(&[]), &theirs(&[("re_9", 500, Succeeded, None)]))[0];
        assert_eq!(
            line,
            "E10001: Stripe shows 5.00 USD refunded, we recorded 0.00 USD: re_9 of 5.00 USD is not \
             in our books → `orders retry E10001` compares its \
             refunds with Stripe's"
        );
        let lost = ours(&[(1440, Succeeded, Some("re_1"))]);
        assert!(told(&lost, &theirs(&[]))[0].contains(
            "Stripe shows 0.00 USD refunded, we recorded 14.40 USD: re_1 of 14.40 USD is \
             not to be seen there"
        ));
        assert!(
            told(&lost, &theirs(&[("re_1", 1440, Failed, None)]))[0]
                .contains("Stripe shows 0.00 USD"),
            "it came back"
        );
        let other = told(&lost, &theirs(&[("re_1", 1400, Succeeded, None)]));
        assert!(
            other[0].contains("re_1 is of 14.00 USD there and of 14.40 USD here"),
            "{other:?}"
        );
        let failed_here = ours(&[(1440, Failed, Some("re_1"))]);
        assert!(
            told(&failed_here, &theirs(&[("re_1", 1440, Succeeded, None)]))[0]
                .contains("re_1 of 14.40 USD is not in our books")
        );
        assert_eq!(
            told(&failed_here, &theirs(&[("re_1", 1440, Failed, None)])),
            Vec::<String>::new(),
            "both know that it failed"
        );
    }

    #[test]
    fn a_mismatch_is_seen_beside_what_is_in_flight() {
        let found = told(
            &ours(&[(1440, Intent, None)]),
            &theirs(&[
                ("re_1", 1440, Succeeded, Some("rf:0:1")),
                ("re_2", 1440, Succeeded, None),
            ]),
        );
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(
            found[1].contains("Stripe shows 14.40 USD refunded, we recorded 0.00 USD: re_2"),
            "{found:?}"
        );
    }

    #[test]
    fn what_the_bank_took_back_is_no_refund() {
        assert_eq!(
            told(&ours(&[(2880, Succeeded, Some("du_1"))]), &theirs(&[])),
            Vec::<String>::new()
        );
    }
}
