//! What places are called in the languages of the shop: countries, capitals, regions, cities. Data
//! and look-up only; no search.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{Country, Destination, Region};

/// Beside whose names no capital is shown: whether it is one, or which city is, is disputed, or the
/// city is the whole place.
const WITHOUT_CAPITAL: [&str; 5] = ["HK", "IL", "MO", "PS", "TW"];

/// The languages of the shop, as their folders below `locales/` are called; English first.
pub const LANGUAGES: [&str; 8] = ["en", "es", "fr", "de", "pt-BR", "ja", "zh-Hans", "ar"];

/// The names of one language.
#[derive(Debug, Default)]
struct Names {
    /// By ISO code.
    territories: HashMap<String, String>,
    /// By ISO code. English ones stand in `countries.txt`.
    capitals: HashMap<String, String>,
    /// By slug, with `global`. English ones stand in the table of regions.
    regions: HashMap<String, String>,
    /// Further towns and islands by ISO code, without the capital.
    cities: HashMap<String, Vec<String>>,
}

/// Reads one file of one language; one that cannot be read has no names, which a test notices.
macro_rules! file {
    ($language:literal, $name:literal) => {
        serde_json::from_str(include_str!(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../../locales/",
            $language,
            "/",
            $name,
            ".json"
        )))
        .unwrap_or_default()
    };
}

macro_rules! names {
    ($language:literal) => {
        Names {
            territories: file!($language, "territories"),
            capitals: file!($language, "capitals"),
            regions: file!($language, "regions"),
            cities: file!($language, "cities"),
        }
    };
}

/// In the order of [`LANGUAGES`].
static NAMES: LazyLock<[Names; 8]> = LazyLock::new(|| {
    let english = Names {
        territories: file!("en", "territories"),
        cities: file!("en", "cities"),
        ..Names::default()
    };
    [
        english,
        names!("es"),
        names!("fr"),
        names!("de"),
        names!("pt-BR"),
        names!("ja"),
        names!("zh-Hans"),
        names!("ar"),
    ]
});

fn names(language: &str) -> Option<&'static Names> {
    let at = LANGUAGES
        .iter()
        .position(|known| known.eq_ignore_ascii_case(language))?;
    NAMES.get(at)
}

/// The English name of a country, by its ISO code.
pub(super) fn english(code: &str) -> Option<&'static str> {
    names("en")?.territories.get(code).map(String::as_str)
}

impl Country {
    /// Its name in a language of the shop; English in any other.
    pub fn name_in(&self, language: &str) -> &str {
        names(language)
            .and_then(|n| n.territories.get(self.code))
            .unwrap_or(&self.name)
    }

    /// Its capital in a language of the shop; English in any other.
    pub fn capital_in(&self, language: &str) -> &str {
        names(language)
            .and_then(|n| n.capitals.get(self.code))
            .map_or(self.capital, String::as_str)
    }

    /// Its capital as it is shown beside its name; `None` where that would offend, or only say the
    /// name again.
    pub fn shown_capital(&self, language: &str) -> Option<&str> {
        let capital = self.capital_in(language);
        (!WITHOUT_CAPITAL.contains(&self.code) && capital != self.name_in(language))
            .then_some(capital)
    }

    /// Its other towns and islands in a language of the shop; none in any other.
    pub fn cities_in(&self, language: &str) -> &'static [String] {
        names(language)
            .and_then(|n| n.cities.get(self.code))
            .map_or(&[], Vec::as_slice)
    }
}

impl Region {
    /// Its name in a language of the shop; English in any other.
    pub fn name_in(&self, language: &str) -> &'static str {
        names(language)
            .and_then(|n| n.regions.get(self.slug))
            .map_or(self.name, String::as_str)
    }
}

impl Destination {
    /// Its name in a language of the shop; English in any other.
    pub fn name_in(&self, language: &str) -> &'static str {
        match self {
            Self::Country(c) => c.name_in(language),
            Self::Region(r) => r.name_in(language),
            Self::Global => names(language)
                .and_then(|n| n.regions.get("global"))
                .map_or("Global", String::as_str),
        }
    }
}

#[cfg(test)]
mod tests;
