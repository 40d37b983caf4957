//! shop.toml, typed: how the shop looks and sells. No secrets; no reading of anything but the one
//! file.

use std::path::Path;

use serde::Deserialize;

mod brand;
mod checks;
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
mod sections;
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
pub use sections::{
    Cancel, Delivery, Identity, Limits, Number, Owner, Packages, Spoken, SupplierCodes,
};
pub use tax::{Tax, TaxKind};
pub use texts::{OwnText, Policy, Texts};

use crate::config_error::ConfigError;
use crate::l10n::Locale;
use domain::email::EmailAddress;
use domain::money::Money;

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
                &checks::in_a_line(&e, text),
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
