-- Pretend money apart from real money, and books in the shop's own money.

-- Set when the shop goes live: a test order is over then, whatever is left of it. Nothing is asked for it any more, neither of Stripe nor of
-- the supplier, and nobody is called for it.
alter table orders add column test_ended_at timestamptz check (test_ended_at is null or not livemode);
create index orders_of_tests on orders (id) where not livemode and test_ended_at is null;

-- How many eSIMs and top-ups were asked for with pretend money on a day of UTC. Counted in the transaction of the call, over all replicas.
create table test_days (
    day    date    primary key,
    bought bigint  not null check (bought > 0)
);

create function guard_test_orders() returns trigger language plpgsql as $$
declare
    ended timestamptz;
begin
    select test_ended_at into ended from orders where id = new.order_id for update;
    if ended is not null then
        raise exception 'a test order that has ended, as the shop went live (order %)', new.order_id using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger guard_test_calls before insert on supplier_calls for each row execute function guard_test_orders();
create trigger guard_test_refunds before insert on refunds for each row execute function guard_test_orders();
create trigger guard_test_cancellations before insert on cancellations for each row execute function guard_test_orders();

-- Stripe's fee for each capture, by its balance transaction. `forbidden`: the key may not read it. `unread`: Stripe has none to show.
create table fees (
    order_id      uuid        primary key references captures (order_id),
    state         text        not null check (state in ('known', 'forbidden', 'unread')),
    -- In the order's currency.
    fee_minor     bigint,
    -- As Stripe took it, in the currency that the account is paid out in; the rate is what one of the buyer's money was worth in it.
    stripe_fee    bigint,
    fee_currency  text        check (fee_currency = lower(fee_currency)),
    exchange_rate numeric     check (exchange_rate > 0),
    read_at       timestamptz not null,
    check ((state = 'known') = (fee_minor is not null)),
    check ((fee_minor is null) = (stripe_fee is null)),
    check ((stripe_fee is null) = (fee_currency is null))
);
create index fees_forbidden on fees (read_at) where state = 'forbidden';

create function ops.minor_units(currency text) returns numeric language sql immutable as $$
    select case
        when upper(currency) in ('BIF','CLP','DJF','GNF','JPY','KMF','KRW','MGA','PYG','RWF','VND','VUV','XAF','XOF','XPF') then 1
        else 100
    end
$$;
comment on function ops.minor_units is 'How many minor units, as Stripe counts them, one unit of a currency has.';

-- What a line costs at the supplier, as booked at its purchase or else as it was quoted, and how often that is to be paid: nothing for what
-- it gave back or never sold.
create view line_money as
select l.id as line_id,
       l.order_id,
       coalesce(c.cost, l.cost)::numeric as cost,
       coalesce(c.cost_currency, l.cost_currency) as cost_currency,
       case when c.line_id is not null then c.rate when l.cost_currency = upper(o.currency) then 1 end as rate,
       case
           when c.line_id is not null then c.cost_minor
           when l.cost_currency = upper(o.currency) then round(l.cost::numeric * ops.minor_units(o.currency))::bigint
       end as cost_minor,
       (select count(*) from supplier_orders so
        where so.line_id = l.id
          and case when so.orphan then so.terminated_at is null
                   else not exists (select from cancellations x where x.line_id = l.id and x.state = 'ended' and x.need_refund) end)
           as paid_for
from lines l
join orders o on o.id = l.order_id
left join line_costs c on c.line_id = l.id;

-- What of a line's price belongs to its traveller again, sent or not: all of one that never came, what was promised for one that was given
-- back, and what came back of a refund that nobody has sent again.
create view line_returns as
select l.id as line_id,
       l.order_id,
       case
           when l.outcome = 'refund' then l.price_minor
           when l.state = 'cancelled' then least(l.price_minor, x.refund_minor + coalesce(r.besides, 0))
           else least(l.price_minor, coalesce(r.live, 0) + case when r.came_back then r.last_minor else 0 end)
       end::bigint as due_minor
from lines l
left join cancellations x on x.line_id = l.id
left join lateral (
    select sum(amount_minor) filter (where state not in ('failed', 'canceled')) as live,
           sum(amount_minor) filter (where state not in ('failed', 'canceled') and cause <> 'cancelled') as besides,
           (array_agg(amount_minor order by attempt desc))[1] as last_minor,
           -- One that was called off before Stripe knew of it is owed to nobody.
           (array_agg(state = 'failed' or (state = 'canceled' and stripe_refund_id is not null) order by attempt desc))[1] as came_back
    from refunds where line_id = l.id
) r on true;

