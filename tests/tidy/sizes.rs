//! How long files and functions are, and that each file says what it holds.

use crate::source::{bare, below, functions, relative, root, sources};

#[test]
fn every_file_says_first_what_it_holds_and_is_not_too_long() {
    for source in sources() {
        assert!(
            source.text.starts_with("//! "),
            "{} does not say what it holds",
            source.path
        );
        assert!(
            source.text.lines().count() <= 450,
            "{} is over 450 lines",
            source.path
        );
    }
    for path in below("tests", ".rs") {
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(
            text.starts_with("//! ") && text.lines().count() <= 450,
            "{}",
            relative(&path)
        );
    }
    for folder in [
        "templates",
        "static",
        "migrations",
        "crates/sandbox/templates",
    ] {
        for path in below(folder, "") {
            let Ok(text) = std::fs::read_to_string(&path) else {
                continue;
            };
            let written = [".html", ".txt", ".css", ".js", ".sql"]
                .iter()
                .any(|end| path.to_str().unwrap().ends_with(end));
            assert!(
                !written || text.lines().count() <= 450,
                "{} is over 450 lines",
                relative(&path)
            );
        }
    }
}

#[test]
fn no_function_is_longer_than_a_screen() {
    let mut seen = 0;
    for source in sources() {
        for (name, lines) in functions(&bare(&source.text)) {
            seen += 1;
            assert!(lines <= 60, "{}: {name} has {lines} lines", source.path);
        }
    }
    assert!(
        seen > 800,
        "only {seen} functions were found: the counting is broken"
    );
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
