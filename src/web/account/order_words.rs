//! What an order's page says: the headline and the sentence below it. Words only; the clock of what
//! happened when stands in `order_clock`.

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;

use url::form_urlencoded;

use super::moment;
use crate::db::order_pages::{LineView, OrderView};
use crate::flows::checkout::{Wanted, choice_query};
use crate::l10n::{Html, Locale};
use crate::routes::Routes;
use crate::shop::Delivery;
use domain::daytime::only_zone;
use domain::line::LineState;
use domain::order::PaymentState;
use domain::phase::Phase;
use domain::refund::RefundState;
use domain::situation::OrderSituation;

/// The words for one order, as its owner or somebody with its link reads them.
#[derive(Debug)]
pub struct OrderWords<'a> {
    /// In which language.
    pub t: Locale,
    /// The order.
    pub order: &'a OrderView,
    /// How long it may wait.
    pub delivery: &'a Delivery,
    /// Whether its owner is looking.
    pub owner: bool,
}

/// Money of one line, on its way back or there.
#[derive(Debug, PartialEq, Eq)]
pub struct Returned {
    /// What had been bought.
    pub plan_name: String,
    /// How much, why, and how far it is.
    pub text: String,
}

impl OrderWords<'_> {
    /// What was ordered and not given back.
    fn kept(&self) -> usize {
        self.order.lines.len() - self.count(LineState::Cancelled)
    }

    pub(super) fn count(&self, state: LineState) -> usize {
        self.order.lines.iter().filter(|l| l.state == state).count()
    }

    /// `Your eSIM is ready`
    #[must_use]
    pub fn headline(&self) -> String {
        match self.order.payment {
            PaymentState::AwaitingPayment => self.t.say("order-awaiting-payment"),
            PaymentState::Processing => self.t.say("order-processing"),
            PaymentState::Failed => self.t.say("order-failed"),
            PaymentState::Expired => self.t.say("order-expired"),
            PaymentState::Paid => {
                let words = self
                    .t
                    .with("n", self.kept())
                    .with("here", self.count(LineState::Delivered));
                words.say(self.headline_paid())
            }
        }
    }

    fn headline_paid(&self) -> &'static str {
        match self.situation() {
            OrderSituation::Person => "order-person",
            OrderSituation::Held => "order-held",
            OrderSituation::GivenBack { paid: true } => "order-given-back-paid",
            OrderSituation::GivenBack { paid: false } => "order-given-back",
            OrderSituation::Coming if self.order.topup => "order-coming-topup",
            OrderSituation::Ready if self.order.topup => "order-ready-topup",
            OrderSituation::Coming => "order-coming",
            OrderSituation::Ready => "order-ready",
            OrderSituation::SomeReady { .. } => "order-some-ready",
            OrderSituation::Returning => "order-returning",
            OrderSituation::Returned => "order-returned",
            OrderSituation::TestEnded => "order-test-ended",
        }
    }

    fn situation(&self) -> OrderSituation {
        let order = self.order;
        OrderSituation::of(
            &order.progress(),
            order.delivery(),
            order.held,
            order.test_ended,
        )
    }

    /// Whether all that comes is here.
    #[must_use]
    pub fn all_here(&self) -> bool {
        self.order.payment == PaymentState::Paid
            && matches!(
                self.situation(),
                OrderSituation::Ready | OrderSituation::SomeReady { open: false }
            )
    }

    /// What its page is about, while that is not one eSIM.
    #[must_use]
    pub fn phase(&self) -> Phase {
        Phase::of_order(self.order.payment, self.order.delivery())
    }

    /// What it means and what happens next, in plain words.
    #[must_use]
    pub fn lead(&self) -> Html {
        match self.order.payment {
            PaymentState::AwaitingPayment => self.t.html("order-lead-awaiting-payment"),
            PaymentState::Processing => self.t.html("order-lead-processing"),
            PaymentState::Failed => self.t.html("order-lead-failed"),
            PaymentState::Expired => self.t.html("order-lead-expired"),
            PaymentState::Paid => self.lead_paid(),
        }
    }

    fn lead_paid(&self) -> Html {
        self.t.html(match self.situation() {
            OrderSituation::Coming | OrderSituation::SomeReady { open: true } => {
                return self.clock_sentence();
            }
            OrderSituation::Person => "order-lead-person",
            OrderSituation::Held => "order-lead-held",
            OrderSituation::Ready if self.order.topup => "order-lead-topup",
            OrderSituation::Ready | OrderSituation::SomeReady { .. } if !self.owner => {
                "order-lead-stranger"
            }
            OrderSituation::Ready | OrderSituation::SomeReady { .. }
                if self.order.one_of_each() =>
            {
                "order-lead-ready-each"
            }
            OrderSituation::Ready | OrderSituation::SomeReady { .. }
                if self.count(LineState::Delivered) > 1 =>
            {
                "order-lead-ready-several"
            }
            OrderSituation::Ready | OrderSituation::SomeReady { .. } => "order-lead-ready",
            OrderSituation::GivenBack { paid: false } | OrderSituation::Returning => {
                "order-lead-returning"
            }
            OrderSituation::GivenBack { paid: true } | OrderSituation::Returned => {
                "order-lead-returned"
            }
            OrderSituation::TestEnded => "order-lead-test-ended",
        })
    }

    /// The honest clock: until when it may take, and what happens then.
    fn clock_sentence(&self) -> Html {
        let Some(deadline) = self.deadline() else {
            return self.t.html("order-lead-seconds");
        };
        let words = self
            .t
            .with_html("until", &moment::minute(self.t, deadline, self.zone()));
        words.html(if self.order.unclear {
            "order-lead-until-unclear"
        } else {
            "order-lead-until"
        })
    }

    /// By whose clocks it is told: its place's, where that has one zone.
    pub(super) fn zone(&self) -> Option<Tz> {
        let covered = |line: &LineView| {
            line.product
                .iter()
                .flat_map(|product| product.coverage.clone())
                .collect::<Vec<_>>()
        };
        only_zone(
            &self
                .order
                .lines
                .iter()
                .flat_map(covered)
                .collect::<Vec<_>>(),
        )
    }

    fn deadline(&self) -> Option<DateTime<Utc>> {
        let wait = if self.order.unclear {
            self.delivery.refund_after_unclear
        } else {
            self.delivery.refund_after
        };
        Some(self.order.paid_at? + TimeDelta::from_std(wait).ok()?)
    }

    /// `23 Nov 2026`
    #[must_use]
    pub fn bought_on(&self) -> String {
        self.t
            .day(self.order.paid_at.unwrap_or(self.order.created_at))
    }

    /// `Order E10001 · 23 Nov 2026`
    #[must_use]
    pub fn dated(&self) -> String {
        let day = self.bought_on();
        self.t
            .with("order", self.order.order_number.as_str())
            .with("day", day)
            .say("order-dated")
    }

    /// What goes back, line by line.
    #[must_use]
    pub fn returned(&self) -> Vec<Returned> {
        let returned = |line: &LineView| {
            let refund = line.refund.as_ref()?;
            let words = self
                .t
                .with("amount", refund.amount)
                .with("why", self.why(&refund.cause));
            let text = match (refund.state, refund.settled_at) {
                (RefundState::Succeeded, Some(at)) => words
                    .with("day", self.t.day(at))
                    .say("order-refund-sent-on"),
                (RefundState::Succeeded, None) => words.say("order-refund-sent"),
                (state, _) if state.is_live() => words.say("order-refund-on-its-way"),
                _ => words.say("order-refund-came-back"),
            };
            Some(Returned {
                plan_name: self.plan_name(line),
                text,
            })
        };
        self.order.lines.iter().filter_map(returned).collect()
    }

    fn why(&self, cause: &str) -> String {
        match cause {
            "undeliverable" if self.order.topup => self.t.say("order-refund-topup"),
            cause => self.t.refund_reason(cause, self.order.topup),
        }
    }

    /// What an unlimited line holds, where it is one.
    #[must_use]
    pub fn fair_use(&self, line: &LineView) -> Option<String> {
        line.product
            .as_ref()
            .and_then(|product| self.t.fair_use(product))
    }

    /// `Japan · 10 GB · 7 days`
    #[must_use]
    pub fn plan_name(&self, line: &LineView) -> String {
        self.t.sold_name(line.product.as_ref(), &line.plan_name)
    }

    /// Whether the page should offer to look again.
    #[must_use]
    pub fn check_again(&self) -> bool {
        !self.order.at_rest()
    }

    /// Whether this visitor may go on to Stripe's page.
    #[must_use]
    pub fn may_pay(&self) -> bool {
        self.owner && self.order.pay_url.is_some()
    }

    /// Whether the order ended unpaid, so that the shelf is the way on.
    #[must_use]
    pub fn sell_again(&self) -> bool {
        matches!(
            self.order.payment,
            PaymentState::Expired | PaymentState::Failed
        )
    }

    /// The page on which what was to be bought is found again.
    #[must_use]
    pub fn plan_path(&self) -> Option<String> {
        let mut plans: Vec<Wanted> = Vec::new();
        for product in self
            .order
            .lines
            .iter()
            .filter_map(|line| line.product.as_ref())
        {
            match plans
                .iter_mut()
                .find(|wanted| wanted.product_id == product.id)
            {
                Some(again) => again.quantity += 1,
                None => plans.push(Wanted {
                    product_id: product.id.clone(),
                    quantity: 1,
                    first_day: None,
                    shown: None,
                }),
            }
        }
        match plans.as_slice() {
            [] => None,
            [one] => Some(Routes::plan(&one.product_id)),
            several => {
                let mut query = form_urlencoded::Serializer::new(String::new());
                choice_query(&mut query, several);
                Some(format!("{}?{}", Routes::CHECKOUT, query.finish()))
            }
        }
    }
}

#[cfg(test)]
mod tests;
