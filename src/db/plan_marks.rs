//! Table `plan_marks`: what an owner marked on single plans.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use sqlx::{PgPool, Result};

use super::Connection;

/// What the shelf needs to know of all marks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marks {
    /// Off the shelf, by product.
    pub hidden: HashSet<String>,
    /// First where plans are listed.
    pub pinned: HashSet<String>,
}

/// Every mark.
pub async fn all(db: &PgPool) -> Result<Marks> {
    let rows =
        sqlx::query!("select product_id, hidden, pinned from plan_marks where hidden or pinned")
            .fetch_all(db)
            .await?;
    let mut marks = Marks::default();
    for row in rows {
        if row.hidden {
            marks.hidden.insert(row.product_id.clone());
        }
        if row.pinned {
            marks.pinned.insert(row.product_id);
        }
    }
    Ok(marks)
}

/// The marks of one plan.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mark {
    /// Off the shelf.
    pub hidden: bool,
    /// First where plans are listed.
    pub pinned: bool,
    /// For the staff.
    pub note: Option<String>,
}

/// A product's marks; none for what the supplier never listed. Nobody else changes them until the
/// transaction ends.
pub async fn of(tx: &mut Connection, product_id: &str) -> Result<Option<Mark>> {
    let listed = sqlx::query!(
        "select product_id from products where product_id = $1 for no key update",
        product_id
    )
    .fetch_optional(&mut *tx)
    .await?;
    if listed.is_none() {
        return Ok(None);
    }
    let mark = sqlx::query_as!(
        Mark,
        "select hidden, pinned, note from plan_marks where product_id = $1",
        product_id
    )
    .fetch_optional(tx)
    .await?;
    Ok(Some(mark.unwrap_or_default()))
}

/// Marks a plan so.
pub async fn set(
    tx: &mut Connection,
    product_id: &str,
    mark: &Mark,
    who: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    sqlx::query!(
        "insert into plan_marks (product_id, hidden, pinned, note, changed_at, changed_by)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (product_id) do update
         set hidden = excluded.hidden, pinned = excluded.pinned, note = excluded.note,
                changed_at = excluded.changed_at, changed_by = excluded.changed_by",
        product_id,
        mark.hidden,
        mark.pinned,
        mark.note,
        now,
        who
    )
    .execute(tx)
    .await
    .map(drop)
}
