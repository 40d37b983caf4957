//! What Postgres itself refuses: each structural invariant is provoked by hand, around all of our code.

use sqlx::{Executor, PgPool};

use crate::support::{PLAN, Shop};

/// Runs the statement in a transaction and says how it was refused.
async fn refusal(db: &PgPool, sql: &str) -> String {
    let mut tx = db.begin().await.unwrap();
    match tx.execute(sqlx::AssertSqlSafe(sql.to_owned())).await {
        Ok(done) => panic!("this should have been refused ({} rows): {sql}", done.rows_affected()),
        Err(error) => error.to_string(),
    }
}

async fn refused(db: &PgPool, reason: &str, sql: &str) {
    let why = refusal(db, sql).await;
    assert!(why.contains(reason), "refused for another reason: {why}");
}

const CALL: &str = "insert into supplier_calls (order_id, line_id, idempotency_key, started_at) ";
const CAPTURE: &str =
    "insert into captures (order_id, session_id, payment_intent_id, event_id, amount_minor, currency, livemode, captured_at) ";

/// Unpaid, paid and delivered orders, and a stored event.
async fn shop() -> Shop {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    shop.buy(&mut sarah, PLAN, 2).await;
    shop.settle().await;
    shop.check_out(&mut sarah, PLAN, 1).await;
    shop
}

#[tokio::test]
async fn no_call_without_proof_of_payment() {
    let shop = shop().await;
    let sql = format!(
        "{CALL} select o.id, l.id, l.idempotency_key, now() from orders o join lines l on l.order_id = o.id where o.payment_state = 'awaiting_payment'"
    );
    refused(&shop.app.db, "no call to the supplier now", &sql).await;
    shop.run("alter table supplier_calls disable trigger guard_supplier_calls").await;
    refused(&shop.app.db, "supplier_calls_order_id_fkey", &sql).await;
    assert!(!esim_storefront::db::schema::guards_down(&shop.app.db).await.unwrap().is_empty(), "a guard that is off is noticed");
}

#[tokio::test]
async fn a_proof_must_fit_its_order_session_and_event() {
    let shop = shop().await;
    let proof = |amount: &str, currency: &str, livemode: &str, session: &str, event: &str| {
        format!(
            "{CAPTURE} select o.id, {session}, 'pi_x', {event}, {amount}, {currency}, {livemode}, now()
             from orders o join checkout_sessions s on s.order_id = o.id where o.payment_state = 'awaiting_payment'"
        )
    };
    let event = "(select id from stripe_events limit 1)";
    let fits = ["o.total_minor", "o.currency", "o.livemode", "s.session_id", event];
    for (at, wrong, reason) in [
        (0, "o.total_minor - 1", "captures_order_id_amount_minor"),
        (1, "'eur'", "captures_order_id_amount_minor"),
        (2, "not o.livemode", "captures_order_id_amount_minor"),
        (3, "'cs_somebody_elses'", "captures_order_id_session_id"),
        (4, "'evt_never_seen'", "captures_event_id"),
    ] {
        let mut parts = fits;
        parts[at] = wrong;
        refused(&shop.app.db, reason, &proof(parts[0], parts[1], parts[2], parts[3], parts[4])).await;
    }
    let mut tx = shop.app.db.begin().await.unwrap();
    let good = proof(fits[0], fits[1], fits[2], fits[3], fits[4]);
    assert_eq!(tx.execute(sqlx::AssertSqlSafe(good)).await.unwrap().rows_affected(), 1, "one that fits is taken");
}

#[tokio::test]
async fn one_capture_for_an_order_and_it_is_never_changed() {
    let shop = shop().await;
    refused(
        &shop.app.db,
        "captures_pkey",
        &format!("{CAPTURE} select order_id, 'cs_2', 'pi_2', event_id, amount_minor, currency, livemode, now() from captures"),
    )
    .await;
    refused(&shop.app.db, "append-only", "update captures set amount_minor = 1").await;
    refused(&shop.app.db, "append-only", "delete from captures").await;
}

#[tokio::test]
async fn one_key_for_ever() {
    let shop = shop().await;
    let other = format!(
        "{CALL} select c.order_id, l.id, gen_random_uuid(), now() from captures c join lines l on l.order_id = c.order_id and l.position = 1"
    );
    shop.run("alter table supplier_calls disable trigger guard_supplier_calls").await;
    refused(&shop.app.db, "supplier_calls_line_id_idempotency_key", &other).await;
    refused(&shop.app.db, "never change", "update lines set idempotency_key = gen_random_uuid()").await;
}

#[tokio::test]
async fn paid_needs_a_capture_and_is_for_ever() {
    let shop = shop().await;
    refused(
        &shop.app.db,
        "paid without a capture",
        "update orders set payment_state = 'paid', paid_at = now() where payment_state = 'awaiting_payment'",
    )
    .await;
    refused(&shop.app.db, "paid is for ever", "update orders set payment_state = 'failed', paid_at = null where payment_state = 'paid'")
        .await;
    refused(
        &shop.app.db,
        "begins unpaid",
        "insert into orders (id, order_number, token, buyer_hash, kind, locale, device_ok_at, currency, total_minor, livemode, payment_state, created_at, paid_at)
         values (gen_random_uuid(), 'E1', 't', '', 'new', 'en', now(), 'usd', 1, false, 'paid', now(), now())",
    )
    .await;
}

