-- For operators: views only. No activation code, token, hash or payload is reachable from here.

create schema ops;
comment on schema ops is 'What operators read. Role ops_reader may read these views and nothing else.';

create function ops.money(minor bigint, currency text) returns text language sql immutable as $$
    select case
        when minor is null then null
        when upper(currency) in ('BIF','CLP','DJF','GNF','JPY','KMF','KRW','MGA','PYG','RWF','VND','VUV','XAF','XOF','XPF')
            then minor::text || ' ' || upper(currency)
        else trim(to_char(minor / 100.0, 'FM999999999990.00')) || ' ' || upper(currency)
    end
$$;
comment on function ops.money is 'Minor units, as Stripe counts them, in words: 14.40 USD.';

create view ops.orders as
with goods as (
    select l.order_id,
           count(*) as lines,
           count(*) filter (where l.state = 'delivered') as delivered_lines,
           count(*) filter (where l.outcome = 'refund') as refused_lines,
           count(*) filter (where l.state = 'ordering') as ordering_lines,
           max(l.delivered_at) as delivered_at
    from lines l group by l.order_id
), paid_back as (
    select r.order_id,
           coalesce(sum(r.amount_minor) filter (where r.state in ('pending', 'requires_action', 'succeeded')), 0)::bigint as refunded_minor,
           max(r.settled_at) as refunded_at,
           bool_or(r.state in ('intent', 'pending', 'requires_action')) as under_way
    from refunds r group by r.order_id
)
select o.order_number,
       o.id as order_id,
       o.kind,
       o.payment_state,
       case
           when o.attention is not null and (o.hold is not null or g.delivered_lines + g.refused_lines < g.lines) then 'needs_attention'
           when g.delivered_lines = g.lines then 'delivered'
           when g.refused_lines = g.lines and not coalesce(p.under_way, false) and coalesce(p.refunded_minor, 0) > 0 then 'refunded'
           when g.refused_lines > 0 and g.delivered_lines + g.refused_lines = g.lines and not coalesce(p.under_way, false)
               and g.delivered_lines > 0 then 'partly_delivered'
           when g.refused_lines > 0 and g.delivered_lines + g.refused_lines = g.lines then 'refunding'
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
       o.attention,
       s.session_id as stripe_session_id,
       o.stripe_payment_intent_id
from orders o
join goods g on g.order_id = o.id
left join paid_back p on p.order_id = o.id
left join lateral (select session_id from checkout_sessions where order_id = o.id order by try desc limit 1) s on true;

create view ops.order_lines as
select o.order_number,
       l.id as line_id,
       l.position,
       l.operation,
       l.product_id,
       l.plan_name,
       l.state,
       l.idempotency_key,
       so.supplier_order_id,
       coalesce(e.iccid, so.iccid, l.target_iccid) as iccid,
       (select count(*) from supplier_calls c where c.line_id = l.id) as attempts,
       coalesce(l.outcome_reason, l.last_error) as last_error,
       l.supplier_unknown,
       l.price_minor,
       ops.money(l.price_minor, o.currency) as price,
       l.delivered_at
from lines l
join orders o on o.id = l.order_id
left join supplier_orders so on so.line_id = l.id and not so.orphan
left join esims e on e.line_id = l.id;

create view ops.order_timeline as
select o.order_number, e.at, e.event, l.position, e.detail, e.actor
from order_events e
join orders o on o.id = e.order_id
left join lines l on l.id = e.line_id
order by e.order_id, e.id;

create view ops.stuck_orders as
select * from ops.orders
where attention is not null
   or (payment_state = 'paid' and delivery_state in ('waiting', 'ordering', 'partly_delivered')
       and delivered_lines < lines and paid_at < now() - interval '10 minutes'
       and exists (select from lines l where l.order_id = orders.order_id and l.outcome is null))
   or (payment_state = 'paid' and delivery_state = 'refunding' and paid_at < now() - interval '1 day');

create view ops.refunds as
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
       r.settled_at
from refunds r
join orders o on o.id = r.order_id
left join lines l on l.id = r.line_id;

-- Costs are the supplier's prices as they were when the order was placed, in the supplier's currency; the margin is known only
-- where both currencies are the same.
create view ops.books as
with goods as (
    select l.order_id,
           count(*) filter (where so.supplier_order_id is not null) as supplier_orders,
           sum(case when so.supplier_order_id is not null then round(l.cost::numeric * 100) else 0 end)::bigint as cost_hundredths,
           min(l.cost_currency) as cost_currency,
           count(*) filter (where l.outcome = 'deliver' and so.supplier_order_id is null) as delivered_without_order,
           count(*) filter (where l.operation = 'NEW' and l.state = 'delivered' and e.id is null) as delivered_without_esim,
           coalesce(sum(l.price_minor) filter (where l.outcome = 'refund'), 0) as owed_back
    from lines l
    left join supplier_orders so on so.line_id = l.id and not so.orphan
    left join esims e on e.line_id = l.id
    group by l.order_id
), orphans as (
    select order_id, count(*) as open from supplier_orders where orphan and terminated_at is null group by order_id
), paid_back as (
    select order_id, sum(amount_minor) filter (where state in ('intent', 'pending', 'requires_action', 'succeeded'))::bigint as minor
    from refunds group by order_id
)
select o.order_number,
       c.amount_minor as captured_minor,
       coalesce(p.minor, 0) as refunded_minor,
       g.supplier_orders,
       case when g.cost_currency = upper(o.currency) then g.cost_hundredths end as cost_minor,
       case when g.cost_currency = upper(o.currency) then c.amount_minor - coalesce(p.minor, 0) - g.cost_hundredths end as margin_minor,
       ops.money(c.amount_minor, o.currency) as captured,
       ops.money(coalesce(p.minor, 0), o.currency) as refunded,
       upper(o.currency) as currency,
       case
           when c.amount_minor <> o.total_minor then 'captured another amount than the order''s'
           when coalesce(p.minor, 0) > c.amount_minor then 'more refunded than captured'
           when g.owed_back > coalesce(p.minor, 0) then 'a refused line is not refunded'
           when g.delivered_without_order > 0 then 'delivered without an order at the supplier'
           when g.delivered_without_esim > 0 then 'delivered without an eSIM'
           when coalesce(x.open, 0) > 0 then 'bought at the supplier for nobody and not ended'
       end as mismatch
