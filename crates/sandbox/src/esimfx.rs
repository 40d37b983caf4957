//! The supplier in miniature, strict on its document: token, catalogue, orders, eSIMs, webhooks.
//! Everything in memory.

mod api;
mod catalogue;
mod control;
mod hooks;
mod lifecycle;
mod request;
mod state;
#[cfg(test)]
mod tests;

use std::{
    fmt,
    sync::{Arc, Mutex, MutexGuard},
};

use super::{
    Clock,
    faults::Faults,
    http::{Call, CallLog, Gate, Server, lock},
};

pub use catalogue::{Network, Product};
pub use hooks::Delivered;
use hooks::Hooks;
pub use lifecycle::Notice;
use state::Books;
pub use state::{Esim, Order, RefundWord, Refusal, SubscriptionStatus, codes};

#[derive(Clone)]
pub struct SupplierOptions {
    /// 0 takes a free port.
    pub port: u16,
    pub client_id: String,
    pub client_key: String,
    /// The `token` header of its webhooks.
    pub webhook_token: String,
    /// Where webhooks go; `None` sends none until `set_webhook_url`.
    pub webhook_url: Option<String>,
    /// The reseller's prepaid balance, in US cents.
    pub balance_cents: i64,
    /// Percent of use that are told by webhook.
    pub usage_thresholds: Vec<u64>,
    pub clock: Clock,
}

impl Default for SupplierOptions {
    fn default() -> Self {
        Self {
            port: 0,
            client_id: "sandbox-reseller".into(),
            client_key: hex::encode(rand::random::<[u8; 16]>()),
            webhook_token: hex::encode(rand::random::<[u8; 16]>()),
            webhook_url: None,
            balance_cents: 10_000_000,
            usage_thresholds: vec![50, 80],
            clock: Clock::default(),
        }
    }
}

impl fmt::Debug for SupplierOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SupplierOptions")
            .field("port", &self.port)
            .field("client_id", &self.client_id)
            .finish_non_exhaustive()
    }
}

/// What handlers and handle share.
struct Inner {
    client_id: String,
    client_key: String,
    usage_thresholds: Vec<u64>,
    books: Mutex<Books>,
    clock: Clock,
    hooks: Arc<Hooks>,
}

impl Inner {
    fn books(&self) -> MutexGuard<'_, Books> {
        lock(&self.books)
    }

    fn pass_time(&self) {
        let notices = self.books().pass_time(self.clock.now());
        self.hooks.announce(notices);
    }
}

/// A running supplier; closes when dropped.
pub struct Supplier {
    inner: Arc<Inner>,
    server: Server,
    /// Trouble on order.
    pub faults: Faults,
    calls: CallLog,
}

impl fmt::Debug for Supplier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Supplier")
            .field("url", &self.server.url())
            .finish_non_exhaustive()
    }
}

impl Supplier {
    /// Starts it on 127.0.0.1.
    ///
    /// # Errors
    /// When the port is taken.
    pub async fn start(options: SupplierOptions) -> anyhow::Result<Self> {
        let inner = Arc::new(Inner {
            client_id: options.client_id,
            client_key: options.client_key,
            usage_thresholds: options.usage_thresholds,
            books: Mutex::new(Books::new(options.balance_cents)),
            hooks: Arc::new(Hooks::new(
                options.webhook_url,
                options.webhook_token,
                options.clock.clone(),
            )?),
            clock: options.clock,
        });
        let (faults, calls) = (Faults::default(), CallLog::default());
        let expiring = inner.clone();
        let gate = Gate {
            calls: calls.clone(),
            faults: faults.clone(),
            clock: inner.clock.clone(),
            expire_tokens: Some(Arc::new(move || expiring.books().tokens.clear())),
        };
        let server = Server::start(options.port, api::router(inner.clone()), gate).await?;
        Ok(Self {
            inner,
            server,
            faults,
            calls,
        })
    }

    /// `ESIMFX_BASE_URL`
    #[must_use]
    pub fn url(&self) -> String {
        self.server.url()
    }

    /// `ESIMFX_CLIENT_ID`
    #[must_use]
    pub fn client_id(&self) -> &str {
        &self.inner.client_id
    }

    /// `ESIMFX_CLIENT_KEY`
    #[must_use]
    pub fn client_key(&self) -> &str {
        &self.inner.client_key
    }

    /// `ESIMFX_WEBHOOK_TOKEN`
    #[must_use]
    pub fn webhook_token(&self) -> &str {
        &self.inner.hooks.token
    }

    /// Every order it sold, oldest first.
    #[must_use]
    pub fn orders(&self) -> Vec<Order> {
        self.inner.books().orders.clone()
    }

    /// Every eSIM it made.
    #[must_use]
    pub fn esims(&self) -> Vec<Esim> {
        self.inner.books().esims.values().cloned().collect()
    }

    #[must_use]
    pub fn esim(&self, iccid: &str) -> Option<Esim> {
        self.inner.books().esims.get(iccid).cloned()
    }

    /// The requests whose path ends with `endpoint` (`create_order`), oldest first.
    #[must_use]
    pub fn calls(&self, endpoint: &str) -> Vec<Call> {
        self.calls.ending(endpoint)
    }

    /// Every idempotency key that `create_order` saw, with how often; whether or not anything was
    /// sold.
    #[must_use]
    pub fn keys_seen(&self) -> std::collections::BTreeMap<String, usize> {
        let mut keys = std::collections::BTreeMap::new();
        for key in self
            .calls("create_order")
            .into_iter()
            .filter_map(|call| call.idempotency_key)
        {
            *keys.entry(key).or_default() += 1;
        }
        keys
    }

    /// How many tokens it gave out.
    #[must_use]
    pub fn tokens_issued(&self) -> usize {
        self.inner.books().tokens_issued
    }

    /// Makes every token void at once.
    pub fn expire_tokens(&self) {
        self.inner.books().tokens.clear();
    }

    /// The reseller's balance in US cents.
    #[must_use]
    pub fn balance_cents(&self) -> i64 {
        self.inner.books().balance_cents
    }

    /// Sets the balance, in US cents.
    pub fn set_balance_cents(&self, cents: i64) {
        self.inner.books().balance_cents = cents;
    }

    /// Every product, also those withdrawn.
    #[must_use]
    pub fn products(&self) -> Vec<Product> {
        self.inner.books().products.values().cloned().collect()
    }

    /// Sells as `create_order` does, under a key of its own; the eSIM's number.
    #[cfg(test)]
    pub(super) fn sell_for_a_test(&self, body: &serde_json::Value) -> String {
        let key = uuid::Uuid::new_v4().to_string();
        let reply = self
            .inner
            .books()
            .create_order(&key, body, self.inner.clock.now())
            .unwrap();
        reply["esim"]["iccid"].as_str().unwrap().to_owned()
    }

    /// Takes no more connections.
    pub fn stop(&self) {
        self.server.stop();
    }
}
