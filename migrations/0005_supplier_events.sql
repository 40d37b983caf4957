-- The supplier's webhooks, each once, as they came. They are hints: what they are about is read back from the supplier.

create table supplier_events (
    id                uuid        primary key,
    -- Of the raw body: the same delivery twice is one row.
    digest            bytea       not null unique,
    kind              text,
    iccid             text,
    supplier_order_id text,
    payload           text        not null,
    received_at       timestamptz not null,
    processed_at      timestamptz,
    effect            text
);
create index supplier_events_open on supplier_events (received_at) where processed_at is null;
