//! `doctor`: every part, tried from where it stands, each though another fails. One line each, with
//! its mend: proof, or "not checked". It changes nothing but for a question that it leaves for the
//! shop, and sends no mail unless it is told to.

mod desk;
mod law;
mod mail;
mod partners;
mod place;
mod shop;

use std::time::Duration;

use chrono::TimeDelta;
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;

use crate::app::App;
use crate::clock;
use crate::config::{Config, ConfigError};
use crate::db::{self, schema};
use crate::esimfx;
use crate::fetch::Fetch;
use crate::mail::Mailer;
use crate::stripe::StripeClient;

/// Why a part that hangs on shop.toml was not tried.
const WITHOUT_SHOP: &str = "shop.toml could not be read";

/// What looking at a part showed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// It was tried and does what it should.
    Well(String),
    /// To be known; it keeps nobody from selling. With its mend.
    Warn(String, String),
    /// To be mended. With its mend.
    Ill(String, String),
    /// It could not be tried: why.
    Unchecked(String),
}

impl Finding {
    /// The same, but no reason to call the shop ill.
    fn into_warning(self) -> Self {
        match self {
            Self::Ill(what, mend) => Self::Warn(what, mend),
            other => other,
        }
    }

    fn ill(what: impl ToString, mend: impl ToString) -> Self {
        Self::Ill(what.to_string(), mend.to_string())
    }
}

impl From<Result<String, (String, &'static str)>> for Finding {
    fn from(result: Result<String, (String, &'static str)>) -> Self {
        match result {
            Ok(praise) => Self::Well(praise),
            Err((what, mend)) => Self::ill(what, mend),
        }
    }
}

/// A part and what was found.
pub type Line = (&'static str, Finding);

/// What may be asked of it.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct Options {
    /// Also send a letter there.
    #[arg(long, value_name = "ADDRESS")]
    send_mail: Option<String>,
    /// As JSON.
    #[arg(long)]
    json: bool,
}

/// Prints a line for each part; `true` if any needs mending.
///
/// # Errors
/// None: what fails is a finding.
pub async fn run(
    config: Option<Config>,
    faults: &[ConfigError],
    options: &Options,
) -> anyhow::Result<bool> {
    let lines = examine(config, faults, options.send_mail.as_deref()).await;
    if options.json {
        println!(
            "{}",
            serde_json::to_string_pretty(&lines.iter().map(as_json).collect::<Vec<_>>())?
        );
    } else {
        lines
            .iter()
            .for_each(|(part, finding)| println!("{}", in_words(part, finding)));
    }
    Ok(lines
        .iter()
        .any(|(_, finding)| matches!(finding, Finding::Ill(..))))
}

fn in_words(part: &str, finding: &Finding) -> String {
    match finding {
        Finding::Well(praise) => format!("ok    {part:<15} {praise}"),
        Finding::Warn(what, mend) => format!("WARN  {part:<15} {what} → {mend}"),
        Finding::Ill(what, mend) => format!("FAIL  {part:<15} {what} → {mend}"),
        Finding::Unchecked(why) => format!("????  {part:<15} not checked: {why}"),
    }
}

fn as_json((part, finding): &Line) -> Value {
    let (state, what, mend) = match finding {
        Finding::Well(praise) => ("ok", praise, None),
        Finding::Warn(what, mend) => ("warn", what, Some(mend)),
        Finding::Ill(what, mend) => ("fail", what, Some(mend)),
        Finding::Unchecked(why) => ("not checked", why, None),
    };
    json!({ "part": part, "state": state, "what": what, "mend": mend })
}

/// What the parts are looked at with.
struct Bag<'a> {
    config: &'a Config,
    faults: &'a [ConfigError],
    fetch: Fetch,
}

impl Bag<'_> {
    /// Why a part cannot be tried, if one of its settings is faulty.
    fn faulty(&self, settings: &[&str]) -> Option<Finding> {
        let fault = self
            .faults
            .iter()
            .find(|fault| settings.contains(&fault.setting.trim_end_matches("_FILE")))?;
        Some(Finding::Unchecked(format!(
            "{} {}",
            fault.setting, fault.problem
        )))
    }
}

/// Every part's finding.
pub async fn examine(
    config: Option<Config>,
    faults: &[ConfigError],
    send_mail: Option<&str>,
) -> Vec<Line> {
    let mut lines: Vec<Line> = faults
        .iter()
        .map(|fault| {
            (
                "settings",
                Finding::ill(format!("{} {}", fault.setting, fault.problem), &fault.mend),
            )
        })
        .collect();
    let Some(config) = config else { return lines };
    let fetch = match Fetch::new() {
        Ok(fetch) => fetch,
        Err(error) => {
            lines.push((
                "network",
                Finding::ill(error, "this is a fault of the shop's own: please report it"),
            ));
            return lines;
        }
    };
    let bag = Bag {
        config: &config,
        faults,
        fetch,
    };
    lines.extend(place::settings(&bag));
    let db = database(&bag, &mut lines).await;
    let app = open(&bag, db.as_ref(), &mut lines).await;
    let (outside, supplier, stripe, mail) = tokio::join!(
        place::outside(&bag, db.as_ref()),
        partners::supplier(&bag),
        partners::stripe(&bag),
        letters(&bag, send_mail),
    );
    lines.extend(outside);
    lines.extend(supplier);
    lines.extend(stripe);
    lines.extend(mail);
    match &app {
        Some(app) => {
            lines.extend(shop::examine(app).await);
            lines.extend(law::examine(app).await);
            lines.extend(desk::examine(app).await);
        }
        None => lines.push((
            "shop",
            Finding::Unchecked("without a database that is up to date".to_owned()),
        )),
    }
    lines
}

