-- Jobs belong to lanes with workers of their own, so that what hangs in one does not hold up another.

-- What a release before writes without a lane keeps house until somebody wakes it again: it is done, only among others.
alter table jobs add column lane text not null default 'housekeeping'
    check (lane in ('money_in', 'money_back', 'supplier', 'mail', 'housekeeping'));
update jobs
set lane = case kind
        when 'stripe_event' then 'money_in'
        when 'read_page' then 'money_in'
        when 'fee' then 'money_in'
        when 'order' then 'money_back'
        when 'refunds' then 'money_back'
        when 'stray_refund' then 'money_back'
        when 'supplier_event' then 'supplier'
        when 'terminate' then 'supplier'
        when 'cancel' then 'supplier'
        when 'start' then 'supplier'
        when 'withdraw' then 'supplier'
        when 'mail' then 'mail'
        else 'housekeeping'
    end;
-- An order that is being bought is looked at now: its lines get jobs of their own.
update jobs j
set run_at = least(j.run_at, now()), generation = generation + 1
where j.kind = 'order'
  and exists (select from orders o join lines l on l.order_id = o.id
              where o.id::text = j.subject and o.payment_state = 'paid' and l.outcome is null);
create index jobs_by_lane on jobs (lane, run_at);
comment on column jobs.lane is 'Whose workers do it: money_in, money_back, supplier, mail, housekeeping.';

-- A line whose clock had run out before anything was asked for it is asked for once, and this is when that was decided.
alter table lines add column last_chance_at timestamptz;
