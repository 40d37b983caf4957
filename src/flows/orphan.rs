//! What was bought and nobody will use is ended at the supplier, and only that. What cannot be
//! ended stays open, is tried again ever more slowly, and is never written down as ended.

use chrono::{DateTime, Utc};

use super::{Error, JobOutcome};
use crate::app::App;
use crate::db::history::{self, Actor, Entry};
use crate::db::supplier_orders::{self, Orphan};
use crate::db::{Connection, alerts};
use crate::esimfx;
use domain::alert::{Alert, AlertKind};
use domain::history::EventKind;
use domain::line::{Sale, pause_before_ending};
use domain::package::PackageStatus;

/// So many tries in vain may be a short trouble of the supplier's.
const TRIES_BEFORE_ALERT: u32 = 3;

/// What became of an attempt to end an orphan.
enum Attempt {
    /// It has ended, now or before; what is said of it.
    Ended(String),
    /// They will not.
    Refused(String),
    /// It is not known, or not yet.
    Open(String),
}

/// Ends an orphan. Whether it is one is asked of the database right before the call.
///
/// # Errors
/// [`Error`]; asked again later.
pub async fn end(app: &App, supplier_order_id: &str) -> Result<JobOutcome, Error> {
    let Some(orphan) = supplier_orders::open_orphan(&app.db, supplier_order_id).await? else {
        return Ok(JobOutcome::Done);
    };
    if orphan.anothers {
        let attempt = Attempt::Refused(
            "the supplier's answer named an eSIM that is somebody else's: nothing is ended by \
             itself"
                .to_owned(),
        );
        settle(app, supplier_order_id, &orphan, attempt).await?;
        return Ok(JobOutcome::Done);
    }
    let attempt = match app.supplier.terminate(supplier_order_id).await {
        Ok(ended) => Attempt::Ended(format!(
            "supplier gives its price back: {}",
            ended
                .need_refund
                .map_or("not said", |yes| if yes { "yes" } else { "no" })
        )),
        Err(error) => look(app, supplier_order_id, error).await,
    };
    settle(app, supplier_order_id, &orphan, attempt).await
}

/// An end that was refused or whose answer was lost may have come before: the order is read.
async fn look(app: &App, supplier_order_id: &str, error: esimfx::Error) -> Attempt {
    if let Ok(read) = app.supplier.order(supplier_order_id).await
        && read.is(supplier_order_id)
    {
        let package = read
            .subscription
            .status
            .as_deref()
            .map(PackageStatus::parse);
        let over = matches!(
            package,
            Some(PackageStatus::Terminated | PackageStatus::Expired)
        );
        if over || (package.is_none() && Sale::of(read.status.as_deref()) == Sale::Off) {
            let word = read.subscription.status.or(read.status).unwrap_or_default();
            return Attempt::Ended(format!("it was over already: {word}"));
        }
    }
    match error {
        esimfx::Error::Refused { .. } => Attempt::Refused(error.to_string()),
        _ => Attempt::Open(error.to_string()),
    }
}

async fn settle(
    app: &App,
    supplier_order_id: &str,
    orphan: &Orphan,
    attempt: Attempt,
) -> Result<JobOutcome, Error> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let record = |event, detail| Entry {
        order_id: orphan.order_id,
        line_id: Some(orphan.line_id),
        event,
        detail,
        actor: Actor::Worker,
    };
    let rest = match &attempt {
        Attempt::Ended(how) => {
            if supplier_orders::terminated(&mut tx, supplier_order_id, now).await? {
                history::record_event(
                    &mut tx,
                    &record(EventKind::Terminated, Some(how.as_str())),
                    now,
                )
                .await?;
            }
            alerts::resolve(&mut tx, AlertKind::OrphanEsim, supplier_order_id, now).await?;
            JobOutcome::Done
        }
        Attempt::Refused(why) | Attempt::Open(why) => {
            let refused = matches!(attempt, Attempt::Refused(_));
            let Some(tried) =
                supplier_orders::not_terminated(&mut tx, supplier_order_id, refused, now).await?
            else {
                return Ok(JobOutcome::Done);
            };
            let tries = u32::try_from(tried.tries).unwrap_or(u32::MAX);
            tracing::warn!(order.number = %orphan.order_number, error.message = %why, tries, "an eSIM that nobody will use could not be ended");
            if tried.first_no {
                history::record_event(
                    &mut tx,
                    &record(EventKind::NotTerminated, Some(why.as_str())),
                    now,
                )
                .await?;
            }
            if refused || tries >= TRIES_BEFORE_ALERT {
                call(&mut tx, supplier_order_id, orphan, now).await?;
            }
            JobOutcome::RetryAt(now + pause_before_ending(tries, app.clock.jitter()))
        }
    };
    tx.commit().await?;
    Ok(rest)
}

/// Tells that it is still open.
async fn call(
    tx: &mut Connection,
    supplier_order_id: &str,
    orphan: &Orphan,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let what = format!(
        "order {}: an eSIM that nobody will use could not be ended at the supplier",
        orphan.order_number
    );
    let mend = format!(
        "end the supplier's order {supplier_order_id} in its portal; it is noticed here when it is \
         over"
    );
    let alert = Alert {
        kind: AlertKind::OrphanEsim,
        subject: supplier_order_id,
        what: &what,
        mend: &mend,
        order_id: Some(orphan.order_id),
    };
    alerts::raise(tx, &alert, now).await?;
    Ok(())
}
