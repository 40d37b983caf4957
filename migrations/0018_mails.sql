-- Whose fault it is that a mail does not leave decides what becomes of it; and a mail address has one spelling.

-- `recipient`: final. `owner` and `passing`: tried for 72 hours from the first try. `nothing`: there was nothing left to tell.
alter table mails
    add column fault          text        check (fault in ('recipient', 'owner', 'passing', 'nothing')),
    add column step           text,
    add column first_tried_at timestamptz,
    add column tried_at       timestamptz,
    add column next_try_at    timestamptz;
update mails m set next_try_at = coalesce((select j.run_at from jobs j where j.kind = 'mail' and j.subject = m.id::text), m.created_at)
where m.state = 'queued';
update mails set fault = 'nothing' where state = 'failed' and last_error = 'there is nothing left to tell';

create index mails_of_orders on mails (order_id) where order_id is not null;
create index mails_at_rest_badly on mails (created_at) where state <> 'sent';
create index mails_to_the_owner on mails (tried_at) where kind in ('alert', 'weekly');
-- Addresses of before that are not in their one spelling yet; once they are, only mailboxes that are not ASCII themselves stay in here.
create index orders_spelt_otherwise on orders (customer_email) where customer_email is not null and octet_length(customer_email) > char_length(customer_email);

create view ops.mails as
select m.id as mail_id,
       o.order_number,
       m.kind,
       m.to_address,
       m.state,
       m.attempts,
       m.last_error,
       m.created_at as queued_at,
       m.sent_at,
       case when m.state = 'queued' then m.next_try_at end as next_try_at,
       m.fault
from mails m left join orders o on o.id = m.order_id;

comment on view ops.mails is 'Every mail to a traveller or to the owner: what became of it, and the mail server''s own sentence when it was not taken.';
do $$
declare
    meaning constant jsonb := '{
        "mail_id": "The mail.", "order_number": "The order it is about; null when it is about none.", "kind": "What it tells.",
        "to_address": "Who gets it.", "state": "queued, sent or failed.", "attempts": "How often it was tried.",
        "last_error": "At which step the mail server said what.", "queued_at": "When it was decided.", "sent_at": "When the mail server took it.",
        "next_try_at": "When it is tried next, while it is queued.",
        "fault": "Whose fault it is that it was not taken: recipient (final), owner or passing (tried for 72 hours), nothing (nothing was left to tell)."
    }';
    c record;
begin
    for c in select column_name from information_schema.columns where table_schema = 'ops' and table_name = 'mails' loop
        execute format('comment on column ops.mails.%I is %L', c.column_name, meaning ->> c.column_name);
    end loop;
    if exists (select from pg_roles where rolname = 'ops_reader') then
        grant select on ops.mails to ops_reader;
    end if;
end $$;
