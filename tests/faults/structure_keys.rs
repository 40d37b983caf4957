//! What Postgres refuses by keys, references and checks alone, with our guards out of the way: each
//! is provoked by hand.

use sqlx::{Executor, PgPool};

use crate::structure::shop;

/// Runs `sql` without the guards of `table`; the constraint that refuses it.
async fn refused(db: &PgPool, table: &str, constraint: &str, sql: &str) {
    let mut tx = db.begin().await.unwrap();
    tx.execute(sqlx::AssertSqlSafe(format!(
        "alter table {table} disable trigger user"
    )))
    .await
    .unwrap();
    match tx.execute(sqlx::AssertSqlSafe(sql.to_owned())).await {
        Ok(done) => panic!(
            "{constraint} should have refused this ({} rows): {sql}",
            done.rows_affected()
        ),
        Err(error) => {
            let why = error
                .as_database_error()
                .and_then(|e| e.constraint())
                .unwrap_or_default()
                .to_owned();
            assert_eq!(why, constraint, "{error}");
        }
    }
}

const UNPAID: &str =
    "from orders o join lines l on l.order_id = o.id where o.payment_state = 'awaiting_payment'";
const DELIVERED: &str =
    "from orders o join lines l on l.order_id = o.id where l.state = 'delivered'";

/// A refund of these values: order, line, key, cause.
fn refund(values: &str, of: &str) -> String {
    format!(
        "insert into refunds (id, attempt, amount_minor, currency, state, created_at, updated_at,
           order_id, line_id, idempotency_key, cause, stripe_refund_id)
         select gen_random_uuid(), 1, 1, 'usd', 'intent', now(), now(), {values} {of}"
    )
}

#[tokio::test]
async fn a_refund_is_of_a_captured_order_and_of_its_own_line() {
    let shop = shop().await;
    let db = &shop.app.db;
    refused(
        db,
        "refunds",
        "refunds_order_id_fkey",
        &refund("o.id, null, null, 'dashboard', null", UNPAID),
    )
    .await;
    let anothers = refund(
        "(select order_id from captures), l.id, 'rf:x', 'operator', null",
        UNPAID,
    );
    refused(db, "refunds", "refunds_line_id_order_id_fkey", &anothers).await;
    refused(
        db,
        "refunds",
        "refunds_check",
        &refund(
            "o.id, l.id, 'rf:' || l.id, 'undeliverable', null",
            DELIVERED,
        ),
    )
    .await;
    refused(
        db,
        "refunds",
        "refunds_without_key",
        &refund("o.id, l.id, null, 'operator', null", DELIVERED),
    )
    .await;
}

#[tokio::test]
async fn a_refund_has_a_key_and_a_number_of_its_own() {
    let shop = shop().await;
    let db = &shop.app.db;
    refused(
        db,
        "refunds",
        "refunds_idempotency_key_key",
        &refund("o.id, l.id, 'rf:same', 'operator', null", DELIVERED),
    )
    .await;
    let twice = refund("o.id, null, null, 'dashboard', 're_same'", DELIVERED);
    refused(db, "refunds", "refunds_stripe_refund_id_key", &twice).await;
}

#[tokio::test]
async fn what_the_supplier_sold_is_of_a_captured_order_and_of_its_own_line() {
    let shop = shop().await;
    let sold = |order: &str| {
        format!(
            "insert into supplier_orders (supplier_order_id, line_id, order_id, seen_at)
             select 'so_x', l.id, {order}, now() {UNPAID}"
        )
    };
    refused(
        &shop.app.db,
        "supplier_orders",
        "supplier_orders_order_id_fkey",
        &sold("o.id"),
    )
    .await;
    refused(
        &shop.app.db,
        "supplier_orders",
        "supplier_orders_line_id_order_id_fkey",
        &sold("(select order_id from captures)"),
    )
    .await;
}

#[tokio::test]
async fn what_is_cancelled_is_captured_and_was_sold() {
    let shop = shop().await;
    let promise = |sold: &str, of: &str| {
        format!(
            "insert into cancellations (line_id, order_id, supplier_order_id, refund_minor,
               fee_minor, asked_at)
             select l.id, o.id, {sold}, 1, 0, now() {of} limit 1"
        )
    };
    let some = "(select min(supplier_order_id) from supplier_orders)";
    refused(
        &shop.app.db,
        "cancellations",
        "cancellations_order_id_fkey",
        &promise(some, UNPAID),
    )
    .await;
    refused(
        &shop.app.db,
        "cancellations",
        "cancellations_supplier_order_id_fkey",
        &promise("'never sold'", DELIVERED),
    )
    .await;
}

#[tokio::test]
async fn numbers_keys_and_pages_are_given_once() {
    let shop = shop().await;
    let db = &shop.app.db;
    refused(
        db,
        "orders",
        "orders_order_number_key",
        "update orders set order_number = 'E1'",
    )
    .await;
    let same =
        "update lines set idempotency_key = (select min(idempotency_key::text)::uuid from lines)";
    refused(db, "lines", "lines_idempotency_key_key", same).await;
    let page = "insert into captures (order_id, session_id, payment_intent_id, event_id,
                  amount_minor, currency, livemode, captured_at)
                select o.id, c.session_id, 'pi_x', c.event_id, o.total_minor, o.currency,
                o.livemode, now()
                from captures c, orders o where o.payment_state = 'awaiting_payment'";
    refused(db, "captures", "captures_session_id_key", page).await;
}

#[tokio::test]
async fn paid_decided_and_refused_each_have_what_makes_them_so() {
    let shop = shop().await;
    let db = &shop.app.db;
    refused(
        db,
        "orders",
        "orders_check",
        "update orders set paid_at = now() where payment_state = 'awaiting_payment'",
    )
    .await;
    refused(
        db,
        "lines",
        "lines_check1",
        "update lines set outcome_at = now() where outcome is null",
    )
    .await;
    refused(
        db,
        "lines",
        "lines_check3",
        "update lines set state = 'refused' where outcome is null",
    )
    .await;
}
