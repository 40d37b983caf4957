//! Our own source: every file, and its code without comments and the insides of texts.

use std::path::{Path, PathBuf};

pub struct Source {
    pub path: String,
    pub room: String,
    pub text: String,
    /// Without comments, the insides of texts, and what stands behind `#[cfg(test)]`.
    pub code: String,
}

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

pub fn files(folder: &Path, ending: &str, into: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, ending, into);
        } else if path.to_str().unwrap().ends_with(ending) {
            into.push(path);
        }
    }
}

pub fn below(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    files(&root().join(folder), ending, &mut found);
    found.sort();
    assert!(!found.is_empty(), "nothing in {folder}");
    found
}

pub fn relative(path: &Path) -> String {
    path.strip_prefix(root())
        .unwrap()
        .to_str()
        .unwrap()
        .to_owned()
}

pub fn sources() -> Vec<Source> {
    let read = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).unwrap();
        let path = relative(&path);
        let room = path
            .split('/')
            .nth(1)
            .unwrap()
            .trim_end_matches(".rs")
            .to_owned();
        let mut code = bare(&text);
        if let Some(tests) = code
            .find("#[cfg(test)]\nmod tests {")
            .or_else(|| code.find("#[cfg(test)]\npub mod testing {"))
        {
            code.truncate(tests);
        }
        Source {
            path,
            room,
            text,
            code,
        }
    };
    below("src", ".rs")
        .into_iter()
        .chain(below("crates", ".rs"))
        .map(read)
        .collect()
}

/// What the program is made of, without the tests that live beside it.
pub fn product() -> Vec<Source> {
    sources()
        .into_iter()
        .filter(|s| !s.path.ends_with("/tests.rs") && !s.path.contains("/tests/"))
        .filter(|s| !s.path.ends_with("_sample.rs"))
        .collect()
}

/// The code with comments and the insides of texts blanked, so that words and braces in them count
/// for nothing.
pub fn bare(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text.char_indices().peekable();
    let ends_with_letter = |out: &str| {
        out.chars()
            .last()
            .is_some_and(|c| c.is_alphanumeric() || c == '_')
    };
    while let Some((at, c)) = rest.next() {
        let here = &text[at..];
        let skip = if here.starts_with("//") {
            here.find('\n').unwrap_or(here.len())
        } else if here.starts_with("/*") {
            here.find("*/").map_or(here.len(), |end| end + 2)
        } else if let Some(length) = raw_text(here).filter(|_| !ends_with_letter(&out)) {
            length
        } else if c == '"' {
            plain_text(here)
        } else if c == '\'' {
            letter(here)
        } else {
            0
        };
        if skip == 0 {
            out.push(c);
            continue;
        }
        out.extend(here[..skip].chars().filter(|c| *c == '\n'));
        while rest.peek().is_some_and(|(next, _)| *next < at + skip) {
            rest.next();
        }
    }
    out
}

/// The length of `r"…"` or `r#"…"#`.
fn raw_text(here: &str) -> Option<usize> {
    let hashes = here
        .strip_prefix('r')?
        .chars()
        .take_while(|c| *c == '#')
        .count();
    here[1 + hashes..].starts_with('"').then_some(())?;
    let end = format!("\"{}", "#".repeat(hashes));
    here[hashes + 2..]
        .find(&end)
        .map(|at| hashes + 2 + at + end.len())
}

fn plain_text(here: &str) -> usize {
    let mut escaped = false;
    for (at, c) in here.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    here.len()
}

/// The length of a character such as `'{'`; 0 for a lifetime.
fn letter(here: &str) -> usize {
    let mut chars = here.char_indices().skip(1);
    match chars.next() {
        Some((_, '\\')) => here[2..]
            .char_indices()
            .skip(1)
            .find(|(_, c)| *c == '\'')
            .map_or(0, |(at, _)| at + 3),
        Some(_) => chars
            .next()
            .filter(|(_, c)| *c == '\'')
            .map_or(0, |(at, _)| at + 1),
        None => 0,
    }
}

/// Name and length of each function, its signature included.
pub fn functions(code: &str) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("fn ") {
        if code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_') {
            continue;
        }
        let name: String = code[at + 3..]
            .chars()
            .take_while(|c| c.is_alphanumeric() || *c == '_')
            .collect();
        let mut depth = 0;
        let body = code[at..]
            .char_indices()
            .find(|(_, c)| *c == '{' || *c == ';');
        let Some((open, '{')) = body.filter(|_| !name.is_empty()) else {
            continue;
        };
        let end = code[at + open..].char_indices().find(|(_, c)| {
            depth += i32::from(*c == '{') - i32::from(*c == '}');
            depth == 0
        });
        let length = end.map_or(0, |(end, _)| code[at..=at + open + end].lines().count());
        found.push((name, length));
    }
    found
}
