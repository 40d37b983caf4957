//! Activation codes: sealed before they are stored, opened for who may see them. One that no key
//! opens is asked anew of the supplier, so that a lost DATA_KEY loses nothing.

use std::collections::HashMap;
use std::time::Duration;

use chrono::TimeDelta;
use futures_util::future::join_all;
use secrecy::ExposeSecret;
use tracing::Instrument;
use uuid::Uuid;

use super::Error;
use super::usage::FRESH;
use crate::app::App;
use crate::db::esims::{self, StoredCode};
use crate::db::order_pages::{Esim, OrderView};
use crate::db::{self, Connection};
use crate::esimfx::Code;
use domain::esim::{self, ActivationCode};
use domain::line::LineState;
use domain::sealed::Sealed;

/// The codes of several eSIMs, by the eSIM.
pub type Codes = HashMap<Uuid, ActivationCode>;

/// The longest that a page waits for the supplier.
const PATIENCE: Duration = Duration::from_millis(1500);
/// How many codes are sealed anew in one go.
const AT_ONCE: i64 = 100;
/// How many codes that no key opens are asked anew in one round, each at most once a day.
const ASKED_AT_ONCE: usize = 200;

/// A code as it is to be stored, and as it came where that differs.
pub(super) struct ToStore {
    pub code: Sealed,
    pub as_received: Option<Sealed>,
}

/// Where a code stands: sealed for one row, it opens in no other.
fn place(esim_id: Uuid) -> String {
    format!("esims/{esim_id}/activation_code")
}

fn place_as_received(esim_id: Uuid) -> String {
    format!("esims/{esim_id}/code_as_received")
}

/// Seals the code of an eSIM with the first key; plain without one.
pub(super) fn seal(app: &App, esim_id: Uuid, code: &Code) -> ToStore {
    let keys = &app.config.data_keys;
    ToStore {
        code: keys.seal(&code.kept(), &place(esim_id), rand::random()),
        as_received: code
            .as_received()
            .map(|code| keys.seal(code, &place_as_received(esim_id), rand::random())),
    }
}

fn open(app: &App, esim_id: Uuid, stored: &Sealed) -> Option<ActivationCode> {
    let opened = app.config.data_keys.open(stored, &place(esim_id)).ok()?;
    ActivationCode::parse(opened.expose_secret()).ok()
}

/// The code of an eSIM, for who may see it. Where no key opens it the supplier is asked, for a
/// second and a half at most; none when it is silent.
///
/// # Errors
/// The database's.
pub async fn of(app: &App, esim: &Esim) -> Result<Option<ActivationCode>, db::Error> {
    if let Some(code) = open(app, esim.id, &esim.code) {
        return Ok(Some(code));
    }
    let now = app.clock.now();
    let iccid = esim.iccid.digits().to_owned();
    if !esims::take_turn(&app.db, &iccid, now - FRESH, now).await? {
        return Ok(None);
    }
    let app = app.clone();
    let asking = tokio::spawn(async move {
        ask_anew(&app, &iccid).await.unwrap_or_else(|error| {
            tracing::warn!(esim.iccid_ends = esim::ending(&iccid), error.message = %error, "a code that DATA_KEY does not open could not be asked anew");
            None
        })
    }.in_current_span());
    // Dropping the handle does not end the asking.
    Ok(tokio::time::timeout(PATIENCE, asking)
        .await
        .ok()
        .and_then(Result::ok)
        .flatten())
}

/// The codes of an order's delivered eSIMs.
///
/// # Errors
/// The database's.
pub async fn of_order(app: &App, order: &OrderView) -> Result<Codes, db::Error> {
    let delivered = order
        .lines
        .iter()
        .filter(|line| line.state == LineState::Delivered)
        .filter_map(|line| line.esim.as_ref());
    let read = join_all(delivered.map(async |esim| (esim.id, of(app, esim).await))).await;
    let mut codes = Codes::new();
    for (id, code) in read {
        if let Some(code) = code? {
            codes.insert(id, code);
        }
    }
    Ok(codes)
}

/// What came of a code that the supplier showed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kept {
    /// It is the one that is stored, or another eSIM's, which is not taken.
    AsItWas,
    /// The profile was made anew and has another.
    Renewed,
    /// The stored one could not be opened; now it can.
    ReadAgain,
}

