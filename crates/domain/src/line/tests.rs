//! What follows each reply, and when waiting ends.

use std::time::Duration;

use chrono::{DateTime, Utc};
use proptest::prelude::*;

use super::*;

const CLOCKS: Clocks = Clocks {
    refund_after: Duration::from_secs(1800),
    refund_after_unclear: Duration::from_secs(7200),
};
const REPLIES: [Reply; 9] = [
    Reply::Complete,
    Reply::Incomplete,
    Reply::Unreadable,
    Reply::Underway,
    Reply::Off,
    Reply::Refused,
    Reply::LowBalance,
    Reply::Unclear,
    Reply::Unreachable,
];

fn at(second: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000 + second, 0).unwrap()
}

fn attempts(made: u32, any_unclear: bool) -> Attempts {
    Attempts {
        paid_at: at(0),
        made,
        any_unclear,
        unreadable: false,
        key_made_at: at(-60),
    }
}

#[test]
fn only_what_is_completed_or_has_no_status_is_sold() {
    for (status, sale) in [
        (None, Sale::Sold),
        (Some("COMPLETED"), Sale::Sold),
        (Some(" completed "), Sale::Sold),
        (Some("PROCESSING"), Sale::Underway),
        (Some("PENDING"), Sale::Underway),
        (Some("SUCCESS"), Sale::Underway),
        (Some("INCOMPLETED"), Sale::Underway),
        (Some("0"), Sale::Underway),
        (Some("FAILED"), Sale::Off),
        (Some("Cancelled"), Sale::Off),
        (Some("CANCELED"), Sale::Off),
    ] {
        assert_eq!(Sale::of(status), sale, "{status:?}");
    }
}

#[test]
fn every_answer_of_success_has_its_meaning() {
    use Parts::{Missing, Unreadable, Whole};
    for (sale, parts, reply) in [
        (Sale::Sold, Whole, Reply::Complete),
        (Sale::Sold, Missing, Reply::Incomplete),
        (Sale::Sold, Unreadable, Reply::Unreadable),
        (Sale::Underway, Whole, Reply::Underway),
        (Sale::Underway, Missing, Reply::Underway),
        (Sale::Underway, Unreadable, Reply::Underway),
        (Sale::Off, Whole, Reply::Off),
        (Sale::Off, Missing, Reply::Off),
        (Sale::Off, Unreadable, Reply::Off),
    ] {
        assert_eq!(Reply::of(sale, parts), reply, "{sale:?} {parts:?}");
        assert_ne!(reply == Reply::Complete, reply.may_have_sold(), "{reply:?}");
    }
}

#[test]
fn what_cannot_be_read_calls_a_person_when_the_clock_has_run_and_no_sooner() {
    let line = Attempts {
        unreadable: true,
        ..attempts(9, true)
    };
    assert!(matches!(
        line.after_reply(Reply::Unreadable, &CLOCKS, at(7199), 500),
        Next::AskAt(_)
    ));
    assert_eq!(
        line.after_reply(Reply::Unreadable, &CLOCKS, at(7200), 500),
        Next::Hold
    );
    assert_eq!(
        line.after_reply(Reply::Unreachable, &CLOCKS, at(7200), 500),
        Next::Hold,
        "what is known stays known"
    );
    assert_eq!(
        line.after_reply(Reply::Complete, &CLOCKS, at(7200), 500),
        Next::Deliver
    );
    assert_eq!(
        line.before_call(&CLOCKS, at(90_000)),
        Next::Ask,
        "it is read once more before a person is called again"
    );
    assert_eq!(
        attempts(9, true).after_reply(Reply::Incomplete, &CLOCKS, at(7200), 500),
        Next::Refund { unknown: true }
    );
}

#[test]
fn a_key_that_the_supplier_may_soon_forget_is_never_used() {
    let line = Attempts {
        key_made_at: "2026-01-31T12:00:00Z".parse().unwrap(),
        ..attempts(0, false)
    };
    let on = |day: &str| line.before_call(&CLOCKS, format!("{day}T12:00:00Z").parse().unwrap());
    assert_eq!(
        (on("2026-06-28"), on("2026-06-29")),
        (Next::Ask, Next::Refund { unknown: false })
    );
    assert_eq!(
        Attempts {
            unreadable: true,
            any_unclear: true,
            ..line
        }
        .before_call(&CLOCKS, at(1_000_000_000)),
        Next::Refund { unknown: true }
    );
}

