//! How long files and functions are, and that each file says what it holds.

use crate::source::{bare, below, functions, relative, sources};

const MOST_LINES_OF_A_FILE: usize = 450;
const MOST_LINES_OF_A_FUNCTION: usize = 60;

#[test]
fn every_file_says_first_what_it_holds_and_is_not_too_long() {
    let mut files: Vec<_> = sources().into_iter().map(|s| (s.path, s.text)).collect();
    for path in ["tests", "benches"].iter().flat_map(|d| below(d, ".rs")) {
        files.push((relative(&path), std::fs::read_to_string(&path).unwrap()));
    }
    for (path, text) in &files {
        assert!(
            text.starts_with("//! "),
            "{path} does not say what it holds"
        );
    }
    for folder in [
        "templates",
        "static",
        "migrations",
        "crates/sandbox/templates",
    ] {
        let written = [".html", ".txt", ".css", ".js", ".sql"];
        for path in below(folder, "") {
            if written
                .iter()
                .any(|end| path.to_str().unwrap().ends_with(end))
            {
                files.push((relative(&path), std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    let long: Vec<String> = files
        .iter()
        .map(|(path, text)| (path, text.lines().count()))
        .filter(|(_, lines)| *lines > MOST_LINES_OF_A_FILE)
        .map(|(path, lines)| format!("{path} has {lines} lines"))
        .collect();
    assert!(long.is_empty(), "{long:#?}");
}

#[test]
fn no_function_is_longer_than_a_screen() {
    let counted: Vec<(String, String, usize)> = sources()
        .iter()
        .flat_map(|source| {
            let named = functions(&bare(&source.text)).into_iter();
            named.map(|(name, lines)| (source.path.clone(), name, lines))
        })
        .collect();
    assert!(
        counted.len() > 800,
        "only {} functions were found: the counting is broken",
        counted.len()
    );
    let long: Vec<String> = counted
        .iter()
        .filter(|(_, _, lines)| *lines > MOST_LINES_OF_A_FUNCTION)
        .map(|(path, name, lines)| format!("{path}: {name} has {lines} lines"))
        .collect();
    assert!(long.is_empty(), "{long:#?}");
}

#[test]
fn functions_are_counted_with_their_signatures() {
    let two = bare(
        "fn one() {\n    a();\n}\nimpl X {\n    fn two(&self) -> Y {\n        if b { c('}') \
         }\n    }\n}\n",
    );
    assert_eq!(
        functions(&two),
        [("one".to_owned(), 3), ("two".to_owned(), 3)]
    );
}
