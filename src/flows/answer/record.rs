//! What a supplier's answer means for its line, written in one transaction.

use chrono::{DateTime, Utc};

use super::sold::{come_too_late, deliver, remember};
use super::{Answer, Call, trouble, why_not};
use crate::app::App;
use crate::db::history::{self, Actor};
use crate::db::holds::{self, NewHold};
use crate::db::lines::{self, Line, Outcome};
use crate::db::orders::{self, Order};
use crate::db::{Connection, jobs, supplier_calls};
use crate::esimfx;
use crate::fail_at;
use crate::flows::outcome::{RefundReason, decide_refund, entry};
use crate::flows::{Error, JobOutcome, cost, mail_queue, selling};
use domain::history::EventKind;
use domain::hold::Reason;
use domain::job::Job;
use domain::line::CallResult;
use domain::line::{Next, Reply};

/// What the answer means, in one transaction. An answer that comes after the outcome was decided is
/// fenced off. The order is locked first: two of its lines may be answered at once, and the last
/// one tells.
pub(in crate::flows) async fn record_reply(
    app: &App,
    order: &Order,
    line: &Line,
    call: Option<Call<'_>>,
    answer: Answer,
) -> Result<JobOutcome, Error> {
    let rest = write(app, order, line, call.as_ref(), &answer).await?;
    selling::heard(
        app,
        answer.reply,
        answer.failed(),
        call.is_some_and(|call| call.probe),
    )
    .await?;
    Ok(rest)
}

async fn write(
    app: &App,
    order: &Order,
    line: &Line,
    call: Option<&Call<'_>>,
    answer: &Answer,
) -> Result<JobOutcome, Error> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let order = orders::lock(&mut tx, order.id).await?;
    if let Some(call) = call {
        supplier_calls::end(&mut tx, call.id, &end_of(answer), now).await?;
    }
    // Whoever decides about a line has locked its order.
    let all = lines::of_order(&mut *tx, order.id, now).await?;
    let Some(present) = all.iter().find(|other| other.id == line.id) else {
        return Ok(JobOutcome::Done);
    };
    if present.outcome.is_some() {
        come_too_late(&mut tx, &order, present, &answer.order, now).await?;
        tx.commit().await?;
        return Ok(JobOutcome::Done);
    }
    note_trouble(&mut tx, line, answer).await?;
    if let Some(call) = call {
        cost::book(&mut tx, &order, line, call.cost, answer.reply, now).await?;
    }
    let next = match remember(&mut tx, &order, present, &answer.order, now).await? {
        Some(why) => Followed::Rests(hold(&mut tx, &order, line, why, now).await?),
        None => follow(app, &mut tx, &order, present, answer, now).await?,
    };
    let delivered = matches!(next, Followed::Delivered);
    let rest = match next {
        Followed::Delivered => JobOutcome::Done,
        Followed::Rests(rest) => rest,
    };
    let last = delivered
        && all
            .iter()
            .all(|other| other.id == line.id || other.outcome == Some(Outcome::Deliver));
    if !(last && mail_queue::all_here(&mut tx, &order, now).await?) {
        wake_order(&mut tx, &order, line, now).await?;
    }
    let rest = match (rest, call) {
        (JobOutcome::Done, Some(call)) => {
            jobs::finish(&mut *tx, call.lease, now).await?;
            JobOutcome::Settled
        }
        (rest, _) => rest,
    };
    fail_at::reach("before_result_commit");
    tx.commit().await?;
    fail_at::reach("after_result_commit");
    if delivered {
        measure_delivery(&order, now);
    }
    Ok(rest)
}

/// How long a buyer waited.
fn measure_delivery(order: &Order, now: DateTime<Utc>) {
    if let Some(took) = order.paid_at.and_then(|at| (now - at).to_std().ok()) {
        metrics::histogram!("delivery_duration_seconds").record(took);
    }
}

