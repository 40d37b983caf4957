//! The networks of a plan by the country they are in, as each language orders them.

use std::collections::BTreeMap;

use super::Locale;
use domain::product::Product;
use domain::{destination, mcc};

impl Locale {
    /// The names of a product's networks by the country they are in, in the order of the language;
    /// those of no known country last.
    #[must_use]
    pub fn networks_by_country(self, product: &Product) -> Vec<(String, String)> {
        let (mut places, mut elsewhere): (BTreeMap<String, Vec<&str>>, Vec<&str>) =
            (BTreeMap::new(), Vec::new());
        for network in &product.networks {
            // What the supplier tells is surer than what is read from the network's number.
            let told = network
                .country
                .as_deref()
                .and_then(destination::country)
                .map(|country| country.code);
            let shared = network
                .mccmnc
                .as_deref()
                .filter(|_| told.is_none())
                .into_iter()
                .flat_map(mcc::countries);
            // Of the countries that share a code, those that the plan covers.
            let covered = told
                .into_iter()
                .chain(shared)
                .filter(|iso| product.coverage.iter().any(|code| code == iso));
            let countries: Vec<&str> = covered
                .filter_map(destination::country)
                .map(|c| c.name_in(self.code()))
                .collect();
            let place = self.all_of(&countries);
            let here = if countries.is_empty() {
                &mut elsewhere
            } else {
                places.entry(place).or_default()
            };
            if !here.contains(&network.name.as_str()) {
                here.push(&network.name);
            }
        }
        let mut places: Vec<(String, Vec<&str>)> = places.into_iter().collect();
        self.sort_by_name(&mut places, |(place, _)| place);
        if !elsewhere.is_empty() {
            places.push((self.say("esim-elsewhere"), elsewhere));
        }
        places
            .into_iter()
            .map(|(place, names)| (place, names.join(", ")))
            .collect()
    }
}

#[cfg(test)]
mod tests;
