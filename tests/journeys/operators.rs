//! The people behind the shop: views that hold no code, commands that leave a trace, books that
//! tell when they do not agree.

use crate::support::{Bought, Browser, PLAN, PRICE, Shop};
use chrono::TimeDelta;
use esim_storefront::ops;
use sandbox::faults::{Break, Fault, Rule};
use secrecy::ExposeSecret;
use sqlx::Executor;
use std::process::Output;

/// The contract's views, with the columns that saved queries rely on.
const RELIED_ON: [(&str, &str); 18] = [
    (
        "orders",
        "order_number order_id kind payment_state delivery_state customer_email currency \
         total_minor refunded_minor lines delivered_lines \
         created_at paid_at delivered_at refunded_at attention stripe_session_id \
         stripe_payment_intent_id holds fee_minor mode",
    ),
    (
        "order_lines",
        "order_number line_id position operation product_id plan_name state idempotency_key \
         supplier_order_id iccid attempts last_error \
         delivered_at cost cost_currency rate cost_minor mode discount_minor",
    ),
    (
        "codes",
        "code mode percent amount_minor currency uses reserved used late given_minor valid_from \
         valid_until products minimum_minor first_order \
         created_at ended_at",
    ),
    (
        "code_uses",
        "order_number code state discount_minor currency remark reserved_at mode",
    ),
    ("order_timeline", "order_number at event detail actor mode"),
    (
        "stuck_orders",
        "order_number order_id kind payment_state delivery_state customer_email currency \
         total_minor refunded_minor lines delivered_lines \
         created_at paid_at delivered_at refunded_at attention stripe_session_id \
         stripe_payment_intent_id",
    ),
    (
        "refunds",
        "order_number amount_minor currency cause state stripe_refund_id created_at mode",
    ),
    (
        "books",
        "order_number captured_minor refunded_minor supplier_orders cost_minor margin_minor \
         mismatch fee_minor tax_minor owed_minor mode",
    ),
    (
        "mails",
        "mail_id order_number kind to_address state attempts last_error queued_at sent_at \
         next_try_at",
    ),
    (
        "alerts",
        "alert_id kind severity what mend order_number since last_seen times resolved_at",
    ),
    ("audit", "at actor act detail"),
    (
        "staff",
        "address role invited_at invited_by signed_in_at paused_until revoked_at \
         recovery_codes_left open_sessions",
    ),
    (
        "plans",
        "product_id plan_name destination cost cost_currency cost_minor price_minor currency \
         fee_minor margin_minor sold_30d on_shelf why_off \
         hidden pinned note",
    ),
    (
        "price_versions",
        "version currency rules drafted_from published_at published_by prices_up prices_down \
         plans_come plans_leave newest",
    ),
    (
        "sales_by_plan",
        "month mode currency product_id lines gross_minor cost_minor fee_minor refunded_minor \
         margin_minor",
    ),
    (
        "sales_by_country",
        "month mode currency country lines gross_minor cost_minor fee_minor refunded_minor \
         margin_minor",
    ),
    ("webhooks", "hour sender accepted refused pulled"),
    (
        "daily_sales",
        "day currency orders gross_minor refunded_minor cost_minor margin_minor mode",
    ),
];

/// View, column, kind of relation, comment of the column, comment of the view.
type Column = (String, String, String, Option<String>, Option<String>);

/// Runs a command of the built binary against this shop's database and world.
pub async fn command(shop: &Shop, arguments: &[&str]) -> Output {
    command_with(shop, arguments, &[]).await
}

/// The same with other settings.
pub async fn command_with(shop: &Shop, arguments: &[&str], settings: &[(&str, &str)]) -> Output {
    let mut program = tokio::process::Command::new(env!("CARGO_BIN_EXE_esim-storefront"));
    program
        .args(arguments)
        .env_clear()
        .envs(shop.sandbox.settings());
    program
        .env("DATABASE_URL", shop.app.config.database_url.expose_secret())
        .env("PUBLIC_URL", &shop.url);
    program
        .env("MAIL_FROM", "esim@layover.example")
        .env("OPERATOR", "olga");
    program
        .env(
            "SHOP_CONFIG",
            concat!(env!("CARGO_MANIFEST_DIR"), "/shop.example.toml"),
        )
        .envs(settings.iter().copied());
    program.output().await.unwrap()
}

