//! What a person at the keyboard may do about mails: send an order's goods again, correct its address, try again what did not leave. Each
//! that is about an order leaves a history row with who did it.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::operator::note;
use super::{Error, notice};
use crate::app::App;
use crate::db::mails::{self, Again, NewMail};
use crate::db::orders::{self, Order};
use crate::db::{Connection, lines, order_keys};
use crate::domain::email::EmailAddress;
use crate::domain::line::LineState;

/// Should whoever asked die before sending, the worker sends after this.
const HEADSTART: TimeDelta = TimeDelta::minutes(1);

/// What became of a mail that was sent by hand.
#[derive(Debug)]
pub struct Sent {
    /// The mail.
    pub id: Uuid,
    /// None when the mail server took it.
    pub fault: Option<String>,
}

/// Takes up again what did not leave, and sends it now.
///
/// # Errors
/// The database's.
pub async fn retry(app: &App, which: Again) -> Result<Vec<Sent>, Error> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let ids = mails::again(&mut tx, which, now + HEADSTART, now).await?;
    tx.commit().await?;
    send(app, ids).await
}

/// Mails an order's goods again, to its own address or another; none when nothing has been delivered or there is no address.
///
/// # Errors
/// The database's.
pub async fn resend(app: &App, order_id: Uuid, to: Option<&EmailAddress>, who: &str) -> Result<Option<Vec<Sent>>, Error> {
    let now = app.clock.now();
    let delivered = lines::of_order(&app.db, order_id, now).await?.iter().any(|line| line.state == LineState::Delivered);
    let mut tx = app.db.begin().await?;
    let order = orders::lock(&mut tx, order_id).await?;
    let own = order.email.as_deref().and_then(|email| EmailAddress::parse(email).ok());
    let Some(address) = to.or(own.as_ref()).filter(|_| delivered) else { return Ok(None) };
    let elsewhere = to.is_some_and(|to| Some(to) != own.as_ref());
    note(&mut tx, &order, "resent", elsewhere.then_some("to another address"), who, now).await?;
    let id = queue(&mut tx, &order, "delivered", address, now).await?;
    tx.commit().await?;
    Ok(Some(send(app, id.into_iter().collect()).await?))
}

/// What came of correcting an address.
#[derive(Debug)]
pub struct Corrected {
    /// Whether it was another before.
    pub changed: bool,
    /// What was sent to the new one, and the word to the old one.
    pub sent: Vec<Sent>,
}

/// Corrects an order's address: mails that have not left go there, what was delivered is mailed again, and the old address is told without
/// a code.
///
/// # Errors
/// The database's.
pub async fn set_email(app: &App, order_id: Uuid, to: &EmailAddress, who: &str) -> Result<Corrected, Error> {
    let now = app.clock.now();
    let delivered = lines::of_order(&app.db, order_id, now).await?.iter().any(|line| line.state == LineState::Delivered);
    let mut tx = app.db.begin().await?;
    let order = orders::lock(&mut tx, order_id).await?;
    let old = order.email.as_deref().and_then(|email| EmailAddress::parse(email).ok());
    if old.as_ref() == Some(to) {
        return Ok(Corrected { changed: false, sent: Vec::new() });
    }
    orders::set_email(&mut tx, order_id, to).await?;
    // What was mailed to the old address opens nothing any more.
    order_keys::end_of_order(&mut tx, order_id, now).await?;
    note(&mut tx, &order, "email_changed", None, who, now).await?;
    mails::readdress(&mut tx, order_id, to).await?;
    let mut ids = mails::again(&mut tx, Again::OfOrder(order_id), now + HEADSTART, now).await?;
    if delivered && !mails::is_queued(&mut tx, order_id, "delivered").await? {
        ids.extend(queue(&mut tx, &order, "delivered", to, now).await?);
    }
    if let Some(old) = &old {
        ids.extend(queue(&mut tx, &order, "address_changed", old, now).await?);
    }
    tx.commit().await?;
    Ok(Corrected { changed: true, sent: send(app, ids).await? })
}

async fn queue(tx: &mut Connection, order: &Order, kind: &str, to: &EmailAddress, now: DateTime<Utc>) -> Result<Option<Uuid>, Error> {
    let subject = format!("{}:again:{}", order.id, Uuid::now_v7());
    let body = serde_json::json!({});
    let send_at = now + HEADSTART;
    let mail = NewMail { order_id: Some(order.id), kind, subject: &subject, to, locale: &order.locale, body, now, send_at };
    Ok(mails::queue(tx, &mail).await?)
}

/// Sends these now, one after the other, and says what came of each. What is not taken stays in the outbox, as always.
async fn send(app: &App, ids: Vec<Uuid>) -> Result<Vec<Sent>, Error> {
    let mut sent = Vec::new();
    for id in ids {
        notice::send_mail(app, id, app.clock.now()).await?;
        sent.push(Sent { id, fault: mails::last_error(&app.db, id).await? });
    }
    Ok(sent)
}
