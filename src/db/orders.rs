//! Tables `orders` and `checkout_sessions`: who buys what, and the payment page.

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgPool, Result};
use uuid::Uuid;

use super::stored;
use crate::domain::email::EmailAddress;
use crate::domain::hold::Reason;
use crate::domain::money::{Currency, Money};
use crate::domain::order::PaymentState;

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
    /// `new` or `topup`.
    pub kind: &'a str,
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
        "insert into orders (id, order_number, token, buyer_hash, kind, locale, device_ok_at, currency, total_minor, livemode, created_at,
                             customer_email)
         values ($1, 'E' || nextval('order_numbers'), $2, $3, $4, $5, $9, $6, $7, $8, $9, $10) returning order_number",
        order.id,
        order.token,
        order.buyer_hash,
        order.kind,
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
        // Written from a Currency, so it reads back; a hand-made row of another currency would fit
        // no payment.
        let currency: Currency = r.currency.parse().unwrap_or(Currency::USD);
        let holds = r
            .holds
            .iter()
            .map(|reason| Reason::try_from(reason.as_str()).map_err(stored))
            .collect::<Result<_>>()?;
        Ok(Self {
            id: r.id,
            number: r.order_number,
            token: r.token,
            total: Money::new(r.total_minor, currency),
            livemode: r.livemode,
            payment: PaymentState::from(r.payment_state.as_str()),
            holds,
            attention: r.attention,
            payment_intent_id: r.stripe_payment_intent_id,
            email: r.customer_email,
            locale: r.locale,
            topup: r.kind == "topup",
            paid_at: r.paid_at,
            test_ended: r.test_ended,
        })
    }
}

