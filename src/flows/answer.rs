//! What the supplier answered for a line, read back where it says too little, and what follows from
//! it: one transaction, after the call.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::outcome::{Against, entry, refuse};
use super::{Error, Rest, announce, codes, cost, selling, usage};
use crate::app::App;
use crate::db::history::{self, Actor};
use crate::db::holds::{self, NewHold};
use crate::db::jobs::Lease;
use crate::db::lines::{self, Line, Outcome};
use crate::db::orders::{self, Order};
use crate::db::supplier_orders::{self, Said};
use crate::db::{Connection, esims, jobs, packages, supplier_calls};
use crate::domain::esim::{self, Iccid};
use crate::domain::hold::Reason;
use crate::domain::job::Job;
use crate::domain::line::{Next, Parts, Reply, Sale};
use crate::esimfx::{self, Purchase, SupplierOrder, Told};
use crate::fail_at;

/// What the supplier answered, and what it comes to.
pub(super) struct Answer {
    reply: Reply,
    order: SupplierOrder,
    error: Option<esimfx::Error>,
}

impl Answer {
    /// Whether it is none, or one that nobody knows.
    fn failed(&self) -> bool {
        matches!(
            self.error,
            Some(esimfx::Error::Unclear { .. } | esimfx::Error::Unreachable(_))
        )
    }
}

/// The call that was answered.
pub(super) struct Call<'a> {
    /// Its row.
    pub id: i64,
    /// What the line costs, as it was known before the call.
    pub cost: &'a cost::Now,
    /// Whether it was made to find out if the supplier sells again.
    pub probe: bool,
    /// By which its line's job is held.
    pub lease: &'a Lease,
}

/// How soon an order that could not be read is read again.
const AGAIN: TimeDelta = TimeDelta::minutes(1);

/// The call itself, with the line's own key. What is not sold yet, or came without its ICCID or
/// code, is read back once.
pub(super) async fn ask(app: &App, line: &Line) -> Answer {
    let product_id = line.product_id.clone();
    let purchase = match &line.target_iccid {
        Some(iccid) => Purchase::TopUp {
            product_id,
            iccid: iccid.clone(),
        },
        None => Purchase::New { product_id },
    };
    let error = match app
        .supplier
        .create_order(&purchase, line.idempotency_key)
        .await
    {
        Ok(sold) => return told(line, read_back(app, line, sold).await),
        Err(error) => error,
    };
    if let Some(known) = read_known(app, line).await {
        return known;
    }
    let reply = match &error {
        esimfx::Error::Refused { .. } => Reply::Refused,
        esimfx::Error::LowBalance { .. } => Reply::LowBalance,
        esimfx::Error::Unclear { .. } => Reply::Unclear,
        esimfx::Error::Unreachable(_) => Reply::Unreachable,
    };
    Answer {
        reply,
        order: SupplierOrder::default(),
        error: Some(error),
    }
}

/// Reads what the supplier has named for a line before, without another call that might buy.
pub(super) async fn look(app: &App, order: &Order, line: &Line) -> Result<Rest, Error> {
    match read_known(app, line).await {
        Some(answer) => settle(app, order, line, None, answer).await,
        None => Ok(Rest::Until(app.clock.now() + AGAIN)),
    }
}

/// What was sold before answers for itself.
async fn read_known(app: &App, line: &Line) -> Option<Answer> {
    let id = line.supplier_order_id.as_ref()?;
    let read = app
        .supplier
        .order(id)
        .await
        .ok()
        .filter(|read| read.is(id))?;
    let known = SupplierOrder {
        id: Some(id.clone()),
        ..read
    };
    Some(told(line, complete(app, line, known).await))
}

fn told(line: &Line, order: SupplierOrder) -> Answer {
    Answer {
        reply: Reply::of(Sale::of(order.status.as_deref()), parts(line, &order)),
        order,
        error: None,
    }
}

/// The answer with what the order says of itself.
async fn read_back(app: &App, line: &Line, mut sold: SupplierOrder) -> SupplierOrder {
    let is_sold = Sale::of(sold.status.as_deref()) == Sale::Sold;
    let lacks_number = line.target_iccid.is_none() && sold.iccid.this().is_none();
    if let Some(id) = sold.id.clone().filter(|_| !is_sold || lacks_number)
        && let Ok(read) = app.supplier.order(&id).await
        && read.is(&id)
    {
        // An order that is read back without a status says nothing new of it.
        sold.status = read.status.or(sold.status);
        sold.iccid = sold.iccid.or(read.iccid);
        sold.code = sold.code.or(read.code);
        sold.apn = sold.apn.or(read.apn);
    }
    complete(app, line, sold).await
}

/// A sale that came without its code, or with one that cannot be read: the eSIM itself is asked.
async fn complete(app: &App, line: &Line, mut sold: SupplierOrder) -> SupplierOrder {
    if line.target_iccid.is_none()
        && sold.code.this().is_none()
        && let Some(iccid) = sold.iccid.this()
        && let Ok(read) = app.supplier.esim_status(iccid.digits()).await
    {
        sold.code = sold.code.or(read.code);
        sold.esim_status = sold.esim_status.or(read.status);
    }
    sold
}

