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

async fn refused(db: &PgPool, reason: &str, sql: &str) {
    let why = refusal(db, sql).await;
    assert!(why.contains(reason), "refused for another reason: {why}");
}

const CALL: &str = "insert into supplier_calls (order_id, line_id, idempotency_key, started_at) ";
const CAPTURE: &str = "insert into captures (order_id, session_id, payment_intent_id, event_id,
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
async fn an_order_has_one_payable_page() {
    let shop = shop().await;
    let second = "insert into checkout_sessions (order_id, try, idempotency_key, success_url,
                             cancel_url, expires_at, created_at)
                  select id, 2, 'cs:2', '', '', now(), now() from orders
                  where payment_state = 'awaiting_payment'";
    refused(&shop.app.db, "one_payable_session", second).await;
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
async fn a_top_up_is_for_an_esim_of_ours_and_was_offered_lately() {
    let shop = shop().await;
    let topup = |iccid: &str| {
        format!(
            "insert into lines (id, order_id, position, operation, product_id, plan_name, plan,
               price_minor, cost, cost_currency, target_iccid, idempotency_key, created_at)
             select gen_random_uuid(), l.order_id, 9, 'TOPUP', l.product_id, l.plan_name, l.plan,
             l.price_minor, l.cost, l.cost_currency, {iccid}, gen_random_uuid(), now()
             from lines l join captures c on c.order_id = l.order_id where l.position = 1"
        )
    };
    let db = &shop.app.db;
    refused(
        db,
        "lines_target_iccid_fkey",
        &topup("'8944999999999999999'"),
    )
    .await;
    refused(db, "lines_check", &topup("null")).await;
    db.execute(sqlx::AssertSqlSafe(topup("(select min(iccid) from esims)")))
        .await
        .unwrap();
    let call = format!(
        "{CALL} select c.order_id, l.id, l.idempotency_key, now() from captures c join lines l on \
         l.order_id = c.order_id and l.position = 9"
    );
    refused(db, "not offered lately", &call).await;
    shop.run(
        "update lines set topup_checked_at = now() - interval '16 minutes' where position = 9",
    )
    .await;
    refused(db, "not offered lately", &call).await;
    shop.run(
        "update lines set topup_checked_at = now() - interval '14 minutes' where position = 9",
    )
    .await;
    assert_eq!(
        db.execute(sqlx::AssertSqlSafe(call))
            .await
            .unwrap()
            .rows_affected(),
        1,
        "one that was offered lately is asked for"
    );
    refused(
        db,
        "never change",
        "update lines set target_iccid = (select max(iccid) from esims) where position = 9",
    )
    .await;
}

/// The delivered line at position 1 is given back, with this much for the card and this much kept.
fn promise(back: &str, fee: &str) -> String {
    format!(
        "insert into cancellations (line_id, order_id, supplier_order_id, refund_minor, fee_minor,
           asked_at)
         select l.id, l.order_id, s.supplier_order_id, {back}, {fee}, now() from lines l
         join supplier_orders s on s.line_id = l.id where l.position = 1"
    )
}

fn refund_of_it(amount: &str) -> String {
    format!(
        "insert into refunds (id, order_id, line_id, attempt, idempotency_key, amount_minor,
           currency, cause, state, created_at, updated_at)
         select gen_random_uuid(), c.order_id, c.line_id, 1, 'rf:1', {amount}, 'usd', 'cancelled',
         'intent', now(), now() from cancellations c"
    )
}

