//! The database as a whole: connecting, migrating, and whether what guards the money is in place.

use std::str::FromStr;
use std::time::Duration;

use secrecy::{ExposeSecret, SecretString};
use sqlx::migrate::{MigrateError, Migrator};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{PgPool, Result};

static MIGRATOR: Migrator = sqlx::migrate!();

/// A webhook must be answered within eight seconds, database or not.
const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(5);

/// Connects; waits for a connection five seconds at most, each time.
///
/// # Errors
/// When the address cannot be read or nobody answers.
pub async fn connect(url: &SecretString, max_connections: u32) -> Result<PgPool> {
    PgPoolOptions::new()
        .max_connections(max_connections)
        .acquire_timeout(ACQUIRE_TIMEOUT)
        .connect_with(options(url)?)
        .await
        .map_err(explained)
}

/// A fault that has nothing to do with the password, and says what has answered instead of
/// PostgreSQL.
fn explained(error: sqlx::Error) -> sqlx::Error {
    let sqlx::Error::Database(refusal) = &error else {
        return error;
    };
    // 08P01: it takes no settings of a session; 26000 and 42P05: a prepared statement is gone, or
    // there twice.
    let of_a_pool = refusal.message().contains("unsupported startup parameter")
        || matches!(refusal.code().as_deref(), Some("26000" | "42P05"));
    if of_a_pool {
        sqlx::Error::Configuration(POOLED.into())
    } else {
        error
    }
}

/// What to do when PgBouncer, or another pool, answers.
const POOLED: &str = "a connection pool (PgBouncer) answers at DATABASE_URL, and the shop listens, \
                      prepares statements and sets time-outs, which a \
    pool in transaction mode does not carry → name PostgreSQL's own address and port, or a pool \
    with pool_mode = session and \
    ignore_startup_parameters = options";

/// As [`connect`], but dials only when a connection is first needed.
///
/// # Errors
/// When the address cannot be read.
pub fn connect_lazily(url: &SecretString, max_connections: u32) -> Result<PgPool> {
    Ok(PgPoolOptions::new()
        .max_connections(max_connections)
        .acquire_timeout(ACQUIRE_TIMEOUT)
        .connect_lazy_with(options(url)?))
}

fn options(url: &SecretString) -> Result<PgConnectOptions> {
    // A statement that waits longer than this for a lock or an answer is given up; its job is run
    // again.
    Ok(PgConnectOptions::from_str(url.expose_secret())?
        .application_name("esim-storefront")
        .options([
            ("statement_timeout", "30s"),
            ("lock_timeout", "10s"),
            ("idle_in_transaction_session_timeout", "30s"),
            // Compiling a program for a question of a few milliseconds takes seconds when its
            // answer was taken for longer than it is.
            ("jit", "off"),
        ]))
}

/// Brings the database up to date. Several replicas may do so at once.
///
/// # Errors
/// When a migration fails, or the database is newer than this release.
pub async fn migrate(db: &PgPool) -> Result<(), MigrateError> {
    let encoding: String = sqlx::query_scalar("show server_encoding")
        .fetch_one(db)
        .await
        .map_err(explained)
        .map_err(MigrateError::Execute)?;
    if encoding != "UTF8" {
        let told = format!(
            "the database is encoded in {encoding}, which cannot hold every name and place → make \
             another one, nothing has been changed in \
             this: create database shop encoding 'UTF8' template template0"
        );
        return Err(MigrateError::Execute(sqlx::Error::Configuration(
            told.into(),
        )));
    }
    MIGRATOR.run(db).await
}

/// Whether every migration of this release has been applied.
///
/// # Errors
/// When the database does not answer.
pub async fn is_current(db: &PgPool) -> Result<bool> {
    let applied: Vec<i64> =
        sqlx::query_scalar("select version from _sqlx_migrations where success")
            .fetch_all(db)
            .await?;
    Ok(MIGRATOR
        .iter()
        .all(|migration| applied.contains(&migration.version)))
}

/// Guards that are missing or switched off; empty is healthy.
///
/// # Errors
/// When the database does not answer.
pub async fn guards_down(db: &PgPool) -> Result<Vec<String>> {
    let up: Vec<String> = sqlx::query_scalar!(
        r#"select tgname::text as "name!" from pg_trigger where tgname like 'guard\_%'
           and tgenabled in ('O', 'A') and not tgisinternal"#
    )
    .fetch_all(db)
    .await?;
    Ok(GUARDS
        .iter()
        .filter(|guard| !up.iter().any(|name| name == *guard))
        .map(|guard| (*guard).to_owned())
        .collect())
}

/// Every trigger that refuses a wrong write.
pub const GUARDS: [&str; 29] = [
    "guard_orders",
    "guard_new_orders",
    "guard_lines",
    "guard_supplier_calls",
    "guard_supplier_orders",
    "guard_refunds",
    "guard_order_events",
    "guard_order_taxes",
    "guard_captures",
    "guard_cancellations",
    "guard_promises",
    "guard_consents",
    "guard_holds",
    "guard_invoices",
    "guard_credit_notes",
    "guard_line_costs",
    "guard_test_calls",
    "guard_test_refunds",
    "guard_test_cancellations",
    "guard_refund_bookings",
    "guard_audit",
    "guard_price_versions",
    "guard_partner_orders",
    "guard_staff",
    "guard_discount_codes",
    "guard_line_discounts",
    "guard_code_uses",
    "guard_discounts",
    "guard_given",
];

/// Whether an error while connecting may pass by itself: a server that is starting, a name that is
/// not known yet.
#[must_use]
pub fn may_come(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Io(_) | sqlx::Error::PoolTimedOut => true,
        // 57P03: the database is starting up.
        sqlx::Error::Database(refusal) => refusal.code().as_deref() == Some("57P03"),
        _ => false,
    }
}

/// The database server's own clock.
///
/// # Errors
/// When it does not answer.
pub async fn time(db: &PgPool) -> Result<chrono::DateTime<chrono::Utc>> {
    sqlx::query_scalar!(r#"select now() as "now!""#)
        .fetch_one(db)
        .await
}
