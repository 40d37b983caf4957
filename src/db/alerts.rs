//! Table `alerts`: trouble that somebody must hear of. One open row for each kind and subject; what
//! ends stays to be read.

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgPool, Result};

use domain::alert::{Alert, AlertKind};

/// Raises an alert, or notes that it still stands; `true` when it is new.
pub async fn raise(db: &mut PgConnection, alert: &Alert<'_>, now: DateTime<Utc>) -> Result<bool> {
    sqlx::query_scalar!(
        r#"insert into alerts (kind, subject, severity, what, mend, order_id, since, last_seen)
           values ($1, $2, $3, $4, $5, $6, $7, $7)
           on conflict (kind, subject) where resolved_at is null do update
               set last_seen = excluded.last_seen, times = alerts.times + 1, what = excluded.what,
               mend = excluded.mend
           returning times = 1 as "new!""#,
        alert.kind.as_str(),
        alert.subject,
        alert.kind.severity().as_str(),
        alert.what,
        alert.mend,
        alert.order_id,
        now
    )
    .fetch_one(db)
    .await
}

/// As [`raise`] for what is looked at in every round: that it still stands is no other time that it
/// was noticed.
pub async fn stand(db: &mut PgConnection, alert: &Alert<'_>, now: DateTime<Utc>) -> Result<bool> {
    sqlx::query_scalar!(
        r#"insert into alerts (kind, subject, severity, what, mend, order_id, since, last_seen)
           values ($1, $2, $3, $4, $5, $6, $7, $7)
           on conflict (kind, subject) where resolved_at is null do update
               set last_seen = excluded.last_seen, what = excluded.what, mend = excluded.mend
           returning since = $7 as "new!""#,
        alert.kind.as_str(),
        alert.subject,
        alert.kind.severity().as_str(),
        alert.what,
        alert.mend,
        alert.order_id,
        now
    )
    .fetch_one(db)
    .await
}

/// Its cause has ended; `false` when it was not raised.
pub async fn resolve(
    db: &mut PgConnection,
    kind: AlertKind,
    subject: &str,
    now: DateTime<Utc>,
) -> Result<bool> {
    let ended = sqlx::query!(
        "update alerts set resolved_at = $3 where kind = $1 and subject = $2
         and resolved_at is null",
        kind.as_str(),
        subject,
        now
    )
    .execute(db)
    .await?;
    Ok(ended.rows_affected() == 1)
}

/// The cause of all of a kind has ended.
pub async fn resolve_all(db: &mut PgConnection, kind: AlertKind, now: DateTime<Utc>) -> Result<()> {
    sqlx::query!(
        "update alerts set resolved_at = $2 where kind = $1 and resolved_at is null",
        kind.as_str(),
        now
    )
    .execute(db)
    .await
    .map(drop)
}

/// An alert that stands.
#[derive(Debug, Clone)]
pub struct Open {
    /// What sort.
    pub kind: String,
    /// How grave.
    pub severity: String,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub mend: String,
    /// Since when.
    pub since: DateTime<Utc>,
}

/// Alerts that stand, the gravest and oldest first.
pub async fn open(db: &PgPool) -> Result<Vec<Open>> {
    sqlx::query_as!(
        Open,
        "select kind, severity, what, mend, since from alerts
         where resolved_at is null order by severity, since"
    )
    .fetch_all(db)
    .await
}

/// The subjects of the open alerts of a kind.
pub async fn subjects(db: &PgPool, kind: AlertKind) -> Result<Vec<String>> {
    sqlx::query_scalar!(
        "select subject from alerts where kind = $1 and resolved_at is null",
        kind.as_str()
    )
    .fetch_all(db)
    .await
}

/// A new alert.
#[derive(Debug, Clone)]
pub struct New {
    /// What sort.
    pub kind: String,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub mend: String,
    new: bool,
}

/// Raises what view `alert_causes` shows and nobody has been told, ends what it no longer shows,
/// and answers with the new ones. Test orders that have ended, and payments of the other mode, call
/// nobody.
pub async fn compare(db: &PgPool, livemode: bool, now: DateTime<Utc>) -> Result<Vec<New>> {
    let mut tx = db.begin().await?;
    let raised = sqlx::query_as!(
        New,
        r#"insert into alerts (kind, subject, severity, what, mend, order_id, since, last_seen)
           select kind, subject, severity, what, mend, order_id, $1, $1 from alert_causes c
           where not exists (select from orders o where o.id = c.order_id
             and o.test_ended_at is not null)
             and not exists (select from stray_payments s where s.payment_intent_id = c.subject
               and s.livemode <> $2)
           on conflict (kind, subject) where resolved_at is null do update
           set last_seen = excluded.last_seen, what = excluded.what
           returning kind, what, mend, since = $1 as "new!""#,
        now,
        livemode
    )
    .fetch_all(&mut *tx)
    .await?;
    sqlx::query!(
        "update alerts a set resolved_at = $1::timestamptz
         where a.resolved_at is null
           and ((a.last_seen < $1::timestamptz
                 and a.kind in ('stuck_order', 'refund_failed', 'misfit', 'unknown_payment',
                   'dispute', 'recovering'))
                or (a.kind = 'checkout_flood'
                  and a.last_seen < $1::timestamptz - interval '45 seconds'))",
        now
    )
    .execute(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(raised.into_iter().filter(|alert| alert.new).collect())
}
