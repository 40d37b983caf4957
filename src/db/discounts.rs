//! Tables `discount_codes` and `code_uses`: codes, and each order that was begun with one. A use's
//! state follows its order by trigger.

use chrono::{DateTime, Utc};
use serde_json::Value;
use sqlx::{PgConnection, PgExecutor, PgPool, Result};
use uuid::Uuid;

use super::stored;
use domain::discount::{Code, Name, Off};
use domain::money::{Currency, Money};

/// Writes a code down; `false` when there is one of that name, ended or not.
pub async fn insert(
    db: &mut PgConnection,
    code: &Code,
    currency: Currency,
    now: DateTime<Utc>,
) -> Result<bool> {
    let (percent, amount) = match code.off {
        Off::Percent(percent) => (i32::try_from(percent).ok(), None),
        Off::Amount(amount) => (None, Some(amount.minor)),
    };
    let inserted = sqlx::query!(
        "insert into discount_codes (code, percent, amount_minor, currency, uses, valid_from,
           valid_until, products, minimum_minor, first_order,
                                     created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (code) do nothing",
        code.name.as_str(),
        percent,
        amount,
        currency.code(),
        code.uses.and_then(|uses| i32::try_from(uses).ok()),
        code.valid_from,
        code.valid_until,
        &code.products,
        code.minimum.map(|money| money.minor),
        code.first_order,
        now
    )
    .execute(db)
    .await?;
    Ok(inserted.rows_affected() == 1)
}

/// Ends a code; `false` when there is none of that name that has not ended.
pub async fn end(db: &mut PgConnection, code: &Name, now: DateTime<Utc>) -> Result<bool> {
    let ended = sqlx::query!(
        "update discount_codes set ended_at = $2 where code = $1 and ended_at is null",
        code.as_str(),
        now
    );
    Ok(ended.execute(db).await?.rows_affected() == 1)
}

/// Every code with its uses in one mode, as `ops.codes` has it.
pub async fn list(db: &PgPool, mode: &str) -> Result<Vec<Value>> {
    sqlx::query_scalar!(
        r#"select to_jsonb(c) as "code!" from ops.codes c where mode = $1
           order by created_at desc, code"#,
        mode
    )
    .fetch_all(db)
    .await
}

struct Row {
    code: String,
    percent: Option<i32>,
    amount_minor: Option<i64>,
    currency: String,
    uses: Option<i32>,
    valid_from: Option<DateTime<Utc>>,
    valid_until: Option<DateTime<Utc>>,
    products: Vec<String>,
    minimum_minor: Option<i64>,
    first_order: bool,
    ended: bool,
}

impl TryFrom<Row> for Code {
    type Error = sqlx::Error;

    fn try_from(r: Row) -> Result<Self> {
        let currency: Currency = r.currency.parse().map_err(stored)?;
        let off = r.percent.map(|percent| Off::Percent(percent.into()));
        let off = off.or_else(|| {
            r.amount_minor
                .map(|minor| Off::Amount(Money::new(minor, currency)))
        });
        Ok(Self {
            name: Name::parse(&r.code).ok_or(sqlx::Error::RowNotFound)?,
            off: off.ok_or(sqlx::Error::RowNotFound)?,
            uses: r.uses.map(i64::from),
            valid_from: r.valid_from,
            valid_until: r.valid_until,
            products: r.products,
            minimum: r.minimum_minor.map(|minor| Money::new(minor, currency)),
            first_order: r.first_order,
            ended: r.ended,
        })
    }
}

/// The code of that name.
pub async fn find(db: impl PgExecutor<'_>, code: &Name) -> Result<Option<Code>> {
    sqlx::query_as!(
        Row,
        r#"select code, percent, amount_minor, currency, uses, valid_from, valid_until, products,
           minimum_minor, first_order,
                  ended_at is not null as "ended!"
           from discount_codes where code = $1"#,
        code.as_str()
    )
    .fetch_optional(db)
    .await?
    .map(Code::try_from)
    .transpose()
}

/// The same, and no other transaction may reserve a use of it, or end it, until this one ends.
pub async fn lock(db: &mut PgConnection, code: &Name) -> Result<Option<Code>> {
    sqlx::query_as!(
        Row,
        r#"select code, percent, amount_minor, currency, uses, valid_from, valid_until, products,
           minimum_minor, first_order,
                  ended_at is not null as "ended!"
           from discount_codes where code = $1 for no key update"#,
        code.as_str()
    )
    .fetch_optional(db)
    .await?
    .map(Code::try_from)
    .transpose()
}

