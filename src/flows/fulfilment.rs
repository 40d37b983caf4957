//! The central story: a captured order comes to rest, each line delivered or refunded.
//! [`fulfil_order`] keeps the order's clocks and sends money back, and never waits for the
//! supplier; [`buy`] asks for one line, so that all of an order are asked for side by side. No
//! transaction is open meanwhile.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::answer::Call;
use super::cost::{self, Covered};
use super::outcome::{RefundReason, decide_refund};
use super::topup::{self, Eligible};
use super::{
    Error, JobOutcome, answer, mail_queue, modes, payment, refund, selling, standing, stripe_events,
};
use crate::app::App;
use crate::db::jobs::{self, LEASE, Lease};
use crate::db::lines::{self, Line};
use crate::db::orders::{self, Order};
use crate::db::purchases::{self, Purchase};
use crate::db::{fees, holds, recovery, supplier_calls};
use crate::fail_at;
use domain::breaker::PROBE_EVERY;
use domain::hold;
use domain::job::Job;
use domain::line::{Attempts, ByClock, Clocks, Next, UNREADABLE_PATIENCE};
use domain::second_look::Price;

/// How often a top-up that may have been bought, and that its eSIM is no longer offered, is looked
/// at.
const AGAIN: TimeDelta = TimeDelta::minutes(1);
/// A payment that was read this lately is not read again before the first call.
const READ_LATELY: TimeDelta = TimeDelta::minutes(1);
/// The same between the tries of a line.
const READ_BETWEEN_TRIES: TimeDelta = TimeDelta::minutes(5);
/// How often an order is looked at that waits for a recovery.
const GATED: TimeDelta = TimeDelta::seconds(5);

/// Brings an order to rest as far as can be done without the supplier: until it is paid its page is
/// looked at; then its clocks decide, its refunds are sent, its buyer is told, and each line that
/// is to be bought has a job of its own.
///
/// # Errors
/// [`Error`]; the story is told again from here.
pub async fn fulfil_order(app: &App, order_id: Uuid) -> Result<JobOutcome, Error> {
    let Some(order) = orders::load(&app.db, order_id).await? else {
        return Ok(JobOutcome::Done);
    };
    if let Some(rest) = modes::of_the_other(app, &order) {
        return Ok(rest);
    }
    if order.paid_at.is_none() {
        return payment::look(app, &order).await;
    }
    let (order, all) = as_it_stands(app, order).await?;
    let mut rest = Ok(JobOutcome::Done);
    let mut to_buy = Vec::new();
    let (open, decided): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|line| line.outcome.is_none());
    // The clocks first: they must not wait for Stripe, nor judge by what was so before Stripe
    // answered.
    for line in &open {
        let part = if order.held() || line.held {
            wait_for_release(app, &order, line).await
        } else {
            to_buy.push(line.id);
            by_clock(app, &order, line).await
        };
        rest = both(rest, part);
    }
    if !to_buy.is_empty() {
        jobs::ensure_lines(&app.db, &to_buy, app.clock.now()).await?;
    }
    for line in &decided {
        rest = both(rest, refund::give_back(app, &order, line).await);
    }
    let told = mail_queue::progress(app, &order).await?;
    if matches!((&rest, told), (Ok(JobOutcome::Done), JobOutcome::Done)) {
        fees::ask(&app.db, order.id, app.clock.now()).await?;
    }
    rest.map(|rest| rest.and(told))
}

/// One line's trouble does not keep the others waiting.
fn both(
    before: Result<JobOutcome, Error>,
    part: Result<JobOutcome, Error>,
) -> Result<JobOutcome, Error> {
    match (before, part) {
        (Ok(before), Ok(part)) => Ok(before.and(part)),
        (Err(trouble), _) | (_, Err(trouble)) => Err(trouble),
    }
}

/// The order and its lines. What was heard of the payment comes before what is decided for those
/// that are open.
async fn as_it_stands(app: &App, order: Order) -> Result<(Order, Vec<Line>), Error> {
    let all = lines::of_order(&app.db, order.id, app.clock.now()).await?;
    if all.iter().all(|line| line.outcome.is_some())
        || !stripe_events::handle_waiting(app, &order).await?
    {
        return Ok((order, all));
    }
    let order = orders::load(&app.db, order.id).await?.unwrap_or(order);
    let all = lines::of_order(&app.db, order.id, app.clock.now()).await?;
    Ok((order, all))
}

/// What the clock says of a line that nothing has been decided about, whatever the supplier is
/// doing.
async fn by_clock(app: &App, order: &Order, line: &Line) -> Result<JobOutcome, Error> {
    let now = app.clock.now();
    let paid_at = order.paid_at.unwrap_or(now);
    match line
        .attempts(paid_at)
        .by_clock(&app.clocks(), now, line.last_chance_at)
    {
        ByClock::Wait(until) => Ok(JobOutcome::RetryAt(until)),
        // What was bought for it in the time that a recovery reads is not known yet.
        ByClock::LastChance if recovery::gates(&app.db, order.id).await? => {
            Ok(JobOutcome::RetryAt(now + GATED))
        }
        ByClock::LastChance => {
            let mut tx = app.db.begin().await?;
            lines::give_last_chance(&mut tx, line.id, now).await?;
            jobs::enqueue(&mut tx, &Job::Line(line.id), now, now).await?;
            tx.commit().await?;
            Ok(JobOutcome::RetryAt(now))
        }
        ByClock::Refund { unknown } => {
            give_up(app, order, line, too_late(line, paid_at, now), unknown).await
        }
    }
}

