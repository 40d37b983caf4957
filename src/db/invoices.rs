//! Table `invoices`: what was invoiced and credited, numbered without gaps. Append-only, until its
//! time is over.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use sqlx::{PgConnection, PgPool, Result};
use uuid::Uuid;

use super::stored;
use super::unreadable;
use domain::email::EmailAddress;
use domain::invoice::{Kind, Said};
use domain::money::{Currency, Money};

/// An invoice, or a credit note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invoice {
    /// `INV-2026-00001`, `CN-2026-00001`
    pub number: String,
    /// Which of the two.
    pub kind: Kind,
    /// Of a credit note: its invoice.
    pub refers_to: Option<String>,
    /// Whether real money moved.
    pub livemode: bool,
    /// When it was issued.
    pub issued_at: DateTime<Utc>,
    /// The language it is written in.
    pub locale: String,
    /// Without tax.
    pub net: Money,
    /// The tax.
    pub tax: Money,
    /// Both.
    pub total: Money,
    /// The rate; none where Stripe reckoned the tax.
    pub percent: Option<Decimal>,
    /// The country of the billing address.
    pub country: Option<String>,
    /// To whom, as the traveller wrote it.
    pub bill_to: Option<String>,
    /// All else.
    pub said: Said,
}

struct Row {
    number: String,
    kind: String,
    refers_to: Option<String>,
    livemode: bool,
    issued_at: DateTime<Utc>,
    locale: String,
    currency: String,
    net_minor: i64,
    tax_minor: i64,
    total_minor: i64,
    percent: Option<String>,
    country: Option<String>,
    bill_to: Option<String>,
    said: serde_json::Value,
}

impl TryFrom<Row> for Invoice {
    type Error = sqlx::Error;

    fn try_from(r: Row) -> Result<Self> {
        let currency: Currency = r
            .currency
            .parse()
            .map_err(unreadable("invoices.currency", &r.number))?;
        Ok(Self {
            kind: Kind::try_from(r.kind.as_str())
                .map_err(unreadable("invoices.kind", &r.number))?,
            number: r.number,
            refers_to: r.refers_to,
            livemode: r.livemode,
            issued_at: r.issued_at,
            locale: r.locale,
            net: Money::new(r.net_minor, currency),
            tax: Money::new(r.tax_minor, currency),
            total: Money::new(r.total_minor, currency),
            percent: r
                .percent
                .as_deref()
                .map(str::parse)
                .transpose()
                .map_err(stored)?,
            country: r.country,
            bill_to: r.bill_to,
            said: serde_json::from_value(r.said).map_err(stored)?,
        })
    }
}

/// An order's invoice and its credit notes, oldest first.
pub async fn of_order(db: &PgPool, order_id: Uuid) -> Result<Vec<Invoice>> {
    let rows = sqlx::query_as!(
        Row,
        "select number, kind, refers_to, livemode, issued_at, locale, currency, net_minor,
         tax_minor, total_minor, percent::text, country,
                bill_to, said
         from invoices where order_id = $1 order by kind = 'credit_note', issued_at, number",
        order_id
    )
    .fetch_all(db)
    .await?;
    rows.into_iter().map(Invoice::try_from).collect()
}

/// What was issued in a mode on the days from the first to before the second, in the order of its
/// numbers.
pub async fn issued(
    db: &PgPool,
    from: DateTime<Utc>,
    before: DateTime<Utc>,
    livemode: bool,
) -> Result<Vec<Invoice>> {
    let rows = sqlx::query_as!(
        Row,
        "select number, kind, refers_to, livemode, issued_at, locale, currency, net_minor,
         tax_minor, total_minor, percent::text, country,
                bill_to, said
         from invoices where issued_at >= $1 and issued_at < $2 and livemode = $3 order by number",
        from,
        before,
        livemode
    )
    .fetch_all(db)
    .await?;
    rows.into_iter().map(Invoice::try_from).collect()
}

/// An invoice that is to be issued.
#[derive(Debug)]
pub struct NewInvoice<'a> {
    /// For which order.
    pub order_id: Uuid,
    /// In which language.
    pub locale: &'a str,
    /// What was paid.
    pub total: Money,
    /// The tax in it.
    pub tax: Money,
    /// At which rate.
    pub percent: Option<Decimal>,
    /// To whom.
    pub bill_to: Option<&'a str>,
    /// All else.
    pub said: &'a Said,
}

/// Issues it, unless the order has one; then a credit note of what has gone back already.
pub async fn issue(db: &mut PgConnection, new: &NewInvoice<'_>, now: DateTime<Utc>) -> Result<()> {
    sqlx::query!("select lock_invoices($1)", new.order_id)
        .execute(&mut *db)
        .await?;
    let there = sqlx::query_scalar!(
        r#"select exists (select from invoices where order_id = $1
           and kind = 'invoice') as "there!""#,
        new.order_id
    )
    .fetch_one(&mut *db)
    .await?;
    if there {
        return Ok(());
    }
    let said = serde_json::to_value(new.said).map_err(stored)?;
    sqlx::query!(
        "insert into invoices (number, kind, order_id, livemode, issued_at, locale, currency,
           net_minor, tax_minor, total_minor, percent,
                               country, bill_to, said)
         select next_invoice_number('invoice', o.livemode, $2), 'invoice', o.id, o.livemode, $2, $3,
         o.currency, $4::bigint - $5::bigint, $5,
                $4, $6::text::numeric, o.customer_country, $7, $8
         from orders o where o.id = $1",
        new.order_id,
        now,
        new.locale,
        new.total.minor,
        new.tax.minor,
        new.percent.map(|percent| percent.normalize().to_string()),
        new.bill_to,
        said
    )
    .execute(&mut *db)
    .await?;
    sqlx::query_scalar!("select issue_credit_note($1, $2)", new.order_id, now)
        .fetch_one(db)
        .await
        .map(drop)
}

/// The numbers of a person's invoices and credit notes, and when each was issued.
pub async fn of_person(
    db: &PgPool,
    address: &EmailAddress,
) -> Result<Vec<(String, DateTime<Utc>)>> {
    let rows = sqlx::query!(
        "select i.number, i.issued_at from invoices i join orders o on o.id = i.order_id
         where o.customer_email = $1 order by i.number",
        address.expose()
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.number, row.issued_at))
        .collect())
}

/// Deletes invoices of before a day with their credit notes; how many.
pub async fn forget(db: &PgPool, before: DateTime<Utc>, at_most: i32) -> Result<u64> {
    let gone = sqlx::query_scalar!(
        r#"select delete_old_invoices($1, $2) as "gone!""#,
        before,
        at_most
    )
    .fetch_one(db)
    .await?;
    Ok(u64::from(gone.unsigned_abs()))
}

/// Begins a new run of numbers: this database does not know which were given, nor which runs began,
/// after it was copied.
pub async fn begin_run(db: &mut PgConnection, now: DateTime<Utc>) -> Result<()> {
    sqlx::query!(
        "update invoice_runs
         set present = to_char($1::timestamptz at time zone 'utc', 'MMDDHH24MI')::integer",
        now
    )
    .execute(db)
    .await
    .map(drop)
}
