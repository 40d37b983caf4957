//! Which story each kind of job tells: one match.

use chrono::TimeDelta;

use crate::app::App;
use crate::db::jobs::Lease;
use crate::flows::{
    Error, JobOutcome, alerts, cancel, clean_up, fees, fulfilment, mail_render, orphan, payment,
    price_table, reconcile, recovery, refund, remind, selling, start, stray, stripe_events, sync,
    tell, usage, withdraw,
};
use domain::job::Job;

pub(super) async fn run(app: &App, job: &Job, lease: &Lease) -> Result<JobOutcome, Error> {
    match job {
        Job::Order(id) => Box::pin(fulfilment::fulfil_order(app, *id)).await,
        Job::Line(id) => Box::pin(fulfilment::buy(app, *id, lease)).await,
        Job::StripeEvent(id) => {
            Box::pin(stripe_events::handle_event(app, id, Some(lease.token))).await
        }
        Job::StrayRefund(id) => stray::send_back(app, id).await,
        Job::ReadPage(id) => payment::look_now(app, *id).await,
        Job::Refunds(id) => refund::compare(app, *id).await,
        Job::SupplierEvent(id) => usage::handle_event(app, *id).await,
        Job::Mail(id) => mail_render::send_mail(app, *id, Some(lease), app.clock.now())
            .await
            .map_err(Error::from),
        Job::Terminate(id) => orphan::end(app, id).await,
        Job::Cancel(id) => cancel::process_cancellation(app, *id).await,
        Job::Start(id) => start::process_start(app, *id).await,
        Job::Withdraw(id) => withdraw::carry_out(app, *id).await,
        Job::Fee(id) => fees::read(app, *id, lease).await,
        Job::Remind => remind::run(app).await,
        Job::SyncCatalogue => sync::run(app).await,
        Job::Reconcile => reconcile::run(app).await,
        Job::CleanUp => clean_up::run(app).await,
        Job::Watch => {
            recovery::notice_another_database(app).await?;
            let told = alerts::run(app).await;
            selling::watch(app).await?;
            price_table::write_down(app).await?;
            told
        }
        Job::AlertPosts => tell::deliver(app).await,
    }
}

/// How long a periodic job rests.
pub(super) fn period(app: &App, job: &Job) -> Option<TimeDelta> {
    let period = match job {
        Job::SyncCatalogue => app.config.catalogue_sync_interval,
        Job::Reconcile => app.config.reconcile_interval,
        Job::Watch => std::time::Duration::from_secs(15),
        Job::Remind | Job::CleanUp => std::time::Duration::from_secs(60 * 60),
        Job::Order(_)
        | Job::Line(_)
        | Job::StripeEvent(_)
        | Job::StrayRefund(_)
        | Job::ReadPage(_)
        | Job::Refunds(_)
        | Job::SupplierEvent(_)
        | Job::Mail(_)
        | Job::Terminate(_)
        | Job::Cancel(_)
        | Job::Start(_)
        | Job::Withdraw(_)
        | Job::Fee(_)
        | Job::AlertPosts => return None,
    };
    TimeDelta::from_std(period).ok()
}
