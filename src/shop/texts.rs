//! The owner's own legal texts: files in the folder that `[legal] texts` names, read once at start
//! and checked. A small part of Markdown becomes HTML; HTML in the file stays words.

use std::collections::BTreeMap;
use std::path::Path;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

use crate::config_error::ConfigError;

/// No legal text is longer, in bytes.
const MOST: u64 = 256 * 1024;

/// A page whose words may be the owner's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Policy {
    /// `/terms`
    Terms,
    /// `/privacy`
    Privacy,
    /// `/refunds`
    Refunds,
    /// `/imprint`
    Imprint,
    /// `/accessibility`
    Accessibility,
}

impl Policy {
    /// Every page, for tests and lists.
    pub const ALL: [Self; 5] = [
        Self::Terms,
        Self::Privacy,
        Self::Refunds,
        Self::Imprint,
        Self::Accessibility,
    ];

    /// As in addresses and in names of files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Terms => "terms",
            Self::Privacy => "privacy",
            Self::Refunds => "refunds",
            Self::Imprint => "imprint",
            Self::Accessibility => "accessibility",
        }
    }
}

/// A text of the owner's, as the page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnText {
    /// Its first heading, where it begins with one.
    pub title: Option<String>,
    /// The rest, as HTML that is made of a few tags only.
    pub html: String,
}

/// The owner's texts by page and language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Texts(BTreeMap<(Policy, String), OwnText>);

impl Texts {
    /// The owner's text of a page in a language; none where the shop's own words stand.
    #[must_use]
    pub fn of(&self, policy: Policy, language: &str) -> Option<&OwnText> {
        self.0.get(&(policy, language.to_owned()))
    }

    /// In which languages a page is the owner's.
    #[must_use]
    pub fn languages_of(&self, policy: Policy) -> Vec<&str> {
        self.0
            .keys()
            .filter(|(page, _)| *page == policy)
            .map(|(_, language)| language.as_str())
            .collect()
    }

    /// Reads the folder, relative to that of shop.toml, and tells every fault: a file whose name
    /// says nothing would be a text that nobody sees.
    pub(super) fn read(
        name: Option<&String>,
        languages: &[&str],
        beside: &Path,
        file: &str,
        faults: &mut Vec<ConfigError>,
    ) -> Self {
        let Some(name) = name else {
            return Self::default();
        };
        let setting = format!("{file}: [legal] texts");
        let mut wrong =
            |problem: &str, mend: &str| faults.push(ConfigError::new(&setting, problem, mend));
        let folder = match std::fs::read_dir(beside.join(name)) {
            Ok(folder) => folder,
            Err(error) => {
                wrong(
                    &format!("names a folder that cannot be read ({})", error.kind()),
                    "check the path and who may read it, or leave it out",
                );
                return Self::default();
            }
        };
        let mut found = BTreeMap::new();
        let mut names: Vec<String> = folder
            .filter_map(Result::ok)
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        // Editors leave files behind whose names begin with a dot.
        for one in names.iter().filter(|one| !one.starts_with('.')) {
            let Some((policy, language)) = meaning(one, languages) else {
                let pages = Policy::ALL.map(Policy::as_str).join(", ");
                let mend = format!(
                    "a page ({pages}), a language of the shop ({}) and .md, e.g. terms.de.md",
                    languages.join(", ")
                );
                wrong(&format!("holds {one}, whose name means nothing"), &mend);
                continue;
            };
            match text(&beside.join(name).join(one)) {
                Ok(text) => {
                    found.insert((policy, language.to_owned()), written(&text));
                }
                Err(problem) => wrong(
                    &format!("holds {one}, which {problem}"),
                    "write it anew as plain text in UTF-8, or remove it",
                ),
            }
        }
        Self(found)
    }
}

fn meaning<'a>(name: &str, languages: &[&'a str]) -> Option<(Policy, &'a str)> {
    let (page, language) = name.strip_suffix(".md")?.split_once('.')?;
    let policy = Policy::ALL
        .into_iter()
        .find(|policy| policy.as_str() == page)?;
    Some((
        policy,
        languages.iter().copied().find(|known| *known == language)?,
    ))
}

