//! What the shop does: two workers take stored events and the order's story, step by step. Between
//! any two steps the world goes on.

use super::books;
use super::refunds::listed;
use super::refunds::send;
use super::rules::Rules;
use super::search::{Kind, Steps};
use super::world::*;
use domain::event::Meaning;
use domain::hold::Reason;
use domain::line::Next;
use domain::order::{Expected, Heard, PageEnd, PageRead, PaymentState};

pub fn steps(s: &State, rules: &Rules, out: &mut Steps) {
    for w in 0..s.workers.len() {
        let number = u8::try_from(w).unwrap();
        match s.workers[w] {
            At::Idle if w == 1 && s.workers[0] == At::Idle => {}
            At::Idle => {
                handle_events(s, rules, w, out);
                tell_the_story(s, rules, number, out);
            }
            At::Capturing(snap, kind) => out.add(s, "captures", Kind::Ours, |n| {
                books::capture(n, rules, &snap);
                n.events[usize::from(kind)] = Told::Handled;
                n.workers[w] = At::Idle;
            }),
            At::Looking(snap, about) => out.add(s, "acts on a read", Kind::Ours, |n| {
                looked(n, rules, number, &snap, about)
            }),
            At::Ready(l, unclear) => begin(s, rules, number, (l, unclear), out),
            At::Asking(l, unclear) => supplier(s, rules, w, (l, unclear), out),
            At::Answered(l, unclear, reply) => {
                out.add(s, "settles the answer", Kind::Ours, |n| {
                    settle(n, rules, number, usize::from(l), (unclear, reply))
                });
            }
            At::Listed(l, snap) => out.add(s, "takes in Stripe's list", Kind::Ours, |n| {
                listed(n, rules, number, l, &snap)
            }),
            At::Sending(l) => send(s, w, l, out),
            At::Sent(l, answer) => out.add(s, "settles the refund", Kind::Ours, |n| {
                books::settle_refund(n, usize::from(l), answer);
                rest(n, number);
            }),
        }
    }
}

/// The worker is done, and so is its lease.
pub fn rest(n: &mut State, w: u8) {
    n.workers[usize::from(w)] = At::Idle;
    n.owner = n.owner.filter(|owner| *owner != w);
}

fn handle_events(s: &State, rules: &Rules, w: usize, out: &mut Steps) {
    for (kind, name) in KINDS
        .iter()
        .enumerate()
        .filter(|(kind, _)| s.events[*kind] == Told::Stored)
    {
        let meaning = (rules.meaning)(name);
        let number = u8::try_from(kind).unwrap();
        let taken = |at: &At| matches!(at, At::Capturing(_, by) | At::Looking(_, Some(by)) if *by == number);
        if s.workers.iter().any(taken) {
            continue;
        }
        out.add(s, "handles an event", Kind::Ours, |n| {
            n.events[kind] = Told::Handled;
            match meaning {
                Meaning::Payment if s.payment == PaymentState::Paid || s.holds(Reason::Misfit) => {}
                Meaning::Payment => match read_page(s, rules) {
                    Ok(Heard::Captured) => {
                        n.events[kind] = Told::Stored;
                        n.workers[w] = At::Capturing(s.snap(), number);
                    }
                    Ok(heard) => n.payment = (rules.hear)(s.payment, heard).unwrap_or(s.payment),
                    Err(_) => n.holds |= bit(Reason::Misfit),
                },
                Meaning::Nothing => {}
                _ if s.payment != PaymentState::Paid => n.events[kind] = Told::Waiting,
                Meaning::Fraud => {
                    books::refuse_all(n);
                    n.flagged = true;
                }
                Meaning::Hold(..) | Meaning::Release | Meaning::Refund | Meaning::DisputeClosed => {
                    n.events[kind] = Told::Stored;
                    n.workers[w] = At::Looking(s.snap(), Some(number));
                }
            }
        });
    }
}

fn read_page(s: &State, rules: &Rules) -> Result<Heard, String> {
    let total = usd(i64::from(s.lines) * UNIT);
    let page = PageRead {
        session_id: "cs_1",
        is_payment: true,
        reference: Some("order"),
        total: Some(total),
        livemode: false,
        has_payment_intent: true,
        end: if s.stripe.pay == Pay::Open {
            PageEnd::Open
        } else {
            PageEnd::Complete
        },
        paid: s.stripe.pay == Pay::Paid,
        nothing_to_pay: false,
        failure_told: s.stripe.pay == Pay::Failed && s.events[SETTLED] == Told::Stored,
    };
    (rules.page)(
        &page,
        &Expected {
            order_id: "order",
            session_id: "cs_1",
            total,
            livemode: false,
        },
    )
}

