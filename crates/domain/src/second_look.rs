//! What of a complete sync is too strange to be believed at once: a price that falls by more than
//! half, a catalogue that loses more than half. It waits until a later sync says the same. Pure:
//! nothing is stored or sold here.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, TimeDelta, Utc};
use rust_decimal::Decimal;

use super::money::Currency;
use super::pricing::rates;
use super::product::Product;

/// How long it waits.
pub const WAIT: TimeDelta = TimeDelta::minutes(15);

/// A supplier's price.
pub type Price = (Decimal, Currency);

/// A product as the shop knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    pub id: String,
    /// Its price of the last sync that was believed.
    pub price: Price,
    /// Whether it is for sale; else it is withdrawn.
    pub for_sale: bool,
}

/// What waits of one product.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Strange {
    /// This price, less than half of the one before.
    Fell(Price),
    /// It is missing, with more than half of all others.
    Gone,
}

/// Something that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    pub product_id: String,
    /// What it is.
    pub what: Strange,
    /// When a sync first said so.
    pub since: DateTime<Utc>,
}

/// What a sync comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub struct Verdict {
    /// To be written: what the supplier lists, with the price before where the new one waits.
    pub products: Vec<Product>,
    /// Missing from the list, but they stay for now.
    pub stay: BTreeSet<String>,
    /// What waits from now on; all else is forgotten.
    pub waiting: Vec<Waiting>,
}

/// Whether a price is less than half of another. In two currencies the table of rates compares;
/// what it does not know is strange.
pub fn fell(before: Price, after: Price) -> bool {
    let rate = if before.1 == after.1 {
        Some(Decimal::ONE)
    } else {
        rates::between(after.1, before.1)
    };
    let after = rate
        .and_then(|rate| after.0.checked_mul(rate))
        .and_then(|price| price.checked_mul(Decimal::TWO));
    after.is_none_or(|twice| twice < before.0)
}

/// Looks at a complete list beside what the shop knows and what has waited.
pub fn judge(
    known: &[Known],
    list: Vec<Product>,
    waited: &[Waiting],
    now: DateTime<Utc>,
) -> Verdict {
    let before: BTreeMap<&str, &Known> = known.iter().map(|k| (k.id.as_str(), k)).collect();
    let waited = Waited::of(waited, now);
    let mut verdict = Verdict {
        products: Vec::with_capacity(list.len()),
        stay: BTreeSet::new(),
        waiting: Vec::new(),
    };
    let listed: BTreeSet<String> = list.iter().map(|p| p.id.clone()).collect();
    for mut product in list {
        let price = product.price();
        if let Some(known) = before
            .get(product.id.as_str())
            .filter(|known| fell(known.price, price))
            && let Some(waiting) = waited.not_yet_believed(&product.id, Strange::Fell(price))
        {
            (product.cost, product.cost_currency) = known.price;
            verdict.waiting.push(waiting);
        }
        verdict.products.push(product);
    }
    let for_sale = known.iter().filter(|k| k.for_sale);
    let gone: Vec<&str> = for_sale
        .clone()
        .map(|k| k.id.as_str())
        .filter(|id| !listed.contains(*id))
        .collect();
    if gone.len() * 2 > for_sale.count() {
        let waiting = gone
            .into_iter()
            .filter_map(|id| waited.not_yet_believed(id, Strange::Gone));
        for waiting in waiting {
            verdict.stay.insert(waiting.product_id.clone());
            verdict.waiting.push(waiting);
        }
    }
    verdict
}

/// The strange things that were said before, by plan, and what time it is.
struct Waited<'a>(BTreeMap<&'a str, &'a Waiting>, DateTime<Utc>);

impl<'a> Waited<'a> {
    fn of(waited: &'a [Waiting], now: DateTime<Utc>) -> Self {
        Self(
            waited.iter().map(|w| (w.product_id.as_str(), w)).collect(),
            now,
        )
    }

    /// What must wait still. The same strange thing keeps the time at which it was first said.
    fn not_yet_believed(&self, id: &str, what: Strange) -> Option<Waiting> {
        let since = self
            .0
            .get(id)
            .filter(|w| w.what == what)
            .map_or(self.1, |w| w.since);
        (self.1 - since < WAIT).then(|| Waiting {
            product_id: id.to_owned(),
            what,
            since,
        })
    }
}

#[cfg(test)]
mod tests;
