-- Invoices, for travellers who ask for one, and the credit notes that follow a refund. What one says is kept as data, so that the same file
-- comes again; nothing of it ever changes, and it goes only when `[privacy] invoices` have passed.

-- Up one by one within a kind, a mode, a year and a run of numbers; the row is locked until the transaction ends, so that no number is left out.
create table invoice_counters (
    kind     text    not null check (kind in ('invoice', 'credit_note')),
    livemode boolean not null,
    year     integer not null,
    run      integer not null,
    last     integer not null check (last > 0),
    primary key (kind, livemode, year, run)
);
-- Which run of numbers is used. A restored backup does not know what was given after it was made, so a new run begins: by the minute in which it
-- does (month, day, hour, minute), since a backup that is restored twice does not know of the run that followed the first time.
create table invoice_runs (
    one     boolean primary key default true check (one),
    present integer not null default 1 check (present > 0)
);
insert into invoice_runs default values;

create table invoices (
    number      text        primary key,
    kind        text        not null check (kind in ('invoice', 'credit_note')),
    order_id    uuid        not null references captures (order_id),
    -- The invoice that a credit note belongs to.
    refers_to   text        references invoices (number),
    livemode    boolean     not null,
    issued_at   timestamptz not null,
    -- The language it is written in.
    locale      text        not null,
    currency    text        not null,
    net_minor   bigint      not null,
    tax_minor   bigint      not null check (tax_minor >= 0),
    total_minor bigint      not null check (total_minor > 0),
    -- None where Stripe reckoned the tax.
    percent     numeric,
    -- The billing country, and to whom it is made out, as the traveller wrote it, if at all.
    country     text,
    bill_to     text        check (length(bill_to) between 1 and 400),
    -- Seller, order and lines, as they were.
    said        jsonb       not null,
    check (net_minor + tax_minor = total_minor and net_minor >= 0),
    check ((kind = 'credit_note') = (refers_to is not null))
);
create unique index one_invoice_an_order on invoices (order_id) where kind = 'invoice';
create index invoices_by_order on invoices (order_id, issued_at);
create index invoices_by_age on invoices (issued_at);

create function guard_invoices() returns trigger language plpgsql as $$
declare
    i invoices;
begin
    if tg_op = 'DELETE' and old.issued_at < nullif(current_setting('shop.invoices_until', true), '')::timestamptz then
        return old;
    end if;
    if tg_op <> 'INSERT' then
        raise exception '% is append-only', tg_table_name using errcode = 'check_violation';
    end if;
    if new.kind = 'invoice' and not exists (select from captures c join orders o on o.id = c.order_id
            where c.order_id = new.order_id and c.amount_minor = new.total_minor and o.currency = new.currency and o.livemode = new.livemode) then
        raise exception 'an invoice says what was paid (order %)', new.order_id using errcode = 'check_violation';
    end if;
    if new.kind = 'credit_note' then
        select * into i from invoices where number = new.refers_to;
        if i.kind <> 'invoice' or (i.order_id, i.currency, i.livemode) is distinct from (new.order_id, new.currency, new.livemode) then
            raise exception 'a credit note belongs to an invoice of its order (order %)', new.order_id using errcode = 'check_violation';
        end if;
        if new.total_minor + (select coalesce(sum(total_minor), 0) from invoices where refers_to = i.number) > i.total_minor then
            raise exception 'more credited than was invoiced (order %)', new.order_id using errcode = 'check_violation';
        end if;
    end if;
    return new;
end $$;
create trigger guard_invoices before insert or update or delete on invoices for each row execute function guard_invoices();

-- The next number of a kind: INV-2026-00001, CN-2026-00001; with TEST before it where no real money moved.
create function next_invoice_number(the_kind text, live boolean, at timestamptz) returns text language plpgsql as $$
declare
    y integer := extract(year from at at time zone 'utc');
    r integer;
    n integer;
begin
    select present into r from invoice_runs;
    insert into invoice_counters as c (kind, livemode, year, run, last) values (the_kind, live, y, r, 1)
        on conflict (kind, livemode, year, run) do update set last = c.last + 1
        returning c.last into n;
    return case when live then '' else 'TEST-' end || case the_kind when 'invoice' then 'INV-' else 'CN-' end || y
        || case when r > 1 then '-' || r else '' end || '-' || lpad(n::text, greatest(5, length(n::text)), '0');
end $$;

-- Of one order, one at a time: an invoice that is being issued and a refund that settles meanwhile know of each other.
create function lock_invoices(the_order uuid) returns void language sql as $$
    select pg_advisory_xact_lock(hashtextextended('invoices of ' || the_order::text, 0))
$$;

