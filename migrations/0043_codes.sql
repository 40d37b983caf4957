-- Discount codes: what each takes off, and each use of one, reserved with its order.

create table discount_codes (
    -- Upper case: a code is the same however it is typed.
    code          text        primary key check (code ~ '^[A-Z0-9_-]{3,32}$'),
    percent       integer     check (percent between 1 and 100),
    amount_minor  bigint      check (amount_minor > 0),
    currency      text        not null check (currency = upper(currency)),
    uses          integer     check (uses > 0),
    valid_from    timestamptz,
    -- The first moment at which it is no longer valid.
    valid_until   timestamptz,
    -- Empty: every plan.
    products      text[]      not null default '{}',
    minimum_minor bigint      check (minimum_minor > 0),
    first_order   boolean     not null,
    created_at    timestamptz not null,
    ended_at      timestamptz,
    check ((percent is null) <> (amount_minor is null)),
    check (valid_from < valid_until)
);

create function guard_discount_codes() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or (to_jsonb(new) - 'ended_at') <> (to_jsonb(old) - 'ended_at')
        or (old.ended_at is not null and new.ended_at is distinct from old.ended_at) then
        raise exception 'a code stays as it was made; it can only end (code %)', old.code using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger guard_discount_codes before update or delete on discount_codes for each row execute function guard_discount_codes();

alter table lines add column discount_minor bigint not null default 0 check (discount_minor >= 0);
comment on column lines.discount_minor is 'What a code took off; price_minor is what is left.';
create function guard_line_discounts() returns trigger language plpgsql as $$
begin
    if new.discount_minor <> old.discount_minor then
        raise exception 'what was sold, its price and its key never change (line %)', old.id using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger guard_line_discounts before update of discount_minor on lines for each row execute function guard_line_discounts();

create table code_uses (
    order_id       uuid        primary key references orders (id) on delete cascade,
    code           text        not null references discount_codes (code),
    livemode       boolean     not null,
    discount_minor bigint      not null check (discount_minor > 0),
    -- reserved: its page can be paid, or its payment is under way; freed: it ended unpaid; used: paid; late: paid after it was freed.
    state          text        not null default 'reserved' check (state in ('reserved', 'freed', 'used', 'late')),
    reserved_at    timestamptz not null,
    -- Why a person may want to look at it.
    remark         text
);
create index code_uses_by_code on code_uses (code, livemode, state);

create function guard_code_uses() returns trigger language plpgsql as $$
declare
    c discount_codes;
    o orders;
begin
    if tg_op = 'DELETE' then
        if exists (select from captures where order_id = old.order_id) then
            raise exception 'the use of a code that was paid stays written (order %)', old.order_id using errcode = 'check_violation';
        end if;
        return old;
    end if;
    select * into o from orders where id = new.order_id;
    if tg_op = 'INSERT' then
        -- Uses of one code are reserved one after the other.
        select * into c from discount_codes where code = new.code for no key update;
        if new.state <> 'reserved' or o.payment_state <> 'awaiting_payment' or o.livemode <> new.livemode then
            raise exception 'a code is reserved with its order (order %)', new.order_id using errcode = 'check_violation';
        end if;
        if c.ended_at is not null or c.uses <= (select count(*) from code_uses u
                where u.code = new.code and u.livemode = new.livemode and u.state <> 'freed') then
            raise exception 'no use of this code is left (code %)', new.code using errcode = 'check_violation';
        end if;
        if exists (select from code_uses u join orders other on other.id = u.order_id
                where u.code = new.code and u.livemode = new.livemode and u.state = 'reserved' and other.buyer_hash = o.buyer_hash) then
            raise exception 'one reserved use of a code for each buyer (order %)', new.order_id using errcode = 'check_violation';
        end if;
        return new;
    end if;
    if (new.order_id, new.code, new.livemode, new.discount_minor, new.reserved_at)
        is distinct from (old.order_id, old.code, old.livemode, old.discount_minor, old.reserved_at) then
        raise exception 'the use of a code never changes (order %)', old.order_id using errcode = 'check_violation';
    end if;
    if new.state <> old.state and not (case new.state
            when 'freed' then old.state = 'reserved' and o.payment_state in ('expired', 'failed')
            when 'used' then old.state = 'reserved' and o.payment_state = 'paid'
            when 'late' then old.state = 'freed' and o.payment_state = 'paid'
            else false end) then
        raise exception 'the use of a code follows its order (order %)', old.order_id using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger guard_code_uses before insert or update or delete on code_uses for each row execute function guard_code_uses();

-- A use follows its order's payment: freed when that ends unpaid, used when it is paid, beyond the limit when it is paid after all.
create function settle_code_use() returns trigger language plpgsql as $$
begin
    update code_uses
    set state = case when new.payment_state <> 'paid' then 'freed' when state = 'freed' then 'late' else 'used' end
    where order_id = new.id and (new.payment_state = 'paid' or state = 'reserved');
    return null;
end $$;
create trigger settle_code_use after update of payment_state on orders for each row
    when (new.payment_state in ('expired', 'failed', 'paid') and new.payment_state is distinct from old.payment_state)
    execute function settle_code_use();

