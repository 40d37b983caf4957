//! What a plan is called in a language: where, how much, how long. No prices, no pages.

use super::Locale;
use crate::domain::destination::{Destination, country};
use crate::domain::product::Product;

impl Locale {
    /// Where a plan works: up to three countries by name, more by their destination's: `Japan and South Korea`, `Europe`.
    #[must_use]
    pub fn coverage(self, codes: &[String]) -> String {
        let names: Vec<&str> = codes.iter().filter_map(|code| country(code)).map(|c| c.name_in(self.code())).collect();
        match (names.as_slice(), Destination::of(codes)) {
            ([_, _, _, _, ..], Some(destination)) => self.place(destination).to_owned(),
            (names, _) => self.all_of(names),
        }
    }

    /// `Japan · 10 GB · 7 days`
    #[must_use]
    pub fn plan_name(self, product: &Product) -> String {
        format!("{} · {} · {}", self.coverage(&product.coverage), self.data(product.data), self.days(product.days))
    }
}