-- What has gone back and is not credited yet gets its note; its number, or none where there is no invoice or nothing to credit. A refund that
-- failed after it was called done leaves its note: the money is still owed, and what is sent in its place is credited already.
create function issue_credit_note(the_order uuid, at timestamptz) returns text language plpgsql as $$
declare
    i invoices;
    back bigint;
    credited bigint;
    credited_tax bigint;
    tax bigint;
    n text;
begin
    perform lock_invoices(the_order);
    select * into i from invoices where order_id = the_order and kind = 'invoice';
    if not found then
        return null;
    end if;
    select least(coalesce(sum(amount_minor), 0), i.total_minor) into back from refunds where order_id = the_order and state = 'succeeded';
    select coalesce(sum(total_minor), 0), coalesce(sum(tax_minor), 0) into credited, credited_tax from invoices where refers_to = i.number;
    if back <= credited then
        return null;
    end if;
    -- By what was credited in all, so that the notes of a whole refund hold the invoice's tax to the last unit.
    tax := least(greatest(round(i.tax_minor::numeric * back / i.total_minor)::bigint - credited_tax, 0), back - credited);
    n := next_invoice_number('credit_note', i.livemode, at);
    insert into invoices (number, kind, order_id, refers_to, livemode, issued_at, locale, currency, net_minor, tax_minor, total_minor, percent,
                          country, bill_to, said)
    values (n, 'credit_note', the_order, i.number, i.livemode, at, i.locale, i.currency, back - credited - tax, tax, back - credited, i.percent,
            i.country, i.bill_to, i.said || jsonb_build_object('invoiced_at', i.issued_at));
    return n;
end $$;

-- However a refund is learned of, its note is issued with it; last of all, so that the counter is held for no longer than a commit takes.
create function credit_refund() returns trigger language plpgsql as $$
begin
    perform issue_credit_note(new.order_id, coalesce(new.settled_at, new.updated_at));
    return null;
end $$;
create constraint trigger guard_credit_notes after insert or update of state on refunds deferrable initially deferred
    for each row when (new.state = 'succeeded') execute function credit_refund();

-- Deletes what was issued before a day; how many. An invoice waits for its notes.
create function delete_old_invoices(before timestamptz, at_most integer) returns integer language plpgsql as $$
declare
    gone text[];
begin
    select coalesce(array_agg(number), '{}') into gone from (
        select i.number from invoices i
        where i.kind = 'invoice' and i.issued_at < before
          and not exists (select from invoices n where n.refers_to = i.number and n.issued_at >= before)
        order by i.issued_at
        limit at_most) old;
    perform set_config('shop.invoices_until', before::text, true);
    delete from invoices where refers_to = any (gone);
    delete from invoices where number = any (gone);
    perform set_config('shop.invoices_until', '', true);
    return cardinality(gone);
end $$;
grant execute on function delete_old_invoices(timestamptz, integer) to public;

create view ops.invoices as
select i.number,
       i.kind,
       o.order_number,
       i.refers_to,
       i.issued_at,
       i.country,
       upper(i.currency) as currency,
       s.sign * i.net_minor as net_minor,
       s.sign * i.tax_minor as tax_minor,
       s.sign * i.total_minor as total_minor,
       i.percent as tax_percent,
       ops.money(s.sign * i.total_minor, i.currency) as total,
       case when i.livemode then 'live' else 'test' end as mode
from invoices i
join orders o on o.id = i.order_id
cross join lateral (select case i.kind when 'invoice' then 1 else -1 end as sign) s;
comment on view ops.invoices is 'Invoices that travellers asked for, and the credit notes of their refunds, one row each. Their sum is what is invoiced.';
comment on column ops.invoices.number is 'Its number, without gaps in its kind, mode and year.';
comment on column ops.invoices.kind is 'invoice or credit_note.';
comment on column ops.invoices.order_number is 'The order.';
comment on column ops.invoices.refers_to is 'Of a credit note: the invoice.';
comment on column ops.invoices.issued_at is 'When it was issued.';
comment on column ops.invoices.country is 'The country of the billing address, where Stripe told it.';
comment on column ops.invoices.currency is 'ISO 4217.';
comment on column ops.invoices.net_minor is 'Without tax, minor units; below zero in a credit note.';
comment on column ops.invoices.tax_minor is 'The tax, minor units; below zero in a credit note.';
comment on column ops.invoices.total_minor is 'With tax, minor units; below zero in a credit note.';
comment on column ops.invoices.tax_percent is 'The rate; null where Stripe reckoned the tax.';
comment on column ops.invoices.total is 'The total with its currency.';
comment on column ops.invoices.mode is 'live or test.';
do $$
begin
    if exists (select from pg_roles where rolname = 'ops_reader') then
        grant select on ops.invoices to ops_reader;
    end if;
end $$;
