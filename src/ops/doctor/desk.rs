//! What `doctor` says of the desk, where there is one: who of its people cannot enter, and whether
//! its links lead to it.

use super::{DATABASE_MEND, Finding, Line};
use crate::app::App;
use crate::db::{self, staff};
use crate::flows;
use domain::email::EmailAddress;

/// A line for each thing that is wrong, or one for all being well; none where nobody is named.
pub(super) async fn examine(app: &App) -> Vec<Line> {
    let config = &app.config;
    if !config.shop.desk.is_open() {
        return Vec::new();
    }
    let mut found = Vec::new();
    if config.desk_addr.is_some() && config.desk_url == config.public_url {
        let what = "DESK_ADDR puts it on an address of its own, and its mails lead to PUBLIC_URL, \
                    which answers 404 for it";
        let mend = "set DESK_URL to where its people reach it, unless a proxy of yours leads there";
        found.push(Finding::Warn(what.to_owned(), mend.to_owned()));
    }
    match no_owner(app).await {
        Ok(no_owner) => {
            found.extend(no_owner);
            let people = people(app)
                .await
                .unwrap_or_else(|error| Finding::ill(error, DATABASE_MEND));
            if found.is_empty() || !matches!(people, Finding::Well(_)) {
                found.push(people);
            }
        }
        Err(error) => found.push(Finding::ill(error, DATABASE_MEND)),
    }
    found.into_iter().map(|finding| ("desk", finding)).collect()
}

/// Whether nobody who may enter is an owner: then nobody refunds, publishes prices or sees the
/// books there.
async fn no_owner(app: &App) -> Result<Option<Finding>, db::Error> {
    let named = &app.config.shop.desk;
    let owners = staff::owners(&app.db).await?;
    if owners.iter().any(|one| named.lists(one)) {
        return Ok(None);
    }
    let one = named.staff.first().map_or("ADDRESS", String::as_str);
    let mend = format!("`esim-storefront desk invite {one} --role owner`, for whoever it is");
    Ok(Some(Finding::Warn(
        "nobody in [desk] staff has been invited as an owner".to_owned(),
        mend,
    )))
}

/// Whether everybody who is named can enter: was invited, with a second factor that DATA_KEY opens.
async fn people(app: &App) -> Result<Finding, db::Error> {
    let named = &app.config.shop.desk;
    let mut waiting = Vec::new();
    for one in named
        .staff
        .iter()
        .filter_map(|one| EmailAddress::parse(one).ok())
    {
        if !staff::is_enrolled(&app.db, &one).await? {
            waiting.push(one);
        }
    }
    if let Some(one) = waiting.first() {
        return Ok(Finding::Warn(
            format!("{} in [desk] staff cannot enter yet", waiting.len()),
            format!(
                "`esim-storefront desk invite {}`, with --role owner for an owner; or take the \
                 address out",
                one.expose()
            ),
        ));
    }
    let unsealed = flows::desk::not_sealed(app).await?;
    let shut: Vec<&EmailAddress> = unsealed
        .iter()
        .filter(|(one, opens)| !opens && named.lists(one))
        .map(|(one, _)| one)
        .collect();
    if let Some(one) = shut.first() {
        return Ok(Finding::Warn(
            format!(
                "{} in [desk] staff cannot enter with their phones: DATA_KEY does not open their \
                 second factor",
                shut.len()
            ),
            format!(
                "add the old key behind the new one, after a comma; if it is lost, \
                 `esim-storefront desk invite {}` anew",
                one.expose()
            ),
        ));
    }
    let later = unsealed.iter().filter(|(_, opens)| *opens).count();
    if app.config.data_keys.is_set() && later > 0 {
        let what = format!("{later} second factors are not sealed with the first key yet");
        return Ok(Finding::Warn(
            what,
            "the shop does it within the hour; keep the old key until this line is ok".to_owned(),
        ));
    }
    Ok(Finding::Well(format!(
        "its address is {}desk; everybody in [desk] staff can enter",
        app.config.desk_url
    )))
}
