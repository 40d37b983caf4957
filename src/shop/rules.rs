//! What the names in shop.toml mean: places by their codes and slugs, price rules by what they are
//! about. No price is looked at here.

use std::collections::BTreeSet;

use super::pricing::Found;
use super::{PriceRule, Shop};
use crate::config_error::ConfigError;
use domain::destination::{self, Destination};
use domain::pricing::Scope;

pub(super) fn scope(rule: &PriceRule) -> Option<Scope> {
    let product = rule.product.clone().map(Scope::Product);
    let country = rule
        .country
        .as_deref()
        .map(|code| Scope::Country(code.to_ascii_uppercase()));
    let region = rule
        .region
        .as_deref()
        .map(|slug| Scope::Region(slug.to_ascii_lowercase()));
    product.or(country).or(region)
}

/// Rules for places that are not known, and two for the same: they would silently sell at another
/// price.
pub(super) fn rule_faults(rules: &[PriceRule]) -> Vec<Found> {
    let regions: Vec<&str> = destination::regions()
        .iter()
        .map(|r| r.slug)
        .chain(["global"])
        .collect();
    let regions_mend = format!("one of {}", regions.join(", "));
    let (mut found, mut twice, mut seen) = (Vec::new(), Vec::new(), BTreeSet::new());
    for (at, rule) in rules.iter().enumerate() {
        let Some(scope) = scope(rule) else { continue };
        let mut unknown = |key: &'static str, name: &str, mend: &str| {
            let (setting, problem) = (
                format!("[[pricing.rule]] {key}"),
                format!("names “{name}”, which is not known"),
            );
            found.push(Found {
                rule: Some(at),
                key,
                setting,
                problem,
                mend: mend.to_owned(),
            });
        };
        match &scope {
            Scope::Country(code) if destination::country(code).is_none() => {
                unknown("country", code, COUNTRY)
            }
            Scope::Region(slug) if !regions.contains(&slug.as_str()) => {
                unknown("region", slug, &regions_mend)
            }
            _ => {}
        }
        if !seen.insert(scope.clone()) {
            let (setting, problem) = (
                "[[pricing.rule]]".to_owned(),
                format!("names {scope:?} twice"),
            );
            twice.push(Found {
                rule: Some(at),
                key: "",
                setting,
                problem,
                mend: "keep one of the two".to_owned(),
            });
        }
    }
    found.extend(twice);
    found
}

const COUNTRY: &str = "ISO 3166 codes have two letters, e.g. JP";

/// Names in shop.toml that mean nothing, outside of its prices.
pub(super) fn name_faults(shop: &Shop, file: &str) -> Vec<ConfigError> {
    let mut faults = Vec::new();
    let mut unknown = |setting: &str, name: &str, mend: &str| {
        faults.push(ConfigError::new(
            &format!("{file}: {setting}"),
            &format!("names “{name}”, which is not known"),
            mend,
        ));
    };
    for code in shop
        .catalogue
        .fact
        .iter()
        .filter_map(|f| f.country.as_deref())
    {
        if destination::country(code).is_none() {
            unknown("[[catalogue.fact]] country", code, COUNTRY);
        }
    }
    for name in &shop.catalogue.popular {
        if popular(name).is_none() {
            unknown(
                "[catalogue] popular",
                name,
                "a country code such as JP, or a region's slug such as europe",
            );
        }
    }
    faults
}

/// What an entry of `[catalogue] popular` means: a country code, or a slug.
#[must_use]
pub fn popular(name: &str) -> Option<Destination> {
    destination::country(name)
        .map(Destination::Country)
        .or_else(|| Destination::by_slug(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_meaningless_name_in_shop_toml_is_told() {
        let text = "[shop]\nname=\"A\"\nsupport_email=\"a@example.com\"\ncurrency=\"USD\"\n\
            [[pricing.rule]]\ncountry=\"Japan\"\n[[pricing.rule]]\nregion=\"eurpoe\"\n[[pricing.rule]]\nregion=\"asia\"\n\
            [[pricing.rule]]\nregion=\"asia\"\n[catalogue]\npopular=[\"JP\",\"europe\",\"global\",\"XX\"]\n[[catalogue.fact]]\ncountry=\"QQ\"\n";
        let told: Vec<_> = Shop::parse(text, "shop.toml")
            .unwrap_err()
            .into_iter()
            .map(|f| f.to_string())
            .collect();
        assert_eq!(told.len(), 5, "{told:#?}");
        for name in ["JAPAN", "eurpoe", "XX", "QQ", "asia"] {
            assert!(told.iter().any(|t| t.contains(name)), "{name} in {told:#?}");
        }
    }

    #[test]
    fn the_shop_toml_that_we_ship_is_without_fault_and_says_what_the_defaults_are() {
        let shop = Shop::parse(include_str!("../../shop.example.toml"), "shop.toml").unwrap();
        let bare = Shop::parse(
            "[shop]\nname=\"Layover\"\nsupport_email=\"help@example.com\"\ncurrency=\"USD\"\n",
            "bare",
        )
        .unwrap();
        assert_eq!(
            shop.price_list(),
            bare.price_list(),
            "round_to is written out, and is the default"
        );
        let pricing = super::super::Pricing {
            round_to: None,
            written: false,
            ..shop.pricing.clone()
        };
        let without_popular = Shop {
            catalogue: super::super::Shelf::default(),
            pricing,
            ..shop
        };
        assert_eq!(format!("{without_popular:?}"), format!("{bare:?}"));
    }
}
