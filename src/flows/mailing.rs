//! What a person may do about mails, an operator or the traveller: send an order's goods again,
//! correct its address, try again what did not leave. Each that is about an order leaves a history
//! row with who did it.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::{Error, mail_render};
use crate::app::App;
use crate::db::history::{self, Actor, Entry};
use crate::db::mails::{self, Again, NewMail};
use crate::db::orders::{self, Order};
use crate::db::{self, Connection, audit, esim_keys, lines, order_keys};
use domain::email::EmailAddress;
use domain::history::EventKind;
use domain::line::LineState;
use domain::mail_kind::MailKind;

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

/// Takes up again what did not leave, and sends it now; who did it is written down when there was
/// anything.
///
/// # Errors
/// The database's.
pub async fn retry(app: &App, which: Again, who: &str) -> Result<Vec<Sent>, Error> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let ids = mails::again(&mut tx, which, now + HEADSTART, now).await?;
    if !ids.is_empty() {
        audit::record(
            &mut tx,
            who,
            "mails retried",
            Some(&format!("{} of them", ids.len())),
            now,
        )
        .await?;
    }
    tx.commit().await?;
    send(app, ids).await
}

/// The same for one order's mails. Its history says who did it.
///
/// # Errors
/// The database's.
pub(super) async fn retry_of_order(app: &App, order_id: Uuid) -> Result<Vec<Sent>, Error> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let ids = mails::again(&mut tx, Again::OfOrder(order_id), now + HEADSTART, now).await?;
    tx.commit().await?;
    send(app, ids).await
}

/// Mails an order's goods again, to its own address or another; none when nothing has been
/// delivered or there is no address.
///
/// # Errors
/// The database's.
pub async fn resend(
    app: &App,
    order_id: Uuid,
    to: Option<&EmailAddress>,
    who: &str,
) -> Result<Option<Vec<Sent>>, Error> {
    let by = By {
        actor: Actor::Operator(who.to_owned()),
        headstart: HEADSTART,
    };
    match queue_again(app, order_id, to, by).await? {
        Some(ids) => Ok(Some(send(app, ids).await?)),
        None => Ok(None),
    }
}

/// The same for its traveller, to the order's own address: the worker sends it. Whether there was
/// anything to send.
///
/// # Errors
/// The database's.
pub async fn resend_for_traveller(app: &App, order_id: Uuid) -> Result<bool, db::Error> {
    let by = By {
        actor: Actor::Traveller,
        headstart: TimeDelta::zero(),
    };
    Ok(queue_again(app, order_id, None, by).await?.is_some())
}

/// Who does it, and how long the worker leaves it to them.
struct By {
    actor: Actor,
    headstart: TimeDelta,
}

async fn queue_again(
    app: &App,
    order_id: Uuid,
    to: Option<&EmailAddress>,
    by: By,
) -> Result<Option<Vec<Uuid>>, db::Error> {
    let now = app.clock.now();
    let delivered = lines::of_order(&app.db, order_id, now)
        .await?
        .iter()
        .any(|line| line.state == LineState::Delivered);
    let mut tx = app.db.begin().await?;
    let order = orders::lock(&mut tx, order_id).await?;
    let own = order
        .email
        .as_deref()
        .and_then(|email| EmailAddress::parse(email).ok());
    let Some(address) = to.or(own.as_ref()).filter(|_| delivered) else {
        return Ok(None);
    };
    let elsewhere = to.is_some_and(|to| Some(to) != own.as_ref());
    let send_at = now + by.headstart;
    record_event(
        &mut tx,
        &order,
        EventKind::Resent,
        elsewhere.then_some("to another address"),
        by.actor,
        now,
    )
    .await?;
    let id = queue(
        &mut tx,
        &order,
        MailKind::Delivered,
        address,
        (now, send_at),
    )
    .await?;
    tx.commit().await?;
    Ok(Some(id.into_iter().collect()))
}

/// What came of correcting an address.
#[derive(Debug)]
pub struct Corrected {
    /// Whether it was another before.
    pub changed: bool,
    /// What was sent to the new one, and the word to the old one.
    pub sent: Vec<Sent>,
}

