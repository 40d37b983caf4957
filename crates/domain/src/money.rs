//! Money as integer minor units with its currency; checked arithmetic only, floats never.

use std::fmt;
use std::str::FromStr;

use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};

/// Currencies that Stripe charges in whole units (docs.stripe.com/currencies#zero-decimal).
const ZERO_DECIMAL: [&str; 14] = [
    "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF",
    "XOF",
];
/// Refused: Stripe wants their last digit to be zero, and a shop that rounds wrong there charges
/// ten times too little.
const THREE_DECIMAL: [&str; 5] = ["BHD", "JOD", "KWD", "OMR", "TND"];
/// ISO calls these whole, Stripe writes them with two decimals that must be `00`.
const WHOLE_IN_HUNDREDTHS: [&str; 2] = ["ISK", "UGX"];
const MINIMUM_CHARGES: &str = include_str!("money/minimum_charges.txt");

fn minimum_charges() -> impl Iterator<Item = (&'static str, i64)> {
    MINIMUM_CHARGES
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| {
            let (code, least) = line.split_once(' ')?;
            Some((code, least.parse().ok()?))
        })
}

/// Why a text is no currency or no amount.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// Not three letters.
    #[error("“{0}” is not a three-letter currency code")]
    NotACode(String),
    /// One of Stripe's three-decimal currencies.
    #[error("{0} has three decimals, which this shop does not sell in")]
    ThreeDecimals(String),
    /// Too large, or finer than the currency's minor unit.
    #[error("the amount {0} does not fit {1}")]
    DoesNotFit(Decimal, Currency),
}

/// A currency by its ISO 4217 code, upper case.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Currency([u8; 3]);

impl Currency {
    /// US dollar, the supplier's own currency.
    pub const USD: Self = Self(*b"USD");

    /// The upper-case ISO code.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("???")
    }

    /// The lower-case code, as Stripe and our tables write it.
    pub fn lower(&self) -> String {
        self.code().to_ascii_lowercase()
    }

    /// How many decimals a minor unit is away from the major one, as Stripe counts.
    pub fn exponent(&self) -> u32 {
        if ZERO_DECIMAL.contains(&self.code()) || self.code() == "XPF" {
            0
        } else {
            2
        }
    }

    /// The smallest step that a price may have, in minor units.
    pub fn step(&self) -> i64 {
        if WHOLE_IN_HUNDREDTHS.contains(&self.code()) {
            100
        } else {
            1
        }
    }

    /// Whether its prices have no smaller coin than one unit.
    pub fn is_whole(&self) -> bool {
        self.exponent() == 0 || self.step() == 100
    }

    /// The least that Stripe will charge, in minor units; where Stripe names none, one.
    pub fn minimum_charge(&self) -> i64 {
        minimum_charges()
            .find(|(code, _)| *code == self.code())
            .map_or(1, |(_, least)| least)
    }

    /// How it is written beside a figure; `None` for those known by their code only.
    pub fn symbol(&self) -> Option<&'static str> {
        Some(match self.code() {
            "USD" => "$",
            "EUR" => "€",
            "GBP" => "£",
            "JPY" => "¥",
            "AUD" => "A$",
            "CAD" => "CA$",
            "NZD" => "NZ$",
            "BRL" => "R$",
            "INR" => "₹",
            "KRW" => "₩",
            "SGD" => "S$",
            "HKD" => "HK$",
            "MXN" => "MX$",
            _ => return None,
        })
    }
}

impl FromStr for Currency {
    type Err = MoneyError;

    fn from_str(text: &str) -> Result<Self, MoneyError> {
        let upper = text.trim().to_ascii_uppercase();
        let code: [u8; 3] = upper
            .as_bytes()
            .try_into()
            .map_err(|_| MoneyError::NotACode(text.to_owned()))?;
        if !code.iter().all(u8::is_ascii_uppercase) {
            return Err(MoneyError::NotACode(text.to_owned()));
        }
        if THREE_DECIMAL.contains(&upper.as_str()) {
            return Err(MoneyError::ThreeDecimals(upper));
        }
        Ok(Self(code))
    }
}

