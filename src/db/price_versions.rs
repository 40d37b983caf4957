//! Tables `price_versions` and `price_drafts`: price rules that were published, each for good, and
//! what somebody still works on.

use chrono::{DateTime, Utc};
use serde_json::Value;
use sqlx::{PgExecutor, PgPool, Result};

use super::Connection;
use domain::email::EmailAddress;

/// The rules that rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Newest {
    /// Counted from 1.
    pub version: i32,
    /// `[pricing]` as TOML.
    pub rules: String,
    /// `[pricing]` of shop.toml as it was set aside; empty where there was none.
    pub seed: String,
}

/// The newest version in a currency; none while shop.toml rules.
pub async fn newest(db: impl PgExecutor<'_>, currency: &str) -> Result<Option<Newest>> {
    sqlx::query_as!(
        Newest,
        "select version, rules, seed from price_versions where currency = $1
         order by version desc limit 1",
        currency
    )
    .fetch_optional(db)
    .await
}

/// A version as it is listed.
#[derive(Debug, Clone)]
pub struct Version {
    /// Counted from 1.
    pub version: i32,
    /// ISO 4217.
    pub currency: String,
    /// `[pricing]` as TOML.
    pub rules: String,
    /// When.
    pub published_at: DateTime<Utc>,
    /// Who, as in `ops.audit`.
    pub published_by: String,
    /// How many plans became dearer.
    pub prices_up: i32,
    /// How many became cheaper.
    pub prices_down: i32,
    /// How many came onto the shelf.
    pub plans_come: i32,
    /// How many left it.
    pub plans_leave: i32,
}

/// Every version, the newest first.
pub async fn all(db: &PgPool) -> Result<Vec<Version>> {
    sqlx::query_as!(
        Version,
        "select version, currency, rules, published_at, published_by, prices_up, prices_down,
         plans_come, plans_leave
         from price_versions order by version desc limit 200"
    )
    .fetch_all(db)
    .await
}

/// One version.
pub async fn one(db: &PgPool, version: i32) -> Result<Option<Version>> {
    sqlx::query_as!(
        Version,
        "select version, currency, rules, published_at, published_by, prices_up, prices_down,
         plans_come, plans_leave
         from price_versions where version = $1",
        version
    )
    .fetch_optional(db)
    .await
}

/// A version to publish.
#[derive(Debug)]
pub struct NewVersion<'a> {
    /// ISO 4217.
    pub currency: &'a str,
    /// `[pricing]` as TOML.
    pub rules: &'a str,
    /// As in [`Newest`].
    pub seed: &'a str,
    /// The version that ruled while it was drafted; 0 is shop.toml.
    pub drafted_from: i32,
    /// Who publishes.
    pub who: &'a str,
    /// Dearer, cheaper, onto the shelf, off it.
    pub changes: [i32; 4],
}

/// Publishes; the new version's number. The caller holds the catalogue's lock.
pub async fn insert(tx: &mut Connection, new: &NewVersion<'_>, now: DateTime<Utc>) -> Result<i32> {
    let [up, down, come, leave] = new.changes;
    sqlx::query_scalar!(
        "insert into price_versions (version, currency, rules, seed, drafted_from, published_at,
           published_by, prices_up, prices_down, plans_come,
                plans_leave)
         select coalesce(max(version), 0) + 1, $1, $2, $3, $4, $5, 'operator:' || $6, $7, $8, $9,
         $10 from price_versions
         returning version",
        new.currency,
        new.rules,
        new.seed,
        new.drafted_from,
        now,
        new.who,
        up,
        down,
        come,
        leave
    )
    .fetch_one(tx)
    .await
}

/// What somebody works on: the version it was drafted from, and what was typed.
pub async fn draft(db: &PgPool, of: &EmailAddress) -> Result<Option<(i32, Value)>> {
    let row = sqlx::query!(
        "select drafted_from, typed from price_drafts where address = $1",
        of.expose()
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| (row.drafted_from, row.typed)))
}

/// Keeps a draft in place of the one before.
pub async fn keep_draft(
    db: &PgPool,
    of: &EmailAddress,
    drafted_from: i32,
    typed: &Value,
    now: DateTime<Utc>,
) -> Result<()> {
    sqlx::query!(
        "insert into price_drafts (address, drafted_from, typed, saved_at) values ($1, $2, $3, $4)
         on conflict (address) do update
         set drafted_from = excluded.drafted_from, typed = excluded.typed,
         saved_at = excluded.saved_at",
        of.expose(),
        drafted_from,
        typed,
        now
    )
    .execute(db)
    .await
    .map(drop)
}

/// Throws a draft away.
pub async fn drop_draft(db: impl PgExecutor<'_>, of: &str) -> Result<()> {
    sqlx::query!("delete from price_drafts where address = $1", of)
        .execute(db)
        .await
        .map(drop)
}
