//! The shelf at one moment: every plan with its price, in order, by destination. Immutable; swapped
//! whole.

mod shelf;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};

use super::pages::Pages;
use super::plan::{Facts, Plan};
use super::{Rules, search};
use crate::db::plan_marks::Marks;
use crate::db::products::{Change, State};
use crate::l10n::{LANGUAGES, Locale};
use crate::routes::Routes;
use crate::shop::PlanFact;
use domain::choosing::{self, Standing, Tag};
use domain::destination::{self, Destination};
use domain::pricing::{PriceList, Scope};
use domain::product::{Data, Product};
use domain::trip;

pub use shelf::{Shelf, Why};

/// Everything that is for sale.
#[derive(Debug)]
pub struct Snapshot {
    /// The version of `catalogue_state` it was made from.
    pub version: i64,
    /// The day in UTC on which it is shown.
    pub day: NaiveDate,
    /// Whether nothing is sold now.
    pub sales_stopped: bool,
    /// Products that cannot be sold, and why; for operators.
    pub refused: Vec<(String, Why)>,
    /// The price rules of that day.
    pub prices: PriceList,
    /// Where these are from.
    pub rules: Rules,
    /// What an owner marked on plans.
    pub marks: Marks,
    // Rendered pages, by language.
    pages: Vec<Pages>,
    plans: HashMap<String, Arc<Plan>>,
    shelves: BTreeMap<&'static str, Shelf>,
    covering: HashMap<String, Vec<Arc<Plan>>>,
    /// Slugs of what sold lately, the most first.
    best_sold: Vec<&'static str>,
    /// Orders lately, by product.
    sold: HashMap<String, i64>,
    changed: HashMap<String, DateTime<Utc>>,
}

impl Snapshot {
    /// Prices the products and puts them in order. A product that cannot be priced or placed is
    /// left out and named in `refused`.
    #[must_use]
    pub fn new(
        state: &State,
        products: Vec<Product>,
        prices: &PriceList,
        facts: &[PlanFact],
    ) -> Self {
        Self::marked(state, products, (prices, Marks::default()), facts)
    }

    /// As [`Snapshot::new`], with what its owner marked: what is hidden is left out, and what is
    /// pinned stands first where plans are listed.
    #[must_use]
    pub fn marked(
        state: &State,
        products: Vec<Product>,
        (prices, marks): (&PriceList, Marks),
        facts: &[PlanFact],
    ) -> Self {
        let mut refused = Vec::new();
        let mut plans: Vec<Arc<Plan>> = Vec::with_capacity(products.len());
        for product in products {
            if marks.hidden.contains(&product.id) {
                refused.push((product.id, Why::Hidden));
                continue;
            }
            let Some(destination) = Destination::of(&product.coverage) else {
                refused.push((product.id, Why::Nowhere));
                continue;
            };
            match prices.price(&product, destination) {
                Ok(price) => {
                    let facts = facts_of(&product, facts);
                    plans.push(Arc::new(Plan::new(product, price, destination, facts)));
                }
                Err(error) => refused.push((product.id, error.into())),
            }
        }
        plans.sort_by_cached_key(|p| {
            (
                !marks.pinned.contains(&p.product.id),
                order(p.product.data),
                p.product.days,
                p.price.minor,
                p.product.id.clone(),
            )
        });
        Self {
            refused,
            marks,
            ..Self::arrange(state, &plans, prices.clone())
        }
    }

    fn arrange(state: &State, plans: &[Arc<Plan>], prices: PriceList) -> Self {
        let mut shelves: BTreeMap<&'static str, Shelf> = BTreeMap::new();
        let mut covering: HashMap<String, Vec<Arc<Plan>>> = HashMap::new();
        for plan in plans {
            let destination = plan.destination;
            let shelf = shelves.entry(destination.slug()).or_insert_with(|| Shelf {
                destination,
                plans: Vec::new(),
            });
            shelf.plans.push(Arc::clone(plan));
            if !matches!(destination, Destination::Country(_)) {
                for code in &plan.product.coverage {
                    covering
                        .entry(code.clone())
                        .or_default()
                        .push(Arc::clone(plan));
                }
            }
        }
        let pages = LANGUAGES.iter().map(|_| Pages::default()).collect();
        let plans = plans
            .iter()
            .map(|p| (p.product.id.clone(), Arc::clone(p)))
            .collect();
        let sales_stopped = state.stopped().is_some();
        let (version, day, best_sold, sold) = (
            state.version,
            NaiveDate::default(),
            Vec::new(),
            HashMap::new(),
        );
        let (changed, refused) = (HashMap::new(), Vec::new());
        let (rules, marks) = (Rules::default(), Marks::default());
        Self {
            version,
            day,
            sales_stopped,
            refused,
            prices,
            rules,
            marks,
            pages,
            plans,
            shelves,
            covering,
            best_sold,
            sold,
            changed,
        }
    }

    /// With the rules that its prices are made by.
    #[must_use]
    pub fn ruled_by(self, rules: Rules) -> Self {
        Self { rules, ..self }
    }

    /// As it is shown on a day.
    #[must_use]
    pub fn on(self, day: NaiveDate) -> Self {
        Self { day, ..self }
    }

