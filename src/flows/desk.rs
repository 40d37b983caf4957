//! The desk's door: inviting somebody, asking for a link, entering with link and code, leaving. Two
//! factors, or nobody; who is known is told to nobody who has not shown a link.

mod second_factor;

use std::net::IpAddr;

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};
use uuid::Uuid;

use super::sign_in;
use crate::app::App;
use crate::db::staff::{self, Invited};
use crate::db::{self, alerts, audit, mails};
use domain::alert::AlertKind;
use domain::desk::{self, IDLE, LINK, RECOVERY_CODES, Role, SESSION, TotpSecret};
use domain::email::EmailAddress;
use domain::mail_kind::MailKind;
use domain::sealed::Sealed;
use domain::token::Token;
use second_factor::{Judged, judge, subject};

pub use second_factor::{Factor, second_factor};

/// Somebody who is signed in at the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Who; also their name in every history.
    pub address: EmailAddress,
    /// What they may do.
    pub role: Role,
}

impl Member {
    /// The name that is written into histories.
    #[must_use]
    pub fn name(&self) -> &str {
        self.address.expose()
    }

    /// Whether they may do what moves money or shows the books.
    #[must_use]
    pub fn is_owner(&self) -> bool {
        self.role == Role::Owner
    }
}

/// What somebody who is invited is given, once. Its `Debug` is masked.
pub struct Invitation {
    /// The second factor.
    pub secret: TotpSecret,
    /// For who loses the phone.
    pub recovery_codes: Vec<String>,
}

impl std::fmt::Debug for Invitation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Invitation(***)")
    }
}

/// Where a secret stands: sealed for one person, it opens for no other.
fn place(address: &EmailAddress) -> String {
    format!("staff/{}/totp", address.expose())
}

/// Makes a second factor for somebody of `[desk] staff`. What they had before opens nothing any
/// more.
///
/// # Errors
/// The database's.
pub async fn invite(
    app: &App,
    address: &EmailAddress,
    role: Role,
    who: &str,
) -> Result<Invitation, db::Error> {
    let secret = TotpSecret::of(rand::random());
    let sealed = app
        .config
        .data_keys
        .seal(&secret.to_keep(), &place(address), rand::random());
    let recovery_codes: Vec<String> = (0..RECOVERY_CODES)
        .map(|_| desk::recovery_code(rand::random()))
        .collect();
    let recovery: Vec<Vec<u8>> = recovery_codes
        .iter()
        .filter_map(|code| desk::recovery_hash(code))
        .map(|hash| hash.to_vec())
        .collect();
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    staff::invite(
        &mut tx,
        &Invited {
            address,
            role,
            secret: &sealed,
            recovery: &recovery,
            by: who,
        },
        now,
    )
    .await?;
    alerts::resolve(&mut tx, AlertKind::DeskGuessed, &subject(address), now).await?;
    audit::record(
        &mut tx,
        who,
        "invited to the desk",
        Some(&format!("{} as {}", address.expose(), role.as_str())),
        now,
    )
    .await?;
    tx.commit().await?;
    Ok(Invitation {
        secret,
        recovery_codes,
    })
}

/// Closes the desk to somebody at once, in every browser; `false` when it was not open to them.
///
/// # Errors
/// The database's.
pub async fn revoke(app: &App, address: &EmailAddress, who: &str) -> Result<bool, db::Error> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let revoked = staff::revoke(&mut tx, address, now).await?;
    if revoked {
        audit::record(
            &mut tx,
            who,
            "closed the desk to",
            Some(address.expose()),
            now,
        )
        .await?;
        alerts::resolve(&mut tx, AlertKind::DeskGuessed, &subject(address), now).await?;
    }
    tx.commit().await?;
    Ok(revoked)
}

/// Queues a mail with a link, if the address may enter. Who asks is told nothing of it. Beyond the
/// limits one link a minute is still mailed, so that nobody's asking keeps the owner out; `false`
/// when it was too often.
///
/// # Errors
/// The database's.
pub async fn ask(
    app: &App,
    from: IpAddr,
    address: &EmailAddress,
    browser: &Token,
    now: DateTime<Utc>,
) -> Result<bool, db::Error> {
    let within = sign_in::within_limits(app, "desk", (from, address), now).await?;
    if app.config.shop.desk.lists(address) && staff::is_enrolled(&app.db, address).await? {
        let mut tx = app.db.begin().await?;
        let last = staff::last_mailed(&mut tx, address).await?;
        if within || last.is_none_or(|last| now - last >= TimeDelta::minutes(1)) {
            let (subject, locale) = (Uuid::now_v7().to_string(), app.config.shop.locale().code());
            let body = json!({ "by": hex::encode(browser.hash()) });
            let mail = mails::NewMail {
                order_id: None,
                kind: MailKind::DeskSignIn,
                subject: &subject,
                to: address,
                locale,
                body,
                now,
                send_at: now,
            };
            mails::queue(&mut tx, &mail).await?;
        }
        tx.commit().await?;
    }
    Ok(within)
}

/// A fresh link's token, of which only the hash is kept. Made when its mail is sent, so that the
/// outbox never holds it; none when nobody in particular asked.
///
/// # Errors
/// The database's.
pub async fn fresh_link(
    app: &App,
    mail_id: Uuid,
    address: &EmailAddress,
    now: DateTime<Utc>,
) -> Result<Option<Token>, db::Error> {
    let body = mails::body(&app.db, mail_id).await?;
    let Some(by) = body
        .get("by")
        .and_then(Value::as_str)
        .and_then(|text| hex::decode(text).ok())
    else {
        return Ok(None);
    };
    let token = Token::of(rand::random());
    staff::insert_link(&app.db, &token.hash(), address, &by, now + LINK).await?;
    Ok(Some(token))
}

