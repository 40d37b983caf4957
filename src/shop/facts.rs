//! `[catalogue]`: what the shelf puts first, and facts that the supplier does not publish.

use serde::Deserialize;

use super::Shop;
use crate::config_error::ConfigError;

/// `[catalogue]`
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Shelf {
    /// Destinations shown first on the home page: country codes or region slugs.
    pub popular: Vec<String>,
    /// Facts set by hand, as the supplier's document has no field for them.
    pub fact: Vec<PlanFact>,
}

/// One `[[catalogue.fact]]` for a product or a country; what it leaves out is "not stated by the
/// network".
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PlanFact {
    /// A product id.
    pub product: Option<String>,
    /// An ISO 3166 country code.
    pub country: Option<String>,
    /// Whether data may be shared with other devices.
    pub hotspot: Option<bool>,
    /// Whether the network asks for an identity document.
    pub identity_check: Option<bool>,
    /// The access point name to set by hand.
    pub apn: Option<String>,
}

impl Shop {
    /// The access point name to set by hand for a product: the owner's fact of the product, else of
    /// the one country it covers.
    #[must_use]
    pub fn apn(&self, product_id: &str, coverage: &[String]) -> Option<&str> {
        let facts = || self.catalogue.fact.iter();
        let of_product = facts()
            .find(|f| f.product.as_deref() == Some(product_id))
            .and_then(|f| f.apn.as_deref());
        let of_country = || match coverage {
            [country] => facts()
                .find(|f| f.country.as_deref() == Some(country))
                .and_then(|f| f.apn.as_deref()),
            _ => None,
        };
        of_product.or_else(of_country)
    }
}

/// What is wrong with `[catalogue]`, each with its mend.
pub(super) fn faults(shelf: &Shelf, file: &str) -> Vec<ConfigError> {
    let unclear = shelf
        .fact
        .iter()
        .filter(|fact| fact.product.is_some() == fact.country.is_some());
    unclear
        .map(|_| {
            ConfigError::new(
                &format!("{file}: [[catalogue.fact]]"),
                "does not name a product or a country",
                "name one",
            )
        })
        .collect()
}
