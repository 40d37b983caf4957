//! What stands beside a plan: the next smaller and the next larger, and the least-priced that goes
//! further. Compares what is on the shelf; makes no price.

use std::cmp::Reverse;
use std::sync::Arc;

use super::plan::Plan;
use super::snapshot::Snapshot;
use domain::destination::Destination;
use domain::product::Data;

/// Plans beside one plan.
#[derive(Debug, Clone, Copy, Default)]
pub struct Around<'a> {
    /// With the next smaller allowance; of an unlimited plan, the next shorter.
    pub smaller: Option<&'a Arc<Plan>>,
    /// With the next larger allowance, or without limit; of an unlimited plan, the next longer.
    pub larger: Option<&'a Arc<Plan>>,
    /// For several countries, with at least as much data for at least as long.
    pub further: Option<&'a Arc<Plan>>,
}

impl<'a> Around<'a> {
    /// Beside this plan on its own shelf, and on those for several countries.
    #[must_use]
    pub fn of(snapshot: &'a Snapshot, plan: &Plan) -> Self {
        let shelf = snapshot
            .shelf(plan.destination.slug())
            .map(|shelf| shelf.plans.as_slice())
            .unwrap_or_default();
        // A plan for other countries is no smaller or larger one.
        let alike: Vec<&Arc<Plan>> = shelf
            .iter()
            .filter(|other| other.product.coverage == plan.product.coverage)
            .collect();
        Self {
            smaller: smaller(&alike, plan),
            larger: larger(&alike, plan),
            further: further(snapshot, plan),
        }
    }
}

/// How far another plan's days are from these; as many or more go before fewer, and of equals the
/// least-priced is taken.
fn beside(other: &Plan, plan: &Plan) -> (bool, u32, i64) {
    (
        other.product.days < plan.product.days,
        other.product.days.abs_diff(plan.product.days),
        other.price.minor,
    )
}

fn smaller<'a>(alike: &[&'a Arc<Plan>], plan: &Plan) -> Option<&'a Arc<Plan>> {
    let all = alike.iter().copied();
    match plan.product.data {
        Data::Unlimited => all
            .filter(|other| other.unlimited() && other.product.days < plan.product.days)
            .max_by_key(|other| other.product.days),
        held => all
            .filter(|other| other.product.data < held)
            .min_by_key(|other| (Reverse(other.product.data), beside(other, plan))),
    }
}

fn larger<'a>(alike: &[&'a Arc<Plan>], plan: &Plan) -> Option<&'a Arc<Plan>> {
    let all = alike.iter().copied();
    match plan.product.data {
        Data::Unlimited => all
            .filter(|other| other.unlimited() && other.product.days > plan.product.days)
            .min_by_key(|other| other.product.days),
        held => all
            .filter(|other| other.product.data > held)
            .min_by_key(|other| (other.product.data, beside(other, plan))),
    }
}

fn further<'a>(snapshot: &'a Snapshot, plan: &Plan) -> Option<&'a Arc<Plan>> {
    let Destination::Country(country) = plan.destination else {
        return None;
    };
    let at_least = |other: &&Arc<Plan>| {
        other.product.data >= plan.product.data && other.product.days >= plan.product.days
    };
    snapshot
        .also_covering(country.code)
        .iter()
        .filter(at_least)
        .min_by_key(|other| (other.price.minor, other.countries()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::testing::{product, snapshot};
    use domain::product::Product;

    fn plan(id: &str, coverage: &str, gigabytes: u64, days: u32, cost: &str) -> Product {
        let data = if gigabytes == 0 {
            Data::Unlimited
        } else {
            Data::Megabytes(gigabytes * 1024)
        };
        Product {
            data,
            days,
            cost: cost.parse().unwrap(),
            ..product(id, coverage)
        }
    }

    #[test]
    fn the_next_smaller_and_larger_stand_beside_a_plan_and_one_that_goes_further() {
        let shelf = snapshot(vec![
            plan("1", "JP", 1, 7, "2"),
            plan("3-short", "JP", 3, 7, "5"),
            plan("3-long", "JP", 3, 30, "6"),
            plan("10", "JP", 10, 7, "12"),
            plan("20", "JP", 20, 30, "20"),
            plan("u3", "JP", 0, 3, "6"),
            plan("u7", "JP", 0, 7, "14"),
            plan("asia-small", "JP KR TH", 5, 30, "9"),
            plan("asia", "JP KR TH VN", 10, 30, "18"),
            plan("world", "JP US FR BR ZA AU KR EG", 20, 30, "60"),
        ]);
        let around = |id: &str| {
            let found = Around::of(&shelf, shelf.plan(id).unwrap());
            [found.smaller, found.larger, found.further]
                .map(|plan| plan.map_or("", |plan| plan.product.id.as_str()))
        };
        assert_eq!(around("10"), ["3-short", "20", "asia"]);
        assert_eq!(around("1"), ["", "3-short", "asia-small"]);
        assert_eq!(around("20"), ["10", "u7", "world"]);
        assert_eq!(around("u3"), ["", "u7", ""]);
        assert_eq!(around("u7"), ["u3", "", ""]);
        // Plans for other countries are neither smaller nor larger, and a region's own go nowhere
        // further.
        assert_eq!(around("asia"), ["", "", ""]);
    }
}