from captures c
join orders o on o.id = c.order_id
join goods g on g.order_id = o.id
left join orphans x on x.order_id = o.id
left join paid_back p on p.order_id = o.id;

create view ops.daily_sales as
select (o.paid_at at time zone 'utc')::date as day,
       b.currency,
       count(*) as orders,
       sum(b.captured_minor)::bigint as gross_minor,
       sum(b.refunded_minor)::bigint as refunded_minor,
       sum(b.cost_minor)::bigint as cost_minor,
       sum(b.margin_minor)::bigint as margin_minor,
       ops.money(sum(b.captured_minor)::bigint, b.currency) as gross
from ops.books b
join orders o on o.order_number = b.order_number
group by 1, 2
order by 1 desc, 2;

comment on view ops.orders is 'An order: where its money and its goods are.';
comment on view ops.order_lines is 'One eSIM or top-up of an order, with its key at the supplier.';
comment on view ops.order_timeline is 'What happened to an order, in order.';
comment on view ops.stuck_orders is 'Orders that a person must look at. Empty is healthy.';
comment on view ops.refunds is 'Money that goes back.';
comment on view ops.books is 'Each captured order against refunds and supplier orders; mismatch is null when they agree.';
comment on view ops.daily_sales is 'Captured orders of a day (UTC) and currency.';

do $$
declare
    meaning constant jsonb := '{
        "order_number": "What people call the order, e.g. E10001.", "order_id": "The order''s id; Stripe has it as client_reference_id.",
        "kind": "new or topup.", "payment_state": "awaiting_payment, processing, paid, expired or failed.",
        "delivery_state": "waiting, ordering, delivered, partly_delivered, refunding, refunded or needs_attention.",
        "customer_email": "As typed on Stripe''s page; null until paid.", "currency": "ISO 4217.",
        "total_minor": "The order''s total in minor units as Stripe counts them.", "total": "The total in words.",
        "refunded_minor": "Minor units that have gone back or that Stripe has in hand (in books: also decided ones).", "refunded": "The same in words.",
        "lines": "eSIMs or top-ups ordered.", "delivered_lines": "Those delivered.", "created_at": "When it was written.",
        "paid_at": "When the capture was proved.", "delivered_at": "When the (last) line was delivered.", "refunded_at": "When the last refund was done.",
        "attention": "Why a person must look; null when nobody must.", "stripe_session_id": "cs_… of the payment page.",
        "stripe_payment_intent_id": "pi_… of the payment.", "line_id": "The line''s id.", "position": "1 to 9 within the order; null for the whole order.",
        "operation": "NEW or TOPUP.", "product_id": "The supplier''s product.", "plan_name": "As the traveller read it.",
        "state": "How far it is.", "idempotency_key": "The one key of every attempt to buy this line.",
        "supplier_order_id": "The supplier''s order.", "iccid": "The eSIM.", "attempts": "Calls to the supplier.",
        "last_error": "Why it is not here, or was refused.", "supplier_unknown": "Refunded though the supplier may have sold it.",
        "price_minor": "Paid for this line, minor units.", "price": "The same in words.", "at": "When.", "event": "What.",
        "detail": "More.", "actor": "traveller, stripe, supplier, worker or operator:<name>.", "amount_minor": "Minor units.",
        "amount": "The same in words.", "cause": "undeliverable, cancelled, operator, fraud or dashboard.", "reason": "Why, in words.",
        "stripe_refund_id": "re_…", "line_position": "The line, null for the whole order.", "settled_at": "When Stripe called it done.",
        "captured_minor": "Captured, minor units.", "captured": "The same in words.", "supplier_orders": "Orders at the supplier that stand.",
        "cost_minor": "Their price when ordered; null when the supplier charges in another currency.",
        "margin_minor": "Captured less refunded less cost; null as cost_minor.", "mismatch": "Why the books do not agree; null when they do.",
        "day": "UTC.", "orders": "How many.", "gross_minor": "Captured, minor units.", "gross": "The same in words."
    }';
    c record;
begin
    for c in select table_name, column_name from information_schema.columns where table_schema = 'ops' loop
        execute format('comment on column ops.%I.%I is %L', c.table_name, c.column_name, meaning ->> c.column_name);
    end loop;
end $$;

-- The role belongs to the whole server: another shop's database may have made it, and a managed server may not let us.
do $$
begin
    create role ops_reader nologin;
exception
    when duplicate_object or unique_violation then null;
    when insufficient_privilege then raise notice 'role ops_reader could not be made: create it, then grant usage on schema ops and select on its views';
end $$;
do $$
begin
    if exists (select from pg_roles where rolname = 'ops_reader') then
        grant usage on schema ops to ops_reader;
        grant select on all tables in schema ops to ops_reader;
    end if;
end $$;
