//! What Postgres itself refuses: each structural invariant is provoked by hand, around all of our
//! code.

use crate::support::{HOLD, PLAN, RELEASE, Shop};
use sqlx::{Executor, PgPool};

async fn refusal(db: &PgPool, sql: &str) -> String {
    let mut tx = db.begin().await.unwrap();
    match tx.execute(sqlx::AssertSqlSafe(sql.to_owned())).await {
        Ok(done) => panic!(
            "this should have been refused ({} rows): {sql}",
            done.rows_affected()
        ),
        Err(error) => error.to_string(),
    }
}

pub async fn refused(db: &PgPool, reason: &str, sql: &str) {
    let why = refusal(db, sql).await;
    assert!(why.contains(reason), "refused for another reason: {why}");
}

pub const CALL: &str =
    "insert into supplier_calls (order_id, line_id, idempotency_key, started_at) ";

pub const CAPTURE: &str = "insert into captures (order_id, session_id, payment_intent_id, event_id,
                           amount_minor, currency, livemode, captured_at) ";

/// A delivered order of two lines, one that nobody has paid for, and a stored event.
pub async fn shop() -> Shop {
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
        "{CALL} select o.id, l.id, l.idempotency_key, now() from orders o join lines l on \
         l.order_id = o.id where o.payment_state = 'awaiting_payment'"
    );
    refused(&shop.app.db, "no call to the supplier now", &sql).await;
    let anothers = format!(
        "{CALL} select c.order_id, l.id, l.idempotency_key, now() from captures c, lines l join \
         orders o on o.id = l.order_id where o.payment_state = 'awaiting_payment'"
    );
    refused(
        &shop.app.db,
        "supplier_calls_line_id_order_id_fkey",
        &anothers,
    )
    .await;
    shop.run("alter table supplier_calls disable trigger guard_supplier_calls")
        .await;
    refused(&shop.app.db, "supplier_calls_order_id_fkey", &sql).await;
    assert!(
        !esim_storefront::db::schema::guards_down(&shop.app.db)
            .await
            .unwrap()
            .is_empty(),
        "a guard that is off is noticed"
    );
}

#[tokio::test]
async fn a_proof_must_fit_its_order_session_and_event() {
    let shop = shop().await;
    let proof = |amount: &str, currency: &str, livemode: &str, session: &str, event: &str| {
        format!(
            "{CAPTURE} select o.id, {session}, 'pi_x', {event}, {amount}, {currency}, {livemode},
             now()
             from orders o join checkout_sessions s on s.order_id = o.id
             where o.payment_state = 'awaiting_payment'"
        )
    };
    let event = "(select id from stripe_events limit 1)";
    let fits = [
        "o.total_minor",
        "o.currency",
        "o.livemode",
        "s.session_id",
        event,
    ];
    for (at, wrong, reason) in [
        (0, "o.total_minor - 1", "captures_order_id_amount_minor"),
        (1, "'eur'", "captures_order_id_amount_minor"),
        (2, "not o.livemode", "captures_order_id_amount_minor"),
        (3, "'cs_somebody_elses'", "captures_order_id_session_id"),
        (4, "'evt_never_seen'", "captures_event_id"),
    ] {
        let mut parts = fits;
        parts[at] = wrong;
        refused(
            &shop.app.db,
            reason,
            &proof(parts[0], parts[1], parts[2], parts[3], parts[4]),
        )
        .await;
    }
    let mut tx = shop.app.db.begin().await.unwrap();
    let good = proof(fits[0], fits[1], fits[2], fits[3], fits[4]);
    assert_eq!(
        tx.execute(sqlx::AssertSqlSafe(good))
            .await
            .unwrap()
            .rows_affected(),
        1,
        "one that fits is taken"
    );
}

#[tokio::test]
async fn one_capture_for_an_order_and_it_is_never_changed() {
    let shop = shop().await;
    refused(
        &shop.app.db,
        "captures_pkey",
        &format!(
            "{CAPTURE} select order_id, 'cs_2', 'pi_2', event_id, amount_minor, currency, \
             livemode, now() from captures"
        ),
    )
    .await;
    refused(
        &shop.app.db,
        "append-only",
        "update captures set amount_minor = 1",
    )
    .await;
    refused(&shop.app.db, "append-only", "delete from captures").await;
}

