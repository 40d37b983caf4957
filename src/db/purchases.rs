//! What is read before a line is bought: the line, its order, what stands in the way, and what is
//! known of its cost, in one question.

use chrono::{DateTime, Utc};
use sqlx::{PgPool, Result};
use uuid::Uuid;

use super::breaker;
use super::line_costs::{self, Known};
use super::lines::{self, Line};
use super::orders::{self, Order};
use domain::breaker::Breaker;

/// A line that is to be bought.
#[derive(Debug)]
pub struct Purchase {
    /// Its order.
    pub order: Order,
    /// The line.
    pub line: Line,
    /// Whether something was heard of its payment that nobody has handled yet.
    pub unheard: bool,
    /// Whether its payment was captured before a recovery that is under way began.
    pub recovering: bool,
    /// How the supplier's breaker stands.
    pub breaker: Breaker,
    /// When its payment was last read back with its charge.
    pub payment_read_at: Option<DateTime<Utc>>,
    /// What is known of its cost.
    pub cost: Known,
}

struct Row {
    order_id: Uuid,
    order_number: String,
    token: String,
    total_minor: i64,
    currency: String,
    livemode: bool,
    payment_state: String,
    attention: Option<String>,
    stripe_payment_intent_id: Option<String>,
    customer_email: Option<String>,
    locale: String,
    kind: String,
    paid_at: Option<DateTime<Utc>>,
    test_ended: bool,
    holds: Vec<String>,
    id: Uuid,
    position: i32,
    product_id: String,
    plan_name: String,
    target_iccid: Option<String>,
    idempotency_key: Uuid,
    price_minor: i64,
    state: String,
    outcome: Option<String>,
    calls: i64,
    unclear_calls: i64,
    tried: bool,
    last_chance_at: Option<DateTime<Utc>>,
    held: bool,
    held_seconds: i64,
    supplier_order_id: Option<String>,
    unreadable: bool,
    created_at: DateTime<Utc>,
    unheard: bool,
    recovering: bool,
    open_since: Option<DateTime<Utc>>,
    half_open_at: Option<DateTime<Utc>>,
    probed_at: DateTime<Utc>,
    payment_read_at: Option<DateTime<Utc>>,
    quoted_cost: String,
    quoted_currency: String,
    shelf_cost: Option<String>,
    shelf_currency: Option<String>,
    seen_at: Option<DateTime<Utc>>,
    doubted: bool,
    booked_cost: Option<String>,
    booked_currency: Option<String>,
    paid_in: Option<String>,
    rate: Option<String>,
    read_at: Option<DateTime<Utc>>,
}

impl Row {
    fn order(&mut self) -> orders::Row {
        orders::Row {
            id: self.order_id,
            order_number: std::mem::take(&mut self.order_number),
            token: std::mem::take(&mut self.token),
            total_minor: self.total_minor,
            currency: std::mem::take(&mut self.currency),
            livemode: self.livemode,
            payment_state: std::mem::take(&mut self.payment_state),
            holds: std::mem::take(&mut self.holds),
            attention: self.attention.take(),
            stripe_payment_intent_id: self.stripe_payment_intent_id.take(),
            customer_email: self.customer_email.take(),
            locale: std::mem::take(&mut self.locale),
            kind: std::mem::take(&mut self.kind),
            paid_at: self.paid_at,
            test_ended: self.test_ended,
        }
    }

    fn cost(&mut self) -> line_costs::Row {
        line_costs::Row {
            quoted: (
                std::mem::take(&mut self.quoted_cost),
                std::mem::take(&mut self.quoted_currency),
                self.created_at,
            ),
            shelf: (
                self.shelf_cost.take(),
                self.shelf_currency.take(),
                self.seen_at,
            ),
            doubted: self.doubted,
            booked: (
                self.booked_cost.take(),
                self.booked_currency.take(),
                self.read_at,
            ),
            paid_in: self.paid_in.take(),
            rate: self.rate.take(),
        }
    }

