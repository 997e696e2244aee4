-- Organisations that ask to be registered, and what the port office decided (P11; SC 22).
create schema registration;

create table registration.application (
  id uuid primary key,
  -- Of the applicant's link.
  token_digest text not null unique,
  uscc text not null,
  kind text not null,
  name text not null,
  name_en text not null,
  district text not null,
  contact jsonb not null,
  administrator jsonb not null,
  qualifications jsonb not null,
  state text not null,
  created_at timestamptz not null,
  decided_at timestamptz,
  decided_by text,
  reason text,
  organisation_id uuid
);
create index application_open on registration.application (id) where state = 'open';

-- The second lock: the port office alone reads them as somebody; an applicant is nobody yet and comes by his token.
alter table registration.application enable row level security;
create policy port_office on registration.application
  using (runtime.reader_kind() = 'port-office') with check (runtime.reader_kind() = 'port-office');
