//! Table `captures`: the proof that an order's payment was captured. Whether it fits the order is
//! for the database to say.

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgPool, Result};
use uuid::Uuid;

use super::bell;
use domain::money::Money;

/// A proof.
#[derive(Debug, Clone)]
pub struct Capture<'a> {
    /// The order.
    pub order_id: Uuid,
    /// The payment page that was paid.
    pub session_id: &'a str,
    /// The payment.
    pub payment_intent_id: &'a str,
    /// The stored event that told of it.
    pub event_id: &'a str,
    /// What was paid.
    pub total: Money,
    /// Real money.
    pub livemode: bool,
    /// When Stripe took the money, by its own clock.
    pub charged_at: Option<DateTime<Utc>>,
    /// The buyer's address, as typed on Stripe's page.
    pub email: Option<&'a str>,
    /// The country of the buyer's billing address: two upper-case letters.
    pub country: Option<&'a str>,
    /// The page's address, should its opening never have been heard of.
    pub url: Option<&'a str>,
    /// When the payment was read back.
    pub read_at: DateTime<Utc>,
}

/// Writes the proof, closes its page (which may have been given up where the answer that named it
/// was lost), and writes that the order is paid, with the entry in its history. Whether a discount
/// code was used for it.
///
/// # Errors
/// A foreign-key violation when the proof does not fit the order, its session or the event.
pub async fn insert(db: &mut PgConnection, c: &Capture<'_>, now: DateTime<Utc>) -> Result<bool> {
    sqlx::query!(
        "with page as (
             update checkout_sessions
             set url = case when state = 'opening' then $10
             else url end, state = 'closed', session_id = coalesce(session_id, $2)
             where order_id = $1 and (state <> 'closed' or session_id is null)
         ), told as (
             insert into order_events (order_id, at, event, actor) values ($1, $8, 'paid', 'stripe')
         )
         insert into captures (order_id, session_id, payment_intent_id, event_id, amount_minor,
           currency, livemode, captured_at, charged_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        c.order_id,
        c.session_id,
        c.payment_intent_id,
        c.event_id,
        c.total.minor,
        c.total.currency.lower(),
        c.livemode,
        now,
        c.charged_at,
        c.url
    )
    .execute(&mut *db)
    .await?;
    let coded = sqlx::query_scalar!(
        r#"update orders set payment_state = 'paid', paid_at = $2, stripe_payment_intent_id = $3,
             customer_email = coalesce($4, customer_email),
                             customer_country = $5, payment_read_at = $6
           where id = $1
           returning exists (select from code_uses u where u.order_id = orders.id) as "coded!""#,
        c.order_id,
        now,
        c.payment_intent_id,
        c.email,
        c.country,
        c.read_at
    )
    .fetch_one(db)
    .await?;
    bell::note_order(c.order_id);
    Ok(coded)
}

/// How many orders of each product, for new eSIMs, were paid since: a family's four count once.
/// Where real money was ever taken, pretend money does not count.
pub async fn sold_since(db: &PgPool, since: DateTime<Utc>) -> Result<Vec<(String, i64)>> {
    let rows = sqlx::query!(
        r#"select l.product_id, count(distinct l.order_id) as "times!" from captures c
           join lines l on l.order_id = c.order_id
           where c.captured_at >= $1 and l.operation = 'NEW'
           and (c.livemode or not exists (select from captures where livemode))
           group by l.product_id"#,
        since
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.product_id, row.times))
        .collect())
}
