//! One eSIM now with a top-up later, for a trip: which pair the supplier would let a traveller have
//! today. Advice only: nothing is written, ordered or promised.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Semaphore;

use crate::app::App;
use crate::catalogue::{Plan, Snapshot};
use domain::destination;
use domain::money::Money;
use domain::trip::later::{Pair, cheapest};
use domain::trip::{Need, Trip};

/// A page waits no longer for advice.
const WAIT: Duration = Duration::from_millis(1500);
/// Plans for which the supplier is asked.
const ASKED: usize = 2;
/// Pages that ask the supplier at once, whoever looks at them: what is sold needs it more.
static ASKING: Semaphore = Semaphore::const_new(2);

/// A plan to buy now and what to add to it.
#[derive(Debug, Clone)]
pub struct Advice {
    /// What is bought now.
    pub now: Arc<Plan>,
    /// The top-up, as it is offered today.
    pub later: Plan,
    /// The day of the trip on which it begins; the first is 1.
    pub day: u32,
    /// Both together.
    pub price: Money,
}

/// The cheapest pair that serves a trip, when it costs less than `below`; `None` as well where the
/// supplier does not say so in time.
pub async fn top_up_later(
    app: &App,
    trip: &Trip,
    need: Need,
    below: Option<i64>,
) -> Option<Advice> {
    let snapshot = Arc::clone(&app.catalogue.snapshot());
    tokio::time::timeout(WAIT, found(app, &snapshot, trip, need, below))
        .await
        .ok()
        .flatten()
}

/// Who has to top up in the first third of a trip has bought too little.
fn not_before(trip: &Trip) -> u32 {
    trip.days() / 3
}

async fn found(
    app: &App,
    snapshot: &Snapshot,
    trip: &Trip,
    need: Need,
    below: Option<i64>,
) -> Option<Advice> {
    for now in likely(snapshot, trip, need, below) {
        let Some(tops_up) = offered(app, &now).await else {
            continue;
        };
        let Some((at, day, minor)) = best(&now, &tops_up, trip, need)
            .filter(|(.., price)| below.is_none_or(|below| *price < below))
        else {
            continue;
        };
        if let Some(later) = tops_up.get(at).cloned() {
            let price = Money::new(minor, now.price.currency);
            return Some(Advice {
                now,
                later,
                day: day.saturating_add(1),
                price,
            });
        }
    }
    None
}

/// The best of these top-ups after this plan: its place, the day on which it begins, and what the
/// two cost.
fn best(now: &Plan, tops_up: &[Plan], trip: &Trip, need: Need) -> Option<(usize, u32, i64)> {
    let pairs: Vec<Pair<'_>> = tops_up
        .iter()
        .map(|later| Pair {
            now: now.offer(),
            later: later.offer(),
        })
        .collect();
    let (at, day) = cheapest(trip, &pairs, need, not_before(trip))?;
    Some((at, day, pairs.get(at)?.price()?))
}

/// Plans that go everywhere and would serve with a top-up of the same profile and place, by what
/// the two would cost.
fn likely(snapshot: &Snapshot, trip: &Trip, need: Need, below: Option<i64>) -> Vec<Arc<Plan>> {
    let Some(first) = trip.stops().first() else {
        return Vec::new();
    };
    let everywhere = |plan: &&Arc<Plan>| {
        plan.product.imsi_profile.is_some()
            && trip
                .stops()
                .iter()
                .all(|stop| plan.offer().covers(stop.country))
    };
    let own = destination::country(first.country).and_then(|country| snapshot.shelf(country.slug));
    let shelf = own.map(|shelf| shelf.plans.as_slice()).unwrap_or_default();
    let all: Vec<&Arc<Plan>> = shelf
        .iter()
        .chain(snapshot.also_covering(first.country))
        .filter(everywhere)
        .collect();
    let with = |now: &Arc<Plan>| {
        let fits = |later: &&&Arc<Plan>| {
            later.product.imsi_profile == now.product.imsi_profile
                && later.destination == now.destination
        };
        let pairs: Vec<Pair<'_>> = all
            .iter()
            .filter(fits)
            .map(|later| Pair {
                now: now.offer(),
                later: later.offer(),
            })
            .collect();
        cheapest(trip, &pairs, need, not_before(trip)).and_then(|(at, _)| pairs.get(at)?.price())
    };
    let mut priced: Vec<(i64, &Arc<Plan>)> = all
        .iter()
        .filter_map(|now| Some((with(now)?, *now)))
        .collect();
    priced.retain(|(price, _)| below.is_none_or(|below| *price < below));
    priced.sort_by_key(|(price, now)| (*price, now.product.id.clone()));
    priced
        .into_iter()
        .take(ASKED)
        .map(|(_, now)| Arc::clone(now))
        .collect()
}

/// What the supplier offers on top of a plan, with our prices; asked once a minute at most.
async fn offered(app: &App, plan: &Plan) -> Option<Vec<Plan>> {
    let (id, now) = (&plan.product.id, app.clock.now());
    let key = format!("product {id}");
    let products = match app.offers.recall(&key, now) {
        Some(products) => products,
        None => {
            let _asking = ASKING.try_acquire().ok()?;
            let products = match app.supplier.topups_of(id, &plan.product.coverage).await {
                Ok(products) => products,
                Err(error) => {
                    tracing::info!(error = %error, "the supplier did not say which top-ups fit a \
                                                    plan");
                    return None;
                }
            };
            app.offers.remember(&key, &products, now);
            products
        }
    };
    Some(
        products
            .into_iter()
            .filter_map(|product| app.catalogue.offer(product))
            .collect(),
    )
}
