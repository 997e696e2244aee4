-- Making and moving partitions by the owner of the tables, on behalf of whoever runs Portico (R25): the running program's own account owns no
-- table, so that it cannot take away what keeps the log as it was written. What it may ask for is here, and nothing else.
create function runtime.make_partition(
  schema_name text, table_name text, suffix text, lower_bound text, upper_bound text, neighbour text
) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  parent regclass := format('%I.%I', schema_name, table_name)::regclass;
  made text := format('%I.%I', schema_name, table_name || '_' || suffix);
  settings text;
  guard text;
begin
  if not exists (select 1 from pg_partitioned_table where partrelid = parent) then
    raise exception '% has no partitions', parent using errcode = 'restrict_violation';
  end if;
  -- Made beside the table and then attached, which keeps nobody out who reads or writes; settings as its neighbour's.
  execute format('create table %s (like %s including defaults including storage including compression)', made, parent);
  select array_to_string(reloptions, ', ') into settings from pg_class where oid = to_regclass(format('%I.%I', schema_name, neighbour));
  if settings is not null then execute format('alter table %s set (%s)', made, settings); end if;
  execute format('alter table %s attach partition %s for values from (%L) to (%L)', parent, made, lower_bound, upper_bound);
  -- What stands guard over each row comes with the attachment; over whole statements (truncate) each partition needs its own.
  for guard in
    select replace(pg_get_triggerdef(oid), ' ON ' || tgrelid::regclass, ' ON ' || made) from pg_trigger
    where tgrelid = parent and not tgisinternal and tgtype & 1 = 0
  loop
    execute guard;
  end loop;
  if exists (select 1 from pg_roles where rolname = 'portico_app') then
    execute format('grant select on %s to portico_app', made);
  end if;
end $$;

-- Whole, into schema `archive`, where the owner's account alone has it. Of the log nothing goes that was written in the last 184 days
-- (网络安全法 21: six months at least), whatever the program was told.
create function runtime.archive_partition(schema_name text, table_name text, partition_name text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  parent regclass := format('%I.%I', schema_name, table_name)::regclass;
  part regclass := format('%I.%I', schema_name, partition_name)::regclass;
  last timestamptz;
begin
  if not exists (
    select 1 from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = parent and i.inhrelid = part and pg_get_expr(c.relpartbound, c.oid) <> 'DEFAULT')
  then
    raise exception '% is not a partition of % that can go', part, parent using errcode = 'restrict_violation';
  end if;
  if parent = 'runtime.event'::regclass then
    execute format('select occurred_at from %s order by position desc limit 1', part) into last;
    if last > now() - interval '184 days' then
      raise exception '% has records of the last 184 days', part using errcode = 'restrict_violation';
    end if;
  end if;
  execute format('alter table %s detach partition %s', parent, part);
  execute format('alter table %s set schema archive', part);
  execute format('revoke all on archive.%I from public', partition_name);
  if exists (select 1 from pg_roles where rolname = 'portico_app') then
    execute format('revoke all on archive.%I from portico_app', partition_name);
  end if;
end $$;

revoke execute on function runtime.make_partition(text, text, text, text, text, text) from public;
revoke execute on function runtime.archive_partition(text, text, text) from public;