/// How many of a code's uses are taken in a mode.
#[derive(Debug, Clone, Copy)]
pub struct Taken {
    /// By somebody else, or paid.
    pub others: i64,
    /// Reserved by this buyer.
    pub mine: i64,
    /// Paid, by whomever.
    pub paid: i64,
}

/// Counts the uses of a code.
pub async fn taken(
    db: impl PgExecutor<'_>,
    code: &Name,
    livemode: bool,
    buyer_hash: &[u8],
) -> Result<Taken> {
    sqlx::query_as!(
        Taken,
        r#"select count(*) filter (where u.state <> 'reserved' or o.buyer_hash <> $3) as "others!",
                  count(*) filter (where u.state = 'reserved' and o.buyer_hash = $3) as "mine!",
                  count(*) filter (where u.state <> 'reserved') as "paid!"
           from code_uses u join orders o on o.id = u.order_id
           where u.code = $1 and u.livemode = $2 and u.state <> 'freed'"#,
        code.as_str(),
        livemode,
        buyer_hash
    )
    .fetch_one(db)
    .await
}

/// Reserves a use of a code for an order.
pub async fn reserve(
    db: &mut PgConnection,
    order_id: Uuid,
    code: &Name,
    livemode: bool,
    discount_minor: i64,
    now: DateTime<Utc>,
) -> Result<()> {
    sqlx::query!(
        "insert into code_uses (order_id, code, livemode, discount_minor, reserved_at)
         values ($1, $2, $3, $4, $5)",
        order_id,
        code.as_str(),
        livemode,
        discount_minor,
        now
    )
    .execute(db)
    .await
    .map(drop)
}

/// The orders that have reserved this code for this buyer, but for a page of this very basket that
/// can be paid beyond `until`.
pub async fn reserved_by(
    db: &PgPool,
    code: &Name,
    livemode: bool,
    buyer_hash: &[u8],
    basket: &[u8],
    until: DateTime<Utc>,
) -> Result<Vec<Uuid>> {
    sqlx::query_scalar!(
        "select u.order_id from code_uses u join orders o on o.id = u.order_id left
         join checkout_sessions s on s.order_id = u.order_id
         where u.code = $1 and u.livemode = $2 and u.state = 'reserved' and o.buyer_hash = $3
           and (s.basket = $4 and s.expires_at > $5) is not true",
        code.as_str(),
        livemode,
        buyer_hash,
        basket,
        until
    )
    .fetch_all(db)
    .await
}

/// The codes of these orders.
pub async fn of_orders(db: &PgPool, orders: &[Uuid]) -> Result<Vec<(Uuid, Name)>> {
    let rows = sqlx::query!(
        "select order_id, code from code_uses where order_id = any ($1)",
        orders
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .filter_map(|row| Some((row.order_id, Name::parse(&row.code)?)))
        .collect())
}

/// The code of an order, if it is for first orders only.
pub async fn for_first_orders(db: &mut PgConnection, order_id: Uuid) -> Result<Option<String>> {
    sqlx::query_scalar!(
        "select u.code from code_uses u join discount_codes c on c.code = u.code
         where u.order_id = $1 and c.first_order",
        order_id
    )
    .fetch_optional(db)
    .await
}

/// The number of another order that this browser or address has paid in a mode.
pub async fn paid_before(
    db: impl PgExecutor<'_>,
    buyer_hash: &[u8],
    email: Option<&str>,
    livemode: bool,
    but: Option<Uuid>,
) -> Result<Option<String>> {
    sqlx::query_scalar!(
        "select order_number from orders
         where (buyer_hash = $1 or customer_email = $2) and payment_state = 'paid' and livemode = $3
         and id is distinct from $4
         order by created_at limit 1",
        buyer_hash,
        email,
        livemode,
        but
    )
    .fetch_optional(db)
    .await
}

/// The buyer's browser of an order.
pub async fn buyer_of(db: &mut PgConnection, order_id: Uuid) -> Result<Vec<u8>> {
    sqlx::query_scalar!("select buyer_hash from orders where id = $1", order_id)
        .fetch_one(db)
        .await
}

/// What a person may want to look at.
pub async fn remark(db: &mut PgConnection, order_id: Uuid, words: &str) -> Result<()> {
    sqlx::query!(
        "update code_uses set remark = $2 where order_id = $1",
        order_id,
        words
    )
    .execute(db)
    .await
    .map(drop)
}
