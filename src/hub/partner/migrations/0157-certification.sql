-- Certification of a partner (issue 6): its test system is driven through scenarios made of the channel's profile and simulator. Nothing of it
-- is a delivery, a message or a document of the exchange: it has tables of its own and no way into a case.
create table partner.certification (
  id uuid primary key,
  channel text not null,
  endpoint text not null,
  -- what we show to the test system, sealed
  sealed_key text,
  contact text not null,
  profile_digest text not null,
  state text not null check (state in ('running', 'cancelled', 'finished')),
  scenarios integer not null,
  passed integer not null default 0,
  failed integer not null default 0,
  started_by_id text not null,
  started_by text not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  ended_by text,
  -- compact JWS of the report
  report text,
  leased_until timestamptz
);
create index certification_running on partner.certification (started_at) where state = 'running';
create index certification_of_channel on partner.certification (channel, id desc);

create table partner.certification_step (
  certification_id uuid not null references partner.certification (id),
  number integer not null,
  plan jsonb not null,
  state text not null check (state in ('pending', 'sending', 'waiting', 'passed', 'failed', 'skipped')),
  findings jsonb not null default '[]',
  message_id uuid not null,
  attempts integer not null default 0,
  began_at timestamptz,
  sent_at timestamptz,
  ended_at timestamptz,
  primary key (certification_id, number)
);

-- What went and came, as it was; of what is larger than a MiB only size and digest.
create table partner.certification_message (
  id uuid primary key,
  certification_id uuid not null references partner.certification (id),
  step integer not null,
  direction text not null check (direction in ('out', 'in')),
  at timestamptz not null,
  content_type text not null,
  size_bytes integer not null,
  digest text not null,
  bytes bytea,
  -- outcome of an attempt, or what the message says
  outcome text not null,
  said jsonb not null
);
create index certification_message_of on partner.certification_message (certification_id, step, id);

-- Keys that sign reports; published for ever, because a report is shown for years.
create table partner.report_key (
  kid text primary key,
  algorithm text not null,
  spki bytea not null,
  key_reference text not null,
  made_at timestamptz not null
);
-- The second lock (P11): the port office's own; which of its people, the policy table says. A partner's answers come in by the run's key.
alter table partner.certification enable row level security;
create policy of_port_office on partner.certification
  using (runtime.reader_kind() = 'port-office') with check (runtime.reader_kind() = 'port-office');
alter table partner.certification_step enable row level security;
create policy of_port_office on partner.certification_step
  using (runtime.reader_kind() = 'port-office') with check (runtime.reader_kind() = 'port-office');
alter table partner.certification_message enable row level security;
create policy of_port_office on partner.certification_message
  using (runtime.reader_kind() = 'port-office') with check (runtime.reader_kind() = 'port-office');
