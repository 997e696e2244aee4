-- The yard is edited while slots are taken (P6): whoever looked at it before an edit and comes after it does not get a bay that is gone.
-- safe: a function is replaced; its statements run when a slot is taken
create or replace function inspection.take_slot(of_task uuid, at_site text, at_bay text, from_at timestamptz, to_at timestamptz, by_officers uuid[])
returns boolean language plpgsql as $$
begin
  perform pg_advisory_xact_lock(7302025);
  if not exists (select 1 from inspection.bay b where b.site_id = at_site and b.id = at_bay) then
    return false;
  end if;
  begin
    delete from inspection.booking where task_id = of_task;
    insert into inspection.booking (task_id, resource, site_id, during)
    select of_task, resource, at_site, tstzrange(from_at, to_at)
    from (select 'bay ' || at_site || ' ' || at_bay as resource union all select 'officer ' || o from unnest(by_officers) as o) as wanted;
    if exists (
      select 1 from unnest(by_officers) as o
      join inspection.booking b on b.resource = 'officer ' || o and b.site_id <> at_site
      left join inspection.travel there on there.from_site = b.site_id and there.to_site = at_site
      left join inspection.travel back on back.from_site = at_site and back.to_site = b.site_id
      where b.during && tstzrange(from_at - make_interval(mins => coalesce(there.minutes, 0)), to_at + make_interval(mins => coalesce(back.minutes, 0)))
    ) or exists (
      select 1 from inspection.task t where t.site_id = at_site and t.bay = at_bay and t.id <> of_task
        and t.state in ('planned', 'started') and t.starts_at < to_at and t.ends_at > from_at
    ) then
      raise exclusion_violation;
    end if;
    return true;
  exception when exclusion_violation then
    return false;
  end;
end $$;
