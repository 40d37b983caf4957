//! Table `shop`: what this shop is known by at Stripe, and which database it was last seen in.

use sqlx::{PgConnection, PgExecutor, Result};

/// The shop's mark: eight characters that begin the description of each of its payments.
pub async fn mark(db: impl PgExecutor<'_>) -> Result<String> {
    sqlx::query_scalar!("select mark from shop")
        .fetch_one(db)
        .await
}

/// What tells this database from another with the same rows: a restored copy, or a standby that
/// took over, has another.
async fn present_database(db: &mut PgConnection) -> Result<String> {
    sqlx::query_scalar!(
        r#"select concat_ws(':', s.system_identifier, d.oid, c.timeline_id) as "mark!"
           from pg_control_system() s, pg_control_checkpoint() c, pg_database d
           where d.datname = current_database()"#
    )
    .fetch_one(db)
    .await
}

/// Notes which database this is; `true` when it is another than the last time, and not the first.
pub async fn database_changed(db: &mut PgConnection) -> Result<bool> {
    let present = present_database(db).await?;
    let before = sqlx::query_scalar!("select database_mark from shop for update")
        .fetch_one(&mut *db)
        .await?;
    if before.as_deref() != Some(&present) {
        sqlx::query!("update shop set database_mark = $1", present)
            .execute(db)
            .await?;
    }
    Ok(before.is_some_and(|before| before != present))
}
