//! How much of a package is left or used, and what a plan that was sold is called, in a language.
//! No rounding, no pages.

use rust_decimal::prelude::ToPrimitive;

use super::Locale;
use domain::package::Amount;
use domain::product::{Data, Product};

impl Locale {
    /// `7.4 GB`, `under 1 MB`, `3 days`
    #[must_use]
    pub fn amount(self, amount: &Amount) -> String {
        let of_data = |figure: String, unit: String| {
            self.bare("figure", figure)
                .bare("unit", unit)
                .say("data-amount")
        };
        match amount {
            Amount::UnderOneMegabyte => self
                .with("data", self.data(Data::Megabytes(1)))
                .say("amount-under"),
            Amount::Megabytes(figure) => {
                of_data(self.decimal(&figure.to_string()), self.say("unit-mb"))
            }
            Amount::Gigabytes(figure) => {
                of_data(self.decimal(&figure.to_string()), self.say("unit-gb"))
            }
            Amount::Days(days) => match days.to_u32().filter(|_| days.is_integer()) {
                Some(days) => self.days(days),
                None => self
                    .with("days", self.decimal(&days.to_string()))
                    .say("amount-days-and-a-part"),
            },
            Amount::Other(figure, unit) => format!("{} {unit}", self.decimal(&figure.to_string()))
                .trim_end()
                .to_owned(),
        }
    }

    /// The name of a plan that was sold: from what was stored of the product, or else the name that
    /// was written down then.
    #[must_use]
    pub fn sold_name(self, product: Option<&Product>, stored: &str) -> String {
        product.map_or_else(|| stored.to_owned(), |product| self.plan_name(product))
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::*;
    use domain::package::{Unit, Usage};

    #[test]
    fn every_unit_of_the_supplier_is_said_as_people_say_it() {
        let german = Locale::new("de".parse().unwrap(), false);
        let left = |t: Locale, allowance: u64, used: u64, unit: &str| {
            t.amount(
                &Usage::new(allowance.into(), used.into(), Unit::parse(unit))
                    .unwrap()
                    .left(),
            )
        };
        let english = |allowance, used, unit| left(Locale::ENGLISH, allowance, used, unit);
        assert_eq!(english(10 << 30, 2_800_000_000, "Byte"), "7.4 GB");
        assert_eq!(left(german, 10 << 30, 2_800_000_000, "Byte"), "7,4 GB");
        assert_eq!(
            (english(500, 1, "MB"), english(3, 3, "gb")),
            ("499 MB".into(), "0 MB".into())
        );
        assert_eq!(
            (english(7, 6, "Days"), english(7, 4, "Days")),
            ("1 day".into(), "3 days".into())
        );
        assert_eq!(
            Locale::ENGLISH.amount(&Amount::Days(Decimal::new(25, 1))),
            "2.5 days"
        );
        assert_eq!(english(1 << 20, (1 << 20) - 1, "Byte"), "under 1 MB");
        assert_eq!(
            (english(10, 1, "Credits"), english(10, 1, "")),
            ("9 Credits".into(), "9".into())
        );
    }
}
