//! Table `consents`: what a traveller was told before paying, word for word. Append-only.

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgExecutor, Result};
use uuid::Uuid;

/// What was shown when the pay button was pressed.
#[derive(Debug)]
pub struct Consent {
    /// Exactly what was shown.
    pub words: String,
    /// In which language.
    pub locale: String,
    /// `words` or `box`.
    pub manner: String,
    /// When.
    pub given_at: DateTime<Utc>,
}

/// Writes it down with its order.
pub async fn insert(db: &mut PgConnection, order_id: Uuid, consent: &Consent) -> Result<()> {
    sqlx::query!(
        "insert into consents (order_id, words, locale, manner, given_at)
         values ($1, $2, $3, $4, $5)",
        order_id,
        consent.words,
        consent.locale,
        consent.manner,
        consent.given_at
    )
    .execute(db)
    .await
    .map(drop)
}

/// An order's, while the hash of a key that opens it is kept: what its mail needs, in one question.
pub async fn of_order_with_key(
    db: &mut PgConnection,
    order_id: Uuid,
    token_hash: &[u8],
    now: DateTime<Utc>,
) -> Result<Option<Consent>> {
    sqlx::query_as!(
        Consent,
        "with kept as (insert into order_keys (token_hash, order_id, created_at) values ($2, $1, $3)
           on conflict do nothing)
         select words, locale, manner, given_at from consents where order_id = $1",
        order_id,
        token_hash,
        now
    )
    .fetch_optional(db)
    .await
}

/// An order's; none for orders of releases before.
pub async fn of_order(db: impl PgExecutor<'_>, order_id: Uuid) -> Result<Option<Consent>> {
    sqlx::query_as!(
        Consent,
        "select words, locale, manner, given_at from consents where order_id = $1",
        order_id
    )
    .fetch_optional(db)
    .await
}
