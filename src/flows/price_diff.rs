//! Every price that other rules would change, before they rule: for the command and for the desk.
//! No file, no database.

use std::fmt::Write;

use serde_json::{Value, json};

use crate::db::plan_prices::PlanPrice;
use domain::money::{Currency, Money};

/// A plan before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// By the rules that rule.
    pub before: PlanPrice,
    /// By the others.
    pub after: PlanPrice,
}

/// In units of the currency; a dash for what is not known.
#[must_use]
pub fn amount(minor: Option<i64>, currency: Currency) -> String {
    minor.map_or_else(
        || "–".to_owned(),
        |minor| Money::new(minor, currency).major().to_string(),
    )
}

/// What becomes of all plans.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Diff {
    /// Dearer.
    pub rise: Vec<Changed>,
    /// Cheaper.
    pub fall: Vec<Changed>,
    /// Off the shelf.
    pub leave: Vec<Changed>,
    /// Onto it.
    pub come: Vec<Changed>,
    /// How many stay as they are.
    pub stay: usize,
}

/// Compares the same products by two sets of rules.
#[must_use]
pub fn between(before: &[PlanPrice], after: &[PlanPrice]) -> Diff {
    let mut diff = Diff::default();
    for (before, after) in before.iter().zip(after) {
        let list = match (before.price_minor, after.price_minor) {
            (Some(from), Some(to)) if to > from => &mut diff.rise,
            (Some(from), Some(to)) if to < from => &mut diff.fall,
            (Some(_), None) => &mut diff.leave,
            (None, Some(_)) => &mut diff.come,
            _ => {
                diff.stay += 1;
                continue;
            }
        };
        list.push(Changed {
            before: before.clone(),
            after: after.clone(),
        });
    }
    diff
}

impl Diff {
    /// Every plan that changes.
    pub fn all(&self) -> impl Iterator<Item = &Changed> {
        self.rise
            .iter()
            .chain(&self.fall)
            .chain(&self.come)
            .chain(&self.leave)
    }

    /// How many rise, fall, come and leave.
    #[must_use]
    pub fn counts(&self) -> [i32; 4] {
        [&self.rise, &self.fall, &self.come, &self.leave]
            .map(|list| i32::try_from(list.len()).unwrap_or(i32::MAX))
    }

    /// `4 prices up, 1 down; 0 plans newly for sale, 0 no longer`
    #[must_use]
    pub fn summary(&self) -> String {
        let [up, down, come, leave] = self.counts();
        format!(
            "prices: {up} up, {down} down; plans: {come} newly for sale, {leave} no longer for \
             sale, {} unchanged",
            self.stay
        )
    }

    /// A line for each price that changes, and a last one for the whole.
    #[must_use]
    pub fn in_words(&self, currency: Currency) -> String {
        let mut words = String::new();
        for Changed { before, after } in self.all() {
            let price = |plan: &PlanPrice| {
                plan.price_minor.map_or_else(
                    || "off the shelf".to_owned(),
                    |price| amount(Some(price), currency),
                )
            };
            let _ = write!(
                words,
                "{:<26} {} → {}",
                after.product_id,
                price(before),
                price(after)
            );
            let _ = match &after.why_off {
                Some(why) => writeln!(words, "  {}: {why}", after.plan_name),
                None => {
                    let margins = [before, after].map(|plan| amount(plan.margin_minor, currency));
                    writeln!(
                        words,
                        "  margin {} → {}  {}",
                        margins[0], margins[1], after.plan_name
                    )
                }
            };
        }
        let _ = writeln!(words, "{}. Amounts in {currency}.", self.summary());
        words
    }

    /// The same for machines.
    #[must_use]
    pub fn as_json(&self) -> Value {
        let row = |Changed { before, after }: &Changed| {
            json!({
                "product_id": after.product_id,
                "plan_name": after.plan_name,
                "currency": after.currency,
                "price_minor_before": before.price_minor,
                "price_minor": after.price_minor,
                "margin_minor_before": before.margin_minor,
                "margin_minor": after.margin_minor,
                "why_off": after.why_off,
            })
        };
        json!({
            "changes": self.all().map(row).collect::<Vec<_>>(),
            "rise": self.rise.len(),
            "fall": self.fall.len(),
            "come": self.come.len(),
            "leave": self.leave.len(),
            "stay": self.stay,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(id: &str, price_minor: Option<i64>) -> PlanPrice {
        PlanPrice {
            product_id: id.into(),
            plan_name: format!("Plan {id}"),
            destination: Some("japan".into()),
            currency: "USD".into(),
            cost_minor: Some(1200),
            price_minor,
            fee_minor: None,
            margin_minor: price_minor.map(|price| price - 1200),
            why_off: price_minor
                .is_none()
                .then(|| "it would sell below its cost".into()),
        }
    }

    #[test]
    fn every_price_that_changes_is_told_and_the_others_are_counted() {
        let before = [
            plan("a", Some(1440)),
            plan("b", Some(1440)),
            plan("c", Some(1440)),
            plan("d", None),
            plan("e", Some(1440)),
        ];
        let after = [
            plan("a", Some(1500)),
            plan("b", Some(1300)),
            plan("c", None),
            plan("d", Some(1440)),
            plan("e", Some(1440)),
        ];
        let diff = between(&before, &after);
        let words = diff.in_words(Currency::USD);
        let lines: Vec<&str> = words.lines().collect();
        assert!(
            lines[0].starts_with("a ")
                && lines[0].ends_with("14.40 → 15.00  margin 2.40 → 3.00  Plan a"),
            "{words}"
        );
        assert!(
            lines[3].ends_with("14.40 → off the shelf  Plan c: it would sell below its cost"),
            "{words}"
        );
        let all = "prices: 1 up, 1 down; plans: 1 newly for sale, 1 no longer for sale, 1 \
                   unchanged. Amounts in USD.";
        assert_eq!(lines[4], all);
        assert_eq!(diff.as_json()["changes"][1]["price_minor"], 1300);
    }
}
