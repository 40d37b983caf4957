//! Forgetting what need not be kept: used-up links and keys, ended sign-ins, old counters. Orders and events stay, and addresses of
//! before get their one spelling.

use super::{Error, Rest};
use crate::app::App;
use crate::db::{esim_keys, logins, orders, rate_limits};

/// One round.
///
/// # Errors
/// [`Error`]; another round follows.
pub async fn run(app: &App) -> Result<Rest, Error> {
    let now = app.clock.now();
    logins::forget_expired(&app.db, now).await?;
    esim_keys::forget_expired(&app.db, now).await?;
    orders::respell(&app.db).await?;
    rate_limits::forget(&app.db, now - chrono::TimeDelta::days(1)).await?;
    Ok(Rest::Done)
}
