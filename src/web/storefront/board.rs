//! The departures board: plans as rows, what they all share said once above them, and what one of
//! them alone can say. No prices are made here.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::catalogue::{Plan, Snapshot};
use crate::l10n::Locale;
use domain::choosing::Tag;

/// Networks that are named above the board.
const NAMED: usize = 3;

/// A plan on the board.
#[derive(Debug)]
pub struct BoardRow<'a> {
    /// The plan.
    pub plan: &'a Arc<Plan>,
    /// Keys of what stands out.
    pub tags: Vec<&'static str>,
    /// What is not the same for all.
    pub notes: Vec<String>,
}

fn key(tag: Tag) -> &'static str {
    match tag {
        Tag::MostChosen => "tag-most-chosen",
        Tag::LowestPerGigabyte => "tag-lowest",
        Tag::Longest => "tag-longest",
    }
}

/// Whether something is the same for all plans.
fn alike<T: PartialEq>(plans: &[Arc<Plan>], what: impl Fn(&Plan) -> T) -> bool {
    plans
        .split_first()
        .is_none_or(|(first, rest)| rest.iter().all(|plan| what(plan) == what(first)))
}

fn same_countries(plans: &[Arc<Plan>]) -> bool {
    alike(plans, Plan::countries)
}

fn same_networks(plans: &[Arc<Plan>]) -> bool {
    alike(plans, |plan| {
        plan.product
            .networks
            .iter()
            .map(|network| (network.name.clone(), network.speed.clone()))
            .collect::<Vec<_>>()
    })
}

/// `SoftBank, KDDI au · 5G`; `39 countries · 84 networks · 5G`
fn networks(t: Locale, plan: &Plan, most: usize) -> Vec<String> {
    plan.networks(t, most)
        .into_iter()
        .chain(plan.speed().map(str::to_owned))
        .collect()
}

/// Rows of one shelf: `shown` of its plans, in their order.
#[must_use]
pub fn rows<'a>(
    t: Locale,
    snapshot: &Snapshot,
    shelf: &'a [Arc<Plan>],
    shown: Vec<&'a Arc<Plan>>,
) -> Vec<BoardRow<'a>> {
    let tags = snapshot.tags(shelf);
    let (same_countries, same_networks) = (same_countries(shelf), same_networks(shelf));
    let row = |plan: &'a Arc<Plan>| {
        let own = tags.iter().filter(|(at, _)| {
            shelf
                .get(*at)
                .is_some_and(|holder| Arc::ptr_eq(holder, plan))
        });
        let countries =
            (!same_countries).then(|| t.with("n", plan.countries()).say("countries-count"));
        let networks =
            (same_countries && !same_networks).then(|| networks(t, plan, NAMED).join(" · "));
        let notes = [
            t.fair_use(&plan.product),
            countries,
            networks.filter(|names| !names.is_empty()),
        ];
        BoardRow {
            plan,
            tags: own.map(|(_, tag)| key(*tag)).collect(),
            notes: notes.into_iter().flatten().collect(),
        }
    };
    shown.into_iter().map(row).collect()
}

/// Rows of plans of several shelves: each says where it works.
#[must_use]
pub fn mixed<'a>(t: Locale, plans: impl IntoIterator<Item = &'a Arc<Plan>>) -> Vec<BoardRow<'a>> {
    let row = |plan: &'a Arc<Plan>| {
        let countries =
            (plan.countries() > 1).then(|| t.with("n", plan.countries()).say("countries-count"));
        BoardRow {
            plan,
            tags: Vec::new(),
            notes: countries
                .into_iter()
                .chain(t.fair_use(&plan.product))
                .collect(),
        }
    };
    plans.into_iter().map(row).collect()
}

/// What is true of every plan of a shelf, in one line.
#[must_use]
pub fn shared(t: Locale, plans: &[Arc<Plan>], start_by: NaiveDate) -> String {
    let words = t.with("day", t.date(start_by));
    let Some(first) = plans.first() else {
        return String::new();
    };
    let countries = (first.countries() > 1 && same_countries(plans))
        .then(|| t.with("n", first.countries()).say("countries-count"));
    let networks = if same_networks(plans) {
        networks(t, first, NAMED)
    } else {
        Vec::new()
    };
    let facts: Vec<String> = countries.into_iter().chain(networks).collect();
    if facts.is_empty() {
        words.say("board-starts")
    } else {
        words.with("facts", facts.join(" · ")).say("board-shared")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::testing::{product, snapshot};
    use domain::product::{Data, Product};

    const EN: Locale = Locale::ENGLISH;

    fn day() -> NaiveDate {
        "2027-01-26".parse().unwrap()
    }

    #[test]
    fn what_all_plans_share_is_said_once_and_what_differs_on_its_row() {
        let free = Product {
            data: Data::Unlimited,
            ..product("free", "JP")
        };
        let shelf = snapshot(vec![product("a", "JP"), free]);
        let plans = &shelf.shelf("japan").unwrap().plans;
        assert_eq!(
            shared(EN, plans, day()),
            "SoftBank · 5G. The days count from landing. If you buy today, start by 26 Jan 2027."
        );
        let rows = rows(EN, &shelf, plans, plans.iter().collect());
        assert_eq!(rows[0].notes, [""; 0]);
        assert_eq!(
            rows[1].notes,
            ["The network does not state its fair-use limit"]
        );
    }

    #[test]
    fn where_plans_differ_each_row_says_how() {
        let mut other = product("other", "JP");
        other.networks[0].name = "KDDI au".into();
        let shelf = snapshot(vec![
            product("a", "JP"),
            other,
            product("eu", "DE FR IT AT"),
            product("wide", "DE FR IT AT ES"),
        ]);
        let notes = |slug: &str| {
            let plans = &shelf.shelf(slug).unwrap().plans;
            (
                shared(EN, plans, day()),
                rows(EN, &shelf, plans, plans.iter().collect())
                    .into_iter()
                    .flat_map(|row| row.notes)
                    .collect::<Vec<_>>(),
            )
        };
        let (above, below) = notes("japan");
        assert_eq!(
            above,
            "The days count from landing. If you buy today, start by 26 Jan 2027."
        );
        assert_eq!(below, ["SoftBank · 5G", "KDDI au · 5G"]);
        let (above, below) = notes("europe");
        assert_eq!(
            (above.as_str(), below),
            (
                "SoftBank · 5G. The days count from landing. If you buy today, start by 26 Jan \
                 2027.",
                vec!["4 countries".into(), "5 countries".into()]
            )
        );
    }
}