const DATABASE_MEND: &str = "check DATABASE_URL; a password that was changed after the database's \
                             volume was made must be changed in the database, too";

/// The database, its migrations, its guards and its clock. None when it is of no use.
async fn database(bag: &Bag<'_>, lines: &mut Vec<Line>) -> Option<db::Pool> {
    if let Some(fault) = bag.faulty(&["DATABASE_URL"]) {
        lines.push(("database", fault));
        return None;
    }
    let db = match schema::connect(&bag.config.database_url, 3).await {
        Ok(db) => db,
        Err(error) => {
            lines.push(("database", Finding::ill(error, DATABASE_MEND)));
            return None;
        }
    };
    lines.push(("database", Finding::Well("answers".to_owned())));
    let current = migrations(&db).await;
    let usable = matches!(current, Finding::Well(_));
    lines.push(("migrations", current));
    lines.push(("guards", guards(&db).await));
    lines.push(("clock", clock(&db).await));
    usable.then_some(db)
}

async fn open(bag: &Bag<'_>, db: Option<&db::Pool>, lines: &mut Vec<Line>) -> Option<App> {
    let mut config = bag.config.clone();
    if bag.faulty(&["SMTP_URL", "MAIL_FROM"]).is_some() {
        // The shelf and the books need no mail server.
        config.smtp_url = "smtp://localhost:25".to_owned().into();
        config.mail_from = "doctor@shop.example".to_owned();
    }
    match App::build(config, db?.clone(), CancellationToken::new()).await {
        Ok(app) => Some(app),
        Err(error) => {
            lines.push(("shop", Finding::ill(error, "mend the settings above first")));
            None
        }
    }
}

async fn migrations(db: &db::Pool) -> Finding {
    match schema::is_current(db).await {
        Ok(true) => Finding::Well("up to date".to_owned()),
        Ok(false) => Finding::ill("not up to date", "run `esim-storefront migrate`"),
        Err(_) => Finding::ill("never migrated", "run `esim-storefront migrate`"),
    }
}

async fn guards(db: &db::Pool) -> Finding {
    match schema::guards_down(db).await {
        Ok(down) if down.is_empty() => {
            Finding::Well("every trigger that guards the money is on".to_owned())
        }
        Ok(down) => Finding::ill(
            format!("{} missing or off", down.join(", ")),
            "enable the trigger; find out who switched it off",
        ),
        Err(error) => Finding::ill(error, DATABASE_MEND),
    }
}

async fn clock(db: &db::Pool) -> Finding {
    match schema::time(db).await {
        Ok(theirs) if (clock::now() - theirs).abs() < TimeDelta::minutes(2) => {
            Finding::Well("agrees with the database's".to_owned())
        }
        Ok(theirs) => Finding::ill(
            format!(
                "{} seconds from the database's",
                (clock::now() - theirs).num_seconds()
            ),
            "set both by NTP: Stripe's signatures live 300 s",
        ),
        Err(error) => Finding::ill(error, DATABASE_MEND),
    }
}

/// The mail server, and a letter where one is asked for.
async fn letters(bag: &Bag<'_>, send_mail: Option<&str>) -> Vec<Line> {
    if let Some(fault) = bag.faulty(&["SMTP_URL", "MAIL_FROM"]) {
        return vec![("mail", fault)];
    }
    if !bag.config.shop_read {
        return vec![("mail", Finding::Unchecked(WITHOUT_SHOP.to_owned()))];
    }
    let config = bag.config;
    let mailer = match Mailer::new(
        &config.smtp_url,
        &config.mail_from,
        &config.shop.shop.support_email,
        &config.public_url,
    ) {
        Ok(mailer) => mailer,
        Err(error) => return vec![("mail", Finding::ill(error, "check SMTP_URL and MAIL_FROM"))],
    };
    let mut lines = vec![("mail", mail::walk(config, &mailer).await)];
    if let Some(to) = send_mail {
        lines.push(("test mail", mail::send(config, &mailer, to).await));
    }
    lines
}

/// For a part that may hang.
async fn within<T>(seconds: u64, part: impl Future<Output = T>) -> Option<T> {
    tokio::time::timeout(Duration::from_secs(seconds), part)
        .await
        .ok()
}

/// The doors of the partners, which need no database.
fn supplier_door(config: &Config) -> Result<esimfx::Client, esimfx::Error> {
    esimfx::Client::new(&config.esimfx, &config.shop.supplier)
}

fn till_door(config: &Config) -> Result<StripeClient, crate::stripe::Error> {
    StripeClient::new(&config.stripe)
}