/// Corrects an order's address: mails that have not left go there, what was delivered is mailed
/// again, and the old address is told without a code. Keys that were mailed to it open nothing any
/// more.
///
/// # Errors
/// The database's.
pub async fn set_email(
    app: &App,
    order_id: Uuid,
    to: &EmailAddress,
    who: &str,
) -> Result<Corrected, Error> {
    let by = By {
        actor: Actor::Operator(who.to_owned()),
        headstart: HEADSTART,
    };
    match correct(app, order_id, to, by).await? {
        Some(ids) => Ok(Corrected {
            changed: true,
            sent: send(app, ids).await?,
        }),
        None => Ok(Corrected {
            changed: false,
            sent: Vec::new(),
        }),
    }
}

/// The same for its traveller: the worker sends.
///
/// # Errors
/// The database's.
pub async fn set_email_for_traveller(
    app: &App,
    order_id: Uuid,
    to: &EmailAddress,
) -> Result<(), db::Error> {
    correct(
        app,
        order_id,
        to,
        By {
            actor: Actor::Traveller,
            headstart: TimeDelta::zero(),
        },
    )
    .await
    .map(drop)
}

/// The mails that this queued; none when it is the address already.
async fn correct(
    app: &App,
    order_id: Uuid,
    to: &EmailAddress,
    by: By,
) -> Result<Option<Vec<Uuid>>, db::Error> {
    let now = app.clock.now();
    let delivered = lines::of_order(&app.db, order_id, now)
        .await?
        .iter()
        .any(|line| line.state == LineState::Delivered);
    let mut tx = app.db.begin().await?;
    let order = orders::lock(&mut tx, order_id).await?;
    let old = order
        .email
        .as_deref()
        .and_then(|email| EmailAddress::parse(email).ok());
    if old.as_ref() == Some(to) {
        return Ok(None);
    }
    let send_at = now + by.headstart;
    orders::set_email(&mut tx, order_id, to).await?;
    // What was mailed to the old address opens nothing any more.
    order_keys::end_of_order(&mut tx, order_id, now).await?;
    esim_keys::end_mailed(&mut tx, order_id).await?;
    record_event(
        &mut tx,
        &order,
        EventKind::EmailChanged,
        None,
        by.actor,
        now,
    )
    .await?;
    mails::readdress(&mut tx, order_id, to).await?;
    let mut ids = mails::again(&mut tx, Again::OfOrder(order_id), send_at, now).await?;
    if delivered && !mails::is_queued(&mut tx, order_id, MailKind::Delivered).await? {
        ids.extend(queue(&mut tx, &order, MailKind::Delivered, to, (now, send_at)).await?);
    }
    if let Some(old) = &old {
        ids.extend(
            queue(
                &mut tx,
                &order,
                MailKind::AddressChanged,
                old,
                (now, send_at),
            )
            .await?,
        );
    }
    tx.commit().await?;
    Ok(Some(ids))
}

async fn record_event(
    tx: &mut Connection,
    order: &Order,
    event: EventKind,
    detail: Option<&str>,
    actor: Actor,
    now: DateTime<Utc>,
) -> Result<(), db::Error> {
    history::record_event(
        tx,
        &Entry {
            order_id: order.id,
            line_id: None,
            event,
            detail,
            actor,
        },
        now,
    )
    .await
}

async fn queue(
    tx: &mut Connection,
    order: &Order,
    kind: MailKind,
    to: &EmailAddress,
    (now, send_at): (DateTime<Utc>, DateTime<Utc>),
) -> Result<Option<Uuid>, db::Error> {
    let subject = format!("{}:again:{}", order.id, Uuid::now_v7());
    let body = serde_json::json!({});
    let mail = NewMail {
        order_id: Some(order.id),
        kind,
        subject: &subject,
        to,
        locale: &order.locale,
        body,
        now,
        send_at,
    };
    mails::queue(tx, &mail).await
}

/// Sends these now, one after the other, and says what came of each. What is not taken stays in the
/// outbox, as always.
async fn send(app: &App, ids: Vec<Uuid>) -> Result<Vec<Sent>, Error> {
    let mut sent = Vec::new();
    for id in ids {
        mail_render::send_mail(app, id, None, app.clock.now()).await?;
        sent.push(Sent {
            id,
            fault: mails::last_error(&app.db, id).await?,
        });
    }
    Ok(sent)
}
