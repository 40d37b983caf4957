-- What happens to the money outside our own story: reviews, disputes, refunds made by hand, events that come before their payment, restored
-- backups. Holds become a set, trouble gets a table, and the shop a mark by which it knows its own payments.

-- Why nothing may be bought now: a row for each reason, each ended by its own cause. A line's hold leaves the order's other lines alone.
create table holds (
    id        bigint      generated always as identity primary key,
    order_id  uuid        not null references orders (id),
    line_id   uuid,
    reason    text        not null
        check (reason in ('review', 'dispute', 'misfit', 'refunded elsewhere', 'supplier', 'operator')),
    -- In words for operators.
    why       text        not null,
    -- What told of it: an event, a read, a person.
    source    text        not null,
    opened_at timestamptz not null,
    ended_at  timestamptz,
    ended_by  text,
    foreign key (line_id, order_id) references lines (id, order_id),
    check ((ended_at is null) = (ended_by is null))
);
create unique index one_open_hold_per_reason on holds (order_id, line_id, reason) nulls not distinct where ended_at is null;
create index holds_by_order on holds (order_id);

insert into holds (order_id, reason, why, source, opened_at)
select o.id,
       case
           when o.hold = 'Stripe has the payment under review' then 'review'
           when o.hold like 'the payment is disputed%' then 'dispute'
           when o.hold like 'the payment does not fit the order%' or o.hold like 'Stripe says that nothing%' then 'misfit'
           when o.hold like 'refunded in Stripe''s Dashboard%' then 'refunded elsewhere'
           when o.hold like 'the supplier %' then 'supplier'
           else 'operator'
       end,
       o.hold, 'before this release',
       coalesce((select max(e.at) from order_events e where e.order_id = o.id and e.event = 'held'), o.paid_at, o.created_at)
from orders o where o.hold is not null;
update orders set attention = null where attention = hold;
update orders set hold = null where hold is not null;
comment on column orders.hold is 'No longer written; a process of the release before may still set it, and then nothing is bought.';

create function guard_holds() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'a hold is ended, never forgotten (order %)', old.order_id using errcode = 'check_violation';
    end if;
    -- A call to the supplier locks the order, too: it comes either before the hold or not at all.
    perform from orders where id = new.order_id for update;
    if tg_op = 'UPDATE' and (old.ended_at is not null or (new.order_id, new.line_id, new.reason, new.why, new.source, new.opened_at)
        is distinct from (old.order_id, old.line_id, old.reason, old.why, old.source, old.opened_at)) then
        raise exception 'a hold ends once, and nothing else of it changes (order %)', old.order_id using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger guard_holds before insert or update or delete on holds for each row execute function guard_holds();

create function held(the_order uuid, the_line uuid) returns boolean language sql stable as $$
    select exists (select from holds where order_id = the_order and (line_id is null or line_id = the_line) and ended_at is null)
        or exists (select from orders where id = the_order and hold is not null)
$$;

-- How long an order, or one of its lines, has been held since its payment, times that overlap counted once.
create function held_for(the_order uuid, the_line uuid, since timestamptz, until timestamptz) returns interval language sql stable as $$
    select coalesce(sum(upper(span) - lower(span)), interval '0')
    from (select unnest(range_agg(tstzrange(greatest(opened_at, since), greatest(coalesce(ended_at, until), opened_at, since)))) as span
          from holds where order_id = the_order and (line_id is null or line_id = the_line)) spans
$$;

create or replace function guard_supplier_calls() returns trigger language plpgsql as $$
declare
    o orders;
    l lines;
    proved timestamptz;
