//! Trouble is told: what stands in the database is raised and resolved here, by one comparison;
//! what only the moment knows is raised by whom it meets, through here as well.

use std::time::Duration;

use chrono::TimeDelta;

use super::{Error, JobOutcome, hooks, tell};
use crate::app::App;
use crate::db::{self, alerts, jobs, mails, products};
use crate::stripe::Right;
use domain::alert::{Alert, AlertKind};
use domain::job::Job;
use domain::mail_fault::Step;

/// One round: alerts for what is wrong now, and an end to those whose cause has ended.
///
/// # Errors
/// [`Error`]; another round follows.
pub async fn run(app: &App) -> Result<JobOutcome, Error> {
    for new in alerts::compare(&app.db, app.config.stripe.livemode(), app.clock.now()).await? {
        tracing::error!(alert.kind = %new.kind, "{} → {}", new.what, new.mend);
    }
    mail(app).await?;
    rights(app).await?;
    hooks::watch(app).await?;
    stale(app).await?;
    tell::run(app).await?;
    Ok(JobOutcome::Done)
}

/// A round follows every 15 seconds; after so long without one, nobody knows whether anything is
/// wrong.
const UNWATCHED: TimeDelta = TimeDelta::minutes(2);

/// Whether rounds are made, and end well. While they are not, no alert is no good sign.
///
/// # Errors
/// The database's.
pub async fn is_watched(app: &App) -> Result<bool, db::Error> {
    Ok(!jobs::is_stalled(&app.db, &Job::Watch, app.clock.now() - UNWATCHED).await?)
}

/// Raises an alert, or ends it when nothing is wrong.
pub(super) async fn stand(
    app: &App,
    kind: AlertKind,
    subject: &str,
    wrong: Option<(String, &str)>,
) -> Result<(), Error> {
    let now = app.clock.now();
    let mut db = app.db.acquire().await?;
    match &wrong {
        None => {
            alerts::resolve(&mut db, kind, subject, now).await?;
        }
        Some((what, mend)) => {
            if alerts::stand(
                &mut db,
                &Alert {
                    kind,
                    subject,
                    what,
                    mend,
                    order_id: None,
                },
                now,
            )
            .await?
            {
                tracing::error!(alert.kind = kind.as_str(), "{what} → {mend}");
            }
        }
    }
    Ok(())
}

/// Mails that do not leave, and letters to the owner that nobody gets.
async fn mail(app: &App) -> Result<(), Error> {
    let now = app.clock.now();
    let trouble = mails::trouble(&app.db, now).await?.map(|trouble| {
        let since = trouble.since.format("%Y-%m-%d %H:%M UTC");
        let what = match trouble.mails {
            1 => format!("a mail does not leave since {since}, {}", trouble.said),
            mails => format!("{mails} mails do not leave since {since}, {}", trouble.said),
        };
        (
            what,
            Step::read(&trouble.step).unwrap_or(Step::Connect).mend(),
        )
    });
    stand(app, AlertKind::MailFailing, "", trouble).await?;
    let owner = mails::owner_unreachable(&app.db, now).await?.map(|said| {
        (
            format!("mails to the owner are refused, {said}"),
            OWNER_MEND,
        )
    });
    stand(app, AlertKind::MailFailing, "owner", owner).await
}

/// After so long without a sync no payment page opens for what the supplier does not confirm.
const OLD: TimeDelta = TimeDelta::hours(6);

/// A catalogue that has not been synced for long.
async fn stale(app: &App) -> Result<(), Error> {
    let synced = products::state(&app.db)
        .await?
        .synced_at
        .filter(|at| app.clock.now() - *at > OLD);
    let old = synced.map(|at| {
        let what = format!(
            "the catalogue was last synced {}",
            at.format("%Y-%m-%d %H:%M UTC")
        );
        (
            what,
            "see the worker's log for what the supplier answers; `esim-storefront \
             sync-catalogue` tries it now",
        )
    });
    stand(app, AlertKind::CatalogueStale, "", old).await
}

const OWNER_MEND: &str =
    "correct [owner] alerts_to in shop.toml; `doctor --send-mail ADDRESS` tries an address";

/// A partner that hangs holds up no telling of trouble.
pub(super) const PATIENCE: Duration = Duration::from_secs(3);

/// Rights that were missed are asked for again, so that an alert ends when the right is given.
async fn rights(app: &App) -> Result<(), Error> {
    for subject in alerts::subjects(&app.db, AlertKind::KeyRights).await? {
        let right = Right::ALL
            .into_iter()
            .find(|right| right.as_str() == subject);
        if match right {
            Some(right) => matches!(
                tokio::time::timeout(PATIENCE, app.till.lacks(right)).await,
                Ok(Ok(None))
            ),
            // A release before called it otherwise.
            None => true,
        } {
            alerts::resolve(
                &mut *app.db.acquire().await?,
                AlertKind::KeyRights,
                &subject,
                app.clock.now(),
            )
            .await?;
        }
    }
    Ok(())
}

/// The Stripe key may not read something: told once, until Stripe says that it may.
pub(super) async fn key_rights(app: &App, missing: &[Right]) -> Result<(), Error> {
    for right in missing {
        let what = format!("the Stripe key may not read {}", right.as_str());
        let alert = Alert {
            kind: AlertKind::KeyRights,
            subject: right.as_str(),
            what: &what,
            mend: "add the right to the restricted key in Stripe's Dashboard; until then the shop \
                   relies on events and on the list of refunds",
            order_id: None,
        };
        let mut db = app.db.acquire().await?;
        if alerts::raise(&mut db, &alert, app.clock.now()).await? {
            tracing::error!("{what}");
        }
    }
    Ok(())
}

/// More payment pages were asked for than the shop opens in a minute. It ends by itself when that
/// has not happened for a while.
pub(super) async fn checkout_flood(app: &App, limit: u32) -> Result<(), crate::db::Error> {
    let what = format!(
        "more than {limit} payment pages were asked for within a minute; the rest was turned away"
    );
    let alert = Alert {
        kind: AlertKind::CheckoutFlood,
        subject: "",
        what: &what,
        mend: "if these are buyers, raise checkouts_in_all_per_minute under [limits] in shop.toml; \
               if one network stands out in the log's \
               security lines, block it in front of the shop",
        order_id: None,
    };
    let mut db = app.db.acquire().await?;
    if alerts::raise(&mut db, &alert, app.clock.now()).await? {
        tracing::error!("{what}");
    }
    Ok(())
}
