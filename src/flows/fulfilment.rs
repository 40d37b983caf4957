//! The central story: a captured order comes to rest, each line delivered or refunded. No transaction is open while the supplier is asked.

use chrono::{DateTime, TimeDelta, Utc};
use secrecy::{ExposeSecret, SecretString};
use uuid::Uuid;

use super::cost::{self, Covered};
use super::outcome::{Against, entry, refuse};
use super::topup::{self, Eligible};
use super::{Error, Rest, announce, modes, payment, refund, standing, stripe_events, usage};
use crate::app::App;
use crate::db::history::{self, Actor, Entry};
use crate::db::holds::{self, NewHold};
use crate::db::jobs::{self, LEASE, Lease};
use crate::db::lines::{self, Line};
use crate::db::orders::{self, Order};
use crate::db::supplier_orders::{self, Said};
use crate::db::{Connection, esims, packages, products, recovery, supplier_calls};
use crate::domain::esim::{ActivationCode, Iccid};
use crate::domain::hold::{self, Reason};
use crate::domain::job::Job;
use crate::domain::line::{Clocks, Next, Reply};
use crate::esimfx::{self, Purchase, SupplierOrder};
use crate::fail_at;

/// How often a top-up that may have been bought, and that its eSIM is no longer offered, is looked at.
const AGAIN: TimeDelta = TimeDelta::minutes(1);
/// A payment that was read this lately is not read again before the first call.
const READ_LATELY: TimeDelta = TimeDelta::minutes(1);
/// The same between the tries of a line.
const READ_BETWEEN_TRIES: TimeDelta = TimeDelta::minutes(5);
/// How often an order is looked at that waits for a recovery.
const GATED: TimeDelta = TimeDelta::seconds(5);

/// Brings an order to rest as far as can be done now.
///
/// # Errors
/// [`Error`]; the story is told again from here.
pub async fn bring_to_rest(app: &App, order_id: Uuid, lease: &Lease) -> Result<Rest, Error> {
    let Some(order) = orders::load(&app.db, order_id).await? else { return Ok(Rest::Done) };
    if let Some(rest) = modes::of_the_other(app, &order) {
        return Ok(rest);
    }
    if order.paid_at.is_none() {
        return payment::look(app, &order).await;
    }
    let order = if order.payment_intent_id.is_some() && lines::any_undecided(&app.db, order.id).await? {
        // What was heard of the payment comes before what is bought for it.
        stripe_events::handle_waiting(app, &order).await?;
        orders::load(&app.db, order_id).await?.unwrap_or(order)
    } else {
        order
    };
    let mut rest = Ok(Rest::Done);
    for line in lines::of_order(&app.db, order.id, app.clock.now()).await? {
        let part = match line.outcome {
            None if order.held() || line.held => wait_for_release(app, &order, &line).await,
            None => purchase(app, &order, &line, lease).await,
            Some(_) => refund::give_back(app, &order, &line).await,
        };
        // One line's trouble does not keep the others waiting.
        rest = match (rest, part) {
            (_, Err(Error::LeaseLost)) => return Err(Error::LeaseLost),
            (Ok(before), Ok(part)) => Ok(before.and(part)),
            (Err(trouble), _) | (_, Err(trouble)) => Err(trouble),
        };
    }
    announce::progress(app, &order).await?;
    rest
}

/// The payment is read once more before anything is bought for it, unless that was done a moment ago. What it shows may hold the order or
/// end the line: then the story begins anew.
async fn read_before_buying(app: &App, order: &Order, line: &Line) -> Result<Option<Rest>, Error> {
    let now = app.clock.now();
    let fresh = if line.calls == 0 { READ_LATELY } else { READ_BETWEEN_TRIES };
    if orders::payment_read_at(&app.db, order.id).await?.is_some_and(|at| now - at < fresh) {
        return Ok(None);
    }
    match standing::look(app, order, "before buying").await {
        Ok(_) => {}
        // The supplier may have sold already: Stripe's silence must not keep that from being found out.
        Err(Error::Till(error)) if line.calls > 0 => {
            tracing::warn!(order.number = %order.number, error.message = %error, "a payment could not be read again between tries");
            return Ok(None);
        }
        Err(error) => return Err(error),
    }
    let held = orders::load(&app.db, order.id).await?.is_none_or(|order| order.held());
    let decided = lines::outcome(&app.db, line.id).await?.is_some();
    Ok((held || decided).then_some(Rest::Until(now)))
}

