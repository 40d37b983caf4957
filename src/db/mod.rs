//! ALL SQL. A file per table, a function per query; inside something larger it takes the
//! transaction. Nothing is decided here.

pub mod alerts;
pub mod at_rest;
pub mod audit;
pub mod bell;
pub mod breaker;
pub mod cancellations;
pub mod captures;
pub mod catalogue_waits;
pub mod checkout_sessions;
pub mod consents;
pub mod cursors;
pub mod desk;
pub mod discounts;
pub mod ended_browsers;
pub mod esim_keys;
pub mod esims;
pub mod export;
pub mod fees;
pub mod gauges;
pub mod hands;
pub mod heard;
pub mod history;
pub mod holds;
pub mod invoices;
pub mod jobs;
pub mod line_costs;
pub mod lines;
pub mod live;
pub mod logins;
pub mod mails;
pub mod modes;
pub mod ops;
pub mod order_keys;
pub mod order_pages;
pub mod order_taxes;
pub mod orders;
pub mod packages;
pub mod partner_orders;
pub mod people;
pub mod plan_marks;
pub mod plan_prices;
pub mod plan_views;
pub mod price_versions;
pub mod products;
pub mod purchases;
pub mod rate_limits;
pub mod recovery;
pub mod refunds;
pub mod reminders;
pub mod schema;
pub mod shop;
pub mod staff;
pub mod stray_payments;
pub mod stripe_events;
pub mod supplier_calls;
pub mod supplier_events;
pub mod supplier_orders;
pub mod tellings;
pub mod verify;
pub mod webhooks;
pub mod withdrawals;

/// The pool of connections, so that other rooms need not name the driver.
pub type Pool = sqlx::PgPool;
/// A connection, usually inside a transaction.
pub type Connection = sqlx::PgConnection;
/// What is open until it is committed, or dropped.
pub type Transaction<'a> = sqlx::Transaction<'a, sqlx::Postgres>;
/// What can go wrong with the database.
pub type Error = sqlx::Error;

/// A stored value that this version cannot read, and where it stands.
#[derive(Debug, thiserror::Error)]
#[error("{column} of row {row}: {why}")]
struct UnreadableValue {
    column: &'static str,
    row: String,
    why: Box<dyn std::error::Error + Send + Sync>,
}

/// A stored value that cannot be read, as an error that names its table, its column (`lines.state`)
/// and its row. Not for values that an error must not hold, such as addresses.
pub(crate) fn unreadable<E>(
    column: &'static str,
    row: impl std::fmt::Display,
) -> impl FnOnce(E) -> sqlx::Error
where
    E: std::error::Error + Send + Sync + 'static,
{
    move |why| {
        tracing::error!("{column} of row {row} cannot be read: {why}");
        sqlx::Error::Decode(Box::new(UnreadableValue {
            column,
            row: row.to_string(),
            why: Box::new(why),
        }))
    }
}

/// A stored value that the domain refuses, as an error of the read that met it.
pub(crate) fn stored(error: impl std::error::Error + Send + Sync + 'static) -> sqlx::Error {
    sqlx::Error::Decode(Box::new(error))
}

/// A price as it is stored: its figures, and its currency's code.
fn price(cost: &str, currency: &str) -> Result<domain::second_look::Price, sqlx::Error> {
    Ok((
        cost.parse().map_err(stored)?,
        currency.parse().map_err(stored)?,
    ))
}
