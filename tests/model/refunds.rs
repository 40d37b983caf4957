//! How the shop sends money back: what is listed, what is sent.

use super::books;
use super::rules::Rules;
use super::search::{Kind, Steps};
use super::shop::rest;
use super::world::*;
use domain::refund::{Failure, Send};

/// What Stripe lists is taken in; what is still to be sent is sent, under which key is a rule of
/// its own.
pub fn listed(n: &mut State, rules: &Rules, w: u8, l: u8, snap: &Snap) {
    let at = usize::from(l);
    let snap = if rules.read_before_refund {
        *snap
    } else {
        Snap {
            dash: 0,
            ours: [0; MOST_LINES],
            ..*snap
        }
    };
    books::take_in(n, &snap);
    let gone = u32::from(snap.dash) + snap.ours.iter().map(|o| o.count_ones()).sum::<u32>();
    if n.line[at].row != Row::Intent {
        return rest(n, w);
    }
    if gone >= u32::from(n.lines) {
        n.line[at].row = Row::Canceled;
        n.flagged |= n.known_dash == 0;
        return rest(n, w);
    }
    let empty_at = match n.line[at].empty {
        0 => None,
        1 => Some(n.now()),
        _ => Some(n.now() - chrono::TimeDelta::minutes(5)),
    };
    let now = n.now();
    let last_error = n.line[at].failed.then_some(Failure::AtStripe);
    let line = &mut n.line[at];
    match (rules.send)(last_error, empty_at, now) {
        Send::SameKey { seen_empty } => line.empty = line.empty.max(u8::from(seen_empty)),
        Send::NewKey => (line.attempt, line.failed, line.empty) = (line.attempt + 1, false, 0),
    }
    n.workers[usize::from(w)] = At::Sending(l);
}

pub fn send(s: &State, w: usize, l: u8, out: &mut Steps) {
    let line = usize::from(l);
    let key = 1 << s.line[line].attempt;
    let mut answers = |name, kind, made: bool, answer| {
        out.add(s, name, kind, |n| {
            n.line[line].ours |= if made { key } else { 0 };
            if answer == Sent::Failure {
                n.line[line].replayed |= key;
                n.line[line].hidden |= if made { key } else { 0 };
            }
            n.workers[w] = At::Sent(l, answer);
        });
    };
    if s.line[line].replayed & key != 0 {
        return answers(
            "Stripe repeats its failure",
            Kind::Ours,
            false,
            Sent::Failure,
        );
    }
    if s.line[line].ours & key != 0 {
        return answers("Stripe repeats its answer", Kind::Ours, false, Sent::Done);
    }
    if s.stripe.dispute == Dispute::Open {
        return answers(
            "Stripe does not refund what is disputed",
            Kind::Ours,
            false,
            Sent::Refused,
        );
    }
    if s.room_at_stripe() == 0 {
        return answers(
            "Stripe has refunded all already",
            Kind::Ours,
            false,
            Sent::Already,
        );
    }
    answers("Stripe refunds", Kind::Ours, true, Sent::Done);
    answers(
        "Stripe refunds, and the answer is lost",
        Kind::Fault,
        true,
        Sent::Lost,
    );
    answers(
        "Stripe does not refund, and the answer is lost",
        Kind::Fault,
        false,
        Sent::Lost,
    );
    answers(
        "Stripe fails, and the refund appears later",
        Kind::Fault,
        true,
        Sent::Failure,
    );
    answers("Stripe fails", Kind::Fault, false, Sent::Failure);
}
