//! One plan: a product on our shelf with our price, and the words that describe it. No HTML.

use rust_decimal::prelude::ToPrimitive;

use crate::l10n::{Given, Locale};
use crate::routes::Routes;
use domain::destination::Destination;
use domain::money::Money;
use domain::product::{Data, Product};
use domain::trip::Offer;

/// Facts that the supplier's catalogue has no field for, set by the owner; `None` is “not stated by
/// the network”.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// Whether data may be shared with other devices.
    pub hotspot: Option<bool>,
    /// Whether the network asks for an identity document.
    pub identity_check: Option<bool>,
    /// The access point name to set by hand.
    pub apn: Option<String>,
}

/// A product on our shelf with our price.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// What the supplier sells.
    pub product: Product,
    /// What we charge for one.
    pub price: Money,
    /// Where it belongs on the shelf.
    pub destination: Destination,
    /// Set by the owner.
    pub facts: Facts,
}

impl Plan {
    /// The plan of a product.
    #[must_use]
    pub fn new(product: Product, price: Money, destination: Destination, facts: Facts) -> Self {
        Self {
            product,
            price,
            destination,
            facts,
        }
    }

    /// `Japan · 10 GB · 7 days`
    #[must_use]
    pub fn title(&self, t: impl Given<Locale>) -> String {
        t.plain().plan_name(&self.product)
    }

    /// Where it works: `Japan`, `Japan and South Korea`, `Europe`.
    #[must_use]
    pub fn place(&self, t: impl Given<Locale>) -> String {
        t.plain().coverage(&self.product.coverage)
    }

    /// The path of its page.
    #[must_use]
    pub fn path(&self) -> String {
        Routes::plan(&self.product.id)
    }

    /// What is asked of it for a trip.
    #[must_use]
    pub fn offer(&self) -> Offer<'_> {
        let Product {
            id,
            coverage,
            days,
            data,
            fair_use,
            ..
        } = &self.product;
        Offer {
            id,
            coverage,
            days: *days,
            data: *data,
            full_speed: fair_use.counted_a_day(),
            price: self.price.minor,
        }
    }

    /// Whether no limit is stated.
    #[must_use]
    pub fn unlimited(&self) -> bool {
        self.product.data == Data::Unlimited
    }

    /// The price of a gigabyte, rounded half up, for comparing; `None` when unlimited or when a
    /// gigabyte is not sold.
    #[must_use]
    pub fn per_gigabyte(&self) -> Option<Money> {
        let Data::Megabytes(megabytes) = self.product.data else {
            return None;
        };
        (megabytes >= 1024)
            .then(|| share(self.price, 1024, megabytes))
            .flatten()
    }

    /// The price of a day, rounded half up.
    #[must_use]
    pub fn per_day(&self) -> Option<Money> {
        share(self.price, 1, u64::from(self.product.days))
    }

    /// `$1.44 per GB`; for unlimited plans per day; `None` where neither says anything.
    #[must_use]
    pub fn unit_price(&self, t: impl Given<Locale>) -> Option<String> {
        let t = t.plain();
        match self.per_gigabyte() {
            Some(money) => Some(t.with("price", money).say("per-gigabyte")),
            None if self.unlimited() => self
                .per_day()
                .map(|money| t.with("price", money).say("per-day")),
            None => None,
        }
    }

    /// Names of the networks, each once, in the supplier's order.
    #[must_use]
    pub fn network_names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        for network in &self.product.networks {
            if !names.contains(&network.name.as_str()) {
                names.push(&network.name);
            }
        }
        names
    }

    /// The networks in a few words: the first `most` names (`SoftBank, KDDI au + 2 more`), or,
    /// where each country has its own, how many there are. `None` when the supplier names none.
    #[must_use]
    pub fn networks(&self, t: impl Given<Locale>, most: usize) -> Option<String> {
        let t = t.plain();
        let names = self.network_names();
        if self.countries() > 3 && names.len() > most {
            return Some(t.with("n", names.len()).say("networks-many"));
        }
        let more = names.len().saturating_sub(most);
        let shown = names.get(..most).unwrap_or(&names).join(", ");
        match (shown.is_empty(), more) {
            (true, _) => None,
            (false, 0) => Some(shown),
            (false, more) => Some(t.with("names", shown).with("n", more).say("networks-more")),
        }
    }

    /// The fastest generation named by a network: `5G`.
    #[must_use]
    pub fn speed(&self) -> Option<&str> {
        self.product
            .networks
            .iter()
            .filter_map(|n| n.speed.as_deref())
            .max_by_key(|s| s.chars().next())
    }

    /// How many countries it covers.
    #[must_use]
    pub fn countries(&self) -> usize {
        self.product.coverage.len()
    }
}