/// Whether a link is good, in the browser that asked for it; uses nothing up.
///
/// # Errors
/// The database's.
pub async fn link_is_good(app: &App, link: &Token, now: DateTime<Utc>) -> Result<bool, db::Error> {
    Ok(staff::link(&app.db, &link.hash(), now).await?.is_some())
}

/// What came of link and code.
#[derive(Debug)]
pub enum Entered {
    /// Both were right: the new session.
    In(Token),
    /// The code was not.
    WrongCode,
    /// Too many were not: none counts until then.
    Paused(DateTime<Utc>),
    /// The link is unknown, used, too old, or another browser asked for it.
    BadLink,
}

/// Enters with both factors. The session is a new one, whatever the browser had before; the link is
/// used up, and every other of the same person.
///
/// # Errors
/// The database's.
pub async fn enter(
    app: &App,
    link: &Token,
    browser: Option<&Token>,
    code: &str,
    now: DateTime<Utc>,
) -> Result<Entered, db::Error> {
    let mut tx = app.db.begin().await?;
    let Some((address, asked_by)) = staff::link(&mut *tx, &link.hash(), now).await? else {
        return Ok(Entered::BadLink);
    };
    let same_browser = browser.is_some_and(|browser| browser.hash()[..] == asked_by[..]);
    if !same_browser || !app.config.shop.desk.lists(&address) {
        return Ok(Entered::BadLink);
    }
    let Some(person) = staff::lock(&mut tx, &address).await? else {
        return Ok(Entered::BadLink);
    };
    // Of two who come at once with one link, the second finds it used.
    if staff::link(&mut *tx, &link.hash(), now).await?.is_none() {
        return Ok(Entered::BadLink);
    }
    let factor = match judge(app, &mut tx, (&address, &person), code, now).await? {
        Judged::Right(factor) => factor,
        Judged::Wrong => {
            tx.commit().await?;
            return Ok(Entered::WrongCode);
        }
        Judged::Paused(until) => {
            tx.commit().await?;
            return Ok(Entered::Paused(until));
        }
    };
    let session = Token::of(rand::random());
    staff::note_signed_in(&mut tx, &address, now).await?;
    staff::use_links(&mut tx, &address, now).await?;
    staff::begin_session(&mut tx, &session.hash(), &address, now, now + SESSION).await?;
    let by = if factor.is_some() {
        None
    } else {
        Some("with a recovery code")
    };
    audit::record(&mut tx, address.expose(), "signed in at the desk", by, now).await?;
    tx.commit().await?;
    Ok(Entered::In(session))
}

/// Who this session is, as of now: who is off `[desk] staff`, was revoked or has been idle is
/// nobody.
///
/// # Errors
/// The database's.
pub async fn member(
    app: &App,
    session: &Token,
    now: DateTime<Utc>,
) -> Result<Option<Member>, db::Error> {
    let found = staff::session(&app.db, &session.hash(), now - IDLE, now).await?;
    Ok(found
        .filter(|(address, _)| app.config.shop.desk.lists(address))
        .map(|(address, role)| Member { address, role }))
}

/// Ends a session.
///
/// # Errors
/// The database's.
pub async fn leave(app: &App, session: &Token) -> Result<(), db::Error> {
    let mut db = app.db.acquire().await?;
    staff::end_session(&mut db, &session.hash()).await
}

/// Writes down what a member is about to do, before it is done: nothing is done unseen.
///
/// # Errors
/// The database's.
pub async fn note(app: &App, member: &Member, act: &str, detail: &str) -> Result<(), db::Error> {
    let mut db = app.db.acquire().await?;
    audit::record(&mut db, member.name(), act, Some(detail), app.clock.now()).await
}

/// Whose secret the first key has not sealed, and whether it can be read all the same; where it
/// cannot, their phone's codes open nothing.
///
/// # Errors
/// The database's.
pub async fn not_sealed(app: &App) -> Result<Vec<(EmailAddress, bool)>, db::Error> {
    let keys = &app.config.data_keys;
    // Without a key every secret is looked at: none begins with a blank.
    let beginning = keys.beginning().unwrap_or_else(|| " ".to_owned());
    let opens = |(address, secret): (EmailAddress, Sealed)| {
        let opens = keys.open(&secret, &place(&address)).is_ok();
        (address, opens)
    };
    Ok(staff::to_seal(&app.db, &beginning)
        .await?
        .into_iter()
        .map(opens)
        .collect())
}

/// Forgets what has expired, and seals with the first key what another sealed, or none.
///
/// # Errors
/// The database's.
pub async fn tidy(app: &App, now: DateTime<Utc>) -> Result<(), db::Error> {
    staff::forget_expired(&app.db, now - IDLE, now).await?;
    let keys = &app.config.data_keys;
    let Some(beginning) = keys.beginning() else {
        return Ok(());
    };
    for (address, before) in staff::to_seal(&app.db, &beginning).await? {
        if let Ok(secret) = keys.open(&before, &place(&address)) {
            staff::set_secret(
                &app.db,
                &address,
                &before,
                &keys.seal(&secret, &place(&address), rand::random()),
            )
            .await?;
        }
    }
    Ok(())
}
