//! Which plans work where, side by side: a country's own shelf beside the regions' and the world's,
//! with a tick for each neighbour. No prices are made here.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::catalogue::{Plan, Snapshot, search};
use domain::destination::{self, Country, Destination};
use domain::money::Money;

/// Shelves side by side: what a phone has room for.
const COLUMNS: usize = 4;
/// Neighbours that are looked at.
const ROWS: usize = 7;

/// How many plans of a shelf work in a country.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tick {
    /// All of them.
    All,
    /// So many, of so many.
    Some(usize, usize),
    /// None.
    None,
}

impl Tick {
    fn of<'a>(plans: impl IntoIterator<Item = &'a Arc<Plan>>, code: &str) -> Self {
        let (mut works, mut all) = (0, 0);
        for plan in plans {
            all += 1;
            works += usize::from(plan.product.coverage.iter().any(|covered| covered == code));
        }
        match works {
            0 => Self::None,
            _ if works == all => Self::All,
            _ => Self::Some(works, all),
        }
    }
}

/// The countries of a shelf, each with its tick, in no order.
#[must_use]
pub fn covered(plans: &[Arc<Plan>]) -> Vec<(&'static Country, Tick)> {
    let codes: BTreeSet<&str> = plans
        .iter()
        .flat_map(|p| p.product.coverage.iter().map(String::as_str))
        .collect();
    codes
        .into_iter()
        .filter_map(destination::country)
        .map(|country| (country, Tick::of(plans, country.code)))
        .collect()
}

/// A shelf in the comparison.
#[derive(Debug)]
pub struct Column {
    /// Whose.
    pub destination: Destination,
    /// The lowest price of a plan on it that works in the country.
    pub from: Money,
    /// How many countries its widest plan covers.
    pub countries: usize,
}

/// A country's own plans beside those for several countries.
#[derive(Debug)]
pub struct PlanComparison {
    /// The shelves, from the fewest countries to the most.
    pub columns: Vec<Column>,
    /// A neighbour, and a tick for each shelf.
    pub rows: Vec<(&'static Country, Vec<Tick>)>,
}

/// `None` when there is nothing to compare with.
#[must_use]
pub fn compare(snapshot: &Snapshot, country: &'static Country) -> Option<PlanComparison> {
    let also = snapshot.also_covering(country.code);
    let own = snapshot
        .shelf(country.slug)
        .map(|shelf| shelf.plans.as_slice())
        .unwrap_or_default();
    let mut shelves: Vec<(Destination, Vec<&Arc<Plan>>)> = Vec::new();
    for plan in own.iter().chain(also) {
        match shelves
            .iter_mut()
            .find(|(destination, _)| *destination == plan.destination)
        {
            Some((_, plans)) => plans.push(plan),
            None => shelves.push((plan.destination, vec![plan])),
        }
    }
    shelves.sort_by_key(|(_, plans)| plans.iter().map(|p| p.countries()).max());
    shelves.truncate(COLUMNS);
    if also.is_empty() {
        return None;
    }
    let column = |(destination, plans): &(Destination, Vec<&Arc<Plan>>)| {
        let from = plans
            .iter()
            .map(|p| p.price)
            .min_by_key(|price| price.minor)?;
        Some(Column {
            destination: *destination,
            from,
            countries: plans.iter().map(|p| p.countries()).max()?,
        })
    };
    let columns = shelves.iter().filter_map(column).collect();
    let ticks = |to: &'static Country| {
        (
            to,
            shelves
                .iter()
                .map(|(_, plans)| Tick::of(plans.iter().copied(), to.code))
                .collect(),
        )
    };
    let rows = [country]
        .into_iter()
        .chain(neighbours(country, also))
        .map(ticks)
        .collect();
    Some(PlanComparison { columns, rows })
}

/// Where travellers of a country go on to: of its own part of the world first, the most travelled
/// first.
fn neighbours(country: &'static Country, also: &[Arc<Plan>]) -> Vec<&'static Country> {
    let codes: BTreeSet<&str> = also
        .iter()
        .flat_map(|p| p.product.coverage.iter().map(String::as_str))
        .collect();
    let mut found: Vec<&Country> = codes
        .into_iter()
        .filter(|code| *code != country.code)
        .filter_map(destination::country)
        .collect();
    let regions = country.regions_by_size();
    let shared = |c: &Country| {
        c.regions_by_size()
            .iter()
            .filter(|slug| regions.contains(slug))
            .count()
    };
    found.sort_by_cached_key(|c| {
        (
            std::cmp::Reverse(shared(c)),
            search::travelled(c.slug),
            c.slug,
        )
    });
    found.truncate(ROWS);
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::testing::{product, snapshot};

    fn japan() -> &'static Country {
        destination::country("JP").unwrap()
    }

    #[test]
    fn a_country_stands_beside_its_region_and_the_world_with_a_tick_for_each_neighbour() {
        let mut wide = product("asia_wide", "JP KR TH VN");
        wide.cost = "9".parse().unwrap();
        let shelf = snapshot(vec![
            product("jp", "JP"),
            product("asia", "JP KR TH"),
            wide,
            product("world", "JP US FR BR ZA AU KR EG"),
        ]);
        let found = compare(&shelf, japan()).unwrap();
        let columns: Vec<_> = found
            .columns
            .iter()
            .map(|c| (c.destination.slug(), c.countries, c.from.minor))
            .collect();
        assert_eq!(
            columns,
            [("japan", 1, 300), ("asia", 4, 300), ("global", 8, 300)]
        );
        let row = |slug: &str| {
            found
                .rows
                .iter()
                .find(|(c, _)| c.slug == slug)
                .map(|(_, ticks)| ticks.clone())
                .unwrap()
        };
        assert_eq!(row("japan"), [Tick::All; 3]);
        assert_eq!(row("south-korea"), [Tick::None, Tick::All, Tick::All]);
        assert_eq!(row("vietnam"), [Tick::None, Tick::Some(1, 2), Tick::None]);
        assert!(found.rows.len() <= ROWS + 1 && found.rows[0].0.slug == "japan");
        let place = |slug: &str| found.rows.iter().position(|(c, _)| c.slug == slug);
        assert!(
            place("thailand") < place("united-states"),
            "its own part of the world first"
        );
    }

    #[test]
    fn where_nothing_else_works_there_is_nothing_to_compare() {
        assert!(compare(&snapshot(vec![product("jp", "JP")]), japan()).is_none());
    }

    #[test]
    fn a_shelf_says_of_each_country_how_many_of_its_plans_work_there() {
        let shelf = snapshot(vec![product("a", "DE FR IT AT"), product("b", "DE FR")]);
        let plans = &shelf.shelf("europe").unwrap().plans;
        let found: Vec<_> = covered(plans)
            .into_iter()
            .map(|(c, tick)| (c.code, tick))
            .collect();
        assert_eq!(
            found,
            [
                ("AT", Tick::Some(1, 2)),
                ("DE", Tick::All),
                ("FR", Tick::All),
                ("IT", Tick::Some(1, 2))
            ]
        );
    }
}
