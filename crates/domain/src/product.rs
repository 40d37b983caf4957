//! What the supplier sells: allowance, validity, where and on which networks, and what it costs us.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::money::Currency;

/// A product of the supplier's v2 catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Product {
    /// Stable id, e.g. `esimfx_10G_7D_JP`.
    pub id: String,
    /// The supplier's `meta_product_id`.
    pub meta_id: Option<String>,
    /// The supplier's own name, for operators.
    pub name: String,
    /// How much data.
    pub data: Data,
    /// Of an unlimited plan: what it holds at full speed.
    #[serde(default, skip_serializing_if = "FairUse::is_unknown")]
    pub fair_use: FairUse,
    /// How long it lasts once started, in days.
    pub days: u32,
    /// ISO 3166-1 alpha-2 codes, upper case, sorted, none twice.
    pub coverage: Vec<String>,
    /// The networks it uses.
    pub networks: Vec<Network>,
    /// Products top each other up only within one profile.
    pub imsi_profile: Option<String>,
    /// The supplier's price.
    pub cost: Decimal,
    /// The currency of `cost`.
    pub cost_currency: Currency,
    /// What the supplier says of it that no field here has: written to the table, never read back.
    #[serde(skip)]
    pub raw: Option<Value>,
}

/// What the network states of an unlimited plan's fair use. Nothing stated is said aloud:
/// “unlimited” never stands alone.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FairUse {
    /// Megabytes a day at full speed.
    #[serde(default)]
    pub megabytes_a_day: Option<u64>,
    /// The rate after that, as the network writes it: `512 Kbps`.
    #[serde(default)]
    pub then: Option<String>,
}

impl FairUse {
    /// Whether the network states nothing.
    pub fn is_unknown(&self) -> bool {
        *self == Self::default()
    }

    /// Megabytes a day that can be counted on; `None` where no limit is stated. Where a slower
    /// speed is stated but not after how much, nothing can be counted on.
    pub fn counted_a_day(&self) -> Option<u64> {
        self.megabytes_a_day.or(self.then.as_ref().map(|_| 0))
    }
}

impl Product {
    /// The supplier's price, with its currency.
    pub fn price(&self) -> (Decimal, Currency) {
        (self.cost, self.cost_currency)
    }

    /// Whether another can be put on an eSIM that this one came on, by the supplier's rule: plans
    /// of one profile whose places meet. What is not known of this one is not denied.
    #[must_use]
    pub fn takes(&self, other: &Self) -> bool {
        self.imsi_profile.is_none()
            || (other.imsi_profile == self.imsi_profile
                && other
                    .coverage
                    .iter()
                    .any(|code| self.coverage.binary_search(code).is_ok()))
    }
}

/// A data allowance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Data {
    /// Megabytes, 1024 to the gigabyte as the supplier counts (10 GB = 10,737,418,240 bytes).
    Megabytes(u64),
    /// No limit stated.
    Unlimited,
}

/// A mobile network of a product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Network {
    /// Mobile country and network code.
    pub mccmnc: Option<String>,
    /// As phones show it.
    pub name: String,
    /// `4G`, `5G`.
    pub speed: Option<String>,
    /// The ISO code of the country it is in, where the supplier tells it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn product(profile: Option<&str>, coverage: &[&str]) -> Product {
        Product {
            id: "p".into(),
            meta_id: None,
            name: "p".into(),
            data: Data::Unlimited,
            fair_use: FairUse::default(),
            days: 7,
            coverage: coverage.iter().map(ToString::to_string).collect(),
            networks: Vec::new(),
            imsi_profile: profile.map(str::to_owned),
            cost: Decimal::ONE,
            cost_currency: Currency::USD,
            raw: None,
        }
    }

    #[test]
    fn plans_of_one_profile_whose_places_meet_top_each_other_up() {
        let japan = product(Some("Green"), &["JP"]);
        assert!(japan.takes(&product(Some("Green"), &["CN", "JP"])));
        assert!(!japan.takes(&product(Some("Green"), &["CN"])));
        assert!(!japan.takes(&product(Some("Blue"), &["JP"])));
        assert!(!japan.takes(&product(None, &["JP"])));
        assert!(product(None, &["JP"]).takes(&japan), "not denied");
    }
}
