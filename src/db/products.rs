//! The tables `products` and `catalogue_state`, and the channel on which a new shelf is announced.
//! No prices.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use serde_json::{Value, json};
use sqlx::postgres::PgListener;
use sqlx::{PgConnection, PgPool};

use super::{price, stored};
use domain::product::{Data, FairUse, Network, Product};
use domain::second_look::Known;

/// The channel of `notify` that every replica listens on.
const CHANNEL: &str = "catalogue";

/// The one row that says how fresh the shelf is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// Raised whenever what is shown changes.
    pub version: i64,
    /// The last complete sync; `None` before the first.
    pub synced_at: Option<DateTime<Utc>>,
    /// When sales stopped themselves, and why.
    pub sales_stopped: Option<(DateTime<Utc>, String)>,
    /// When a person stopped them, and why.
    pub stopped_by_hand: Option<(DateTime<Utc>, String)>,
}

impl State {
    /// Since when nothing is sold, and why: a person's word goes before what stops by itself.
    #[must_use]
    pub fn stopped(&self) -> Option<&(DateTime<Utc>, String)> {
        self.stopped_by_hand
            .as_ref()
            .or(self.sales_stopped.as_ref())
    }
}

/// What a complete sync changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Replaced {
    /// Products that are new, changed, or back.
    pub changed: u64,
    /// Products that are gone.
    pub withdrawn: u64,
}

/// The shelf's version, its age, and whether sales are stopped.
///
/// # Errors
/// When the database does not answer.
pub async fn state(db: &PgPool) -> sqlx::Result<State> {
    let row = sqlx::query!(
        r#"select version, synced_at, sales_stopped_at, sales_stop_reason, stopped_by_hand_at,
                  'stopped by hand: ' || stopped_by_hand_reason as by_hand
           from catalogue_state"#
    )
    .fetch_one(db)
    .await?;
    Ok(State {
        version: row.version,
        synced_at: row.synced_at,
        sales_stopped: row.sales_stopped_at.zip(row.sales_stop_reason),
        stopped_by_hand: row.stopped_by_hand_at.zip(row.by_hand),
    })
}

/// What a product is or was called, for sale or not.
///
/// # Errors
/// When the database does not answer.
pub async fn name(db: &PgPool, product_id: &str) -> sqlx::Result<Option<String>> {
    sqlx::query_scalar!(
        "select name from products where product_id = $1",
        product_id
    )
    .fetch_optional(db)
    .await
}

/// Every product that is for sale, by id.
///
/// # Errors
/// When the database does not answer, or holds what this version cannot read.
pub async fn all(db: &PgPool) -> sqlx::Result<Vec<Product>> {
    let rows = sqlx::query!(
        "select product_id, meta_product_id, name, megabytes, high_speed_mb, unlimited_speed, days,
         coverage, networks, imsi_profile, cost,
                cost_currency
         from products where withdrawn_at is null order by product_id"
    )
    .fetch_all(db)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Product {
                id: row.product_id,
                meta_id: row.meta_product_id,
                name: row.name,
                data: match row.megabytes {
                    Some(megabytes) => Data::Megabytes(u64::try_from(megabytes).map_err(stored)?),
                    None => Data::Unlimited,
                },
                fair_use: FairUse {
                    megabytes_a_day: row
                        .high_speed_mb
                        .map(u64::try_from)
                        .transpose()
                        .map_err(stored)?,
                    then: row.unlimited_speed,
                },
                days: u32::try_from(row.days).map_err(stored)?,
                coverage: row.coverage,
                networks: serde_json::from_value::<Vec<Network>>(row.networks).map_err(stored)?,
                imsi_profile: row.imsi_profile,
                cost: row.cost.parse::<Decimal>().map_err(stored)?,
                cost_currency: row.cost_currency.parse().map_err(stored)?,
                raw: None,
            })
        })
        .collect()
}

/// When something last changed about a product, for sale or withdrawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The product's id.
    pub product_id: String,
    /// Where it works.
    pub coverage: Vec<String>,
    /// When.
    pub at: DateTime<Utc>,
}

/// When each product last changed.
///
/// # Errors
/// When the database does not answer.
pub async fn changes(db: &PgPool) -> sqlx::Result<Vec<Change>> {
    sqlx::query_as!(
        Change,
        "select product_id, coverage, changed_at as at from products"
    )
    .fetch_all(db)
    .await
}

/// Lets nobody else change the shelf until this transaction ends: two syncs at once must not
/// withdraw each other's products. Its version.
///
/// # Errors
/// When the database does not answer.
pub async fn lock(tx: &mut PgConnection) -> sqlx::Result<i64> {
    sqlx::query_scalar!("select version from catalogue_state for update")
        .fetch_one(tx)
        .await
}

