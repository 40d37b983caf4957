//! The supplier tells that something happened to an eSIM: its state is read back, as a webhook is only a hint.

use uuid::Uuid;

use super::{Error, Rest};
use crate::app::App;
use crate::db::{esims, supplier_events};

/// Hears a stored delivery. One about nobody's eSIM is kept and ignored.
///
/// # Errors
/// [`Error`]; heard again later.
pub async fn hear(app: &App, event_id: Uuid) -> Result<Rest, Error> {
    let Some(iccid) = supplier_events::about(&app.db, event_id).await? else {
        let mut db = app.db.acquire().await?;
        supplier_events::processed(&mut db, event_id, "not about an eSIM of ours", app.clock.now()).await?;
        return Ok(Rest::Done);
    };
    let seen = app.supplier.esim_status(&iccid).await?;
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    if let Some(status) = &seen.status {
        esims::set_status(&mut tx, &iccid, status, now).await?;
    }
    supplier_events::processed(&mut tx, event_id, "status read", now).await?;
    tx.commit().await?;
    Ok(Rest::Done)
}
