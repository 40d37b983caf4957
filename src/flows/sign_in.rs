//! Signing in by a mailed link: ask, use the link, leave. Whether an address is known is told to nobody.

use std::net::IpAddr;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::app::App;
use crate::db::{self, logins, mails, order_pages, rate_limits};
use crate::domain::email::EmailAddress;
use crate::domain::token::Token;

/// How long a mailed link is good for.
pub const LINK_MINUTES: i64 = 15;
/// How long a browser stays signed in.
pub const SIGN_IN_DAYS: i64 = 30;

/// The answer to who asks for a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// A mail is on its way if the address has an order; which of the two is not told.
    Accepted,
    /// Too often lately, from this address of the network or for this mailbox.
    TooOften,
}

/// Queues a mail with a link, if the address has an order.
///
/// # Errors
/// The database's.
pub async fn ask(app: &App, from: IpAddr, email: &EmailAddress, locale: &str, now: DateTime<Utc>) -> Result<Asked, db::Error> {
    let limit = app.config.shop.limits.logins_per_hour;
    let hour = Duration::from_secs(3600);
    let mailbox = hex::encode(&Sha256::digest(email.expose())[..16]);
    for bucket in [format!("login:{}", rate_limits::network(from)), format!("login-mailbox:{mailbox}")] {
        if !rate_limits::hit(&app.db, &bucket, hour, limit, now).await? {
            return Ok(Asked::TooOften);
        }
    }
    if order_pages::has_order(&app.db, email).await? {
        let mut tx = app.db.begin().await?;
        let subject = Uuid::now_v7().to_string();
        let body = serde_json::json!({});
        let mail = mails::NewMail { order_id: None, kind: "sign_in", subject: &subject, to: email, locale, body, now, send_at: now };
        mails::queue(&mut tx, &mail).await?;
        tx.commit().await?;
    }
    Ok(Asked::Accepted)
}

/// A fresh link's token, of which only the hash is kept. Made when its mail is sent, so that the outbox never holds it.
///
/// # Errors
/// The database's.
pub async fn fresh_link(app: &App, email: &EmailAddress, now: DateTime<Utc>) -> Result<Token, db::Error> {
    let token = Token::of(rand::random());
    logins::insert_login(&app.db, &token.hash(), email, now, now + TimeDelta::minutes(LINK_MINUTES)).await?;
    Ok(token)
}

/// Uses a link up and signs the browser in: its new cookie's token, or none when the link is unknown, used or too old.
///
/// # Errors
/// The database's.
pub async fn use_link(app: &App, link: &Token, now: DateTime<Utc>) -> Result<Option<Token>, db::Error> {
    let mut tx = app.db.begin().await?;
    let Some(email) = logins::consume_login(&mut tx, &link.hash(), now).await? else { return Ok(None) };
    let session = Token::of(rand::random());
    logins::insert_sign_in(&mut tx, &session.hash(), &email, now, now + TimeDelta::days(SIGN_IN_DAYS)).await?;
    tx.commit().await?;
    Ok(Some(session))
}

/// Signs a browser out.
///
/// # Errors
/// The database's.
pub async fn leave(app: &App, session: &Token) -> Result<(), db::Error> {
    logins::delete_sign_in(&app.db, &session.hash()).await
}
