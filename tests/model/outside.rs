//! What happens around the shop: the buyer, Stripe, people in its Dashboard, events on their way,
//! crashes, and time.

use domain::order::PaymentState;

use super::search::{Kind, Steps};
use super::world::*;

pub fn steps(s: &State, out: &mut Steps) {
    buyer(s, out);
    people(s, out);
    closings(s, out);
    events(s, out);
    crashes(s, out);
    time(s, out);
}

fn tell(s: &mut State, kind: usize) {
    s.events[kind] = Told::Made;
}

fn buyer(s: &State, out: &mut Steps) {
    let mut pays = |name, pay, short: bool, event| {
        let kind = if short { Kind::Act } else { Kind::Outside };
        out.add(s, name, kind, |n| {
            n.stripe.pay = pay;
            n.stripe.short = short;
            tell(n, event);
        });
    };
    match s.stripe.pay {
        Pay::Open => {
            pays("the buyer pays", Pay::Paid, false, DONE);
            pays("a cent less arrives", Pay::Paid, true, DONE);
        }
        Pay::OnItsWay => {
            pays("the delayed payment arrives", Pay::Paid, false, SETTLED);
            pays("the delayed payment fails", Pay::Failed, false, SETTLED);
        }
        Pay::Paid | Pay::Failed => {}
    }
}

/// What people do to a payment that has arrived.
fn people(s: &State, out: &mut Steps) {
    if s.stripe.pay != Pay::Paid {
        return;
    }
    let room = s.room_at_stripe();
    if s.stripe.dispute != Dispute::Open && room > 0 {
        let mut back = |name, units| {
            out.add(s, name, Kind::Act, |n| {
                n.stripe.dash += units;
                tell(n, REFUNDED);
            });
        };
        back("a person refunds all that is left in the Dashboard", room);
        if room > 1 {
            back("a person refunds a part in the Dashboard", 1);
        }
    }
    if s.stripe.dispute == Dispute::None && room > 0 {
        out.add(s, "the card's owner disputes", Kind::Act, |n| {
            n.stripe.dispute = Dispute::Open;
            tell(n, DISPUTED);
        });
    }
    if s.stripe.review == Review::None {
        out.add(s, "a review opens", Kind::Act, |n| {
            n.stripe.review = Review::Open;
            tell(n, REVIEWED);
        });
    }
    if s.events[FRAUD] == Told::Never {
        out.add(s, "Stripe warns of fraud", Kind::Act, |n| tell(n, FRAUD));
    }
}

fn closings(s: &State, out: &mut Steps) {
    if s.stripe.dispute == Dispute::Open {
        let mut ends = |name, dispute| {
            out.add(s, name, Kind::Outside, |n| {
                n.stripe.dispute = dispute;
                if dispute == Dispute::Lost {
                    n.stripe.lost = s.room_at_stripe();
                }
                tell(n, DISPUTE_CLOSED);
            });
        };
        ends("the dispute is won", Dispute::Won);
        ends("the dispute is lost", Dispute::Lost);
    }
    if s.stripe.review == Review::Open {
        for (name, review) in [
            ("the review is approved", Review::Approved),
            ("the review closes otherwise", Review::Otherwise),
            ("the review closes as fraud", Review::Fraud),
        ] {
            out.add(s, name, Kind::Outside, |n| {
                n.stripe.review = review;
                tell(n, REVIEW_CLOSED);
                n.long_bad &= n.bad();
            });
        }
    }
}

/// An event may come at any time after its making, in any order, or never: then the pull finds it.
fn events(s: &State, out: &mut Steps) {
    for (kind, told) in s.events.iter().enumerate() {
        match told {
            Told::Made => out.add(s, KINDS[kind], Kind::Outside, |n| {
                n.events[kind] = Told::Stored
            }),
            Told::Handled if s.faults > 0 => {
                out.add(s, "the same is told by a second event", Kind::Fault, |n| {
                    n.events[kind] = Told::Stored
                });
            }
            _ => {}
        }
    }
    if s.events.contains(&Told::Made) {
        out.add(s, "lost events are pulled", Kind::Ours, |n| {
            for told in n.events.iter_mut().filter(|t| **t == Told::Made) {
                *told = Told::Stored;
            }
        });
    }
}

/// A worker that has only read leaves nothing behind: dropped, it is as if it had not begun.
fn crashes(s: &State, out: &mut Steps) {
    let leaves = |at: &At| {
        matches!(
            at,
            At::Asking(..) | At::Answered(..) | At::Sending(..) | At::Sent(..)
        )
    };
    for (w, at) in s.workers.iter().enumerate().filter(|(_, at)| leaves(at)) {
        out.add(s, "a worker is dropped", Kind::Fault, |n| {
            n.workers[w] = At::Idle;
            if let At::Asking(l, _) | At::Answered(l, ..) = *at {
                n.line[usize::from(l)].unclear = true;
            }
            n.owner = n.owner.filter(|owner| usize::from(*owner) != w);
        });
    }
    if s.owner.is_some() {
        out.add(s, "a slow worker's lease runs out", Kind::Fault, |n| {
            n.owner = None
        });
    }
}

/// A few minutes, or until the next clock has run out. What lies between a read and what follows
/// from it is shorter than that.
fn time(s: &State, out: &mut Steps) {
    let reading = |at: &At| {
        matches!(
            at,
            At::Ready(..) | At::Looking(..) | At::Capturing(..) | At::Listed(..)
        )
    };
    let waits = s.undecided() || s.line.iter().any(|l| l.row == Row::Intent);
    if s.payment != PaymentState::Paid || !waits || s.workers.iter().any(reading) {
        return;
    }
    out.add(s, "minutes pass", Kind::Ours, minutes);
    if s.holds == 0 && s.phase < LAST {
        out.add(s, "the next clock runs out", Kind::Ours, |n| {
            minutes(n);
            n.phase += 1;
        });
    } else if s.holds != 0 && !s.held {
        out.add(s, "three days pass", Kind::Ours, |n| {
            minutes(n);
            n.held = true;
        });
    }
}

fn minutes(n: &mut State) {
    n.fresh = false;
    n.long_bad = n.bad();
    for line in &mut n.line {
        line.hidden = 0;
        line.empty = if line.empty == 1 { 2 } else { line.empty };
    }
}
