//! That no template speaks by itself, no sentence is missing or idle, and none says what was
//! retired. What each language must have, `src/l10n/tests.rs` says.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, ending: &str, into: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, ending, into);
        } else if path.to_str().unwrap().ends_with(ending) {
            into.push(path);
        }
    }
}

/// Makers and other names that are the same in every language, and what is typed or read as it
/// stands.
const NAMES: [&str; 12] = [
    "Google Pixel",
    "Samsung Galaxy",
    "Apple",
    "Google",
    "Samsung",
    "APN",
    "eSIM",
    "SM-DP+",
    "EID",
    "ICCID",
    "UTC",
    "›",
];

/// What stands in a template beside tags, expressions and comments; and the attributes that are
/// read out or shown.
fn literals(template: &str) -> Vec<String> {
    let mut plain = template.to_owned();
    for (open, close) in [("{#", "#}"), ("{%", "%}"), ("{{", "}}")] {
        while let Some(start) = plain.find(open) {
            let end = plain[start..]
                .find(close)
                .map_or(plain.len(), |at| start + at + 2);
            plain.replace_range(start..end, "\u{0}");
        }
    }
    let mut found = Vec::new();
    for (at, piece) in plain.split('<').enumerate() {
        let (tag, text) = if at == 0 {
            ("", piece)
        } else {
            piece.split_once('>').unwrap_or((piece, ""))
        };
        for attribute in [
            "aria-label=\"",
            "alt=\"",
            "placeholder=\"",
            "title=\"",
            "content=\"",
        ] {
            if let Some((_, rest)) = tag.split_once(attribute) {
                found.push(rest.split('"').next().unwrap_or_default().to_owned());
            }
        }
        if !tag.starts_with("style") {
            found.push(text.to_owned());
        }
    }
    found
}

#[test]
fn no_template_speaks_by_itself() {
    let mut templates = Vec::new();
    files(&root().join("templates"), ".html", &mut templates);
    files(&root().join("templates/mail"), ".txt", &mut templates);
    assert!(templates.len() > 50);
    let mut spoken = Vec::new();
    // The sandbox and the desk speak English, as all of the operator's words.
    let travellers = |path: &&PathBuf| {
        !["/sandbox/", "/desk/"]
            .iter()
            .any(|room| path.to_str().unwrap().contains(room))
    };
    for path in templates.iter().filter(travellers) {
        for literal in literals(&std::fs::read_to_string(path).unwrap()) {
            let mut left = literal.clone();
            for name in NAMES {
                left = left.replace(name, "");
            }
            let settings = [
                "width=device-width, initial-scale=1, viewport-fit=cover",
                "width=device-width",
                "width=device-width, initial-scale=1",
                "light dark",
                "noindex",
                "&nbsp;",
                "website",
                "summary_large_image",
            ];
            if left.contains(|c: char| c.is_alphabetic()) && !settings.contains(&literal.trim()) {
                spoken.push(format!(
                    "{}: {}",
                    path.strip_prefix(root()).unwrap().display(),
                    literal.trim()
                ));
            }
        }
    }
    assert!(
        spoken.is_empty(),
        "these words belong into locales/:\n{}",
        spoken.join("\n")
    );
}

#[test]
fn every_sentence_that_is_said_exists_and_every_one_that_exists_is_said() {
    let (mut words, mut speakers) = (Vec::new(), Vec::new());
    files(&root().join("locales/en"), ".ftl", &mut words);
    files(&root().join("templates"), "", &mut speakers);
    files(&root().join("src"), ".rs", &mut speakers);
    files(&root().join("crates/domain/src"), ".rs", &mut speakers);
    let text = |paths: &[PathBuf]| {
        paths
            .iter()
            .map(|path| std::fs::read_to_string(path).unwrap())
            .collect::<Vec<_>>()
            .join("\n")
    };
    let keys: BTreeSet<String> = text(&words)
        .lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
        .filter_map(|line| Some(line.split_once(" =")?.0.to_owned()))
        .collect();
    assert!(keys.len() > 500, "{}", keys.len());
    speakers.retain(|path| !path.to_str().unwrap().contains("/sandbox/"));
    let speech = text(&speakers);
    let unsaid: Vec<&String> = keys
        .iter()
        .filter(|key| !speech.contains(&format!("\"{key}\"")))
        .collect();
    assert!(unsaid.is_empty(), "nobody says {unsaid:?}");
    let calls = [".say(\"", ".html(\"", ".linked(\""];
    let said = calls
        .iter()
        .flat_map(|call| speech.split(call).skip(1))
        .filter_map(|rest| rest.split('"').next());
    let unknown: BTreeSet<&str> = said
        .filter(|key| !keys.contains(*key) && key.contains(|c: char| c.is_ascii_lowercase()))
        .collect();
    assert!(unknown.is_empty(), "nobody wrote {unknown:?}");
}

