//! Discount codes: which order one fits, what it takes off each line, and that no price falls below
//! what the order costs the shop.

use chrono::{DateTime, Utc};

use super::money::{Currency, Money};

/// A code as it is stored: upper case, however it was typed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name(String);

impl Name {
    /// 3 to 32 letters, figures, hyphens and underscores; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let fits = (3..=32).contains(&text.len())
            && text
                .bytes()
                .all(|c| c.is_ascii_alphanumeric() || c == b'-' || c == b'_');
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

/// Lines of one plan in an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part<'a> {
    /// The plan.
    pub product_id: &'a str,
    /// The price of one.
    pub unit: Money,
    /// How many lines.
    pub quantity: i64,
    /// What they cost the shop, without what a payment costs as such.
    pub cost: Money,
}

impl Part<'_> {
    fn price(&self) -> i64 {
        self.unit.minor.saturating_mul(self.quantity)
    }
}

impl Code {
    /// Whether it fits an order, by itself: who asks, and how often it was used, is asked
    /// elsewhere. It takes off what it is for; its minimum is the whole order's.
    ///
    /// # Errors
    /// [`Unfit`]
    pub fn fits(&self, parts: &[Part<'_>], now: DateTime<Utc>) -> Result<(), Unfit> {
        let foreign = |money: Money| {
            parts
                .iter()
                .any(|part| money.currency != part.unit.currency)
        };
        let amount = if let Off::Amount(amount) = self.off {
            Some(amount)
        } else {
            None
        };
        if self.ended
            || self.valid_until.is_some_and(|until| now >= until)
            || amount.into_iter().chain(self.minimum).any(foreign)
        {
            return Err(Unfit::Over);
        }
        if let Some(from) = self.valid_from.filter(|from| now < *from) {
            return Err(Unfit::Early(from));
        }
        if !parts.iter().any(|part| self.is_for(part.product_id)) {
            return Err(Unfit::OtherPlan);
        }
        let total = parts
            .iter()
            .fold(0_i64, |sum, part| sum.saturating_add(part.price()));
        match self.minimum {
            Some(least) if total < least.minor => Err(Unfit::Small(least)),
            _ => Ok(()),
        }
    }

    fn is_for(&self, product_id: &str) -> bool {
        self.products.is_empty() || self.products.iter().any(|id| id == product_id)
    }

    /// What it takes off an order of these, whose price stays at `least` or above. `None` when
    /// nothing is left to take off.
    pub fn reduce(&self, parts: &[Part<'_>], least: Money) -> Option<Reduced> {
        Reduced::new(self.off, parts, |part| self.is_for(part.product_id), least)
    }
}

/// What is taken off the lines of an order, which stand plan by plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reduced {
    /// What all lines cost before.
    before: Money,
    /// Off each line, minor units.
    off: Vec<i64>,
    /// Whether the code would have taken off more.
    pub raised: bool,
}

/// What may be taken off the lines of one plan.
struct Room {
    /// Lines.
    quantity: i64,
    /// Off each, by the code alone.
    each: i64,
    /// Off each at most.
    most: i64,
}

/// To a whole step of the currency.
fn round_down(minor: i64, currency: Currency) -> i64 {
    let step = currency.step();
    minor.div_euclid(step) * step
}

/// What of an order bears on how far each of its lines can be reduced.
struct OrderFacts {
    currency: Currency,
    /// How many eSIMs there are.
    lines: i64,
    /// What those that the discount is for cost together.
    priced: i128,
    /// What a payment costs as such: all lines share it alike.
    shared: i64,
}

impl OrderFacts {
    fn of(parts: &[Part<'_>], is_for: &impl Fn(&Part<'_>) -> bool, least: Money) -> Self {
        let meant = parts.iter().filter(|part| is_for(part));
        Self {
            currency: least.currency,
            lines: parts.iter().map(|part| part.quantity).sum::<i64>(),
            priced: i128::from(meant.map(Part::price).sum::<i64>()),
            shared: (least.minor - parts.iter().map(|part| part.cost.minor).sum::<i64>()).max(0),
        }
    }

