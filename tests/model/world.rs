//! Everything that the model remembers: Stripe, the supplier, the database, two workers and a
//! coarse clock. One line costs one unit of money.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use domain::hold::Reason;
use domain::line::{Attempts, Clocks, Reply};
use domain::money::{Currency, Money};
use domain::order::PaymentState;
use domain::standing::{DisputeStanding, Facts, ReviewStanding, Standing};

pub const MOST_LINES: usize = 2;
/// A line's price, minor units.
pub const UNIT: i64 = 1000;
pub const CLOCKS: Clocks = Clocks {
    refund_after: Duration::from_secs(30 * 60),
    refund_after_unclear: Duration::from_secs(2 * 3600),
};
/// The coarse clock, in minutes that the order was not held: at the start, past the short clock,
/// past the long one.
const TIMES: [i64; 3] = [0, 40, 180];
pub const LAST: u8 = 2;
/// How long the order was held, if it was: past the 72 hours.
const HELD: i64 = 73 * 60;

/// A payment page, as Stripe has it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Pay {
    Open,
    OnItsWay,
    Paid,
    Failed,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub enum Dispute {
    None,
    Open,
    Won,
    Lost,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub enum Review {
    None,
    Open,
    Approved,
    Otherwise,
    Fraud,
}

/// What a read of a payment shows.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub struct Snap {
    pub short: bool,
    pub dash: u8,
    pub lost: u8,
    pub dispute: Dispute,
    pub review: Review,
    /// Our refunds by line: a bit for each attempt.
    pub ours: [u8; MOST_LINES],
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Stripe {
    pub pay: Pay,
    /// Received a cent less than asked for.
    pub short: bool,
    /// Units refunded by hand.
    pub dash: u8,
    pub dispute: Dispute,
    /// Units that the bank took back.
    pub lost: u8,
    pub review: Review,
}

/// An event about one thing; where it is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Told {
    Never,
    /// At Stripe only: late, or lost.
    Made,
    Stored,
    /// Stored, until its payment is known.
    Waiting,
    Handled,
}

pub const KINDS: [&str; 8] = [
    "checkout.session.completed",
    "checkout.session.async_payment_succeeded",
    "charge.refunded",
    "charge.dispute.created",
    "charge.dispute.closed",
    "review.opened",
    "review.closed",
    "radar.early_fraud_warning.created",
];
pub const DONE: usize = 0;
pub const SETTLED: usize = 1;
pub const REFUNDED: usize = 2;
pub const DISPUTED: usize = 3;
pub const DISPUTE_CLOSED: usize = 4;
pub const REVIEWED: usize = 5;
pub const REVIEW_CLOSED: usize = 6;
pub const FRAUD: usize = 7;

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub enum Outcome {
    None,
    Deliver,
    Refund,
}

/// The last row of a line's refunds.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub enum Row {
    None,
    Intent,
    Sent,
    Canceled,
    Failed,
}

/// A line: in the database, at the supplier, and its refunds at Stripe.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub struct Line {
    pub outcome: Outcome,
    /// Attempts written down; more than two are two.
    pub made: u8,
    /// An attempt ended unclear, or was never heard of again.
    pub unclear: bool,
    /// The keys that were used, a bit each.
    pub keys: u8,
    /// The keys under which the supplier sold.
    pub sold: u8,
    /// What was sold and nobody gets was ended.
    pub ended: bool,
    pub row: Row,
    /// A refund made by hand stands in its place.
    pub adopted: bool,
    pub attempt: u8,
    /// Stripe answered with a failure of its own.
    pub failed: bool,
    /// Stripe's list was seen without it: 1 just now, 2 five minutes ago.
    pub empty: u8,
    /// Refunds at Stripe by attempt, those not listed yet, and attempts whose answer is a failure
    /// for a day.
    pub ours: u8,
    pub hidden: u8,
    pub replayed: u8,
}

