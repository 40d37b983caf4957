//! `orders refund`: what a person sends back, said before it is done. First a plan of exact
//! effects, then the plan itself, in one transaction; what changed in between makes it void.

mod carry_out;

use uuid::Uuid;

use super::{Error, modes, standing, stray, usage};
use crate::app::App;
use crate::db::cancellations;
use crate::db::history::Actor;
use crate::db::lines::{self, Line, Outcome};
use crate::db::orders::{self, Order};
use crate::db::packages;
use crate::db::refunds;
use crate::db::stray_payments::{self, Stray};
use domain::hold::Reason;
use domain::line::LineState;
use domain::money::{Currency, Money};
use domain::package::PackageStatus;

pub use carry_out::carry_out;

/// What a person asks for.
#[derive(Debug, Clone, Default)]
pub struct Ask {
    /// Positions; none is every line.
    pub lines: Vec<i32>,
    /// A part, in minor units of the order's currency; none is all that is left.
    pub amount_minor: Option<i64>,
    /// What was not used yet stays usable.
    pub keep_esim: bool,
    /// Why, for the books.
    pub reason: String,
}

/// What will be done.
#[derive(Debug)]
pub struct Plan {
    /// The order, as it was read.
    pub order: Order,
    /// Line by line.
    pub lines: Vec<LinePlan>,
    /// Payments that do not fit the order, and go back as they came.
    pub strays: Vec<Stray>,
    /// What is left alone, and why.
    pub left_alone: Vec<String>,
    reason: String,
    whole: bool,
}

/// What will be done to a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinePlan {
    /// From 1.
    pub position: i32,
    /// As it was sold.
    pub plan_name: String,
    /// What went back elsewhere and counts for this line now, minor units.
    pub booked: i64,
    /// What is sent to the card, minor units.
    pub sent: i64,
    /// The package that is ended first; its money goes back once it has ended.
    pub ends: Option<String>,
    /// What the supplier charged, and gives back for what it ends.
    pub cost: String,
    /// It will not be bought any more.
    pub not_bought: bool,
    id: Uuid,
    left: i64,
}

impl LinePlan {
    /// What happens to it, in words and in the order in which it happens.
    #[must_use]
    pub fn effects(&self, currency: Currency) -> Vec<String> {
        let money = |minor| Money::new(minor, currency);
        let mut effects = Vec::new();
        if self.booked > 0 {
            effects.push(format!(
                "{} that went back outside the shop counts for it",
                money(self.booked)
            ));
        }
        if self.not_bought {
            effects.push("it is not bought any more".to_owned());
        }
        if self.ends.is_some() {
            effects.push(format!(
                "its unused plan is ended at the supplier, which gives {} back",
                self.cost
            ));
        }
        match (self.sent, self.ends.is_some()) {
            (0, _) => {}
            (sent, true) => effects.push(format!(
                "{} goes back to the card once it has ended",
                money(sent)
            )),
            (sent, false) => effects.push(format!(
                "{} goes back to the card; nothing is ended at the supplier",
                money(sent)
            )),
        }
        effects
    }
}

/// An amount as a person types it, in minor units.
///
/// # Errors
/// [`NotRefunded::No`] with how to write it.
pub fn amount(text: &str, currency: Currency) -> Result<i64, NotRefunded> {
    match Money::typed(text, currency) {
        Some(money) => Ok(money.minor),
        None => no(format!(
            "“{text}” is not an amount in {currency} → write it like {}",
            Money::new(currency.step() * 500, currency).major()
        )),
    }
}

