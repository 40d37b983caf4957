-- Keys in the mails that deliver: each opens one order's page, with its codes, in any browser. Only their hashes are kept.
create table order_keys (
    token_hash bytea       primary key,
    order_id   uuid        not null references orders (id),
    created_at timestamptz not null,
    -- Signed out everywhere, or the address was another one.
    ended_at   timestamptz
);
create index order_keys_by_order on order_keys (order_id);
