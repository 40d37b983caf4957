-- Forgetting a person: the books stay, the person goes. One function may change what is otherwise frozen, for the orders it forgets only.
alter table orders add column forgotten_at timestamptz;
comment on column orders.forgotten_at is 'When its buyer was forgotten.';

-- References by an eSIM's number follow it within the transaction that renames it.
alter table packages alter constraint packages_iccid_fkey deferrable initially immediate;
alter table lines alter constraint lines_target_iccid_fkey deferrable initially immediate;

-- Whether this transaction is forgetting that order.
create function forgetting(the_order uuid) returns boolean language sql stable as $$
    select coalesce(current_setting('shop.forgets', true), '') = the_order::text
$$;

create or replace function guard_orders() returns trigger language plpgsql as $$
begin
    if old.payment_state = 'paid' and new.payment_state <> 'paid' then
        raise exception 'paid is for ever (order %)', old.order_number using errcode = 'check_violation';
    end if;
    if new.payment_state = 'paid' and not exists (select from captures where order_id = new.id) then
        raise exception 'paid without a capture (order %)', old.order_number using errcode = 'check_violation';
    end if;
    if (new.id, new.order_number, new.kind, new.total_minor, new.currency, new.livemode)
        is distinct from (old.id, old.order_number, old.kind, old.total_minor, old.currency, old.livemode)
        or (new.token <> old.token and not forgetting(old.id)) then
        raise exception 'the price and the name of an order never change (order %)', old.order_number using errcode = 'check_violation';
    end if;
    return new;
end $$;

create or replace function guard_lines() returns trigger language plpgsql as $$
declare captured boolean;
begin
    if old.outcome is not null and new.outcome is distinct from old.outcome then
        raise exception 'a line''s outcome is decided once (line %)', old.id using errcode = 'check_violation';
    end if;
    if (new.id, new.order_id, new.position, new.operation, new.product_id, new.plan_name, new.plan, new.price_minor, new.cost,
        new.cost_currency, new.idempotency_key)
        is distinct from (old.id, old.order_id, old.position, old.operation, old.product_id, old.plan_name, old.plan, old.price_minor,
        old.cost, old.cost_currency, old.idempotency_key)
        or (new.target_iccid is distinct from old.target_iccid and not forgetting(old.order_id)) then
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

create or replace function guard_order_events() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and not exists (select from captures where order_id = old.order_id) then
        return old;
    end if;
    if tg_op = 'UPDATE' and forgetting(old.order_id) and new.detail is null
        and (new.id, new.order_id, new.line_id, new.at, new.event, new.actor)
            is not distinct from (old.id, old.order_id, old.line_id, old.at, old.event, old.actor) then
        return new;
    end if;
    raise exception '% is append-only', tg_table_name using errcode = 'check_violation';
end $$;

-- Why a person cannot be forgotten now; none is well. `usable` leaves out plans that could still be used.
create function forget_hindrances(address text, usable boolean) returns setof text language sql stable as $$
    select o.order_number || ': ' || why.words
    from orders o
    cross join lateral (
        select 'its payment is under way' as words where o.payment_state = 'processing'
        union all
        select 'its page can still be paid' where o.payment_state = 'awaiting_payment'
        union all
        select 'a line is neither delivered nor refunded' where o.payment_state = 'paid' and o.test_ended_at is null
            and exists (select from lines l where l.order_id = o.id and l.outcome is null)
        union all
        select 'a refund is under way' where exists (select from refunds r where r.order_id = o.id
            and r.state in ('intent', 'pending', 'requires_action'))
        union all
        select 'a cancellation is under way' where exists (select from cancellations c where c.order_id = o.id and c.state = 'asked')
        union all
        select 'a withdrawal is under way' where exists (select from withdrawals w where w.order_id = o.id and w.state = 'waiting')
        union all
        select 'it is held: ' || string_agg(distinct h.reason, ', ') from holds h where h.order_id = o.id and h.ended_at is null having count(*) > 0
        union all
        select 'a person must look: ' || o.attention where o.attention is not null
        union all
        select 'a plan could still be used' where usable and exists (
            select from lines l join supplier_orders s on s.line_id = l.id and not s.orphan and s.terminated_at is null
            left join packages p on p.supplier_order_id = s.supplier_order_id
            where l.order_id = o.id and l.state = 'delivered' and upper(coalesce(p.status, s.status, 'PENDING')) in ('PENDING', 'ACTIVE', 'COMPLETED'))
    ) why
    where o.customer_email = address
    order by o.created_at
$$;

-- Forgets a person; how many orders. Refuses nothing: the caller has asked forget_hindrances.
create function forget_person(address text, who text, at timestamptz) returns integer language plpgsql as $$
declare
    o record;
    e record;
    placeholder text;
    many integer := 0;
begin
    set constraints all deferred;
    for o in select id from orders where customer_email = address order by created_at for update loop
        perform set_config('shop.forgets', o.id::text, true);
        for e in select s.id, s.iccid from esims s join lines l on l.id = s.line_id where l.order_id = o.id loop
            -- A number that no network gives out, and that nobody can guess.
            placeholder := '8900' || lpad((('x' || substr(md5(gen_random_uuid()::text), 1, 13))::bit(52)::bigint % 1000000000000000)::text, 15, '0');
            update packages set iccid = placeholder where iccid = e.iccid;
            update supplier_orders set iccid = placeholder where iccid = e.iccid;
            delete from supplier_events where iccid = e.iccid;
            update esims set iccid = placeholder, activation_code = 'LPA:1$forgotten.invalid$', code_as_received = null, traveller = null
                where id = e.id;
            -- Top-ups of this eSIM, by whomever they were bought.
            perform forget_target(e.iccid, placeholder);
            delete from esim_keys where esim_id = e.id;
        end loop;
        delete from order_keys where order_id = o.id;
        perform set_config('shop.forgets', o.id::text, true);
        update orders set customer_email = null, customer_country = null, buyer_hash = sha256(gen_random_uuid()::text::bytea),
            token = replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), forgotten_at = at where id = o.id;
        update order_events set detail = null where order_id = o.id and detail is not null;
        update lines set last_error = null where order_id = o.id;
        update supplier_calls set message = null where order_id = o.id;
        update refunds set reason = null where order_id = o.id;
        update checkout_sessions set success_url = 'forgotten', cancel_url = 'forgotten', url = null where order_id = o.id and state = 'closed';
        update withdrawals set name = null, stops = '{}' where order_id = o.id;
        update stripe_events set payload = '' where order_reference = o.id::text;
        delete from mails where order_id = o.id and state <> 'queued';
        update mails set to_address = '', body = '{}', state = 'failed', last_error = null where order_id = o.id;
        insert into order_events (order_id, at, event, actor) values (o.id, at, 'forgotten', 'operator:' || who);
        many := many + 1;
    end loop;
    delete from mails where to_address = address;
    delete from logins where email = address;
    delete from sign_ins where email = address;
    perform set_config('shop.forgets', '', true);
    return many;
end $$;

-- Renames the eSIM that top-ups were bought for.
create function forget_target(iccid text, placeholder text) returns void language plpgsql as $$
declare
    l record;
begin
    for l in select id, order_id from lines where target_iccid = iccid loop
        perform set_config('shop.forgets', l.order_id::text, true);
        update lines set target_iccid = placeholder where id = l.id;
    end loop;
end $$;
revoke all on function forget_person(text, text, timestamptz), forget_target(text, text), delete_never_paid(timestamptz, integer) from public;
