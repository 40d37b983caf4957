//! The built program and its settings: all faults at once, each with its mend, and never a secret.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may fail loudly"
)]

mod refused;
mod running;
#[path = "../support/mod.rs"]
mod support;

use std::process::Output;

use running::{borrowed, out, world};
use sandbox::{Sandbox, SandboxOptions};
use support::database;

/// Every required setting, well-formed and of no use.
const GOOD: [(&str, &str); 10] = [
    ("DATABASE_URL", "postgres://shop:canary-db@127.0.0.1:1/shop"),
    ("PUBLIC_URL", "https://esim.example.com"),
    ("ESIMFX_BASE_URL", "https://api.supplier.example"),
    ("ESIMFX_CLIENT_ID", "canary-client-id"),
    ("ESIMFX_CLIENT_KEY", "canary-client-key"),
    ("ESIMFX_WEBHOOK_TOKEN", "canary-webhook-token"),
    ("STRIPE_SECRET_KEY", "sk_test_canary_stripe"),
    ("STRIPE_WEBHOOK_SECRET", "whsec_canary_of_stripe"),
    ("SMTP_URL", "smtp://user:canary-smtp@127.0.0.1:1"),
    ("MAIL_FROM", "Layover <esim@example.com>"),
];

const TOML: &str =
    "[shop]\nname = \"Layover\"\nsupport_email = \"help@example.com\"\ncurrency = \"USD\"\n";

/// Runs the program with nothing but these settings and this shop.toml.
async fn run(arguments: &[&str], settings: &[(&str, &str)], toml: &str) -> Output {
    let folder = tempfile::tempdir().unwrap();
    let shop = folder.path().join("shop.toml");
    std::fs::write(&shop, toml).unwrap();
    let mut program = tokio::process::Command::new(env!("CARGO_BIN_EXE_esim-storefront"));
    program
        .args(arguments)
        .env_clear()
        .env("SHOP_CONFIG", &shop)
        .envs(settings.iter().copied())
        .kill_on_drop(true);
    program.output().await.unwrap()
}

/// The good settings with these instead.
fn with<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut all: Vec<(&str, &str)> = GOOD
        .into_iter()
        .filter(|(name, _)| !changes.iter().any(|(n, _)| n == name))
        .collect();
    all.extend_from_slice(changes);
    all
}

/// What `serve` complained of, a line each, after the exit code and the secrets were looked at.
async fn complaints(settings: &[(&str, &str)], toml: &str) -> Vec<String> {
    let output = run(&["serve"], settings, toml).await;
    let text = String::from_utf8_lossy(&output.stderr).into_owned()
        + &String::from_utf8_lossy(&output.stdout);
    assert_eq!(output.status.code(), Some(2), "{text}");
    assert!(!text.contains("canary"), "a secret was echoed: {text}");
    let lines: Vec<String> = text
        .lines()
        .filter(|l| l.starts_with("  "))
        .map(|l| l.trim().to_owned())
        .collect();
    let faults = lines.iter().filter(|l| l.contains('→')).count();
    assert!(
        text.contains(&format!(
            "{faults} setting{} must be fixed",
            if faults == 1 { "" } else { "s" }
        )),
        "{text}"
    );
    lines
}

fn assert_told(lines: &[String], setting: &str, problem: &str) {
    let found = lines
        .iter()
        .find(|line| line.starts_with(setting) && line.contains(problem));
    let mend = found
        .and_then(|line| line.split_once('→'))
        .map(|(_, mend)| mend.trim());
    assert!(
        mend.is_some_and(|mend| !mend.is_empty()),
        "{setting} {problem}: not told with a mend in {lines:#?}"
    );
}

#[tokio::test]
async fn an_empty_environment_is_told_every_required_setting_at_once() {
    let lines = complaints(&[], TOML).await;
    for (name, _) in GOOD {
        assert_told(&lines, name, "is not set");
    }
    assert_eq!(lines.len(), GOOD.len(), "{lines:#?}");
}

