//! Giving a package back: whether it can be, what comes back, and what an answer of the supplier
//! means. It only answers.

use chrono::{DateTime, TimeDelta, Utc};

use super::money::Money;
use super::package::{Package, PackageStatus};

/// The supplier gives its price back for this long after it made the order (document,
/// “Cancellations & Refunds”); an hour less, so that the answer is not a matter of whose clock is
/// right.
const SUPPLIERS_WINDOW: TimeDelta = TimeDelta::minutes(60 * 24 * 60 - 60);

/// The owner's rules, from `shop.toml`.
#[derive(Debug, Clone, Copy)]
pub struct Rules {
    /// Whether anything can be given back.
    pub allowed: bool,
    /// What is kept of the price.
    pub fee: Money,
    /// For how long after the purchase.
    pub window_days: u32,
}

/// What is known of the line.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// What was paid for it.
    pub price: Money,
    /// When it was delivered; none when it was not, or was given back.
    pub delivered_at: Option<DateTime<Utc>>,
    /// Its package as last seen.
    pub package: &'a Package,
    /// What of it has gone back, or is on its way.
    pub back: Money,
    pub refund_under_way: bool,
    /// Whether a dispute or review holds the order.
    pub held: bool,
    /// Whether its start by hand has been asked for.
    pub start_asked: bool,
    /// Whether the buyer has the right of withdrawal now: then all of it comes back, whatever the
    /// owner's rules are.
    pub by_right: bool,
}

/// What comes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terms {
    /// To the card.
    pub back: Money,
    /// Kept.
    pub fee: Money,
}

/// Why it cannot be given back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotBack {
    /// The shop does not take anything back.
    NotAllowed,
    /// It is not delivered, or was given back.
    NotDelivered,
    /// It has been started, or its start has been asked for.
    Started,
    Over,
    /// The time for it has passed.
    TooLate,
    /// The fee is as high as the price.
    NothingLeft,
    /// Its money goes back already.
    Refunded,
    /// The payment is being looked into.
    Held,
}

/// What comes back for a line now.
///
/// # Errors
/// [`NotBack`]: the first reason that stands against it.
pub fn terms(rules: &Rules, facts: &Facts<'_>, now: DateTime<Utc>) -> Result<Terms, NotBack> {
    if !rules.allowed && !facts.by_right {
        return Err(NotBack::NotAllowed);
    }
    let delivered_at = facts.delivered_at.ok_or(NotBack::NotDelivered)?;
    match &facts.package.status {
        Some(PackageStatus::Active) => return Err(NotBack::Started),
        Some(PackageStatus::Expired | PackageStatus::Terminated | PackageStatus::Other(_)) => {
            return Err(NotBack::Over);
        }
        None | Some(PackageStatus::Pending) if facts.start_asked => return Err(NotBack::Started),
        None | Some(PackageStatus::Pending) => {}
    }
    if facts.refund_under_way || facts.back.minor >= facts.price.minor {
        return Err(NotBack::Refunded);
    }
    if facts.held {
        return Err(NotBack::Held);
    }
    let ours = delivered_at + TimeDelta::days(i64::from(rules.window_days));
    let theirs = facts.package.bought_at.unwrap_or(delivered_at) + SUPPLIERS_WINDOW;
    // The right of withdrawal has days of its own, which were looked at; the supplier's stand.
    if now >= theirs || (now >= ours && !facts.by_right) {
        return Err(NotBack::TooLate);
    }
    // A part that has gone back lowers what comes back now; the fee is kept of what is left.
    let left = facts.price.minor - facts.back.minor;
    let fee = if facts.by_right { 0 } else { rules.fee.minor };
    let back = left - fee;
    if back <= 0 {
        return Err(NotBack::NothingLeft);
    }
    Ok(Terms {
        back: Money::new(back, facts.price.currency),
        fee: Money::new(fee, facts.price.currency),
    })
}

/// What to do about a package that is to be ended, from what the supplier shows of it now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[must_use]
pub enum Next {
    /// It still waits: end it.
    End,
    /// It is ended: by us and the answer was lost, or by somebody at the supplier. The promise
    /// stands.
    Ended,
    /// It has been started meanwhile: nothing is ended, nothing goes back.
    Keep,
}

