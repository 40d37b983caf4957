//! shop.toml, typed: how the shop looks and sells. No secrets; no reading of anything but the one
//! file.

use std::path::Path;
use std::time::Duration;

use rust_decimal::Decimal;
use serde::Deserialize;

mod brand;
pub mod colour;
mod currencies;
mod desk;
mod draft;
mod duration;
mod facts;
mod legal;
mod place;
mod places;
mod pricing;
mod privacy;
mod rules;
mod tax;
mod texts;

pub use brand::{Brand, Kind, Picture};
pub use currencies::Currencies;
pub use desk::Desk;
pub use facts::{PlanFact, Shelf};
pub use legal::{Consent, Legal};
pub use place::found;
pub use pricing::{Found, PriceRule, Pricing, Typed, TypedRule};
pub use privacy::Privacy;
pub use rules::popular;
pub use tax::{Tax, TaxKind};
pub use texts::{OwnText, Policy, Texts};

use crate::config_error::ConfigError;
use crate::l10n::{LANGUAGES, Language, Locale};
use domain::email::EmailAddress;
use domain::money::{Currency, Money};

/// The whole file. Every key has a default but `[shop] name`, `support_email` and `currency`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shop {
    /// Who sells, and how it looks.
    pub shop: Identity,
    /// From the supplier's price to ours.
    #[serde(default)]
    pub pricing: Pricing,
    /// In what other money prices are shown besides.
    #[serde(default)]
    pub currencies: Currencies,
    /// What the shelf puts first, and facts the supplier does not publish.
    #[serde(default)]
    pub catalogue: Shelf,
    /// How long a captured payment may wait for its eSIM.
    #[serde(default)]
    pub delivery: Delivery,
    /// Whether an unused plan can be given back.
    #[serde(default)]
    pub cancel: Cancel,
    /// What travellers may do with a package.
    #[serde(default)]
    pub packages: Packages,
    /// How often one address may ask.
    #[serde(default)]
    pub limits: Limits,
    /// Reply codes of the supplier that its document leaves open.
    #[serde(default)]
    pub supplier: SupplierCodes,
    /// Whom trouble is told, and what the owner is warned of.
    #[serde(default)]
    pub owner: Owner,
    /// Who may sign in at the owner's desk.
    #[serde(default)]
    pub desk: Desk,
    /// Who answers for the shop, on the legal pages.
    #[serde(default)]
    pub legal: Legal,
    /// Whether prices hold tax.
    #[serde(default)]
    pub tax: Tax,
    /// For how long what is kept.
    #[serde(default)]
    pub privacy: Privacy,
    /// What is said of places that are no country.
    #[serde(default)]
    pub places: places::Places,
    /// Made from `languages`.
    #[serde(skip)]
    locales: Vec<Locale>,
    /// Read from the files that `[shop]` names.
    #[serde(skip)]
    brand: Brand,
    /// Read from the folder that `[legal]` names.
    #[serde(skip)]
    texts: Texts,
}

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
    written_currency: String,
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
    #[serde(with = "duration")]
    pub refund_after: Duration,
    /// The same when a reply was lost and the supplier may have sold.
    #[serde(with = "duration")]
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

impl Shop {
    /// Reads and checks the file.
    ///
    /// # Errors
    /// Every fault that a typed file can have, each with its mend; one only when the file is no
    /// TOML or does not have the shape.
    pub fn load(path: &Path) -> Result<Self, Vec<ConfigError>> {
        let name = path.display().to_string();
        let text = place::read(path, &name).map_err(|fault| vec![fault])?;
        Self::parse_beside(&text, &name, path.parent().unwrap_or(Path::new("")))
    }

    /// As [`Shop::load`], from a text; `name` is how faults call the file.
    ///
    /// # Errors
    /// As [`Shop::load`].
    pub fn parse(text: &str, name: &str) -> Result<Self, Vec<ConfigError>> {
        Self::parse_beside(text, name, Path::new(""))
    }

    fn parse_beside(text: &str, name: &str, folder: &Path) -> Result<Self, Vec<ConfigError>> {
        // Some editors put a mark before the first letter.
        let text = text.trim_start_matches('\u{feff}');
        let mut shop: Self = toml::from_str(text).map_err(|e| {
            vec![ConfigError::new(
                name,
                &in_a_line(&e, text),
                "compare the key with the commented shop.toml of the release",
            )]
        })?;
        shop.pricing.written = text
            .parse::<toml::Table>()
            .is_ok_and(|file| file.contains_key("pricing"));
        shop.locales = shop
            .shop
            .languages
            .iter()
            .enumerate()
            .map(|(at, Spoken(language))| Locale::new(language, at == 0))
            .collect();
        if let Ok(currency) = shop.shop.written_currency.parse() {
            shop.shop.currency = currency;
        }
        let mut faults = shop.faults(name);
        shop.brand = Brand::read(&shop.shop, folder, name, &mut faults);
        let spoken: Vec<&str> = shop.locales.iter().map(|locale| locale.code()).collect();
        shop.texts = Texts::read(
            shop.legal.texts.as_ref(),
            &spoken,
            folder,
            name,
            &mut faults,
        );
        if faults.is_empty() {
            Ok(shop)
        } else {
            Err(faults)
        }
    }

