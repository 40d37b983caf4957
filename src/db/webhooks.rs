//! Table `webhook_counts`: what came of webhooks, by the hour. Counted in memory and written in
//! batches, so that no forged request costs a write; and table `probes`, by which `doctor` knows
//! this shop.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, DurationRound, TimeDelta, Utc};
use sqlx::{PgPool, Result};

/// Who sends webhooks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sender {
    /// Stripe.
    Stripe,
    /// The supplier.
    Esimfx,
}

impl Sender {
    /// As stored.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Stripe => "stripe",
            Self::Esimfx => "esimfx",
        }
    }
}

#[derive(Debug, Clone, Default)]
struct Count {
    accepted: i64,
    refused: i64,
    pulled: i64,
    accepted_at: Option<DateTime<Utc>>,
    refused_at: Option<DateTime<Utc>>,
    pulled_at: Option<DateTime<Utc>>,
    untimely_at: Option<DateTime<Utc>>,
    suspect: Option<String>,
}

#[derive(Debug, Default)]
struct Counts {
    hours: BTreeMap<(DateTime<Utc>, Sender), Count>,
    warned: BTreeMap<Sender, DateTime<Utc>>,
}

/// What came of webhooks since it was last written down.
#[derive(Debug, Default)]
pub struct Tally(Mutex<Counts>);

impl Tally {
    fn count(&self, sender: Sender, now: DateTime<Utc>, note: impl FnOnce(&mut Count)) {
        let hour = now.duration_trunc(TimeDelta::hours(1)).unwrap_or(now);
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        note(counts.hours.entry((hour, sender)).or_default());
    }

    /// One was taken.
    pub fn accepted(&self, sender: Sender, now: DateTime<Utc>) {
        self.count(sender, now, |count| {
            count.accepted += 1;
            count.accepted_at = Some(now);
        });
    }

    /// An event had to be pulled, as no webhook came.
    pub fn pulled(&self, now: DateTime<Utc>) {
        self.count(Sender::Stripe, now, |count| {
            count.pulled += 1;
            count.pulled_at = Some(now);
        });
    }

    /// One was refused; `suspect` is what it claims to be about. Whether it is time to say so in
    /// the log: once a minute.
    pub fn refused(&self, sender: Sender, suspect: Option<String>, now: DateTime<Utc>) -> bool {
        self.count(sender, now, |count| {
            count.refused += 1;
            count.refused_at = Some(now);
            count.suspect = suspect.or(count.suspect.take());
        });
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let due = counts
            .warned
            .get(&sender)
            .is_none_or(|at| now - *at >= TimeDelta::minutes(1));
        if due {
            counts.warned.insert(sender, now);
        }
        due
    }

    /// An authentic one was signed too long before or after our now.
    pub fn untimely(&self, now: DateTime<Utc>) {
        self.count(Sender::Stripe, now, |count| count.untimely_at = Some(now));
    }

    /// Writes it down. What cannot be written stays for the next time.
    pub async fn write(&self, db: &PgPool) -> Result<()> {
        loop {
            let next = self
                .0
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .hours
                .pop_first();
            let Some(((hour, sender), count)) = next else {
                return Ok(());
            };
            if let Err(error) = add(db, hour, sender, &count).await {
                let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
                counts
                    .hours
                    .entry((hour, sender))
                    .or_default()
                    .take_up(count);
                return Err(error);
            }
        }
    }
}

impl Count {
    /// What came meanwhile is newer.
    fn take_up(&mut self, before: Self) {
        self.accepted += before.accepted;
        self.refused += before.refused;
        self.pulled += before.pulled;
        self.accepted_at = self.accepted_at.or(before.accepted_at);
        self.refused_at = self.refused_at.or(before.refused_at);
        self.pulled_at = self.pulled_at.or(before.pulled_at);
        self.untimely_at = self.untimely_at.or(before.untimely_at);
        self.suspect = self.suspect.take().or(before.suspect);
    }
}

async fn add(db: &PgPool, hour: DateTime<Utc>, sender: Sender, count: &Count) -> Result<()> {
    sqlx::query!(
        "insert into webhook_counts as w (hour, sender, accepted, refused, pulled, last_accepted_at,
           last_refused_at, last_pulled_at,
                                          last_untimely_at, suspect)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         on conflict (hour, sender) do update
             set accepted = w.accepted + excluded.accepted, refused = w.refused + excluded.refused,
             pulled = w.pulled + excluded.pulled,
                 last_accepted_at = greatest(w.last_accepted_at, excluded.last_accepted_at),
                 last_refused_at = greatest(w.last_refused_at, excluded.last_refused_at),
                 last_pulled_at = greatest(w.last_pulled_at, excluded.last_pulled_at),
                 last_untimely_at = greatest(w.last_untimely_at, excluded.last_untimely_at),
                 suspect = coalesce(excluded.suspect, w.suspect)",
        hour,
        sender.as_str(),
        count.accepted,
        count.refused,
        count.pulled,
        count.accepted_at,
        count.refused_at,
        count.pulled_at,
        count.untimely_at,
        count.suspect
    )
    .execute(db)
    .await
    .map(drop)
}