#[tokio::test]
async fn the_outcome_of_a_line_is_decided_once() {
    let shop = shop().await;
    refused(&shop.app.db, "decided once", "update lines set outcome = 'refund', state = 'refused' where outcome = 'deliver'").await;
    refused(
        &shop.app.db,
        "decided once",
        "update lines set outcome = null, outcome_at = null, state = 'ordering' where outcome = 'deliver'",
    )
    .await;
    refused(
        &shop.app.db,
        "no outcome before the capture",
        "update lines set outcome = 'deliver', outcome_at = now() where outcome is null",
    )
    .await;
    refused(&shop.app.db, "lines_check", "update lines set state = 'delivered' where outcome is null").await;
}

#[tokio::test]
async fn no_call_after_an_outcome_or_under_a_hold_or_before_the_capture() {
    let shop = shop().await;
    let call = |when: &str| {
        format!(
            "{CALL} select c.order_id, l.id, l.idempotency_key, {when} from captures c join lines l on l.order_id = c.order_id and l.position = 1"
        )
    };
    refused(&shop.app.db, "outcome deliver", &call("now()")).await;
    shop.run(
        "alter table lines disable trigger guard_lines; update lines set outcome = null, outcome_at = null, state = 'ordering' where false",
    )
    .await;
    shop.run("delete from packages; delete from esims; update lines set state = 'ordering', outcome = null, outcome_at = null; alter table lines enable trigger guard_lines").await;
    refused(&shop.app.db, "before its capture", &call("c.captured_at - interval '1 second'")).await;
    refused(&shop.app.db, "too old to be repeated", &call("l.created_at + interval '5 months 1 day'")).await;
    shop.run("update orders set hold = 'disputed'").await;
    refused(&shop.app.db, "hold disputed", &call("now()")).await;
}

#[tokio::test]
async fn refunds_never_exceed_the_capture_and_one_is_live_per_line() {
    let shop = shop().await;
    let refund = |amount: &str, attempt: i32| {
        format!(
            "insert into refunds (id, order_id, line_id, attempt, idempotency_key, amount_minor, currency, cause, state, created_at, updated_at)
             select gen_random_uuid(), c.order_id, l.id, {attempt}, 'rf:{attempt}', {amount}, c.currency, 'operator', 'intent', now(), now()
             from captures c join lines l on l.order_id = c.order_id and l.position = 1"
        )
    };
    refused(&shop.app.db, "exceed the capture", &refund("c.amount_minor + 1", 1)).await;
    shop.app.db.execute(sqlx::AssertSqlSafe(refund("1", 1))).await.unwrap();
    refused(&shop.app.db, "one_live_refund_per_line", &refund("1", 2)).await;
    refused(&shop.app.db, "refunds_line_id_outcome_fkey", "update refunds set cause = 'undeliverable', outcome = 'refund'").await;
}

#[tokio::test]
async fn what_was_sold_never_changes() {
    let shop = shop().await;
    for change in ["price_minor = 1", "product_id = 'x'", "plan = '{}'", "cost = '0'", "plan_name = 'x'"] {
        refused(&shop.app.db, "never change", &format!("update lines set {change}")).await;
    }
    refused(&shop.app.db, "never change", "update orders set total_minor = 1").await;
}

#[tokio::test]
async fn an_order_has_one_payable_page() {
    let shop = shop().await;
    let second = "insert into checkout_sessions (order_id, try, idempotency_key, success_url, cancel_url, expires_at, created_at)
         select id, 2, 'cs:2', '', '', now(), now() from orders where payment_state = 'awaiting_payment'";
    refused(&shop.app.db, "one_payable_session", second).await;
}

#[tokio::test]
async fn one_esim_is_one_lines_and_one_order_stands_per_line() {
    let shop = shop().await;
    refused(&shop.app.db, "esims_iccid_key", "update esims set iccid = (select min(iccid) from esims)").await;
    refused(
        &shop.app.db,
        "one_supplier_order_per_line",
        "update supplier_orders set line_id = (select min(line_id::text)::uuid from supplier_orders)",
    )
    .await;
    let undecided = "insert into esims (id, iccid, line_id, activation_code, created_at) select gen_random_uuid(), '8900', id, 'LPA', now() from lines where outcome is null";
    refused(&shop.app.db, "esims_line_id_outcome_fkey", undecided).await;
}

#[tokio::test]
async fn history_is_append_only() {
    let shop = shop().await;
    refused(&shop.app.db, "append-only", "update order_events set event = 'x'").await;
    refused(&shop.app.db, "append-only", "delete from order_events").await;
    refused(
        &shop.app.db,
        "order_events_actor_check",
        "insert into order_events (order_id, at, event, actor) select id, now(), 'x', 'nobody' from orders",
    )
    .await;
}
