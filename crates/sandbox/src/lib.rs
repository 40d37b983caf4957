//! The outside world in miniature, over real HTTP on loopback. Uses nothing of the shop's own
//! rooms: everything here is written from the partners' documents, so that a misspelt field cannot
//! agree with itself.

pub mod esimfx;
pub mod faults;
mod http;
pub mod mailbox;
mod panel;
pub mod proxy;
pub mod stripe;

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicI64, Ordering},
    },
    time::Duration,
};

use chrono::{DateTime, Utc};

use esimfx::{Supplier, SupplierOptions};
pub use http::{Call, CallLog};
use mailbox::{Mailbox, MailboxOptions};
use stripe::{Stripe, StripeOptions};

/// The sandbox's clock: the machine's, moved by as much as a test wants. Clones share the hand.
#[derive(Debug, Clone, Default)]
pub struct Clock {
    ahead_ms: Arc<AtomicI64>,
    /// Milliseconds at which it stands; 0 while it runs.
    stopped_ms: Arc<AtomicI64>,
}

impl Clock {
    /// Now, in UTC.
    #[must_use]
    #[expect(
        clippy::disallowed_methods,
        reason = "the partners have a clock of their own, which is not the shop's"
    )]
    pub fn now(&self) -> DateTime<Utc> {
        let stopped = Some(self.stopped_ms.load(Ordering::SeqCst))
            .filter(|ms| *ms != 0)
            .and_then(DateTime::from_timestamp_millis);
        stopped.unwrap_or_else(Utc::now)
            + chrono::Duration::milliseconds(self.ahead_ms.load(Ordering::SeqCst))
    }

    /// Lets it stand: from here on only [`Clock::advance`] moves it.
    pub fn stop(&self, at: DateTime<Utc>) {
        self.stopped_ms
            .store(at.timestamp_millis(), Ordering::SeqCst);
    }

    /// Moves the hand forward.
    pub fn advance(&self, by: Duration) {
        self.ahead_ms.fetch_add(
            i64::try_from(by.as_millis()).unwrap_or(i64::MAX),
            Ordering::SeqCst,
        );
    }
}

/// How the whole sandbox is to be. Every part's `clock` is replaced by the one here.
#[derive(Debug, Clone, Default)]
pub struct SandboxOptions {
    /// Where the shop will be (`http://127.0.0.1:8080`); `None` until `set_shop_url`.
    pub shop_url: Option<String>,
    pub supplier: SupplierOptions,
    pub stripe: StripeOptions,
    pub mailbox: MailboxOptions,
    /// The control page's port; 0 takes a free one.
    pub panel_port: u16,
    pub clock: Clock,
}

/// Supplier, till, mailbox and their control page; all close when it is dropped.
#[derive(Debug)]
pub struct Sandbox {
    pub supplier: Arc<Supplier>,
    pub stripe: Arc<Stripe>,
    pub mailbox: Arc<Mailbox>,
    pub clock: Clock,
    shop_url: Arc<Mutex<String>>,
    bell: panel::Bell,
    panel: http::Server,
}

impl Sandbox {
    /// Starts all of it on 127.0.0.1.
    ///
    /// # Errors
    /// When a port is taken.
    pub async fn start(mut options: SandboxOptions) -> anyhow::Result<Self> {
        let clock = options.clock;
        options.supplier.clock = clock.clone();
        options.stripe.clock = clock.clone();
        options.mailbox.clock = clock.clone();
        let supplier = Arc::new(Supplier::start(options.supplier).await?);
        let stripe = Arc::new(Stripe::start(options.stripe).await?);
        let mailbox = Arc::new(Mailbox::start(options.mailbox).await?);
        let shop_url = Arc::new(Mutex::new(String::new()));
        let bell = panel::Bell::default();
        let world = panel::World {
            supplier: supplier.clone(),
            stripe: stripe.clone(),
            mailbox: mailbox.clone(),
            shop_url: shop_url.clone(),
            clock: clock.clone(),
            bell: bell.clone(),
        };
        let gate = http::Gate {
            calls: CallLog::default(),
            faults: faults::Faults::default(),
            clock: clock.clone(),
            expire_tokens: None,
        };
        let panel = http::Server::start(options.panel_port, panel::router(world), gate).await?;
        let sandbox = Self {
            supplier,
            stripe,
            mailbox,
            clock,
            shop_url,
            bell,
            panel,
        };
        if let Some(url) = options.shop_url {
            sandbox.set_shop_url(&url);
        }
        Ok(sandbox)
    }

    /// Tells the partners where the shop is: their webhooks go to its `/webhooks/stripe` and
    /// `/webhooks/esimfx`.
    pub fn set_shop_url(&self, url: &str) {
        let url = url.trim_end_matches('/');
        url.clone_into(&mut http::lock(&self.shop_url));
        self.stripe
            .set_webhook_url(format!("{url}/webhooks/stripe"));
        self.supplier
            .set_webhook_url(format!("{url}/webhooks/esimfx"));
    }

    /// Whom the control page tells by how much time it let pass; the sandbox's own clock has moved
    /// by then.
    pub fn on_time_passes(&self, told: Arc<dyn Fn(Duration) + Send + Sync>) {
        self.bell.set(told);
    }

    /// The control page: eSIM use, the clock, delayed payments, balance.
    #[must_use]
    pub fn panel_url(&self) -> String {
        self.panel.url()
    }

    /// The settings that lead a shop here, as environment variables. They hold secrets, though
    /// worthless ones.
    #[must_use]
    pub fn settings(&self) -> Vec<(&'static str, String)> {
        vec![
            ("ESIMFX_BASE_URL", self.supplier.url()),
            ("ESIMFX_CLIENT_ID", self.supplier.client_id().to_owned()),
            ("ESIMFX_CLIENT_KEY", self.supplier.client_key().to_owned()),
            (
                "ESIMFX_WEBHOOK_TOKEN",
                self.supplier.webhook_token().to_owned(),
            ),
            ("STRIPE_API_BASE", self.stripe.url()),
            ("STRIPE_SECRET_KEY", self.stripe.secret_key().to_owned()),
            (
                "STRIPE_WEBHOOK_SECRET",
                self.stripe.webhook_secret().to_owned(),
            ),
            ("SMTP_URL", self.mailbox.smtp_url()),
            // Nobody is paid for what this supplier sells: as many as one likes.
            ("TEST_ORDERS_PER_DAY", u32::MAX.to_string()),
        ]
    }

    /// Closes all of it.
    pub fn stop(&self) {
        self.supplier.stop();
        self.stripe.stop();
        self.mailbox.stop();
        self.panel.stop();
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        self.stop();
    }
}
