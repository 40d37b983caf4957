//! What a plan is called in a language: where, how much, how long. No prices, no pages.

use super::Locale;
use domain::destination::{Destination, country};
use domain::product::{Data, FairUse, Product};

impl Locale {
    /// Where a plan works: up to three countries by name, more by their destination's: `Japan and
    /// South Korea`, `Europe`.
    #[must_use]
    pub fn coverage(self, codes: &[String]) -> String {
        let names: Vec<&str> = codes
            .iter()
            .filter_map(|code| country(code))
            .map(|c| c.name_in(self.code()))
            .collect();
        match (names.as_slice(), Destination::of(codes)) {
            ([_, _, _, _, ..], Some(destination)) => self.place(destination).to_owned(),
            (names, _) => self.all_of(names),
        }
    }

    /// `Japan · 10 GB · 7 days`
    #[must_use]
    pub fn plan_name(self, product: &Product) -> String {
        format!(
            "{} · {} · {}",
            self.coverage(&product.coverage),
            self.data(product.data),
            self.days(product.days)
        )
    }

    /// What “unlimited” means: what a plan holds at full speed and what comes after it, or that the
    /// network does not say. None for a plan of so much data.
    #[must_use]
    pub fn fair_use(self, product: &Product) -> Option<String> {
        if product.data != Data::Unlimited {
            return None;
        }
        let FairUse {
            megabytes_a_day,
            then,
        } = &product.fair_use;
        let full = megabytes_a_day.map(|megabytes| self.data(Data::Megabytes(megabytes)));
        Some(match (full, then) {
            (Some(data), Some(speed)) => self
                .with("data", data)
                .with("speed", speed.as_str())
                .say("fair-use-full"),
            (Some(data), None) => self.with("data", data).say("fair-use-data"),
            (None, Some(speed)) => self.with("speed", speed.as_str()).say("fair-use-speed"),
            (None, None) => self.say("fair-use-unknown"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::testing::product;

    #[test]
    fn unlimited_never_stands_alone() {
        let told = |megabytes_a_day, then: Option<&str>| {
            let fair_use = FairUse {
                megabytes_a_day,
                then: then.map(str::to_owned),
            };
            Locale::ENGLISH
                .fair_use(&Product {
                    data: Data::Unlimited,
                    fair_use,
                    ..product("p", "JP")
                })
                .unwrap()
        };
        assert_eq!(
            told(Some(2048), Some("512 Kbps")),
            "2 GB a day at full speed, then 512 Kbps"
        );
        assert_eq!(
            told(Some(500), None),
            "500 MB a day at full speed, then slower"
        );
        assert_eq!(
            told(None, Some("384 kbps")),
            "Slowed to 384 kbps after heavy use; the network does not say how much that is"
        );
        assert_eq!(
            told(None, None),
            "The network does not state its fair-use limit"
        );
        assert_eq!(Locale::ENGLISH.fair_use(&product("p", "JP")), None);
    }
}
