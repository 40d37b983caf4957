//! Tables `orders` and `checkout_sessions`: who buys what, and the payment page.

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgPool, Result};
use uuid::Uuid;

use super::unreadable;
use domain::email::EmailAddress;
use domain::hold::Reason;
use domain::money::{Currency, Money};
use domain::order::OrderKind;
use domain::order::PaymentState;

/// An order as flows need it.
#[derive(Debug, Clone)]
pub struct Order {
    /// Its id.
    pub id: Uuid,
    /// What people call it.
    pub number: String,
    /// Its page's address.
    pub token: String,
    /// Its total.
    pub total: Money,
    /// Real money.
    pub livemode: bool,
    /// Where its money is.
    pub payment: PaymentState,
    /// Why nothing is bought for it now; holds of single lines are left out.
    pub holds: Vec<Reason>,
    /// Why a person must look.
    pub attention: Option<String>,
    /// `pi_…`
    pub payment_intent_id: Option<String>,
    /// The buyer's address: known once paid, for a top-up before.
    pub email: Option<String>,
    /// Its language.
    pub locale: String,
    /// Whether it adds to an eSIM that exists.
    pub topup: bool,
    /// When it was captured.
    pub paid_at: Option<DateTime<Utc>>,
    /// Whether it is a test order that ended as the shop went live.
    pub test_ended: bool,
}

impl Order {
    /// Whether nothing may be bought for any of its lines now.
    #[must_use]
    pub fn held(&self) -> bool {
        !self.holds.is_empty()
    }
}

/// An order to write.
#[derive(Debug, Clone)]
pub struct NewOrder<'a> {
    /// Its id.
    pub id: Uuid,
    /// Its page's address.
    pub token: &'a str,
    /// The hash of the buyer's cookie.
    pub buyer_hash: &'a [u8],
    /// What it is for.
    pub kind: OrderKind,
    /// Its language.
    pub locale: &'a str,
    /// The buyer's address where it is known before paying.
    pub email: Option<&'a str>,
    /// Its total.
    pub total: Money,
    /// Real money.
    pub livemode: bool,
}

/// Writes an order and gives it its number. The tick box about the device was set `now`.
pub async fn insert(
    db: &mut PgConnection,
    order: &NewOrder<'_>,
    now: DateTime<Utc>,
) -> Result<String> {
    sqlx::query_scalar!(
        "insert into orders (id, order_number, token, buyer_hash, kind, locale, device_ok_at,
           currency, total_minor, livemode, created_at,
                             customer_email)
         values ($1, 'E' || nextval('order_numbers'), $2, $3, $4, $5, $9, $6, $7, $8, $9, $10)
         returning order_number",
        order.id,
        order.token,
        order.buyer_hash,
        order.kind.as_str(),
        order.locale,
        order.total.currency.lower(),
        order.total.minor,
        order.livemode,
        now,
        order.email
    )
    .fetch_one(db)
    .await
}

pub(super) struct Row {
    pub(super) id: Uuid,
    pub(super) order_number: String,
    pub(super) token: String,
    pub(super) total_minor: i64,
    pub(super) currency: String,
    pub(super) livemode: bool,
    pub(super) payment_state: String,
    pub(super) holds: Vec<String>,
    pub(super) attention: Option<String>,
    pub(super) stripe_payment_intent_id: Option<String>,
    pub(super) customer_email: Option<String>,
    pub(super) locale: String,
    pub(super) kind: String,
    pub(super) paid_at: Option<DateTime<Utc>>,
    pub(super) test_ended: bool,
}

impl TryFrom<Row> for Order {
    type Error = sqlx::Error;

    fn try_from(r: Row) -> Result<Self> {
        let currency: Currency = r
            .currency
            .parse()
            .map_err(unreadable("orders.currency", r.id))?;
        let kind = OrderKind::try_from(r.kind.as_str()).map_err(unreadable("orders.kind", r.id))?;
        let holds = r
            .holds
            .iter()
            .map(|word| Reason::try_from(word.as_str()).map_err(unreadable("holds.reason", r.id)))
            .collect::<Result<_>>()?;
        Ok(Self {
            id: r.id,
            number: r.order_number,
            token: r.token,
            total: Money::new(r.total_minor, currency),
            livemode: r.livemode,
            payment: PaymentState::try_from(r.payment_state.as_str())
                .map_err(unreadable("orders.payment_state", r.id))?,
            holds,
            attention: r.attention,
            payment_intent_id: r.stripe_payment_intent_id,
            email: r.customer_email,
            locale: r.locale,
            topup: kind == OrderKind::Topup,
            paid_at: r.paid_at,
            test_ended: r.test_ended,
        })
    }
}

