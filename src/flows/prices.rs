//! What an owner must hear of prices: alerts that are raised while something is wrong with them,
//! and end with it. No price is made here.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::Error;
use crate::app::App;
use crate::db::{self, Connection, alerts};
use domain::alert::{Alert, AlertKind};
use domain::second_look::{self, Known, Price, Strange, Waiting};

/// How many products an alert names.
const NAMED: usize = 3;

/// Raises the alert of rates that sell nothing until they are confirmed, or ends it. Asked at
/// start, and with each sync, as a word for a rate grows old.
///
/// # Errors
/// The database's.
pub async fn watch(app: &App) -> Result<(), Error> {
    let now = app.clock.now();
    let shelf = app.catalogue.snapshot().clone();
    let doubtful = shelf.prices.on(now.date_naive()).doubtful_rates();
    let told: Vec<String> = doubtful.iter().map(ToString::to_string).collect();
    let mut db = app.db.acquire().await?;
    if told.is_empty() {
        alerts::resolve(&mut db, AlertKind::SalesStopped, "exchange_rates", now).await?;
        return Ok(());
    }
    let what = format!("plans are off the shelf: {}", told.join("; "));
    let mend = match shelf.rules.version {
        0 => {
            "correct the rate in shop.toml, or set [pricing] rate_confirmed to today if it is \
             right; then restart the shop"
        }
        _ => {
            "correct the rate at the desk under Prices, or set rate_confirmed to today if it is \
             right; or do so in a file, and `prices import` it"
        }
    };
    let alert = Alert {
        kind: AlertKind::SalesStopped,
        subject: "exchange_rates",
        what: &what,
        mend,
        order_id: None,
    };
    if alerts::raise(&mut db, &alert, now).await? {
        tracing::error!("{what}");
    }
    Ok(())
}

/// After a complete sync: raises an alert for what waits for a second one, ends it when nothing
/// does, and ends those of prices that rose.
pub(super) async fn tell_after_sync(
    tx: &mut Connection,
    known: &[Known],
    waiting: &[Waiting],
    now: DateTime<Utc>,
) -> Result<(), db::Error> {
    let fallen: Vec<(&Waiting, Price)> = waiting
        .iter()
        .filter_map(|w| match w.what {
            Strange::Fell(price) => Some((w, price)),
            Strange::Gone => None,
        })
        .collect();
    let gone: Vec<&Waiting> = waiting.iter().filter(|w| w.what == Strange::Gone).collect();
    let fell = (!fallen.is_empty()).then(|| {
        let before: BTreeMap<&str, Price> =
            known.iter().map(|k| (k.id.as_str(), k.price)).collect();
        let named = fallen.iter().map(|(w, after)| {
            let from = before
                .get(w.product_id.as_str())
                .map(|(cost, currency)| format!(" from {cost} {currency}"))
                .unwrap_or_default();
            format!("{}{from} to {} {}", w.product_id, after.0, after.1)
        });
        format!(
            "the supplier's price of {} fell by more than half; the old price stands until a sync \
             from {} on says the same",
            list_of(named, fallen.len()),
            second_look_at(fallen.iter().map(|(w, _)| *w))
        )
    });
    let mend = "ask the supplier whether it is meant; if it is, there is nothing to do";
    tell(tx, AlertKind::PriceFell, fell, mend, now).await?;
    let shrunk = (!gone.is_empty()).then(|| {
        let for_sale = known.iter().filter(|k| k.for_sale).count();
        format!(
            "{} of the {for_sale} plans on the shelf are missing from the supplier's catalogue; \
             they stay until a sync from {} on misses them, too",
            gone.len(),
            second_look_at(gone.iter().copied())
        )
    });
    tell(tx, AlertKind::CatalogueShrunk, shrunk, mend, now).await?;
    // A price that rose after its plan was sold is on the shelf now.
    alerts::resolve_all(tx, AlertKind::PriceRose, now).await
}

/// A list that is empty, or that cannot be read for the most part, is never believed; the next
/// whole sync ends the alert.
pub(super) async fn tell_no_catalogue(
    db: &db::Pool,
    why: &str,
    now: DateTime<Utc>,
) -> Result<(), db::Error> {
    let what = format!("{why}; the shelf stays as it was");
    let mend = "ask the supplier what became of its catalogue; the shop tries again by itself";
    tell(
        &mut *db.acquire().await?,
        AlertKind::CatalogueShrunk,
        Some(what),
        mend,
        now,
    )
    .await
}

async fn tell(
    tx: &mut Connection,
    kind: AlertKind,
    what: Option<String>,
    mend: &str,
    now: DateTime<Utc>,
) -> Result<(), db::Error> {
    match what {
        None => alerts::resolve(tx, kind, "", now).await.map(drop),
        Some(what) => {
            if alerts::raise(
                tx,
                &Alert {
                    kind,
                    subject: "",
                    what: &what,
                    mend,
                    order_id: None,
                },
                now,
            )
            .await?
            {
                tracing::warn!("{what}");
            }
            Ok(())
        }
    }
}

/// `a from 12 USD to 0.12 USD, b …, c … and 9 more`
fn list_of(named: impl Iterator<Item = String>, all: usize) -> String {
    let first = named.take(NAMED).collect::<Vec<_>>().join(", ");
    match all.saturating_sub(NAMED) {
        0 => first,
        more => format!("{first} and {more} more"),
    }
}

fn second_look_at<'a>(waiting: impl Iterator<Item = &'a Waiting>) -> String {
    let at = waiting.map(|w| w.since + second_look::WAIT).max();
    at.map(|at| at.format("%H:%M UTC").to_string())
        .unwrap_or_default()
}
