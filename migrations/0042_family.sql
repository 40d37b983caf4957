-- Of several eSIMs of one order, the one that its buyer keeps for their own phone: the page installs that one, and gives the others away.
alter table esims add column mine boolean not null default false;
