-- Selling can be stopped by hand, beside what stops it by itself; and what people do to the shop as a whole is written down.

alter table catalogue_state
    add column stopped_by_hand_at timestamptz,
    add column stopped_by_hand_by text,
    add column stopped_by_hand_reason text,
    add constraint stopped_by_hand_whole check (
        (stopped_by_hand_at is null) = (stopped_by_hand_by is null) and (stopped_by_hand_at is null) = (stopped_by_hand_reason is null));

-- What is done to one order stands in that order's history; this is for what belongs to none.
create table audit (
    id     bigint      generated always as identity primary key,
    at     timestamptz not null,
    actor  text        not null check (actor like 'operator:_%'),
    act    text        not null,
    detail text
);
create index audit_by_time on audit (at desc);
create function guard_audit() returns trigger language plpgsql as $$
begin
    raise exception 'what was done stays written (table %)', tg_table_name using errcode = 'check_violation';
end $$;
create trigger guard_audit before update or delete on audit for each row execute function guard_audit();

create view ops.audit as select at, actor, act, detail from audit order by at desc, id desc;
comment on view ops.audit is 'What people did to the shop as a whole, the newest first. What they did to one order stands in ops.order_timeline.';
comment on column ops.audit.at is 'When.';
comment on column ops.audit.actor is 'operator:<name>.';
comment on column ops.audit.act is 'What was done.';
comment on column ops.audit.detail is 'More, as the reason that was given.';


do $$
begin
    if exists (select from pg_roles where rolname = 'ops_reader') then
        grant select on ops.audit to ops_reader;
    end if;
end $$;
