//! Withdrawing from a contract: the statement is written down and acknowledged at once; unused
//! plans are ended and paid back by the same steps as a cancellation, and a person sees to the used
//! ones. What somebody states who only knows an order's number and address waits for an hour, in
//! which the order's mailbox can stop it.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::outcome::{self, RefundReason};
use super::{Error, JobOutcome, cancel, mail_queue, modes, usage};
use crate::app::App;
use crate::db::cancellations::CancelState;
use crate::db::history::{self, Actor, Entry};
use crate::db::lines::{self, Line, Outcome};
use crate::db::orders::{self, Order};
use crate::db::packages::{self, OwnedPackage};
use crate::db::withdrawals::{self, NewWithdrawal, Withdrawal};
use crate::db::{self, Connection, alerts, jobs, mails};
use domain::alert::{Alert, AlertKind};
use domain::email::EmailAddress;
use domain::history::EventKind;
use domain::job::Job;
use domain::line::LineState;
use domain::mail_kind::MailKind;
use domain::money::Money;
use domain::refund::Cause;
use domain::token::Token;
use domain::withdrawal::TIME_TO_STOP;

/// Statements about one order that are written down and mailed in an hour.
const MOST_AN_HOUR: i64 = 2;
/// For how long the supplier is asked about an eSIM before a person is called, and a mail waited
/// for that could stop a statement.
const PATIENCE: TimeDelta = TimeDelta::hours(24);

/// What was stated.
#[derive(Debug, Clone, Copy)]
pub struct Statement<'a> {
    /// The order's number, as typed.
    pub order_number: &'a str,
    /// The address, as typed; the owner need not give one.
    pub email: Option<&'a EmailAddress>,
    /// Who withdraws, as they say.
    pub name: Option<&'a str>,
    /// The order that this browser or the signed-in traveller owns.
    pub owned: Option<Uuid>,
}

