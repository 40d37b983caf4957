//! `[pricing]` and `[[pricing.rule]]`: what may be written there, and what it means. What is wrong
//! with it is found in `pricing/faults.rs`; no product is priced here.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::Deserialize;

use super::{Number, Shop};
use domain::money::Currency;
use domain::pricing::{CardFee, Exception, PriceList, Rounding, Terms};

mod faults;
mod text;
mod typed;

pub use faults::Found;
pub(super) use faults::faults;
pub use typed::{Typed, TypedRule};

/// `[pricing]` and each `[[pricing.rule]]`, most specific rule wins: product, then country, then
/// region, then this.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Pricing {
    /// Per cent on top of the supplier's price.
    pub markup_percent: Number,
    /// The least that a sale must leave above cost, in major units of the shop's currency.
    pub minimum_margin: Number,
    /// Prices are rounded up to a multiple of this, in major units; 0.10 when neither this nor
    /// `ending` is set.
    pub round_to: Option<Number>,
    /// The digits in which prices end, instead of `round_to`.
    pub ending: Option<String>,
    /// Units of the shop's currency for one unit of the supplier's, by the supplier's currency.
    pub exchange_rates: BTreeMap<String, Number>,
    /// When the owner last looked at a rate that is far below our table's, and found it right.
    pub rate_confirmed: Option<Day>,
    /// Per cent of each price that its card payment costs.
    pub card_fee_percent: Number,
    /// What each card payment costs besides, in major units of the shop's currency.
    pub card_fee_fixed: Number,
    /// How far a line's true cost may exceed what was paid for it, in major units of the shop's
    /// currency.
    pub most_loss: Number,
    /// Exceptions.
    pub rule: Vec<PriceRule>,
    /// Whether the file has a `[pricing]` at all.
    #[serde(skip)]
    pub written: bool,
}

/// One `[[pricing.rule]]`: exactly one of `region`, `country`, `product`, and what differs there.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PriceRule {
    /// A region's slug, e.g. `europe`.
    pub region: Option<String>,
    /// An ISO 3166 country code.
    pub country: Option<String>,
    /// A product id.
    pub product: Option<String>,
    /// As in `[pricing]`.
    pub markup_percent: Option<Number>,
    /// As in `[pricing]`.
    pub minimum_margin: Option<Number>,
    /// As in `[pricing]`.
    pub round_to: Option<Number>,
    /// As in `[pricing]`.
    pub ending: Option<String>,
}

/// A day, written as `"2026-11-27"` or as TOML's own date; read when the faults are looked for.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "toml::Value")]
pub struct Day(String);

impl TryFrom<toml::Value> for Day {
    type Error = String;

    fn try_from(value: toml::Value) -> Result<Self, String> {
        match value {
            toml::Value::String(text) => Ok(Self(text)),
            toml::Value::Datetime(time) => Ok(Self(time.to_string())),
            other => Err(format!("expected a date, not {other}")),
        }
    }
}

impl Day {
    fn read(&self) -> Option<NaiveDate> {
        self.0.trim().parse().ok()
    }
}

impl Default for Pricing {
    fn default() -> Self {
        Self {
            markup_percent: Number(Decimal::from(20)),
            minimum_margin: Number(Decimal::ONE),
            round_to: None,
            ending: None,
            exchange_rates: BTreeMap::new(),
            rate_confirmed: None,
            card_fee_percent: Number(Decimal::ZERO),
            card_fee_fixed: Number(Decimal::ZERO),
            most_loss: Number(Decimal::TWO),
            rule: Vec::new(),
            written: false,
        }
    }
}

/// What prices are rounded up to when nothing is set.
fn usual_rounding() -> Rounding {
    Rounding::To(Decimal::new(10, 2))
}

/// What `round_to` and `ending` mean together; `None` where neither speaks or where they are at
/// fault.
fn rounding(
    round_to: Option<Number>,
    ending: Option<&str>,
    currency: Currency,
) -> Option<Rounding> {
    match (round_to, ending) {
        (None, Some(text)) => Rounding::ending(text, currency).ok(),
        (Some(step), _) => Some(Rounding::To(step.0)),
        (None, None) => None,
    }
}

impl Pricing {
    /// The price rules, as the domain reads them; still of no day, so that no low rate counts as
    /// confirmed.
    #[must_use]
    pub fn list(&self, currency: Currency) -> PriceList {
        let terms = Terms {
            markup_percent: self.markup_percent.0,
            minimum_margin: self.minimum_margin.0,
            rounding: rounding(self.round_to, self.ending.as_deref(), currency)
                .unwrap_or_else(usual_rounding),
        };
        let exception = |rule: &PriceRule| Exception {
            markup_percent: rule.markup_percent.map(|n| n.0),
            minimum_margin: rule.minimum_margin.map(|n| n.0),
            rounding: rounding(rule.round_to, rule.ending.as_deref(), currency),
        };
        PriceList {
            currency,
            terms,
            rates: self
                .exchange_rates
                .iter()
                .filter_map(|(code, rate)| Some((code.parse().ok()?, rate.0)))
                .collect(),
            exceptions: self
                .rule
                .iter()
                .filter_map(|rule| Some((super::rules::scope(rule)?, exception(rule))))
                .collect(),
            card_fee: CardFee {
                percent: self.card_fee_percent.0,
                fixed: self.card_fee_fixed.0,
            },
            rate_confirmed: self.rate_confirmed.as_ref().and_then(Day::read),
            day: NaiveDate::default(),
        }
    }
}

impl Shop {
    /// The price rules of shop.toml, as the domain reads them. Published ones go before them: ask
    /// the catalogue which rule now.
    #[must_use]
    pub fn price_list(&self) -> PriceList {
        self.pricing.list(self.shop.currency)
    }
}

#[cfg(test)]
mod tests;
