-- Everyday questions stay quick when there are a million orders: one order, one eSIM, one person, what is stuck, the newest.

create index orders_by_time on orders (created_at desc);

-- Whether the order's page closed without money. So the many lines that were never paid for are told from the few whose outcome is open.
alter table lines add column unpaid boolean not null default false;
update lines l set unpaid = true from orders o where o.id = l.order_id and o.payment_state in ('expired', 'failed');
create function mark_unpaid() returns trigger language plpgsql as $$
begin
    update lines set unpaid = new.payment_state in ('expired', 'failed') where order_id = new.id;
    return null;
end $$;
-- Paid wins, also over a page that had closed.
create trigger mark_unpaid after update of payment_state on orders for each row
    when (new.payment_state <> old.payment_state
          and (new.payment_state in ('expired', 'failed') or old.payment_state in ('expired', 'failed')))
    execute function mark_unpaid();
create index lines_undecided on lines (order_id) where outcome is null and not unpaid;

-- The few that may be stuck are picked first, and only those are looked at; "offset 0" keeps the planner from looking at all of them after all.
create or replace view ops.stuck_orders as
select o.*
from (select id from public.orders where attention is not null
      union select order_id from holds where ended_at is null
      union select order_id from refunds where state <> 'succeeded'
      union select order_id from lines where outcome is null and not unpaid) c
cross join lateral (select * from ops.orders one where one.order_id = c.id offset 0) o
where o.test_ended_at is null
  and (o.attention is not null
       or (o.payment_state = 'paid' and o.delivery_state in ('waiting', 'ordering', 'partly_delivered')
           and o.delivered_lines < o.lines and o.paid_at < now() - interval '10 minutes'
           and exists (select from public.lines l where l.order_id = o.order_id and l.outcome is null))
       or (o.payment_state = 'paid' and o.delivery_state = 'refunding' and o.paid_at < now() - interval '1 day'));

-- Two columns say together which lines are undecided, and each by itself says little: without this the few are taken for many.
create statistics lines_undecided_together (mcv) on outcome, unpaid from lines;

-- None of these questions is worth compiling a program for.
do $$
begin
    execute format('alter database %I set jit = off', current_database());
exception when insufficient_privilege then
    raise notice 'jit stays as it is';
end $$;

-- An eSIM's number stands in three places. Each is asked by itself and with its order, so that both numbers lead straight to their rows.
create view line_iccids as
select l.id as line_id, l.order_id, o.order_number, o.kind, o.currency, o.livemode, o.test_ended_at, e.iccid
from lines l join orders o on o.id = l.order_id join esims e on e.line_id = l.id
union all
select l.id, l.order_id, o.order_number, o.kind, o.currency, o.livemode, o.test_ended_at, so.iccid
from lines l join orders o on o.id = l.order_id join supplier_orders so on so.line_id = l.id and not so.orphan
where so.iccid is not null and not exists (select from esims e where e.line_id = l.id)
union all
select l.id, l.order_id, o.order_number, o.kind, o.currency, o.livemode, o.test_ended_at, l.target_iccid
from lines l join orders o on o.id = l.order_id
where not exists (select from esims e where e.line_id = l.id)
  and not exists (select from supplier_orders so where so.line_id = l.id and not so.orphan and so.iccid is not null);

create or replace view ops.order_lines as
select i.order_number,
       l.id as line_id,
       l.position,
       l.operation,
       l.product_id,
       l.plan_name,
       case when i.test_ended_at is not null and l.outcome is null then 'test_ended' else l.state end as state,
       l.idempotency_key,
       so.supplier_order_id,
       i.iccid,
       (select count(*) from supplier_calls c where c.line_id = l.id) as attempts,
       coalesce(l.outcome_reason, l.last_error) as last_error,
       l.supplier_unknown,
       l.price_minor,
       ops.money(l.price_minor, i.currency) as price,
       l.delivered_at,
       m.cost,
       m.cost_currency,
       m.rate,
       m.cost_minor,
       case when i.livemode then 'live' else 'test' end as mode
from line_iccids i
join lines l on l.id = i.line_id
join line_money m on m.line_id = l.id
left join supplier_orders so on so.line_id = l.id and not so.orphan;

create or replace view ops.esim_timeline as
select m.iccid, e.at, m.order_number, m.kind, e.event, e.detail, e.actor, case when m.livemode then 'live' else 'test' end as mode
from (
    select o.order_number, o.kind, o.livemode, l.order_id, l.id as line_id, s.iccid
    from esims s join lines l on l.id = s.line_id join orders o on o.id = l.order_id
    union all
    select o.order_number, o.kind, o.livemode, l.order_id, l.id, l.target_iccid
    from lines l join orders o on o.id = l.order_id
    where l.target_iccid is not null and not exists (select from esims s where s.line_id = l.id)
) m
join order_events e on e.order_id = m.order_id and (e.line_id is null or e.line_id = m.line_id)
order by m.iccid, e.at, e.id;
