-- Life with an eSIM: its packages as the supplier last showed them, top-ups, what travellers give back or start, and the keys in their mails.

-- One subscription on an eSIM of ours. Figures are the supplier's, in the supplier's unit; all but the id may be unknown.
create table packages (
    supplier_order_id text        primary key,
    iccid             text        not null references esims (iccid),
    product_id        text,
    -- PENDING, ACTIVE, EXPIRED, TERMINATED, or whatever else it says.
    status            text,
    allowance         numeric,
    used              numeric,
    unit              text,
    started_at        timestamptz,
    ends_at           timestamptz,
    start_by          timestamptz,
    bought_at         timestamptz,
    seen_at           timestamptz not null
);
create index packages_by_iccid on packages (iccid);
insert into packages (supplier_order_id, iccid, status, ends_at, start_by, seen_at)
    select so.supplier_order_id, so.iccid, upper(so.status), so.expiry, so.activate_by, so.seen_at
    from supplier_orders so join esims e on e.iccid = so.iccid where not so.orphan;

-- When the supplier was last asked about an eSIM (whether or not it answered), and when it last answered with its packages.
alter table esims add column asked_at timestamptz, add column packages_seen_at timestamptz;

-- ISO 3166 code of the buyer's billing address, when Stripe tells it: the zone that the traveller's nights are in.
alter table orders add column customer_country text check (customer_country = upper(customer_country) and length(customer_country) = 2);

-- A top-up is for an eSIM of ours, and the supplier must have offered it for that eSIM a quarter of an hour before each call.
alter table lines add column topup_checked_at timestamptz;
alter table lines add constraint lines_target_iccid_fkey foreign key (target_iccid) references esims (iccid);
create index lines_by_target on lines (target_iccid) where target_iccid is not null;

-- A delivered line that its traveller gives back. The amount is what the page promised; once the package has ended at the supplier
-- the refund of exactly that amount is there too.
create table cancellations (
    line_id           uuid        primary key,
    order_id          uuid        not null references captures (order_id),
    supplier_order_id text        not null references supplier_orders (supplier_order_id),
    refund_minor      bigint      not null check (refund_minor > 0),
    fee_minor         bigint      not null check (fee_minor >= 0),
    -- asked, ended at the supplier, or kept: nothing was ended.
    state             text        not null default 'asked' check (state in ('asked', 'ended', 'kept')),
    -- What the supplier said of giving its price back; null when it did not say or its answer was lost.
    need_refund       boolean,
    why               text,
    asked_at          timestamptz not null,
    decided_at        timestamptz,
    foreign key (line_id, order_id) references lines (id, order_id),
    check ((state = 'asked') = (decided_at is null)),
    check ((state = 'kept') = (why is not null))
);

-- A package that its traveller starts by hand before it meets a network.
create table starts (
    line_id           uuid        primary key references lines (id),
    supplier_order_id text        not null references supplier_orders (supplier_order_id),
    state             text        not null default 'asked' check (state in ('asked', 'started', 'kept')),
    why               text,
    asked_at          timestamptz not null,
    decided_at        timestamptz,
    check ((state = 'asked') = (decided_at is null)),
    check ((state = 'kept') = (why is not null))
);

-- Keys in mails that open one eSIM's top-up page, and nothing else.
create table esim_keys (
    token_hash bytea       primary key,
    esim_id    uuid        not null references esims (id),
    created_at timestamptz not null,
    expires_at timestamptz not null
);
create index esim_keys_expired on esim_keys (expires_at);

create or replace function guard_lines() returns trigger language plpgsql as $$
declare captured boolean;
begin
    if old.outcome is not null and new.outcome is distinct from old.outcome then
        raise exception 'a line''s outcome is decided once (line %)', old.id using errcode = 'check_violation';
    end if;
    if (new.id, new.order_id, new.position, new.operation, new.product_id, new.plan_name, new.plan, new.price_minor, new.cost,
        new.cost_currency, new.target_iccid, new.idempotency_key)
        is distinct from (old.id, old.order_id, old.position, old.operation, old.product_id, old.plan_name, old.plan, old.price_minor,
        old.cost, old.cost_currency, old.target_iccid, old.idempotency_key) then
        raise exception 'what was sold, its price and its key never change (line %)', old.id using errcode = 'check_violation';
    end if;
    if old.outcome is null and new.outcome is not null then
        select exists (select from captures where order_id = new.order_id) into captured;
        if not captured then
            raise exception 'no outcome before the capture (line %)', old.id using errcode = 'check_violation';
        end if;
    end if;
    if new.state = 'cancelled' and old.state <> 'cancelled' and (old.state <> 'delivered'
        or not exists (select from cancellations where line_id = new.id and state = 'ended')) then
        raise exception 'given back without having ended at the supplier (line %)', old.id using errcode = 'check_violation';
    end if;
    if old.state = 'cancelled' and new.state <> 'cancelled' then
        raise exception 'what was given back stays so (line %)', old.id using errcode = 'check_violation';
    end if;
    return new;
