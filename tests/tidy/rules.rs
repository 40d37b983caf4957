//! What is written in one place only, and what is never written.

use std::path::PathBuf;

use crate::source::{bare, below, product, relative, root, sources};

#[test]
fn forms_and_bodies_are_read_in_one_place_within_a_limit_and_a_time() {
    // The last reads no request, but an answer of ours, to put a code into its links.
    let readers = [
        "src/web/http/form.rs",
        "src/web/webhooks.rs",
        "src/web/storefront/referral.rs",
    ];
    for source in product()
        .into_iter()
        .filter(|s| s.room == "web" && !readers.contains(&s.path.as_str()))
    {
        for other in [
            "axum::Form",
            "extract::Form",
            "RawForm",
            "axum::Json",
            "extract::Json",
            "Multipart",
            " to_bytes(",
            "::to_bytes(",
            "Bytes,",
            "body: Body",
            "Request<",
            "Query<",
            "RawQuery",
        ] {
            assert!(
                !source.code.contains(other),
                "{} reads a body by {other}",
                source.path
            );
        }
        let imported = source.code.lines().filter(|l| l.starts_with("use axum"));
        assert!(
            imported
                .flat_map(|l| l.split(|c: char| !c.is_alphanumeric()))
                .all(|word| word != "Form" && word != "Json"),
            "{}",
            source.path
        );
    }
}

#[test]
fn only_the_clock_reads_the_clock() {
    for source in product()
        .into_iter()
        .filter(|s| s.path != "src/clock.rs" && s.room != "sandbox")
    {
        for reading in ["Utc::now(", "SystemTime::now(", "Local::now("] {
            assert!(
                !source.code.contains(reading),
                "{} reads the wall clock",
                source.path
            );
        }
    }
    let sandbox = product()
        .iter()
        .filter(|s| s.room == "sandbox")
        .map(|s| s.code.matches("Utc::now(").count())
        .sum::<usize>();
    assert!(sandbox <= 1, "the sandbox has one clock");
}

#[test]
fn no_transaction_that_moves_money_notifies() {
    // Such transactions commit one at a time: a wake-up is rung after the commit. The shelf is
    // announced in its own.
    let notifying: Vec<String> = product()
        .into_iter()
        .filter(|s| s.text.contains("pg_notify("))
        .map(|s| s.path)
        .collect();
    assert_eq!(notifying, ["src/db/bell.rs", "src/db/products.rs"]);
}

#[test]
fn nothing_is_left_for_later_and_no_machine_is_named() {
    let marks = [
        concat!("todo", "!("),
        concat!("unimplemented", "!("),
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("To ", "come."),
    ];
    let machines = [
        concat!("/ho", "me/"),
        concat!("/ro", "ot/"),
        concat!("/wo", "rk/"),
        concat!("/Us", "ers/"),
        concat!("local", "host:54"),
    ];
    let mut all: Vec<PathBuf> = ["src", "crates", "tests"]
        .iter()
        .flat_map(|folder| below(folder, ".rs"))
        .collect();
    all.extend(
        ["templates", "static", "migrations"]
            .iter()
            .flat_map(|folder| below(folder, "")),
    );
    all.extend(["Cargo.toml", "Makefile", "shop.example.toml"].map(|name| root().join(name)));
    for path in all {
        let Ok(text) = std::fs::read_to_string(&path) else {
            continue;
        };
        for word in marks.iter().chain(&machines) {
            assert!(!text.contains(word), "{} says {word}", relative(&path));
        }
    }
}

#[test]
fn lints_are_excused_with_a_reason_and_never_waved_away() {
    for source in sources() {
        let code = bare(&source.text);
        assert!(
            !code.contains(concat!("#[al", "low(")) && !code.contains(concat!("#![al", "low(")),
            "{}",
            source.path
        );
        assert!(
            !code.contains(concat!("Webhook::inse", "cure")),
            "{} checks no signature",
            source.path
        );
        for (at, _) in code.match_indices("#[expect(") {
            let end = code[at..].find(")]").unwrap();
            assert!(
                code[at..at + end].contains("reason"),
                "{}: an exception without its reason",
                source.path
            );
        }
    }
}

#[test]
fn every_planted_bug_still_has_its_place() {
    let read = |name: &str| std::fs::read_to_string(root().join(name)).unwrap();
    for bug in read("scripts/mutants.source")
        .lines()
        .filter(|bug| !bug.is_empty() && !bug.starts_with('#'))
    {
        let bug = bug.replace(r"\|", "\0");
        let [name, file, old, ..] = bug.split(" | ").collect::<Vec<_>>()[..] else {
            panic!("{bug}")
        };
        assert_eq!(
            read(file).matches(&old.replace('\0', "|")).count(),
            1,
            "{name} ({file})"
        );
    }
}
