//! `setup`: a few questions, on a terminal or answered by flags; it makes passwords and Stripe's
//! webhook endpoint, and writes `.env` and shop.toml. It changes nothing before every answer has
//! been checked.

mod answers;
mod endpoint;
mod files;
mod terminal;

use std::io::IsTerminal;
use std::path::PathBuf;

use anyhow::Context;
use secrecy::ExposeSecret;
use url::Url;

pub use answers::Answers;

use crate::config::Config;
use files::Files;
use terminal::Terminal;

/// Stands in the check where Stripe's secret will stand.
const PLACEHOLDER: &str = "whsec_until_stripe_has_made_one";
/// The exit code when an answer is missing or cannot be used: nothing was done.
const NOTHING_DONE: i32 = 2;

/// The answers. What is left out is asked on a terminal, or taken from its default.
#[derive(Debug, Clone, clap::Args)]
pub struct Options {
    /// Where travellers reach the shop: `https://esim.example.com`
    #[arg(long, env = "PUBLIC_URL", value_name = "URL")]
    public_url: Option<String>,
    /// The supplier's API domain (portal, Reseller)
    #[arg(long, env = "ESIMFX_BASE_URL", value_name = "URL")]
    esimfx_base_url: Option<String>,
    /// The client's id (portal, Reseller)
    #[arg(
        long,
        env = "ESIMFX_CLIENT_ID",
        value_name = "ID",
        hide_env_values = true
    )]
    esimfx_client_id: Option<String>,
    /// The client's key (portal, Reseller)
    #[arg(
        long,
        env = "ESIMFX_CLIENT_KEY",
        value_name = "KEY",
        hide_env_values = true
    )]
    esimfx_client_key: Option<String>,
    /// The Secret Key of the webhook PUBLIC_URL/webhooks/esimfx in the supplier's portal
    #[arg(
        long,
        env = "ESIMFX_WEBHOOK_TOKEN",
        value_name = "TOKEN",
        hide_env_values = true
    )]
    esimfx_webhook_token: Option<String>,
    /// Stripe's key for the shop; a restricted one is best
    #[arg(
        long,
        env = "STRIPE_SECRET_KEY",
        value_name = "KEY",
        hide_env_values = true
    )]
    stripe_secret_key: Option<String>,
    /// The mail server: smtps://user:password@smtp.example.com
    #[arg(long, env = "SMTP_URL", value_name = "URL", hide_env_values = true)]
    smtp_url: Option<String>,
    /// A key of the same mode that may write webhook endpoints, used once and not stored; not
    /// needed when the shop's own key is an sk_… one
    #[arg(
        long,
        env = "STRIPE_SETUP_KEY",
        value_name = "KEY",
        hide_env_values = true
    )]
    stripe_setup_key: Option<String>,
    /// The signing secret of an endpoint that was made by hand; then none is made
    #[arg(
        long,
        env = "STRIPE_WEBHOOK_SECRET",
        value_name = "WHSEC",
        hide_env_values = true
    )]
    stripe_webhook_secret: Option<String>,
    /// The shop's name [default: Layover]
    #[arg(long, value_name = "NAME")]
    shop_name: Option<String>,
    /// Where travellers write to [default: help at the shop's host]
    #[arg(long, value_name = "ADDRESS")]
    support_email: Option<String>,
    /// What is shown and charged [default: USD]
    #[arg(long, value_name = "CODE")]
    currency: Option<String>,
    /// Units of that currency for one US dollar, which the supplier charges in [default: our rough
    /// table's]
    #[arg(long, value_name = "RATE")]
    usd_rate: Option<String>,
    /// Who sells, for the legal pages [default: the shop's name]
    #[arg(long, value_name = "NAME")]
    seller: Option<String>,
    /// The sender of every mail [default: name and support address]
    #[arg(long, env = "MAIL_FROM", value_name = "SENDER")]
    mail_from: Option<String>,
    /// Where trouble is told [default: the support address]
    #[arg(long, value_name = "ADDRESS")]
    alerts_to: Option<String>,
    /// Who may buy while Stripe's key is one for tests, comma-separated [default: the support
    /// address]
    #[arg(long, env = "TEST_BUYERS", value_name = "ADDRESSES")]
    test_buyers: Option<String>,
    /// A database of your own; with Docker Compose leave it out
    #[arg(long, env = "DATABASE_URL", value_name = "URL", hide_env_values = true)]
    database_url: Option<String>,
    /// Where to write .env and shop.toml
    #[arg(long, value_name = "FOLDER", default_value = ".")]
    dir: PathBuf,
    /// Replace existing files
    #[arg(long)]
    force: bool,
    /// Stripe's API; only for tests against another one
    #[arg(
        long,
        env = "STRIPE_API_BASE",
        value_name = "URL",
        default_value = "https://api.stripe.com",
        hide = true
    )]
    stripe_api_base: Url,
}

