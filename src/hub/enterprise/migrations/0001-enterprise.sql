-- Organisations, their staff, sessions, API keys and electronic authorisations (P11; SC 22, 17).
create schema enterprise;

create table enterprise.organisation (
  id uuid primary key,
  name text not null,
  name_en text not null,
  kind text not null,
  uscc text unique,
  customs_registration text unique,
  authority text,
  channel_id text,
  created_at timestamptz not null
);

create table enterprise.person (
  id uuid primary key,
  organisation_id uuid not null references enterprise.organisation (id),
  account text not null unique,
  name text not null,
  password_hash text not null,
  roles text[] not null,
  created_at timestamptz not null
);

create table enterprise.session (
  token_digest text primary key,
  person_id uuid not null references enterprise.person (id),
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_person on enterprise.session (person_id);

create table enterprise.api_key (
  id uuid primary key,
  organisation_id uuid not null references enterprise.organisation (id),
  name text not null,
  prefix text not null,
  secret_digest text not null unique,
  roles text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index api_key_organisation on enterprise.api_key (organisation_id);

create table enterprise.authorisation (
  id uuid primary key,
  owner_id uuid not null references enterprise.organisation (id),
  broker_id uuid not null references enterprise.organisation (id),
  scope text not null,
  valid_from date not null,
  valid_to date not null,
  offered_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz
);
create index authorisation_owner on enterprise.authorisation (owner_id);
create index authorisation_broker on enterprise.authorisation (broker_id);
