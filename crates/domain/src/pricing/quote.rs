//! What a product costs, sells for and leaves: the price with everything that an owner wants to see
//! beside it. Pure arithmetic.

use rust_decimal::Decimal;

use super::super::destination::Destination;
use super::super::money::Money;
use super::super::product::Product;
use super::{PriceError, PriceList};

/// One product by the price rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// What the supplier takes, in the shop's currency; `None` without a rate.
    pub cost: Option<Money>,
    /// What it sells for, or why it does not.
    pub price: Result<Money, PriceError>,
    /// What its card payment is estimated to cost; `None` off the shelf, and where the owner has
    /// set no fee.
    pub fee: Option<Money>,
}

impl Quote {
    /// Price less cost and fee, minor units. A fee that is not known is left out.
    pub fn margin_minor(&self) -> Option<i64> {
        let (price, cost) = (self.price.as_ref().ok()?, self.cost?);
        Some(price.minor - cost.minor - self.fee.map_or(0, |fee| fee.minor))
    }
}

impl PriceList {
    /// A product's price with its cost and fee.
    pub fn quote(&self, product: &Product, place: Destination) -> Quote {
        let cost = self
            .cost(product)
            .ok()
            .and_then(|cost| Money::nearest(cost, self.currency).ok());
        let price = self.price(product, place);
        let fee = price
            .as_ref()
            .ok()
            .and_then(|price| self.estimated_fee(*price));
        Quote { cost, price, fee }
    }

    /// What Stripe is expected to take of a payment, to the nearest minor unit; `None` where the
    /// owner has set no fee.
    pub fn estimated_fee(&self, price: Money) -> Option<Money> {
        if self.card_fee.percent.is_zero() && self.card_fee.fixed.is_zero() {
            return None;
        }
        let fee = self.with_card_fee(Decimal::ZERO, price)?;
        Money::nearest(fee, self.currency).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{d, list};
    use super::*;
    use crate::destination::country;
    use crate::money::Currency;
    use crate::product::{Data, FairUse};

    fn product(cost: &str) -> Product {
        Product {
            id: "p".into(),
            meta_id: None,
            name: "p".into(),
            data: Data::Megabytes(1024),
            fair_use: FairUse::default(),
            days: 7,
            coverage: vec!["JP".into()],
            networks: Vec::new(),
            imsi_profile: None,
            cost: d(cost),
            cost_currency: Currency::USD,
            raw: None,
        }
    }

    #[test]
    fn what_is_left_is_the_price_less_cost_and_fee() {
        let japan = Destination::Country(country("JP").unwrap());
        let mut rules = list("USD", "20", "1", "0.10");
        let without = rules.quote(&product("12"), japan);
        assert_eq!(
            (
                without.price.clone().unwrap().minor,
                without.fee,
                without.margin_minor()
            ),
            (1440, None, Some(240))
        );
        rules.card_fee.percent = d("2.9");
        rules.card_fee.fixed = d("0.30");
        let quote = rules.quote(&product("12"), japan);
        // 0.4176 and 0.30
        assert_eq!(
            (quote.fee.unwrap().minor, quote.margin_minor()),
            (72, Some(168))
        );
        let unpriced = rules.quote(
            &Product {
                cost: d("-1"),
                ..product("1")
            },
            japan,
        );
        assert_eq!(
            (unpriced.cost, unpriced.fee, unpriced.margin_minor()),
            (None, None, None)
        );
    }
}
