-- What an inspection takes, each for its own time: its bay and each authority's officer. Nothing is sold twice, whoever books at the same
-- moment: the exclusion constraint is the last word (P6).
create table inspection.booking (
  task_id uuid not null,
  -- `bay SITE BAY` or `officer ID`
  resource text not null,
  site_id text not null,
  during tstzrange not null,
  primary key (task_id, resource),
  -- a text takes part in a GiST constraint by its hash: two that share one would only refuse each other's time
  constraint never_twice exclude using gist (
    int8range(hashtextextended(resource, 0) / 2, hashtextextended(resource, 0) / 2, '[]') with &&, during with &&)
);
create index booking_during on inspection.booking using gist (during);
create index booking_resource on inspection.booking (resource);
alter table inspection.booking enable row level security;
create policy concerned on inspection.booking
  using (exists (select 1 from inspection.task t where t.id = booking.task_id and shipment.may_see(t.shipment_id)));
insert into inspection.booking (task_id, resource, site_id, during)
select id, 'bay ' || site_id || ' ' || bay, site_id, tstzrange(starts_at, ends_at) from inspection.task where state in ('planned', 'started');

-- safe: nullable columns and constants; a task was planned without them before
alter table inspection.task
  -- the conveyance's cut-off (截关) when the slot was sought; and which conveyance it is
  add column cut_off timestamptz,
  add column conveyance text,
  add column direction text,
  add column by_appointment boolean not null default false,
  -- the slot cannot make the cut-off
  add column late boolean not null default false,
  -- by whom the slot was chosen; null: by the platform
  add column booked jsonb,
  add column finished_at timestamptz,
  add column passed boolean,
  add column virtually_returned_at timestamptz;
alter table inspection.part add column officer_id uuid, add column officer_name text;

/*
 * Takes all of it or nothing, in place of what the task had. One at a time, because whether an officer can be there in time
 * depends on what he has before and after, at other sites.
 */
create function inspection.take_slot(of_task uuid, at_site text, at_bay text, from_at timestamptz, to_at timestamptz, by_officers uuid[])
returns boolean language plpgsql as $$
begin
  perform pg_advisory_xact_lock(7302025);
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
