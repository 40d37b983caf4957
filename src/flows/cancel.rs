//! Giving back what was never used: a promise is written down, the package ended at the supplier,
//! the money sent. In that order, once each.
//!
//! What was decided for each end of the story:
//! - Nothing is ended unless the promised refund is written in the same transaction as the end;
//!   Postgres refuses it otherwise.
//! - Before each attempt the package is read back. `PENDING`: it is ended. `TERMINATED`: an answer
//!   of ours was lost, and the promise stands. Anything else: it was started meanwhile; it is kept,
//!   nothing goes back, and the traveller is told.
//! - `need_refund: false`, or no word on it, after we had seen `PENDING`: the traveller keeps the
//!   promise, the shop bears the cost, and a person is called to ask the supplier.
//! - An unclear answer is asked about again for a day; then a person is called, and it is still
//!   asked about, every hour. A promise is never dropped while the package may have ended.
//! - While a dispute holds the order nothing is ended; what has gone back another way meanwhile is
//!   not sent again.
//! - A second press, another tab, another process find the promise there and change nothing.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::{Error, JobOutcome, mail_queue, modes, refund, usage, withdraw};
use crate::app::App;
use crate::db::cancellations::{self, Asked, Promise};
use crate::db::history::{self, Actor, Entry};
use crate::db::orders::{self, Order};
use crate::db::packages::{self, OwnedPackage, PackageLine};
use crate::db::refunds::{self, Intent};
use crate::db::{Connection, jobs, lines, supplier_orders, withdrawals};
use crate::fail_at;
use domain::cancel::{self, Facts, Next, NotBack, Rules, Terms};
use domain::history::EventKind;
use domain::job::Job;
use domain::line::LineState;
use domain::money::Money;
use domain::package::PackageStatus;
use domain::refund::Cause;
use domain::withdrawal;

/// For how long an unclear answer is asked about before a person is called.
const PATIENCE: TimeDelta = TimeDelta::hours(24);
/// How often it is asked about then.
const AFTER_THAT: TimeDelta = TimeDelta::hours(1);

/// What came of a traveller's wish.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wished {
    /// The promise is written down, now or before; what follows happens by itself.
    Promised,
    /// Another amount comes back than the page said; nothing was done.
    Changed(Terms),
    /// It cannot be given back; nothing was done.
    Not(NotBack),
}

/// What comes back for a package now, by the owner's rules.
///
/// # Errors
/// [`NotBack`]
pub fn terms(app: &App, owned: &OwnedPackage, now: DateTime<Utc>) -> Result<Terms, NotBack> {
    terms_of(app, owned, now, now)
}

