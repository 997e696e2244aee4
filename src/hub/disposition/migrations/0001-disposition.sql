-- Controlled objects, instructions as received, combined dispositions, collisions (P5).
create schema disposition;

-- one row per case: its lock serialises recomputation
create table disposition.case (
  shipment_id uuid primary key,
  version integer not null,
  withdrawn boolean not null default false
);

create table disposition.object (
  shipment_id uuid not null,
  id text not null,
  type text not null,
  body jsonb not null,
  primary key (shipment_id, id)
);
create index object_id on disposition.object (id);

create table disposition.instruction (
  id text not null,
  -- the empty text while parked: nothing it names is known yet
  shipment_id text not null,
  body jsonb not null,
  pointers jsonb not null,
  received_at timestamptz not null,
  primary key (id, shipment_id)
);
create index instruction_shipment on disposition.instruction (shipment_id, received_at);

create table disposition.outcome (
  shipment_id uuid not null,
  object_id text not null,
  outcome text not null,
  disposition jsonb not null,
  changed_at timestamptz not null,
  primary key (shipment_id, object_id)
);

create table disposition.collision (
  id text not null,
  shipment_id uuid not null,
  body jsonb not null,
  state text not null,
  resolution text,
  found_at timestamptz not null,
  primary key (shipment_id, id)
);
create index collision_open on disposition.collision (found_at desc) where state = 'open';
