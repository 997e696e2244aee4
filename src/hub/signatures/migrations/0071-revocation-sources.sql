-- Where authorities of partners publish what they revoked, as their certificates say, and what was fetched there last (P4, R19).
create table signatures.revocation_source (
  -- SHA-256 of the certificate that issues the list, hex
  issuer text not null,
  url text not null,
  -- the trusted authority above it
  anchor_id uuid not null,
  certificate bytea not null,
  list bytea,
  this_update timestamptz,
  next_update timestamptz,
  next_fetch_at timestamptz not null,
  failures integer not null default 0,
  detail text,
  primary key (issuer, url)
);
create index revocation_source_due on signatures.revocation_source (next_fetch_at);
create index revocation_source_anchor on signatures.revocation_source (anchor_id);
