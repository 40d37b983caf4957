//! Table `checkout_sessions`: Stripe's payment pages of orders, with what each is opened with.

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgPool, Result};
use uuid::Uuid;

/// The order that a payment page belongs to.
pub async fn order_of(db: &PgPool, session_id: &str) -> Result<Option<Uuid>> {
    sqlx::query_scalar!(
        "select order_id from checkout_sessions where session_id = $1",
        session_id
    )
    .fetch_optional(db)
    .await
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
pub async fn insert(
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
        "insert into checkout_sessions (order_id, try, idempotency_key, success_url, cancel_url,
           expires_at, created_at, basket, description,
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
pub async fn order_by_basket(db: &PgPool, basket: &[u8]) -> Result<Option<Uuid>> {
    sqlx::query_scalar!(
        "select order_id from checkout_sessions where basket = $1 and state in ('opening', 'open')",
        basket
    )
    .fetch_optional(db)
    .await
}

/// The order's last payment page.
pub async fn of_order(db: &PgPool, order_id: Uuid) -> Result<Option<CheckoutSession>> {
    sqlx::query_as!(
        CheckoutSession,
        "select order_id, idempotency_key, success_url, cancel_url, expires_at, description,
         automatic_tax, session_id, url
         from checkout_sessions where order_id = $1 order by try desc limit 1",
        order_id
    )
    .fetch_optional(db)
    .await
}

/// The page is open. Told twice, it stays as it was told first.
pub async fn set_open(
    db: &mut PgConnection,
    order_id: Uuid,
    session_id: &str,
    url: &str,
) -> Result<()> {
    sqlx::query!(
        "update checkout_sessions set state = 'open', session_id = $2, url = $3 where order_id = $1
         and state = 'opening'",
        order_id,
        session_id,
        url
    )
    .execute(db)
    .await
    .map(drop)
}

/// The page can no longer be paid; `session_id` when it was never stored.
pub async fn set_closed(
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
pub async fn open_of(
    db: &PgPool,
    buyer_hash: &[u8],
    livemode: bool,
    until: DateTime<Utc>,
) -> Result<Vec<OpenSession>> {
    sqlx::query_as!(
        OpenSession,
        r#"select o.id as order_id, s.session_id, l.product_ids as "product_ids!",
           l.prices_minor as "prices_minor!", l.target_iccid,
                  o.total_minor, o.currency
           from orders o
           join checkout_sessions s on s.order_id = o.id and s.state in ('opening', 'open')
           and s.expires_at > $2
           cross join lateral (select array_agg(product_id order by position) as product_ids,
                                      array_agg(price_minor order by position) as prices_minor,
                                      min(target_iccid) as target_iccid
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