end $$;

create or replace function guard_supplier_calls() returns trigger language plpgsql as $$
declare
    o orders;
    l lines;
    proved timestamptz;
begin
    select * into o from orders where id = new.order_id for update;
    select * into l from lines where id = new.line_id for update;
    select captured_at into proved from captures where order_id = new.order_id;
    if o.payment_state is distinct from 'paid' or o.hold is not null or l.outcome is not null then
        raise exception 'no call to the supplier now (line %, payment %, hold %, outcome %)', new.line_id, o.payment_state, o.hold, l.outcome
            using errcode = 'check_violation';
    end if;
    if new.started_at < proved then
        raise exception 'a call before its capture (line %)', new.line_id using errcode = 'check_violation';
    end if;
    if l.created_at < new.started_at - interval '5 months' then
        raise exception 'the idempotency key is too old to be repeated (line %)', new.line_id using errcode = 'check_violation';
    end if;
    if l.operation = 'TOPUP' and (l.topup_checked_at is null or l.topup_checked_at < new.started_at - interval '15 minutes') then
        raise exception 'a top-up that the supplier has not offered lately (line %)', new.line_id using errcode = 'check_violation';
    end if;
    return new;
end $$;

create or replace function guard_refunds() returns trigger language plpgsql as $$
declare
    captured bigint;
    live bigint;
begin
    perform from orders where id = new.order_id for update;
    select amount_minor into captured from captures where order_id = new.order_id;
    select coalesce(sum(amount_minor), 0) into live from refunds
        where order_id = new.order_id and id <> new.id and state not in ('failed', 'canceled');
    if new.state not in ('failed', 'canceled') and live + new.amount_minor > captured then
        raise exception 'refunds would exceed the capture (order %)', new.order_id using errcode = 'check_violation';
    end if;
    if new.cause = 'cancelled' and not exists (select from cancellations c join lines l on l.id = c.line_id
        where c.line_id = new.line_id and l.state = 'cancelled' and c.refund_minor = new.amount_minor) then
        raise exception 'not what was promised for what was given back (line %)', new.line_id using errcode = 'check_violation';
    end if;
    return new;
end $$;

create function guard_cancellations() returns trigger language plpgsql as $$
declare
    o orders;
    l lines;
begin
    if tg_op = 'DELETE' then
        raise exception 'a promise is never forgotten (line %)', old.line_id using errcode = 'check_violation';
    end if;
    if tg_op = 'UPDATE' then
        if (new.line_id, new.order_id, new.supplier_order_id, new.refund_minor, new.fee_minor, new.asked_at)
            is distinct from (old.line_id, old.order_id, old.supplier_order_id, old.refund_minor, old.fee_minor, old.asked_at) then
            raise exception 'what was promised never changes (line %)', old.line_id using errcode = 'check_violation';
        end if;
        if old.state <> 'asked' and new.state <> old.state then
            raise exception 'a cancellation is decided once (line %)', old.line_id using errcode = 'check_violation';
        end if;
        return new;
    end if;
    select * into o from orders where id = new.order_id for update;
    select * into l from lines where id = new.line_id for update;
    if l.state is distinct from 'delivered' or o.hold is not null then
        raise exception 'this cannot be given back now (line %, state %, hold %)', new.line_id, l.state, o.hold using errcode = 'check_violation';
    end if;
    if exists (select from refunds where line_id = new.line_id and state not in ('failed', 'canceled')) then
        raise exception 'its money goes back already (line %)', new.line_id using errcode = 'check_violation';
    end if;
    if new.refund_minor + new.fee_minor <> l.price_minor then
        raise exception 'refund and fee are not the price (line %)', new.line_id using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger guard_cancellations before insert or update or delete on cancellations for each row execute function guard_cancellations();

-- Judged at the commit, when everything that belongs together has been written.
create function guard_promises() returns trigger language plpgsql as $$
begin
    if new.state = 'ended' and not exists (select from refunds where line_id = new.line_id and cause = 'cancelled') then
        raise exception 'ended without the refund that was promised (line %)', new.line_id using errcode = 'check_violation';
    end if;
    return null;
end $$;
create constraint trigger guard_promises after insert or update on cancellations
    deferrable initially deferred for each row execute function guard_promises();
