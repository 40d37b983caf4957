-- Prices that cannot ruin: what a sync said and a second one has yet to say again, and what each line truly cost when it was bought.

-- A price that fell by more than half (with its new price), or a product that is missing with more than half of the catalogue (without).
-- What a later sync does not say again is forgotten.
create table catalogue_waits (
    product_id    text        primary key references products (product_id),
    cost          text,
    cost_currency text        check (cost_currency = upper(cost_currency)),
    since         timestamptz not null,
    check ((cost is null) = (cost_currency is null))
);
comment on table catalogue_waits is 'What is too strange to be believed of one sync. Empty is usual.';

-- `lines.cost` is the supplier's price that was quoted when the order was placed; this is what the supplier asked when it sold.
create table line_costs (
    line_id       uuid        primary key references lines (id),
    cost          text        not null check (cost ~ '^\d+(\.\d+)?$'),
    cost_currency text        not null check (cost_currency = upper(cost_currency)),
    -- What the traveller paid in, as in the order.
    currency      text        not null check (currency = lower(currency)),
    -- Units of `currency` for one of `cost_currency`; null when nobody knows one.
    rate          numeric     check (rate > 0),
    -- Cost × rate, in minor units as Stripe counts them.
    cost_minor    bigint      check (cost_minor >= 0),
    -- When the supplier said so.
    read_at       timestamptz not null,
    booked_at     timestamptz not null,
    check ((rate is null) = (cost_minor is null)),
    check (cost_currency <> upper(currency) or coalesce(rate, 0) = 1)
);
comment on table line_costs is 'The true cost of a line at its purchase: booked once, before the line''s outcome.';

create function guard_line_costs() returns trigger language plpgsql as $$
declare
    l lines;
begin
    if tg_op <> 'INSERT' then
        raise exception 'what a line cost is booked once and never changes (line %)', old.line_id using errcode = 'check_violation';
    end if;
    select * into l from lines where id = new.line_id for update;
    if l.outcome is not null then
        raise exception 'no cost after the outcome (line %)', new.line_id using errcode = 'check_violation';
    end if;
    if not exists (select from captures c where c.order_id = l.order_id and c.currency = new.currency) then
        raise exception 'a cost is booked in the money that was captured for it (line %)', new.line_id using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger guard_line_costs before insert or update or delete on line_costs for each row execute function guard_line_costs();