/// Asks, checks, makes and writes; the exit code.
///
/// # Errors
/// When Stripe or the disk does not do what it is asked; the message says what was done by then.
pub async fn run(options: Options) -> anyhow::Result<i32> {
    let files = Files::new(&options.dir);
    if let Some(there) = files.in_the_way().filter(|_| !options.force) {
        eprintln!(
            "{} already exists; nothing was done. --force replaces it and keeps the old one as \
             ….before; the database's password and DATA_KEY stay",
            there.display()
        );
        return Ok(NOTHING_DONE);
    }
    let kept = files.env_before()?;
    let mut terminal = std::io::stdin()
        .is_terminal()
        .then(Terminal::open)
        .transpose()?;
    let mut answers = match Answers::gather(&options, terminal.as_mut())? {
        Ok(answers) => answers,
        Err(missing) => {
            eprintln!(
                "not answered: {} → give each as a flag, or run it on a terminal (setup --help)",
                missing.join(", ")
            );
            return Ok(NOTHING_DONE);
        }
    };
    answers.keep_secrets(&|name| kept.as_deref().and_then(|text| files::value(text, name)));
    let shop_toml = files::shop_toml(&answers);
    let faults = check(&answers, &shop_toml)?;
    if !faults.is_empty() {
        eprintln!("nothing was done; fix these first:");
        faults.iter().for_each(|fault| eprintln!("  {fault}"));
        return Ok(NOTHING_DONE);
    }
    // Before Stripe is asked: an endpoint whose secret cannot be written down is of no use.
    let files = files
        .open(options.force)
        .context("the files cannot be written; nothing was done")?;
    let made = match &answers.webhook_secret {
        Some(_) => None,
        None => Some(endpoint::create(&answers, &options.stripe_api_base).await?),
    };
    let secret = made
        .as_ref()
        .map(|made| made.secret.expose_secret())
        .or(answers.webhook_secret.as_deref())
        .unwrap_or_default();
    let env =
        files::env(&answers, secret) + &kept.as_deref().map(files::of_compose).unwrap_or_default();
    let written = files
        .write(&env, &shop_toml)
        .with_context(|| endpoint::left_behind(made.as_ref()))?;
    tell(
        &answers,
        made.as_ref().map(|made| made.id.as_str()),
        &written,
    );
    Ok(0)
}

/// Everything that would keep the shop from starting with these answers.
fn check(answers: &Answers, shop_toml: &str) -> anyhow::Result<Vec<String>> {
    let mut file = tempfile::NamedTempFile::new()?;
    std::io::Write::write_all(&mut file, shop_toml.as_bytes())?;
    let path = file.path().display().to_string();
    let settings = answers.settings(answers.webhook_secret.as_deref().unwrap_or(PLACEHOLDER));
    let lookup = |name: &str| match name {
        "SHOP_CONFIG" => Some(path.clone()),
        "DATABASE_URL" if answers.database_url.is_none() => {
            Some("postgres://shop:password@postgres:5432/shop".to_owned())
        }
        name => settings
            .iter()
            .find(|(n, _)| *n == name)
            .map(|(_, value)| value.clone()),
    };
    let faults = Config::read(&lookup).err().unwrap_or_default();
    let told = faults
        .iter()
        .map(|fault| fault.to_string().replace(&path, "shop.toml"))
        .collect::<Vec<_>>();
    Ok(told
        .into_iter()
        .chain(files::unwritable(answers))
        .chain(answers.other_mode())
        .collect())
}

fn tell(answers: &Answers, endpoint: Option<&str>, written: &[PathBuf]) {
    println!();
    match endpoint {
        Some(id) => println!(
            "Stripe      made the webhook endpoint {id} for {}",
            answers.endpoint_url()
        ),
        None => println!(
            "Stripe      using your own webhook endpoint: {}",
            answers.endpoint_url()
        ),
    }
    for path in written {
        let what = if path.ends_with(".env") {
            "settings and secrets, for you alone (mode 600)"
        } else {
            "how the shop looks and sells"
        };
        println!("wrote       {}: {what}", path.display());
    }
    for (kept, what) in [(false, "made"), (true, "kept")] {
        let names = answers.secrets(kept).join(" and ");
        if !names.is_empty() {
            println!("{what}        {names}; keep a copy of .env where the backups are not");
        }
    }
    println!(
        "still to do in the supplier's portal: check that the webhook {}/webhooks/esimfx exists \
         with this Secret Key",
        answers.url()
    );
    let seller = answers.seller.as_str();
    println!("check       [legal] in shop.toml: the seller is “{seller}”; add an address");
    if answers.livemode() {
        println!("mode        live: real money");
    } else if answers.test_buyers.is_empty() {
        println!("mode        test: anybody may buy, 3 a day; set TEST_BUYERS");
    } else {
        println!(
            "mode        test: only {} may buy, with the card 4242 4242 4242 4242",
            answers.test_buyers
        );
    }
    if answers.database_url.is_some() {
        println!(
            "then        start the shop with these settings (deploy/systemd), and `esim-storefront \
             doctor` with the same"
        );
    } else {
        println!(
            "then        name the image as SHOP_IMAGE in .env, docker compose up -d --wait, docker \
             compose exec shop esim-storefront doctor"
        );
    }
}
