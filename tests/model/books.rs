//! What the shop writes down: what a read means for an order, and what becomes of its lines and
//! their money.

use domain::hold::Reason;
use domain::order::{Heard, PaymentState};
use domain::standing::Lines;

use super::rules::Rules;
use super::world::*;

/// A payment is captured, unless it does not fit.
pub fn capture(s: &mut State, rules: &Rules, snap: &Snap) {
    if s.payment == PaymentState::Paid {
        return;
    }
    if (rules.misfit)(&standing(s, snap), &facts(s)).is_some() {
        s.holds |= bit(Reason::Misfit);
        return;
    }
    s.payment = (rules.hear)(s.payment, Heard::Captured).unwrap_or(s.payment);
    act(s, rules, snap);
    for told in s.events.iter_mut().filter(|t| **t == Told::Waiting) {
        *told = Told::Stored;
    }
}

/// What a read shows is acted upon.
pub fn act(s: &mut State, rules: &Rules, snap: &Snap) {
    take_in(s, snap);
    let verdict = (rules.judge)(&standing(s, snap), &facts(s));
    if verdict.lost_minor.is_some() && s.known_lost == 0 {
        for line in s.line.iter_mut().filter(|l| l.row == Row::Intent) {
            line.row = Row::Canceled;
        }
        s.known_lost = snap.lost.min(s.lines.saturating_sub(s.booked()));
    }
    for (reason, _) in &verdict.open {
        s.holds |= bit(*reason);
    }
    for reason in &verdict.end {
        s.holds &= !bit(*reason);
    }
    if matches!(verdict.lines, Lines::End(_)) {
        refuse_all(s);
    }
    s.fresh = true;
    s.seen = (
        s.seen.0.max(snap.dash),
        s.seen.1.max(snap.dispute),
        s.seen.2.max(snap.review),
    );
}

pub fn refuse_all(s: &mut State) {
    for l in s.all_lines() {
        if s.line[l].outcome == Outcome::None {
            refuse(s, l, s.unclear(l, None));
        }
    }
}

/// The money of a line goes back, as far as there is any.
pub fn refuse(s: &mut State, line: usize, unknown: bool) {
    s.line[line].outcome = Outcome::Refund;
    s.line[line].row = if s.booked() < s.lines {
        Row::Intent
    } else {
        Row::Canceled
    };
    if !s.undecided() {
        s.holds &= !bit(Reason::RefundedElsewhere);
    }
    s.flagged |= unknown;
}

/// Stripe's list comes into the books: ours first, then what was sent by hand, in place of one of
/// ours where there is one.
pub fn take_in(s: &mut State, snap: &Snap) {
    for l in s.all_lines() {
        if snap.ours[l] & (1 << s.line[l].attempt) != 0 {
            ours_is_there(s, l);
        }
    }
    let adopted = |s: &State| u8::try_from(s.line.iter().filter(|l| l.adopted).count()).unwrap();
    while snap.dash > s.known_dash + adopted(s) {
        if let Some(line) = s.line.iter_mut().find(|l| l.row == Row::Intent) {
            (line.row, line.adopted) = (Row::Sent, true);
        } else if let Some(line) = s.line.iter_mut().find(|l| l.row == Row::Failed) {
            (line.row, line.adopted) = (Row::Sent, true);
            s.flagged = false;
        } else {
            s.known_dash += 1;
        }
    }
}

/// A refund of ours is at Stripe. Where another stands in its place, the money went back twice.
fn ours_is_there(s: &mut State, l: usize) {
    match s.line[l].row {
        Row::Sent if s.line[l].adopted => {
            s.line[l].adopted = false;
            s.known_dash += 1;
            // What is not sent yet gives way. A person is told, and from then on knows better than
            // the reads before.
            if s.booked() > s.lines
                && let Some(intent) = s.line.iter_mut().find(|l| l.row == Row::Intent)
            {
                intent.row = Row::Canceled;
            }
            s.seen.0 = 0;
            s.flagged = true;
        }
        Row::Sent => {}
        Row::Canceled | Row::Failed if s.booked() >= s.lines => {
            // It had been given up, and what was to go back instead gives way.
            if let Some(intent) = s.line.iter_mut().find(|l| l.row == Row::Intent) {
                intent.row = Row::Canceled;
                s.line[l].row = Row::Sent;
            }
            s.flagged = true;
        }
        Row::None | Row::Intent | Row::Canceled | Row::Failed => s.line[l].row = Row::Sent,
    }
}

/// What Stripe answered to a refund.
pub fn settle_refund(s: &mut State, l: usize, answer: Sent) {
    match answer {
        Sent::Done => ours_is_there(s, l),
        Sent::Lost | Sent::Already => s.line[l].failed = false,
        Sent::Failure => s.line[l].failed = true,
        Sent::Refused if s.line[l].row == Row::Intent => {
            s.line[l].row = Row::Failed;
            s.flagged = true;
        }
        Sent::Refused => {}
    }
}
