-- The tax in what was paid: reckoned once at the capture, and never again.
create table order_taxes (
    order_id    uuid        primary key references captures (order_id),
    tax_minor   bigint      not null check (tax_minor >= 0),
    -- The rate of the owner's table; Stripe's own reckoning has none.
    percent     numeric     check (percent >= 0 and percent <= 100),
    source      text        not null check (source in ('table', 'stripe')),
    reckoned_at timestamptz not null,
    check ((source = 'table') = (percent is not null))
);

create function guard_order_taxes() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        raise exception '% is append-only', tg_table_name using errcode = 'check_violation';
    end if;
    if new.tax_minor > (select amount_minor from captures where order_id = new.order_id) then
        raise exception 'more tax than was paid (order %)', new.order_id using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger guard_order_taxes before insert or update or delete on order_taxes for each row execute function guard_order_taxes();

-- Stripe is asked for the same page in the same words, whatever [tax] says meanwhile.
alter table checkout_sessions add column automatic_tax boolean not null default false;

-- Tax leaves the margin.
create or replace view ops.books as
select o.order_number,
       c.amount_minor as captured_minor,
       s.refunded_minor,
       g.supplier_orders,
       k.minor as cost_minor,
       c.amount_minor - k.minor - coalesce(f.fee_minor, 0) - tax.minor - s.refunded_minor - s.owed_minor as margin_minor,
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
       tax.minor as tax_minor,
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
left join fees f on f.order_id = c.order_id
left join order_taxes v on v.order_id = c.order_id
-- What goes back takes its share of the tax with it.
join lateral (
    select coalesce(round(v.tax_minor::numeric * greatest(c.amount_minor - s.refunded_minor - s.owed_minor, 0) / nullif(c.amount_minor, 0)), 0)::bigint
               as minor
) tax on true;

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
       sum(b.owed_minor)::bigint as owed_minor,
       sum(b.tax_minor)::bigint as tax_minor
from ops.books b
group by 1, 2, b.mode
order by 1 desc, 2;

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
       o.test_ended_at,
       v.tax_minor,
       v.percent as tax_percent
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
left join lateral (select session_id from checkout_sessions where order_id = o.id order by try desc limit 1) s on true
left join order_taxes v on v.order_id = o.id;

comment on column ops.orders.tax_minor is 'The tax in what was paid, as on the receipt, minor units; null where none was reckoned.';
comment on column ops.orders.tax_percent is 'At which rate; null where Stripe reckoned it.';
comment on column ops.books.tax_minor is 'The tax in what is kept, minor units: of the tax in the payment the same share as of the payment.';
comment on column ops.daily_sales.tax_minor is 'The tax in what is kept, minor units.';