fn share(price: Money, times: u64, of: u64) -> Option<Money> {
    let (minor, times, of) = (i128::from(price.minor), i128::from(times), i128::from(of));
    let rounded = (minor * times * 2 + of).checked_div(of * 2)?;
    Some(Money::new(rounded.to_i64()?, price.currency))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::testing::product;
    use domain::money::Currency;

    const EN: Locale = Locale::ENGLISH;

    fn plan(data: Data, days: u32, cents: i64, coverage: &str) -> Plan {
        let product = Product {
            data,
            days,
            ..product("p", coverage)
        };
        let destination = Destination::of(&product.coverage).unwrap();
        Plan::new(
            product,
            Money::new(cents, Currency::USD),
            destination,
            Facts::default(),
        )
    }

    #[test]
    fn titles_say_where_how_much_and_how_long() {
        assert_eq!(
            plan(Data::Megabytes(10_240), 7, 1440, "JP").title(EN),
            "Japan · 10 GB · 7 days"
        );
        assert_eq!(
            plan(Data::Megabytes(500), 1, 100, "JP KR").title(EN),
            "Japan and South Korea · 500 MB · 1 day"
        );
        assert_eq!(
            plan(Data::Unlimited, 30, 9000, "DE FR IT AT").title(EN),
            "Europe · Unlimited data · 30 days"
        );
    }

    #[test]
    fn unit_prices_compare_gigabytes_or_days() {
        assert_eq!(
            plan(Data::Megabytes(10_240), 7, 1440, "JP")
                .unit_price(EN)
                .as_deref(),
            Some("$1.44 per GB")
        );
        assert_eq!(
            plan(Data::Megabytes(3072), 7, 1000, "JP")
                .unit_price(EN)
                .as_deref(),
            Some("$3.33 per GB")
        );
        assert_eq!(
            plan(Data::Unlimited, 7, 2590, "JP")
                .unit_price(EN)
                .as_deref(),
            Some("$3.70 per day")
        );
        assert_eq!(
            plan(Data::Megabytes(500), 7, 100, "JP").unit_price(EN),
            None
        );
    }

    #[test]
    fn networks_are_named_once_and_counted_beyond() {
        let mut plan = plan(Data::Megabytes(1024), 7, 300, "JP");
        let network = |name: &str, speed: &str| domain::product::Network {
            mccmnc: None,
            name: name.into(),
            speed: Some(speed.into()),
            country: None,
        };
        plan.product.networks = vec![
            network("SoftBank", "4G"),
            network("KDDI au", "5G"),
            network("SoftBank", "4G"),
            network("NTT", "LTE"),
        ];
        assert_eq!(
            plan.networks(EN, 2).as_deref(),
            Some("SoftBank, KDDI au + 1 more")
        );
        assert_eq!(
            plan.networks(EN, 9).as_deref(),
            Some("SoftBank, KDDI au, NTT")
        );
        plan.product.networks.clear();
        assert_eq!((plan.networks(EN, 2), plan.speed()), (None, None));
    }

    #[test]
    fn the_shelf_and_a_trip_count_on_the_same_of_an_unlimited_plan() {
        use domain::choosing::{Answer, Candidate, Habit, Stay, answer};
        use domain::product::FairUse;
        use domain::trip::{Need, Serves, Trip};
        let trip = Trip::of(&[("JP", 7)], None).unwrap();
        for (megabytes_a_day, then, does) in [
            (None, None, true),
            (Some(2048), None, true),
            (Some(512), None, false),
            (Some(512), Some("1 Mbps"), false),
            (None, Some("512 Kbps"), false),
        ] {
            let mut plan = plan(Data::Unlimited, 7, 900, "JP");
            plan.product.fair_use = FairUse {
                megabytes_a_day,
                then: then.map(str::to_owned),
            };
            let Product {
                id,
                days,
                data,
                fair_use,
                ..
            } = &plan.product;
            let candidate = Candidate {
                id,
                days: *days,
                data: *data,
                fair_use,
                price: plan.price.minor,
            };
            let enough = answer(
                &[candidate],
                Stay {
                    days: 7,
                    habit: Habit::Everyday,
                },
            );
            assert_eq!(
                matches!(enough, Some(Answer::Enough(_))),
                does,
                "the shelf: {megabytes_a_day:?} {then:?}"
            );
            let misses = plan.offer().misses(
                &trip,
                Serves::all(1),
                Need::MegabytesPerDay(Habit::Everyday.megabytes_a_day()),
            );
            assert_eq!(
                misses.is_empty(),
                does,
                "a trip: {megabytes_a_day:?} {then:?}"
            );
        }
    }
}
