//! How a captured payment stands at Stripe, and what that means for its order: what is held, what
//! is let go, what ends. Pure.

use super::hold::Reason;
use super::money::Money;
use super::refund::Cause;

/// A dispute as its own status says; a charge keeps its mark for ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DisputeStanding {
    /// There is none, or the key may not read it: what was heard of one still holds.
    None,
    /// Undecided.
    Open,
    /// The money is ours.
    Won,
    /// The bank has taken this back, minor units.
    Lost(i64),
}

/// A review as its own status says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReviewStanding {
    /// There is none, or the key may not read it: what was heard of one still holds.
    None,
    /// Undecided.
    Open,
    /// Somebody found the payment good.
    Approved,
    /// Closed for any other reason.
    ClosedOtherwise {
        /// Refunded as fraud.
        fraud: bool,
    },
}

/// A payment as it was read, with the refunds that our books know after that read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Standing {
    /// What Stripe received; `None` in a currency that we do not know.
    pub received: Option<Money>,
    /// Real money.
    pub livemode: bool,
    /// Refunds that Stripe has, by whomever, minor units.
    pub back_minor: i64,
    /// Of them, those made elsewhere that nobody has booked to a line, minor units.
    pub unbooked_minor: i64,
    pub dispute: DisputeStanding,
    pub review: ReviewStanding,
}

/// What the order expects, and how far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Facts {
    /// The order's total.
    pub total: Money,
    /// Real money.
    pub livemode: bool,
    /// Whether a line is neither delivered nor refunded.
    pub undecided: bool,
}

/// What becomes of the lines that nothing has been decided about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lines {
    /// As they are.
    GoOn,
    /// They will not be bought; what has not gone back is sent.
    End(Cause),
}

/// What a read means.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub struct Verdict {
    /// Holds to open, with words for operators.
    pub open: Vec<(Reason, String)>,
    /// Holds to end.
    pub end: Vec<Reason>,
    /// The undecided lines.
    pub lines: Lines,
    /// What the bank took back, minor units: a loss for the books.
    pub lost_minor: Option<i64>,
}

/// The hold's words when a dispute stands.
pub const DISPUTED: &str = "the payment is disputed: answer in Stripe's Dashboard";
/// The hold's words when a review stands.
pub const REVIEWED: &str = "Stripe has the payment under review";
/// The hold's words when a review was closed for any other reason than an approval.
pub const NOT_APPROVED: &str = "Stripe's review did not end in an approval: look in the Dashboard";

/// Why a payment does not fit its order; `None` when it does.
pub fn misfit(standing: &Standing, facts: &Facts) -> Option<String> {
    let differs = |what: &str| Some(format!("the payment does not fit the order: {what}"));
    match standing.received {
        None => differs("another currency"),
        Some(money) if money.currency != facts.total.currency => differs("another currency"),
        Some(money) if money != facts.total => {
            differs(&format!("{money} received for {}", facts.total))
        }
        Some(_) if standing.livemode != facts.livemode => differs("test and live are mixed"),
        Some(_) => None,
    }
}

/// Judges a read: each hold is opened and ended by its own cause, and nothing that has gone back is
/// bought.
pub fn judge(standing: &Standing, facts: &Facts) -> Verdict {
    let mut verdict = Verdict {
        open: Vec::new(),
        end: Vec::new(),
        lines: Lines::GoOn,
        lost_minor: None,
    };
    if let Some(why) = misfit(standing, facts) {
        verdict.open.push((Reason::Misfit, why));
    }
    dispute(standing, facts, &mut verdict);
    let lost = verdict.lost_minor.unwrap_or(0);
    if standing.back_minor.saturating_add(lost) >= facts.total.minor {
        all_is_back(standing, facts, &mut verdict);
    } else {
        part_is_back(standing, facts, &mut verdict);
        review(standing, &mut verdict);
    }
    verdict
}

fn dispute(standing: &Standing, facts: &Facts, verdict: &mut Verdict) {
    match standing.dispute {
        DisputeStanding::None => {}
        DisputeStanding::Open => verdict.open.push((Reason::Dispute, DISPUTED.to_owned())),
        DisputeStanding::Won => {
            // It took weeks: the trip is over.
            verdict.end.push(Reason::Dispute);
            end_lines(verdict, facts, Cause::Dispute);
        }
        DisputeStanding::Lost(minor) => {
            verdict.end.push(Reason::Dispute);
            verdict.lost_minor = Some(minor);
            end_lines(verdict, facts, Cause::Dispute);
        }
    }
}

fn all_is_back(standing: &Standing, facts: &Facts, verdict: &mut Verdict) {
    let fraud = matches!(
        standing.review,
        ReviewStanding::ClosedOtherwise { fraud: true }
    );
    end_lines(
        verdict,
        facts,
        if fraud {
            Cause::Fraud
        } else {
            Cause::Dashboard
        },
    );
    verdict.end.push(Reason::RefundedElsewhere);
    if standing.review == ReviewStanding::Open {
        verdict.open.push((Reason::Review, REVIEWED.to_owned()));
    } else {
        verdict.end.push(Reason::Review);
    }
}

fn part_is_back(standing: &Standing, facts: &Facts, verdict: &mut Verdict) {
    if standing.unbooked_minor > 0 && facts.undecided && verdict.lines == Lines::GoOn {
        let back = Money::new(standing.unbooked_minor, facts.total.currency);
        verdict.open.push((
            Reason::RefundedElsewhere,
            format!(
                "{back} went back outside the shop: say for which line with `orders refund N \
                 --line POS --reason …`"
            ),
        ));
    } else {
        verdict.end.push(Reason::RefundedElsewhere);
    }
}

fn review(standing: &Standing, verdict: &mut Verdict) {
    let contested = standing.dispute == DisputeStanding::Open || standing.unbooked_minor > 0;
    match standing.review {
        ReviewStanding::None => {}
        ReviewStanding::Open => verdict.open.push((Reason::Review, REVIEWED.to_owned())),
        ReviewStanding::Approved if contested => {}
        ReviewStanding::Approved => verdict.end.push(Reason::Review),
        ReviewStanding::ClosedOtherwise { .. } => {
            verdict.open.push((Reason::Review, NOT_APPROVED.to_owned()));
        }
    }
}

fn end_lines(verdict: &mut Verdict, facts: &Facts, cause: Cause) {
    if facts.undecided && verdict.lines == Lines::GoOn {
        verdict.lines = Lines::End(cause);
    }
}

#[cfg(test)]
mod tests;