/// Why nothing can be done as asked, with what can.
#[derive(Debug, thiserror::Error)]
pub enum NotRefunded {
    /// In words for the person.
    #[error("{0}")]
    No(String),
    /// Something failed; nothing was done.
    #[error(transparent)]
    Failed(#[from] Error),
}

impl From<crate::db::Error> for NotRefunded {
    fn from(error: crate::db::Error) -> Self {
        Self::Failed(error.into())
    }
}

fn no<T>(why: impl Into<String>) -> Result<T, NotRefunded> {
    Err(NotRefunded::No(why.into()))
}

/// Says what would be done. The payment is read first, so that what went back elsewhere is known.
///
/// # Errors
/// [`NotRefunded`]
pub async fn plan(app: &App, order_id: Uuid, ask: &Ask) -> Result<Plan, NotRefunded> {
    let order = orders::load(&app.db, order_id)
        .await?
        .ok_or(Error::NotYet("there is no such order"))?;
    if modes::of_the_other(app, &order).is_some() {
        return no(
            "the order was paid under a key of the other mode: its money cannot be moved with this \
             one",
        );
    }
    let whole = ask.lines.is_empty() && ask.amount_minor.is_none();
    let mut plan = Plan {
        order,
        lines: Vec::new(),
        strays: Vec::new(),
        left_alone: Vec::new(),
        reason: ask.reason.clone(),
        whole,
    };
    if plan.order.paid_at.is_none() {
        plan.strays = strays(app, order_id, whole).await?;
        return Ok(plan);
    }
    standing::look(app, &plan.order, "orders refund").await?;
    plan.order = orders::load(&app.db, order_id)
        .await?
        .ok_or(Error::NotYet("there is no such order"))?;
    if plan.order.holds.contains(&Reason::Dispute) {
        return no(
            "the payment is disputed: Stripe refuses refunds until the dispute is over → answer it \
             in Stripe's Dashboard",
        );
    }
    let (lines, currency) = (chosen(app, order_id, ask).await?, plan.order.total.currency);
    let mut db = app.db.acquire().await?;
    let (_, mut unbooked) = refunds::back(&mut db, order_id).await?;
    let mut room = refunds::room(&mut db, order_id).await?;
    drop(db);
    for line in lines {
        if let Some(part) = plan_line(
            app,
            &line,
            ask,
            (unbooked, room, currency),
            &mut plan.left_alone,
        )
        .await?
        {
            unbooked -= part.booked;
            room -= part.sent;
            plan.lines.push(part);
        }
    }
    Ok(plan)
}

async fn strays(app: &App, order_id: Uuid, whole: bool) -> Result<Vec<Stray>, NotRefunded> {
    let strays = stray_payments::of_order(&app.db, order_id).await?;
    if strays.is_empty() {
        return no("nothing was captured for this order");
    }
    if !whole {
        return no(
            "what was paid does not fit the order: it goes back as a whole, neither by line nor in \
             part",
        );
    }
    Ok(strays)
}

async fn chosen(app: &App, order_id: Uuid, ask: &Ask) -> Result<Vec<Line>, NotRefunded> {
    let all = lines::of_order(&app.db, order_id, app.clock.now()).await?;
    if let Some(unknown) = ask
        .lines
        .iter()
        .find(|position| all.iter().all(|line| line.position != **position))
    {
        return no(format!(
            "the order has no line {unknown}: its lines are 1 to {}",
            all.len()
        ));
    }
    let lines: Vec<Line> = all
        .into_iter()
        .filter(|line| ask.lines.is_empty() || ask.lines.contains(&line.position))
        .collect();
    match ask.amount_minor {
        Some(_) if lines.len() != 1 => {
            no("the order has several lines: name the one from which the amount goes back")
        }
        Some(amount) if amount <= 0 => no("the amount must be more than nothing"),
        _ => Ok(lines),
    }
}

async fn plan_line(
    app: &App,
    line: &Line,
    ask: &Ask,
    (unbooked, room, currency): (i64, i64, Currency),
    left_alone: &mut Vec<String>,
) -> Result<Option<LinePlan>, NotRefunded> {
    let mut db = app.db.acquire().await?;
    let left = refunds::left_of_line(&mut db, line.id).await?;
    let under_way = refunds::is_unsettled(&mut db, line.id).await?;
    drop(db);
    let position = line.position;
    if under_way || cancellations::asked(&app.db, line.id).await?.is_some() {
        left_alone.push(format!("line {position}: a refund of it is under way"));
        return Ok(None);
    }
    if left <= 0 {
        left_alone.push(format!("line {position}: all of it has gone back"));
        return Ok(None);
    }
    let booked = if ask.amount_minor.is_none() {
        unbooked.min(left)
    } else {
        0
    };
    let sent = ask.amount_minor.unwrap_or(left - booked);
    if sent > left || sent > room {
        return no(format!(
            "only {} of line {position} can still go back",
            Money::new(left.min(room), currency)
        ));
    }
    let whole = ask.amount_minor.is_none();
    let unused = whole
        && sent > 0
        && !ask.keep_esim
        && line.outcome == Some(Outcome::Deliver)
        && line.state == LineState::Delivered;
    let ends = if unused {
        unused_package(app, line).await?
    } else {
        None
    };
    let not_bought = whole && line.outcome.is_none();
    let (plan_name, cost) = (
        line.plan_name.clone(),
        lines::quoted_cost(&app.db, line.id).await?,
    );
    Ok(Some(LinePlan {
        position,
        plan_name,
        booked,
        sent,
        ends,
        cost,
        not_bought,
        id: line.id,
        left,
    }))
}

/// The package of a delivered line while nobody has used it, by the supplier's word of now.
async fn unused_package(app: &App, line: &Line) -> Result<Option<String>, NotRefunded> {
    let Some(iccid) = lines::iccid(&app.db, line.id).await? else {
        return Ok(None);
    };
    usage::read(app, &iccid).await?;
    let owned = packages::of_esim(&app.db, &iccid)
        .await?
        .into_iter()
        .find(|owned| owned.line.as_ref().is_some_and(|l| l.id == line.id));
    Ok(owned.and_then(|owned| {
        let started = owned
            .line
            .as_ref()
            .is_some_and(|l| l.start.as_deref().is_some_and(|state| state != "kept") || l.held);
        let unused =
            matches!(owned.package.status, None | Some(PackageStatus::Pending)) && !started;
        unused.then_some(owned.package.supplier_order_id)
    }))
}

/// Sends back a captured payment of this shop that has no order here.
///
/// # Errors
/// [`NotRefunded`]: it is not ours, or an order here has it.
pub async fn payment(app: &App, payment_intent_id: &str) -> Result<Stray, NotRefunded> {
    if orders::by_payment_intent(&app.db, payment_intent_id)
        .await?
        .is_some()
    {
        return no("an order here has this payment → `orders refund` with its number");
    }
    if stray_payments::load(&app.db, payment_intent_id)
        .await?
        .is_none()
        && !stray::find(app, payment_intent_id).await?
    {
        return no("this is no captured payment of this shop");
    }
    let stray = stray_payments::load(&app.db, payment_intent_id).await?;
    stray.ok_or_else(|| NotRefunded::No("this is no captured payment of this shop".to_owned()))
}

/// Decides to send it back.
///
/// # Errors
/// The database's.
pub async fn send_back(app: &App, stray: &Stray, reason: &str, who: &str) -> Result<(), Error> {
    let mut tx = app.db.begin().await?;
    stray::ask_back(
        &mut tx,
        stray,
        &Actor::Operator(who.to_owned()),
        reason,
        app.clock.now(),
    )
    .await?;
    tx.commit().await?;
    Ok(())
}
