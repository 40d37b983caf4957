//! `[[places.note]]`: what the owner says of places that are no country, or that need a word before
//! anybody buys for them.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::rules::popular;
use crate::config_error::ConfigError;
use crate::l10n::Language;
use domain::destination::{Destination, fold};

/// `[places]`
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Places {
    /// In the order in which they are looked through; before the shop's own.
    pub note: Vec<PlaceNote>,
}

/// One `[[places.note]]`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlaceNote {
    /// What travellers call it, in any language; the first word for word as it is shown.
    pub names: Vec<String>,
    /// What is true of it.
    pub text: PlaceText,
    /// Where the plans are that are meant: a country code or a region's slug.
    #[serde(default)]
    pub place: Option<String>,
}

/// One text for all languages, or one for each by its code.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub enum PlaceText {
    /// For all.
    One(String),
    /// By language.
    Each(BTreeMap<String, String>),
}

impl PlaceText {
    /// The text in a language; where there is none in it, in English, or in whichever there is.
    #[must_use]
    pub fn in_language(&self, code: &str) -> Option<&str> {
        match self {
            Self::One(text) => Some(text),
            Self::Each(texts) => texts
                .get(code)
                .or_else(|| texts.get("en"))
                .or_else(|| texts.values().next())
                .map(String::as_str),
        }
    }
}

impl PlaceNote {
    /// Where the plans are that are meant.
    #[must_use]
    pub fn destination(&self) -> Option<Destination> {
        self.place.as_deref().and_then(popular)
    }
}

/// What cannot be so.
pub(super) fn faults(places: &Places, file: &str) -> Vec<ConfigError> {
    let mut faults = Vec::new();
    let mut seen: Vec<String> = Vec::new();
    let mut tell = |key: &str, problem: &str, mend: &str| {
        faults.push(ConfigError::new(
            &format!("{file}: [[places.note]] {key}"),
            problem,
            mend,
        ))
    };
    for note in &places.note {
        if note.names.is_empty() || note.names.iter().any(|name| fold(name).is_empty()) {
            tell(
                "names",
                "is empty, or holds an empty name",
                "e.g. names = [\"Sark\", \"Isle of Sark\"]",
            );
        }
        for name in note.names.iter().map(|name| fold(name)) {
            if seen.contains(&name) {
                tell(
                    "names",
                    &format!("names “{name}” twice"),
                    "keep one of the two",
                );
            }
            seen.push(name);
        }
        let texts: Vec<&String> = match &note.text {
            PlaceText::One(text) => vec![text],
            PlaceText::Each(texts) => texts.values().collect(),
        };
        if texts.is_empty() || texts.iter().any(|text| text.trim().is_empty()) {
            tell("text", "is empty", "say what is true of the place");
        }
        if let PlaceText::Each(texts) = &note.text {
            for code in texts.keys().filter(|code| !is_language(code)) {
                tell(
                    "text",
                    &format!("names the language “{code}”, which is not known"),
                    "en, es, fr, de, pt-BR, ja, zh-Hans or ar",
                );
            }
        }
        if let Some(place) = note
            .place
            .as_deref()
            .filter(|_| note.destination().is_none())
        {
            tell(
                "place",
                &format!("names “{place}”, which is not known"),
                "a country code such as CY, or a region's slug such as europe",
            );
        }
    }
    faults
}

fn is_language(code: &str) -> bool {
    code.parse::<&'static Language>()
        .is_ok_and(|language| language.code == code)
}

#[cfg(test)]
mod tests {
    use super::super::Shop;

    const BARE: &str = "[shop]\nname=\"A\"\nsupport_email=\"a@example.com\"\ncurrency=\"USD\"\n";

    #[test]
    fn what_the_owner_says_of_a_place_is_read() {
        let text = "[[places.note]]\nnames=[\"Sark\",\"Sercq\"]\nplace=\"GG\"\n[places.note.text]\nen=\"Sark has one mast.\"\nfr=\"Un mât.\"\n\
                    [[places.note]]\nnames=[\"Area 51\"]\ntext=\"Nothing to see.\"\n";
        let shop = Shop::parse(&format!("{BARE}{text}"), "shop.toml").unwrap();
        let [sark, area] = shop.places.note.as_slice() else {
            panic!("{:?}", shop.places)
        };
        assert_eq!(
            sark.destination().map(|place| place.slug()),
            Some("guernsey")
        );
        let said: Vec<_> = ["fr", "en", "ja"]
            .into_iter()
            .filter_map(|code| sark.text.in_language(code))
            .collect();
        assert_eq!(
            said,
            ["Un mât.", "Sark has one mast.", "Sark has one mast."]
        );
        assert_eq!(
            (area.destination(), area.text.in_language("ar")),
            (None, Some("Nothing to see."))
        );
    }

    #[test]
    fn every_fault_of_a_note_is_told() {
        let text = "[[places.note]]\nnames=[\"Sark\",\"SARK\"]\nplace=\"Nowhere\"\n[places.note.text]\nxx=\"?\"\n\
                    [[places.note]]\nnames=[]\ntext=\" \"\n";
        let told: Vec<String> = Shop::parse(&format!("{BARE}{text}"), "shop.toml")
            .unwrap_err()
            .into_iter()
            .map(|f| f.to_string())
            .collect();
        assert_eq!(told.len(), 5, "{told:#?}");
        for part in [
            "names “sark” twice",
            "“Nowhere”",
            "“xx”",
            "holds an empty name",
            "text is empty",
        ] {
            assert!(
                told.iter().any(|fault| fault.contains(part)),
                "{part} in {told:#?}"
            );
        }
        assert!(
            Shop::parse(
                &format!("{BARE}[[places.note]]\nnames=[\"A\"]\ntext=\"B\"\nlink=\"C\"\n"),
                "shop.toml"
            )
            .is_err(),
            "an unknown key"
        );
    }
}