/// Every product that was ever listed, with its price, withdrawn ones too.
///
/// # Errors
/// When the database does not answer, or holds what this version cannot read.
pub async fn known(tx: &mut PgConnection) -> sqlx::Result<Vec<Known>> {
    let rows = sqlx::query!(
        r#"select product_id, cost, cost_currency, withdrawn_at is null as "for_sale!"
           from products"#
    )
    .fetch_all(tx)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Known {
                id: row.product_id,
                price: price(&row.cost, &row.cost_currency)?,
                for_sale: row.for_sale,
            })
        })
        .collect()
}

/// Puts the answer of a complete sync in place of what was there: new and changed products are
/// written, the others withdrawn but for those that `stay`, and when anything differs the version
/// is raised and announced. Part of the transaction that holds the [`lock`].
///
/// # Errors
/// When the database does not answer.
pub async fn replace_all(
    tx: &mut PgConnection,
    products: &[Product],
    stay: &[String],
    now: DateTime<Utc>,
) -> sqlx::Result<Replaced> {
    let rows = Value::Array(products.iter().map(as_row).collect());
    let changed = upsert(tx, &rows, now).await?;
    let withdrawn = withdraw_missing(tx, stay, now).await?;
    mark_synced(tx, now).await?;
    if changed + withdrawn > 0 {
        raise_version(tx).await?;
    }
    Ok(Replaced { changed, withdrawn })
}

fn as_row(p: &Product) -> Value {
    json!({
        "product_id": p.id,
        "meta_product_id": p.meta_id,
        "name": p.name,
        "megabytes": match p.data { Data::Megabytes(n) => Some(n), Data::Unlimited => None },
        "high_speed_mb": p.fair_use.megabytes_a_day,
        "unlimited_speed": p.fair_use.then,
        "raw": p.raw,
        "days": p.days,
        "coverage": p.coverage,
        "networks": p.networks,
        "imsi_profile": p.imsi_profile,
        "cost": p.cost.normalize().to_string(),
        "cost_currency": p.cost_currency.code(),
    })
}

/// Writes every row and returns how many differ from what was for sale before; the comparison sees
/// the table as it was.
async fn upsert(tx: &mut PgConnection, rows: &Value, now: DateTime<Utc>) -> sqlx::Result<u64> {
    let changed = sqlx::query_scalar!(
        r#"with incoming as (
             select r.product_id, r.meta_product_id, r.name, r.megabytes, r.days, r.networks,
             r.imsi_profile, r.cost, r.cost_currency,
                    r.high_speed_mb, r.unlimited_speed, nullif(r.raw, 'null') as raw,
                    array(select jsonb_array_elements_text(r.coverage)) as coverage
             from jsonb_to_recordset($1) as r(product_id text, meta_product_id text, name text,
               megabytes bigint, days integer,
                    coverage jsonb, networks jsonb, imsi_profile text, cost text,
                    cost_currency text, high_speed_mb bigint,
                    unlimited_speed text, raw jsonb)
           ), written as (
             insert into products (product_id, meta_product_id, name, megabytes, days, coverage,
               networks, imsi_profile, cost,
                    cost_currency, high_speed_mb, unlimited_speed, raw, first_seen_at, seen_at)
             select product_id, meta_product_id, name, megabytes, days, coverage, networks,
             imsi_profile, cost, cost_currency,
                    high_speed_mb, unlimited_speed, raw, $2, $2
             from incoming
             on conflict (product_id) do update set
                    meta_product_id = excluded.meta_product_id, name = excluded.name,
                    megabytes = excluded.megabytes,
                    days = excluded.days, coverage = excluded.coverage,
                    networks = excluded.networks,
                    imsi_profile = excluded.imsi_profile, cost = excluded.cost,
                    cost_currency = excluded.cost_currency,
                    high_speed_mb = excluded.high_speed_mb,
                    unlimited_speed = excluded.unlimited_speed, raw = excluded.raw,
                    seen_at = excluded.seen_at, withdrawn_at = null
           )
           select count(*) as "changed!" from incoming i
           where not exists (
             select from products p where p.product_id = i.product_id and p.withdrawn_at is null
               and (p.meta_product_id, p.name, p.megabytes, p.days, p.coverage, p.networks,
                 p.imsi_profile, p.cost, p.cost_currency,
                    p.high_speed_mb, p.unlimited_speed)
               is not distinct from
                   (i.meta_product_id, i.name, i.megabytes, i.days, i.coverage, i.networks,
                     i.imsi_profile, i.cost, i.cost_currency,
                    i.high_speed_mb, i.unlimited_speed)
           )"#,
        rows,
        now
    )
    .fetch_one(tx)
    .await?;
    Ok(changed.unsigned_abs())
}

