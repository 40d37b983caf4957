//! Sending a mail of the outbox: read what is true now, write the letter, hand it over. A mail that
//! fails changes no outcome.

mod esim;
mod owner;
mod receipt;

use std::time::Instant;

use chrono::{DateTime, TimeDelta, Utc};
use secrecy::ExposeSecret;
use sha2::{Digest, Sha256};
use thiserror::Error;
use uuid::Uuid;

use super::Rest;
use super::announce::by_line;
use super::codes::{self, Codes};
use crate::app::App;
use crate::config::Config;
use crate::db::jobs::Lease;
use crate::db::mails::{self, Mail};
use crate::db::order_pages::{self, Line, Order, OwnedEsim};
use crate::db::{self, Transaction, consents, esims, order_keys, withdrawals};
use crate::domain::email::EmailAddress;
use crate::domain::line::LineState;
use crate::domain::mail_fault::{Blame, MailFault, next_try};
use crate::domain::money::Money;
use crate::domain::refund::Cause;
use crate::domain::token::Token;
use crate::fail_at;
use crate::flows::sign_in::{LINK_MINUTES, fresh_link};
use crate::flows::withdraw;
use crate::l10n::Locale;
use crate::mail::messages::{
    Delivered, MailedEsim, MailedRefund, Receipt, Refunded, Shop, SignIn, WriteError,
};
use crate::mail::notices::AddressChanged;
use crate::mail::purchases::{Received, ToppedUp, Unpaid};
use crate::mail::withdrawal::{Stop, Withdrawn};
use crate::mail::{Letter, MailError};
use crate::meter;

