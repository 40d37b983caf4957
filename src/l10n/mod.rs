//! WORDS: every sentence in every language (`locales/<code>/*.ftl`), and numbers, money, dates and
//! lists as each language writes them. Decides nothing.

mod amount;
mod consent;
mod figures;
mod messages;
mod networks;
mod plan;
mod refund;
mod tax;
#[cfg(test)]
mod tests;

use std::str::FromStr;

use chrono::{DateTime, Utc};

use domain::destination::Destination;
use domain::money::Money;
use domain::product::Data;
pub use messages::{Html, IntoWords, Words};

/// A language that the shop can speak.
#[derive(Debug, PartialEq, Eq)]
pub struct Language {
    /// BCP 47, as in `lang`, `hreflang`, `shop.toml` and the folder of its words: `pt-BR`.
    pub code: &'static str,
    /// The first segment of its addresses: `pt-br`.
    pub segment: &'static str,
    /// What its speakers call it.
    pub own_name: &'static str,
    /// `ltr`, or `rtl` for what is written from the right.
    pub direction: &'static str,
    /// Whose customs its numbers and dates follow.
    customs: &'static str,
    /// What Stripe calls it; `auto` where Stripe does not speak it
    /// (docs.stripe.com/js/appendix/supported_locales).
    pub stripe: &'static str,
    /// What Open Graph calls it: a language and a country (ogp.me).
    pub open_graph: &'static str,
}

impl Language {
    /// In two letters: `pt`.
    #[must_use]
    pub fn short(&self) -> &'static str {
        self.segment.split('-').next().unwrap_or(self.segment)
    }
}

/// English first: what every other language is checked against.
pub const LANGUAGES: [Language; 8] = [
    language("en", "en", "English", "ltr", "en-GB", "en", "en_GB"),
    language("es", "es", "Español", "ltr", "es", "es", "es_ES"),
    language("fr", "fr", "Français", "ltr", "fr", "fr", "fr_FR"),
    language("de", "de", "Deutsch", "ltr", "de", "de", "de_DE"),
    language(
        "pt-BR",
        "pt-br",
        "Português (Brasil)",
        "ltr",
        "pt-BR",
        "pt-BR",
        "pt_BR",
    ),
    language("ja", "ja", "日本語", "ltr", "ja", "ja", "ja_JP"),
    language(
        "zh-Hans",
        "zh-hans",
        "简体中文",
        "ltr",
        "zh-Hans",
        "zh",
        "zh_CN",
    ),
    // Digits as phones and price tags of most Arab travellers have them, and as Stripe's page has
    // them.
    language(
        "ar",
        "ar",
        "العربية",
        "rtl",
        "ar-u-nu-latn",
        "auto",
        "ar_AR",
    ),
];

const fn language(
    code: &'static str,
    segment: &'static str,
    own_name: &'static str,
    direction: &'static str,
    customs: &'static str,
    stripe: &'static str,
    open_graph: &'static str,
) -> Language {
    Language {
        code,
        segment,
        own_name,
        direction,
        customs,
        stripe,
        open_graph,
    }
}

/// A language of one shop: how a page or a mail speaks, and where its addresses begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Locale {
    /// The place in [`LANGUAGES`].
    index: u8,
    /// Whether it is the shop's default language, whose addresses have no first segment.
    default: bool,
}

/// A small value as itself or behind references, as templates hand things over.
pub trait Given<T> {
    /// The value.
    fn plain(self) -> T;
}

macro_rules! given {
    ($($kind:ty),*) => {$(
        impl Given<$kind> for $kind {
            fn plain(self) -> $kind {
                self
            }
        }
        impl Given<$kind> for &$kind {
            fn plain(self) -> $kind {
                *self
            }
        }
        impl Given<$kind> for &&$kind {
            fn plain(self) -> $kind {
                **self
            }
        }
    )*};
}
given!(Locale, Money, Destination, Data, u32, DateTime<Utc>);

/// A text that names no language of ours.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is none of en, es, fr, de, pt-BR, ja, zh-Hans, ar")]
pub struct NoLanguage(pub String);

/// Reads `pt-BR`, `pt-br`, and what other systems call it, such as `pt` or `zh-CN`.
impl FromStr for &'static Language {
    type Err = NoLanguage;

    fn from_str(text: &str) -> Result<Self, NoLanguage> {
        let asked = text.trim().to_ascii_lowercase().replace('_', "-");
        let exact = LANGUAGES.iter().find(|l| l.segment == asked);
        let base = asked.split('-').next().unwrap_or_default();
        let traditional = ["zh-hant", "zh-tw", "zh-hk", "zh-mo"]
            .iter()
            .any(|tag| asked.starts_with(tag));
        let same = |l: &&Language| l.segment.split('-').next() == Some(base) && !traditional;
        exact
            .or_else(|| LANGUAGES.iter().find(same))
            .ok_or_else(|| NoLanguage(text.to_owned()))
    }
}

impl Locale {
    /// English as a shop's default language.
    pub const ENGLISH: Self = Self {
        index: 0,
        default: true,
    };

    /// A language as one of a shop's; `default` when its addresses have no first segment.
    #[must_use]
    pub fn new(language: &'static Language, default: bool) -> Self {
        let index = LANGUAGES
            .iter()
            .position(|l| l == language)
            .and_then(|at| u8::try_from(at).ok())
            .unwrap_or_default();
        Self { index, default }
    }

    /// The language.
    #[must_use]
    pub fn language(self) -> &'static Language {
        LANGUAGES
            .get(usize::from(self.index))
            .unwrap_or(&LANGUAGES[0])
    }

    /// The place of its language in [`LANGUAGES`].
    #[must_use]
    pub fn index(self) -> usize {
        usize::from(self.index)
    }

    /// BCP 47: `pt-BR`.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.language().code
    }

    /// A path of ours in this language: `/esim/japan` → `/es/esim/japan`. Files and machines'
    /// routes have no language.
    #[must_use]
    pub fn path(self, path: &str) -> String {
        match (self.default, path) {
            (true, path) => path.to_owned(),
            (false, "/") => format!("/{}", self.language().segment),
            (false, path) => format!("/{}{path}", self.language().segment),
        }
    }
}
