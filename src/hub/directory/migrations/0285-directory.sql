-- Applications of enterprises for the foreign exchange directory, each version of them, and what the administration said (N7; SC 22).
create schema directory;
create sequence directory.number_sequence;

create table directory.application (
  id uuid primary key,
  number text not null unique,
  organisation_id uuid not null,
  kind text not null check (kind in ('register', 'change', 'cancel')),
  state text not null check (state in ('sent', 'accepted', 'returned', 'approved', 'refused')),
  version integer not null,
  simulated boolean not null
);
create index application_of_organisation on directory.application (organisation_id, id);
-- One at a time: what was sent back is the enterprise's to correct, and keeps no other out.
create unique index application_under_way on directory.application (organisation_id) where state in ('sent', 'accepted');

create table directory.filing (
  application_id uuid not null references directory.application (id),
  organisation_id uuid not null,
  version integer not null,
  -- our number of this version at the administration
  client_number text not null unique,
  form jsonb not null,
  filed_at timestamptz not null,
  filed_by text not null,
  primary key (application_id, version)
);

create table directory.answer (
  application_id uuid not null references directory.application (id),
  organisation_id uuid not null,
  message_id uuid not null,
  version integer not null,
  outcome text not null check (outcome in ('accepted', 'returned', 'approved', 'refused')),
  text jsonb not null,
  said_at timestamptz not null,
  partner_number text,
  field text,
  entry jsonb,
  simulated boolean not null,
  -- a message says one thing of an application, however often it is read
  primary key (application_id, message_id)
);

-- The second lock (P11): what an enterprise applies for is its own affair.
alter table directory.application enable row level security;
create policy own_application on directory.application
  using (organisation_id = runtime.reader_organisation()) with check (organisation_id = runtime.reader_organisation());
alter table directory.filing enable row level security;
create policy own_filing on directory.filing
  using (organisation_id = runtime.reader_organisation()) with check (organisation_id = runtime.reader_organisation());
alter table directory.answer enable row level security;
create policy own_answer on directory.answer
  using (organisation_id = runtime.reader_organisation()) with check (organisation_id = runtime.reader_organisation());
