-- The views again, now that lines can be given back; and what becomes of eSIMs after the sale.

create or replace view ops.orders as
with goods as (
    select l.order_id,
           count(*) as lines,
           count(*) filter (where l.state = 'delivered') as delivered_lines,
           count(*) filter (where l.outcome = 'refund' or l.state = 'cancelled') as returned_lines,
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
           when o.attention is not null and (o.hold is not null or g.delivered_lines + g.returned_lines < g.lines) then 'needs_attention'
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
       o.attention,
       s.session_id as stripe_session_id,
       o.stripe_payment_intent_id
from orders o
join goods g on g.order_id = o.id
left join paid_back p on p.order_id = o.id
left join lateral (select session_id from checkout_sessions where order_id = o.id order by try desc limit 1) s on true;

create or replace view ops.order_timeline as
select o.order_number, e.at, e.event, l.position, e.detail, e.actor, coalesce(s.iccid, l.target_iccid) as iccid
from order_events e
join orders o on o.id = e.order_id
left join lines l on l.id = e.line_id
left join esims s on s.line_id = l.id
order by e.order_id, e.id;

-- An order for three eSIMs tells the same beginning for each of them; a top-up's order belongs to the eSIM that it tops up.
create view ops.esim_timeline as
select m.iccid, e.at, o.order_number, o.kind, e.event, e.detail, e.actor
from (
    select l.order_id, l.id as line_id, coalesce(s.iccid, l.target_iccid) as iccid
    from lines l left join esims s on s.line_id = l.id
    where coalesce(s.iccid, l.target_iccid) is not null
) m
join orders o on o.id = m.order_id
join order_events e on e.order_id = m.order_id and (e.line_id is null or e.line_id = m.line_id)
order by m.iccid, e.at, e.id;

create view ops.packages as
select p.iccid,
       o.order_number,
       l.position as line_position,
       l.operation,
       l.plan_name,
       p.supplier_order_id,
       p.status,
       p.used,
       p.allowance,
       p.unit,
       p.start_by,
       p.started_at,
       p.ends_at,
       p.seen_at
from packages p
left join supplier_orders so on so.supplier_order_id = p.supplier_order_id
left join lines l on l.id = so.line_id
left join orders o on o.id = l.order_id
order by p.iccid, p.bought_at;

create view ops.cancellations as
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
       c.decided_at
from cancellations c
join orders o on o.id = c.order_id
join lines l on l.id = c.line_id
left join esims s on s.line_id = l.id;

-- What was given back and paid back by the supplier has cost nothing; what it kept stays a cost.
create or replace view ops.books as
with goods as (
    select l.order_id,
           count(*) filter (where so.supplier_order_id is not null and so.terminated_at is null) as supplier_orders,
           sum(case when so.supplier_order_id is not null and not coalesce(x.state = 'ended' and x.need_refund, false)
               then round(l.cost::numeric * 100) else 0 end)::bigint as cost_hundredths,
           min(l.cost_currency) as cost_currency,
           count(*) filter (where l.outcome = 'deliver' and so.supplier_order_id is null) as delivered_without_order,
           count(*) filter (where l.operation = 'NEW' and l.state = 'delivered' and e.id is null) as delivered_without_esim,
           count(*) filter (where l.state = 'cancelled' and so.terminated_at is null) as cancelled_without_end,
           count(*) filter (where l.state = 'delivered' and so.terminated_at is not null) as ended_without_cancellation,
           coalesce(sum(case when l.outcome = 'refund' then l.price_minor when l.state = 'cancelled' then x.refund_minor end), 0) as owed_back
    from lines l
    left join supplier_orders so on so.line_id = l.id and not so.orphan
    left join esims e on e.line_id = l.id
    left join cancellations x on x.line_id = l.id
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
           when g.owed_back > coalesce(p.minor, 0) then 'a refused or returned line is not refunded'
           when g.delivered_without_order > 0 then 'delivered without an order at the supplier'
           when g.delivered_without_esim > 0 then 'delivered without an eSIM'
           when g.cancelled_without_end > 0 then 'given back and not ended at the supplier'
           when g.ended_without_cancellation > 0 then 'ended at the supplier and not given back'
           when coalesce(x.open, 0) > 0 then 'bought at the supplier for nobody and not ended'
       end as mismatch
from captures c
join orders o on o.id = c.order_id
join goods g on g.order_id = o.id
left join orphans x on x.order_id = o.id
left join paid_back p on p.order_id = o.id;

comment on view ops.esim_timeline is 'What happened to one eSIM, in order: the order that bought it, its use, its top-ups, what was given back.';
comment on view ops.packages is 'Each package on each eSIM, as the supplier last showed it.';
comment on view ops.cancellations is 'What travellers gave back, what they were promised, and what became of it.';

do $$
declare
    meaning constant jsonb := '{
        "order_number": "What people call the order; null for a package that was not bought here.", "iccid": "The eSIM.", "at": "When.",
        "kind": "new or topup.", "event": "What.", "detail": "More.", "actor": "traveller, stripe, supplier, worker or operator:<name>.",
        "line_position": "The line of its order.", "operation": "NEW or TOPUP.", "plan_name": "As the traveller read it.",
        "supplier_order_id": "The supplier''s order.", "status": "PENDING, ACTIVE, EXPIRED or TERMINATED, as the supplier said last.",
        "used": "Used, in unit.", "allowance": "Bought, in unit.", "unit": "Byte, MB, GB, or Days for unlimited plans.",
        "start_by": "The last day it can be started.", "started_at": "First connection at the destination; only once started.",
        "ends_at": "The end of its validity as far as known.", "seen_at": "When the supplier said so.",
        "state": "asked; ended: given back; kept: nothing was ended.", "amount_minor": "What was promised, minor units.", "amount": "The same in words.",
        "fee_minor": "What is kept of the price, minor units.", "fee": "The same in words.",
        "need_refund": "Whether the supplier gives its price back; null when it did not say.", "reason": "Why nothing was ended.",
        "asked_at": "When the traveller asked.", "decided_at": "When it was ended or kept."
    }';
    c record;
begin
    for c in select table_name, column_name from information_schema.columns
        where table_schema = 'ops' and table_name in ('esim_timeline', 'packages', 'cancellations') loop
        execute format('comment on column ops.%I.%I is %L', c.table_name, c.column_name, meaning ->> c.column_name);
    end loop;
    comment on column ops.order_timeline.iccid is 'The eSIM that the line is about; null for the whole order.';
    comment on column ops.books.supplier_orders is 'Orders at the supplier that stand.';
    comment on column ops.refunds.cause is 'undeliverable; cancelled: given back unused; operator; fraud; dashboard.';
end $$;

do $$
begin
    if exists (select from pg_roles where rolname = 'ops_reader') then
        grant select on all tables in schema ops to ops_reader;
    end if;
end $$;
