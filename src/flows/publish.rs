//! Price rules are published: looked at whole with every check and every price that they change,
//! then put in force for all replicas at once, or refused whole. Who publishes at the desk proves
//! the second factor with it.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::desk::{self, Factor, Member};
use super::price_diff::{self, Diff};
use super::{price_table, prices};
use crate::app::App;
use crate::catalogue::Snapshot;
use crate::db::price_versions::{self, NewVersion};
use crate::db::{self, alerts, audit, products};
use crate::shop::{Found, Pricing, Typed};
use domain::alert::{Alert, AlertKind};
use domain::pricing::{PriceError, PriceList, rates};

/// How many plans a fault names.
const NAMED: usize = 3;

/// Rules that could be published: what is wrong with them, and what they would change.
#[derive(Debug)]
pub struct Proposal {
    /// The rules.
    pub pricing: Pricing,
    /// The version that rules now; 0 is shop.toml.
    pub ruling: i32,
    /// Everything that is wrong. While there is anything, they are not published.
    pub faults: Vec<Found>,
    /// Every price that they change.
    pub diff: Diff,
    // The shelf on which that is so.
    shelf: i64,
}

/// Who publishes.
#[derive(Debug, Clone, Copy)]
pub enum By<'a> {
    /// Somebody at the keyboard of the server.
    Operator(&'a str),
    /// A member of the desk, with a code of now.
    Member(&'a Member, &'a str),
}

impl By<'_> {
    fn name(&self) -> &str {
        match self {
            Self::Operator(name) => name,
            Self::Member(member, _) => member.name(),
        }
    }
}