    /// How much can come off one line; `None` when it cannot be counted.
    fn room(&self, off: Off, part: &Part<'_>, meant: bool) -> Option<Room> {
        let down = |minor: i64| round_down(minor, self.currency);
        let each = match off {
            Off::Percent(percent) => down(part.unit.minor.checked_mul(percent)? / 100),
            Off::Amount(amount) => {
                let all = i128::from(down(amount.minor))
                    .checked_mul(part.unit.minor.into())?
                    .checked_div(self.priced)?;
                down(i64::try_from(all).ok()?)
            }
        };
        let own = part
            .cost
            .minor
            .checked_mul(self.lines)?
            .checked_add(self.shared.checked_mul(part.quantity)?)?;
        // A line sells for its share of the least, and never for nothing.
        let share = (-down(
            -own.checked_add(part.quantity * self.lines - 1)?
                .checked_div(part.quantity * self.lines)?,
        ))
        .max(self.currency.step());
        let (each, most) = if meant {
            (each, (part.unit.minor - share).max(0))
        } else {
            (0, 0)
        };
        Some(Room {
            quantity: part.quantity,
            each,
            most,
        })
    }
}

impl Reduced {
    /// Takes `off` off the lines that it is for. No line falls below its share of `least`. An
    /// amount is spread by price; what cannot be divided goes off the first line, and what one plan
    /// has no room for off the others. `None` when nothing is left to take off.
    pub fn new(
        off: Off,
        parts: &[Part<'_>],
        is_for: impl Fn(&Part<'_>) -> bool,
        least: Money,
    ) -> Option<Self> {
        let down = |minor: i64| round_down(minor, least.currency);
        let order = OrderFacts::of(parts, &is_for, least);
        let rooms = parts
            .iter()
            .map(|part| order.room(off, part, is_for(part)))
            .collect::<Option<Vec<_>>>()?;
        let wanted = match off {
            Off::Percent(_) => rooms.iter().map(|room| room.each * room.quantity).sum(),
            Off::Amount(amount) => down(amount.minor),
        };
        let before = Money::new(parts.iter().map(Part::price).sum(), least.currency);
        let mut taken = spread(&rooms, off, wanted);
        take_at_most(&mut taken, down(before.minor - least.minor).max(0));
        let reduced = Self {
            before,
            raised: taken.iter().sum::<i64>() < wanted,
            off: taken,
        };
        (reduced.discount().minor > 0).then_some(reduced)
    }

    /// What is taken off the line at this position, counted from 1.
    pub fn off(&self, position: i64) -> Money {
        let at = usize::try_from(position - 1).ok();
        Money::new(
            at.and_then(|at| self.off.get(at))
                .copied()
                .unwrap_or_default(),
            self.before.currency,
        )
    }

    /// What is taken off the whole order.
    pub fn discount(&self) -> Money {
        Money::new(self.off.iter().sum(), self.before.currency)
    }

    /// What the whole order costs then.
    pub fn total(&self) -> Money {
        Money::new(
            self.before.minor - self.discount().minor,
            self.before.currency,
        )
    }
}

/// Takes no more than this off all lines together: what a plan's own price does not cover of its
/// share, the others bear.
fn take_at_most(taken: &mut [i64], most: i64) {
    let mut over = (taken.iter().sum::<i64>() - most).max(0);
    for line in taken.iter_mut().rev() {
        let less = over.min(*line);
        *line -= less;
        over -= less;
    }
}

/// Off each line: what its plan's price comes to, and of an amount what that leaves.
fn spread(rooms: &[Room], off: Off, wanted: i64) -> Vec<i64> {
    let lines = || {
        rooms
            .iter()
            .flat_map(|room| (0..room.quantity).map(move |_| room))
    };
    let mut taken: Vec<i64> = lines().map(|room| room.each.min(room.most)).collect();
    match off {
        // A percentage is each plan's own.
        Off::Percent(_) => {}
        Off::Amount(_) if rooms.len() == 1 => {
            let rest = wanted - lines().map(|room| room.each).sum::<i64>();
            if let Some((first, _)) = taken
                .first_mut()
                .zip(lines().next())
                .filter(|(first, room)| **first + rest <= room.most)
            {
                *first += rest;
            }
        }
        Off::Amount(_) => {
            let mut left = wanted - taken.iter().sum::<i64>();
            for (taken, room) in taken.iter_mut().zip(lines()) {
                let more = left.min(room.most - *taken).max(0);
                *taken += more;
                left -= more;
            }
        }
    }
    taken
}

#[cfg(test)]
mod tests;
