//! What every request and every job is given: the settings, the database, the doors. Built by `main` and by tests; holds no state of its own.

use std::sync::Arc;

use sqlx::PgPool;

use crate::config::Config;
use crate::db::live::Live;
use crate::mail::Mailer;

/// Cheap to clone.
#[derive(Debug, Clone)]
pub struct App {
    /// The settings.
    pub config: Arc<Config>,
    /// The pool.
    pub db: PgPool,
    /// The mail server's door.
    pub mailer: Mailer,
    /// Who looks at an order hears of its changes.
    pub live: Live,
}
