-- What a key cannot say. Each trigger is named guard_*; `doctor` and the start-up check that every one is enabled.

create function guard_orders() returns trigger language plpgsql as $$
begin
    if old.payment_state = 'paid' and new.payment_state <> 'paid' then
        raise exception 'paid is for ever (order %)', old.order_number using errcode = 'check_violation';
    end if;
    if new.payment_state = 'paid' and not exists (select from captures where order_id = new.id) then
        raise exception 'paid without a capture (order %)', old.order_number using errcode = 'check_violation';
    end if;
    if (new.id, new.order_number, new.token, new.kind, new.total_minor, new.currency, new.livemode)
        is distinct from (old.id, old.order_number, old.token, old.kind, old.total_minor, old.currency, old.livemode) then
        raise exception 'the price and the name of an order never change (order %)', old.order_number using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger guard_orders before update on orders for each row execute function guard_orders();

create function guard_new_orders() returns trigger language plpgsql as $$
begin
    if new.payment_state <> 'awaiting_payment' then
        raise exception 'an order begins unpaid' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger guard_new_orders before insert on orders for each row execute function guard_new_orders();

create function guard_lines() returns trigger language plpgsql as $$
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
    return new;
end $$;
create trigger guard_lines before update on lines for each row execute function guard_lines();

create function guard_supplier_calls() returns trigger language plpgsql as $$
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
    return new;
end $$;
create trigger guard_supplier_calls before insert on supplier_calls for each row execute function guard_supplier_calls();

create function guard_refunds() returns trigger language plpgsql as $$
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
    return new;
end $$;
create trigger guard_refunds before insert or update on refunds for each row execute function guard_refunds();

create function guard_append_only() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'check_violation';
end $$;
create trigger guard_order_events before update or delete on order_events for each row execute function guard_append_only();
create trigger guard_captures before update or delete on captures for each row execute function guard_append_only();
