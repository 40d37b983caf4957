//! What an event of Stripe is about: the event, the order that it names, and that order's payment
//! page, in one question.

use chrono::{DateTime, Utc};
use sqlx::{PgPool, Result};
use uuid::Uuid;

use super::checkout_sessions::CheckoutSession;
use super::orders::{self, Order};
use super::stripe_events::Stored;

/// An event with its order.
#[derive(Debug)]
pub struct Heard {
    /// The event.
    pub event: Stored,
    /// The order, when one here is named: by its id, its payment page or its payment.
    pub order: Option<Order>,
    /// That order's last payment page.
    pub page: Option<CheckoutSession>,
}

struct Row {
    id: String,
    kind: String,
    object_id: Option<String>,
    event_livemode: bool,
    payload: String,
    processed: bool,
    received_at: DateTime<Utc>,
    created_at: DateTime<Utc>,
    order_reference: Option<String>,
    payment_intent_id: Option<String>,
    order_id: Option<Uuid>,
    order_number: Option<String>,
    token: Option<String>,
    total_minor: Option<i64>,
    currency: Option<String>,
    livemode: Option<bool>,
    payment_state: Option<String>,
    attention: Option<String>,
    stripe_payment_intent_id: Option<String>,
    customer_email: Option<String>,
    locale: Option<String>,
    order_kind: Option<String>,
    paid_at: Option<DateTime<Utc>>,
    test_ended: bool,
    holds: Vec<String>,
    idempotency_key: Option<String>,
    success_url: Option<String>,
    cancel_url: Option<String>,
    expires_at: Option<DateTime<Utc>>,
    description: Option<String>,
    automatic_tax: Option<bool>,
    session_id: Option<String>,
    url: Option<String>,
}

impl Row {
    /// None where no order here is named: then its columns are empty.
    fn order(&mut self) -> Option<orders::Row> {
        Some(orders::Row {
            id: self.order_id?,
            order_number: self.order_number.take()?,
            token: self.token.take()?,
            total_minor: self.total_minor?,
            currency: self.currency.take()?,
            livemode: self.livemode?,
            payment_state: self.payment_state.take()?,
            holds: std::mem::take(&mut self.holds),
            attention: self.attention.take(),
            stripe_payment_intent_id: self.stripe_payment_intent_id.take(),
            customer_email: self.customer_email.take(),
            locale: self.locale.take()?,
            kind: self.order_kind.take()?,
            paid_at: self.paid_at,
            test_ended: self.test_ended,
        })
    }

    fn page(&mut self) -> Option<CheckoutSession> {
        Some(CheckoutSession {
            order_id: self.order_id?,
            idempotency_key: self.idempotency_key.take()?,
            success_url: self.success_url.take()?,
            cancel_url: self.cancel_url.take()?,
            expires_at: self.expires_at?,
            description: self.description.take(),
            automatic_tax: self.automatic_tax?,
            session_id: self.session_id.take(),
            url: self.url.take(),
        })
    }

    fn event(self) -> Stored {
        Stored {
            approved: Stored::says_approved(&self.payload),
            order_id: self.order_reference,
            payment_intent_id: self.payment_intent_id,
            received_at: self.received_at,
            created_at: self.created_at,
            id: self.id,
            kind: self.kind,
            object_id: self.object_id,
            livemode: self.event_livemode,
            processed: self.processed,
            lease: None,
        }
    }
}

/// Reads an event with what it is about. Its body may be no JSON.
pub async fn load(db: &PgPool, event_id: &str) -> Result<Option<Heard>> {
    let row = sqlx::query_as!(
        Row,
        r#"select e.id, e.type as kind, e.object_id, e.livemode as event_livemode, e.payload,
           e.processed_at is not null as "processed!",
                  e.received_at, e.created_at, e.order_reference, e.payment_intent_id,
                  o.id as "order_id?", o.order_number as "order_number?", o.token as "token?",
                  o.total_minor as "total_minor?",
                  o.currency as "currency?", o.livemode as "livemode?",
                  o.payment_state as "payment_state?", o.attention,
                  o.stripe_payment_intent_id, o.customer_email, o.locale as "locale?",
                  o.kind as "order_kind?", o.paid_at,
                  o.test_ended_at is not null as "test_ended!",
                  array(select reason from holds h where h.order_id = o.id and h.line_id is null
                    and h.ended_at is null) as "holds!",
                  s.idempotency_key as "idempotency_key?", s.success_url as "success_url?",
                  s.cancel_url as "cancel_url?",
                  s.expires_at as "expires_at?", s.description, s.automatic_tax as "automatic_tax?",
                  s.session_id, s.url
           from stripe_events e
           left join orders o on o.id = coalesce(
               case when e.order_reference ~* '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$' then e.order_reference::uuid end,
               (select order_id from checkout_sessions where session_id = e.object_id),
               (select id from orders where stripe_payment_intent_id = e.payment_intent_id))
           left join lateral (select * from checkout_sessions c where c.order_id = o.id
             order by c.try desc limit 1) s on true
           where e.id = $1"#,
        event_id
    )
    .fetch_optional(db)
    .await?;
    let Some(mut row) = row else { return Ok(None) };
    let order = row.order().map(Order::try_from).transpose()?;
    Ok(Some(Heard {
        order,
        page: row.page(),
        event: row.event(),
    }))
}
