//! `[currencies]`: what prices come to in other money, roughly. What is charged is always in the
//! shop's own.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::Deserialize;

use super::{Number, Shop};
use crate::config_error::ConfigError;
use domain::money::Currency;
use domain::pricing::rates::{self, Look};

/// `[currencies]`
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Currencies {
    /// Units of another currency for one of the shop's, by that currency.
    pub also_show: BTreeMap<String, Number>,
}

impl Shop {
    /// The other currencies in which prices are shown, and how many of their units one of the
    /// shop's is worth.
    #[must_use]
    pub fn also_shown(&self) -> Vec<(Currency, Decimal)> {
        self.currencies
            .also_show
            .iter()
            .filter_map(|(code, rate)| Some((code.parse().ok()?, rate.0)))
            .collect()
    }
}

/// What is wrong with `[currencies]`, each with its mend.
pub(super) fn faults(shop: &Shop, file: &str) -> Vec<ConfigError> {
    let (own, mut seen, mut faults) = (
        shop.shop.written_currency.parse::<Currency>().ok(),
        Vec::new(),
        Vec::new(),
    );
    let mut tell = |problem: String, mend: String| {
        faults.push(ConfigError::new(
            &format!("{file}: [currencies] also_show"),
            &problem,
            &mend,
        ))
    };
    for (code, rate) in &shop.currencies.also_show {
        let Some(other) = code
            .parse::<Currency>()
            .ok()
            .filter(|c| rates::charged_by_stripe(*c))
        else {
            tell(
                format!("names “{code}”, which is no currency we know"),
                "remove it, or write its three letters, e.g. SEK".to_owned(),
            );
            continue;
        };
        if seen.contains(&other) {
            tell(
                format!("names {other} twice"),
                "keep one of the two".to_owned(),
            );
        }
        seen.push(other);
        if rate.0 <= Decimal::ZERO {
            tell(
                format!("holds a rate that is not above zero, for {other}"),
                "e.g. SEK = \"11.2\"".to_owned(),
            );
            continue;
        }
        let Some(own) = own else { continue };
        if own == other {
            tell(
                format!("has a rate for {own}, the shop's own currency"),
                format!("remove {code}: prices are always shown in {own}"),
            );
        } else if let Some((problem, mend)) = against_table(code, rate.0, own, other) {
            tell(problem, mend);
        }
    }
    faults
}

/// What is wrong with a rate that our own table takes for a mistake.
fn against_table(
    code: &str,
    rate: Decimal,
    own: Currency,
    other: Currency,
) -> Option<(String, String)> {
    let table =
        rates::between(own, other).filter(|_| rates::look(rate, own, other) == Look::Wrong)?;
    let table = table.round_dp(4).normalize();
    let problem = format!(
        "says that one {own} is {rate} {other}; by our table of {} it is about {table}",
        rates::dated()
    );
    let mend = format!("write how many {other} one {own} costs, e.g. {code} = \"{table}\"");
    Some((problem, mend))
}