pub fn printed(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Every row of every view, as whoever may read them sees it.
async fn all_rows(shop: &Shop) -> String {
    let mut all = String::new();
    for (view, _) in RELIED_ON {
        let mut tx = shop.app.db.begin().await.unwrap();
        tx.execute("set local role ops_reader").await.unwrap();
        let sql =
            format!("select coalesce(string_agg(to_jsonb(v)::text, E'\\n'), '') from ops.{view} v");
        let rows: String = sqlx::query_scalar(sqlx::AssertSqlSafe(sql))
            .fetch_one(&mut *tx)
            .await
            .unwrap();
        all.push_str(&rows);
        all.push('\n');
    }
    all
}

pub async fn delivered(quantity: u32) -> (Shop, Browser, Bought) {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    let bought = shop.buy(&mut sarah, PLAN, quantity).await;
    shop.settle().await;
    (shop, sarah, bought)
}

#[tokio::test]
async fn the_views_have_the_columns_that_saved_queries_rely_on_and_each_is_explained() {
    let shop = Shop::open().await;
    let columns: Vec<Column> = sqlx::query_as(
        "select c.relname::text, a.attname::text, c.relkind::text, col_description(c.oid, a.attnum),
         obj_description(c.oid)
         from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
         where c.relnamespace = 'ops'::regnamespace and c.relkind not in ('i')",
    )
    .fetch_all(&shop.app.db)
    .await
    .unwrap();
    for (view, names) in RELIED_ON {
        for name in names.split_whitespace() {
            assert!(
                columns.iter().any(|(v, c, ..)| v == view && c == name),
                "ops.{view} has no {name}"
            );
        }
    }
    for (view, column, kind, comment, of_view) in &columns {
        assert_eq!(kind, "v", "ops.{view} is no view");
        assert!(
            comment.as_ref().is_some_and(|c| !c.is_empty()),
            "ops.{view}.{column} is not explained"
        );
        assert!(
            of_view.as_ref().is_some_and(|c| !c.is_empty()),
            "ops.{view} is not explained"
        );
    }
    shop.close().await;
}

#[tokio::test]
async fn an_order_reads_the_same_in_all_views() {
    let (shop, ..) = delivered(2).await;
    let order: (String, String, i64, String, i64, i64, bool) = sqlx::query_as(
        "select payment_state, delivery_state, total_minor, total, lines, delivered_lines,
         attention is null and paid_at <= delivered_at
         from ops.orders",
    )
    .fetch_one(&shop.app.db)
    .await
    .unwrap();
    assert_eq!(
        order,
        (
            "paid".into(),
            "delivered".into(),
            2 * PRICE,
            "28.80 USD".into(),
            2,
            2,
            true
        )
    );
    let books: (i64, i64, i64, i64, i64, Option<String>) = sqlx::query_as(
        "select captured_minor, refunded_minor, supplier_orders, cost_minor, margin_minor,
         mismatch from ops.books",
    )
    .fetch_one(&shop.app.db)
    .await
    .unwrap();
    // Less Stripe's 2.9 % and 30 cents.
    assert_eq!(books, (2880, 0, 2, 2400, 480 - 113, None));
    let day: (i64, i64, i64) =
        sqlx::query_as("select orders, gross_minor, margin_minor from ops.daily_sales")
            .fetch_one(&shop.app.db)
            .await
            .unwrap();
    assert_eq!(day, (1, 2880, 480 - 113));
    let keys: Vec<String> = sqlx::query_scalar(
        "select idempotency_key::text from ops.order_lines where state = 'delivered'
         and iccid is not null and attempts = 1",
    )
    .fetch_all(&shop.app.db)
    .await
    .unwrap();
    assert_eq!(keys.len(), 2);
    assert!(
        keys.iter()
            .all(|key| shop.sandbox.supplier.keys_seen().contains_key(key))
    );
    assert_eq!(
        shop.one::<i64>("select count(*) from ops.stuck_orders")
            .await,
        0
    );
    shop.close().await;
}

#[tokio::test]
async fn the_operators_role_reads_every_view_and_no_code_by_any_path() {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    // The supplier even says a code aloud where operators read.
    let loud = "already issued LPA:1$rsp.truphone.com$JQ-LOUD-CANARY to this key";
    shop.sandbox.supplier.faults.push(Rule::once(
        "create_order",
        Fault::SellThenBreak(Break::Refuse {
            code: 77_777,
            message: loud.into(),
        }),
    ));
    let bought = shop.buy(&mut sarah, PLAN, 2).await;
    shop.settle().await;
    let waiting = all_rows(&shop).await;
    assert!(
        waiting.contains("already issued"),
        "operators do not see what the supplier said: {waiting}"
    );
    shop.rest(TimeDelta::hours(1)).await;
    let rows = waiting + &all_rows(&shop).await;
    assert!(
        rows.contains("sarah@") && rows.contains("delivered"),
        "nothing was looked at: {rows}"
    );
    let mut secrets = vec![
        "JQ-LOUD-CANARY".to_owned(),
        bought.page.rsplit('/').next().unwrap().to_owned(),
        sarah.cookies["buyer"].clone(),
    ];
    for esim in shop.sandbox.supplier.esims() {
        secrets.extend([
            esim.esim_qr.clone(),
            esim.esim_qr.rsplit('$').next().unwrap().to_owned(),
        ]);
    }
    for secret in &secrets {
        assert!(!rows.contains(secret.as_str()), "a view shows a secret");
    }
    let readable: Vec<String> = sqlx::query_scalar(
        "select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'ops')
         and c.relkind in ('r', 'v', 'm', 'f', 'p', 'S')
           and (has_table_privilege('ops_reader', c.oid,
               'select, insert, update, delete, truncate, references, trigger')
                or (c.relkind <> 'S'
                  and has_any_column_privilege('ops_reader', c.oid, 'select, insert, update')))",
    )
    .fetch_all(&shop.app.db)
    .await
    .unwrap();
    assert_eq!(readable, Vec::<String>::new());
    let writable: i64 = shop
        .one(
            "select count(*) from pg_class where relnamespace = 'ops'::regnamespace
             and has_table_privilege('ops_reader', oid, 'insert, update, delete, truncate')",
        )
        .await;
    assert_eq!(writable, 0);
    let lifts: i64 = shop
        .one(
            "select count(*) from pg_proc where prosecdef
             and pronamespace::regnamespace::text not in ('pg_catalog', 'information_schema')",
        )
        .await;
    assert_eq!(lifts, 0, "a function runs with its owner's rights");
    let more: bool = shop
        .one(
            "select rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls
             or exists (select from pg_auth_members where member = r.oid)
             from pg_roles r where rolname = 'ops_reader'",
        )
        .await;
    assert!(!more, "the role has more than the views");
    shop.close().await;
}

#[tokio::test]
async fn the_operators_role_is_turned_away_from_every_table() {
    let (shop, ..) = delivered(1).await;
    let tables: Vec<String> =
        sqlx::query_scalar("select tablename::text from pg_tables where schemaname = 'public'")
            .fetch_all(&shop.app.db)
            .await
            .unwrap();
    assert!(tables.iter().any(|t| t == "esims"));
    for table in tables {
        for sql in [
            format!("select * from {table}"),
            format!("copy {table} to stdout"),
            format!("delete from {table}"),
        ] {
            let mut tx = shop.app.db.begin().await.unwrap();
            tx.execute("set local role ops_reader").await.unwrap();
            let error = tx
                .execute(sqlx::AssertSqlSafe(sql.clone()))
                .await
                .expect_err(&sql);
            assert!(
                error.to_string().contains("permission denied"),
                "{sql}: {error}"
            );
        }
    }
    shop.close().await;
}

#[tokio::test]
async fn books_that_agree_end_with_zero_and_books_that_do_not_with_one() {
    let (shop, _, bought) = delivered(1).await;
    let agreed = command(&shop, &["verify-books"]).await;
    assert_eq!(agreed.status.code(), Some(0));
    assert!(
        printed(&agreed).starts_with(
            "the books agree: 1 payments, 0 refunds and 1 orders at the supplier compared"
        ),
        "{}",
        printed(&agreed)
    );

    // Stripe sends money back and we never hear of it.
    let intent = shop.session(&bought.session_id)["payment_intent"]
        .as_str()
        .unwrap()
        .to_owned();
    shop.sandbox
        .stripe
        .set_delivery(sandbox::stripe::Delivery::Lose);
    shop.sandbox
        .stripe
        .refund_in_dashboard(&intent, Some(500))
        .unwrap();
    let found = command(&shop, &["verify-books"]).await;
    assert_eq!(found.status.code(), Some(1));
    assert!(
        printed(&found).contains("Stripe shows 5.00 USD refunded, we recorded 0.00 USD"),
        "{}",
        printed(&found)
    );
    let number: String = shop.one("select order_number from ops.orders").await;
    assert!(printed(&found).contains(&number));
}

#[tokio::test]
async fn a_mismatch_inside_our_own_books_is_found_and_named() {
    let (shop, ..) = delivered(1).await;
    assert_eq!(
        ops::books::find(&shop.app).await.unwrap(),
        Vec::<String>::new()
    );
    // Only somebody who switches every guard off can make one.
    shop.run(
        "begin; set local session_replication_role = replica; delete from supplier_orders; commit",
    )
    .await;
    assert_eq!(
        shop.one::<String>("select mismatch from ops.books").await,
        "delivered without an order at the supplier"
    );
    shop.run(
        "begin; set local session_replication_role = replica; update captures set \
         amount_minor = amount_minor + 1; commit",
    )
    .await;
    let found = ops::books::find(&shop.app).await.unwrap();
    assert!(
        found
            .iter()
            .any(|line| line.contains("captured another amount than the order's")),
        "{found:?}"
    );
    assert!(
        found
            .iter()
            .any(|line| line.contains("Stripe's record of this payment differs from ours")),
        "{found:?}"
    );
}