-- One order is found by its number or address without reading the others.
create index supplier_orders_by_line on supplier_orders (line_id);
create index supplier_orders_by_order on supplier_orders (order_id);
create index refunds_unsettled on refunds (order_id) where state <> 'succeeded';
create index orders_that_call on orders (id) where attention is not null;

create or replace view ops.orders as
select o.order_number,
       o.id as order_id,
       o.kind,
       o.payment_state,
       case
           when o.test_ended_at is not null and (g.delivered_lines + g.returned_lines < g.lines or coalesce(p.under_way, false))
               then 'test_ended'
           when h.reasons is not null or (o.attention is not null and g.delivered_lines + g.returned_lines < g.lines) then 'needs_attention'
           when g.delivered_lines = g.lines then 'delivered'
           when g.returned_lines = g.lines and not coalesce(p.under_way, false) and coalesce(p.refunded_minor, 0) > 0 then 'refunded'
           when g.returned_lines > 0 and g.delivered_lines + g.returned_lines = g.lines and not coalesce(p.under_way, false)
               and g.delivered_lines > 0 then 'partly_delivered'
           when g.returned_lines > 0 and g.delivered_lines + g.returned_lines = g.lines then 'refunding'
           when g.delivered_lines > 0 then 'partly_delivered'
           when g.ordering_lines > 0 then 'ordering'
           else 'waiting'
       end as delivery_state,
       o.customer_email,
       upper(o.currency) as currency,
       o.total_minor,
       ops.money(o.total_minor, o.currency) as total,
       coalesce(p.refunded_minor, 0) as refunded_minor,
       ops.money(coalesce(p.refunded_minor, 0), o.currency) as refunded,
       g.lines,
       g.delivered_lines,
       o.created_at,
       o.paid_at,
       g.delivered_at,
       p.refunded_at,
       case
           when o.test_ended_at is not null then null
           when h.reasons is null then o.attention
           else concat_ws('; ', h.why, o.attention)
       end as attention,
       s.session_id as stripe_session_id,
       o.stripe_payment_intent_id,
       coalesce(h.reasons, '{}') as holds,
       f.fee_minor,
       case when o.livemode then 'live' else 'test' end as mode,
       o.test_ended_at
from orders o
join lateral (
    select count(*) as lines,
           count(*) filter (where l.state = 'delivered') as delivered_lines,
           count(*) filter (where l.outcome = 'refund' or l.state = 'cancelled') as returned_lines,
           count(*) filter (where l.state = 'ordering') as ordering_lines,
           max(l.delivered_at) as delivered_at
    from lines l where l.order_id = o.id
) g on true
join lateral (
    select sum(r.amount_minor) filter (where r.state in ('pending', 'requires_action', 'succeeded'))::bigint as refunded_minor,
           max(r.settled_at) as refunded_at,
           bool_or(r.state in ('intent', 'pending', 'requires_action')) as under_way
    from refunds r where r.order_id = o.id
) p on true
join lateral (
    select array_agg(distinct h.reason order by h.reason) as reasons, string_agg(h.why, '; ' order by h.opened_at, h.id) as why
    from holds h where h.order_id = o.id and h.ended_at is null
) h on true
left join fees f on f.order_id = o.id
left join lateral (select session_id from checkout_sessions where order_id = o.id order by try desc limit 1) s on true;

-- What is over as the shop went live needs nobody. The orders that may be stuck are picked first, so that the many at rest are not looked at.
create or replace view ops.stuck_orders as
select * from ops.orders
where order_id in (
        select id from public.orders where attention is not null
        union all select order_id from holds where ended_at is null
        union all select order_id from refunds where state <> 'succeeded'
        union all select l.order_id from lines l join public.orders o on o.id = l.order_id where l.outcome is null and o.payment_state = 'paid')
  and test_ended_at is null
  and (attention is not null
       or (payment_state = 'paid' and delivery_state in ('waiting', 'ordering', 'partly_delivered')
           and delivered_lines < lines and paid_at < now() - interval '10 minutes'
           and exists (select from public.lines l where l.order_id = orders.order_id and l.outcome is null))
       or (payment_state = 'paid' and delivery_state = 'refunding' and paid_at < now() - interval '1 day'));

create or replace view ops.order_lines as
select o.order_number,
       l.id as line_id,
       l.position,
       l.operation,
       l.product_id,
       l.plan_name,
       case when o.test_ended_at is not null and l.outcome is null then 'test_ended' else l.state end as state,
       l.idempotency_key,
       so.supplier_order_id,
       coalesce(e.iccid, so.iccid, l.target_iccid) as iccid,
       (select count(*) from supplier_calls c where c.line_id = l.id) as attempts,
       coalesce(l.outcome_reason, l.last_error) as last_error,
       l.supplier_unknown,
       l.price_minor,
       ops.money(l.price_minor, o.currency) as price,
       l.delivered_at,
       m.cost,
       m.cost_currency,
       m.rate,
       m.cost_minor,
       case when o.livemode then 'live' else 'test' end as mode
