-- The shelf: what the supplier sells, as the last complete sync saw it.

create table products (
    product_id      text primary key,
    meta_product_id text,
    name            text        not null,
    -- Data allowance in megabytes (1024 to the gigabyte); null when the product is unlimited.
    megabytes       bigint      check (megabytes > 0),
    days            integer     not null check (days > 0),
    coverage        text[]      not null check (cardinality(coverage) > 0),
    networks        jsonb       not null,
    imsi_profile    text,
    cost            text        not null,
    cost_currency   text        not null check (cost_currency = upper(cost_currency)),
    first_seen_at   timestamptz not null,
    seen_at         timestamptz not null,
    withdrawn_at    timestamptz
);
comment on table products is 'Supplier products; a product gone from a complete sync is withdrawn, never deleted.';

create table catalogue_state (
    only_row           boolean primary key default true check (only_row),
    version            bigint  not null default 0,
    synced_at          timestamptz,
    sales_stopped_at   timestamptz,
    sales_stop_reason  text,
    check ((sales_stopped_at is null) = (sales_stop_reason is null))
);
comment on table catalogue_state is 'One row: the snapshot''s version, its age, and whether sales have stopped themselves.';
insert into catalogue_state default values;