    fn faults(&self, file: &str) -> Vec<ConfigError> {
        let mut faults = Vec::new();
        let mut check = |ok: bool, key: &str, problem: &str, mend: &str| {
            if !ok {
                faults.push(ConfigError::new(&format!("{file}: {key}"), problem, mend));
            }
        };
        check(
            !self.shop.name.trim().is_empty(),
            "[shop] name",
            "is empty",
            "give the shop a name",
        );
        check(
            is_address(&self.shop.support_email),
            "[shop] support_email",
            "is not a valid email address",
            "write it as help@example.com",
        );
        check(
            !self.shop.languages.is_empty(),
            "[shop] languages",
            "is empty",
            "name at least one, e.g. [\"en\"]",
        );
        let twice = self.shop.languages.iter().enumerate().any(|(at, one)| {
            self.shop
                .languages
                .iter()
                .take(at)
                .any(|other| other == one)
        });
        check(
            !twice,
            "[shop] languages",
            "names a language twice",
            "name each once",
        );
        check(
            self.delivery.refund_after_unclear >= self.delivery.refund_after,
            "[delivery] refund_after_unclear",
            "is shorter than refund_after",
            "an order that may have been bought needs the longer clock",
        );
        check(
            self.cancel.fee.0 >= Decimal::ZERO,
            "[cancel] fee",
            "is negative",
            "0 or more",
        );
        check(
            self.cancel.window_days <= 60,
            "[cancel] window_days",
            "is over the supplier's 60 days",
            "60 or less",
        );
        check(
            self.owner.alerts_to.is_none() || self.alerts_to().is_some(),
            "[owner] alerts_to",
            "is not a valid email address",
            "e.g. owner@example.com",
        );
        check(
            self.owner
                .balance_floor
                .is_none_or(|floor| floor.0 > Decimal::ZERO),
            "[owner] balance_floor",
            "is not above 0",
            "leave it out to be warned of nothing",
        );
        check(
            self.limits.checkouts_per_minute > 0,
            "[limits] checkouts_per_minute",
            "is 0",
            "1 or more",
        );
        check(
            self.limits.in_all() >= self.limits.checkouts_per_minute,
            "[limits] checkouts_in_all_per_minute",
            "is below checkouts_per_minute",
            "the whole shop needs at least what one address may do",
        );
        check(
            self.limits.logins_per_hour > 0,
            "[limits] logins_per_hour",
            "is 0",
            "1 or more",
        );
        faults.extend(pricing::faults(
            &self.pricing,
            &self.shop.written_currency.parse(),
            file,
        ));
        faults.extend(currencies::faults(self, file));
        faults.extend(facts::faults(&self.catalogue, file));
        faults.extend(desk::faults(&self.desk, file));
        faults.extend(privacy::faults(&self.privacy, file));
        faults.extend(places::faults(&self.places, file));
        faults.extend(tax::faults(&self.tax, file));
        faults.extend(rules::name_faults(self, file));
        faults
    }

    /// Where alerts and the weekly letter go, if anywhere.
    #[must_use]
    pub fn alerts_to(&self) -> Option<EmailAddress> {
        self.owner
            .alerts_to
            .as_deref()
            .and_then(|address| EmailAddress::parse(address).ok())
    }

    /// The owner's pictures.
    #[must_use]
    pub fn brand(&self) -> &Brand {
        &self.brand
    }

    /// The owner's own legal texts.
    #[must_use]
    pub fn texts(&self) -> &Texts {
        &self.texts
    }

    /// The languages it speaks, the default one first.
    #[must_use]
    pub fn locales(&self) -> &[Locale] {
        &self.locales
    }

    /// The default language.
    #[must_use]
    pub fn locale(&self) -> Locale {
        self.locales.first().copied().unwrap_or(Locale::ENGLISH)
    }

    /// The language in which an order or a mail is written down; the default one where the shop
    /// speaks that no more.
    #[must_use]
    pub fn locale_of(&self, code: &str) -> Locale {
        self.locales
            .iter()
            .copied()
            .find(|l| l.code() == code)
            .unwrap_or_else(|| self.locale())
    }

    /// What a cancellation keeps.
    #[must_use]
    pub fn cancel_fee(&self) -> Option<Money> {
        Money::ceil(self.cancel.fee.0, self.shop.currency).ok()
    }
}

/// Where the file stops being readable, and why, without the drawing that the parser makes of it.
fn in_a_line(error: &toml::de::Error, text: &str) -> String {
    let start = error.span().map_or(0, |span| span.start);
    let line = 1 + text
        .bytes()
        .take(start)
        .filter(|byte| *byte == b'\n')
        .count();
    format!(
        "cannot be read at line {line}: {}",
        error
            .message()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    )
}

fn is_address(text: &str) -> bool {
    text.split_once('@').is_some_and(|(who, host)| {
        !who.is_empty() && host.contains('.') && !text.contains(char::is_whitespace)
    })
}
