-- The in-app inbox (M2): what landed there for whom, and what each person wants there. The words are not kept: they are told
-- from the event at the moment of showing, to whoever may see it then.
create schema inbox;

create table inbox.item (
  person_id uuid not null,
  position bigint not null,
  shipment_id uuid,
  created_at timestamptz not null,
  read_at timestamptz,
  primary key (person_id, position)
) with (fillfactor = 90);
create index item_unread on inbox.item (person_id, position desc) where read_at is null;
create index item_age on inbox.item (created_at);

create table inbox.preference (
  person_id uuid primary key,
  filters jsonb not null,
  updated_at timestamptz not null
);

-- Who upgrades is not told of years that are over.
insert into runtime.consumer (name, position)
select 'inbox', coalesce(max(position), 0) from runtime.event
on conflict do nothing;
