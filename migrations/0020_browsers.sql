-- Signing in cannot be turned against who signs in, and a browser's right to see what it bought ends here, not only in the browser.

-- Which browser asked for a link, and from which network: hashes, each of them of this mailbox alone.
alter table logins add column asked_by bytea, add column asked_from bytea;
create index logins_by_email on logins (email, created_at);
create index sign_ins_by_email on sign_ins (email);
create index mails_of_sign_in on mails (to_address, created_at) where kind = 'sign_in';

-- Browsers that signed out, by the hash of their cookie: what they bought is no longer theirs to show.
create table ended_browsers (
    buyer_hash bytea       primary key,
    ended_at   timestamptz not null
);