from lines l
join orders o on o.id = l.order_id
join line_money m on m.line_id = l.id
left join supplier_orders so on so.line_id = l.id and not so.orphan
left join esims e on e.line_id = l.id;

create or replace view ops.order_timeline as
select o.order_number, e.at, e.event, l.position, e.detail, e.actor, coalesce(s.iccid, l.target_iccid) as iccid,
       case when o.livemode then 'live' else 'test' end as mode
from order_events e
join orders o on o.id = e.order_id
left join lines l on l.id = e.line_id
left join esims s on s.line_id = l.id
order by e.order_id, e.id;

create or replace view ops.esim_timeline as
select m.iccid, e.at, o.order_number, o.kind, e.event, e.detail, e.actor, case when o.livemode then 'live' else 'test' end as mode
from (
    select l.order_id, l.id as line_id, coalesce(s.iccid, l.target_iccid) as iccid
    from lines l left join esims s on s.line_id = l.id
    where coalesce(s.iccid, l.target_iccid) is not null
) m
join orders o on o.id = m.order_id
join order_events e on e.order_id = m.order_id and (e.line_id is null or e.line_id = m.line_id)
order by m.iccid, e.at, e.id;

create or replace view ops.refunds as
select o.order_number,
       r.amount_minor,
       upper(r.currency) as currency,
       ops.money(r.amount_minor, r.currency) as amount,
       r.cause,
       r.reason,
       r.state,
       r.stripe_refund_id,
       l.position as line_position,
       r.created_at,
       r.settled_at,
       case when o.livemode then 'live' else 'test' end as mode
from refunds r
join orders o on o.id = r.order_id
left join lines l on l.id = r.line_id;

create or replace view ops.cancellations as
select o.order_number,
       l.position as line_position,
       coalesce(s.iccid, l.target_iccid) as iccid,
       c.supplier_order_id,
       c.state,
       c.refund_minor as amount_minor,
       ops.money(c.refund_minor, o.currency) as amount,
       c.fee_minor,
       ops.money(c.fee_minor, o.currency) as fee,
       c.need_refund,
       c.why as reason,
       c.asked_at,
       c.decided_at,
       case when o.livemode then 'live' else 'test' end as mode
from cancellations c
join orders o on o.id = c.order_id
join lines l on l.id = c.line_id
left join esims s on s.line_id = l.id;

create or replace view ops.books as
select o.order_number,
       c.amount_minor as captured_minor,
       s.refunded_minor,
       g.supplier_orders,
       k.minor as cost_minor,
       c.amount_minor - k.minor - coalesce(f.fee_minor, 0) - s.refunded_minor - s.owed_minor as margin_minor,
       ops.money(c.amount_minor, o.currency) as captured,
       ops.money(s.refunded_minor, o.currency) as refunded,
       upper(o.currency) as currency,
       case
           when o.test_ended_at is not null then null
           when c.amount_minor <> o.total_minor then 'captured another amount than the order''s'
           when s.refunded_minor > c.amount_minor then 'more refunded than captured'
           when s.owed_minor > 0 and g.returned > 0 then 'a refused or returned line is not refunded'
           when s.owed_minor > 0 then 'a refund came back and was not sent again'
           when g.delivered_without_order > 0 then 'delivered without an order at the supplier'
           when g.delivered_without_esim > 0 then 'delivered without an eSIM'
           when g.cancelled_without_end > 0 then 'given back and not ended at the supplier'
           when g.ended_without_cancellation > 0 then 'ended at the supplier and not given back'
           when x.open > 0 then 'bought at the supplier for nobody and not ended'
       end as mismatch,
       f.fee_minor,
       0::bigint as tax_minor,
       s.owed_minor,
       case when o.livemode then 'live' else 'test' end as mode,
       c.captured_at
