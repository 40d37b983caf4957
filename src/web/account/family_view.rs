//! What an order's page says of whom its eSIMs are for: how each stands, links that were just made,
//! and what could not be done.

use std::collections::BTreeMap;
use std::fmt;

use axum::http::StatusCode;

use super::living::Living;
use crate::l10n::Locale;
use domain::traveller;

/// What an order's page says after a press, besides the order's own facts.
#[derive(Debug, Default)]
pub struct FamilySaid {
    /// Of the answer.
    pub status: StatusCode,
    /// Links that were just made: they can be shown this once.
    pub links: Option<FreshLinks>,
    /// Names as they were typed, by position, where one of them cannot be taken.
    pub typed: BTreeMap<i32, String>,
    /// Why nothing was done: the key of its words.
    pub refused: Option<&'static str>,
}

impl FamilySaid {
    /// What is wrong with the name at a position: the key of its words.
    #[must_use]
    pub fn fault(&self, position: i32) -> Option<&'static str> {
        self.typed
            .get(&position)
            .filter(|name| traveller::read(name).is_err())
            .and(self.refused)
    }

    /// What is wrong, each with the id of its field; none with what is wrong with the whole.
    #[must_use]
    pub fn errors(&self, t: Locale) -> Vec<(String, String)> {
        let of_field = |at: &i32| Some((format!("name-{at}"), t.say(self.fault(*at)?)));
        let fields: Vec<_> = self.typed.keys().filter_map(of_field).collect();
        let whole = self
            .refused
            .filter(|_| fields.is_empty())
            .map(|key| (String::new(), t.say(key)));
        fields.into_iter().chain(whole).collect()
    }
}

/// Links that were just made, as one text to send: a line a name.
pub struct FreshLinks {
    /// In which language.
    t: Locale,
    /// How many.
    count: usize,
    /// The address alone where there is one.
    pub text: String,
    /// The eSIMs they open, by their places in the order: `2,3`.
    pub of: String,
}

/// Without the links, which are bearer secrets.
impl fmt::Debug for FreshLinks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FreshLinks")
            .field("count", &self.count)
            .finish_non_exhaustive()
    }
}

impl FreshLinks {
    /// Of these names with their links, and the places of their eSIMs.
    #[must_use]
    pub fn new(t: Locale, named: &[(String, String)], places: &[i32]) -> Self {
        let line = |(name, address): &(String, String)| {
            let line = t
                .with("label", name.as_str())
                .with("value", address.as_str())
                .say("mail-labelled");
            // It is copied as it stands.
            line.replace(['\u{2068}', '\u{2069}'], "")
        };
        let text = match named {
            [(_, address)] => address.clone(),
            many => many.iter().map(line).collect::<Vec<_>>().join("\n"),
        };
        let of = places
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join(",");
        Self {
            t,
            count: named.len(),
            text,
            of,
        }
    }

    fn say(&self, one: &'static str, several: &'static str) -> String {
        self.t.say(if self.count == 1 { one } else { several })
    }

    /// `The links are ready`
    #[must_use]
    pub fn title(&self) -> String {
        self.say("hand-over-made", "family-made")
    }

    /// That they are shown this once.
    #[must_use]
    pub fn once(&self) -> String {
        self.say("hand-over-once", "family-once")
    }

    /// Of the field they stand in.
    #[must_use]
    pub fn label(&self) -> String {
        self.say("hand-over-link", "family-links")
    }

    /// How many lines of a phone's screen that takes.
    #[must_use]
    pub fn rows(&self) -> usize {
        (self.count * 3).min(18)
    }
}

/// How one of several eSIMs stands on their order's page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FamilyRow {
    /// It is installed here.
    Here,
    /// It waits to be somebody's.
    Waiting,
    /// Somebody has a link to it, and it is on no phone yet.
    Sent,
    /// It is on a phone, or over.
    Settled,
}

impl FamilyRow {
    /// Of an eSIM, for its `owner` or who came by a key; `kept` when one of its plan is kept for
    /// the buyer's own phone.
    #[must_use]
    pub fn of(live: &Living<'_>, owner: bool, kept: bool) -> Self {
        match live.to_install() {
            false => Self::Settled,
            true if live.sent().is_some() => Self::Sent,
            true if live.whom.mine || !(owner || kept) => Self::Here,
            true => Self::Waiting,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_links_are_one_text_and_one_is_an_address() {
        let links = [
            ("Mia".to_owned(), "https://shop.example/for/a".to_owned()),
            ("ليلى".to_owned(), "https://shop.example/for/b".to_owned()),
        ];
        let arabic = Locale::new("ar".parse().unwrap(), false);
        for t in [Locale::ENGLISH, arabic] {
            assert_eq!(FreshLinks::new(t, &links, &[2, 3]).of, "2,3");
            assert_eq!(
                FreshLinks::new(t, &links, &[]).text,
                "Mia: https://shop.example/for/a\nليلى: https://shop.example/for/b"
            );
            assert_eq!(
                FreshLinks::new(t, &links[..1], &[]).text,
                "https://shop.example/for/a"
            );
        }
        assert!(
            !format!("{:?}", FreshLinks::new(arabic, &links, &[])).contains("/for/"),
            "no log line holds a link"
        );
        let many: Vec<_> = (0..9).map(|_| links[0].clone()).collect();
        assert_eq!(
            (
                FreshLinks::new(arabic, &links[..1], &[]).rows(),
                FreshLinks::new(arabic, &many, &[]).rows()
            ),
            (3, 18)
        );
    }

    #[test]
    fn a_fault_is_told_at_its_own_field() {
        let typed = [
            (1, "Mia".to_owned()),
            (2, "x".repeat(41)),
            (3, String::new()),
        ]
        .into();
        let said = FamilySaid {
            typed,
            refused: Some("hand-over-no-name"),
            ..FamilySaid::default()
        };
        assert_eq!(
            [1, 2, 3, 4].map(|at| said.fault(at)),
            [None, Some("hand-over-no-name"), None, None]
        );
        assert_eq!(
            said.errors(Locale::ENGLISH),
            [(
                "name-2".to_owned(),
                "Up to 40 characters, on one line.".to_owned()
            )]
        );
        let often = FamilySaid {
            refused: Some("hand-over-too-quick"),
            ..FamilySaid::default()
        };
        assert_eq!(
            often
                .errors(Locale::ENGLISH)
                .into_iter()
                .map(|(id, _)| id)
                .collect::<Vec<_>>(),
            [""]
        );
    }
}
