//! Signing in by a mailed link: ask, use the link, leave. Whether an address is known is told to
//! nobody, and no asking keeps a traveller out.

use std::net::IpAddr;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::app::App;
use crate::db::logins::NewLogin;
use crate::db::{self, ended_browsers, logins, mails, order_keys, order_pages, rate_limits};
use domain::email::EmailAddress;
use domain::mail_kind::MailKind;
use domain::token::Token;

/// How long a mailed link is good for.
pub const LINK_MINUTES: i64 = 10;
/// How long a browser stays signed in.
pub const SIGN_IN_DAYS: i64 = 30;
/// Links of one mailbox that are good side by side.
const MOST_LINKS: i64 = 10;
/// Mails to one mailbox in an hour, whoever asks; from then on one a minute.
const MOST_MAILS: i64 = 60;
/// A network as a whole may ask for so many times what it may for one mailbox.
const OF_A_NETWORK: u32 = 20;
/// The network around it (IPv6) for so many times more.
const OF_THE_WIDER: u32 = 4;

/// Who asks for a link.
#[derive(Debug)]
pub struct Asking<'a> {
    /// From where.
    pub from: IpAddr,
    /// For which mailbox.
    pub email: &'a EmailAddress,
    /// The asking browser's cookie.
    pub browser: &'a Token,
    /// The page's language.
    pub locale: &'a str,
    /// The page on which it is asked, where the link is to lead back to it: as [`return_path`]
    /// reads it.
    pub return_to: Option<&'a str>,
}

/// A page to which a sign-in may lead back: a path of ours below an order's or an eSIM's, without a
/// language. Anything else is none.
#[must_use]
pub fn return_path(text: &str) -> Option<&str> {
    let below = text
        .strip_prefix("/orders/")
        .or_else(|| text.strip_prefix("/my-esims/"))?;
    let plain = below
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '/'));
    (plain && (1..=120).contains(&below.len())).then_some(text)
}

/// A browser that has just signed in.
#[derive(Debug)]
pub struct SignedIn {
    /// Its new cookie's token.
    pub session: Token,
    /// The page on which it asked for the link.
    pub return_to: Option<String>,
}

/// How an ask counted. Who asks is told nothing of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// A mail is on its way if the address has an order.
    Accepted,
    /// Too often lately from this network: a mail leaves only if the last one to this mailbox did a
    /// minute ago.
    TooOften,
}

/// Queues a mail with a link, if the address has an order.
///
/// # Errors
/// The database's.
pub async fn ask(app: &App, asking: &Asking<'_>, now: DateTime<Utc>) -> Result<Asked, db::Error> {
    let email = asking.email;
    let within = within_limits(app, "login", (asking.from, email), now).await?;
    if order_pages::has_order(&app.db, email).await? {
        let mut tx = app.db.begin().await?;
        let (mailed, last) =
            mails::sign_ins_since(&mut tx, email, now - TimeDelta::hours(1)).await?;
        let a_minute_ago = last.is_none_or(|last| now - last >= TimeDelta::minutes(1));
        if a_minute_ago || (within && mailed < MOST_MAILS) {
            let subject = Uuid::now_v7().to_string();
            let network = format!("{} {}", rate_limits::network(asking.from), email.expose());
            let body = json!({ "by": hex::encode(asking.browser.hash()), "from": hex::encode(Sha256::digest(network)), "to": asking.return_to });
            let locale = asking.locale;
            let mail = mails::NewMail {
                order_id: None,
                kind: MailKind::SignIn,
                subject: &subject,
                to: email,
                locale,
                body,
                now,
                send_at: now,
            };
            mails::queue(&mut tx, &mail).await?;
        }
        tx.commit().await?;
    }
    Ok(if within {
        Asked::Accepted
    } else {
        Asked::TooOften
    })
}

