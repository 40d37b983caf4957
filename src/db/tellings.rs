//! Tables `alert_mails` and `alert_posts`, and of `alerts` what has been told: by mail, and by the
//! owner's webhook.

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::{PgConnection, PgPool, Result};

/// An alert, as it is told.
#[derive(Debug, Clone)]
pub struct Told {
    /// What sort.
    pub kind: String,
    /// How grave.
    pub severity: String,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub mend: String,
}

/// One mail an hour for each kind.
const BETWEEN_MAILS: TimeDelta = TimeDelta::hours(1);

/// Open alerts that no mail has told of, of kinds that no mail told of for an hour: from here on
/// they count as told.
pub async fn to_mail(tx: &mut PgConnection, now: DateTime<Utc>) -> Result<Vec<Told>> {
    let told = sqlx::query_as!(
        Told,
        "update alerts a set mailed_at = $1
         where a.resolved_at is null and a.mailed_at is null
           and not exists (select from alert_mails m where m.kind = a.kind and m.mailed_at > $2)
         returning kind, severity, what, mend",
        now,
        now - BETWEEN_MAILS
    )
    .fetch_all(&mut *tx)
    .await?;
    let kinds: Vec<String> = told.iter().map(|alert| alert.kind.clone()).collect();
    sqlx::query!(
        "insert into alert_mails (kind, mailed_at, open)
         select distinct unnest($1::text[]), $2::timestamptz, true
         on conflict (kind) do update set mailed_at = excluded.mailed_at, open = true",
        &kinds,
        now
    )
    .execute(tx)
    .await?;
    Ok(told)
}

/// Kinds that a mail told of and that have ended altogether: from here on that counts as told.
pub async fn ended_to_mail(tx: &mut PgConnection) -> Result<Vec<String>> {
    sqlx::query_scalar!(
        "update alert_mails m set open = false
         where m.open
         and not exists (select from alerts a where a.kind = m.kind and a.resolved_at is null)
         returning kind"
    )
    .fetch_all(tx)
    .await
}

/// Open alerts that were not posted: from here on they count as posted.
pub async fn to_post(tx: &mut PgConnection, now: DateTime<Utc>) -> Result<Vec<Told>> {
    sqlx::query_as!(
        Told,
        "update alerts set posted_at = $1 where resolved_at is null and posted_at is null
         returning kind, severity, what, mend",
        now
    )
    .fetch_all(tx)
    .await
}

/// Alerts that were posted and have ended: from here on that counts as posted.
pub async fn ended_to_post(tx: &mut PgConnection, now: DateTime<Utc>) -> Result<Vec<Told>> {
    sqlx::query_as!(
        Told,
        "update alerts set posted_ended_at = $1
         where posted_at is not null and posted_ended_at is null and resolved_at is not null
         returning kind, severity, what, mend",
        now
    )
    .fetch_all(tx)
    .await
}

/// Puts words into the queue to the owner's webhook.
pub async fn post(
    tx: &mut PgConnection,
    kind: &str,
    words: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    sqlx::query!(
        "insert into alert_posts (kind, words, created_at, next_try_at) values ($1, $2, $3, $3)",
        kind,
        words,
        now
    )
    .execute(tx)
    .await
    .map(drop)
}

/// Words that wait for the owner's webhook.
#[derive(Debug, Clone)]
pub struct Post {
    /// The row.
    pub id: i64,
    /// What is said.
    pub words: String,
    /// When it was first to be said.
    pub created_at: DateTime<Utc>,
}

/// What is due, the oldest first.
pub async fn due(db: &PgPool, now: DateTime<Utc>) -> Result<Vec<Post>> {
    sqlx::query_as!(
        Post,
        "select id, words, created_at from alert_posts where state = 'queued' and next_try_at <= $1
         order by id limit 20",
        now
    )
    .fetch_all(db)
    .await
}

/// When the next one is due.
pub async fn next_due(db: &PgPool) -> Result<Option<DateTime<Utc>>> {
    sqlx::query_scalar!("select min(next_try_at) from alert_posts where state = 'queued'")
        .fetch_one(db)
        .await
}

/// It was taken.
pub async fn mark_posted(db: &PgPool, id: i64, now: DateTime<Utc>) -> Result<()> {
    sqlx::query!(
        "update alert_posts set state = 'sent', sent_at = $2, attempts = attempts + 1,
         last_error = null where id = $1",
        id,
        now
    )
    .execute(db)
    .await
    .map(drop)
}

/// It was not; it is tried again at `next`, or given up.
pub async fn note_attempt(
    db: &PgPool,
    id: i64,
    error: &str,
    next: Option<DateTime<Utc>>,
) -> Result<()> {
    sqlx::query!(
        "update alert_posts set attempts = attempts + 1, last_error = $2,
         next_try_at = coalesce($3, next_try_at),
                state = case when $3::timestamptz is null then 'failed' else 'queued' end
         where id = $1",
        id,
        error,
        next
    )
    .execute(db)
    .await
    .map(drop)
}

/// How many posts wait after a failed try, and what was said last.
pub async fn stuck(db: &PgPool) -> Result<Option<(i64, String)>> {
    let row = sqlx::query!(
        r#"select count(*) as "posts!", (array_agg(last_error order by id desc))[1] as said
           from alert_posts
           where state = 'queued' and last_error is not null"#
    )
    .fetch_one(db)
    .await?;
    Ok(row
        .said
        .filter(|_| row.posts > 0)
        .map(|said| (row.posts, said)))
}

/// Forgets what was said before this.
pub async fn forget(db: &PgPool, before: DateTime<Utc>) -> Result<()> {
    sqlx::query!(
        "delete from alert_posts where state <> 'queued' and created_at < $1",
        before
    )
    .execute(db)
    .await
    .map(drop)
}