/// Takes a statement. Whether number and address belong together is told to nobody but the order's
/// mailbox.
///
/// # Errors
/// The database's; nothing was written.
pub async fn state(app: &App, said: &Statement<'_>, now: DateTime<Utc>) -> Result<(), db::Error> {
    let Some(order) = order_of(app, said).await? else {
        return Ok(());
    };
    let by_owner = said.owned == Some(order.id);
    let acts_at = if by_owner { now } else { now + TIME_TO_STOP };
    let mut tx = app.db.begin().await?;
    let order = orders::lock(&mut tx, order.id).await?;
    // A statement says all it can once; more would only fill the mailbox. Those of strangers do not
    // keep the owner from making one.
    if withdrawals::stated_since(&mut tx, order.id, by_owner, now - TimeDelta::hours(1)).await?
        >= MOST_AN_HOUR
    {
        if by_owner && let Some(id) = withdrawals::confirm(&mut tx, order.id, now).await? {
            jobs::enqueue(&mut tx, &Job::Withdraw(id), now, now).await?;
            tx.commit().await?;
        }
        return Ok(());
    }
    let new = NewWithdrawal {
        order_id: order.id,
        name: said.name,
        by_owner,
        acts_at,
    };
    if let Some(id) = withdrawals::insert(&mut tx, &new, now).await? {
        let entry = Entry {
            order_id: order.id,
            line_id: None,
            event: EventKind::WithdrawalStated,
            detail: None,
            actor: Actor::Traveller,
        };
        history::record_event(&mut tx, &entry, now).await?;
        mail_queue::withdrawal(&mut tx, &order, id, now).await?;
        jobs::enqueue(&mut tx, &Job::Withdraw(id), acts_at, now).await?;
    } else if by_owner && let Some(id) = withdrawals::confirm(&mut tx, order.id, now).await? {
        jobs::enqueue(&mut tx, &Job::Withdraw(id), now, now).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// The paid order that a statement is about.
async fn order_of(app: &App, said: &Statement<'_>) -> Result<Option<Order>, db::Error> {
    let number = said.order_number.trim().to_ascii_uppercase();
    let Some(id) = orders::by_number(&app.db, &number).await? else {
        return Ok(None);
    };
    let Some(order) = orders::load(&app.db, id)
        .await?
        .filter(|order| order.paid_at.is_some())
    else {
        return Ok(None);
    };
    let theirs = said
        .email
        .is_some_and(|typed| order.email.as_deref() == Some(typed.expose()));
    Ok((theirs || said.owned == Some(order.id)).then_some(order))
}

/// What a withdrawal means for a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// It is cancelled, and this goes back.
    Back(Money),
    /// It has been used, or something else stands against it: a person decides.
    Person(Option<u8>),
    /// It has gone back already.
    Gone,
}

/// What would become of each line now, as it was seen a moment ago: its position, and the effect.
///
/// # Errors
/// The database's.
pub async fn preview(app: &App, order_id: Uuid) -> Result<Vec<(i32, Effect)>, db::Error> {
    let mut all = Vec::new();
    let Some(order) = orders::load(&app.db, order_id).await? else {
        return Ok(all);
    };
    for line in lines::of_order(&app.db, order_id, app.clock.now()).await? {
        let effect = match line.outcome {
            Some(Outcome::Refund) => Effect::Gone,
            None => Effect::Back(Money::new(line.price_minor, order.total.currency)),
            Some(Outcome::Deliver) => match lately_seen(app, &line).await? {
                Some((_, package)) => effect_on(app, &package, app.clock.now()),
                None => Effect::Person(None),
            },
        };
        all.push((line.position, effect));
    }
    Ok(all)
}

fn effect_on(app: &App, owned: &OwnedPackage, stated_at: DateTime<Utc>) -> Effect {
    let Some(line) = &owned.line else {
        return Effect::Person(None);
    };
    let cancelled = line
        .cancellation
        .as_ref()
        .is_some_and(|asked| asked.state != CancelState::Kept);
    if line.state != LineState::Delivered || cancelled || line.back.minor >= line.price.minor {
        return Effect::Gone;
    }
    match cancel::terms_of(app, owned, stated_at, app.clock.now()) {
        Ok(terms) => Effect::Back(terms.back),
        Err(_) => Effect::Person(
            owned
                .package
                .usage
                .as_ref()
                .map(domain::package::Usage::percent_used),
        ),
    }
}

/// The same after a look at the supplier, if nobody has looked for a minute.
async fn lately_seen(app: &App, line: &Line) -> Result<Option<(String, OwnedPackage)>, db::Error> {
    if let Some(iccid) = iccid(app, line).await? {
        usage::look(app, &iccid).await?;
    }
    owned(app, line).await
}

async fn iccid(app: &App, line: &Line) -> Result<Option<String>, db::Error> {
    match &line.target_iccid {
        Some(iccid) => Ok(Some(iccid.clone())),
        None => lines::iccid(&app.db, line.id).await,
    }
}

/// The eSIM's number and the package of a delivered line.
async fn owned(app: &App, line: &Line) -> Result<Option<(String, OwnedPackage)>, db::Error> {
    let Some(iccid) = iccid(app, line).await? else {
        return Ok(None);
    };
    let all = packages::of_esim(&app.db, &iccid).await?;
    let mine = all
        .into_iter()
        .find(|owned| owned.line.as_ref().is_some_and(|l| l.id == line.id));
    Ok(mine.map(|package| (iccid, package)))
}

/// Carries a statement out when its time has come.
///
/// # Errors
/// [`Error`]; carried out again from the beginning, which changes nothing that was done.
pub async fn carry_out(app: &App, id: Uuid) -> Result<JobOutcome, Error> {
    let Some(withdrawal) = withdrawals::load(&app.db, id)
        .await?
        .filter(|w| w.state == "waiting")
    else {
        return Ok(JobOutcome::Done);
    };
    if app.clock.now() < withdrawal.acts_at {
        return Ok(JobOutcome::RetryAt(withdrawal.acts_at));
    }
    let Some(order) = orders::load(&app.db, withdrawal.order_id).await? else {
        return Ok(JobOutcome::Done);
    };
    if let Some(rest) = modes::of_the_other(app, &order) {
        if rest == JobOutcome::Done {
            decide(app, &order, &withdrawal, &[]).await?;
        }
        return Ok(rest);
    }
    if let Some(later) = mail_not_left(app, &withdrawal).await? {
        return Ok(JobOutcome::RetryAt(later));
    }
    let (mut for_a_person, mut trouble) = (Vec::new(), None);
    for line in lines::of_order(&app.db, order.id, app.clock.now()).await? {
        match end_line(app, &order, &line, &withdrawal).await {
            Ok(None) => {}
            Ok(Some(why)) => for_a_person.push(format!("line {}: {why}", line.position)),
            // The other lines do not wait for it.
            Err(error) => trouble = Some(error),
        }
    }
    if let Some(error) = trouble {
        return Err(error);
    }
    decide(app, &order, &withdrawal, &for_a_person).await?;
    Ok(JobOutcome::Done)
}

/// The hour in which the mailbox can stop a statement begins as its mail leaves; until when that is
/// now.
///
/// # Errors
/// The database's.
pub async fn hour_begins(app: &App, withdrawal: &Withdrawal) -> Result<DateTime<Utc>, db::Error> {
    let until = (app.clock.now() + TIME_TO_STOP)
        .min(withdrawal.stated_at + PATIENCE)
        .max(withdrawal.acts_at);
    withdrawals::put_off(&app.db, withdrawal.id, until).await?;
    Ok(until)
}

/// A stranger's statement can be stopped for an hour by the order's mailbox: while its mail has not
/// left, that hour has not begun.
async fn mail_not_left(app: &App, withdrawal: &Withdrawal) -> Result<Option<DateTime<Utc>>, Error> {
    let now = app.clock.now();
    if withdrawal.by_owner || now >= withdrawal.stated_at + PATIENCE {
        return Ok(None);
    }
    let mut db = app.db.acquire().await?;
    if !mails::is_queued(&mut db, withdrawal.order_id, MailKind::Withdrawal).await? {
        return Ok(None);
    }
    drop(db);
    withdrawals::put_off(&app.db, withdrawal.id, now + TIME_TO_STOP).await?;
    Ok(Some(now + TIME_TO_STOP))
}

/// Ends a line; why not, if a person must decide.
async fn end_line(
    app: &App,
    order: &Order,
    line: &Line,
    withdrawal: &Withdrawal,
) -> Result<Option<String>, Error> {
    let now = app.clock.now();
    match line.outcome {
        Some(Outcome::Refund) => return Ok(None),
        Some(Outcome::Deliver) => {}
        None => {
            let mut tx = app.db.begin().await?;
            let order = orders::lock(&mut tx, order.id).await?;
            if lines::lock_outcome(&mut tx, line.id).await?.is_none() {
                let against = RefundReason {
                    cause: Cause::Operator,
                    why: "withdrawn from before it was delivered",
                    unknown: line.unclear_calls > 0,
                };
                outcome::decide_refund(&mut tx, &order, line, against, now).await?;
                jobs::enqueue(&mut tx, &Job::Order(order.id), now, now).await?;
            }
            tx.commit().await?;
            return Ok(None);
        }
    }
    let Some(iccid) = iccid(app, line).await? else {
        return Ok(Some("its eSIM is not known".to_owned()));
    };
    // Used or not, by the supplier's word of now.
    match usage::read(app, &iccid).await {
        Err(error) if now < withdrawal.acts_at + PATIENCE => return Err(error),
        Err(_) => return Ok(Some("the supplier does not show its eSIM".to_owned())),
        Ok(_) => {}
    }
    let Some((_, package)) = owned(app, line).await? else {
        return Ok(Some("its package is not known".to_owned()));
    };
    match effect_on(app, &package, withdrawal.stated_at) {
        Effect::Gone => Ok(None),
        Effect::Person(Some(percent)) => Ok(Some(format!("{percent} % of its data is used"))),
        Effect::Person(None) => Ok(Some("it cannot be cancelled automatically".to_owned())),
        Effect::Back(back) => {
            match cancel::ask_of(app, &iccid, line.id, back, withdrawal.stated_at).await? {
                cancel::Wished::Promised => Ok(None),
                cancel::Wished::Changed(_) | cancel::Wished::Not(_) => {
                    Ok(Some("it could not be cancelled automatically".to_owned()))
                }
            }
        }
    }
}

async fn decide(
    app: &App,
    order: &Order,
    withdrawal: &Withdrawal,
    for_a_person: &[String],
) -> Result<(), Error> {
    let now = app.clock.now();
    let state = if for_a_person.is_empty() {
        "done"
    } else {
        "person"
    };
    let mut tx = app.db.begin().await?;
    orders::lock(&mut tx, order.id).await?;
    if !withdrawals::decide(&mut tx, withdrawal.id, state, now).await? {
        return Ok(());
    }
    let detail = for_a_person.join("; ");
    if !for_a_person.is_empty() {
        call(
            &mut tx,
            order,
            &format!(
                "on {}; {detail}",
                withdrawal.stated_at.format("%Y-%m-%d %H:%M UTC")
            ),
            now,
        )
        .await?;
    }
    let detail = (!detail.is_empty()).then_some(detail.as_str());
    let entry = Entry {
        order_id: order.id,
        line_id: None,
        event: EventKind::WithdrawalCarriedOut,
        detail,
        actor: Actor::Worker,
    };
    history::record_event(&mut tx, &entry, now).await?;
    tx.commit().await?;
    Ok(())
}

/// Calls a person to an order that was withdrawn from.
pub(super) async fn call(
    tx: &mut Connection,
    order: &Order,
    why: &str,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let number = &order.number;
    let what = format!("order {number} was withdrawn from: {why}");
    let mend = format!(
        "decide what to refund and email the traveller: `orders refund {number} --amount …`, then \
         `orders release {number}`"
    );
    let alert = Alert {
        kind: AlertKind::Withdrawal,
        subject: number,
        what: &what,
        mend: &mend,
        order_id: Some(order.id),
    };
    alerts::raise(tx, &alert, now).await?;
    orders::flag(tx, order.id, &format!("withdrawn from: {why}")).await?;
    Ok(())
}

/// A link that stops a statement, of which only the hash is kept. Made when its mail is sent.
///
/// # Errors
/// The database's.
pub async fn fresh_stop(app: &App, id: Uuid) -> Result<Token, db::Error> {
    let token = Token::of(rand::random());
    withdrawals::add_stop(&app.db, id, &token.hash()).await?;
    Ok(token)
}

/// Whether a link stops anything now.
///
/// # Errors
/// The database's.
pub async fn can_stop(app: &App, link: &Token) -> Result<bool, db::Error> {
    Ok(withdrawals::by_stop(&app.db, &link.hash()).await?.is_some())
}

/// Stops the statement of a link; `false` when there is nothing to stop any more.
///
/// # Errors
/// The database's.
pub async fn stop(app: &App, link: &Token) -> Result<bool, db::Error> {
    let now = app.clock.now();
    let Some(id) = withdrawals::by_stop(&app.db, &link.hash()).await? else {
        return Ok(false);
    };
    let Some(withdrawal) = withdrawals::load(&app.db, id).await? else {
        return Ok(false);
    };
    let mut tx = app.db.begin().await?;
    if now >= withdrawal.acts_at || !withdrawals::decide(&mut tx, id, "stopped", now).await? {
        return Ok(false);
    }
    let entry = Entry {
        order_id: withdrawal.order_id,
        line_id: None,
        event: EventKind::WithdrawalStopped,
        detail: None,
        actor: Actor::Traveller,
    };
    history::record_event(&mut tx, &entry, now).await?;
    tx.commit().await?;
    Ok(true)
}
