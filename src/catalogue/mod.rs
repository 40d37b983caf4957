//! THE SHELF IN MEMORY: what is for sale, priced, searchable, and its rendered pages. Made from
//! Postgres alone; never asks the supplier.

use std::sync::Arc;
use std::time::Duration;

use arc_swap::{ArcSwap, Guard};
use chrono::{DateTime, TimeDelta, Utc};

pub mod around;
pub mod choice;
pub mod offers;
pub mod pages;
pub mod plan;
pub mod search;
pub mod snapshot;

pub use plan::Plan;
pub use snapshot::Snapshot;

use crate::clock::Clock;
use crate::db;
use crate::db::plan_marks;
use crate::db::price_versions;
use crate::db::products::State;
use crate::shop::{Found, PlanFact, Pricing, Shop};
use domain::destination::Destination;
use domain::money::Currency;
use domain::product::Product;
use domain::second_look::fell;

/// How long a missed announcement can go unnoticed.
const POLL: Duration = Duration::from_secs(30);
/// What sold best is counted over so long.
const SALES: TimeDelta = TimeDelta::days(90);

/// The shelf of this replica.
#[derive(Debug)]
pub struct Catalogue {
    snapshot: ArcSwap<Snapshot>,
    state: ArcSwap<State>,
    own: Own,
    // One reload at a time: a slow older one must not overwrite a newer.
    reloading: tokio::sync::Mutex<()>,
}

/// What shop.toml says of the shelf.
#[derive(Debug)]
struct Own {
    currency: Currency,
    pricing: Arc<Pricing>,
    facts: Vec<PlanFact>,
}

/// The price rules that rule.
#[derive(Debug, Clone, Default)]
pub struct Rules {
    /// The version that was published; 0 while shop.toml rules.
    pub version: i32,
    /// What they say.
    pub pricing: Arc<Pricing>,
}

impl Rules {
    /// What is wrong with published ones by the checks of this release, which may be others than
    /// those of the release that published them. shop.toml's were looked at when it was read.
    #[must_use]
    pub fn faults(&self, currency: Currency) -> Vec<Found> {
        if self.version == 0 {
            Vec::new()
        } else {
            self.pricing.found(&Ok(currency))
        }
    }
}

/// Published rules with keys that this release does not know.
#[derive(Debug, thiserror::Error)]
#[error(
    "version {version} of the published prices cannot be read by this release: {why} → start the \
     release that published it, and publish prices \
     there that both can read"
)]
struct Unreadable {
    version: i32,
    why: String,
}

