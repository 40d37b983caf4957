-- Keep little: what came in a webhook is kept only until it was handled; what was never paid for can be deleted with its history.

-- The buyer's name, address and card stood in Stripe's events, which nothing reads again once they are handled.
update stripe_events set payload = '' where processed_at is not null and payload <> '';
update supplier_events set payload = '' where processed_at is not null and payload <> '';
comment on column stripe_events.payload is 'What the handler reads; emptied once handled.';
comment on column supplier_events.payload is 'The body as it came; emptied once handled.';

create index orders_never_paid on orders (created_at) where payment_state in ('expired', 'failed');
create index mails_by_age on mails (created_at) where to_address <> '';
create index stripe_events_by_age on stripe_events (received_at) where processed_at is not null;
create index supplier_events_by_age on supplier_events (received_at) where processed_at is not null;

-- The history of an order may go with the order, if nothing was ever captured for it. Everything else stays as it was written.
create function guard_order_events() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and not exists (select from captures where order_id = old.order_id) then
        return old;
    end if;
    raise exception '% is append-only', tg_table_name using errcode = 'check_violation';
end $$;
drop trigger guard_order_events on order_events;
create trigger guard_order_events before update or delete on order_events for each row execute function guard_order_events();

-- Deletes orders that ended unpaid before a day, with all that hangs on them; how many. What a payment of any kind is known of stays.
create function delete_never_paid(before timestamptz, at_most integer) returns integer language plpgsql as $$
declare
    gone uuid[];
begin
    select coalesce(array_agg(id), '{}') into gone from (
        select o.id from orders o
        where o.payment_state in ('expired', 'failed') and o.created_at < before
          and not exists (select from captures c where c.order_id = o.id)
          and not exists (select from stray_payments s where s.order_id = o.id)
          and not exists (select from holds h where h.order_id = o.id)
          and not exists (select from jobs j where j.kind in ('order', 'refunds') and j.subject = o.id::text)
        order by o.created_at
        limit at_most
        for update skip locked) old;
    delete from mails where order_id = any (gone);
    delete from alerts where order_id = any (gone);
    delete from order_events where order_id = any (gone);
    delete from checkout_sessions where order_id = any (gone);
    delete from lines where order_id = any (gone);
    delete from orders where id = any (gone);
    return cardinality(gone);
end $$;
