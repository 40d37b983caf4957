//! The smaller tables of shop.toml, and what stands in each when it is left out.

use std::time::Duration;

use rust_decimal::Decimal;
use serde::Deserialize;

use crate::l10n::{LANGUAGES, Language};
use domain::money::Currency;

/// `[shop]`
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Identity {
    /// The shop's name, on every page and mail.
    pub name: String,
    /// Where travellers write to.
    pub support_email: String,
    /// As it is written, so that a currency which is none is told with all other faults.
    #[serde(rename = "currency")]
    pub(super) written_currency: String,
    /// The one currency that is shown and charged.
    #[serde(skip, default = "unread_currency")]
    pub currency: Currency,
    /// A sentence under the name on the home page.
    pub tagline: Option<String>,
    /// `#rrggbb`
    #[serde(default = "default_accent")]
    pub accent: String,
    /// SVG or PNG for the header, relative to shop.toml.
    pub logo: Option<String>,
    /// Whether the logo says the shop's name.
    #[serde(default)]
    pub logo_has_name: bool,
    /// Square SVG or PNG for tabs and home screens, relative to shop.toml.
    pub icon: Option<String>,
    /// PNG or JPEG for links that are shared, relative to shop.toml.
    pub social_image: Option<String>,
    /// Languages offered, the default one first.
    #[serde(default = "default_languages")]
    pub languages: Vec<Spoken>,
}

/// `[delivery]`
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Delivery {
    /// From payment to refund while it is certain that nothing was bought.
    #[serde(with = "super::duration")]
    pub refund_after: Duration,
    /// The same when a reply was lost and the supplier may have sold.
    #[serde(with = "super::duration")]
    pub refund_after_unclear: Duration,
}

/// `[cancel]`
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Cancel {
    /// Whether an unused plan can be given back by its owner.
    pub allowed: bool,
    /// What is kept, in major units of the shop's currency.
    pub fee: Number,
    /// Days after the purchase; the supplier's own limit is 60.
    pub window_days: u32,
}

/// `[packages]`
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Packages {
    /// Whether a package can be started by hand, before it meets a network.
    pub start_now: bool,
}

/// `[limits]`, per address and held across replicas.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Limits {
    /// New checkouts in a minute.
    pub checkouts_per_minute: u32,
    /// New checkouts of the whole shop in a minute.
    pub checkouts_in_all_per_minute: Option<u32>,
    /// Asks for a sign-in link in an hour, by one network for one mailbox.
    pub logins_per_hour: u32,
}

/// `[supplier]`: codes in the supplier's reply whose meaning the owner has learned.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SupplierCodes {
    /// Final: the order was not made and never will be. The traveller is refunded at once.
    pub refused_codes: Vec<i64>,
    /// The reseller's balance is short: sales stop, orders wait.
    pub low_balance_codes: Vec<i64>,
    /// The access token was not accepted.
    pub token_codes: Vec<i64>,
}

/// `[owner]`
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Owner {
    /// Where alerts and the weekly letter go.
    pub alerts_to: Option<String>,
    /// A warning comes when the balance at the supplier is below this, in the supplier's currency.
    pub balance_floor: Option<Number>,
}

/// A decimal number, written in the file as `20`, `0.5` or `"0.50"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Deserialize)]
#[serde(try_from = "toml::Value")]
pub struct Number(pub Decimal);

impl TryFrom<toml::Value> for Number {
    type Error = String;

    fn try_from(value: toml::Value) -> Result<Self, String> {
        let text = match value {
            toml::Value::String(text) => text,
            toml::Value::Integer(n) => n.to_string(),
            // The shortest text that reads back as the same float is what the owner wrote.
            toml::Value::Float(n) => n.to_string(),
            other => return Err(format!("a number was expected, not {other}")),
        };
        text.trim()
            .parse()
            .map(Self)
            .map_err(|_| format!("“{text}” is not a number"))
    }
}

impl Default for Delivery {
    fn default() -> Self {
        Self {
            refund_after: Duration::from_secs(30 * 60),
            refund_after_unclear: Duration::from_secs(2 * 60 * 60),
        }
    }
}

impl Default for Cancel {
    fn default() -> Self {
        Self {
            allowed: true,
            fee: Number(Decimal::ZERO),
            window_days: 60,
        }
    }
}

impl Default for Packages {
    fn default() -> Self {
        Self { start_now: true }
    }
}

impl Limits {
    /// New checkouts of the whole shop in a minute: what is set, or plenty.
    #[must_use]
    pub fn in_all(&self) -> u32 {
        self.checkouts_in_all_per_minute
            .unwrap_or_else(|| self.checkouts_per_minute.max(2_000))
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            checkouts_per_minute: 20,
            checkouts_in_all_per_minute: None,
            logins_per_hour: 10,
        }
    }
}

/// In the place of a currency that cannot be read, in a file that is refused.
fn unread_currency() -> Currency {
    Currency::USD
}

fn default_accent() -> String {
    "#c8401f".to_owned()
}

fn default_languages() -> Vec<Spoken> {
    LANGUAGES.iter().map(Spoken).collect()
}

/// A language by its code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spoken(pub &'static Language);

impl<'de> Deserialize<'de> for Spoken {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        text.parse().map(Self).map_err(serde::de::Error::custom)
    }
}
