//! Pretend money: how many eSIMs it bought on a day (table `test_days`), and the end of every test
//! order when the shop goes live.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::{PgConnection, Result};
use uuid::Uuid;

/// Whether a call is the only one that was ever written for its line.
pub async fn is_first_call(db: &mut PgConnection, line_id: Uuid) -> Result<bool> {
    sqlx::query_scalar!(
        r#"select count(*) = 1 as "first!" from supplier_calls where line_id = $1"#,
        line_id
    )
    .fetch_one(db)
    .await
}

/// Counts one more eSIM or top-up of this day; `false` when `most` were counted, and then nothing
/// is.
pub async fn count(db: &mut PgConnection, day: NaiveDate, most: u32) -> Result<bool> {
    let counted = sqlx::query!(
        "insert into test_days (day, bought) select $1, 1 where $2::bigint > 0
         on conflict (day) do update set bought = test_days.bought + 1 where test_days.bought < $2",
        day,
        i64::from(most)
    )
    .execute(db)
    .await?;
    Ok(counted.rows_affected() == 1)
}

/// Test orders that have not ended. No other transaction may change them until this one ends.
pub async fn lock_tests(db: &mut PgConnection) -> Result<Vec<Uuid>> {
    sqlx::query_scalar!(
        "select id from orders where not livemode and test_ended_at is null order by id for update"
    )
    .fetch_all(db)
    .await
}

/// A row in the history for each line whose goods or money were still open, with what is left at
/// the supplier.
pub async fn record_event(
    db: &mut PgConnection,
    orders: &[Uuid],
    now: DateTime<Utc>,
) -> Result<u64> {
    let told = sqlx::query!(
        "insert into order_events (order_id, line_id, at, event, detail, actor)
         select l.order_id, l.id, $2, 'test_ended',
                'the shop takes real payments now'
                    || coalesce('; sold at the supplier and not ended: '
                                || (select string_agg(so.supplier_order_id, ', '
                                    order by so.supplier_order_id) from supplier_orders so
                                    where so.line_id = l.id and so.terminated_at is null
                                    and l.outcome is distinct from 'deliver'), ''),
                'worker'
         from lines l join orders o on o.id = l.order_id
         where o.id = any ($1)
           and ((l.outcome is null
               and o.payment_state in ('awaiting_payment', 'processing', 'paid'))
                or exists (select from refunds r where r.line_id = l.id
                  and r.state in ('intent', 'pending', 'requires_action'))
                or exists (select from cancellations x where x.line_id = l.id
                  and x.state = 'asked'))
         order by l.order_id, l.position",
        orders,
        now
    )
    .execute(db)
    .await?;
    Ok(told.rows_affected())
}

/// Drops what was still to be done for these orders at Stripe or at the supplier.
pub async fn drop_jobs(db: &mut PgConnection, orders: &[Uuid]) -> Result<()> {
    sqlx::query!(
        "delete from jobs j
         where (j.kind in ('order', 'read_page', 'refunds', 'fee')
           and j.subject in (select o::text from unnest($1::uuid[]) o))
            or (j.kind in ('cancel', 'line')
              and j.subject in (select l.id::text from lines l where l.order_id = any ($1)))
            or (j.kind = 'terminate'
              and j.subject in (select so.supplier_order_id from supplier_orders so
              where so.order_id = any ($1)))",
        orders
    )
    .execute(db)
    .await
    .map(drop)
}

/// Ends these orders: their payment pages are closed, and nobody is called for them.
pub async fn end(db: &mut PgConnection, orders: &[Uuid], now: DateTime<Utc>) -> Result<()> {
    sqlx::query!(
        "update checkout_sessions set state = 'closed' where order_id = any ($1)
         and state <> 'closed'",
        orders
    )
    .execute(&mut *db)
    .await?;
    sqlx::query!(
        "update alerts set resolved_at = $2 where order_id = any ($1) and resolved_at is null",
        orders,
        now
    )
    .execute(&mut *db)
    .await?;
    sqlx::query!(
        "update orders
         set test_ended_at = $2,
             payment_state = case when payment_state in ('awaiting_payment',
               'processing') then 'expired' else payment_state end
         where id = any ($1)",
        orders,
        now
    )
    .execute(db)
    .await
    .map(drop)
}