begin
    select * into o from orders where id = new.order_id for update;
    select * into l from lines where id = new.line_id for update;
    select captured_at into proved from captures where order_id = new.order_id;
    if o.payment_state is distinct from 'paid' or held(new.order_id, new.line_id) or l.outcome is not null then
        raise exception 'no call to the supplier now (line %, payment %, held %, outcome %)', new.line_id, o.payment_state,
            held(new.order_id, new.line_id), l.outcome using errcode = 'check_violation';
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
    if exists (select from refunds where line_id = new.line_id and state not in ('failed', 'canceled')) then
        raise exception 'its money goes back already (line %)', new.line_id using errcode = 'check_violation';
    end if;
    if new.refund_minor + new.fee_minor <> l.price_minor then
        raise exception 'refund and fee are not the price (line %)', new.line_id using errcode = 'check_violation';
    end if;
    return new;
end $$;

-- When the payment was last read back with its charge, and when Stripe captured it by its own clock.
alter table orders add column payment_read_at timestamptz;
alter table captures add column charged_at timestamptz;

-- What an event names, whether it was pushed or pulled. One whose payment no order knows yet waits, and is handled when one learns it.
-- 'list': no event is to be had any more; Stripe's list of payments says so.
alter table stripe_events add column order_reference text, add column payment_intent_id text, add column waits_until timestamptz;
alter table stripe_events drop constraint stripe_events_source_check;
alter table stripe_events add constraint stripe_events_source_check check (source in ('push', 'poll', 'list'));
do $$
declare
    e record;
    object jsonb;
