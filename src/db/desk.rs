//! What the desk's pages show, read from the views of schema `ops`. No activation code can be
//! reached from here.

mod plans;

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::{PgPool, Result};
use uuid::Uuid;

pub use plans::{PlanView, Which, plan, plans};

/// A day's sales in minor units of one currency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    /// By UTC.
    pub day: NaiveDate,
    /// How many orders.
    pub orders: i64,
    /// Paid.
    pub gross_minor: i64,
    /// Went back, or is on its way.
    pub refunded_minor: i64,
    /// Left; none where a cost is not known.
    pub margin_minor: Option<i64>,
}

/// The days with sales since then, the earliest first.
pub async fn days(
    db: &PgPool,
    since: DateTime<Utc>,
    mode: &str,
    currency: &str,
) -> Result<Vec<Day>> {
    sqlx::query_as!(
        Day,
        r#"select (captured_at at time zone 'utc')::date as "day!", count(*) as "orders!",
           sum(captured_minor)::bigint as "gross_minor!",
                  sum(refunded_minor)::bigint as "refunded_minor!",
                  case when bool_and(margin_minor is not null) then sum(margin_minor) end::bigint as margin_minor
           from ops.books where captured_at >= $1 and mode = $2 and currency = $3 group by 1
           order by 1"#,
        since,
        mode,
        currency
    )
    .fetch_all(db)
    .await
}

/// An alert that stands, with its order.
#[derive(Debug, Clone)]
pub struct Alert {
    /// What sort.
    pub kind: String,
    /// `warning` or `critical`.
    pub severity: String,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub mend: String,
    /// Which order it is about.
    pub order_number: Option<String>,
    /// Since when.
    pub since: DateTime<Utc>,
}

/// Alerts that stand, the gravest and oldest first.
pub async fn alerts(db: &PgPool) -> Result<Vec<Alert>> {
    sqlx::query_as!(
        Alert,
        r#"select kind as "kind!", severity as "severity!", what as "what!", mend as "mend!",
           order_number, since as "since!"
           from ops.alerts where resolved_at is null order by severity, since limit 100"#
    )
    .fetch_all(db)
    .await
}

/// When a webhook of each sender was last taken: `stripe`, `esimfx`.
pub async fn last_webhooks(db: &PgPool) -> Result<Vec<(String, DateTime<Utc>)>> {
    let rows = sqlx::query!(
        r#"select sender as "sender!", max(last_accepted_at) as "at!" from ops.webhooks
           where last_accepted_at is not null group by 1 order by 1"#
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.sender, row.at)).collect())
}

/// The orders of which an eSIM is for somebody of this name, or whose name begins so; the newest
/// first.
pub async fn by_traveller(db: &PgPool, name: &str) -> Result<Vec<Uuid>> {
    let plain = name
        .replace('\\', r"\\")
        .replace('%', r"\%")
        .replace('_', r"\_");
    sqlx::query_scalar!(
        r#"select l.order_id from esims e join lines l on l.id = e.line_id
           where e.traveller is not null and lower(e.traveller) like lower($1) || '%'
           group by l.order_id order by max(l.created_at) desc limit 200"#,
        plain
    )
    .fetch_all(db)
    .await
}

/// An order as the desk shows it.
#[derive(Debug, Clone)]
pub struct DeskOrder {
    /// Its id.
    pub order_id: Uuid,
    /// What people call it.
    pub order_number: String,
    /// `new` or `topup`.
    pub kind: String,
    /// `live` or `test`.
    pub mode: String,
    /// Where its money is.
    pub payment_state: String,
    /// Where its goods are.
    pub delivery_state: String,
    /// Who bought.
    pub customer_email: Option<String>,
    /// Paid, in words.
    pub total: String,
    /// Went back, in words.
    pub refunded: String,
    /// What Stripe took, in words.
    pub fee: Option<String>,
    /// What the supplier takes, in words.
    pub cost: Option<String>,
    /// The tax in it, in words.
    pub tax: Option<String>,
    /// What is left, in words.
    pub margin: Option<String>,
    /// When it was placed.
    pub created_at: DateTime<Utc>,
    /// When it was paid.
    pub paid_at: Option<DateTime<Utc>>,
    /// Why a person must look.
    pub attention: Option<String>,
    /// Reasons to hold it.
    pub holds: Vec<String>,
    /// `cs_…`
    pub stripe_session_id: Option<String>,
    /// `pi_…`
    pub stripe_payment_intent_id: Option<String>,
}

