//! Discount codes: which order one fits, what it takes off each line, and that no price falls below what the order costs the shop.

use chrono::{DateTime, Utc};

use super::money::Money;

/// A code as it is stored: upper case, however it was typed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name(String);

impl Name {
    /// 3 to 32 letters, figures, hyphens and underscores; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let fits = (3..=32).contains(&text.len()) && text.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'-' || c == b'_');
        fits.then(|| Self(text.to_ascii_uppercase()))
    }

    /// In upper case.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What a code takes off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Off {
    /// Per cent of each eSIM's price, 1 to 100.
    Percent(i64),
    /// So much of the whole order.
    Amount(Money),
}

/// A code and its conditions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// What is typed.
    pub name: Name,
    /// What it takes off.
    pub off: Off,
    /// How many orders may use it.
    pub uses: Option<i64>,
    /// From when it is valid.
    pub valid_from: Option<DateTime<Utc>>,
    /// The first moment at which it no longer is.
    pub valid_until: Option<DateTime<Utc>>,
    /// The plans that it is for; empty for all.
    pub products: Vec<String>,
    /// What the order must come to before it.
    pub minimum: Option<Money>,
    /// Whether it is for a buyer's first order.
    pub first_order: bool,
    /// Whether it was ended by hand.
    pub ended: bool,
}

/// Why a code takes nothing off an order. The page has words for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// There is no such code.
    Unknown,
    /// It ended, or its time is over, or it is of a currency that the shop no longer sells in.
    Over,
    /// It is valid from then on.
    Early(DateTime<Utc>),
    /// It is for other plans.
    OtherPlan,
    /// The order comes to less than this.
    Small(Money),
    /// The price is as low as it can be.
    Lowest,
    /// All its uses are taken.
    Spent,
    /// The buyer has bought before.
    NotFirst,
    /// The buyer has another payment page with it that cannot be closed.
    InUse,
}

impl Code {
    /// Whether it fits an order of `quantity` of a plan at `unit` each, by itself: who asks, and how often it was used, is asked elsewhere.
    ///
    /// # Errors
    /// [`Unfit`]
    pub fn fits(&self, product_id: &str, unit: Money, quantity: i64, now: DateTime<Utc>) -> Result<(), Unfit> {
        let foreign = |money: Money| money.currency != unit.currency;
        let amount = if let Off::Amount(amount) = self.off { Some(amount) } else { None };
        if self.ended || self.valid_until.is_some_and(|until| now >= until) || amount.into_iter().chain(self.minimum).any(foreign) {
            return Err(Unfit::Over);
        }
        if let Some(from) = self.valid_from.filter(|from| now < *from) {
            return Err(Unfit::Early(from));
        }
        if !self.products.is_empty() && !self.products.iter().any(|id| id == product_id) {
            return Err(Unfit::OtherPlan);
        }
        match self.minimum {
            Some(least) if unit.minor.saturating_mul(quantity) < least.minor => Err(Unfit::Small(least)),
            _ => Ok(()),
        }
    }
}

/// What is taken off the lines of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reduced {
    /// The price of one before.
    pub unit: Money,
    /// How many lines.
    pub quantity: i64,
    /// Off the first one, minor units.
    first: i64,
    /// Off each of the others.
    other: i64,
    /// Whether the code would have taken off more.
    pub raised: bool,
}

impl Reduced {
    /// Takes `off` off `quantity` lines at `unit` each. The order's price stays at `least` or above, and no line falls below its share of
    /// that; what cannot be divided goes off the first. `None` when nothing is left to take off.
    #[must_use]
    pub fn new(off: Off, unit: Money, quantity: i64, least: Money) -> Option<Self> {
        let step = unit.currency.step();
        let down = |minor: i64| minor.div_euclid(step) * step;
        let wanted = match off {
            Off::Percent(percent) => down(unit.minor.checked_mul(percent)? / 100).checked_mul(quantity)?,
            Off::Amount(amount) => down(amount.minor),
        };
        // A line sells for its share of the least, and never for nothing.
        let share = (-down(-least.minor.checked_add(quantity - 1)?.checked_div(quantity)?)).max(step);
        let most = (unit.minor - share).max(0);
        let (each, rest) = (down(wanted.checked_div(quantity)?), wanted);
        let rest = rest - each * quantity;
        let (first, other) = if each >= most {
            (most, most)
        } else if each + rest > most {
            (each, each)
        } else {
            (each + rest, each)
        };
        let reduced = Self { unit, quantity, first, other, raised: first + other * (quantity - 1) < wanted };
        (reduced.discount().minor > 0).then_some(reduced)
    }

    /// What is taken off the line at this position, counted from 1.
    #[must_use]
    pub fn off(&self, position: i64) -> Money {
        Money::new(if position == 1 { self.first } else { self.other }, self.unit.currency)
    }

    /// What is taken off the whole order.
    #[must_use]
    pub fn discount(&self) -> Money {
        Money::new(self.first + self.other * (self.quantity - 1), self.unit.currency)
    }

    /// What the whole order costs then.
    #[must_use]
    pub fn total(&self) -> Money {
        Money::new(self.unit.minor * self.quantity - self.discount().minor, self.unit.currency)
    }
}

#[cfg(test)]
mod tests;
