//! How often one network may do what costs something. Counted in the database, so that all replicas
//! count together.

use std::time::Duration;

use super::client_address::ClientAddress;
use super::error::WebError;
use super::security_log::{self, SecurityEvent};
use crate::app::App;
use crate::db::rate_limits;

/// A network of the next size up holds this many times as much: a provider's customers share one.
const WIDER: u32 = 4;
/// Links to eSIMs that one address may make in an hour.
const LINKS_AN_HOUR: u32 = 60;

/// Whether this address may open one more payment page in this minute.
///
/// # Errors
/// The database's.
pub async fn may_check_out(app: &App, client: ClientAddress) -> Result<bool, WebError> {
    within(
        app,
        client,
        "checkout",
        "payment pages",
        Duration::from_secs(60),
        app.config.shop.limits.checkouts_per_minute,
    )
    .await
}

/// Whether this address may make one more link to an eSIM in this hour.
///
/// # Errors
/// The database's.
pub async fn may_make_link(app: &App, client: ClientAddress) -> Result<bool, WebError> {
    within(
        app,
        client,
        "links",
        "links to eSIMs",
        Duration::from_secs(3600),
        LINKS_AN_HOUR,
    )
    .await
}

/// Counts one use of `what` by this address and says whether it is within `limit` for its network,
/// and within more for the wider one. What was refused to the one does not count for the other.
///
/// # Errors
/// The database's.
pub async fn within(
    app: &App,
    client: ClientAddress,
    what: &str,
    words: &'static str,
    window: Duration,
    limit: u32,
) -> Result<bool, WebError> {
    let now = app.clock.now();
    let narrow = format!("{what}:{}", rate_limits::network(client.0));
    let mut within = rate_limits::hit(&app.db, &narrow, window, limit, now).await?;
    if let Some(wider) = rate_limits::wider(client.0).filter(|_| within) {
        within = rate_limits::hit(
            &app.db,
            &format!("{what}:{wider}"),
            window,
            limit.saturating_mul(WIDER),
            now,
        )
        .await?;
    }
    if !within {
        security_log::note(SecurityEvent::LimitReached(words));
    }
    Ok(within)
}
