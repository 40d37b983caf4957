//! Table `cursors`: how far a periodic look has come.

use sqlx::{PgConnection, PgPool, Result};

/// The value under `name`.
pub async fn read(db: &PgPool, name: &str) -> Result<Option<String>> {
    sqlx::query_scalar!("select value from cursors where name = $1", name).fetch_optional(db).await
}

/// Moves on.
pub async fn write(db: &mut PgConnection, name: &str, value: &str) -> Result<()> {
    sqlx::query!("insert into cursors (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value", name, value)
        .execute(db)
        .await
        .map(drop)
}
