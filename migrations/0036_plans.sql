-- What each plan costs, sells for and leaves, and what was sold by plan and by the buyer's country.

-- Written down by the worker whenever the shelf or the price rules change: prices are made in the shop, not in the database.
create table plan_prices (
    product_id   text        primary key references products (product_id),
    plan_name    text        not null,
    -- A country's or a region's slug; null for a product that has no place on the shelf.
    destination  text,
    currency     text        not null check (currency = upper(currency)),
    cost_minor   bigint,
    price_minor  bigint,
    fee_minor    bigint,
    margin_minor bigint,
    why_off      text,
    priced_at    timestamptz not null,
    check ((price_minor is null) = (why_off is not null))
);
comment on table plan_prices is 'Every product that the supplier lists, as the price rules see it.';

-- A part of a whole, in such a way that the parts add up to it: `upto` is what the parts so far come to, this one included.
create function ops.share(amount bigint, part bigint, upto bigint, whole bigint) returns bigint language sql immutable as $$
    select (round(amount::numeric * upto / whole) - round(amount::numeric * (upto - part) / whole))::bigint
$$;
comment on function ops.share is 'A part of an amount; the parts add up to it.';

create view ops.plans as
select p.product_id,
       coalesce(t.plan_name, p.name) as plan_name,
       t.destination,
       p.cost::numeric as cost,
       p.cost_currency,
       case when p.withdrawn_at is null then t.cost_minor end as cost_minor,
       case when p.withdrawn_at is null then t.price_minor end as price_minor,
       t.currency,
       case when p.withdrawn_at is null then t.fee_minor end as fee_minor,
       case when p.withdrawn_at is null then t.margin_minor end as margin_minor,
       coalesce(s.sold, 0) as sold_30d,
       p.withdrawn_at is null and t.price_minor is not null as on_shelf,
       case
           when p.withdrawn_at is not null then 'the supplier no longer lists it'
           when t.product_id is null then 'it has not been priced yet: the worker does that within a minute'
           else t.why_off
       end as why_off,
       case when p.withdrawn_at is null then ops.money(t.price_minor, t.currency) end as price,
       case when p.withdrawn_at is null then ops.money(t.cost_minor, t.currency) end as cost_in_shop_currency,
       case when p.withdrawn_at is null then ops.money(t.fee_minor, t.currency) end as fee,
       case when p.withdrawn_at is null then ops.money(t.margin_minor, t.currency) end as margin,
       t.priced_at
from products p
left join plan_prices t on t.product_id = p.product_id
left join (
    select l.product_id, count(*) as sold
    from captures c join lines l on l.order_id = c.order_id
    where c.captured_at > now() - interval '30 days' and (c.livemode or not exists (select from captures where livemode))
    group by l.product_id
) s on s.product_id = p.product_id;

-- Each order's money, for each of the products in it.
create view sold_products as
with goods as (
    select l.order_id, l.product_id, min(l.plan_name) as plan_name, count(*) as lines, sum(l.price_minor)::bigint as price
    from lines l join captures c on c.order_id = l.order_id group by 1, 2
), placed as (
    select g.*,
           (sum(g.price) over (partition by g.order_id order by g.product_id))::bigint as upto,
           (sum(g.price) over (partition by g.order_id))::bigint as whole
    from goods g
)
select (date_trunc('month', b.captured_at at time zone 'utc'))::date as month,
       b.mode,
       b.currency,
       g.product_id,
       g.plan_name,
       o.customer_country as country,
       g.lines,
       ops.share(b.captured_minor, g.price, g.upto, g.whole) as gross_minor,
       ops.share(b.cost_minor, g.price, g.upto, g.whole) as cost_minor,
       ops.share(b.fee_minor, g.price, g.upto, g.whole) as fee_minor,
       ops.share(b.refunded_minor, g.price, g.upto, g.whole) as refunded_minor,
       ops.share(b.margin_minor, g.price, g.upto, g.whole) as margin_minor
from placed g
join orders o on o.id = g.order_id
join ops.books b on b.order_number = o.order_number;