fn text(path: &Path) -> Result<String, String> {
    let kind = |error: std::io::Error| format!("cannot be read ({})", error.kind());
    if std::fs::metadata(path).map_err(kind)?.len() > MOST {
        return Err(format!("is larger than {} KB", MOST / 1024));
    }
    let text = std::fs::read_to_string(path).map_err(kind)?;
    let text = text.trim_start_matches('\u{feff}').trim();
    if text.is_empty() {
        Err("is empty".to_owned())
    } else {
        Ok(text.to_owned())
    }
}

/// Headings, paragraphs, lists, emphasis, quotes, rules, tables and links. HTML and pictures become
/// words.
fn written(text: &str) -> OwnText {
    // Links do not stand within links, so the last one that began is the one that ends.
    let mut leads = true;
    let mut events: Vec<Event<'_>> = Parser::new_ext(text, Options::ENABLE_TABLES)
        .map(|event| plain(event, &mut leads))
        .collect();
    let title = title(&mut events);
    let mut html = String::new();
    html::push_html(&mut html, events.into_iter());
    OwnText { title, html }
}

fn plain<'a>(event: Event<'a>, leads: &mut bool) -> Event<'a> {
    if let Event::Start(Tag::Link { dest_url, .. }) = &event {
        *leads = leads_somewhere(dest_url);
    }
    match event {
        Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
        Event::Start(Tag::HtmlBlock) => Event::Start(Tag::Paragraph),
        Event::End(TagEnd::HtmlBlock) => Event::End(TagEnd::Paragraph),
        // The page has one first heading.
        Event::Start(Tag::Heading { level, .. }) => Event::Start(Tag::Heading {
            level: level.max(HeadingLevel::H2),
            id: None,
            classes: Vec::new(),
            attrs: Vec::new(),
        }),
        Event::End(TagEnd::Heading(level)) => {
            Event::End(TagEnd::Heading(level.max(HeadingLevel::H2)))
        }
        Event::Start(Tag::Link { .. }) if !*leads => Event::Start(Tag::Emphasis),
        Event::End(TagEnd::Link) if !*leads => Event::End(TagEnd::Emphasis),
        Event::End(TagEnd::Image) => Event::End(TagEnd::Emphasis),
        Event::Start(Tag::Image { .. }) => Event::Start(Tag::Emphasis),
        other => other,
    }
}

fn leads_somewhere(address: &str) -> bool {
    let to_a_page = address.starts_with('/') && !address.starts_with("//");
    to_a_page
        || ["https://", "http://", "mailto:", "tel:", "#"]
            .iter()
            .any(|scheme| address.starts_with(scheme))
}

