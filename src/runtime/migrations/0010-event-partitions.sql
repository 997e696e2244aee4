-- Events in partitions by range of position (decision 0014), third step: the table becomes the first partition of a new one with its
-- name, its columns and its indexes. Nothing is copied. The default partition takes what no other is there for, so that no insert fails;
-- partitions ahead are made by runtime/growth.
-- safe: names change in the catalogue only; who waits for the lock two seconds steps back (add-a-migration.md), and statements find the new table by its name
create schema if not exists archive;
-- What a failed reaction still needs is asked before a partition goes (outbox/growing.ts); a key to it would hold every partition's lock.
alter table runtime.failed_reaction drop constraint failed_reaction_position_fkey;
alter table runtime.event rename to event_first;
do $$
declare
  bound text := substring(pg_get_constraintdef(oid) from '\d+') from pg_constraint where conname = 'event_first_bound';
  last bigint;
  given boolean;
  index record;
begin
  select last_value, is_called into last, given from runtime.event_position_seq;
  alter table runtime.event_first alter column position drop identity;
  create table runtime.event (like runtime.event_first including defaults including storage including compression)
    partition by range (position);
  alter table runtime.event alter column position add generated always as identity;
  perform setval('runtime.event_position_seq', last, given);
  -- whatever indexes it has by now, of this module or of those that read it
  for index in
    select c.relname as name, pg_get_indexdef(i.indexrelid) as definition, i.indisprimary as key
    from pg_index i join pg_class c on c.oid = i.indexrelid where i.indrelid = 'runtime.event_first'::regclass
  loop
    execute format('alter index runtime.%I rename to %I', index.name, replace(index.name, 'event_', 'event_first_'));
    if index.key then
      alter table runtime.event add constraint event_pkey primary key (position);
    else
      execute replace(index.definition, ' ON runtime.event_first ', ' ON runtime.event ');
    end if;
  end loop;
  execute format('alter table runtime.event attach partition runtime.event_first for values from (minvalue) to (%s)', bound);
  create table runtime.event_rest partition of runtime.event default;
end $$;
-- Append-only: looked after by what is added, so that a partition that is full is frozen before it is old.
alter table runtime.event_first set (autovacuum_vacuum_insert_threshold = 100000, autovacuum_vacuum_insert_scale_factor = 0);
-- One row each, changed all the time: room for new versions beside the old one, cleared away early.
alter table runtime.consumer set (fillfactor = 50, autovacuum_vacuum_threshold = 500, autovacuum_vacuum_scale_factor = 0);
alter table runtime.failed_reaction set (autovacuum_vacuum_threshold = 200, autovacuum_vacuum_scale_factor = 0);
