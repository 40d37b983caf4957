-- How often plan pages are opened: a number for a plan and a day, and nothing of who opened them.
create table plan_views (
    day        date    not null,
    livemode   boolean not null,
    product_id text    not null,
    views      bigint  not null check (views > 0),
    primary key (day, livemode, product_id)
);

create view ops.conversion as
select coalesce(seen.day, paid.day) as day,
       coalesce(seen.mode, paid.mode) as mode,
       coalesce(seen.plan_views, 0) as plan_views,
       coalesce(paid.paid_orders, 0) as paid_orders
from (select day, case when livemode then 'live' else 'test' end as mode, sum(views)::bigint as plan_views
      from plan_views group by day, livemode) seen
full join (select (c.captured_at at time zone 'utc')::date as day, case when o.livemode then 'live' else 'test' end as mode, count(*) as paid_orders
      from captures c join orders o on o.id = c.order_id where o.kind = 'new' group by 1, 2) paid using (day, mode)
order by 1 desc, 2;
comment on view ops.conversion is 'How often plan pages were opened and how many orders of new eSIMs were paid, by the day (UTC). Robots that say so, and pages that a cache between the shop and a traveller answered, are not counted.';
comment on column ops.conversion.day is 'The day, UTC.';
comment on column ops.conversion.mode is 'live or test.';
comment on column ops.conversion.plan_views is 'How often a plan''s page was opened.';
comment on column ops.conversion.paid_orders is 'How many orders of new eSIMs were paid.';
do $$
begin
    if exists (select from pg_roles where rolname = 'ops_reader') then
        grant select on ops.conversion to ops_reader;
    end if;
end $$;