/// Takes the heading off with which a text begins.
fn title(events: &mut Vec<Event<'_>>) -> Option<String> {
    let begins = matches!(events.first(), Some(Event::Start(Tag::Heading { .. })));
    let end = events
        .iter()
        .position(|event| matches!(event, Event::End(TagEnd::Heading(_))))?;
    if !begins {
        return None;
    }
    let words = |event: Event<'_>| match event {
        Event::Text(text) | Event::Code(text) => Some(text.into_string()),
        Event::SoftBreak | Event::HardBreak => Some(" ".to_owned()),
        _ => None,
    };
    Some(
        events
            .drain(..=end)
            .filter_map(words)
            .collect::<String>()
            .trim()
            .to_owned(),
    )
    .filter(|title| !title.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(files: &[(&str, &[u8])]) -> (Texts, Vec<String>) {
        let beside = tempfile::tempdir().unwrap();
        std::fs::create_dir(beside.path().join("legal")).unwrap();
        for (name, content) in files {
            std::fs::write(beside.path().join("legal").join(name), content).unwrap();
        }
        let mut faults = Vec::new();
        let texts = Texts::read(
            Some(&"legal".to_owned()),
            &["en", "de", "pt-BR"],
            beside.path(),
            "shop.toml",
            &mut faults,
        );
        (texts, faults.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn a_text_is_found_by_its_page_and_language_and_its_first_heading_is_the_pages() {
        let (texts, faults) = read(&[
            (
                "terms.de.md",
                "\u{feff}# AGB & mehr\n\nWir **liefern** [sofort](/refunds).\n\n# \
                 Zwei\n\n- a\n- b\n"
                    .as_bytes(),
            ),
            ("privacy.pt-BR.md", b"Nada."),
            (".terms.de.md.swp", b"\xff"),
        ]);
        assert_eq!(faults, Vec::<String>::new());
        let terms = texts.of(Policy::Terms, "de").unwrap();
        assert_eq!(terms.title.as_deref(), Some("AGB & mehr"));
        for part in [
            "<strong>liefern</strong>",
            "<a href=\"/refunds\">sofort</a>",
            "<h2>Zwei</h2>",
            "<li>a</li>",
        ] {
            assert!(terms.html.contains(part), "{part} in {}", terms.html);
        }
        assert_eq!(texts.of(Policy::Privacy, "pt-BR").unwrap().title, None);
        assert!(texts.of(Policy::Terms, "en").is_none());
        assert_eq!(texts.languages_of(Policy::Terms), ["de"]);
    }

    #[test]
    fn nothing_in_a_file_becomes_markup_of_its_own() {
        let text = "a <script>alert(1)</script> <b onclick=x>b</b>\n\n<div onload=\"x\">\n<iframe \
                    src=x>\n</div>\n\n[c](javascript:alert(1)) \
                    [d](data:text/html,x) [d2](//evil.example) ![e](https://x.example/e.png) \
                    [f](https://x.example/\"onmouseover=x)\n\n## G {#id .class}\n";
        let OwnText { html, .. } = written(text);
        let tags: std::collections::BTreeSet<&str> = html
            .split('<')
            .skip(1)
            .filter_map(|rest| {
                Some(
                    rest.split('>')
                        .next()?
                        .split(' ')
                        .next()?
                        .trim_start_matches('/'),
                )
            })
            .collect();
        assert_eq!(
            tags.into_iter().collect::<Vec<_>>(),
            ["a", "em", "h2", "p"],
            "{html}"
        );
        assert!(
            html.matches("href=").count() == 1 && html.contains("href=\"https://x.example/"),
            "{html}"
        );
        assert!(!html.contains("\"onmouseover"), "{html}");
    }

    #[test]
    fn what_cannot_be_shown_is_a_fault_each_with_its_mend() {
        let long = vec![b'x'; 300 * 1024];
        let (_, faults) = read(&[
            ("terms.md", b"x"),
            ("terms.it.md", b"x"),
            ("agb.de.md", b"x"),
            ("terms.de.md", b" "),
            ("privacy.de.md", b"\xff"),
            ("refunds.en.md", &long),
        ]);
        for (what, mend) in [
            (
                "holds terms.md, whose name means nothing",
                "e.g. terms.de.md",
            ),
            (
                "holds terms.it.md, whose name means nothing",
                "en, de, pt-BR",
            ),
            (
                "holds agb.de.md, whose name means nothing",
                "terms, privacy",
            ),
            ("holds terms.de.md, which is empty", "remove it"),
            ("holds privacy.de.md, which cannot be read", "UTF-8"),
            (
                "holds refunds.en.md, which is larger than 256 KB",
                "remove it",
            ),
        ] {
            assert!(
                faults
                    .iter()
                    .any(|fault| fault.contains(what) && fault.contains(mend)),
                "{what}: {faults:#?}"
            );
        }
        assert_eq!(faults.len(), 6, "{faults:#?}");
    }

    #[test]
    fn a_folder_that_is_not_there_is_a_fault_and_none_is_not() {
        let mut faults = Vec::new();
        Texts::read(
            Some(&"nowhere".to_owned()),
            &["en"],
            Path::new("/nonexistent"),
            "shop.toml",
            &mut faults,
        );
        assert!(
            faults[0]
                .to_string()
                .contains("names a folder that cannot be read"),
            "{faults:?}"
        );
        Texts::read(
            None,
            &["en"],
            Path::new("/nonexistent"),
            "shop.toml",
            &mut faults,
        );
        assert_eq!(faults.len(), 1);
    }
}