/// Why nothing was published.
#[derive(Debug, thiserror::Error)]
pub enum NotPublished {
    /// Something is wrong with the rules.
    #[error("the rules are at fault")]
    Faults,
    /// Somebody else has published this version since.
    #[error("version {0} has been published meanwhile")]
    Overtaken(i32),
    /// The shelf is another since the diff was made.
    #[error("the catalogue has changed meanwhile")]
    OtherShelf,
    /// They rule already.
    #[error("these rules rule already")]
    Same,
    /// The second factor was not right.
    #[error("the code is not right")]
    WrongCode,
    /// Too many were not: none counts until then.
    #[error("no code counts before {0}")]
    Paused(DateTime<Utc>),
    /// The database failed.
    #[error("the database failed: {0}")]
    Failed(#[from] db::Error),
}

/// Looks at rules whole, beside those that rule now. Changes nothing.
///
/// # Errors
/// The database's.
pub async fn propose(app: &App, pricing: Pricing) -> Result<Proposal, db::Error> {
    app.catalogue.refresh(&app.db, app.clock.now()).await?;
    let shelf = app.catalogue.snapshot().clone();
    let currency = app.config.shop.shop.currency;
    let mut faults = pricing.found(&Ok(currency));
    let list = pricing.list(currency).on(app.clock.now().date_naive());
    let diff = price_diff::between(
        &price_table::by(app, &shelf.prices).await?,
        &price_table::by(app, &list).await?,
    );
    faults.extend(on_the_shelf(&shelf, &pricing, &list, faults.is_empty()));
    Ok(Proposal {
        pricing,
        ruling: shelf.rules.version,
        faults,
        diff,
        shelf: shelf.version,
    })
}

/// What each sync would find of these rules: rates that sell nothing, rules for nothing, and, where
/// all else is well, plans that leave the shelf.
fn on_the_shelf(shelf: &Snapshot, pricing: &Pricing, list: &PriceList, well: bool) -> Vec<Found> {
    let mut found: Vec<Found> = list
        .doubtful_rates()
        .into_iter()
        .map(|doubt| {
            let what = format!(
                "says that one {} is {} {}, over 40 % less than the {} of our table of {}",
                doubt.from,
                doubt.rate,
                doubt.to,
                doubt.table,
                rates::dated()
            );
            Found::new(
                "exchange_rates",
                what,
                "correct it, or set rate_confirmed to the day on which you found it right",
            )
        })
        .collect();
    for id in shelf.strangers_of(list) {
        let rule = pricing
            .rule
            .iter()
            .position(|rule| rule.product.as_deref() == Some(id));
        let mend = "correct it, or remove the rule".to_owned();
        let (setting, problem) = (
            "[[pricing.rule]] product".to_owned(),
            format!("names {id}, which the supplier has never listed"),
        );
        found.push(Found {
            rule,
            key: "product",
            setting,
            problem,
            mend,
        });
    }
    if well && found.is_empty() {
        found.extend(unsellable(shelf, list));
    }
    found
}

/// Plans that are for sale and could not be by these rules, under the key that mends it.
fn unsellable(shelf: &Snapshot, list: &PriceList) -> Vec<Found> {
    let mut by_key: BTreeMap<&'static str, Vec<String>> = BTreeMap::new();
    for plan in shelf.shelves().flat_map(|shelf| &shelf.plans) {
        if let Err(why) = list.price(&plan.product, plan.destination) {
            let key = match why {
                PriceError::NoRate { .. } | PriceError::RateUnconfirmed { .. } => "exchange_rates",
                PriceError::RoundedTooFar { .. } => "round_to",
                PriceError::TooLarge | PriceError::NegativeCost(_) => "markup_percent",
                PriceError::BelowMinimumCharge { .. } | PriceError::BelowCost { .. } => {
                    "minimum_margin"
                }
            };
            by_key
                .entry(key)
                .or_default()
                .push(format!("{} {why}", plan.product.id));
        }
    }
    let fault = |(key, plans): (&'static str, Vec<String>)| {
        let named = plans
            .iter()
            .take(NAMED)
            .cloned()
            .collect::<Vec<_>>()
            .join("; ");
        let more = match plans.len().saturating_sub(NAMED) {
            0 => String::new(),
            more => format!("; and {more} more"),
        };
        let what = format!("would take plans off the shelf that are for sale now: {named}{more}");
        Found::new(
            key,
            what,
            "change it here or in an exception, or hide those plans first",
        )
    };
    by_key.into_iter().map(fault).collect()
}

/// Why a member's code does not publish. A wrong one is counted.
async fn refusal_of_code(
    app: &App,
    tx: &mut db::Connection,
    member: &Member,
    code: &str,
    now: DateTime<Utc>,
) -> Result<Option<NotPublished>, db::Error> {
    Ok(
        match desk::second_factor(app, tx, &member.address, code, now).await? {
            Factor::Right => None,
            Factor::Wrong => Some(NotPublished::WrongCode),
            Factor::Paused(until) => Some(NotPublished::Paused(until)),
        },
    )
}

/// Puts rules in force, if they are still what was looked at: `from` is the version that ruled
/// then. The new version.
///
/// # Errors
/// [`NotPublished`]; nothing was published.
pub async fn publish(
    app: &App,
    proposal: &Proposal,
    from: i32,
    by: By<'_>,
) -> Result<i32, NotPublished> {
    if !proposal.faults.is_empty() {
        return Err(NotPublished::Faults);
    }
    let (now, currency) = (app.clock.now(), app.config.shop.shop.currency.code());
    let mut tx = app.db.begin().await?;
    let shelf = products::lock(&mut tx).await?;
    let before = price_versions::newest(&mut *tx, currency).await?;
    let rules = proposal.pricing.to_toml();
    check_unchanged(proposal, from, shelf, before.as_ref(), &rules)?;
    if let By::Member(member, code) = by
        && let Some(refusal) = refusal_of_code(app, &mut tx, member, code, now).await?
    {
        tx.commit().await?;
        return Err(refusal);
    }
    let own = own(app);
    let seed = match before {
        Some(before) if own != rules => before.seed,
        _ => own,
    };
    let changes = proposal.diff.counts();
    let new = NewVersion {
        currency,
        rules: &rules,
        seed: &seed,
        drafted_from: from,
        who: by.name(),
        changes,
    };
    let version = price_versions::insert(&mut tx, &new, now).await?;
    products::raise_version(&mut tx).await?;
    if own_is_set_aside(app, &seed, &rules) {
        alerts::resolve(&mut tx, AlertKind::PricesDiffer, "", now).await?;
    }
    let summary = proposal.diff.summary();
    let what = format!("version {version}, drafted from {from}; {summary}");
    audit::record(&mut tx, by.name(), "prices published", Some(&what), now).await?;
    if let By::Member(member, _) = by {
        price_versions::drop_draft(&mut *tx, member.name()).await?;
    }
    tx.commit().await?;
    tracing::info!(prices.version = version, "new prices rule");
    app.catalogue.refresh(&app.db, now).await?;
    // A rate that sold nothing may be well now. The next sync looks again.
    if let Err(error) = prices::watch(app).await {
        tracing::warn!(error.message = %error, "whether a rate is in doubt could not be looked at");
    }
    Ok(version)
}

/// Whether what was looked at still stands, and is news.
fn check_unchanged(
    proposal: &Proposal,
    from: i32,
    shelf: i64,
    before: Option<&price_versions::Newest>,
    rules: &str,
) -> Result<(), NotPublished> {
    let ruling = before.map_or(0, |before| before.version);
    if ruling != from || ruling != proposal.ruling {
        return Err(NotPublished::Overtaken(ruling));
    }
    if shelf != proposal.shelf {
        return Err(NotPublished::OtherShelf);
    }
    if before.is_some_and(|before| before.rules == rules) {
        return Err(NotPublished::Same);
    }
    Ok(())
}

/// Keeps what somebody has typed, faults and all.
///
/// # Errors
/// The database's.
pub async fn keep_draft(
    app: &App,
    member: &Member,
    from: i32,
    typed: &Typed,
) -> Result<(), db::Error> {
    let typed = serde_json::to_value(typed).map_err(db::stored)?;
    price_versions::keep_draft(&app.db, &member.address, from, &typed, app.clock.now()).await
}

/// Throws it away.
///
/// # Errors
/// The database's.
pub async fn drop_draft(app: &App, member: &Member) -> Result<(), db::Error> {
    price_versions::drop_draft(&app.db, member.name()).await
}

/// `[pricing]` of our shop.toml; empty where it has none.
fn own(app: &App) -> String {
    let pricing = &app.config.shop.pricing;
    if pricing.written {
        pricing.to_toml()
    } else {
        String::new()
    }
}

/// Whether `[pricing]` of our shop.toml is nothing that its owner may take for being in force.
fn own_is_set_aside(app: &App, seed: &str, rules: &str) -> bool {
    let own = own(app);
    own.is_empty() || own == seed || own == rules
}

/// The version that rules although `[pricing]` of our shop.toml was changed since; none where all
/// is well.
///
/// # Errors
/// The database's.
pub async fn ignored(app: &App) -> Result<Option<i32>, db::Error> {
    let newest = price_versions::newest(&app.db, app.config.shop.shop.currency.code()).await?;
    Ok(newest
        .filter(|newest| !own_is_set_aside(app, &newest.seed, &newest.rules))
        .map(|newest| newest.version))
}

/// What is wrong with a shop.toml that was changed in vain.
#[must_use]
pub fn ignored_words(version: i32) -> String {
    format!(
        "[pricing] in shop.toml was changed and has no effect: version {version} of the published \
         prices rules"
    )
}

/// Both ways out of it.
pub const IGNORED_MEND: &str = "`esim-storefront prices import shop.toml` (with Docker: \
                                config/shop.toml) publishes what stands there; or take [pricing] \
                                and its rules out of shop.toml. Then restart the shop";

/// At start: tells of a shop.toml that was changed in vain, or ends that alert.
///
/// # Errors
/// The database's.
pub async fn watch(app: &App) -> Result<(), db::Error> {
    let (ignored, now) = (ignored(app).await?, app.clock.now());
    let mut db = app.db.acquire().await?;
    let Some(version) = ignored else {
        return alerts::resolve(&mut db, AlertKind::PricesDiffer, "", now)
            .await
            .map(drop);
    };
    let what = ignored_words(version);
    let alert = Alert {
        kind: AlertKind::PricesDiffer,
        subject: "",
        what: &what,
        mend: IGNORED_MEND,
        order_id: None,
    };
    if alerts::stand(&mut db, &alert, now).await? {
        tracing::warn!("{what} → {IGNORED_MEND}");
    }
    Ok(())
}
