-- What belongs to a traveller, now that a line may be paid back in parts, and that money which went back outside the shop is booked to the line
-- that it was meant for.

-- A refund that came back is owed, less what was booked to its line since: that made it good.
create or replace view line_returns as
select l.id as line_id,
       l.order_id,
       case
           when l.outcome = 'refund' then l.price_minor
           when l.state = 'cancelled' then least(l.price_minor, x.refund_minor + coalesce(r.besides, 0) + coalesce(b.minor, 0))
           else least(l.price_minor, coalesce(r.live, 0) + coalesce(b.minor, 0)
                                     + case when r.came_back then greatest(r.last_minor - coalesce(b.since, 0), 0) else 0 end)
       end::bigint as due_minor
from lines l
left join cancellations x on x.line_id = l.id
left join lateral (
    select sum(amount_minor) filter (where state not in ('failed', 'canceled')) as live,
           sum(amount_minor) filter (where state not in ('failed', 'canceled') and cause <> 'cancelled') as besides,
           (array_agg(amount_minor order by attempt desc))[1] as last_minor,
           -- One that was called off before Stripe knew of it is owed to nobody.
           (array_agg(state = 'failed' or (state = 'canceled' and stripe_refund_id is not null) order by attempt desc))[1] as came_back,
           (array_agg(updated_at order by attempt desc))[1] as last_at
    from refunds where line_id = l.id
) r on true
left join lateral (
    select sum(g.amount_minor) as minor, sum(g.amount_minor) filter (where g.booked_at >= r.last_at) as since
    from refund_bookings g join refunds e on e.id = g.refund_id
    where g.line_id = l.id and e.state not in ('failed', 'canceled')
) b on true;
