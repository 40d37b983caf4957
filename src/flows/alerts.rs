//! Trouble is told: what stands in the database is raised and resolved here, by one comparison; what only the moment knows is raised by whom
//! it meets, through here as well.

use super::{Error, Rest};
use crate::app::App;
use crate::db::alerts;
use crate::domain::alert::{Alert, AlertKind};
use crate::stripe::Right;

/// One round: alerts for what is wrong now, and an end to those whose cause has ended.
///
/// # Errors
/// [`Error`]; another round follows.
pub async fn run(app: &App) -> Result<Rest, Error> {
    for new in alerts::compare(&app.db, app.config.stripe.livemode(), app.clock.now()).await? {
        tracing::error!(alert.kind = %new.kind, "{} → {}", new.what, new.mend);
    }
    Ok(Rest::Done)
}

/// The Stripe key may not read something: told once, until an hour has passed without missing it.
pub(super) async fn key_rights(app: &App, missing: &[Right]) -> Result<(), Error> {
    for right in missing {
        let what = format!("the Stripe key may not read {}", right.as_str());
        let alert = Alert {
            kind: AlertKind::KeyRights,
            subject: right.as_str(),
            what: &what,
            mend: "add the right to the restricted key in Stripe's Dashboard; until then the shop relies on events and on the list of refunds",
            order_id: None,
        };
        let mut db = app.db.acquire().await?;
        if alerts::raise(&mut db, &alert, app.clock.now()).await? {
            tracing::error!("{what}");
        }
    }
    Ok(())
}