/// Not sent now; the same mail again later.
#[derive(Debug, Error)]
pub enum NoticeError {
    /// The database failed.
    #[error("the database failed")]
    Db(#[from] crate::db::Error),
    /// The letter could not be written.
    #[error(transparent)]
    Write(#[from] WriteError),
    /// An eSIM's code cannot be opened, and the supplier has not told it again yet.
    #[error("a code cannot be opened with DATA_KEY, and the supplier has not told it again yet")]
    Code,
    /// The mail server did not take it now.
    #[error(transparent)]
    Mail(#[from] MailError),
}

/// Sends the mail `id` if it is still queued, and writes down what became of it. A fault of the
/// recipient's address is final; any other is tried again for three days.
///
/// `lease` is the one by which its job is held, where a worker sends it: the job ends with what is
/// written down.
///
/// # Errors
/// [`NoticeError`]: try again later.
pub async fn send_mail(
    app: &App,
    id: Uuid,
    lease: Option<&Lease>,
    now: DateTime<Utc>,
) -> Result<Rest, NoticeError> {
    // What a mail tells is read in one transaction, which ends before anybody is asked.
    let mut tx = app.db.begin().await?;
    let Some(mail) = mails::load(&mut tx, id, now)
        .await?
        .filter(|m| m.state == "queued")
    else {
        return Ok(Rest::Done);
    };
    let Some(letter) = letter(app, tx, &mail, now).await? else {
        mails::mark_failed(
            &app.db,
            &mail,
            ("nothing", None),
            "there is nothing left to tell",
            now,
        )
        .await?;
        return Ok(Rest::Done);
    };
    fail_at::reach("before_mail");
    let began = Instant::now();
    let answer = app.mailer.send(mail.id, &letter, now).await;
    let result = match &answer {
        Ok(()) => "sent",
        Err(MailError::Fault(fault)) => fault.blame.as_str(),
        Err(MailError::Settings(_)) => Blame::Owner.as_str(),
    };
    meter::mail(result, began.elapsed());
    match answer {
        Ok(()) => {
            fail_at::reach("after_mail");
            tracing::info!(mail.kind, mail.id = %mail.id, "sent a mail");
            mails::mark_sent(&app.db, &mail, lease, now).await?;
            if mail.others_wait {
                mails::hurry(&app.db, now).await?;
            }
            Ok(if lease.is_some() {
                Rest::Settled
            } else {
                Rest::Done
            })
        }
        Err(MailError::Fault(fault)) => Ok(not_taken(app, &mail, &fault, now).await?),
        Err(error @ MailError::Settings(_)) => Err(error.into()),
    }
}

/// Final, or when it is tried next.
async fn not_taken(
    app: &App,
    mail: &Mail,
    fault: &MailFault,
    now: DateTime<Utc>,
) -> Result<Rest, db::Error> {
    let (whose, said) = (fault.blame.as_str(), fault.to_string());
    let first = mail.first_tried_at.unwrap_or(now);
    match next_try(first, now).filter(|_| fault.blame != Blame::Recipient) {
        Some(next) => {
            tracing::warn!(mail.kind, mail.id = %mail.id, "a mail was not taken {fault} → {}", fault.step.mend());
            mails::note_attempt(
                &app.db,
                mail.id,
                (whose, fault.step.as_str()),
                &said,
                next,
                now,
            )
            .await?;
            Ok(Rest::Until(next))
        }
        None => {
            tracing::warn!(mail.kind, mail.id = %mail.id, "a mail is given up, {fault}; the order's page has all of it");
            mails::mark_failed(
                &app.db,
                mail,
                (whose, Some(fault.step.as_str())),
                &said,
                now,
            )
            .await?;
            Ok(Rest::Done)
        }
    }
}

/// What the mail says today; none when there is nothing left to tell.
async fn letter(
    app: &App,
    tx: Transaction<'_>,
    mail: &Mail,
    now: DateTime<Utc>,
) -> Result<Option<Letter>, NoticeError> {
    let url = app.config.public_url.as_str().trim_end_matches('/');
    let identity = &app.config.shop.shop;
    let t = app.config.shop.locale_of(&mail.locale);
    let shop = Shop {
        name: &identity.name,
        support: &identity.support_email,
        url,
        t,
        test: app.config.test_mode(),
        seller: app.config.shop.legal.seller.as_deref(),
        logo: Some(&app.face.mail_logo),
    };
    if ORDERS.contains(&mail.kind.as_str()) {
        return order(app, tx, shop, mail, now).await;
    }
    tx.commit().await?;
    match mail.kind.as_str() {
        "desk_sign_in" => owner::desk(app, shop, mail, now).await,
        "alert" | "weekly" => owner::letter(app, shop, mail, now).await,
        "sign_in" => sign_in(app, shop, mail, now).await,
        _ => esim::letter(app, shop, mail, now).await,
    }
}

/// The kinds of mails about an order as a whole, or about its money.
const ORDERS: [&str; 7] = [
    "delivered",
    "received",
    "refunded",
    "payment_delayed",
    "payment_failed",
    "address_changed",
    "withdrawal",
];

/// One of those.
async fn order(
    app: &App,
    mut tx: Transaction<'_>,
    shop: Shop<'_>,
    mail: &Mail,
    now: DateTime<Utc>,
) -> Result<Option<Letter>, NoticeError> {
    let Some(order_id) = mail.order_id else {
        return Ok(None);
    };
    let Some(order) = order_pages::read(&mut tx, order_id, now).await? else {
        return Ok(None);
    };
    let order_url = &shop.at(&format!("/orders/{}", order.token));
    let to = mail.to.clone();
    // Its codes may have to be asked for: what is read here has ended by then.
    let key = (mail.kind == "delivered" && !order.topup).then(|| key_of(app, mail));
    let consent = match &key {
        Some(key) => consents::of_order_with_key(&mut tx, order.id, &key.hash(), now).await?,
        None => consents::of_order(&mut *tx, order.id).await?,
    };
    let receipt = receipt::of(app, shop.t, &order, consent);
    let key_url = key.map(|key| opened_by(order_url, &key));
    tx.commit().await?;
    Ok(match mail.kind.as_str() {
        "delivered" if order.topup => topped_up(app, shop, (&order, receipt), mail, now).await?,
        "delivered" => {
            let Some(codes) = codes(app, &order, mail, now).await? else {
                return Ok(None);
            };
            delivered(
                app,
                shop,
                &order,
                (key_url.as_deref().unwrap_or(order_url), (receipt, &codes)),
                to,
            )?
        }
        "received" => received(app, shop, &order, (order_url, receipt), to)?,
        "refunded" => refunded(shop, &order, order_url, mail)?,
        "address_changed" => Some(
            AddressChanged {
                shop,
                order_number: &order.order_number,
            }
            .letter(to)?,
        ),
        "withdrawal" => withdrawn(app, shop, &order, order_url, mail).await?,
        _ => {
            let plans = order
                .lines
                .iter()
                .map(|line| plan_name(shop.t, line))
                .collect();
            let delayed = mail.kind == "payment_delayed";
            Some(
                Unpaid {
                    shop,
                    order_number: &order.order_number,
                    order_url,
                    plans,
                    delayed,
                }
                .letter(to)?,
            )
        }
    })
}

/// A key that opens the order's page in any browser. The outbox holds none: it is made of the mail,
/// its address and a secret that is not in the database, so that a mail that goes out twice says
/// the same.
fn key_of(app: &App, mail: &Mail) -> Token {
    let secret = Sha256::digest(app.config.esimfx.client_key.expose_secret());
    Token::of(
        Sha256::new()
            .chain_update(secret)
            .chain_update(mail.id)
            .chain_update(mail.to.expose())
            .finalize()
            .into(),
    )
}

fn opened_by(order_url: &str, key: &Token) -> String {
    format!("{order_url}?key={}", key.expose())
}

/// The order's page with a key, which is kept.
async fn keyed(
    app: &App,
    order_id: Uuid,
    order_url: &str,
    mail: &Mail,
    now: DateTime<Utc>,
) -> Result<String, NoticeError> {
    let key = key_of(app, mail);
    order_keys::insert(&app.db, &key.hash(), order_id, now).await?;
    Ok(opened_by(order_url, &key))
}

/// The page on which an eSIM is at home: its order's, with a key where the mail goes to its owner.
/// Who paid for a top-up of somebody else's gets a key to the top-up alone.
async fn home(
    app: &App,
    shop: Shop<'_>,
    esim: &OwnedEsim,
    mail: &Mail,
    now: DateTime<Utc>,
) -> Result<Option<String>, NoticeError> {
    if esim.email.as_ref() != Some(&mail.to) {
        return Ok(None);
    }
    Ok(Some(
        keyed(
            app,
            esim.order_id,
            &shop.at(&format!("/orders/{}", esim.order_token)),
            mail,
            now,
        )
        .await?,
    ))
}

/// The order's codes. Where one cannot be opened and the supplier does not tell it again, the mail
/// waits; after three days it tells the others.
async fn codes(
    app: &App,
    order: &Order,
    mail: &Mail,
    now: DateTime<Utc>,
) -> Result<Option<Codes>, NoticeError> {
    let codes = codes::of_order(app, order).await?;
    let delivered = order
        .lines
        .iter()
        .filter(|line| line.state == LineState::Delivered)
        .filter_map(|line| line.esim.as_ref());
    let whole = delivered.clone().all(|esim| codes.contains_key(&esim.id));
    match whole {
        true => Ok(Some(codes)),
        false if now - mail.created_at > TimeDelta::days(3) => {
            Ok(Some(codes).filter(|codes| !codes.is_empty()))
        }
        false => Err(NoticeError::Code),
    }
}

fn delivered(
    app: &App,
    shop: Shop<'_>,
    order: &Order,
    (order_url, (receipt, codes)): (&str, (Receipt, &Codes)),
    to: EmailAddress,
) -> Result<Option<Letter>, WriteError> {
    let esims: Vec<_> = order
        .lines
        .iter()
        .filter_map(|line| mailed_esim(&app.config, shop.t, line, codes))
        .collect();
    if esims.is_empty() {
        return Ok(None);
    }
    let refunds = order
        .lines
        .iter()
        .filter_map(|line| mailed_refund(shop.t, line))
        .collect();
    let waiting = waiting(order);
    let (order_number, ordered, one_of_each) =
        (&order.order_number, order.lines.len(), order.one_of_each());
    Delivered {
        shop,
        order_number,
        order_url,
        esims,
        ordered,
        one_of_each,
        waiting,
        refunds,
        receipt,
    }
    .letter(to)
    .map(Some)
}

/// The mail of a top-up that has been applied: the eSIM's own codes are not in it.
async fn topped_up(
    app: &App,
    shop: Shop<'_>,
    (order, receipt): (&Order, Receipt),
    mail: &Mail,
    now: DateTime<Utc>,
) -> Result<Option<Letter>, NoticeError> {
    let Some(line) = order.lines.iter().find(|l| l.state == LineState::Delivered) else {
        return Ok(None);
    };
    let Some(owner) =
        esims::owner_of(&app.db, line.target_iccid.as_deref().unwrap_or_default()).await?
    else {
        return Ok(None);
    };
    let Some(owned) = order_pages::esim_by_id(&app.db, owner.esim_id).await? else {
        return Ok(None);
    };
    let page = match home(app, shop, &owned, mail, now).await? {
        Some(page) => page,
        None => {
            keyed(
                app,
                order.id,
                &shop.at(&format!("/orders/{}", order.token)),
                mail,
                now,
            )
            .await?
        }
    };
    let letter = ToppedUp {
        shop,
        plan_name: &plan_name(shop.t, line),
        esim_plan: &shop.t.sold_name(owned.product.as_ref(), &owned.plan_name),
        iccid: owned.esim.iccid.clone(),
        page_url: &page,
        receipt,
    };
    Ok(Some(letter.letter(mail.to.clone())?))
}

fn received(
    app: &App,
    shop: Shop<'_>,
    order: &Order,
    (order_url, receipt): (&str, Receipt),
    to: EmailAddress,
) -> Result<Option<Letter>, WriteError> {
    let delivery = &app.config.shop.delivery;
    let wait = if order.unclear {
        delivery.refund_after_unclear
    } else {
        delivery.refund_after
    };
    let until = order
        .paid_at
        .zip(TimeDelta::from_std(wait).ok())
        .map(|(paid_at, wait)| paid_at + wait);
    let Some(until) = until.filter(|_| waiting(order) > 0) else {
        return Ok(None);
    };
    let mail = Received {
        shop,
        order_number: &order.order_number,
        order_url,
        top_up: order.topup,
        waiting: waiting(order),
        until: shop.t.day_and_minute(until),
        receipt,
    };
    mail.letter(to).map(Some)
}

fn waiting(order: &Order) -> usize {
    let open = order
        .lines
        .iter()
        .filter(|l| matches!(l.state, LineState::Waiting | LineState::Ordering))
        .count();
    if order.test_ended { 0 } else { open }
}

fn refunded(
    shop: Shop<'_>,
    order: &Order,
    order_url: &str,
    mail: &Mail,
) -> Result<Option<Letter>, WriteError> {
    let lines = refunded_lines(order, &mail.subject);
    let total = lines
        .iter()
        .filter_map(|l| l.refund.as_ref())
        .map(|r| r.amount)
        .reduce(|a, b| a.plus(b).unwrap_or(a));
    let Some(total) = total else { return Ok(None) };
    let refunds = lines
        .into_iter()
        .filter_map(|line| mailed_refund(shop.t, line))
        .collect();
    Refunded {
        shop,
        order_number: &order.order_number,
        order_url,
        refunds,
        total: shop.t.money(total),
    }
    .letter(mail.to.clone())
    .map(Some)
}

/// The acknowledgement of a withdrawal, with a fresh link that stops it while it can be stopped.
async fn withdrawn(
    app: &App,
    shop: Shop<'_>,
    order: &Order,
    order_url: &str,
    mail: &Mail,
) -> Result<Option<Letter>, NoticeError> {
    let Ok(id) = mail.subject.parse() else {
        return Ok(None);
    };
    let Some(withdrawal) = withdrawals::load(&app.db, id).await? else {
        return Ok(None);
    };
    let stop = if withdrawal.by_owner || withdrawal.state != "waiting" {
        None
    } else {
        let token = withdraw::fresh_stop(app, id).await?;
        let link = shop.at(&format!("/withdraw/stop/{}", token.expose()));
        Some(Stop {
            until: shop
                .t
                .day_and_minute(withdraw::hour_begins(app, &withdrawal).await?),
            link,
        })
    };
    let letter = Withdrawn {
        shop,
        order_number: &order.order_number,
        order_url,
        plans: order
            .lines
            .iter()
            .map(|line| plan_name(shop.t, line))
            .collect(),
        name: withdrawal.name.as_deref(),
        stated_at: shop.t.day_and_minute(withdrawal.stated_at),
        stop,
    };
    Ok(Some(letter.letter(mail.to.clone())?))
}

/// A fresh link each time it is sent: the outbox holds none. One that nobody could send for a while
/// is no longer wanted.
async fn sign_in(
    app: &App,
    shop: Shop<'_>,
    mail: &Mail,
    now: DateTime<Utc>,
) -> Result<Option<Letter>, NoticeError> {
    if (now - mail.created_at).num_minutes() > 60 {
        return Ok(None);
    }
    let token = fresh_link(app, mail.id, &mail.to, now).await?;
    let link = &shop.at(&format!("/login/{}", token.expose()));
    Ok(Some(
        SignIn {
            shop,
            link,
            minutes: LINK_MINUTES,
        }
        .letter(mail.to.clone())?,
    ))
}

fn plan_name(t: Locale, line: &Line) -> String {
    t.sold_name(line.product.as_ref(), &line.plan_name)
}

fn mailed_esim(config: &Config, t: Locale, line: &Line, codes: &Codes) -> Option<MailedEsim> {
    let esim = line
        .esim
        .as_ref()
        .filter(|_| line.state == LineState::Delivered)?;
    let product = line.product.as_ref();
    Some(MailedEsim {
        position: line.position,
        plan_name: plan_name(t, line),
        iccid: esim.iccid.clone(),
        code: codes.get(&esim.id)?.clone(),
        start_by: line.activate_by.map(|at| t.day(at)),
        apn: esim
            .apn
            .as_deref()
            .or_else(|| config.shop.apn(&product?.id, &product?.coverage))
            .map(str::to_owned),
    })
}

fn mailed_refund(t: Locale, line: &Line) -> Option<MailedRefund> {
    let refund = line.refund.as_ref().filter(|r| r.state.is_live())?;
    let kept = Money::new(
        line.price.minor.saturating_sub(refund.amount.minor),
        line.price.currency,
    );
    Some(MailedRefund {
        plan_name: plan_name(t, line),
        amount: t.money(refund.amount),
        why: t.refund_reason(&refund.cause, line.target_iccid.is_some()),
        kept: (refund.cause == "cancelled" && kept.minor > 0).then(|| t.money(kept)),
        reference: refund.stripe_id.clone(),
        at: refund.settled_at.map(|at| t.day_and_minute(at)),
    })
}

/// The lines that a refund mail is about: its subject names one refund or one line, or else the
/// order, with all that is not told by line.
fn refunded_lines<'a>(order: &'a Order, subject: &str) -> Vec<&'a Line> {
    let live = || {
        order.lines.iter().filter_map(|l| {
            l.refund
                .as_ref()
                .filter(|r| r.state.is_live())
                .map(|r| (l, r))
        })
    };
    let one: Vec<_> = live()
        .filter(|(l, r)| l.id.to_string() == subject || r.id.to_string() == subject)
        .map(|(l, _)| l)
        .collect();
    if one.is_empty() && order.id.to_string() == subject {
        live()
            .filter(|(_, r)| !by_line(Cause::from(r.cause.as_str())))
            .map(|(l, _)| l)
            .collect()
    } else {
        one
    }
}
