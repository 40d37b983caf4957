//! What the pages and mails about an order read: the order with its lines and eSIMs, and a
//! traveller's eSIMs. Reads only.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use sqlx::{PgConnection, PgPool};
use uuid::Uuid;

use super::stored;
use crate::domain::email::EmailAddress;
use crate::domain::esim::{EsimStatus, Iccid};
use crate::domain::line::LineState;
use crate::domain::money::{Currency, Money};
use crate::domain::order::PaymentState;
use crate::domain::product::Product;
use crate::domain::progress::{self, DeliveryState, LineProgress};
use crate::domain::refund::RefundState;
use crate::domain::sealed::Sealed;

mod owned;

pub use owned::{OwnedEsim, esim_by_id, esims_of};

/// An order as its page tells it. Holds activation codes: who may see them is decided by who shows
/// it.
#[derive(Debug)]
pub struct Order {
    /// Its id.
    pub id: Uuid,
    /// For people.
    pub order_number: String,
    /// The unguessable part of its address.
    pub token: String,
    /// SHA-256 of the cookie of the browser that bought.
    pub buyer_hash: Vec<u8>,
    /// Until when the browser that bought may show it.
    pub browser_until: DateTime<Utc>,
    /// Whom it belongs to, known once paid.
    pub email: Option<EmailAddress>,
    /// What is or was to pay.
    pub total: Money,
    /// The tax in it, where the shop reckons it, and at which rate.
    pub tax: Option<(Money, Option<Decimal>)>,
    /// Whether its invoice was issued.
    pub invoiced: bool,
    /// Gone back so far, in minor units.
    pub refunded: Money,
    /// Whether it adds to an eSIM that exists.
    pub topup: bool,
    /// The money.
    pub payment: PaymentState,
    /// Whether a dispute or review holds it.
    pub held: bool,
    /// Whether a person has been called.
    pub attention: bool,
    /// Whether it is a test order that ended as the shop went live.
    pub test_ended: bool,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When its payment was proved.
    pub paid_at: Option<DateTime<Utc>>,
    /// When the network was first asked.
    pub ordered_at: Option<DateTime<Utc>>,
    /// Whether a reply of the network was lost, so that the longer clock applies.
    pub unclear: bool,
    /// When the mail with the codes was taken by the mail server.
    pub mailed_at: Option<DateTime<Utc>>,
    /// Whether a mail is still to be sent.
    pub mail_open: bool,
    /// Whether the mail with the codes cannot be sent.
    pub mail_failed: bool,
    /// Whether that is because its address is refused.
    pub mail_refused: bool,
    /// Whether it was tried, and is tried again.
    pub mail_late: bool,
    /// Stripe's page, while it can still be paid on.
    pub pay_url: Option<String>,
    /// Its lines by position.
    pub lines: Vec<Line>,
}

/// One eSIM or top-up of an order.
#[derive(Debug)]
pub struct Line {
    /// Its id.
    pub id: Uuid,
    /// From 1.
    pub position: i32,
    /// The traveller's name of the plan.
    pub plan_name: String,
    /// The product as it was sold; none when an older release wrote it otherwise.
    pub product: Option<Product>,
    /// What it cost.
    pub price: Money,
    /// Where it is.
    pub state: LineState,
    /// When it was delivered.
    pub delivered_at: Option<DateTime<Utc>>,
    /// The eSIM that a top-up is for.
    pub target_iccid: Option<String>,
    /// The last day the plan can be started.
    pub activate_by: Option<DateTime<Utc>>,
    /// The eSIM, once delivered.
    pub esim: Option<Esim>,
    /// Its newest refund.
    pub refund: Option<Refund>,
}

/// An eSIM.
#[derive(Debug)]
pub struct Esim {
    /// Names it in our addresses.
    pub id: Uuid,
    /// Its profile's number.
    pub iccid: Iccid,
    /// The bearer secret, as it is stored.
    pub code: Sealed,
    /// As last seen.
    pub status: Option<EsimStatus>,
    /// Who travels with it, as its owner calls them.
    pub traveller: Option<String>,
    /// The access point name that the supplier told with it.
    pub apn: Option<String>,
}

