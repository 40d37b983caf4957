//! Every setting, typed. All faults are found at once, each with its mend; no secret is ever
//! echoed.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use ipnet::IpNet;
use secrecy::{ExposeSecret, SecretString};
use url::Url;

use crate::shop::Shop;
use domain::mode::TestRules;
use domain::sealed::DataKeys;

mod checks;
mod lists;
mod reader;
pub mod smtp;

use self::reader::Reader;
pub use crate::config_error::ConfigError;

/// How the log is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Text,
    /// For machines, one object a line.
    Json,
}

/// The settings of `serve` and `worker`.
#[derive(Debug, Clone)]
pub struct Config {
    /// PostgreSQL; may hold a password.
    pub database_url: SecretString,
    /// Connections in the pool.
    pub database_max_connections: u32,
    /// Where travellers reach the shop; decides links, cookies and return addresses.
    pub public_url: Url,
    /// Where the shop listens.
    pub listen_addr: SocketAddr,
    /// Where the desk listens, if not where the shop does.
    pub desk_addr: Option<SocketAddr>,
    /// Where its people reach the desk; decides its links, cookies and whose forms it takes.
    pub desk_url: Url,
    /// Where `/metrics` listens, if anywhere.
    pub metrics_addr: Option<SocketAddr>,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<IpNet>,
    /// The supplier.
    pub esimfx: Esimfx,
    /// The till.
    pub stripe: Stripe,
    /// The mail server, with its password.
    pub smtp_url: SecretString,
    /// The sender of every mail.
    pub mail_from: String,
    /// Where alerts are posted as JSON, if anywhere.
    pub alert_webhook_url: Option<SecretString>,
    /// shop.toml.
    pub shop: Shop,
    /// Whether it could be read; if not, `shop` stands in for it, and nothing can be told from
    /// that.
    pub shop_read: bool,
    /// Whether `serve` migrates.
    pub migrate_on_start: bool,
    /// Seal what the database keeps secret; none leaves it plain.
    pub data_keys: DataKeys,
    /// Outside the database: who was forgotten, as keyed hashes.
    pub forgotten_file: Option<PathBuf>,
    /// Between two full catalogue syncs.
    pub catalogue_sync_interval: Duration,
    /// Between two looks for lost webhooks and overdue sessions.
    pub reconcile_interval: Duration,
    /// How far orders reach that were paid with pretend money.
    pub tests: TestRules,
    /// Only in the demo: a banner on every page.
    pub demo: bool,
}

/// The supplier's address and credentials.
#[derive(Debug, Clone)]
pub struct Esimfx {
    /// The API's root.
    pub base_url: Url,
    /// From the supplier's portal.
    pub client_id: SecretString,
    /// From the supplier's portal.
    pub client_key: SecretString,
    /// Any of these in the `token` header proves a webhook.
    pub webhook_tokens: Vec<SecretString>,
    /// How many lines are asked for at once.
    pub concurrency: u32,
}

/// Stripe's address and credentials.
#[derive(Debug, Clone)]
pub struct Stripe {
    /// The API's root.
    pub api_base: Url,
    /// `sk_…` or `rk_…`.
    pub secret_key: SecretString,
    /// Any of these may have signed a webhook.
    pub webhook_secrets: Vec<SecretString>,
}

impl Esimfx {
    fn read(r: &mut Reader<'_>) -> Self {
        Self {
            base_url: r.url(
                "ESIMFX_BASE_URL",
                None,
                "the API domain from the supplier's portal (Reseller tab)",
            ),
            client_id: r
                .required(
                    "ESIMFX_CLIENT_ID",
                    "from the supplier's portal (Reseller tab)",
                )
                .unwrap_or_default()
                .into(),
            client_key: r.secret(
                "ESIMFX_CLIENT_KEY",
                "from the supplier's portal (Reseller tab)",
            ),
            webhook_tokens: r.secrets(
                "ESIMFX_WEBHOOK_TOKEN",
                "the Secret Key of the webhook in the supplier's portal",
            ),
            concurrency: r
                .parsed::<std::num::NonZeroU16>(
                    "SUPPLIER_CONCURRENCY",
                    "64",
                    "a whole number of 1 or more",
                )
                .get()
                .into(),
        }
    }
}

impl Stripe {
    fn read(r: &mut Reader<'_>) -> Self {
        Self {
            api_base: r.url(
                "STRIPE_API_BASE",
                Some("https://api.stripe.com"),
                "leave it out to reach Stripe",
            ),
            secret_key: r.secret(
                "STRIPE_SECRET_KEY",
                "from dashboard.stripe.com/apikeys; a restricted key is enough",
            ),
            webhook_secrets: r.secrets(
                "STRIPE_WEBHOOK_SECRET",
                "whsec_… of the endpoint PUBLIC_URL/webhooks/stripe",
            ),
        }
    }