#[tokio::test]
async fn only_what_was_delivered_and_is_still_paid_for_is_given_back_and_once() {
    let shop = shop().await;
    let db = &shop.app.db;
    for (back, fee) in [("l.price_minor", "1"), ("l.price_minor - 1", "0")] {
        refused(
            db,
            "refund and fee are not what is left of the price",
            &promise(back, fee),
        )
        .await;
    }
    refused(
        db,
        "cancellations_refund_minor_check",
        &promise("0", "l.price_minor"),
    )
    .await;
    refused(
        db,
        "cancellations_fee_minor_check",
        &promise("l.price_minor + 1", "-1"),
    )
    .await;
    let undelivered = "insert into cancellations (line_id, order_id, supplier_order_id,
                         refund_minor, fee_minor, asked_at)
         select l.id, l.order_id, (select min(supplier_order_id) from supplier_orders),
         l.price_minor, 0, now() from lines l where l.state = 'waiting'";
    refused(db, "cannot be given back now", undelivered).await;
    shop.run(HOLD).await;
    refused(
        db,
        "cannot be given back now",
        &promise("l.price_minor", "0"),
    )
    .await;
    shop.run(RELEASE).await;
    let mut tx = db.begin().await.unwrap();
    let operators = "insert into refunds (id, order_id, line_id, attempt, idempotency_key,
                       amount_minor, currency, cause, state, created_at, updated_at)
         select gen_random_uuid(), l.order_id, l.id, 1, 'rf:1', 1, 'usd', 'operator', 'intent',
         now(), now()
         from lines l join captures c on c.order_id = l.order_id where l.position = 1";
    tx.execute(operators).await.unwrap();
    let why = tx
        .execute(sqlx::AssertSqlSafe(promise("l.price_minor", "0")))
        .await
        .unwrap_err()
        .to_string();
    assert!(why.contains("goes back already"), "{why}");
    drop(tx);
    db.execute(sqlx::AssertSqlSafe(promise("l.price_minor - 100", "100")))
        .await
        .unwrap();
    refused(
        db,
        "cancellations_pkey",
        &promise("l.price_minor - 100", "100"),
    )
    .await;
}

#[tokio::test]
async fn nothing_is_ended_without_the_refund_that_was_promised() {
    let shop = shop().await;
    let db = &shop.app.db;
    refused(
        db,
        "not what was promised",
        &refund_of_it("1")
            .replace(
                "from cancellations c",
                "from lines c where c.outcome = 'deliver' limit 1",
            )
            .replace("c.line_id", "c.id"),
    )
    .await;
    db.execute(sqlx::AssertSqlSafe(promise("l.price_minor - 100", "100")))
        .await
        .unwrap();
    refused(
        db,
        "what was promised never changes",
        "update cancellations set refund_minor = refund_minor - 1, fee_minor = fee_minor + 1",
    )
    .await;
    refused(db, "never forgotten", "delete from cancellations").await;
    refused(
        db,
        "without having ended",
        "update lines set state = 'cancelled' where state = 'delivered' and position = 1",
    )
    .await;
    refused(db, "not what was promised", &refund_of_it("c.refund_minor")).await;
    refused(
        db,
        "cancellations_check",
        "update cancellations set state = 'ended'",
    )
    .await;
    refused(
        db,
        "cancellations_check",
        "update cancellations set state = 'kept', decided_at = now()",
    )
    .await;
    let end = "update cancellations set state = 'ended', decided_at = now();
               update lines set state = 'cancelled' where id = (select line_id from cancellations);";
    refused(
        db,
        "without the refund that was promised",
        &format!("{end} set constraints all immediate"),
    )
    .await;
    refused(
        db,
        "not what was promised",
        &format!("{end} {}", refund_of_it("c.refund_minor + 1")),
    )
    .await;
    db.execute(sqlx::AssertSqlSafe(format!(
        "begin; {end} {}; commit",
        refund_of_it("c.refund_minor")
    )))
    .await
    .unwrap();
    refused(
        db,
        "stays so",
        "update lines set state = 'delivered' where state = 'cancelled'",
    )
    .await;
    refused(
        db,
        "decided once",
        "update cancellations set state = 'kept', why = 'x'",
    )
    .await;
    refused(
        db,
        "decided once",
        "update cancellations set state = 'asked', decided_at = null",
    )
    .await;
    refused(
        db,
        "exceed the price of the line",
        &refund_of_it("c.refund_minor").replace(", 1, 'rf:1'", ", 2, 'rf:2'"),
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
