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
pub struct ChoiceKind {
    /// In the address.
    pub parameter: &'static str,
    /// The key of what it is called.
    pub label: &'static str,
    /// Each option's value in the address and the key of what it is called, the usual one first.
    pub options: &'static [(&'static str, &'static str)],
}

/// An enum of options: each with its value in the address and the key of what it is called. The
/// first is the usual one.
macro_rules! options {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $option:ident = $value:literal, $label:literal;)+ }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name {
            $($(#[$doc])* $option,)+
        }

        impl $name {
            const ALL: &[Self] = &[$(Self::$option),+];
            const OPTIONS: &[(&str, &str)] = &[$(($value, $label)),+];

            fn read(value: &str) -> Option<Self> {
                match value {
                    $($value => Some(Self::$option),)+
                    _ => None,
                }
            }

            fn place(self) -> usize {
                Self::ALL.iter().position(|option| *option == self).unwrap_or_default()
            }
        }

        impl Default for $name {
            fn default() -> Self {
                Self::ALL[0]
            }
        }
    };
}

options! {
    /// In which order plans stand.
    PlanOrder {
        /// The shelf's own: by allowance.
        Data = "data", "sort-data";
        /// The cheapest first.
        Price = "price", "sort-price";
        /// The cheapest gigabyte first.
        Gigabyte = "gb", "sort-gigabyte";
        /// The longest first.
        Days = "days", "sort-days";
    }
}

options! {
    /// For how long a plan is.
    PlanLength {
        /// Any.
        Any = "any", "stay-any";
        /// A week at most.
        Short = "short", "stay-short";
        /// Up to fifteen days.
        Mid = "mid", "stay-mid";
        /// Longer.
        Long = "long", "stay-long";
    }
}

options! {
    /// How much a plan holds.
    PlanData {
        /// Any.
        Any = "any", "amount-any";
        /// Much.
        Large = "large", "amount-large";
        /// No end of it.
        Unlimited = "unlimited", "amount-unlimited";
    }
}

/// What can be chosen, in the order of [`Choice`]'s fields.
pub const CHOICES: [ChoiceKind; 3] = [
    ChoiceKind {
        parameter: "sort",
        label: "sort-label",
        options: PlanOrder::OPTIONS,
    },
    ChoiceKind {
        parameter: "stay",
        label: "stay-label",
        options: PlanLength::OPTIONS,
    },
    ChoiceKind {
        parameter: "data",
        label: "amount-label",
        options: PlanData::OPTIONS,
    },
];

/// What somebody chose.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Choice {
    sort: PlanOrder,
    length: PlanLength,
    data: PlanData,
}

impl Choice {
    /// From a query string; what it does not know counts for nothing.
    #[must_use]
    pub fn read(query: &str) -> Self {
        let mut choice = Self::default();
        for (name, value) in query.split('&').filter_map(|pair| pair.split_once('=')) {
            choice.take(name, value);
        }
        choice
    }

    fn take(&mut self, name: &str, value: &str) {
        match name {
            "sort" => self.sort = PlanOrder::read(value).unwrap_or(self.sort),
            "stay" => self.length = PlanLength::read(value).unwrap_or(self.length),
            "data" => self.data = PlanData::read(value).unwrap_or(self.data),
            _ => {}
        }
    }

    /// The option that is taken of each of [`CHOICES`].
    fn places(self) -> [usize; CHOICES.len()] {
        [self.sort.place(), self.length.place(), self.data.place()]
    }

    /// Whether it is the shelf as it usually stands.
    #[must_use]
    pub fn is_usual(self) -> bool {
        self == Self::default()
    }

    /// Whether this option of this choice is taken.
    #[must_use]
    pub fn takes(self, choice: usize, option: usize) -> bool {
        self.places().get(choice) == Some(&option)
    }

    /// The same with another option of one choice.
    #[must_use]
    pub fn with(mut self, choice: usize, option: usize) -> Self {
        if let Some(kind) = CHOICES.get(choice)
            && let Some((value, _)) = kind.options.get(option)
        {
            self.take(kind.parameter, value);
        }
        self
    }

    /// As a query string, without a question mark; none for the usual shelf.
    #[must_use]
    pub fn query(self) -> Option<String> {
        let taken = CHOICES.iter().zip(self.places());
        let pairs: Vec<String> = taken
            .filter(|(_, option)| *option > 0)
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

    /// The plans that fit, in order; equals keep the shelf's own order.
    #[must_use]
    pub fn of(self, plans: &[Arc<Plan>]) -> Vec<&Arc<Plan>> {
        let mut shown: Vec<&Arc<Plan>> = plans.iter().filter(|plan| self.fits(plan)).collect();
        match self.sort {
            PlanOrder::Data => {}
            PlanOrder::Price => shown.sort_by_key(|p| p.price.minor),
            // What has no price per gigabyte cannot be compared by it and comes last.
            PlanOrder::Gigabyte => {
                shown.sort_by_key(|p| p.per_gigabyte().map_or(i64::MAX, |money| money.minor));
            }
            PlanOrder::Days => shown.sort_by_key(|p| Reverse(p.product.days)),
        }
        shown
    }

    fn fits(self, plan: &Plan) -> bool {
        let lasts = match self.length {
            PlanLength::Any => true,
            PlanLength::Short => plan.product.days <= 7,
            PlanLength::Mid => (8..=15).contains(&plan.product.days),
            PlanLength::Long => plan.product.days > 15,
        };
        let holds = match (self.data, plan.product.data) {
            (PlanData::Any, _) => true,
            (PlanData::Large, Data::Megabytes(megabytes)) => megabytes >= LARGE,
            (PlanData::Large, Data::Unlimited) => true,
            (PlanData::Unlimited, data) => data == Data::Unlimited,
        };
        lasts && holds
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