/// Held: its clock stands. Held for too long in all, it is refunded instead of bought.
async fn wait_for_release(app: &App, order: &Order, line: &Line) -> Result<Rest, Error> {
    if hold::is_too_long(line.held_for) {
        return give_up(app, order, line, "held for more than three days", line.unclear_calls > 0).await;
    }
    let left = hold::LONGEST - TimeDelta::from_std(line.held_for).unwrap_or(hold::LONGEST);
    Ok(Rest::Until(app.clock.now() + left + TimeDelta::seconds(1)))
}

/// Buys a line once: writes the attempt down, asks with the line's own key, and settles what the answer means.
async fn purchase(app: &App, order: &Order, line: &Line, lease: &Lease) -> Result<Rest, Error> {
    let paid_at = order.paid_at.unwrap_or_else(|| app.clock.now());
    if let Next::Refund { unknown } = line.attempts(paid_at).before_call(&app.clocks(), app.clock.now()) {
        return give_up(app, order, line, "not delivered in time", unknown).await;
    }
    if let Some(why) = modes::refusal(app, order, line) {
        return give_up(app, order, line, why, false).await;
    }
    if recovery::gates(&app.db, order.id).await? {
        return Ok(Rest::Until(app.clock.now() + GATED));
    }
    if let Some(rest) = read_before_buying(app, order, line).await? {
        return Ok(rest);
    }
    let mut told = None;
    if let Some(iccid) = &line.target_iccid {
        let attempts = line.attempts(paid_at);
        match topup::still_fits(app, order, line, iccid, attempts.deadline(&app.clocks())).await? {
            Eligible::Yes(price) => told = price,
            Eligible::Later(rest) => return Ok(rest),
            // An attempt whose answer was lost may have bought: that is for its clock to end.
            Eligible::No if attempts.any_unclear => return Ok(Rest::Until(app.clock.now() + AGAIN)),
            Eligible::No => return give_up(app, order, line, "the supplier no longer offers this top-up for its eSIM", false).await,
        }
    }
    let cost = match cost::still_covered(app, order, line, told).await? {
        Covered::Yes(cost) => cost,
        Covered::No(why) => return give_up(app, order, line, &why, false).await,
    };
    let Some(call) = begin(app, order, line, lease).await? else {
        return give_up(app, order, line, modes::ENOUGH, false).await;
    };
    fail_at::reach("before_create_order");
    let answer = ask(app, line).await;
    fail_at::reach("after_create_order");
    settle(app, order, line, call, answer, &cost).await
}

/// Commits the attempt before it leaves. The database refuses it without a capture, with another key, under a hold or after an outcome.
/// `None`: enough has been bought with pretend money today.
async fn begin(app: &App, order: &Order, line: &Line, lease: &Lease) -> Result<Option<i64>, Error> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    if !jobs::extend(&mut tx, lease, now + LEASE).await? {
        return Err(Error::LeaseLost);
    }
    let call = supplier_calls::begin(&mut tx, line, now).await?;
    if !modes::count(&mut tx, app, order, line, now).await? {
        return Ok(None);
    }
    if lines::ordering(&mut tx, line.id).await? {
        history::record(&mut tx, &entry(line, "ordering", None, Actor::Worker), now).await?;
    }
    tx.commit().await?;
    Ok(Some(call))
}

/// What the supplier answered, and whether it is all that the traveller needs.
struct Answer {
    reply: Reply,
    order: SupplierOrder,
    error: Option<esimfx::Error>,
}

