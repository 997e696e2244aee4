-- Exports of the audit trail, made in the background a part at a time (P4; R18, R25).
create schema if not exists audit;
create table audit.export (
  id uuid primary key,
  reason text not null,
  -- what is wanted; null: whatever it is
  shipment_id text,
  organisation_id text,
  from_at timestamptz,
  to_at timestamptz,
  state text not null check (state in ('working', 'ready', 'expired')),
  asked_by_id text not null,
  asked_by text not null,
  asked_at timestamptz not null,
  -- the positions of the trail that are gone through, and how far that is
  first_position bigint not null,
  last_position bigint not null,
  position bigint not null,
  receipts integer not null default 0,
  -- of the volume under way
  volume integer not null default 1,
  volume_receipts integer not null default 0,
  digest text,
  ended_at timestamptz
);
create index export_working on audit.export (asked_at) where state = 'working';
create index export_ready on audit.export (ended_at) where state = 'ready';
create table audit.export_part (
  export_id uuid not null references audit.export (id),
  volume integer not null,
  number integer not null,
  name text not null,
  digest text not null,
  -- a gzip member: those of a volume one after the other are its file
  bytes bytea not null,
  primary key (export_id, volume, number)
);
-- The second lock (P11): the port office's own; which of its people, the policy table says.
alter table audit.export enable row level security;
create policy of_port_office on audit.export
  using (runtime.reader_kind() = 'port-office') with check (runtime.reader_kind() = 'port-office');
alter table audit.export_part enable row level security;
create policy of_port_office on audit.export_part
  using (runtime.reader_kind() = 'port-office') with check (runtime.reader_kind() = 'port-office');
