//! Table `lines`: one eSIM or top-up of an order, its key, and its outcome, which is decided once.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::{PgConnection, PgExecutor, PgPool, Result};
use uuid::Uuid;

use super::bell;
use super::unreadable;
use domain::line::{Attempts, LineState};
use domain::product::Product;

pub use domain::line::Outcome;

/// A line as flows need it.
#[derive(Debug, Clone)]
pub struct Line {
    /// Its id.
    pub id: Uuid,
    /// Its order.
    pub order_id: Uuid,
    /// From 1.
    pub position: i32,
    /// What it buys.
    pub product_id: String,
    /// As the traveller reads it.
    pub plan_name: String,
    /// The eSIM that it tops up; `None` buys a new one.
    pub target_iccid: Option<String>,
    /// The key of every attempt to buy it, for ever.
    pub idempotency_key: Uuid,
    /// What was paid for it, minor units of the order's currency.
    pub price_minor: i64,
    /// Where it is.
    pub state: LineState,
    /// What it comes to, once decided.
    pub outcome: Option<Outcome>,
    /// Attempts written down.
    pub calls: i64,
    /// Attempts that may have bought: unclear, or never heard of again.
    pub unclear_calls: i64,
    /// Whether an attempt has been answered or given up.
    pub tried: bool,
    /// When its clock had run out before anything was asked for it, and it was given a last chance.
    pub last_chance_at: Option<DateTime<Utc>>,
    /// Whether a hold of its own stands.
    pub held: bool,
    /// How long it has been held since it was paid, by holds of its own or of its order.
    pub held_for: Duration,
    /// The supplier's order for it, as far as it has named one.
    pub supplier_order_id: Option<String>,
    /// Whether that came with an ICCID or code that cannot be read.
    pub unreadable: bool,
    /// When it and its key were made.
    pub created_at: DateTime<Utc>,
}

impl Line {
    /// What is known of its attempts. While it was held its clock stood.
    #[must_use]
    pub fn attempts(&self, paid_at: DateTime<Utc>) -> Attempts {
        Attempts {
            paid_at: paid_at + TimeDelta::from_std(self.held_for).unwrap_or_default(),
            made: u32::try_from(self.calls).unwrap_or(u32::MAX),
            any_unclear: self.unclear_calls > 0,
            unreadable: self.unreadable,
            key_made_at: self.created_at,
        }
    }
}

/// A line to write.
#[derive(Debug, Clone)]
pub struct NewLine<'a> {
    /// Its id.
    pub id: Uuid,
    /// Its order.
    pub order_id: Uuid,
    /// From 1.
    pub position: i32,
    /// The eSIM that it tops up; `None` buys a new one.
    pub target_iccid: Option<&'a str>,
    /// As the traveller reads it.
    pub plan_name: &'a str,
    /// The product as it was sold.
    pub product: &'a Product,
    /// Minor units of the order's currency.
    pub price_minor: i64,
    /// What a code took off; `price_minor` is what is left.
    pub discount_minor: i64,
    /// The key of every attempt to buy it.
    pub idempotency_key: Uuid,
}

/// Writes a line.
pub async fn insert(db: &mut PgConnection, line: &NewLine<'_>, now: DateTime<Utc>) -> Result<()> {
    sqlx::query!(
        "insert into lines (id, order_id, position, operation, product_id, plan_name, plan,
           price_minor, cost, cost_currency,
                            target_iccid, idempotency_key, created_at, discount_minor)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        line.id,
        line.order_id,
        line.position,
        if line.target_iccid.is_some() {
            "TOPUP"
        } else {
            "NEW"
        },
        line.product.id,
        line.plan_name,
        sqlx::types::Json(line.product) as _,
        line.price_minor,
        line.product.cost.to_string(),
        line.product.cost_currency.code(),
        line.target_iccid,
        line.idempotency_key,
        now,
        line.discount_minor
    )
    .execute(db)
    .await
    .map(drop)
}

