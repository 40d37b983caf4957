//! What a line truly costs when it is bought, in the supplier's money and in the order's. Pure
//! arithmetic; nothing is stored here.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;

use super::super::money::{Currency, Money};
use super::{PriceList, rates};

/// The supplier's price of a line, as it was last told before the purchase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    /// In the supplier's money.
    pub cost: Decimal,
    /// The supplier's currency.
    pub cost_currency: Currency,
    /// The currency that the traveller paid in.
    pub currency: Currency,
    /// Units of `currency` for one of `cost_currency`; `None` when nobody knows.
    pub rate: Option<Decimal>,
    /// When the supplier said so.
    pub read_at: DateTime<Utc>,
}

impl Cost {
    /// In the traveller's money, exactly.
    pub fn exact(&self) -> Option<Decimal> {
        self.cost.checked_mul(self.rate?)
    }

    /// In the traveller's money, to the nearest minor unit.
    pub fn money(&self) -> Option<Money> {
        Money::nearest(self.exact()?, self.currency).ok()
    }

    /// How far it exceeds what was paid, in major units; below zero is a profit.
    pub fn loss(&self, paid: Money) -> Option<Decimal> {
        (paid.currency == self.currency)
            .then(|| self.exact()?.checked_sub(paid.major()))
            .flatten()
    }

    /// Whether it is more than another cost of the same line; where a rate is missing, only the
    /// same currency can be compared.
    pub fn exceeds(&self, other: &Self) -> bool {
        match (self.exact(), other.exact()) {
            (Some(this), Some(other)) => this > other,
            _ => self.cost_currency == other.cost_currency && self.cost > other.cost,
        }
    }
}

impl PriceList {
    /// A supplier's price as what a line of an order costs, paid in `currency`. An order from
    /// before the shop changed its currency is reckoned by the table, as shop.toml has no rate for
    /// it any more; so is a supplier's currency without a rate.
    pub fn cost_of_line(
        &self,
        cost: Decimal,
        cost_currency: Currency,
        currency: Currency,
        read_at: DateTime<Utc>,
    ) -> Cost {
        let own = (cost_currency == currency).then_some(Decimal::ONE);
        let set = if currency == self.currency {
            self.rate(cost_currency)
        } else {
            None
        };
        let rate = own
            .or(set)
            .or_else(|| rates::between(cost_currency, currency));
        Cost {
            cost,
            cost_currency,
            currency,
            rate,
            read_at,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{d, list};
    use super::*;

    fn c(code: &str) -> Currency {
        code.parse().unwrap()
    }

    fn cost(list: &PriceList, cost: &str, from: &str, to: &str) -> Cost {
        list.cost_of_line(d(cost), c(from), c(to), DateTime::UNIX_EPOCH)
    }

    #[test]
    fn the_own_currency_costs_what_it_costs() {
        let mut shop = list("USD", "20", "1", "0.10");
        shop.rates.insert(Currency::USD, d("0.5"));
        let cost = cost(&shop, "19.40", "USD", "USD");
        assert_eq!(
            (cost.rate, cost.money()),
            (Some(Decimal::ONE), Some(Money::new(1940, c("USD"))))
        );
        assert_eq!(cost.loss(Money::new(1440, c("USD"))), Some(d("5")));
        assert_eq!(cost.loss(Money::new(2000, c("USD"))), Some(d("-0.6")));
        assert_eq!(
            cost.loss(Money::new(1440, c("EUR"))),
            None,
            "paid in other money"
        );
    }

    #[test]
    fn the_shops_rate_goes_before_the_tables() {
        let mut shop = list("EUR", "20", "1", "0.10");
        shop.rates.insert(Currency::USD, d("0.91"));
        assert_eq!(
            cost(&shop, "12.005", "USD", "EUR").money(),
            Some(Money::new(1092, c("EUR"))),
            "10.92455"
        );
        assert_eq!(
            cost(&shop, "100", "GBP", "EUR").rate,
            rates::between(c("GBP"), c("EUR")),
            "a currency without a rate"
        );
        assert_eq!(
            cost(&shop, "100", "USD", "JPY").rate,
            Some(d("156")),
            "an order from when the shop sold in yen"
        );
        let unknown = cost(&shop, "100", "XYZ", "EUR");
        assert_eq!(
            (
                unknown.rate,
                unknown.money(),
                unknown.loss(Money::new(1, c("EUR")))
            ),
            (None, None, None)
        );
    }

    #[test]
    fn costs_are_compared_in_the_order_s_money() {
        let shop = list("USD", "20", "1", "0.10");
        assert!(cost(&shop, "12", "EUR", "USD").exceeds(&cost(&shop, "12", "USD", "USD")));
        assert!(!cost(&shop, "12", "USD", "USD").exceeds(&cost(&shop, "12.00", "USD", "USD")));
        assert!(cost(&shop, "13", "XYZ", "USD").exceeds(&cost(&shop, "12", "XYZ", "USD")));
        assert!(
            !cost(&shop, "13", "XYZ", "USD").exceeds(&cost(&shop, "12", "USD", "USD")),
            "nobody knows"
        );
    }
}
