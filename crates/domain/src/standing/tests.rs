//! The judge of a payment, over a table and over anything that Stripe may show.

use proptest::prelude::*;

use super::*;
use crate::money::Currency;

fn usd(minor: i64) -> Money {
    Money::new(minor, Currency::USD)
}

fn facts() -> Facts {
    Facts {
        total: usd(1440),
        livemode: false,
        undecided: true,
    }
}

fn clean() -> Standing {
    Standing {
        received: Some(usd(1440)),
        livemode: false,
        back_minor: 0,
        unbooked_minor: 0,
        dispute: DisputeStanding::None,
        review: ReviewStanding::None,
    }
}

fn reasons(verdict: &Verdict) -> Vec<Reason> {
    verdict.open.iter().map(|(reason, _)| *reason).collect()
}

#[test]
fn a_payment_that_nothing_is_wrong_with_goes_on() {
    let verdict = judge(&clean(), &facts());
    assert_eq!((reasons(&verdict), verdict.lines), (vec![], Lines::GoOn));
}

#[test]
fn a_cent_less_another_currency_or_another_mode_does_not_fit() {
    let other = [
        Standing {
            received: Some(usd(1439)),
            ..clean()
        },
        Standing {
            received: Some(Money::new(1440, "EUR".parse().unwrap())),
            ..clean()
        },
        Standing {
            received: None,
            ..clean()
        },
        Standing {
            livemode: true,
            ..clean()
        },
    ];
    for standing in other {
        assert_eq!(
            reasons(&judge(&standing, &facts())),
            [Reason::Misfit],
            "{standing:?}"
        );
    }
}

#[test]
fn a_closed_review_lets_go_only_when_approved_and_nothing_went_back() {
    let with = |review| Standing { review, ..clean() };
    assert_eq!(
        judge(&with(ReviewStanding::Approved), &facts()).end,
        [Reason::RefundedElsewhere, Reason::Review]
    );
    for fraud in [true, false] {
        let verdict = judge(&with(ReviewStanding::ClosedOtherwise { fraud }), &facts());
        assert!(!verdict.end.contains(&Reason::Review) && reasons(&verdict) == [Reason::Review]);
        let back = Standing {
            back_minor: 1440,
            unbooked_minor: 1440,
            ..with(ReviewStanding::ClosedOtherwise { fraud })
        };
        let cause = if fraud {
            Cause::Fraud
        } else {
            Cause::Dashboard
        };
        assert_eq!(judge(&back, &facts()).lines, Lines::End(cause));
    }
    let disputed = Standing {
        dispute: DisputeStanding::Open,
        ..with(ReviewStanding::Approved)
    };
    assert!(!judge(&disputed, &facts()).end.contains(&Reason::Review));
}

#[test]
fn a_part_that_went_back_elsewhere_waits_for_a_person_and_all_of_it_ends_the_lines() {
    let part = judge(
        &Standing {
            back_minor: 100,
            unbooked_minor: 100,
            ..clean()
        },
        &facts(),
    );
    assert_eq!(
        (reasons(&part), part.lines),
        (vec![Reason::RefundedElsewhere], Lines::GoOn)
    );
    let booked = judge(
        &Standing {
            back_minor: 100,
            unbooked_minor: 0,
            ..clean()
        },
        &facts(),
    );
    assert_eq!(
        (reasons(&booked), booked.end),
        (vec![], vec![Reason::RefundedElsewhere])
    );
    let delivered = Facts {
        undecided: false,
        ..facts()
    };
    assert_eq!(
        reasons(&judge(
            &Standing {
                back_minor: 100,
                unbooked_minor: 100,
                ..clean()
            },
            &delivered
        )),
        []
    );
}

#[test]
fn a_dispute_holds_while_it_is_open_and_never_ends_in_a_purchase() {
    let with = |dispute| judge(&Standing { dispute, ..clean() }, &facts());
    assert_eq!(reasons(&with(DisputeStanding::Open)), [Reason::Dispute]);
    assert_eq!(with(DisputeStanding::Won).lines, Lines::End(Cause::Dispute));
    let lost = with(DisputeStanding::Lost(1440));
    assert_eq!(
        (lost.lines, lost.lost_minor),
        (Lines::End(Cause::Dispute), Some(1440))
    );
    assert!(
        with(DisputeStanding::None)
            .end
            .iter()
            .all(|reason| *reason != Reason::Dispute),
        "what was heard still holds"
    );
}

prop_compose! {
    fn any_standing()(
        received in prop_oneof![Just(None), (1i64..3000).prop_map(|minor| Some(usd(minor)))],
        livemode: bool,
        unbooked_minor in 0i64..1500,
        ours in 0i64..1500,
        dispute in prop_oneof![
            Just(DisputeStanding::None), Just(DisputeStanding::Open), Just(DisputeStanding::Won), (1i64..1500).prop_map(DisputeStanding::Lost)
        ],
        review in prop_oneof![
            Just(ReviewStanding::None), Just(ReviewStanding::Open), Just(ReviewStanding::Approved),
            any::<bool>().prop_map(|fraud| ReviewStanding::ClosedOtherwise { fraud }),
        ],
    ) -> Standing {
        Standing { received, livemode, back_minor: unbooked_minor + ours, unbooked_minor, dispute, review }
    }
}

proptest! {
    #[test]
    fn nothing_is_bought_after_a_read_that_shows_it_taken_back_or_contested(standing in any_standing()) {
        let verdict = judge(&standing, &facts());
        let buys = verdict.open.is_empty() && verdict.lines == Lines::GoOn;
        if buys {
            prop_assert!(misfit(&standing, &facts()).is_none());
            prop_assert!(standing.unbooked_minor == 0 && standing.back_minor < 1440);
            prop_assert!(standing.dispute == DisputeStanding::None);
            prop_assert!(matches!(standing.review, ReviewStanding::None | ReviewStanding::Approved));
        }
        prop_assert!(verdict.open.iter().all(|(reason, _)| !verdict.end.contains(reason)), "opened and ended at once");
        prop_assert!(!verdict.end.contains(&Reason::Misfit) && !verdict.end.contains(&Reason::Operator) && !verdict.end.contains(&Reason::Supplier));
    }
}
