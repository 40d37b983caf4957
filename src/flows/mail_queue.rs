//! Which mails an order deserves now. Each is queued once; what it says is read when it is sent.
//!
//! Nearly all go at once: they answer something that the traveller does, who is then awake. Paying
//! is answered by what was bought, a wait, or the money's return; connecting and using data by what
//! is left; a wish by what came of it. Two tell of a day on the calendar, and those wait for the
//! morning: a reminder for that of the buyer's country, as the journey has not begun, and the end
//! of a plan's days for that of the destination.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::{Error, JobOutcome};
use crate::app::App;
use crate::db::esims::Owner;
use crate::db::lines::{self, Line, Outcome};
use crate::db::mails::{self, NewMail};
use crate::db::orders::Order;
use crate::db::packages::OwnedPackage;
use crate::db::refunds::{self, Refund};
use crate::db::reminders::Waiting;
use crate::db::{self, Connection, at_rest};
use domain::daytime::next_daytime;
use domain::email::EmailAddress;
use domain::mail_kind::MailKind;
use domain::package::News;
use domain::refund::{Cause, RefundState};
use domain::reminder::Reminder;

/// How long a buyer may wait for the first word.
pub(super) const A_MOMENT: TimeDelta = TimeDelta::minutes(1);

/// Queues what the buyer should know of a paid order; when to look again, while something is on its
/// way. Lines that are still waiting do not keep the others' codes back for longer than their first
/// try takes, or a moment.
pub(super) async fn progress(app: &App, order: &Order) -> Result<JobOutcome, Error> {
    let Some(to) = address(order.email.as_deref()) else {
        return Ok(JobOutcome::Done);
    };
    let lines = lines::of_order(&app.db, order.id, app.clock.now()).await?;
    let refunds = refunds::of_order(&app.db, order.id).await?;
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    goods(&mut tx, order, &to, &lines, now).await?;
    money_back(&mut tx, order, &to, &lines, &refunds, now).await?;
    tx.commit().await?;
    let moment_over = order
        .paid_at
        .map(|paid_at| paid_at + A_MOMENT + TimeDelta::milliseconds(1));
    let waiting = lines.iter().any(|line| line.outcome.is_none());
    Ok(moment_over
        .filter(|over| waiting && now < *over)
        .map_or(JobOutcome::Done, JobOutcome::RetryAt))
}

/// The last line of an order is here, and all others are: its mail, and the reading of what Stripe
/// took, follow in the same transaction; the order's own job has nothing left to do. `false` when
/// there is more to it than that, so that it has.
pub(super) async fn all_here(
    tx: &mut Connection,
    order: &Order,
    now: DateTime<Utc>,
) -> Result<bool, Error> {
    let Some(to) = address(order.email.as_deref()) else {
        return Ok(false);
    };
    let subject = order.id.to_string();
    let body = serde_json::json!({});
    let locale = &order.locale;
    let mail = NewMail {
        order_id: Some(order.id),
        kind: MailKind::Delivered,
        subject: &subject,
        to: &to,
        locale,
        body,
        now,
        send_at: now,
    };
    Ok(at_rest::queue_mail(tx, order.id, &mail).await?)
}

/// What is here, and what still is not.
async fn goods(
    tx: &mut Connection,
    order: &Order,
    to: &EmailAddress,
    lines: &[Line],
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let count = |outcome| lines.iter().filter(|l| l.outcome == outcome).count();
    let (delivered, waiting) = (count(Some(Outcome::Deliver)), count(None));
    let some = format!("{}:{delivered}", order.id);
    let all = order.id.to_string();
    let moment_over = order
        .paid_at
        .is_some_and(|paid_at| now - paid_at > A_MOMENT);
    let tried = lines
        .iter()
        .filter(|l| l.outcome.is_none())
        .all(|l| l.tried || l.held || order.held());
    if delivered > 0 && waiting > 0 && !tried && !moment_over {
        // The others are on their way: one mail for all, if they come.
    } else if delivered > 0 && waiting > 0 {
        queue(tx, order, to, MailKind::Delivered, &some, now).await?;
    } else if delivered > 0 && !mails::exists(tx, MailKind::Delivered, &some).await? {
        queue(tx, order, to, MailKind::Delivered, &all, now).await?;
    } else if delivered == 0 && waiting > 0 && moment_over {
        // Once a part is here, its mail says what becomes of the rest.
        queue(tx, order, to, MailKind::Received, &all, now).await?;
    }
    Ok(())
}

/// Money on its way back: what could not be delivered in one mail, as it is decided together; what
/// a traveller or an operator gave back line by line, as each is a decision of its own.
async fn money_back(
    tx: &mut Connection,
    order: &Order,
    to: &EmailAddress,
    lines: &[Line],
    refunds: &[Refund],
    now: DateTime<Utc>,
) -> Result<(), Error> {
    for refund in refunds
        .iter()
        .filter(|r| by_line(r.cause) && r.state.is_sent())
    {
        if let Some(line_id) = refund.line_id {
            queue(tx, order, to, MailKind::Refunded, &line_id.to_string(), now).await?;
        }
    }
    let refused = lines.iter().any(|l| l.outcome == Some(Outcome::Refund));
    // What went back outside the shop belongs to no line; it is told when it kept a line from being
    // bought.
    let together = || {
        refunds.iter().filter(|r| {
            (r.line_id.is_some() && !by_line(r.cause)) || (r.line_id.is_none() && refused)
        })
    };
    let waiting = lines.iter().any(|l| l.outcome.is_none());
    let unsent = together().any(|r| r.state == RefundState::Intent);
    if !waiting && !unsent && together().any(|r| r.state.is_sent()) {
        queue(
            tx,
            order,
            to,
            MailKind::Refunded,
            &order.id.to_string(),
            now,
        )
        .await?;
    }
    Ok(())
}