/// The same for what was stated at another time: that time counts for the right of withdrawal.
///
/// # Errors
/// [`NotBack`]
pub(super) fn terms_of(
    app: &App,
    owned: &OwnedPackage,
    stated_at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<Terms, NotBack> {
    let line = owned.line.as_ref().ok_or(NotBack::NotDelivered)?;
    let shop = &app.config.shop;
    let rules = Rules {
        allowed: shop.cancel.allowed,
        fee: shop.cancel_fee().ok_or(NotBack::NotAllowed)?,
        window_days: shop.cancel.window_days,
    };
    // Money of the other mode cannot be sent back with today's key.
    if line.livemode != app.config.stripe.livemode() {
        return Err(NotBack::NotAllowed);
    }
    let delivered_at = line
        .delivered_at
        .filter(|_| line.state == LineState::Delivered);
    let by_right =
        delivered_at.is_some_and(|at| withdrawal::applies(line.country.as_deref(), at, stated_at));
    // A fee is in the shop's currency of today; an order of another one is not cancelled
    // automatically.
    if rules.fee.currency != line.price.currency && !by_right {
        return Err(NotBack::NotAllowed);
    }
    let facts = Facts {
        price: line.price,
        delivered_at,
        package: &owned.package,
        back: line.back,
        refund_under_way: line.refund_under_way,
        held: line.held,
        start_asked: line.start.as_deref().is_some_and(|state| state != "kept"),
        by_right,
    };
    cancel::terms(&rules, &facts, now)
}

/// Promises the refund that the page showed, and sets the rest in motion. `iccid` is the eSIM whose
/// owner asks, `shown` what the page said would come back.
///
/// # Errors
/// [`Error`]: the supplier does not show the package now, or the database failed; nothing was done.
pub async fn ask(app: &App, iccid: &str, line_id: Uuid, shown: Money) -> Result<Wished, Error> {
    ask_of(app, iccid, line_id, shown, app.clock.now()).await
}

/// The same for what was stated at another time.
///
/// # Errors
/// As [`ask`].
pub(super) async fn ask_of(
    app: &App,
    iccid: &str,
    line_id: Uuid,
    shown: Money,
    stated_at: DateTime<Utc>,
) -> Result<Wished, Error> {
    if let Some(done) = find(app, iccid, line_id)
        .await?
        .and_then(|o| o.line)
        .and_then(|l| l.cancellation)
    {
        tracing::info!(line.id = %line_id, cancellation.state = ?done.state, "a package was given \
                                                                              back again");
        return Ok(Wished::Promised);
    }
    // What the page showed may be a minute old; a promise is made on what is true now.
    usage::read(app, iccid).await?;
    let now = app.clock.now();
    let Some(owned) = find(app, iccid, line_id).await? else {
        return Ok(Wished::Not(NotBack::NotDelivered));
    };
    let terms = match terms_of(app, &owned, stated_at, now) {
        Ok(terms) if terms.back == shown => terms,
        Ok(terms) => return Ok(Wished::Changed(terms)),
        Err(why) => return Ok(Wished::Not(why)),
    };
    let Some(line) = &owned.line else {
        return Ok(Wished::Not(NotBack::NotDelivered));
    };
    promise(app, line, &owned.package.supplier_order_id, &terms, now).await
}

async fn promise(
    app: &App,
    line: &PackageLine,
    supplier_order_id: &str,
    terms: &Terms,
    now: DateTime<Utc>,
) -> Result<Wished, Error> {
    let mut tx = app.db.begin().await?;
    let order = orders::lock(&mut tx, line.order_id).await?;
    if order.held() {
        return Ok(Wished::Not(NotBack::Held));
    }
    if cancellations::start_open(&mut tx, line.id).await? {
        return Ok(Wished::Not(NotBack::Started));
    }
    // What went back in the Dashboard may belong to no line; a promise needs the room that it left.
    if refunds::is_unsettled(&mut tx, line.id).await?
        || refunds::room(&mut tx, line.order_id).await? < terms.back.minor
    {
        return Ok(Wished::Not(NotBack::Refunded));
    }
    let promise = Promise {
        line_id: line.id,
        order_id: line.order_id,
        supplier_order_id,
        refund_minor: terms.back.minor,
        fee_minor: terms.fee.minor,
    };
    if cancellations::promise(&mut tx, &promise, now).await? {
        let detail = format!("{} promised, {} kept", terms.back, terms.fee);
        let entry = Entry {
            order_id: line.order_id,
            line_id: Some(line.id),
            event: EventKind::GiveBackAsked,
            detail: Some(&detail),
            actor: Actor::Traveller,
        };
        history::record_event(&mut tx, &entry, now).await?;
        jobs::enqueue(&mut tx, &Job::Cancel(line.id), now, now).await?;
    }
    fail_at::reach("before_promise_commit");
    tx.commit().await?;
    fail_at::reach("after_promise_commit");
    Ok(Wished::Promised)
}

async fn find(app: &App, iccid: &str, line_id: Uuid) -> Result<Option<OwnedPackage>, Error> {
    let all = packages::of_esim(&app.db, iccid).await?;
    Ok(all
        .into_iter()
        .find(|owned| owned.line.as_ref().is_some_and(|line| line.id == line_id)))
}

/// Keeps a promise: ends the package at the supplier, and sends the money on its way.
///
/// # Errors
/// [`Error`]; told again from the beginning.
pub async fn process_cancellation(app: &App, line_id: Uuid) -> Result<JobOutcome, Error> {
    let Some(asked) = cancellations::asked(&app.db, line_id).await? else {
        return Ok(JobOutcome::Done);
    };
    let Some(order) = orders::load(&app.db, asked.order_id).await? else {
        return Ok(JobOutcome::Done);
    };
    if let Some(rest) = modes::of_the_other(app, &order) {
        return Ok(rest);
    }
    if order.held() {
        // Nothing could be sent back now, so nothing is ended.
        return Ok(JobOutcome::RetryAt(app.clock.now() + AFTER_THAT));
    }
    match attempt(app, &asked).await {
        Ok(Attempt::Ended(need_refund)) => ended(app, &order, line_id, &asked, need_refund).await,
        Ok(Attempt::Started) => kept(app, &order, line_id).await,
        Err(error) => {
            let now = app.clock.now();
            if now - asked.asked_at < PATIENCE {
                return Err(error);
            }
            tracing::error!(order.number = %order.number, error.message = %error, "what a traveller gives back could not be ended for a day");
            let mut db = app.db.acquire().await?;
            orders::flag(
                &mut db,
                order.id,
                "given back, but the supplier does not say whether it has ended",
            )
            .await?;
            Ok(JobOutcome::RetryAt(now + AFTER_THAT))
        }
    }
}

enum Attempt {
    /// With what the supplier said of giving its price back.
    Ended(Option<bool>),
    Started,
}

/// One look, and one call if it is needed. No transaction is open meanwhile.
async fn attempt(app: &App, asked: &Asked) -> Result<Attempt, Error> {
    let seen = app.supplier.order(&asked.supplier_order_id).await?;
    let status = seen
        .subscription
        .status
        .as_deref()
        .map(PackageStatus::parse);
    match cancel::next(status.as_ref()) {
        Next::Ended => return Ok(Attempt::Ended(None)),
        Next::Keep => return Ok(Attempt::Started),
        Next::End => {}
    }
    fail_at::reach("before_terminate");
    let answer = app.supplier.terminate(&asked.supplier_order_id).await;
    fail_at::reach("after_terminate");
    Ok(Attempt::Ended(answer?.need_refund))
}

/// Decides to send what was promised. Somebody in Stripe's Dashboard may have been quicker: what is
/// back already is not sent twice.
async fn promise_refund(
    tx: &mut Connection,
    order: &Order,
    line: &lines::Line,
    asked: &Asked,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let currency = order.total.currency.lower();
    let attempt = refunds::next_attempt(tx, line.id).await?;
    let promised = Intent {
        amount_minor: asked.refund_minor,
        currency: &currency,
        attempt,
        cause: Cause::Cancelled,
        reason: Some("given back unused"),
    };
    let left = refunds::room(tx, order.id)
        .await?
        .min(refunds::left_of_line(tx, line.id).await?);
    if left >= asked.refund_minor && !refunds::is_unsettled(tx, line.id).await? {
        refunds::intend(tx, line, &promised, now).await?;
        return Ok(());
    }
    refunds::call_off(tx, line, &promised, now).await?;
    if refunds::in_dashboard(tx, order.id).await? < asked.refund_minor {
        orders::flag(tx, order.id, refund::TOO_LITTLE).await?;
    }
    Ok(())
}

/// It has ended: the line, the refund and the history in one transaction.
async fn ended(
    app: &App,
    order: &Order,
    line_id: Uuid,
    asked: &Asked,
    need_refund: Option<bool>,
) -> Result<JobOutcome, Error> {
    let now = app.clock.now();
    let all = lines::of_order(&app.db, order.id, now).await?;
    let line = all
        .iter()
        .find(|l| l.id == line_id)
        .ok_or(Error::NotYet("the line that is given back is not there"))?;
    let mut tx = app.db.begin().await?;
    orders::lock(&mut tx, order.id).await?;
    if !cancellations::lock_asked(&mut tx, line_id).await? {
        return Ok(JobOutcome::Done);
    }
    cancellations::ended(&mut tx, line_id, need_refund, now).await?;
    supplier_orders::terminated(&mut tx, &asked.supplier_order_id, now).await?;
    packages::ended(&mut tx, &asked.supplier_order_id, now).await?;
    promise_refund(&mut tx, order, line, asked, now).await?;
    let said = match need_refund {
        Some(true) => "the supplier gives its price back",
        Some(false) => "the supplier gives nothing back",
        None => "the supplier did not say whether it gives its price back",
    };
    record_event(&mut tx, order, line_id, EventKind::GivenBack, said, now).await?;
    if need_refund != Some(true) {
        tracing::warn!(order.number = %order.number, "a package was given back, and {said}");
        orders::flag(
            &mut tx,
            order.id,
            &format!("given back unused; {said}: ask it"),
        )
        .await?;
    }
    jobs::enqueue(&mut tx, &Job::Order(order.id), now, now).await?;
    fail_at::reach("before_given_back_commit");
    tx.commit().await?;
    fail_at::reach("after_given_back_commit");
    Ok(JobOutcome::Done)
}

/// It was started meanwhile: nothing is ended, and the traveller hears of it.
async fn kept(app: &App, order: &Order, line_id: Uuid) -> Result<JobOutcome, Error> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    if cancellations::lock_asked(&mut tx, line_id).await? {
        let why = "it had been started before it could be ended";
        cancellations::kept(&mut tx, line_id, why, now).await?;
        record_event(&mut tx, order, line_id, EventKind::NotGivenBack, why, now).await?;
        mail_queue::not_given_back(&mut tx, order, line_id, now).await?;
        if withdrawals::back_to_a_person(&mut tx, order.id, now).await? {
            withdraw::call(
                &mut tx,
                order,
                "its plan was started before it could be ended",
                now,
            )
            .await?;
        }
    }
    tx.commit().await?;
    Ok(JobOutcome::Done)
}

async fn record_event(
    tx: &mut Connection,
    order: &Order,
    line_id: Uuid,
    event: EventKind,
    detail: &str,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let entry = Entry {
        order_id: order.id,
        line_id: Some(line_id),
        event,
        detail: Some(detail),
        actor: Actor::Worker,
    };
    history::record_event(tx, &entry, now)
        .await
        .map_err(Error::from)
}