/// Why the clock ends it, in words for operators.
fn too_late(line: &Line, paid_at: DateTime<Utc>, now: DateTime<Utc>) -> &'static str {
    let stale = line.attempts(paid_at).key_is_stale(now);
    if stale {
        "paid so late that its key at the supplier is too old to be used"
    } else {
        "not delivered in time"
    }
}

/// Buys a line of a captured order, or asks again for what may have been bought.
///
/// # Errors
/// [`Error`]; the story is told again from here.
pub async fn buy(app: &App, line_id: Uuid, lease: &Lease) -> Result<JobOutcome, Error> {
    let Some(mut bought) = purchases::load(&app.db, line_id, app.clock.now()).await? else {
        return Ok(JobOutcome::Done);
    };
    if let Some(rest) = modes::of_the_other(app, &bought.order) {
        return Ok(rest);
    }
    if bought.order.paid_at.is_none() {
        return Ok(JobOutcome::Done);
    }
    // What was heard of the payment comes before what is bought for it.
    if bought.unheard && stripe_events::handle_waiting(app, &bought.order).await? {
        bought = purchases::load(&app.db, line_id, app.clock.now())
            .await?
            .unwrap_or(bought);
    }
    let (order, line) = (&bought.order, &bought.line);
    if line.outcome.is_some() || order.held() || line.held {
        // The end of a hold wakes the order, which asks for its lines again.
        return Ok(JobOutcome::Done);
    }
    purchase(app, &bought, lease).await
}

/// The payment is read once more before anything is bought for it, unless that was done a moment
/// ago. What it shows may hold the order or end the line: then the story begins anew.
async fn read_before_buying(
    app: &App,
    order: &Order,
    line: &Line,
    read_at: Option<DateTime<Utc>>,
) -> Result<Option<JobOutcome>, Error> {
    let now = app.clock.now();
    let fresh = if line.calls == 0 {
        READ_LATELY
    } else {
        READ_BETWEEN_TRIES
    };
    if read_at.is_some_and(|at| now - at < fresh) {
        return Ok(None);
    }
    match standing::look(app, order, "before buying").await {
        Ok(_) => {}
        // The supplier may have sold already: Stripe's silence must not keep that from being found
        // out.
        Err(Error::Till(error)) if line.calls > 0 => {
            tracing::warn!(order.number = %order.number, error.message = %error, "a payment could not be read again between tries");
            return Ok(None);
        }
        Err(error) => return Err(error),
    }
    let held = orders::load(&app.db, order.id)
        .await?
        .is_none_or(|order| order.held());
    let decided = lines::outcome(&app.db, line.id).await?.is_some();
    Ok((held || decided).then_some(JobOutcome::RetryAt(now)))
}

/// Held: its clock stands. Held for too long in all, it is refunded instead of bought; so is what
/// could not be read and nobody looked at.
async fn wait_for_release(app: &App, order: &Order, line: &Line) -> Result<JobOutcome, Error> {
    let now = app.clock.now();
    if hold::is_too_long(line.held_for) {
        return give_up(
            app,
            order,
            line,
            "held for more than three days",
            line.unclear_calls > 0,
        )
        .await;
    }
    let end = now + hold::LONGEST - TimeDelta::from_std(line.held_for).unwrap_or(hold::LONGEST)
        + TimeDelta::seconds(1);
    if !line.unreadable {
        return Ok(JobOutcome::RetryAt(end));
    }
    let called_at = holds::supplier_hold_of(&app.db, line.id).await?;
    match called_at.map(|at| at + UNREADABLE_PATIENCE) {
        // It is known what was bought, and it is ended.
        Some(until) if until <= now => {
            give_up(
                app,
                order,
                line,
                "its code could not be read, and nobody looked for a day",
                false,
            )
            .await
        }
        Some(until) => Ok(JobOutcome::RetryAt(until.min(end))),
        None => Ok(JobOutcome::RetryAt(end)),
    }
}

/// Whether a top-up's plan can still be put on its eSIM.
enum Offered {
    /// It can, at this cost where one was told. So can a new eSIM.
    At(Option<Price>),
    /// Not now, or no more.
    Rests(JobOutcome),
}