impl TryFrom<String> for Currency {
    type Error = MoneyError;
    fn try_from(text: String) -> Result<Self, MoneyError> {
        text.parse()
    }
}

impl From<Currency> for String {
    fn from(currency: Currency) -> Self {
        currency.code().to_owned()
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// An amount in minor units (cents; whole yen) of one currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Money {
    /// Minor units as Stripe counts them.
    pub minor: i64,
    pub currency: Currency,
}

impl Money {
    /// `minor` units of `currency`.
    pub fn new(minor: i64, currency: Currency) -> Self {
        Self { minor, currency }
    }

    /// Rounds an exact amount in major units **up** to the currency's smallest step: a price never
    /// falls below its rule.
    ///
    /// # Errors
    /// [`MoneyError::DoesNotFit`] when it is too large.
    pub fn ceil(amount: Decimal, currency: Currency) -> Result<Self, MoneyError> {
        let does_not_fit = || MoneyError::DoesNotFit(amount, currency);
        let scale = Decimal::from(10_i64.pow(currency.exponent()));
        let step = Decimal::from(currency.step());
        let steps = amount
            .checked_mul(scale)
            .and_then(|m| m.checked_div(step))
            .ok_or_else(does_not_fit)?
            .ceil();
        let minor = steps
            .checked_mul(step)
            .and_then(|m| m.to_i64())
            .ok_or_else(does_not_fit)?;
        Ok(Self { minor, currency })
    }

    /// An exact amount in major units, to the nearest minor unit, half up: for books, where a price
    /// would be rounded up.
    ///
    /// # Errors
    /// [`MoneyError::DoesNotFit`] when it is too large.
    pub fn nearest(amount: Decimal, currency: Currency) -> Result<Self, MoneyError> {
        let scale = Decimal::from(10_i64.pow(currency.exponent()));
        let exact = amount
            .checked_mul(scale)
            .ok_or(MoneyError::DoesNotFit(amount, currency))?;
        let minor = exact
            .round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero)
            .to_i64();
        minor
            .map(|minor| Self { minor, currency })
            .ok_or(MoneyError::DoesNotFit(amount, currency))
    }

    /// What a person typed: `5`, `5.00` or `5.00 USD`. `None` for anything else, another currency,
    /// and what is finer than a minor unit.
    pub fn typed(text: &str, currency: Currency) -> Option<Self> {
        let (number, unit) = text.split_at(
            text.find(|c: char| c.is_ascii_alphabetic())
                .unwrap_or(text.len()),
        );
        if !unit.is_empty() && unit.trim().parse::<Currency>() != Ok(currency) {
            return None;
        }
        let amount: Decimal = number.trim().parse().ok()?;
        Self::nearest(amount, currency)
            .ok()
            .filter(|money| money.major() == amount)
    }

    /// The amount in major units, exactly.
    pub fn major(&self) -> Decimal {
        Decimal::new(self.minor, self.currency.exponent())
    }

    /// `n` times this, or `None` on overflow.
    #[must_use]
    pub fn times(&self, n: i64) -> Option<Self> {
        Some(Self {
            minor: self.minor.checked_mul(n)?,
            currency: self.currency,
        })
    }

    /// The sum, or `None` when the currencies differ or it overflows.
    #[must_use]
    pub fn plus(&self, other: Self) -> Option<Self> {
        (self.currency == other.currency)
            .then(|| self.minor.checked_add(other.minor))
            .flatten()
            .map(|minor| Self {
                minor,
                currency: self.currency,
            })
    }
}

