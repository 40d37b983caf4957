//! The shop's rules as a table. Each is the shop's own function; a test may swap one for a wrong
//! one.

use std::time::Duration;

use chrono::{DateTime, Utc};
use domain::event::{self, Meaning};
use domain::hold::{self, Reason};
use domain::line::{Attempts, Clocks, Next, Reply};
use domain::order::{self, Expected, Heard, PageRead, PaymentState};
use domain::refund::{self, Failure, Send};
use domain::standing::{self, Facts, Standing, Verdict};

/// `domain::refund::send`: how Stripe refused last, when its list was first seen empty, now.
type HowToSend = fn(Option<Failure>, Option<DateTime<Utc>>, DateTime<Utc>) -> Send;

/// What decides. The last are habits of the flows, which have no function of their own.
#[derive(Clone, Copy)]
pub struct Rules {
    pub page: fn(&PageRead<'_>, &Expected<'_>) -> Result<Heard, String>,
    pub hear: fn(PaymentState, Heard) -> Option<PaymentState>,
    pub meaning: fn(&str) -> Meaning,
    pub misfit: fn(&Standing, &Facts) -> Option<String>,
    pub judge: fn(&Standing, &Facts) -> Verdict,
    pub too_long: fn(Duration) -> bool,
    pub lets_refunds_go: fn(Reason) -> bool,
    pub before_call: fn(&Attempts, &Clocks, DateTime<Utc>) -> Next,
    pub after_reply: fn(&Attempts, Reply, &Clocks, DateTime<Utc>, u32) -> Next,
    pub send: HowToSend,
    /// Whether a reply lets the longer clock run.
    pub may_have_sold: fn(Reply) -> bool,
    /// Which key an attempt of a line uses.
    pub key: fn(attempt: u8) -> u8,
    /// Whether a payment is read before anything is bought for it.
    pub read_before_buying: bool,
    /// Whether an answer is settled by what is known then of other attempts, not by what was known
    /// before the call.
    pub look_again_at_attempts: bool,
    /// Whether Stripe's list is read before a refund is sent.
    pub read_before_refund: bool,
    /// What the database's guard lets through: paid, held, decided.
    pub guard: fn(paid: bool, held: bool, decided: bool) -> bool,
}

/// The rules as they are sold.
pub const OURS: Rules = Rules {
    page: order::judge,
    hear: order::hear,
    meaning: event::meaning,
    misfit: standing::misfit,
    judge: standing::judge,
    too_long: hold::is_too_long,
    lets_refunds_go: Reason::lets_refunds_go,
    before_call: Attempts::before_call,
    after_reply: Attempts::after_reply,
    send: refund::send,
    may_have_sold: Reply::may_have_sold,
    key: |_| 0,
    read_before_buying: true,
    look_again_at_attempts: true,
    read_before_refund: true,
    guard: |paid, held, decided| paid && !held && !decided,
};
