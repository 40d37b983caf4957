//! Sentences by their key: the Fluent bundles, what is put into a sentence, and links inside one.
//! Only English is fallen back to.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use rust_embed::RustEmbed;

use super::{LANGUAGES, Locale};
use domain::money::Money;

type Bundle = FluentBundle<FluentResource>;

#[derive(RustEmbed)]
#[folder = "locales/"]
pub(super) struct Files;

static BUNDLES: LazyLock<HashMap<&'static str, Bundle>> =
    LazyLock::new(|| LANGUAGES.iter().map(|l| (l.code, bundle(l.code))).collect());

/// The files of one language, in order.
pub(super) fn files(code: &str) -> impl Iterator<Item = (String, String)> {
    let folder = format!("{code}/");
    let mut names: Vec<_> = Files::iter()
        .filter(|name| name.starts_with(&folder) && name.ends_with(".ftl"))
        .collect();
    names.sort();
    names.into_iter().filter_map(|name| {
        Some((
            name.to_string(),
            String::from_utf8(Files::get(&name)?.data.into_owned()).ok()?,
        ))
    })
}

fn bundle(code: &'static str) -> Bundle {
    let mut bundle = Bundle::new_concurrent(code.parse().into_iter().collect());
    // Fluent would put marks around whatever is put in, links and codes too; `Words::with` knows
    // what must stay as it is.
    bundle.set_use_isolating(false);
    for (name, text) in files(code) {
        let resource = FluentResource::try_new(text).unwrap_or_else(|(resource, faults)| {
            tracing::error!(file = name, faults = ?faults, "a file of words has faults");
            resource
        });
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// What is opened, copied or typed in as it stands. Marks of direction around it would be copied
/// along, and a link with one at its end leads nowhere.
pub(super) const VERBATIM: [&str; 8] = [
    "address",
    "apn",
    "code",
    "email",
    "number",
    "order",
    "reference",
    "value",
];

/// Whatever can be put into a sentence, as its language writes it.
pub trait IntoWords {
    /// In this language.
    fn into_words(self, t: Locale) -> FluentValue<'static>;
}

/// What is put into a sentence, by name.
#[derive(Debug)]
pub struct Words {
    t: Locale,
    args: FluentArgs<'static>,
    /// The names of what is markup already.
    markup: Vec<&'static str>,
}

/// A sentence with markup of ours; what was put into it is escaped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Html(String);

impl Locale {
    /// A sentence with nothing to put in.
    #[must_use]
    pub fn say(self, key: &str) -> String {
        said(self, key, None)
    }

    /// Puts something into the sentence that is said next.
    #[must_use]
    pub fn with(self, name: &'static str, value: impl IntoWords) -> Words {
        Words {
            t: self,
            args: FluentArgs::new(),
            markup: Vec::new(),
        }
        .with(name, value)
    }

    /// As [`Words::bare`].
    pub(super) fn bare(self, name: &'static str, text: String) -> Words {
        Words {
            t: self,
            args: FluentArgs::new(),
            markup: Vec::new(),
        }
        .bare(name, text)
    }

    /// As [`Words::with_html`].
    #[must_use]
    pub fn with_html(self, name: &'static str, markup: &Html) -> Words {
        Words {
            t: self,
            args: FluentArgs::new(),
            markup: Vec::new(),
        }
        .with_html(name, markup)
    }

    /// A sentence with markup.
    #[must_use]
    pub fn html(self, key: &str) -> Html {
        Html(self.say(key))
    }

    /// A sentence with links, as [`Words::linked`].
    #[must_use]
    pub fn linked(self, key: &str, links: &[&str]) -> Html {
        Words {
            t: self,
            args: FluentArgs::new(),
            markup: Vec::new(),
        }
        .linked(key, links)
    }
}

impl Words {
    /// And something else.
    #[must_use]
    pub fn with(self, name: &'static str, value: impl IntoWords) -> Self {
        match value.into_words(self.t) {
            FluentValue::String(text) if !VERBATIM.contains(&name) => {
                let text = isolated(self.t, text.into_owned());
                self.bare(name, text)
            }
            other => self.set(name, other),
        }
    }

    /// And a part of a figure, such as the digits of a price, which is no run of text of its own.
    pub(super) fn bare(self, name: &'static str, text: String) -> Self {
        self.set(name, FluentValue::String(Cow::Owned(text)))
    }

    fn set(mut self, name: &'static str, value: FluentValue<'static>) -> Self {
        self.args.set(name, value);
        self
    }

    /// And a piece of markup, such as a list of links, which [`Words::html`] leaves as it is.
    #[must_use]
    pub fn with_html(mut self, name: &'static str, markup: &Html) -> Self {
        self.markup.push(name);
        let markup = isolated(self.t, markup.0.clone());
        self.bare(name, markup)
    }

    /// The sentence.
    #[must_use]
    pub fn say(&self, key: &str) -> String {
        said(self.t, key, Some(&self.args))
    }

    /// The sentence with its markup; what was put in is escaped first.
    #[must_use]
    pub fn html(&self, key: &str) -> Html {
        let escaped = self.args.iter().map(|(name, value)| match value {
            FluentValue::String(text) if !self.markup.contains(&name) => {
                (name.to_owned(), FluentValue::from(escape(text)))
            }
            other => (name.to_owned(), other.clone().into_owned()),
        });
        Html(said(self.t, key, Some(&escaped.collect())))
    }

    /// The sentence with links: `<a>…</a>` becomes a link to the first address, `<a2>…</a2>` to the
    /// second. A path of ours leads to the page in the same language.
    #[must_use]
    pub fn linked(&self, key: &str, links: &[&str]) -> Html {
        let Html(mut text) = self.html(key);
        for (at, link) in links.iter().enumerate() {
            let tag = if at == 0 {
                "a".to_owned()
            } else {
                format!("a{}", at + 1)
            };
            let address = if link.starts_with('/') {
                self.t.path(link)
            } else {
                (*link).to_owned()
            };
            text = text.replace(
                &format!("<{tag}>"),
                &format!("<a href=\"{}\">", escape(&address)),
            );
            text = text.replace(&format!("</{tag}>"), "</a>");
        }
        Html(text)
    }
}

impl Html {
    /// A link. Both the address and the words are escaped.
    #[must_use]
    pub fn link(address: &str, words: &str) -> Self {
        Self(format!(
            "<a href=\"{}\">{}</a>",
            escape(address),
            escape(words)
        ))
    }

    /// Markup that is made of such pieces only.
    #[must_use]
    pub fn of(markup: String) -> Self {
        Self(markup)
    }
}

/// Between marks that keep a Latin name from turning an Arabic sentence around; as it is where the
/// sentence runs from the left.
fn isolated(t: Locale, text: String) -> String {
    if t.language().direction == "rtl" {
        format!("\u{2068}{text}\u{2069}")
    } else {
        text
    }
}

/// A key that no language has is shown as it is, so that it is seen; a test sees it first.
fn said(t: Locale, key: &str, args: Option<&FluentArgs<'_>>) -> String {
    let in_language = |code: &str| {
        let bundle = BUNDLES.get(code)?;
        let (name, attribute) = key
            .split_once('.')
            .map_or((key, None), |(name, attribute)| (name, Some(attribute)));
        let message = bundle.get_message(name)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        let mut faults = Vec::new();
        let text = bundle
            .format_pattern(pattern, args, &mut faults)
            .into_owned();
        if !faults.is_empty() {
            tracing::error!(message.key = key, message.language = code, faults = ?faults, "a sentence could not be said whole");
        }
        Some(text)
    };
    in_language(t.code())
        .or_else(|| in_language(LANGUAGES[0].code))
        .unwrap_or_else(|| key.to_owned())
}

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            c => escaped.push(c),
        }
    }
    escaped
}

