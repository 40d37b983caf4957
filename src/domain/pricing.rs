//! From the supplier's price to ours: which rule applies, and what it makes of a cost. Pure arithmetic, no files.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::destination::Destination;
use super::money::{Currency, Money};
use super::product::Product;

/// How a price is made; all in major units of the shop's currency but the markup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terms {
    /// Per cent on top of cost.
    pub markup_percent: Decimal,
    /// The least above cost.
    pub minimum_margin: Decimal,
    /// Prices are multiples of this, above zero.
    pub round_to: Decimal,
}

/// What a rule speaks of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// A product id.
    Product(String),
    /// An ISO 3166 alpha-2 code.
    Country(String),
    /// A region's slug, or `global`.
    Region(String),
}

/// An exception; what it leaves out comes from the next wider rule.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Exception {
    /// As in [`Terms`].
    pub markup_percent: Option<Decimal>,
    /// As in [`Terms`].
    pub minimum_margin: Option<Decimal>,
    /// As in [`Terms`].
    pub round_to: Option<Decimal>,
}

/// All rules of a shop.
#[derive(Debug, Clone)]
pub struct PriceList {
    /// The currency shown and charged.
    pub currency: Currency,
    /// Where no exception speaks.
    pub terms: Terms,
    /// Units of `currency` for one of the supplier's.
    pub rates: BTreeMap<Currency, Decimal>,
    /// The exceptions.
    pub exceptions: BTreeMap<Scope, Exception>,
}

/// Why a product cannot be put on the shelf.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PriceError {
    /// No `exchange_rates` entry.
    #[error("costs {cost} {currency}, and [pricing] exchange_rates has no rate for {currency}")]
    NoRate {
        /// The supplier's price.
        cost: Decimal,
        /// Its currency.
        currency: Currency,
    },
    /// Stripe would refuse it.
    #[error("would sell at {price}, below the {least} that can be charged at least; raise its minimum_margin")]
    BelowMinimumCharge {
        /// What the rules make of it.
        price: Money,
        /// What Stripe charges at least.
        least: Money,
    },
    /// Numbers that do not fit.
    #[error("has a cost or a rule whose numbers are too large")]
    TooLarge,
    /// A negative cost is a mistake of the catalogue, not a gift.
    #[error("has the impossible cost {0}")]
    NegativeCost(Decimal),
}

impl PriceList {
    /// The terms of one product: product, then country, then region (the smallest first), then the shop's.
    #[must_use]
    pub fn terms_for(&self, product_id: &str, place: Destination) -> Terms {
        let mut scopes = vec![Scope::Product(product_id.to_owned())];
        match place {
            Destination::Country(country) => {
                scopes.push(Scope::Country(country.code.to_owned()));
                scopes.extend(country.regions_by_size().into_iter().map(|slug| Scope::Region(slug.to_owned())));
            }
            other => scopes.push(Scope::Region(other.slug().to_owned())),
        }
        let found: Vec<&Exception> = scopes.iter().filter_map(|scope| self.exceptions.get(scope)).collect();
        let first = |pick: fn(&Exception) -> Option<Decimal>, default| found.iter().find_map(|e| pick(e)).unwrap_or(default);
        Terms {
            markup_percent: first(|e| e.markup_percent, self.terms.markup_percent),
            minimum_margin: first(|e| e.minimum_margin, self.terms.minimum_margin),
            round_to: first(|e| e.round_to, self.terms.round_to),
        }
    }

    /// The supplier's price in the shop's currency, exactly.
    ///
    /// # Errors
    /// [`PriceError`] without a rate, or when the numbers do not fit.
    pub fn cost(&self, product: &Product) -> Result<Decimal, PriceError> {
        if product.cost < Decimal::ZERO {
            return Err(PriceError::NegativeCost(product.cost));
        }
        let no_rate = PriceError::NoRate { cost: product.cost, currency: product.cost_currency };
        let own = (product.cost_currency == self.currency).then_some(Decimal::ONE);
        let rate = self.rates.get(&product.cost_currency).copied().or(own).ok_or(no_rate)?;
        product.cost.checked_mul(rate).ok_or(PriceError::TooLarge)
    }

    /// What one product sells at: cost with its markup or cost with the minimum margin, whichever is more, rounded up.
    ///
    /// # Errors
    /// [`PriceError`], with what the owner can change.
    pub fn price(&self, product: &Product, place: Destination) -> Result<Money, PriceError> {
        let cost = self.cost(product)?;
        let terms = self.terms_for(&product.id, place);
        let exact = || {
            let markup = terms.markup_percent.checked_div(Decimal::ONE_HUNDRED)?.checked_add(Decimal::ONE)?;
            let marked_up = cost.checked_mul(markup)?;
            let floor = cost.checked_add(terms.minimum_margin)?;
            marked_up.max(floor).checked_div(terms.round_to)?.ceil().checked_mul(terms.round_to)
        };
        let exact = exact().ok_or(PriceError::TooLarge)?;
        let price = Money::ceil(exact, self.currency).map_err(|_| PriceError::TooLarge)?;
        let least = Money::new(self.currency.minimum_charge(), self.currency);
        if price.minor < least.minor { Err(PriceError::BelowMinimumCharge { price, least }) } else { Ok(price) }
    }
}

#[cfg(test)]
mod tests;
