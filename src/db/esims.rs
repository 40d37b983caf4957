//! Table `esims`: what travellers own. The activation code is a bearer secret and leaves only to its owner's page and mail.

use chrono::{DateTime, Utc};
use secrecy::{ExposeSecret, SecretString};
use sqlx::{PgConnection, Result};
use uuid::Uuid;

/// An eSIM to hand over.
#[derive(Debug, Clone)]
pub struct NewEsim<'a> {
    /// Its id, which names it in addresses.
    pub id: Uuid,
    /// Digits only.
    pub iccid: &'a str,
    /// The line that bought it.
    pub line_id: Uuid,
    /// `LPA:1$…`
    pub activation_code: &'a SecretString,
    /// As the supplier wrote it.
    pub status: Option<&'a str>,
}

/// Hands an eSIM over. Its line's outcome must be decided for it.
pub async fn insert(db: &mut PgConnection, esim: &NewEsim<'_>, now: DateTime<Utc>) -> Result<()> {
    sqlx::query!(
        "insert into esims (id, iccid, line_id, activation_code, status, status_seen_at, created_at) values ($1, $2, $3, $4, $5, $6, $6)",
        esim.id,
        esim.iccid,
        esim.line_id,
        esim.activation_code.expose_secret(),
        esim.status,
        now
    )
    .execute(db)
    .await
    .map(drop)
}

/// The line that owns an ICCID already.
pub async fn owner(db: &mut PgConnection, iccid: &str) -> Result<Option<Uuid>> {
    sqlx::query_scalar!("select line_id from esims where iccid = $1", iccid).fetch_optional(db).await
}

/// An eSIM's status as the supplier shows it now.
pub async fn set_status(db: &mut PgConnection, iccid: &str, status: &str, now: DateTime<Utc>) -> Result<()> {
    sqlx::query!("update esims set status = $2, status_seen_at = $3 where iccid = $1", iccid, status, now).execute(db).await.map(drop)
}
