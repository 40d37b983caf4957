-- Price rules that are published at the desk or by command, each version for good; and what the owner marks on single plans.

-- Until the first version, [pricing] of shop.toml rules; then the newest one in the shop's currency does.
create table price_versions (
    version      integer     primary key check (version > 0),
    currency     text        not null check (currency = upper(currency)),
    -- [pricing] as TOML, always written in the same way.
    rules        text        not null check (rules <> ''),
    -- [pricing] of shop.toml as it was when it was last in force, or was set aside; empty where the file had none.
    seed         text        not null,
    -- The version that ruled while this was drafted; 0 is shop.toml.
    drafted_from integer     not null check (drafted_from >= 0 and drafted_from < version),
    published_at timestamptz not null,
    published_by text        not null check (published_by <> ''),
    prices_up    integer     not null check (prices_up >= 0),
    prices_down  integer     not null check (prices_down >= 0),
    plans_come   integer     not null check (plans_come >= 0),
    plans_leave  integer     not null check (plans_leave >= 0)
);
comment on table price_versions is 'Every version of the price rules that was published. None is ever changed.';

create function guard_price_versions() returns trigger language plpgsql as $$
begin
    raise exception 'what was published stays as it is (%)', tg_table_name using errcode = 'check_violation';
end $$;
create trigger guard_price_versions before update or delete on price_versions for each row execute function guard_price_versions();

-- What somebody is still working on: as it was typed, faults and all.
create table price_drafts (
    address      text        primary key,
    drafted_from integer     not null check (drafted_from >= 0),
    typed        jsonb       not null,
    saved_at     timestamptz not null
);
comment on table price_drafts is 'Price rules that somebody of the desk has typed and not published; one draft a person.';

create table plan_marks (
    product_id text        primary key references products (product_id),
    hidden     boolean     not null default false,
    pinned     boolean     not null default false,
    note       text        check (note <> ''),
    changed_at timestamptz not null,
    changed_by text        not null
);
comment on table plan_marks is 'What an owner marked on a plan: hidden from the shelf, pinned to its top, a note for the staff.';

-- Trouble that had no kind yet.
alter table alerts drop constraint alerts_kind_check;
alter table alerts add constraint alerts_kind_check check (kind in (
    'stuck_order', 'refund_failed', 'misfit', 'unknown_payment', 'supplier_failing', 'low_balance', 'sales_stopped', 'catalogue_stale',
    'catalogue_shrunk', 'price_fell', 'mail_failing', 'webhook_refused', 'webhook_missing', 'recovering', 'clock_off', 'books_mismatch',
    'dispute', 'checkout_flood', 'test_mode', 'orphan_esim', 'price_rose', 'refund_doubled', 'key_rights', 'withdrawal',
    'prices_differ', 'desk_guessed'));

create view ops.price_versions as
select version,
       currency,
       rules,
       drafted_from,
       published_at,
       published_by,
       prices_up,
       prices_down,
       plans_come,
       plans_leave,
       version = max(version) over (partition by currency) as newest
from price_versions order by version desc;
comment on view ops.price_versions is 'Every version of the price rules that was published; none, and [pricing] of shop.toml rules.';
comment on column ops.price_versions.version is 'Counted from 1.';
comment on column ops.price_versions.currency is 'ISO 4217: the shop''s, when it was published.';
comment on column ops.price_versions.rules is 'The rules, as the [pricing] of a shop.toml.';
comment on column ops.price_versions.drafted_from is 'The version that ruled before; 0 is shop.toml.';
comment on column ops.price_versions.published_at is 'Since when it ruled.';
comment on column ops.price_versions.published_by is 'Who published it, as in ops.audit.';
comment on column ops.price_versions.prices_up is 'How many plans became dearer by it.';
comment on column ops.price_versions.prices_down is 'How many plans became cheaper by it.';
comment on column ops.price_versions.plans_come is 'How many plans came onto the shelf by it.';
comment on column ops.price_versions.plans_leave is 'How many plans left the shelf by it.';
comment on column ops.price_versions.newest is 'Whether it is the newest in its currency, which rules in a shop that sells in it.';

create or replace view ops.plans as
select p.product_id,
       coalesce(t.plan_name, p.name) as plan_name,
       t.destination,
       p.cost::numeric as cost,
       p.cost_currency,
       case when p.withdrawn_at is null then t.cost_minor end as cost_minor,
       case when p.withdrawn_at is null and m.hidden is not true then t.price_minor end as price_minor,
       t.currency,
       case when p.withdrawn_at is null and m.hidden is not true then t.fee_minor end as fee_minor,
       case when p.withdrawn_at is null and m.hidden is not true then t.margin_minor end as margin_minor,
       coalesce(s.sold, 0) as sold_30d,
       p.withdrawn_at is null and t.price_minor is not null and m.hidden is not true as on_shelf,
       case
           when p.withdrawn_at is not null then 'the supplier no longer lists it'
           when m.hidden then 'it is hidden: ' || m.changed_by || ' took it off the shelf'
           when t.product_id is null then 'it has not been priced yet: the worker does that within a minute'
           else t.why_off
       end as why_off,
       case when p.withdrawn_at is null and m.hidden is not true then ops.money(t.price_minor, t.currency) end as price,
       case when p.withdrawn_at is null then ops.money(t.cost_minor, t.currency) end as cost_in_shop_currency,
       case when p.withdrawn_at is null and m.hidden is not true then ops.money(t.fee_minor, t.currency) end as fee,
       case when p.withdrawn_at is null and m.hidden is not true then ops.money(t.margin_minor, t.currency) end as margin,
       t.priced_at,
       coalesce(m.hidden, false) as hidden,
       coalesce(m.pinned, false) as pinned,
       m.note
from products p
left join plan_prices t on t.product_id = p.product_id
left join plan_marks m on m.product_id = p.product_id
left join (
    select l.product_id, count(*) as sold
    from captures c join lines l on l.order_id = c.order_id
    where c.captured_at > now() - interval '30 days' and (c.livemode or not exists (select from captures where livemode))
    group by l.product_id
) s on s.product_id = p.product_id;
comment on column ops.plans.hidden is 'Whether an owner took it off the shelf.';
comment on column ops.plans.pinned is 'Whether an owner put it first where plans are listed.';
comment on column ops.plans.note is 'A note for the staff; travellers never see it.';

do $$
begin
    if exists (select from pg_roles where rolname = 'ops_reader') then
        grant select on ops.price_versions to ops_reader;
    end if;
end $$;