/// How much of what the traveller needs is there. A top-up needs no code: its eSIM is there
/// already.
fn parts(line: &Line, sold: &SupplierOrder) -> Parts {
    let new = line.target_iccid.is_none();
    if sold.id.is_some() && (!new || (sold.iccid.this().is_some() && sold.code.this().is_some())) {
        Parts::Whole
    } else if new && is_unreadable(sold) {
        Parts::Unreadable
    } else {
        Parts::Missing
    }
}

fn is_unreadable(sold: &SupplierOrder) -> bool {
    matches!(sold.iccid, Told::Unreadable) || matches!(sold.code, Told::Unreadable)
}

/// What the answer means, in one transaction. An answer that comes after the outcome was decided is
/// fenced off. The order is locked first: two of its lines may be answered at once, and the last
/// one tells.
pub(super) async fn settle(
    app: &App,
    order: &Order,
    line: &Line,
    call: Option<Call<'_>>,
    answer: Answer,
) -> Result<Rest, Error> {
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
) -> Result<Rest, Error> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let order = orders::lock(&mut tx, order.id).await?;
    if let Some(call) = call {
        supplier_calls::end(&mut tx, call.id, &end_of(answer), now).await?;
    }
    // Whoever decides about a line has locked its order.
    let all = lines::of_order(&mut *tx, order.id, now).await?;
    let Some(present) = all.iter().find(|other| other.id == line.id) else {
        return Ok(Rest::Done);
    };
    if present.outcome.is_some() {
        come_too_late(&mut tx, &order, present, &answer.order, now).await?;
        tx.commit().await?;
        return Ok(Rest::Done);
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
        Followed::Delivered => Rest::Done,
        Followed::Rests(rest) => rest,
    };
    let last = delivered
        && all
            .iter()
            .all(|other| other.id == line.id || other.outcome == Some(Outcome::Deliver));
    if !(last && announce::all_here(&mut tx, &order, now).await?) {
        wake_order(&mut tx, &order, line, now).await?;
    }
    let rest = match (rest, call) {
        (Rest::Done, Some(call)) => {
            jobs::finish(&mut *tx, call.lease, now).await?;
            Rest::Settled
        }
        (rest, _) => rest,
    };
    fail_at::reach("before_result_commit");
    tx.commit().await?;
    fail_at::reach("after_result_commit");
    if let Some(took) = order
        .paid_at
        .filter(|_| delivered)
        .and_then(|at| (now - at).to_std().ok())
    {
        metrics::histogram!("delivery_duration_seconds").record(took);
    }
    Ok(rest)
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
        jobs::wake(tx, &Job::Order(order.id), now, now).await?;
    }
    Ok(())
}

/// What followed from an answer.
enum Followed {
    /// The traveller has it.
    Delivered,
    /// Something else.
    Rests(Rest),
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
                refuse(tx, order, line, Against::undeliverable(&why, unknown), now).await?;
                Rest::Done
            }
            Next::AskAt(then) => Rest::Until(then),
            Next::Ask => Rest::Until(now),
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
) -> Result<Rest, Error> {
    tracing::error!(order.number = %order.number, line.id = %line.id, "{why}; the line is held");
    let held = NewHold {
        order_id: line.order_id,
        line_id: Some(line.id),
        reason: Reason::Supplier,
        why,
        source: "supplier",
    };
    holds::open(tx, &held, now).await?;
    history::record(tx, &entry(line, "held", Some(why), Actor::Worker), now).await?;
    Ok(Rest::Done)
}

fn end_of(answer: &Answer) -> supplier_calls::End<'_> {
    let result = match (answer.reply, &answer.error) {
        (Reply::Complete, _) => "done",
        (_, Some(esimfx::Error::Refused { .. } | esimfx::Error::LowBalance { .. })) => "refused",
        (_, Some(esimfx::Error::Unreachable(_))) => "unreachable",
        _ => "unclear",
    };
    supplier_calls::End {
        result,
        failed: answer.failed(),
        code: answer.error.as_ref().and_then(esimfx::Error::code),
        message: why_not(answer),
    }
}

/// In words for operators; none for what was delivered.
fn why_not(answer: &Answer) -> Option<&str> {
    match (&answer.error, answer.reply) {
        (
            Some(
                esimfx::Error::Refused { message, .. } | esimfx::Error::LowBalance { message, .. },
            ),
            _,
        ) => Some(message),
        (Some(esimfx::Error::Unreachable(message) | esimfx::Error::Unclear { message, .. }), _) => {
            Some(message)
        }
        (None, Reply::Incomplete) => Some("sold, but without an id, ICCID or activation code"),
        (None, Reply::Unreadable) => {
            Some("sold, but with an ICCID or activation code that cannot be read")
        }
        (None, Reply::Underway) => Some("taken on, but not sold yet"),
        (None, Reply::Off) => Some("said to have come to nothing"),
        (None, _) => None,
    }
}

