//! Sending a mail of the outbox: read what is true now, write the letter, hand it over. A mail that fails changes no outcome.

use chrono::{DateTime, Utc};
use thiserror::Error;
use uuid::Uuid;

use crate::app::App;
use crate::config::Config;
use crate::db::mails::{self, Mail};
use crate::db::order_pages::{self, Line, Order};
use crate::domain::line::LineState;
use crate::domain::money::Money;
use crate::domain::progress::refund_reason;
use crate::domain::when;
use crate::fail_at;
use crate::flows::sign_in::{LINK_MINUTES, fresh_link};
use crate::mail::messages::{Delivered, MailedEsim, MailedRefund, PaymentFailed, Receipt, Refunded, Shop, SignIn, WriteError};
use crate::mail::{Letter, MailError};

/// Not sent now; the same mail again later.
#[derive(Debug, Error)]
pub enum NoticeError {
    /// The database failed.
    #[error("the database failed")]
    Db(#[from] crate::db::Error),
    /// The letter could not be written.
    #[error(transparent)]
    Write(#[from] WriteError),
    /// The mail server did not take it now.
    #[error(transparent)]
    Mail(#[from] MailError),
}

/// Sends the mail `id` if it is still queued, and writes down what became of it. `Ok` means that nothing is left to do.
///
/// # Errors
/// [`NoticeError`]: try again later.
pub async fn send_mail(app: &App, id: Uuid, now: DateTime<Utc>) -> Result<(), NoticeError> {
    let Some(mail) = mails::load(&app.db, id).await?.filter(|m| m.state == "queued") else { return Ok(()) };
    let Some(letter) = letter(app, &mail, now).await? else {
        return Ok(mails::mark_failed(&app.db, &mail, "there is nothing left to tell", now).await?);
    };
    fail_at::reach("before_mail");
    match app.mailer.send(mail.id, &letter, now).await {
        Ok(()) => {
            fail_at::reach("after_mail");
            tracing::info!(mail.kind, mail.id = %mail.id, "sent a mail");
            Ok(mails::mark_sent(&app.db, &mail, now).await?)
        }
        Err(error @ (MailError::Refused(_) | MailError::Settings(_))) => {
            tracing::warn!(mail.kind, mail.id = %mail.id, error.message = %error, "a mail was refused for good; the order page has all of it");
            Ok(mails::mark_failed(&app.db, &mail, &error.to_string(), now).await?)
        }
        Err(error @ MailError::Later(_)) => {
            mails::note_attempt(&app.db, mail.id, &error.to_string()).await?;
            Err(error.into())
        }
    }
}

/// What the mail says today; none when there is nothing left to tell.
async fn letter(app: &App, mail: &Mail, now: DateTime<Utc>) -> Result<Option<Letter>, NoticeError> {
    let url = app.config.public_url.as_str().trim_end_matches('/');
    let identity = &app.config.shop.shop;
    let shop = Shop { name: &identity.name, support: &identity.support_email, url };
    if mail.kind == "sign_in" {
        return sign_in(app, shop, mail, now).await;
    }
    let Some(order_id) = mail.order_id else { return Ok(None) };
    let Some(order) = order_pages::by_id(&app.db, order_id, now).await? else { return Ok(None) };
    let order_url = &format!("{url}/orders/{}", order.token);
    let order_number = &order.order_number;
    Ok(match mail.kind.as_str() {
        "delivered" => {
            let esims: Vec<_> = order.lines.iter().filter_map(|line| mailed_esim(&app.config, line)).collect();
            let refunds = order.lines.iter().filter_map(mailed_refund).collect();
            let waiting = order.lines.iter().filter(|l| matches!(l.state, LineState::Waiting | LineState::Ordering)).count();
            let mail_of = Delivered {
                shop,
                order_number,
                order_url,
                esims,
                ordered: order.lines.len(),
                waiting,
                refunds,
                receipt: receipt(&app.config, &order),
            };
            if mail_of.esims.is_empty() { None } else { Some(mail_of.letter(mail.to.clone())?) }
        }
        "refunded" => {
            let lines = refunded_lines(&order, &mail.subject);
            let total = lines.iter().filter_map(|l| l.refund.as_ref()).map(|r| r.amount).reduce(|a, b| a.plus(b).unwrap_or(a));
            let refunds = lines.into_iter().filter_map(mailed_refund).collect();
            match total {
                Some(total) => Some(refund_mail(shop, &order, order_url, refunds, total).letter(mail.to.clone())?),
                None => None,
            }
        }
        "payment_failed" => {
            let plans = order.lines.iter().map(|l| l.plan_name.clone()).collect();
            Some(PaymentFailed { shop, order_number, order_url, plans }.letter(mail.to.clone())?)
        }
        _ => None,
    })
}

fn refund_mail<'a>(shop: Shop<'a>, order: &'a Order, order_url: &'a str, refunds: Vec<MailedRefund>, total: Money) -> Refunded<'a> {
    Refunded { shop, order_number: &order.order_number, order_url, refunds, total: total.to_string() }
}

/// A fresh link each time it is sent: the outbox holds none. One that nobody could send for a while is no longer wanted.
async fn sign_in(app: &App, shop: Shop<'_>, mail: &Mail, now: DateTime<Utc>) -> Result<Option<Letter>, NoticeError> {
    if (now - mail.created_at).num_minutes() > 60 {
        return Ok(None);
    }
    let token = fresh_link(app, &mail.to, now).await?;
    let link = &format!("{}/login/{}", shop.url, token.expose());
    Ok(Some(SignIn { shop, link, minutes: LINK_MINUTES }.letter(mail.to.clone())?))
}

fn mailed_esim(config: &Config, line: &Line) -> Option<MailedEsim> {
    let esim = line.esim.as_ref().filter(|_| line.state == LineState::Delivered)?;
    Some(MailedEsim {
        position: line.position,
        plan_name: line.plan_name.clone(),
        iccid: esim.iccid.clone(),
        code: esim.code.clone(),
        start_by: line.activate_by.map(when::day),
        apn: line.product.as_ref().and_then(|p| config.shop.apn(&p.id, &p.coverage)).map(str::to_owned),
    })
}

fn mailed_refund(line: &Line) -> Option<MailedRefund> {
    let refund = line.refund.as_ref().filter(|r| r.state.is_live())?;
    let kept = Money::new(line.price.minor.saturating_sub(refund.amount.minor), line.price.currency);
    Some(MailedRefund {
        plan_name: line.plan_name.clone(),
        amount: refund.amount.to_string(),
        why: refund_reason(&refund.cause).to_owned(),
        kept: (refund.cause == "cancelled" && kept.minor > 0).then(|| kept.to_string()),
        reference: refund.stripe_id.clone(),
        at: refund.settled_at.map(when::day_and_minute),
    })
}

/// What was paid, line by line.
fn receipt(config: &Config, order: &Order) -> Receipt {
    let legal = &config.shop.legal;
    let seller: Vec<&str> = [&legal.seller, &legal.address].into_iter().flatten().map(String::as_str).collect();
    Receipt {
        order_number: order.order_number.clone(),
        items: order.lines.iter().map(|l| (l.plan_name.clone(), l.price.to_string())).collect(),
        total: order.total.to_string(),
        paid_at: order.paid_at.map(when::day_and_minute),
        seller: legal.seller.is_some().then(|| seller.join(", ")),
    }
}

/// The lines that a refund mail is about: its subject names one refund or one line, or else the whole order.
fn refunded_lines<'a>(order: &'a Order, subject: &str) -> Vec<&'a Line> {
    let live = || order.lines.iter().filter(|l| l.refund.as_ref().is_some_and(|r| r.state.is_live()));
    let named = |line: &&Line| line.id.to_string() == subject || line.refund.as_ref().is_some_and(|r| r.id.to_string() == subject);
    let one: Vec<_> = live().filter(named).collect();
    if one.is_empty() && order.id.to_string() == subject { live().collect() } else { one }
}
