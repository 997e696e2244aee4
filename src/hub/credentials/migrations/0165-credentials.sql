-- Certificates that a stranger can check (N14, N15): issued here with their place in a status list, and received from partners.
create schema credentials;

create sequence credentials.place;
create table credentials.credential (
  id uuid primary key,
  flow text not null check (flow in ('issued', 'received')),
  issuer text not null,
  -- its own id, the issuer's
  number text not null,
  kind text not null,
  shipment_id uuid not null,
  release_id uuid,
  object_id text,
  channel text,
  message_id uuid,
  -- ours only: which list, and where in it
  list integer,
  place integer,
  token text not null,
  -- received, and not believed: why
  doubt jsonb,
  issued_at timestamptz not null,
  revoked_at timestamptz,
  revoked_because jsonb,
  simulated boolean not null,
  unique (issuer, number),
  unique (list, place)
);
create index credential_of_case on credentials.credential (shipment_id, id);
create unique index credential_of_release on credentials.credential (release_id);
create index credential_revoked on credentials.credential (list, place) where revoked_at is not null;
