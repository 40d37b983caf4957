-- That performance begins at once: what the traveller was told before paying, word for word, as proof. It stays as it was written.
create table consents (
    order_id uuid        primary key references orders (id) on delete cascade,
    -- As they were shown, in that language.
    words    text        not null check (length(words) between 1 and 2000),
    locale   text        not null,
    -- By the words at the pay button, or by a box that was ticked besides.
    manner   text        not null check (manner in ('words', 'box')),
    given_at timestamptz not null
);

-- It may go with an order that nothing was ever captured for.
create function guard_consents() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and not exists (select from captures where order_id = old.order_id) then
        return old;
    end if;
    raise exception '% is append-only', tg_table_name using errcode = 'check_violation';
end $$;
create trigger guard_consents before update or delete on consents for each row execute function guard_consents();

create view ops.consents as
select o.order_number,
       c.given_at,
       c.manner,
       c.locale,
       c.words,
       case when o.livemode then 'live' else 'test' end as mode
from consents c
join orders o on o.id = c.order_id;
comment on view ops.consents is 'What travellers were told before paying about performance that begins at once, one row for each order.';
comment on column ops.consents.order_number is 'The order.';
comment on column ops.consents.given_at is 'When the pay button was pressed.';
comment on column ops.consents.manner is 'words: shown at the pay button; box: a box was ticked besides.';
comment on column ops.consents.locale is 'The language of the page.';
comment on column ops.consents.words is 'Exactly what was shown.';
comment on column ops.consents.mode is 'live or test.';
do $$
begin
    if exists (select from pg_roles where rolname = 'ops_reader') then
        grant select on ops.consents to ops_reader;
    end if;
end $$;