/// The call itself. A sale that came without its ICCID or code is asked for the missing parts.
async fn ask(app: &App, line: &Line) -> Answer {
    let product_id = line.product_id.clone();
    let purchase = match &line.target_iccid {
        Some(iccid) => Purchase::TopUp { product_id, iccid: iccid.clone() },
        None => Purchase::New { product_id },
    };
    match app.supplier.create_order(&purchase, line.idempotency_key).await {
        Ok(sold) => {
            let order = fill_in(app, sold).await;
            let reply = if is_complete(line, &order) { Reply::Complete } else { Reply::Incomplete };
            Answer { reply, order, error: None }
        }
        Err(error) => {
            let reply = match &error {
                esimfx::Error::Refused { .. } => Reply::Refused,
                esimfx::Error::LowBalance { .. } => Reply::LowBalance,
                esimfx::Error::Unclear { .. } => Reply::Unclear,
                esimfx::Error::Unreachable(_) => Reply::Unreachable,
            };
            Answer { reply, order: SupplierOrder::default(), error: Some(error) }
        }
    }
}

async fn fill_in(app: &App, mut sold: SupplierOrder) -> SupplierOrder {
    if let (Some(id), None) = (&sold.id, &sold.iccid)
        && let Ok(read) = app.supplier.order(id).await
    {
        sold.iccid = read.iccid;
        sold.activation_code = sold.activation_code.or(read.activation_code);
    }
    if let (Some(iccid), None) = (&sold.iccid, &sold.activation_code)
        && let Ok(read) = app.supplier.esim_status(iccid).await
    {
        sold.activation_code = read.activation_code;
        sold.esim_status = sold.esim_status.or(read.status);
    }
    sold
}

fn is_complete(line: &Line, sold: &SupplierOrder) -> bool {
    let usable = |code: &SecretString| ActivationCode::parse(code.expose_secret()).is_ok();
    let esim = sold.iccid.as_deref().is_some_and(|i| Iccid::parse(i).is_ok()) && sold.activation_code.as_ref().is_some_and(usable);
    sold.id.is_some() && (line.target_iccid.is_some() || esim)
}

/// What the answer means, in one transaction. An answer that comes after the outcome was decided is fenced off.
async fn settle(app: &App, order: &Order, line: &Line, call: i64, answer: Answer, cost: &cost::Now) -> Result<Rest, Error> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let decided = lines::lock_outcome(&mut tx, line.id).await?;
    supplier_calls::end(&mut tx, call, &end_of(&answer), now).await?;
    if decided.is_some() {
        come_too_late(&mut tx, line, &answer.order, now).await?;
        tx.commit().await?;
        return Ok(Rest::Until(now));
    }
    let mut attempts = line.attempts(order.paid_at.unwrap_or(now));
    attempts.made += 1;
    attempts.any_unclear |= matches!(answer.reply, Reply::Unclear | Reply::Incomplete);
    let next = attempts.after_reply(answer.reply, &app.clocks(), now, rand::random_range(0..=1000));
    if let Some(id) = &answer.order.id {
        remember(&mut tx, order, line, id, &answer.order, now).await?;
    }
    note_trouble(&mut tx, line, &answer).await?;
    cost::book(&mut tx, order, line, cost, answer.reply, now).await?;
    let rest = match next {
        Next::Deliver => deliver(&mut tx, line, &answer.order, now).await?,
        Next::Refund { unknown } => {
            let why = answer.error.as_ref().map_or("sold without an eSIM".to_owned(), ToString::to_string);
            refuse(&mut tx, order, line, Against::undeliverable(&why, unknown), now).await?;
            Rest::Until(now)
        }
        Next::AskAt(then) => Rest::Until(then),
        Next::Ask => Rest::Until(now),
    };
    fail_at::reach("before_result_commit");
    tx.commit().await?;
    fail_at::reach("after_result_commit");
    open_or_stop_sales(app, answer.reply, now).await?;
    Ok(rest)
}

