-- The money core. What PAYMENTS calls structural is refused here, by keys where they can say it and by triggers where not.

create table stripe_events (
    id           text primary key,
    type         text        not null,
    object_id    text,
    livemode     boolean     not null,
    source       text        not null check (source in ('push', 'poll')),
    payload      text        not null,
    created_at   timestamptz not null,
    received_at  timestamptz not null,
    processed_at timestamptz,
    effect       text,
    unique (id, livemode)
);
create index stripe_events_open on stripe_events (received_at) where processed_at is null;
create index stripe_events_object on stripe_events (object_id);

create sequence order_numbers start 10001;

create table orders (
    id                       uuid        primary key,
    order_number             text        not null unique,
    token                    text        not null unique,
    buyer_hash               bytea       not null,
    kind                     text        not null check (kind in ('new', 'topup')),
    locale                   text        not null,
    customer_email           text        check (customer_email = lower(customer_email)),
    device_ok_at             timestamptz not null,
    currency                 text        not null check (currency = lower(currency)),
    total_minor              bigint      not null check (total_minor > 0),
    livemode                 boolean     not null,
    payment_state            text        not null default 'awaiting_payment'
        check (payment_state in ('awaiting_payment', 'processing', 'paid', 'expired', 'failed')),
    -- Set while nobody may buy or refund for this order: a dispute, a review, a payment that does not fit.
    hold                     text,
    -- Why a person must look; null when nobody must.
    attention                text,
    stripe_payment_intent_id text        unique,
    created_at               timestamptz not null,
    paid_at                  timestamptz,
    unique (id, total_minor, currency, livemode),
    check ((payment_state = 'paid') = (paid_at is not null))
);
create index orders_by_email on orders (customer_email, created_at desc) where customer_email is not null;
create index orders_by_buyer on orders (buyer_hash, created_at desc);
create index orders_unpaid on orders (created_at) where payment_state in ('awaiting_payment', 'processing');

create table checkout_sessions (
    order_id        uuid        not null references orders (id),
    try             integer     not null check (try > 0),
    idempotency_key text        not null unique,
    -- The exact parameters, so that a repeated call is the same call.
    success_url     text        not null,
    cancel_url      text        not null,
    expires_at      timestamptz not null,
    state           text        not null default 'opening' check (state in ('opening', 'open', 'closed')),
    session_id      text        unique,
    url             text,
    created_at      timestamptz not null,
    primary key (order_id, try),
    unique (order_id, session_id),
    check (state <> 'open' or (session_id is not null and url is not null))
);
-- At most one payable session per order.
create unique index one_payable_session on checkout_sessions (order_id) where state in ('opening', 'open');

create table lines (
    id                uuid        primary key,
    order_id          uuid        not null references orders (id),
    position          integer     not null check (position between 1 and 9),
    operation         text        not null check (operation in ('NEW', 'TOPUP')),
    product_id        text        not null,
    plan_name         text        not null,
    plan              jsonb       not null,
    price_minor       bigint      not null check (price_minor > 0),
    cost              text        not null,
    cost_currency     text        not null,
    target_iccid      text,
    idempotency_key   uuid        not null unique,
    state             text        not null default 'waiting'
        check (state in ('waiting', 'ordering', 'delivered', 'refused', 'cancelled')),
    -- Decided once: deliver or refund.
    outcome           text        check (outcome in ('deliver', 'refund')),
    outcome_at        timestamptz,
    -- Why it is refunded, in words for operators.
    outcome_reason    text,
    supplier_unknown  boolean     not null default false,
    last_error        text,
    delivered_at      timestamptz,
    created_at        timestamptz not null,
    unique (order_id, position),
    unique (id, order_id),
    unique (id, idempotency_key),
    unique (id, outcome),
    check ((operation = 'TOPUP') = (target_iccid is not null)),
    check ((outcome is null) = (outcome_at is null)),
    check (state <> 'delivered' or outcome is not distinct from 'deliver'),
    check (state <> 'refused' or outcome is not distinct from 'refund')
);

-- Proof of capture: it fits the order's amount, currency and mode, its session, and a stored event of the same mode.
create table captures (
    order_id          uuid        primary key,
    session_id        text        not null unique,
    payment_intent_id text        not null unique,
    event_id          text        not null,
    amount_minor      bigint      not null,
    currency          text        not null,
    livemode          boolean     not null,
    captured_at       timestamptz not null,
    foreign key (order_id, amount_minor, currency, livemode) references orders (id, total_minor, currency, livemode),
    foreign key (order_id, session_id) references checkout_sessions (order_id, session_id),
    foreign key (event_id, livemode) references stripe_events (id, livemode)
);

