//! What `/metrics` shows of the tables: one question, each part of it by an index that holds only
//! what is open. Reads only.

use chrono::{DateTime, Utc};
use sqlx::{PgPool, Result};

/// One figure.
#[derive(Debug, Clone)]
pub struct Figure {
    /// What is counted.
    pub name: String,
    /// Of which sort; empty where there is only one.
    pub sort: String,
    /// How many, how old, how large.
    pub value: i64,
}

/// All of them at once. What is not there is 0.
pub async fn read(db: &PgPool, now: DateTime<Utc>) -> Result<Vec<Figure>> {
    sqlx::query_as!(
        Figure,
        r#"with due as (
             select lane, count(*) as jobs,
             extract(epoch from $1::timestamptz - min(run_at))::bigint as oldest
             from jobs where run_at <= $1 and (leased_until is null or leased_until <= $1)
             group by lane)
           select 'alerts_open' as "name!", kind as "sort!", count(*) as "value!" from alerts
           where resolved_at is null group by kind
           union all select 'mails_unsent', state, count(*) from mails where state <> 'sent'
           group by state
           union all select 'refunds_unsettled', state, count(*) from refunds r
                     where state in ('intent', 'pending', 'requires_action')
                        or (state = 'failed' and line_id is not null
                          and line_back(line_id) < amount_minor
                            and not exists (select from refunds later
                              where later.line_id = r.line_id and later.attempt > r.attempt))
                     group by state
           union all select 'orders_held', reason, count(*) from holds where ended_at is null
           group by reason
           union all select 'jobs_due', lane, jobs from due
           union all select 'jobs_oldest_seconds', lane, oldest from due
           union all select 'stuck_orders', '', count(*) from ops.stuck_orders
           union all select 'oldest_open_order_seconds', '',
           coalesce(extract(epoch from $1 - min(o.paid_at)), 0)::bigint
                     from lines l join orders o on o.id = l.order_id
                     where l.outcome is null and not l.unpaid and o.payment_state = 'paid'
                     and o.test_ended_at is null
           union all select 'supplier_breaker', case when open_since is null then 'closed'
           when half_open_at is null then 'open' else 'half_open' end, 1
                     from breakers where partner = 'supplier'
           union all select 'recovering', '', count(*) from recovery
           union all select 'alert_posts_waiting', '', count(*) from alert_posts
           where state = 'queued'
           union all select 'sales_stopped', '',
           (coalesce(sales_stopped_at, stopped_by_hand_at) is not null)::int::bigint
           from catalogue_state
           union all select 'catalogue_age_seconds', '', extract(epoch from $1 - synced_at)::bigint
           from catalogue_state where synced_at is not null
           union all select 'database_size_bytes', '', pg_database_size(current_database())
           union all select 'database_transactions_total', '', xact_commit + xact_rollback
           from pg_stat_database where datname = current_database()"#,
        now
    )
    .fetch_all(db)
    .await
}