#[tokio::test]
async fn every_fault_of_the_environment_and_of_the_file_is_told_in_one_go() {
    let toml = "[shop]\nname = \" \"\nsupport_email = \"nobody\"\ncurrency = \
                \"EUR\"\n[limits]\ncheckouts_per_minute = 0\n[pricing]\nround_to = 0\n";
    let settings = with(&[
        ("DATABASE_URL", "mysql://root:canary@db/shop"),
        ("PUBLIC_URL", "esim.example.com"),
        ("ESIMFX_CLIENT_KEY", "   "),
        (
            "ESIMFX_WEBHOOK_TOKEN",
            "canary-token-number-one,,canary-token-number-two",
        ),
        ("STRIPE_SECRET_KEY", "pk_test_canary_stripe"),
        ("STRIPE_WEBHOOK_SECRET", "whsec_canary_of_stripe, "),
        ("SMTP_URL", "imap://canary@mail"),
        ("MAIL_FROM", "nobody at all"),
        ("LISTEN_ADDR", "8080"),
        ("TRUSTED_PROXIES", "10.0.0.0/99"),
        ("RECONCILE_INTERVAL", "soon"),
        ("DATABASE_MAX_CONNECTIONS", "1"),
        ("MIGRATE_ON_START", "perhaps"),
        ("TEST_ORDERS_PER_DAY", "a few"),
        ("TEST_BUYERS", "olga@example.com, everybody"),
        ("LOG_FORMAT", "xml"),
    ]);
    let lines = complaints(&settings, toml).await;
    for (setting, problem) in [
        ("DATABASE_URL", "is not a postgres:// URL"),
        ("PUBLIC_URL", "is not an http or https URL"),
        ("ESIMFX_CLIENT_KEY", "is blank"),
        ("ESIMFX_WEBHOOK_TOKEN", "an empty value between commas"),
        ("STRIPE_SECRET_KEY", "is not a secret or restricted key"),
        ("STRIPE_WEBHOOK_SECRET", "an empty value between commas"),
        ("SMTP_URL", "is not an smtp:// or smtps:// URL"),
        ("MAIL_FROM", "is not a valid email address"),
        ("LISTEN_ADDR", "cannot be read"),
        ("TRUSTED_PROXIES", "is not a list of addresses"),
        ("RECONCILE_INTERVAL", "must be a duration"),
        ("DATABASE_MAX_CONNECTIONS", "is below 5"),
        ("MIGRATE_ON_START", "cannot be read"),
        ("TEST_ORDERS_PER_DAY", "cannot be read"),
        ("TEST_BUYERS", "is not a list of email addresses"),
        ("LOG_FORMAT", "is neither text nor json"),
    ] {
        assert_told(&lines, setting, problem);
    }
    for (key, problem) in [
        ("[shop] name", "is empty"),
        ("[shop] support_email", "is not a valid email address"),
        ("[limits] checkouts_per_minute", "is 0"),
        ("[pricing] round_to", "is not above zero"),
        ("[pricing] exchange_rates", "has no rate for USD"),
    ] {
        assert!(
            lines
                .iter()
                .any(|l| l.contains(&format!("{key} {problem}")) && l.contains('→')),
            "{key} {problem}: {lines:#?}"
        );
    }
    assert_eq!(lines.len(), 21, "{lines:#?}");
}

#[tokio::test]
async fn a_database_that_is_not_utf_8_is_refused_before_anything_is_changed_in_it() {
    let sandbox = Sandbox::start(SandboxOptions::default()).await.unwrap();
    let name = format!("latin_{}", std::process::id());
    let server = sqlx::PgPool::connect(&database::server()).await.unwrap();
    let create = format!(
        "create database {name} encoding 'LATIN1' lc_collate 'C' lc_ctype 'C' template template0"
    );
    sqlx::raw_sql(sqlx::AssertSqlSafe(create))
        .execute(&server)
        .await
        .unwrap();
    let address = database::address(&name);
    for command in ["migrate", "serve"] {
        let settings = world(&sandbox, &address);
        let output = run(&[command], &borrowed(&settings), TOML).await;
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(
            !output.status.success() && text.contains("LATIN1") && text.contains("encoding 'UTF8'"),
            "{command}: {text}"
        );
    }
    let latin = sqlx::PgPool::connect(&address).await.unwrap();
    let tables: i64 =
        sqlx::query_scalar("select count(*) from pg_tables where schemaname = 'public'")
            .fetch_one(&latin)
            .await
            .unwrap();
    assert_eq!(tables, 0);
}

/// Answers as PgBouncer does to a session with settings of its own.
async fn pgbouncer() -> String {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((mut line, _)) = listener.accept().await {
            tokio::spawn(async move {
                loop {
                    let length = line.read_u32().await?;
                    let mut packet = vec![0; length as usize - 4];
                    line.read_exact(&mut packet).await?;
                    // A question about TLS is answered with no; then the start comes.
                    if packet.starts_with(&80_877_103_u32.to_be_bytes()) {
                        line.write_all(b"N").await?;
                        continue;
                    }
                    let fields =
                        b"SFATAL\0VFATAL\0C08P01\0Munsupported startup parameter: options\0\0";
                    line.write_all(b"E").await?;
                    line.write_u32(u32::try_from(fields.len()).unwrap() + 4)
                        .await?;
                    line.write_all(fields).await?;
                    return line.shutdown().await;
                }
            });
        }
    });
    format!("postgres://shop:canary-db@{address}/shop")
}