/// A short balance stops sales; the next eSIM that is had resumes them.
async fn open_or_stop_sales(app: &App, reply: Reply, now: DateTime<Utc>) -> Result<(), Error> {
    if reply == Reply::LowBalance && products::stop_sales(&app.db, "the balance at the supplier is too low", now).await? {
        tracing::error!("sales stop: the balance at the supplier is too low");
    }
    if reply == Reply::Complete && app.catalogue.sales_stopped().is_some() && products::resume_sales(&app.db).await? {
        tracing::info!("sales resume: the supplier sells to us again");
    }
    Ok(())
}

fn end_of(answer: &Answer) -> supplier_calls::End<'_> {
    let (result, message) = match (&answer.reply, &answer.error) {
        (Reply::Complete, _) => ("done", None),
        (Reply::Incomplete, _) => ("unclear", Some("sold, but without an id, ICCID or activation code")),
        (_, Some(esimfx::Error::Refused { message, .. } | esimfx::Error::LowBalance { message, .. })) => {
            ("refused", Some(message.as_str()))
        }
        (_, Some(esimfx::Error::Unreachable(message))) => ("unreachable", Some(message.as_str())),
        (_, Some(esimfx::Error::Unclear { message, .. })) => ("unclear", Some(message.as_str())),
        (_, None) => ("unclear", None),
    };
    supplier_calls::End { result, code: answer.error.as_ref().and_then(esimfx::Error::code), message }
}

/// Keeps the first order that the supplier named for a line. Another one under the same key is an orphan and an alarm.
async fn remember(
    tx: &mut Connection,
    order: &Order,
    line: &Line,
    id: &str,
    sold: &SupplierOrder,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let known = supplier_orders::of_line(tx, line.id).await?;
    let stranger = known.as_ref().is_some_and(|k| k.supplier_order_id != id);
    supplier_orders::store(tx, line, id, &said(sold), stranger, now).await?;
    if stranger {
        let why = "the supplier named two orders for one key";
        tracing::error!(order.number = %order.number, "{why}");
        orders::flag(tx, order.id, why).await?;
        jobs::wake(tx, &Job::Terminate(id.to_owned()), now, now).await?;
    }
    Ok(())
}

/// Hands it over: eSIM, outcome and history together. An ICCID that another line owns is shown to nobody.
async fn deliver(tx: &mut Connection, line: &Line, sold: &SupplierOrder, now: DateTime<Utc>) -> Result<Rest, Error> {
    let known = supplier_orders::of_line(tx, line.id).await?;
    let first = known.is_none_or(|k| Some(k.supplier_order_id.as_str()) == sold.id.as_deref());
    let iccid = line.target_iccid.as_deref().or(sold.iccid.as_deref()).unwrap_or_default();
    if let Some(why) = wrong(tx, line, sold, first).await? {
        tracing::error!(line.id = %line.id, "{why}; the order is held");
        let held = NewHold { order_id: line.order_id, line_id: Some(line.id), reason: Reason::Supplier, why, source: "supplier" };
        holds::open(tx, &held, now).await?;
        history::record(tx, &entry(line, "held", Some(why), Actor::Worker), now).await?;
        return Ok(Rest::Done);
    }
    lines::deliver(tx, line.id, now).await?;
    if let (None, Some(code)) = (&line.target_iccid, &sold.activation_code) {
        let status = sold.esim_status.as_deref();
        esims::insert(tx, &esims::NewEsim { id: Uuid::now_v7(), iccid, line_id: line.id, activation_code: code, status }, now).await?;
    }
    if let Some(shown) = usage::shown(sold) {
        packages::store(tx, iccid, &shown, now).await?;
    }
    history::record(tx, &entry(line, "delivered", None, Actor::Supplier), now).await?;
    Ok(Rest::Done)
}

/// Why what was sold is shown to nobody: another order under the key, somebody else's eSIM, or a top-up of another eSIM than was paid for.
async fn wrong(tx: &mut Connection, line: &Line, sold: &SupplierOrder, first: bool) -> Result<Option<&'static str>, Error> {
    let elsewhere = matches!((&line.target_iccid, &sold.iccid), (Some(wanted), Some(got)) if wanted != got);
    let taken = match (&line.target_iccid, &sold.iccid) {
        (None, Some(iccid)) => esims::owner(tx, iccid).await?.is_some(),
        _ => false,
    };
    Ok(if taken {
        Some("the supplier sold an eSIM that is somebody else's")
    } else if elsewhere {
        Some("the supplier topped up another eSIM than was paid for")
    } else if !first {
        Some("the supplier named two orders for one key")
    } else {
        None
    })
}

