-- Trouble is told by mail and by the owner's webhook; what came of Stripe's and the supplier's webhooks is counted by the hour.

alter table alerts
    add column mailed_at       timestamptz,
    add column posted_at       timestamptz,
    add column posted_ended_at timestamptz;
create index alerts_open on alerts (kind) where resolved_at is null;
create index alerts_to_post on alerts (kind) where posted_at is not null and posted_ended_at is null;

-- What the owner knows of each kind by mail: at most one mail an hour, and one when all of a kind has ended.
create table alert_mails (
    kind      text        primary key,
    mailed_at timestamptz not null,
    open      boolean     not null
);

-- What goes to ALERT_WEBHOOK_URL. Words only: no address, no name of a person, no code.
create table alert_posts (
    id          bigint      generated always as identity primary key,
    kind        text        not null,
    words       text        not null,
    state       text        not null default 'queued' check (state in ('queued', 'sent', 'failed')),
    attempts    integer     not null default 0,
    last_error  text,
    created_at  timestamptz not null,
    next_try_at timestamptz not null,
    sent_at     timestamptz
);
create index alert_posts_waiting on alert_posts (next_try_at) where state = 'queued';

-- Counted in memory and written in batches: a forged request costs no write.
create table webhook_counts (
    hour             timestamptz not null,
    sender           text        not null check (sender in ('stripe', 'esimfx')),
    accepted         bigint      not null default 0,
    refused          bigint      not null default 0,
    pulled           bigint      not null default 0,
    last_accepted_at timestamptz,
    last_refused_at  timestamptz,
    last_pulled_at   timestamptz,
    -- Authentic, but signed more than five minutes from our now.
    last_untimely_at timestamptz,
    -- What the last refused delivery was about: an event's id, or an ICCID. Whoever made it up does not know one that exists.
    suspect          text,
    primary key (hour, sender)
);

-- What `doctor` asks the shop at PUBLIC_URL, to see that it is this one.
create table probes (
    question_hash bytea       primary key,
    answer        text        not null,
    created_at    timestamptz not null
);

create view ops.webhooks as
select w.hour, w.sender, w.accepted, w.refused, w.pulled, w.last_accepted_at, w.last_refused_at
from webhook_counts w order by w.hour desc, w.sender;

comment on view ops.webhooks is 'What came of webhooks, by the hour: taken, refused, and events that had to be pulled because none came.';
do $$
declare
    meaning constant jsonb := '{
        "hour": "When, by the hour.", "sender": "stripe or esimfx.", "accepted": "Taken: signed or with the right token, new or repeated.",
        "refused": "Turned away: no signature or token that fits, or no body that can be read.",
        "pulled": "Events that were found in Stripe''s list and had not been sent.",
        "last_accepted_at": "When the last one of the hour was taken.", "last_refused_at": "When the last one of the hour was refused."
    }';
    c record;
begin
    for c in select column_name from information_schema.columns where table_schema = 'ops' and table_name = 'webhooks' loop
        execute format('comment on column ops.webhooks.%I is %L', c.column_name, meaning ->> c.column_name);
    end loop;
    if exists (select from pg_roles where rolname = 'ops_reader') then
        grant select on ops.webhooks to ops_reader;
    end if;
end $$;
