//! `setup`: seven answers make `.env`, shop.toml and Stripe's webhook endpoint; whatever is missing
//! or wrong changes nothing.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use domain::event::PUSHED;
use esim_storefront::config::Config;
use sandbox::{Sandbox, SandboxOptions};
use secrecy::ExposeSecret;

use crate::operators::printed;

const SMTP: &str = "smtps://user:pa$s%40 word@mail.example.com";

async fn sandbox() -> Sandbox {
    Sandbox::start(SandboxOptions::default()).await.unwrap()
}

/// The seven values that an owner types.
fn seven(sandbox: &Sandbox) -> Vec<String> {
    [
        ("--public-url", "https://esim.wayfarer.example/".to_owned()),
        (
            "--esimfx-base-url",
            "https://api.supplier.example".to_owned(),
        ),
        ("--esimfx-client-id", "the-client-of-wayfarer".to_owned()),
        ("--esimfx-client-key", "the-key-of-wayfarer-1".to_owned()),
        ("--esimfx-webhook-token", "the-token-of-wayfarer".to_owned()),
        (
            "--stripe-secret-key",
            sandbox.stripe.secret_key().to_owned(),
        ),
        ("--smtp-url", SMTP.to_owned()),
        ("--stripe-api-base", sandbox.stripe.url()),
    ]
    .into_iter()
    .flat_map(|(flag, value)| [flag.to_owned(), value])
    .collect()
}

fn with(mut all: Vec<String>, more: &[&str]) -> Vec<String> {
    for pair in more.chunks(2) {
        match all.iter().position(|flag| flag == pair[0]) {
            Some(at) => all[at + 1] = pair[1].to_owned(),
            None => all.extend(pair.iter().map(|&text| text.to_owned())),
        }
    }
    all
}