-- Written and committed before each create_order leaves: no call without proof, and only with the line's own key.
create table supplier_calls (
    id              bigint      generated always as identity primary key,
    order_id        uuid        not null references captures (order_id),
    line_id         uuid        not null,
    idempotency_key uuid        not null,
    started_at      timestamptz not null,
    finished_at     timestamptz,
    result          text        check (result in ('done', 'refused', 'unclear', 'unreachable')),
    code            text,
    message         text,
    foreign key (line_id, order_id) references lines (id, order_id),
    foreign key (line_id, idempotency_key) references lines (id, idempotency_key)
);
create index supplier_calls_by_line on supplier_calls (line_id);

-- What the supplier says it sold for a line. One per line, but for orphans: sold though nobody could use it, to be terminated.
create table supplier_orders (
    supplier_order_id text        primary key,
    line_id           uuid        not null references lines (id),
    order_id          uuid        not null references captures (order_id),
    iccid             text,
    status            text,
    activate_by       timestamptz,
    expiry            timestamptz,
    orphan            boolean     not null default false,
    terminated_at     timestamptz,
    seen_at           timestamptz not null,
    foreign key (line_id, order_id) references lines (id, order_id)
);
create unique index one_supplier_order_per_line on supplier_orders (line_id) where not orphan;
create index supplier_orders_by_iccid on supplier_orders (iccid);

create table esims (
    id              uuid        primary key,
    iccid           text        not null unique,
    line_id         uuid        not null unique,
    outcome         text        not null default 'deliver' check (outcome = 'deliver'),
    -- A bearer secret: no view, log or URL may carry it.
    activation_code text        not null,
    status          text,
    status_seen_at  timestamptz,
    created_at      timestamptz not null,
    foreign key (line_id, outcome) references lines (id, outcome)
);

create table refunds (
    id               uuid        primary key,
    order_id         uuid        not null references captures (order_id),
    line_id          uuid,
    -- 'refund' binds the row to the line's outcome; refunds of other causes leave it null.
    outcome          text        check (outcome = 'refund'),
    attempt          integer     not null check (attempt > 0),
    idempotency_key  text        unique,
    amount_minor     bigint      not null check (amount_minor > 0),
    currency         text        not null,
    cause            text        not null check (cause in ('undeliverable', 'cancelled', 'operator', 'fraud', 'dashboard')),
    reason           text,
    state            text        not null
        check (state in ('intent', 'pending', 'requires_action', 'succeeded', 'failed', 'canceled')),
    stripe_refund_id text        unique,
    last_error       text,
    created_at       timestamptz not null,
    updated_at       timestamptz not null,
    settled_at       timestamptz,
    unique (line_id, attempt),
    foreign key (line_id, order_id) references lines (id, order_id),
    foreign key (line_id, outcome) references lines (id, outcome),
    check ((cause = 'undeliverable') = (outcome is not null)),
    check ((cause = 'dashboard') = (line_id is null)),
    check ((cause = 'dashboard') = (idempotency_key is null))
);
create unique index one_live_refund_per_line on refunds (line_id)
    where state in ('intent', 'pending', 'requires_action', 'succeeded');
create index refunds_by_order on refunds (order_id);

create table order_events (
    id       bigint      generated always as identity primary key,
    order_id uuid        not null references orders (id),
    line_id  uuid,
    at       timestamptz not null,
    event    text        not null,
    detail   text,
    actor    text        not null check (actor in ('traveller', 'stripe', 'supplier', 'worker') or actor like 'operator:%'),
    foreign key (line_id, order_id) references lines (id, order_id)
);
create index order_events_by_order on order_events (order_id, id);

-- Open work. A finished job is deleted; periodic ones are put off. A wake-up raises the generation, so that one that
-- arrives while the job runs is not lost.
create table jobs (
    id           bigint      generated always as identity primary key,
    kind         text        not null,
    subject      text        not null default '',
    run_at       timestamptz not null,
    generation   bigint      not null default 1,
    attempts     integer     not null default 0,
    leased_until timestamptz,
    lease_token  uuid,
    last_error   text,
    created_at   timestamptz not null,
    unique (kind, subject)
);
create index jobs_due on jobs (run_at);

create table cursors (
    name  text primary key,
    value text not null
);

create table mails (
    id         uuid        primary key,
    order_id   uuid        references orders (id),
    kind       text        not null,
    -- With the kind, what makes a mail this mail: the order, line or login it is about.
    subject    text        not null,
    to_address text        not null,
    locale     text        not null,
    body       jsonb       not null default '{}',
    state      text        not null default 'queued' check (state in ('queued', 'sent', 'failed')),
    attempts   integer     not null default 0,
    last_error text,
    created_at timestamptz not null,
    sent_at    timestamptz,
    unique (kind, subject)
);

create table logins (
    token_hash bytea       primary key,
    email      text        not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);

create table sign_ins (
    token_hash bytea       primary key,
    email      text        not null,
    created_at timestamptz not null,
    expires_at timestamptz not null
);

create table rate_limits (
    bucket     text        not null,
    window_at  timestamptz not null,
    hits       integer     not null,
    primary key (bucket, window_at)
);
