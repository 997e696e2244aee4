-- Certificates, whom to trust, and signatures with what was found of them (P4). Private keys stand here sealed, or not at all.
create schema signatures;

-- the demonstration's own authority; empty in production
create table signatures.authority (
  id text primary key,
  certificate bytea not null,
  key_reference text not null,
  created_at timestamptz not null
);

create table signatures.certificate (
  serial text primary key,
  person_id uuid,
  organisation_id uuid not null,
  name text not null,
  device text,
  algorithm text not null,
  key_id text not null unique,
  certificate bytea not null,
  key_reference text,
  not_before timestamptz not null,
  not_after timestamptz not null,
  revoked_at timestamptz,
  revocation_reason text
);
create index certificate_person on signatures.certificate (person_id, not_before desc);
create index certificate_organisation on signatures.certificate (organisation_id, not_before desc);
create index certificate_revoked on signatures.certificate (revoked_at) where revoked_at is not null;

create table signatures.policy (
  organisation_id uuid primary key,
  required boolean not null,
  changed_at timestamptz not null,
  changed_by text not null
);

create table signatures.trust_anchor (
  id uuid primary key,
  channel text not null,
  subject text not null,
  fingerprint text not null,
  certificate bytea not null,
  valid_from date not null,
  valid_to date not null,
  state text not null,
  proposed_by_id text not null,
  proposed_by text not null,
  proposed_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  -- the newest one that the port office was given
  revocation_list bytea
);
create index trust_anchor_channel on signatures.trust_anchor (channel) where state = 'active';

create table signatures.signature (
  id uuid primary key,
  shipment_id uuid,
  version integer,
  message_id uuid,
  channel text,
  format text not null,
  signed_by text not null,
  digest text not null,
  jws text,
  chain bytea[] not null,
  signed_at timestamptz not null,
  report jsonb not null
);
create index signature_shipment on signatures.signature (shipment_id, id);
create index signature_message on signatures.signature (message_id);
