//! What an order's page says: the headline, the sentence below it, and the clock of what happened when. Words only.

use chrono::{DateTime, TimeDelta, Utc};

use super::timeline::Step;
use crate::db::order_pages::{Line, Order};
use crate::domain::line::LineState;
use crate::domain::order::PaymentState;
use crate::domain::progress::DeliveryState;
use crate::domain::refund::RefundState;
use crate::domain::when;
use crate::shop::Delivery;

/// The words for one order, as its owner or somebody with its link reads them.
#[derive(Debug)]
pub struct OrderWords<'a> {
    /// The order.
    pub order: &'a Order,
    /// How long it may wait.
    pub delivery: &'a Delivery,
    /// Whether its owner is looking.
    pub owner: bool,
}

/// What a paid order is like for its traveller.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Situation {
    /// A person looks.
    Person,
    /// Waiting for the bank's second look.
    Held,
    /// Nothing is here yet.
    Coming,
    /// All is here.
    Ready,
    /// Some is here; the rest may still come.
    SomeReady { open: bool },
    /// Its traveller gave all of it back.
    GivenBack { paid: bool },
    /// Nothing comes; the money is on its way.
    Returning,
    /// Nothing comes; the money is back.
    Returned,
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

    fn count(&self, state: LineState) -> usize {
        self.order.lines.iter().filter(|l| l.state == state).count()
    }

    /// `Your eSIM is ready`
    #[must_use]
    pub fn headline(&self) -> String {
        let all = self.kept();
        match self.order.payment {
            PaymentState::AwaitingPayment => "Waiting for your payment".to_owned(),
            PaymentState::Processing => "Your payment is on its way".to_owned(),
            PaymentState::Failed => "Your payment did not go through".to_owned(),
            PaymentState::Expired => "This order was not paid".to_owned(),
            PaymentState::Paid => match self.situation() {
                Situation::Person => "We are looking into your order".to_owned(),
                Situation::Held => "We are checking this payment".to_owned(),
                Situation::GivenBack { paid: true } => "Given back and paid back".to_owned(),
                Situation::GivenBack { paid: false } => "Given back. Your money is on its way".to_owned(),
                Situation::Coming if self.order.topup => "Getting your top-up".to_owned(),
                Situation::Ready if self.order.topup => "Your top-up is on your eSIM".to_owned(),
                Situation::Coming if all == 1 => "Getting your eSIM".to_owned(),
                Situation::Coming => format!("Getting your {all} eSIMs"),
                Situation::Ready if all == 1 => "Your eSIM is ready".to_owned(),
                Situation::Ready => format!("Your {all} eSIMs are ready"),
                Situation::SomeReady { .. } => format!("{} of your {all} eSIMs {}", self.count(LineState::Delivered), self.are_ready()),
                Situation::Returning => "Your money is on its way back".to_owned(),
                Situation::Returned => "Your money is back".to_owned(),
            },
        }
    }

    fn situation(&self) -> Situation {
        let order = self.order;
        let (delivered, open) = (self.count(LineState::Delivered), self.count(LineState::Waiting) + self.count(LineState::Ordering));
        let lost = order.lines.iter().any(|l| l.refund.as_ref().is_some_and(|r| !r.state.is_live()));
        if order.delivery() == DeliveryState::NeedsAttention && delivered == 0 || lost {
            Situation::Person
        } else if order.held && delivered == 0 {
            Situation::Held
        } else if self.kept() == 0 {
            Situation::GivenBack { paid: order.delivery() == DeliveryState::Refunded }
        } else if delivered == self.kept() {
            Situation::Ready
        } else if delivered > 0 {
            Situation::SomeReady { open: open > 0 }
        } else if open > 0 {
            Situation::Coming
        } else if order.delivery() == DeliveryState::Refunded {
            Situation::Returned
        } else {
            Situation::Returning
        }
    }

    fn are_ready(&self) -> &'static str {
        if self.count(LineState::Delivered) == 1 { "is ready" } else { "are ready" }
    }

    /// What it means and what happens next, in plain words.
    #[must_use]
    pub fn lead(&self) -> String {
        match self.order.payment {
            PaymentState::AwaitingPayment => {
                "We have not heard of your payment yet. If you have just paid, this takes a few seconds, and your eSIM follows by itself.".to_owned()
            }
            PaymentState::Processing => "Your bank is still sending the money, which can take some days. The moment it arrives we get your eSIM and mail it to you; nothing is bought before.".to_owned(),
            PaymentState::Failed => "Your bank did not send the money. Nothing was bought, and nothing was taken from you. You can order again and pay in another way.".to_owned(),
            PaymentState::Expired => "The payment page was closed or left too long, so nothing was charged and nothing was bought. The plan is still on the shelf.".to_owned(),
            PaymentState::Paid => self.lead_paid(),
        }
    }

    fn lead_paid(&self) -> String {
        match self.situation() {
            Situation::Person => "Something about this order needs a person, and one has been called. You need not do anything; write to us if you would like to know more.".to_owned(),
            Situation::Held => "The bank or Stripe asked for a second look at this payment. Until that is done nothing is bought and nothing is lost.".to_owned(),
            Situation::Coming | Situation::SomeReady { open: true } => self.clock_sentence(),
            Situation::Ready if self.order.topup => "It starts by itself when the plan before it is used up or over.".to_owned(),
            Situation::Ready | Situation::SomeReady { .. } if self.owner && self.count(LineState::Delivered) > 1 => {
                "One for each phone. Add them at home, before you fly, on a stable Wi-Fi; each takes two minutes.".to_owned()
            }
            Situation::Ready | Situation::SomeReady { .. } if self.owner => "Add it at home, before you fly, on a stable Wi-Fi. It takes two minutes.".to_owned(),
            Situation::Ready | Situation::SomeReady { .. } => "The codes are shown only to the browser that bought, or after signing in with the address you paid with.".to_owned(),
            Situation::GivenBack { paid: false } | Situation::Returning => "You need not do anything. Banks usually show a refund within 5 to 10 days.".to_owned(),
            Situation::GivenBack { paid: true } | Situation::Returned => "It went to the card or account you paid with. Banks usually show a refund within 5 to 10 days.".to_owned(),
        }
    }

    /// The honest clock: until when it may take, and what happens then.
    fn clock_sentence(&self) -> String {
        let Some(deadline) = self.deadline() else { return "It usually takes a few seconds.".to_owned() };
        let why =
            if self.order.unclear { "The network’s answer got lost, so we keep asking." } else { "It usually takes a few seconds." };
        format!(
            "{why} If the network has not delivered by {}, your money goes back by itself. You can close this page: we will mail you.",
            when::minute(deadline)
        )
    }

    fn deadline(&self) -> Option<DateTime<Utc>> {
        let wait = if self.order.unclear { self.delivery.refund_after_unclear } else { self.delivery.refund_after };
        Some(self.order.paid_at? + TimeDelta::from_std(wait).ok()?)
    }

    /// `23 Nov 2026 · times in UTC`
    #[must_use]
    pub fn dated(&self) -> String {
        when::day(self.order.paid_at.unwrap_or(self.order.created_at))
    }

    /// Paid, ordered, ready, mailed; or where it went another way.
    #[must_use]
    pub fn steps(&self) -> Vec<Step> {
        let next = |label: &str| Step::open("next", label, None);
        match self.order.payment {
            PaymentState::AwaitingPayment => {
                vec![Step::open("now", "Paid", Some("not yet")), next("Ordered"), next("Ready"), next("Mailed")]
            }
            PaymentState::Processing => {
                vec![Step::open("now", "Paid", Some("on its way from your bank")), next("Ordered"), next("Ready"), next("Mailed")]
            }
            PaymentState::Failed => vec![Step::open("failed", "Payment failed", Some("nothing was taken"))],
            PaymentState::Expired => vec![Step::open("failed", "Not paid", Some("nothing was charged"))],
            PaymentState::Paid => self.steps_paid(),
        }
    }

    fn steps_paid(&self) -> Vec<Step> {
        let order = self.order;
        let ordered = match order.ordered_at {
            Some(at) => Step::done("Ordered", Some(at)),
            None if self.count(LineState::Refused) == order.lines.len() => Step::open("next", "Not ordered", None),
            None => Step::open("now", "Ordered", Some("about to be")),
        };
        let mut steps = vec![Step::done("Paid", order.paid_at), ordered];
        let (open, refused) = (self.count(LineState::Waiting) + self.count(LineState::Ordering), self.count(LineState::Refused));
        let ready = if order.topup { "Added" } else { "Ready" };
        let arrived = order.lines.iter().filter_map(|l| l.delivered_at).max();
        if open > 0 {
            let class = if order.ordered_at.is_some() { "now" } else { "next" };
            let some = arrived.map(|_| format!("{} of {} so far", order.lines.len() - open - refused, order.lines.len()));
            steps.push(Step { note: some, ..Step::open(class, ready, None) });
            steps.push(Step::open("next", "Mailed", None));
            return steps;
        }
        match arrived {
            None if order.topup => steps.push(Step::open("failed", "Not added", None)),
            None => steps.push(Step::open("failed", "Not delivered", None)),
            Some(at) if refused > 0 => {
                steps.push(Step::done(format!("{} of {} ready", order.lines.len() - refused, order.lines.len()), Some(at)))
            }
            Some(at) => steps.push(Step::done(ready, Some(at))),
        }
        if arrived.is_some() {
            steps.push(self.mailed());
        }
        if self.count(LineState::Cancelled) > 0 {
            let cancelled = order.lines.iter().filter(|l| l.state == LineState::Cancelled);
            steps.push(Step::done("Given back", cancelled.filter_map(|l| l.refund.as_ref()).map(|r| r.created_at).max()));
        }
        steps.extend(self.refunded());
        steps
    }

    fn mailed(&self) -> Step {
        match self.order.mailed_at {
            Some(at) => Step::done("Mailed", Some(at)),
            None if self.order.mail_failed => Step::open(
                "failed",
                "Mail refused",
                Some(if self.order.topup { "your eSIM’s page has everything" } else { "this page has everything" }),
            ),
            None => Step::open("now", "Mailed", Some("on its way")),
        }
    }

    fn refunded(&self) -> Option<Step> {
        let back = || self.order.lines.iter().filter(|l| matches!(l.state, LineState::Refused | LineState::Cancelled));
        back().next()?;
        let settled = |l: &Line| l.refund.as_ref().is_some_and(|r| r.state == RefundState::Succeeded);
        let failed = |l: &Line| l.refund.as_ref().is_some_and(|r| !r.state.is_live());
        Some(if back().any(failed) {
            Step::open("failed", "Refund came back", Some("a person is on it"))
        } else if back().all(settled) {
            Step { class: "back", ..Step::done("Refunded", back().filter_map(|l| l.refund.as_ref()?.settled_at).max()) }
        } else {
            Step::open("now", "Refund on its way", None)
        })
    }

    /// What goes back, line by line.
    #[must_use]
    pub fn returned(&self) -> Vec<Returned> {
        self.order
            .lines
            .iter()
            .filter_map(|line| {
                let refund = line.refund.as_ref()?;
                let far = match (refund.state, refund.settled_at) {
                    (RefundState::Succeeded, Some(at)) => format!("sent back on {}", when::day(at)),
                    (RefundState::Succeeded, None) => "sent back".to_owned(),
                    (state, _) if state.is_live() => "on its way back".to_owned(),
                    _ => "came back to us from the bank; a person is on it".to_owned(),
                };
                let text = format!("{} {far}. {}", refund.amount, self.why(&refund.cause));
                Some(Returned { plan_name: line.plan_name.clone(), text })
            })
            .collect()
    }

    fn why(&self, cause: &str) -> String {
        match cause {
            "undeliverable" if self.order.topup => crate::l10n::Locale::ENGLISH.say("order-refund-topup"),
            cause => crate::l10n::Locale::ENGLISH.refund_reason(cause, self.order.topup),
        }
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
        matches!(self.order.payment, PaymentState::Expired | PaymentState::Failed)
    }

    /// The page of the plan that was to be bought.
    #[must_use]
    pub fn plan_path(&self) -> Option<String> {
        self.order.lines.first().and_then(|l| l.product.as_ref()).map(|p| format!("/plans/{}", p.id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::order_sample::{at, line, paid, refused};

    fn words(order: &Order) -> OrderWords<'_> {
        static CLOCKS: std::sync::LazyLock<Delivery> = std::sync::LazyLock::new(Delivery::default);
        OrderWords { order, delivery: &CLOCKS, owner: true }
    }

    fn clock(order: &Order) -> Vec<String> {
        words(order).steps().iter().map(|s| format!("{} {}{}", s.label, s.class, s.time())).collect()
    }

    #[test]
    fn the_clock_says_what_happened_when() {
        let order = paid(vec![line(LineState::Delivered)]);
        assert_eq!(clock(&order), ["Paid 10:02:11", "Ordered 10:02:12", "Ready 10:02:14", "Mailed 10:02:15"]);
        assert_eq!(words(&order).headline(), "Your eSIM is ready");
    }

    #[test]
    fn while_waiting_it_says_until_when_and_what_then() {
        let mut order = paid(vec![line(LineState::Ordering)]);
        assert_eq!(clock(&order), ["Paid 10:02:11", "Ordered 10:02:12", "Ready now", "Mailed next"]);
        assert!(words(&order).lead().contains("by 10:32 UTC, your money goes back by itself"));
        order.unclear = true;
        assert!(words(&order).lead().contains("by 12:02 UTC, your money goes back by itself"));
    }

    #[test]
    fn nothing_delivered_is_said_plainly_with_the_money() {
        let order = paid(vec![refused(RefundState::Pending)]);
        assert_eq!(clock(&order), ["Paid 10:02:11", "Ordered 10:02:12", "Not delivered failed", "Refund on its way now"]);
        assert_eq!(words(&order).headline(), "Your money is on its way back");
        let order = paid(vec![refused(RefundState::Succeeded)]);
        assert_eq!(clock(&order).last().unwrap(), "Refunded back10:03:00");
        assert_eq!(words(&order).headline(), "Your money is back");
        assert_eq!(words(&order).returned()[0].text, "$14.40 sent back on 23 Nov 2026. The network could not deliver this eSIM.");
    }

    #[test]
    fn a_refund_that_came_back_is_not_called_done() {
        let order = paid(vec![refused(RefundState::Failed)]);
        assert_eq!(words(&order).headline(), "We are looking into your order");
        assert_eq!(clock(&order).last().unwrap(), "Refund came back failed");
    }

    #[test]
    fn some_of_three_are_counted() {
        let order = paid(vec![line(LineState::Delivered), line(LineState::Delivered), refused(RefundState::Succeeded)]);
        assert_eq!(words(&order).headline(), "2 of your 3 eSIMs are ready");
        assert_eq!(clock(&order)[2], "2 of 3 ready 10:02:14");
        let order = paid(vec![line(LineState::Delivered), line(LineState::Ordering), line(LineState::Waiting)]);
        assert_eq!(words(&order).steps()[2].note.as_deref(), Some("1 of 3 so far"));
        assert!(words(&order).lead().contains("10:32 UTC"));
    }

    #[test]
    fn before_payment_nothing_is_promised() {
        let unpaid = |payment| Order { payment, paid_at: None, ..paid(vec![line(LineState::Waiting)]) };
        for (payment, headline) in [
            (PaymentState::AwaitingPayment, "Waiting for your payment"),
            (PaymentState::Processing, "Your payment is on its way"),
            (PaymentState::Failed, "Your payment did not go through"),
            (PaymentState::Expired, "This order was not paid"),
        ] {
            let order = unpaid(payment);
            assert_eq!(words(&order).headline(), headline);
            assert!(words(&order).steps().iter().all(|s| !s.class.is_empty()), "nothing is ticked");
        }
        assert!(words(&unpaid(PaymentState::Expired)).sell_again());
    }

    fn given_back(state: RefundState) -> Line {
        let refund = refused(state).refund.map(|r| crate::db::order_pages::Refund { cause: "cancelled".into(), ..r });
        Line { refund, delivered_at: Some(at("10:02:14")), ..line(LineState::Cancelled) }
    }

    #[test]
    fn what_was_given_back_is_told_with_its_money() {
        let order = paid(vec![given_back(RefundState::Pending)]);
        assert_eq!(words(&order).headline(), "Given back. Your money is on its way");
        let order = paid(vec![given_back(RefundState::Succeeded)]);
        assert_eq!(words(&order).headline(), "Given back and paid back");
        assert_eq!(clock(&order)[2..], ["Ready 10:02:14", "Mailed now", "Given back 10:02:30", "Refunded back10:03:00"]);
        let order = paid(vec![given_back(RefundState::Succeeded), line(LineState::Delivered)]);
        assert_eq!(words(&order).headline(), "Your eSIM is ready", "the one that was kept");
    }

    #[test]
    fn a_top_up_is_told_as_what_it_is() {
        let topup = |lines| Order { topup: true, ..paid(lines) };
        let order = topup(vec![line(LineState::Ordering)]);
        assert_eq!((words(&order).headline().as_str(), clock(&order)[2].as_str()), ("Getting your top-up", "Added now"));
        let order = topup(vec![line(LineState::Delivered)]);
        assert_eq!((words(&order).headline().as_str(), clock(&order)[2].as_str()), ("Your top-up is on your eSIM", "Added 10:02:14"));
        let order = topup(vec![refused(RefundState::Succeeded)]);
        assert_eq!(words(&order).headline(), "Your money is back");
        assert!(clock(&order).contains(&"Not added failed".to_owned()));
        assert_eq!(words(&order).returned()[0].text, "$14.40 sent back on 23 Nov 2026. The network could not add it to your eSIM.");
    }

    #[test]
    fn only_the_owner_goes_on_to_payment() {
        let order = Order {
            payment: PaymentState::AwaitingPayment,
            pay_url: Some("https://checkout.stripe.com/c".into()),
            ..paid(vec![line(LineState::Waiting)])
        };
        assert!(words(&order).may_pay());
        assert!(!OrderWords { owner: false, ..words(&order) }.may_pay());
    }

    #[test]
    fn a_refused_mail_points_to_the_page() {
        let order = Order { mailed_at: None, mail_failed: true, ..paid(vec![line(LineState::Delivered)]) };
        let steps = words(&order).steps();
        assert_eq!((steps[3].label.as_str(), steps[3].class), ("Mail refused", "failed"));
        assert_eq!(steps[0].at, Some(at("10:02:11")));
    }
}