async fn withdraw_missing(
    tx: &mut PgConnection,
    stay: &[String],
    now: DateTime<Utc>,
) -> sqlx::Result<u64> {
    let gone = sqlx::query!(
        "update products set withdrawn_at = $1 where withdrawn_at is null and seen_at <> $1
         and product_id <> all($2)",
        now,
        stay
    )
    .execute(tx)
    .await?;
    Ok(gone.rows_affected())
}

async fn mark_synced(tx: &mut PgConnection, now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!("update catalogue_state set synced_at = $1", now)
        .execute(tx)
        .await?;
    Ok(())
}

/// Raises the version and announces it with the commit: what is shown changes.
///
/// # Errors
/// When the database does not answer.
pub async fn raise_version(tx: &mut PgConnection) -> sqlx::Result<()> {
    sqlx::query!(
        "with raised as (update catalogue_state set version = version + 1
         returning version) select pg_notify($1, version::text) from raised",
        CHANNEL
    )
    .fetch_one(tx)
    .await?;
    Ok(())
}

/// Stops all sales, for the reason given, and announces it; `false` when they were stopped already.
///
/// # Errors
/// When the database does not answer.
pub async fn stop_sales(db: &PgPool, reason: &str, now: DateTime<Utc>) -> sqlx::Result<bool> {
    let mut tx = db.begin().await?;
    let stopped = sqlx::query!(
        "update catalogue_state set sales_stopped_at = $1, sales_stop_reason = $2
         where sales_stopped_at is null",
        now,
        reason
    )
    .execute(&mut *tx)
    .await?;
    announce(tx, stopped.rows_affected() > 0).await
}

/// Opens sales again and announces it; `false` when they were open.
///
/// # Errors
/// When the database does not answer.
pub async fn resume_sales(db: &PgPool) -> sqlx::Result<bool> {
    let mut tx = db.begin().await?;
    let resumed = sqlx::query!(
        "update catalogue_state set sales_stopped_at = null, sales_stop_reason = null
         where sales_stopped_at is not null"
    )
    .execute(&mut *tx)
    .await?;
    announce(tx, resumed.rows_affected() > 0).await
}

/// As [`resume_sales`], if they were stopped for this reason.
///
/// # Errors
/// When the database does not answer.
pub async fn resume_sales_stopped_for(db: &PgPool, reason: &str) -> sqlx::Result<bool> {
    let mut tx = db.begin().await?;
    let resumed = sqlx::query!(
        "update catalogue_state set sales_stopped_at = null, sales_stop_reason = null
         where sales_stop_reason = $1",
        reason
    )
    .execute(&mut *tx)
    .await?;
    announce(tx, resumed.rows_affected() > 0).await
}

/// A person stops all sales, or says anew why; announced with the commit of the transaction.
///
/// # Errors
/// When the database does not answer.
pub async fn stop_by_hand(
    tx: &mut PgConnection,
    who: &str,
    reason: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update catalogue_state
         set stopped_by_hand_at = coalesce(stopped_by_hand_at, $3), stopped_by_hand_by = $1,
         stopped_by_hand_reason = $2",
        who,
        reason,
        now
    )
    .execute(&mut *tx)
    .await?;
    raise_version(tx).await
}

/// Ends that; `false` when nobody had stopped them.
///
/// # Errors
/// When the database does not answer.
pub async fn resume_by_hand(tx: &mut PgConnection) -> sqlx::Result<bool> {
    let resumed = sqlx::query!(
        "update catalogue_state set stopped_by_hand_at = null, stopped_by_hand_by = null,
         stopped_by_hand_reason = null
         where stopped_by_hand_at is not null"
    )
    .execute(&mut *tx)
    .await?;
    if resumed.rows_affected() > 0 {
        raise_version(tx).await?;
    }
    Ok(resumed.rows_affected() > 0)
}

async fn announce(
    mut tx: sqlx::Transaction<'_, sqlx::Postgres>,
    changed: bool,
) -> sqlx::Result<bool> {
    if changed {
        raise_version(&mut tx).await?;
    }
    tx.commit().await?;
    Ok(changed)
}

/// Hears of every new version of the shelf.
#[derive(Debug)]
pub struct Listener(PgListener);

/// Begins to listen; takes one connection of the pool.
///
/// # Errors
/// When the database does not answer.
pub async fn listen(db: &PgPool) -> sqlx::Result<Listener> {
    let mut listener = PgListener::connect_with(db).await?;
    listener.listen(CHANNEL).await?;
    Ok(Listener(listener))
}

impl Listener {
    /// Waits for the next announcement.
    ///
    /// # Errors
    /// When the connection is lost; then a new listener is needed.
    pub async fn heard(&mut self) -> sqlx::Result<()> {
        self.0.recv().await.map(drop)
    }
}

#[cfg(test)]
mod tests;
