//! What Postgres itself refuses of a line, of its cost and of its eSIM.

use super::structure::{CAPTURE, refused, shop};
use sqlx::Executor;

#[tokio::test]
async fn what_was_sold_never_changes() {
    let shop = shop().await;
    for change in [
        "price_minor = 1",
        "product_id = 'x'",
        "plan = '{}'",
        "cost = '0'",
        "plan_name = 'x'",
    ] {
        refused(
            &shop.app.db,
            "never change",
            &format!("update lines set {change}"),
        )
        .await;
    }
    refused(
        &shop.app.db,
        "never change",
        "update orders set total_minor = 1",
    )
    .await;
}

#[tokio::test]
async fn what_a_line_cost_is_booked_once_before_its_outcome_and_in_its_own_money() {
    let shop = shop().await;
    refused(
        &shop.app.db,
        "never changes",
        "update line_costs set cost_minor = 1",
    )
    .await;
    refused(&shop.app.db, "never changes", "delete from line_costs").await;
    let cost = |of: &str, currency: &str, rate: &str, minor: &str| {
        format!(
            "insert into line_costs (line_id, cost, cost_currency, currency, rate, cost_minor,
               read_at, booked_at)
             select id, '12', 'USD', '{currency}', {rate}, {minor}, now(), now() from lines
             where {of}"
        )
    };
    shop.run(
        "alter table line_costs disable trigger guard_line_costs; delete
         from line_costs; alter table line_costs enable trigger guard_line_costs",
    )
    .await;
    refused(
        &shop.app.db,
        "no cost after the outcome",
        &cost("outcome is not null", "usd", "1", "1200"),
    )
    .await;
    refused(
        &shop.app.db,
        "the money that was captured",
        &cost("outcome is null", "usd", "1", "1200"),
    )
    .await;
    shop.run(
        "alter table lines disable trigger guard_lines; delete from packages; delete from esims;
         update lines set state = 'ordering', outcome = null,
         outcome_at = null; alter table lines enable trigger guard_lines",
    )
    .await;
    let of = "order_id in (select order_id from captures) and position = 1";
    refused(
        &shop.app.db,
        "the money that was captured",
        &cost(of, "eur", "0.9", "1080"),
    )
    .await;
    refused(
        &shop.app.db,
        "line_costs_check",
        &cost(of, "usd", "0.5", "600"),
    )
    .await;
    refused(
        &shop.app.db,
        "line_costs_check",
        &cost(of, "usd", "null", "null"),
    )
    .await;
    refused(
        &shop.app.db,
        "line_costs_check",
        &cost(of, "usd", "1", "null"),
    )
    .await;
    shop.app
        .db
        .execute(sqlx::AssertSqlSafe(cost(of, "usd", "1", "1200")))
        .await
        .unwrap();
    refused(
        &shop.app.db,
        "line_costs_pkey",
        &cost(of, "usd", "1", "1200"),
    )
    .await;
}

#[tokio::test]
async fn one_esim_is_one_lines_and_one_order_stands_per_line() {
    let shop = shop().await;
    refused(
        &shop.app.db,
        "esims_iccid_key",
        "update esims set iccid = (select min(iccid) from esims)",
    )
    .await;
    let second = "insert into supplier_orders (supplier_order_id, line_id, order_id, seen_at)
                  select 'x', line_id, order_id, now() from supplier_orders limit 1";
    refused(&shop.app.db, "one_supplier_order_per_line", second).await;
    let esim = |iccid: &str| {
        format!(
            "insert into esims (id, iccid, line_id, activation_code, created_at)
             select gen_random_uuid(), '{iccid}', id, 'LPA', now() from lines where outcome is null"
        )
    };
    refused(
        &shop.app.db,
        "esims_line_id_outcome_fkey",
        &esim("8944000000000000000"),
    )
    .await;
    for odd in [
        "8900",
        "8944000000000000000F",
        "8944 0000 0000 0000 000",
        "89440000000000000000123",
        "1144000000000000000",
    ] {
        refused(&shop.app.db, "esims_iccid_digits", &esim(odd)).await;
    }
}

#[tokio::test]
async fn what_was_bought_for_one_line_is_never_anothers() {
    let shop = shop().await;
    let moved = "update supplier_orders
                 set line_id = (select min(line_id::text)::uuid from supplier_orders)";
    refused(&shop.app.db, "never another's", moved).await;
    refused(
        &shop.app.db,
        "never another's",
        "update supplier_orders set supplier_order_id = supplier_order_id || 'x'",
    )
    .await;
    shop.run("update supplier_orders set orphan = true, terminated_at = now()")
        .await;
    refused(
        &shop.app.db,
        "never handed over",
        "update supplier_orders set orphan = false",
    )
    .await;
    refused(
        &shop.app.db,
        "has ended",
        "update supplier_orders set terminated_at = null",
    )
    .await;
}

#[tokio::test]
async fn a_payment_proves_one_order_and_an_esim_is_of_one_line() {
    let shop = shop().await;
    let db = &shop.app.db;
    let other = "from captures c, orders o join checkout_sessions s on s.order_id = o.id where \
                 o.payment_state = 'awaiting_payment'";
    let proof = |session: &str, payment: &str| {
        format!(
            "{CAPTURE} select o.id, {session}, {payment}, c.event_id, o.total_minor, o.currency, \
             o.livemode, now() {other}"
        )
    };
    refused(
        db,
        "captures_payment_intent_id_key",
        &proof("s.session_id", "c.payment_intent_id"),
    )
    .await;
    refused(
        db,
        "esims_line_id_key",
        "insert into esims (id, iccid, line_id, activation_code, created_at)
         select gen_random_uuid(), '8944000000000000009', line_id, 'LPA', now() from esims limit 1",
    )
    .await;
    let line = "from lines l join captures c on c.order_id = l.order_id";
    refused(
        db,
        "refunds_amount_minor_check",
        &format!(
            "insert into refunds (id, order_id, line_id, attempt, idempotency_key, amount_minor,
               currency, cause, state, created_at, updated_at)
             select gen_random_uuid(), l.order_id, l.id, 1, 'rf:0', 0, 'usd', 'operator', 'intent',
             now(), now() {line} limit 1"
        ),
    )
    .await;
    for (reason, key, cause) in [
        ("refunds_of_no_line", "'rf:x'", "operator"),
        ("refunds_of_no_line", "null", "cancelled"),
    ] {
        let sql = format!(
            "insert into refunds (id, order_id, attempt, idempotency_key, amount_minor, currency,
               cause, state, created_at, updated_at)
             select gen_random_uuid(), order_id, 1, {key}, 1, 'usd', '{cause}', 'succeeded', now(),
             now() from captures"
        );
        shop.run("alter table refunds disable trigger guard_refunds")
            .await;
        refused(db, reason, &sql).await;
        shop.run("alter table refunds enable trigger guard_refunds")
            .await;
    }
}