begin
    -- A stored body may be no JSON.
    for e in select id, type, payload from stripe_events where processed_at is null loop
        begin
            object := e.payload::jsonb #> '{data,object}';
            update stripe_events
            set order_reference = coalesce(object ->> 'client_reference_id', object #>> '{metadata,order_id}'),
                payment_intent_id = coalesce(object ->> 'payment_intent', case when e.type like 'payment\_intent.%' then object ->> 'id' end)
            where id = e.id;
        exception when others then null;
        end;
    end loop;
end $$;
create index stripe_events_by_payment on stripe_events (payment_intent_id) where processed_at is null;

-- One payable page per buyer and wish: `basket` is a hash of both. `description` is what Stripe shows with the payment: mark and order number.
alter table checkout_sessions add column basket bytea, add column description text;
create unique index one_page_per_wish on checkout_sessions (basket) where basket is not null and state in ('opening', 'open');

-- The shop's own mark, made once: it begins the description of each payment, so that two shops on one account know theirs apart.
-- `database_mark` names the database that was last seen; another one is a restored backup or a standby that took over.
create table shop (
    one           boolean primary key default true check (one),
    mark          text    not null check (mark ~ '^[a-z2-9]{8}$'),
    database_mark text
);
insert into shop (mark)
select string_agg(substr('abcdefghjkmnpqrstuvwxyz23456789', 1 + floor(random() * 31)::int, 1), '') from generate_series(1, 8);

-- While a row is here, nothing is bought for payments that Stripe captured before `since`: what happened to them meanwhile is still being
-- read. `numbers_known`: the order numbers that Stripe has seen have been read, so that none is given twice.
create table recovery (
    one           boolean     primary key default true check (one),
    since         timestamptz not null,
    -- The last complete look before the silence: what happened since then is read.
    gap_from      timestamptz not null,
    why           text        not null,
    numbers_known boolean     not null default false
);

-- A captured payment of this shop that has no order here, or does not fit its order. It is sent back by a person, or explained.
create table stray_payments (
    payment_intent_id text        primary key,
    -- Null: the order is not in this database.
    order_id          uuid        references orders (id),
    order_reference   text,
    amount_minor      bigint      not null check (amount_minor > 0),
    currency          text        not null,
    livemode          boolean     not null,
    refunded_minor    bigint      not null default 0,
    seen_at           timestamptz not null,
    -- Set when a person, or the clock, has decided to send it back: who, why, and under which key. A new attempt is a new key.
    refund_asked_at   timestamptz,
    refund_actor      text,
    refund_reason     text,
    refund_attempt    integer     not null default 0,
    refund_error      text
);

-- Money that went back outside the shop: in the Dashboard, as fraud, or by the bank at the end of a dispute. Such a refund has no key of
-- ours; it belongs to no line until somebody says which one was meant.
alter table refunds drop constraint refunds_cause_check, drop constraint refunds_check1, drop constraint refunds_check2;
alter table refunds
    add constraint refunds_cause_check
        check (cause in ('undeliverable', 'cancelled', 'operator', 'fraud', 'dashboard', 'dispute')),
    add constraint refunds_of_no_line check (line_id is not null or cause in ('dashboard', 'fraud', 'dispute')),
    add constraint refunds_without_key check (idempotency_key is not null or cause in ('dashboard', 'fraud', 'dispute'));

-- Trouble that somebody must hear of. One open row for each kind and subject.
create table alerts (
    id          bigint      generated always as identity primary key,
    kind        text        not null check (kind in (
        'stuck_order', 'refund_failed', 'misfit', 'unknown_payment', 'supplier_failing', 'low_balance', 'sales_stopped', 'catalogue_stale',
        'catalogue_shrunk', 'price_fell', 'mail_failing', 'webhook_refused', 'webhook_missing', 'recovering', 'clock_off', 'books_mismatch',
        'dispute', 'checkout_flood', 'test_mode', 'orphan_esim', 'price_rose', 'refund_doubled', 'key_rights', 'withdrawal')),
    subject     text        not null default '',
    severity    text        not null check (severity in ('warning', 'critical')),
    what        text        not null,
    mend        text        not null,
    order_id    uuid        references orders (id),
    since       timestamptz not null,
    last_seen   timestamptz not null,
    times       integer     not null default 1,
    resolved_at timestamptz
);
create unique index one_open_alert on alerts (kind, subject) where resolved_at is null;
create index alerts_by_time on alerts (since desc);

create or replace view ops.orders as
with goods as (
    select l.order_id,
           count(*) as lines,
           count(*) filter (where l.state = 'delivered') as delivered_lines,
           count(*) filter (where l.outcome = 'refund' or l.state = 'cancelled') as returned_lines,
           count(*) filter (where l.state = 'ordering') as ordering_lines,
           max(l.delivered_at) as delivered_at
    from lines l group by l.order_id
), paid_back as (
    select r.order_id,
           coalesce(sum(r.amount_minor) filter (where r.state in ('pending', 'requires_action', 'succeeded')), 0)::bigint as refunded_minor,
           max(r.settled_at) as refunded_at,
           bool_or(r.state in ('intent', 'pending', 'requires_action')) as under_way
    from refunds r group by r.order_id
), open_holds as (
    select h.order_id,
           array_agg(distinct h.reason order by h.reason) as reasons,
           string_agg(h.why, '; ' order by h.opened_at, h.id) as why
    from holds h where h.ended_at is null group by h.order_id
)
select o.order_number,
       o.id as order_id,
       o.kind,
       o.payment_state,
       case
           when h.order_id is not null or (o.attention is not null and g.delivered_lines + g.returned_lines < g.lines) then 'needs_attention'
           when g.delivered_lines = g.lines then 'delivered'
           when g.returned_lines = g.lines and not coalesce(p.under_way, false) and coalesce(p.refunded_minor, 0) > 0 then 'refunded'
           when g.returned_lines > 0 and g.delivered_lines + g.returned_lines = g.lines and not coalesce(p.under_way, false)
               and g.delivered_lines > 0 then 'partly_delivered'
           when g.returned_lines > 0 and g.delivered_lines + g.returned_lines = g.lines then 'refunding'
           when g.delivered_lines > 0 then 'partly_delivered'
           when g.ordering_lines > 0 then 'ordering'
           else 'waiting'
       end as delivery_state,
       o.customer_email,
       upper(o.currency) as currency,
       o.total_minor,
       ops.money(o.total_minor, o.currency) as total,
       coalesce(p.refunded_minor, 0) as refunded_minor,
       ops.money(coalesce(p.refunded_minor, 0), o.currency) as refunded,
       g.lines,
       g.delivered_lines,
       o.created_at,
       o.paid_at,
       g.delivered_at,
       p.refunded_at,
       case when h.order_id is null then o.attention else concat_ws('; ', h.why, o.attention) end as attention,
       s.session_id as stripe_session_id,
       o.stripe_payment_intent_id,
       coalesce(h.reasons, '{}') as holds
from orders o
join goods g on g.order_id = o.id
left join paid_back p on p.order_id = o.id
left join open_holds h on h.order_id = o.id
left join lateral (select session_id from checkout_sessions where order_id = o.id order by try desc limit 1) s on true;

create or replace view ops.stuck_orders as
select * from ops.orders
where attention is not null
   or (payment_state = 'paid' and delivery_state in ('waiting', 'ordering', 'partly_delivered')
       and delivered_lines < lines and paid_at < now() - interval '10 minutes'
       and exists (select from lines l where l.order_id = orders.order_id and l.outcome is null))
   or (payment_state = 'paid' and delivery_state = 'refunding' and paid_at < now() - interval '1 day');

create view ops.alerts as
select a.id as alert_id, a.kind, a.severity, a.what, a.mend, o.order_number, a.since, a.last_seen, a.times, a.resolved_at
from alerts a left join orders o on o.id = a.order_id
order by a.resolved_at is not null, a.since desc;

create view ops.unknown_payments as
select s.payment_intent_id as stripe_payment_intent_id,
       s.amount_minor,
       ops.money(s.amount_minor, s.currency) as amount,
       upper(s.currency) as currency,
       case when s.livemode then 'live' else 'test' end as mode,
       s.seen_at,
       s.order_reference,
       s.refunded_minor
from stray_payments s
where s.order_id is null
order by s.seen_at;

-- What stands in the database and must be told: `alerts` is compared with it. Each row names its mend.
create view alert_causes as
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
where r.state = 'failed' and r.line_id is not null
  and not exists (select from refunds l where l.line_id = r.line_id and l.state not in ('failed', 'canceled'))
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

comment on column ops.orders.holds is 'Why nothing is bought now: review, dispute, misfit, refunded elsewhere, supplier, operator; empty when nothing holds it.';
comment on column ops.stuck_orders.holds is 'Why nothing is bought now; empty when nothing holds it.';
comment on view ops.alerts is 'Trouble that somebody must hear of, the open ones first, each with its mend.';
comment on view ops.unknown_payments is 'Captured payments of this shop whose order is not in this database.';
do $$
declare
    meaning constant jsonb := '{
        "alert_id": "The alert.", "kind": "What sort of trouble.", "severity": "warning or critical.", "what": "What is wrong.", "mend": "What to do.",
        "order_number": "The order it is about; null when it is about none.", "since": "When it began.", "last_seen": "When it was last noticed.",
        "times": "How often it was noticed.", "resolved_at": "When it ended; null while it lasts.",
        "stripe_payment_intent_id": "pi_… of the payment.", "amount_minor": "What was received, minor units.", "amount": "The same in words.",
        "currency": "ISO 4217.", "mode": "live or test.", "seen_at": "When the shop learned of it.",
        "order_reference": "The order it names: a number, or an id where no number is known.", "refunded_minor": "Minor units that have gone back."
    }';
    c record;
begin
    for c in select table_name, column_name from information_schema.columns
        where table_schema = 'ops' and table_name in ('alerts', 'unknown_payments') loop
        execute format('comment on column ops.%I.%I is %L', c.table_name, c.column_name, meaning ->> c.column_name);
    end loop;
end $$;

do $$
begin
    if exists (select from pg_roles where rolname = 'ops_reader') then
        grant select on all tables in schema ops to ops_reader;
    end if;
end $$;
