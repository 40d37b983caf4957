//! What Postgres refuses to book to a line of the money that went back outside the shop, and to
//! change of what people did.

use sqlx::Executor;

use crate::support::{PLAN, Shop};

/// Two refunds made in the Dashboard, of 1500 and of 300, and one of ours for the second line.
const REFUNDS: &str = "
    insert into refunds (id, attempt, amount_minor, currency, state, created_at, updated_at,
      order_id, line_id, idempotency_key, cause, stripe_refund_id)
    select '00000000-0000-0000-0000-000000000001', 1, 1500, 'usd', 'succeeded', now(), now(),
    order_id, null, null, 'dashboard', 're_1' from captures;
    insert into refunds (id, attempt, amount_minor, currency, state, created_at, updated_at,
      order_id, line_id, idempotency_key, cause, stripe_refund_id)
    select '00000000-0000-0000-0000-000000000002', 1, 300, 'usd', 'succeeded', now(), now(),
    order_id, null, null, 'dashboard', 're_2' from captures;
    insert into refunds (id, attempt, amount_minor, currency, state, created_at, updated_at,
      order_id, line_id, idempotency_key, cause, stripe_refund_id)
    select '00000000-0000-0000-0000-000000000003', 1, 100, 'usd', 'succeeded', now(), now(),
    c.order_id, l.id, 'rf:3', 'operator', 're_3'
    from captures c join lines l on l.order_id = c.order_id where l.position = 2";

fn booking(refund: u8, amount: u32, line: &str) -> String {
    format!(
        "insert into refund_bookings (refund_id, line_id, amount_minor, booked_at, booked_by)
         select '00000000-0000-0000-0000-00000000000{refund}', l.id, {amount}, now(), 'ada'
         from orders o join lines l on l.order_id = o.id where {line}"
    )
}

#[tokio::test]
async fn what_went_back_elsewhere_is_booked_to_a_line_of_its_order_once_and_never_more_of_it_than_there_is()
 {
    let shop = Shop::open().await;
    let mut sarah = shop.browser();
    shop.buy(&mut sarah, PLAN, 2).await;
    shop.settle().await;
    shop.check_out(&mut sarah, PLAN, 1).await;
    shop.run(REFUNDS).await;
    let refused = async |why: &str, sql: &str| {
        let mut tx = shop.app.db.begin().await.unwrap();
        let error = tx
            .execute(sqlx::AssertSqlSafe(sql.to_owned()))
            .await
            .expect_err(sql)
            .to_string();
        assert!(error.contains(why), "{sql}: {error}");
    };
    let (first, second, anothers) = (
        "l.state = 'delivered' and position = 1",
        "l.state = 'delivered' and position = 2",
        "o.payment_state = 'awaiting_payment'",
    );
    refused(
        "only money that went back for the order itself",
        &booking(3, 50, second),
    )
    .await;
    refused(
        "only money that went back for the order itself",
        &booking(1, 50, anothers),
    )
    .await;
    refused(
        "more booked than went back, or than the line cost",
        &booking(1, 1441, first),
    )
    .await;
    refused(
        "more booked than went back, or than the line cost",
        &booking(2, 301, first),
    )
    .await;
    shop.app
        .db
        .execute(sqlx::AssertSqlSafe(booking(1, 1200, first)))
        .await
        .unwrap();
    refused(
        "more booked than went back, or than the line cost",
        &booking(1, 301, second),
    )
    .await;
    refused(
        "more booked than went back, or than the line cost",
        &booking(2, 241, first),
    )
    .await;
    refused(
        "a booking stays as it is",
        "update refund_bookings set amount_minor = 1",
    )
    .await;
    refused("a booking stays as it is", "delete from refund_bookings").await;
    shop.app
        .db
        .execute(sqlx::AssertSqlSafe(booking(2, 240, first)))
        .await
        .unwrap();
}

#[tokio::test]
async fn what_people_did_to_the_shop_stays_written() {
    let shop = Shop::open().await;
    shop.run("insert into audit (at, actor, act) values (now(), 'operator:olga', 'sales stopped')")
        .await;
    for sql in [
        "update audit set actor = 'operator:ada'",
        "delete from audit",
    ] {
        let error = shop.app.db.execute(sql).await.expect_err(sql).to_string();
        assert!(
            error.contains("what was done stays written"),
            "{sql}: {error}"
        );
    }
}