#[tokio::test]
async fn one_key_for_ever() {
    let shop = shop().await;
    let other = format!(
        "{CALL} select c.order_id, l.id, gen_random_uuid(), now() from captures c join lines l on \
         l.order_id = c.order_id and l.position = 1"
    );
    shop.run("alter table supplier_calls disable trigger guard_supplier_calls")
        .await;
    refused(
        &shop.app.db,
        "supplier_calls_line_id_idempotency_key",
        &other,
    )
    .await;
    refused(
        &shop.app.db,
        "never change",
        "update lines set idempotency_key = gen_random_uuid()",
    )
    .await;
}

#[tokio::test]
async fn paid_needs_a_capture_and_is_for_ever() {
    let shop = shop().await;
    refused(
        &shop.app.db,
        "paid without a capture",
        "update orders set payment_state = 'paid', paid_at = now()
         where payment_state = 'awaiting_payment'",
    )
    .await;
    refused(
        &shop.app.db,
        "paid is for ever",
        "update orders set payment_state = 'failed', paid_at = null where payment_state = 'paid'",
    )
    .await;
    refused(
        &shop.app.db,
        "begins unpaid",
        "insert into orders (id, order_number, token, buyer_hash, kind, locale, device_ok_at,
           currency, total_minor, livemode, payment_state, created_at, paid_at)
         values (gen_random_uuid(), 'E1', 't', '', 'new', 'en', now(), 'usd', 1, false, 'paid',
           now(), now())",
    )
    .await;
}

#[tokio::test]
async fn the_outcome_of_a_line_is_decided_once() {
    let shop = shop().await;
    refused(
        &shop.app.db,
        "decided once",
        "update lines set outcome = 'refund', state = 'refused' where outcome = 'deliver'",
    )
    .await;
    refused(
        &shop.app.db,
        "decided once",
        "update lines set outcome = null, outcome_at = null, state = 'ordering'
         where outcome = 'deliver'",
    )
    .await;
    refused(
        &shop.app.db,
        "no outcome before the capture",
        "update lines set outcome = 'deliver', outcome_at = now() where outcome is null",
    )
    .await;
    refused(
        &shop.app.db,
        "lines_check",
        "update lines set state = 'delivered' where outcome is null",
    )
    .await;
}

#[tokio::test]
async fn no_call_after_an_outcome_or_under_a_hold_or_before_the_capture() {
    let shop = shop().await;
    let call = |when: &str| {
        format!(
            "{CALL} select c.order_id, l.id, l.idempotency_key, {when} from captures c join lines \
             l on l.order_id = c.order_id and l.position = 1"
        )
    };
    refused(&shop.app.db, "outcome deliver", &call("now()")).await;
    shop.run(
        "alter table lines disable trigger guard_lines; update lines
         set outcome = null, outcome_at = null, state = 'ordering' where false",
    )
    .await;
    shop.run(
        "delete from packages; delete from esims; update lines
           set state = 'ordering', outcome = null,
         outcome_at = null; alter table lines enable trigger guard_lines",
    )
    .await;
    refused(
        &shop.app.db,
        "before its capture",
        &call("c.captured_at - interval '1 second'"),
    )
    .await;
    refused(
        &shop.app.db,
        "too old to be repeated",
        &call("l.created_at + interval '5 months 1 day'"),
    )
    .await;
    shop.run(HOLD).await;
    refused(&shop.app.db, "held t", &call("now()")).await;
}

#[tokio::test]
async fn refunds_never_exceed_the_capture_and_one_is_live_per_line() {
    let shop = shop().await;
    let refund = |amount: &str, attempt: i32| {
        format!(
            "insert into refunds (id, order_id, line_id, attempt, idempotency_key, amount_minor,
               currency, cause, state, created_at, updated_at)
             select gen_random_uuid(), c.order_id, l.id, {attempt}, 'rf:{attempt}', {amount},
             c.currency, 'operator', 'intent', now(), now()
             from captures c join lines l on l.order_id = c.order_id and l.position = 1"
        )
    };
    refused(
        &shop.app.db,
        "exceed the capture",
        &refund("c.amount_minor + 1", 1),
    )
    .await;
    shop.app
        .db
        .execute(sqlx::AssertSqlSafe(refund("1", 1)))
        .await
        .unwrap();
    refused(
        &shop.app.db,
        "one_unsettled_refund_per_line",
        &refund("1", 2),
    )
    .await;
    refused(
        &shop.app.db,
        "refunds_line_id_outcome_fkey",
        "update refunds set cause = 'undeliverable', outcome = 'refund'",
    )
    .await;
}