/// Money of a line going back.
#[derive(Debug)]
pub struct Refund {
    /// Its id.
    pub id: Uuid,
    /// How much.
    pub amount: Money,
    /// `undeliverable`, `cancelled`, `operator`, `fraud`; `test mode` for what pretend money was
    /// not to buy.
    pub cause: String,
    /// How far it is.
    pub state: RefundState,
    /// Stripe's name for it, once it has one: `re_…`.
    pub stripe_id: Option<String>,
    /// When it was decided.
    pub created_at: DateTime<Utc>,
    /// When Stripe called it done.
    pub settled_at: Option<DateTime<Utc>>,
}

/// Whose an order or an eSIM is: the browser's that bought it, for a time, and the traveller's.
#[derive(Debug, Clone, Copy)]
pub struct Whose<'a> {
    /// SHA-256 of the cookie of the browser that bought.
    pub buyer_hash: &'a [u8],
    /// Until when that browser may show it.
    pub browser_until: DateTime<Utc>,
    /// The traveller.
    pub email: Option<&'a EmailAddress>,
}

impl Order {
    fn progress(&self) -> Vec<LineProgress> {
        self.lines
            .iter()
            .map(|l| LineProgress {
                state: l.state,
                refund: l.refund.as_ref().map(|r| r.state),
            })
            .collect()
    }

    /// The contract's delivery state.
    #[must_use]
    pub fn delivery(&self) -> DeliveryState {
        let lines = self.progress();
        if self.test_ended && !progress::at_rest(PaymentState::Paid, &lines) {
            return DeliveryState::TestEnded;
        }
        progress::delivery_state(&lines, self.attention, self.held)
    }

    /// Whether a page about it has nothing more to wait for.
    #[must_use]
    pub fn at_rest(&self) -> bool {
        (self.test_ended || progress::at_rest(self.payment, &self.progress()))
            && (!self.mail_open || self.mail_late)
            && !self.mail_owed()
    }

    /// Whether one of its eSIMs is, or was, on a phone.
    #[must_use]
    pub fn installed(&self) -> bool {
        self.lines
            .iter()
            .filter_map(|line| line.esim.as_ref()?.status.as_ref())
            .any(EsimStatus::is_installed)
    }

    /// Whether it holds several plans.
    #[must_use]
    pub fn mixed(&self) -> bool {
        self.lines.first().is_some_and(|first| {
            self.lines
                .iter()
                .any(|line| line.plan_name != first.plan_name)
        })
    }

    /// Whether it holds several plans, one of each: they are parts of one traveller's trip.
    #[must_use]
    pub fn one_of_each(&self) -> bool {
        let again = |(at, line): (usize, &Line)| {
            self.lines
                .iter()
                .take(at)
                .any(|earlier| earlier.plan_name == line.plan_name)
        };
        self.lines.len() > 1 && !self.lines.iter().enumerate().any(again)
    }

    /// Who may see its codes.
    #[must_use]
    pub fn whose(&self) -> Whose<'_> {
        Whose {
            buyer_hash: &self.buyer_hash,
            browser_until: self.browser_until,
            email: self.email.as_ref(),
        }
    }

    /// What of it is told to who waits.
    #[must_use]
    pub fn seen(&self) -> Seen {
        let lines = self.lines.iter().map(|l| l.state).collect();
        Seen {
            payment: self.payment,
            delivery: self.delivery(),
            lines,
            mailed: self.mailed_at.is_some(),
            at_rest: self.at_rest(),
        }
    }

    /// Between a delivery's commit and its mail's: a page that took this moment for the end would
    /// never tell of the mail.
    fn mail_owed(&self) -> bool {
        let delivered = self.lines.iter().any(|l| l.state == LineState::Delivered);
        delivered
            && self.email.is_some()
            && self.mailed_at.is_none()
            && !self.mail_failed
            && !self.mail_late
    }
}