fn trouble(answer: &Answer) -> Option<String> {
    let status = answer
        .order
        .status
        .as_deref()
        .filter(|s| Sale::of(Some(s)) != Sale::Sold)
        .map(|s| format!(" (status {s})"));
    let words = answer
        .error
        .as_ref()
        .map(ToString::to_string)
        .or_else(|| why_not(answer).map(str::to_owned))?;
    Some(words + &status.unwrap_or_default())
}

/// Keeps the first order that the supplier named for a line. Why a person must look, when the
/// answer names what is another line's, or another order under the same key. What another line owns
/// is not touched.
async fn remember(
    tx: &mut Connection,
    order: &Order,
    line: &Line,
    sold: &SupplierOrder,
    now: DateTime<Utc>,
) -> Result<Option<&'static str>, Error> {
    let wrong = wrong_esim(tx, line, sold).await?;
    let Some(id) = &sold.id else { return Ok(wrong) };
    let second = line
        .supplier_order_id
        .as_ref()
        .is_some_and(|known| known != id);
    if !supplier_orders::store(
        tx,
        line,
        id,
        &said(line, sold, wrong.is_some()),
        second,
        now,
    )
    .await?
    {
        return Ok(Some("the supplier named an order that is another line's"));
    }
    if !second {
        return Ok(wrong);
    }
    let why = "the supplier named two orders for one key";
    tracing::error!(order.number = %order.number, "{why}");
    orders::flag(tx, order.id, why).await?;
    jobs::wake(tx, &Job::Terminate(id.clone()), now, now).await?;
    Ok(wrong.or(Some(why)))
}

/// Why what was sold is shown to nobody: somebody else's eSIM, or a top-up of another eSIM than was
/// paid for.
async fn wrong_esim(
    tx: &mut Connection,
    line: &Line,
    sold: &SupplierOrder,
) -> Result<Option<&'static str>, Error> {
    let Some(iccid) = sold.iccid.this() else {
        return Ok(None);
    };
    Ok(match &line.target_iccid {
        Some(wanted) if !iccid.is_of_the_card(wanted) => {
            Some("the supplier topped up another eSIM than was paid for")
        }
        None if supplier_orders::is_anothers(tx, line.id, iccid.digits()).await? => {
            Some("the supplier sold an eSIM that is somebody else's")
        }
        _ => None,
    })
}

/// Hands it over: eSIM, outcome and history together.
async fn deliver(
    app: &App,
    tx: &mut Connection,
    line: &Line,
    sold: &SupplierOrder,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    lines::deliver(tx, line, now).await?;
    let number = sold.iccid.this().map(Iccid::digits);
    if let (None, Some(iccid), Some(code)) =
        (&line.target_iccid, sold.iccid.this(), sold.code.this())
    {
        if iccid.is_unusually_long() {
            tracing::warn!(
                esim.iccid_ends = esim::ending(iccid.digits()),
                "an eSIM's number has more digits than the standard allows"
            );
        }
        let id = Uuid::now_v7();
        let sealed = codes::seal(app, id, code);
        let esim = esims::NewEsim {
            id,
            iccid: iccid.digits(),
            line_id: line.id,
            activation_code: &sealed.code,
            code_as_received: sealed.as_received.as_ref(),
            apn: sold.apn.as_deref(),
            status: sold.esim_status.as_deref(),
        };
        esims::insert(tx, &esim, now).await?;
    }
    if let (Some(shown), Some(iccid)) =
        (usage::shown(sold), line.target_iccid.as_deref().or(number))
    {
        packages::bought(tx, iccid, &shown, now).await?;
    }
    Ok(())
}

/// An answer after the outcome: what it sold and nobody will get is ended at the supplier. What is
/// another line's stays.
async fn come_too_late(
    tx: &mut Connection,
    order: &Order,
    line: &Line,
    sold: &SupplierOrder,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let Some(id) = &sold.id else { return Ok(()) };
    if line.supplier_order_id.as_ref() == Some(id) {
        return Ok(());
    }
    let wrong = wrong_esim(tx, line, sold).await?.is_some();
    if supplier_orders::store(tx, line, id, &said(line, sold, wrong), true, now).await? {
        tracing::warn!(line.id = %line.id, "the supplier's answer came after the line's outcome; what it sold is ended");
        jobs::wake(tx, &Job::Terminate(id.clone()), now, now).await?;
    } else {
        tracing::error!(line.id = %line.id, "the supplier's answer came after the line's outcome and names another line's order; nothing is ended");
        orders::flag(
            tx,
            order.id,
            "the supplier named an order that is another line's",
        )
        .await?;
    }
    Ok(())
}

/// `anothers`: the eSIM is not this line's, whatever the supplier says, so its number is not kept
/// with the line.
fn said<'a>(line: &Line, sold: &'a SupplierOrder, anothers: bool) -> Said<'a> {
    let package = &sold.subscription;
    Said {
        iccid: sold.iccid.this().map(Iccid::digits).filter(|_| !anothers),
        status: package.status.as_deref().or(sold.status.as_deref()),
        activate_by: package.activate_by,
        expiry: package.expiry,
        external_id: package.external_id.as_deref(),
        unreadable: parts(line, sold) == Parts::Unreadable,
        anothers,
        raw: sold.raw.as_ref(),
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
