//! What the supplier offered for an eSIM a moment ago, so that a page that is loaded again does not
//! ask again. No price is kept: it is made anew.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};

use domain::product::Product;

/// How long an answer serves.
const SERVES: TimeDelta = TimeDelta::minutes(1);
/// eSIMs that are remembered at once.
const MOST: usize = 1_000;

/// An answer, and when it came.
type Answer = (DateTime<Utc>, Vec<Product>);

/// The answers of the last minute, by eSIM.
#[derive(Debug, Default)]
pub struct Offers(Mutex<HashMap<String, Answer>>);

impl Offers {
    /// What was offered for this eSIM within the last minute.
    #[must_use]
    pub fn recall(&self, iccid: &str, now: DateTime<Utc>) -> Option<Vec<Product>> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.get(iccid)
            .filter(|(at, _)| is_fresh(*at, now))
            .map(|(_, products)| products.clone())
    }

    /// Remembers an answer.
    pub fn remember(&self, iccid: &str, products: &[Product], now: DateTime<Utc>) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= MOST {
            all.retain(|_, (at, _)| is_fresh(*at, now));
        }
        if all.len() < MOST {
            all.insert(iccid.to_owned(), (now, products.to_vec()));
        }
    }
}

fn is_fresh(at: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    (TimeDelta::zero()..SERVES).contains(&(now - at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::testing::product;

    #[test]
    fn an_answer_serves_for_a_minute_and_no_more_are_kept_than_fit() {
        let (offers, now) = (Offers::default(), "2026-11-28T10:00:00Z".parse().unwrap());
        offers.remember("1", &[product("p", "JP")], now);
        assert_eq!(
            offers.recall("1", now + TimeDelta::seconds(59)).unwrap()[0].id,
            "p"
        );
        assert_eq!(
            (offers.recall("1", now + SERVES), offers.recall("2", now)),
            (None, None)
        );
        for n in 0..2 * MOST {
            offers.remember(&format!("of {n}"), &[], now);
        }
        assert_eq!(offers.0.lock().unwrap().len(), MOST);
        offers.remember("later", &[], now + SERVES);
        assert_eq!(offers.recall("later", now + SERVES), Some(Vec::new()));
    }
}
