//! Pretend money and real money, fenced: how far test orders reach, and their end when the shop
//! goes live. The supplier has no test mode: whatever is asked of it is paid for.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Error, JobOutcome};
use crate::app::App;
use crate::db::lines::Line;
use crate::db::orders::Order;
use crate::db::{Connection, alerts, modes};
use domain::alert::{Alert, AlertKind};

/// How often an order of real money is looked at while the key is one for tests.
const AGAIN: TimeDelta = TimeDelta::hours(1);

const TEST_MODE: Alert<'static> = Alert {
    kind: AlertKind::TestMode,
    subject: "",
    what: "Stripe's key is one for tests: real eSIMs are bought with pretend money",
    mend: "put the live key into STRIPE_SECRET_KEY when you are ready (docs/deploy.md, Going \
           live); until then TEST_BUYERS and \
           TEST_ORDERS_PER_DAY say who may buy, and how much",
    order_id: None,
};

/// At the start of a process: test mode is told, and a live key ends every test order.
///
/// # Errors
/// The database's.
pub async fn begin(app: &App) -> Result<(), Error> {
    let now = app.clock.now();
    let mut db = app.db.acquire().await?;
    if app.config.test_mode() {
        tracing::warn!("{}", TEST_MODE.what);
        alerts::raise(&mut db, &TEST_MODE, now).await?;
    } else {
        alerts::resolve(&mut db, TEST_MODE.kind, TEST_MODE.subject, now).await?;
    }
    drop(db);
    end_tests(app).await
}

/// Under a live key a test order is over: Stripe does not know it any more, and nobody paid for
/// what the supplier would sell. Told again, it ends what another process with the old key has
/// begun meanwhile.
///
/// # Errors
/// The database's.
pub async fn end_tests(app: &App) -> Result<(), Error> {
    if !app.config.stripe.livemode() {
        return Ok(());
    }
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let orders = modes::lock_tests(&mut tx).await?;
    if orders.is_empty() {
        return Ok(());
    }
    let open = modes::record_event(&mut tx, &orders, now).await?;
    modes::drop_jobs(&mut tx, &orders).await?;
    modes::end(&mut tx, &orders, now).await?;
    tx.commit().await?;
    tracing::warn!(
        orders = orders.len(),
        lines.open = open,
        "the shop takes real payments now: its test orders have ended"
    );
    Ok(())
}

/// What an order of the other mode comes to: one of tests is over, and one of real money waits for
/// the key that can move it. `None` for an order of this key's mode.
#[must_use]
pub fn of_the_other(app: &App, order: &Order) -> Option<JobOutcome> {
    match (order.livemode, app.config.stripe.livemode()) {
        (true, false) => Some(JobOutcome::RetryAt(app.clock.now() + AGAIN)),
        (false, true) => Some(JobOutcome::Done),
        // A process with the old key goes on for a while; what was ended stays so.
        (false, false) => order.test_ended.then_some(JobOutcome::Done),
        (true, true) => None,
    }
}

/// Why a test order's line is refunded instead of bought; `None` where pretend money may buy, or
/// real money does. What may have been bought by an earlier call goes on under its key.
#[must_use]
pub fn refusal(app: &App, order: &Order, line: &Line) -> Option<&'static str> {
    let refused =
        !order.livemode && line.calls == 0 && !app.config.tests.admits(order.email.as_deref());
    refused.then_some("test mode: only the addresses in TEST_BUYERS get an eSIM")
}

/// Counts a call that is about to be committed, if it is the first one of a test order's line;
/// `false` when the day's number is reached and it must not be made.
///
/// # Errors
/// The database's.
pub(super) async fn count(
    tx: &mut Connection,
    app: &App,
    order: &Order,
    line: &Line,
    now: DateTime<Utc>,
) -> Result<bool, Error> {
    let rules = &app.config.tests;
    if order.livemode || !rules.counts() || !modes::is_first_call(tx, line.id).await? {
        return Ok(true);
    }
    Ok(modes::count(tx, now.date_naive(), rules.orders_per_day).await?)
}

/// Why a line is refunded that [`count`] refused.
pub(super) const ENOUGH: &str =
    "test mode: as many eSIMs as TEST_ORDERS_PER_DAY allows were bought today";
