-- The supplier's breaker: when it does not answer, selling stops by itself, and one order a minute finds out whether it does again.

-- `failed`: the call came to nothing that anybody knows. A known refusal, and a sale without its code, are answers.
alter table supplier_calls add column failed boolean not null default false;
create index supplier_calls_by_end on supplier_calls (finished_at desc) where finished_at is not null;

-- One row for a partner, shared by all replicas.
create table breakers (
    partner      text        primary key check (partner in ('supplier')),
    -- Since when nothing is sold; null while all is well.
    open_since   timestamptz,
    -- Since when one payment page at a time may open, as no paid order waits and the partner answers a question.
    half_open_at timestamptz check (half_open_at is null or open_since is not null),
    -- The last order or page that was let through to find out.
    probed_at    timestamptz not null,
    -- Only calls that ended since count.
    closed_at    timestamptz not null
);
insert into breakers (partner, probed_at, closed_at) values ('supplier', 'epoch', 'epoch');
comment on table breakers is 'Whether the supplier sells to us, as all replicas know it.';
