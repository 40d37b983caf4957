-- When what is said of a product last changed, so that search engines are told the truth about each page. A sync that finds nothing new
-- changes nothing here.
alter table products add column changed_at timestamptz;
update products set changed_at = coalesce(withdrawn_at, first_seen_at);

create function note_product_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        new.changed_at := coalesce(new.changed_at, new.first_seen_at);
    -- All that a page shows; `seen_at` moves with every sync.
    elsif (new.meta_product_id, new.name, new.megabytes, new.days, new.coverage, new.networks, new.imsi_profile, new.cost, new.cost_currency, new.withdrawn_at)
          is distinct from
          (old.meta_product_id, old.name, old.megabytes, old.days, old.coverage, old.networks, old.imsi_profile, old.cost, old.cost_currency, old.withdrawn_at) then
        new.changed_at := coalesce(new.withdrawn_at, new.seen_at);
    else
        new.changed_at := old.changed_at;
    end if;
    return new;
end $$;
create trigger note_product_change before insert or update on products for each row execute function note_product_change();

alter table products alter column changed_at set not null;
