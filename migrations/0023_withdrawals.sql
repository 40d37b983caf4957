-- Statements of withdrawal (Directive 2011/83/EU, article 11a): what was stated, when it takes effect, and what came of it.
create table withdrawals (
    id         uuid        primary key,
    order_id   uuid        not null references captures (order_id),
    -- As the traveller gave it, if at all.
    name       text        check (length(name) between 1 and 200),
    stated_at  timestamptz not null,
    -- The browser that bought or somebody signed in ('owner'), or whoever knew number and address ('form').
    source     text        not null check (source in ('owner', 'form')),
    -- From then on it is carried out. A form leaves an hour in which the order's mailbox can stop it.
    acts_at    timestamptz not null,
    state      text        not null default 'waiting' check (state in ('waiting', 'done', 'person', 'stopped')),
    decided_at timestamptz,
    -- Of the links in its mails that stop it.
    stops      bytea[]     not null default '{}',
    check ((state = 'waiting') = (decided_at is null)),
    check (acts_at >= stated_at)
);
create unique index one_waiting_withdrawal on withdrawals (order_id) where state = 'waiting';
create index withdrawals_by_order on withdrawals (order_id, stated_at);
create index withdrawals_by_stop on withdrawals using gin (stops) where state = 'waiting';

create view ops.withdrawals as
select o.order_number,
       w.stated_at,
       w.source,
       w.acts_at,
       w.state,
       w.decided_at,
       case when o.livemode then 'live' else 'test' end as mode
from withdrawals w
join orders o on o.id = w.order_id;
comment on view ops.withdrawals is 'Statements of withdrawal, one row each.';
comment on column ops.withdrawals.order_number is 'The order that was withdrawn from.';
comment on column ops.withdrawals.stated_at is 'When it was stated: this time counts for the fourteen days.';
comment on column ops.withdrawals.source is 'owner: from the buying browser or signed in; form: by order number and address.';
comment on column ops.withdrawals.acts_at is 'When it is carried out, unless it was stopped before.';
comment on column ops.withdrawals.state is 'waiting, done, person (a used plan: a person decides), or stopped by the order''s mailbox.';
comment on column ops.withdrawals.decided_at is 'When that was.';
comment on column ops.withdrawals.mode is 'live or test.';
do $$
begin
    if exists (select from pg_roles where rolname = 'ops_reader') then
        grant select on ops.withdrawals to ops_reader;
    end if;
end $$;
