-- Looks at the rows that were there before the constraints of 0050. Others read and write meanwhile. A row that somebody wrote by
-- hand must not keep the shop from starting: it is named, and its constraint holds for every new row all the same.
do $$
declare
    c record;
begin
    for c in select conrelid::regclass as in_table, conname from pg_constraint
        where conname in ('order_events_event_check', 'mails_kind_check', 'jobs_kind_check') and not convalidated loop
        begin
            execute format('alter table %s validate constraint %I', c.in_table, c.conname);
        exception when check_violation then
            raise warning '%: a row holds a word that this version does not know', c.conname;
        end;
    end loop;
end $$;
