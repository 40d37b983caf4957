-- Fills an empty, migrated database with orders :from to :to, as the shop itself would have left them: three of ten were never paid, most are
-- delivered, some were refunded, and the last few are under way. Triggers and keys are not asked (they have been, in the tests), so that a
-- million takes minutes. Not for a database that anybody needs.
set session_replication_role = replica;
set synchronous_commit = off;
set maintenance_work_mem = '256MB';

-- In the order of time, as the shop's own ids are.
create or replace function pg_temp.id(kind int, n bigint) returns uuid language sql immutable as $$
    select (lpad(to_hex(1700000000000 + n * 40), 12, '0') || '7' || lpad(to_hex(kind), 3, '0') || '8' || lpad(to_hex(n), 15, '0'))::uuid
$$;
create or replace function pg_temp.at(n bigint) returns timestamptz language sql stable as $$
    select now() - interval '1 hour' - ((select current_setting('grow.last')::bigint) - n) * interval '30 seconds'
$$;
select set_config('grow.last', :'to', false) as last \gset

create temp table n as
select i, i % 10 < 7 as paid, i % 10 < 7 and i % 200 = 1 as refunded, i % 10 < 7 and i > :to - 20 as open
from generate_series(:from::bigint, :to::bigint) i;

insert into orders (id, order_number, token, buyer_hash, kind, locale, customer_email, device_ok_at, currency, total_minor, livemode,
                    payment_state, stripe_payment_intent_id, created_at, paid_at)
select pg_temp.id(1, i), 'E' || (10000 + i), md5('order ' || i), decode(md5('buyer ' || i % 300000) || md5('buyer'), 'hex'), 'new', 'en',
       case when paid then 'traveller' || i % 300000 || '@example.com' end, pg_temp.at(i), 'usd', 1440, true,
       case when paid then 'paid' else 'expired' end, case when paid then 'pi_' || i end, pg_temp.at(i),
       case when paid then pg_temp.at(i) + interval '1 minute' end
from n;
insert into lines (id, order_id, position, operation, product_id, plan_name, plan, price_minor, cost, cost_currency, idempotency_key, state,
                   outcome, outcome_at, delivered_at, created_at, unpaid)
select pg_temp.id(2, i), pg_temp.id(1, i), 1, 'NEW', 'esimfx_10G_7D_JP', 'Japan · 10 GB · 7 days',
       '{"id": "esimfx_10G_7D_JP", "name": "japan_10GB_7Day", "coverage": ["JP"], "days": 7, "networks": []}', 1440, '12', 'USD', pg_temp.id(3, i),
       case when not paid or open then 'waiting' when refunded then 'refused' else 'delivered' end,
       case when not paid or open then null when refunded then 'refund' else 'deliver' end,
       case when paid and not open then pg_temp.at(i) + interval '90 seconds' end,
       case when paid and not open and not refunded then pg_temp.at(i) + interval '90 seconds' end, pg_temp.at(i), not paid
from n;
insert into checkout_sessions (order_id, try, idempotency_key, success_url, cancel_url, expires_at, state, session_id, url, created_at)
select pg_temp.id(1, i), 1, 'cs:' || i || ':1', 'https://esim.example.com/orders/' || i, 'https://esim.example.com/', pg_temp.at(i),
       'closed', 'cs_' || i, 'https://checkout.stripe.com/c/' || i, pg_temp.at(i)
from n;
insert into stripe_events (id, type, object_id, livemode, source, payload, created_at, received_at, processed_at, effect)
select 'evt_' || i, 'checkout.session.completed', 'cs_' || i, true, 'push', repeat('{"id":"evt"}', 60), pg_temp.at(i), pg_temp.at(i),
       pg_temp.at(i), 'paid'
from n where paid;
insert into captures (order_id, session_id, payment_intent_id, event_id, amount_minor, currency, livemode, captured_at)
select pg_temp.id(1, i), 'cs_' || i, 'pi_' || i, 'evt_' || i, 1440, 'usd', true, pg_temp.at(i) + interval '1 minute' from n where paid;
insert into fees (order_id, state, fee_minor, stripe_fee, fee_currency, exchange_rate, read_at)
select pg_temp.id(1, i), 'known', 72, 72, 'usd', null, pg_temp.at(i) from n where paid;
insert into supplier_calls (order_id, line_id, idempotency_key, started_at, finished_at, result, code)
select pg_temp.id(1, i), pg_temp.id(2, i), pg_temp.id(3, i), pg_temp.at(i) + interval '80 seconds', pg_temp.at(i) + interval '90 seconds',
       case when refunded then 'refused' else 'done' end, '0'
from n where paid and not open;
insert into line_costs (line_id, cost, cost_currency, currency, rate, cost_minor, read_at, booked_at)
select pg_temp.id(2, i), '12', 'USD', 'usd', 1, 1200, pg_temp.at(i), pg_temp.at(i) from n where paid and not open;
insert into supplier_orders (supplier_order_id, line_id, order_id, iccid, status, seen_at)
select 'o-' || i, pg_temp.id(2, i), pg_temp.id(1, i), '89' || lpad(i::text, 17, '0'), 'COMPLETED', pg_temp.at(i)
from n where paid and not open and not refunded;
insert into esims (id, iccid, line_id, activation_code, status, created_at)
select pg_temp.id(4, i), '89' || lpad(i::text, 17, '0'), pg_temp.id(2, i), 'LPA:1$rsp.example.com$GROWN-' || i, 'PROVISIONED', pg_temp.at(i)
from n where paid and not open and not refunded;
insert into packages (supplier_order_id, iccid, status, ends_at, seen_at)
select 'o-' || i, '89' || lpad(i::text, 17, '0'), 'ACTIVE', pg_temp.at(i) + interval '7 days', pg_temp.at(i)
from n where paid and not open and not refunded;
insert into refunds (id, order_id, line_id, outcome, attempt, idempotency_key, amount_minor, currency, cause, state, stripe_refund_id, created_at,
                     updated_at, settled_at)
select pg_temp.id(5, i), pg_temp.id(1, i), pg_temp.id(2, i), 'refund', 1, 'rf:' || i || ':1', 1440, 'usd', 'undeliverable', 'succeeded', 're_' || i,
       pg_temp.at(i), pg_temp.at(i), pg_temp.at(i)
from n where refunded and not open;
insert into order_events (order_id, line_id, at, event, detail, actor)
select pg_temp.id(1, i), null, pg_temp.at(i), e.event, 'as it was', e.actor
from n, unnest(array['placed', 'paid', 'ordering', 'delivered', 'mailed'], array['traveller', 'stripe', 'worker', 'supplier', 'worker'])
    with ordinality e(event, actor, step)
where (paid or step = 1) and (not open or step <= 2);
insert into mails (id, order_id, kind, subject, to_address, locale, state, attempts, created_at, sent_at)
select pg_temp.id(6, i), pg_temp.id(1, i), 'delivered', pg_temp.id(1, i)::text, 'traveller' || i % 300000 || '@example.com', 'en', 'sent', 1,
       pg_temp.at(i), pg_temp.at(i)
from n where paid and not open;
insert into alerts (kind, subject, severity, what, mend, since, last_seen, resolved_at)
select 'stuck_order', 'E' || (10000 + i), 'critical', 'it was', 'it is over', pg_temp.at(i), pg_temp.at(i), pg_temp.at(i) from n where i % 50 = 0;
insert into jobs (kind, subject, run_at, created_at) select 'order', pg_temp.id(1, i)::text, now() + interval '1 hour', now() from n where open;
drop table n;
vacuum analyze;
