//! How prices end: multiples of a step, or always the same last digits. Up only, so that no price
//! falls below its rule.

use rust_decimal::Decimal;

use super::super::money::Currency;

/// What a price is rounded up to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rounding {
    /// Multiples of this, above zero.
    To(Decimal),
    /// Prices that end so: `end` and every `step` above it.
    Ending {
        /// From one such price to the next.
        step: Decimal,
        /// The lowest one.
        end: Decimal,
    },
}

/// Why a text is no ending.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EndingError {
    /// More than digits with a point, or no digit at all.
    #[error("is not made of digits")]
    NotDigits,
    /// `"99"` in dollars: it is not clear whether cents are meant.
    #[error("has no point")]
    NeedsPoint,
    /// `".99"` in yen.
    #[error("has a point, and the shop's currency has no smaller coin")]
    HasPoint,
    /// `"0.99"` would leave out 1.99.
    #[error("begins with a zero")]
    BeginsWithZero,
    /// More digits than money has, or than prices have.
    #[error("has too many digits")]
    TooLong,
}

impl Rounding {
    /// Reads the digits in which prices end: `.99` is 0.99, 1.99, 2.99…; `9.99` is 9.99, 19.99…;
    /// where the currency has no smaller coin `80` is 80, 180, 280… and `00` is 100, 200….
    ///
    /// # Errors
    /// [`EndingError`]
    pub fn ending(text: &str, currency: Currency) -> Result<Self, EndingError> {
        let text = text.trim();
        let (whole, part) = text
            .split_once('.')
            .map_or((text, None), |(whole, part)| (whole, Some(part)));
        let digits = format!("{whole}{}", part.unwrap_or_default());
        if digits.is_empty() || part == Some("") || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(EndingError::NotDigits);
        }
        match part {
            None if !currency.is_whole() => return Err(EndingError::NeedsPoint),
            Some(_) if currency.is_whole() => return Err(EndingError::HasPoint),
            Some(_) if whole.starts_with('0') => return Err(EndingError::BeginsWithZero),
            _ => {}
        }
        let exponent = u32::try_from(whole.len()).unwrap_or(u32::MAX);
        if exponent > 6 || part.is_some_and(|part| part.len() > 2) {
            return Err(EndingError::TooLong);
        }
        let end = format!(
            "{}.{}",
            if whole.is_empty() { "0" } else { whole },
            part.unwrap_or("0")
        );
        Ok(Self::Ending {
            step: Decimal::from(10_i64.pow(exponent)),
            end: end.parse().map_err(|_| EndingError::NotDigits)?,
        })
    }

    /// From one price to the next.
    pub fn step(self) -> Decimal {
        match self {
            Self::To(step) | Self::Ending { step, .. } => step,
        }
    }

    /// The lowest such price that is not below `amount`; `None` when the numbers do not fit.
    pub fn up(self, amount: Decimal) -> Option<Decimal> {
        let (step, end) = match self {
            Self::To(step) => (step, Decimal::ZERO),
            Self::Ending { step, end } => (step, end),
        };
        let steps = amount
            .checked_sub(end)?
            .checked_div(step)?
            .ceil()
            .max(Decimal::ZERO);
        let price = steps.checked_mul(step)?.checked_add(end)?;
        // A quotient with more digits than a decimal holds is cut off, perhaps to one step too few.
        if price < amount {
            price.checked_add(step)
        } else {
            Some(price)
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn d(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn ending(text: &str, currency: &str) -> Result<Rounding, EndingError> {
        Rounding::ending(text, currency.parse().unwrap())
    }

    fn up(text: &str, currency: &str, amount: &str) -> Decimal {
        ending(text, currency).unwrap().up(d(amount)).unwrap()
    }

    #[test]
    fn the_next_price_with_that_ending_is_taken() {
        for (amount, price) in [
            ("14.40", "14.99"),
            ("14.99", "14.99"),
            ("14.991", "15.99"),
            ("0.2", "0.99"),
            ("0", "0.99"),
            ("99.995", "100.99"),
        ] {
            assert_eq!(up(".99", "USD", amount), d(price), "{amount}");
        }
        assert_eq!(up(".5", "EUR", "14.51"), d("15.5"));
        assert_eq!(up(".00", "EUR", "14.51"), d("15"));
        assert_eq!(up("9.99", "GBP", "10"), d("19.99"));
        assert_eq!(up("500.00", "IDR", "166000"), d("166500"));
    }

    #[test]
    fn whole_currencies_end_in_whole_digits() {
        assert_eq!(up("80", "JPY", "1441"), d("1480"));
        assert_eq!(up("80", "JPY", "1481"), d("1580"));
        assert_eq!(up("00", "KRW", "12001"), d("12100"));
        assert_eq!(up("9", "ISK", "500"), d("509"));
    }

    #[test]
    fn an_ending_that_could_mean_two_things_is_refused() {
        for (text, currency, why) in [
            ("99", "USD", EndingError::NeedsPoint),
            (".99", "JPY", EndingError::HasPoint),
            (".00", "ISK", EndingError::HasPoint),
            ("0.99", "USD", EndingError::BeginsWithZero),
            (".999", "USD", EndingError::TooLong),
            ("1234567", "JPY", EndingError::TooLong),
            ("", "USD", EndingError::NotDigits),
            (".", "USD", EndingError::NotDigits),
            ("9.", "USD", EndingError::NotDigits),
            ("-.99", "USD", EndingError::NotDigits),
            (".9.9", "USD", EndingError::NotDigits),
        ] {
            assert_eq!(ending(text, currency), Err(why), "{text}");
        }
    }

    proptest! {
        #[test]
        fn never_below_and_never_a_step_above(amount in 0_i64..100_000_000, which in 0_usize..7) {
            let (text, currency) = [(".99", "USD"), (".95", "EUR"), (".5", "GBP"), ("9.99", "USD"), (
                "80", "JPY"), (
                "00", "KRW"), (
                "7", "ISK")][which];
            let rounding = ending(text, currency).unwrap();
            let amount = Decimal::new(amount, 4);
            let price = rounding.up(amount).unwrap();
            prop_assert!(price >= amount);
            let Rounding::Ending { step, end } = rounding else { return Err(TestCaseError::fail(
                "an ending")) };
            prop_assert!(price - step < amount || price == end);
            prop_assert!(((price - end) % step).is_zero());
        }
    }
}
