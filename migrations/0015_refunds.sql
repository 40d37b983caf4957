-- Refunds beside refunds. A line may be paid back in parts: one at a time under way, all together never more than its price. Money that went
-- back outside the shop is booked to the line that it was meant for.

-- When Stripe's list was first seen without a refund that a call had ended unclear for. A new key only follows a second such look.
alter table refunds add column read_empty_at timestamptz;

create table refund_bookings (
    refund_id    uuid        not null references refunds (id),
    line_id      uuid        not null references lines (id),
    amount_minor bigint      not null check (amount_minor > 0),
    booked_at    timestamptz not null,
    -- Who said so: a person, or the shop when the amount left no doubt.
    booked_by    text        not null,
    primary key (refund_id, line_id)
);
create index refund_bookings_by_line on refund_bookings (line_id);

drop index one_live_refund_per_line;
create unique index one_unsettled_refund_per_line on refunds (line_id) where state in ('intent', 'pending', 'requires_action');
create index refunds_by_line on refunds (line_id) where line_id is not null;

-- Minor units of a line that have gone back or are on their way, whoever sent them; one refund may be left out.
create function line_back(the_line uuid, but uuid default null) returns bigint language sql stable as $$
    select (coalesce((select sum(amount_minor) from refunds
                      where line_id = the_line and id is distinct from but and state not in ('failed', 'canceled')), 0)
          + coalesce((select sum(b.amount_minor) from refund_bookings b join refunds r on r.id = b.refund_id
                      where b.line_id = the_line and r.state not in ('failed', 'canceled')), 0))::bigint
$$;

create or replace function guard_refunds() returns trigger language plpgsql as $$
declare
    captured bigint;
    live bigint;
    price bigint;
begin
    perform from orders where id = new.order_id for update;
    select amount_minor into captured from captures where order_id = new.order_id;
    select coalesce(sum(amount_minor), 0) into live from refunds
        where order_id = new.order_id and id <> new.id and state not in ('failed', 'canceled');
    if new.state not in ('failed', 'canceled') and live + new.amount_minor > captured then
        raise exception 'refunds would exceed the capture (order %)', new.order_id using errcode = 'check_violation';
    end if;
    select price_minor into price from lines where id = new.line_id;
    if new.line_id is not null and new.state not in ('failed', 'canceled') and line_back(new.line_id, new.id) + new.amount_minor > price then
        raise exception 'refunds would exceed the price of the line (line %)', new.line_id using errcode = 'check_violation';
    end if;
    if new.cause = 'cancelled' and not exists (select from cancellations c join lines l on l.id = c.line_id
        where c.line_id = new.line_id and l.state = 'cancelled' and c.refund_minor = new.amount_minor) then
        raise exception 'not what was promised for what was given back (line %)', new.line_id using errcode = 'check_violation';
    end if;
    return new;
end $$;

create function guard_refund_bookings() returns trigger language plpgsql as $$
declare
    r refunds;
    l lines;
    booked bigint;
begin
    if tg_op <> 'INSERT' then
        raise exception 'a booking stays as it is (refund %)', old.refund_id using errcode = 'check_violation';
    end if;
    select * into r from refunds where id = new.refund_id;
    perform from orders where id = r.order_id for update;
    select * into l from lines where id = new.line_id;
    select coalesce(sum(amount_minor), 0) into booked from refund_bookings where refund_id = new.refund_id;
    if r.line_id is not null or r.order_id <> l.order_id then
        raise exception 'only money that went back for the order itself is booked to one of its lines (refund %)', new.refund_id
            using errcode = 'check_violation';
    end if;
    if booked + new.amount_minor > r.amount_minor or line_back(new.line_id) + new.amount_minor > l.price_minor then
        raise exception 'more booked than went back, or than the line cost (refund %)', new.refund_id using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger guard_refund_bookings before insert or update or delete on refund_bookings
    for each row execute function guard_refund_bookings();

create or replace function guard_cancellations() returns trigger language plpgsql as $$
declare
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
    perform from orders where id = new.order_id for update;
    select * into l from lines where id = new.line_id for update;
    if l.state is distinct from 'delivered' or held(new.order_id, new.line_id) then
        raise exception 'this cannot be given back now (line %, state %, held %)', new.line_id, l.state, held(new.order_id, new.line_id)
            using errcode = 'check_violation';
    end if;
    if exists (select from refunds where line_id = new.line_id and state in ('intent', 'pending', 'requires_action')) then
        raise exception 'its money goes back already (line %)', new.line_id using errcode = 'check_violation';
    end if;
    if new.refund_minor + new.fee_minor + line_back(new.line_id) <> l.price_minor then
        raise exception 'refund and fee are not what is left of the price (line %)', new.line_id using errcode = 'check_violation';
    end if;
    return new;
end $$;

-- A refund that failed and was made good by hand needs nobody any more.
create or replace view alert_causes as
select 'stuck_order' as kind, s.order_number as subject, 'critical' as severity,
       'order ' || s.order_number || ' is paid and not at rest: '
           || coalesce(s.attention, s.delivered_lines || ' of ' || s.lines || ' delivered') as what,
       'see `orders show ' || s.order_number || '`; then `orders release`, `orders retry` or `orders refund`' as mend,
       s.order_id
from ops.stuck_orders s
where not (s.holds && array['dispute', 'misfit']) and s.payment_state = 'paid'
union all
select 'dispute', o.order_number, 'critical', 'the payment of order ' || o.order_number || ' is disputed',
       'answer in Stripe''s Dashboard before the bank''s deadline', o.id
from holds h join orders o on o.id = h.order_id where h.reason = 'dispute' and h.ended_at is null
union all
select 'misfit', o.order_number, 'critical', 'order ' || o.order_number || ': ' || h.why,
       'compare with Stripe''s Dashboard; `orders refund ' || o.order_number || '` sends back what was received', o.id
from holds h join orders o on o.id = h.order_id where h.reason = 'misfit' and h.ended_at is null
union all
select distinct on (o.order_number) 'refund_failed', o.order_number, 'critical',
       'a refund of order ' || o.order_number || ' did not go through: ' || coalesce(r.last_error, 'it came back'),
       'see the payment in Stripe''s Dashboard; then `orders retry ' || o.order_number || '`', o.id
from refunds r join orders o on o.id = r.order_id
where r.state = 'failed' and r.line_id is not null and line_back(r.line_id) < r.amount_minor
union all
select 'unknown_payment', s.payment_intent_id, 'critical',
       'a captured payment of this shop has no order here' || coalesce(' (it names ' || s.order_reference || ')', ''),
       'was a backup restored? `orders refund --payment ' || s.payment_intent_id || ' --reason …` sends it back', null
from stray_payments s where s.order_id is null and s.refunded_minor < s.amount_minor
union all
select 'recovering', '', 'critical', 'what happened at Stripe since ' || to_char(r.gap_from at time zone 'utc', 'YYYY-MM-DD HH24:MI') ||
           ' UTC is not read yet: ' || r.why,
       'see the worker''s log for what Stripe answers; `doctor` names a right that the key lacks', null
from recovery r where r.since < now() - interval '5 minutes';
