//! What `doctor` says of the desk, where there is one: who was invited, and whether its links lead to it.

use super::{DATABASE_MEND, Finding, Line};
use crate::app::App;
use crate::db::staff;
use crate::domain::email::EmailAddress;

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
    let mut waiting = Vec::new();
    for one in config.shop.desk.staff.iter().filter_map(|one| EmailAddress::parse(one).ok()) {
        match staff::is_enrolled(&app.db, &one).await {
            Ok(true) => {}
            Ok(false) => waiting.push(one.expose().to_owned()),
            Err(error) => return Some(("desk", Finding::ill(error, DATABASE_MEND))),
        }
    }
    let finding = match waiting.first() {
        None => Finding::Well(format!("open at {}desk; everybody in [desk] staff has been invited", config.desk_url)),
        Some(one) => Finding::Warn(
            format!("{} in [desk] staff cannot enter yet", waiting.len()),
            format!("`esim-storefront desk invite {one}`, with --role owner for an owner; or take the address out"),
        ),
    };
    Some(("desk", finding))
}
