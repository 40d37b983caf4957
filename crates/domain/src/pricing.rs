//! From the supplier's price to ours: which rule applies, what it makes of a cost, and when the
//! outcome is no price. Pure arithmetic, no files.

use std::collections::BTreeMap;

use chrono::{NaiveDate, TimeDelta};
use rust_decimal::Decimal;

use super::destination::Destination;
use super::money::{Currency, Money};
use super::product::Product;

mod cost;
mod quote;
pub mod rates;
mod rounding;

pub use cost::Cost;
pub use quote::Quote;
use rates::Look;
pub use rounding::{EndingError, Rounding};

/// The dearest mark-up, in per cent: more is a typing mistake.
pub const MOST_MARKUP: Decimal = Decimal::from_parts(500, 0, 0, false, 0);
/// The widest step between two prices, in US dollars by the table of rates.
pub const WIDEST_STEP: Decimal = Decimal::TEN;
/// How many days the owner's word counts that a low rate is right.
pub const CONFIRMED_DAYS: i64 = 180;

/// How a price is made; all in major units of the shop's currency but the markup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terms {
    /// Per cent on top of cost.
    pub markup_percent: Decimal,
    /// The least above cost.
    pub minimum_margin: Decimal,
    /// What prices are rounded up to.
    pub rounding: Rounding,
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
    pub rounding: Option<Rounding>,
}

/// What a card payment costs the shop.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CardFee {
    /// Per cent of the price.
    pub percent: Decimal,
    /// On top of that for each payment, in major units of the shop's currency.
    pub fixed: Decimal,
}

/// All rules of a shop, as of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PriceList {
    /// The currency shown and charged.
    pub currency: Currency,
    /// Where no exception speaks.
    pub terms: Terms,
    /// Units of `currency` for one of the supplier's. The shop's own currency needs none: its rate
    /// is 1.
    pub rates: BTreeMap<Currency, Decimal>,
    pub exceptions: BTreeMap<Scope, Exception>,
    /// What is kept of each card payment.
    pub card_fee: CardFee,
    /// When the owner last looked at a low rate and found it right.
    pub rate_confirmed: Option<NaiveDate>,
    /// The day on which prices are made, in UTC.
    pub day: NaiveDate,
}

/// A rate over 40 per cent below the table's, without its owner's word for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "[pricing] exchange_rates says that one {from} is {rate} {to}, over 40 % less than the {table} \
     of our table of {}; correct it, or set \
     rate_confirmed to the day on which you found it right",
    rates::dated()
)]
pub struct DoubtfulRate {
    /// The supplier's currency.
    pub from: Currency,
    /// The shop's.
    pub to: Currency,
    /// The owner's.
    pub rate: Decimal,
    pub table: Decimal,
}

/// Why a product cannot be put on the shelf.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PriceError {
    /// No `exchange_rates` entry.
    #[error("costs {cost} {currency}, and [pricing] exchange_rates has no rate for {currency}")]
    NoRate {
        /// The supplier's price.
        cost: Decimal,
        currency: Currency,
    },
    /// Stripe would refuse it.
    #[error(
        "would sell at {price}, below the {least} that can be charged at least; raise its \
         minimum_margin"
    )]
    BelowMinimumCharge {
        /// What the rules make of it.
        price: Money,
        /// What Stripe charges at least.
        least: Money,
    },
    /// A rate that makes prices suspiciously low.
    #[error("costs {cost} {}, and {doubt}", doubt.from)]
    RateUnconfirmed {
        /// The supplier's price.
        cost: Decimal,
        doubt: DoubtfulRate,
    },
    /// The shop would pay for selling it.
    #[error(
        "would sell at {price}, and its cost with the card fee is {least}; raise its \
         markup_percent or minimum_margin"
    )]
    BelowCost {
        /// What the rules make of it.
        price: Money,
        /// Cost and card fee.
        least: Money,
    },
    /// Rounding, not the rules, makes its price.
    #[error(
        "would sell at {price} where its rules ask for {exact}; set a smaller round_to, or an \
         ending"
    )]
    RoundedTooFar {
        /// What rounding makes of it.
        price: Money,
        /// What the rules ask for.
        exact: Money,
    },
    /// Numbers that do not fit.
    #[error("has a cost or a rule whose numbers are too large")]
    TooLarge,
    /// A negative cost is a mistake of the catalogue, not a gift.
    #[error("has the impossible cost {0}")]
    NegativeCost(Decimal),
}

