//! No import circle: no file of the pages uses one that uses it again, by whatever way round, and
//! no top room leans on one that leans on it. Reads our own source; runs nothing.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// What each module uses.
type Uses = BTreeMap<String, BTreeSet<String>>;

fn files(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, into);
        } else if path.extension().is_some_and(|end| end == "rs") {
            into.push(path);
        }
    }
}

/// The code of each module of the shop by its path, without comments and tests.
fn modules() -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    files(&root, &mut found);
    let mut modules = BTreeMap::new();
    for path in found {
        let inside = path.strip_prefix(&root).unwrap().to_str().unwrap();
        let name = inside.trim_end_matches(".rs").replace('/', "::");
        let name = name.strip_suffix("::mod").unwrap_or(&name).to_owned();
        if name.ends_with("tests") || name.ends_with("_sample") {
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
        let code = text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"));
        modules.insert(name, code.collect::<Vec<_>>().join("\n"));
    }
    modules
}

/// `a::{b::{c, d}, e}` as `a::b::c`, `a::b::d`, `a::e`.
fn spread(tree: &str) -> Vec<String> {
    let tree = tree.trim();
    let Some((before, rest)) = tree.split_once('{') else {
        return vec![tree.split(" as ").next().unwrap().trim().to_owned()];
    };
    let inside = rest.rsplit_once('}').map_or(rest, |(inside, _)| inside);
    let (mut parts, mut depth) = (vec![String::new()], 0);
    for letter in inside.chars() {
        depth += i32::from(letter == '{') - i32::from(letter == '}');
        match letter {
            ',' if depth == 0 => parts.push(String::new()),
            other => parts.last_mut().unwrap().push(other),
        }
    }
    parts
        .iter()
        .flat_map(|part| spread(part))
        .map(|part| format!("{before}{part}"))
        .collect()
}

/// Every path that a code names: in its imports, and from `crate` or `super` on in its lines.
fn paths(code: &str) -> Vec<String> {
    let imports = code
        .split("use ")
        .skip(1)
        .filter_map(|rest| rest.split(';').next())
        .flat_map(spread);
    let within = ["crate::", "super::"].into_iter().flat_map(|start| {
        code.match_indices(start).map(|(at, _)| {
            let part = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
            code[at..].chars().take_while(|c| part(*c)).collect()
        })
    });
    imports.chain(within).collect()
}

/// The module that a path, written in `from`, leads into.
fn module_of(path: &str, from: &str, modules: &BTreeMap<String, String>) -> Option<String> {
    let mut parts: Vec<&str> = path.split("::").map(str::trim).collect();
    let mut whole: Vec<&str> = match *parts.first()? {
        "crate" => Vec::new(),
        "self" | "super" => from.split("::").collect(),
        _ => return None,
    };
    while let Some(step) = parts
        .first()
        .filter(|p| ["crate", "self", "super"].contains(*p))
    {
        if *step == "super" {
            whole.pop();
        }
        parts.remove(0);
    }
    whole.extend(parts);
    (1..=whole.len())
        .rev()
        .map(|long| whole[..long].join("::"))
        .find(|module| modules.contains_key(module))
}

fn uses() -> Uses {
    let modules = modules();
    let of = |(name, code): (&String, &String)| {
        let used = paths(code)
            .iter()
            .filter_map(|path| module_of(path, name, &modules))
            .filter(|used| used != name)
            .collect();
        (name.clone(), used)
    };
    modules.iter().map(of).collect()
}

/// What stands in circles, or between two: what uses nothing that is left, or is used by nothing
/// that is left, goes, until nothing more does.
fn circles(mut uses: Uses) -> Uses {
    loop {
        let before = uses.len();
        let used: BTreeSet<String> = uses.values().flatten().cloned().collect();
        let left: BTreeSet<String> = uses.keys().cloned().collect();
        uses.retain(|name, uses| {
            uses.retain(|other| left.contains(other));
            !uses.is_empty() && used.contains(name)
        });
        if uses.len() == before {
            return uses;
        }
    }
}

#[test]
fn no_file_of_the_pages_uses_one_that_uses_it() {
    let pages: Uses = uses()
        .into_iter()
        .filter(|(name, _)| name.starts_with("web"))
        .collect();
    assert!(pages.len() > 80, "only {} were found", pages.len());
    let circles = circles(pages);
    assert!(circles.is_empty(), "{circles:#?}");
}

#[test]
fn no_top_room_leans_on_one_that_leans_on_it() {
    let room = |module: &String| module.split("::").next().unwrap().to_owned();
    let mut rooms = Uses::new();
    for (module, uses) in uses() {
        let leans = rooms.entry(room(&module)).or_default();
        leans.extend(uses.iter().map(room).filter(|used| *used != room(&module)));
    }
    assert!(rooms.len() > 15, "only {} were found", rooms.len());
    let circles = circles(rooms);
    assert!(circles.is_empty(), "{circles:#?}");
}

#[test]
fn a_circle_is_seen_by_whatever_way_round() {
    let uses = |pairs: &[(&str, &str)]| {
        let mut uses = Uses::new();
        for (one, other) in pairs {
            uses.entry((*one).into())
                .or_default()
                .insert((*other).into());
            uses.entry((*other).into()).or_default();
        }
        circles(uses).into_keys().collect::<Vec<_>>()
    };
    assert!(uses(&[("a", "b"), ("b", "c"), ("a", "c")]).is_empty());
    assert_eq!(
        uses(&[("a", "b"), ("b", "c"), ("c", "b"), ("c", "d")]),
        ["b", "c"]
    );
    assert_eq!(
        spread("crate::{a::{b, c as d}, e}"),
        ["crate::a::b", "crate::a::c", "crate::e"]
    );
    let modules = ["a", "a::b"]
        .map(|name| (name.to_owned(), String::new()))
        .into();
    assert_eq!(
        module_of("super::b::Thing", "a::c", &modules).as_deref(),
        Some("a::b")
    );
    assert_eq!(module_of("std::fmt", "a::b", &modules), None);
}