impl Catalogue {
    /// The shelf as Postgres has it, on the day of `now`. An empty one is valid.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn load(
        db: &db::Pool,
        shop: &Shop,
        now: DateTime<Utc>,
    ) -> Result<Arc<Self>, db::Error> {
        let state = db::products::state(db).await?;
        let (currency, pricing) = (shop.shop.currency, Arc::new(shop.pricing.clone()));
        let own = Own {
            currency,
            pricing,
            facts: shop.catalogue.fact.clone(),
        };
        let snapshot = read(db, &state, &own, now).await?;
        Ok(Arc::new(Self {
            snapshot: ArcSwap::from_pointee(snapshot),
            state: ArcSwap::from_pointee(state),
            own,
            reloading: tokio::sync::Mutex::new(()),
        }))
    }

    /// The shelf at this moment; take it once per request.
    #[must_use]
    pub fn snapshot(&self) -> Guard<Arc<Snapshot>> {
        self.snapshot.load()
    }

    /// The plan of a product, if it is for sale.
    #[must_use]
    pub fn plan(&self, product_id: &str) -> Option<Arc<Plan>> {
        self.snapshot().plan(product_id).cloned()
    }

    /// Whether our price of a plan covers its product as the supplier describes it now: it costs no
    /// more than before, or we would charge no more for it.
    #[must_use]
    pub fn covers(&self, plan: &Plan, now: &Product) -> bool {
        let no_dearer =
            now.cost_currency == plan.product.cost_currency && now.cost <= plan.product.cost;
        let price = || {
            self.snapshot()
                .prices
                .price(now, Destination::of(&now.coverage)?)
                .ok()
        };
        no_dearer || price().is_some_and(|price| price.minor <= plan.price.minor)
    }

    /// A product that is not on the shelf as a plan of ours, with our price: a top-up. `None` when
    /// it has no price or no place on our shelf.
    #[must_use]
    pub fn offer(&self, product: Product) -> Option<Plan> {
        let destination = Destination::of(&product.coverage)?;
        let shelf = self.snapshot();
        if shelf.marks.hidden.contains(&product.id) {
            return None;
        }
        // A price that fell by more than half waits for a second sync: until then ours stands, here
        // as on the shelf.
        let price = match shelf
            .plan(&product.id)
            .filter(|plan| fell(plan.product.price(), product.price()))
        {
            Some(plan) => plan.price,
            None => shelf.prices.price(&product, destination).ok()?,
        };
        let facts = snapshot::facts_of(&product, &self.own.facts);
        Some(Plan::new(product, price, destination, facts))
    }

    /// The last complete sync with the supplier; `None` before the first.
    #[must_use]
    pub fn synced_at(&self) -> Option<DateTime<Utc>> {
        self.state.load().synced_at
    }

    /// Since when nothing is sold, and why; `None` while the shop sells.
    #[must_use]
    pub fn sales_stopped(&self) -> Option<(DateTime<Utc>, String)> {
        self.state.load().stopped().cloned()
    }

    /// Loads the shelf again if its version has changed or another day has begun, as pages name
    /// days; `true` when it did.
    ///
    /// # Errors
    /// When the database does not answer, or holds what this release cannot read; the shelf stays
    /// as it was. Whether sales are stopped is taken over all the same.
    pub async fn refresh(&self, db: &db::Pool, now: DateTime<Utc>) -> Result<bool, db::Error> {
        let _one_at_a_time = self.reloading.lock().await;
        let state = db::products::state(db).await?;
        let changed = {
            let shown = self.snapshot();
            (state.version, now.date_naive()) != (shown.version, shown.day)
        };
        if changed {
            match read(db, &state, &self.own, now).await {
                Ok(shelf) => self.snapshot.store(Arc::new(shelf)),
                Err(error) => {
                    let synced_at = self.synced_at();
                    self.state.store(Arc::new(State { synced_at, ..state }));
                    return Err(error);
                }
            }
        }
        self.state.store(Arc::new(state));
        Ok(changed)
    }

    /// Follows the announcements, for as long as it is polled; asks by itself every half minute, as
    /// an announcement can be missed.
    pub async fn follow(self: Arc<Self>, db: db::Pool, clock: Clock) {
        loop {
            match db::products::listen(&db).await {
                Ok(mut listener) => self.hear(&db, &mut listener, &clock).await,
                Err(error) => {
                    tracing::warn!(error = %error, "the catalogue's announcements cannot be heard; \
                                                    asking instead")
                }
            }
            tokio::time::sleep(POLL).await;
            self.refresh_or_warn(&db, &clock).await;
        }
    }

    /// Until the connection is lost.
    async fn hear(&self, db: &db::Pool, listener: &mut db::products::Listener, clock: &Clock) {
        loop {
            self.refresh_or_warn(db, clock).await;
            if let Ok(Err(error)) = tokio::time::timeout(POLL, listener.heard()).await {
                tracing::warn!(error = %error, "the connection that hears of a new catalogue was \
                                                lost");
                return;
            }
        }
    }

    async fn refresh_or_warn(&self, db: &db::Pool, clock: &Clock) {
        match self.refresh(db, clock.now()).await {
            Ok(true) => {
                let snapshot = self.snapshot();
                tracing::info!(
                    catalogue.version = snapshot.version,
                    catalogue.plans = snapshot.len(),
                    "a new catalogue is on the shelf"
                );
            }
            Ok(false) => {}
            Err(error) => {
                tracing::warn!(error = %error, "the catalogue could not be read again; the old one \
                                                stays on the shelf")
            }
        }
    }
}