-- What the lines were given is what the use says.
create function guard_discounts() returns trigger language plpgsql as $$
declare given bigint;
begin
    select sum(discount_minor) into given from lines where order_id = new.order_id;
    if given <> coalesce((select discount_minor from code_uses where order_id = new.order_id), 0) then
        raise exception 'the lines were given another discount than their code (order %)', new.order_id using errcode = 'check_violation';
    end if;
    return null;
end $$;
create constraint trigger guard_discounts after insert on code_uses deferrable initially deferred
    for each row execute function guard_discounts();
create constraint trigger guard_given after insert on lines deferrable initially deferred
    for each row when (new.discount_minor > 0) execute function guard_discounts();

create or replace view ops.order_lines as
select i.order_number,
       l.id as line_id,
       l.position,
       l.operation,
       l.product_id,
       l.plan_name,
       case when i.test_ended_at is not null and l.outcome is null then 'test_ended' else l.state end as state,
       l.idempotency_key,
       so.supplier_order_id,
       i.iccid,
       (select count(*) from supplier_calls c where c.line_id = l.id) as attempts,
       coalesce(l.outcome_reason, l.last_error) as last_error,
       l.supplier_unknown,
       l.price_minor,
       ops.money(l.price_minor, i.currency) as price,
       l.delivered_at,
       m.cost,
       m.cost_currency,
       m.rate,
       m.cost_minor,
       case when i.livemode then 'live' else 'test' end as mode,
       l.discount_minor,
       ops.money(l.discount_minor, i.currency) as discount
from line_iccids i
join lines l on l.id = i.line_id
join line_money m on m.line_id = l.id
left join supplier_orders so on so.line_id = l.id and not so.orphan;
comment on column ops.order_lines.discount_minor is 'What a discount code took off, minor units; price_minor is what was left to pay.';
comment on column ops.order_lines.discount is 'The same in words.';

create view ops.codes as
select c.code,
       m.mode,
       c.percent,
       c.amount_minor,
       c.currency,
       case when c.percent is null then ops.money(c.amount_minor, c.currency) else c.percent || ' %' end as off,
       c.uses,
       u.reserved,
       u.used,
       u.late,
       u.given_minor,
       ops.money(u.given_minor, c.currency) as given,
       c.valid_from,
       c.valid_until,
       c.products,
       c.minimum_minor,
       c.first_order,
       c.created_at,
       c.ended_at
from discount_codes c
cross join (values ('live', true), ('test', false)) m (mode, livemode)
cross join lateral (
    select count(*) filter (where state = 'reserved') as reserved,
           count(*) filter (where state in ('used', 'late')) as used,
           count(*) filter (where state = 'late') as late,
           coalesce(sum(discount_minor) filter (where state in ('used', 'late')), 0)::bigint as given_minor
    from code_uses where code = c.code and livemode = m.livemode
) u
order by c.created_at desc, c.code, m.mode;

create view ops.code_uses as
select o.order_number,
       u.code,
       u.state,
       u.discount_minor,
       upper(o.currency) as currency,
       ops.money(u.discount_minor, o.currency) as discount,
       u.remark,
       u.reserved_at,
       case when u.livemode then 'live' else 'test' end as mode
from code_uses u
join orders o on o.id = u.order_id
order by u.reserved_at desc;

comment on view ops.codes is 'Discount codes, one row for each of the modes: uses in tests and with real money are counted apart.';
comment on view ops.code_uses is 'Each order that was begun with a discount code.';
do $$
declare
    meaning constant jsonb := '{
        "code": "The code, in upper case.", "mode": "live: real money; test: Stripe''s test mode. Figures never mix the two.",
        "percent": "Per cent off each eSIM; null for an amount.", "amount_minor": "Off each order, minor units; null for a percentage.",
        "currency": "ISO 4217.", "off": "What it takes off, in words.", "uses": "How many orders may use it; null without a limit.",
        "reserved": "Orders whose payment page is open with it, or whose payment is under way.",
        "used": "Paid orders, those paid late included.", "late": "Paid after their page had expired: beyond the limit.",
        "given_minor": "What it took off paid orders, minor units.", "given": "The same in words.",
        "valid_from": "From when; null from the beginning.", "valid_until": "Until when, no longer then; null without an end.",
        "products": "The plans that it is for; empty for all.", "minimum_minor": "What an order must come to before it, minor units; null for any.",
        "first_order": "Whether it is for a buyer''s first order only.", "created_at": "When it was made.", "ended_at": "When it was ended by hand.",
        "order_number": "The order.", "state": "reserved, freed (ended unpaid), used (paid) or late (paid after its page had expired).",
        "discount_minor": "What it takes off this order, minor units.", "discount": "The same in words.",
        "remark": "As that the buyer of a first-order code has paid before; null for nothing.", "reserved_at": "When the page was opened."
    }';
    c record;
begin
    for c in select table_name, column_name from information_schema.columns
        where table_schema = 'ops' and table_name in ('codes', 'code_uses') loop
        execute format('comment on column ops.%I.%I is %L', c.table_name, c.column_name, meaning ->> c.column_name);
    end loop;
    if exists (select from pg_roles where rolname = 'ops_reader') then
        grant select on ops.codes, ops.code_uses to ops_reader;
    end if;
end $$;
