//! The database comes to be, once and again, from several sides at once; and what is in it stands.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may fail loudly"
)]

use esim_storefront::db::schema::{self, GUARDS};
use esim_storefront::db::{Connection, Pool};
use sqlx::Executor;
use support::{PLAN, Shop, database};

#[path = "../support/mod.rs"]
mod support;
mod upgrades;

async fn connect(address: &str) -> Pool {
    schema::connect(&address.to_owned().into(), 4)
        .await
        .unwrap()
}

/// Every row of every table, as text, but for the clockwork's own.
async fn content(db: &Pool) -> Vec<(String, String)> {
    let tables: Vec<String> = sqlx::query_scalar(
        "select tablename::text from pg_tables where schemaname = 'public' order by 1",
    )
    .fetch_all(db)
    .await
    .unwrap();
    let mut all = Vec::new();
    for table in tables {
        let sql = format!(
            "select coalesce(string_agg(r, E'\\n' order by r), '')
             from (select to_jsonb(t)::text as r from {table} t) rows"
        );
        let rows: String = sqlx::query_scalar(sqlx::AssertSqlSafe(sql))
            .fetch_one(db)
            .await
            .unwrap();
        all.push((table, rows));
    }
    all
}

/// What a shop relies on in a database: tables, columns, keys, checks, triggers, views.
async fn shape(db: &mut Connection) -> Vec<String> {
    sqlx::query_scalar(
        "select 'column ' || table_schema || '.' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable
         from information_schema.columns where table_schema in ('public', 'ops')
         union all select 'rule ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
         where connamespace = 'public'::regnamespace
         union all select 'trigger ' || tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text
         from pg_trigger where not tgisinternal
         union all select 'index ' || indexdef from pg_indexes where schemaname = 'public'
         order by 1",
    )
    .fetch_all(db)
    .await
    .unwrap()
}

#[tokio::test]
async fn an_empty_database_is_brought_up_to_date_and_a_second_time_changes_nothing() {
    let db = connect(&database::empty().await).await;
    assert!(
        !schema::is_current(&db).await.unwrap_or(false),
        "an empty database passed for a current one"
    );
    schema::migrate(&db).await.unwrap();
    assert!(schema::is_current(&db).await.unwrap());
    assert_eq!(
        schema::guards_down(&db).await.unwrap(),
        Vec::<String>::new()
    );
    let (before, rows) = (
        shape(&mut db.acquire().await.unwrap()).await,
        content(&db).await,
    );
    assert!(before.len() > 150, "{before:#?}");
    schema::migrate(&db).await.unwrap();
    assert_eq!(shape(&mut db.acquire().await.unwrap()).await, before);
    assert_eq!(content(&db).await, rows);
}

/// A shop that has run one refuses to start when it has changed since.
#[test]
fn a_released_migration_is_never_edited() {
    use sha2::Digest;
    let house = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let list = include_str!("../released.txt")
        .lines()
        .filter(|line| !line.starts_with('#'));
    let mut known = 0;
    for (digest, name) in list.filter_map(|line| line.split_once("  ")) {
        let file = std::fs::read(house.join("migrations").join(name)).unwrap();
        assert_eq!(
            hex::encode(sha2::Sha256::digest(&file)),
            digest,
            "{name} was edited: write a new migration instead"
        );
        known += 1;
    }
    assert!(known >= 44);
}

#[tokio::test]
async fn several_replicas_that_start_at_once_do_it_once() {
    let address = database::empty().await;
    let starts = (0..4).map(|_| async {
        let db = connect(&address).await;
        schema::migrate(&db).await
    });
    for done in futures_util::future::join_all(starts).await {
        done.unwrap();
    }
    let db = connect(&address).await;
    let (applied, different): (i64, i64) = sqlx::query_as(
        "select count(*), count(distinct version) from _sqlx_migrations where success",
    )
    .fetch_one(&db)
    .await
    .unwrap();
    assert_eq!(applied, different);
    assert_eq!(
        applied,
        i64::try_from(std::fs::read_dir("migrations").unwrap().count()).unwrap()
    );
}