from captures c
join orders o on o.id = c.order_id
join lateral (
    select count(*) filter (where so.supplier_order_id is not null and so.terminated_at is null) as supplier_orders,
           count(*) filter (where l.outcome = 'deliver' and so.supplier_order_id is null) as delivered_without_order,
           count(*) filter (where l.operation = 'NEW' and l.state = 'delivered' and e.id is null) as delivered_without_esim,
           count(*) filter (where l.state = 'cancelled' and so.terminated_at is null) as cancelled_without_end,
           count(*) filter (where l.state = 'delivered' and so.terminated_at is not null) as ended_without_cancellation,
           count(*) filter (where l.outcome = 'refund' or l.state = 'cancelled') as returned
    from lines l
    left join supplier_orders so on so.line_id = l.id and not so.orphan
    left join esims e on e.line_id = l.id
    where l.order_id = c.order_id
) g on true
-- One cost that is not known makes the sum unknown.
join lateral (
    select case when bool_and(paid_for = 0 or cost_minor is not null) then coalesce(sum(paid_for * cost_minor), 0) end::bigint as minor
    from line_money where order_id = c.order_id
) k on true
join lateral (
    select p.minor as refunded_minor, greatest(t.minor - p.minor, 0) as owed_minor
    from (select coalesce(sum(amount_minor) filter (where state not in ('failed', 'canceled')), 0)::bigint as minor
          from refunds where order_id = c.order_id) p,
         (select coalesce(sum(due_minor), 0)::bigint as minor from line_returns where order_id = c.order_id) t
) s on true
join lateral (select count(*) as open from supplier_orders where order_id = c.order_id and orphan and terminated_at is null) x on true
left join fees f on f.order_id = c.order_id;

create or replace view ops.daily_sales as
select (b.captured_at at time zone 'utc')::date as day,
       b.currency,
       count(*) as orders,
       sum(b.captured_minor)::bigint as gross_minor,
       sum(b.refunded_minor)::bigint as refunded_minor,
       case when bool_and(b.cost_minor is not null) then sum(b.cost_minor) end::bigint as cost_minor,
       case when bool_and(b.margin_minor is not null) then sum(b.margin_minor) end::bigint as margin_minor,
       ops.money(sum(b.captured_minor)::bigint, b.currency) as gross,
       b.mode,
       sum(b.fee_minor)::bigint as fee_minor,
       count(*) filter (where b.fee_minor is null) as fees_unknown,
       sum(b.owed_minor)::bigint as owed_minor
from ops.books b
group by 1, 2, b.mode
order by 1 desc, 2;

do $$
declare
    view text;
    mode constant text := 'live: real money; test: Stripe''s test mode. Figures never mix the two.';
begin
    foreach view in array array['orders', 'stuck_orders', 'order_lines', 'order_timeline', 'esim_timeline', 'refunds', 'cancellations', 'books',
                                'daily_sales'] loop
        execute format('comment on column ops.%I.mode is %L', view, mode);
    end loop;
    foreach view in array array['orders', 'stuck_orders'] loop
        execute format('comment on column ops.%I.fee_minor is %L', view,
                       'What Stripe took of the payment, in minor units of the order''s currency; null while it is not known.');
        execute format('comment on column ops.%I.test_ended_at is %L', view,
                       'When a test order ended, as the shop went live; nothing more happens with it.');
        execute format('comment on column ops.%I.delivery_state is %L', view,
                       'waiting, ordering, delivered, partly_delivered, refunding, refunded, needs_attention or test_ended.');
    end loop;
end $$;
comment on column ops.order_lines.state is 'waiting, ordering, delivered, refused, cancelled or test_ended.';
comment on column ops.order_lines.cost is 'What the supplier takes for it, in its own money: the price at the purchase, before it the quoted one.';
comment on column ops.order_lines.cost_currency is 'The supplier''s currency.';
comment on column ops.order_lines.rate is 'What one of the supplier''s currency was worth in the order''s; null where that was not written down.';
comment on column ops.order_lines.cost_minor is 'The cost in minor units of the order''s currency; null where the rate is.';
comment on column ops.books.cost_minor is 'What the supplier takes for what was bought and not given back to it, in minor units of the order''s currency; null when it is not known.';
comment on column ops.books.fee_minor is 'What Stripe took of the payment, in minor units of the order''s currency; null while it is not known.';
comment on column ops.books.captured_at is 'When the capture was proved.';
comment on column ops.books.tax_minor is 'Tax in the price, minor units.';
comment on column ops.books.owed_minor is 'What belongs to the traveller and neither went back nor is on its way, minor units.';
comment on column ops.books.margin_minor is 'Captured less cost, fee, tax, what went back and what is owed; a fee that is not known is left out, and null when the cost is not known.';
comment on column ops.books.refunded_minor is 'Minor units that went back, are on their way, or are decided to go.';
comment on column ops.daily_sales.cost_minor is 'What the supplier takes, minor units; null when one order''s is not known.';
comment on column ops.daily_sales.margin_minor is 'The sum of the orders'' margins; fees that are not known are left out, and null when one order''s cost is not known.';
comment on column ops.daily_sales.fee_minor is 'What Stripe took, as far as it is known, minor units.';
comment on column ops.daily_sales.fees_unknown is 'Orders whose fee is not known.';
comment on column ops.daily_sales.owed_minor is 'What is owed to travellers and not on its way, minor units.';

do $$
begin
    if exists (select from pg_roles where rolname = 'ops_reader') then
        grant select on all tables in schema ops to ops_reader;
    end if;
end $$;
