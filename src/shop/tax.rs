//! `[tax]`: whether prices hold tax, and who reckons it. What is charged never changes for it.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::Deserialize;

use super::Number;
use crate::config_error::ConfigError;
use domain::destination;

/// Who reckons the tax in a price.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TaxKind {
    /// Nobody: none is shown or booked.
    #[default]
    None,
    /// The shop, from `percent`, by the country of the buyer's billing address.
    Included,
    /// Stripe Tax, with prices that include it.
    Stripe,
}

/// `[tax]`
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Tax {
    /// Who reckons it.
    pub kind: TaxKind,
    /// Per cent by ISO 3166 country code.
    pub percent: BTreeMap<String, Number>,
    /// Per cent where the country is not among them, or not known.
    pub default_percent: Number,
}

impl Default for Tax {
    fn default() -> Self {
        Self {
            kind: TaxKind::None,
            percent: BTreeMap::new(),
            default_percent: Number(Decimal::ZERO),
        }
    }
}

impl Tax {
    /// The rate for a buyer of this country.
    #[must_use]
    pub fn percent_of(&self, country: Option<&str>) -> Decimal {
        let own = country.and_then(|country| self.percent.get(country));
        own.unwrap_or(&self.default_percent).0
    }
}

/// What cannot be so.
pub(super) fn faults(tax: &Tax, file: &str) -> Vec<ConfigError> {
    let mut faults = Vec::new();
    let mut wrong = |key: &str, problem: &str, mend: &str| {
        faults.push(ConfigError::new(
            &format!("{file}: [tax] {key}"),
            problem,
            mend,
        ))
    };
    let possible = |rate: &Number| (Decimal::ZERO..=Decimal::from(50)).contains(&rate.0);
    for (country, rate) in &tax.percent {
        if destination::country(country).is_none_or(|known| known.code != country) {
            wrong(
                "percent",
                &format!("names “{country}”, which is not known"),
                "ISO 3166 codes have two letters, e.g. DE",
            );
        }
        if !possible(rate) {
            wrong(
                "percent",
                &format!("is not between 0 and 50 for {country}"),
                "per cent of the net price, e.g. DE = \"19\"",
            );
        }
    }
    if !possible(&tax.default_percent) {
        wrong(
            "default_percent",
            "is not between 0 and 50",
            "per cent of the net price, e.g. \"19\"",
        );
    }
    if tax.kind != TaxKind::Included
        && (!tax.percent.is_empty() || tax.default_percent.0 != Decimal::ZERO)
    {
        wrong(
            "kind",
            "is not \"included\", and rates are set",
            "write kind = \"included\", or remove the rates",
        );
    }
    faults
}
