//! The walls between the rooms and the house rules that no compiler holds. Reads our own source;
//! runs nothing.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Who may use which of our rooms. `clock`, `config`, `shop`, `fail_at`, `meter` and the words of
/// `l10n` are common ground, unless a room may use nothing.
const WALLS: [(&str, &[&str]); 14] = [
    ("db", &["domain"]),
    ("esimfx", &["domain"]),
    ("stripe", &["domain"]),
    ("mail", &["domain", "qr"]),
    ("l10n", &["domain"]),
    ("fetch", &[]),
    ("pdf", &[]),
    ("qr", &[]),
    ("catalogue", &["domain", "db"]),
    ("brand", &["domain", "catalogue::pages"]),
    (
        "flows",
        &[
            "app",
            "esimfx",
            "stripe",
            "db",
            "fetch",
            "mail",
            "pdf",
            "catalogue",
            "domain",
        ],
    ),
    ("worker", &["app", "db", "flows", "domain"]),
    (
        "web",
        &[
            "app",
            "brand",
            "catalogue",
            "db",
            "flows",
            "stripe::webhook",
            "esimfx::webhook",
            "domain",
            "qr",
        ],
    ),
    (
        "app",
        &[
            "brand",
            "catalogue",
            "db",
            "esimfx",
            "fetch",
            "mail",
            "stripe",
        ],
    ),
];

const COMMON: [&str; 8] = [
    "clock",
    "config",
    "config_error",
    "shop",
    "fail_at",
    "meter",
    "l10n",
    "routes",
];
/// Rooms that may not even stand on common ground.
const PURE: [&str; 2] = ["pdf", "qr"];
/// Where the rooms are put together; they may use everything.
const COMPOSITION: [&str; 7] = ["main", "lib", "serve", "demo", "ops", "config", "telemetry"];

/// Who may use which crate.
const DOORS: [(&str, &[&str]); 10] = [
    ("sqlx", &["db"]),
    ("axum", &["web", "serve"]),
    ("reqwest", &["esimfx", "fetch"]),
    ("stripe", &["stripe"]),
    ("stripe_checkout", &["stripe"]),
    ("stripe_client_core", &["stripe"]),
    ("stripe_core", &["stripe"]),
    ("stripe_shared", &["stripe"]),
    ("stripe_types", &["stripe"]),
    ("stripe_webhook", &["stripe"]),
];

struct Source {
    path: String,
    room: String,
    text: String,
    /// Without comments, the insides of texts, and what stands behind `#[cfg(test)]`.
    code: String,
}

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

fn below(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    files(&root().join(folder), ending, &mut found);
    found.sort();
    assert!(!found.is_empty(), "nothing in {folder}");
    found
}

fn relative(path: &Path) -> String {
    path.strip_prefix(root())
        .unwrap()
        .to_str()
        .unwrap()
        .to_owned()
}

