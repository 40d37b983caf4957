//! The catalogue's sync: every page of the supplier's list, then one exchange of the shelf. A
//! half-heard list changes nothing; what is strange in a whole one waits.

use std::collections::{BTreeMap, HashSet};
use std::future::Future;

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::Value;

use super::{Error, JobOutcome, prices};
use crate::app::App;
use crate::db::products::{self, Replaced};
use crate::db::{self, catalogue_waits};
use crate::esimfx::{self, ProductPage};
use domain::product::Product;
use domain::second_look;

/// More pages than any catalogue has: beyond it the list does not end.
const MAX_PAGES: usize = 2_000;

/// What a complete sync found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SyncReport {
    /// Products in the supplier's list, each counted once.
    pub products: usize,
    /// Entries of the list that could not be read and are not sold.
    pub skipped: usize,
    /// Pages asked for.
    pub pages: usize,
    /// New, changed, or back.
    pub changed: u64,
    /// Gone from the list.
    pub withdrawn: u64,
    /// Products of which something waits until a later sync says it again.
    pub waiting: usize,
    /// From when on a sync is believed about all that waits; `None` when nothing does.
    pub second_look: Option<DateTime<Utc>>,
}

/// Why a sync changed nothing.
#[derive(Debug, thiserror::Error)]
pub enum SyncError {
    /// A page did not come.
    #[error("page {page} of the supplier's catalogue did not come: {source}")]
    Page {
        /// Counted from 1.
        page: usize,
        /// What the door says.
        source: esimfx::Error,
    },
    /// The list turned back on itself, or has no end.
    #[error("the supplier's catalogue repeats itself after page {0}")]
    Endless(usize),
    /// A list without products would empty the shelf.
    #[error("the supplier's catalogue came complete and empty")]
    Empty,
    /// More than half could not be read: the format changed, rather than the offer.
    #[error("{skipped} of {total} entries of the supplier's catalogue could not be read")]
    Unreadable {
        /// Entries that could not be read.
        skipped: usize,
        /// All entries.
        total: usize,
    },
    /// The database did not answer.
    #[error("the catalogue could not be stored: {0}")]
    Database(#[from] db::Error),
}

/// The periodic sync. What waits is looked at again as soon as it may be believed.
///
/// # Errors
/// [`Error`]; the sync is tried again.
pub async fn run(app: &App) -> Result<JobOutcome, Error> {
    let now = app.clock.now();
    let report = sync_catalogue(&app.db, &app.supplier, now).await?;
    prices::watch(app).await?;
    let usual = TimeDelta::from_std(app.config.catalogue_sync_interval)
        .map_or(now, |interval| now + interval);
    Ok(report
        .second_look
        .filter(|at| *at < usual)
        .map_or(JobOutcome::Done, JobOutcome::RetryAt))
}

/// One full sync; `now` is the time it is known by.
///
/// # Errors
/// [`SyncError`]; then the shelf is as it was.
pub async fn sync_catalogue(
    db: &db::Pool,
    supplier: &esimfx::Client,
    now: DateTime<Utc>,
) -> Result<SyncReport, SyncError> {
    sync_from(db, |start| supplier.products_page(start), now).await
}

async fn sync_from<F, Fut>(
    db: &db::Pool,
    page: F,
    now: DateTime<Utc>,
) -> Result<SyncReport, SyncError>
where
    F: FnMut(Option<Value>) -> Fut,
    Fut: Future<Output = Result<ProductPage, esimfx::Error>>,
{
    let list = match read_all(page).await {
        Ok(list) => list,
        Err(error) => {
            if matches!(error, SyncError::Empty | SyncError::Unreadable { .. }) {
                prices::tell_no_catalogue(db, &error.to_string(), now).await?;
            }
            return Err(error);
        }
    };
    let heard = list.products.len();
    // No transaction is open until here.
    let mut tx = db.begin().await?;
    products::lock(&mut tx).await?;
    let known = products::known(&mut tx).await?;
    let waited = catalogue_waits::all(&mut tx).await?;
    let verdict = second_look::judge(&known, list.products.into_values().collect(), &waited, now);
    let stay: Vec<String> = verdict.stay.into_iter().collect();
    let Replaced { changed, withdrawn } =
        products::replace_all(&mut tx, &verdict.products, &stay, now).await?;
    catalogue_waits::replace(&mut tx, &verdict.waiting).await?;
    prices::tell_after_sync(&mut tx, &known, &verdict.waiting, now).await?;
    tx.commit().await?;
    Ok(SyncReport {
        products: heard,
        skipped: list.skipped,
        pages: list.pages,
        changed,
        withdrawn,
        waiting: verdict.waiting.len(),
        second_look: verdict
            .waiting
            .iter()
            .map(|w| w.since + second_look::WAIT)
            .min(),
    })
}

struct List {
    products: BTreeMap<String, Product>,
    skipped: usize,
    pages: usize,
}

async fn read_all<F, Fut>(mut page: F) -> Result<List, SyncError>
where
    F: FnMut(Option<Value>) -> Fut,
    Fut: Future<Output = Result<ProductPage, esimfx::Error>>,
{
    let mut list = List {
        products: BTreeMap::new(),
        skipped: 0,
        pages: 0,
    };
    let mut starts = HashSet::new();
    let mut start = None;
    loop {
        list.pages += 1;
        let ProductPage {
            products,
            skipped,
            next,
        } = page(start).await.map_err(|source| SyncError::Page {
            page: list.pages,
            source,
        })?;
        list.skipped += skipped;
        // A list that shifts while it is read shows a product twice; the later page is the newer.
        list.products
            .extend(products.into_iter().map(|p| (p.id.clone(), p)));
        let Some(key) = next else { break };
        if list.pages >= MAX_PAGES || !starts.insert(key.to_string()) {
            return Err(SyncError::Endless(list.pages));
        }
        start = Some(key);
    }
    let total = list.products.len() + list.skipped;
    if list.skipped > list.products.len() {
        return Err(SyncError::Unreadable {
            skipped: list.skipped,
            total,
        });
    }
    if list.products.is_empty() {
        Err(SyncError::Empty)
    } else {
        Ok(list)
    }
}

#[cfg(test)]
mod tests;