pub(super) struct Row {
    pub(super) id: Uuid,
    pub(super) order_id: Uuid,
    pub(super) position: i32,
    pub(super) product_id: String,
    pub(super) plan_name: String,
    pub(super) target_iccid: Option<String>,
    pub(super) idempotency_key: Uuid,
    pub(super) price_minor: i64,
    pub(super) state: String,
    pub(super) outcome: Option<String>,
    pub(super) calls: i64,
    pub(super) unclear_calls: i64,
    pub(super) tried: bool,
    pub(super) last_chance_at: Option<DateTime<Utc>>,
    pub(super) held: bool,
    pub(super) held_seconds: i64,
    pub(super) supplier_order_id: Option<String>,
    pub(super) unreadable: bool,
    pub(super) created_at: DateTime<Utc>,
}

impl TryFrom<Row> for Line {
    type Error = sqlx::Error;

    fn try_from(r: Row) -> Result<Self> {
        let outcome = r.outcome.as_deref().map(Outcome::try_from);
        Ok(Self {
            id: r.id,
            order_id: r.order_id,
            position: r.position,
            product_id: r.product_id,
            plan_name: r.plan_name,
            target_iccid: r.target_iccid,
            idempotency_key: r.idempotency_key,
            price_minor: r.price_minor,
            state: LineState::try_from(r.state.as_str())
                .map_err(unreadable("lines.state", r.id))?,
            outcome: outcome
                .transpose()
                .map_err(unreadable("lines.outcome", r.id))?,
            calls: r.calls,
            unclear_calls: r.unclear_calls,
            tried: r.tried,
            last_chance_at: r.last_chance_at,
            held: r.held,
            held_for: Duration::from_secs(r.held_seconds.unsigned_abs()),
            supplier_order_id: r.supplier_order_id,
            unreadable: r.unreadable,
            created_at: r.created_at,
        })
    }
}

/// An order's lines, in order. A call without an end counts as unclear: whoever made it was cut
/// off.
pub async fn of_order(
    db: impl PgExecutor<'_>,
    order_id: Uuid,
    now: DateTime<Utc>,
) -> Result<Vec<Line>> {
    sqlx::query_as!(
        Row,
        r#"select l.id, l.order_id, l.position, l.product_id, l.plan_name, l.target_iccid,
           l.idempotency_key, l.price_minor, l.state, l.outcome,
                  count(c.id) as "calls!",
                  count(c.id) filter (where c.result is null
                    or c.result = 'unclear') as "unclear_calls!",
                  count(c.result) > 0 as "tried!", l.last_chance_at,
                  exists (select from holds h where h.line_id = l.id
                    and h.ended_at is null) as "held!",
                  extract(epoch
                    from held_for(l.order_id, l.id, coalesce(o.paid_at, $2),
                    $2))::bigint as "held_seconds!",
                  s.supplier_order_id as "supplier_order_id?",
                  coalesce(s.unreadable, false) as "unreadable!", l.created_at
           from lines l join orders o on o.id = l.order_id left
           join supplier_calls c on c.line_id = l.id
           left join supplier_orders s on s.line_id = l.id and not s.orphan
           where l.order_id = $1 group by l.id, o.paid_at, s.supplier_order_id order by l.position"#,
        order_id,
        now
    )
    .fetch_all(db)
    .await?
    .into_iter()
    .map(Line::try_from)
    .collect()
}

/// An order's lines that nothing has been decided about, and no other transaction may decide about
/// them until this one ends.
pub async fn undecided(
    db: &mut PgConnection,
    order_id: Uuid,
    now: DateTime<Utc>,
) -> Result<Vec<Line>> {
    let open = sqlx::query_scalar!(
        "select id from lines where order_id = $1 and outcome is null order by position for update",
        order_id
    )
    .fetch_all(&mut *db)
    .await?;
    if open.is_empty() {
        return Ok(Vec::new());
    }
    Ok(of_order(db, order_id, now)
        .await?
        .into_iter()
        .filter(|line| open.contains(&line.id))
        .collect())
}

/// The line's outcome as it stands, and no other transaction may decide it until this one ends.
pub async fn lock_outcome(db: &mut PgConnection, id: Uuid) -> Result<Option<Outcome>> {
    let outcome = sqlx::query_scalar!("select outcome from lines where id = $1 for update", id)
        .fetch_one(db)
        .await?;
    Ok(outcome.map(|o| {
        if o == "refund" {
            Outcome::Refund
        } else {
            Outcome::Deliver
        }
    }))
}