fn sources() -> Vec<Source> {
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
fn product() -> Vec<Source> {
    sources()
        .into_iter()
        .filter(|s| !s.path.ends_with("/tests.rs") && !s.path.ends_with("_sample.rs"))
        .collect()
}

/// The code with comments and the insides of texts blanked, so that words and braces in them count
/// for nothing.
fn bare(text: &str) -> String {
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

/// Every path that begins with `crate::`, groups taken apart: `crate::{a::{b, c}, d}` is `a::b`,
/// `a::c`, `d`.
fn uses(code: &str) -> BTreeSet<String> {
    code.match_indices("crate::")
        .filter(|(at, _)| !code[..*at].ends_with(|c: char| c.is_alphanumeric() || c == '_'))
        .flat_map(|(at, word)| spread(&code[at + word.len()..]))
        .collect()
}

fn spread(rest: &str) -> Vec<String> {
    if let Some(inside) = rest.strip_prefix('{') {
        let mut depth = 1;
        let mut part = String::new();
        let mut found = Vec::new();
        for c in inside.chars() {
            depth += i32::from(c == '{') - i32::from(c == '}');
            if depth == 0 || (c == ',' && depth == 1) {
                found.extend(spread(part.trim()));
                part.clear();
            } else {
                part.push(c);
            }
            if depth == 0 {
                break;
            }
        }
        return found;
    }
    let name: String = rest
        .chars()
        .take_while(|c| c.is_alphanumeric() || *c == '_')
        .collect();
    match rest[name.len()..].strip_prefix("::") {
        Some(next) if next.starts_with(|c: char| c.is_alphabetic() || c == '{') => spread(next)
            .into_iter()
            .map(|end| format!("{name}::{end}"))
            .collect(),
        _ if name.is_empty() => Vec::new(),
        _ => vec![name],
    }
}

fn allowed(room: &str, used: &str) -> bool {
    let first = used.split("::").next().unwrap();
    let may = WALLS
        .iter()
        .find(|(name, _)| *name == room)
        .map_or(&[][..], |(_, may)| *may);
    first == room
        || (!PURE.contains(&room) && COMMON.contains(&first))
        || may
            .iter()
            .any(|door| used == *door || used.starts_with(&format!("{door}::")))
}

/// The program's words that stand alone: `sqlx` but not `sqlx_core`.
fn speaks_of(code: &str, word: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(word).any(|(at, _)| {
        let (before, after) = (&code[..at], &code[at + word.len()..]);
        !before.ends_with(part)
            && !before.ends_with("::")
            && after.starts_with("::")
            && !before.ends_with("crate::")
    })
}

#[test]
fn no_room_uses_what_it_may_not() {
    let mut breaches = Vec::new();
    for source in product() {
        let rules = WALLS.iter().any(|(room, _)| *room == source.room);
        // Between crates Cargo holds the walls.
        if COMPOSITION.contains(&source.room.as_str())
            || COMMON.contains(&source.room.as_str())
            || source.path.starts_with("crates/")
        {
            continue;
        }
        assert!(rules, "{}: a room that no wall knows", source.path);
        breaches.extend(
            uses(&source.code)
                .into_iter()
                .filter(|used| !allowed(&source.room, used))
                .map(|used| format!("{} uses {used}", source.path)),
        );
    }
    assert!(breaches.is_empty(), "{breaches:#?}");
}

#[test]
fn common_ground_leans_on_no_room_but_the_rules() {
    for source in product()
        .into_iter()
        .filter(|s| COMMON.contains(&s.room.as_str()))
    {
        for used in uses(&source.code) {
            let first = used.split("::").next().unwrap();
            assert!(
                first == "domain" || COMMON.contains(&first),
                "{} uses {used}",
                source.path
            );
        }
    }
}

#[test]
fn each_door_of_the_outside_world_is_used_by_its_room_alone() {
    for source in product()
        .into_iter()
        .filter(|s| !s.path.starts_with("crates/"))
    {
        for (word, rooms) in DOORS {
            let here = speaks_of(&source.code, word);
            // A room of ours is called as Stripe's crate is: it is not named by a bare `use`.
            let own = word == "stripe"
                && (source.code.contains("mod stripe;")
                    || !source.code.lines().any(|l| l.starts_with("use stripe::")));
            assert!(
                !here || own || rooms.contains(&source.room.as_str()),
                "{} uses {word}",
                source.path
            );
        }
    }
}

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
            "to_bytes(",
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

/// Name and length of each function, its signature included.
fn functions(code: &str) -> Vec<(String, usize)> {
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
    for (file, verb) in [
        ("fulfilment", "bring_to_rest"),
        ("fulfilment", "purchase"),
        ("answer", "settle"),
    ] {
        let central = std::fs::read_to_string(root().join(format!("src/flows/{file}.rs"))).unwrap();
        assert!(
            functions(&bare(&central))
                .iter()
                .any(|(name, _)| name == verb),
            "the central story has lost {verb}"
        );
    }
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
fn every_template_is_used() {
    let code: String = sources().iter().map(|s| s.text.clone()).collect();
    let templates = below("templates", "");
    let all: String = templates
        .iter()
        .filter_map(|p| std::fs::read_to_string(p).ok())
        .collect();
    for path in templates {
        let name = relative(&path)
            .strip_prefix("templates/")
            .unwrap()
            .to_owned();
        let quoted = format!("\"{name}\"");
        let mailed = name
            .strip_prefix("mail/")
            .and_then(|n| n.split('.').next())
            .is_some_and(|n| code.contains(&format!("\"{n}\"")));
        let included = code.contains(&format!("templates/{name}\""));
        assert!(
            code.contains(&quoted) || all.contains(&quoted) || mailed || included,
            "{name} is used by nobody"
        );
    }
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
fn a_template_holds_no_style_and_no_script_of_its_own() {
    for path in below("templates", ".html")
        .into_iter()
        .filter(|p| !relative(p).starts_with("templates/mail"))
    {
        let text = std::fs::read_to_string(&path).unwrap();
        // The file that a traveller keeps has to be complete without us.
        let kept = relative(&path) == "templates/account/kept.html";
        for forbidden in [
            " style=\"",
            "<style",
            "onclick=",
            "onsubmit=",
            "onload=",
            "javascript:",
        ] {
            assert!(
                (kept && forbidden == "<style") || !text.contains(forbidden),
                "{} holds {forbidden}",
                relative(&path)
            );
        }
        // The sandbox's mailbox is a tool of the demo, not a page of the shop.
        let tool = relative(&path).starts_with("templates/sandbox");
        assert!(
            tool || !text.contains("http-equiv=\"refresh"),
            "{} reloads by itself",
            relative(&path)
        );
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

#[test]
fn the_tidy_eye_sees_what_it_should() {
    let code = bare(
        "use crate::{db::{self, jobs}, web};\nlet a = '{'; let b = \"crate::mail }\"; // \
         crate::stripe\nlet c = r#\"crate::ops \"{\"#;",
    );
    assert_eq!(
        uses(&code).into_iter().collect::<Vec<_>>(),
        ["db::jobs", "db::self", "web"]
    );
    assert!(
        allowed("flows", "db::jobs")
            && !allowed("db", "flows")
            && !allowed("web", "stripe::Till")
            && allowed("web", "stripe::webhook::verify")
    );
    assert!(!allowed("qr", "clock::now") && !allowed("pdf", "config") && allowed("db", "clock"));
    assert!(
        speaks_of("use sqlx::Row;", "sqlx")
            && !speaks_of("crate::sqlx::x", "sqlx")
            && !speaks_of("my_sqlx::x", "sqlx")
    );
    let two = bare(
        "fn one() {\n    a();\n}\nimpl X {\n    fn two(&self) -> Y {\n        if b { c('}') \
         }\n    }\n}\n",
    );
    assert_eq!(
        functions(&two),
        [("one".to_owned(), 3), ("two".to_owned(), 3)]
    );
}
