-- By whose link a buyer came: for commissions. Nothing of the buyer; it stays as it was at the pay button.
create table partner_orders (
    order_id uuid primary key references orders (id) on delete cascade,
    via      text not null check (via ~ '^[a-z0-9][a-z0-9._-]{0,39}$')
);
-- It may go with an order that nothing was ever captured for.
create trigger guard_partner_orders before update or delete on partner_orders for each row execute function guard_consents();

create view ops.partner_orders as
select b.order_number,
       p.via,
       b.captured_at as paid_at,
       b.mode,
       b.currency,
       b.captured_minor as gross_minor,
       b.refunded_minor,
       b.margin_minor,
       b.captured as gross
from partner_orders p
join orders o on o.id = p.order_id
join ops.books b on b.order_number = o.order_number
order by b.captured_at desc;

create view ops.sales_by_partner as
select date_trunc('month', paid_at at time zone 'utc')::date as month,
       mode,
       currency,
       via,
       count(*) as orders,
       sum(gross_minor)::bigint as gross_minor,
       sum(refunded_minor)::bigint as refunded_minor,
       case when bool_and(margin_minor is not null) then sum(margin_minor) end::bigint as margin_minor,
       ops.money(sum(gross_minor)::bigint, currency) as gross,
       ops.money(sum(refunded_minor)::bigint, currency) as refunded
from ops.partner_orders
group by 1, 2, 3, 4
order by 1 desc, 2, 3, 6 desc, 4;

comment on view ops.partner_orders is 'Each paid order that began with a partner''s link (?via=…).';
comment on view ops.sales_by_partner is 'What was paid after a partner''s link in a month of UTC; modes and currencies apart.';
do $$
declare
    meaning constant jsonb := '{
        "order_number": "The order.", "via": "The partner, as the link named it.", "paid_at": "When its payment was proved.",
        "month": "The first day of the month, by UTC.", "mode": "live: real money; test: Stripe''s test mode. Figures never mix the two.",
        "currency": "ISO 4217: what was charged.", "orders": "How many orders.", "gross_minor": "Paid, minor units.", "gross": "The same in words.",
        "refunded_minor": "Minor units that went back, are on their way, or are decided to go.", "refunded": "The same in words.",
        "margin_minor": "What is left, minor units, before any commission; null when it is not known."
    }';
    c record;
begin
    for c in select table_name, column_name from information_schema.columns
        where table_schema = 'ops' and table_name in ('partner_orders', 'sales_by_partner') loop
        execute format('comment on column ops.%I.%I is %L', c.table_name, c.column_name, meaning ->> c.column_name);
    end loop;
    if exists (select from pg_roles where rolname = 'ops_reader') then
        grant select on ops.partner_orders, ops.sales_by_partner to ops_reader;
    end if;
end $$;
