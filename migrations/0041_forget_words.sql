-- Forgetting a person clears whatever text from outside may stand beside their orders, in every table: what a supplier or Stripe said, and what
-- was told of trouble that is over.

-- Forgets what a person bought until a time; how many orders. What they bought later stays theirs.
create or replace function forget_person(address text, until timestamptz, who text, at timestamptz) returns integer language plpgsql as $$
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
        update stray_payments set refund_reason = null, refund_error = null where order_id = o.id;
        update supplier_orders set iccid = null where order_id = o.id and orphan;
        update supplier_orders set raw = null where order_id = o.id and raw is not null;
        update supplier_calls set message = null where order_id = o.id;
        update refunds set reason = null, last_error = null where order_id = o.id;
        update cancellations set why = 'forgotten' where order_id = o.id and why is not null;
        update starts set why = 'forgotten' where why is not null and line_id in (select id from lines where order_id = o.id);
        -- Trouble that is over; of what is not, the words are made anew.
        update alerts set what = 'forgotten', mend = '' where order_id = o.id and resolved_at is not null;
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
