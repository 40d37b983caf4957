//! Stripe in miniature, from its published API: Checkout, payments, refunds, disputes, reviews,
//! fees, events, signed webhooks, restricted keys, a payment page. Everything in memory.

mod api;
mod checkout;
mod control;
mod disputes;
mod endpoints;
mod form;
mod hooks;
mod idempotency;
mod ledger;
mod list;
mod objects;
mod pages;
mod refunds;
mod rights;
mod routes;
mod state;
mod tamper;
#[cfg(test)]
mod tests;

use std::{
    collections::VecDeque,
    fmt,
    sync::{Arc, Mutex, MutexGuard, OnceLock},
    time::Duration,
};

use chrono::TimeDelta;
use serde_json::Value;
use tokio::task::JoinHandle;

use super::{
    Clock,
    faults::Faults,
    http::{Call, CallLog, Gate, Server, lock},
};
use hooks::Hooks;
use idempotency::Keys;
use rights::Lacking;
use state::Books;

pub use control::Trouble;
pub use form::Failure;
pub use hooks::{Attempt, Delivery, sign};
pub(super) use pages::money;

/// How the till is to be.
#[derive(Clone)]
pub struct StripeOptions {
    /// 0 takes a free port.
    pub port: u16,
    /// `sk_test_…`
    pub secret_key: String,
    /// `whsec_…`
    pub webhook_secret: String,
    /// Where webhooks go; `None` sends none until `set_webhook_url`.
    pub webhook_url: Option<String>,
    /// How long the payment page waits for the shop's reply to `checkout.session.completed` before
    /// it sends the traveller back.
    pub redirect_wait: Duration,
    /// How often an event is tried before it is given up.
    pub webhook_tries: u32,
    pub clock: Clock,
}

impl Default for StripeOptions {
    fn default() -> Self {
        Self {
            port: 0,
            secret_key: objects::new_id("sk_test_sandbox", 24),
            webhook_secret: objects::new_id("whsec_sandbox", 24),
            webhook_url: None,
            redirect_wait: Duration::ZERO,
            webhook_tries: 12,
            clock: Clock::default(),
        }
    }
}

impl fmt::Debug for StripeOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StripeOptions")
            .field("port", &self.port)
            .finish_non_exhaustive()
    }
}

/// What handlers and handle share.
struct Inner {
    secret_key: String,
    redirect_wait: Duration,
    url: OnceLock<String>,
    books: Mutex<Books>,
    keys: Keys,
    hooks: Arc<Hooks>,
    latency: Mutex<Duration>,
    failures: Mutex<VecDeque<(String, Failing)>>,
    lacking: Lacking,
    clock: Clock,
}

/// How a POST fails with a 500 that its idempotency key keeps.
#[derive(Debug, Clone, Copy)]
enum Failing {
    /// Nothing is done.
    Before,
    /// It is done all the same.
    After,
    /// It is done so much later.
    Later(TimeDelta),
}

/// In a text that the sandbox is given it stands for half of a letter: it goes out as `\ud83d`
/// alone, which no strict JSON parser takes.
pub const HALF_A_LETTER: &str = "\u{10ffff}";

/// An object as it goes out.
fn raw(object: &Value) -> String {
    object.to_string().replace(HALF_A_LETTER, "\\ud83d")
}

impl Inner {
    fn books(&self) -> MutexGuard<'_, Books> {
        lock(&self.books)
    }

    fn pay_at(&self) -> String {
        format!(
            "{}/pay/",
            self.url.get().map(String::as_str).unwrap_or_default()
        )
    }

    fn latency(&self) -> Duration {
        *lock(&self.latency)
    }

    /// How a POST to `path` is to fail, if it is.
    fn remembered_failure(&self, path: &str) -> Option<Failing> {
        let mut failures = lock(&self.failures);
        let place = failures
            .iter()
            .position(|(ending, _)| path.ends_with(ending.as_str()))?;
        failures.remove(place).map(|(_, how)| how)
    }

    /// Sends what was recorded since; the handle of the last event that tells of a completed
    /// session.
    fn send_events(&self) -> Option<JoinHandle<()>> {
        let outbox = std::mem::take(&mut self.books().outbox);
        let mut completed = None;
        for event in outbox {
            let telling = event["type"] == "checkout.session.completed";
            let handle = self.hooks.send(event);
            if telling {
                completed = handle;
            }
        }
        completed
    }

    fn pass_time(&self) {
        self.books().pass_time(self.clock.now());
        self.send_events();
    }
}