create view ops.sales_by_plan as
select month,
       mode,
       currency,
       product_id,
       sum(lines)::bigint as lines,
       sum(gross_minor)::bigint as gross_minor,
       case when bool_and(cost_minor is not null) then sum(cost_minor) end::bigint as cost_minor,
       sum(fee_minor)::bigint as fee_minor,
       sum(refunded_minor)::bigint as refunded_minor,
       case when bool_and(margin_minor is not null) then sum(margin_minor) end::bigint as margin_minor,
       max(plan_name) as plan_name,
       ops.money(sum(gross_minor)::bigint, currency) as gross,
       case when bool_and(margin_minor is not null) then ops.money(sum(margin_minor)::bigint, currency) end as margin
from sold_products
group by month, mode, currency, product_id
order by month desc, mode, currency, gross_minor desc, product_id;

create view ops.sales_by_country as
select month,
       mode,
       currency,
       country,
       sum(lines)::bigint as lines,
       sum(gross_minor)::bigint as gross_minor,
       case when bool_and(cost_minor is not null) then sum(cost_minor) end::bigint as cost_minor,
       sum(fee_minor)::bigint as fee_minor,
       sum(refunded_minor)::bigint as refunded_minor,
       case when bool_and(margin_minor is not null) then sum(margin_minor) end::bigint as margin_minor,
       ops.money(sum(gross_minor)::bigint, currency) as gross,
       case when bool_and(margin_minor is not null) then ops.money(sum(margin_minor)::bigint, currency) end as margin
from sold_products
group by month, mode, currency, country
order by month desc, mode, currency, gross_minor desc, country;

comment on view ops.plans is 'Each product of the supplier: what it costs, sells for and leaves, and why it is off the shelf if it is.';
comment on view ops.sales_by_plan is 'What was paid for each plan in a month of UTC; modes and currencies apart.';
comment on view ops.sales_by_country is 'What was paid from each billing country in a month of UTC; modes and currencies apart.';
do $$
declare
    meaning constant jsonb := '{
        "product_id": "The supplier''s product.", "plan_name": "As travellers read it in English.",
        "destination": "The country or region on whose page it stands, as in its address; null when it has none.",
        "cost": "What the supplier takes, in its own money.", "cost_currency": "The supplier''s currency.",
        "cost_minor": "What the supplier takes, in minor units of the shop''s currency; null when it is not known.",
        "price_minor": "What it sells for, minor units; null while it is off the shelf.", "currency": "ISO 4217: what is charged.",
        "fee_minor": "What Stripe takes, minor units; null while it is not known. Of a plan: estimated by [pricing] card_fee_percent and card_fee_fixed, null where neither is set.",
        "margin_minor": "What is left: price less cost and fee, of sales also less tax, refunds and what is owed. A fee that is not known is left out; null when the cost is not known.",
        "sold_30d": "How many eSIMs and top-ups of it were paid for in the last 30 days: with real money, or in tests where no real money was ever taken.",
        "on_shelf": "Whether it is for sale.", "why_off": "Why it is not; null while it is.",
        "price": "The price in words.", "cost_in_shop_currency": "The cost in words, in the shop''s currency.", "fee": "The fee in words.",
        "margin": "The margin in words.", "priced_at": "When this was last found different.",
        "month": "The first day of the month, by UTC.", "mode": "live: real money; test: Stripe''s test mode. Figures never mix the two.",
        "country": "The buyer''s billing country, two letters; null where it is not known.", "lines": "How many eSIMs and top-ups.",
        "gross_minor": "Paid, minor units.", "gross": "The same in words.",
        "refunded_minor": "Minor units that went back, are on their way, or are decided to go."
    }';
    c record;
begin
    for c in select table_name, column_name from information_schema.columns
        where table_schema = 'ops' and table_name in ('plans', 'sales_by_plan', 'sales_by_country') loop
        execute format('comment on column ops.%I.%I is %L', c.table_name, c.column_name, meaning ->> c.column_name);
    end loop;
    if exists (select from pg_roles where rolname = 'ops_reader') then
        grant select on ops.plans, ops.sales_by_plan, ops.sales_by_country to ops_reader;
    end if;
end $$;