impl PriceList {
    /// The terms of one product: product, then country, then region (the smallest first), then the
    /// shop's.
    pub fn terms_for(&self, product_id: &str, place: Destination) -> Terms {
        let mut scopes = vec![Scope::Product(product_id.to_owned())];
        match place {
            Destination::Country(country) => {
                scopes.push(Scope::Country(country.code.to_owned()));
                scopes.extend(
                    country
                        .regions_by_size()
                        .into_iter()
                        .map(|slug| Scope::Region(slug.to_owned())),
                );
            }
            other => scopes.push(Scope::Region(other.slug().to_owned())),
        }
        let found: Vec<&Exception> = scopes
            .iter()
            .filter_map(|scope| self.exceptions.get(scope))
            .collect();
        Terms {
            markup_percent: found
                .iter()
                .find_map(|e| e.markup_percent)
                .unwrap_or(self.terms.markup_percent),
            minimum_margin: found
                .iter()
                .find_map(|e| e.minimum_margin)
                .unwrap_or(self.terms.minimum_margin),
            rounding: found
                .iter()
                .find_map(|e| e.rounding)
                .unwrap_or(self.terms.rounding),
        }
    }

    /// The same rules on another day.
    pub fn on(&self, day: NaiveDate) -> Self {
        Self {
            day,
            ..self.clone()
        }
    }

