//! Table `esims`: what travellers own. The activation code is a bearer secret and leaves only to its owner's page and mail.

use chrono::{DateTime, Utc};
use secrecy::{ExposeSecret, SecretString};
use sqlx::{PgConnection, PgPool, Result};
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
    /// The same as the supplier wrote it, where that differs.
    pub code_as_received: Option<&'a SecretString>,
    /// The access point name of this very eSIM.
    pub apn: Option<&'a str>,
    /// As the supplier wrote it.
    pub status: Option<&'a str>,
}

/// Hands an eSIM over. Its line's outcome must be decided for it.
pub async fn insert(db: &mut PgConnection, esim: &NewEsim<'_>, now: DateTime<Utc>) -> Result<()> {
    sqlx::query!(
        "insert into esims (id, iccid, line_id, activation_code, code_as_received, apn, status, status_seen_at, created_at)
         values ($1, $2, $3, $4, $7, $8, $5, $6, $6)",
        esim.id,
        esim.iccid,
        esim.line_id,
        esim.activation_code.expose_secret(),
        esim.status,
        now,
        esim.code_as_received.map(ExposeSecret::expose_secret),
        esim.apn
    )
    .execute(db)
    .await
    .map(drop)
}

/// An eSIM's status as the supplier shows it now. The one before.
pub async fn set_status(db: &mut PgConnection, iccid: &str, status: &str, now: DateTime<Utc>) -> Result<Option<String>> {
    let before =
        sqlx::query_scalar!("select status from esims where iccid = $1 for update", iccid).fetch_optional(&mut *db).await?.flatten();
    sqlx::query!("update esims set status = $2, status_seen_at = $3 where iccid = $1", iccid, status, now).execute(db).await?;
    Ok(before)
}

/// The supplier gave the eSIM's profile another activation code; one that is another eSIM's is not taken. Whether it was.
pub async fn set_code(db: &mut PgConnection, iccid: &str, code: &SecretString, as_received: Option<&SecretString>) -> Result<bool> {
    let code = code.expose_secret();
    let news = sqlx::query!(
        "update esims set activation_code = $2, code_as_received = $3
             where iccid = $1 and activation_code <> $2 and not exists (select from esims other where other.activation_code = $2)",
        iccid,
        code,
        as_received.map(ExposeSecret::expose_secret)
    )
    .execute(db)
    .await?;
    Ok(news.rows_affected() == 1)
}

/// Its packages have been read.
pub async fn packages_seen(db: &mut PgConnection, iccid: &str, now: DateTime<Utc>) -> Result<()> {
    sqlx::query!("update esims set packages_seen_at = $2, asked_at = greatest(asked_at, $2) where iccid = $1", iccid, now)
        .execute(db)
        .await
        .map(drop)
}

/// Whether it is this caller's turn to ask the supplier: nobody has since `since`. Held across replicas.
pub async fn take_turn(db: &PgPool, iccid: &str, since: DateTime<Utc>, now: DateTime<Utc>) -> Result<bool> {
    let mine = sqlx::query!("update esims set asked_at = $3 where iccid = $1 and (asked_at is null or asked_at < $2)", iccid, since, now)
        .execute(db)
        .await?;
    Ok(mine.rows_affected() == 1)
}

/// Whom an eSIM belongs to.
#[derive(Debug, Clone)]
pub struct Owner {
    /// The eSIM's id, as in addresses.
    pub esim_id: Uuid,
    /// The line that bought it.
    pub line_id: Uuid,
    /// Its order.
    pub order_id: Uuid,
    /// Its owner's address.
    pub email: Option<String>,
    /// The language of its order.
    pub locale: String,
}

/// The owner of an eSIM, by its number.
pub async fn owner_of(db: &PgPool, iccid: &str) -> Result<Option<Owner>> {
    sqlx::query_as!(
        Owner,
        "select e.id as esim_id, e.line_id, o.id as order_id, o.customer_email as email, o.locale
         from esims e join lines l on l.id = e.line_id join orders o on o.id = l.order_id where e.iccid = $1",
        iccid
    )
    .fetch_optional(db)
    .await
}

/// Names who travels with an eSIM, or nobody.
pub async fn set_traveller(db: &PgPool, esim_id: Uuid, traveller: Option<&str>) -> Result<()> {
    sqlx::query!("update esims set traveller = $2 where id = $1", esim_id, traveller).execute(db).await.map(drop)
}