/// An order by its id.
pub async fn load(db: &PgPool, id: Uuid) -> Result<Option<Order>> {
    sqlx::query_as!(
        Row,
        r#"select id, order_number, token, total_minor, currency, livemode, payment_state,
           attention,
                  stripe_payment_intent_id, customer_email, locale, kind, paid_at,
                  test_ended_at is not null as "test_ended!",
                  array(select reason from holds h where h.order_id = orders.id
                    and h.line_id is null and h.ended_at is null) as "holds!"
           from orders where id = $1"#,
        id
    )
    .fetch_optional(db)
    .await?
    .map(Order::try_from)
    .transpose()
}

/// As [`load`], and no other transaction may change it until this one ends.
pub async fn lock(db: &mut PgConnection, id: Uuid) -> Result<Order> {
    sqlx::query_as!(
        Row,
        r#"select id, order_number, token, total_minor, currency, livemode, payment_state,
           attention,
                  stripe_payment_intent_id, customer_email, locale, kind, paid_at,
                  test_ended_at is not null as "test_ended!",
                  array(select reason from holds h where h.order_id = orders.id
                    and h.line_id is null and h.ended_at is null) as "holds!"
           from orders where id = $1 for update"#,
        id
    )
    .fetch_one(db)
    .await
    .and_then(Order::try_from)
}

/// As [`lock`]; and no other transaction decides meanwhile whether an event of this payment waits
/// (see `stripe_events::lock_payment`).
pub async fn lock_with_payment(
    db: &mut PgConnection,
    id: Uuid,
    payment_intent_id: &str,
) -> Result<Order> {
    sqlx::query_as!(
        Row,
        r#"select id, order_number, token, total_minor, currency, livemode, payment_state,
           attention,
                  stripe_payment_intent_id, customer_email, locale, kind, paid_at,
                  test_ended_at is not null as "test_ended!",
                  array(select reason from holds h where h.order_id = orders.id
                    and h.line_id is null and h.ended_at is null) as "holds!"
           from orders
           where id = $1 and (select pg_advisory_xact_lock(hashtextextended($2, 0)) is not null)
           for update"#,
        id,
        payment_intent_id
    )
    .fetch_one(db)
    .await
    .and_then(Order::try_from)
}

/// The order that a payment belongs to.
pub async fn by_payment_intent(db: &PgPool, payment_intent_id: &str) -> Result<Option<Uuid>> {
    sqlx::query_scalar!(
        "select id from orders where stripe_payment_intent_id = $1",
        payment_intent_id
    )
    .fetch_optional(db)
    .await
}

/// The order that people call so.
pub async fn by_number(db: &PgPool, number: &str) -> Result<Option<Uuid>> {
    sqlx::query_scalar!("select id from orders where order_number = $1", number)
        .fetch_optional(db)
        .await
}

/// Writes an unpaid order's next state. For `Paid` see [`super::captures::insert`].
pub async fn set_payment(db: &mut PgConnection, id: Uuid, state: PaymentState) -> Result<()> {
    sqlx::query!(
        "update orders set payment_state = $2 where id = $1",
        id,
        state.as_str()
    )
    .execute(db)
    .await
    .map(drop)
}

/// Corrects the address that its mails go to.
pub async fn set_email(db: &mut PgConnection, id: Uuid, to: &EmailAddress) -> Result<()> {
    sqlx::query!(
        "update orders set customer_email = $2 where id = $1",
        id,
        to.expose()
    )
    .execute(db)
    .await
    .map(drop)
}

