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
pub mod smtp;

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

impl Stripe {
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
        let esimfx = Esimfx {
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
        };
        let stripe = Stripe {
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
        };
        r.stripe_key(&stripe, &public_url);
        if desk_url != public_url {
            r.faults
                .extend(checks::desk_url(&desk_url, stripe.livemode()));
        }
        r.faults.extend(checks::partner(
            "ESIMFX_BASE_URL",
            &esimfx.base_url,
            stripe.livemode(),
        ));
        r.faults.extend(checks::partner(
            "STRIPE_API_BASE",
            &stripe.api_base,
            stripe.livemode(),
        ));
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

/// Without the blanks around it, and without the mark that some editors put before a text.
fn unmarked(text: &str) -> &str {
    text.trim_start_matches('\u{feff}').trim()
}

/// Reads on after a fault, so that all are found. A value it could not read is replaced by one that
/// is never used.
struct Reader<'a> {
    lookup: &'a dyn Fn(&str) -> Option<String>,
    faults: Vec<ConfigError>,
    shop_read: bool,
}

impl Reader<'_> {
    fn fault(&mut self, setting: &str, problem: &str, mend: &str) {
        self.faults.push(ConfigError::new(setting, problem, mend));
    }

    fn plain(&self, name: &str) -> Option<String> {
        (self.lookup)(name)
            .map(|v| v.trim().to_owned())
            .filter(|v| !v.is_empty())
    }

    /// `NAME`, or the content of the file that `NAME_FILE` names; both set is a fault.
    fn value(&mut self, name: &str) -> Option<String> {
        let file_name = format!("{name}_FILE");
        match (self.plain(name), self.plain(&file_name)) {
            (Some(_), Some(_)) => {
                self.fault(
                    name,
                    &format!("and {file_name} are both set"),
                    "keep one of them",
                );
                None
            }
            (Some(value), None) => Some(value),
            (None, Some(path)) => match std::fs::read_to_string(&path) {
                Ok(text) if !unmarked(&text).is_empty() => Some(unmarked(&text).to_owned()),
                Ok(_) => {
                    self.fault(
                        &file_name,
                        "names an empty file",
                        "write the secret into it",
                    );
                    None
                }
                Err(e) => {
                    self.fault(
                        &file_name,
                        &format!("names a file that cannot be read ({})", e.kind()),
                        "check the path and who may read it",
                    );
                    None
                }
            },
            (None, None) => None,
        }
    }

    /// A required setting; says which fault it is only when [`Reader::value`] did not.
    fn required(&mut self, name: &str, mend: &str) -> Option<String> {
        let before = self.faults.len();
        let value = self.value(name);
        if value.is_none() && self.faults.len() == before {
            let blank = (self.lookup)(name).is_some();
            self.fault(name, if blank { "is blank" } else { "is not set" }, mend);
        }
        value
    }

    fn secret(&mut self, name: &str, mend: &str) -> SecretString {
        let secret = self.required(name, mend).unwrap_or_default();
        self.faults.extend(checks::secret(name, &secret));
        secret.into()
    }

    fn secrets(&mut self, name: &str, mend: &str) -> Vec<SecretString> {
        let Some(list) = self.required(name, mend) else {
            return Vec::new();
        };
        if list.split(',').any(|one| one.trim().is_empty()) {
            self.fault(
                name,
                "holds an empty value between commas",
                "an empty secret would let anyone in: remove it",
            );
        }
        self.faults.extend(
            list.split(',')
                .find_map(|one| checks::secret(name, one.trim())),
        );
        list.split(',')
            .map(|one| one.trim().to_owned().into())
            .collect()
    }

    fn public_url(&mut self) -> Url {
        let before = self.faults.len();
        let url = self.url(
            "PUBLIC_URL",
            None,
            "the address travellers use, e.g. https://esim.example.com",
        );
        if self.faults.len() == before {
            self.faults.extend(checks::public_url("PUBLIC_URL", &url));
        }
        url
    }

    fn url(&mut self, name: &str, default: Option<&str>, mend: &str) -> Url {
        let nowhere = || Url::parse("http://localhost/").map_err(|_| ());
        let text = match default {
            Some(default) => Some(self.plain(name).unwrap_or_else(|| default.to_owned())),
            None => self.required(name, mend),
        };
        let parsed = text.as_deref().map(Url::parse);
        match parsed {
            Some(Ok(url)) if matches!(url.scheme(), "http" | "https") && url.has_host() => {
                return url;
            }
            Some(_) => self.fault(name, "is not an http or https URL", mend),
            None => {}
        }
        nowhere().unwrap_or_else(|()| unreachable!("a literal address parses"))
    }

    fn database_url(&mut self) -> SecretString {
        let mend = "e.g. postgres://shop:password@localhost/shop";
        let text = self.required("DATABASE_URL", mend).unwrap_or_default();
        let known = ["postgres://", "postgresql://"]
            .iter()
            .any(|scheme| text.starts_with(scheme));
        if !text.is_empty() && !known {
            self.fault("DATABASE_URL", "is not a postgres:// URL", mend);
        }
        text.into()
    }

    fn smtp_url(&mut self) -> SecretString {
        let mend = "e.g. smtps://user:password@smtp.example.com, or smtp://localhost:1025";
        let text = self.required("SMTP_URL", mend).unwrap_or_default();
        if let Some((problem, mend)) = smtp::read(&text).err().filter(|_| !text.is_empty()) {
            self.fault("SMTP_URL", problem, mend);
        }
        text.into()
    }

    fn mail_from(&mut self) -> String {
        let text = self
            .required("MAIL_FROM", "e.g. \"Layover <esim@example.com>\"")
            .unwrap_or_default();
        if !text.is_empty() && text.parse::<lettre::message::Mailbox>().is_err() {
            let (problem, mend) = checks::sender(&text);
            self.fault("MAIL_FROM", problem, &mend);
        }
        text
    }

    fn alert_webhook_url(&mut self) -> Option<SecretString> {
        let text = self.value("ALERT_WEBHOOK_URL")?;
        let known = Url::parse(&text)
            .is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
        if !known {
            self.fault(
                "ALERT_WEBHOOK_URL",
                "is not an http or https URL",
                "the address of an incoming webhook, as Slack, Mattermost and Discord make them",
            );
        }
        Some(text.into())
    }

    fn connections(&mut self) -> u32 {
        let connections = self.parsed("DATABASE_MAX_CONNECTIONS", "10", "a whole number, e.g. 10");
        let least = checks::LEAST_CONNECTIONS;
        if connections < least {
            let mend = format!(
                "{least} or more, or leave it out: three connections listen, the others work"
            );
            self.fault(
                "DATABASE_MAX_CONNECTIONS",
                &format!("is below {least}"),
                &mend,
            );
        }
        connections
    }

    fn stripe_key(&mut self, stripe: &Stripe, public_url: &Url) {
        let key = stripe.secret_key.expose_secret();
        let known = ["sk_test_", "rk_test_", "sk_live_", "rk_live_"]
            .iter()
            .any(|p| key.starts_with(p));
        if !key.is_empty() && !known {
            self.fault(
                "STRIPE_SECRET_KEY",
                "is not a secret or restricted key",
                "it begins with sk_test_, rk_test_, sk_live_ or rk_live_",
            );
        }
        if stripe.livemode() && public_url.scheme() != "https" {
            self.fault(
                "PUBLIC_URL",
                "is not https while the Stripe key is live",
                "serve travellers over https, or use a test key",
            );
        }
    }

    fn parsed<T: std::str::FromStr>(&mut self, name: &str, default: &str, mend: &str) -> T {
        let text = self.plain(name).unwrap_or_else(|| default.to_owned());
        match text.parse().or_else(|_| {
            self.fault(name, "cannot be read", mend);
            default.parse()
        }) {
            Ok(value) => value,
            Err(_) => unreachable!("the default of {name} parses"),
        }
    }

    fn optional<T: std::str::FromStr>(&mut self, name: &str, mend: &str) -> Option<T> {
        let text = self.plain(name)?;
        let value = text.parse().ok();
        if value.is_none() {
            self.fault(name, "cannot be read", mend);
        }
        value
    }

    fn duration(&mut self, name: &str, default: &str) -> Duration {
        let text = self.plain(name).unwrap_or_else(|| default.to_owned());
        match humantime::parse_duration(&text) {
            Ok(duration) if duration >= Duration::from_secs(1) => duration,
            _ => {
                self.fault(
                    name,
                    "must be a duration of at least one second",
                    &format!("e.g. {default}"),
                );
                Duration::from_secs(60)
            }
        }
    }

    /// shop.toml; its faults join the others, and a shop without anything stands in for one that
    /// cannot be read.
    fn shop(&mut self) -> Option<Shop> {
        let path = crate::shop::found(self.plain("SHOP_CONFIG"));
        match Shop::load(&path) {
            Ok(shop) => Some(shop),
            Err(more) => {
                self.faults.extend(more);
                self.shop_read = false;
                Shop::parse(
                    "[shop]\nname = \"–\"\nsupport_email = \"help@shop.example\"\ncurrency = \
                     \"USD\"\n",
                    "shop.toml",
                )
                .ok()
            }
        }
    }
}