async fn setup(folder: &Path, arguments: Vec<String>) -> Output {
    let mut program = tokio::process::Command::new(env!("CARGO_BIN_EXE_esim-storefront"));
    program
        .arg("setup")
        .arg("--dir")
        .arg(folder)
        .args(arguments)
        .env_clear()
        .stdin(Stdio::null());
    program.output().await.unwrap()
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A setting, as a shell that reads `.env` has it.
fn setting(folder: &Path, name: &str) -> String {
    let script = format!("set -a; . ./.env; printf %s \"${name}\"");
    let output = Command::new("sh")
        .args(["-c", &script])
        .current_dir(folder)
        .env_clear()
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", told(&output));
    printed(&output)
}

#[tokio::test]
async fn seven_answers_make_the_settings_the_shop_and_stripes_endpoint() {
    let sandbox = sandbox().await;
    let folder = tempfile::tempdir().unwrap();
    let key = sandbox.stripe.secret_key().to_owned();
    let arguments = with(
        seven(&sandbox),
        &[
            "--stripe-secret-key",
            "rk_test_of_the_shop_itself",
            "--stripe-setup-key",
            &key,
        ],
    );
    let output = setup(folder.path(), arguments).await;
    assert!(output.status.success(), "{}", told(&output));

    let [endpoint] = &sandbox.stripe.endpoints()[..] else {
        panic!("not one endpoint: {:?}", sandbox.stripe.endpoints())
    };
    assert_eq!(
        endpoint["url"],
        "https://esim.wayfarer.example/webhooks/stripe"
    );
    assert_eq!(endpoint["enabled_events"], serde_json::json!(PUSHED));
    assert_eq!(endpoint["api_version"], "2026-09-30.endive");

    let env = folder.path().join(".env");
    assert_eq!(
        std::fs::metadata(&env).unwrap().permissions().mode() & 0o777,
        0o600
    );
    let text = std::fs::read_to_string(&env).unwrap();
    assert!(
        !text.contains(&key),
        "the key that was to be used once is kept"
    );
    for secret in [
        "the-key-of-wayfarer-1",
        "the-token-of-wayfarer",
        "whsec_",
        "word@mail",
        &key,
    ] {
        assert!(
            !printed(&output).contains(secret) && !told(&output).contains(secret),
            "a secret was echoed: {secret}"
        );
    }
    assert!(setting(folder.path(), "STRIPE_WEBHOOK_SECRET").starts_with("whsec_"));
    assert_eq!(
        setting(folder.path(), "SMTP_URL"),
        SMTP,
        "signs that mean something elsewhere stand for themselves"
    );
    assert_eq!(
        setting(folder.path(), "PUBLIC_URL"),
        "https://esim.wayfarer.example"
    );
    assert_eq!(
        setting(folder.path(), "TEST_BUYERS"),
        "help@esim.wayfarer.example"
    );
    let data_key = setting(folder.path(), "DATA_KEY");
    assert!(
        data_key.len() == 64 && data_key.bytes().all(|b| b.is_ascii_hexdigit()),
        "{data_key}"
    );
    assert_eq!(setting(folder.path(), "POSTGRES_PASSWORD").len(), 48);

    // The shop starts with them: its settings have no fault.
    let shop_toml = folder.path().join("shop.toml").display().to_string();
    let lookup = |name: &str| match name {
        "SHOP_CONFIG" => Some(shop_toml.clone()),
        "DATABASE_URL" => Some("postgres://shop@localhost/shop".to_owned()),
        name => Some(setting(folder.path(), name)).filter(|value| !value.is_empty()),
    };
    let config = Config::read(&lookup).unwrap();
    assert_eq!(
        config.shop.alerts_to().unwrap().expose(),
        "help@esim.wayfarer.example"
    );
    assert_eq!(config.shop.legal.seller.as_deref(), Some("Layover"));
    assert_eq!(
        config.stripe.secret_key.expose_secret(),
        "rk_test_of_the_shop_itself"
    );
}

#[tokio::test]
async fn what_is_there_is_not_overwritten_unless_that_is_said_and_then_it_is_kept() {
    let sandbox = sandbox().await;
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("docker-compose.yml"), "").unwrap();
    let euro = [
        "--currency",
        "eur",
        "--shop-name",
        "Ænd \"& Söhne\", GmbH",
        "--support-email",
        "help@wayfarer.example",
    ];
    let output = setup(folder.path(), with(seven(&sandbox), &euro)).await;
    assert!(output.status.success(), "{}", told(&output));
    let path = folder.path().join("config/shop.toml");
    let toml = std::fs::read_to_string(&path).unwrap();
    let shop = esim_storefront::shop::Shop::parse(&toml, "shop.toml").unwrap();
    assert_eq!(shop.shop.name, "Ænd \"& Söhne\", GmbH");
    assert!(
        shop.shop.currency.code() == "EUR" && shop.pricing.exchange_rates.contains_key("USD"),
        "the supplier charges in dollars"
    );
    // An owner names the image afterwards.
    let before = std::fs::read_to_string(folder.path().join(".env")).unwrap()
        + "SHOP_IMAGE=registry.example.com/shop:1.2.0\n";
    std::fs::write(folder.path().join(".env"), &before).unwrap();

    let again = setup(folder.path(), seven(&sandbox)).await;
    assert!(
        again.status.code() == Some(2) && told(&again).contains("--force"),
        "{}",
        told(&again)
    );
    assert_eq!(
        std::fs::read_to_string(folder.path().join(".env")).unwrap(),
        before
    );
    let there = setup(folder.path(), with(seven(&sandbox), &["--force"])).await;
    assert!(
        there.status.code() == Some(1)
            && told(&there).contains("has an endpoint for")
            && told(&there).contains("nothing was done")
    );
    assert_eq!(
        std::fs::read_to_string(folder.path().join(".env")).unwrap(),
        before,
        "and nothing was"
    );
    let forced = setup(
        folder.path(),
        with(
            seven(&sandbox),
            &[
                "--stripe-webhook-secret",
                "whsec_from_the_dashboard",
                "--force",
            ],
        ),
    )
    .await;
    assert!(forced.status.success(), "{}", told(&forced));
    assert_eq!(
        setting(folder.path(), "STRIPE_WEBHOOK_SECRET"),
        "whsec_from_the_dashboard"
    );
    assert_eq!(
        std::fs::read_to_string(folder.path().join(".env.before")).unwrap(),
        before
    );
    // What opens the database and its codes stays, and so does what was kept.
    assert!(
        printed(&forced).contains("kept        the database's password and DATA_KEY"),
        "{}",
        printed(&forced)
    );
    for name in ["POSTGRES_PASSWORD", "DATA_KEY", "SHOP_IMAGE"] {
        assert!(
            before.contains(&format!("{name}={}\n", setting(folder.path(), name))),
            "{name} is another"
        );
    }
    let second = std::fs::read_to_string(folder.path().join(".env")).unwrap();
    let own = [
        "--stripe-webhook-secret",
        "whsec_of_the_third_time",
        "--database-url",
        "postgres://shop@localhost/shop",
        "--test-buyers",
        " ",
    ];
    let third = setup(
        folder.path(),
        with(with(seven(&sandbox), &own), &["--force"]),
    )
    .await;
    assert!(third.status.success(), "{}", told(&third));
    assert!(
        printed(&third).contains("kept        DATA_KEY;") && !printed(&third).contains("password"),
        "{}",
        printed(&third)
    );
    assert!(
        printed(&third).contains("test: anybody may buy, 3 a day; set TEST_BUYERS"),
        "{}",
        printed(&third)
    );
    assert_eq!(
        std::fs::read_to_string(folder.path().join(".env.before")).unwrap(),
        before
    );
    assert_eq!(
        std::fs::read_to_string(folder.path().join(".env.2.before")).unwrap(),
        second
    );
    assert_eq!(
        std::fs::read_to_string(folder.path().join("config/shop.toml.before")).unwrap(),
        toml
    );
    assert_eq!(sandbox.stripe.endpoints().len(), 1);
}