impl fmt::Display for Html {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl askama::FastWritable for Html {
    fn write_into(&self, dest: &mut dyn fmt::Write, _: &dyn askama::Values) -> askama::Result<()> {
        Ok(dest.write_str(&self.0)?)
    }
}

impl askama::filters::HtmlSafe for Html {}

impl IntoWords for &str {
    fn into_words(self, _: Locale) -> FluentValue<'static> {
        FluentValue::String(Cow::Owned(self.to_owned()))
    }
}

impl IntoWords for String {
    fn into_words(self, _: Locale) -> FluentValue<'static> {
        FluentValue::String(Cow::Owned(self))
    }
}

/// Templates hand over references, to references at times.
impl<T: IntoWords + Clone> IntoWords for &T {
    fn into_words(self, t: Locale) -> FluentValue<'static> {
        self.clone().into_words(t)
    }
}

impl IntoWords for Money {
    fn into_words(self, t: Locale) -> FluentValue<'static> {
        t.money(self).into_words(t)
    }
}

macro_rules! numbers {
    ($($number:ty),*) => {$(
        impl IntoWords for $number {
            fn into_words(self, _: Locale) -> FluentValue<'static> {
                FluentValue::from(self)
            }
        }
    )*};
}
numbers!(u8, u16, u32, u64, usize, i32, i64);