/// Counts an ask for its network and mailbox, then for its network. What the first refuses does not
/// count for the second: nobody's asking uses up what others on the same network may ask.
pub(super) async fn within_limits(
    app: &App,
    what: &str,
    (from, email): (IpAddr, &EmailAddress),
    now: DateTime<Utc>,
) -> Result<bool, db::Error> {
    let limit = app.config.shop.limits.logins_per_hour;
    let network = rate_limits::network(from);
    let mailbox = hex::encode(&Sha256::digest(email.expose())[..16]);
    let of_a_network = limit.saturating_mul(OF_A_NETWORK);
    let mut buckets = vec![
        (format!("{what}:{network}:{mailbox}"), limit),
        (format!("{what}:{network}"), of_a_network),
    ];
    buckets.extend(rate_limits::wider(from).map(|wider| {
        (
            format!("{what}:{wider}"),
            of_a_network.saturating_mul(OF_THE_WIDER),
        )
    }));
    for (bucket, limit) in buckets {
        if !rate_limits::hit(&app.db, &bucket, Duration::from_secs(3600), limit, now).await? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// A fresh link's token, of which only the hash is kept. Made when its mail is sent, so that the
/// outbox never holds it.
///
/// # Errors
/// The database's.
pub async fn fresh_link(
    app: &App,
    mail_id: Uuid,
    email: &EmailAddress,
    now: DateTime<Utc>,
) -> Result<Token, db::Error> {
    let token = Token::of(rand::random());
    let body = mails::body(&app.db, mail_id).await?;
    let hash = |name: &str| {
        body.get(name)
            .and_then(Value::as_str)
            .and_then(|text| hex::decode(text).ok())
    };
    let (by, from) = (hash("by"), hash("from"));
    let return_to = body.get("to").and_then(Value::as_str).and_then(return_path);
    let login = NewLogin {
        token_hash: &token.hash(),
        email,
        asked_by: by.as_deref(),
        asked_from: from.as_deref(),
        return_to,
        expires_at: now + TimeDelta::minutes(LINK_MINUTES),
    };
    let mut tx = app.db.begin().await?;
    logins::insert_login(&mut tx, &login, MOST_LINKS, now).await?;
    tx.commit().await?;
    Ok(token)
}

/// What a link that is opened can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// It signs in this browser, which asked for it.
    Good,
    /// It signs in, but another browser asked for it.
    AskedElsewhere,
    /// Used up, too old, or never one.
    Bad,
}

/// Looks at a link; uses nothing up.
///
/// # Errors
/// The database's.
pub async fn look_at_link(
    app: &App,
    link: &Token,
    browser: Option<&Token>,
    now: DateTime<Utc>,
) -> Result<Link, db::Error> {
    Ok(match logins::asked_by(&app.db, &link.hash(), now).await? {
        None => Link::Bad,
        Some(Some(by)) if browser.is_some_and(|browser| browser.hash()[..] == by[..]) => Link::Good,
        Some(_) => Link::AskedElsewhere,
    })
}

/// Uses a link up and signs the browser in; none when the link is unknown, used or too old. Every
/// other link of the mailbox ends with it.
///
/// # Errors
/// The database's.
pub async fn use_link(
    app: &App,
    link: &Token,
    now: DateTime<Utc>,
) -> Result<Option<SignedIn>, db::Error> {
    let mut tx = app.db.begin().await?;
    let Some(consumed) = logins::consume_login(&mut tx, &link.hash(), now).await? else {
        return Ok(None);
    };
    let session = Token::of(rand::random());
    logins::insert_sign_in(
        &mut tx,
        &session.hash(),
        &consumed.email,
        now,
        now + TimeDelta::days(SIGN_IN_DAYS),
    )
    .await?;
    tx.commit().await?;
    Ok(Some(SignedIn {
        session,
        return_to: consumed.return_to,
    }))
}

/// Signs a browser out, and ends its right to show what it bought. `everywhere`: every browser of
/// the traveller's who is signed in here, and every link that is still good.
///
/// # Errors
/// The database's.
pub async fn leave(
    app: &App,
    session: Option<&Token>,
    buyer: Option<&Token>,
    everywhere: bool,
    now: DateTime<Utc>,
) -> Result<(), db::Error> {
    let traveller = match session.filter(|_| everywhere) {
        Some(session) => logins::signed_in(&app.db, &session.hash(), now).await?,
        None => None,
    };
    let mut tx = app.db.begin().await?;
    if let Some(email) = &traveller {
        logins::delete_sign_ins_of(&mut tx, email).await?;
        logins::end_links_of(&mut tx, email, now).await?;
        ended_browsers::insert_all_of(&mut tx, email, now).await?;
        order_keys::end_all_of(&mut tx, email, now).await?;
    }
    if let Some(session) = session {
        logins::delete_sign_in(&mut tx, &session.hash()).await?;
    }
    if let Some(buyer) = buyer {
        ended_browsers::insert(&mut tx, &buyer.hash(), now).await?;
    }
    tx.commit().await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_in_leads_back_to_pages_of_ours_only() {
        for path in ["/orders/AbC_-9", "/my-esims/0192/top-up"] {
            assert_eq!(return_path(path), Some(path));
        }
        let long = format!("/orders/{}", "a".repeat(121));
        for path in [
            "",
            "/",
            "/orders/",
            "//evil.example/orders/a",
            "https://evil.example",
            "/orders/a?key=b",
            "/orders/a#b",
            "/orders/..%2f",
            "/es/orders/a",
            "/login/a",
            "/orders/a\\b",
            &long,
        ] {
            assert_eq!(return_path(path), None, "{path}");
        }
    }
}
