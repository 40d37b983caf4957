//! What the supplier answered for a line, read back where it says too little, and what follows from
//! it: one transaction, after the call.

mod record;
mod sold;

use chrono::TimeDelta;

use super::{Error, JobOutcome, cost};
use crate::app::App;
use crate::db::jobs::Lease;
use crate::db::lines::Line;
use crate::db::orders::Order;
use crate::esimfx::{self, Purchase, SupplierOrder, Told};
use domain::line::{Parts, Reply, Sale};

pub(super) use record::record_reply;

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
pub(super) async fn look(app: &App, order: &Order, line: &Line) -> Result<JobOutcome, Error> {
    match read_known(app, line).await {
        Some(answer) => record_reply(app, order, line, None, answer).await,
        None => Ok(JobOutcome::RetryAt(app.clock.now() + AGAIN)),
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
