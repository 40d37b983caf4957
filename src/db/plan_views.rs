//! Table `plan_views`: how often each plan's page was opened, by the day. Counted in memory and
//! written in batches; nothing of who opened it.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::{PgPool, Result};

type Counts = BTreeMap<(NaiveDate, String), i64>;

/// How often plan pages were opened since it was last written down.
#[derive(Debug, Default)]
pub struct PlanViews(Mutex<Counts>);

impl PlanViews {
    /// A plan's page was opened.
    pub fn count(&self, product_id: &str, now: DateTime<Utc>) {
        self.add((now.date_naive(), product_id.to_owned()), 1);
    }

    fn add(&self, key: (NaiveDate, String), views: i64) {
        *self
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .entry(key)
            .or_default() += views;
    }

    /// Writes it down. What cannot be written stays for the next time.
    ///
    /// # Errors
    /// The database's.
    pub async fn write(&self, db: &PgPool, livemode: bool) -> Result<()> {
        loop {
            let next = self
                .0
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .pop_first();
            let Some(((day, product_id), views)) = next else {
                return Ok(());
            };
            let written = sqlx::query!(
                "insert into plan_views as v (day, livemode, product_id, views)
                 values ($1, $2, $3, $4)
                 on conflict (day, livemode, product_id) do update
                 set views = v.views + excluded.views",
                day,
                livemode,
                product_id,
                views
            )
            .execute(db)
            .await;
            if let Err(error) = written {
                self.add((day, product_id), views);
                return Err(error);
            }
        }
    }
}

/// How often plan pages were opened and orders of new eSIMs were paid since a day.
///
/// # Errors
/// The database's.
pub async fn conversion(db: &PgPool, since: NaiveDate, mode: &str) -> Result<(i64, i64)> {
    let sums = sqlx::query!(
        r#"select coalesce(sum(plan_views), 0)::bigint as "views!",
           coalesce(sum(paid_orders), 0)::bigint as "paid!"
           from ops.conversion where day >= $1 and mode = $2"#,
        since,
        mode
    )
    .fetch_one(db)
    .await?;
    Ok((sums.views, sums.paid))
}

/// Forgets days of long ago.
///
/// # Errors
/// The database's.
pub async fn forget(db: &PgPool, now: DateTime<Utc>) -> Result<()> {
    sqlx::query!(
        "delete from plan_views where day < ($1::timestamptz - interval '400 days')::date",
        now
    )
    .execute(db)
    .await
    .map(drop)
}
