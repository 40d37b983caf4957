//! What settings do to a program that runs.

use crate::support::{self, database};
use crate::{TOML, run};
use sandbox::{Sandbox, SandboxOptions};
use std::process::Output;

/// The settings that lead to a sandbox and a database.
pub fn world(sandbox: &Sandbox, database: &str) -> Vec<(&'static str, String)> {
    let mut settings = sandbox.settings();
    settings.extend([
        ("DATABASE_URL", database.to_owned()),
        ("PUBLIC_URL", "http://127.0.0.1:8080".to_owned()),
        ("MAIL_FROM", "esim@example.com".to_owned()),
    ]);
    settings
}

pub fn borrowed<'a>(settings: &'a [(&'static str, String)]) -> Vec<(&'static str, &'a str)> {
    settings
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect()
}

pub fn out(output: &Output) -> String {
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
