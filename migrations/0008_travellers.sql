-- An eSIM may travel with somebody else than its buyer: the name, for those who read the page, and a key that opens that one eSIM's page.
alter table esims add column traveller text check (char_length(traveller) between 1 and 40);

-- What a key opens: the top-up page; the traveller's page; the same for the buyer's own phone, for a quarter of an hour.
alter table esim_keys add column purpose text not null default 'top_up' check (purpose in ('top_up', 'traveller', 'phone'));
-- A new link ends the old one.
create unique index one_traveller_key on esim_keys (esim_id) where purpose = 'traveller';