#[tokio::test]
async fn a_database_in_use_is_migrated_again_and_every_row_stands() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    let bought = shop.buy(&mut sarah, PLAN, 2).await;
    shop.settle().await;
    shop.check_out(&mut sarah, PLAN, 1).await;
    let before = content(&shop.app.db).await;
    assert!(
        before
            .iter()
            .any(|(table, rows)| table == "esims" && rows.lines().count() == 2)
    );
    schema::migrate(&shop.app.db).await.unwrap();
    assert_eq!(content(&shop.app.db).await, before);
    assert_eq!(
        sarah.get_json(&bought.page).await["delivery_state"],
        "delivered"
    );
    shop.close().await;
}

#[tokio::test]
async fn every_guard_that_the_migrations_make_is_one_that_the_start_looks_for_and_that_a_planted_bug_drops()
 {
    let db = connect(&database::fresh().await).await;
    let made: Vec<(String, String)> = sqlx::query_as(
        "select tgname::text, tgrelid::regclass::text from pg_trigger where not tgisinternal
         and tgname like 'guard%' order by 1",
    )
    .fetch_all(&db)
    .await
    .unwrap();
    let mut looked_for = GUARDS.to_vec();
    looked_for.sort_unstable();
    assert_eq!(
        made.iter()
            .map(|(guard, _)| guard.as_str())
            .collect::<Vec<_>>(),
        looked_for
    );
    let planted =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/scripts/mutants.sql"))
            .unwrap();
    for (guard, table) in made {
        assert!(
            planted
                .lines()
                .any(|bug| bug == format!("drop trigger {guard} on {table}")),
            "{guard}"
        );
    }
}

#[tokio::test]
async fn a_guard_that_was_switched_off_or_dropped_keeps_the_shop_closed() {
    let db = connect(&database::fresh().await).await;
    for guard in GUARDS {
        let mut tx = db.begin().await.unwrap();
        let table: String =
            sqlx::query_scalar("select tgrelid::regclass::text from pg_trigger where tgname = $1")
                .bind(guard)
                .fetch_one(&mut *tx)
                .await
                .unwrap();
        tx.execute(sqlx::AssertSqlSafe(format!(
            "alter table {table} disable trigger {guard}"
        )))
        .await
        .unwrap();
        tx.commit().await.unwrap();
        assert_eq!(schema::guards_down(&db).await.unwrap(), [guard]);
        // Replica mode is off for the shop as well.
        db.execute(sqlx::AssertSqlSafe(format!(
            "alter table {table} enable replica trigger {guard}"
        )))
        .await
        .unwrap();
        assert_eq!(schema::guards_down(&db).await.unwrap(), [guard]);
        db.execute(sqlx::AssertSqlSafe(format!(
            "alter table {table} enable trigger {guard}"
        )))
        .await
        .unwrap();
    }
    assert_eq!(
        schema::guards_down(&db).await.unwrap(),
        Vec::<String>::new()
    );
    db.execute("drop trigger guard_supplier_calls on supplier_calls")
        .await
        .unwrap();
    assert_eq!(
        schema::guards_down(&db).await.unwrap(),
        ["guard_supplier_calls"]
    );
}

#[tokio::test]
async fn a_database_of_a_newer_release_is_left_alone() {
    let db = connect(&database::fresh().await).await;
    db.execute(
        "insert into _sqlx_migrations (version, description, success, checksum, execution_time)
         values (9999, 'of tomorrow', true, '\\x00', 1)",
    )
    .await
    .unwrap();
    assert!(schema::migrate(&db).await.is_err());
}

/// A database as the release with this migration as its last made it.
async fn as_of(last: u32) -> Pool {
    let db = connect(&database::empty().await).await;
    apply(&db, 1..=last).await;
    db
}

