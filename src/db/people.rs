//! What is kept of a person, across tables: told on request, and forgotten on request.

use chrono::{DateTime, Utc};
use serde_json::Value;
use sqlx::{PgPool, Result};

use domain::email::EmailAddress;

/// Everything that is kept under an address, as JSON; no activation code is in it.
pub async fn export(db: &PgPool, address: &EmailAddress) -> Result<Value> {
    sqlx::query_scalar!(
        r#"select jsonb_build_object(
               'address', $1::text,
               'orders', (select coalesce(jsonb_agg(jsonb_build_object(
                   'order_number', o.order_number, 'kind', o.kind, 'language', o.locale,
                   'placed_at', o.created_at, 'paid_at', o.paid_at,
                   'payment_state', o.payment_state, 'total_minor', o.total_minor, 'currency',
                   upper(o.currency),
                   'billing_country', o.customer_country, 'stripe_payment_intent_id',
                   o.stripe_payment_intent_id,
                   'lines', (select jsonb_agg(jsonb_build_object(
                       'plan', l.plan_name, 'price_minor', l.price_minor, 'state', l.state,
                       'delivered_at', l.delivered_at,
                       'iccid', coalesce(e.iccid, l.target_iccid), 'traveller', e.traveller,
                       'packages', (select jsonb_agg(jsonb_build_object('status', p.status,
                             'allowance', p.allowance, 'used', p.used,
                            'unit', p.unit, 'started_at', p.started_at, 'ends_at', p.ends_at,
                            'seen_at', p.seen_at))
                            from packages p
                            join supplier_orders s on s.supplier_order_id = p.supplier_order_id
                            where s.line_id = l.id))
                       order by l.position)
                       from lines l left join esims e on e.line_id = l.id where l.order_id = o.id),
                   'refunds', (select jsonb_agg(jsonb_build_object('amount_minor', r.amount_minor,
                         'cause', r.cause, 'state', r.state,
                       'at', r.created_at, 'stripe_refund_id', r.stripe_refund_id)
                       order by r.created_at)
                       from refunds r where r.order_id = o.id),
                   'tax_minor', (select v.tax_minor from order_taxes v where v.order_id = o.id),
                   'invoices', (select jsonb_agg(jsonb_build_object('number', i.number, 'kind',
                         i.kind, 'issued_at', i.issued_at,
                       'bill_to', i.bill_to, 'country', i.country, 'total_minor', i.total_minor,
                       'tax_minor', i.tax_minor) order by i.issued_at, i.number)
                       from invoices i where i.order_id = o.id),
                   'consent', (select jsonb_build_object('words', c.words, 'language', c.locale,
                       'manner', c.manner, 'at', c.given_at)
                       from consents c where c.order_id = o.id),
                   'withdrawals',
                   (select jsonb_agg(jsonb_build_object('name', w.name, 'stated_at', w.stated_at,
                         'state', w.state))
                       from withdrawals w where w.order_id = o.id),
                   'history', (select jsonb_agg(jsonb_build_object('at', h.at, 'event', h.event,
                         'detail', h.detail) order by h.id)
                       from order_events h where h.order_id = o.id))
                   order by o.created_at), '[]')
                   from orders o where o.customer_email = $1),
               'mails', (select coalesce(jsonb_agg(jsonb_build_object('kind', m.kind, 'state',
                     m.state, 'queued_at', m.created_at,
                   'sent_at', m.sent_at) order by m.created_at), '[]') from mails m
                   where m.to_address = $1),
               'signed_in_until',
               (select coalesce(jsonb_agg(s.expires_at order by s.expires_at), '[]') from sign_ins s
                 where s.email = $1)
           ) as "all!""#,
        address.expose()
    )
    .fetch_one(db)
    .await
}

/// A person, as far as their orders go until a time.
#[derive(Debug, Clone, Copy)]
pub struct Until<'a> {
    /// Whose.
    pub address: &'a EmailAddress,
    /// What was bought later is left alone.
    pub until: DateTime<Utc>,
}

/// Why a person cannot be forgotten now, in words; none is well. `usable`: also because a plan
/// could still be used.
pub async fn hindrances(db: &PgPool, of: Until<'_>, usable: bool) -> Result<Vec<String>> {
    sqlx::query_scalar!(
        r#"select h as "why!" from forget_hindrances($1, $2, $3) h"#,
        of.address.expose(),
        of.until,
        usable
    )
    .fetch_all(db)
    .await
}

/// Forgets a person; how many orders. Refused by the database while anything of theirs is under
/// way.
pub async fn forget(db: &PgPool, of: Until<'_>, who: &str, now: DateTime<Utc>) -> Result<i32> {
    sqlx::query_scalar!(
        r#"select forget_person($1, $2, $3, $4) as "orders!""#,
        of.address.expose(),
        of.until,
        who,
        now
    )
    .fetch_one(db)
    .await
}

/// Every address that orders are kept under.
pub async fn addresses(db: &PgPool) -> Result<Vec<String>> {
    sqlx::query_scalar!(
        r#"select distinct customer_email as "address!" from orders
           where customer_email is not null"#
    )
    .fetch_all(db)
    .await
}

/// The orders of an address with a plan that nobody has begun to use.
pub async fn unused_orders(
    db: &PgPool,
    address: &EmailAddress,
) -> Result<Vec<(uuid::Uuid, String)>> {
    let rows = sqlx::query!(
        "select distinct o.id, o.order_number from orders o join lines l on l.order_id = o.id
         join supplier_orders s on s.line_id = l.id and not s.orphan and s.terminated_at is null
         left join packages p on p.supplier_order_id = s.supplier_order_id
         where o.customer_email = $1 and l.state = 'delivered'
         and upper(coalesce(p.status, 'PENDING')) = 'PENDING' order by o.order_number",
        address.expose()
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.id, row.order_number))
        .collect())
}
