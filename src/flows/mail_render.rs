//! Sending a mail of the outbox: read what is true now, write the letter, hand it over. A mail that
//! fails changes no outcome.

mod esim;
mod keys;
mod order;
mod owner;
mod receipt;

use std::time::Instant;

use chrono::{DateTime, Utc};
use thiserror::Error;
use uuid::Uuid;

use super::JobOutcome;
use crate::app::App;
use crate::db::jobs::Lease;
use crate::db::mails::{self, Mail};
use crate::db::{self, Transaction};
use crate::fail_at;
use crate::flows::sign_in::{LINK_MINUTES, fresh_link};
use crate::mail::messages::{Shop, SignIn, WriteError};
use crate::mail::{Email, MailError};
use crate::meter;
use crate::routes::Routes;
use domain::mail_fault::{Blame, MailFault, next_try};
use domain::mail_kind::MailKind;
use order::order;

/// Not sent now; the same mail again later.
#[derive(Debug, Error)]
pub enum MailRenderError {
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
/// [`MailRenderError`]: try again later.
pub async fn send_mail(
    app: &App,
    id: Uuid,
    lease: Option<&Lease>,
    now: DateTime<Utc>,
) -> Result<JobOutcome, MailRenderError> {
    // What a mail tells is read in one transaction, which ends before anybody is asked.
    let mut tx = app.db.begin().await?;
    let Some(mail) = mails::load(&mut tx, id, now)
        .await?
        .filter(|m| m.state == "queued")
    else {
        return Ok(JobOutcome::Done);
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
        return Ok(JobOutcome::Done);
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
            tracing::info!(mail.kind = mail.kind.as_str(), mail.id = %mail.id, "sent a mail");
            mails::mark_sent(&app.db, &mail, lease, now).await?;
            if mail.others_wait {
                mails::expedite(&app.db, now).await?;
            }
            Ok(if lease.is_some() {
                JobOutcome::Settled
            } else {
                JobOutcome::Done
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
) -> Result<JobOutcome, db::Error> {
    let (whose, said) = (fault.blame.as_str(), fault.to_string());
    let first = mail.first_tried_at.unwrap_or(now);
    match next_try(first, now).filter(|_| fault.blame != Blame::Recipient) {
        Some(next) => {
            tracing::warn!(mail.kind = mail.kind.as_str(), mail.id = %mail.id, "a mail was not taken {fault} → {}", fault.step.mend());
            mails::note_attempt(
                &app.db,
                mail.id,
                (whose, fault.step.as_str()),
                &said,
                next,
                now,
            )
            .await?;
            Ok(JobOutcome::RetryAt(next))
        }
        None => {
            tracing::warn!(mail.kind = mail.kind.as_str(), mail.id = %mail.id, "a mail is given up, {fault}; the order's page has all of it");
            mails::mark_failed(
                &app.db,
                mail,
                (whose, Some(fault.step.as_str())),
                &said,
                now,
            )
            .await?;
            Ok(JobOutcome::Done)
        }
    }
}

/// What the mail says today; none when there is nothing left to tell.
async fn letter(
    app: &App,
    tx: Transaction<'_>,
    mail: &Mail,
    now: DateTime<Utc>,
) -> Result<Option<Email>, MailRenderError> {
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
    if ORDERS.contains(&mail.kind) {
        return order(app, tx, shop, mail, now).await;
    }
    tx.commit().await?;
    match mail.kind {
        MailKind::DeskSignIn => owner::desk(app, shop, mail, now).await,
        MailKind::Alert | MailKind::Weekly => owner::letter(app, shop, mail, now).await,
        MailKind::SignIn => sign_in(app, shop, mail, now).await,
        _ => esim::letter(app, shop, mail, now).await,
    }
}

/// The kinds of mails about an order as a whole, or about its money.
const ORDERS: [MailKind; 7] = [
    MailKind::Delivered,
    MailKind::Received,
    MailKind::Refunded,
    MailKind::PaymentDelayed,
    MailKind::PaymentFailed,
    MailKind::AddressChanged,
    MailKind::Withdrawal,
];

/// A fresh link each time it is sent: the outbox holds none. One that nobody could send for a while
/// is no longer wanted.
async fn sign_in(
    app: &App,
    shop: Shop<'_>,
    mail: &Mail,
    now: DateTime<Utc>,
) -> Result<Option<Email>, MailRenderError> {
    if (now - mail.created_at).num_minutes() > 60 {
        return Ok(None);
    }
    let token = fresh_link(app, mail.id, &mail.to, now).await?;
    let link = &shop.at(&Routes::sign_in(token.expose()));
    Ok(Some(
        SignIn {
            shop,
            link,
            minutes: LINK_MINUTES,
        }
        .letter(mail.to.clone())?,
    ))
}