/// An order's state as a page that waits hears it: nothing of it is secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// The money.
    pub payment: PaymentState,
    /// The goods.
    pub delivery: DeliveryState,
    /// Each line, by position.
    pub lines: Vec<LineState>,
    /// Whether the mail with the codes has left.
    pub mailed: bool,
    /// Whether nothing more will happen by itself.
    pub at_rest: bool,
}

/// The id of the order with this token.
///
/// # Errors
/// The database's.
pub async fn id_of(db: &PgPool, token: &str) -> Result<Option<Uuid>, sqlx::Error> {
    sqlx::query_scalar!("select id from orders where token = $1", token)
        .fetch_optional(db)
        .await
}

/// The order with this token.
///
/// # Errors
/// The database's, or a stored value that the domain refuses.
pub async fn by_token(
    db: &PgPool,
    token: &str,
    now: DateTime<Utc>,
) -> Result<Option<Order>, sqlx::Error> {
    match id_of(db, token).await? {
        Some(id) => by_id(db, id, now).await,
        None => Ok(None),
    }
}

/// The order with this id.
///
/// # Errors
/// As [`by_token`].
pub async fn by_id(
    db: &PgPool,
    id: Uuid,
    now: DateTime<Utc>,
) -> Result<Option<Order>, sqlx::Error> {
    read(&mut *db.acquire().await?, id, now).await
}

