-- A person is forgotten until a time: what they buy later stays theirs, and a list that is read again at each start takes nothing of it.

drop function forget_hindrances(text, boolean);
drop function forget_person(text, text, timestamptz);

-- Why a person cannot be forgotten now; none is well. `usable` leaves out plans that could still be used.
create function forget_hindrances(address text, until timestamptz, usable boolean) returns setof text language sql stable as $$
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
    where o.customer_email = address and o.created_at <= until
      and (o.test_ended_at is null or why.words = 'a plan could still be used')
    order by o.created_at
$$;

-- Forgets what a person bought until a time; how many orders. What they bought later stays theirs.
create function forget_person(address text, until timestamptz, who text, at timestamptz) returns integer language plpgsql as $$
declare
    o record;
    e record;
    placeholder text;
    many integer := 0;
begin
    set constraints all deferred;
    perform from orders where customer_email = address and created_at <= until order by id for update;
    if exists (select from forget_hindrances(address, until, false)) then
        raise exception 'something of this person is under way' using errcode = 'check_violation';
    end if;
    for o in select id from orders where customer_email = address and created_at <= until order by created_at loop
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
        update lines set last_error = null, outcome_reason = null where order_id = o.id;
        update stray_payments set refund_reason = null where order_id = o.id;
        update supplier_orders set iccid = null where order_id = o.id and orphan;
        update supplier_calls set message = null where order_id = o.id;
        update refunds set reason = null where order_id = o.id;
        update checkout_sessions set success_url = 'forgotten', cancel_url = 'forgotten', url = null where order_id = o.id and state = 'closed';
        update withdrawals set name = null, stops = '{}' where order_id = o.id;
        update stripe_events set payload = '' where order_reference = o.id::text;
        delete from jobs where kind = 'mail' and subject in (select id::text from mails where order_id = o.id);
        delete from mails where order_id = o.id;
        insert into order_events (order_id, at, event, actor) values (o.id, at, 'forgotten', 'operator:' || who);
        many := many + 1;
    end loop;
    if not exists (select from orders where customer_email = address) then
        delete from jobs where kind = 'mail' and subject in (select id::text from mails where to_address = address);
        delete from mails where to_address = address;
        delete from logins where email = address;
        delete from sign_ins where email = address;
    end if;
    perform set_config('shop.forgets', '', true);
    return many;
end $$;

-- They run with the caller's own rights; who migrates need not be who serves.
grant execute on function forget_target(text, text), delete_never_paid(timestamptz, integer) to public;