impl fmt::Display for Money {
    /// English form: `$14.40`, `¥1,200`, `14.40 PLN`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.minor < 0 { "−" } else { "" };
        let scale = 10_u64.pow(self.currency.exponent());
        let (whole, part) = (
            self.minor.unsigned_abs() / scale,
            self.minor.unsigned_abs() % scale,
        );
        let digits = whole.to_string();
        let mut number = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                number.push(',');
            }
            number.push(digit);
        }
        if self.currency.exponent() > 0 {
            number.push_str(&format!(".{part:02}"));
        }
        match self.currency.symbol() {
            Some(symbol) => write!(f, "{sign}{symbol}{number}"),
            None => write!(f, "{sign}{number} {}", self.currency),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn money(minor: i64, code: &str) -> String {
        Money::new(minor, code.parse().unwrap()).to_string()
    }

    #[test]
    fn amounts_are_written_as_travellers_read_them() {
        assert_eq!(money(1440, "USD"), "$14.40");
        assert_eq!(money(5, "EUR"), "€0.05");
        assert_eq!(money(123_456, "jpy"), "¥123,456");
        assert_eq!(money(1_234_567, "PLN"), "12,345.67 PLN");
        assert_eq!(money(-250, "GBP"), "−£2.50");
    }

    #[test]
    fn stripe_counts_minor_units_its_own_way() {
        let minor = |amount: &str, code: &str| {
            Money::ceil(amount.parse().unwrap(), code.parse().unwrap())
                .unwrap()
                .minor
        };
        assert_eq!(minor("14.401", "USD"), 1441);
        assert_eq!(minor("120", "JPY"), 120);
        assert_eq!(minor("120.2", "KRW"), 121);
        assert_eq!(minor("120.2", "ISK"), 12_100);
        assert_eq!(minor("1500", "UGX"), 150_000);
    }

    #[test]
    fn books_are_kept_to_the_nearest_unit() {
        let minor = |amount: &str, code: &str| {
            Money::nearest(amount.parse().unwrap(), code.parse().unwrap())
                .unwrap()
                .minor
        };
        assert_eq!(minor("14.404", "USD"), 1440);
        assert_eq!(minor("14.405", "USD"), 1441);
        assert_eq!(minor("120.4", "JPY"), 120);
        assert_eq!(
            minor("120.25", "ISK"),
            12_025,
            "a cost need not be chargeable"
        );
        assert!(Money::nearest(Decimal::MAX, Currency::USD).is_err());
    }

    #[test]
    fn what_is_typed_is_exact_and_in_the_currency_that_is_meant() {
        for text in ["5", "5.00", " 5.00 USD ", "5usd"] {
            assert_eq!(
                Money::typed(text, Currency::USD),
                Some(Money::new(500, Currency::USD)),
                "{text}"
            );
        }
        for text in ["", "USD", "5.005", "5 EUR", "5 dollars", "$5", "five"] {
            assert_eq!(Money::typed(text, Currency::USD), None, "{text}");
        }
    }

    #[test]
    fn three_decimal_currencies_and_nonsense_are_refused() {
        assert_eq!(
            "kwd".parse::<Currency>(),
            Err(MoneyError::ThreeDecimals("KWD".into()))
        );
        assert!("dollars".parse::<Currency>().is_err());
        assert!("U$".parse::<Currency>().is_err());
    }

    #[test]
    fn sums_of_two_currencies_do_not_exist() {
        let (usd, eur) = (
            Money::new(1, "USD".parse().unwrap()),
            Money::new(1, "EUR".parse().unwrap()),
        );
        assert_eq!(usd.plus(eur), None);
        assert_eq!(usd.plus(usd).map(|m| m.minor), Some(2));
        assert_eq!(Money::new(i64::MAX, usd.currency).times(2), None);
    }

    #[test]
    fn every_line_of_the_least_charges_is_a_currency_and_what_it_takes() {
        let lines = MINIMUM_CHARGES.lines().filter(|l| !l.starts_with('#'));
        assert_eq!(minimum_charges().count(), lines.count());
        for (code, least) in minimum_charges() {
            let currency: Currency = code.parse().unwrap();
            assert!(least > 0 && currency.minimum_charge() == least, "{code}");
        }
    }
}
