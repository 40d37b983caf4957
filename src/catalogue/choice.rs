//! Which plans of a shelf are shown and in what order, as a query string says it:
//! `?sort=price&stay=short&data=unlimited`. No HTML.

use std::cmp::Reverse;
use std::sync::Arc;

use super::plan::Plan;
use domain::product::Data;

/// From here on an allowance is large, in megabytes.
const LARGE: u64 = 10 * 1024;

/// One thing that can be chosen.
#[derive(Debug)]
pub struct Kind {
    /// In the address.
    pub parameter: &'static str,
    /// The key of what it is called.
    pub label: &'static str,
    /// Each option's value in the address and the key of what it is called, the usual one first.
    pub options: &'static [(&'static str, &'static str)],
}

/// What can be chosen.
pub const CHOICES: [Kind; 3] = [
    Kind {
        parameter: "sort",
        label: "sort-label",
        options: &[
            ("data", "sort-data"),
            ("price", "sort-price"),
            ("gb", "sort-gigabyte"),
            ("days", "sort-days"),
        ],
    },
    Kind {
        parameter: "stay",
        label: "stay-label",
        options: &[
            ("any", "stay-any"),
            ("short", "stay-short"),
            ("mid", "stay-mid"),
            ("long", "stay-long"),
        ],
    },
    Kind {
        parameter: "data",
        label: "amount-label",
        options: &[
            ("any", "amount-any"),
            ("large", "amount-large"),
            ("unlimited", "amount-unlimited"),
        ],
    },
];

/// What somebody chose: for each of [`CHOICES`] the place of the option, 0 being the usual one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Choice([usize; CHOICES.len()]);

impl Choice {
    /// From a query string; what it does not know counts for nothing.
    #[must_use]
    pub fn read(query: &str) -> Self {
        let mut choice = Self::default();
        for (name, value) in query.split('&').filter_map(|pair| pair.split_once('=')) {
            for (
                at,
                Kind {
                    parameter, options, ..
                },
            ) in CHOICES.iter().enumerate()
            {
                let option = options
                    .iter()
                    .position(|(known, _)| *known == value)
                    .filter(|_| *parameter == name);
                if let (Some(option), Some(place)) = (option, choice.0.get_mut(at)) {
                    *place = option;
                }
            }
        }
        choice
    }

    /// Whether it is the shelf as it usually stands.
    #[must_use]
    pub fn is_usual(self) -> bool {
        self == Self::default()
    }

    /// Whether this option of this choice is taken.
    #[must_use]
    pub fn takes(self, choice: usize, option: usize) -> bool {
        self.0.get(choice) == Some(&option)
    }

    /// The same with another option of one choice.
    #[must_use]
    pub fn with(mut self, choice: usize, option: usize) -> Self {
        if let Some(place) = self.0.get_mut(choice) {
            *place = option;
        }
        self
    }

    /// As a query string, without a question mark; none for the usual shelf.
    #[must_use]
    pub fn query(self) -> Option<String> {
        let taken = CHOICES.iter().zip(self.0).filter(|(_, option)| *option > 0);
        let pairs: Vec<String> = taken
            .filter_map(|(kind, option)| {
                Some(format!(
                    "{}={}",
                    kind.parameter,
                    kind.options.get(option)?.0
                ))
            })
            .collect();
        (!pairs.is_empty()).then(|| pairs.join("&"))
    }

    fn value(self, choice: usize) -> &'static str {
        let option = self.0.get(choice).copied().unwrap_or_default();
        CHOICES
            .get(choice)
            .and_then(|kind| kind.options.get(option))
            .map_or("", |(value, _)| value)
    }

    /// The plans that fit, in order; equals keep the shelf's own order.
    #[must_use]
    pub fn of(self, plans: &[Arc<Plan>]) -> Vec<&Arc<Plan>> {
        let mut shown: Vec<&Arc<Plan>> = plans.iter().filter(|plan| self.fits(plan)).collect();
        match self.value(0) {
            "price" => shown.sort_by_key(|p| p.price.minor),
            // What has no price per gigabyte cannot be compared by it and comes last.
            "gb" => shown.sort_by_key(|p| p.per_gigabyte().map_or(i64::MAX, |money| money.minor)),
            "days" => shown.sort_by_key(|p| Reverse(p.product.days)),
            _ => {}
        }
        shown
    }

    fn fits(self, plan: &Plan) -> bool {
        let stays = match self.value(1) {
            "short" => plan.product.days <= 7,
            "mid" => (8..=15).contains(&plan.product.days),
            "long" => plan.product.days > 15,
            _ => true,
        };
        let holds = match (self.value(2), plan.product.data) {
            ("large", Data::Megabytes(megabytes)) => megabytes >= LARGE,
            ("unlimited", data) => data == Data::Unlimited,
            _ => true,
        };
        stays && holds
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::testing::{product, snapshot};
    use domain::product::Product;

    fn shown(query: &str) -> Vec<String> {
        let plan = |id: &str, gigabytes: u64, days: u32, cost: &str| Product {
            data: if gigabytes == 0 {
                Data::Unlimited
            } else {
                Data::Megabytes(gigabytes * 1024)
            },
            days,
            cost: cost.parse().unwrap(),
            ..product(id, "JP")
        };
        let shelf = snapshot(vec![
            plan("small", 1, 7, "2"),
            plan("large", 20, 30, "20"),
            plan("free", 0, 10, "15"),
            plan("long", 3, 30, "9"),
        ]);
        Choice::read(query)
            .of(&shelf.shelf("japan").unwrap().plans)
            .into_iter()
            .map(|p| p.product.id.clone())
            .collect()
    }

    #[test]
    fn plans_are_sorted_and_filtered_by_the_address() {
        assert_eq!(shown(""), ["small", "long", "large", "free"]);
        assert_eq!(shown("sort=price"), ["small", "long", "free", "large"]);
        assert_eq!(shown("sort=gb"), ["large", "small", "long", "free"]);
        assert_eq!(shown("sort=days"), ["long", "large", "free", "small"]);
        assert_eq!(shown("stay=short"), ["small"]);
        assert_eq!(shown("stay=mid"), ["free"]);
        assert_eq!(shown("stay=long&sort=price"), ["long", "large"]);
        assert_eq!(shown("data=large"), ["large", "free"]);
        assert_eq!(shown("data=unlimited"), ["free"]);
        assert_eq!(shown("data=unlimited&stay=short"), [""; 0]);
    }

    #[test]
    fn an_address_says_what_was_chosen_and_nothing_else() {
        for query in [
            "sort=price",
            "stay=mid&data=large",
            "sort=gb&stay=long&data=unlimited",
        ] {
            assert_eq!(Choice::read(query).query().as_deref(), Some(query));
        }
        assert_eq!(Choice::read("").query(), None);
        assert!(Choice::read("sort=nonsense&utm_source=mail&x&stay").is_usual());
    }
}