/// A read that an event asked for, or the shop itself. Where the key may not read, the event's own
/// word counts.
fn looked(n: &mut State, rules: &Rules, w: u8, snap: &Snap, about: Option<u8>) {
    books::act(n, rules, snap);
    if let Some(kind) = about.map(usize::from) {
        heard(n, kind);
        match (rules.meaning)(KINDS[kind]) {
            Meaning::Hold(reason, _) if !shows(snap, reason) => n.holds |= bit(reason),
            Meaning::Release if !shows(snap, Reason::Review) => {
                let clean = n.known_dash == 0 && !n.holds(Reason::Dispute);
                if n.stripe.review != Review::Approved && n.undecided() {
                    n.holds |= bit(Reason::Review);
                } else if clean && n.stripe.review == Review::Approved {
                    n.holds &= !bit(Reason::Review);
                }
            }
            _ => {}
        }
        n.events[kind] = Told::Handled;
    }
    rest(n, w);
}

/// What the shop must remember of an event that it has handled.
fn heard(n: &mut State, kind: usize) {
    match kind {
        DISPUTED => n.seen.1 = n.seen.1.max(Dispute::Open),
        REVIEWED => n.seen.2 = n.seen.2.max(Review::Open),
        REVIEW_CLOSED => n.seen.2 = n.seen.2.max(n.stripe.review),
        _ => {}
    }
}

fn shows(snap: &Snap, reason: Reason) -> bool {
    match reason {
        Reason::Review => snap.review != Review::None,
        Reason::Dispute => snap.dispute != Dispute::None,
        _ => false,
    }
}

/// The story of a paid order, once what was told of it has been handled.
fn tell_the_story(s: &State, rules: &Rules, w: u8, out: &mut Steps) {
    if s.payment != PaymentState::Paid || s.owner.is_some() || s.events.contains(&Told::Stored) {
        return;
    }
    for l in s.all_lines() {
        let number = u8::try_from(l).unwrap();
        let start = |n: &mut State, at| {
            n.workers[usize::from(w)] = at;
            n.owner = Some(w);
        };
        let line = &s.line[l];
        if line.outcome == Outcome::Refund && line.row == Row::Intent {
            let barred = Reason::ALL
                .iter()
                .any(|reason| s.holds(*reason) && !(rules.lets_refunds_go)(*reason));
            if !barred {
                out.add(s, "reads Stripe's list of refunds", Kind::Ours, |n| {
                    start(n, At::Listed(number, s.snap()))
                });
            }
        }
        if line.outcome != Outcome::None {
            continue;
        }
        let unclear = s.unclear(l, None);
        if s.holds != 0 {
            if (rules.too_long)(s.held_for()) {
                out.add(s, "gives up what was held too long", Kind::Ours, |n| {
                    books::refuse(n, l, unclear)
                });
            }
            continue;
        }
        match (rules.before_call)(&s.attempts(l, unclear), &CLOCKS, s.now()) {
            Next::Refund { unknown } => out.add(s, "gives up in time", Kind::Ours, |n| {
                books::refuse(n, l, unknown)
            }),
            _ if rules.read_before_buying && !s.fresh => {
                out.add(s, "reads the payment before buying", Kind::Ours, |n| {
                    start(n, At::Looking(s.snap(), None))
                });
            }
            _ => out.add(s, "is about to buy", Kind::Ours, |n| {
                start(n, At::Ready(number, unclear))
            }),
        }
    }
}

/// Writes an attempt down. Here stands what the shop may never do.
fn begin(s: &State, rules: &Rules, w: u8, (l, unclear): (u8, bool), out: &mut Steps) {
    let line = s.line[usize::from(l)];
    let let_through = (rules.guard)(
        s.payment == PaymentState::Paid,
        s.holds != 0,
        line.outcome != Outcome::None,
    );
    if s.owner != Some(w) || !let_through {
        out.add(s, "may not buy", Kind::Ours, |n| rest(n, w));
        return;
    }
    out.must(
        s.stripe.pay == Pay::Paid && !s.stripe.short,
        "bought for a payment that was not captured",
    );
    out.must(
        !knows_better(s),
        "bought though the shop knew that the payment is contested or gone back",
    );
    out.must(
        line.made > 0 || !s.long_bad,
        "bought, unread, for a payment that had long been contested or gone back",
    );
    out.must(
        line.outcome == Outcome::None,
        "bought for a line that was decided",
    );
    out.add(s, "writes an attempt down", Kind::Ours, |n| {
        let line = &mut n.line[usize::from(l)];
        line.keys |= 1 << (rules.key)(line.made);
        line.made = (line.made + 1).min(2);
        n.workers[usize::from(w)] = At::Asking(l, unclear);
    });
}

