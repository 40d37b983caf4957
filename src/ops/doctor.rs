//! `doctor`: every part, checked from where it stands. One line each, with its mend; reads only, and sends no mail unless it is told to.

mod mail;

use std::time::Duration;

use chrono::TimeDelta;
use secrecy::ExposeSecret;

use crate::app::App;
use crate::clock;
use crate::config::Config;
use crate::db::{products, schema};
use crate::esimfx::{self, Form};
use crate::ops::prices;
use crate::stripe;
use rust_decimal::Decimal;
use tokio_util::sync::CancellationToken;

/// What a part's check found: a word of praise, or what is wrong and its mend.
type Finding = Result<String, (String, &'static str)>;

/// Parts whose trouble is to be known but keeps nobody from selling.
const WARNINGS: [&str; 2] = ["mode", "fees"];

/// Prints a line for each part; `true` if any needs mending.
///
/// # Errors
/// None: what fails is a finding.
pub async fn run(config: Config, send_mail: Option<String>) -> anyhow::Result<bool> {
    let mut ill = false;
    for (part, finding) in examine(config, send_mail.as_deref()).await {
        match finding {
            Ok(praise) => println!("ok    {part:<14} {praise}"),
            Err((problem, mend)) => {
                let warning = WARNINGS.contains(&part);
                ill |= !warning;
                println!("{}  {part:<14} {problem} → {mend}", if warning { "WARN" } else { "FAIL" });
            }
        }
    }
    Ok(ill)
}

/// Every part's finding.
pub async fn examine(config: Config, send_mail: Option<&str>) -> Vec<(&'static str, Finding)> {
    let mut findings = vec![("PUBLIC_URL", public_url(&config)), ("webhook secrets", webhook_secrets(&config)), ("mode", mode(&config))];
    match schema::connect(&config.database_url, 2).await {
        Err(error) => findings.push(("database", Err((error.to_string(), DATABASE_MEND)))),
        Ok(db) => {
            findings.push(("database", Ok("answers".to_owned())));
            findings.push(("migrations", migrations(&db).await));
            findings.push(("guards", guards(&db).await));
            findings.push(("clock", clock(&db).await));
            match App::build(config, db, CancellationToken::new()).await {
                Ok(app) => {
                    findings.extend(doors(&app).await);
                    if let Some(to) = send_mail {
                        findings.push(("test mail", mail::send(&app, to).await));
                    }
                }
                Err(error) => findings.push(("shop", Err((error.to_string(), "mend the parts above first")))),
            }
        }
    }
    findings
}

const DATABASE_MEND: &str =
    "check DATABASE_URL; a password that was changed after the database's volume was made must be changed in the database, too";

fn public_url(config: &Config) -> Finding {
    let url = &config.public_url;
    if url.scheme() == "https" || url.host_str().is_some_and(|h| h == "localhost" || h.starts_with("127.")) {
        return Ok(format!("links and cookies are for {url}"));
    }
    Err((format!("{url} is not https"), "travellers' codes would cross the network in the clear: put TLS in front and set PUBLIC_URL"))
}

fn webhook_secrets(config: &Config) -> Finding {
    let odd = config.stripe.webhook_secrets.iter().any(|s| !s.expose_secret().starts_with("whsec_"));
    if odd {
        return Err(("STRIPE_WEBHOOK_SECRET does not begin with whsec_".to_owned(), "copy it from the webhook endpoint's page at Stripe"));
    }
    Ok(format!("{} for Stripe, {} for the supplier", config.stripe.webhook_secrets.len(), config.esimfx.webhook_tokens.len()))
}

fn mode(config: &Config) -> Finding {
    if config.test_mode() {
        return Err((
            "TEST: real eSIMs are bought with pretend money".to_owned(),
            "TEST_BUYERS and TEST_ORDERS_PER_DAY say who may buy, and how much; a live STRIPE_SECRET_KEY ends it (docs/deploy.md, Going live)",
        ));
    }
    Ok(if config.demo { "the demo's" } else { "live: real money" }.to_owned())
}

async fn migrations(db: &crate::db::Pool) -> Finding {
    match schema::is_current(db).await {
        Ok(true) => Ok("up to date".to_owned()),
        Ok(false) => Err(("not up to date".to_owned(), "run `esim-storefront migrate`")),
        Err(_) => Err(("never migrated".to_owned(), "run `esim-storefront migrate`")),
    }
}

async fn guards(db: &crate::db::Pool) -> Finding {
    match schema::guards_down(db).await {
        Ok(down) if down.is_empty() => Ok("every trigger that guards the money is on".to_owned()),
        Ok(down) => Err((format!("{} missing or off", down.join(", ")), "enable the trigger; find out who switched it off")),
        Err(error) => Err((error.to_string(), DATABASE_MEND)),
    }
}

async fn clock(db: &crate::db::Pool) -> Finding {
    match schema::time(db).await {
        Ok(theirs) if (clock::now() - theirs).abs() < TimeDelta::minutes(2) => Ok("agrees with the database's".to_owned()),
        Ok(theirs) => Err((
            format!("{} seconds from the database's", (clock::now() - theirs).num_seconds()),
            "set both by NTP: Stripe's signatures live 300 s",
        )),
        Err(error) => Err((error.to_string(), DATABASE_MEND)),
    }
}

async fn doors(app: &App) -> Vec<(&'static str, Finding)> {
    let (supplier, stripe, fees, mail) = tokio::join!(supplier(app), stripe(app), fees(app), mail::walk(app));
    vec![
        ("supplier", supplier),
        ("Stripe", stripe),
        ("fees", fees),
        ("mail", mail),
        ("catalogue", catalogue(app).await),
        ("prices", prices::examine(app)),
    ]
}

async fn supplier(app: &App) -> Finding {
    let tried = tokio::time::timeout(Duration::from_secs(20), async {
        app.supplier.log_in().await?;
        app.supplier.products_page(None).await?;
        let form = app.supplier.log_in().await?;
        // That it tells no balance, or nothing at all of our account, is no fault: its document promises none.
        Ok::<_, esimfx::Error>((form, app.supplier.profile().await.ok().flatten()))
    });
    match tried.await {
        Ok(Ok((form, told))) => {
            let form = if form == Form::Bearer { "as a bearer token" } else { "bare" };
            Ok(format!("logged in; takes its token {form}; {}", balance(told)))
        }
        Ok(Err(error)) => Err((error.to_string(), "check ESIMFX_BASE_URL, ESIMFX_CLIENT_ID and ESIMFX_CLIENT_KEY")),
        Err(_) => Err(("no answer".to_owned(), "check ESIMFX_BASE_URL and the way out of this machine")),
    }
}

fn balance(told: Option<Vec<(String, Decimal)>>) -> String {
    let figures: Vec<String> = told.into_iter().flatten().map(|(name, number)| format!("{name} {number}")).collect();
    if figures.is_empty() { "tells no balance".to_owned() } else { format!("tells {}", figures.join(", ")) }
}

async fn stripe(app: &App) -> Finding {
    let mode = if app.config.stripe.livemode() { "live: real money" } else { "test mode" };
    match app.till.events(clock::now() - TimeDelta::hours(1), None, None, &[]).await {
        Ok(_) => Ok(format!("the key works, {mode}")),
        Err(error) => Err((
            error.to_string(),
            "check STRIPE_SECRET_KEY; a restricted key needs Checkout Sessions and Refunds write, PaymentIntents and Events read",
        )),
    }
}

/// Asks for a booking that there is not: a key with the right is told so, one without is turned away.
async fn fees(app: &App) -> Finding {
    match app.till.fee("txn_none").await {
        Err(error) if error.missing_right() => Err((
            "the key may not read what Stripe takes of a payment, so margins in ops leave the fee out".to_owned(),
            "add the right Balance transactions, read, to the restricted key in Stripe's Dashboard",
        )),
        Ok(_) | Err(stripe::Error::Refused { status: 404, .. }) => Ok("the key may read what Stripe takes of each payment".to_owned()),
        Err(error) => Err((error.to_string(), "check STRIPE_SECRET_KEY, then ask again")),
    }
}

async fn catalogue(app: &App) -> Finding {
    let state = products::state(&app.db).await.map_err(|e| (e.to_string(), DATABASE_MEND))?;
    if let Some((since, why)) = &state.sales_stopped {
        return Err((
            format!("sales have stopped since {}: {why}", since.format("%Y-%m-%d %H:%M UTC")),
            "fill up the balance at the supplier",
        ));
    }
    let plans = app.catalogue.snapshot().len();
    match state.synced_at {
        Some(at) if plans > 0 && clock::now() - at < TimeDelta::days(1) => {
            Ok(format!("{plans} plans, synced {}", at.format("%Y-%m-%d %H:%M UTC")))
        }
        Some(at) if plans > 0 => Err((
            format!("last synced {}", at.format("%Y-%m-%d %H:%M UTC")),
            "see the log of the worker, then run `esim-storefront sync-catalogue`",
        )),
        _ => Err(("empty".to_owned(), "run `esim-storefront sync-catalogue`")),
    }
}
