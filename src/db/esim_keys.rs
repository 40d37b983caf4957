//! Table `esim_keys`: keys that open one eSIM's page for whoever has them. Only their hashes are
//! kept.

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgPool, Result};
use uuid::Uuid;

/// What a key opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// The top-up page, from a mail; it shows no code.
    TopUp,
    /// The page for who travels with the eSIM: its code and how to install it.
    Traveller,
    /// The same on the buyer's own phone.
    Phone,
}

impl Purpose {
    fn text(self) -> &'static str {
        match self {
            Self::TopUp => "top_up",
            Self::Traveller => "traveller",
            Self::Phone => "phone",
        }
    }
}

/// A key to keep.
#[derive(Debug, Clone, Copy)]
pub struct NewKey<'a> {
    /// SHA-256 of the key.
    pub token_hash: &'a [u8],
    /// Whose page it opens.
    pub esim_id: Uuid,
    /// Which page.
    pub purpose: Purpose,
    /// Until when.
    pub expires_at: DateTime<Utc>,
}

/// Keeps a key until it expires. A traveller's key takes the place of the one before, however close
/// together they are made.
pub async fn insert(db: &mut PgConnection, key: &NewKey<'_>, now: DateTime<Utc>) -> Result<()> {
    sqlx::query!(
        "insert into esim_keys (token_hash, esim_id, purpose, created_at, expires_at)
         values ($1, $2, $3, $4, $5)
         on conflict (esim_id) where purpose = 'traveller'
         do update set token_hash = excluded.token_hash, created_at = excluded.created_at,
         expires_at = excluded.expires_at, unsent = false",
        key.token_hash,
        key.esim_id,
        key.purpose.text(),
        now,
        key.expires_at
    )
    .execute(db)
    .await
    .map(drop)
}

/// Whether a mail's key opens this eSIM's top-up page now.
pub async fn opens_topup(
    db: &PgPool,
    token_hash: &[u8],
    esim_id: Uuid,
    now: DateTime<Utc>,
) -> Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (select from esim_keys where token_hash = $1 and esim_id = $2
           and purpose = 'top_up' and expires_at > $3) as "opens!""#,
        token_hash,
        esim_id,
        now
    )
    .fetch_one(db)
    .await
}

/// The eSIM whose installing page a key opens now.
pub async fn handed_over(
    db: &PgPool,
    token_hash: &[u8],
    now: DateTime<Utc>,
) -> Result<Option<Uuid>> {
    sqlx::query_scalar!(
        "select esim_id from esim_keys where token_hash = $1 and purpose in ('traveller', 'phone')
         and expires_at > $2",
        token_hash,
        now
    )
    .fetch_optional(db)
    .await
}

/// Until when the traveller's link of an eSIM works; none when it has none.
pub async fn link_until(
    db: &PgPool,
    esim_id: Uuid,
    now: DateTime<Utc>,
) -> Result<Option<DateTime<Utc>>> {
    sqlx::query_scalar!(
        "select expires_at from esim_keys where esim_id = $1 and purpose = 'traveller'
         and expires_at > $2",
        esim_id,
        now
    )
    .fetch_optional(db)
    .await
}

/// Keeps whether the travellers' links of these eSIMs were sent, or their sending was called off.
pub async fn set_unsent(db: &PgPool, esim_ids: &[Uuid], unsent: bool) -> Result<()> {
    sqlx::query!(
        "update esim_keys set unsent = $2 where esim_id = any($1) and purpose = 'traveller'",
        esim_ids,
        unsent
    )
    .execute(db)
    .await
    .map(drop)
}

/// Ends the traveller's link of an eSIM. Whether there was one.
pub async fn end_link(db: &mut PgConnection, esim_id: Uuid) -> Result<bool> {
    let ended = sqlx::query!(
        "delete from esim_keys where esim_id = $1 and purpose = 'traveller'",
        esim_id
    )
    .execute(db)
    .await?;
    Ok(ended.rows_affected() > 0)
}

/// Ends what mails about an order's eSIMs open: their top-up pages. Links that their owner made
/// stay.
pub async fn end_mailed(db: &mut PgConnection, order_id: Uuid) -> Result<()> {
    sqlx::query!(
        "delete from esim_keys k using esims e, lines l
         where k.purpose = 'top_up' and e.id = k.esim_id and l.id = e.line_id and l.order_id = $1",
        order_id
    )
    .execute(db)
    .await
    .map(drop)
}

/// Forgets keys that no longer open anything.
pub async fn forget_expired(db: &PgPool, now: DateTime<Utc>) -> Result<()> {
    sqlx::query!("delete from esim_keys where expires_at < $1", now)
        .execute(db)
        .await
        .map(drop)
}
