-- What responders of partners' authorities answered about single certificates, as the certificates say where to ask (P4, R19).
create table signatures.certificate_status (
  -- SHA-256 of the issuer's certificate, hex
  issuer text not null,
  -- of the certificate asked about, hex without leading zeros
  serial text not null,
  url text not null,
  -- the trusted authority above it
  anchor_id uuid not null,
  issuer_certificate bytea not null,
  certificate bytea not null,
  state text check (state in ('good', 'unknown', 'revoked')),
  revoked_at timestamptz,
  this_update timestamptz,
  next_update timestamptz,
  next_ask_at timestamptz not null,
  -- asked about as long as somebody signs with it
  seen_at timestamptz not null,
  failures integer not null default 0,
  detail text,
  primary key (issuer, serial)
);
create index certificate_status_due on signatures.certificate_status (next_ask_at);
create index certificate_status_anchor on signatures.certificate_status (anchor_id);