    /// Whether the key moves real money.
    #[must_use]
    pub fn livemode(&self) -> bool {
        let key = self.secret_key.expose_secret();
        key.starts_with("sk_live_") || key.starts_with("rk_live_")
    }
}

impl Config {
    /// Whether pretend money may buy real eSIMs: Stripe's key is one for tests, and the supplier is
    /// not the demo's.
    #[must_use]
    pub fn test_mode(&self) -> bool {
        !self.demo && !self.stripe.livemode()
    }

    /// Reads the process's environment.
    ///
    /// # Errors
    /// All faults, in the order of the settings.
    pub fn from_env() -> Result<Self, Vec<ConfigError>> {
        Self::read(&|name| std::env::var(name).ok())
    }

    /// What of the process's environment can be read, and all faults; for `doctor`, which looks at
    /// the rest. What is faulty is replaced by a value of no use.
    #[must_use]
    pub fn from_env_anyway() -> (Option<Self>, Vec<ConfigError>) {
        Self::read_anyway(&|name| std::env::var(name).ok())
    }

    /// Reads settings from `lookup`, and the files that `NAME_FILE` and `SHOP_CONFIG` point to.
    ///
    /// # Errors
    /// All faults at once.
    pub fn read(lookup: &dyn Fn(&str) -> Option<String>) -> Result<Self, Vec<ConfigError>> {
        match Self::read_anyway(lookup) {
            (Some(config), faults) if faults.is_empty() => Ok(config),
            (_, faults) => Err(faults),
        }
    }

    fn read_anyway(lookup: &dyn Fn(&str) -> Option<String>) -> (Option<Self>, Vec<ConfigError>) {
        let mut r = Reader {
            lookup,
            faults: log_format(lookup).err().into_iter().collect(),
            shop_read: true,
        };
        let database_url = r.database_url();
        let public_url = r.public_url();
        let desk_url = r.url(
            "DESK_URL",
            Some(public_url.as_str()),
            "the address where the desk is reached, e.g. https://desk.example.com",
        );
        let esimfx = Esimfx::read(&mut r);
        let stripe = Stripe::read(&mut r);
        r.stripe_key(&stripe, &public_url);
        r.partners(&esimfx, &stripe, (&desk_url, &public_url));
        let smtp_url = r.smtp_url();
        let mail_from = r.mail_from();
        let database_max_connections = r.connections();
        let Some(shop) = r.shop() else {
            return (None, r.faults);
        };
        let config = Self {
            database_url,
            database_max_connections,
            public_url,
            listen_addr: r.parsed(
                "LISTEN_ADDR",
                "127.0.0.1:8080",
                "an address and port, e.g. 0.0.0.0:8080",
            ),
            desk_addr: r.optional("DESK_ADDR", "an address and port, e.g. 127.0.0.1:8081"),
            desk_url,
            metrics_addr: r.optional("METRICS_ADDR", "an address and port, e.g. 127.0.0.1:9090"),
            trusted_proxies: r.proxies(),
            esimfx,
            stripe,
            smtp_url,
            mail_from,
            alert_webhook_url: r.alert_webhook_url(),
            migrate_on_start: r.parsed("MIGRATE_ON_START", "true", "true or false"),
            data_keys: r.data_keys(),
            forgotten_file: r.optional("FORGOTTEN_FILE", "the path of a file outside the database"),
            catalogue_sync_interval: r.duration("CATALOGUE_SYNC_INTERVAL", "15m"),
            reconcile_interval: r.duration("RECONCILE_INTERVAL", "5m"),
            tests: r.tests(),
            demo: false,
            shop,
            shop_read: r.shop_read,
        };
        (Some(config), r.faults)
    }
}

/// The log's format, which is needed before all else; a bad value is also among [`Config::read`]'s
/// faults.
///
/// # Errors
/// The fault.
pub fn log_format(lookup: &dyn Fn(&str) -> Option<String>) -> Result<LogFormat, ConfigError> {
    match lookup("LOG_FORMAT").as_deref() {
        None | Some("" | "text") => Ok(LogFormat::Text),
        Some("json") => Ok(LogFormat::Json),
        Some(_) => Err(ConfigError::new(
            "LOG_FORMAT",
            "is neither text nor json",
            "write text or json",
        )),
    }
}
