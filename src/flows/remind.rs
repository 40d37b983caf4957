//! Reminding travellers of plans that must be started soon. Every hour; each reminder once for each
//! plan, and never by night.

use super::{Error, JobOutcome, mail_queue, usage};
use crate::app::App;
use crate::db::packages;
use crate::db::reminders::{self, Waiting};
use domain::esim;
use domain::reminder::Reminder;

/// How often the supplier may be silent in one round before it is asked no more: an hour later is
/// early enough.
const PATIENCE: usize = 3;

/// One round.
///
/// # Errors
/// The database's. What was queued stays queued; the rest is looked at again.
pub async fn run(app: &App) -> Result<JobOutcome, Error> {
    let mut silences = 0;
    for reminder in Reminder::ALL {
        let (more_than, up_to) = reminder.span();
        let now = app.clock.now();
        for plan in
            reminders::waiting(&app.db, reminder.kind(), now + more_than, now + up_to).await?
        {
            let heard = silences < PATIENCE && read_back(app, &plan).await?;
            silences += usize::from(!heard);
            // Better once too often than a plan that lapses: on the last day the last known state
            // has to do.
            if heard || reminder == Reminder::LastDay {
                remind(app, reminder, &plan).await?;
            }
        }
    }
    Ok(JobOutcome::Done)
}

/// Whether the supplier has just shown the plan.
async fn read_back(app: &App, plan: &Waiting) -> Result<bool, Error> {
    match usage::read(app, &plan.iccid).await {
        Ok(()) => Ok(true),
        Err(Error::Supplier(error)) => {
            tracing::warn!(esim.iccid_ends = esim::ending(&plan.iccid), error.message = %error, "the supplier did not show a plan that is to be started soon");
            Ok(false)
        }
        Err(error) => Err(error),
    }
}

/// Queues the reminder, unless the plan has started meanwhile or its day has changed.
async fn remind(app: &App, reminder: Reminder, plan: &Waiting) -> Result<(), Error> {
    let now = app.clock.now();
    let all = packages::of_esim(&app.db, &plan.iccid).await?;
    let seen = all
        .iter()
        .find(|o| o.line.as_ref().is_some_and(|l| l.id == plan.line_id));
    // None once it has started.
    match seen.and_then(|o| o.package.start_by) {
        Some(start_by) if Reminder::due(start_by, now) == Some(reminder) => {
            mail_queue::reminder(app, reminder, plan, now).await
        }
        _ => Ok(()),
    }
}
