//! The rules of the shop with Stripe, the supplier, two workers and a clock as small state
//! machines, searched through completely.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail loudly")]

mod books;
mod canonical;
mod outside;
mod refunds;
mod rules;
mod search;
mod shop;
mod world;

use domain::event::Meaning;
use domain::order::{Expected, Heard, PageEnd, PageRead};
use domain::refund::{Failure, Send};
use domain::standing::{DisputeStanding, Facts, ReviewStanding, Standing, Verdict};

use rules::{OURS, Rules};
use search::search;
use world::State;

/// Orders of one line by any way to pay, and with a key that may not read disputes and reviews; of
/// two lines, the usual one.
fn first(lines: u8, troubles: (u8, u8)) -> Vec<State> {
    let usual = State::new(lines, troubles, true, false);
    if lines > 1 {
        vec![usual]
    } else {
        vec![
            usual,
            State::new(lines, troubles, false, false),
            State::new(lines, troubles, true, true),
        ]
    }
}

/// Lines, acts of people, faults of machines: three troubles of a kind, or mixed.
const BOUNDS: [(u8, (u8, u8)); 4] = [(1, (0, 3)), (2, (0, 3)), (1, (1, 2)), (2, (1, 1))];
/// What takes minutes, with MODEL=deep.
const DEEP: [(u8, (u8, u8)); 3] = [(1, (2, 0)), (2, (2, 0)), (2, (1, 2))];

#[test]
fn whatever_happens_nothing_is_bought_that_was_taken_back_and_everything_comes_to_rest() {
    let mut all = 0;
    let deep = std::env::var("MODEL").is_ok_and(|m| m == "deep");
    for (lines, troubles) in BOUNDS.into_iter().chain(DEEP.into_iter().filter(|_| deep)) {
        let found =
            search(&OURS, &first(lines, troubles)).unwrap_or_else(|broken| panic!("{broken}"));
        let (acts, faults) = troubles;
        println!(
            "model: lines {lines}, workers 2, acts {acts}, faults {faults}: {} states, depth {}, \
             {} at rest",
            found.states, found.depth, found.at_rest
        );
        assert!(
            found.delivered > 0 && found.refunded > 0,
            "both ends are reached"
        );
        all += found.states;
    }
    println!("model: {all} states searched");
}

/// A wrong rule is found within these bounds.
fn red(lines: u8, troubles: (u8, u8), wrong: Rules) -> &'static str {
    match search(&wrong, &first(lines, troubles)) {
        Ok(found) => panic!("{} states, and nothing is seen to break", found.states),
        Err(broken) => broken.what,
    }
}

const KNEW: &str = "bought though the shop knew that the payment is contested or gone back";

#[test]
fn it_sees_a_review_whose_closing_always_releases() {
    let judge = |standing: &Standing, facts: &Facts| {
        let closed = matches!(standing.review, ReviewStanding::ClosedOtherwise { .. });
        (OURS.judge)(
            &Standing {
                review: if closed {
                    ReviewStanding::Approved
                } else {
                    standing.review
                },
                ..*standing
            },
            facts,
        )
    };
    assert_eq!(red(1, (1, 0), Rules { judge, ..OURS }), KNEW);
}

#[test]
fn it_sees_a_dispute_that_a_read_lets_go() {
    let judge = |standing: &Standing, facts: &Facts| {
        (OURS.judge)(
            &Standing {
                dispute: DisputeStanding::None,
                ..*standing
            },
            facts,
        )
    };
    assert_eq!(red(1, (1, 0), Rules { judge, ..OURS }), KNEW);
}

#[test]
fn it_sees_a_refund_elsewhere_that_is_overlooked() {
    let judge = |standing: &Standing, facts: &Facts| {
        (OURS.judge)(
            &Standing {
                back_minor: 0,
                unbooked_minor: 0,
                ..*standing
            },
            facts,
        )
    };
    assert_eq!(red(1, (1, 0), Rules { judge, ..OURS }), KNEW);
}

#[test]
fn it_sees_buying_without_a_capture() {
    let page = |page: &PageRead<'_>, order: &Expected<'_>| match page.end {
        PageEnd::Complete => Ok(Heard::Captured),
        PageEnd::Open | PageEnd::Expired => (OURS.page)(page, order),
    };
    assert_eq!(
        red(1, (0, 0), Rules { page, ..OURS }),
        "bought for a payment that was not captured"
    );
    assert_eq!(
        red(
            1,
            (1, 0),
            Rules {
                misfit: |_, _| None,
                judge: no_misfit,
                ..OURS
            }
        ),
        "bought for a payment that was not captured"
    );
}

fn no_misfit(standing: &Standing, facts: &Facts) -> Verdict {
    (OURS.judge)(
        &Standing {
            received: Some(facts.total),
            ..*standing
        },
        facts,
    )
}

#[test]
fn it_sees_buying_without_reading_first() {
    let what = red(
        1,
        (1, 0),
        Rules {
            read_before_buying: false,
            ..OURS
        },
    );
    assert_eq!(
        what,
        "bought, unread, for a payment that had long been contested or gone back"
    );
}

#[test]
fn it_sees_a_new_key_for_each_attempt() {
    assert_eq!(
        red(
            1,
            (0, 1),
            Rules {
                key: |attempt| attempt,
                ..OURS
            }
        ),
        "two keys for one line"
    );
}

#[test]
fn it_sees_a_call_that_the_database_lets_through() {
    assert_eq!(
        red(
            1,
            (1, 0),
            Rules {
                guard: |paid, _, decided| paid && !decided,
                ..OURS
            }
        ),
        KNEW
    );
    let decided = red(
        1,
        (1, 0),
        Rules {
            guard: |paid, held, _| paid && !held,
            ..OURS
        },
    );
    assert_eq!(decided, "bought for a line that was decided");
}

#[test]
fn it_sees_a_refund_without_a_look_at_what_went_back() {
    assert_eq!(
        red(
            2,
            (0, 2),
            Rules {
                read_before_refund: false,
                ..OURS
            }
        ),
        "a line was refunded twice"
    );
}

#[test]
fn it_sees_a_new_refund_key_after_one_look() {
    let send = |error: Option<Failure>, _, _| {
        if error.is_some() {
            Send::NewKey
        } else {
            Send::SameKey { seen_empty: false }
        }
    };
    assert_eq!(
        red(2, (0, 2), Rules { send, ..OURS }),
        "a line was refunded twice"
    );
}

#[test]
fn it_sees_a_no_after_a_maybe_that_is_believed() {
    let told = "sold and refunded, and nobody is told";
    assert_eq!(
        red(
            1,
            (0, 2),
            Rules {
                may_have_sold: |_| false,
                look_again_at_attempts: false,
                ..OURS
            }
        ),
        told
    );
    assert_eq!(
        red(
            1,
            (0, 3),
            Rules {
                look_again_at_attempts: false,
                ..OURS
            }
        ),
        told
    );
}

#[test]
fn it_sees_a_payment_that_nobody_hears_of() {
    let unheard = red(
        1,
        (0, 0),
        Rules {
            meaning: |_| Meaning::Nothing,
            ..OURS
        },
    );
    assert_eq!(unheard, "captured, and at rest unheard of");
    let hear = |state, heard| {
        if heard == Heard::Captured {
            None
        } else {
            (OURS.hear)(state, heard)
        }
    };
    assert_eq!(
        red(1, (0, 0), Rules { hear, ..OURS }),
        "captured, and at rest unheard of"
    );
}