/// Where a worker is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub enum At {
    Idle,
    /// Has read a payment for its capture; what told of it.
    Capturing(Snap, u8),
    /// Has read a payment: because of an event, or before buying.
    Looking(Snap, Option<u8>),
    /// About to write an attempt down. `true`: one was unclear when the line was loaded.
    Ready(u8, bool),
    /// Has written it down, and asks.
    Asking(u8, bool),
    /// Has an answer.
    Answered(u8, bool, u8),
    /// Has read Stripe's list.
    Listed(u8, Snap),
    /// Asks for a refund.
    Sending(u8),
    /// Has an answer.
    Sent(u8, Sent),
}

/// What Stripe answers to a refund.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub enum Sent {
    Done,
    /// No answer in time.
    Lost,
    /// A failure of Stripe's own.
    Failure,
    Already,
    Refused,
}

pub const REPLIES: [Reply; 4] = [
    Reply::Complete,
    Reply::Refused,
    Reply::Unclear,
    Reply::Unreachable,
];

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct State {
    pub lines: u8,
    pub stripe: Stripe,
    /// Whether the key may read disputes and reviews.
    pub rights: bool,
    pub events: [Told; KINDS.len()],
    pub payment: PaymentState,
    pub holds: u8,
    /// The payment was read within the last minute.
    pub fresh: bool,
    pub known_dash: u8,
    pub known_lost: u8,
    pub flagged: bool,
    pub line: [Line; MOST_LINES],
    pub workers: [At; 2],
    /// Who has the order's lease.
    pub owner: Option<u8>,
    pub phase: u8,
    /// Whether it was held for more than 72 hours. What is shorter is not told apart from nothing:
    /// while it is held its clock stands.
    pub held: bool,
    /// Acts of people and faults of machines that may still come.
    pub acts: u8,
    pub faults: u8,
    /// The worst that reads have shown, which the shop must remember.
    pub seen: (u8, Dispute, Review),
    /// What has been wrong at Stripe for longer than a minute.
    pub long_bad: bool,
}

const NO_LINE: Line = Line {
    outcome: Outcome::None,
    made: 0,
    unclear: false,
    keys: 0,
    sold: 0,
    ended: false,
    row: Row::None,
    adopted: false,
    attempt: 0,
    failed: false,
    empty: 0,
    ours: 0,
    hidden: 0,
    replayed: 0,
};

impl State {
    /// An order whose page is open, or whose buyer has chosen a delayed method.
    pub fn new(lines: u8, (acts, faults): (u8, u8), rights: bool, delayed: bool) -> Self {
        let mut events = [Told::Never; KINDS.len()];
        events[DONE] = if delayed { Told::Made } else { Told::Never };
        Self {
            lines,
            stripe: Stripe {
                pay: if delayed { Pay::OnItsWay } else { Pay::Open },
                short: false,
                dash: 0,
                dispute: Dispute::None,
                lost: 0,
                review: Review::None,
            },
            rights,
            events,
            payment: PaymentState::AwaitingPayment,
            holds: 0,
            fresh: false,
            known_dash: 0,
            known_lost: 0,
            flagged: false,
            line: [NO_LINE; MOST_LINES],
            workers: [At::Idle; 2],
            owner: None,
            phase: 0,
            held: false,
            acts,
            faults,
            seen: (0, Dispute::None, Review::None),
            long_bad: false,
        }
    }

    pub fn all_lines(&self) -> impl Iterator<Item = usize> + use<> {
        0..usize::from(self.lines)
    }

    /// Units that may still go back, by Stripe's own sum.
    pub fn room_at_stripe(&self) -> u8 {
        let ours: u32 = self.line.iter().map(|l| l.ours.count_ones()).sum();
        self.lines
            .saturating_sub(self.stripe.dash + self.stripe.lost + u8::try_from(ours).unwrap())
    }

    /// Units that the books know to be back or on their way.
    pub fn booked(&self) -> u8 {
        let live = self
            .line
            .iter()
            .filter(|l| matches!(l.row, Row::Intent | Row::Sent))
            .count();
        self.known_dash + self.known_lost + u8::try_from(live).unwrap()
    }

    pub fn holds(&self, reason: Reason) -> bool {
        self.holds & bit(reason) != 0
    }