/// The rules that were published last in the shop's currency, else those of shop.toml.
async fn rules(db: &db::Pool, own: &Own) -> Result<Rules, db::Error> {
    let Some(newest) = price_versions::newest(db, own.currency.code()).await? else {
        return Ok(Rules {
            version: 0,
            pricing: Arc::clone(&own.pricing),
        });
    };
    let unreadable = |error: toml::de::Error| Unreadable {
        version: newest.version,
        why: error.message().to_owned(),
    };
    let pricing = Pricing::of_toml(&newest.rules).map_err(|error| db::stored(unreadable(error)))?;
    Ok(Rules {
        version: newest.version,
        pricing: Arc::new(pricing),
    })
}

async fn read(
    db: &db::Pool,
    state: &State,
    own: &Own,
    now: DateTime<Utc>,
) -> Result<Snapshot, db::Error> {
    // Read after the version, so that what is newer than it is read again, never the other way
    // round.
    let rules = rules(db, own).await?;
    let marks = plan_marks::all(db).await?;
    let products = db::products::all(db).await?;
    let sold = db::captures::sold_since(db, now - SALES).await?;
    let prices = rules.pricing.list(own.currency).on(now.date_naive());
    let snapshot = Snapshot::marked(state, products, (&prices, marks), &own.facts)
        .ruled_by(rules)
        .on(now.date_naive())
        .with_sales(&sold)
        .with_changes(db::products::changes(db).await?);
    for (product, reason) in snapshot
        .refused
        .iter()
        .filter(|(_, why)| why.is_fault() && !why.is_doubt())
    {
        tracing::warn!(
            product.id = product,
            "this product is not on the shelf: it {reason}"
        );
    }
    for doubt in prices.doubtful_rates() {
        let plans = snapshot
            .refused
            .iter()
            .filter(|(_, why)| why.is_doubt())
            .count();
        tracing::error!(
            catalogue.refused = plans,
            "plans are not on the shelf: {doubt}"
        );
    }
    Ok(snapshot)
}

#[cfg(test)]
pub(crate) mod testing {
    //! Made-up products for the tests of this room and of the pages.

    use std::collections::BTreeMap;

    use super::*;
    use domain::pricing::{CardFee, PriceList, Rounding, Terms};
    use domain::product::{Data, FairUse, Network, Product};

    /// A gigabyte for a week at two dollars; `coverage` is codes with spaces between.
    pub(crate) fn product(id: &str, coverage: &str) -> Product {
        Product {
            id: id.into(),
            meta_id: None,
            name: id.into(),
            data: Data::Megabytes(1024),
            days: 7,
            coverage: coverage.split(' ').map(str::to_owned).collect(),
            networks: vec![Network {
                mccmnc: Some("44020".into()),
                name: "SoftBank".into(),
                speed: Some("5G".into()),
                country: None,
            }],
            imsi_profile: Some("Green".into()),
            fair_use: FairUse::default(),
            raw: None,
            cost: "2".parse().unwrap(),
            cost_currency: Currency::USD,
        }
    }

    pub(crate) fn prices() -> PriceList {
        let terms = Terms {
            markup_percent: 20.into(),
            minimum_margin: 1.into(),
            rounding: Rounding::To("0.10".parse().unwrap()),
        };
        PriceList {
            currency: Currency::USD,
            terms,
            rates: BTreeMap::new(),
            exceptions: BTreeMap::new(),
            card_fee: CardFee::default(),
            rate_confirmed: None,
            day: chrono::NaiveDate::default(),
        }
    }

    pub(crate) fn snapshot(products: Vec<Product>) -> Snapshot {
        let state = State {
            version: 1,
            synced_at: None,
            sales_stopped: None,
            stopped_by_hand: None,
        };
        Snapshot::new(&state, products, &prices(), &[])
    }
}
