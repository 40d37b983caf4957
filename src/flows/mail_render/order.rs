//! The mails about an order: what each reads of it.

use chrono::{DateTime, TimeDelta, Utc};

use super::keys::{home, key_of, keyed, opened_by};
use super::{MailRenderError, receipt};
use crate::app::App;
use crate::config::Config;
use crate::db::mails::Mail;
use crate::db::order_pages::{self, LineView, OrderView};
use crate::db::{Transaction, consents, esims, withdrawals};
use crate::flows::codes::{self, Codes};
use crate::flows::mail_queue::by_line;
use crate::flows::withdraw;
use crate::l10n::Locale;
use crate::mail::Email;
use crate::mail::messages::{
    Delivered, MailedEsim, MailedRefund, Receipt, Refunded, Shop, WriteError,
};
use crate::mail::notices::AddressChanged;
use crate::mail::purchases::{Received, ToppedUp, Unpaid};
use crate::mail::withdrawal::{Stop, Withdrawn};
use crate::routes::Routes;
use domain::email::EmailAddress;
use domain::line::LineState;
use domain::mail_kind::MailKind;
use domain::money::Money;
use domain::refund::Cause;

/// A mail about an order.
pub(super) async fn order(
    app: &App,
    mut tx: Transaction<'_>,
    shop: Shop<'_>,
    mail: &Mail,
    now: DateTime<Utc>,
) -> Result<Option<Email>, MailRenderError> {
    let Some(order_id) = mail.order_id else {
        return Ok(None);
    };
    let Some(order) = order_pages::read(&mut tx, order_id, now).await? else {
        return Ok(None);
    };
    let order_url = &shop.at(&Routes::order(&order.token));
    let to = mail.to.clone();
    // Its codes may have to be asked for: what is read here has ended by then.
    let key = (mail.kind == MailKind::Delivered && !order.topup).then(|| key_of(app, mail));
    let consent = match &key {
        Some(key) => consents::of_order_with_key(&mut tx, order.id, &key.hash(), now).await?,
        None => consents::of_order(&mut *tx, order.id).await?,
    };
    let receipt = receipt::of(app, shop.t, &order, consent);
    let key_url = key.map(|key| opened_by(order_url, &key));
    tx.commit().await?;
    Ok(match mail.kind {
        MailKind::Delivered if order.topup => {
            topped_up(app, shop, (&order, receipt), mail, now).await?
        }
        MailKind::Delivered => {
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
        MailKind::Received => received(app, shop, &order, (order_url, receipt), to)?,
        MailKind::Refunded => refunded(shop, &order, order_url, mail)?,
        MailKind::AddressChanged => address_changed(shop, &order, to)?,
        MailKind::Withdrawal => withdrawn(app, shop, &order, order_url, mail).await?,
        _ => unpaid(shop, &order, order_url, mail)?,
    })
}

fn address_changed(
    shop: Shop<'_>,
    order: &OrderView,
    to: EmailAddress,
) -> Result<Option<Email>, WriteError> {
    AddressChanged {
        shop,
        order_number: &order.order_number,
    }
    .letter(to)
    .map(Some)
}

/// No money came, or it takes its time.
fn unpaid(
    shop: Shop<'_>,
    order: &OrderView,
    order_url: &str,
    mail: &Mail,
) -> Result<Option<Email>, WriteError> {
    Unpaid {
        shop,
        order_number: &order.order_number,
        order_url,
        plans: order
            .lines
            .iter()
            .map(|line| plan_name(shop.t, line))
            .collect(),
        delayed: mail.kind == MailKind::PaymentDelayed,
    }
    .letter(mail.to.clone())
    .map(Some)
}

/// The order's codes. Where one cannot be opened and the supplier does not tell it again, the mail
/// waits; after three days it tells the others.
async fn codes(
    app: &App,
    order: &OrderView,
    mail: &Mail,
    now: DateTime<Utc>,
) -> Result<Option<Codes>, MailRenderError> {
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
        false => Err(MailRenderError::Code),
    }
}

pub(super) fn delivered(
    app: &App,
    shop: Shop<'_>,
    order: &OrderView,
    (order_url, (receipt, codes)): (&str, (Receipt, &Codes)),
    to: EmailAddress,
) -> Result<Option<Email>, WriteError> {
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
    (order, receipt): (&OrderView, Receipt),
    mail: &Mail,
    now: DateTime<Utc>,
) -> Result<Option<Email>, MailRenderError> {
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
                &shop.at(&Routes::order(&order.token)),
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

pub(super) fn received(
    app: &App,
    shop: Shop<'_>,
    order: &OrderView,
    (order_url, receipt): (&str, Receipt),
    to: EmailAddress,
) -> Result<Option<Email>, WriteError> {
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

fn waiting(order: &OrderView) -> usize {
    let open = order
        .lines
        .iter()
        .filter(|l| matches!(l.state, LineState::Waiting | LineState::Ordering))
        .count();
    if order.test_ended { 0 } else { open }
}

pub(super) fn refunded(
    shop: Shop<'_>,
    order: &OrderView,
    order_url: &str,
    mail: &Mail,
) -> Result<Option<Email>, WriteError> {
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
    order: &OrderView,
    order_url: &str,
    mail: &Mail,
) -> Result<Option<Email>, MailRenderError> {
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
        let link = shop.at(&Routes::stop_withdrawal(token.expose()));
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

pub(super) fn plan_name(t: Locale, line: &LineView) -> String {
    t.sold_name(line.product.as_ref(), &line.plan_name)
}

fn mailed_esim(config: &Config, t: Locale, line: &LineView, codes: &Codes) -> Option<MailedEsim> {
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

fn mailed_refund(t: Locale, line: &LineView) -> Option<MailedRefund> {
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
fn refunded_lines<'a>(order: &'a OrderView, subject: &str) -> Vec<&'a LineView> {
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
            .filter(|(_, r)| !Cause::try_from(r.cause.as_str()).is_ok_and(by_line))
            .map(|(l, _)| l)
            .collect()
    } else {
        one
    }
}