#[tokio::test]
async fn an_order_has_one_payable_page() {
    let shop = shop().await;
    let second = "insert into checkout_sessions (order_id, try, idempotency_key, success_url,
                             cancel_url, expires_at, created_at)
                  select id, 2, 'cs:2', '', '', now(), now() from orders
                  where payment_state = 'awaiting_payment'";
    refused(&shop.app.db, "one_payable_session", second).await;
}

#[tokio::test]
async fn history_is_append_only() {
    let shop = shop().await;
    refused(
        &shop.app.db,
        "append-only",
        "update order_events set event = 'x'",
    )
    .await;
    refused(&shop.app.db, "append-only", "delete from order_events").await;
    refused(
        &shop.app.db,
        "order_events_actor_check",
        "insert into order_events (order_id, at, event, actor) select id, now(), 'x', 'nobody'
         from orders",
    )
    .await;
}

#[tokio::test]
async fn a_hold_is_of_one_reason_ends_once_and_is_never_forgotten() {
    let shop = shop().await;
    let db = &shop.app.db;
    shop.run(HOLD).await;
    let again = "insert into holds (order_id, line_id, reason, why, source, opened_at)
                 select order_id, line_id, reason, why, source, now() from holds";
    refused(db, "one_open_hold_per_reason", again).await;
    refused(
        db,
        "holds_reason_check",
        &again.replace(
            "line_id, reason, why, source, now()",
            "line_id, 'a whim', why, source, now()",
        ),
    )
    .await;
    refused(
        db,
        "holds_line_id_order_id_fkey",
        &again.replace(
            "order_id, line_id, reason, why, source, now()",
            "order_id, gen_random_uuid(), reason, why, source, now()",
        ),
    )
    .await;
    refused(db, "never forgotten", "delete from holds").await;
    refused(
        db,
        "nothing else of it changes",
        "update holds set reason = 'review'",
    )
    .await;
    refused(db, "holds_check", "update holds set ended_at = now()").await;
    shop.run(RELEASE).await;
    refused(
        db,
        "ends once",
        "update holds set ended_at = null, ended_by = null",
    )
    .await;
}

#[tokio::test]
async fn a_guard_that_is_off_is_noticed_whichever_it_is() {
    let shop = shop().await;
    let db = &shop.app.db;
    assert!(
        esim_storefront::db::schema::guards_down(db)
            .await
            .unwrap()
            .is_empty()
    );
    for (table, guard) in [
        ("cancellations", "guard_cancellations"),
        ("cancellations", "guard_promises"),
        ("lines", "guard_lines"),
    ] {
        db.execute(sqlx::AssertSqlSafe(format!(
            "alter table {table} disable trigger {guard}"
        )))
        .await
        .unwrap();
        assert_eq!(
            esim_storefront::db::schema::guards_down(db).await.unwrap(),
            [guard]
        );
        db.execute(sqlx::AssertSqlSafe(format!(
            "alter table {table} enable trigger {guard}"
        )))
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn nothing_is_written_for_a_test_order_that_ended_as_the_shop_went_live() {
    let shop = shop().await;
    let real = "set local session_replication_role = replica; update orders set livemode = true, \
                test_ended_at = now()";
    refused(&shop.app.db, "orders_check", real).await;
    shop.run(
        "update orders
         set test_ended_at = now(); alter table supplier_calls disable trigger guard_supplier_calls").await;
    let line = "from lines l join captures c on c.order_id = l.order_id";
    for sql in [
        format!("{CALL} select l.order_id, l.id, l.idempotency_key, now() {line}"),
        format!(
            "insert into refunds (id, order_id, line_id, attempt, idempotency_key, amount_minor,
               currency, cause, state, created_at, updated_at)
             select gen_random_uuid(), l.order_id, l.id, 7, 'rf:' || l.id || ':7', 1, 'usd',
             'operator', 'intent', now(), now() {line}"
        ),
        format!(
            "insert into cancellations (line_id, order_id, supplier_order_id, refund_minor,
               fee_minor, asked_at)
             select l.id, l.order_id, s.supplier_order_id, l.price_minor, 0, now() {line}
             join supplier_orders s on s.line_id = l.id"
        ),
    ] {
        refused(&shop.app.db, "a test order that has ended", &sql).await;
    }
}