/// How webhooks of a sender stand.
#[derive(Debug, Clone)]
pub struct Standing {
    /// When the last one was taken.
    pub accepted_at: Option<DateTime<Utc>>,
    /// When the last one was refused.
    pub refused_at: Option<DateTime<Utc>>,
    /// When the last event was pulled.
    pub pulled_at: Option<DateTime<Utc>>,
    /// When the last authentic one was out of time.
    pub untimely_at: Option<DateTime<Utc>>,
    /// Refused in the hours since the last one was taken, of the last day.
    pub refused_since: i64,
    /// Taken in the last day.
    pub accepted: i64,
    /// Pulled in the last day.
    pub pulled: i64,
    /// What the last refused one claims to be about.
    pub suspect: Option<String>,
}

/// How webhooks of this sender stand.
pub async fn standing(db: &PgPool, sender: Sender, now: DateTime<Utc>) -> Result<Standing> {
    sqlx::query_as!(
        Standing,
        r#"with last as (select max(last_accepted_at) as at from webhook_counts where sender = $1)
           select (select at from last) as accepted_at,
                  max(last_refused_at) as refused_at,
                  max(last_pulled_at) as pulled_at,
                  max(last_untimely_at) as untimely_at,
                  coalesce(sum(refused) filter (where hour > $2::timestamptz - interval '1 day'
                      and hour >= date_trunc('hour',
                        coalesce((select at from last), $2::timestamptz - interval '1 day'))),
                      0)::bigint as "refused_since!",
                  coalesce(sum(accepted) filter (where hour > $2::timestamptz - interval '1 day'),
                    0)::bigint as "accepted!",
                  coalesce(sum(pulled) filter (where hour > $2::timestamptz - interval '1 day'),
                    0)::bigint as "pulled!",
                  (array_agg(suspect
                      order by last_refused_at desc) filter (where suspect is not null))[1] as suspect
           from webhook_counts where sender = $1 and hour > $2::timestamptz - interval '7 days'"#,
        sender.as_str(),
        now
    )
    .fetch_one(db)
    .await
}

/// Whether one of our eSIMs has this number.
pub async fn is_our_iccid(db: &PgPool, iccid: &str) -> Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (select from esims where iccid = $1) as "is!""#,
        iccid
    )
    .fetch_one(db)
    .await
}

/// Forgets counts of long ago, probes of before, and after a day what refused deliveries were
/// about, which may be a traveller's eSIM.
pub async fn forget(db: &PgPool, now: DateTime<Utc>) -> Result<()> {
    sqlx::query!(
        "update webhook_counts set suspect = null where suspect is not null
         and hour < $1::timestamptz - interval '1 day'",
        now
    )
    .execute(db)
    .await?;
    sqlx::query!(
        "delete from webhook_counts where hour < $1::timestamptz - interval '400 days'",
        now
    )
    .execute(db)
    .await?;
    sqlx::query!(
        "delete from probes where created_at < $1::timestamptz - interval '1 day'",
        now
    )
    .execute(db)
    .await
    .map(drop)
}

/// Keeps a question that only this shop can answer.
pub async fn keep_probe(
    db: &PgPool,
    question_hash: &[u8; 32],
    answer: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    sqlx::query!(
        "insert into probes (question_hash, answer, created_at) values ($1, $2, $3)",
        &question_hash[..],
        answer,
        now
    )
    .execute(db)
    .await
    .map(drop)
}

/// The answer to such a question, for a few minutes.
pub async fn probe(
    db: &PgPool,
    question_hash: &[u8; 32],
    now: DateTime<Utc>,
) -> Result<Option<String>> {
    sqlx::query_scalar!(
        "select answer from probes where question_hash = $1
         and created_at > $2::timestamptz - interval '5 minutes'",
        &question_hash[..],
        now
    )
    .fetch_optional(db)
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flood_of_forged_requests_is_one_line_a_minute_and_one_row() {
        let tally = Tally::default();
        let now: DateTime<Utc> = "2026-11-28T02:10:00Z".parse().unwrap();
        let said = (0..600)
            .filter(|n| tally.refused(Sender::Stripe, None, now + TimeDelta::milliseconds(n * 100)))
            .count();
        assert_eq!(said, 1);
        assert!(
            tally.refused(Sender::Esimfx, Some("8944".into()), now),
            "the other sender's line is its own"
        );
        assert!(tally.refused(Sender::Stripe, None, now + TimeDelta::minutes(1)));
        let counts = tally.0.lock().unwrap();
        assert_eq!(
            counts
                .hours
                .values()
                .map(|count| count.refused)
                .collect::<Vec<_>>(),
            [601, 1]
        );
    }
}
