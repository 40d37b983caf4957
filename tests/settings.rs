//! The built program and its settings: all faults at once, each with its mend, and never a secret.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may fail loudly"
)]

#[path = "support/mod.rs"]
mod support;

use std::process::Output;

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
async fn every_price_that_would_ruin_the_shop_is_told_in_one_go_each_with_its_mend() {
    let toml = "[shop]\nname = \"Layover\"\nsupport_email = \"help@example.com\"\ncurrency = \
                \"USD\"\n[pricing]\nmarkup_percent = 20000000000\n\
        ending = \".99\"\nround_to = \"1000\"\nexchange_rates = { USD = \"0.5\", EUR = \"92\", XYZ \
        = 1, GBP = 0 }\ncard_fee_percent = 290\n\
        card_fee_fixed = \"-1\"\nmost_loss = \"-1\"\nrate_confirmed = \
        \"soon\"\n[[pricing.rule]]\ncountry = \"Japan\"\nmarkup_percent = 501\n";
    let lines = complaints(&GOOD, toml).await;
    let faults = [
        ("[pricing] markup_percent is over 500 %", "e.g. 20"),
        (
            "[pricing] ending and round_to are both set",
            "keep one of them",
        ),
        (
            "[pricing] round_to puts 1000 USD between two prices",
            "e.g. round_to = \"0.10\"",
        ),
        (
            "[pricing] exchange_rates has a rate for USD, the shop's own currency",
            "remove USD",
        ),
        (
            "[pricing] exchange_rates says that one EUR is 92 USD",
            "write how many USD one EUR costs",
        ),
        ("[pricing] exchange_rates names “XYZ”", "remove it"),
        (
            "[pricing] exchange_rates holds a rate that is not above zero, for GBP",
            "e.g. USD",
        ),
        (
            "[pricing] card_fee_percent is not between 0 and 100",
            "e.g. 2.9",
        ),
        ("[pricing] card_fee_fixed is negative", "0.30"),
        ("[pricing] most_loss is negative", "0 or more"),
        ("[pricing] rate_confirmed is not a date", "2026-11-27"),
        (
            "[[pricing.rule]] for Japan: markup_percent is over 500 %",
            "e.g. 20",
        ),
        ("[[pricing.rule]] country names “JAPAN”", "two letters"),
    ];
    for (problem, mend) in faults {
        let told = lines.iter().any(|l| {
            l.split_once('→')
                .is_some_and(|(what, how)| what.contains(problem) && how.contains(mend))
        });
        assert!(told, "{problem} → {mend}: {lines:#?}");
    }
    assert_eq!(lines.len(), faults.len(), "{lines:#?}");
    for (currency, problem) in [
        ("XYZ", "which Stripe cannot charge"),
        ("BTC", "which Stripe cannot charge"),
        ("KWD", "has three decimals"),
    ] {
        let lines = complaints(&with(&[("MAIL_FROM", "")]), &TOML.replace("USD", currency)).await;
        assert_told(&lines, "MAIL_FROM", "is blank");
        assert!(
            lines.len() == 2
                && lines[1].contains("[shop] currency is")
                && lines[1].contains(problem),
            "{lines:#?}"
        );
    }
}

#[tokio::test]
async fn rates_of_tax_that_cannot_be_are_told_each_with_its_mend() {
    let toml = format!(
        "{TOML}[tax]\nkind = \"included\"\ndefault_percent = \"-1\"\npercent = {{ DE = \"190\", de \
         = \"19\", XX = 1 }}\n"
    );
    let lines = complaints(&GOOD, &toml).await;
    for problem in [
        "percent is not between 0 and 50 for DE",
        "percent names “de”",
        "percent names “XX”",
        "default_percent is not between",
    ] {
        assert!(
            lines
                .iter()
                .any(|l| l.contains(&format!("[tax] {problem}")) && l.contains('→')),
            "{problem}: {lines:#?}"
        );
    }
    assert_eq!(lines.len(), 4, "{lines:#?}");
    let lines = complaints(&GOOD, &format!("{TOML}[tax]\ndefault_percent = \"19\"\n")).await;
    assert!(
        lines.len() == 1 && lines[0].contains("[tax] kind is not \"included\", and rates are set"),
        "{lines:#?}"
    );
}

