//! How much of a package is used and left, in the steps in which people read it.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// What an allowance is counted in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unit {
    /// Bytes, 1024³ to the gigabyte.
    Byte,
    /// Megabytes, 1024 to the gigabyte.
    Megabyte,
    Gigabyte,
    /// Days, of an unlimited plan.
    Day,
    /// Anything else, as it came.
    Other(String),
}

impl Unit {
    /// Reads the supplier's `amount_unit` in any case.
    pub fn parse(text: &str) -> Self {
        match text.trim().to_ascii_lowercase().as_str() {
            "byte" | "bytes" | "b" => Self::Byte,
            "mb" => Self::Megabyte,
            "gb" => Self::Gigabyte,
            "day" | "days" => Self::Day,
            _ => Self::Other(text.trim().to_owned()),
        }
    }

    /// How many bytes one is; none for days and what is unknown.
    fn bytes(&self) -> Option<Decimal> {
        match self {
            Self::Byte => Some(Decimal::ONE),
            Self::Megabyte => Some(Decimal::from(1_u64 << 20)),
            Self::Gigabyte => Some(Decimal::from(1_u64 << 30)),
            Self::Day | Self::Other(_) => None,
        }
    }
}

/// How much of a package has been used. Never more than there was, never less than nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Usage {
    allowance: Decimal,
    used: Decimal,
    unit: Unit,
}

impl Usage {
    /// From the supplier's figures; none when the allowance is not above zero. What is used up is
    /// used up, whatever it says beyond that.
    pub fn new(allowance: Decimal, used: Decimal, unit: Unit) -> Option<Self> {
        (allowance > Decimal::ZERO).then(|| Self {
            allowance,
            used: used.clamp(Decimal::ZERO, allowance),
            unit,
        })
    }

    pub fn unit(&self) -> &Unit {
        &self.unit
    }

    /// The share used, from nought to one.
    pub fn share_used(&self) -> Decimal {
        self.used.checked_div(self.allowance).unwrap_or_default()
    }

    /// Per cent used, rounded down: 0 to 100. Only what is used up whole is 100.
    pub fn percent_used(&self) -> u8 {
        let share = self
            .used
            .checked_mul(Decimal::ONE_HUNDRED)
            .and_then(|n| n.checked_div(self.allowance))
            .unwrap_or_default();
        share.floor().to_u8().unwrap_or(0).min(100)
    }

    /// Per cent left, rounded up, so that something left is never shown as nothing.
    pub fn percent_left(&self) -> u8 {
        100 - self.percent_used()
    }

    /// Whether nothing has been used.
    pub fn is_untouched(&self) -> bool {
        self.used.is_zero()
    }

    /// Whether nothing is left.
    pub fn is_used_up(&self) -> bool {
        self.used == self.allowance
    }

    pub fn left(&self) -> Amount {
        self.amount(self.allowance - self.used)
    }

    pub fn used(&self) -> Amount {
        self.amount(self.used)
    }

    /// All there was.
    pub fn allowance(&self) -> Amount {
        self.amount(self.allowance)
    }

    fn amount(&self, amount: Decimal) -> Amount {
        match (&self.unit, self.unit.bytes()) {
            (_, Some(size)) => data(amount.checked_mul(size).unwrap_or(Decimal::MAX)),
            (Unit::Day, _) => Amount::Days(amount.round_dp(1).normalize()),
            (Unit::Other(word), _) => Amount::Other(amount.normalize(), word.clone()),
            (_, None) => Amount::Other(amount.normalize(), String::new()),
        }
    }
}

/// So much, rounded as people read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Amount {
    /// Something, and less than a megabyte.
    UnderOneMegabyte,
    /// Whole megabytes, below a gigabyte.
    Megabytes(Decimal),
    /// Gigabytes with one decimal.
    Gigabytes(Decimal),
    /// Days, of an unlimited plan.
    Days(Decimal),
    /// In a unit that nobody has explained, as it came.
    Other(Decimal, String),
}

/// Bytes in gigabytes with one decimal, below one in whole megabytes. Rounded half up; something is
/// never nothing.
fn data(bytes: Decimal) -> Amount {
    let (mega, giga) = (Decimal::from(1_u64 << 20), Decimal::from(1_u64 << 30));
    let in_units = |size: Decimal, places: u32| {
        let amount = bytes.checked_div(size).unwrap_or_default();
        amount
            .round_dp_with_strategy(places, rust_decimal::RoundingStrategy::MidpointAwayFromZero)
            .normalize()
    };
    let megabytes = in_units(mega, 0);
    if megabytes.is_zero() && !bytes.is_zero() {
        Amount::UnderOneMegabyte
    } else if megabytes < Decimal::from(1024) {
        Amount::Megabytes(megabytes)
    } else {
        Amount::Gigabytes(in_units(giga, 1))
    }
}