/// Whether refunds of this cause are told line by line.
pub(super) fn by_line(cause: Cause) -> bool {
    matches!(cause, Cause::Cancelled | Cause::Operator)
}

/// Tells the owner of an eSIM something about one of its packages, once. What the mail says is read
/// when it is sent.
pub(super) async fn news(
    app: &App,
    owner: &Owner,
    owned: &OwnedPackage,
    told: News,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let Some(line) = &owned.line else {
        return Ok(());
    };
    let Some(to) = address(owner.email.as_deref()) else {
        return Ok(());
    };
    let Some(kind) = MailKind::of_news(told) else {
        return Ok(());
    };
    let used_up = owned
        .package
        .usage
        .as_ref()
        .is_some_and(|usage| usage.is_used_up());
    let send_at = match told {
        News::Ended if !used_up => {
            let coverage: Vec<&str> = line
                .product
                .iter()
                .flat_map(|p| &p.coverage)
                .map(String::as_str)
                .collect();
            next_daytime(now, &coverage)
        }
        News::Live | News::RunningLow(_) | News::Ended => now,
    };
    let about = About {
        order_id: line.order_id,
        kind,
        subject: &line.id.to_string(),
        locale: &owner.locale,
    };
    let mut tx = app.db.begin().await?;
    put(&mut tx, &about, &to, now, send_at).await?;
    tx.commit().await?;
    Ok(())
}

/// A plan must be started soon. Sent by day in the buyer's country.
pub(super) async fn reminder(
    app: &App,
    reminder: Reminder,
    plan: &Waiting,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let Some(to) = address(Some(&plan.email)) else {
        return Ok(());
    };
    let country: Vec<&str> = plan.country.iter().map(String::as_str).collect();
    let about = About {
        order_id: plan.order_id,
        kind: reminder.kind(),
        subject: &plan.line_id.to_string(),
        locale: &plan.locale,
    };
    let mut tx = app.db.begin().await?;
    put(&mut tx, &about, &to, now, next_daytime(now, &country)).await?;
    tx.commit().await?;
    Ok(())
}

/// A package that was to be given back stays as it is.
pub(super) async fn not_given_back(
    tx: &mut Connection,
    order: &Order,
    line_id: Uuid,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let Some(to) = address(order.email.as_deref()) else {
        return Ok(());
    };
    queue(
        tx,
        order,
        &to,
        MailKind::NotGivenBack,
        &line_id.to_string(),
        now,
    )
    .await
}

/// A withdrawal was stated. The mail goes to the order's address, whoever stated it.
pub(super) async fn withdrawal(
    tx: &mut Connection,
    order: &Order,
    id: Uuid,
    now: DateTime<Utc>,
) -> Result<(), db::Error> {
    let Some(to) = address(order.email.as_deref()) else {
        return Ok(());
    };
    let about = About {
        order_id: order.id,
        kind: MailKind::Withdrawal,
        subject: &id.to_string(),
        locale: &order.locale,
    };
    put(tx, &about, &to, now, now).await
}

/// A bank takes days over a payment: whoever pays so hears at once that the order stands.
pub(super) async fn payment_delayed(
    tx: &mut Connection,
    order: &Order,
    email: Option<&str>,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let Some(to) = address(email.or(order.email.as_deref())) else {
        return Ok(());
    };
    queue(
        tx,
        order,
        &to,
        MailKind::PaymentDelayed,
        &order.id.to_string(),
        now,
    )
    .await
}

/// A delayed payment failed.
pub(super) async fn payment_failed(
    tx: &mut Connection,
    order: &Order,
    email: Option<&str>,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let Some(to) = address(email.or(order.email.as_deref())) else {
        return Ok(());
    };
    queue(
        tx,
        order,
        &to,
        MailKind::PaymentFailed,
        &order.id.to_string(),
        now,
    )
    .await
}

fn address(text: Option<&str>) -> Option<EmailAddress> {
    text.and_then(|e| EmailAddress::parse(e).ok())
}

async fn queue(
    tx: &mut Connection,
    order: &Order,
    to: &EmailAddress,
    kind: MailKind,
    subject: &str,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let about = About {
        order_id: order.id,
        kind,
        subject,
        locale: &order.locale,
    };
    Ok(put(tx, &about, to, now, now).await?)
}

/// What a mail is about.
struct About<'a> {
    order_id: Uuid,
    kind: MailKind,
    subject: &'a str,
    locale: &'a str,
}

async fn put(
    tx: &mut Connection,
    about: &About<'_>,
    to: &EmailAddress,
    now: DateTime<Utc>,
    send_at: DateTime<Utc>,
) -> Result<(), db::Error> {
    let About {
        order_id,
        kind,
        subject,
        locale,
    } = *about;
    let body = serde_json::json!({});
    mails::queue(
        tx,
        &NewMail {
            order_id: Some(order_id),
            kind,
            subject,
            to,
            locale,
            body,
            now,
            send_at,
        },
    )
    .await
    .map(drop)
}
