//! An order's row, with what other tables say of it.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use sqlx::PgConnection;
use uuid::Uuid;

use super::OrderView;
use crate::db::stored;
use crate::db::unreadable;
use domain::email::EmailAddress;
use domain::money::{Currency, Money};
use domain::order::OrderKind;
use domain::order::PaymentState;

/// A row of `orders` with what other tables say of it.
pub(super) struct OrderRow {
    id: Uuid,
    order_number: String,
    token: String,
    kind: String,
    buyer_hash: Vec<u8>,
    customer_email: Option<String>,
    currency: String,
    total_minor: i64,
    payment_state: String,
    attention: bool,
    test_ended: bool,
    held: bool,
    created_at: DateTime<Utc>,
    paid_at: Option<DateTime<Utc>>,
    ordered_at: Option<DateTime<Utc>>,
    unclear: bool,
    refunded: i64,
    browser_until: DateTime<Utc>,
    invoiced: bool,
    tax_minor: Option<i64>,
    tax_percent: Option<String>,
    mailed_at: Option<DateTime<Utc>>,
    mail_open: bool,
    mail_failed: bool,
    mail_refused: bool,
    mail_late: bool,
    pay_url: Option<String>,
}

impl OrderRow {
    pub(super) async fn load(
        db: &mut PgConnection,
        id: Uuid,
        now: DateTime<Utc>,
    ) -> Result<Option<Self>, sqlx::Error> {
        sqlx::query_as!(
        Self,
        "select o.id, o.order_number, o.token, o.kind, o.buyer_hash, o.customer_email, o.currency,
         o.total_minor, o.payment_state,
                o.attention is not null as \"attention!\",
                o.test_ended_at is not null as \"test_ended!\",
                exists (select from holds h where h.order_id = o.id
                  and h.ended_at is null) as \"held!\", o.created_at, o.paid_at,
                (select min(started_at) from supplier_calls c join lines l on l.id = c.line_id
                  where l.order_id = o.id) as ordered_at,
                exists (select from supplier_calls c join lines l on l.id = c.line_id
                  where l.order_id = o.id
                        and (c.result = 'unclear'
                          or (c.finished_at is null
                          and c.started_at < $2::timestamptz - interval '2 minutes'))) as \"unclear!\",
                coalesce((select sum(amount_minor) from refunds r where r.order_id = o.id
                    and r.state = 'succeeded'), 0)::bigint as \"refunded!\",
                greatest(coalesce(o.paid_at, o.created_at) + interval '90 days',
                         (select max(p.ends_at) + interval '30 days' from packages p
                           join esims e on e.iccid = p.iccid join lines l on l.id = e.line_id
                         where l.order_id = o.id)) as \"browser_until!\",
                exists (select from invoices i where i.order_id = o.id) as \"invoiced!\",
                v.tax_minor as \"tax_minor?\", v.percent::text as tax_percent, m.mailed_at,
                m.open as \"mail_open!\", m.failed as \"mail_failed!\",
                m.refused as \"mail_refused!\", m.late as \"mail_late!\",
                (select url from checkout_sessions s where s.order_id = o.id and s.state = 'open'
                  and s.expires_at > $2
                        and o.payment_state = 'awaiting_payment') as pay_url
         from orders o left join order_taxes v on v.order_id = o.id, lateral (
             select max(sent_at) as mailed_at, coalesce(bool_or(state = 'queued'), false) as open,
                    coalesce(bool_or(state = 'failed'), false) and max(sent_at) is null as failed,
                    coalesce(bool_or(state = 'failed' and fault = 'recipient'), false)
                    and max(sent_at) is null as refused,
                    coalesce(bool_or(state = 'queued' and fault is not null), false) as late
             from mails
             -- One when all is here; before that one for each number of lines that were; and one each time that it is asked for again.
             where kind = 'delivered' and order_id = o.id
         ) m
         where o.id = $1",
        id,
        now
    )
    .fetch_optional(db)
    .await
    }
}

impl TryFrom<OrderRow> for OrderView {
    type Error = sqlx::Error;

    fn try_from(row: OrderRow) -> Result<Self, sqlx::Error> {
        let currency: Currency = row
            .currency
            .parse()
            .map_err(unreadable("orders.currency", row.id))?;
        let kind =
            OrderKind::try_from(row.kind.as_str()).map_err(unreadable("orders.kind", row.id))?;
        Ok(Self {
            id: row.id,
            order_number: row.order_number,
            token: row.token,
            buyer_hash: row.buyer_hash,
            browser_until: row.browser_until,
            email: row
                .customer_email
                .as_deref()
                .map(EmailAddress::parse)
                .transpose()
                .map_err(stored)?,
            total: Money::new(row.total_minor, currency),
            tax: tax(row.tax_minor, row.tax_percent.as_deref(), currency)?,
            invoiced: row.invoiced,
            refunded: Money::new(row.refunded, currency),
            topup: kind == OrderKind::Topup,
            payment: PaymentState::try_from(row.payment_state.as_str())
                .map_err(unreadable("orders.payment_state", row.id))?,
            held: row.held,
            attention: row.attention,
            test_ended: row.test_ended,
            created_at: row.created_at,
            paid_at: row.paid_at,
            ordered_at: row.ordered_at,
            unclear: row.unclear,
            mailed_at: row.mailed_at,
            mail_open: row.mail_open,
            mail_failed: row.mail_failed,
            mail_refused: row.mail_refused,
            mail_late: row.mail_late,
            pay_url: row.pay_url,
            lines: Vec::new(),
        })
    }
}

fn tax(
    minor: Option<i64>,
    percent: Option<&str>,
    currency: Currency,
) -> Result<Option<(Money, Option<Decimal>)>, sqlx::Error> {
    let Some(minor) = minor else { return Ok(None) };
    Ok(Some((
        Money::new(minor, currency),
        percent.map(str::parse).transpose().map_err(stored)?,
    )))
}
