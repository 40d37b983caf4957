//! Table `breakers`: whether the supplier sells to us, as all replicas know it, and the turn to
//! find out.

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgExecutor, PgPool, Result};

use domain::breaker::{Breaker, LOOK_BACK, PROBE_EVERY};

/// What a row says.
pub(super) fn read(
    open_since: Option<DateTime<Utc>>,
    half_open_at: Option<DateTime<Utc>>,
    probed_at: DateTime<Utc>,
) -> Breaker {
    let next_probe = probed_at + PROBE_EVERY;
    match (open_since, half_open_at) {
        (None, _) => Breaker::Closed,
        (Some(_), None) => Breaker::Open { next_probe },
        (Some(_), Some(_)) => Breaker::HalfOpen { next_probe },
    }
}

/// How it stands.
pub async fn load(db: impl PgExecutor<'_>) -> Result<Breaker> {
    let row = sqlx::query!(
        "select open_since, half_open_at, probed_at from breakers where partner = 'supplier'"
    )
    .fetch_one(db)
    .await?;
    Ok(read(row.open_since, row.half_open_at, row.probed_at))
}

/// The same, and nobody else changes it until this transaction ends.
pub async fn lock(db: &mut PgConnection) -> Result<Breaker> {
    let row = sqlx::query!(
        "select open_since, half_open_at, probed_at from breakers where partner = 'supplier'
         for update"
    )
    .fetch_one(db)
    .await?;
    Ok(read(row.open_since, row.half_open_at, row.probed_at))
}

/// How the last call of each of the latest orders ended since the supplier last sold: `true`
/// failed, newest first.
pub async fn latest(db: &mut PgConnection) -> Result<Vec<bool>> {
    sqlx::query_scalar!(
        "select failed from (
             select distinct on (order_id) id, finished_at, failed
             from (select c.id, c.order_id, c.finished_at, c.failed
                   from supplier_calls c join breakers b on b.partner = 'supplier'
                   and c.finished_at > b.closed_at
                   order by c.finished_at desc, c.id desc limit 500) recent
             order by order_id, finished_at desc, id desc) last_of_each
         order by finished_at desc, id desc limit $1",
        LOOK_BACK
    )
    .fetch_all(db)
    .await
}

/// Selling stops. The first probe comes a little later.
pub async fn open(db: &mut PgConnection, now: DateTime<Utc>) -> Result<()> {
    sqlx::query!(
        "update breakers set open_since = $1, half_open_at = null, probed_at = $1
         where partner = 'supplier'",
        now
    )
    .execute(db)
    .await
    .map(drop)
}

/// The supplier sells again; what was heard before counts no more.
pub async fn close(db: &mut PgConnection, now: DateTime<Utc>) -> Result<()> {
    sqlx::query!(
        "update breakers set open_since = null, half_open_at = null, closed_at = $1
         where partner = 'supplier'",
        now
    )
    .execute(db)
    .await
    .map(drop)
}

/// No paid order waits, and the supplier answers: payment pages may open, one at a time (`true`);
/// or not any more (`false`).
pub async fn set_half_open(
    db: &mut PgConnection,
    half_open: bool,
    now: DateTime<Utc>,
) -> Result<()> {
    sqlx::query!(
        "update breakers set half_open_at = case when $1 then coalesce(half_open_at, $2) end
         where partner = 'supplier' and open_since is not null",
        half_open,
        now
    )
    .execute(db)
    .await
    .map(drop)
}

/// Takes the turn to find out; `false` when somebody had it a moment ago. Whoever asks while it is
/// closed needs none.
pub async fn take_turn(db: &PgPool, now: DateTime<Utc>) -> Result<bool> {
    let taken = sqlx::query!(
        "update breakers set probed_at = $1 where partner = 'supplier'
         and (open_since is null or probed_at <= $2)",
        now,
        now - PROBE_EVERY
    )
    .execute(db)
    .await?;
    Ok(taken.rows_affected() == 1)
}
