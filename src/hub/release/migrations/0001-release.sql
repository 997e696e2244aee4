-- Releases: granted at most once per object version, revocable, used once (P7).
create schema release;
create sequence release.number_sequence;

create table release.unit (
  shipment_id uuid not null,
  object_id text not null,
  object_version integer not null,
  primary key (shipment_id, object_id)
);

create table release.release (
  id uuid primary key,
  number text not null unique,
  shipment_id uuid not null,
  object_id text not null,
  object_label jsonb not null,
  object_version integer not null,
  -- counts grants of one version: a release after a re-hold is a new grant
  grant_number integer not null,
  state text not null,
  conditional boolean not null,
  automatic boolean not null,
  pickup_party text not null,
  station_id text not null,
  granted_at timestamptz not null,
  valid_until timestamptz not null,
  revoked_at timestamptz,
  revoked_because jsonb,
  gated_out_at timestamptz,
  token text not null,
  simulated boolean not null,
  unique (shipment_id, object_id, object_version, grant_number)
);
-- never two live releases of one object
create unique index release_live on release.release (shipment_id, object_id) where state = 'granted';
create index release_state on release.release (state, id desc);
create index release_object on release.release (object_id);