/// An order by its number.
pub async fn order(db: &PgPool, number: &str) -> Result<Option<DeskOrder>> {
    sqlx::query_as!(
        DeskOrder,
        r#"select o.order_id as "order_id!", o.order_number as "order_number!", o.kind as "kind!",
           o.mode as "mode!",
                  o.payment_state as "payment_state!", o.delivery_state as "delivery_state!",
                  o.customer_email, o.total as "total!",
                  o.refunded as "refunded!", ops.money(o.fee_minor, o.currency) as fee,
                  ops.money(b.cost_minor, o.currency) as cost,
                  ops.money(nullif(b.tax_minor, 0), o.currency) as tax,
                  ops.money(b.margin_minor, o.currency) as margin,
                  o.created_at as "created_at!", o.paid_at, o.attention,
                  o.holds::text[] as "holds!", o.stripe_session_id,
                  o.stripe_payment_intent_id
           from ops.orders o left join ops.books b on b.order_number = o.order_number
           where o.order_number = $1"#,
        number
    )
    .fetch_optional(db)
    .await
}

/// A line as the desk shows it.
#[derive(Debug, Clone)]
pub struct DeskLine {
    /// Its id.
    pub line_id: Uuid,
    /// From 1.
    pub position: i32,
    /// As it was sold.
    pub plan_name: String,
    /// Where it is.
    pub state: String,
    /// The eSIM's number.
    pub iccid: Option<String>,
    /// In words.
    pub price: String,
    /// What the supplier takes.
    pub cost: Option<String>,
    /// How often the supplier was asked.
    pub attempts: i64,
    /// What went wrong last.
    pub last_error: Option<String>,
    /// The supplier's order.
    pub supplier_order_id: Option<String>,
    /// The eSIM, where there is one.
    pub esim_id: Option<Uuid>,
    /// Who travels with it.
    pub traveller: Option<String>,
    /// Until when the link works that its owner shared.
    pub link_until: Option<DateTime<Utc>>,
}

/// An order's lines.
pub async fn lines(db: &PgPool, number: &str, now: DateTime<Utc>) -> Result<Vec<DeskLine>> {
    sqlx::query_as!(
        DeskLine,
        r#"select l.line_id as "line_id!", l.position as "position!", l.plan_name as "plan_name!",
           l.state as "state!", l.iccid,
                  l.price as "price!", l.cost || ' ' || l.cost_currency as cost,
                  l.attempts as "attempts!", l.last_error, l.supplier_order_id,
                  e.id as "esim_id?", e.traveller as "traveller?", k.expires_at as "link_until?"
           from ops.order_lines l
           left join esims e on e.line_id = l.line_id
           left join esim_keys k on k.esim_id = e.id and k.purpose = 'traveller'
           and k.expires_at > $2
           where l.order_number = $1 order by l.position"#,
        number,
        now
    )
    .fetch_all(db)
    .await
}

/// A refund as the desk shows it.
#[derive(Debug, Clone)]
pub struct DeskRefund {
    /// Of which line.
    pub line_position: Option<i32>,
    /// In words.
    pub amount: String,
    /// Why.
    pub cause: String,
    /// A person's words.
    pub reason: Option<String>,
    /// How far it is.
    pub state: String,
    /// `re_…`
    pub stripe_refund_id: Option<String>,
    /// When it was decided.
    pub created_at: DateTime<Utc>,
}

/// An order's refunds.
pub async fn refunds(db: &PgPool, number: &str) -> Result<Vec<DeskRefund>> {
    sqlx::query_as!(
        DeskRefund,
        r#"select line_position, amount as "amount!", cause as "cause!", reason, state as "state!",
           stripe_refund_id, created_at as "created_at!"
           from ops.refunds where order_number = $1 order by created_at"#,
        number
    )
    .fetch_all(db)
    .await
}