/// What follows from the package's state, read back just before each attempt.
pub fn next(status: Option<&PackageStatus>) -> Next {
    match status {
        None | Some(PackageStatus::Pending) => Next::End,
        Some(PackageStatus::Terminated) => Next::Ended,
        Some(PackageStatus::Active | PackageStatus::Expired | PackageStatus::Other(_)) => {
            Next::Keep
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Currency;

    const RULES: Rules = Rules {
        allowed: true,
        fee: Money {
            minor: 100,
            currency: Currency::USD,
        },
        window_days: 30,
    };

    fn at(hour: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000 + hour * 3600, 0).unwrap()
    }

    fn package(status: &str) -> Package {
        Package {
            supplier_order_id: "o".into(),
            status: Some(PackageStatus::parse(status)),
            usage: None,
            started_at: None,
            ends_at: None,
            start_by: None,
            bought_at: Some(at(0)),
        }
    }

    fn facts(package: &Package) -> Facts<'_> {
        let price = Money::new(1440, Currency::USD);
        Facts {
            price,
            delivered_at: Some(at(0)),
            package,
            back: Money::new(0, price.currency),
            refund_under_way: false,
            held: false,
            start_asked: false,
            by_right: false,
        }
    }

    #[test]
    fn an_unused_package_gives_its_price_back_less_the_fee() {
        let waits = package("PENDING");
        let back = terms(&RULES, &facts(&waits), at(1)).unwrap();
        assert_eq!((back.back.minor, back.fee.minor), (1340, 100));
    }

    #[test]
    fn every_reason_against_it_is_told() {
        let waits = package("PENDING");
        let not = |rules: Rules, facts: Facts<'_>, now| terms(&rules, &facts, now).unwrap_err();
        let forbidden = Rules {
            allowed: false,
            ..RULES
        };
        assert_eq!(not(forbidden, facts(&waits), at(1)), NotBack::NotAllowed);
        let mut fact = facts(&waits);
        fact.delivered_at = None;
        assert_eq!(not(RULES, fact, at(1)), NotBack::NotDelivered);
        let active = package("ACTIVE");
        assert_eq!(not(RULES, facts(&active), at(1)), NotBack::Started);
        let mut fact = facts(&waits);
        fact.start_asked = true;
        assert_eq!(not(RULES, fact, at(1)), NotBack::Started);
        for over in ["EXPIRED", "TERMINATED", "SUSPENDED"] {
            assert_eq!(not(RULES, facts(&package(over)), at(1)), NotBack::Over);
        }
        let mut fact = facts(&waits);
        fact.refund_under_way = true;
        assert_eq!(not(RULES, fact, at(1)), NotBack::Refunded);
        let mut fact = facts(&waits);
        fact.back = fact.price;
        assert_eq!(not(RULES, fact, at(1)), NotBack::Refunded);
        let mut fact = facts(&waits);
        fact.held = true;
        assert_eq!(not(RULES, fact, at(1)), NotBack::Held);
        let dear = Rules {
            fee: Money::new(1440, Currency::USD),
            ..RULES
        };
        assert_eq!(not(dear, facts(&waits), at(1)), NotBack::NothingLeft);
    }

    #[test]
    fn the_shorter_of_our_window_and_the_suppliers_counts() {
        let waits = package("PENDING");
        assert!(terms(&RULES, &facts(&waits), at(30 * 24 - 1)).is_ok());
        assert_eq!(
            terms(&RULES, &facts(&waits), at(30 * 24)),
            Err(NotBack::TooLate)
        );
        let wide = Rules {
            window_days: 60,
            ..RULES
        };
        assert!(terms(&wide, &facts(&waits), at(60 * 24 - 2)).is_ok());
        assert_eq!(
            terms(&wide, &facts(&waits), at(60 * 24 - 1)),
            Err(NotBack::TooLate)
        );
    }

    #[test]
    fn only_a_package_that_waits_is_ended() {
        let next = |word: &str| next(Some(&PackageStatus::parse(word)));
        assert_eq!(
            [next("PENDING"), next("TERMINATED")],
            [Next::End, Next::Ended]
        );
        for started in ["ACTIVE", "EXPIRED", "SUSPENDED"] {
            assert_eq!(next(started), Next::Keep);
        }
    }
}
