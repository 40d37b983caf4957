//! That no template speaks by itself and no sentence is missing or idle. What each language must have, `src/l10n/tests.rs` says.
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

/// Makers and other names that are the same in every language, and what is typed or read as it stands.
const NAMES: [&str; 12] =
    ["Google Pixel", "Samsung Galaxy", "Apple", "Google", "Samsung", "APN", "eSIM", "SM-DP+", "EID", "ICCID", "UTC", "›"];

/// What stands in a template beside tags, expressions and comments; and the attributes that are read out or shown.
fn literals(template: &str) -> Vec<String> {
    let mut plain = template.to_owned();
    for (open, close) in [("{#", "#}"), ("{%", "%}"), ("{{", "}}")] {
        while let Some(start) = plain.find(open) {
            let end = plain[start..].find(close).map_or(plain.len(), |at| start + at + 2);
            plain.replace_range(start..end, "\u{0}");
        }
    }
    let mut found = Vec::new();
    for (at, piece) in plain.split('<').enumerate() {
        let (tag, text) = if at == 0 { ("", piece) } else { piece.split_once('>').unwrap_or((piece, "")) };
        for attribute in ["aria-label=\"", "alt=\"", "placeholder=\"", "title=\"", "content=\""] {
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
    for path in templates.iter().filter(|path| !path.to_str().unwrap().contains("/sandbox/")) {
        for literal in literals(&std::fs::read_to_string(path).unwrap()) {
            let mut left = literal.clone();
            for name in NAMES {
                left = left.replace(name, "");
            }
            let settings = [
                "width=device-width, initial-scale=1",
                "width=device-width",
                "light dark",
                "noindex",
                "&nbsp;",
                "website",
                "summary_large_image",
            ];
            if left.contains(|c: char| c.is_alphabetic()) && !settings.contains(&literal.trim()) {
                spoken.push(format!("{}: {}", path.strip_prefix(root()).unwrap().display(), literal.trim()));
            }
        }
    }
    assert!(spoken.is_empty(), "these words belong into locales/:\n{}", spoken.join("\n"));
}

#[test]
fn every_sentence_that_is_said_exists_and_every_one_that_exists_is_said() {
    let (mut words, mut speakers) = (Vec::new(), Vec::new());
    files(&root().join("locales/en"), ".ftl", &mut words);
    files(&root().join("templates"), "", &mut speakers);
    files(&root().join("src"), ".rs", &mut speakers);
    let text = |paths: &[PathBuf]| paths.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect::<Vec<_>>().join("\n");
    let keys: BTreeSet<String> = text(&words)
        .lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
        .filter_map(|line| Some(line.split_once(" =")?.0.to_owned()))
        .collect();
    assert!(keys.len() > 500, "{}", keys.len());
    speakers.retain(|path| !path.to_str().unwrap().contains("/sandbox/"));
    let speech = text(&speakers);
    let unsaid: Vec<&String> = keys.iter().filter(|key| !speech.contains(&format!("\"{key}\""))).collect();
    assert!(unsaid.is_empty(), "nobody says {unsaid:?}");
    let calls = [".say(\"", ".html(\"", ".linked(\""];
    let said = calls.iter().flat_map(|call| speech.split(call).skip(1)).filter_map(|rest| rest.split('"').next());
    let unknown: BTreeSet<&str> = said.filter(|key| !keys.contains(*key) && key.contains(|c: char| c.is_ascii_lowercase())).collect();
    assert!(unknown.is_empty(), "nobody wrote {unknown:?}");
}