/// Every message of a language as `key = words`, one line each; the kinds of spaces count as one.
fn messages(code: &str) -> Vec<String> {
    let mut paths = Vec::new();
    files(&root().join("locales").join(code), ".ftl", &mut paths);
    let mut found: Vec<String> = Vec::new();
    for path in &paths {
        for line in std::fs::read_to_string(path)
            .unwrap()
            .lines()
            .filter(|line| !line.starts_with('#'))
        {
            let line = line.replace(['\u{a0}', '\u{202f}'], " ");
            let (key, more) = (
                line.starts_with(|c: char| c.is_ascii_lowercase()),
                line.starts_with([' ', '}']),
            );
            match (key, more, found.last_mut()) {
                (true, _, _) => found.push(line),
                (false, true, Some(message)) => message.push_str(&line),
                _ => {}
            }
        }
    }
    assert!(found.len() > 1000, "{code}: {}", found.len());
    found
}

const CODES: [&str; 8] = ["en", "es", "fr", "de", "pt-BR", "ja", "zh-Hans", "ar"];

#[test]
fn no_message_says_what_was_retired() {
    let list = std::fs::read_to_string(root().join("tests/words/retired.txt")).unwrap();
    let retired: Vec<(&str, &str)> = list
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split_once(" | ").unwrap())
        .collect();
    let mut faults = Vec::new();
    for code in CODES {
        let phrases: Vec<&str> = retired
            .iter()
            .filter(|(language, _)| *language == code)
            .map(|(_, phrase)| *phrase)
            .collect();
        assert!(phrases.len() > 8, "{code} has a list");
        for message in messages(code) {
            let whole = format!("{message}⏎");
            faults.extend(
                phrases
                    .iter()
                    .filter(|phrase| whole.contains(**phrase))
                    .map(|phrase| format!("{code} “{phrase}”: {message}")),
            );
        }
    }
    assert!(retired.iter().all(|(language, _)| CODES.contains(language)));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_last_day_to_start_counts_as_a_day() {
    let keys = [
        "board-shared",
        "board-starts",
        "pass-start-by",
        "buy-early",
        "handed-start-by",
        "my-esim-start-by",
        "my-esims-start-by",
        "sheet-start-by",
        "mail-start-by",
        "mail-start-by-day",
        "mail-start-by-left",
        "calendar-how",
    ];
    let before = [
        "before ", "antes de", "avant ", "vor dem ", "antes de", "前に", "之前", "قبل",
    ];
    for (code, before) in CODES.into_iter().zip(before) {
        let all = messages(code);
        for key in keys {
            let message = all
                .iter()
                .find(|message| message.split(" =").next() == Some(key))
                .unwrap();
            assert!(!message.contains(before), "{code}: {message}");
        }
    }
}

#[test]
fn french_signs_keep_their_spaces() {
    let mut paths = Vec::new();
    files(&root().join("locales/fr"), ".ftl", &mut paths);
    for path in paths {
        for line in std::fs::read_to_string(&path)
            .unwrap()
            .lines()
            .filter(|line| !line.starts_with('#'))
        {
            for (sign, space) in [
                (';', '\u{202f}'),
                ('?', '\u{202f}'),
                ('!', '\u{202f}'),
                ('»', '\u{a0}'),
                (':', '\u{a0}'),
            ] {
                for (at, _) in line.match_indices(sign) {
                    let before = line[..at].chars().next_back();
                    // The signs of Fluent and of markup, such as &amp;, are no words.
                    let entity = sign == ';' && line[..at].ends_with("&amp");
                    assert!(
                        entity || before == Some(space),
                        "{}: “{sign}” after {before:?} in {line}",
                        path.display()
                    );
                }
            }
            assert!(
                line.match_indices('«')
                    .all(|(at, sign)| line[at + sign.len()..].starts_with('\u{a0}')),
                "{line}"
            );
        }
    }
}

#[test]
fn the_suppliers_sentences_stand_word_for_word() {
    let english = messages("en");
    for (key, words) in [
        (
            "part-before-installing",
            "<b>This eSIM can only be installed once. Do not remove it from your phone.</b>",
        ),
        (
            "sheet-once",
            "<b>This eSIM can only be installed once. Do not remove it from your phone.</b>",
        ),
        (
            "guide-once",
            "<b>This eSIM can only be installed once. Do not remove it from your phone.</b>",
        ),
        (
            "mail-once",
            "<b>This eSIM can only be installed once. Do not remove it from your phone.</b>",
        ),
        (
            "addon-activated-by-itself",
            "Once data from your current plan is used up or expires, your add-on data will be \
             automatically activated.",
        ),
        (
            "addon-countdown",
            "The countdown towards expiry will start when you start using data from the add-on \
             package.",
        ),
        (
            "addon-no-reinstall",
            "You do not need to re-install the eSIM or manually activate your add-on plan.",
        ),
    ] {
        assert!(
            english
                .iter()
                .any(|message| message.starts_with(&format!("{key} = {words}"))),
            "{key}"
        );
    }
}
