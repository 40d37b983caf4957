-- What sells best is counted over the last weeks, whatever the shop has sold before.
create index captures_by_time on captures (captured_at);
