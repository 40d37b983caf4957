//! The right of withdrawal: who has it, for how long, and what a statement means for a line. Pure.

use chrono::{DateTime, TimeDelta, Utc};
use serde::Deserialize;

/// Directive 2011/83/EU, article 9: fourteen days from the conclusion of the contract.
pub const DAYS: u32 = 14;

/// How long the order's mailbox has to stop what somebody stated who only knew its number and
/// address.
pub const TIME_TO_STOP: TimeDelta = TimeDelta::minutes(60);

/// The EU, the rest of the EEA, and the United Kingdom (Consumer Contracts Regulations 2013).
const COUNTRIES: [&str; 31] = [
    "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT", "LV",
    "LT", "LU", "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE", "IS", "LI", "NO", "GB",
];

/// How a traveller agrees that performance begins at once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Consent {
    /// By pressing the pay button beside the words.
    #[default]
    Words,
    /// By a box that is ticked besides.
    Box,
}

impl Consent {
    /// As stored.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::Box => "box",
        }
    }
}

/// Whether buyers of this country have the right at all.
pub fn is_given_in(country: &str) -> bool {
    COUNTRIES.contains(&country)
}

/// Whether a buyer of this country has the right now, for what was delivered then. Who is from
/// nobody knows where has it.
pub fn applies(country: Option<&str>, delivered_at: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    country.is_none_or(is_given_in) && now < delivered_at + TimeDelta::days(i64::from(DAYS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_buyer_of_the_eu_the_eea_or_the_uk_has_fourteen_days_and_so_has_who_is_unknown() {
        let bought: DateTime<Utc> = "2026-11-01T12:00:00Z".parse().unwrap();
        let (last, over) = (
            "2026-11-15T11:59:59Z".parse().unwrap(),
            "2026-11-15T12:00:00Z".parse().unwrap(),
        );
        for country in [Some("DE"), Some("NO"), Some("GB"), None] {
            assert!(
                applies(country, bought, last) && !applies(country, bought, over),
                "{country:?}"
            );
        }
        assert!(!applies(Some("US"), bought, bought));
    }
}
