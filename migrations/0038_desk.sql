-- Who works at the desk, and how they prove it: a mailed link, and a code of their phone.

create table staff (
    address      text        primary key,
    role         text        not null check (role in ('support', 'owner')),
    -- What the phone's codes are made of, sealed with DATA_KEY where there is one; none once revoked.
    totp_secret  text,
    -- The last code that counted, by its half minute: each counts once.
    last_step    bigint      not null default 0,
    wrong_tries  integer     not null default 0 check (wrong_tries >= 0),
    paused_until timestamptz,
    invited_at   timestamptz not null,
    invited_by   text        not null,
    signed_in_at timestamptz,
    revoked_at   timestamptz,
    check ((totp_secret is null) = (revoked_at is not null))
);

-- For who has lost the phone. Each counts once.
create table staff_recovery_codes (
    address   text        not null references staff on delete cascade,
    code_hash bytea       not null check (octet_length(code_hash) = 32),
    used_at   timestamptz,
    primary key (address, code_hash)
);

-- Mailed links. Each is good in the browser that asked for it, and nowhere else.
create table staff_links (
    token_hash bytea       primary key check (octet_length(token_hash) = 32),
    address    text        not null references staff on delete cascade,
    asked_by   bytea       not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index staff_links_by_address on staff_links (address);

create table staff_sessions (
    token_hash   bytea       primary key check (octet_length(token_hash) = 32),
    address      text        not null references staff on delete cascade,
    began_at     timestamptz not null,
    last_seen_at timestamptz not null,
    ends_at      timestamptz not null
);
create index staff_sessions_by_address on staff_sessions (address);

-- One box finds an order by who travels with one of its eSIMs.
create index esims_by_traveller on esims (lower(traveller) text_pattern_ops) where traveller is not null;

create index mails_to_staff on mails (to_address, created_at) where kind = 'desk_sign_in';

-- A code that has counted does not count again, and who was revoked is let in by no old secret: not even by a fault in the shop.
create function guard_staff() returns trigger language plpgsql as $$
begin
    if new.totp_secret is not distinct from old.totp_secret and new.last_step < old.last_step then
        raise exception 'a code that was used stays used (%)', tg_table_name using errcode = 'check_violation';
    end if;
    if new.revoked_at is not null and old.revoked_at is null then
        delete from staff_sessions where address = new.address;
        delete from staff_links where address = new.address;
        delete from staff_recovery_codes where address = new.address;
    end if;
    return new;
end $$;
create trigger guard_staff before update on staff for each row execute function guard_staff();

create view ops.staff as
select s.address,
       s.role,
       s.invited_at,
       s.invited_by,
       s.signed_in_at,
       s.paused_until,
       s.revoked_at,
       (select count(*) from staff_recovery_codes c where c.address = s.address and c.used_at is null) as recovery_codes_left,
       (select count(*) from staff_sessions o where o.address = s.address and o.ends_at > now()) as open_sessions
from staff s order by s.address;
comment on view ops.staff is 'Who was invited to the desk. Who may enter it now must also stand in [desk] staff of shop.toml. What they did: ops.audit.';
comment on column ops.staff.address is 'The mail address, which is also the name in ops.audit and ops.order_timeline.';
comment on column ops.staff.role is 'support or owner.';
comment on column ops.staff.invited_at is 'When the second factor was last made.';
comment on column ops.staff.invited_by is 'Who invited.';
comment on column ops.staff.signed_in_at is 'The last sign-in.';
comment on column ops.staff.paused_until is 'After five wrong codes: until when none counts.';
comment on column ops.staff.revoked_at is 'Since when the desk is closed to this person; null while it is open.';
comment on column ops.staff.recovery_codes_left is 'How many recovery codes are not used up.';
comment on column ops.staff.open_sessions is 'In how many browsers this person is signed in; those idle for an hour still count here.';

do $$
begin
    if exists (select from pg_roles where rolname = 'ops_reader') then
        grant select on ops.staff to ops_reader;
    end if;
end $$;
