//! Telling a person what is kept of them, and forgetting them. Who was forgotten is remembered
//! outside the database as keyed hashes, so that a restored backup forgets them again.

use std::collections::HashMap;
use std::path::Path;

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};

use super::Error;
use super::refund_order::{self, Ask, NotRefunded};
use crate::app::App;
use crate::db::people::{self, Until};
use domain::email::EmailAddress;

/// What came of a wish to be forgotten.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Forgotten {
    /// So many orders no longer name anybody.
    Orders(i32),
    /// Why not now.
    Not(Vec<String>),
    /// Plans of these orders are being cancelled and refunded first: ask again when that is done.
    Ending(Vec<String>),
}

/// Why the list of forgotten people cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ListError {
    /// The file.
    #[error("{path}: {error}")]
    File {
        /// Where it was looked for.
        path: String,
        /// What went wrong.
        error: std::io::Error,
    },
    /// The database.
    #[error("the database failed: {0}")]
    Db(#[from] crate::db::Error),
}

/// Forgets a person if nothing of theirs is under way. With `end`, plans that nobody has used are
/// cancelled and refunded first.
///
/// # Errors
/// [`NotRefunded`]; nobody was forgotten.
pub async fn forget(
    app: &App,
    address: &EmailAddress,
    end: bool,
    who: &str,
) -> Result<Forgotten, NotRefunded> {
    let now = app.clock.now();
    let all = Until {
        address,
        until: now,
    };
    let hindered = people::hindrances(&app.db, all, false).await?;
    if !hindered.is_empty() {
        return Ok(Forgotten::Not(hindered));
    }
    if end {
        let ending = end_unused(app, address, who).await?;
        if !ending.is_empty() {
            return Ok(Forgotten::Ending(ending));
        }
    } else {
        let usable = people::hindrances(&app.db, all, true).await?;
        if !usable.is_empty() {
            return Ok(Forgotten::Not(usable));
        }
    }
    Ok(Forgotten::Orders(
        people::forget(&app.db, all, who, now).await?,
    ))
}

/// Cancels and refunds what nobody has used; the orders that it began with.
async fn end_unused(
    app: &App,
    address: &EmailAddress,
    who: &str,
) -> Result<Vec<String>, NotRefunded> {
    let mut begun = Vec::new();
    for (order_id, number) in people::unused_orders(&app.db, address).await? {
        let ask = Ask {
            reason: "the traveller asked to be forgotten".to_owned(),
            ..Ask::default()
        };
        let mut plan = refund_order::plan(app, order_id, &ask).await?;
        // Used plans are paid for; only what is ended goes back.
        plan.lines.retain(|line| line.ends.is_some());
        if !plan.lines.is_empty() {
            refund_order::carry_out(app, &plan, who).await?;
            begun.push(number);
        }
    }
    Ok(begun)
}

/// The line of an address in the list: a hash under the list's own key, which stands in its first
/// line.
fn keyed(key: &str, address: &str) -> String {
    hex::encode(Sha256::digest(format!("{key}\n{address}")))
}

fn read(path: &Path) -> Result<Option<String>, ListError> {
    match std::fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(ListError::File {
            path: path.display().to_string(),
            error,
        }),
    }
}

/// Whether the list can be written where it is to be: asked before anybody is forgotten.
///
/// # Errors
/// [`ListError::File`]
pub fn writable(path: &Path) -> Result<(), ListError> {
    write(path, &read(path)?.unwrap_or_else(fresh))
}

fn fresh() -> String {
    format!("{}\n", hex::encode(rand::random::<[u8; 32]>()))
}

/// Written beside and moved into place: a list that is cut off half way forgets whom it forgot.
fn write(path: &Path, text: &str) -> Result<(), ListError> {
    let fails = |error| ListError::File {
        path: path.display().to_string(),
        error,
    };
    let beside = path.with_extension("new");
    std::fs::write(&beside, text).map_err(fails)?;
    std::fs::rename(&beside, path).map_err(fails)
}

/// Notes in the list, outside the database, that what was bought under this address until `at` was
/// forgotten.
///
/// # Errors
/// [`ListError::File`]
pub fn remember(path: &Path, address: &EmailAddress, at: DateTime<Utc>) -> Result<(), ListError> {
    let text = read(path)?.unwrap_or_else(fresh);
    let line = keyed(text.lines().next().unwrap_or_default(), address.expose());
    let others: Vec<&str> = text
        .lines()
        .filter(|known| !known.starts_with(&line))
        .collect();
    write(
        path,
        &format!("{}\n{line} {}\n", others.join("\n"), at.timestamp()),
    )
}

/// The list with a time in each line. A line of a version that wrote none means all that was bought
/// until now, and says so from now on.
fn dated(path: &Path, text: String, now: DateTime<Utc>) -> Result<String, ListError> {
    let undated = |(at, line): (usize, &str)| at > 0 && !line.is_empty() && !line.contains(' ');
    if !text.lines().enumerate().any(undated) {
        return Ok(text);
    }
    let line = |of: (usize, &str)| {
        if undated(of) {
            format!("{} {}\n", of.1, now.timestamp())
        } else {
            format!("{}\n", of.1)
        }
    };
    let text: String = text.lines().enumerate().map(line).collect();
    write(path, &text)?;
    Ok(text)
}

/// Forgets again everybody in the list whom an older backup has brought back; how many people. What
/// somebody bought after they were forgotten is theirs.
///
/// # Errors
/// [`ListError`]
pub async fn forget_again(app: &App, path: &Path) -> Result<usize, ListError> {
    let Some(text) = read(path)? else {
        return Ok(0);
    };
    let text = dated(path, text, app.clock.now())?;
    let mut lines = text.lines();
    let key = lines.next().unwrap_or_default().to_owned();
    let known: HashMap<&str, i64> = lines
        .filter_map(|line| line.split_once(' '))
        .filter_map(|(who, at)| Some((who, at.parse().ok()?)))
        .collect();
    let mut many = 0;
    for written in people::addresses(&app.db).await? {
        let Some(until) = known
            .get(keyed(&key, &written).as_str())
            .and_then(|at| DateTime::from_timestamp(*at, 0))
        else {
            continue;
        };
        let Ok(address) = EmailAddress::parse(&written) else {
            continue;
        };
        let of = Until {
            address: &address,
            until,
        };
        if people::hindrances(&app.db, of, false).await?.is_empty()
            && people::forget(&app.db, of, "restore", app.clock.now()).await? > 0
        {
            many += 1;
        }
    }
    Ok(many)
}

/// What is kept of a person.
///
/// # Errors
/// The database's.
pub async fn export(app: &App, address: &EmailAddress) -> Result<serde_json::Value, Error> {
    Ok(people::export(&app.db, address).await?)
}