/// Keeps the code that the supplier shows for an eSIM.
pub(super) async fn keep(
    app: &App,
    tx: &mut Connection,
    iccid: &str,
    shown: &Code,
) -> Result<Kept, db::Error> {
    let Some(stored) = esims::lock_code(&mut *tx, iccid).await? else {
        return Ok(Kept::AsItWas);
    };
    let known = open(app, stored.esim_id, &stored.code);
    if known.as_ref() == Some(&shown.code) {
        return Ok(Kept::AsItWas);
    }
    let beginnings = app.config.data_keys.beginnings_of(&shown.kept());
    if esims::is_anothers_code(&mut *tx, stored.esim_id, &shown.kept(), &beginnings).await? {
        return Ok(Kept::AsItWas);
    }
    let new = seal(app, stored.esim_id, shown);
    esims::set_code(tx, &stored, &new.code, new.as_received.as_ref()).await?;
    if known.is_some() {
        return Ok(Kept::Renewed);
    }
    tracing::warn!(
        esim.iccid_ends = esim::ending(iccid),
        "a code that DATA_KEY did not open was asked anew of the supplier"
    );
    Ok(Kept::ReadAgain)
}

/// Asks the supplier for the code of an eSIM and keeps it. Its status is the one answer that
/// repeats a code; an order's does not.
async fn ask_anew(app: &App, iccid: &str) -> Result<Option<ActivationCode>, Error> {
    let told = app.supplier.esim_status(iccid).await?.code;
    let Some(code) = told.this() else {
        return Ok(None);
    };
    let mut tx = app.db.begin().await?;
    let kept = keep(app, &mut tx, iccid, code).await?;
    tx.commit().await?;
    // Another eSIM's code is shown to nobody; what another look has kept meanwhile is the same.
    let now_known = kept != Kept::AsItWas || is_known(app, iccid, code).await?;
    Ok(now_known.then(|| code.code.clone()))
}

async fn is_known(app: &App, iccid: &str, code: &Code) -> Result<bool, db::Error> {
    let mut db = app.db.acquire().await?;
    let stored = esims::lock_code(&mut db, iccid).await?;
    Ok(stored
        .and_then(|stored| open(app, stored.esim_id, &stored.code))
        .as_ref()
        == Some(&code.code))
}

/// Seals with the first key what is plain or was sealed with another. What no key opens is asked
/// anew; the others need not wait for it.
///
/// # Errors
/// [`Error`]; the next round goes on.
pub async fn seal_anew(app: &App) -> Result<(), Error> {
    let beginning = app.config.data_keys.beginning();
    let (mut after, mut sealed, mut lost) = (Uuid::nil(), 0_usize, Vec::new());
    loop {
        let some = esims::codes_to_seal(&app.db, beginning.as_deref(), after, AT_ONCE).await?;
        let Some(last) = some.last() else { break };
        after = last.esim_id;
        for stored in some {
            if seal_again(app, &stored).await? {
                sealed += 1;
            } else {
                lost.push(stored.iccid);
            }
        }
    }
    if sealed > 0 {
        tracing::info!(
            codes = sealed,
            "activation codes were sealed with the first DATA_KEY"
        );
    }
    if !app.config.data_keys.is_set() {
        // This process may be one that was started without the key: what it would write again would
        // stand unsealed.
        if !lost.is_empty() {
            tracing::error!(
                codes = lost.len(),
                "activation codes are sealed, and this process has no DATA_KEY"
            );
        }
        return Ok(());
    }
    ask_for(app, &lost).await
}

/// Whether it could be opened. One that has changed meanwhile is sealed already.
async fn seal_again(app: &App, stored: &StoredCode) -> Result<bool, db::Error> {
    let keys = &app.config.data_keys;
    let Ok(plain) = keys.open(&stored.code, &place(stored.esim_id)) else {
        return Ok(false);
    };
    let new = keys.seal(&plain, &place(stored.esim_id), rand::random());
    let place = place_as_received(stored.esim_id);
    let received = stored
        .as_received
        .as_ref()
        .and_then(|stored| keys.open(stored, &place).ok());
    let received = received.map(|plain| keys.seal(&plain, &place, rand::random()));
    esims::set_code(
        &mut *app.db.acquire().await?,
        stored,
        &new,
        received.as_ref(),
    )
    .await?;
    Ok(true)
}

async fn ask_for(app: &App, lost: &[String]) -> Result<(), Error> {
    let now = app.clock.now();
    let (mut asked, mut told) = (0, 0);
    for iccid in lost {
        if asked == ASKED_AT_ONCE {
            break;
        }
        if !esims::take_turn(&app.db, iccid, now - TimeDelta::days(1), now).await? {
            continue;
        }
        asked += 1;
        match ask_anew(app, iccid).await {
            Ok(code) => told += usize::from(code.is_some()),
            Err(Error::Supplier(error)) => {
                // The others keep their turn for when the supplier answers again.
                tracing::debug!(error.message = %error, "a code could not be asked anew");
                break;
            }
            Err(error) => return Err(error),
        }
    }
    if asked > 0 {
        tracing::warn!(
            codes = lost.len(),
            asked,
            told,
            "activation codes that no DATA_KEY opens were asked anew of the supplier"
        );
    }
    Ok(())
}
