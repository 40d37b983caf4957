//! What travellers, banks and the account's owner do, for tests to call: pay, decline, dispute, refund, lose a webhook.
//! The rules are in `state` and `refunds`.

use std::time::Duration;

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::{
    Delivery, Failure, Stripe,
    state::{Books, find, text},
};
use crate::sandbox::http::lock;

impl Stripe {
    fn act<T>(&self, action: impl FnOnce(&mut Books, DateTime<Utc>) -> Result<T, Failure>) -> Result<T, Failure> {
        let result = action(&mut self.inner.books(), self.inner.clock.now());
        self.inner.send_events();
        result
    }

    /// The traveller pays session `id` by card.
    ///
    /// # Errors
    /// No such session, or it is not open.
    pub fn pay(&self, id: &str, email: &str) -> Result<(), Failure> {
        self.act(|books, now| books.pay(id, email, now))
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

    /// The card's owner disputes the payment of intent `id`.
    ///
    /// # Errors
    /// No such intent, or nothing was captured.
    pub fn dispute(&self, id: &str) -> Result<(), Failure> {
        self.act(|books, now| books.dispute(id, now))
    }

    /// The card network warns of fraud on intent `id`.
    ///
    /// # Errors
    /// No such intent, or nothing was captured.
    pub fn warn_of_fraud(&self, id: &str) -> Result<(), Failure> {
        self.act(|books, now| books.warn_of_fraud(id, now))
    }

    /// A review of intent `id` opens (`None`) or closes with a reason (`approved`, `refunded_as_fraud`, …).
    ///
    /// # Errors
    /// No such intent, or nothing was captured.
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

    /// Changes a field of a session behind everybody's back (an amount that differs, an unknown `payment_status`).
    ///
    /// # Errors
    /// No such session.
    pub fn tamper(&self, session: &str, field: &str, value: Value) -> Result<(), Failure> {
        self.act(|books, _| {
            books.session(session)?[field] = value;
            Ok(())
        })
    }

    /// How events go out from now on.
    pub fn set_delivery(&self, delivery: Delivery) {
        *lock(&self.inner.hooks.delivery) = delivery;
    }

    /// Sends the events that `Delivery::Hold` kept, in order or turned round.
    pub fn release_held(&self, reversed: bool) {
        self.inner.hooks.release_held(reversed);
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
        self.events().into_iter().filter(|event| text(event, "type") == kind).collect()
    }

    /// Waits until no webhook is on its way.
    pub async fn quiet(&self) {
        self.inner.hooks.quiet().await;
    }

    /// The next POST to a path that ends so answers 500, and the 500 is kept under its idempotency key. `worked`: the work is
    /// done all the same.
    pub fn fail_and_remember(&self, path: &str, worked: bool) {
        lock(&self.inner.failures).push_back((path.to_owned(), worked));
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
