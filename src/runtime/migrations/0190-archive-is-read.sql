-- What has gone to the archive is read where events are read (decision 0040): partitions of events that were moved into schema `archive`
-- are put together again there, under the same guard, and `runtime.recorded` is both. The running program reads the view and has no right
-- in the archive itself.
-- safe: makes empty tables and functions; nothing that exists is touched, nothing is truncated: a trigger names the word
create table archive.event (like runtime.event including defaults including storage including compression) partition by range (position);
do $$
declare
  index record;
begin
  for index in
    select pg_get_indexdef(i.indexrelid) as definition, i.indisprimary as key from pg_index i where i.indrelid = 'runtime.event'::regclass
  loop
    if index.key then
      alter table archive.event add primary key (position);
    else
      execute replace(index.definition, ' ON ONLY runtime.event ', ' ON archive.event ');
    end if;
  end loop;
end $$;
create trigger keep_as_written before update on archive.event for each row execute function runtime.keep_event_as_written();
create trigger keep_rows before delete on archive.event for each row execute function runtime.keep_as_written();
create trigger keep_all before truncate on archive.event execute function runtime.keep_as_written();

create view runtime.recorded as select * from runtime.event union all select * from archive.event;

-- Puts together what was moved: outside the transaction that moved it, because the bounds are checked row by row, and traffic must not wait.
create function runtime.shelve_archive() returns setof text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  part record;
  lowest bigint;
  highest bigint;
begin
  for part in
    select c.relname as name from pg_class c
    where c.relnamespace = 'archive'::regnamespace and c.relkind = 'r' and not c.relispartition and c.relname ~ '^event_(first|\d+)$'
    order by c.relname
  loop
    execute format('select min(position), max(position) from archive.%I', part.name) into lowest, highest;
    continue when lowest is null;
    execute format('alter table archive.event attach partition archive.%I for values from (%s) to (%s)', part.name, lowest, highest + 1);
    execute format('drop trigger if exists keep_all on archive.%I', part.name);
    execute format(
      'create trigger keep_all before truncate on archive.%I execute function runtime.keep_as_written()', part.name);
    return next part.name;
  end loop;
end $$;
revoke execute on function runtime.shelve_archive() from public;
