-- The events are in partitions (0010): what keeps them as written stands on the whole table, and so on every partition to come. A
-- truncation is stopped where it is asked for, so each partition has that one by itself (growth/store.ts copies it to new ones).
-- safe: triggers change in the catalogue only; between the two no statement runs, it is one transaction
drop trigger keep_as_written on runtime.event_first;
drop trigger keep_rows on runtime.event_first;
create trigger keep_as_written before update on runtime.event for each row execute function runtime.keep_event_as_written();
create trigger keep_rows before delete on runtime.event for each row execute function runtime.keep_as_written();
create trigger keep_all before truncate on runtime.event execute function runtime.keep_as_written();
create trigger keep_all before truncate on runtime.event_rest execute function runtime.keep_as_written();
