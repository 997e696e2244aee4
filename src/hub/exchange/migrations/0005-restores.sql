-- Which history of the database Portico has run on (P3): a new timeline or system means that it goes on from a backup or a replica,
-- and that partners may know more than it does. The first row is the beginning, each later one a restore.
create table exchange.history (
  id integer generated always as identity primary key,
  system_id text not null,
  timeline integer not null,
  noted_at timestamptz not null,
  -- the last event that is there
  last_position bigint not null,
  last_event_at timestamptz,
  checked_at timestamptz,
  checked_by text,
  unique (system_id, timeline)
);
