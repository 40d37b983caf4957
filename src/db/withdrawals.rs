//! Table `withdrawals`: statements of withdrawal, and what came of them.

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgPool, Result};
use uuid::Uuid;

/// A statement to write down.
#[derive(Debug, Clone, Copy)]
pub struct NewWithdrawal<'a> {
    /// The paid order.
    pub order_id: Uuid,
    /// Who withdraws, as they say.
    pub name: Option<&'a str>,
    /// From the buying browser, or signed in.
    pub by_owner: bool,
    /// When it is carried out.
    pub acts_at: DateTime<Utc>,
}

/// A statement.
#[derive(Debug, Clone)]
pub struct Withdrawal {
    /// Its id.
    pub id: Uuid,
    /// The order.
    pub order_id: Uuid,
    /// Who withdraws, as they say.
    pub name: Option<String>,
    /// When it was stated.
    pub stated_at: DateTime<Utc>,
    /// When it is carried out.
    pub acts_at: DateTime<Utc>,
    /// From the buying browser, or signed in.
    pub by_owner: bool,
    /// `waiting`, `done`, `person` or `stopped`.
    pub state: String,
}

/// Writes a statement down; `None` when one waits already.
pub async fn insert(
    db: &mut PgConnection,
    w: &NewWithdrawal<'_>,
    now: DateTime<Utc>,
) -> Result<Option<Uuid>> {
    sqlx::query_scalar!(
        "insert into withdrawals (id, order_id, name, stated_at, source, acts_at)
         values ($1, $2, $3, $4, case when $5 then 'owner' else 'form' end, $6)
         on conflict (order_id) where state = 'waiting' do nothing returning id",
        Uuid::now_v7(),
        w.order_id,
        w.name,
        now,
        w.by_owner,
        w.acts_at
    )
    .fetch_optional(db)
    .await
}

/// The one that waits is the owner's now: it need not wait any longer. Its id.
pub async fn confirm(
    db: &mut PgConnection,
    order_id: Uuid,
    now: DateTime<Utc>,
) -> Result<Option<Uuid>> {
    sqlx::query_scalar!(
        "update withdrawals set source = 'owner', acts_at = greatest(stated_at, least(acts_at, $2))
         where order_id = $1 and state = 'waiting' returning id",
        order_id,
        now
    )
    .fetch_optional(db)
    .await
}

/// A statement by its id.
pub async fn load(db: &PgPool, id: Uuid) -> Result<Option<Withdrawal>> {
    sqlx::query_as!(
        Withdrawal,
        r#"select id, order_id, name, stated_at, acts_at, source = 'owner' as "by_owner!", state
           from withdrawals where id = $1"#,
        id
    )
    .fetch_optional(db)
    .await
}

/// Decides what came of it; `false` when that was decided before.
pub async fn decide(
    db: &mut PgConnection,
    id: Uuid,
    state: &str,
    now: DateTime<Utc>,
) -> Result<bool> {
    let decided = sqlx::query!(
        "update withdrawals set state = $2, decided_at = $3 where id = $1 and state = 'waiting'",
        id,
        state,
        now
    )
    .execute(db)
    .await?;
    Ok(decided.rows_affected() == 1)
}

/// How many statements about an order were written down since: all, or the owner's alone.
pub async fn stated_since(
    db: &mut PgConnection,
    order_id: Uuid,
    owners: bool,
    since: DateTime<Utc>,
) -> Result<i64> {
    sqlx::query_scalar!(
        r#"select count(*) as "many!" from withdrawals where order_id = $1 and stated_at > $2
           and (source = 'owner' or not $3)"#,
        order_id,
        since,
        owners
    )
    .fetch_one(db)
    .await
}

/// Its time has come later: the mail that could stop it has not left.
pub async fn put_off(db: &PgPool, id: Uuid, acts_at: DateTime<Utc>) -> Result<()> {
    sqlx::query!(
        "update withdrawals set acts_at = $2 where id = $1 and state = 'waiting'",
        id,
        acts_at
    )
    .execute(db)
    .await
    .map(drop)
}

/// What was carried out came to nothing after all: a person decides. `false` when nothing of this
/// order was carried out.
pub async fn back_to_a_person(
    db: &mut PgConnection,
    order_id: Uuid,
    now: DateTime<Utc>,
) -> Result<bool> {
    let back = sqlx::query!(
        "update withdrawals set state = 'person', decided_at = $2 where order_id = $1
         and state = 'done'",
        order_id,
        now
    )
    .execute(db)
    .await?;
    Ok(back.rows_affected() > 0)
}

/// Keeps the hash of a link that stops it.
pub async fn add_stop(db: &PgPool, id: Uuid, hash: &[u8]) -> Result<()> {
    sqlx::query!(
        "update withdrawals set stops = array_append(stops, $2::bytea) where id = $1",
        id,
        hash
    )
    .execute(db)
    .await
    .map(drop)
}

/// The statement that a link stops, while it waits.
pub async fn by_stop(db: &PgPool, hash: &[u8]) -> Result<Option<Uuid>> {
    sqlx::query_scalar!(
        "select id from withdrawals where stops @> array[$1::bytea] and state = 'waiting'",
        hash
    )
    .fetch_optional(db)
    .await
}
