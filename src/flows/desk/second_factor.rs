//! The second factor of who signs in at the desk: a code of an app, or one written down.

use chrono::{DateTime, Utc};
use secrecy::SecretString;
use sha2::{Digest, Sha256};

use super::place;
use crate::app::App;
use crate::db::staff::{self, Enrolled};
use crate::db::{self, Connection, alerts, audit};
use domain::alert::{Alert, AlertKind};
use domain::desk::{self, PAUSE, TRIES, TotpSecret};
use domain::email::EmailAddress;

/// What came of a code.
pub(super) enum Judged {
    /// It was right, and counts no more: the half minute of a phone's code, or none for a recovery
    /// code.
    Right(Option<i64>),
    /// It was not.
    Wrong,
    /// Too many were not.
    Paused(DateTime<Utc>),
}

/// What came of a second factor that somebody who is signed in gives again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Factor {
    /// It was right, and counts no more.
    Right,
    /// It was not.
    Wrong,
    /// Too many were not: none counts until then.
    Paused(DateTime<Utc>),
}

/// Asks somebody who is signed in for the second factor again. Part of the transaction that does
/// what is asked, which is to be committed also when the code was wrong: that is counted.
///
/// # Errors
/// The database's.
pub async fn second_factor(
    app: &App,
    tx: &mut Connection,
    address: &EmailAddress,
    code: &str,
    now: DateTime<Utc>,
) -> Result<Factor, db::Error> {
    let Some(person) = staff::lock(tx, address).await? else {
        return Ok(Factor::Wrong);
    };
    Ok(match judge(app, tx, (address, &person), code, now).await? {
        Judged::Right(_) => Factor::Right,
        Judged::Wrong => Factor::Wrong,
        Judged::Paused(until) => Factor::Paused(until),
    })
}

/// Judges a code, and notes what came of it.
pub(super) async fn judge(
    app: &App,
    tx: &mut Connection,
    (address, person): (&EmailAddress, &Enrolled),
    code: &str,
    now: DateTime<Utc>,
) -> Result<Judged, db::Error> {
    if let Some(until) = person.paused_until.filter(|until| now < *until) {
        return Ok(Judged::Paused(until));
    }
    let Some(factor) = proved(app, tx, address, person, code, now).await? else {
        return wrong(tx, address, person, now).await;
    };
    staff::note_right(tx, address, factor).await?;
    alerts::resolve(tx, AlertKind::DeskGuessed, &subject(address), now).await?;
    Ok(Judged::Right(factor))
}

/// Tells the alert of one person from that of another, without naming anybody.
pub(super) fn subject(address: &EmailAddress) -> String {
    hex::encode(&Sha256::digest(address.expose())[..8])
}

/// The second factor, if it is right: the half minute of a phone's code, or none for a recovery
/// code, which is used up by it.
async fn proved(
    app: &App,
    tx: &mut Connection,
    address: &EmailAddress,
    person: &Enrolled,
    code: &str,
    now: DateTime<Utc>,
) -> Result<Option<Option<i64>>, db::Error> {
    if let Some(hash) = desk::recovery_hash(code) {
        return Ok(staff::use_recovery_code(tx, address, &hash, now)
            .await?
            .then_some(None));
    }
    let secret: Option<SecretString> = app
        .config
        .data_keys
        .open(&person.secret, &place(address))
        .ok();
    let step = secret
        .as_ref()
        .and_then(TotpSecret::kept)
        .and_then(|secret| secret.step_of(code, person.last_step, now));
    Ok(step.map(Some))
}

const GUESSED: &str = "five wrong codes in a row were typed at the desk, by somebody who reads a \
                       mailbox of its staff or sits at their browser";

async fn wrong(
    tx: &mut Connection,
    address: &EmailAddress,
    person: &Enrolled,
    now: DateTime<Utc>,
) -> Result<Judged, db::Error> {
    let tries = person.wrong_tries + 1;
    if tries < TRIES {
        staff::note_wrong(tx, address, tries, None).await?;
        return Ok(Judged::Wrong);
    }
    let until = now + PAUSE;
    staff::note_wrong(tx, address, 0, Some(until)).await?;
    audit::record(
        tx,
        address.expose(),
        "five wrong codes at the desk",
        None,
        now,
    )
    .await?;
    let mend = "ops.audit says with whose link: ask them. If it was not them, `esim-storefront \
                desk revoke` closes the desk to their address until \
                their mailbox is safe. It ends with their next right code";
    let alert = Alert {
        kind: AlertKind::DeskGuessed,
        subject: &subject(address),
        what: GUESSED,
        mend,
        order_id: None,
    };
    alerts::raise(tx, &alert, now).await?;
    Ok(Judged::Paused(until))
}