/// Decides the refund when the clock has run out before another call.
async fn give_up(app: &App, order: &Order, line: &Line, why: &str, unknown: bool) -> Result<Rest, Error> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    if lines::lock_outcome(&mut tx, line.id).await?.is_none() {
        refuse(&mut tx, order, line, Against::undeliverable(why, unknown), now).await?;
    }
    tx.commit().await?;
    Ok(Rest::Until(now))
}

/// An answer after the outcome: what it sold and nobody will get is ended at the supplier.
async fn come_too_late(tx: &mut Connection, line: &Line, sold: &SupplierOrder, now: DateTime<Utc>) -> Result<(), Error> {
    let Some(id) = &sold.id else { return Ok(()) };
    let known = supplier_orders::of_line(tx, line.id).await?;
    if known.is_some_and(|k| k.supplier_order_id == *id) {
        return Ok(());
    }
    tracing::warn!(line.id = %line.id, "the supplier's answer came after the line's outcome; what it sold is ended");
    supplier_orders::store(tx, line, id, &said(sold), true, now).await?;
    jobs::wake(tx, &Job::Terminate(id.clone()), now, now).await?;
    Ok(())
}

fn said(sold: &SupplierOrder) -> Said<'_> {
    let package = &sold.subscription;
    Said {
        iccid: sold.iccid.as_deref(),
        status: package.status.as_deref().or(sold.status.as_deref()),
        activate_by: package.activate_by,
        expiry: package.expiry,
    }
}

/// Tells operators why it is not here yet.
async fn note_trouble(tx: &mut Connection, line: &Line, answer: &Answer) -> Result<(), Error> {
    let trouble = match (&answer.error, answer.reply) {
        (Some(error), _) => error.to_string(),
        (None, Reply::Incomplete) => "sold, but without an id, ICCID or activation code".to_owned(),
        (None, _) => return Ok(()),
    };
    lines::set_error(tx, line.id, &trouble).await?;
    tracing::warn!(line.id = %line.id, error.message = %trouble, "the supplier did not deliver");
    Ok(())
}

/// The two clocks of `shop.toml`.
impl App {
    /// How long a captured payment may wait.
    #[must_use]
    pub fn clocks(&self) -> Clocks {
        let delivery = &self.config.shop.delivery;
        Clocks { refund_after: delivery.refund_after, refund_after_unclear: delivery.refund_after_unclear }
    }
}

/// Ends at the supplier what nobody will use. Unclear answers are asked again; a no is for a person.
///
/// # Errors
/// [`Error`]; asked again later.
pub async fn terminate(app: &App, supplier_order_id: &str, attempts: i32) -> Result<Rest, Error> {
    let Some((order_id, line_id)) = supplier_orders::order_of(&app.db, supplier_order_id).await? else { return Ok(Rest::Done) };
    let answer = app.supplier.terminate(supplier_order_id).await;
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let detail = match answer {
        Ok(ended) => {
            supplier_orders::terminated(&mut tx, supplier_order_id, now).await?;
            format!("supplier gives its price back: {}", ended.need_refund.map_or("not said", |yes| if yes { "yes" } else { "no" }))
        }
        Err(error) if attempts < 20 => return Err(error.into()),
        Err(error) => {
            orders::flag(&mut tx, order_id, "an eSIM that nobody will use could not be ended at the supplier").await?;
            error.to_string()
        }
    };
    let entry = Entry { order_id, line_id: Some(line_id), event: "terminated", detail: Some(&detail), actor: Actor::Worker };
    history::record(&mut tx, &entry, now).await?;
    tx.commit().await?;
    Ok(Rest::Done)
}
