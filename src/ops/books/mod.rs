//! `verify-books`: our books beside Stripe's and the supplier's, both ways, a line for each thing
//! that differs. Repairs nothing; a payment of ours that no order here knows is kept, so that it
//! can be sent back.

mod account;
mod comparison;
mod report;
mod supplier;

use std::io::IsTerminal;

use anyhow::bail;
use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use tokio_util::sync::CancellationToken;

use crate::app::App;
use crate::config::Config;
use crate::db::{alerts, cursors};
use crate::serve;
use comparison::Comparison;
use domain::alert::{Alert, AlertKind};
use domain::books::Kind;
use domain::mode::Mode;
use report::Report;

/// What is compared unless somebody says since when: most disputes and failed refunds are known by
/// then.
const DAYS: i64 = 90;
/// A comparison that was broken off is gone on with for so long.
const GO_ON: TimeDelta = TimeDelta::hours(24);

/// What to compare, and how to tell.
#[derive(Debug, Clone, clap::Args)]
pub struct Options {
    /// Compare what was captured from this day on, by UTC; 90 days without it.
    #[arg(long, value_name = "YYYY-MM-DD")]
    since: Option<NaiveDate>,
    /// One JSON object instead of lines.
    #[arg(long)]
    json: bool,
}

/// A comparison that was broken off.
#[derive(Debug, Serialize, Deserialize)]
struct Broken {
    since: DateTime<Utc>,
    until: DateTime<Utc>,
    position: DateTime<Utc>,
    report: Report,
}

/// Compares, tells, and answers whether anything differs.
///
/// # Errors
/// When the database does not answer. What Stripe or the supplier do not answer is told in its
/// line.
pub async fn verify(config: Config, options: Options) -> anyhow::Result<bool> {
    let app = serve::open(config, &CancellationToken::new()).await?;
    let now = app.clock.now();
    let since = options.since.map_or(now - TimeDelta::days(DAYS), |day| {
        day.and_time(NaiveTime::MIN).and_utc()
    });
    // A day's comparison is one that can be gone on with, whenever of that day it was begun.
    let since = since.date_naive().and_time(NaiveTime::MIN).and_utc();
    let name = format!(
        "verify_books:{}:{}",
        mode(&app).as_str(),
        since.date_naive()
    );
    let mut comparison = match broken(&app, &name, since, now).await? {
        Some(broken) => {
            eprintln!(
                "going on where it stopped: {} payments are compared",
                broken.report.payments
            );
            Comparison::go_on(
                &app,
                (broken.since, broken.until),
                broken.position,
                broken.report,
            )
            .await
        }
        None => Comparison::begin(&app, since, now).await,
    };
    while comparison.step().await? {
        let broken = Broken {
            since,
            until: comparison.until(),
            position: comparison.position(),
            report: comparison.report().clone(),
        };
        let mut db = app.db.acquire().await?;
        cursors::write(&mut db, &name, &serde_json::to_string(&broken)?).await?;
        progress(&comparison);
    }
    let report = comparison.finish().await?;
    let mut db = app.db.acquire().await?;
    cursors::forget(&mut db, &name).await?;
    drop(db);
    tell(&app, &report, since <= now - TimeDelta::days(DAYS)).await?;
    if options.json {
        println!(
            "{}",
            serde_json::to_string_pretty(&report.as_json(mode(&app), since, now))?
        );
    } else {
        print!("{}", report.in_words(mode(&app), since));
    }
    Ok(!report.agrees())
}

async fn broken(
    app: &App,
    name: &str,
    since: DateTime<Utc>,
    now: DateTime<Utc>,
) -> anyhow::Result<Option<Broken>> {
    let stored = cursors::read(&app.db, name).await?;
    // One that another release wrote is begun anew.
    let broken = stored.and_then(|text| serde_json::from_str::<Broken>(&text).ok());
    Ok(broken.filter(|broken| broken.since == since && now - broken.until < GO_ON))
}

/// Every mismatch of all time in words; empty when the books agree. What a supplier who is away
/// would say is left out.
///
/// # Errors
/// When the database or Stripe does not answer.
pub async fn find(app: &App) -> anyhow::Result<Vec<String>> {
    let mut comparison = Comparison::begin(app, DateTime::UNIX_EPOCH, app.clock.now()).await;
    while comparison.step().await? {}
    let report = comparison.finish().await?;
    if let Some(silence) = report
        .faults()
        .find(|fault| fault.kind == Kind::Unanswered && fault.about.starts_with("Stripe"))
    {
        bail!("{silence}");
    }
    Ok(report.mismatches().map(ToString::to_string).collect())
}

/// What differs of the last day's payments, refunds and purchases.
///
/// # Errors
/// When the database, Stripe or the supplier does not answer.
pub async fn of_last_day(app: &App) -> anyhow::Result<Vec<String>> {
    let now = app.clock.now();
    let mut comparison = Comparison::begin(app, now - TimeDelta::days(1), now).await;
    while comparison.step().await? {}
    let report = comparison.finish().await?;
    let differ: Vec<String> = report.mismatches().map(ToString::to_string).collect();
    match report
        .faults()
        .find(|fault| fault.kind == Kind::Unanswered)
        .filter(|_| differ.is_empty())
    {
        Some(silence) => bail!("{silence}"),
        None => Ok(differ),
    }
}

fn mode(app: &App) -> Mode {
    Mode::of(app.config.stripe.livemode())
}

fn progress(comparison: &Comparison) {
    if std::io::stderr().is_terminal() {
        let report = comparison.report();
        let day = comparison.position().format("%Y-%m-%d");
        eprint!(
            "\r{} payments and {} orders at the supplier compared, until {day} ",
            report.payments, report.purchases
        );
        if comparison.position() >= comparison.until() {
            eprintln!();
        }
    }
}

/// The alert stands from one comparison that found something to the next that did not. `whole`:
/// nothing younger than [`DAYS`] was left out.
async fn tell(app: &App, report: &Report, whole: bool) -> Result<(), crate::db::Error> {
    let now = app.clock.now();
    let mut db = app.db.acquire().await?;
    if whole && report.faults().all(|fault| fault.kind != Kind::Unanswered) {
        cursors::write_time(&mut db, cursors::BOOKS_COMPARED, now).await?;
    }
    let kind = AlertKind::BooksMismatch;
    match report.mismatches().count() {
        0 => alerts::resolve(&mut db, kind, "", now).await.map(drop),
        many => {
            let what =
                format!("the books do not agree with Stripe's or the supplier's in {many} places");
            let alert = Alert {
                kind,
                subject: "",
                what: &what,
                mend: "run `verify-books`: each line says what to do",
                order_id: None,
            };
            alerts::raise(&mut db, &alert, now).await.map(drop)
        }
    }
}