#[tokio::test]
async fn a_pool_that_answers_for_postgres_is_named_and_no_password_is_blamed() {
    let sandbox = Sandbox::start(SandboxOptions::default()).await.unwrap();
    let settings = world(&sandbox, &pgbouncer().await);
    for command in ["serve", "doctor"] {
        let output = run(&[command], &borrowed(&settings), TOML).await;
        let text = String::from_utf8_lossy(&output.stderr).into_owned() + &out(&output);
        assert!(
            !output.status.success()
                && text.contains("PgBouncer")
                && text.contains("pool_mode = session"),
            "{command}: {text}"
        );
        assert!(!text.contains("canary"), "{text}");
        assert!(command == "doctor" || !text.contains("password"), "{text}");
    }
}

#[tokio::test]
async fn a_secret_comes_from_one_place_only() {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(&file, "canary-from-a-file\n").unwrap();
    let path = file.path().to_str().unwrap();
    let lines = complaints(
        &with(&[
            ("ESIMFX_CLIENT_KEY", "canary-client-key"),
            ("ESIMFX_CLIENT_KEY_FILE", path),
        ]),
        TOML,
    )
    .await;
    assert_told(
        &lines,
        "ESIMFX_CLIENT_KEY",
        "and ESIMFX_CLIENT_KEY_FILE are both set",
    );
    assert_eq!(lines.len(), 1, "{lines:#?}");
    let mut settings = with(&[
        ("ESIMFX_CLIENT_KEY", ""),
        ("STRIPE_SECRET_KEY_FILE", "/nowhere/at/all"),
    ]);
    settings.retain(|(name, _)| *name != "STRIPE_SECRET_KEY");
    let lines = complaints(&settings, TOML).await;
    assert_told(&lines, "ESIMFX_CLIENT_KEY", "is blank");
    assert_told(
        &lines,
        "STRIPE_SECRET_KEY_FILE",
        "names a file that cannot be read",
    );
    let empty = tempfile::NamedTempFile::new().unwrap();
    let lines = complaints(
        &with(&[
            ("SMTP_URL", ""),
            ("SMTP_URL_FILE", empty.path().to_str().unwrap()),
        ]),
        TOML,
    )
    .await;
    assert_told(&lines, "SMTP_URL_FILE", "names an empty file");
}

#[tokio::test]
async fn a_live_key_is_not_used_over_plain_http() {
    for key in ["sk_live_canary_stripe", "rk_live_canary_stripe"] {
        let settings = with(&[
            ("STRIPE_SECRET_KEY", key),
            ("PUBLIC_URL", "http://esim.example.com"),
        ]);
        assert_told(
            &complaints(&settings, TOML).await,
            "PUBLIC_URL",
            "is not https while the Stripe key is live",
        );
    }
}

#[tokio::test]
async fn an_unknown_key_of_the_file_is_a_fault_that_names_it() {
    let settings = with(&[("MAIL_FROM", "")]);
    let lines = complaints(&settings, &format!("{TOML}[pricing]\nmark_up = 20\n"))
        .await
        .join("\n");
    assert!(
        lines.contains("shop.toml cannot be read at line 6: unknown field `mark_up`")
            && lines.contains("markup_percent"),
        "{lines}"
    );
    assert!(
        lines.contains("MAIL_FROM is blank"),
        "the environment's faults are told too: {lines}"
    );
    let missing = run(&["serve"], &[("SHOP_CONFIG", "/nowhere/shop.toml")], TOML).await;
    assert!(String::from_utf8_lossy(&missing.stderr).contains("/nowhere/shop.toml cannot be read"));
}

#[tokio::test]
async fn the_settings_are_looked_at_by_every_command_that_uses_them() {
    for command in [
        &["worker"][..],
        &["migrate"],
        &["mails", "list"],
        &["sync-catalogue"],
        &["verify-books"],
        &["orders", "list"],
    ] {
        let output = run(command, &with(&[("MAIL_FROM", "")]), TOML).await;
        assert_eq!(output.status.code(), Some(2), "{command:?}");
        assert!(
            String::from_utf8_lossy(&output.stderr).contains("MAIL_FROM"),
            "{command:?}"
        );
    }
}