async fn topup_offer(
    app: &App,
    order: &Order,
    line: &Line,
    attempts: &Attempts,
) -> Result<Offered, Error> {
    let Some(iccid) = &line.target_iccid else {
        return Ok(Offered::At(None));
    };
    let deadline = attempts.deadline(&app.clocks());
    let rest = match topup::still_fits(app, order, line, iccid, deadline).await? {
        Eligible::Yes(price) => return Ok(Offered::At(price)),
        Eligible::Later(rest) => rest,
        // What was taken on answers for itself; it may be the very reason why no more is offered.
        Eligible::No if line.supplier_order_id.is_some() => answer::look(app, order, line).await?,
        // An attempt whose answer was lost may have bought: that is for its clock to end.
        Eligible::No if attempts.any_unclear => JobOutcome::RetryAt(app.clock.now() + AGAIN),
        Eligible::No => {
            let why = "the supplier no longer offers this top-up for its eSIM";
            give_up(app, order, line, why, false).await?
        }
    };
    Ok(Offered::Rests(rest))
}

/// Buys a line once: writes the attempt down, asks with the line's own key, and settles what the
/// answer means.
async fn purchase(app: &App, bought: &Purchase, lease: &Lease) -> Result<JobOutcome, Error> {
    let (order, line) = (&bought.order, &bought.line);
    let paid_at = order.paid_at.unwrap_or_else(|| app.clock.now());
    let attempts = line.attempts(paid_at);
    if let Next::Refund { unknown } = attempts.before_call(&app.clocks(), app.clock.now()) {
        let why = too_late(line, paid_at, app.clock.now());
        return give_up(app, order, line, why, unknown).await;
    }
    if let Some(why) = modes::refusal(app, order, line) {
        return give_up(app, order, line, why, false).await;
    }
    if bought.recovering {
        return Ok(JobOutcome::RetryAt(app.clock.now() + GATED));
    }
    if let Some(next_probe) = bought
        .breaker
        .next_probe()
        .filter(|next| *next > app.clock.now())
    {
        return Ok(JobOutcome::RetryAt(next_probe));
    }
    if let Some(rest) = read_before_buying(app, order, line, bought.payment_read_at).await? {
        return Ok(rest);
    }
    let told = match topup_offer(app, order, line, &attempts).await? {
        Offered::At(price) => price,
        Offered::Rests(rest) => return Ok(rest),
    };
    let cost = match cost::still_covered(app, order, line, &bought.cost, told).await? {
        Covered::Yes(cost) => cost,
        Covered::No(why) => return give_up(app, order, line, &why, false).await,
    };
    let probe = !bought.breaker.is_closed();
    if probe && !selling::take_turn(app).await? {
        return Ok(JobOutcome::RetryAt(app.clock.now() + PROBE_EVERY));
    }
    let Some(call) = begin(app, order, line, lease).await? else {
        return give_up(app, order, line, modes::ENOUGH, false).await;
    };
    fail_at::reach("before_create_order");
    let answer = answer::ask(app, line).await;
    fail_at::reach("after_create_order");
    answer::record_reply(
        app,
        order,
        line,
        Some(Call {
            id: call,
            cost: &cost,
            probe,
            lease,
        }),
        answer,
    )
    .await
}

/// Commits the attempt before it leaves. The database refuses it without a capture, with another
/// key, under a hold or after an outcome. `None`: enough has been bought with pretend money today.
async fn begin(app: &App, order: &Order, line: &Line, lease: &Lease) -> Result<Option<i64>, Error> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    // The order is locked by this before the job is, as everywhere.
    let call = supplier_calls::begin(&mut tx, line, now).await?;
    if !jobs::extend(&mut tx, lease, now + LEASE).await? {
        return Err(Error::LeaseLost);
    }
    if !modes::count(&mut tx, app, order, line, now).await? {
        return Ok(None);
    }
    lines::ordering(&mut tx, line, now).await?;
    tx.commit().await?;
    // Who looks at the order sees that it is being asked for, however long the answer takes.
    app.bell.ring();
    tracing::info!(
        order.number = %order.number,
        line.id = %line.id,
        "the supplier is asked for an order"
    );
    Ok(Some(call))
}

/// Decides the refund without another call. The order's own job sends it.
async fn give_up(
    app: &App,
    order: &Order,
    line: &Line,
    why: &str,
    unknown: bool,
) -> Result<JobOutcome, Error> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let order = orders::lock(&mut tx, order.id).await?;
    if lines::lock_outcome(&mut tx, line.id).await?.is_none() {
        // An attempt may have begun since the line was read.
        let asked_since = lines::undecided(&mut tx, order.id, now)
            .await?
            .iter()
            .any(|l| l.id == line.id && l.unclear_calls > line.unclear_calls);
        decide_refund(
            &mut tx,
            &order,
            line,
            RefundReason::undeliverable(why, unknown || asked_since),
            now,
        )
        .await?;
    }
    jobs::enqueue(&mut tx, &Job::Order(order.id), now, now).await?;
    tx.commit().await?;
    Ok(JobOutcome::Done)
}

/// The two clocks of `shop.toml`.
impl App {
    /// How long a captured payment may wait.
    #[must_use]
    pub fn clocks(&self) -> Clocks {
        let delivery = &self.config.shop.delivery;
        Clocks {
            refund_after: delivery.refund_after,
            refund_after_unclear: delivery.refund_after_unclear,
        }
    }
}