    /// With how often each product was sold lately.
    #[must_use]
    pub fn with_sales(mut self, sold: &[(String, i64)]) -> Self {
        let mut by_place: BTreeMap<&'static str, i64> = BTreeMap::new();
        for (plan, times) in sold
            .iter()
            .filter_map(|(product_id, times)| Some((self.plan(product_id)?, times)))
        {
            *by_place.entry(plan.destination.slug()).or_default() += times;
        }
        let mut places: Vec<(&'static str, i64)> = by_place.into_iter().collect();
        places.sort_by_key(|(slug, times)| (std::cmp::Reverse(*times), *slug));
        self.best_sold = places.into_iter().map(|(slug, _)| slug).collect();
        self.sold = sold.iter().cloned().collect();
        self
    }

    /// Which plans of a shelf stand out, each with its place on it.
    #[must_use]
    pub fn tags(&self, plans: &[Arc<Plan>]) -> Vec<(usize, Tag)> {
        let standing = |plan: &Arc<Plan>| Standing {
            orders: self.sold.get(&plan.product.id).copied().unwrap_or_default(),
            per_gigabyte: plan.per_gigabyte().map(|price| price.minor),
            days: plan.product.days,
        };
        choosing::tags(&plans.iter().map(standing).collect::<Vec<_>>())
    }

    /// Destinations by how much they sold lately; those that did not, by how many travel there.
    #[must_use]
    pub fn by_sales(&self) -> Vec<&Shelf> {
        let mut shelves: Vec<&Shelf> = self.shelves().collect();
        let rank = |s: &Shelf| {
            self.best_sold
                .iter()
                .position(|slug| *slug == s.destination.slug())
                .unwrap_or(usize::MAX)
        };
        shelves.sort_by_cached_key(|s| {
            (
                rank(s),
                search::travelled(s.destination.slug()),
                std::cmp::Reverse(s.plans.len()),
            )
        });
        shelves
    }

    /// The last day on which a plan that is bought today can be started.
    #[must_use]
    pub fn start_by(&self) -> NaiveDate {
        trip::start_by(self.day)
    }

    /// With the time of each product's last change, withdrawn ones too: they have left a page.
    #[must_use]
    pub fn with_changes(mut self, changes: Vec<Change>) -> Self {
        for Change {
            product_id,
            coverage,
            at,
        } in changes
        {
            // A plan for several countries stands on the page of each.
            let pages = coverage
                .iter()
                .filter_map(|code| destination::country(code))
                .map(Destination::Country);
            let mut paths: Vec<String> = pages
                .chain(Destination::of(&coverage))
                .map(|place| place.path())
                .collect();
            paths.extend([
                Routes::plan(&product_id),
                "/".to_owned(),
                "/destinations".to_owned(),
            ]);
            for path in paths {
                let last = self.changed.entry(path).or_insert(at);
                *last = at.max(*last);
            }
        }
        self
    }

    /// When what a page says of the supplier's plans last changed; `None` for one that says nothing
    /// of them.
    #[must_use]
    pub fn changed(&self, path: &str) -> Option<DateTime<Utc>> {
        self.changed.get(path).copied()
    }

    /// Products that price rules name and that no sync has ever listed.
    #[must_use]
    pub fn strangers(&self) -> Vec<&str> {
        self.strangers_of(&self.prices)
    }

    /// The same of other rules.
    #[must_use]
    pub fn strangers_of<'a>(&self, prices: &'a PriceList) -> Vec<&'a str> {
        // Before the first sync all would be.
        if self.changed.is_empty() {
            return Vec::new();
        }
        let named = prices.exceptions.keys().filter_map(|scope| {
            if let Scope::Product(id) = scope {
                Some(id.as_str())
            } else {
                None
            }
        });
        named
            .filter(|id| self.changed(&Routes::plan(id)).is_none())
            .collect()
    }

    /// The plan of a product.
    #[must_use]
    pub fn plan(&self, product_id: &str) -> Option<&Arc<Plan>> {
        self.plans.get(product_id)
    }

    /// The plans of a destination, if it has any.
    #[must_use]
    pub fn shelf(&self, slug: &str) -> Option<&Shelf> {
        self.shelves.get(slug)
    }

    /// Every destination with plans, by slug.
    pub fn shelves(&self) -> impl Iterator<Item = &Shelf> {
        self.shelves.values()
    }

    /// Plans for several countries that also work in this one, by its code.
    #[must_use]
    pub fn also_covering(&self, code: &str) -> &[Arc<Plan>] {
        self.covering.get(code).map_or(&[], Vec::as_slice)
    }

    /// The rendered pages in a language.
    #[must_use]
    pub fn pages(&self, t: Locale) -> Option<&Pages> {
        self.pages.get(t.index())
    }

    /// The paths of the pages of what is for sale, without a language, in no order.
    pub fn paths(&self) -> impl Iterator<Item = String> {
        let places = self.shelves.keys().map(|slug| Routes::place(slug));
        places.chain(self.plans.keys().map(|id| Routes::plan(id)))
    }

    /// How many plans there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.plans.len()
    }

    /// Whether nothing is for sale.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.plans.is_empty()
    }
}

fn order(data: Data) -> u64 {
    match data {
        Data::Megabytes(megabytes) => megabytes,
        Data::Unlimited => u64::MAX,
    }
}

/// What the owner says of the product goes before what the owner says of its country.
pub(super) fn facts_of(product: &Product, facts: &[PlanFact]) -> Facts {
    let of_product = facts
        .iter()
        .filter(|f| f.product.as_deref() == Some(product.id.as_str()));
    let single = if let [code] = product.coverage.as_slice() {
        Some(code.as_str())
    } else {
        None
    };
    let of_country = facts
        .iter()
        .filter(|f| f.country.is_some() && f.country.as_deref() == single);
    let found: Vec<&PlanFact> = of_product.chain(of_country).collect();
    Facts {
        hotspot: found.iter().find_map(|f| f.hotspot),
        identity_check: found.iter().find_map(|f| f.identity_check),
        apn: found.iter().find_map(|f| f.apn.clone()),
    }
}

#[cfg(test)]
mod tests;