    fn line(self) -> lines::Row {
        lines::Row {
            id: self.id,
            order_id: self.order_id,
            position: self.position,
            product_id: self.product_id,
            plan_name: self.plan_name,
            target_iccid: self.target_iccid,
            idempotency_key: self.idempotency_key,
            price_minor: self.price_minor,
            state: self.state,
            outcome: self.outcome,
            calls: self.calls,
            unclear_calls: self.unclear_calls,
            tried: self.tried,
            last_chance_at: self.last_chance_at,
            held: self.held,
            held_seconds: self.held_seconds,
            supplier_order_id: self.supplier_order_id,
            unreadable: self.unreadable,
            created_at: self.created_at,
        }
    }
}

/// What there is to know of a line before it is bought. A call without an end counts as unclear:
/// whoever made it was cut off.
pub async fn load(db: &PgPool, line_id: Uuid, now: DateTime<Utc>) -> Result<Option<Purchase>> {
    let row = sqlx::query_as!(
        Row,
        r#"select o.id as order_id, o.order_number, o.token, o.total_minor, o.currency, o.livemode,
           o.payment_state, o.attention,
                  o.stripe_payment_intent_id, o.customer_email, o.locale, o.kind, o.paid_at,
                  o.test_ended_at is not null as "test_ended!",
                  array(select reason from holds h where h.order_id = o.id and h.line_id is null
                    and h.ended_at is null) as "holds!",
                  l.id, l.position, l.product_id, l.plan_name, l.target_iccid, l.idempotency_key,
                  l.price_minor, l.state, l.outcome,
                  calls.made as "calls!", calls.unclear as "unclear_calls!",
                  calls.tried as "tried!", l.last_chance_at,
                  exists (select from holds h where h.line_id = l.id
                    and h.ended_at is null) as "held!",
                  extract(epoch
                    from held_for(l.order_id, l.id, coalesce(o.paid_at, $2),
                    $2))::bigint as "held_seconds!",
                  s.supplier_order_id as "supplier_order_id?",
                  coalesce(s.unreadable, false) as "unreadable!", l.created_at,
                  exists (select from stripe_events e
                          where e.payment_intent_id = o.stripe_payment_intent_id
                          and e.processed_at is null) as "unheard!",
                  exists (select from recovery r join captures c on c.order_id = o.id
                          where coalesce(c.charged_at, c.captured_at) < r.since) as "recovering!",
                  b.open_since, b.half_open_at, b.probed_at, o.payment_read_at,
                  l.cost as quoted_cost, l.cost_currency as quoted_currency,
                  p.cost as "shelf_cost?", p.cost_currency as "shelf_currency?",
                  p.seen_at as "seen_at?",
                  w.product_id is not null as "doubted!", k.cost as "booked_cost?",
                  k.cost_currency as "booked_currency?",
                  k.currency as "paid_in?", k.rate::text as "rate?", k.read_at as "read_at?"
           from lines l join orders o on o.id = l.order_id join breakers b on b.partner = 'supplier'
           left join supplier_orders s on s.line_id = l.id and not s.orphan
           left join products p on p.product_id = l.product_id
           left join catalogue_waits w on w.product_id = l.product_id
           left join line_costs k on k.line_id = l.id,
           lateral (select count(*) as made,
             count(*) filter (where c.result is null or c.result = 'unclear') as unclear,
                           count(c.result) > 0 as tried
                    from supplier_calls c where c.line_id = l.id) calls
           where l.id = $1"#,
        line_id,
        now
    )
    .fetch_optional(db)
    .await?;
    let Some(mut row) = row else { return Ok(None) };
    Ok(Some(Purchase {
        order: row.order().try_into()?,
        cost: row.cost().try_into()?,
        unheard: row.unheard,
        recovering: row.recovering,
        breaker: breaker::read(row.open_since, row.half_open_at, row.probed_at),
        payment_read_at: row.payment_read_at,
        line: row.line().try_into()?,
    }))
}
