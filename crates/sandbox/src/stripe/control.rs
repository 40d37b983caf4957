//! What travellers, banks and the account's owner do, for tests to call: pay, decline, dispute,
//! refund, lose a webhook. The rules are in `state`, `disputes` and `refunds`.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::{
    Delivery, Failing, Failure, Stripe,
    ledger::Settlement,
    state::{Books, find, text},
};
use crate::http::lock;

/// What befalls a payment after its money came and before its session is complete.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// Radar opens a review.
    Review,
    /// The card network warns of fraud.
    FraudWarning,
    /// The card's owner disputes it.
    Dispute,
    /// The account's owner refunds so much in the Dashboard; `None` is all, in minor units.
    Refund(Option<i64>),
}

impl Stripe {
    pub(super) fn act<T>(
        &self,
        action: impl FnOnce(&mut Books, DateTime<Utc>) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let result = action(&mut self.inner.books(), self.inner.clock.now());
        self.inner.send_events();
        result
    }

    /// The traveller pays session `id` by card.
    ///
    /// # Errors
    /// No such session, or it is not open.
    pub fn pay(&self, id: &str, email: &str) -> Result<(), Failure> {
        self.pay_in_trouble(id, email, &[])
    }

    /// The traveller pays session `id` by card, and trouble comes at once: the events of both are
    /// recorded in this order, and `checkout.session.completed` last.
    ///
    /// # Errors
    /// As [`Stripe::pay`], and what Stripe would refuse.
    pub fn pay_in_trouble(
        &self,
        id: &str,
        email: &str,
        troubles: &[Trouble],
    ) -> Result<(), Failure> {
        let befall = |books: &mut Books, intent: &str, trouble: Trouble, now| match trouble {
            Trouble::Review => books.review(intent, None, now),
            Trouble::FraudWarning => books.warn_of_fraud(intent, now),
            Trouble::Dispute => books.dispute(intent, false, now),
            Trouble::Refund(amount) => books
                .refund(intent, amount, &json!({}), &Value::Null, now)
                .map(|_| ()),
        };
        self.act(|books, now| {
            books.pay(id, email, now, |books, intent| {
                troubles
                    .iter()
                    .try_for_each(|trouble| befall(books, intent, *trouble, now))
            })
        })
    }

    /// The card is declined; the session stays open.
    ///
    /// # Errors
    /// No such session, or it is not open.
    pub fn decline(&self, id: &str, email: &str) -> Result<(), Failure> {
        self.act(|books, now| books.decline(id, email, now))
    }

    /// The traveller pays by a method that takes days: complete, but unpaid.
    ///
    /// # Errors
    /// No such session, or it is not open.
    pub fn delay(&self, id: &str, email: &str) -> Result<(), Failure> {
        self.act(|books, now| books.delay(id, email, now))
    }

    /// The delayed payment of session `id` succeeds or fails.
    ///
    /// # Errors
    /// No such session, or no payment is under way.
    pub fn settle_delayed(&self, id: &str, ok: bool) -> Result<(), Failure> {
        self.act(|books, now| books.settle_delayed(id, ok, now))
    }

    /// The session expires.
    ///
    /// # Errors
    /// No such session, or it is not open.
    pub fn expire(&self, id: &str) -> Result<(), Failure> {
        self.act(|books, now| books.expire(id, now).map(|_| ()))
    }

    /// The card's owner disputes the payment of intent `id`: the bank takes the money back until it
    /// has decided.
    ///
    /// # Errors
    /// No such intent, nothing was captured, or a dispute is open.
    pub fn dispute(&self, id: &str) -> Result<(), Failure> {
        self.act(|books, now| books.dispute(id, false, now))
    }

    /// The bank asks about the payment of intent `id`: a dispute that takes no money yet
    /// (`warning_needs_response`).
    ///
    /// # Errors
    /// As [`Stripe::dispute`].
    pub fn inquire(&self, id: &str) -> Result<(), Failure> {
        self.act(|books, now| books.dispute(id, true, now))
    }

    /// The account's owner answers the open dispute of intent `id`: it is under review.
    ///
    /// # Errors
    /// No open dispute.
    pub fn answer_dispute(&self, id: &str) -> Result<(), Failure> {
        self.act(|books, now| books.answer_dispute(id, now))
    }

    /// The bank decides the dispute of intent `id`: `won` (the money comes back), `lost` (it is
    /// gone), or for an inquiry `warning_closed`.
    ///
    /// # Errors
    /// No open dispute, or one that cannot end so.
    pub fn close_dispute(&self, id: &str, status: &str) -> Result<(), Failure> {
        self.act(|books, now| books.close_dispute(id, status, now))
    }

    /// The card network warns of fraud on intent `id`.
    ///
    /// # Errors
    /// No such intent, or nothing was captured.
    pub fn warn_of_fraud(&self, id: &str) -> Result<(), Failure> {
        self.act(|books, now| books.warn_of_fraud(id, now))
    }

    /// A review of intent `id` opens (`None`) or closes with a reason (`approved`,
    /// `refunded_as_fraud`, …).
    ///
    /// # Errors
    /// No such intent, nothing was captured, one is open already, or none is.
    pub fn review(&self, id: &str, closed: Option<&str>) -> Result<(), Failure> {
        self.act(|books, now| books.review(id, closed, now))
    }

