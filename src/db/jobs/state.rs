//! How the jobs stand: what is due in each lane, and whether the periodic ones run.

use chrono::{DateTime, Utc};
use domain::job::{Job, Lane};
use sqlx::{PgPool, Result};

/// How much of a lane is due and not being worked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Due {
    /// Jobs.
    pub jobs: i64,
    /// How long the oldest of them has been due.
    pub oldest_seconds: i64,
}

/// What is due in each lane.
pub async fn due(db: &PgPool, now: DateTime<Utc>) -> Result<Vec<(Lane, Due)>> {
    let rows = sqlx::query!(
        r#"select lane, count(*) as "jobs!",
           extract(epoch from $1::timestamptz - min(run_at))::bigint as "oldest!"
           from jobs where run_at <= $1 and (leased_until is null or leased_until <= $1)
           group by lane"#,
        now
    )
    .fetch_all(db)
    .await?;
    let of = |lane: Lane| rows.iter().find(|row| row.lane == lane.as_str());
    let due = |lane| {
        of(lane).map_or(Due::default(), |row| Due {
            jobs: row.jobs,
            oldest_seconds: row.oldest,
        })
    };
    Ok(Lane::ALL
        .into_iter()
        .map(|lane| (lane, due(lane)))
        .collect())
}

/// Whether a periodic job does not run as it should: it has been due since before `late`, it fails,
/// or there is none.
pub async fn is_stalled(db: &PgPool, job: &Job, late: DateTime<Utc>) -> Result<bool> {
    sqlx::query_scalar!(
        r#"select not exists (select from jobs where kind = $1 and subject = $2 and run_at >= $3
           and attempts = 0) as "is!""#,
        job.kind().as_str(),
        job.subject(),
        late
    )
    .fetch_one(db)
    .await
}
