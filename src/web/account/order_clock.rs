//! The clock of an order: paid, ordered, ready, mailed; or where it went another way. Words only.

use chrono::{DateTime, Utc};

use super::moment;
use super::order_words::OrderWords;
use super::timeline::TimelineStep;
use crate::db::order_pages::LineView;
use crate::l10n::Html;
use domain::line::LineState;
use domain::order::PaymentState;
use domain::progress::DeliveryState;
use domain::refund::RefundState;

/// The station that says least to its traveller.
const ORDERED: usize = 1;

impl OrderWords<'_> {
    fn done(&self, label: &str, at: Option<DateTime<Utc>>) -> TimelineStep {
        TimelineStep::done(self.t.say(label), at)
    }

    fn open(&self, class: &'static str, label: &str, note: Option<&str>) -> TimelineStep {
        TimelineStep::open(
            class,
            self.t.say(label),
            note.map(|key| self.t.say(key)).as_deref(),
        )
    }

    /// So many of all, as the sentence has it.
    fn part_of_all(&self, here: usize, key: &str) -> String {
        self.t
            .with("here", here)
            .with("n", self.order.lines.len())
            .say(key)
    }

    /// Paid, ordered, ready, mailed; or where it went another way.
    #[must_use]
    pub fn steps(&self) -> Vec<TimelineStep> {
        let mut steps = self.stations();
        steps.iter_mut().for_each(|step| step.zone = self.zone());
        steps
    }

    /// `Paid · Ready · Emailed`, once all of it is here: then the clock is folded into that line.
    #[must_use]
    pub fn story(&self) -> Option<String> {
        let here = !self.order.topup && self.count(LineState::Delivered) == self.order.lines.len();
        let steps = self.stations();
        let told = steps
            .iter()
            .enumerate()
            .filter(|(at, step)| *at != ORDERED && step.class.is_empty());
        here.then(|| {
            told.map(|(_, step)| step.label.as_str())
                .collect::<Vec<_>>()
                .join(" · ")
        })
    }

    /// Whether something of it went wrong, so that it is not folded away.
    #[must_use]
    pub fn went_wrong(&self) -> bool {
        self.stations().iter().any(|step| step.class == "failed")
    }

    /// How long ago the last of it happened.
    #[must_use]
    pub fn last(&self, now: DateTime<Utc>) -> Option<Html> {
        Some(moment::ago(
            self.t,
            self.stations().iter().filter_map(|step| step.at).max()?,
            now,
        ))
    }

    fn stations(&self) -> Vec<TimelineStep> {
        let unpaid = |note| {
            let next = [
                "order-step-ordered",
                "order-step-ready",
                "order-step-mailed",
            ];
            let paid = self.open("now", "order-step-paid", Some(note));
            std::iter::once(paid)
                .chain(next.map(|label| self.open("next", label, None)))
                .collect()
        };
        match self.order.payment {
            PaymentState::AwaitingPayment => unpaid("order-note-not-yet"),
            PaymentState::Processing => unpaid("order-note-bank"),
            PaymentState::Failed => vec![self.open(
                "failed",
                "order-step-payment-failed",
                Some("order-note-nothing-taken"),
            )],
            PaymentState::Expired => vec![self.open(
                "failed",
                "order-step-not-paid",
                Some("order-note-nothing-charged"),
            )],
            PaymentState::Paid if self.order.delivery() == DeliveryState::TestEnded => {
                vec![
                    self.done("order-step-paid", self.order.paid_at),
                    self.open("failed", "order-test-ended", None),
                ]
            }
            PaymentState::Paid => self.steps_paid(),
        }
    }

    fn steps_paid(&self) -> Vec<TimelineStep> {
        let order = self.order;
        let refused = self.count(LineState::Refused);
        let ordered = match order.ordered_at {
            Some(at) => self.done("order-step-ordered", Some(at)),
            None if refused == order.lines.len() => {
                self.open("next", "order-step-not-ordered", None)
            }
            None => self.open("now", "order-step-ordered", Some("order-note-about-to-be")),
        };
        let mut steps = vec![self.done("order-step-paid", order.paid_at), ordered];
        let open = self.count(LineState::Waiting) + self.count(LineState::Ordering);
        let ready = if order.topup {
            "order-step-added"
        } else {
            "order-step-ready"
        };
        let arrived = order.lines.iter().filter_map(|l| l.delivered_at).max();
        if open > 0 {
            let class = if order.ordered_at.is_some() {
                "now"
            } else {
                "next"
            };
            let note = arrived
                .map(|_| self.part_of_all(order.lines.len() - open - refused, "order-note-some"));
            steps.push(TimelineStep {
                note,
                ..self.open(class, ready, None)
            });
            steps.push(self.open("next", "order-step-mailed", None));
            return steps;
        }
        steps.push(match arrived {
            None if order.topup => self.open("failed", "order-step-not-added", None),
            None => self.open("failed", "order-step-not-delivered", None),
            Some(at) if refused > 0 => TimelineStep::done(
                self.part_of_all(order.lines.len() - refused, "order-step-some-ready"),
                Some(at),
            ),
            Some(at) => self.done(ready, Some(at)),
        });
        if arrived.is_some() {
            steps.push(self.mailed());
        }
        if self.count(LineState::Cancelled) > 0 {
            let cancelled = order
                .lines
                .iter()
                .filter(|l| l.state == LineState::Cancelled);
            let at = cancelled
                .filter_map(|l| l.refund.as_ref())
                .map(|r| r.created_at)
                .max();
            steps.push(self.done("order-step-given-back", at));
        }
        steps.extend(self.refunded());
        steps
    }

    fn mailed(&self) -> TimelineStep {
        let elsewhere = if self.order.topup {
            "order-note-esim-page"
        } else {
            "order-note-this-page"
        };
        match self.order.mailed_at {
            Some(at) => self.done("order-step-mailed", Some(at)),
            None if self.order.mail_failed => {
                self.open("failed", "order-step-mail-refused", Some(elsewhere))
            }
            None if self.order.mail_late => {
                self.open("now", "order-step-mailed", Some("order-note-late"))
            }
            None => self.open("now", "order-step-mailed", Some("order-note-on-its-way")),
        }
    }

    fn refunded(&self) -> Option<TimelineStep> {
        let back = || {
            self.order
                .lines
                .iter()
                .filter(|l| matches!(l.state, LineState::Refused | LineState::Cancelled))
        };
        back().next()?;
        let settled = |l: &LineView| {
            l.refund
                .as_ref()
                .is_some_and(|r| r.state == RefundState::Succeeded)
        };
        let failed = |l: &LineView| l.refund.as_ref().is_some_and(|r| !r.state.is_live());
        Some(if back().any(failed) {
            self.open(
                "failed",
                "order-step-refund-came-back",
                Some("order-note-person"),
            )
        } else if back().all(settled) {
            let at = back().filter_map(|l| l.refund.as_ref()?.settled_at).max();
            TimelineStep {
                class: "back",
                ..self.done("order-step-refunded", at)
            }
        } else {
            self.open("now", "order-step-refund-on-its-way", None)
        })
    }
}