    /// The owner refunds in Stripe's Dashboard; `None` is all that is left, in minor units.
    ///
    /// # Errors
    /// What Stripe would refuse.
    pub fn refund_in_dashboard(&self, intent: &str, amount: Option<i64>) -> Result<Value, Failure> {
        self.act(|books, now| books.refund(intent, amount, &json!({}), &Value::Null, now))
    }

    /// Whether Stripe Tax has still to be set up in the account.
    pub fn set_tax_pending(&self, pending: bool) {
        self.inner.books().tax_pending = pending;
    }

    /// The webhook endpoints that were made, the oldest first.
    #[must_use]
    pub fn endpoints(&self) -> Vec<Value> {
        self.inner.books().endpoints.clone()
    }

    /// A pending refund arrives.
    ///
    /// # Errors
    /// No such refund, or it is not pending.
    pub fn settle_refund(&self, id: &str) -> Result<(), Failure> {
        self.act(|books, now| books.settle_refund(id, now))
    }

    /// A refund comes back, be it pending or succeeded.
    ///
    /// # Errors
    /// No such refund, or it has ended.
    pub fn fail_refund(&self, id: &str) -> Result<(), Failure> {
        self.act(|books, now| books.fail_refund(id, now))
    }

    /// The state that the next refunds get: `succeeded` (as at the start), `pending` or `failed`.
    pub fn set_refund_outcome(&self, status: &str) {
        self.inner.books().refund_outcome = Some(status.to_owned());
    }

    /// Where the next buyers' cards are billed, as a two-letter code; `US` at the start.
    pub fn set_billing_country(&self, code: &str) {
        self.inner.books().billing_country = Some(code.to_owned());
    }

    /// How events go out from now on.
    pub fn set_delivery(&self, delivery: Delivery) {
        *lock(&self.inner.hooks.delivery) = delivery;
    }

    /// Sends the events that `Delivery::Hold` kept, in order or turned round.
    pub fn release_held(&self, reversed: bool) {
        self.inner.hooks.release_held(None, reversed);
    }

    /// Sends those events of this type that `Delivery::Hold` kept; the others stay held.
    pub fn release_kind(&self, kind: &str) {
        self.inner.hooks.release_held(Some(kind), false);
    }

    /// Records every fact as two event objects from now on.
    pub fn set_two_events(&self, two: bool) {
        self.inner.books().two_events = two;
    }

    /// Sends event `id` again, whatever the delivery.
    ///
    /// # Errors
    /// No such event.
    pub fn resend(&self, id: &str) -> Result<(), Failure> {
        let event = find(&mut self.inner.books().events, id, "event")?.clone();
        self.inner.hooks.carry(event, Duration::ZERO);
        Ok(())
    }

    /// The events of this type, oldest first.
    #[must_use]
    pub fn events_of(&self, kind: &str) -> Vec<Value> {
        self.events()
            .into_iter()
            .filter(|event| text(event, "type") == kind)
            .collect()
    }

    /// Waits until no webhook is on its way.
    pub async fn quiet(&self) {
        self.inner.hooks.quiet().await;
    }

    /// The next POST to a path that ends so answers 500, and the 500 is kept under its idempotency
    /// key. `worked`: the work is done all the same.
    pub fn fail_and_remember(&self, path: &str, worked: bool) {
        let how = if worked {
            Failing::After
        } else {
            Failing::Before
        };
        lock(&self.inner.failures).push_back((path.to_owned(), how));
    }

    /// The next refund is answered 500, which its idempotency key keeps, and yet it is made: when
    /// the clock has moved on so far. Until then no list shows it.
    pub fn fail_refund_late(&self, after: Duration) {
        let after = TimeDelta::from_std(after).unwrap_or_default();
        lock(&self.inner.failures).push_back(("/v1/refunds".to_owned(), Failing::Later(after)));
    }

    /// Stripe books the next charges so long after they were made; until then they have no balance
    /// transaction.
    pub fn book_after(&self, after: Duration) {
        self.inner.books().booked_after = TimeDelta::from_std(after).ok();
    }

    /// The account is paid out in this money from now on, at so much of it for one of the buyers'
    /// (`eur`, `0.918403`).
    pub fn settle_in(&self, currency: &str, rate: Decimal) {
        self.inner.books().settlement = Some(Settlement {
            currency: currency.to_owned(),
            rate,
        });
    }

    /// Takes a right from the key, as Stripe names it (`charge_read`, `review_read`,
    /// `dispute_read`, `balance_transaction_source_read`, `payment_intent_read`, `refund_read`,
    /// `refund_write`, `event_read`, `checkout_session_read`, `checkout_session_write`).
    pub fn forbid(&self, right: &str) {
        self.inner.lacking.forbid(right);
    }

    /// Gives the key all rights.
    pub fn allow_all(&self) {
        self.inner.lacking.clear();
    }

    /// How long every POST takes from now on (two at once under one key then meet).
    pub fn set_latency(&self, latency: Duration) {
        *lock(&self.inner.latency) = latency;
    }

    /// Lets the clock's effects happen now (they also happen whenever it is asked).
    pub fn pass_time(&self) {
        self.inner.pass_time();
    }
}
