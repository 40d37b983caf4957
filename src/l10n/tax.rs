//! The tax in a price, as receipts name it.

use rust_decimal::Decimal;

use super::Locale;
use domain::money::Money;

impl Locale {
    /// `Includes 19% tax: $2.30`; none where there is none in it.
    #[must_use]
    pub fn tax_included(self, tax: Money, percent: Option<Decimal>) -> Option<String> {
        let amount = || self.money(tax);
        (tax.minor > 0).then(|| match percent {
            Some(percent) => self
                .with("percent", self.decimal(&percent.normalize().to_string()))
                .with("amount", amount())
                .say("tax-at"),
            None => self.with("amount", amount()).say("tax-included"),
        })
    }
}
