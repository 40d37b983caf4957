//! Which mails an order deserves now. Each is queued once; what it says is read when it is sent.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::Error;
use crate::app::App;
use crate::db::esims::Owner;
use crate::db::lines::{self, Outcome};
use crate::db::mails::{self, NewMail};
use crate::db::orders::Order;
use crate::db::packages::OwnedPackage;
use crate::db::{Connection, refunds};
use crate::domain::email::EmailAddress;
use crate::domain::package::News;
use crate::domain::refund::RefundState;

/// Queues what the buyer should know of a paid order. Lines that are still waiting do not keep the others' codes back.
pub(super) async fn progress(app: &App, order: &Order) -> Result<(), Error> {
    let Some(to) = order.email.as_deref().and_then(|e| EmailAddress::parse(e).ok()) else { return Ok(()) };
    let lines = lines::of_order(&app.db, order.id).await?;
    let count = |outcome| lines.iter().filter(|l| l.outcome == outcome).count();
    let (delivered, waiting) = (count(Some(Outcome::Deliver)), count(None));
    let some = format!("{}:{delivered}", order.id);
    let all = order.id.to_string();
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    if delivered > 0 && waiting > 0 {
        queue(&mut tx, order, &to, "delivered", &some, now).await?;
    } else if delivered > 0 && !mails::exists(&mut tx, "delivered", &some).await? {
        queue(&mut tx, order, &to, "delivered", &all, now).await?;
    }
    let refunds = refunds::of_order(&app.db, order.id).await?;
    let unsent = refunds.iter().any(|r| r.state == RefundState::Intent);
    let sent = refunds.iter().any(|r| r.line_id.is_some() && r.state.is_sent());
    if waiting == 0 && sent && !unsent {
        queue(&mut tx, order, &to, "refunded", &all, now).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Tells the owner of an eSIM something about one of its packages, once. What the mail says is read when it is sent.
pub(super) async fn news(app: &App, owner: &Owner, owned: &OwnedPackage, told: News, now: DateTime<Utc>) -> Result<(), Error> {
    let Some(line) = &owned.line else { return Ok(()) };
    let Some(to) = owner.email.as_deref().and_then(|e| EmailAddress::parse(e).ok()) else { return Ok(()) };
    let kind = match told {
        News::Live => "live".to_owned(),
        News::RunningLow(step) => format!("running_low_{step}"),
        News::Ended => "ended".to_owned(),
    };
    let subject = line.id.to_string();
    let body = serde_json::json!({});
    let mail = NewMail { order_id: Some(line.order_id), kind: &kind, subject: &subject, to: &to, locale: &owner.locale, body, now };
    let mut tx = app.db.begin().await?;
    mails::queue(&mut tx, &mail).await?;
    tx.commit().await?;
    Ok(())
}

/// A package that was to be given back stays as it is.
pub(super) async fn not_given_back(tx: &mut Connection, order: &Order, line_id: Uuid, now: DateTime<Utc>) -> Result<(), Error> {
    let Some(to) = order.email.as_deref().and_then(|e| EmailAddress::parse(e).ok()) else { return Ok(()) };
    queue(tx, order, &to, "not_given_back", &line_id.to_string(), now).await
}

/// A delayed payment failed.
pub(super) async fn payment_failed(tx: &mut Connection, order: &Order, email: Option<&str>, now: DateTime<Utc>) -> Result<(), Error> {
    let Some(to) = email.or(order.email.as_deref()).and_then(|e| EmailAddress::parse(e).ok()) else { return Ok(()) };
    queue(tx, order, &to, "payment_failed", &order.id.to_string(), now).await
}

async fn queue(tx: &mut Connection, order: &Order, to: &EmailAddress, kind: &str, subject: &str, now: DateTime<Utc>) -> Result<(), Error> {
    let body = serde_json::json!({});
    let mail = NewMail { order_id: Some(order.id), kind, subject, to, locale: &order.locale, body, now, send_at: now };
    mails::queue(tx, &mail).await.map(drop).map_err(Error::from)
}
