//! Reads one setting after another, and goes on after a fault, so that all are found.

use std::time::Duration;

use secrecy::{ExposeSecret, SecretString};
use url::Url;

use super::{ConfigError, Esimfx, Stripe, checks, smtp};
use crate::shop::{self, Shop};

/// Reads on after a fault, so that all are found. A value it could not read is replaced by one that
/// is never used.
pub(super) struct Reader<'a> {
    pub(super) lookup: &'a dyn Fn(&str) -> Option<String>,
    pub(super) faults: Vec<ConfigError>,
    pub(super) shop_read: bool,
}

impl Reader<'_> {
    pub(super) fn fault(&mut self, setting: &str, problem: &str, mend: &str) {
        self.faults.push(ConfigError::new(setting, problem, mend));
    }

    pub(super) fn plain(&self, name: &str) -> Option<String> {
        (self.lookup)(name)
            .map(|v| v.trim().to_owned())
            .filter(|v| !v.is_empty())
    }

    /// `NAME`, or the content of the file that `NAME_FILE` names; both set is a fault.
    pub(super) fn value(&mut self, name: &str) -> Option<String> {
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
    pub(super) fn required(&mut self, name: &str, mend: &str) -> Option<String> {
        let before = self.faults.len();
        let value = self.value(name);
        if value.is_none() && self.faults.len() == before {
            let blank = (self.lookup)(name).is_some();
            self.fault(name, if blank { "is blank" } else { "is not set" }, mend);
        }
        value
    }

    pub(super) fn secret(&mut self, name: &str, mend: &str) -> SecretString {
        let secret = self.required(name, mend).unwrap_or_default();
        self.faults.extend(checks::secret(name, &secret));
        secret.into()
    }

    pub(super) fn secrets(&mut self, name: &str, mend: &str) -> Vec<SecretString> {
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

    pub(super) fn public_url(&mut self) -> Url {
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

    pub(super) fn url(&mut self, name: &str, default: Option<&str>, mend: &str) -> Url {
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

    pub(super) fn database_url(&mut self) -> SecretString {
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

    pub(super) fn smtp_url(&mut self) -> SecretString {
        let mend = "e.g. smtps://user:password@smtp.example.com, or smtp://localhost:1025";
        let text = self.required("SMTP_URL", mend).unwrap_or_default();
        if let Some((problem, mend)) = smtp::read(&text).err().filter(|_| !text.is_empty()) {
            self.fault("SMTP_URL", problem, mend);
        }
        text.into()
    }

    pub(super) fn mail_from(&mut self) -> String {
        let text = self
            .required("MAIL_FROM", "e.g. \"Layover <esim@example.com>\"")
            .unwrap_or_default();
        if !text.is_empty() && text.parse::<lettre::message::Mailbox>().is_err() {
            let (problem, mend) = checks::sender(&text);
            self.fault("MAIL_FROM", problem, &mend);
        }
        text
    }

    pub(super) fn alert_webhook_url(&mut self) -> Option<SecretString> {
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

    pub(super) fn connections(&mut self) -> u32 {
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

    /// Whether the addresses of the desk and of both partners can be right.
    pub(super) fn partners(
        &mut self,
        esimfx: &Esimfx,
        stripe: &Stripe,
        (desk_url, public_url): (&Url, &Url),
    ) {
        if desk_url != public_url {
            self.faults
                .extend(checks::desk_url(desk_url, stripe.livemode()));
        }
        self.faults.extend(checks::partner(
            "ESIMFX_BASE_URL",
            &esimfx.base_url,
            stripe.livemode(),
        ));
        self.faults.extend(checks::partner(
            "STRIPE_API_BASE",
            &stripe.api_base,
            stripe.livemode(),
        ));
    }

    pub(super) fn stripe_key(&mut self, stripe: &Stripe, public_url: &Url) {
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

    pub(super) fn parsed<T: std::str::FromStr>(
        &mut self,
        name: &str,
        default: &str,
        mend: &str,
    ) -> T {
        let text = self.plain(name).unwrap_or_else(|| default.to_owned());
        match text.parse().or_else(|_| {
            self.fault(name, "cannot be read", mend);
            default.parse()
        }) {
            Ok(value) => value,
            Err(_) => unreachable!("the default of {name} parses"),
        }
    }

    pub(super) fn optional<T: std::str::FromStr>(&mut self, name: &str, mend: &str) -> Option<T> {
        let text = self.plain(name)?;
        let value = text.parse().ok();
        if value.is_none() {
            self.fault(name, "cannot be read", mend);
        }
        value
    }

    pub(super) fn duration(&mut self, name: &str, default: &str) -> Duration {
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
    pub(super) fn shop(&mut self) -> Option<Shop> {
        let path = shop::found(self.plain("SHOP_CONFIG"));
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

/// Without the blanks around it, and without the mark that some editors put before a text.
fn unmarked(text: &str) -> &str {
    text.trim_start_matches('\u{feff}').trim()
}