/// Whether a read that it acted upon, or an event that it has handled, says that nothing may be
/// bought.
fn knows_better(s: &State) -> bool {
    let (dash, dispute, review) = s.seen;
    let booked = s.line.iter().filter(|l| l.adopted).count();
    usize::from(dash) > booked
        || dispute != Dispute::None
        || !matches!(review, Review::None | Review::Approved)
}

/// The supplier sells once under a key, whatever comes back of it.
fn supplier(s: &State, rules: &Rules, w: usize, (l, unclear): (u8, bool), out: &mut Steps) {
    let line = usize::from(l);
    let key = 1 << (rules.key)(s.line[line].made - 1);
    let mut answers = |name, kind, sells: bool, reply| {
        out.add(s, name, kind, |n| {
            n.line[line].sold |= if sells { key } else { 0 };
            n.workers[w] = At::Answered(l, unclear, reply);
        });
    };
    answers("the supplier sells", Kind::Ours, true, 0);
    answers("the supplier refuses", Kind::Fault, false, 1);
    answers(
        "the supplier sells, and the answer is lost",
        Kind::Fault,
        true,
        2,
    );
    answers(
        "the supplier does not sell, and the answer is lost",
        Kind::Fault,
        false,
        2,
    );
    answers("the supplier cannot be reached", Kind::Fault, false, 3);
}

fn settle(n: &mut State, rules: &Rules, w: u8, l: usize, (unclear, reply): (bool, u8)) {
    rest(n, w);
    let reply = REPLIES[usize::from(reply)];
    if n.line[l].outcome != Outcome::None {
        n.line[l].ended |= reply == REPLIES[0] && n.line[l].outcome == Outcome::Refund;
        return;
    }
    n.line[l].unclear |= (rules.may_have_sold)(reply);
    let unclear = unclear
        || (rules.may_have_sold)(reply)
        || (rules.look_again_at_attempts && n.unclear(l, None));
    match (rules.after_reply)(&n.attempts(l, unclear), reply, &CLOCKS, n.now(), 500) {
        Next::Deliver => n.line[l].outcome = Outcome::Deliver,
        Next::Refund { unknown } => books::refuse(n, l, unknown),
        _ => {}
    }
}

/// What holds in every state.
pub fn always(s: &State, out: &mut Steps) {
    for line in &s.line {
        out.must(line.keys.count_ones() <= 1, "two keys for one line");
        out.must(line.sold.count_ones() <= 1, "bought twice for one line");
        out.must(line.ours.count_ones() <= 1, "a line was refunded twice");
        out.must(
            line.outcome != Outcome::Deliver || line.ours == 0,
            "delivered and refunded",
        );
    }
    let back: u32 = s.line.iter().map(|l| l.ours.count_ones()).sum::<u32>()
        + u32::from(s.stripe.dash + s.stripe.lost);
    out.must(
        back <= u32::from(s.lines),
        "more went back than was captured",
    );
    out.must(
        s.booked() <= s.lines,
        "the books have more going back than was captured",
    );
}

/// What holds when nothing of ours is left to do.
pub fn at_rest(s: &State, out: &mut Steps) {
    if s.stripe.pay != Pay::Paid {
        return;
    }
    let seen = s.holds != 0 || s.flagged;
    out.must(
        s.payment == PaymentState::Paid || seen,
        "captured, and at rest unheard of",
    );
    let (mut refused, mut open) = (0, false);
    for line in s.all_lines().map(|l| s.line[l]) {
        open |= line.outcome == Outcome::None;
        refused += u32::from(line.outcome == Outcome::Refund);
        let lost = line.sold != 0 && line.outcome == Outcome::Refund && !line.ended;
        out.must(!lost || seen, "sold and refunded, and nobody is told");
    }
    out.must(!open || seen, "neither delivered, refunded nor held");
    let back: u32 = s.line.iter().map(|l| l.ours.count_ones()).sum::<u32>()
        + u32::from(s.stripe.dash + s.stripe.lost);
    out.must(
        back >= refused || seen,
        "refused, and the money has not gone back",
    );
}
