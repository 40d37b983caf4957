//! How often one bucket was used lately, held in Postgres so that all replicas count together.

use std::net::IpAddr;
use std::time::Duration;

use chrono::{DateTime, TimeZone, Utc};
use sqlx::PgPool;

/// Counts one use of `bucket` and says whether it is within `limit` in any stretch of `window`
/// (estimated from two fixed windows, rounded down). A refused use counts too: who keeps hammering
/// stays out.
///
/// # Errors
/// The database's.
pub async fn hit(
    db: &PgPool,
    bucket: &str,
    window: Duration,
    limit: u32,
    now: DateTime<Utc>,
) -> Result<bool, sqlx::Error> {
    let slot = Slot::of(window, now);
    let hits = sqlx::query!(
        "with mine as (
             insert into rate_limits (bucket, window_at, hits) values ($1, $2, 1)
             on conflict (bucket, window_at) do update
             set hits = least(rate_limits.hits, 1000000) + 1
             returning hits
         )
         select mine.hits as \"current!\",
                coalesce((select hits from rate_limits where bucket = $1 and window_at = $3),
                  0) as \"before!\"
         from mine",
        bucket,
        slot.start,
        slot.before
    )
    .fetch_one(db)
    .await?;
    Ok(slot.estimate(i64::from(hits.before), i64::from(hits.current)) <= i64::from(limit))
}

/// The same, but a refused use does not count: as many as `limit` allows get through, however many
/// ask.
///
/// # Errors
/// The database's.
pub async fn take(
    db: &PgPool,
    bucket: &str,
    window: Duration,
    limit: u32,
    now: DateTime<Utc>,
) -> Result<bool, sqlx::Error> {
    let slot = Slot::of(window, now);
    sqlx::query_scalar!(
        "with before as (select coalesce((select hits from rate_limits where bucket = $1
               and window_at = $3), 0)::bigint * $5 / $6 as share),
         mine as (
             insert into rate_limits (bucket, window_at, hits) select $1, $2, 1 from before
             where share < $4
             on conflict (bucket, window_at) do update set hits = rate_limits.hits + 1
                 where rate_limits.hits + (select share from before) < $4
             returning 1
         )
         select exists (select from mine) as \"within!\"",
        bucket,
        slot.start,
        slot.before,
        i64::from(limit),
        slot.remaining,
        slot.seconds
    )
    .fetch_one(db)
    .await
}

/// Whether one more use of `bucket` would be within `limit`; counts nothing.
///
/// # Errors
/// The database's.
pub async fn has_room(
    db: &PgPool,
    bucket: &str,
    window: Duration,
    limit: u32,
    now: DateTime<Utc>,
) -> Result<bool, sqlx::Error> {
    let slot = Slot::of(window, now);
    let hits = sqlx::query!(
        "select coalesce(sum(hits) filter (where window_at = $2), 0)::bigint as \"current!\",
                coalesce(sum(hits) filter (where window_at = $3), 0)::bigint as \"before!\"
         from rate_limits where bucket = $1",
        bucket,
        slot.start,
        slot.before
    )
    .fetch_one(db)
    .await?;
    Ok(slot.estimate(hits.before, hits.current) < i64::from(limit))
}

/// How an address is counted: whole for IPv4, by its /64 for IPv6, where one visitor has that many
/// addresses.
#[must_use]
pub fn network(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(v4) => v4.to_string(),
        IpAddr::V6(v6) => {
            let [a, b, c, d, ..] = v6.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
    }
}

/// The network around an IPv6 address that one customer may hold whole, its /48; IPv4 has no such
/// thing.
#[must_use]
pub fn wider(address: IpAddr) -> Option<String> {
    match address.to_canonical() {
        IpAddr::V4(_) => None,
        IpAddr::V6(v6) => {
            let [a, b, c, ..] = v6.segments();
            Some(format!("{a:x}:{b:x}:{c:x}::/48"))
        }
    }
}

/// Forgets windows that began before `before`; part of the periodic clean-up. Returns how many rows
/// went.
///
/// # Errors
/// The database's.
pub async fn forget(db: &PgPool, before: DateTime<Utc>) -> Result<u64, sqlx::Error> {
    sqlx::query!("delete from rate_limits where window_at < $1", before)
        .execute(db)
        .await
        .map(|done| done.rows_affected())
}

/// The fixed window that `now` is in, and how much of the one before still counts.
struct Slot {
    start: DateTime<Utc>,
    before: DateTime<Utc>,
    seconds: i64,
    remaining: i64,
}

impl Slot {
    fn of(window: Duration, now: DateTime<Utc>) -> Self {
        let seconds = i64::try_from(window.as_secs())
            .unwrap_or(i64::MAX)
            .clamp(1, 366 * 86_400);
        let start = now.timestamp().div_euclid(seconds) * seconds;
        let at = |second: i64| Utc.timestamp_opt(second, 0).single().unwrap_or(now);
        Self {
            start: at(start),
            before: at(start - seconds),
            seconds,
            remaining: start + seconds - now.timestamp(),
        }
    }

    /// Uses in the stretch of one window that ends now, as if those of the window before had been
    /// spread evenly.
    fn estimate(&self, before: i64, current: i64) -> i64 {
        before * self.remaining / self.seconds + current
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn the_window_before_counts_for_what_is_left_of_it() {
        let slot = Slot::of(Duration::from_secs(60), at("2026-11-23T10:00:15Z"));
        assert_eq!(slot.start, at("2026-11-23T10:00:00Z"));
        assert_eq!(slot.before, at("2026-11-23T09:59:00Z"));
        assert_eq!(slot.estimate(20, 3), 15 + 3);
        assert_eq!(slot.estimate(0, 20), 20);
    }

    #[test]
    fn a_burst_across_the_edge_is_seen() {
        let slot = Slot::of(Duration::from_secs(3600), at("2026-11-23T10:00:01Z"));
        assert!(slot.estimate(10, 2) > 10);
    }

    #[test]
    fn an_ipv6_visitor_is_counted_by_the_network_they_hold() {
        let network = |text: &str| network(text.parse().unwrap());
        assert_eq!(network("203.0.113.9"), "203.0.113.9");
        assert_eq!(network("::ffff:203.0.113.9"), "203.0.113.9");
        assert_eq!(
            network("2001:db8:1:2:3:4:5:6"),
            network("2001:db8:1:2:ffff::1")
        );
        assert_ne!(network("2001:db8:1:2::1"), network("2001:db8:1:3::1"));
        let wider = |text: &str| wider(text.parse().unwrap());
        assert_eq!(wider("2001:db8:1:2::1"), wider("2001:db8:1:ffff::1"));
        assert_ne!(wider("2001:db8:1:2::1"), wider("2001:db8:2:2::1"));
        assert_eq!(
            (wider("203.0.113.9"), wider("::ffff:203.0.113.9")),
            (None, None)
        );
    }
}