async fn apply(db: &Pool, which: std::ops::RangeInclusive<u32>) {
    let mut files: Vec<_> = std::fs::read_dir("migrations")
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect();
    files.sort();
    for file in files {
        let number: u32 = file.file_name().unwrap().to_str().unwrap()[..4]
            .parse()
            .unwrap();
        if which.contains(&number) {
            db.execute(sqlx::AssertSqlSafe(std::fs::read_to_string(&file).unwrap()))
                .await
                .unwrap();
        }
    }
}

/// A captured order of two lines, the first of them delivered, as every release since the first
/// could have written it.
const SOLD: &str = "insert into stripe_events (id, type, livemode, source, payload, created_at,
                      received_at)
         values ('evt_1', 'checkout.session.completed', false, 'push', '{}', now(), now());
     insert into orders (id, order_number, token, buyer_hash, kind, locale, device_ok_at, currency,
       total_minor, livemode, created_at)
         values ('00000000-0000-0000-0000-000000000001', 'E10001', 't', '', 'new', 'en', now(),
           'usd', 2880, false, now());
     insert into checkout_sessions (order_id, try, idempotency_key, success_url, cancel_url,
       expires_at, state, session_id, url, created_at)
         select id, 1, 'cs:1', '', '', now(), 'open', 'cs_1', 'https://pay.example', now()
         from orders;
     insert into lines (id, order_id, position, operation, product_id, plan_name, plan, price_minor,
       cost, cost_currency, idempotency_key, created_at)
         select gen_random_uuid(), o.id, n, 'NEW', 'esimfx_10G_7D_JP', 'Japan', '{}', 1440, '12',
         'USD', gen_random_uuid(), now()
         from orders o, generate_series(1, 2) n;
     insert into captures (order_id, session_id, payment_intent_id, event_id, amount_minor,
       currency, livemode, captured_at)
         select id, 'cs_1', 'pi_1', 'evt_1', 2880, 'usd', false, now() from orders;
     update orders set payment_state = 'paid', paid_at = now();
     update lines set state = 'delivered', outcome = 'deliver', outcome_at = now()
     where position = 1";

#[tokio::test]
async fn what_was_bought_and_heard_before_stands_when_the_suppliers_answers_get_columns() {
    let db = as_of(11).await;
    db.execute(SOLD).await.unwrap();
    db.execute(
        "insert into supplier_orders (supplier_order_id, line_id, order_id, iccid, status, orphan,
           seen_at)
             select 's-' || position, id, order_id, '8944000000000000000', 'PENDING', position = 2,
             now() from lines;
         insert into esims (id, iccid, line_id, activation_code, created_at)
             select gen_random_uuid(), '8944000000000000000', id, 'LPA:1$a.example$X', now()
             from lines where position = 1;
         insert into supplier_events (id, digest, payload, received_at)
         values (gen_random_uuid(), '\\x01', '{}', now());
         insert into products (product_id, name, days, coverage, networks, cost, cost_currency,
           first_seen_at, seen_at, changed_at)
             values ('p', 'p', 7, '{JP}', '[]', '5', 'USD', now(), now(), '2026-01-01')",
    )
    .await
    .unwrap();
    apply(&db, 12..=12).await;
    let kept: (String, String, bool, i64) = sqlx::query_as(
        "select (select iccid from esims),
         (select string_agg(supplier_order_id || orphan || unreadable || anothers, ' '
             order by supplier_order_id) from supplier_orders),
                (select changed_at = '2026-01-01' from products),
                (select count(*) from supplier_events)",
    )
    .fetch_one(&db)
    .await
    .unwrap();
    assert_eq!(
        kept,
        (
            "8944000000000000000".to_owned(),
            "s-1falsefalsefalse s-2truefalsefalse".to_owned(),
            true,
            1
        )
    );
    db.execute(
        "update esims set status = 'ACTIVE';
         insert into supplier_events (id, digest, payload, received_at)
         select gen_random_uuid(), digest, payload, now() from supplier_events",
    )
    .await
    .unwrap();
}
