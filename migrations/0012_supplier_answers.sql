-- What the supplier answers, in every shape it has been seen in: facts that were dropped get a column, and what nobody reads yet is kept.

-- A webhook is the same delivery only for an hour (see the code): the second "80 %", after a top-up, is news.
alter table supplier_events drop constraint supplier_events_digest_key;
create index supplier_events_by_digest on supplier_events (digest, received_at);

-- Of an unlimited plan: what it holds a day at full speed, and the rate after that. `raw` is what no column has.
alter table products
    add column high_speed_mb bigint check (high_speed_mb > 0),
    add column unlimited_speed text,
    add column raw jsonb;

create or replace function note_product_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        new.changed_at := coalesce(new.changed_at, new.first_seen_at);
    -- All that a page shows; `seen_at` moves with every sync.
    elsif (new.meta_product_id, new.name, new.megabytes, new.days, new.coverage, new.networks, new.imsi_profile, new.cost, new.cost_currency, new.withdrawn_at,
           new.high_speed_mb, new.unlimited_speed)
          is distinct from
          (old.meta_product_id, old.name, old.megabytes, old.days, old.coverage, old.networks, old.imsi_profile, old.cost, old.cost_currency, old.withdrawn_at,
           old.high_speed_mb, old.unlimited_speed) then
        new.changed_at := coalesce(new.withdrawn_at, new.seen_at);
    else
        new.changed_at := old.changed_at;
    end if;
    return new;
end $$;

-- `external_id` is the network's own name for a package. `unreadable`: an ICCID or activation code came that cannot be read. `anothers`: the
-- answer named an eSIM that is another line's, so that nobody ends it but a person. `raw` holds no code and no number of an eSIM.
alter table supplier_orders
    add column external_id text,
    add column unreadable boolean not null default false,
    add column anothers boolean not null default false,
    add column raw jsonb,
    -- Tries to end an orphan that came to nothing, and when the supplier first refused it for good.
    add column end_tries integer not null default 0,
    add column end_refused_at timestamptz;

create function guard_supplier_orders() returns trigger language plpgsql as $$
begin
    if (new.supplier_order_id, new.line_id, new.order_id) is distinct from (old.supplier_order_id, old.line_id, old.order_id) then
        raise exception 'what was bought for one line is never another''s (supplier order %)', old.supplier_order_id
            using errcode = 'check_violation';
    end if;
    if old.orphan and not new.orphan then
        raise exception 'an orphan is never handed over (supplier order %)', old.supplier_order_id using errcode = 'check_violation';
    end if;
    if old.terminated_at is not null and new.terminated_at is distinct from old.terminated_at then
        raise exception 'what has ended has ended (supplier order %)', old.supplier_order_id using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger guard_supplier_orders before update on supplier_orders for each row execute function guard_supplier_orders();

-- The access point name of this very eSIM, and its code as the supplier wrote it where that is not the form that is kept. Both codes are
-- bearer secrets.
alter table esims
    add column apn text,
    add column code_as_received text;
-- Not asked of rows from before.
alter table esims add constraint esims_iccid_digits check (iccid ~ '^89\d{16,20}$') not valid;