#[test]
fn what_cannot_be_ended_is_tried_slower_and_slower_up_to_once_a_day() {
    let pause = |tries| pause_before_ending(tries, 500).num_seconds();
    assert_eq!(
        [pause(1), pause(2), pause(3), pause(11)],
        [30, 60, 120, 30_720]
    );
    assert_eq!(
        [pause(12), pause(13), pause(u32::MAX)],
        [61_440, 86_400, 86_400]
    );
    assert!(
        (0..2000)
            .all(|tries| pause_before_ending(tries + 1, 0) <= pause_before_ending(tries + 2, 1000))
    );
}

#[test]
fn a_definite_no_is_refunded_at_once_unless_something_was_unclear_before() {
    assert_eq!(
        attempts(1, false).after_reply(Reply::Refused, &CLOCKS, at(1), 500),
        Next::Refund { unknown: false }
    );
    assert!(matches!(
        attempts(2, true).after_reply(Reply::Refused, &CLOCKS, at(1), 500),
        Next::AskAt(_)
    ));
}

#[test]
fn the_longer_clock_applies_once_anything_was_unclear() {
    assert_eq!(
        attempts(5, false).before_call(&CLOCKS, at(1800)),
        Next::Refund { unknown: false }
    );
    assert_eq!(attempts(5, true).before_call(&CLOCKS, at(1800)), Next::Ask);
    assert_eq!(
        attempts(5, true).before_call(&CLOCKS, at(7200)),
        Next::Refund { unknown: true }
    );
}

#[test]
fn a_payment_that_was_found_late_is_still_tried_once() {
    assert_eq!(
        attempts(0, false).before_call(&CLOCKS, at(100_000)),
        Next::Ask
    );
}

#[test]
fn the_clock_decides_by_itself_and_gives_what_was_never_asked_for_one_chance() {
    let by_clock = |line: Attempts, second, chance| line.by_clock(&CLOCKS, at(second), chance);
    assert_eq!(
        by_clock(attempts(3, false), 10, None),
        ByClock::Wait(at(1800))
    );
    assert_eq!(
        by_clock(attempts(3, false), 1800, None),
        ByClock::Refund { unknown: false }
    );
    // Of a call that is under way nobody knows yet which clock it will leave running.
    assert_eq!(
        by_clock(attempts(3, true), 10, None),
        ByClock::Wait(at(1800))
    );
    assert_eq!(
        by_clock(attempts(3, true), 1800, None),
        ByClock::Wait(at(7200))
    );
    assert_eq!(
        by_clock(attempts(3, true), 7200, None),
        ByClock::Refund { unknown: true }
    );
    assert_eq!(
        by_clock(attempts(0, false), 9000, None),
        ByClock::LastChance
    );
    assert_eq!(
        by_clock(attempts(0, false), 9004, Some(at(9000))),
        ByClock::Wait(at(9005))
    );
    assert_eq!(
        by_clock(attempts(0, false), 9005, Some(at(9000))),
        ByClock::Refund { unknown: false }
    );
    let unreadable = Attempts {
        unreadable: true,
        ..attempts(3, true)
    };
    assert!(
        matches!(by_clock(unreadable, 9000, None), ByClock::Wait(_)),
        "a person is called for it first"
    );
}

proptest! {
    #[test]
    fn waiting_always_ends_and_never_runs_past_its_clock(
        made in 1u32..10_000, unclear: bool, unreadable: bool, reply in 0usize..9, second in 0i64..10_000, jitter in 0u32..=1000,
    ) {
        let (now, line) = (at(second), Attempts { unreadable, ..attempts(made, unclear || unreadable) });
        match line.after_reply(REPLIES[reply], &CLOCKS, now, jitter) {
            Next::AskAt(then) => prop_assert!(then > now && then <= line.deadline(&CLOCKS)),
            Next::Deliver => prop_assert_eq!(REPLIES[reply], Reply::Complete),
            Next::Hold => prop_assert!(unreadable || REPLIES[reply] == Reply::Unreadable),
            Next::Refund { unknown } => prop_assert!(!unreadable && unknown == unclear && REPLIES[reply] != Reply::Complete),
            Next::Ask => prop_assert!(false, "a reply never means: again at once"),
        }
    }
}