    /// Units of the shop's currency for one of `from`: always 1 for its own.
    pub fn rate(&self, from: Currency) -> Option<Decimal> {
        if from == self.currency {
            Some(Decimal::ONE)
        } else {
            self.rates.get(&from).copied()
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
        let no_rate = PriceError::NoRate {
            cost: product.cost,
            currency: product.cost_currency,
        };
        product
            .cost
            .checked_mul(self.rate(product.cost_currency).ok_or(no_rate)?)
            .ok_or(PriceError::TooLarge)
    }

    /// Whether the owner has confirmed a low rate, not in the future and not longer ago than
    /// [`CONFIRMED_DAYS`].
    pub fn is_confirmed(&self) -> bool {
        self.rate_confirmed
            .is_some_and(|on| on <= self.day && self.day - on <= TimeDelta::days(CONFIRMED_DAYS))
    }

    /// What one product sells at: cost with its markup or cost with the minimum margin, whichever
    /// is more, rounded up.
    ///
    /// # Errors
    /// [`PriceError`], with what the owner can change.
    pub fn price(&self, product: &Product, place: Destination) -> Result<Money, PriceError> {
        let cost = self.cost(product)?;
        if let Some(doubt) = self.doubt(product.cost_currency) {
            return Err(PriceError::RateUnconfirmed {
                cost: product.cost,
                doubt,
            });
        }
        let terms = self.terms_for(&product.id, place);
        let exact = || {
            let markup = terms
                .markup_percent
                .checked_div(Decimal::ONE_HUNDRED)?
                .checked_add(Decimal::ONE)?;
            let marked_up = cost.checked_mul(markup)?;
            Some(marked_up.max(cost.checked_add(terms.minimum_margin)?))
        };
        let exact = exact().ok_or(PriceError::TooLarge)?;
        let rounded = terms.rounding.up(exact).ok_or(PriceError::TooLarge)?;
        let [exact, price] = [self.whole(exact)?, self.whole(rounded)?];
        let least = Money::new(self.currency.minimum_charge(), self.currency);
        if price.minor < least.minor {
            return Err(PriceError::BelowMinimumCharge { price, least });
        }
        self.not_rounded_too_far(exact, price)?;
        let least = self
            .with_card_fee(cost, price)
            .ok_or(PriceError::TooLarge)?;
        if price.major() < least {
            Err(PriceError::BelowCost {
                price,
                least: self.whole(least)?,
            })
        } else {
            Ok(price)
        }
    }

    fn whole(&self, amount: Decimal) -> Result<Money, PriceError> {
        Money::ceil(amount, self.currency).map_err(|_| PriceError::TooLarge)
    }

    /// Cost and card fee of a sale at `price`, exactly.
    fn with_card_fee(&self, cost: Decimal, price: Money) -> Option<Decimal> {
        let share = price
            .major()
            .checked_mul(self.card_fee.percent)?
            .checked_div(Decimal::ONE_HUNDRED)?;
        cost.checked_add(share)?.checked_add(self.card_fee.fixed)
    }

    /// The least that an order of so many of each of these products may come to: its cost with the
    /// card fee, and what Stripe charges at least. `None` when a cost is not known.
    pub fn least(&self, products: &[(&Product, i64)]) -> Option<Money> {
        let cost = |(product, quantity): &(&Product, i64)| {
            self.cost(product)
                .ok()?
                .checked_mul(Decimal::from(*quantity))
        };
        let costs = products
            .iter()
            .map(cost)
            .try_fold(Decimal::ZERO, |sum, cost| sum.checked_add(cost?))?;
        let covered = self.covering(costs.checked_add(self.card_fee.fixed)?)?;
        Some(Money::new(
            covered.minor.max(self.currency.minimum_charge()),
            self.currency,
        ))
    }

    /// What `quantity` of a product add to that: their cost with the share of the card fee that
    /// follows the price.
    pub fn added(&self, product: &Product, quantity: i64) -> Option<Money> {
        self.covering(
            self.cost(product)
                .ok()?
                .checked_mul(Decimal::from(quantity))?,
        )
    }

    /// The price of which this is left when the card has taken its share.
    fn covering(&self, cost: Decimal) -> Option<Money> {
        let kept =
            Decimal::ONE.checked_sub(self.card_fee.percent.checked_div(Decimal::ONE_HUNDRED)?)?;
        let covered = Some(kept)
            .filter(|kept| *kept > Decimal::ZERO)
            .and_then(|kept| cost.checked_div(kept))?;
        Money::ceil(covered, self.currency).ok()
    }

    /// Rates far below the table's that their owner has not confirmed: nothing is sold that is
    /// priced with them.
    pub fn doubtful_rates(&self) -> Vec<DoubtfulRate> {
        self.rates
            .keys()
            .filter_map(|from| self.doubt(*from))
            .collect()
    }

    fn doubt(&self, from: Currency) -> Option<DoubtfulRate> {
        let (rate, table) = (self.rate(from)?, rates::between(from, self.currency)?);
        let low = from != self.currency
            && rate < table
            && rates::look(rate, from, self.currency) != Look::Likely;
        let table = table.round_dp(4).normalize();
        (low && !self.is_confirmed()).then_some(DoubtfulRate {
            from,
            to: self.currency,
            rate,
            table,
        })
    }

    /// Rounding may double a price, or raise it by a dollar's worth; beyond both it is rounding
    /// that makes the price.
    fn not_rounded_too_far(&self, exact: Money, price: Money) -> Result<(), PriceError> {
        let dollar =
            self.whole(rates::between(Currency::USD, self.currency).unwrap_or(Decimal::ONE))?;
        let added = price.minor - exact.minor;
        if added > exact.minor && added > dollar.minor {
            Err(PriceError::RoundedTooFar { price, exact })
        } else {
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests;