#[tokio::test]
async fn the_containers_user_can_read_shop_toml_whatever_the_umask_is() {
    let sandbox = sandbox().await;
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("docker-compose.yml"), "").unwrap();
    let mut program = tokio::process::Command::new("sh");
    program.args([
        "-c",
        "umask 077; exec \"$0\" \"$@\"",
        env!("CARGO_BIN_EXE_esim-storefront"),
        "setup",
        "--dir",
    ]);
    program
        .arg(folder.path())
        .args(seven(&sandbox))
        .env_clear()
        .stdin(Stdio::null());
    let output = program.output().await.unwrap();
    assert!(output.status.success(), "{}", told(&output));
    for (name, mode) in [
        ("config", 0o755),
        ("config/shop.toml", 0o644),
        (".env", 0o600),
    ] {
        assert_eq!(
            std::fs::metadata(folder.path().join(name))
                .unwrap()
                .permissions()
                .mode()
                & 0o777,
            mode,
            "{name}"
        );
    }
}

#[tokio::test]
async fn missing_and_wrong_answers_are_told_together_and_nothing_is_done() {
    let sandbox = sandbox().await;
    let folder = tempfile::tempdir().unwrap();
    let none = setup(folder.path(), Vec::new()).await;
    assert_eq!(none.status.code(), Some(2));
    for flag in [
        "--public-url",
        "--esimfx-base-url",
        "--esimfx-client-id",
        "--esimfx-client-key",
        "--esimfx-webhook-token",
        "--smtp-url",
    ] {
        assert!(told(&none).contains(flag), "{flag}: {}", told(&none));
    }
    let wrong = [
        "--public-url",
        "esim.wayfarer.example",
        "--smtp-url",
        "mail.example.com",
        "--currency",
        "XXQ",
        "--esimfx-client-key",
        "sho'rt",
    ];
    let wrong = setup(folder.path(), with(seven(&sandbox), &wrong)).await;
    assert_eq!(wrong.status.code(), Some(2));
    for fault in [
        "PUBLIC_URL is not an http or https URL",
        "SMTP_URL",
        "[shop] currency",
        "ESIMFX_CLIENT_KEY holds an apostrophe",
    ] {
        assert!(told(&wrong).contains(fault), "{fault}: {}", told(&wrong));
    }
    assert!(!told(&wrong).contains("sho'rt"), "a secret was echoed");
    let restricted = setup(
        folder.path(),
        with(
            seven(&sandbox),
            &["--stripe-secret-key", "rk_test_of_the_shop_itself"],
        ),
    )
    .await;
    assert!(
        told(&restricted).contains("--stripe-setup-key or --stripe-webhook-secret"),
        "{}",
        told(&restricted)
    );
    let blank = [
        "--stripe-secret-key",
        "rk_test_of_the_shop_itself",
        "--stripe-webhook-secret",
        " ",
    ];
    let blank = setup(folder.path(), with(seven(&sandbox), &blank)).await;
    assert!(
        told(&blank).contains("--stripe-setup-key or --stripe-webhook-secret"),
        "{}",
        told(&blank)
    );
    for secret in ["whsec_short", "whsec_with'an_apostrophe"] {
        let by_hand = setup(
            folder.path(),
            with(seven(&sandbox), &["--stripe-webhook-secret", secret]),
        )
        .await;
        assert_eq!(by_hand.status.code(), Some(2), "{secret}");
        assert!(
            told(&by_hand).contains("STRIPE_WEBHOOK_SECRET") && !told(&by_hand).contains(secret),
            "{}",
            told(&by_hand)
        );
    }
    let key = sandbox.stripe.secret_key().to_owned();
    let other = [
        "--stripe-secret-key",
        "rk_live_of_the_shop_itself",
        "--stripe-setup-key",
        &key,
    ];
    let other = setup(folder.path(), with(seven(&sandbox), &other)).await;
    assert!(
        other.status.code() == Some(2)
            && told(&other).contains("--stripe-setup-key is of the other mode"),
        "{}",
        told(&other)
    );
    let refused = setup(
        folder.path(),
        with(
            seven(&sandbox),
            &["--stripe-secret-key", "sk_test_of_another_account"],
        ),
    )
    .await;
    assert!(
        refused.status.code() == Some(1) && told(&refused).contains("Stripe"),
        "{}",
        told(&refused)
    );
    assert!(sandbox.stripe.endpoints().is_empty());
    assert_eq!(
        std::fs::read_dir(folder.path()).unwrap().count(),
        0,
        "something was left"
    );
    let help = Command::new(env!("CARGO_BIN_EXE_esim-storefront"))
        .args(["setup", "--help"])
        .env_clear()
        .output()
        .unwrap();
    assert!(
        printed(&help).contains("--esimfx-webhook-token")
            && printed(&help).contains("--stripe-setup-key")
    );
}
