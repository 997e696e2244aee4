-- safe: the triggers take the lock of `outcome` for the moment in which they are made; what stands already is brought over by 0201.
-- Whose word each open case waits for, and until when (P5, M3): the officers' queue. It follows the outcomes with the rows themselves, so that
-- no statement and no node of another version can forget it. What an object only inherits waits at the object it comes from.
create table disposition.awaited (
  shipment_id uuid not null,
  object_id text not null,
  authority text not null,
  since timestamptz not null,
  due_at timestamptz not null,
  primary key (shipment_id, object_id, authority)
);
create index awaited_queue on disposition.awaited (authority, due_at, shipment_id, object_id);

create function disposition.awaited_in(disposition jsonb)
returns table (authority text, since timestamptz, due_at timestamptz) language sql immutable as $$
  select h ->> 'authority', min((h ->> 'since')::timestamptz), min((h -> 'clock' ->> 'dueAt')::timestamptz)
  from jsonb_array_elements(case when jsonb_typeof(disposition -> 'holders') = 'array' then disposition -> 'holders' else '[]' end) h
  where h ->> 'kind' = 'not-yet-spoken' and not h ? 'via'
  group by h ->> 'authority'
$$;
create function disposition.outcomes_written() returns trigger language plpgsql as $$
begin
  delete from disposition.awaited a using touched t where a.shipment_id = t.shipment_id and a.object_id = t.object_id;
  insert into disposition.awaited (shipment_id, object_id, authority, since, due_at)
    select t.shipment_id, t.object_id, w.authority, w.since, w.due_at
    from touched t cross join lateral disposition.awaited_in(t.disposition) w where t.outcome <> 'released';
  return null;
end $$;
create function disposition.outcomes_gone() returns trigger language plpgsql as $$
begin
  delete from disposition.awaited a using touched t where a.shipment_id = t.shipment_id and a.object_id = t.object_id;
  return null;
end $$;
create trigger awaited_added after insert on disposition.outcome referencing new table as touched
  for each statement execute function disposition.outcomes_written();
create trigger awaited_changed after update on disposition.outcome referencing new table as touched
  for each statement execute function disposition.outcomes_written();
create trigger awaited_gone after delete on disposition.outcome referencing old table as touched
  for each statement execute function disposition.outcomes_gone();

-- The second lock (P11): whose case it is.
alter table disposition.awaited enable row level security;
create policy concerned on disposition.awaited using (shipment.may_see(shipment_id));