/// An order by its id.
pub async fn load(db: &PgPool, id: Uuid) -> Result<Option<Order>> {
    sqlx::query_as!(
        Row,
        r#"select id, order_number, token, total_minor, currency, livemode, payment_state, attention,
                  stripe_payment_intent_id, customer_email, locale, kind, paid_at, test_ended_at is not null as "test_ended!",
                  array(select reason from holds h where h.order_id = orders.id and h.line_id is null and h.ended_at is null) as "holds!"
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
        r#"select id, order_number, token, total_minor, currency, livemode, payment_state, attention,
                  stripe_payment_intent_id, customer_email, locale, kind, paid_at, test_ended_at is not null as "test_ended!",
                  array(select reason from holds h where h.order_id = orders.id and h.line_id is null and h.ended_at is null) as "holds!"
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
        r#"select id, order_number, token, total_minor, currency, livemode, payment_state, attention,
                  stripe_payment_intent_id, customer_email, locale, kind, paid_at, test_ended_at is not null as "test_ended!",
                  array(select reason from holds h where h.order_id = orders.id and h.line_id is null and h.ended_at is null) as "holds!"
           from orders
           where id = $1 and (select pg_advisory_xact_lock(hashtextextended($2, 0)) is not null) for update"#,
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

/// The order that a payment page belongs to.
pub async fn by_session(db: &PgPool, session_id: &str) -> Result<Option<Uuid>> {
    sqlx::query_scalar!(
        "select order_id from checkout_sessions where session_id = $1",
        session_id
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
           where customer_email is not null and octet_length(customer_email) > char_length(customer_email)"#
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
         set attention = case when strpos(attention, $2) > 0 then attention else concat_ws('; ', attention, $2::text) end
         where id = $1",
        id,
        why
    )
    .execute(db)
    .await
    .map(drop)
}

/// A payment page of an order, with the parameters it is opened with.
#[derive(Debug, Clone)]
pub struct CheckoutSession {
    /// Its order.
    pub order_id: Uuid,
    /// `cs:{order}:{try}`
    pub idempotency_key: String,
    /// Where Stripe sends the buyer after paying.
    pub success_url: String,
    /// Where Stripe sends the buyer who turns back.
    pub cancel_url: String,
    /// Until when it can be paid.
    pub expires_at: DateTime<Utc>,
    /// What Stripe shows with the payment: the shop's mark and the order's number. None for pages
    /// of releases before.
    pub description: Option<String>,
    /// Whether Stripe Tax is asked.
    pub automatic_tax: bool,
    /// Stripe's id, once it is open.
    pub session_id: Option<String>,
    /// Stripe's page, once it is open.
    pub url: Option<String>,
}

/// Writes a payment page down before it is asked for. `basket` stands for buyer and wish; `false`
/// when they have a page that can be paid beyond `until`: another press was quicker.
pub async fn insert_session(
    db: &mut PgConnection,
    s: &CheckoutSession,
    basket: &[u8],
    until: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<bool> {
    // A page that is about to run out, and is not yet known to be closed, makes room.
    sqlx::query!(
        "update checkout_sessions set basket = null where basket = $1 and expires_at <= $2",
        basket,
        until
    )
    .execute(&mut *db)
    .await?;
    let inserted = sqlx::query!(
        "insert into checkout_sessions (order_id, try, idempotency_key, success_url, cancel_url, expires_at, created_at, basket, description,
                                        automatic_tax)
         values ($1, 1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict (basket) where basket is not null and state in ('opening', 'open') do nothing",
        s.order_id,
        s.idempotency_key,
        s.success_url,
        s.cancel_url,
        s.expires_at,
        now,
        basket,
        s.description,
        s.automatic_tax
    )
    .execute(db)
    .await?;
    Ok(inserted.rows_affected() == 1)
}

/// The order whose payment page stands for this buyer and wish.
pub async fn by_basket(db: &PgPool, basket: &[u8]) -> Result<Option<Uuid>> {
    sqlx::query_scalar!(
        "select order_id from checkout_sessions where basket = $1 and state in ('opening', 'open')",
        basket
    )
    .fetch_optional(db)
    .await
}

/// The order's last payment page.
pub async fn session(db: &PgPool, order_id: Uuid) -> Result<Option<CheckoutSession>> {
    sqlx::query_as!(
        CheckoutSession,
        "select order_id, idempotency_key, success_url, cancel_url, expires_at, description, automatic_tax, session_id, url
         from checkout_sessions where order_id = $1 order by try desc limit 1",
        order_id
    )
    .fetch_optional(db)
    .await
}

/// When the shop's first order was placed.
pub async fn first_placed_at(db: &PgPool) -> Result<Option<DateTime<Utc>>> {
    sqlx::query_scalar!("select min(created_at) from orders")
        .fetch_one(db)
        .await
}

/// The page is open. Told twice, it stays as it was told first.
pub async fn session_opened(
    db: &mut PgConnection,
    order_id: Uuid,
    session_id: &str,
    url: &str,
) -> Result<()> {
    sqlx::query!(
        "update checkout_sessions set state = 'open', session_id = $2, url = $3 where order_id = $1 and state = 'opening'",
        order_id,
        session_id,
        url
    )
    .execute(db)
    .await
    .map(drop)
}

/// The page can no longer be paid; `session_id` when it was never stored.
pub async fn session_closed(
    db: &mut PgConnection,
    order_id: Uuid,
    session_id: Option<&str>,
) -> Result<()> {
    sqlx::query!(
        "update checkout_sessions set state = 'closed', session_id = coalesce(session_id, $2)
         where order_id = $1 and (state <> 'closed' or session_id is null)",
        order_id,
        session_id
    )
    .execute(db)
    .await
    .map(drop)
}

/// A buyer's payment page that can still be paid.
#[derive(Debug, Clone)]
pub struct OpenSession {
    /// Its order.
    pub order_id: Uuid,
    /// Stripe's id, once it is open.
    pub session_id: Option<String>,
    /// What each of its lines sells.
    pub product_ids: Vec<String>,
    /// For how much.
    pub prices_minor: Vec<i64>,
    /// The eSIM that it tops up.
    pub target_iccid: Option<String>,
    /// The order's total.
    pub total_minor: i64,
    /// In which currency.
    pub currency: String,
}

/// A buyer's payment pages of a mode that can be paid beyond `until`, oldest first.
pub async fn open_sessions(
    db: &PgPool,
    buyer_hash: &[u8],
    livemode: bool,
    until: DateTime<Utc>,
) -> Result<Vec<OpenSession>> {
    sqlx::query_as!(
        OpenSession,
        r#"select o.id as order_id, s.session_id, l.product_ids as "product_ids!", l.prices_minor as "prices_minor!", l.target_iccid,
                  o.total_minor, o.currency
           from orders o
           join checkout_sessions s on s.order_id = o.id and s.state in ('opening', 'open') and s.expires_at > $2
           cross join lateral (select array_agg(product_id order by position) as product_ids,
                                      array_agg(price_minor order by position) as prices_minor, min(target_iccid) as target_iccid
                               from lines where order_id = o.id) l
           where o.buyer_hash = $1 and o.payment_state = 'awaiting_payment' and o.livemode = $3
           order by o.created_at"#,
        buyer_hash,
        until,
        livemode
    )
    .fetch_all(db)
    .await
}

/// Orders whose payment page ran out before `before` and whose money is still unknown.
pub async fn overdue(db: &PgPool, before: DateTime<Utc>) -> Result<Vec<Uuid>> {
    sqlx::query_scalar!(
        "select o.id from orders o join checkout_sessions s on s.order_id = o.id
         where o.payment_state = 'awaiting_payment' and s.expires_at < $1
           and not exists (select from holds h where h.order_id = o.id and h.reason = 'misfit' and h.ended_at is null)
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
           and (l.outcome is null or exists (select from refunds r where r.line_id = l.id and r.state = 'intent'))
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
        r#"select o.id as "id!" from orders o where o.payment_state in ('awaiting_payment', 'processing') and o.test_ended_at is null
           union
           select o.id from orders o join lines l on l.order_id = o.id where o.payment_state = 'paid' and l.outcome is null
             and o.test_ended_at is null"#
    )
    .fetch_all(db)
    .await
}