/// The order goes on when there is something to do or to tell: at once for money that goes back or
/// a hold, for what is here when every other line has been tried. So those that come together are
/// one mail.
async fn wake_order(
    tx: &mut Connection,
    order: &Order,
    line: &Line,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let all = lines::of_order(&mut *tx, order.id, now).await?;
    let Some(this) = all.iter().find(|other| other.id == line.id) else {
        return Ok(());
    };
    let at_once = this.held || this.outcome == Some(Outcome::Refund);
    let first_word = this.outcome.is_some() || !line.tried;
    let any_here = all
        .iter()
        .any(|other| other.outcome == Some(Outcome::Deliver));
    let all_tried = all
        .iter()
        .all(|other| other.outcome.is_some() || other.tried || other.held);
    if at_once || (first_word && any_here && all_tried) {
        jobs::enqueue(tx, &Job::Order(order.id), now, now).await?;
    }
    Ok(())
}

/// What followed from an answer.
enum Followed {
    /// The traveller has it.
    Delivered,
    /// Something else.
    Rests(JobOutcome),
}

/// The next step of a line that has been answered about nobody but itself. `line` is as it stands:
/// another worker may have asked meanwhile, and its answer may be lost; then a no is no answer to
/// both.
async fn follow(
    app: &App,
    tx: &mut Connection,
    order: &Order,
    line: &Line,
    answer: &Answer,
    now: DateTime<Utc>,
) -> Result<Followed, Error> {
    let mut attempts = line.attempts(order.paid_at.unwrap_or(now));
    attempts.any_unclear |= answer.reply.may_have_sold();
    Ok(Followed::Rests(
        match attempts.after_reply(answer.reply, &app.clocks(), now, app.clock.jitter()) {
            Next::Deliver => {
                deliver(app, tx, line, &answer.order, now).await?;
                return Ok(Followed::Delivered);
            }
            Next::Hold => hold(tx, order, line, UNREADABLE, now).await?,
            Next::Refund { unknown } => {
                let why = trouble(answer).unwrap_or_else(|| "sold without an eSIM".to_owned());
                decide_refund(
                    tx,
                    order,
                    line,
                    RefundReason::undeliverable(&why, unknown),
                    now,
                )
                .await?;
                JobOutcome::Done
            }
            Next::AskAt(then) => JobOutcome::RetryAt(then),
            Next::Ask => JobOutcome::RetryAt(now),
        },
    ))
}

/// Why a person is called for what came and cannot be read.
const UNREADABLE: &str = "the supplier sold an eSIM whose code or number cannot be read";

/// Nothing is bought for the line until a person has looked, or the money goes back.
async fn hold(
    tx: &mut Connection,
    order: &Order,
    line: &Line,
    why: &'static str,
    now: DateTime<Utc>,
) -> Result<JobOutcome, Error> {
    tracing::error!(order.number = %order.number, line.id = %line.id, "{why}; the line is held");
    let held = NewHold {
        order_id: line.order_id,
        line_id: Some(line.id),
        reason: Reason::Supplier,
        why,
        source: "supplier",
    };
    holds::open(tx, &held, now).await?;
    history::record_event(
        tx,
        &entry(line, EventKind::Held, Some(why), Actor::Worker),
        now,
    )
    .await?;
    Ok(JobOutcome::Done)
}

fn end_of(answer: &Answer) -> supplier_calls::End<'_> {
    let result = match (answer.reply, &answer.error) {
        (Reply::Complete, _) => CallResult::Done,
        (_, Some(esimfx::Error::Refused { .. } | esimfx::Error::LowBalance { .. })) => {
            CallResult::Refused
        }
        (_, Some(esimfx::Error::Unreachable(_))) => CallResult::Unreachable,
        _ => CallResult::Unclear,
    };
    supplier_calls::End {
        result,
        failed: answer.failed(),
        code: answer.error.as_ref().and_then(esimfx::Error::code),
        message: why_not(answer),
    }
}

/// Tells operators why it is not here yet.
async fn note_trouble(tx: &mut Connection, line: &Line, answer: &Answer) -> Result<(), Error> {
    let Some(trouble) = trouble(answer) else {
        return Ok(());
    };
    lines::set_error(tx, line.id, &trouble).await?;
    tracing::warn!(line.id = %line.id, error.message = %trouble, "the supplier did not deliver");
    Ok(())
}