/// A mail as the desk shows it.
#[derive(Debug, Clone)]
pub struct MailView {
    /// What it tells.
    pub kind: String,
    /// Who gets it.
    pub to_address: String,
    /// `queued`, `sent` or `failed`.
    pub state: String,
    /// What the mail server said.
    pub last_error: Option<String>,
    /// When it was decided.
    pub queued_at: DateTime<Utc>,
}

/// An order's mails.
pub async fn mails_of(db: &PgPool, order_id: Uuid) -> Result<Vec<MailView>> {
    sqlx::query_as!(
        MailView,
        "select kind, to_address, state, last_error, created_at as queued_at from mails
         where order_id = $1 order by created_at",
        order_id
    )
    .fetch_all(db)
    .await
}

/// What came of webhooks in an hour.
#[derive(Debug, Clone)]
pub struct HookView {
    /// Which hour.
    pub hour: DateTime<Utc>,
    /// `stripe` or `esimfx`.
    pub sender: String,
    /// Taken.
    pub accepted: i64,
    /// Turned away.
    pub refused: i64,
    /// Found in Stripe's list, as none came.
    pub pulled: i64,
}

/// The newest hours.
pub async fn webhooks(db: &PgPool) -> Result<Vec<HookView>> {
    sqlx::query_as!(
        HookView,
        r#"select hour as "hour!", sender as "sender!", accepted::bigint as "accepted!",
           refused::bigint as "refused!", pulled::bigint as "pulled!"
           from ops.webhooks order by hour desc, sender limit 200"#
    )
    .fetch_all(db)
    .await
}

/// An order whose books do not agree with themselves.
#[derive(Debug, Clone)]
pub struct Misfit {
    /// Which.
    pub order_number: String,
    /// Why.
    pub mismatch: String,
}

/// The orders captured since then whose books do not agree, the newest first.
pub async fn misfits(db: &PgPool, since: DateTime<Utc>) -> Result<Vec<Misfit>> {
    sqlx::query_as!(
        Misfit,
        r#"select order_number as "order_number!", mismatch as "mismatch!" from ops.books
           where captured_at >= $1 and mismatch is not null order by captured_at desc limit 200"#,
        since
    )
    .fetch_all(db)
    .await
}

/// Sales of a month by plan or by country.
#[derive(Debug, Clone)]
pub struct Sold {
    /// The plan, or the country.
    pub what: String,
    /// How many eSIMs and top-ups.
    pub lines: i64,
    /// In words.
    pub gross: String,
    /// In words.
    pub margin: Option<String>,
    /// Sent back, in words.
    pub refunded: String,
}

/// What was sold of each plan in a month, by its first day.
pub async fn by_plan(db: &PgPool, month: NaiveDate, mode: &str) -> Result<Vec<Sold>> {
    sqlx::query_as!(
        Sold,
        r#"select coalesce(plan_name, product_id) as "what!", lines as "lines!", gross as "gross!",
           margin,
                  ops.money(refunded_minor, currency) as "refunded!"
           from ops.sales_by_plan where month = $1 and mode = $2
           order by currency, gross_minor desc, product_id"#,
        month,
        mode
    )
    .fetch_all(db)
    .await
}

/// What was sold to each billing country in a month, by its first day.
pub async fn by_country(db: &PgPool, month: NaiveDate, mode: &str) -> Result<Vec<Sold>> {
    sqlx::query_as!(
        Sold,
        r#"select coalesce(country, 'not known') as "what!", lines as "lines!", gross as "gross!",
           margin,
                  ops.money(refunded_minor, currency) as "refunded!"
           from ops.sales_by_country where month = $1 and mode = $2
           order by currency, gross_minor desc, country"#,
        month,
        mode
    )
    .fetch_all(db)
    .await
}

/// What was sold after each partner's link in a month, by its first day.
pub async fn by_partner(db: &PgPool, month: NaiveDate, mode: &str) -> Result<Vec<Sold>> {
    sqlx::query_as!(
        Sold,
        r#"select via as "what!", orders as "lines!", gross as "gross!",
           ops.money(margin_minor, currency) as margin, refunded as "refunded!"
           from ops.sales_by_partner where month = $1 and mode = $2
           order by currency, gross_minor desc, via"#,
        month,
        mode
    )
    .fetch_all(db)
    .await
}
