-- What is agreed with each partner, changed without a restart by two persons (issue 6): the newest confirmed row whose day has come counts.
create schema if not exists partner;
create table partner.setting (
  id uuid primary key,
  channel text not null,
  -- all of it: what is not named here is as the channel's profile says
  settings jsonb not null,
  reason text not null,
  effective_from timestamptz not null,
  state text not null check (state in ('proposed', 'confirmed', 'withdrawn')),
  proposed_by_id text not null,
  proposed_by text not null,
  proposed_at timestamptz not null,
  decided_by text,
  decided_at timestamptz
);
create index setting_in_force on partner.setting (channel, effective_from desc, decided_at desc) where state = 'confirmed';
create index setting_of_channel on partner.setting (channel, id desc);

-- What we show to a partner, sealed under a key that is not in the database; written once, never shown again.
create table partner.credential (
  channel text not null,
  name text not null,
  sealed text not null,
  kept_by text not null,
  kept_at timestamptz not null,
  primary key (channel, name)
);
-- The second lock (P11): the port office's own; which of its people, the policy table says. The platform itself has no lock.
alter table partner.setting enable row level security;
create policy of_port_office on partner.setting
  using (runtime.reader_kind() = 'port-office') with check (runtime.reader_kind() = 'port-office');
alter table partner.credential enable row level security;
create policy of_port_office on partner.credential
  using (runtime.reader_kind() = 'port-office') with check (runtime.reader_kind() = 'port-office');
