//! Who may use whom. Between crates Cargo holds the walls, as long as their manifests name nothing
//! new.

use std::collections::BTreeSet;

use crate::source::{bare, product, root};

/// Who may use which of our rooms; the rules, a crate of their own, are for all. `clock`, `config`,
/// `shop`, `fail_at`, `meter` and the words of `l10n` are common ground, unless a room may use
/// nothing.
const WALLS: [(&str, &[&str]); 14] = [
    ("db", &[]),
    ("esimfx", &[]),
    ("stripe", &[]),
    ("mail", &["qr"]),
    ("l10n", &[]),
    ("fetch", &[]),
    ("pdf", &[]),
    ("qr", &[]),
    ("catalogue", &["db"]),
    ("brand", &["catalogue::pages"]),
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
        ],
    ),
    ("worker", &["app", "db", "flows"]),
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
const DOORS: [(&str, &[&str]); 12] = [
    ("sandbox", &["demo"]),
    ("private_postgres", &["demo", "main"]),
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
fn common_ground_leans_on_no_room() {
    for source in product()
        .into_iter()
        .filter(|s| COMMON.contains(&s.room.as_str()))
    {
        for used in uses(&source.code) {
            let first = used.split("::").next().unwrap();
            assert!(COMMON.contains(&first), "{} uses {used}", source.path);
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

/// The names under `[dependencies]`.
fn dependencies(crate_name: &str) -> Vec<String> {
    let manifest = root().join("crates").join(crate_name).join("Cargo.toml");
    let text = std::fs::read_to_string(manifest).unwrap();
    let (_, listed) = text.split_once("[dependencies]\n").unwrap();
    listed
        .lines()
        .take_while(|line| !line.starts_with('['))
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| line.split(['.', ' ']).next().unwrap().to_owned())
        .collect()
}

#[test]
fn the_crates_depend_on_nothing_that_would_open_their_walls() {
    let domain = dependencies("domain");
    assert!(domain.contains(&"chrono".to_owned()), "{domain:?}");
    // What reads a clock, a network, a disk or a database, or draws by chance.
    for acting in [
        "anyhow", "axum", "lettre", "nix", "rand", "reqwest", "sqlx", "tempfile", "tokio",
        "tracing",
    ] {
        assert!(!domain.iter().any(|name| name == acting), "{acting}");
    }
    for name in ["domain", "sandbox", "private-postgres"] {
        let used = dependencies(name);
        assert!(
            used.iter().all(|used| !used.starts_with("esim-")),
            "{name} uses a crate of ours: {used:?}"
        );
    }
}

#[test]
fn paths_are_read_out_of_the_code_and_judged() {
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
            && !allowed("web", "stripe::StripeClient")
            && allowed("web", "stripe::webhook::verify")
    );
    assert!(!allowed("qr", "clock::now") && !allowed("pdf", "config") && allowed("db", "clock"));
    assert!(
        speaks_of("use sqlx::Row;", "sqlx")
            && !speaks_of("crate::sqlx::x", "sqlx")
            && !speaks_of("my_sqlx::x", "sqlx")
    );
}