/// A running till; closes when dropped. Its methods send webhooks in the background: call them
/// inside a tokio runtime.
pub struct Stripe {
    inner: Arc<Inner>,
    server: Server,
    /// Trouble on order.
    pub faults: Faults,
    calls: CallLog,
}

impl fmt::Debug for Stripe {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Stripe")
            .field("url", &self.server.url())
            .finish_non_exhaustive()
    }
}

impl Stripe {
    /// Starts it on 127.0.0.1.
    ///
    /// # Errors
    /// When the port is taken.
    pub async fn start(options: StripeOptions) -> anyhow::Result<Self> {
        let hooks = Hooks::new(
            options.webhook_url,
            options.webhook_secret,
            options.webhook_tries,
            options.clock.clone(),
        )?;
        let inner = Arc::new(Inner {
            secret_key: options.secret_key,
            redirect_wait: options.redirect_wait,
            url: OnceLock::new(),
            books: Mutex::default(),
            keys: Keys::default(),
            hooks: Arc::new(hooks),
            latency: Mutex::default(),
            failures: Mutex::default(),
            lacking: Lacking::default(),
            clock: options.clock,
        });
        let (faults, calls) = (Faults::default(), CallLog::default());
        let gate = Gate {
            calls: calls.clone(),
            faults: faults.clone(),
            clock: inner.clock.clone(),
            expire_tokens: None,
        };
        let router = routes::router(inner.clone()).merge(pages::router(inner.clone()));
        let server = Server::start(options.port, router, gate).await?;
        let _ = inner.url.set(server.url());
        Ok(Self {
            inner,
            server,
            faults,
            calls,
        })
    }

    /// `STRIPE_API_BASE`, without a slash at the end.
    #[must_use]
    pub fn url(&self) -> String {
        self.server.url()
    }

    /// `STRIPE_SECRET_KEY`
    #[must_use]
    pub fn secret_key(&self) -> &str {
        &self.inner.secret_key
    }

    /// `STRIPE_WEBHOOK_SECRET`
    #[must_use]
    pub fn webhook_secret(&self) -> &str {
        &self.inner.hooks.secret
    }

    /// Where its webhooks go from now on.
    pub fn set_webhook_url(&self, url: impl Into<String>) {
        *lock(&self.inner.hooks.url) = Some(url.into());
    }

    /// The requests whose path ends with `endpoint` (`/v1/refunds`), oldest first.
    #[must_use]
    pub fn calls(&self, endpoint: &str) -> Vec<Call> {
        self.calls.ending(endpoint)
    }

    /// Every Checkout Session, oldest first.
    #[must_use]
    pub fn sessions(&self) -> Vec<Value> {
        self.inner
            .books()
            .sessions
            .iter()
            .cloned()
            .map(state::shown)
            .collect()
    }

    /// Every payment intent, oldest first.
    #[must_use]
    pub fn payment_intents(&self) -> Vec<Value> {
        self.inner.books().intents.clone()
    }

    /// Every charge, failed ones too, oldest first.
    #[must_use]
    pub fn charges(&self) -> Vec<Value> {
        self.inner.books().charges.clone()
    }

    /// Every refund, oldest first.
    #[must_use]
    pub fn refunds(&self) -> Vec<Value> {
        self.inner.books().refunds.clone()
    }

    /// Every dispute, oldest first.
    #[must_use]
    pub fn disputes(&self) -> Vec<Value> {
        self.inner.books().disputes.clone()
    }

    /// Every review, oldest first.
    #[must_use]
    pub fn reviews(&self) -> Vec<Value> {
        self.inner.books().reviews.clone()
    }

    /// Every line of the account's balance, oldest first.
    #[must_use]
    pub fn balance_transactions(&self) -> Vec<Value> {
        self.inner.books().transactions.clone()
    }

    /// Every event, oldest first.
    #[must_use]
    pub fn events(&self) -> Vec<Value> {
        self.inner.books().events.clone()
    }

    /// Every attempt to deliver an event, oldest first.
    #[must_use]
    pub fn deliveries(&self) -> Vec<Attempt> {
        lock(&self.inner.hooks.attempts).clone()
    }

    /// Takes no more connections.
    pub fn stop(&self) {
        self.server.stop();
    }
}
