//! What Postgres itself refuses of top-ups and cancellations.

use super::structure::{CALL, refused, shop};
use crate::support::{HOLD, RELEASE};
use sqlx::Executor;

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