#[tokio::test]
async fn settings_that_can_be_read_and_cannot_work_are_refused_with_their_mend() {
    for (setting, value, problem, mend) in [
        (
            "PUBLIC_URL",
            "https://esim.example.com/esim",
            "has a path",
            ": https://esim.example.com",
        ),
        (
            "PUBLIC_URL",
            "https://esim.example.com/?x",
            "question mark",
            ": https://esim.example.com",
        ),
        (
            "PUBLIC_URL",
            "https://esim.example.com/#f",
            "has a #",
            ": https://esim.example.com",
        ),
        (
            "PUBLIC_URL",
            "https://user:canary@esim.example.com",
            "holds a user or a password",
            ": https://esim.example.com",
        ),
        (
            "DESK_URL",
            "https://desk.example.com/desk",
            "has a path",
            ": https://desk.example.com",
        ),
        (
            "DESK_ADDR",
            "desk.example.com",
            "cannot be read",
            "127.0.0.1:8081",
        ),
        (
            "ESIMFX_CLIENT_KEY",
            "canary-key",
            "is shorter than 16",
            "copy the whole of it",
        ),
        (
            "ESIMFX_WEBHOOK_TOKEN",
            "canary-webhook-token,canary",
            "is shorter than 16",
            "openssl rand",
        ),
        (
            "STRIPE_WEBHOOK_SECRET",
            "whsec_canary",
            "is shorter than 16",
            "copy the whole of it",
        ),
        (
            "STRIPE_SECRET_KEY",
            "sk_test_canary",
            "is shorter than 16",
            "copy the whole of it",
        ),
        ("DATABASE_MAX_CONNECTIONS", "3", "is below 5", "5 or more"),
        (
            "DATA_KEY",
            "canary",
            "is not 64 hexadecimal digits",
            "openssl rand -hex 32",
        ),
        (
            "DATA_KEY",
            "0000000000000000000000000000000000000000000000000000000000000000",
            "anybody could guess",
            "openssl rand -hex 32",
        ),
        (
            "DATA_KEY",
            "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff,",
            "an empty value between commas",
            "the new key first",
        ),
        (
            "MAIL_FROM",
            "Layover, Inc. <esim@example.com>",
            "holds a comma",
            "'\"Layover, Inc.\" <esim@example.com>'",
        ),
    ] {
        let lines = complaints(&with(&[(setting, value)]), TOML).await;
        assert_told(&lines, setting, problem);
        assert!(
            lines.len() == 1 && lines[0].split_once('→').unwrap().1.contains(mend),
            "{lines:#?}"
        );
    }
    let live = with(&[
        ("STRIPE_SECRET_KEY", "sk_live_canary_stripe"),
        ("ESIMFX_BASE_URL", "http://api.supplier.example"),
        ("STRIPE_API_BASE", "http://api.stripe.example"),
    ]);
    let lines = complaints(&live, TOML).await;
    assert_told(
        &lines,
        "ESIMFX_BASE_URL",
        "is not https while the Stripe key is live",
    );
    assert_told(
        &lines,
        "STRIPE_API_BASE",
        "is not https while the Stripe key is live",
    );
    // A mark before the first letter is no fault: the one that is told is another.
    let lines = complaints(&with(&[("MAIL_FROM", "")]), &format!("\u{feff}{TOML}")).await;
    assert_eq!(lines.len(), 1, "{lines:#?}");
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
async fn a_mail_server_that_cannot_be_meant_is_told_with_its_mend() {
    for (url, problem) in [
        (
            "smtp://mail.example.com?tls=opportunistic",
            "has an unknown parameter",
        ),
        (
            "smtps://mail.example.com?tls=none",
            "is smtps:// with ?tls=none",
        ),
        ("smtp://user:can#ary@mail.example.com", "cannot be read"),
        (
            "smtp://mail.example.com/canary",
            "has more than a host and a port",
        ),
    ] {
        assert_told(
            &complaints(&with(&[("SMTP_URL", url)]), TOML).await,
            "SMTP_URL",
            problem,
        );
    }
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

/// The settings that lead to a sandbox and a database.
fn world(sandbox: &Sandbox, database: &str) -> Vec<(&'static str, String)> {
    let mut settings = sandbox.settings();
    settings.extend([
        ("DATABASE_URL", database.to_owned()),
        ("PUBLIC_URL", "http://127.0.0.1:8080".to_owned()),
        ("MAIL_FROM", "esim@example.com".to_owned()),
    ]);
    settings
}

fn borrowed<'a>(settings: &'a [(&'static str, String)]) -> Vec<(&'static str, &'a str)> {
    settings
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect()
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[tokio::test]
async fn a_plan_too_cheap_for_stripe_is_left_off_the_shelf_and_named_in_the_log() {
    let sandbox = Sandbox::start(SandboxOptions::default()).await.unwrap();
    sandbox.supplier.keep_only(|p| p.id.ends_with("_JP"));
    let dear = sandbox.supplier.products().len();
    sandbox.supplier.set_price_cents("esimfx_1G_7D_JP", 20);
    let database = database::fresh().await;
    let settings = world(&sandbox, &database);
    let toml = format!("{TOML}[pricing]\nminimum_margin = \"0.05\"\nround_to = \"0.01\"\n");
    let synced = run(&["sync-catalogue"], &borrowed(&settings), &toml).await;
    let text = out(&synced) + &String::from_utf8_lossy(&synced.stderr);
    assert!(synced.status.success(), "{text}");
    let names = |line: &&str| line.contains("esimfx_1G_7D_JP") && line.contains("not on the shelf");
    let line = text
        .lines()
        .find(names)
        .unwrap_or_else(|| panic!("the log does not name the plan: {text}"));
    assert!(line.contains("0.50"), "{line}");
    let doctor = out(&run(&["doctor"], &borrowed(&settings), &toml).await);
    assert!(doctor.contains(&format!("{} plans", dear - 1)), "{doctor}");
    assert!(
        doctor.contains("takes its token as a bearer token; tells balance 100000"),
        "{doctor}"
    );
}

#[tokio::test]
async fn prices_that_depend_on_the_catalogue_are_findings_of_the_sync_and_of_the_doctor() {
    let sandbox = Sandbox::start(SandboxOptions::default()).await.unwrap();
    sandbox.supplier.keep_only(|p| p.id.ends_with("_JP"));
    sandbox.supplier.set_price_cents("esimfx_1G_7D_JP", 1000);
    sandbox.supplier.set_price_cents("esimfx_10G_7D_JP", 3000);
    let database = database::fresh().await;
    let settings = world(&sandbox, &database);
    let toml = format!(
        "{TOML}[pricing]\nmarkup_percent = 3\nminimum_margin = \"0.50\"\nround_to = \
         \"0.01\"\ncard_fee_percent = 2.9\ncard_fee_fixed = \"0.30\"\n\
         [[pricing.rule]]\nproduct = \"esimfx_10G_7D_JP\"\nmarkup_percent = \
         20\n[[pricing.rule]]\nproduct = \"esimfx_10GB_JP\"\nmarkup_percent = 1\n"
    );
    let synced = out(&run(&["sync-catalogue"], &borrowed(&settings), &toml).await);
    let doctor = run(&["doctor"], &borrowed(&settings), &toml).await;
    assert_eq!(doctor.status.code(), Some(1), "{}", out(&doctor));
    let ill = out(&doctor)
        .lines()
        .find(|l| l.starts_with("FAIL  prices"))
        .map(str::to_owned)
        .unwrap();
    for finding in [
        "esimfx_1G_7D_JP would sell at $10.50, and its cost with the card fee is $10.61",
        "names the product esimfx_10GB_JP, which",
    ] {
        assert!(
            synced
                .lines()
                .any(|l| l.starts_with("prices: ") && l.contains(finding)),
            "{finding}: {synced}"
        );
        assert!(ill.contains(finding), "{finding}: {ill}");
    }
    assert!(
        !synced.contains("esimfx_10G_7D_JP would"),
        "a fifth covers it: {synced}"
    );
}

#[tokio::test]
async fn the_health_check_ends_with_zero_only_when_the_shop_is_ready() {
    let shop = support::Shop::open().await;
    let address = shop.url.strip_prefix("http://").unwrap().to_owned();
    assert_eq!(
        run(&["healthcheck"], &[("LISTEN_ADDR", &address)], TOML)
            .await
            .status
            .code(),
        Some(0)
    );
    shop.app.db.close().await;
    assert_eq!(
        run(&["healthcheck"], &[("LISTEN_ADDR", &address)], TOML)
            .await
            .status
            .code(),
        Some(1),
        "the database is away"
    );
    let closed = std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .to_string();
    assert_eq!(
        run(&["healthcheck"], &[("LISTEN_ADDR", &closed)], TOML)
            .await
            .status
            .code(),
        Some(1)
    );
    assert_eq!(
        run(&["healthcheck"], &[("LISTEN_ADDR", "nonsense")], TOML)
            .await
            .status
            .code(),
        Some(1)
    );
}

#[tokio::test]
async fn other_currencies_that_cannot_be_shown_are_told_each_with_its_mend() {
    let toml = format!(
        "{TOML}[currencies]\nalso_show = {{ SEK = \"0\", XYZ = 1, USD = 1, EUR = \"92\", JPY = \
         \"150\", jpy = 151 }}\n"
    );
    let lines = complaints(&GOOD, &toml).await;
    for problem in [
        "names “XYZ”",
        "not above zero, for SEK",
        "the shop's own currency",
        "says that one USD is 92 EUR",
    ] {
        assert!(
            lines
                .iter()
                .any(|l| l.contains(&format!("[currencies] also_show {problem}"))
                    || (l.contains(problem) && l.contains('→'))),
            "{problem}: {lines:#?}"
        );
    }
}
