-- How long records of each class are kept, decided by two persons (R25; 网络安全法 21): the last one that was confirmed counts.
create table audit.retention (
  id uuid primary key,
  class text not null,
  keep_days integer not null check (keep_days > 0),
  basis text not null,
  reason text not null,
  state text not null check (state in ('proposed', 'active', 'withdrawn', 'replaced')),
  proposed_by_id text not null,
  proposed_by text not null,
  proposed_at timestamptz not null,
  decided_by text,
  decided_at timestamptz
);
create unique index retention_active on audit.retention (class) where state = 'active';
-- The second lock (P11): the port office's own; which of its people, the policy table says.
alter table audit.retention enable row level security;
create policy of_port_office on audit.retention
  using (runtime.reader_kind() = 'port-office') with check (runtime.reader_kind() = 'port-office');
