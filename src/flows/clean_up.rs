//! Forgetting what need not be kept: used-up links and keys, ended sign-ins, old counters, and what
//! `[privacy]` gives a term. Addresses of before get their one spelling, and codes the seal of the
//! first key.

use chrono::{DateTime, TimeDelta, Utc};

use super::people::{self, ListError};
use super::{Error, JobOutcome, codes, desk};
use crate::app::App;
use crate::db::{
    self, esim_keys, invoices, logins, mails, orders, plan_views, rate_limits, stripe_events,
    supplier_events, tellings, webhooks,
};

/// For how many days requests are counted.
pub const COUNTS_KEPT_DAYS: u32 = 1;
/// How many rows go at a time, so that nothing is locked for long.
const AT_ONCE: i32 = 1000;

/// One round.
///
/// # Errors
/// [`Error`]; another round follows.
pub async fn run(app: &App) -> Result<JobOutcome, Error> {
    let now = app.clock.now();
    logins::forget_expired(&app.db, now).await?;
    desk::tidy(app, now).await?;
    esim_keys::forget_expired(&app.db, now).await?;
    orders::respell(&app.db).await?;
    tellings::forget(&app.db, now - TimeDelta::days(30)).await?;
    webhooks::forget(&app.db, now).await?;
    plan_views::forget(&app.db, now).await?;
    let privacy = &app.config.shop.privacy;
    let before = |days: u32| now - TimeDelta::days(i64::from(days));
    rate_limits::forget(&app.db, before(COUNTS_KEPT_DAYS)).await?;
    // None of them keeps the others from being forgotten.
    let orders =
        all(|| orders::delete_never_paid(&app.db, before(privacy.unpaid_orders), AT_ONCE)).await;
    let mails = all(|| mails::forget(&app.db, before(privacy.mails), AT_ONCE.into())).await;
    let events = all(|| forget_events(app, before(privacy.events))).await;
    let invoices = all(|| invoices::forget(&app.db, before(privacy.invoices), AT_ONCE)).await;
    let codes = codes::seal_anew(app).await;
    // Whoever an older backup brought back, and could not be forgotten again at the start.
    let again = forget_again(app).await;
    orders.and(mails).and(events).and(invoices)?;
    codes?;
    again?;
    Ok(JobOutcome::Done)
}

async fn forget_again(app: &App) -> Result<(), db::Error> {
    let Some(path) = &app.config.forgotten_file else {
        return Ok(());
    };
    match people::forget_again(app, path).await {
        Ok(_) => Ok(()),
        Err(ListError::Db(error)) => Err(error),
        Err(error) => {
            tracing::error!(error.message = %error, "who was forgotten could not be read: mend \
                                                     FORGOTTEN_FILE");
            Ok(())
        }
    }
}

async fn forget_events(app: &App, before: DateTime<Utc>) -> Result<u64, db::Error> {
    let theirs = supplier_events::forget(&app.db, before, AT_ONCE.into()).await?;
    Ok(theirs.max(stripe_events::forget(&app.db, before, AT_ONCE.into()).await?))
}

/// Until a round finds less than it may take.
async fn all<F: Future<Output = Result<u64, db::Error>>>(
    mut some: impl FnMut() -> F,
) -> Result<(), db::Error> {
    while some().await? >= u64::from(AT_ONCE.unsigned_abs()) {}
    Ok(())
}