/// Addresses of orders and signed-in browsers that are not in their one spelling, as `EmailAddress`
/// has it, are brought to it.
pub async fn respell(db: &PgPool) -> Result<u64> {
    let odd = sqlx::query_scalar!(
        r#"select distinct customer_email as "email!" from orders
           where customer_email is not null
           and octet_length(customer_email) > char_length(customer_email)"#
    )
    .fetch_all(db)
    .await?;
    let mut mended = 0;
    for (old, new) in odd
        .iter()
        .filter_map(|old| Some((old, EmailAddress::parse(old).ok()?)))
    {
        if old == new.expose() {
            continue;
        }
        let mut tx = db.begin().await?;
        sqlx::query!(
            "update sign_ins set email = $2 where email = $1",
            old,
            new.expose()
        )
        .execute(&mut *tx)
        .await?;
        mended += sqlx::query!(
            "update orders set customer_email = $2 where customer_email = $1",
            old,
            new.expose()
        )
        .execute(&mut *tx)
        .await?
        .rows_affected();
        tx.commit().await?;
    }
    Ok(mended)
}

/// Whoever had to look has looked.
pub async fn unflag(db: &mut PgConnection, id: Uuid) -> Result<()> {
    sqlx::query!("update orders set attention = null where id = $1", id)
        .execute(db)
        .await
        .map(drop)
}

/// Its payment has just been read back with its charge.
pub async fn payment_read(db: &mut PgConnection, id: Uuid, now: DateTime<Utc>) -> Result<()> {
    sqlx::query!(
        "update orders set payment_read_at = $2 where id = $1",
        id,
        now
    )
    .execute(db)
    .await
    .map(drop)
}

/// Deletes orders that ended unpaid before a day, with all that hangs on them; how many, `at_most`.
pub async fn delete_never_paid(db: &PgPool, before: DateTime<Utc>, at_most: i32) -> Result<u64> {
    let deleted = sqlx::query_scalar!(
        r#"select delete_never_paid($1, $2) as "deleted!""#,
        before,
        at_most
    )
    .fetch_one(db)
    .await?;
    Ok(u64::try_from(deleted).unwrap_or_default())
}

/// A person must look. Each reason is kept once.
pub async fn flag(db: &mut PgConnection, id: Uuid, why: &str) -> Result<()> {
    sqlx::query!(
        "update orders
         set attention = case when strpos(attention, $2) > 0 then attention
         else concat_ws('; ', attention, $2::text) end
         where id = $1",
        id,
        why
    )
    .execute(db)
    .await
    .map(drop)
}

/// When the shop's first order was placed.
pub async fn first_placed_at(db: &PgPool) -> Result<Option<DateTime<Utc>>> {
    sqlx::query_scalar!("select min(created_at) from orders")
        .fetch_one(db)
        .await
}

/// Orders whose payment page ran out before `before` and whose money is still unknown.
pub async fn overdue(db: &PgPool, before: DateTime<Utc>) -> Result<Vec<Uuid>> {
    sqlx::query_scalar!(
        "select o.id from orders o join checkout_sessions s on s.order_id = o.id
         where o.payment_state = 'awaiting_payment' and s.expires_at < $1
           and not exists (select from holds h where h.order_id = o.id and h.reason = 'misfit'
             and h.ended_at is null)
         order by s.expires_at limit 500",
        before
    )
    .fetch_all(db)
    .await
}

/// Captured orders with a line that is neither delivered nor paid back, and that no job cares for.
pub async fn unrested(db: &PgPool) -> Result<Vec<Uuid>> {
    sqlx::query_scalar!(
        "select distinct o.id from orders o join lines l on l.order_id = o.id
         where o.payment_state = 'paid' and o.test_ended_at is null
           and (l.outcome is null
             or exists (select from refunds r where r.line_id = l.id and r.state = 'intent'))
           and not exists (select from jobs j where j.kind = 'order' and j.subject = o.id::text)
         limit 500"
    )
    .fetch_all(db)
    .await
}

/// Orders that are not at rest: unpaid ones whose page is not known to be closed, and captured ones
/// with a line that nothing has been decided about.
pub async fn open(db: &PgPool) -> Result<Vec<Uuid>> {
    sqlx::query_scalar!(
        r#"select o.id as "id!" from orders o
           where o.payment_state in ('awaiting_payment', 'processing') and o.test_ended_at is null
           union
           select o.id from orders o join lines l on l.order_id = o.id
           where o.payment_state = 'paid' and l.outcome is null
             and o.test_ended_at is null"#
    )
    .fetch_all(db)
    .await
}
