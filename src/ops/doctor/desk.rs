//! What `doctor` says of the desk, where there is one: who of its people cannot enter, and whether its links lead to it.

use super::{DATABASE_MEND, Finding, Line};
use crate::app::App;
use crate::db::{self, staff};
use crate::domain::email::EmailAddress;
use crate::flows;

/// A line; none where nobody is named.
pub(super) async fn examine(app: &App) -> Option<Line> {
    let config = &app.config;
    if !config.shop.desk.is_open() {
        return None;
    }
    if config.desk_addr.is_some() && config.desk_url == config.public_url {
        let what = "DESK_ADDR puts it on an address of its own, and its mails lead to PUBLIC_URL, which answers 404 for it";
        return Some((
            "desk",
            Finding::Warn(what.to_owned(), "set DESK_URL to where its people reach it, unless a proxy of yours leads there".to_owned()),
        ));
    }
    Some(("desk", people(app).await.unwrap_or_else(|error| Finding::ill(error, DATABASE_MEND))))
}

/// Whether everybody who is named can enter: was invited, with a second factor that DATA_KEY opens.
async fn people(app: &App) -> Result<Finding, db::Error> {
    let named = &app.config.shop.desk;
    let mut waiting = Vec::new();
    for one in named.staff.iter().filter_map(|one| EmailAddress::parse(one).ok()) {
        if !staff::is_enrolled(&app.db, &one).await? {
            waiting.push(one);
        }
    }
    if let Some(one) = waiting.first() {
        return Ok(Finding::Warn(
            format!("{} in [desk] staff cannot enter yet", waiting.len()),
            format!("`esim-storefront desk invite {}`, with --role owner for an owner; or take the address out", one.expose()),
        ));
    }
    let unsealed = flows::desk::not_sealed(app).await?;
    let shut: Vec<&EmailAddress> = unsealed.iter().filter(|(one, opens)| !opens && named.lists(one)).map(|(one, _)| one).collect();
    if let Some(one) = shut.first() {
        return Ok(Finding::Warn(
            format!("{} in [desk] staff cannot enter with their phones: DATA_KEY does not open their second factor", shut.len()),
            format!(
                "add the old key behind the new one, after a comma; if it is lost, `esim-storefront desk invite {}` anew",
                one.expose()
            ),
        ));
    }
    let later = unsealed.iter().filter(|(_, opens)| *opens).count();
    if app.config.data_keys.is_set() && later > 0 {
        let what = format!("{later} second factors are not sealed with the first key yet");
        return Ok(Finding::Warn(what, "the shop does it within the hour; keep the old key until this line is ok".to_owned()));
    }
    Ok(Finding::Well(format!("its address is {}desk; everybody in [desk] staff can enter", app.config.desk_url)))
}
