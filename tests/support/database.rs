//! Databases: each test has its own, copied from one that was migrated once.

use std::sync::atomic::{AtomicUsize, Ordering};

use sqlx::{Connection, Executor, PgConnection};
use tokio::sync::OnceCell;

static TEMPLATE: OnceCell<String> = OnceCell::const_new();
static NEXT: AtomicUsize = AtomicUsize::new(0);

/// The address of a server to make databases on; `make test` starts one.
pub fn server() -> String {
    std::env::var("DATABASE_URL").expect(
        "DATABASE_URL is not set: run the tests with `make test`, which starts a private PostgreSQL")
}

/// A new database's address, migrated.
pub async fn fresh() -> String {
    let template = TEMPLATE.get_or_init(make_template).await;
    let name = format!(
        "shop_{}_{}",
        std::process::id(),
        NEXT.fetch_add(1, Ordering::Relaxed)
    );
    create(&name, Some(template)).await;
    address(&name)
}

/// A new, empty database's address.
pub async fn empty() -> String {
    let name = format!(
        "empty_{}_{}",
        std::process::id(),
        NEXT.fetch_add(1, Ordering::Relaxed)
    );
    create(&name, None).await;
    address(&name)
}

async fn make_template() -> String {
    let name = format!("template_{}", std::process::id());
    create(&name, None).await;
    let db = esim_storefront::db::schema::connect(&address(&name).into(), 2)
        .await
        .unwrap();
    esim_storefront::db::schema::migrate(&db).await.unwrap();
    // A planted bug of scripts/mutants: every database of this run has it.
    if let Ok(sql) = std::env::var("PLANT_SQL") {
        let planted = sqlx::raw_sql(sqlx::AssertSqlSafe(sql)).execute(&db).await;
        planted.unwrap_or_else(|error| panic!("this bug cannot be planted: {error}"));
    }
    db.close().await;
    name
}

async fn create(name: &str, template: Option<&str>) {
    let mut server = PgConnection::connect(&server()).await.unwrap();
    let copy = template
        .map(|t| format!(" template {t}"))
        .unwrap_or_default();
    // One copy at a time: a template must not be in use.
    server
        .execute("select pg_advisory_lock(4711)")
        .await
        .unwrap();
    server
        .execute(sqlx::AssertSqlSafe(format!("create database {name}{copy}")))
        .await
        .unwrap();
    server
        .execute("select pg_advisory_unlock(4711)")
        .await
        .unwrap();
}

/// The server's address with another database's name.
pub fn address(name: &str) -> String {
    let mut url: url::Url = server().parse().unwrap();
    url.set_path(name);
    url.to_string()
}
