-- A traveller's link whose sending was called off: the phone's share sheet was closed. It opens the eSIM all the same, for it may have been copied by hand; the eSIM is offered to be sent again.
alter table esim_keys add column unsent boolean not null default false;
comment on column esim_keys.unsent is 'Whether the share sheet that was to send it was closed.';