/// The same within a transaction that reads more.
///
/// # Errors
/// As [`by_token`].
pub async fn read(
    db: &mut PgConnection,
    id: Uuid,
    now: DateTime<Utc>,
) -> Result<Option<Order>, sqlx::Error> {
    let row = sqlx::query!(
        "select o.id, o.order_number, o.token, o.kind, o.buyer_hash, o.customer_email, o.currency, o.total_minor, o.payment_state,
                o.attention is not null as \"attention!\", o.test_ended_at is not null as \"test_ended!\",
                exists (select from holds h where h.order_id = o.id and h.ended_at is null) as \"held!\", o.created_at, o.paid_at,
                (select min(started_at) from supplier_calls c join lines l on l.id = c.line_id where l.order_id = o.id) as ordered_at,
                exists (select from supplier_calls c join lines l on l.id = c.line_id where l.order_id = o.id
                        and (c.result = 'unclear' or (c.finished_at is null and c.started_at < $2::timestamptz - interval '2 minutes'))) as \"unclear!\",
                coalesce((select sum(amount_minor) from refunds r where r.order_id = o.id and r.state = 'succeeded'), 0)::bigint as \"refunded!\",
                greatest(coalesce(o.paid_at, o.created_at) + interval '90 days',
                         (select max(p.ends_at) + interval '30 days' from packages p join esims e on e.iccid = p.iccid join lines l on l.id = e.line_id where l.order_id = o.id)) as \"browser_until!\",
                exists (select from invoices i where i.order_id = o.id) as \"invoiced!\", v.tax_minor as \"tax_minor?\", v.percent::text as tax_percent, m.mailed_at, m.open as \"mail_open!\", m.failed as \"mail_failed!\", m.refused as \"mail_refused!\", m.late as \"mail_late!\",
                (select url from checkout_sessions s where s.order_id = o.id and s.state = 'open' and s.expires_at > $2
                        and o.payment_state = 'awaiting_payment') as pay_url
         from orders o left join order_taxes v on v.order_id = o.id, lateral (
             select max(sent_at) as mailed_at, coalesce(bool_or(state = 'queued'), false) as open,
                    coalesce(bool_or(state = 'failed'), false) and max(sent_at) is null as failed,
                    coalesce(bool_or(state = 'failed' and fault = 'recipient'), false) and max(sent_at) is null as refused,
                    coalesce(bool_or(state = 'queued' and fault is not null), false) as late
             from mails
             -- One when all is here; before that one for each number of lines that were; and one each time that it is asked for again.
             where kind = 'delivered' and order_id = o.id
         ) m
         where o.id = $1",
        id,
        now
    )
    .fetch_optional(&mut *db)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let currency: Currency = row.currency.parse().map_err(stored)?;
    Ok(Some(Order {
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
        topup: row.kind == "topup",
        payment: PaymentState::from(row.payment_state.as_str()),
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
        lines: lines(db, id, currency).await?,
    }))
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

async fn lines(
    db: &mut PgConnection,
    order: Uuid,
    currency: Currency,
) -> Result<Vec<Line>, sqlx::Error> {
    let rows = sqlx::query!(
        "select l.id, l.position, l.plan_name, l.plan, l.price_minor, l.state, l.delivered_at, l.target_iccid,
                s.activate_by as \"activate_by?\",
                e.id as \"esim_id?\", e.iccid as \"iccid?\", e.activation_code as \"activation_code?\", e.status as \"status?\", e.traveller, e.apn as \"apn?\",
                r.id as \"refund_id?\",
                -- What went back for the whole order is a line's as far as its price.
                case when r.line_id is null then least(r.amount_minor, l.price_minor) else r.amount_minor end as \"refund_minor?\",
                case when r.cause = 'undeliverable' and r.reason like 'test mode:%' then 'test mode' else r.cause end as \"cause?\",
                r.state as \"refund_state?\",
                r.stripe_refund_id as \"stripe_id?\", r.created_at as \"refund_at?\", r.settled_at as \"settled_at?\"
         from lines l
         left join esims e on e.line_id = l.id
         left join supplier_orders s on s.line_id = l.id and not s.orphan
         left join lateral (
             -- Its own refund while that lives; else one made in the Dashboard for the order.
             select * from refunds r
             where r.line_id = l.id or (r.line_id is null and r.order_id = l.order_id and (l.outcome = 'refund' or l.state = 'cancelled'))
             order by r.state not in ('failed', 'canceled') desc, r.line_id is not null desc, r.attempt desc limit 1
         ) r on true
         where l.order_id = $1 order by l.position",
        order
    )
    .fetch_all(db)
    .await?;
    rows.into_iter()
        .map(|r| {
            let esim = match (r.esim_id, r.iccid, r.activation_code) {
                (Some(id), Some(iccid), Some(code)) => Some(esim(
                    id,
                    &iccid,
                    code,
                    r.status.as_deref(),
                    r.traveller,
                    r.apn,
                )?),
                _ => None,
            };
            let refund = match (
                r.refund_id,
                r.refund_minor,
                r.cause,
                r.refund_state,
                r.refund_at,
            ) {
                (Some(id), Some(minor), Some(cause), Some(state), Some(created_at)) => {
                    Some(Refund {
                        id,
                        amount: Money::new(minor, currency),
                        cause,
                        state: RefundState::from(state.as_str()),
                        stripe_id: r.stripe_id,
                        created_at,
                        settled_at: r.settled_at,
                    })
                }
                _ => None,
            };
            Ok(Line {
                id: r.id,
                position: r.position,
                plan_name: r.plan_name,
                product: serde_json::from_value(r.plan).ok(),
                price: Money::new(r.price_minor, currency),
                state: LineState::from(r.state.as_str()),
                delivered_at: r.delivered_at,
                target_iccid: r.target_iccid,
                activate_by: r.activate_by,
                esim,
                refund,
            })
        })
        .collect()
}

fn esim(
    id: Uuid,
    iccid: &str,
    code: String,
    status: Option<&str>,
    traveller: Option<String>,
    apn: Option<String>,
) -> Result<Esim, sqlx::Error> {
    Ok(Esim {
        id,
        iccid: Iccid::parse(iccid).map_err(stored)?,
        code: Sealed::read(code),
        status: status.map(EsimStatus::parse),
        traveller,
        apn,
    })
}

/// Whether this address has ever paid for an order, so that a sign-in link is of use to it.
///
/// # Errors
/// The database's.
pub async fn has_order(db: &PgPool, email: &EmailAddress) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar!(
        "select exists (select from orders where customer_email = $1 and payment_state = 'paid') as \"has!\"",
        email.expose()
    )
    .fetch_one(db)
    .await
}