    pub fn undecided(&self) -> bool {
        self.all_lines()
            .any(|l| self.line[l].outcome == Outcome::None)
    }

    /// Whether what has been asked for a line may have bought: for everybody but the worker that is
    /// asking.
    pub fn unclear(&self, line: usize, but: Option<usize>) -> bool {
        let asks = |at: &At| matches!(at, At::Asking(l, _) | At::Answered(l, ..) if usize::from(*l) == line);
        self.line[line].unclear
            || self
                .workers
                .iter()
                .enumerate()
                .any(|(w, at)| Some(w) != but && asks(at))
    }

    pub fn now(&self) -> DateTime<Utc> {
        start()
            + TimeDelta::minutes(TIMES[usize::from(self.phase)])
            + TimeDelta::from_std(self.held_for()).unwrap()
    }

    pub fn held_for(&self) -> Duration {
        Duration::from_secs(if self.held {
            HELD.unsigned_abs() * 60
        } else {
            0
        })
    }

    pub fn attempts(&self, line: usize, any_unclear: bool) -> Attempts {
        let paid_at = start() + TimeDelta::from_std(self.held_for()).unwrap();
        Attempts {
            paid_at,
            made: u32::from(self.line[line].made),
            any_unclear,
            unreadable: false,
            key_made_at: start(),
        }
    }

    /// Whether something is wrong at Stripe that a read shows.
    pub fn bad(&self) -> bool {
        let s = &self.stripe;
        let contested = s.dispute != Dispute::None
            || matches!(s.review, Review::Open | Review::Otherwise | Review::Fraud);
        let refused = self
            .line
            .iter()
            .filter(|l| l.outcome == Outcome::Refund)
            .count();
        let ours: u32 = self.line.iter().map(|l| l.ours.count_ones()).sum();
        (s.dash > 0 && usize::from(s.dash) + ours as usize > refused) || (self.rights && contested)
    }
}

impl At {
    pub fn swap_lines(&mut self) {
        match self {
            Self::Idle => {}
            Self::Capturing(snap, _) | Self::Looking(snap, _) => snap.ours.swap(0, 1),
            Self::Ready(l, _)
            | Self::Asking(l, _)
            | Self::Answered(l, ..)
            | Self::Sending(l)
            | Self::Sent(l, _) => *l = 1 - *l,
            Self::Listed(l, snap) => {
                *l = 1 - *l;
                snap.ours.swap(0, 1);
            }
        }
    }
}

pub fn start() -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000, 0).unwrap()
}

pub fn bit(reason: Reason) -> u8 {
    1 << Reason::ALL.iter().position(|r| *r == reason).unwrap()
}

pub fn usd(minor: i64) -> Money {
    Money::new(minor, Currency::USD)
}

/// The payment as the rules see it, with the refunds that the books know.
pub fn standing(s: &State, snap: &Snap) -> Standing {
    let sent = s.line.iter().filter(|l| l.row == Row::Sent).count();
    let dash = i64::from(s.known_dash) * UNIT;
    Standing {
        received: Some(usd(i64::from(s.lines) * UNIT - i64::from(snap.short))),
        livemode: false,
        back_minor: dash + i64::try_from(sent).unwrap() * UNIT,
        unbooked_minor: dash,
        dispute: match snap.dispute {
            Dispute::None => DisputeStanding::None,
            Dispute::Open => DisputeStanding::Open,
            Dispute::Lost if snap.lost > 0 => DisputeStanding::Lost(i64::from(snap.lost) * UNIT),
            Dispute::Won | Dispute::Lost => DisputeStanding::Won,
        },
        review: match snap.review {
            Review::None => ReviewStanding::None,
            Review::Open => ReviewStanding::Open,
            Review::Approved => ReviewStanding::Approved,
            Review::Otherwise => ReviewStanding::ClosedOtherwise { fraud: false },
            Review::Fraud => ReviewStanding::ClosedOtherwise { fraud: true },
        },
    }
}

pub fn facts(s: &State) -> Facts {
    Facts {
        total: usd(i64::from(s.lines) * UNIT),
        livemode: false,
        undecided: s.undecided(),
    }
}