/// What has been decided about a line.
pub async fn outcome(db: &PgPool, id: Uuid) -> Result<Option<Outcome>> {
    let outcome = sqlx::query_scalar!("select outcome from lines where id = $1", id)
        .fetch_one(db)
        .await?;
    Ok(outcome.map(|o| {
        if o == "refund" {
            Outcome::Refund
        } else {
            Outcome::Deliver
        }
    }))
}

/// It has been asked for; its order's history says so the first time.
pub async fn ordering(db: &mut PgConnection, line: &Line, now: DateTime<Utc>) -> Result<()> {
    let first = sqlx::query!(
        "with first as (update lines set state = 'ordering' where id = $1 and state = 'waiting'
           returning id, order_id)
         insert into order_events (order_id, line_id, at, event, actor)
         select order_id, id, $2, 'ordering', 'worker' from first",
        line.id,
        now
    )
    .execute(db)
    .await?;
    if first.rows_affected() == 1 {
        bell::note_order(line.order_id);
    }
    Ok(())
}

/// The traveller has it: decided for good, and told in its order's history.
pub async fn deliver(db: &mut PgConnection, line: &Line, now: DateTime<Utc>) -> Result<()> {
    sqlx::query!(
        "with decided as (
             update lines set state = 'delivered', outcome = 'deliver', outcome_at = $2,
             delivered_at = $2, last_error = null where id = $1
             returning id, order_id)
         insert into order_events (order_id, line_id, at, event, actor)
         select order_id, id, $2, 'delivered', 'supplier' from decided",
        line.id,
        now
    )
    .execute(db)
    .await?;
    bell::note_order(line.order_id);
    Ok(())
}

/// It will never come: decided for good. `unknown`: the supplier may have sold it all the same.
pub async fn refuse(
    db: &mut PgConnection,
    id: Uuid,
    why: &str,
    unknown: bool,
    now: DateTime<Utc>,
) -> Result<()> {
    sqlx::query!(
        "update lines set state = 'refused', outcome = 'refund', outcome_at = $2,
         outcome_reason = $3, supplier_unknown = $4 where id = $1",
        id,
        now,
        why,
        unknown
    )
    .execute(db)
    .await
    .map(drop)
}

/// Why it is not here yet, in words for operators.
pub async fn set_error(db: &mut PgConnection, id: Uuid, error: &str) -> Result<()> {
    sqlx::query!("update lines set last_error = $2 where id = $1", id, error)
        .execute(db)
        .await
        .map(drop)
}

/// The supplier has just offered this top-up for its eSIM.
pub async fn topup_checked(db: &mut PgConnection, id: Uuid, now: DateTime<Utc>) -> Result<()> {
    sqlx::query!(
        "update lines set topup_checked_at = $2 where id = $1",
        id,
        now
    )
    .execute(db)
    .await
    .map(drop)
}

/// Its clock had run out before anything was asked for it: it is asked for once, at once.
pub async fn give_last_chance(db: &mut PgConnection, id: Uuid, now: DateTime<Utc>) -> Result<()> {
    sqlx::query!(
        "update lines set last_chance_at = coalesce(last_chance_at, $2) where id = $1",
        id,
        now
    )
    .execute(db)
    .await
    .map(drop)
}

/// What the supplier asked for a line when it was sold, in words.
pub async fn quoted_cost(db: &PgPool, id: Uuid) -> Result<String> {
    sqlx::query_scalar!(
        r#"select cost || ' ' || cost_currency as "cost!" from lines where id = $1"#,
        id
    )
    .fetch_one(db)
    .await
}

/// The eSIM that a line bought or topped up.
pub async fn iccid(db: &PgPool, id: Uuid) -> Result<Option<String>> {
    let row = sqlx::query_scalar!(
        "select coalesce(e.iccid, l.target_iccid) from lines l left join esims e on e.line_id = l.id
         where l.id = $1",
        id
    )
    .fetch_optional(db)
    .await?;
    Ok(row.flatten())
}

/// The order of a line.
pub async fn order_of(db: impl PgExecutor<'_>, id: Uuid) -> Result<Option<Uuid>> {
    sqlx::query_scalar!("select order_id from lines where id = $1", id)
        .fetch_optional(db)
        .await
}
